//! Somebody who sits at a computer: this very test program once more, with that computer's home and keyring,
//! in one test that does what it reads. So each meets the session bus that the test chose.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use countersign::desk_folder::DeskFolder;
use countersign_core::challenge::{By, Channel, Route};
use countersign_core::desk::{Checked, Desk, Request, Requested};
use countersign_core::phone::Region;
use countersign_core::provision::{Bundle, DeskFiles as _, Key, Plan, tidy};
use countersign_core::routes::Routes;
use countersign_core::settings::{
    ChannelSettings, Settings, SinchSettings, SmsAccount, StoreChoice,
};
use countersign_core::sinch::credentials::ApiToken;
use countersign_core::sinch::place::{LoopbackOrigin, Place};
use countersign_core::sinch::retry::RandomJitter;
use countersign_core::sinch::sms::Sms;
use countersign_core::sinch::transport::{Timeouts, Transport};
use countersign_core::site_keys::SiteKeys;
use countersign_core::store::redis::{RedisSecrets, RedisStore};
use countersign_core::text::Language;
use countersign_core::time::SystemClock;
use countersign_core::vault::{SecretName, SecretSet, Vault};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use crate::computer::Computer;
use crate::staff::desk_with;

/// Longer than anything takes that is asked for here.
const LIMIT: Duration = Duration::from_secs(60);

/// One who does what is asked, one thing after the other.
pub(crate) struct Person {
    child: Child,
    questions: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Person {
    pub(crate) fn at(computer: &Computer) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--ignored", "--exact", "person::works", "--nocapture"])
            .env("DESK_FOLDER", computer.desk_folder())
            .envs(computer.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .expect("this program starts once more");
        let questions = child.stdin.take().expect("its questions");
        let answers = BufReader::new(child.stdout.take().expect("its answers")).lines();
        Self {
            child,
            questions,
            answers,
        }
    }

    /// Asks for something, and waits for what comes of it.
    pub(crate) async fn ask(&mut self, question: &str) -> String {
        let line = format!("{question}\n");
        let written = self.questions.write_all(line.as_bytes()).await;
        written.expect("it listens");
        self.answer().await
    }

    async fn answer(&mut self) -> String {
        loop {
            let line = timeout(LIMIT, self.answers.next_line()).await;
            let line = line.expect("an answer in time").expect("an answer");
            let line = line.expect("it goes on");
            if let Some(answer) = line.strip_prefix("answer ") {
                return answer.to_owned();
            }
        }
    }

    /// Ends it as `kill -9` does.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.expect("it is killed");
    }
}

#[test]
#[ignore = "the program that the other tests have at a computer: it does what it reads"]
fn works() {
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    while let Some(line) = heard() {
        let words: Vec<&str> = line.split('\t').collect();
        let answer = match words.as_slice() {
            ["import", bundle, passphrase] => runtime.block_on(import(bundle, passphrase)),
            words => runtime.block_on(done(words)),
        };
        tell(&answer);
    }
}

/// The next line that somebody says, unless nobody is there any more.
fn heard() -> Option<String> {
    let mut line = String::new();
    let length = std::io::stdin().read_line(&mut line).expect("a line");
    (length > 0).then(|| line.trim_end_matches('\n').to_owned())
}

fn tell(answer: &str) {
    writeln!(std::io::stdout(), "answer {answer}").expect("it is heard");
}

async fn done(words: &[&str]) -> String {
    let vault = Vault::of_this_computer();
    match *words {
        ["keep", set, name, secret] => {
            let (set, secret) = (set_of(set), SecretString::from(secret));
            let kept = vault.keep(&set, name_of(name), secret).await;
            kept.expect("kept");
            "kept".to_owned()
        }
        ["read", set, name] => {
            let secret = vault.read(&set_of(set), name_of(name)).await;
            let secret = secret.expect("the keyring answers");
            secret.map_or("nothing".to_owned(), |secret| {
                secret.expose_secret().to_owned()
            })
        }
        ["tidy"] => {
            let files = DeskFolder::take(&folder()).expect("nobody else imports");
            tidy(&vault, &files).await.expect("tidied");
            assert_eq!(files.note().expect("the note is read"), None);
            "tidied".to_owned()
        }
        ["begin", sandbox, number] => begin(&desk(sandbox).await, number).await,
        ["check", sandbox, challenge, code] => {
            let desk = desk(sandbox).await;
            let challenge = challenge.parse().expect("an id");
            let checked = desk
                .check(challenge, code, By::Staff)
                .await
                .expect("the store works");
            let Checked::Decided { verdict, .. } = checked else {
                panic!("not decided: {checked:?}");
            };
            format!("{verdict:?}")
        }
        _ => panic!("no such question: {words:?}"),
    }
}

/// Imports, and waits for a word after each step.
async fn import(bundle: &str, passphrase: &str) -> String {
    let key = Key::Passphrase(SecretString::from(passphrase));
    let bundle = fs::read(bundle).expect("a bundle");
    let bundle = Bundle::read(&bundle, &key).expect("it opens");
    let (vault, files) = (
        Vault::of_this_computer(),
        DeskFolder::take(&folder()).expect("nobody else imports"),
    );
    let current = files.settings().expect("settings");
    let plan = Plan::new(bundle, current, None, &vault, &mut UnwrapErr(SysRng)).await;
    let step = |step| {
        tell(&format!("{step:?}"));
        assert_eq!(heard().as_deref(), Some("go on"));
    };
    let imported = plan.expect("a plan").carry_out(&vault, &files, step).await;
    imported.expect("imported");
    "done".to_owned()
}

fn folder() -> PathBuf {
    std::env::var_os("DESK_FOLDER").expect("a folder").into()
}

fn set_of(name: &str) -> SecretSet {
    name.parse().expect("a set's name")
}

fn name_of(name: &str) -> SecretName {
    let named = SecretName::ALL
        .into_iter()
        .find(|each| each.as_str() == name);
    named.expect("a secret's name")
}

/// The desk that this computer's settings and keyring make.
async fn desk(sandbox: &str) -> Desk {
    let settings = read_settings(&folder());
    let vault = Vault::of_this_computer();
    let secret = async |name| {
        let secret = vault.read(&settings.secrets, name).await;
        secret.expect("the keyring answers")
    };
    let StoreChoice::Redis(redis) = &settings.store else {
        panic!("a shared store");
    };
    let redis_secrets = RedisSecrets {
        password: None,
        sentinel_password: None,
    };
    let store = RedisStore::new(redis, redis_secrets, SystemClock).expect("a store");
    let key = secret(SecretName::SiteKey).await.expect("a site key");
    let other = secret(SecretName::OtherSiteKey).await;
    let token = secret(SecretName::SinchSmsToken).await.expect("a token");
    let routes = routes_of(sandbox, token, &settings.sinch);
    desk_with(
        settings.desk.id,
        settings.desk.name.as_str(),
        routes,
        Arc::new(store),
        SiteKeys::read(&key, other.as_ref()).expect("site keys"),
    )
}

fn routes_of(sandbox: &str, token: SecretString, sinch: &SinchSettings) -> Routes {
    let address = sandbox.parse().expect("an address");
    let place = Place::Loopback(LoopbackOrigin::new(address).expect("a loopback address"));
    let transport = Transport::new(place, Timeouts::default()).expect("a client");
    let Some(SmsAccount::ServicePlan { region, plan }) = &sinch.sms else {
        panic!("a service plan");
    };
    Routes {
        sms: Some(Sms::service_plan(
            transport,
            *region,
            plan.clone(),
            ApiToken::new(token).expect("a token"),
            Arc::new(SystemClock),
            Arc::new(RandomJitter),
        )),
        sender: None,
        verification: None,
        carriers: ChannelSettings::default(),
    }
}

fn read_settings(folder: &Path) -> Settings {
    let file = fs::read(folder.join("settings.json")).expect("settings");
    Settings::read(&file).expect("settings")
}

async fn begin(desk: &Desk, number: &str) -> String {
    let request = Request {
        typed: number,
        region: Region::UNITED_STATES,
        channel: Channel::Sms,
        route: Some(Route::SinchSms),
        reference: None,
        language: Language::En,
    };
    let requested = desk.request(request).await.expect("the store works");
    let Requested::Open(open) = requested else {
        panic!("not open: {requested:?}");
    };
    open.challenge.id.to_string()
}
