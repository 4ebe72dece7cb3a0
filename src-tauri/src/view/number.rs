//! How a typed number is read, and which rule is against it, as the webview is told. Plain data.

use countersign_core::text::Language;
use serde::Serialize;

use super::ChannelView;

/// A region in the select field.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RegionView {
    /// ISO 3166-1 alpha-2.
    pub region: String,
    /// The calling code without `+`.
    pub calling_code: u16,
    /// The language that texts are usually written in there; nothing where that is none of ours.
    pub language: Option<Language>,
}

/// What the desk understood of a typed number.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NumberReading {
    /// A valid number.
    Understood {
        /// Groups to read aloud, the country code first.
        read_back: Vec<String>,
        /// Two letters.
        region: String,
        /// The language that texts are usually written in there; nothing where that is none of ours.
        language: Option<Language>,
        /// What kind of line it is.
        number_type: NumberTypeView,
        /// The rule that forbids writing to it by the chosen channel, if any.
        refusal: Option<RefusalView>,
        /// The channels that are set up and fit it, the usual one first.
        channels: Vec<ChannelView>,
        /// Another number that may have been meant, in groups: only where a rule is against this one.
        suggestion: Option<Vec<String>>,
    },
    /// Not a number that can be written to.
    Unreadable {
        /// Why not.
        problem: PhoneProblem,
        /// The number that may have been meant, in groups.
        suggestion: Option<Vec<String>>,
    },
}

/// Why what was typed is not a number.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PhoneProblem {
    /// `phone.too_short` and the like.
    pub code: String,
    /// The region it was held against, two letters, where that matters.
    pub region: Option<String>,
}

/// What kind of line a number is.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum NumberTypeView {
    /// A mobile phone.
    Mobile,
    /// A landline.
    FixedLine,
    /// The numbering plan does not tell.
    FixedLineOrMobile,
    /// Costs extra.
    Premium,
    /// Shared cost.
    SharedCost,
    /// Free to call.
    TollFree,
    /// A pager.
    Pager,
    /// A mailbox.
    Voicemail,
    /// A phone on the internet.
    Voip,
    /// Follows a person.
    Personal,
    /// One for a whole company.
    CompanyWide,
    /// Of no known kind.
    Unknown,
}

/// A rule that is against a request. Nothing was sent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RefusalView {
    /// The rule.
    pub rule: RuleView,
    /// Milliseconds until it would be allowed; nothing where time won't help.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub retry_in_ms: Option<u64>,
}

/// The rules a request can run into.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RuleView {
    /// Locked after too many wrong codes.
    NumberLocked,
    /// The last send is too recent.
    ResendPause,
    /// The challenge has no sends left.
    SendsPerChallenge,
    /// The number had its sends of this hour.
    NumberHourly,
    /// The number had its sends of this day.
    NumberDaily,
    /// This desk had its sends of this hour.
    DeskHourly,
    /// The site had its sends of this day.
    SiteDaily,
    /// Not a country the site writes to.
    CountryNotAllowed,
    /// Never written to: premium, shared cost, toll-free, pager, voicemail.
    NumberTypeRefused,
    /// A landline: it can be called.
    LandlineNeedsCall,
    /// Nothing is set up that carries this channel.
    ChannelNotSetUp,
    /// No mobile phone's line, by Sinch's lookup.
    LineTypeRefused,
    /// Its SIM was changed a short time ago, by Sinch's lookup.
    SimSwapped,
    /// It had to be looked up at Sinch, and could not be.
    NotLookedUp,
}
