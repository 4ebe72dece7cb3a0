//! A desk at work: its accounts in the settings, its secrets in a real keyring or for the session, its Sinch
//! played by a sandbox outside of the app. The admin's commands are given here as the pages give them; the
//! pages themselves are tested elsewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use countersign_driver::axe;
use countersign_driver::{
    Desk, Error, Home, Key, KeyringState, Options, Seat, Verdict, View, Window,
};
use countersign_sandbox::{Credentials, Sandbox};
use countersign_servers::tell;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::time::timeout;

use crate::{APP, SOON, WELL};

/// Further numbers whose texts arrive in a second.
const ALSO_WELL: [&str; 2] = ["+1 202 555 0101", "+1 202 555 0102"];

/// A keyring is given 5 seconds to answer, and then called silent.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) async fn sandbox() -> Sandbox {
    let options = countersign_sandbox::Options::default();
    Sandbox::start(options).await.expect("a sandbox")
}

/// The app where there is such a keyring, with a sandbox in the place of Sinch.
pub(crate) fn options(sandbox: &Sandbox, keyring: KeyringState) -> Options {
    let address = sandbox.address().to_string();
    let mut options = Options::new(APP).with_keyring(keyring);
    options.env = vec![("COUNTERSIGN_SANDBOX".to_owned(), address)];
    options
}

/// Settings of a desk at work, with both products of Sinch.
pub(crate) fn at_work(name: &str) -> Value {
    let Credentials {
        application_key,
        service_plan,
        ..
    } = Credentials::default();
    json!({
        "version": 2,
        "mode": "live",
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": name },
        "organisation": { "name": "Harbour Clinic", "home": "US" },
        "sinch": {
            "verification": { "applicationKey": application_key },
            "sms": { "kind": "servicePlan", "region": "eu", "plan": service_plan },
        },
        "store": { "kind": "embedded" },
    })
}

/// A home whose desk is to work.
pub(crate) fn home(name: &str) -> Result<Home, Error> {
    let home = Home::new()?;
    home.write_settings(&at_work(name).to_string())?;
    Ok(home)
}

/// Gives a command as the page would. A page that begins anew meanwhile, since a desk was opened, hears no
/// answer: what is given here can be given again.
async fn give(window: &Window, command: &str, arguments: Value) -> Result<Value, Error> {
    let script = "const [command, given, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, given).then(done, (fault) => done({ fault }))";
    let given = vec![json!(command), arguments];
    for _ in 0..3 {
        if let Ok(answer) = window.execute_async(script, given.clone()).await {
            return Ok(answer);
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    window.execute_async(script, given).await
}

/// Enters both secrets as an admin who sets the first passcode.
pub(crate) async fn enter_secrets(window: &Window, keep: &str) -> Result<(), Error> {
    let Credentials {
        application_secret,
        service_plan_token,
        ..
    } = Credentials::default();
    let passcode = json!({ "passcode": "open sesame", "keep": keep });
    let set = give(window, "set_passcode", passcode).await?;
    assert_eq!(set, json!({ "outcome": "set" }));
    for (name, value) in [
        ("sinchApplicationSecret", application_secret),
        ("sinchSmsToken", service_plan_token),
    ] {
        let secret = json!({ "name": name, "value": value, "keep": keep });
        let kept = give(window, "replace_secret", secret).await?;
        assert_eq!(kept, json!({ "outcome": "kept", "kept": keep }));
    }
    wait_until_settled(window).await
}

/// Each secret opens the desk anew, and then its page begins anew: a key that is pressed just then is lost.
async fn wait_until_settled(window: &Window) -> Result<(), Error> {
    let begun = Instant::now();
    let mut page = json!(null);
    while begun.elapsed() < SOON {
        let now = window
            .execute("return performance.timeOrigin", vec![])
            .await?;
        if now == page {
            return Ok(());
        }
        page = now;
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    panic!("the page begins anew for ever");
}

/// What the customer at that number reads out of the first message.
async fn read_out(sandbox: &Sandbox, number: &str) -> String {
    let begun = Instant::now();
    while begun.elapsed() < SOON {
        let messages = sandbox.messages(number);
        let body = messages.first().and_then(|message| message.body.as_deref());
        if let Some(code) = body.and_then(code_in) {
            return code;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no message with a code came");
}

/// The first digits of a message, however they are set apart: a spoken code has a comma between them.
fn code_in(body: &str) -> Option<String> {
    let body = body.replace([' ', ','], "");
    let mut runs = body.split(|letter: char| !letter.is_ascii_digit());
    runs.find(|run| run.len() >= 4).map(str::to_owned)
}

/// Checks the code that was sent to a number, up to the next customer.
async fn verify(window: &Window, sandbox: &Sandbox, number: &str) -> Result<(), Error> {
    let desk = Desk::new(window);
    desk.wait_for_view(View::Code).await?;
    let code = read_out(sandbox, number).await;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|path| match path.is_dir() {
            true => files_below(&path),
            false => vec![path],
        })
        .collect()
}

/// No file of the home and nothing that was printed holds a secret as it was typed.
fn assert_no_secret_at_rest(home: &Home) {
    let Credentials {
        application_secret,
        service_plan_token,
        ..
    } = Credentials::default();
    let mut files = files_below(&home.path());
    files.push(home.output());
    assert!(files.len() > 3, "there is something to look at");
    for file in files {
        let bytes = fs::read(&file).unwrap_or_default();
        for secret in [&application_secret, &service_plan_token] {
            let found = bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes());
            assert!(!found, "{}", file.display());
        }
    }
}

#[tokio::test]
async fn a_desk_at_work_verifies_by_both_routes_and_is_still_there_after_a_restart()
-> Result<(), Error> {
    let sandbox = sandbox().await;
    let options = || options(&sandbox, KeyringState::Unlocked);
    let window = Window::open(options().in_home(home("Reception 2")?)).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    window
        .wait_for_text("#trouble-words", "Sinch Verification application", SOON)
        .await?;
    assert!(window.find("#trouble-admin").await?, "a way on");
    enter_secrets(&window, "keyring").await?;

    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window
        .wait_for_text("#desk-name", "Reception 2 · Harbour Clinic", SOON)
        .await?;
    assert!(window.find("#sandbox-band").await?);
    assert!(!window.find("#training").await?);
    let [called, waiting] = ALSO_WELL;
    desk.send_to(WELL).await?;
    verify(&window, &sandbox, WELL).await?;
    desk.type_number(called).await?;
    desk.choose_channel("call").await?;
    window.press(Key::Enter).await?;
    verify(&window, &sandbox, called).await?;
    desk.send_to(waiting).await?;
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Request).await?;

    let home = window.kill();
    let window = Window::open(options().in_home(home)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.activate("#waiting-list button").await?;
    verify(&window, &sandbox, waiting).await?;
    let home = window.close().await?;
    assert_no_secret_at_rest(&home);
    Ok(())
}

#[tokio::test]
async fn without_a_keyring_secrets_do_for_this_session_only() -> Result<(), Error> {
    let sandbox = sandbox().await;
    let options = || options(&sandbox, KeyringState::Absent);
    let window = Window::open(options().in_home(home("Reception 2")?)).await?;
    window
        .wait_for_text("#trouble-words", "no keyring that is running", SOON)
        .await?;
    window
        .wait_for_text("#trouble-way-on", "for this session only", SOON)
        .await?;
    enter_secrets(&window, "session").await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    verify(&window, &sandbox, WELL).await?;

    let home = window.kill();
    assert_no_secret_at_rest(&home);
    let window = Window::open(options().in_home(home)).await?;
    window
        .wait_for("body[data-view=trouble][data-code='keyring.absent']", SOON)
        .await
}

#[tokio::test]
async fn a_keyring_that_is_locked_is_no_desk_until_it_is_unlocked() -> Result<(), Error> {
    let sandbox = sandbox().await;
    let unlocked = options(&sandbox, KeyringState::Unlocked).in_home(home("Reception 2")?);
    let window = Window::open(unlocked).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    enter_secrets(&window, "keyring").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;

    let home = window.kill();
    let locked = options(&sandbox, KeyringState::Locked).in_home(home);
    let window = Window::open(locked).await?;
    window
        .wait_for("body[data-view=trouble][data-code='keyring.locked']", SOON)
        .await?;
    window
        .wait_for_text("#trouble-way-on", "stay shut", SOON)
        .await?;
    let barriers = axe::violations(&window).await?;
    assert!(barriers.is_empty(), "{barriers:?}");
    let keyring = window.seat().keyring().expect("a keyring");
    keyring.unlock().await?;
    window.wait_for_focus("#trouble-again", SOON).await?;
    window.press(Key::Enter).await?;
    Desk::new(&window).wait_for_view(View::Request).await
}

#[tokio::test]
async fn a_keyring_that_is_slow_is_waited_for_in_the_open_window() -> Result<(), Error> {
    let sandbox = sandbox().await;
    let unlocked = options(&sandbox, KeyringState::Unlocked).in_home(home("Reception 2")?);
    let window = Window::open(unlocked).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    enter_secrets(&window, "keyring").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;

    let home = window.kill();
    let silent = options(&sandbox, KeyringState::Unanswering).in_home(home);
    let window = Window::open(silent).await?;
    window.wait_for("body[data-view=opening]", SOON).await?;
    window
        .wait_for_text("#opening-words", "has not answered yet", SOON)
        .await?;
    window
        .wait_for(
            "body[data-view=trouble][data-code='keyring.silent']",
            PATIENCE,
        )
        .await?;
    window.seat().keyring().expect("a keyring").go_on();
    Desk::new(&window).wait_for_view(View::Request).await
}

#[tokio::test]
async fn settings_that_another_program_writes_are_in_force_with_the_next_customer()
-> Result<(), Error> {
    let sandbox = sandbox().await;
    let absent = options(&sandbox, KeyringState::Absent).in_home(home("Reception 2")?);
    let window = Window::open(absent).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    enter_secrets(&window, "session").await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = read_out(&sandbox, WELL).await;

    window
        .home()
        .write_settings(&at_work("Reception 3").to_string())?;
    desk.type_code(&code).await?;
    // Longer than it takes the desk to see the change.
    tokio::time::sleep(Duration::from_millis(2500)).await;
    window
        .wait_for_text("#desk-name", "Reception 2", SOON)
        .await?;
    desk.check(Verdict::Verified).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#desk-name", "Reception 3", SOON)
        .await?;
    desk.wait_for_view(View::Request).await?;

    window
        .home()
        .write_settings(&at_work("Reception 4").to_string())?;
    window
        .wait_for_text("#desk-name", "Reception 4", SOON)
        .await
}

/// What the app logs when its window shows its first view.
const READY: &str = "the window is ready";

/// A keyring that is not waited for costs nothing; one that is, at least 5 seconds.
const NOT_WAITED: Duration = Duration::from_secs(3);

/// From the start of the program to a window that shows something, where there is such a keyring.
async fn time_to_window(sandbox: &Sandbox, keyring: KeyringState) -> Result<Duration, Error> {
    let variable = (
        "COUNTERSIGN_SANDBOX".to_owned(),
        sandbox.address().to_string(),
    );
    let seat = Seat::start_with(home("Reception 2")?, keyring, vec![variable]).await?;
    let begun = Instant::now();
    let mut app = seat
        .command(Path::new(APP))
        .stderr(Stdio::piped())
        .spawn()
        .expect("the app starts");
    let log = app.stderr.take().expect("its log");
    let mut lines = BufReader::new(log).lines();
    loop {
        let line = timeout(SOON, lines.next_line())
            .await
            .expect("a line in time");
        if line
            .expect("a line")
            .is_some_and(|line| line.contains(READY))
        {
            return Ok(begun.elapsed());
        }
    }
}

#[tokio::test]
async fn the_window_comes_in_its_normal_time_whatever_the_keyring_does() -> Result<(), Error> {
    let sandbox = sandbox().await;
    // The first start reads the program from the disk.
    time_to_window(&sandbox, KeyringState::Unlocked).await?;
    let normal = time_to_window(&sandbox, KeyringState::Unlocked).await?;
    tell(&format!(
        "a window with an open keyring after {} ms",
        normal.as_millis()
    ));
    for (name, keyring) in [
        ("absent", KeyringState::Absent),
        ("locked", KeyringState::Locked),
        ("slow", KeyringState::Slow(Duration::from_secs(10))),
        ("silent", KeyringState::Unanswering),
    ] {
        let took = time_to_window(&sandbox, keyring).await?;
        tell(&format!(
            "a window with a keyring that is {name} after {} ms",
            took.as_millis()
        ));
        assert!(
            took < normal + NOT_WAITED,
            "{name}: {took:?}, normally {normal:?}"
        );
    }
    Ok(())
}
