//! The version of the form in which settings are written down, so that a later program can read an
//! earlier one's file and never misreads a later one's.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version that this program writes.
pub(super) const CURRENT: u32 = 2;

/// The current form: the only one that is left once a file has been brought up to it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "u32", into = "u32")]
pub(super) struct Version;

#[derive(Debug, Error)]
#[error("another version's settings")]
pub(super) struct AnotherVersion;

impl TryFrom<u32> for Version {
    type Error = AnotherVersion;

    fn try_from(version: u32) -> Result<Self, AnotherVersion> {
        (version == CURRENT).then_some(Self).ok_or(AnotherVersion)
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        CURRENT
    }
}
