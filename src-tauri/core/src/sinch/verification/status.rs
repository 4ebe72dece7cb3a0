//! How a verification stands, in Sinch's words, with room for words that are new.
//! What follows from it is the desk's business.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::challenge::{ProviderId, SendId};
use crate::sinch::answer::Answer;
use crate::sinch::error::SinchError;
use crate::sinch::path::is_segment;

/// How a verification stands (Sinch wire facts §1.5).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    /// It is under way.
    Pending,
    /// The customer holds the phone: the only status that says so.
    Successful,
    /// It was tried, and not confirmed.
    Fail,
    /// Sinch or the application's callback would not have it.
    Denied,
    /// A newer verification of the number took its place.
    Aborted,
    /// The network failed, or the number could not be reached.
    Error,
    /// A word that this version does not know.
    #[serde(other)]
    Other,
}

/// Why a verification stands as it does (Sinch wire facts §1.5).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Reason {
    /// Held for fraud.
    Fraud,
    /// The account's credit is used up.
    #[serde(rename = "Not enough credit")]
    NotEnoughCredit,
    /// Blocked by Sinch.
    Blocked,
    /// The application's callback denied it.
    #[serde(rename = "Denied by callback")]
    DeniedByCallback,
    /// The application's callback answered nonsense.
    #[serde(rename = "Invalid callback")]
    InvalidCallback,
    /// Sinch failed.
    #[serde(rename = "Internal error")]
    InternalError,
    /// The account may not write to this country or carrier.
    #[serde(rename = "Destination denied")]
    DestinationDenied,
    /// The network failed, or the number could not be reached.
    #[serde(rename = "Network error or number unreachable")]
    Unreachable,
    /// It was never finished.
    #[serde(rename = "Failed pending")]
    FailedPending,
    /// The text could not be delivered.
    #[serde(rename = "SMS delivery failure")]
    SmsDeliveryFailure,
    /// The number of the missed call is not the one.
    #[serde(rename = "Invalid CLI")]
    InvalidCli,
    /// The code is not the one.
    #[serde(rename = "Invalid code")]
    InvalidCode,
    /// The code's time is over.
    Expired,
    /// The customer hung up before the code was given.
    #[serde(rename = "Hung up without entering valid code")]
    HungUp,
    /// Words that this version does not know.
    #[serde(other)]
    Other,
}

/// One verification, and how it stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StatusOf {
    /// Sinch's name for it.
    pub id: ProviderId,
    /// How it stands.
    pub status: Status,
    /// Why it stands so, where Sinch says so.
    pub reason: Option<Reason>,
    /// When it was begun, by Sinch's clock, where Sinch says so.
    pub began_at: Option<Timestamp>,
    reference: Option<String>,
}

impl StatusOf {
    /// The answer, when it is about the verification that was asked for.
    pub(super) fn about(self, id: &ProviderId) -> Result<Self, SinchError> {
        if self.id == *id {
            Ok(self)
        } else {
            Err(SinchError::Unreadable)
        }
    }

    /// The answer, when it is about the reference that was asked for or names none.
    pub(super) fn with_reference(self, reference: SendId) -> Result<Self, SinchError> {
        let ours = reference.to_string();
        if self.reference.as_ref().is_none_or(|theirs| *theirs == ours) {
            Ok(self)
        } else {
            Err(SinchError::Unreadable)
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StatusAnswer {
    pub(super) id: Option<String>,
    pub(super) status: Status,
    pub(super) reason: Option<Reason>,
    reference: Option<String>,
    verification_timestamp: Option<String>,
}

pub(super) fn read_report(answer: &Answer) -> Result<StatusAnswer, SinchError> {
    answer.json()
}

pub(super) fn read(answer: &Answer) -> Result<StatusOf, SinchError> {
    let StatusAnswer {
        id,
        status,
        reason,
        reference,
        verification_timestamp,
    } = answer.json()?;
    let id = id.filter(|id| is_segment(id));
    Ok(StatusOf {
        id: ProviderId::new(id.ok_or(SinchError::Unreadable)?),
        status,
        reason,
        began_at: verification_timestamp.and_then(|text| timestamp(&text)),
        reference,
    })
}

/// Sinch writes this one in UTC without saying so (Sinch wire facts §1.6).
fn timestamp(text: &str) -> Option<Timestamp> {
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let local: DateTime = text.parse().ok()?;
    let moment = local.to_zoned(TimeZone::UTC).ok()?;
    Some(moment.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_of_the_wire_is_known_and_a_new_one_is_tolerated() {
        for (word, status) in [
            ("PENDING", Status::Pending),
            ("SUCCESSFUL", Status::Successful),
            ("FAIL", Status::Fail),
            ("DENIED", Status::Denied),
            ("ABORTED", Status::Aborted),
            ("ERROR", Status::Error),
            ("PAUSED", Status::Other),
        ] {
            let body = format!(r#"{{"id":"1","status":"{word}"}}"#);
            let read = read(&Answer::for_tests(200, &[], &body)).unwrap();
            assert_eq!(read.status, status, "{word}");
        }
    }

    #[test]
    fn every_reason_of_the_wire_is_known_and_a_new_one_is_tolerated() {
        for (words, reason) in [
            ("Fraud", Reason::Fraud),
            ("Not enough credit", Reason::NotEnoughCredit),
            ("Blocked", Reason::Blocked),
            ("Denied by callback", Reason::DeniedByCallback),
            ("Invalid callback", Reason::InvalidCallback),
            ("Internal error", Reason::InternalError),
            ("Destination denied", Reason::DestinationDenied),
            ("Network error or number unreachable", Reason::Unreachable),
            ("Failed pending", Reason::FailedPending),
            ("SMS delivery failure", Reason::SmsDeliveryFailure),
            ("Invalid CLI", Reason::InvalidCli),
            ("Invalid code", Reason::InvalidCode),
            ("Expired", Reason::Expired),
            ("Hung up without entering valid code", Reason::HungUp),
            ("Mercury in retrograde", Reason::Other),
        ] {
            let body = format!(r#"{{"id":"1","status":"FAIL","reason":"{words}"}}"#);
            let read = read(&Answer::for_tests(200, &[], &body)).unwrap();
            assert_eq!(read.reason, Some(reason), "{words}");
        }
    }

    #[test]
    fn a_time_without_a_zone_is_utc() {
        let expected: Timestamp = "2024-05-22T09:38:59.5590437Z".parse().unwrap();
        assert_eq!(timestamp("2024-05-22T09:38:59.5590437"), Some(expected));
        assert_eq!(timestamp("2024-05-22T09:38:59.5590437Z"), Some(expected));
        assert_eq!(timestamp("yesterday"), None);
    }

    #[test]
    fn a_time_that_can_t_be_read_does_not_spoil_the_answer() {
        let body = r#"{"id":"1","status":"PENDING","verificationTimestamp":"yesterday"}"#;
        let read = read(&Answer::for_tests(200, &[], body)).unwrap();
        assert_eq!(read.began_at, None);
    }

    #[test]
    fn an_answer_about_another_verification_is_no_answer() {
        let reference: SendId = "000102030405060708090a0b0c0d0e0f".parse().unwrap();
        let body = r#"{"id":"1","status":"SUCCESSFUL","reference":"another"}"#;
        let status = read(&Answer::for_tests(200, &[], body)).unwrap();
        assert!(status.clone().about(&ProviderId::new("2")).is_err());
        assert!(status.with_reference(reference).is_err());
    }
}
