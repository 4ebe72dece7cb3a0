//! The version of the form in which settings are written down, so that a later program can read an
//! earlier one's file and never misreads a later one's.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version that this program writes.
const CURRENT: u32 = 2;
/// What had desk and store only: every further setting had the value that it has now by default.
const WITHOUT_PAGES: u32 = 1;

/// A form that this program can read; it writes the current one.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "u32", into = "u32")]
pub(super) struct Version;

#[derive(Debug, Error)]
#[error("another version's settings")]
pub(super) struct AnotherVersion;

impl TryFrom<u32> for Version {
    type Error = AnotherVersion;

    fn try_from(version: u32) -> Result<Self, AnotherVersion> {
        match version {
            CURRENT | WITHOUT_PAGES => Ok(Self),
            _ => Err(AnotherVersion),
        }
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        CURRENT
    }
}
