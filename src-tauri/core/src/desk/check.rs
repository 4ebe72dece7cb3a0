//! Checking what the customer gave back. The store counts the try before anything is compared, and
//! only Sinch's own word "successful" makes a code of Sinch's right.

use std::sync::Arc;

use crate::challenge::{
    By, Challenge, ChallengeId, Channel, CodeDigest, ProviderId, Route, SendState, Verdict,
};
use crate::code::{Code, Expected};
use crate::delivery::Fared;
use crate::phone::PhoneNumber;
use crate::sinch::error::{RefusedBecause, SinchError};
use crate::sinch::verification::{Proof, Reason, Report, Status};
use crate::site_key::SiteKey;
use crate::store::{Counted, Standing, StoreFault, TryOutcome};
use crate::time::lock;

use super::history::Event;
use super::record::Record;
use super::tries::{Evidence, Try};
use super::{Checked, Desk, DeskFault, may_be_done};

impl Desk {
    /// Tries a code that somebody typed. Where the verdict on the try before is not known yet, that one is asked for first,
    /// and this code is tried only if the other was wrong.
    ///
    /// # Errors
    /// A [`DeskFault`] when the store or Sinch can't be asked. A try that was counted before that
    /// stays counted.
    pub async fn check(&self, id: ChallengeId, typed: &str, by: By) -> Result<Checked, DeskFault> {
        if let Some(before) = self.recall_try(id) {
            match self.conclude(id, before).await {
                Err(DeskFault::Sinch(_))
                | Ok(Checked::Decided {
                    verdict: Verdict::Wrong { .. },
                    ..
                }) => {}
                concluded => return concluded,
            }
        }
        let challenge = match self.still_open(id).await? {
            Ok(challenge) => challenge,
            Err(over) => return Ok(over),
        };
        let (record, key) = self.opened(&challenge)?;
        let channel = challenge.send.channel;
        let checked = match challenge.send.route {
            Route::SinchSms => self.check_own(id, &key, typed, by).await,
            Route::SinchVerification => self.check_at_sinch(challenge, &record, typed, by).await,
        };
        if let Ok(Checked::Decided {
            verdict: Verdict::Verified,
            ..
        }) = checked
        {
            self.note_fared(id, channel, Fared::Arrived);
            self.note_event(Event::Verified, &record);
        }
        checked
    }

    /// Asks once more for the verdict on a try whose answer was lost. Nothing is counted or tried
    /// again. Where this desk knows of no such try, the code has to be entered once more, unless the
    /// challenge has ended.
    ///
    /// # Errors
    /// A [`DeskFault`] when Sinch could not be asked about that try, which is known by now to have
    /// brought no verdict; or when there is no such try, and the store can't be asked.
    pub async fn check_again(&self, id: ChallengeId) -> Result<Checked, DeskFault> {
        if let Some(attempt) = self.recall_try(id) {
            return self.conclude(id, attempt).await;
        }
        Ok(match self.still_open(id).await? {
            Ok(_) => Checked::NotCounted,
            Err(over) => over,
        })
    }

    /// The challenge, or the verdict that stands where it is open no more.
    async fn still_open(&self, id: ChallengeId) -> Result<Result<Challenge, Checked>, StoreFault> {
        let standing = self.store.standing(id, &self.policy.limits).await?;
        match still_open(standing) {
            Ok(challenge) => Ok(Ok(challenge)),
            Err(verdict) => Ok(Err(self.decided(id, verdict, None).await)),
        }
    }

    async fn decided(&self, id: ChallengeId, verdict: Verdict, by: Option<By>) -> Checked {
        self.changed.send_replace(());
        let until = match verdict {
            Verdict::Wrong { .. } => {
                return Checked::Decided {
                    verdict,
                    by,
                    wait: None,
                };
            }
            Verdict::Locked { until } => Some(until),
            Verdict::Verified | Verdict::Expired | Verdict::Gone(_) => None,
        };
        lock(&self.memory).forget(id);
        let wait = self.wait(until).await;
        Checked::Decided { verdict, by, wait }
    }

    /// The verdict on a code that was tried.
    async fn decided_on(&self, id: ChallengeId, by: By, verdict: Verdict) -> Checked {
        let outcome = match verdict {
            Verdict::Verified => "verified",
            Verdict::Wrong { .. } => "wrong",
            Verdict::Expired => "expired",
            Verdict::Locked { .. } => "locked",
            Verdict::Gone(_) => "gone",
        };
        tracing::info!(by = by.as_str(), outcome, "a code was tried");
        self.decided(id, verdict, Some(by)).await
    }

    async fn check_own(
        &self,
        id: ChallengeId,
        key: &SiteKey,
        typed: &str,
        by: By,
    ) -> Result<Checked, DeskFault> {
        let expected = Expected::Exactly(self.policy.code_length);
        let code = match Code::typed(typed, expected) {
            Ok(code) => code,
            Err(problem) => return Ok(Checked::NotACode(problem)),
        };
        let attempt = Try::ours(self.draw_try_id(), by, &key.code_digest(id, &code));
        match self.verdict_on(id, &attempt).await {
            Ok(verdict) => Ok(self.decided_on(id, by, verdict).await),
            Err(fault) if may_be_done(&fault) => Ok(self.keep_try(id, attempt, &fault)),
            Err(fault) => Err(fault.into()),
        }
    }

    async fn check_at_sinch(
        &self,
        challenge: Challenge,
        record: &Record,
        typed: &str,
        by: By,
    ) -> Result<Checked, DeskFault> {
        let given = match read_given(challenge.send.channel, record, typed) {
            Ok(given) => given,
            Err(unreadable) => return Ok(unreadable),
        };
        let id = challenge.id;
        let Some(provider) = self.provider_of(challenge).await? else {
            return Ok(Checked::NothingSent);
        };
        let name = self.draw_try_id();
        match self.store.count_try(id, name, &self.policy.limits).await {
            Ok(Counted::Decided(verdict)) => return Ok(self.decided_on(id, by, verdict).await),
            Ok(Counted::Ask { .. }) => {}
            Err(fault) if may_be_done(&fault) => {
                let code = fault.code();
                tracing::warn!(code, "Sinch was not asked: nobody knows if the try counts");
                return Ok(Checked::NotCounted);
            }
            Err(fault) => return Err(fault.into()),
        }
        let attempt = Try::at_sinch(name, by, self.ask_sinch(&provider, &given.proof()).await);
        match self.verdict_on(id, &attempt).await {
            Ok(verdict) => self.told_of(id, &attempt, verdict).await,
            Err(fault) => Ok(self.keep_try(id, attempt, &fault)),
        }
    }

    /// Asks the store about a try: for the first time, or again after its answer was lost.
    async fn verdict_on(&self, id: ChallengeId, attempt: &Try) -> Result<Verdict, StoreFault> {
        let limits = &self.policy.limits;
        match &attempt.evidence {
            Evidence::Digest(digest) => {
                let digest = CodeDigest(**digest);
                self.store.check(id, attempt.name, &digest, limits).await
            }
            Evidence::Sinch(answer) => {
                let outcome = *answer.as_ref().unwrap_or(&TryOutcome::NotConfirmed);
                self.store.finish(id, attempt.name, outcome, limits).await
            }
        }
    }

    async fn told_of(
        &self,
        id: ChallengeId,
        attempt: &Try,
        verdict: Verdict,
    ) -> Result<Checked, DeskFault> {
        match (&attempt.evidence, verdict) {
            // The lock stands whatever kept Sinch from answering, so it is the news.
            (Evidence::Sinch(Err(_)), Verdict::Locked { .. })
            | (Evidence::Sinch(Ok(_)) | Evidence::Digest(_), _) => {
                Ok(self.decided_on(id, attempt.by, verdict).await)
            }
            (Evidence::Sinch(Err(error)), _) => Err(error.clone().into()),
        }
    }

    fn recall_try(&self, id: ChallengeId) -> Option<Arc<Try>> {
        lock(&self.tries).recall(id)
    }

    fn keep_try(&self, id: ChallengeId, attempt: Try, fault: &StoreFault) -> Checked {
        tracing::warn!(code = fault.code(), "the verdict on a try is not known yet");
        lock(&self.tries).keep(id, attempt, self.policy.limits.lifetime);
        Checked::NotKnown
    }

    /// Asks for the verdict on a try that was kept.
    async fn conclude(&self, id: ChallengeId, attempt: Arc<Try>) -> Result<Checked, DeskFault> {
        match self.verdict_on(id, &attempt).await {
            Ok(verdict) => {
                lock(&self.tries).forget(id, &attempt);
                self.told_of(id, &attempt, verdict).await
            }
            Err(fault) => {
                let code = fault.code();
                tracing::debug!(code, "the verdict on a try is still not known");
                Ok(Checked::NotKnown)
            }
        }
    }

    /// Sinch's name for the newest send, looked up where its answer was lost.
    async fn provider_of(&self, challenge: Challenge) -> Result<Option<ProviderId>, DeskFault> {
        let challenge = self.resolve(challenge).await?;
        Ok(challenge.and_then(|challenge| match challenge.send.state {
            SendState::Sent(provider) => Some(provider),
            SendState::Intent | SendState::Unknown => None,
        }))
    }

    async fn ask_sinch(
        &self,
        provider: &ProviderId,
        proof: &Proof<'_>,
    ) -> Result<TryOutcome, SinchError> {
        match self.routes.report(provider, proof).await {
            Ok(report) => Ok(outcome_of(report)),
            Err(error) => match error.because() {
                Some(RefusedBecause::WrongCode) => Ok(TryOutcome::NotConfirmed),
                // Sinch forgets a verification some time after it ended.
                Some(RefusedBecause::NotFound) => Ok(TryOutcome::Expired),
                _ => self.confirmed_after_all(provider, error).await,
            },
        }
    }

    /// The answer to a report was lost: Sinch's status tells whether it got through and was right.
    async fn confirmed_after_all(
        &self,
        provider: &ProviderId,
        lost: SinchError,
    ) -> Result<TryOutcome, SinchError> {
        match self.routes.status(provider).await {
            Ok(report) if report.status == Status::Successful => Ok(TryOutcome::Right),
            Ok(_) | Err(_) => Err(lost),
        }
    }
}

/// The challenge, or the verdict that stands where it is open no more.
pub(super) fn still_open(standing: Standing) -> Result<Challenge, Verdict> {
    match standing {
        Standing::Open(challenge) => Ok(challenge),
        Standing::Expired => Err(Verdict::Expired),
        Standing::Locked { until } => Err(Verdict::Locked { until }),
        Standing::Gone(gone) => Err(Verdict::Gone(gone)),
    }
}

/// What the customer gave back, in the form that the channel asks for.
fn read_given(channel: Channel, record: &Record, typed: &str) -> Result<Given, Checked> {
    let code = || Code::typed(typed, Expected::BySinch).map_err(Checked::NotACode);
    match channel {
        Channel::Sms => code().map(Given::Sms),
        Channel::Call => code().map(Given::Call),
        Channel::WhatsApp => code().map(Given::WhatsApp),
        Channel::FlashCall => PhoneNumber::parse(typed, record.number.region())
            .map(Given::FlashCall)
            .map_err(Checked::NotANumber),
    }
}

/// What was typed, once it has the form of what was sent.
enum Given {
    Sms(Code),
    Call(Code),
    WhatsApp(Code),
    FlashCall(PhoneNumber),
}

impl Given {
    fn proof(&self) -> Proof<'_> {
        match self {
            Self::Sms(code) => Proof::Sms(code),
            Self::Call(code) => Proof::Call(code),
            Self::WhatsApp(code) => Proof::WhatsApp(code),
            Self::FlashCall(number) => Proof::FlashCall(number),
        }
    }
}

/// Only "successful" is success, whatever else Sinch may say today or tomorrow.
fn outcome_of(report: Report) -> TryOutcome {
    match (report.status, report.reason) {
        (Status::Successful, _) => TryOutcome::Right,
        (_, Some(Reason::Expired)) => TryOutcome::Expired,
        (
            Status::Pending
            | Status::Fail
            | Status::Denied
            | Status::Aborted
            | Status::Error
            | Status::Other,
            _,
        ) => TryOutcome::NotConfirmed,
    }
}
