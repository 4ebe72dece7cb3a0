//! What a stage saw, as values with stable names. There is no room here for free text but names of
//! hosts and of issuers, and from those everything is taken that could steer a terminal or a page.

use std::net::IpAddr;
use std::time::Duration;

use serde::Serialize;

use crate::sinch::sms::{DeliveryStatus, Encoding};
use crate::store::Latency;
use crate::time::{SignedDuration, Timestamp};

/// The most characters of a name that another computer told.
const LONGEST_NAME: usize = 80;

/// What may stand in a name besides letters and digits.
const HARMLESS: &str = " .,:;-_/+*&~|()[]";

/// One thing that was seen.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// The host that was looked at, as `name:port`.
    Host(Plain),
    /// An address that its name has, or that it answered from.
    Address(IpAddr),
    /// The proxy that the way leads through, as `name:port`.
    Proxy(Plain),
    /// Hosts that did not answer although others did, as `name:port`.
    Away(Vec<Plain>),
    /// Who issued the certificate: where it is nobody who issues them to the public, something on the
    /// way looks into what is sent.
    Issuer(Plain),
    /// When the certificate ends.
    Expires(Timestamp),
    /// The clock of this computer is ahead of the other side's by so much; behind it, if negative.
    ClockAhead(SignedDuration),
    /// Our own name for what went wrong: `sinch.timed_out`, `store.no-answer` and the like.
    Code(&'static str),
    /// Sinch's own number or word for it.
    SinchCode(Plain),
    /// The region in which Sinch knows the account.
    LivesIn(&'static str),
    /// Parts that the text is sent and paid for in.
    Parts(u32),
    /// How the text's characters are written on their way.
    Encoding(Encoding),
    /// How far the text has come.
    Delivery(DeliveryStatus),
    /// What is missing: secrets by their names, or permissions as the access rule writes them.
    Missing(Vec<Plain>),
    /// Everything that the store warns of, by codes.
    Warnings(Vec<&'static str>),
    /// The versions of the store's servers.
    Versions(Vec<Plain>),
    /// How fast the store answers; the slowest of twenty answers is what is written down.
    Latency(Latency),
    /// The setting that names the file: `caFile`, `clientCertificate` or `clientKey`.
    File(&'static str),
    /// The line of the file, from 1.
    Line(usize),
    /// The column of the line, from 1.
    Column(usize),
    /// The place in the file, as a JSON pointer.
    Pointer(Plain),
    /// How long the other side asks to wait.
    RetryIn(Duration),
}

/// A name that another computer or a file told, without anything that could steer a terminal or a page,
/// and cut to 80 characters.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Plain(String);

impl Plain {
    /// Takes what is harmless of a name.
    pub fn new(name: &str) -> Self {
        let is_harmless = |letter: &char| letter.is_alphanumeric() || HARMLESS.contains(*letter);
        Self(
            name.chars()
                .filter(is_harmless)
                .take(LONGEST_NAME)
                .collect(),
        )
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A fact's value as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FactValue {
    /// A name, or a moment in UTC (RFC 3339).
    Text(String),
    /// A count, or milliseconds.
    Number(i64),
    /// Several names.
    List(Vec<String>),
}

impl Fact {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Host(_) => "host",
            Self::Address(_) => "address",
            Self::Proxy(_) => "proxy",
            Self::Away(_) => "away",
            Self::Issuer(_) => "issuer",
            Self::Expires(_) => "expires",
            Self::ClockAhead(_) => "clockAheadMs",
            Self::Code(_) => "code",
            Self::SinchCode(_) => "sinchCode",
            Self::LivesIn(_) => "livesIn",
            Self::Parts(_) => "parts",
            Self::Encoding(_) => "encoding",
            Self::Delivery(_) => "delivery",
            Self::Missing(_) => "missing",
            Self::Warnings(_) => "warnings",
            Self::Versions(_) => "versions",
            Self::Latency(_) => "latencyMs",
            Self::File(_) => "file",
            Self::Line(_) => "line",
            Self::Column(_) => "column",
            Self::Pointer(_) => "pointer",
            Self::RetryIn(_) => "retryInMs",
        }
    }

    /// The value as it is written down.
    pub fn value(&self) -> FactValue {
        match self {
            Self::Host(name)
            | Self::Proxy(name)
            | Self::Issuer(name)
            | Self::SinchCode(name)
            | Self::Pointer(name) => text(&name.0),
            Self::Address(address) => FactValue::Text(address.to_string()),
            Self::Expires(moment) => FactValue::Text(moment.to_string()),
            Self::Code(name) | Self::LivesIn(name) | Self::File(name) => text(name),
            Self::Encoding(encoding) => text(encoding_name(*encoding)),
            Self::Delivery(status) => text(delivery_name(*status)),
            Self::Away(names) | Self::Missing(names) | Self::Versions(names) => {
                list(names.iter().map(Plain::as_str))
            }
            Self::Warnings(codes) => list(codes.iter().copied()),
            Self::ClockAhead(ahead) => number(ahead.as_millis()),
            Self::Parts(count) => number(*count),
            Self::Latency(latency) => number(latency.p99.as_millis()),
            Self::RetryIn(wait) => number(wait.as_millis()),
            Self::Line(place) | Self::Column(place) => number(*place),
        }
    }
}

fn text(value: &str) -> FactValue {
    FactValue::Text(value.to_owned())
}

fn list<'a>(values: impl Iterator<Item = &'a str>) -> FactValue {
    FactValue::List(values.map(str::to_owned).collect())
}

fn number(value: impl TryInto<i64>) -> FactValue {
    FactValue::Number(value.try_into().unwrap_or(i64::MAX))
}

fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Gsm7 => "gsm7",
        Encoding::Unicode => "ucs2",
        Encoding::Other => "other",
    }
}

fn delivery_name(status: DeliveryStatus) -> &'static str {
    match status {
        DeliveryStatus::Queued => "queued",
        DeliveryStatus::Dispatched => "withCarrier",
        DeliveryStatus::Aborted => "aborted",
        DeliveryStatus::Cancelled => "cancelled",
        DeliveryStatus::Rejected => "rejected",
        DeliveryStatus::Deleted => "deleted",
        DeliveryStatus::Delivered => "delivered",
        DeliveryStatus::Failed => "failed",
        DeliveryStatus::Expired => "expired",
        DeliveryStatus::Unknown => "unknown",
        DeliveryStatus::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_another_computer_told_can_steer_nothing() {
        let told = Plain::new("Evil\u{1b}[31m CA\r\n<b>\u{202e}Ltd");
        assert_eq!(told.as_str(), "Evil[31m CAbLtd");
        assert_eq!(Plain::new(&"ä".repeat(200)).as_str().chars().count(), 80);
    }

    #[test]
    fn facts_are_written_as_names_numbers_and_lists() {
        let ahead = Fact::ClockAhead(SignedDuration::from_secs(-600));
        assert_eq!(ahead.name(), "clockAheadMs");
        assert_eq!(serde_json::to_value(ahead.value()).unwrap(), -600_000);
        let away = Fact::Away(vec![Plain::new("redis.example:6379")]);
        let written = serde_json::to_value(away.value()).unwrap();
        assert_eq!(written, serde_json::json!(["redis.example:6379"]));
    }
}
