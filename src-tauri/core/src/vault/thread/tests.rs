use std::sync::mpsc;
use std::time::{Duration, Instant};

use secrecy::SecretString;

use super::{Patience, RingThread};
use crate::vault::ring::Ring;
use crate::vault::{VaultFault, VaultState};

const SHORT: Patience = Patience {
    answer: Duration::from_millis(300),
    person: Duration::from_millis(600),
};
/// Far longer than anything here takes that does not hang.
const SOON: Duration = Duration::from_secs(20);

/// A locked keyring that answers each question once it is told to, and counts what it kept.
struct Held {
    answers: mpsc::Receiver<()>,
    is_locked: bool,
    writes: mpsc::Sender<String>,
}

impl Held {
    fn wait(&self) {
        self.answers.recv_timeout(SOON).ok();
    }
}

impl Ring for Held {
    fn look(&mut self) -> Result<(), VaultFault> {
        if self.is_locked {
            return Err(VaultFault::Locked);
        }
        Ok(())
    }

    fn read(&mut self, _: &str) -> Result<Option<SecretString>, VaultFault> {
        self.wait();
        Ok(None)
    }

    fn write(&mut self, account: &str, _: &SecretString) -> Result<(), VaultFault> {
        self.wait();
        self.writes.send(account.to_owned()).ok();
        Ok(())
    }

    fn remove(&mut self, _: &str) -> Result<(), VaultFault> {
        self.wait();
        Ok(())
    }

    fn unlock(&mut self) -> Result<(), VaultFault> {
        self.wait();
        self.is_locked = false;
        Ok(())
    }
}

struct Rig {
    thread: RingThread,
    answer: mpsc::Sender<()>,
    written: mpsc::Receiver<String>,
}

fn held(is_locked: bool) -> Rig {
    let (answer, answers) = mpsc::channel();
    let (writes, written) = mpsc::channel();
    let ring = Held {
        answers,
        is_locked,
        writes,
    };
    Rig {
        thread: RingThread::start(ring, SHORT),
        answer,
        written,
    }
}

async fn read(thread: &RingThread) -> Result<(), VaultFault> {
    thread.ask(|ring| ring.read("name").map(drop)).await
}

async fn until(thread: &RingThread, expected: VaultState) {
    let mut state = thread.state();
    let reached = state.wait_for(|state| *state == expected);
    tokio::time::timeout(SOON, reached).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_keyring_that_hangs_is_waited_for_no_longer_than_patience_lasts() {
    let rig = held(false);
    let asked = Instant::now();
    assert_eq!(read(&rig.thread).await, Err(VaultFault::Silent));
    assert!(asked.elapsed() >= SHORT.answer);
    let state = *rig.thread.state().borrow();
    assert_eq!(state, VaultState::Fails(VaultFault::Silent));
}

#[tokio::test]
async fn while_it_hangs_the_next_do_not_wait_at_all() {
    let rig = held(false);
    read(&rig.thread).await.unwrap_err();
    let asked = Instant::now();
    for _ in 0..100 {
        assert_eq!(read(&rig.thread).await, Err(VaultFault::Silent));
    }
    assert!(asked.elapsed() < SHORT.answer * 50);
}

#[tokio::test]
async fn once_it_answers_the_next_are_answered() {
    let rig = held(false);
    read(&rig.thread).await.unwrap_err();
    rig.answer.send(()).unwrap();
    until(&rig.thread, VaultState::Answers).await;
    rig.answer.send(()).unwrap();
    assert_eq!(read(&rig.thread).await, Ok(()));
}

#[tokio::test]
async fn a_secret_nobody_waits_for_any_more_is_not_kept() {
    let rig = held(false);
    let secret = SecretString::from("made up");
    let reading = read(&rig.thread);
    let writing = rig.thread.ask(move |ring| ring.write("name", &secret));
    let (read_outcome, written) = tokio::join!(reading, writing);
    assert_eq!(read_outcome, Err(VaultFault::Silent));
    assert_eq!(written, Err(VaultFault::Silent));
    rig.answer.send(()).unwrap();
    until(&rig.thread, VaultState::Answers).await;
    rig.answer.send(()).unwrap();
    rig.answer.send(()).unwrap();
    while read(&rig.thread).await.is_err() {}
    assert!(rig.written.try_recv().is_err());
}

#[tokio::test]
async fn while_the_prompt_waits_others_are_told_that_it_is_locked() {
    let rig = held(true);
    assert_eq!(rig.thread.unlock().await, Err(VaultFault::Locked));
    let asked = Instant::now();
    assert_eq!(read(&rig.thread).await, Err(VaultFault::Locked));
    assert_eq!(rig.thread.unlock().await, Err(VaultFault::Locked));
    assert!(asked.elapsed() < SHORT.person);
}

#[tokio::test]
async fn a_prompt_that_is_answered_late_is_told_by_the_state() {
    let rig = held(true);
    rig.thread.unlock().await.unwrap_err();
    rig.answer.send(()).unwrap();
    until(&rig.thread, VaultState::Answers).await;
    rig.answer.send(()).unwrap();
    assert_eq!(read(&rig.thread).await, Ok(()));
}

#[tokio::test]
async fn a_keyring_whose_thread_has_died_is_silent() {
    let rig = held(false);
    let died = rig.thread.ask(|_| -> Result<(), _> {
        panic!("made up: a store that panics");
    });
    assert_eq!(died.await, Err(VaultFault::Silent));
    assert_eq!(read(&rig.thread).await, Err(VaultFault::Silent));
}
