//! Plays random days at the desks on the embedded store and on the model, and compares every answer.
//! `PROPTEST_CASES` sets how many days; a long run of fixed days shows that no kind of answer is missed.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseResult, TestRng, TestRunner};

use super::Model;
use crate::challenge::{ChallengeId, Channel, CodeDigest, DeskId, Route, Sealed, SendId, TryId};
use crate::policy::Limits;
use crate::store::embedded::EmbeddedStore;
use crate::store::{
    Counted, Purpose, Reservation, Reserved, Settlement, Store, TryOutcome, Verdict,
};
use crate::time::{Clock, ManualClock, Timestamp, between};

mod days;

use days::{Event, KINDS, days};

/// The embedded store and the model, side by side.
struct Game {
    limits: Limits,
    store: EmbeddedStore,
    model: Model,
    clock: Arc<ManualClock>,
    time: Time,
    drawn: u128,
    challenges: Vec<ChallengeId>,
    sends: Vec<(ChallengeId, SendId)>,
    tries: Vec<(ChallengeId, TryId)>,
    checks: Vec<(ChallengeId, TryId)>,
    told: Option<Timestamp>,
    seen: BTreeSet<String>,
}

/// What time the store must have: the later of the time of day and of what it had, aged steadily.
struct Time {
    day: i64,
    store: i64,
}

impl Game {
    fn new(limits: Limits) -> Self {
        let start: Timestamp = "2026-03-01T09:00:00.123Z".parse().unwrap();
        let clock = Arc::new(ManualClock::new(start));
        Self {
            store: EmbeddedStore::in_memory(Arc::clone(&clock)).unwrap(),
            model: Model::new(limits.clone()),
            limits,
            clock,
            time: Time {
                day: start.as_millisecond(),
                store: start.as_millisecond(),
            },
            drawn: 0,
            challenges: Vec::new(),
            sends: Vec::new(),
            tries: Vec::new(),
            checks: Vec::new(),
            told: None,
            seen: BTreeSet::new(),
        }
    }

    async fn play(&mut self, event: Event) -> TestCaseResult {
        self.read_time().await?;
        match event {
            Event::First { number, desk, code } => {
                let purpose = Purpose::First {
                    sealed: Sealed(vec![number]),
                };
                let (challenge, send) = (self.draw_challenge(number), self.draw_send());
                self.reserve(challenge, send, purpose, desk, code).await?;
            }
            Event::Resend {
                challenge,
                desk,
                code,
            } => {
                let (challenge, send) = (self.pick(challenge), self.draw_send());
                self.reserve(challenge, send, Purpose::Resend, desk, code)
                    .await?;
            }
            Event::Retry { send, desk, code } => {
                let (challenge, send) = self.pick_send(send);
                self.reserve(challenge, send, Purpose::Retry, desk, code)
                    .await?;
            }
            Event::Settle { send, settlement } => self.settle(send, &settlement).await?,
            Event::Check { challenge, code } => self.check(challenge, code).await?,
            Event::CheckAgain { check, code } => self.check_again(check, code).await?,
            Event::CountTry { challenge } => self.count_try(challenge).await?,
            Event::Finish { attempt, outcome } => self.finish(attempt, outcome).await?,
            Event::Cancel { challenge } => {
                let challenge = self.pick(challenge);
                let answer = self.store.cancel(challenge).await.unwrap();
                prop_assert_eq!(answer, self.model.cancel(challenge));
                self.saw("cancel", answer);
            }
            Event::Look { challenge } => {
                let challenge = self.pick(challenge);
                self.look(challenge).await?;
            }
            Event::Recover { desk } => {
                let desk = DeskId::from_bytes([desk; 16]);
                let left = self.store.recover(desk).await.unwrap();
                prop_assert_eq!(left, self.model.recover(desk));
                self.saw("recovered", left > 0);
            }
            Event::Pass(length) => self.pass(length),
            Event::Sleep(length) => self.turn(length.as_millis().try_into().unwrap()),
            Event::SetBack(length) => self.turn(-i64::try_from(length.as_millis()).unwrap()),
            Event::WaitAsTold { early } => self.wait_as_told(early),
        }
        Ok(())
    }

    /// Lets both read their clock, since a time of day that nobody read leaves no trace.
    async fn read_time(&mut self) -> TestCaseResult {
        self.time.store = self.time.store.max(self.time.day);
        self.model.at(self.time.store);
        let now = self.store.health().await.unwrap().now;
        prop_assert_eq!(now.as_millisecond(), self.time.store);
        Ok(())
    }

    async fn reserve(
        &mut self,
        challenge: ChallengeId,
        send: SendId,
        purpose: Purpose,
        desk: u8,
        code: Option<u8>,
    ) -> TestCaseResult {
        let (channel, route) = match code {
            Some(_) => (Channel::Sms, Route::SinchSms),
            None => (Channel::FlashCall, Route::SinchVerification),
        };
        let what = match purpose {
            Purpose::First { .. } => "first",
            Purpose::Resend => "resend",
            Purpose::Retry => "retry",
        };
        let request = Reservation {
            challenge,
            send,
            purpose,
            desk: DeskId::from_bytes([desk; 16]),
            channel,
            route,
            code: code.map(|code| CodeDigest([code; 32])),
        };
        let answer = self.store.reserve(&request, &self.limits).await.unwrap();
        prop_assert_eq!(&answer, &self.model.reserve(&request));
        match answer {
            Reserved::Granted(granted) => {
                self.saw(what, "granted");
                self.challenges.push(granted.id);
                self.sends.push((granted.id, granted.send.id));
            }
            Reserved::Refused(refusal) => {
                self.saw("refused", refusal.rule);
                self.told = refusal.retry_at;
            }
            Reserved::Expired => self.saw(what, "expired"),
            Reserved::Gone(gone) => self.saw(what, gone),
            Reserved::NotUnknown => self.saw(what, "not unknown"),
        }
        Ok(())
    }

    async fn settle(&mut self, send: Index, settlement: &Settlement) -> TestCaseResult {
        let (challenge, send) = self.pick_send(send);
        let answer = self
            .store
            .settle(challenge, send, settlement, &self.limits)
            .await
            .unwrap();
        self.saw("settled, still open", answer.is_some());
        prop_assert_eq!(answer, self.model.settle(challenge, send, settlement));
        Ok(())
    }

    async fn check(&mut self, challenge: Index, code: u8) -> TestCaseResult {
        let (challenge, attempt) = (self.pick(challenge), TryId::from_bytes(self.draw()));
        self.checks.push((challenge, attempt));
        self.check_as(challenge, attempt, code).await
    }

    async fn check_again(&mut self, check: Index, code: u8) -> TestCaseResult {
        let Some((challenge, attempt)) = recent(&self.checks, check) else {
            return Ok(());
        };
        self.check_as(challenge, attempt, code).await
    }

    async fn check_as(
        &mut self,
        challenge: ChallengeId,
        attempt: TryId,
        code: u8,
    ) -> TestCaseResult {
        let code = CodeDigest([code; 32]);
        let verdict = self
            .store
            .check(challenge, attempt, &code, &self.limits)
            .await
            .unwrap();
        prop_assert_eq!(verdict, self.model.check(challenge, attempt, &code));
        self.saw_verdict("check", verdict);
        Ok(())
    }

    async fn count_try(&mut self, challenge: Index) -> TestCaseResult {
        let challenge = self.pick(challenge);
        let attempt = TryId::from_bytes(self.draw());
        let answer = self
            .store
            .count_try(challenge, attempt, &self.limits)
            .await
            .unwrap();
        prop_assert_eq!(&answer, &self.model.count_try(challenge, attempt));
        match answer {
            Counted::Ask { attempt, challenge } => {
                self.saw("count_try, the last one", challenge.tries_left == 0);
                self.tries.push((challenge.id, attempt));
            }
            Counted::Decided(verdict) => self.saw_verdict("count_try", verdict),
        }
        Ok(())
    }

    async fn finish(&mut self, attempt: Index, outcome: TryOutcome) -> TestCaseResult {
        let (challenge, attempt) = match recent(&self.tries, attempt) {
            Some(counted) => counted,
            None => (self.draw_challenge(1), TryId::from_bytes(self.draw())),
        };
        let verdict = self
            .store
            .finish(challenge, attempt, outcome, &self.limits)
            .await
            .unwrap();
        prop_assert_eq!(verdict, self.model.finish(challenge, attempt, outcome));
        self.saw_verdict("finish", verdict);
        Ok(())
    }

    async fn look(&mut self, challenge: ChallengeId) -> TestCaseResult {
        let one = self.store.standing(challenge, &self.limits).await.unwrap();
        prop_assert_eq!(one, self.model.standing(challenge));
        let all = self.store.open_challenges(&self.limits).await.unwrap();
        self.saw("several open", all.len() > 1);
        prop_assert_eq!(all, self.model.open_challenges());
        Ok(())
    }

    fn pass(&mut self, length: Duration) {
        let milliseconds: i64 = length.as_millis().try_into().unwrap();
        self.clock.advance(length);
        self.time.day += milliseconds;
        self.time.store += milliseconds;
    }

    fn turn(&mut self, milliseconds: i64) {
        self.time.day += milliseconds;
        let day = Timestamp::from_millisecond(self.time.day).unwrap();
        self.clock.set(day);
        assert_eq!(self.clock.now(), day);
    }

    fn wait_as_told(&mut self, early: bool) {
        let Some(told) = self.told else {
            return;
        };
        let now = Timestamp::from_millisecond(self.time.store).unwrap();
        let wait = between(now, told);
        let spared = Duration::from_millis(early.into());
        self.pass(wait.saturating_sub(spared));
    }

    fn saw(&mut self, what: &str, answer: impl std::fmt::Debug) {
        self.seen.insert(format!("{what}: {answer:?}"));
    }

    fn saw_verdict(&mut self, what: &str, verdict: Verdict) {
        match verdict {
            Verdict::Wrong { .. } => self.saw(what, "wrong"),
            Verdict::Locked { .. } => self.saw(what, "locked"),
            Verdict::Verified | Verdict::Expired | Verdict::Gone(_) => self.saw(what, verdict),
        }
    }

    fn draw(&mut self) -> [u8; 16] {
        self.drawn += 1;
        self.drawn.to_be_bytes()
    }

    fn draw_challenge(&mut self, number: u8) -> ChallengeId {
        let mut id = [number; 24];
        id[16..].copy_from_slice(&self.draw()[8..]);
        ChallengeId::from_bytes(id)
    }

    fn draw_send(&mut self) -> SendId {
        SendId::from_bytes(self.draw())
    }

    fn pick(&mut self, which: Index) -> ChallengeId {
        recent(&self.challenges, which).unwrap_or_else(|| self.draw_challenge(1))
    }

    fn pick_send(&mut self, which: Index) -> (ChallengeId, SendId) {
        recent(&self.sends, which).unwrap_or_else(|| (self.draw_challenge(1), self.draw_send()))
    }
}

/// One of the latest, or rarely nothing.
fn recent<T: Copy>(all: &[T], which: Index) -> Option<T> {
    let back = which.index(6);
    all.len()
        .checked_sub(back)
        .and_then(|place| all.get(place))
        .copied()
}

/// Plays one day and tells which kinds of answers it brought.
fn played(limits: Limits, events: Vec<Event>) -> Result<BTreeSet<String>, TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let mut game = Game::new(limits);
    runtime.block_on(async {
        for event in events {
            game.play(event).await?;
        }
        game.read_time().await?;
        let nobodys = game.draw_challenge(1);
        game.look(nobodys).await
    })?;
    Ok(game.seen)
}

proptest! {
    #[test]
    fn the_embedded_store_answers_as_the_model((limits, events) in days()) {
        played(limits, events)?;
    }
}

/// The comparison is worth something only if every kind of answer comes up in it.
#[test]
fn random_days_bring_every_kind_of_answer() {
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig::default(),
        TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let mut seen = BTreeSet::new();
    for _ in 0..600 {
        let (limits, events) = days().new_tree(&mut runner).unwrap().current();
        seen.extend(played(limits, events).unwrap());
    }
    let missed: Vec<_> = KINDS
        .into_iter()
        .filter(|kind| !seen.contains(*kind))
        .collect();
    assert!(
        missed.is_empty(),
        "{missed:#?} never came up, but {seen:#?}"
    );
}
