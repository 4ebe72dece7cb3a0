//! How everything stands that the desk leans on, as the window's corner shows it. Only names and figures:
//! the words are the front end's.

use countersign_core::health::{Facts, Health, Part, State};
use serde::Serialize;

use super::{RouteView, milliseconds};

/// How everything stands.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HealthView {
    /// Sinch.
    pub sinch: PartView,
    /// The store.
    pub store: PartView,
    /// The keyring of this computer's user.
    pub keyring: PartView,
    /// This computer's clock.
    pub clock: PartView,
}

/// How one thing stands.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PartView {
    /// In a word.
    pub state: StateView,
    /// Why it is in trouble: `sinch.no_credit`, `store.no-answer`, `keyring.locked` and the like.
    pub code: Option<String>,
    /// For how many milliseconds it has been in trouble, where that is known.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub since_ms: Option<u64>,
    /// What else is known.
    pub facts: FactsView,
}

/// How one thing stands, in a word.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum StateView {
    /// It does its part.
    Well,
    /// It does its part slowly; of the clock: it is a little off.
    Slow,
    /// It does not do its part; of the clock: it is wrong.
    Trouble,
    /// It was not asked yet.
    Unknown,
    /// It is not used, or only played.
    Training,
    /// Of the keyring: the secrets are kept for this session only.
    Session,
}

/// What is known of a thing beside how it stands.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FactsView {
    /// Milliseconds that the newest answer took.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub took_ms: Option<u64>,
    /// Milliseconds that this computer's clock is ahead, less than zero when it is behind.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub clock_ahead_ms: Option<i64>,
    /// Which product of Sinch is meant.
    pub product: Option<RouteView>,
    /// What the store warns of: `store.not-encrypted` and the like.
    pub warnings: Vec<String>,
}

impl From<Health> for HealthView {
    fn from(health: Health) -> Self {
        Self {
            sinch: health.sinch.into(),
            store: health.store.into(),
            keyring: health.keyring.into(),
            clock: health.clock.into(),
        }
    }
}

impl From<Part> for PartView {
    fn from(part: Part) -> Self {
        Self {
            state: part.state.into(),
            code: part.code.map(str::to_owned),
            since_ms: part.since.map(|since| milliseconds(since.elapsed())),
            facts: part.facts.into(),
        }
    }
}

impl From<State> for StateView {
    fn from(state: State) -> Self {
        match state {
            State::Well => Self::Well,
            State::Slow => Self::Slow,
            State::Trouble => Self::Trouble,
            State::Unknown => Self::Unknown,
            State::Training => Self::Training,
            State::Session => Self::Session,
        }
    }
}

impl From<Facts> for FactsView {
    fn from(facts: Facts) -> Self {
        let ahead = facts.clock_ahead;
        Self {
            took_ms: facts.took.map(milliseconds),
            clock_ahead_ms: ahead.and_then(|ahead| i64::try_from(ahead.as_millis()).ok()),
            product: facts.product.map(Into::into),
            warnings: facts.warnings.into_iter().map(str::to_owned).collect(),
        }
    }
}
