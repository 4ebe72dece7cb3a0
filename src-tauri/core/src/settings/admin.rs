//! The guard before the admin's pages, as far as it is no secret. The passcode's hash is in the vault.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::policy::bounds::ADMIN_LOCK_MINUTES;

const DEFAULT_MINUTES: u32 = 5;

/// The guard before the admin's pages.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct AdminSettings {
    /// Whether a passcode was set, so that a keyring that can't be read does not count as one without it.
    pub passcode_set: bool,
    /// After how many minutes without use the admin's pages lock themselves. Risk: the longer, the
    /// likelier it is that staff find them open.
    #[cfg_attr(feature = "wire", ts(type = "number"), schemars(with = "u32"))]
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *ADMIN_LOCK_MINUTES.start(), max = *ADMIN_LOCK_MINUTES.end()))
    )]
    pub lock_after_minutes: LockAfter,
}

/// After how long without use the pages lock themselves: 1 to 60 minutes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct LockAfter(u32);

/// Not between 1 and 60 minutes.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the pages lock after 1 to 60 minutes")]
pub struct NotALockAfter;

impl LockAfter {
    /// As a duration.
    pub fn duration(self) -> Duration {
        Duration::from_secs(60) * self.0
    }
}

impl Default for LockAfter {
    fn default() -> Self {
        Self(DEFAULT_MINUTES)
    }
}

impl TryFrom<u32> for LockAfter {
    type Error = NotALockAfter;

    fn try_from(minutes: u32) -> Result<Self, NotALockAfter> {
        let fits = ADMIN_LOCK_MINUTES.contains(&minutes);
        fits.then_some(Self(minutes)).ok_or(NotALockAfter)
    }
}

impl From<LockAfter> for u32 {
    fn from(minutes: LockAfter) -> Self {
        minutes.0
    }
}
