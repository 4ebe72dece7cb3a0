//! Telling the store what became of a send: at once, later where it is away, or after a look at Sinch
//! where the answer was lost. What is kept until it could be told is in `outstanding`.

use std::sync::Arc;

use thiserror::Error;

use crate::challenge::{Challenge, ChallengeId, SendId, SendState};
use crate::routes::SendOutcome;
use crate::sinch::error::SinchError;
use crate::store::{Purpose, Reservation, Settlement, Standing, StoreFault};

use super::outstanding::Telling;
use super::{Desk, DeskFault};

/// What came of telling the store.
pub(super) enum Settled {
    /// It knows. The challenge, if it is still open.
    Told(Option<Challenge>),
    /// It can't be told now; it will be told as soon as it answers.
    Kept,
}

/// What the store is to be told.
pub(super) fn settlement_of(outcome: &SendOutcome) -> Settlement {
    match outcome {
        SendOutcome::Sent(provider) => Settlement::Sent(provider.clone()),
        SendOutcome::NotSent(_) => Settlement::NotSent,
        SendOutcome::Unknown(error) => {
            tracing::warn!(code = error.code(), "a send's outcome is not known");
            Settlement::Unknown
        }
    }
}

/// Why a send whose answer was lost could not be looked up.
#[derive(Debug, Error)]
pub(super) enum Unresolved {
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error(transparent)]
    Sinch(#[from] SinchError),
}

impl From<Unresolved> for DeskFault {
    fn from(unresolved: Unresolved) -> Self {
        match unresolved {
            Unresolved::Store(fault) => Self::Store(fault),
            Unresolved::Sinch(error) => Self::Sinch(error),
        }
    }
}

impl Desk {
    /// Tells the store what became of a send that Sinch was asked for.
    pub(super) async fn settle(&self, challenge: &Challenge, settlement: Settlement) -> Settled {
        let (id, send) = (challenge.id, challenge.send.id);
        let limits = &self.policy.limits;
        let told = self.store.settle(id, send, &settlement, limits).await;
        self.changed.send_replace(());
        match told {
            Ok(challenge) => Settled::Told(challenge),
            Err(fault) => {
                let code = fault.code();
                tracing::warn!(code, "the store can't be told yet what became of a send");
                self.keep_telling(id, send, settlement);
                Settled::Kept
            }
        }
    }

    /// Gives a reservation back that the store may have granted: nothing was sent.
    pub(super) fn give_back(&self, reservation: &Reservation) {
        let settlement = match reservation.purpose {
            Purpose::First { .. } | Purpose::Resend => Settlement::NotSent,
            // The try before may have gone out, and it has the same name.
            Purpose::Retry => Settlement::Unknown,
        };
        self.keep_telling(reservation.challenge, reservation.send, settlement);
    }

    fn keep_telling(&self, challenge: ChallengeId, send: SendId, settlement: Settlement) {
        self.outstanding.keep(send, settlement);
        let telling = Telling {
            store: Arc::clone(&self.store),
            limits: self.policy.limits.clone(),
            outstanding: Arc::clone(&self.outstanding),
            changed: Arc::clone(&self.changed),
            challenge,
            send,
        };
        self.background.spawn(telling.repeated());
    }

    /// A challenge as it is shown: a send is unknown while the store has yet to be told of it.
    pub(super) fn unsettled(&self, mut challenge: Challenge) -> Challenge {
        match challenge.send.state {
            SendState::Intent if self.outstanding.of(challenge.send.id).is_some() => {
                challenge.send.state = SendState::Unknown;
            }
            SendState::Intent | SendState::Sent(_) | SendState::Unknown => {}
        }
        challenge
    }

    /// How a challenge stands once the store has been told what this desk knows of its newest send.
    pub(super) async fn caught_up(&self, standing: Standing) -> Result<Standing, StoreFault> {
        let Standing::Open(challenge) = standing else {
            return Ok(standing);
        };
        let id = challenge.id;
        match self.catch_up(challenge).await? {
            Some(challenge) => Ok(Standing::Open(challenge)),
            None => self.store.standing(id, &self.policy.limits).await,
        }
    }

    async fn catch_up(&self, challenge: Challenge) -> Result<Option<Challenge>, StoreFault> {
        let (id, send) = (challenge.id, challenge.send.id);
        let Some(settlement) = self.outstanding.of(send) else {
            return Ok(Some(challenge));
        };
        let limits = &self.policy.limits;
        let settled = self.store.settle(id, send, &settlement, limits).await?;
        self.outstanding.told(send, &settlement);
        self.changed.send_replace(());
        Ok(settled)
    }

    /// Looks a send whose answer was lost up at Sinch, and settles it where Sinch knows it.
    /// Sinch not knowing it proves nothing: it may be on its way.
    pub(super) async fn resolve(
        &self,
        challenge: Challenge,
    ) -> Result<Option<Challenge>, Unresolved> {
        let Some(challenge) = self.catch_up(challenge).await? else {
            return Ok(None);
        };
        match challenge.send.state {
            SendState::Sent(_) | SendState::Intent => return Ok(Some(challenge)),
            SendState::Unknown => {}
        }
        let send = &challenge.send;
        let Some(provider) = self.routes.find(send.route, send.id).await? else {
            return Ok(Some(challenge));
        };
        let settled = Settlement::Sent(provider);
        Ok(self
            .store
            .settle(challenge.id, send.id, &settled, &self.policy.limits)
            .await?)
    }
}
