//! What the page of the roll-out is told: what a bundle changes, and how the site key stands. Plain data,
//! and no secret among it.

use countersign_core::provision::{Changes, Replaced, SecretChange};
use countersign_core::site_keys::{Changeover, Phase};
use countersign_core::time::Timestamp;
use countersign_core::vault::SecretName;
use serde::Serialize;
use serde_json::Value;

/// What came of making a bundle.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum BundleMade {
    /// It is written.
    Written {
        /// Where.
        path: String,
    },
    /// It can't be made so; nothing was written.
    Unfit {
        /// Why not: `lock.nothing`, `bundle.exists` and the like.
        problem: String,
    },
}

/// What came of looking into a bundle. Nothing was changed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum BundleLook {
    /// It could be taken over.
    Opened {
        /// What that would change.
        changes: BundleChanges,
    },
    /// It can't be.
    Refused {
        /// Why not: `bundle.wrongPassphrase` and the like.
        problem: String,
    },
}

/// What came of taking a bundle over.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum BundleTaken {
    /// All of it was.
    Imported,
    /// None of it was.
    Refused {
        /// Why not: `bundle.wrongPassphrase` and the like.
        problem: String,
    },
}

/// What a bundle changes.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BundleChanges {
    /// The settings that get another value.
    pub settings: Vec<SettingChange>,
    /// The secrets that are there before or after.
    pub secrets: Vec<SecretChangeView>,
}

/// A setting that gets another value.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SettingChange {
    /// Which: a JSON pointer.
    pub pointer: String,
    /// Its value before; null where there was none.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub from: Option<Value>,
    /// Its value afterwards; null where there will be none.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub to: Option<Value>,
}

/// What becomes of a secret.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SecretChangeView {
    /// Which.
    pub name: SecretName,
    /// What becomes of it.
    #[cfg_attr(test, ts(type = "'added' | 'replaced' | 'same' | 'removed'"))]
    pub change: &'static str,
}

/// How the site key stands.
#[derive(Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SiteKeyView {
    /// There is none yet.
    None,
    /// There is one, and no other to come.
    One,
    /// A change is planned.
    Before {
        /// When the next key is used, in milliseconds since 1970, in UTC.
        #[cfg_attr(test, ts(type = "number"))]
        switch_at_ms: i64,
        /// When the key of now is forgotten.
        #[cfg_attr(test, ts(type = "number"))]
        ends_at_ms: i64,
    },
    /// The next key is used, and the one before still opens.
    Overlap {
        /// Since when, in milliseconds since 1970, in UTC.
        #[cfg_attr(test, ts(type = "number"))]
        switch_at_ms: i64,
        /// When the key before is forgotten.
        #[cfg_attr(test, ts(type = "number"))]
        ends_at_ms: i64,
    },
}

/// What came of planning a change of the site key.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SiteKeyPlanned {
    /// It is planned.
    Planned {
        /// How the site key stands now.
        plan: SiteKeyView,
    },
    /// It can't be; nothing was changed.
    Unfit {
        /// Why not: `siteKey.overlap` and the like.
        problem: String,
    },
}

impl BundleMade {
    pub(crate) fn unfit(problem: &str) -> Self {
        Self::Unfit {
            problem: problem.to_owned(),
        }
    }
}

impl From<&Changes> for BundleChanges {
    fn from(changes: &Changes) -> Self {
        let setting = |Replaced { pointer, from, to }: &Replaced| SettingChange {
            pointer: pointer.clone(),
            from: from.clone(),
            to: to.clone(),
        };
        let secret = |(name, change): &(SecretName, SecretChange)| SecretChangeView {
            name: *name,
            change: match change {
                SecretChange::Added => "added",
                SecretChange::Replaced => "replaced",
                SecretChange::Same => "same",
                SecretChange::Removed => "removed",
            },
        };
        Self {
            settings: changes.settings.iter().map(setting).collect(),
            secrets: changes.secrets.iter().map(secret).collect(),
        }
    }
}

impl SiteKeyView {
    pub(crate) fn of(changeover: Changeover, now: Timestamp) -> Self {
        let switch_at_ms = changeover.switch_at().as_millisecond();
        let ends_at_ms = changeover.ends_at().as_millisecond();
        match changeover.phase(now) {
            Phase::Before => Self::Before {
                switch_at_ms,
                ends_at_ms,
            },
            Phase::Overlap => Self::Overlap {
                switch_at_ms,
                ends_at_ms,
            },
            Phase::Over => Self::One,
        }
    }
}
