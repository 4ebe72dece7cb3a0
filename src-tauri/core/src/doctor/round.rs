//! One subject, looked at stage by stage: each is told when it begins and when it has ended, and what
//! comes after a failure is passed over. What the stages do is beside the subjects.

use std::time::{Duration, Instant};

use super::fact::Fact;
use super::finding::{Finding, Skipped, Stage, State, Subject};
use super::remedy::Remedy;
use crate::time::Clock;

/// Who hears what is found.
pub(super) type Tell<'a> = &'a (dyn Fn(&Finding) + Send + Sync);

/// What a stage found where it did not fail.
pub(super) struct Seen<T> {
    value: T,
    state: State,
    facts: Vec<Fact>,
}

impl<T> Seen<T> {
    /// All is well.
    pub(super) fn well(value: T) -> Self {
        Self {
            value,
            state: State::Passed,
            facts: Vec::new(),
        }
    }

    pub(super) fn with(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.facts.extend(facts);
        self
    }

    /// Something ought to be done, if anything.
    pub(super) fn warned(mut self, remedy: Option<Remedy>) -> Self {
        if let Some(remedy) = remedy {
            self.state = State::Warned(remedy);
        }
        self
    }

    pub(super) fn has_no_facts(&self) -> bool {
        self.facts.is_empty()
    }

    /// There was nothing to see.
    pub(super) fn skipped(value: T, because: Skipped) -> Self {
        Self {
            value,
            state: State::Skipped(because),
            facts: Vec::new(),
        }
    }
}

/// Why a stage failed.
#[derive(Debug)]
pub(super) struct Problem {
    remedy: Remedy,
    facts: Vec<Fact>,
}

impl Problem {
    pub(super) fn new(remedy: Remedy) -> Self {
        Self {
            remedy,
            facts: Vec::new(),
        }
    }

    pub(super) fn with(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.facts.extend(facts);
        self
    }
}

/// Tells what is found of one subject.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    subject: Subject,
    tell: Tell<'a>,
}

impl Teller<'_> {
    /// Tells how a stage comes along.
    pub(super) fn running(&self, stage: Stage, facts: Vec<Fact>) {
        self.say(stage, State::Running, Duration::ZERO, facts);
    }

    fn say(&self, stage: Stage, state: State, took: Duration, facts: Vec<Fact>) {
        (self.tell)(&Finding {
            subject: self.subject,
            stage,
            state,
            took,
            facts,
        });
    }
}

/// The stages of one subject.
pub(super) struct Round<'a> {
    teller: Teller<'a>,
    stages: &'static [Stage],
    clock: &'a dyn Clock,
}

impl<'a> Round<'a> {
    /// `stages` are all that the subject has, in their order.
    pub(super) fn new(
        subject: Subject,
        stages: &'static [Stage],
        clock: &'a dyn Clock,
        tell: Tell<'a>,
    ) -> Self {
        Self {
            teller: Teller { subject, tell },
            stages,
            clock,
        }
    }

    pub(super) fn teller(&self) -> Teller<'a> {
        self.teller
    }

    /// Goes through one stage. Nothing where it failed: then those after it were passed over.
    pub(super) async fn stage<T>(
        &self,
        stage: Stage,
        work: impl Future<Output = Result<Seen<T>, Problem>>,
    ) -> Option<T> {
        let began = self.clock.steady();
        self.teller.running(stage, Vec::new());
        match work.await {
            Ok(Seen {
                value,
                state,
                facts,
            }) => {
                self.teller.say(stage, state, self.since(began), facts);
                Some(value)
            }
            Err(Problem { remedy, facts }) => {
                let failed = State::Failed(remedy);
                self.teller.say(stage, failed, self.since(began), facts);
                self.skip_after(stage, Skipped::Earlier);
                None
            }
        }
    }

    /// Passes over one stage.
    pub(super) fn skip(&self, stage: Stage, because: Skipped) {
        let skipped = State::Skipped(because);
        self.teller.say(stage, skipped, Duration::ZERO, Vec::new());
    }

    /// Passes over all that comes after a stage.
    pub(super) fn skip_after(&self, stage: Stage, because: Skipped) {
        let after = self.stages.iter().skip_while(|other| **other != stage);
        for later in after.skip(1) {
            self.skip(*later, because);
        }
    }

    fn since(&self, began: Instant) -> Duration {
        self.clock.steady().saturating_duration_since(began)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::time::{SystemClock, lock};

    #[tokio::test]
    async fn what_comes_after_a_failure_is_passed_over() {
        const STAGES: &[Stage] = &[Stage::Name, Stage::Connection, Stage::Encryption];
        let told = Mutex::new(Vec::new());
        let tell = |finding: &Finding| lock(&told).push((finding.stage, finding.state));
        let round = Round::new(Subject::Store, STAGES, &SystemClock, &tell);
        assert_eq!(
            round.stage(Stage::Name, async { Ok(Seen::well(7)) }).await,
            Some(7)
        );
        let failed = async { Err::<Seen<()>, _>(Problem::new(Remedy::StartRedis)) };
        assert_eq!(round.stage(Stage::Connection, failed).await, None);
        assert_eq!(
            *lock(&told),
            [
                (Stage::Name, State::Running),
                (Stage::Name, State::Passed),
                (Stage::Connection, State::Running),
                (Stage::Connection, State::Failed(Remedy::StartRedis)),
                (Stage::Encryption, State::Skipped(Skipped::Earlier)),
            ]
        );
    }
}
