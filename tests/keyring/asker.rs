//! The program that asks: this very test program once more, in one test that answers what it reads. So each
//! test's vault meets the session bus that the test chose, and begins and ends like an app's.

use std::collections::HashMap;
use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use countersign_core::vault::{Kept, SecretName, SecretSet, Vault, VaultFault};
use log::{LevelFilter, Log, Metadata, Record};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use crate::desk::Desk;

/// Longer than any answer takes, however the keyring is found.
const LIMIT: Duration = Duration::from_secs(30);

/// The name of every secret here.
const NAME: SecretName = SecretName::SinchSmsToken;

/// One that asks at a desk, with a vault of its own.
pub(crate) struct Asker {
    child: Child,
    questions: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    early: HashMap<u32, Answer>,
    last: u32,
}

/// What the vault answered, and how long it took.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) says: String,
    pub(crate) took: Duration,
}

/// A question that was put and not answered yet.
#[derive(Clone, Copy)]
pub(crate) struct Put(u32);

impl Asker {
    pub(crate) fn at(desk: &Desk) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--ignored", "--exact", "asker::answers", "--nocapture"])
            .envs(desk.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(desk.log())
            .kill_on_drop(true)
            .spawn()
            .expect("this program starts once more");
        let questions = child.stdin.take().expect("its questions");
        let answers = BufReader::new(child.stdout.take().expect("its answers")).lines();
        Self {
            child,
            questions,
            answers,
            early: HashMap::new(),
            last: 0,
        }
    }

    /// Asks, and waits for the answer.
    pub(crate) async fn ask(&mut self, question: &str) -> Answer {
        let put = self.put(question).await;
        self.answer(put).await
    }

    /// Asks, and waits for no more than that the vault has heard it.
    pub(crate) async fn put(&mut self, question: &str) -> Put {
        self.last += 1;
        let line = format!("{} {question}\n", self.last);
        let written = self.questions.write_all(line.as_bytes()).await;
        written.expect("it listens");
        Put(self.last)
    }

    /// The answer to what was asked before.
    pub(crate) async fn answer(&mut self, Put(number): Put) -> Answer {
        loop {
            if let Some(answer) = self.early.remove(&number) {
                return answer;
            }
            let line = timeout(LIMIT, self.answers.next_line()).await;
            let line = line.expect("an answer in time").expect("an answer");
            self.note(&line.expect("it goes on"));
        }
    }

    fn note(&mut self, line: &str) {
        let mut words = line.splitn(4, ' ');
        if words.next() != Some("answer") {
            return;
        }
        let mut number = || words.next().and_then(|word| word.parse::<u32>().ok());
        if let (Some(question), Some(milliseconds)) = (number(), number()) {
            let answer = Answer {
                says: words.next().unwrap_or_default().to_owned(),
                took: Duration::from_millis(milliseconds.into()),
            };
            self.early.insert(question, answer);
        }
    }

    /// Ends it as an app is ended that nobody waits for, and tells how long that took.
    pub(crate) async fn leave(mut self) -> Duration {
        let asked = Instant::now();
        drop(self.questions);
        let ended = timeout(LIMIT, self.child.wait()).await;
        assert!(ended.expect("it ends").expect("it ended").success());
        asked.elapsed()
    }
}

#[test]
#[ignore = "the program that the other tests ask by: it answers what it reads"]
fn answers() {
    log::set_boxed_logger(Box::new(Everything)).expect("no other log");
    log::set_max_level(LevelFilter::Trace);
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    let vault = Vault::of_this_computer();
    for line in std::io::stdin().lines() {
        let line = line.expect("a question");
        let vault = vault.clone();
        runtime.spawn(async move {
            let (number, question) = line.split_once(' ').expect("a number and a question");
            let asked = Instant::now();
            let says = answer(&vault, question).await;
            let took = asked.elapsed().as_millis();
            writeln!(std::io::stdout(), "answer {number} {took} {says}").expect("it is heard");
        });
    }
    runtime.shutdown_background();
}

async fn answer(vault: &Vault, question: &str) -> String {
    let (verb, argument) = question.split_once(' ').unwrap_or((question, ""));
    let set = SecretSet::default();
    let done = |outcome: Result<(), VaultFault>| outcome.map(|()| "done".to_owned());
    let secret = || SecretString::from(argument);
    let outcome = match verb {
        "look" => done(vault.look().await),
        "unlock" => done(vault.unlock().await),
        "keep" => done(vault.keep(&set, NAME, secret()).await),
        "forget" => done(vault.forget(&set, NAME).await),
        "keep-for-session" => {
            vault.keep_for_session(&set, NAME, secret());
            Ok("done".to_owned())
        }
        "kept" => vault.kept(&set, NAME).await.map(|kept| match kept {
            Some(Kept::Keyring) => "in the keyring".to_owned(),
            Some(Kept::Session) => "for the session".to_owned(),
            None => "nothing".to_owned(),
        }),
        "read" => vault.read(&set, NAME).await.map(said),
        "read-of" => {
            let set = argument.parse().expect("a set's name");
            vault.read(&set, NAME).await.map(said)
        }
        _ => panic!("no such question: {verb}"),
    };
    outcome.unwrap_or_else(|fault| fault.code().to_owned())
}

fn said(secret: Option<SecretString>) -> String {
    secret.map_or("nothing".to_owned(), |secret| {
        format!("“{}”", secret.expose_secret())
    })
}

/// Writes down whatever any library says at any level.
struct Everything;

impl Log for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = format!("{} {}\n", record.target(), record.args());
        std::io::stderr().write_all(line.as_bytes()).ok();
    }

    fn flush(&self) {}
}
