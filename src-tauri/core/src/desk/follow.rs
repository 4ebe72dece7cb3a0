//! Following a send on its way to the phone by asking now and then. Nothing is decided here: what is
//! learnt is told, and only a send whose answer was lost is settled on the way.

use std::time::Duration;

use tokio::time::Instant;

use crate::challenge::{Challenge, ChallengeId, SendState};
use crate::delivery::Delivery;
use crate::store::{Standing, StoreFault};
use crate::time::{between, lock};

use super::settle::Unresolved;
use super::{Desk, DeskFault, OpenChallenge};

/// The pauses between questions; the last one goes on until the challenge ends.
const PAUSES: [Duration; 6] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
    Duration::from_secs(5),
    Duration::from_secs(8),
    Duration::from_secs(13),
];

/// Something new about a challenge that is being followed.
#[derive(Debug)]
pub struct News {
    /// The challenge as it stands.
    pub open: OpenChallenge,
    /// Where its newest send is.
    pub delivery: Delivery,
    /// How long that took, once it is delivered.
    pub took: Duration,
    /// How long deliveries usually take at this desk.
    pub usual: Option<Duration>,
}

/// What is known of a send at one moment; only a change is news.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Known {
    state: SendState,
    delivery: Delivery,
}

impl Desk {
    /// Follows the newest send of a challenge until nothing more will come of it: it is delivered, it
    /// failed, a newer send takes its place, or the challenge ends. `tell` hears each change.
    /// What can't be asked now, of Sinch or of the store, is asked again later, as long as the
    /// challenge may live.
    ///
    /// # Errors
    /// [`DeskFault::Sealed`] when the store holds what this desk can't open.
    pub async fn follow(
        &self,
        id: ChallengeId,
        mut tell: impl FnMut(News),
    ) -> Result<(), DeskFault> {
        let mut followed = None;
        let mut known = None;
        let mut lives_until = Instant::now() + self.policy.limits.lifetime;
        for pause in PAUSES.into_iter().chain(std::iter::repeat(PAUSES[5])) {
            tokio::time::sleep(pause).await;
            let challenge = match self.standing(id).await {
                Ok(Some(challenge)) => challenge,
                Ok(None) => return Ok(()),
                Err(fault) if Instant::now() < lives_until => {
                    tracing::debug!(
                        code = fault.code(),
                        "a challenge can't be followed just now"
                    );
                    continue;
                }
                Err(_) => return Ok(()),
            };
            lives_until = Instant::now() + between(challenge.as_of, challenge.expires_at);
            if *followed.get_or_insert(challenge.send.id) != challenge.send.id {
                return Ok(());
            }
            let delivery = self.delivery(&challenge).await;
            let now = Known {
                state: challenge.send.state.clone(),
                delivery,
            };
            if known.as_ref() == Some(&now) {
                continue;
            }
            known = Some(now);
            let news = self.news(challenge, delivery)?;
            tell(news);
            if delivery.is_final() {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The challenge if it is open, its send looked up at Sinch where its answer was lost.
    async fn standing(&self, id: ChallengeId) -> Result<Option<Challenge>, StoreFault> {
        let challenge = match self.store.standing(id, &self.policy.limits).await? {
            Standing::Open(challenge) => challenge,
            Standing::Expired | Standing::Locked { .. } | Standing::Gone(_) => {
                lock(&self.memory).forget(id);
                return Ok(None);
            }
        };
        match self.resolve(challenge.clone()).await {
            Ok(resolved) => Ok(resolved),
            Err(Unresolved::Sinch(error)) => {
                tracing::debug!(code = error.code(), "a send could not be looked up");
                Ok(Some(challenge))
            }
            Err(Unresolved::Store(fault)) => Err(fault),
        }
    }

    async fn delivery(&self, challenge: &Challenge) -> Delivery {
        let SendState::Sent(provider) = &challenge.send.state else {
            return Delivery::Waiting;
        };
        let Ok(record) = self.record(challenge) else {
            return Delivery::Waiting;
        };
        let route = challenge.send.route;
        match self.routes.delivery(route, provider, &record.number).await {
            Ok(delivery) => delivery,
            Err(error) => {
                tracing::debug!(code = error.code(), "a delivery could not be asked about");
                Delivery::Waiting
            }
        }
    }

    fn news(&self, challenge: Challenge, delivery: Delivery) -> Result<News, DeskFault> {
        let took = between(challenge.send.at, challenge.as_of);
        let mut usual = lock(&self.usual);
        // What was usual before this one is what this one is held against.
        let median = usual.median();
        if delivery == Delivery::Delivered {
            usual.record(took);
        }
        Ok(News {
            open: self.show(challenge)?,
            delivery,
            took,
            usual: median,
        })
    }
}
