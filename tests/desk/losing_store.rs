//! A real store whose answers get lost on command, and which can be away. It keeps no rule of its own:
//! each step is the real store's, or is not done at all.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use countersign_core::challenge::{
    Challenge, ChallengeId, CodeDigest, DeskId, NumberKey, Sealed, SendId, TryId, Verdict,
};
use countersign_core::policy::Limits;
use countersign_core::store::{
    Changes, Counted, Inspection, Note, NotePage, Reservation, Reserved, Settlement, Standing,
    Store, StoreFault, StoreHealth, TryOutcome, UnreachableBecause,
};

/// The store's steps, by name.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Step {
    Reserve,
    Settle,
    Check,
    CountTry,
    Finish,
    Cancel,
    TakeOver,
    Standing,
    OpenChallenges,
    Remembers,
    Note,
    Notes,
    Recover,
    Health,
    Inspect,
}

const ALL: [Step; 15] = [
    Step::Reserve,
    Step::Settle,
    Step::Check,
    Step::CountTry,
    Step::Finish,
    Step::Cancel,
    Step::TakeOver,
    Step::Standing,
    Step::OpenChallenges,
    Step::Remembers,
    Step::Note,
    Step::Notes,
    Step::Recover,
    Step::Health,
    Step::Inspect,
];

/// The two that nobody can tell apart who only hears that no answer came.
pub(crate) const LOST: [Outage; 2] = [Outage::AnswerLost, Outage::QuestionLost];

/// What goes wrong with a step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outage {
    /// The store can't be reached: the step is not done.
    Away,
    /// The step is done, and its answer is lost.
    AnswerLost,
    /// The step is not done, which looks just the same from here.
    QuestionLost,
}

/// The store, and what goes wrong with it now.
pub(crate) struct LosingStore {
    real: Arc<dyn Store>,
    outages: Mutex<HashMap<Step, Outage>>,
    asked: Mutex<Vec<Step>>,
}

impl LosingStore {
    pub(crate) fn new(real: impl Store + 'static) -> Self {
        Self {
            real: Arc::new(real),
            outages: Mutex::default(),
            asked: Mutex::default(),
        }
    }

    /// From now on this goes wrong with these steps.
    pub(crate) fn begin(&self, outage: Outage, steps: &[Step]) {
        held(&self.outages).extend(steps.iter().map(|step| (*step, outage)));
    }

    /// From now on every step fails, undone.
    pub(crate) fn go_away(&self) {
        self.begin(Outage::Away, &ALL);
    }

    /// From now on nothing goes wrong.
    pub(crate) fn come_back(&self) {
        held(&self.outages).clear();
    }

    /// How often a step was asked for, done or not.
    pub(crate) fn asked(&self, step: Step) -> usize {
        held(&self.asked)
            .iter()
            .filter(|asked| **asked == step)
            .count()
    }

    async fn step<T>(
        &self,
        step: Step,
        work: impl Future<Output = Result<T, StoreFault>>,
    ) -> Result<T, StoreFault> {
        held(&self.asked).push(step);
        let outage = held(&self.outages).get(&step).copied();
        match outage {
            None => work.await,
            Some(Outage::Away) => Err(StoreFault::Unreachable {
                because: UnreachableBecause::NoAnswer,
                away: Duration::ZERO,
                source: io::Error::from(io::ErrorKind::ConnectionRefused).into(),
            }),
            Some(Outage::AnswerLost) => {
                work.await?;
                Err(interrupted())
            }
            Some(Outage::QuestionLost) => Err(interrupted()),
        }
    }
}

fn interrupted() -> StoreFault {
    StoreFault::Interrupted(io::Error::from(io::ErrorKind::TimedOut).into())
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[async_trait::async_trait]
impl Store for LosingStore {
    async fn reserve(
        &self,
        request: &Reservation,
        limits: &Limits,
    ) -> Result<Reserved, StoreFault> {
        let work = self.real.reserve(request, limits);
        self.step(Step::Reserve, work).await
    }

    async fn settle(
        &self,
        challenge: ChallengeId,
        send: SendId,
        settlement: &Settlement,
        limits: &Limits,
    ) -> Result<Option<Challenge>, StoreFault> {
        let work = self.real.settle(challenge, send, settlement, limits);
        self.step(Step::Settle, work).await
    }

    async fn check(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        code: &CodeDigest,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault> {
        let work = self.real.check(challenge, attempt, code, limits);
        self.step(Step::Check, work).await
    }

    async fn count_try(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        limits: &Limits,
    ) -> Result<Counted, StoreFault> {
        let work = self.real.count_try(challenge, attempt, limits);
        self.step(Step::CountTry, work).await
    }

    async fn finish(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault> {
        let work = self.real.finish(challenge, attempt, outcome, limits);
        self.step(Step::Finish, work).await
    }

    async fn cancel(&self, challenge: ChallengeId) -> Result<bool, StoreFault> {
        self.step(Step::Cancel, self.real.cancel(challenge)).await
    }

    async fn take_over(
        &self,
        challenge: ChallengeId,
        desk: DeskId,
        sealed: &Sealed,
        limits: &Limits,
    ) -> Result<Standing, StoreFault> {
        let work = self.real.take_over(challenge, desk, sealed, limits);
        self.step(Step::TakeOver, work).await
    }

    async fn standing(
        &self,
        challenge: ChallengeId,
        limits: &Limits,
    ) -> Result<Standing, StoreFault> {
        let work = self.real.standing(challenge, limits);
        self.step(Step::Standing, work).await
    }

    async fn open_challenges(&self, limits: &Limits) -> Result<Vec<Challenge>, StoreFault> {
        let work = self.real.open_challenges(limits);
        self.step(Step::OpenChallenges, work).await
    }

    async fn remembers(&self, number: NumberKey, limits: &Limits) -> Result<bool, StoreFault> {
        let work = self.real.remembers(number, limits);
        self.step(Step::Remembers, work).await
    }

    async fn note(&self, page: NotePage, line: &[u8], keep: Duration) -> Result<(), StoreFault> {
        self.step(Step::Note, self.real.note(page, line, keep))
            .await
    }

    async fn notes(&self, page: NotePage) -> Result<Vec<Note>, StoreFault> {
        self.step(Step::Notes, self.real.notes(page)).await
    }

    async fn recover(&self, desk: DeskId) -> Result<u32, StoreFault> {
        self.step(Step::Recover, self.real.recover(desk)).await
    }

    async fn health(&self) -> Result<StoreHealth, StoreFault> {
        self.step(Step::Health, self.real.health()).await
    }

    async fn inspect(&self) -> Result<Inspection, StoreFault> {
        self.step(Step::Inspect, self.real.inspect()).await
    }

    fn changes(&self) -> Changes {
        self.real.changes()
    }
}
