//! Checking what the customer gave back. The store counts the try before anything is compared, and
//! only Sinch's own word "successful" makes a code of Sinch's right.

use crate::challenge::{Challenge, ChallengeId, Channel, ProviderId, Route, SendState, Verdict};
use crate::code::{Code, Expected};
use crate::phone::PhoneNumber;
use crate::sinch::error::{RefusedBecause, SinchError};
use crate::sinch::verification::{Proof, Reason, Report, Status};
use crate::store::{Counted, Standing, TryOutcome};
use crate::time::lock;

use super::{Checked, Desk, DeskFault};

impl Desk {
    /// Tries a code.
    ///
    /// # Errors
    /// A [`DeskFault`] when the store or Sinch can't be asked. A try that was counted before that
    /// stays counted.
    pub async fn check(&self, id: ChallengeId, typed: &str) -> Result<Checked, DeskFault> {
        let challenge = match self.store.standing(id, &self.policy.limits).await? {
            Standing::Open(challenge) => challenge,
            Standing::Expired => return self.decided(id, Verdict::Expired).await,
            Standing::Locked { until } => {
                return self.decided(id, Verdict::Locked { until }).await;
            }
            Standing::Gone(gone) => return self.decided(id, Verdict::Gone(gone)).await,
        };
        match challenge.send.route {
            Route::SinchSms => self.check_own(id, typed).await,
            Route::SinchVerification => self.check_at_sinch(challenge, typed).await,
        }
    }

    async fn decided(&self, id: ChallengeId, verdict: Verdict) -> Result<Checked, DeskFault> {
        let until = match verdict {
            Verdict::Wrong { .. } => {
                return Ok(Checked::Decided {
                    verdict,
                    wait: None,
                });
            }
            Verdict::Locked { until } => Some(until),
            Verdict::Verified | Verdict::Expired | Verdict::Gone(_) => None,
        };
        lock(&self.memory).forget(id);
        let wait = self.wait(until).await?;
        Ok(Checked::Decided { verdict, wait })
    }

    async fn check_own(&self, id: ChallengeId, typed: &str) -> Result<Checked, DeskFault> {
        let expected = Expected::Exactly(self.policy.code_length);
        let code = match Code::typed(typed, expected) {
            Ok(code) => code,
            Err(problem) => return Ok(Checked::NotACode(problem)),
        };
        let digest = self.site_key.code_digest(id, &code);
        let attempt = self.draw_try_id();
        let verdict = self
            .store
            .check(id, attempt, &digest, &self.policy.limits)
            .await?;
        self.decided(id, verdict).await
    }

    async fn check_at_sinch(
        &self,
        challenge: Challenge,
        typed: &str,
    ) -> Result<Checked, DeskFault> {
        let given = match self.read_given(&challenge, typed)? {
            Ok(given) => given,
            Err(unreadable) => return Ok(unreadable),
        };
        let id = challenge.id;
        let Some(provider) = self.provider_of(challenge).await? else {
            return Ok(Checked::NothingSent);
        };
        let attempt = self.draw_try_id();
        let limits = &self.policy.limits;
        match self.store.count_try(id, attempt, limits).await? {
            Counted::Decided(verdict) => return self.decided(id, verdict).await,
            Counted::Ask { .. } => {}
        }
        let answer = self.ask_sinch(&provider, &given.proof()).await;
        let outcome = *answer.as_ref().unwrap_or(&TryOutcome::NotConfirmed);
        let verdict = self.store.finish(id, attempt, outcome, limits).await?;
        match (answer, verdict) {
            // The lock stands whatever kept Sinch from answering, so it is the news.
            (Ok(_), verdict) | (Err(_), verdict @ Verdict::Locked { .. }) => {
                self.decided(id, verdict).await
            }
            (Err(error), _) => Err(error.into()),
        }
    }

    /// What the customer gave back, in the form that the channel asks for.
    fn read_given(
        &self,
        challenge: &Challenge,
        typed: &str,
    ) -> Result<Result<Given, Checked>, DeskFault> {
        let code = || Code::typed(typed, Expected::BySinch).map_err(Checked::NotACode);
        Ok(match challenge.send.channel {
            Channel::Sms => code().map(Given::Sms),
            Channel::Call => code().map(Given::Call),
            Channel::WhatsApp => code().map(Given::WhatsApp),
            Channel::FlashCall => {
                let home = self.record(challenge)?.number.region();
                PhoneNumber::parse(typed, home)
                    .map(Given::FlashCall)
                    .map_err(Checked::NotANumber)
            }
        })
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

/// What staff typed, once it has the form of what was sent.
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
