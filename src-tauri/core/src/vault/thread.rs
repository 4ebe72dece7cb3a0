//! The vault's one thread. A keyring blocks, and may hang behind a prompt or a program that stopped:
//! nobody waits for it longer than their patience, and while it hangs the next ones don't wait at all.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tokio::time::timeout;

use super::ring::Ring;
use super::{VaultFault, VaultState};
use crate::time::lock;

/// How long somebody waits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// For an answer of the keyring.
    pub(super) answer: Duration,
    /// For a person at the system's prompt.
    pub(super) person: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(5),
            person: Duration::from_secs(120),
        }
    }
}

/// A thread with a keyring of its own. It is never waited for: not at its start, since it opens nothing
/// before it is asked, and not at the app's end, whatever it hangs in.
pub(super) struct RingThread {
    questions: Mutex<Questions>,
    progress: Arc<Progress>,
    patience: Patience,
}

struct Questions {
    last: u64,
    queue: mpsc::Sender<Question>,
}

type Question = Box<dyn FnOnce(&mut dyn Ring) + Send>;

impl RingThread {
    pub(super) fn start(mut ring: impl Ring + 'static, patience: Patience) -> Self {
        let (queue, asked) = mpsc::channel::<Question>();
        let progress = Arc::<Progress>::default();
        let thread = thread::Builder::new().name("vault".into());
        let started = thread.spawn(move || asked.iter().for_each(|question| question(&mut ring)));
        if let Err(error) = started {
            tracing::error!(kind = ?error.kind(), "the vault's thread did not start");
        }
        Self {
            questions: Mutex::new(Questions { last: 0, queue }),
            progress,
            patience,
        }
    }

    pub(super) fn state(&self) -> watch::Receiver<VaultState> {
        self.progress.state.subscribe()
    }

    /// Puts a question to the keyring.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut dyn Ring) -> Result<T, VaultFault> + Send + 'static,
    ) -> Result<T, VaultFault> {
        self.progress.would_answer()?;
        let (number, answer) = self.put(question);
        match timeout(self.patience.answer, answer).await {
            Ok(answer) => answer.unwrap_or(Err(VaultFault::Silent)),
            Err(_) => {
                self.progress.given_up(number);
                Err(VaultFault::Silent)
            }
        }
    }

    /// Has the keyring ask its owner to unlock it. Until they answer, whoever asks is told that it is
    /// locked, without waiting.
    pub(super) async fn unlock(&self) -> Result<(), VaultFault> {
        match self.ask(|ring| ring.look()).await {
            Err(VaultFault::Locked) => {}
            outcome => return outcome,
        }
        self.progress.unlocking()?;
        let progress = Arc::clone(&self.progress);
        let (_, answer) = self.put(move |ring| {
            let outcome = ring.unlock();
            progress.unlocked();
            outcome
        });
        match timeout(self.patience.person, answer).await {
            Ok(answer) => answer.unwrap_or(Err(VaultFault::Silent)),
            Err(_) => Err(VaultFault::Locked),
        }
    }

    /// The question's number, and where its answer comes.
    fn put<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut dyn Ring) -> Result<T, VaultFault> + Send + 'static,
    ) -> (u64, oneshot::Receiver<Result<T, VaultFault>>) {
        let (reply, answer) = oneshot::channel();
        let progress = Arc::clone(&self.progress);
        let mut questions = lock(&self.questions);
        questions.last += 1;
        let number = questions.last;
        let question: Question = Box::new(move |ring| {
            // Nobody waits for it any more, and a secret kept now would come as a surprise.
            if reply.is_closed() {
                return progress.passed_over(number);
            }
            let outcome = question(ring);
            progress.answered(number, &outcome);
            reply.send(outcome).ok();
        });
        // Without its thread the question is dropped, and so is the reply.
        questions.queue.send(question).ok();
        (number, answer)
    }
}

/// How far the thread has come, and whether anybody has to wait for it.
#[derive(Default)]
struct Progress {
    at: Mutex<At>,
    state: watch::Sender<VaultState>,
}

#[derive(Default)]
struct At {
    /// The last question that is done with.
    done: u64,
    /// The last question whose asker lost patience.
    given_up: u64,
    /// The system's prompt is on the screen.
    unlocking: bool,
}

impl Progress {
    /// Fails where an answer can't be expected soon.
    fn would_answer(&self) -> Result<(), VaultFault> {
        let at = lock(&self.at);
        if at.unlocking {
            return Err(VaultFault::Locked);
        }
        if at.given_up > at.done {
            return Err(VaultFault::Silent);
        }
        Ok(())
    }

    fn unlocking(&self) -> Result<(), VaultFault> {
        let mut at = lock(&self.at);
        if at.unlocking {
            return Err(VaultFault::Locked);
        }
        at.unlocking = true;
        Ok(())
    }

    fn unlocked(&self) {
        lock(&self.at).unlocking = false;
    }

    fn answered<T>(&self, number: u64, outcome: &Result<T, VaultFault>) {
        let mut at = lock(&self.at);
        at.done = number;
        self.state.send_replace(VaultState::after(outcome));
    }

    fn passed_over(&self, number: u64) {
        lock(&self.at).done = number;
    }

    /// Says so only while it is true: the answer may have come in the very moment.
    fn given_up(&self, number: u64) {
        let mut at = lock(&self.at);
        at.given_up = at.given_up.max(number);
        if at.given_up > at.done {
            self.state
                .send_replace(VaultState::Fails(VaultFault::Silent));
        }
    }
}

#[cfg(test)]
mod tests;
