//! What is left when the app is killed: a process of its own works on a file and is shot.
//! A shut-down that is allowed to finish is no test of this.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::*;
use crate::challenge::{Channel, Route, Sealed, SendState};
use crate::store::{Purpose, Reservation};
use crate::time::SystemClock;

const TASK: &str = "COUNTERSIGN_CRASH_TASK";
const FILE: &str = "COUNTERSIGN_CRASH_FILE";

const WRONG: CodeDigest = CodeDigest([9; 32]);

fn desk() -> DeskId {
    DeskId::from_bytes([3; 16])
}

fn request(purpose: Purpose) -> Reservation {
    Reservation {
        challenge: ChallengeId::from_bytes([1; 24]),
        send: SendId::from_bytes([2; 16]),
        purpose,
        desk: desk(),
        channel: Channel::Sms,
        route: Route::SinchSms,
        code: Some(CodeDigest([4; 32])),
    }
}

fn first() -> Reservation {
    request(Purpose::First {
        sealed: Sealed(b"sealed".to_vec()),
    })
}

/// No pauses, since these tests go by the computer's own clock, and many tries.
fn limits() -> Limits {
    Limits {
        pauses: [Duration::ZERO; 3],
        tries: 250,
        ..Limits::default()
    }
}

/// The other process. It tells what it has been answered, line by line, and is never done.
#[tokio::test]
#[ignore = "the crash tests start it as a process of its own"]
async fn victim() {
    let store = EmbeddedStore::open(std::env::var_os(FILE).unwrap(), SystemClock).unwrap();
    let limits = limits();
    let granted = store.reserve(&first(), &limits).await.unwrap();
    assert!(matches!(granted, Reserved::Granted(_)));
    tell("reserved");
    if std::env::var(TASK).unwrap() == "reserve" {
        thread::sleep(Duration::from_secs(60));
        return;
    }
    for tried in 0..200 {
        match store
            .check(
                first().challenge,
                TryId::from_bytes([tried; 16]),
                &WRONG,
                &limits,
            )
            .await
            .unwrap()
        {
            Verdict::Wrong { left } => tell(&format!("left {left}")),
            other @ (Verdict::Verified
            | Verdict::Expired
            | Verdict::Locked { .. }
            | Verdict::Gone(_)) => panic!("{other:?}"),
        }
    }
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\nvictim {line}").unwrap();
    out.flush().unwrap();
}

/// A victim at work; killed at the latest when the test ends.
struct Victim {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Victim {
    fn start(task: &str, file: &Path) -> Self {
        let name = concat!(module_path!(), "::victim");
        let (_, name) = name.split_once("::").unwrap();
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--ignored", "--nocapture"])
            .env(TASK, task)
            .env(FILE, file)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, lines }
    }

    /// What it tells next; nothing once it is dead.
    fn next(&mut self) -> Option<String> {
        self.lines.find_map(|line| {
            let line = line.unwrap();
            line.strip_prefix("victim ").map(str::to_owned)
        })
    }

    /// SIGKILL, or what comes nearest to it elsewhere.
    fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Victim {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[tokio::test]
async fn a_kill_between_reserve_and_settle_leaves_an_intent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let mut victim = Victim::start("reserve", &path);
    assert_eq!(victim.next().as_deref(), Some("reserved"));
    victim.kill();

    let store = EmbeddedStore::open(&path, SystemClock).unwrap();
    let id = first().challenge;
    let left = store.standing(id, &limits()).await.unwrap().open().unwrap();
    assert_eq!(left.send.state, SendState::Intent);
    assert_eq!(store.recover(desk()).await.unwrap(), 1);
    let recovered = store.standing(id, &limits()).await.unwrap().open().unwrap();
    assert_eq!(recovered.send.state, SendState::Unknown);
    let retry = request(Purpose::Retry);
    let Reserved::Granted(retried) = store.reserve(&retry, &limits()).await.unwrap() else {
        panic!("a retry was refused")
    };
    assert_eq!(retried.send.id, left.send.id);
    assert_eq!(retried.sends, 1);
}

#[tokio::test]
async fn a_kill_amid_wrong_codes_forgets_none_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let mut victim = Victim::start("guess", &path);
    assert_eq!(victim.next().as_deref(), Some("reserved"));
    for _ in 0..20 {
        victim.next().unwrap();
    }
    victim.kill();
    let mut told = None;
    while let Some(line) = victim.next() {
        told = Some(line);
    }

    let store = EmbeddedStore::open(&path, SystemClock).unwrap();
    let left = store.standing(first().challenge, &limits()).await.unwrap();
    let left = left.open().unwrap().tries_left;
    let counted = limits().tries - left;
    assert!(counted >= 20, "only {counted} of 20 were counted");
    if let Some(told) = told {
        let told: u8 = told.strip_prefix("left ").unwrap().parse().unwrap();
        assert!(left <= told, "{told} were told, {left} are left");
    }
    assert!(left > limits().tries - 200, "it was not killed amid them");
}
