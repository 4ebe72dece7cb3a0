//! The line at the foot of step 1 that tells of a newer version: only where nobody waits, once, and nobody is
//! asked where the policy is against it. What a feed has to be is tested in the core.
//! Only debug builds let a test name a feed.
#![cfg(debug_assertions)]

use std::fs;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use countersign_driver::axe;
use countersign_driver::{Desk, Error, Home, Key, Options, Verdict, View, Window};
use minisign::KeyPair;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::admin_home::{enter, settings_with};
use crate::{APP, SOON, WELL};

const LINE: &str = "#update-notice:not([hidden])";
const NEWER: &str = "999.1.2";

/// Longer than a desk takes here to ask again, and its page to look whether it is time.
const A_WHILE: Duration = Duration::from_secs(4);

/// A feed on the loopback, and how often it was asked.
struct Feed {
    keys: KeyPair,
    address: String,
    shared: Arc<Mutex<Shared>>,
    task: JoinHandle<()>,
}

struct Shared {
    version: String,
    asked: usize,
}

impl Drop for Feed {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Feed {
    async fn start(version: &str) -> Self {
        let keys = KeyPair::generate_unencrypted_keypair().expect("keys");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let version = version.to_owned();
        let shared = Arc::new(Mutex::new(Shared { version, asked: 0 }));
        let task = tokio::spawn(serve(listener, keys.clone(), Arc::clone(&shared)));
        Self {
            keys,
            address,
            shared,
            task,
        }
    }

    fn says(&self, version: &str) {
        self.shared.lock().expect("the feed").version = version.to_owned();
    }

    fn asked(&self) -> usize {
        self.shared.lock().expect("the feed").asked
    }

    /// A training desk that knows the feed and goes by `policy`.
    async fn open(&self, policy: &Value) -> Result<Window, Error> {
        let home = Home::new()?;
        home.write_settings(&settings_with(&json!({})))?;
        write_policy(&home, policy);
        let mut options = Options::new(APP);
        let policy = home.path().join("policy.json");
        options.env = [
            ("COUNTERSIGN_POLICY_FILE", policy.display().to_string()),
            (
                "COUNTERSIGN_UPDATE_FEED",
                format!("http://{}/newest.json", self.address),
            ),
            ("COUNTERSIGN_UPDATE_KEY", self.keys.pk.to_base64()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        Window::open(options.in_home(home)).await
    }
}

async fn serve(listener: TcpListener, keys: KeyPair, shared: Arc<Mutex<Shared>>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(answer_all(stream, keys.clone(), Arc::clone(&shared)));
    }
}

/// Answers what is asked on one connection, until it is closed.
async fn answer_all(mut stream: TcpStream, keys: KeyPair, shared: Arc<Mutex<Shared>>) {
    let mut request = Vec::new();
    while stream
        .read_buf(&mut request)
        .await
        .is_ok_and(|read| read > 0)
    {
        if !request.ends_with(b"\r\n\r\n") {
            continue;
        }
        let version = {
            let mut shared = shared.lock().expect("the feed");
            shared.asked += 1;
            shared.version.clone()
        };
        let mut body = json!({ "version": version, "released": "2026-11-23" }).to_string();
        if request.starts_with(b"GET /newest.json.minisig ") {
            let signature = minisign::sign(None, &keys.sk, body.as_bytes(), None, None);
            body = signature.expect("a signature").into_string();
        }
        request.clear();
        let length = body.len();
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
        if stream.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

fn write_policy(home: &Home, policy: &Value) {
    let new = home.path().join("policy.new.json");
    fs::write(&new, policy.to_string()).expect("the home can be written to");
    fs::rename(new, home.path().join("policy.json")).expect("the home can be written to");
}

/// Whether the line stays away for a while.
async fn stays_away(window: &Window) -> Result<bool, Error> {
    tokio::time::sleep(A_WHILE).await;
    Ok(!window.find(LINE).await?)
}

async fn wait_until_away(window: &Window) -> Result<(), Error> {
    window
        .wait_until("a line that is gone", SOON, async || {
            Ok(!window.find(LINE).await?)
        })
        .await
}

/// Where the send button is.
async fn place_of_send(window: &Window) -> Result<Value, Error> {
    let place =
        "const { x, y } = document.querySelector('#send').getBoundingClientRect(); return [x, y];";
    window.execute(place, vec![]).await
}

#[tokio::test]
async fn a_newer_version_is_told_at_an_empty_step_1_until_it_is_closed() -> Result<(), Error> {
    let feed = Feed::start("0.0.1").await;
    let window = feed.open(&json!({})).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    assert!(stays_away(&window).await?, "an older one is no news");
    assert!(feed.asked() > 0);
    let before = place_of_send(&window).await?;

    feed.says(NEWER);
    window.wait_for(LINE, SOON).await?;
    window.wait_for_text(LINE, NEWER, SOON).await?;
    window.wait_for_text("#announcements", NEWER, SOON).await?;
    assert_eq!(place_of_send(&window).await?, before, "nothing jumps");
    assert!(window.has_focus("#phone").await?, "it takes no focus");
    let barriers = axe::violations(&window).await?;
    assert!(barriers.is_empty(), "{barriers:?}");
    if let Some(picture) = std::env::var_os("UPDATE_NOTICE_PICTURE") {
        window.screenshot(picture.as_ref()).await?;
    }

    desk.type_number("+1").await?;
    wait_until_away(&window).await?;
    window.press_twice(Key::Backspace).await?;
    window.wait_for(LINE, SOON).await?;
    window.activate("#update-close").await?;
    wait_until_away(&window).await?;
    window.wait_for_focus("#phone", SOON).await?;
    window.execute("location.reload()", vec![]).await?;
    desk.wait_for_view(View::Request).await?;
    assert!(stays_away(&window).await?, "closed is closed");

    // Another one is news again.
    feed.says("999.1.3");
    window.wait_for_text(LINE, "999.1.3", SOON).await
}

#[tokio::test]
async fn nobody_hears_of_it_while_a_customer_is_in_hand_or_waits() -> Result<(), Error> {
    let feed = Feed::start("0.1.0").await;
    let window = feed.open(&json!({})).await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    feed.says(NEWER);
    assert!(stays_away(&window).await?, "in hand");
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Request).await?;
    assert!(stays_away(&window).await?, "who left may come back");
    window.press_with(&[Key::Alt], '1').await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    assert!(stays_away(&window).await?, "the verdict is not the place");
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await?;
    window.wait_for(LINE, SOON).await
}

#[tokio::test]
async fn where_the_policy_is_against_it_nobody_is_asked() -> Result<(), Error> {
    let feed = Feed::start(NEWER).await;
    let policy = |notice: bool| json!({ "updates": { "notice": notice } });
    let window = feed.open(&policy(false)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    assert!(stays_away(&window).await?);
    assert_eq!(feed.asked(), 0);

    write_policy(window.home(), &policy(true));
    window.wait_for(LINE, SOON).await?;
    write_policy(window.home(), &policy(false));
    wait_until_away(&window).await?;

    enter(&window).await?.open_page("desk").await?;
    let locked = ".field[data-pointer='/updates/notice'].managed";
    window.wait_for(locked, SOON).await?;
    let off = window.text(locked).await?;
    assert!(off.contains("Off"), "{off}");
    Ok(())
}
