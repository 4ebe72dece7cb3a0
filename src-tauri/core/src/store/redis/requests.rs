//! What a script is told, as one JSON object; and the names of the keys. Absent means not told.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::answers::{Cap, Settled, Taken};
use crate::challenge::{
    ChallengeId, Channel, CodeDigest, DeskId, NumberKey, Route, Sealed, SendId, TryId,
};
use crate::policy::Limits;
use crate::store::{
    LONGEST_KEEP, MOST_LINES, NotePage, Purpose, Reservation, Settlement, StoreFault, TryOutcome,
};

/// The names of a site's keys and of its channel.
pub(super) struct Names {
    prefix: String,
    channel: String,
}

impl Names {
    pub(super) fn of(site: &str) -> Self {
        let prefix = format!("cs:{site}:");
        Self {
            channel: format!("{prefix}changes"),
            prefix,
        }
    }

    /// Those of the same site's training, which counts towards none of its caps. A change in training only
    /// makes desks look again.
    pub(super) fn of_training(site: &str) -> Self {
        let work = Self::of(site);
        Self {
            prefix: format!("{}training:", work.prefix),
            channel: work.channel,
        }
    }

    /// The ledger of the number that a challenge is about. What is in braces decides on the slot.
    pub(super) fn ledger(&self, challenge: ChallengeId) -> String {
        self.ledger_of(challenge.number())
    }

    /// A number's ledger.
    pub(super) fn ledger_of(&self, number: NumberKey) -> String {
        format!("{}{{{}}}", self.prefix, hexadecimal(number.as_bytes()))
    }

    /// A ledger's name that no number has, for questions about ledgers as such.
    pub(super) fn any_ledger(&self) -> String {
        format!("{}{{ledger}}", self.prefix)
    }

    /// A page of the notebook.
    pub(super) fn page(&self, page: NotePage) -> String {
        format!("{}{{{}}}:page", self.prefix, hexadecimal(page.as_bytes()))
    }

    /// The book, from whose name those of its keys are made.
    pub(super) fn book(&self) -> String {
        format!("{}{{site}}", self.prefix)
    }

    /// Which keys and which channel are the site's, as an access rule says it.
    pub(super) fn allowed(&self) -> String {
        format!("{} {}", self.allowed_keys(), self.allowed_channel())
    }

    pub(super) fn allowed_keys(&self) -> String {
        format!("~{}*", self.prefix)
    }

    pub(super) fn allowed_channel(&self) -> String {
        format!("&{}", self.channel())
    }

    /// Where changes are told.
    pub(super) fn channel(&self) -> &str {
        &self.channel
    }
}

/// What a step is asked.
#[derive(Clone, Default, Serialize)]
pub(super) struct Request {
    prefix: String,
    channel_of_changes: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<WrittenLimits>,
    #[serde(skip_serializing_if = "Option::is_none")]
    challenge: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    send: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<Channel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<Route>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settlement: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caps: Option<Vec<Cap>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    over: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<WrittenNote>,
    given_back: bool,
    unlisted: bool,
}

impl Request {
    /// As a script reads it.
    pub(super) fn written(&self) -> Result<String, StoreFault> {
        serde_json::to_string(self).map_err(|error| StoreFault::Unreadable(error.into()))
    }

    pub(super) fn of_site(names: &Names) -> Self {
        Self {
            prefix: names.prefix.clone(),
            channel_of_changes: names.channel().to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn about(names: &Names, challenge: ChallengeId) -> Self {
        Self {
            challenge: Some(challenge.to_string()),
            ..Self::of_site(names)
        }
    }

    pub(super) fn within(mut self, limits: &Limits) -> Self {
        self.limits = Some(WrittenLimits::of(limits));
        self
    }

    pub(super) fn for_leave(mut self, reservation: &Reservation) -> Self {
        let (purpose, sealed) = match &reservation.purpose {
            Purpose::First { sealed } => ("first", Some(written_seal(sealed))),
            Purpose::Resend => ("resend", None),
            Purpose::Retry => ("retry", None),
        };
        self.purpose = Some(purpose);
        self.sealed = sealed;
        self.desk = Some(reservation.desk.to_string());
        self.channel = Some(reservation.channel);
        self.route = Some(reservation.route);
        self.code = reservation.code.as_ref().map(written_code);
        self.of_send(reservation.send)
    }

    pub(super) fn of_send(mut self, send: SendId) -> Self {
        self.send = Some(send.to_string());
        self
    }

    pub(super) fn became(mut self, settlement: &Settlement) -> Self {
        let (word, provider) = match settlement {
            Settlement::Sent(provider) => ("sent", Some(provider.as_str().to_owned())),
            Settlement::NotSent => ("not-sent", None),
            Settlement::Unknown => ("unknown", None),
        };
        self.settlement = Some(word);
        self.provider = provider;
        self
    }

    pub(super) fn of_try(mut self, attempt: TryId) -> Self {
        self.attempt = Some(attempt.to_string());
        self
    }

    pub(super) fn with_code(mut self, code: &CodeDigest) -> Self {
        self.code = Some(written_code(code));
        self
    }

    pub(super) fn turned_out(mut self, outcome: TryOutcome) -> Self {
        self.outcome = Some(match outcome {
            TryOutcome::Right => "right",
            TryOutcome::NotConfirmed => "not-confirmed",
            TryOutcome::Expired => "expired",
        });
        self
    }

    pub(super) fn of_desk(mut self, desk: DeskId) -> Self {
        self.desk = Some(desk.to_string());
        self
    }

    pub(super) fn with_seal(mut self, sealed: &Sealed) -> Self {
        self.sealed = Some(written_seal(sealed));
        self
    }

    pub(super) fn with_line(mut self, line: &[u8], keep: Duration) -> Self {
        self.note = Some(WrittenNote {
            line: STANDARD.encode(line),
            keep: milliseconds(keep.min(LONGEST_KEEP)),
            most: MOST_LINES,
        });
        self
    }

    pub(super) fn asked_by(mut self, desk: DeskId) -> Self {
        self.asked_by = Some(desk.to_string());
        self
    }

    /// Tells the ledger which caps of the book are against a send.
    pub(super) fn against(mut self, caps: Vec<Cap>) -> Self {
        self.caps = Some(caps);
        self
    }

    /// Names what is to be taken off the list.
    pub(super) fn over(mut self, challenges: Vec<String>) -> Self {
        self.over = Some(challenges);
        self
    }

    /// What the book took in is to be taken back.
    pub(super) fn undone(mut self, taken: &Taken) -> Self {
        self.asked_by.clone_from(&self.desk);
        self.given_back = taken.taken;
        self.unlisted = taken.listed;
        self
    }

    /// What the book is to be told of a settled send; nothing where the settlement changed nothing.
    pub(super) fn settled(mut self, settled: &Settled) -> Option<Self> {
        self.asked_by = Some(settled.asked_by.clone()?);
        self.desk.clone_from(&settled.desk);
        self.given_back = settled.given_back;
        Some(self)
    }
}

/// A line for a page of the notebook.
#[derive(Clone, Serialize)]
struct WrittenNote {
    line: String,
    /// In milliseconds.
    keep: u64,
    /// How many lines the page keeps.
    most: u8,
}

/// The limits in milliseconds.
#[derive(Clone, Serialize)]
struct WrittenLimits {
    lifetime: u64,
    tries: u8,
    first_lock: u64,
    longest_lock: u64,
    failures_kept: u64,
    pauses: [u64; 3],
    sends_per_challenge: u8,
    number_hourly: u32,
    number_daily: u32,
    desk_hourly: u32,
    site_daily: u32,
}

impl WrittenLimits {
    fn of(limits: &Limits) -> Self {
        Self {
            lifetime: milliseconds(limits.lifetime),
            tries: limits.tries,
            first_lock: milliseconds(limits.first_lock),
            longest_lock: milliseconds(limits.longest_lock),
            failures_kept: milliseconds(limits.failures_kept),
            pauses: limits.pauses.map(milliseconds),
            sends_per_challenge: limits.sends_per_challenge,
            number_hourly: limits.number_hourly,
            number_daily: limits.number_daily,
            desk_hourly: limits.desk_hourly,
            site_daily: limits.site_daily,
        }
    }
}

/// Lua writes whole numbers of up to 14 digits exactly; a century is enough for any limit.
const CENTURY: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

fn milliseconds(length: Duration) -> u64 {
    let length = length.min(CENTURY).as_millis();
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn written_seal(sealed: &Sealed) -> String {
    STANDARD.encode(&sealed.0)
}

fn written_code(code: &CodeDigest) -> String {
    hexadecimal(code.as_bytes())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
