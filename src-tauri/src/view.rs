//! What crosses to the webview, and nothing else does: no secret, no code (but those of training, on
//! the drawn phone), no whole number (but back to who typed it). Plain data with the front end's names;
//! `ui/types/wire.ts` is generated from it. Words for people are the front end's: here are only names.

use countersign_core::settings::{AppearanceSettings, HandingOver};
use countersign_core::text::Language;
use serde::{Deserialize, Serialize};

mod admin;
mod admin_from_core;
mod advice;
mod checks;
mod customer;
mod delivery;
mod endings;
mod from_core;
mod health;
mod link;
mod number;
mod phone_message;
mod roll_out;
mod site_delivery;
mod texts;
mod updates;

pub use admin::{
    AdminState, AdminStatus, AdminUnlocked, DeskNews, KeepIn, KeptView, PasscodeProblem,
    PasscodeSet, PolicyView, SecretReplaced, SecretView, SettingsSaved, SettingsView,
};
pub use advice::{ConcernView, NumberAdvice, ObjectionView, VerifiedBeforeView};
pub(crate) use checks::ChecksOf;
pub use checks::{CheckView, Checks};
pub use customer::{
    ByView, CustomerAnswer, CustomerAsked, CustomerDoing, CustomerEnding, CustomerNews,
    CustomerTurn, CustomerView, CustomerWord,
};
pub use delivery::{DeliveryNews, DeliveryView};
pub use endings::{EndedView, EndingView, SupervisorStatusView, UnverifiedReason};
pub(crate) use from_core::milliseconds;
pub use health::{FactsView, HealthView, PartView, StateView};
pub(crate) use link::LinkNews;
pub use number::{NumberReading, NumberTypeView, PhoneProblem, RefusalView, RegionView, RuleView};
pub use phone_message::{PhoneMessage, PhoneMessageKind};
pub use roll_out::{
    BundleChanges, BundleLook, BundleMade, BundleTaken, SecretChangeView, SettingChange,
    SiteKeyPlanned, SiteKeyView,
};
pub use site_delivery::{CourseView, SiteDeliveryView};
pub use texts::{CredentialLook, EncodingView, TextPreview, TextProblem};
pub use updates::UpdateNews;

/// What the window needs to know before it can show anything.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StartUp {
    /// The app's version.
    pub version: String,
    /// This desk's name.
    pub desk: String,
    /// The organisation's name.
    pub site: String,
    /// Whether this is training: nothing leaves the machine.
    pub training: bool,
    /// Whether Sinch is played by a sandbox outside of the app: nothing leaves the machine either.
    pub sandbox: bool,
    /// Whether other desks share this desk's store.
    pub store_shared: bool,
    /// Whether training time can be skipped: not where the store goes by its own.
    pub time_can_pass: bool,
    /// The region that numbers without a country code belong to, two letters.
    pub home: String,
    /// The regions that may be written to.
    pub regions: Vec<RegionView>,
    /// The channels that are set up, the usual one first.
    pub channels: Vec<ChannelView>,
    /// Sends a challenge may have.
    pub sends_allowed: u8,
    /// Wrong tries that a number has before it is locked.
    pub tries_allowed: u8,
    /// Whether customers may type codes themselves, on a screen of their own.
    pub customer_view: HandingOver,
    /// How the window looks.
    pub appearance: AppearanceSettings,
    /// Whether numbers are looked up at Sinch.
    pub looks_numbers_up: bool,
    /// Whether a supervisor may accept a customer who could not be verified.
    pub override_allowed: bool,
    /// Whether the admin's pages may be opened at this desk.
    pub admin_allowed: bool,
    /// How often a desk has been opened since the app was started: which one this is.
    pub opening: u32,
}

/// How the code reaches the customer.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ChannelView {
    /// A text message.
    Sms,
    /// A phone call that speaks the code.
    Call,
    /// A WhatsApp message.
    WhatsApp,
    /// A missed call: the calling number is the code.
    FlashCall,
}

/// Which Sinch product carries the code.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RouteView {
    /// Our code in our text.
    SinchSms,
    /// Sinch draws and checks the code.
    SinchVerification,
}

/// An open challenge.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChallengeView {
    /// Its name.
    pub id: String,
    /// The number's last two digits.
    pub last_two: String,
    /// The customer reference, if one was given.
    pub reference: Option<String>,
    /// The name of the desk that has it in hand.
    pub desk: String,
    /// Whether this desk has it in hand.
    pub ours: bool,
    /// The language of its texts and calls.
    pub language: Language,
    /// How the newest send travels.
    pub channel: ChannelView,
    /// Which product carries it.
    pub route: RouteView,
    /// How far the newest send has come.
    pub send: SendView,
    /// How that send ended, where another desk has it in hand and told the site so.
    pub told_end: Option<DeliveryView>,
    /// Milliseconds since the newest send.
    #[cfg_attr(test, ts(type = "number"))]
    pub sent_ago_ms: u64,
    /// Which of the codes that were sent count.
    pub codes: CodesThatCount,
    /// The channels that are set up and fit the number, the usual one first.
    pub channels: Vec<ChannelView>,
    /// Digits of the code; nothing where Sinch drew it and only Sinch knows.
    pub code_length: Option<u8>,
    /// Milliseconds the code still counts.
    #[cfg_attr(test, ts(type = "number"))]
    pub expires_in_ms: u64,
    /// Milliseconds until it may be sent again, zero for now; nothing when no send is left.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub resend_in_ms: Option<u64>,
    /// Wrong tries left before the number is locked.
    pub tries_left: u8,
    /// Sends made, the first included.
    pub sends: u8,
}

/// Which of the codes that were sent count.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CodesThatCount {
    /// The one that was sent.
    Only,
    /// The same code was sent each time: any of them.
    Same,
    /// The one that was sent last.
    Newest,
}

/// How far a send has come, as far as the desk knows.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SendView {
    /// On its way to Sinch.
    Sending,
    /// Sinch has it.
    Sent,
    /// It may have been sent: the answer was lost. Ask the customer before sending again.
    Unknown,
}

/// What came of asking for a code.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Requested {
    /// The challenge is open (its `send` tells whether it surely went out).
    Open {
        /// The challenge.
        challenge: ChallengeView,
    },
    /// What was typed is not a number.
    Unreadable {
        /// Why not.
        problem: PhoneProblem,
    },
    /// A rule is against it.
    Refused {
        /// The rule.
        refusal: RefusalView,
    },
    /// A supervisor has to agree: ask again with the passcode. Nothing was sent or counted.
    Supervisor {
        /// Why.
        concerns: Vec<ConcernView>,
    },
    /// It was not the supervisor's passcode; nothing was sent.
    WrongPasscode {
        /// Milliseconds until the next try.
        #[cfg_attr(test, ts(type = "number"))]
        wait_ms: u64,
    },
    /// The passcode was not tried: an earlier wrong one still holds it off. Nothing was sent.
    PasscodeWait {
        /// Milliseconds until the next try.
        #[cfg_attr(test, ts(type = "number"))]
        wait_ms: u64,
    },
    /// Sinch did not take it, and nothing went out or was counted.
    NotSent {
        /// Why.
        reason: SinchReason,
        /// The challenge, where an earlier send of it still counts.
        challenge: Option<ChallengeView>,
    },
    /// The challenge's code expired: begin anew.
    Expired,
    /// The challenge is no longer there.
    Gone {
        /// Why.
        because: GoneView,
    },
}

/// What came of taking a challenge over from another desk.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum TakenOver {
    /// This desk has it in hand.
    Open {
        /// The challenge.
        challenge: ChallengeView,
    },
    /// The code's time is over.
    Expired,
    /// Too many wrong tries.
    Locked {
        /// Milliseconds until the lock opens; nothing where the store no longer says.
        #[cfg_attr(test, ts(type = "number | null"))]
        retry_in_ms: Option<u64>,
    },
    /// The challenge is no longer there.
    Gone {
        /// Why.
        because: GoneView,
    },
}

/// Why Sinch did not do what was asked.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SinchReason {
    /// `sinch.no_credit` and the like.
    pub code: String,
    /// Milliseconds until it makes sense to try again, where Sinch says so.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub retry_in_ms: Option<u64>,
    /// Where the computer's clock is why: milliseconds that it is ahead of Sinch's, less than zero when
    /// it is behind.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub clock_ahead_ms: Option<i64>,
}

/// Why a challenge is no longer there.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum GoneView {
    /// A code is accepted once.
    AlreadyVerified,
    /// Staff ended it.
    Cancelled,
    /// A newer challenge for the same number took its place.
    Superseded,
    /// None of that name.
    NotFound,
}

/// What came of a typed code.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Checked {
    /// What was typed is not a code, or not the number of a missed call. No try was counted.
    Unreadable {
        /// Why not: `code.too_short`, `phone.too_short` and the like.
        problem: String,
    },
    /// The customer holds the phone.
    Verified {
        /// When, as milliseconds since 1970 in UTC.
        #[cfg_attr(test, ts(type = "number"))]
        at_ms: i64,
        /// Who typed the code.
        by: ByView,
    },
    /// Not the code.
    Wrong {
        /// Tries left before the number is locked.
        left: u8,
    },
    /// The code's time is over.
    Expired,
    /// Too many wrong tries.
    Locked {
        /// Milliseconds until the lock opens; nothing where the store no longer says.
        #[cfg_attr(test, ts(type = "number | null"))]
        retry_in_ms: Option<u64>,
    },
    /// The challenge is no longer there.
    Gone {
        /// Why.
        because: GoneView,
    },
    /// Sinch has no record of a code sent: nothing to check yet. No try was counted.
    NothingSent,
    /// The store's answer was lost: the code may have been right. The desk remembers the try and can be
    /// asked again.
    NotKnown,
    /// The code was not tried, or nobody knows any more: it has to be entered once more.
    NotCounted,
}

/// How the site's challenges stand, told on every change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "state",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WatchedView {
    /// All open challenges, oldest first.
    Open {
        /// The challenges.
        challenges: Vec<ChallengeView>,
    },
    /// What is different since the last word. The others go on as they were, their times too.
    Changed {
        /// Those that changed where they are, then those that are new, oldest first.
        changed: Vec<ChallengeView>,
        /// The names of those that are open no more.
        ended: Vec<String>,
    },
    /// The store can't be asked.
    Away {
        /// Why: `store.no-answer` and the like.
        code: String,
        /// For how many milliseconds it has been so, as far as this desk knows.
        #[cfg_attr(test, ts(type = "number"))]
        away_ms: u64,
    },
}

/// A fault: something that should not happen did. Stable code, words for the log and for want of better.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// `store.unreachable` and the like.
    pub code: String,
    /// One sentence in English that holds no library's words.
    pub message: String,
    /// Milliseconds until it makes sense to try again, where that is known.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub retry_in_ms: Option<u64>,
    /// Where the computer's clock is why: see [`SinchReason::clock_ahead_ms`].
    #[cfg_attr(test, ts(type = "number | null"))]
    pub clock_ahead_ms: Option<i64>,
    /// Where the store is out of reach: milliseconds since then.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub away_ms: Option<u64>,
    /// Where a file can't be used: where in it, and why, in one sentence in English for whoever wrote it.
    pub place: Option<String>,
}

#[cfg(test)]
mod wire_types;
