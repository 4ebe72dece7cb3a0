//! Following a send on its way to the phone by asking now and then. Nothing is decided here: what is
//! learnt is told, and only a send whose answer was lost is settled on the way.

use std::time::Duration;

use tokio::time::Instant;

use crate::challenge::{Challenge, ChallengeId, Route, SendState};
use crate::delivery::{Delivery, Fared, LATE_WITHOUT_RECORD};
use crate::store::{Standing, StoreFault};
use crate::time::{between, lock};

use super::deliveries::fared;
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

/// Who looks for the first time so soon after a send knows how long it took.
const SOON_ENOUGH: Duration = Duration::from_secs(3);

/// Something new about a challenge that is being followed.
#[derive(Debug)]
pub struct News {
    /// The challenge as it stands.
    pub open: OpenChallenge,
    /// Where its newest send is.
    pub delivery: Delivery,
    /// How long that took, once it is delivered; nothing where nobody looked meanwhile.
    pub took: Option<Duration>,
    /// How long deliveries usually take at this desk, where they are seen at all.
    pub usual: Option<Duration>,
    /// From when on this one is late, counted from when it was sent.
    pub late_after: Duration,
}

/// What is known of a send at one moment; only a change is news.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Known {
    state: SendState,
    delivery: Delivery,
}

impl Desk {
    /// Follows the newest send of a challenge until nothing more will come of it: it is delivered, it
    /// failed, a newer send takes its place, the challenge ends, or another desk has it in hand: that
    /// one follows it. `tell` hears each change.
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
        let mut looks = Looks::default();
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
            if challenge.desk != self.id {
                return Ok(());
            }
            lives_until = Instant::now() + between(challenge.as_of, challenge.expires_at);
            if *followed.get_or_insert(challenge.send.id) != challenge.send.id {
                return Ok(());
            }
            let delivery = self.delivery(&challenge).await;
            let took = looks.took(&challenge, delivery);
            if let Some(fared) = looks.news_for_the_site(&challenge, delivery, took) {
                self.note_fared(id, challenge.send.channel, fared);
            }
            let now = Known {
                state: challenge.send.state.clone(),
                delivery,
            };
            if known.as_ref() == Some(&now) {
                continue;
            }
            known = Some(now);
            tell(self.news(challenge, delivery, took)?);
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

    fn news(
        &self,
        challenge: Challenge,
        delivery: Delivery,
        took: Option<Duration>,
    ) -> Result<News, DeskFault> {
        let (usual, late_after) = match challenge.send.route {
            Route::SinchSms => self.usual_before(took),
            Route::SinchVerification => (None, LATE_WITHOUT_RECORD),
        };
        Ok(News {
            open: self.show(challenge)?,
            delivery,
            took,
            usual,
            late_after,
        })
    }

    /// What was usual before this one, which is held against it, and what is late by that.
    fn usual_before(&self, took: Option<Duration>) -> (Option<Duration>, Duration) {
        let mut usual = lock(&self.usual);
        let before = (usual.median(), usual.late_after());
        if let Some(took) = took {
            usual.record(took);
        }
        before
    }
}

/// What a follower has seen so far of one send.
#[derive(Default)]
struct Looks {
    saw_it_under_way: bool,
    told_that_it_is_slow: bool,
}

impl Looks {
    /// How long a delivery took. Who begins to look when it has long arrived can't say.
    fn took(&mut self, challenge: &Challenge, delivery: Delivery) -> Option<Duration> {
        let so_far = so_far(challenge);
        match delivery {
            Delivery::Delivered => {
                (self.saw_it_under_way || so_far <= SOON_ENOUGH).then_some(so_far)
            }
            Delivery::Waiting | Delivery::Queued | Delivery::WithCarrier => {
                self.saw_it_under_way = true;
                None
            }
            Delivery::Failed(_) => None,
        }
    }

    /// How the send fares, where the site's other desks don't know it from this one yet.
    fn news_for_the_site(
        &mut self,
        challenge: &Challenge,
        delivery: Delivery,
        took: Option<Duration>,
    ) -> Option<Fared> {
        let fared = fared(challenge, delivery, so_far(challenge), took)?;
        let is_slow = matches!(fared, Fared::UnderWay(_));
        let is_known = is_slow && std::mem::replace(&mut self.told_that_it_is_slow, true);
        (!is_known).then_some(fared)
    }
}

fn so_far(challenge: &Challenge) -> Duration {
    between(challenge.send.at, challenge.as_of)
}
