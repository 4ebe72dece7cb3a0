//! Whether there is a newer version, as step 1 tells it. The words are the front end's.

use countersign_core::updates::Release;
use serde::Serialize;

/// Whether there is a newer version.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UpdateNews {
    /// Its three numbers, as in `1.2.3`; nothing where there is none, or staff are not to hear of it.
    pub version: Option<String>,
}

impl From<Option<Release>> for UpdateNews {
    fn from(newer: Option<Release>) -> Self {
        Self {
            version: newer.map(|release| release.to_string()),
        }
    }
}
