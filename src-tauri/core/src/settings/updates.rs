//! Whether staff hear of newer versions.

use serde::{Deserialize, Serialize};

/// Whether staff hear of newer versions.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct UpdateSettings {
    /// Whether step 1 says, while nobody waits, that a newer version is there, for which the feed that the
    /// program was built with is asked once a day; one built without a feed asks nobody. Set it to `false`
    /// where a package system updates the desks. Risk: off, a desk that nobody updates stays at a version
    /// whose faults are known, and nobody notices.
    pub notice: bool,
}

impl Default for UpdateSettings {
    fn default() -> Self {
        Self { notice: true }
    }
}
