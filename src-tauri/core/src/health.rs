//! How everything stands that a desk leans on: Sinch, the store, the keyring, the clock. Told from what real
//! calls have met; nothing here asks anything of anybody. When to ask is in `desk/health`.

use std::time::Duration;

use tokio::time::Instant;

use crate::challenge::Route;
use crate::sinch::pulse::Heard;
use crate::store::Seen;
use crate::time::SignedDuration;
use crate::vault::VaultState;

/// An answer that takes longer than this is slow: staff see it, and so does the customer.
const SLOW: Duration = Duration::from_secs(2);

/// The warning of a store's inspection that says the same.
const SLOW_STORE: &str = "store.slow-answers";

/// A clock this far off makes logs and receipts hard to read side by side.
const CLOCK_OFF: Duration = Duration::from_secs(30);

/// A clock this far off is about what Sinch refuses signed requests for; where exactly, is published
/// nowhere (Sinch wire facts §2).
const CLOCK_WRONG: Duration = Duration::from_secs(5 * 60);

/// How everything stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Health {
    /// Sinch, with the products that are set up.
    pub sinch: Part,
    /// The store.
    pub store: Part,
    /// The keyring of this computer's user.
    pub keyring: Part,
    /// This computer's clock.
    pub clock: Part,
}

/// How one thing stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// In a word.
    pub state: State,
    /// Why it is in trouble, by a stable name, where that is known.
    pub code: Option<&'static str>,
    /// Since when it is in trouble, where that is known.
    pub since: Option<Instant>,
    /// What else is known.
    pub facts: Facts,
}

/// How one thing stands, in a word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// It does its part.
    Well,
    /// It does its part slowly; of a clock: it is a little off.
    Slow,
    /// It does not do its part; of a clock: it is wrong.
    Trouble,
    /// It was not asked yet.
    Unknown,
    /// It is not used, or only played: this is training.
    Training,
    /// Of the keyring: the secrets are kept for this session only.
    Session,
}

/// What is known beside.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Facts {
    /// How long the newest answer took.
    pub took: Option<Duration>,
    /// How far this computer's clock is ahead (negative: behind).
    pub clock_ahead: Option<SignedDuration>,
    /// Which product of Sinch is meant.
    pub product: Option<Route>,
    /// What the store warns of, by stable names.
    pub warnings: Vec<&'static str>,
}

/// What is known of the keyring.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Keyring {
    /// How it last answered.
    pub state: VaultState,
    /// Whether a secret of this desk is kept for this session only.
    pub is_session: bool,
}

impl Health {
    /// How everything stands, by what was met.
    pub fn of(sinch: &[(Route, Heard)], store: &Seen, keyring: Keyring) -> Self {
        Self {
            sinch: of_sinch(sinch),
            store: of_store(store),
            keyring: of_keyring(keyring),
            clock: of_clock(sinch, store),
        }
    }

    /// The same in training, where Sinch is played and the keyring is not needed.
    #[must_use]
    pub fn in_training(self) -> Self {
        let known_or_training = |part: Part| match part.state {
            State::Unknown => Part::of(State::Training),
            State::Well | State::Slow | State::Trouble | State::Training | State::Session => part,
        };
        Self {
            sinch: Part::of(State::Training),
            store: self.store,
            keyring: known_or_training(self.keyring),
            clock: known_or_training(self.clock),
        }
    }

    /// Whether somebody should be told, who was told the other: how fast an answer came is no news.
    pub fn is_news_after(&self, told: &Self) -> bool {
        let parts = |health: &Self| {
            [&health.sinch, &health.store, &health.keyring, &health.clock]
                .map(|part| (part.state, part.code, part.facts.warnings.clone()))
        };
        parts(self) != parts(told)
    }
}

impl Part {
    fn of(state: State) -> Self {
        Self {
            state,
            code: None,
            since: None,
            facts: Facts::default(),
        }
    }
}

/// The worst of the products that are set up.
fn of_sinch(products: &[(Route, Heard)]) -> Part {
    let parts = products
        .iter()
        .map(|(route, heard)| of_product(*route, heard));
    parts
        .max_by_key(|part| gravity(part.state))
        .unwrap_or(Part::of(State::Unknown))
}

fn of_product(route: Route, heard: &Heard) -> Part {
    let trouble = heard.trouble();
    let state = match (trouble, heard.took) {
        (Some(_), _) => State::Trouble,
        (None, Some(took)) if took > SLOW => State::Slow,
        (None, Some(_)) => State::Well,
        (None, None) => State::Unknown,
    };
    Part {
        state,
        code: trouble.map(|trouble| trouble.code),
        since: trouble.map(|trouble| trouble.since),
        facts: Facts {
            took: heard.took,
            product: Some(route),
            ..Facts::default()
        },
    }
}

/// What is unknown of one product hides no trouble of the other, and no health either.
fn gravity(state: State) -> u8 {
    match state {
        State::Unknown | State::Training | State::Session => 0,
        State::Well => 1,
        State::Slow => 2,
        State::Trouble => 3,
    }
}

fn of_store(seen: &Seen) -> Part {
    let is_slow = seen.took.is_some_and(|took| took > SLOW) || seen.warnings.contains(&SLOW_STORE);
    let state = match seen.fault {
        Some(_) => State::Trouble,
        None if !seen.answers() => State::Unknown,
        None if is_slow => State::Slow,
        None => State::Well,
    };
    Part {
        state,
        code: seen.fault.map(|fault| fault.code),
        since: seen.fault.map(|fault| fault.since),
        facts: Facts {
            took: seen.took,
            warnings: seen.warnings.clone(),
            ..Facts::default()
        },
    }
}

fn of_keyring(keyring: Keyring) -> Part {
    let state = match keyring.state {
        _ if keyring.is_session => State::Session,
        VaultState::NotAsked => State::Unknown,
        VaultState::Answers => State::Well,
        VaultState::Fails(_) => State::Trouble,
    };
    Part {
        code: match keyring.state {
            VaultState::Fails(fault) => Some(fault.code()),
            VaultState::NotAsked | VaultState::Answers => None,
        },
        ..Part::of(state)
    }
}

/// By whoever is furthest from this computer's clock.
fn of_clock(sinch: &[(Route, Heard)], store: &Seen) -> Part {
    let told = sinch.iter().filter_map(|(_, heard)| heard.clock_ahead);
    let furthest = told
        .chain(store.clock_ahead)
        .max_by_key(|ahead| ahead.unsigned_abs());
    let state = match furthest.map(SignedDuration::unsigned_abs) {
        None => State::Unknown,
        Some(off) if off > CLOCK_WRONG => State::Trouble,
        Some(off) if off > CLOCK_OFF => State::Slow,
        Some(_) => State::Well,
    };
    Part {
        facts: Facts {
            clock_ahead: furthest,
            ..Facts::default()
        },
        ..Part::of(state)
    }
}

#[cfg(test)]
mod tests;
