//! Taking a challenge in hand that another desk has, and asking anew for a code that ran out. The store
//! decides whether the one may be; the other is a request like any.

use std::time::Duration;

use crate::challenge::{Challenge, ChallengeId, Gone};
use crate::store::Standing;
use crate::time::lock;

use super::record::Record;
use super::request::Asked;
use super::{Desk, DeskFault, OpenChallenge, Requested};

/// What came of taking a challenge over.
#[derive(Debug)]
pub enum TakenOver {
    /// This desk has it in hand.
    Open(Box<OpenChallenge>),
    /// Its code's time is over.
    Expired,
    /// Its number is locked.
    Locked {
        /// How long still, by the store's clock; nothing where the store no longer answers.
        wait: Option<Duration>,
    },
    /// It is no longer there.
    Gone(Gone),
}

impl Desk {
    /// Makes this desk the one that has a challenge in hand. Its code, tries and pauses stay as they
    /// are, and any desk may still check it.
    ///
    /// # Errors
    /// A [`DeskFault`] when the store can't be asked, or the challenge can't be opened here. Where the
    /// store's answer was lost, it may have been done, and may be asked for again.
    pub async fn take_over(&self, id: ChallengeId) -> Result<TakenOver, DeskFault> {
        let standing = self.store.standing(id, &self.policy.limits).await?;
        let standing = match standing {
            Standing::Open(challenge) => self.take(&challenge).await?,
            over @ (Standing::Expired | Standing::Locked { .. } | Standing::Gone(_)) => over,
        };
        self.changed.send_replace(());
        Ok(match standing {
            Standing::Open(challenge) => TakenOver::Open(Box::new(self.show(challenge)?)),
            Standing::Expired => TakenOver::Expired,
            Standing::Locked { until } => TakenOver::Locked {
                wait: self.wait(Some(until)).await,
            },
            Standing::Gone(gone) => TakenOver::Gone(gone),
        })
    }

    async fn take(&self, challenge: &Challenge) -> Result<Standing, DeskFault> {
        // By the key that opened it: codes under way are digested with that one.
        let (record, key) = self.opened(challenge)?;
        let record = Record {
            desk: self.name.clone(),
            ..record
        };
        let sealed = self.seal(&key, challenge.id, &record);
        let limits = &self.policy.limits;
        let taken = self.store.take_over(challenge.id, self.id, &sealed, limits);
        Ok(taken.await?)
    }

    /// Begins a challenge of the same number, reference and language as one that this desk had in hand
    /// lately, by the same channel. For one that expired: nobody types the number again.
    ///
    /// # Errors
    /// As [`Desk::request`].
    pub async fn request_anew(&self, id: ChallengeId) -> Result<Requested, DeskFault> {
        let Some(challenge) = lock(&self.lately).recall(id) else {
            return Ok(Requested::Gone(Gone::NotFound));
        };
        let record = self.record(&challenge)?;
        let asked = Asked {
            number: record.number,
            channel: challenge.send.channel,
            route: Some(challenge.send.route),
            reference: record.reference,
            language: record.language,
        };
        self.begin(asked, None).await
    }
}
