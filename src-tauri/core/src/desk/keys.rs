//! Which site key a challenge goes by: the one that opens its seal, and for a new one that of the moment.
//! While a site changes its key, a number's counts stay under the key by which they were begun.

use std::sync::Arc;

use crate::challenge::{Challenge, NumberKey};
use crate::phone::PhoneNumber;
use crate::site_key::{CannotOpen, SiteKey};
use crate::site_keys::{Held, InForce};
use crate::store::StoreFault;

use super::Desk;
use super::record::Record;

/// What a new challenge is begun with.
pub(super) struct NewKeys {
    /// Under which the store counts.
    pub(super) number_key: NumberKey,
    /// What seals it and digests its codes.
    pub(super) key: Arc<SiteKey>,
}

impl NewKeys {
    fn of(number: &PhoneNumber, key: Arc<SiteKey>) -> Self {
        Self {
            number_key: key.number_key(number),
            key,
        }
    }
}

impl Desk {
    /// The keys for a new challenge of this number. Asks the store only while the site changes its key,
    /// and then both questions at once.
    pub(super) async fn keys_for(&self, number: &PhoneNumber) -> Result<NewKeys, StoreFault> {
        let older = match self.site_keys.held() {
            Held::One(key) => return Ok(NewKeys::of(number, key)),
            Held::Two(both) => both.older.number_key(number),
        };
        let (health, is_remembered) = tokio::try_join!(
            self.store.health(),
            self.store.remembers(older, &self.policy.limits)
        )?;
        Ok(match self.site_keys.at(health.now) {
            InForce::Two { used, .. } if is_remembered => NewKeys {
                number_key: older,
                key: used,
            },
            InForce::One(key) | InForce::Two { used: key, .. } => NewKeys::of(number, key),
        })
    }

    /// The key of the site's notebook: while the site changes its key, the older one, which all desks have.
    /// What was written with it is not read any more once it is forgotten.
    pub(super) fn notebook_key(&self) -> Arc<SiteKey> {
        match self.site_keys.held() {
            Held::One(key) => key,
            Held::Two(both) => both.older,
        }
    }

    /// What a challenge's seal holds, and the key that opened it.
    pub(super) fn opened(
        &self,
        challenge: &Challenge,
    ) -> Result<(Record, Arc<SiteKey>), CannotOpen> {
        let opened = self
            .site_keys
            .open(challenge.id, &challenge.sealed, challenge.as_of)?;
        let record = Record::read(&opened.clear).ok_or(CannotOpen)?;
        Ok((record, opened.key))
    }

    pub(super) fn record(&self, challenge: &Challenge) -> Result<Record, CannotOpen> {
        self.opened(challenge).map(|(record, _)| record)
    }
}
