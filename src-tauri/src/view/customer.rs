//! What crosses to and from the customer's window, and what the staff's learns of it. Neither holds a
//! digit of what is typed there.

use countersign_core::challenge::{By, Verdict};
use countersign_core::settings::Theme;
use countersign_core::text::Language;
use serde::{Deserialize, Serialize};

use super::{ChannelView, Checked, Fault};

/// Who typed a code.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ByView {
    /// Staff, as the customer read it out.
    Staff,
    /// The customer, on their own screen.
    Customer,
}

/// What the customer's window shows.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CustomerView {
    /// The organisation's name; empty while there is no desk.
    pub site: String,
    /// Whether this is training: nothing leaves the machine.
    pub training: bool,
    /// Light or dark.
    pub theme: Theme,
    /// The language to speak.
    #[cfg_attr(test, ts(type = "\"en\" | \"es\" | \"fr\" | \"de\" | \"pt\" | \"sv\""))]
    pub language: Language,
    /// Whose turn it is.
    pub turn: CustomerTurn,
}

/// Whose turn it is at the customer's window.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CustomerTurn {
    /// Nobody's: nothing about anybody is shown.
    Nobody,
    /// A customer is asked for their code.
    Asked(CustomerAsked),
    /// A customer is told the end.
    Told {
        /// Which.
        ending: CustomerEnding,
    },
}

/// What a customer who is asked for their code needs to know.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CustomerAsked {
    /// Which turn this is since the app was started: another one begins with an empty field.
    pub turn: u32,
    /// The number's last two digits.
    pub last_two: String,
    /// How the code travels.
    pub channel: ChannelView,
    /// Digits of the code; nothing where only Sinch knows.
    pub code_length: Option<u8>,
    /// Milliseconds the code still counts.
    #[cfg_attr(test, ts(type = "number"))]
    pub expires_in_ms: u64,
    /// Whether a code is being checked, or it is not known yet what came of it: nothing can be typed.
    pub is_checking: bool,
    /// Whether the customer said that no code has come.
    pub has_no_code: bool,
    /// How many codes were answered in this turn: each answer begins with an empty field.
    pub answers: u32,
    /// The answer to the code that was typed last.
    pub answer: Option<CustomerAnswer>,
}

/// What a customer is told of a code that did not end their turn.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "answer",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CustomerAnswer {
    /// Not the code.
    Wrong {
        /// Tries left.
        left: u8,
    },
    /// Too few digits or too many. No try was counted.
    NotACode,
    /// It did not arrive: once more.
    Again,
    /// It can't be checked just now: the staff know why.
    AskStaff,
}

/// How a customer's turn ended, as far as they need to know.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CustomerEnding {
    /// The code was right.
    Verified,
    /// Too many wrong codes.
    Locked,
    /// The code's time is over.
    Expired,
    /// It ended elsewhere.
    Over,
}

/// All that a customer's window can tell beside a code.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CustomerWord {
    /// Something is being typed.
    Typing,
    /// Nothing is typed any more.
    Empty,
    /// "I have no code."
    NoCode,
    /// The customer leaves it to the staff.
    GiveBack,
}

/// What the staff's window learns of the customer's.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "news",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CustomerNews {
    /// How it stands.
    Stands {
        /// The challenge whose code is asked for there; nothing while none is.
        challenge: Option<String>,
        /// What the customer is doing.
        doing: CustomerDoing,
        /// Whether the customer said that no code has come.
        has_no_code: bool,
    },
    /// What came of a code that the customer typed.
    Checked {
        /// The challenge.
        challenge: String,
        /// The outcome.
        checked: Checked,
    },
    /// A code that the customer typed could not be checked.
    Failed {
        /// The challenge.
        challenge: String,
        /// Why not.
        fault: Fault,
    },
}

/// What a customer is doing at their window.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CustomerDoing {
    /// Nothing yet.
    Reading,
    /// A code is begun.
    Typing,
    /// A code is being checked.
    Checking,
    /// It is not known yet what came of a code.
    Waiting,
}

impl From<By> for ByView {
    fn from(by: By) -> Self {
        match by {
            By::Staff => Self::Staff,
            By::Customer => Self::Customer,
        }
    }
}

impl CustomerEnding {
    /// What a verdict that ends a turn is to the customer; nothing for one that leaves them tries.
    pub(crate) fn of(verdict: Verdict) -> Option<Self> {
        match verdict {
            Verdict::Verified => Some(Self::Verified),
            Verdict::Wrong { .. } => None,
            Verdict::Expired => Some(Self::Expired),
            Verdict::Locked { .. } => Some(Self::Locked),
            Verdict::Gone(_) => Some(Self::Over),
        }
    }
}
