//! What the admin's pages are told and what they say: the lock, the settings, what became of a change.
//! Plain data. A secret goes one way only, and has no view.

use countersign_core::settings::Settings;
use countersign_core::sinch::credentials::looks::LookProblem;
use countersign_core::vault::SecretName;
use serde::{Deserialize, Serialize};

use super::RegionView;

/// The guard before the admin's pages.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AdminStatus {
    /// How it stands.
    pub state: AdminState,
    /// Milliseconds until a passcode may be tried again; nothing for now.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub wait_ms: Option<u64>,
    /// After how many minutes without use the pages lock themselves.
    pub lock_after_minutes: u32,
    /// What is the matter with the keyring, as far as it was asked: `keyring.locked` and the like.
    pub keyring: Option<String>,
    /// Whether the desk sends, or everything is named that it needs for that.
    pub configured: bool,
}

/// How the guard stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AdminState {
    /// There is no passcode yet: the first one opens the pages.
    NotSet,
    /// The passcode is asked for.
    Locked,
    /// The pages are open.
    Open,
    /// A passcode was set, and the keyring that holds it can't be read.
    Shut,
}

/// Where a secret is to be kept, or is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum KeepIn {
    /// In the operating system's keyring.
    Keyring,
    /// In memory, until the app ends.
    Session,
}

/// What came of setting a passcode.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PasscodeSet {
    /// It holds from now on; the admin's opens the pages.
    Set,
    /// It can't be one.
    Unfit {
        /// Why not.
        problem: PasscodeProblem,
    },
}

/// Why a text can't be a passcode.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PasscodeProblem {
    /// It has too few characters.
    Short,
    /// It has too many.
    Long,
}

/// What came of a passcode that was typed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AdminUnlocked {
    /// The pages are open.
    Open,
    /// It was not the passcode.
    Wrong {
        /// Milliseconds until the next try.
        #[cfg_attr(test, ts(type = "number"))]
        wait_ms: u64,
    },
    /// It was not tried: an earlier wrong one still holds it off.
    Wait {
        /// Milliseconds until the next try.
        #[cfg_attr(test, ts(type = "number"))]
        wait_ms: u64,
    },
}

/// All settings, and where each comes from. No secret is among them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SettingsView {
    /// The desk's own.
    pub own: Settings,
    /// What is in force: its own, but for what the machine's policy manages.
    pub effective: Settings,
    /// The JSON pointers of what the machine's policy manages.
    pub managed: Vec<String>,
    /// How the machine's policy stands.
    pub policy: PolicyView,
    /// Which secrets are kept, and where.
    pub secrets: Vec<SecretView>,
    /// The country that the computer is set to, two letters.
    pub computer_home: String,
    /// Every country there is.
    pub regions: Vec<RegionView>,
}

/// How the machine's policy stands.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PolicyView {
    /// There is none.
    None,
    /// It is in force.
    InForce {
        /// Its file.
        path: String,
    },
    /// Its file can't be used; what was in force before still is.
    Unusable {
        /// Its file.
        path: String,
        /// The line, from 1; nothing where no place can be named.
        line: Option<usize>,
        /// The column, from 1.
        column: Option<usize>,
        /// The JSON pointer of the value that is at fault, where it is one.
        pointer: Option<String>,
        /// Why: `unknown` and the like.
        problem: String,
    },
}

/// Whether a secret is kept.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SecretView {
    /// Which.
    pub name: SecretName,
    /// Where.
    pub kept: KeptView,
}

/// Where a secret is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum KeptView {
    /// In the operating system's keyring.
    Keyring,
    /// In memory, until the app ends.
    Session,
    /// Nowhere.
    Missing,
    /// The keyring can't be asked.
    Unknown,
}

/// What came of saving settings.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SettingsSaved {
    /// They are in force.
    Saved,
    /// They can't be used, and nothing was changed.
    Invalid {
        /// The JSON pointer of the value that is at fault, where it is one.
        pointer: Option<String>,
        /// Why: `rules.lifetime` and the like.
        problem: String,
    },
}

/// What came of replacing a secret.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum SecretReplaced {
    /// It is kept.
    Kept {
        /// Where.
        kept: KeepIn,
    },
    /// It can't be that secret, and nothing was changed.
    Unfit {
        /// Why not: `empty`, `stray` and the like.
        #[cfg_attr(test, ts(type = "string"))]
        problem: LookProblem,
    },
}

/// What happened to the desk behind the window.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum DeskNews {
    /// It was opened anew, by other settings: what the window knows of it is out of date.
    Reopened,
}
