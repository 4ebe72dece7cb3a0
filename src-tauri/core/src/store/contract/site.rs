//! A store under test, and the people around it. What they expect of it is in the chapters.

use std::sync::Arc;
use std::time::Duration;

use super::Fixture;
use crate::challenge::{
    Challenge, ChallengeId, Channel, CodeDigest, DeskId, NumberKey, ProviderId, Route, Sealed,
    SendId, TryId, Verdict,
};
use crate::policy::{Limits, Refusal, Rule};
use crate::store::{
    Counted, NotePage, Purpose, Reservation, Reserved, Settlement, Standing, Store, StoreFault,
    TryOutcome,
};
use crate::time::{Timestamp, between};

pub(super) const MILLISECOND: Duration = Duration::from_millis(1);
pub(super) const SECOND: Duration = Duration::from_secs(1);
pub(super) const MINUTE: Duration = Duration::from_secs(60);
pub(super) const HOUR: Duration = Duration::from_secs(60 * 60);
pub(super) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// One site with one connection to its store. A fault fails the test.
pub(super) struct Site<F> {
    pub(super) fixture: F,
    pub(super) store: Arc<dyn Store>,
    pub(super) limits: Limits,
}

/// A number of the contract's, by its last digit.
pub(super) fn number(which: u8) -> NumberKey {
    NumberKey([which; 16])
}

/// A desk of the contract's.
pub(super) fn desk(which: u8) -> DeskId {
    DeskId::from_bytes([which; 16])
}

/// The digest of a code of our own.
pub(super) fn own(which: u8) -> Option<CodeDigest> {
    Some(CodeDigest([which; 32]))
}

/// The code of a challenge that the contract began without a word on it.
pub(super) const RIGHT: u8 = 1;
/// Any other code.
pub(super) const WRONG: u8 = 99;

pub(super) fn done<T>(answer: Result<T, StoreFault>) -> T {
    match answer {
        Ok(answer) => answer,
        Err(fault) => panic!("the store failed: {fault:?}"),
    }
}

pub(super) fn refused(rule: Rule, until: Timestamp) -> Reserved {
    Reserved::Refused(Refusal::until(rule, until))
}

/// A challenge that nobody began.
pub(super) fn draw_challenge() -> ChallengeId {
    draw_challenge_of(number(1))
}

pub(super) fn draw_challenge_of(number: NumberKey) -> ChallengeId {
    ChallengeId::draw(number, &mut rand::rng())
}

pub(super) fn draw_send() -> SendId {
    SendId::draw(&mut rand::rng())
}

pub(super) fn draw_try() -> TryId {
    TryId::draw(&mut rand::rng())
}

/// A text with a code of our own, or a call by Sinch Verification where there is none.
pub(super) fn asked(
    challenge: ChallengeId,
    purpose: Purpose,
    desk: DeskId,
    code: Option<CodeDigest>,
) -> Reservation {
    let (channel, route) = match code {
        Some(_) => (Channel::Sms, Route::SinchSms),
        None => (Channel::Call, Route::SinchVerification),
    };
    Reservation {
        challenge,
        send: draw_send(),
        purpose,
        desk,
        channel,
        route,
        code,
    }
}

pub(super) fn first_of(number: NumberKey, desk: DeskId, code: Option<CodeDigest>) -> Reservation {
    let purpose = Purpose::First {
        sealed: Sealed(b"sealed".to_vec()),
    };
    asked(draw_challenge_of(number), purpose, desk, code)
}

pub(super) fn resend_of(challenge: ChallengeId, code: Option<CodeDigest>) -> Reservation {
    asked(challenge, Purpose::Resend, desk(1), code)
}

pub(super) fn retry_of(challenge: &Challenge, code: Option<CodeDigest>) -> Reservation {
    Reservation {
        send: challenge.send.id,
        ..asked(challenge.id, Purpose::Retry, desk(1), code)
    }
}

impl<F: Fixture> Site<F> {
    pub(super) async fn new(fixture: F) -> Self {
        Self::with(fixture, Limits::default()).await
    }

    pub(super) async fn with(fixture: F, limits: Limits) -> Self {
        Self {
            store: fixture.store().await,
            fixture,
            limits,
        }
    }

    /// The same site after its app was started anew.
    pub(super) async fn restarted(self) -> Self {
        Self::with(self.fixture, self.limits).await
    }

    pub(super) async fn advance(&self, step: Duration) {
        self.fixture.advance(step).await;
    }

    pub(super) async fn now(&self) -> Timestamp {
        done(self.store.health().await).now
    }

    pub(super) async fn reserve(&self, request: &Reservation) -> Reserved {
        done(self.store.reserve(request, &self.limits).await)
    }

    pub(super) async fn granted(&self, request: &Reservation) -> Challenge {
        match self.reserve(request).await {
            Reserved::Granted(challenge) => challenge,
            Reserved::Refused(refusal) => panic!("refused: {refusal:?}"),
            Reserved::Expired => panic!("expired"),
            Reserved::Gone(gone) => panic!("gone: {gone:?}"),
            Reserved::NotUnknown => panic!("not unknown"),
        }
    }

    /// Begins a challenge with the code [`RIGHT`].
    pub(super) async fn begin(&self, which: u8) -> Challenge {
        self.granted(&first_of(number(which), desk(1), own(RIGHT)))
            .await
    }

    /// Begins a challenge whose code Sinch draws.
    pub(super) async fn begin_by_sinch(&self, which: u8) -> Challenge {
        self.granted(&first_of(number(which), desk(1), None)).await
    }

    pub(super) async fn settle(
        &self,
        challenge: &Challenge,
        settlement: Settlement,
    ) -> Option<Challenge> {
        let send = challenge.send.id;
        done(
            self.store
                .settle(challenge.id, send, &settlement, &self.limits)
                .await,
        )
    }

    pub(super) async fn check(&self, challenge: ChallengeId, code: u8) -> Verdict {
        self.check_as(draw_try(), challenge, code).await
    }

    /// Checks a code under a name of the caller's.
    pub(super) async fn check_as(
        &self,
        attempt: TryId,
        challenge: ChallengeId,
        code: u8,
    ) -> Verdict {
        let code = CodeDigest([code; 32]);
        let checked = self.store.check(challenge, attempt, &code, &self.limits);
        done(checked.await)
    }

    pub(super) async fn count_try(&self, challenge: ChallengeId, attempt: TryId) -> Counted {
        done(self.store.count_try(challenge, attempt, &self.limits).await)
    }

    /// Counts a try that there is leave for.
    pub(super) async fn counted(&self, challenge: ChallengeId) -> (TryId, Challenge) {
        match self.count_try(challenge, draw_try()).await {
            Counted::Ask { attempt, challenge } => (attempt, challenge),
            Counted::Decided(verdict) => panic!("decided: {verdict:?}"),
        }
    }

    pub(super) async fn finish(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
    ) -> Verdict {
        done(
            self.store
                .finish(challenge, attempt, outcome, &self.limits)
                .await,
        )
    }

    pub(super) async fn cancel(&self, challenge: ChallengeId) -> bool {
        done(self.store.cancel(challenge).await)
    }

    /// Another desk takes a challenge in hand, and seals it.
    pub(super) async fn take_over(&self, challenge: ChallengeId, which: u8) -> Standing {
        let (desk, sealed, limits) = (desk(which), Sealed(vec![which; 40]), &self.limits);
        done(self.store.take_over(challenge, desk, &sealed, limits).await)
    }

    pub(super) async fn note(&self, page: NotePage, line: &[u8], keep: Duration) {
        done(self.store.note(page, line, keep).await);
    }

    /// What stands on a page, without the times.
    pub(super) async fn lines(&self, page: NotePage) -> Vec<Vec<u8>> {
        let notes = done(self.store.notes(page).await).into_iter();
        notes.map(|note| note.line).collect()
    }

    pub(super) async fn remembers(&self, which: u8) -> bool {
        done(self.store.remembers(number(which), &self.limits).await)
    }

    pub(super) async fn recover(&self, which: u8) -> u32 {
        done(self.store.recover(desk(which)).await)
    }

    pub(super) async fn challenge(&self, challenge: ChallengeId) -> Option<Challenge> {
        self.standing(challenge).await.open()
    }

    pub(super) async fn standing(&self, challenge: ChallengeId) -> Standing {
        done(self.store.standing(challenge, &self.limits).await)
    }

    pub(super) async fn open(&self) -> Vec<ChallengeId> {
        done(self.store.open_challenges(&self.limits).await)
            .into_iter()
            .map(|challenge| challenge.id)
            .collect()
    }

    /// Refused until the very moment at which it is granted.
    pub(super) async fn granted_from(
        &self,
        request: &Reservation,
        rule: Rule,
        from: Timestamp,
    ) -> Challenge {
        let refusal = refused(rule, from);
        assert_eq!(self.reserve(request).await, refusal);
        let wait = between(self.now().await, from);
        self.advance(wait - MILLISECOND).await;
        assert_eq!(self.reserve(request).await, refusal, "a millisecond early");
        self.advance(MILLISECOND).await;
        self.granted(request).await
    }

    /// Locks a number by wrong codes, as often as it takes, and tells until when.
    pub(super) async fn lock(&self, challenge: ChallengeId) -> Timestamp {
        for _ in 0..u8::MAX {
            match self.check(challenge, WRONG).await {
                Verdict::Wrong { .. } => {}
                Verdict::Locked { until } => return until,
                other @ (Verdict::Verified | Verdict::Expired | Verdict::Gone(_)) => {
                    panic!("{other:?} for a wrong code")
                }
            }
        }
        panic!("no lock")
    }

    /// Asks for a resend of the code [`RIGHT`].
    pub(super) async fn reserve_resend(&self, challenge: ChallengeId) -> Reserved {
        self.reserve(&resend_of(challenge, own(RIGHT))).await
    }
}

pub(super) fn sent(id: &str) -> Settlement {
    Settlement::Sent(ProviderId::new(id))
}
