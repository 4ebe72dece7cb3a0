//! The site keys of a desk: one, or two while the site changes from one to the other. Which of the two
//! is used is a matter of the store's clock alone, so that all desks change at the same moment.
//! Where they are kept is the vault's business, what stands there is in `written`.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use thiserror::Error;
use zeroize::Zeroizing;

use crate::challenge::{ChallengeId, Sealed};
use crate::site_key::{CannotOpen, SiteKey};
use crate::time::{Timestamp, after, lock};

mod rotation;
mod written;

pub use rotation::{CannotPlan, plan, planned, retire};
pub use written::{NotASiteKey, WrittenSiteKey, WrittenSuccessor};

/// When a site changes from one key to the next. Until `switch_at` the older key is used and the newer
/// opens what desks that are ahead have sealed; then the newer is used and the older opens; at `ends_at`
/// the older is forgotten. Moments are the store's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Changeover {
    switch_at: Timestamp,
    ends_at: Timestamp,
}

/// Why a changeover can't be as it was asked for.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum UnfitChangeover {
    /// The switch is more than 30 days away.
    #[error("the switch is within 30 days")]
    Switch,
    /// The overlap is shorter than 25 hours, or longer than 30 days. A number's wrong tries are kept for
    /// a day, under the key by which they were counted.
    #[error("both keys verify for 25 hours to 30 days")]
    Overlap,
    /// It ends before it begins.
    #[error("the older key is forgotten after the switch")]
    Order,
}

/// How far a changeover has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Phase {
    /// The older key is used; the newer opens.
    Before,
    /// The newer key is used; the older opens.
    Overlap,
    /// The older key is forgotten.
    Over,
}

impl Changeover {
    /// The longest that a switch may lie ahead.
    pub const LATEST_SWITCH: Duration = Duration::from_secs(30 * 24 * 60 * 60);
    /// The shortest time for which both keys verify: a day, for which wrong tries and the ends of
    /// challenges are kept, and a little more than any code lives.
    pub const SHORTEST_OVERLAP: Duration = Duration::from_secs(25 * 60 * 60);
    /// The longest.
    pub const LONGEST_OVERLAP: Duration = Duration::from_secs(30 * 24 * 60 * 60);

    /// A changeover that switches in `switch_in` and keeps both keys for `overlap` from then on.
    ///
    /// # Errors
    /// [`UnfitChangeover`] out of its bounds.
    pub fn new(
        now: Timestamp,
        switch_in: Duration,
        overlap: Duration,
    ) -> Result<Self, UnfitChangeover> {
        if switch_in > Self::LATEST_SWITCH {
            return Err(UnfitChangeover::Switch);
        }
        if !(Self::SHORTEST_OVERLAP..=Self::LONGEST_OVERLAP).contains(&overlap) {
            return Err(UnfitChangeover::Overlap);
        }
        let switch_at = after(now, switch_in);
        Self::at(switch_at, after(switch_at, overlap))
    }

    /// A changeover between these moments, however far apart.
    ///
    /// # Errors
    /// [`UnfitChangeover::Order`] where it would end before it begins.
    pub fn at(switch_at: Timestamp, ends_at: Timestamp) -> Result<Self, UnfitChangeover> {
        if ends_at < switch_at {
            return Err(UnfitChangeover::Order);
        }
        Ok(Self { switch_at, ends_at })
    }

    /// When the newer key is used instead of the older.
    pub fn switch_at(&self) -> Timestamp {
        self.switch_at
    }

    /// When the older key is forgotten.
    pub fn ends_at(&self) -> Timestamp {
        self.ends_at
    }

    /// How far it has come at `now`.
    pub fn phase(&self, now: Timestamp) -> Phase {
        if now < self.switch_at {
            Phase::Before
        } else if now < self.ends_at {
            Phase::Overlap
        } else {
            Phase::Over
        }
    }
}

/// The site keys of a desk. Each is wiped from memory once nothing uses it any more.
pub struct SiteKeys(Mutex<Held>);

/// The keys, whatever the time is.
#[derive(Clone)]
pub(crate) enum Held {
    /// There is one.
    One(Arc<SiteKey>),
    /// There are two.
    Two(Both),
}

/// Two keys and when the one takes the place of the other.
#[derive(Clone)]
pub(crate) struct Both {
    pub(crate) older: Arc<SiteKey>,
    newer: Arc<SiteKey>,
    changeover: Changeover,
}

/// The keys that count at one moment.
pub(crate) enum InForce {
    /// There is one.
    One(Arc<SiteKey>),
    /// Both open and verify.
    Two {
        /// The one that is to go.
        older: Arc<SiteKey>,
        /// The one that is to stay.
        newer: Arc<SiteKey>,
        /// The one of the two that new challenges are sealed with.
        used: Arc<SiteKey>,
    },
}

/// A seal that was opened, and the key that opened it: what else belongs to the challenge goes by it.
pub(crate) struct Opened {
    pub(crate) clear: Zeroizing<Vec<u8>>,
    pub(crate) key: Arc<SiteKey>,
}

impl SiteKeys {
    /// One key, and no other to come.
    pub fn only(key: SiteKey) -> Self {
        Self(Mutex::new(Held::One(Arc::new(key))))
    }

    /// Two keys, the second of which takes the place of the first.
    pub fn changing(older: SiteKey, newer: SiteKey, changeover: Changeover) -> Self {
        Self(Mutex::new(Held::Two(Both {
            older: Arc::new(older),
            newer: Arc::new(newer),
            changeover,
        })))
    }

    /// The keys as they were last found to count.
    pub(crate) fn held(&self) -> Held {
        lock(&self.0).clone()
    }

    /// The keys that count at `now`. From the changeover's end on, the older one is let go for good.
    pub(crate) fn at(&self, now: Timestamp) -> InForce {
        let mut held = lock(&self.0);
        let both = match &*held {
            Held::One(key) => return InForce::One(Arc::clone(key)),
            Held::Two(both) => both.clone(),
        };
        let Both {
            older,
            newer,
            changeover,
        } = both;
        let used = match changeover.phase(now) {
            Phase::Before => Arc::clone(&older),
            Phase::Overlap => Arc::clone(&newer),
            Phase::Over => {
                *held = Held::One(Arc::clone(&newer));
                return InForce::One(newer);
            }
        };
        InForce::Two { older, newer, used }
    }

    /// Opens a challenge's seal with whichever key made it, if that one still counts at `now`.
    pub(crate) fn open(
        &self,
        challenge: ChallengeId,
        sealed: &Sealed,
        now: Timestamp,
    ) -> Result<Opened, CannotOpen> {
        let with = |key: Arc<SiteKey>| {
            let clear = key.open(challenge, sealed)?;
            Ok(Opened { clear, key })
        };
        match self.at(now) {
            InForce::One(key) => with(key),
            InForce::Two { older, newer, .. } => with(newer).or_else(|CannotOpen| with(older)),
        }
    }
}

#[cfg(test)]
mod tests;
