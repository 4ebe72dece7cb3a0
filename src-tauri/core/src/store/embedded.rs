//! The store of one computer: SQLite in one file, by the rules of `store`. Not for several computers.
//! SQLite blocks, so it lives on a thread of its own, and no async thread ever waits for a disk.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use async_trait::async_trait;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use thiserror::Error;
use tokio::sync::oneshot;

use super::inspection::QUESTIONS;
use super::{
    Changes, Counted, Home, Inspection, Latency, Note, NotePage, RefusedBecause, Reservation,
    Reserved, Settlement, Standing, Store, StoreFault, StoreHealth, TryOutcome, UnreachableBecause,
    notebook,
};
use crate::challenge::{
    Challenge, ChallengeId, CodeDigest, DeskId, NumberKey, Sealed, SendId, TryId, Verdict,
};
use crate::policy::Limits;
use crate::time::{Clock, Timestamp};

mod endings;
mod faults;
mod notes;
mod reserve;
mod rows;
mod rules;
mod schema;
mod settle;
mod store_time;
mod take_over;
mod tries;
mod values;

#[cfg(test)]
mod crash_tests;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod tests;

use faults::{commit_fault, fault};
use store_time::StoreTime;

/// A store in one SQLite file. Several of them, in several processes too, may share a file.
///
/// Dropping it ends its thread, once the steps already asked for are done.
pub struct EmbeddedStore {
    jobs: mpsc::Sender<Job>,
    clock: Arc<dyn Clock>,
}

type Job = Box<dyn FnOnce(&mut Ledger) + Send>;

/// The store's thread is no more.
#[derive(Debug, Error)]
#[error("the store's thread has ended")]
struct ThreadEnded;

impl EmbeddedStore {
    /// Opens the store in the file at `path`, and makes the file if there is none, readable for its
    /// owner only. Waits for the disk: not for an async thread.
    ///
    /// # Errors
    /// [`StoreFault::Unreachable`] if the file can't be reached or is held by another for too long,
    /// [`StoreFault::Refused`] if it is damaged or may not be written,
    /// [`StoreFault::Unreadable`] if a later version or another program wrote it; then it is left as it is.
    pub fn open(path: impl AsRef<Path>, clock: impl Clock) -> Result<Self, StoreFault> {
        create_private(path.as_ref()).map_err(file_fault)?;
        // SQLite's own locks are not needed where one thread owns the connection.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(fault)?;
        Self::on_thread(connection, Arc::new(clock))
    }

    /// Opens a store that is forgotten when it is dropped: for training, and for tests.
    ///
    /// # Errors
    /// [`StoreFault::Refused`] or [`StoreFault::Unreachable`] if memory or threads have run out.
    pub fn in_memory(clock: impl Clock) -> Result<Self, StoreFault> {
        let connection = Connection::open_in_memory().map_err(fault)?;
        Self::on_thread(connection, Arc::new(clock))
    }

    fn on_thread(mut connection: Connection, clock: Arc<dyn Clock>) -> Result<Self, StoreFault> {
        schema::prepare(&mut connection)?;
        let mut ledger = Ledger {
            connection,
            time: StoreTime::new(Arc::clone(&clock)),
        };
        let (jobs, asked) = mpsc::channel::<Job>();
        thread::Builder::new()
            .name("store".into())
            .spawn(move || asked.iter().for_each(|job| job(&mut ledger)))
            .map_err(|error| StoreFault::unreachable(UnreachableBecause::File, error))?;
        Ok(Self { jobs, clock })
    }

    /// One step that may write.
    async fn step<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Step<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreFault> {
        self.ask(|ledger| ledger.step(work)).await
    }

    /// One step that only reads.
    async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Step<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreFault> {
        self.ask(|ledger| ledger.look(work)).await
    }

    async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Ledger) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |ledger| {
            // Nobody waits for it any more: an intent written now would never be settled.
            if reply.is_closed() {
                return;
            }
            reply.send(work(ledger)).ok();
        });
        self.jobs.send(job).map_err(|_| thread_ended())?;
        // A panic in mid-step rolls the step back, and drops the jobs behind it undone.
        answer.await.map_err(|_| thread_ended())?
    }
}

fn thread_ended() -> StoreFault {
    StoreFault::unreachable(UnreachableBecause::File, ThreadEnded)
}

/// SQLite gives its companion files the mode of the main one, so that one is made first.
fn create_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn file_fault(error: io::Error) -> StoreFault {
    if error.kind() == io::ErrorKind::PermissionDenied {
        return StoreFault::refused(RefusedBecause::Damaged, error);
    }
    StoreFault::unreachable(UnreachableBecause::File, error)
}

/// What the store's thread owns.
struct Ledger {
    connection: Connection,
    time: StoreTime,
}

impl Ledger {
    fn step<T>(
        &mut self,
        work: impl FnOnce(&Step<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreFault> {
        // Immediate: the right to write is taken before anything is read, so that what was read still
        // holds when it is acted upon, whatever other connections do.
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(fault)?;
        let step = Step::begin(&transaction, &mut self.time).map_err(fault)?;
        let answer = step.carry_out(work).map_err(fault)?;
        transaction.commit().map_err(commit_fault)?;
        Ok(answer)
    }

    fn look<T>(
        &mut self,
        work: impl FnOnce(&Step<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreFault> {
        let transaction = self.connection.transaction().map_err(fault)?;
        let step = Step::begin(&transaction, &mut self.time).map_err(fault)?;
        work(&step).map_err(fault)
    }
}

/// One atomic step: a transaction, and the one moment at which all of it happens.
struct Step<'a> {
    connection: &'a Connection,
    now: Timestamp,
}

impl<'a> Step<'a> {
    fn begin(connection: &'a Connection, time: &mut StoreTime) -> rusqlite::Result<Self> {
        let mark = store_time::mark(connection)?;
        Ok(Self {
            connection,
            now: time.now(mark),
        })
    }

    fn carry_out<T>(&self, work: impl FnOnce(&Self) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        store_time::keep_mark(self.connection, self.now)?;
        self.forget()?;
        self.forget_notes()?;
        work(self)
    }
}

#[async_trait]
impl Store for EmbeddedStore {
    async fn reserve(
        &self,
        request: &Reservation,
        limits: &Limits,
    ) -> Result<Reserved, StoreFault> {
        let (request, limits) = (request.clone(), limits.clone());
        self.step(move |step| step.reserve(&request, &limits)).await
    }

    async fn settle(
        &self,
        challenge: ChallengeId,
        send: SendId,
        settlement: &Settlement,
        limits: &Limits,
    ) -> Result<Option<Challenge>, StoreFault> {
        let (settlement, limits) = (settlement.clone(), limits.clone());
        self.step(move |step| step.settle(challenge, send, &settlement, &limits))
            .await
    }

    async fn check(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        code: &CodeDigest,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault> {
        let (code, limits) = (*code, limits.clone());
        self.step(move |step| step.check(challenge, attempt, &code, &limits))
            .await
    }

    async fn count_try(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        limits: &Limits,
    ) -> Result<Counted, StoreFault> {
        let limits = limits.clone();
        self.step(move |step| step.count_try(challenge, attempt, &limits))
            .await
    }

    async fn finish(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault> {
        let limits = limits.clone();
        self.step(move |step| step.finish(challenge, attempt, outcome, &limits))
            .await
    }

    async fn cancel(&self, challenge: ChallengeId) -> Result<bool, StoreFault> {
        self.step(move |step| step.cancel(challenge)).await
    }

    async fn take_over(
        &self,
        challenge: ChallengeId,
        desk: DeskId,
        sealed: &Sealed,
        limits: &Limits,
    ) -> Result<Standing, StoreFault> {
        let (sealed, limits) = (sealed.clone(), limits.clone());
        self.step(move |step| step.take_over(challenge, desk, &sealed, &limits))
            .await
    }

    async fn standing(
        &self,
        challenge: ChallengeId,
        limits: &Limits,
    ) -> Result<Standing, StoreFault> {
        let limits = limits.clone();
        self.look(move |step| Ok(step.standing(challenge)?.told(&limits, step.now)))
            .await
    }

    async fn open_challenges(&self, limits: &Limits) -> Result<Vec<Challenge>, StoreFault> {
        let limits = limits.clone();
        self.look(move |step| step.open_challenges(&limits)).await
    }

    async fn remembers(&self, number: NumberKey, limits: &Limits) -> Result<bool, StoreFault> {
        let limits = limits.clone();
        self.look(move |step| step.remembers(&number, &limits))
            .await
    }

    async fn note(&self, page: NotePage, line: &[u8], keep: Duration) -> Result<(), StoreFault> {
        notebook::fitting(line)?;
        let line = line.to_vec();
        self.step(move |step| step.note(page, &line, keep)).await
    }

    async fn notes(&self, page: NotePage) -> Result<Vec<Note>, StoreFault> {
        self.look(move |step| step.notes(page)).await
    }

    async fn recover(&self, desk: DeskId) -> Result<u32, StoreFault> {
        self.step(move |step| step.recover(desk)).await
    }

    async fn health(&self) -> Result<StoreHealth, StoreFault> {
        let asked = self.clock.steady();
        let now = self.look(|step| Ok(step.now)).await?;
        Ok(StoreHealth {
            kind: format!("SQLite {}", rusqlite::version()),
            latency: self.clock.steady().saturating_duration_since(asked),
            now,
        })
    }

    async fn inspect(&self) -> Result<Inspection, StoreFault> {
        let mut taken = Vec::with_capacity(QUESTIONS);
        for _ in 0..QUESTIONS {
            taken.push(self.health().await?.latency);
        }
        Ok(Inspection {
            latency: Latency::of(taken),
            home: Home::Embedded {
                version: rusqlite::version().to_owned(),
            },
        })
    }

    /// One desk has the store to itself: it knows what it changes.
    fn changes(&self) -> Changes {
        Changes::none()
    }
}
