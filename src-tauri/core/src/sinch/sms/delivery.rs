//! How far a text has come, by the report about its one recipient: the only one in which the steps on
//! the way appear (Sinch wire facts §4.3). How often to ask is the desk's business.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

use crate::sinch::answer::Answer;
use crate::sinch::error::SinchError;

/// How far a text has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DeliveryReport {
    /// The step.
    pub status: DeliveryStatus,
    /// Sinch's or the carrier's number for it; 0 where there is nothing to tell. Not an HTTP status,
    /// although some look like one.
    pub code: u16,
    /// When it came so far, by Sinch's clock.
    pub at: Option<Timestamp>,
    /// When it came so far, by the carrier's clock.
    pub operator_status_at: Option<Timestamp>,
}

/// A step of a text on its way (Sinch wire facts §4.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DeliveryStatus {
    /// Sinch has it.
    Queued,
    /// The carrier has it.
    Dispatched,
    /// Sinch gave up.
    Aborted,
    /// It was called back.
    Cancelled,
    /// The carrier would not have it.
    Rejected,
    /// The carrier dropped it.
    Deleted,
    /// The phone has it.
    Delivered,
    /// The carrier could not deliver it.
    Failed,
    /// Its time ran out on the way.
    Expired,
    /// The carrier does not know what became of it.
    Unknown,
    /// A word that this version does not know.
    Other,
}

/// Why a text did not arrive, as far as its number tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FailureCause {
    /// No carrier takes texts for this number: another channel is needed.
    Unroutable,
    /// The phone is off or out of reach, or the network is busy: it may go through later.
    Temporary,
    /// The number, the sender or the words are blocked.
    Blocked,
    /// Nobody has this number.
    NobodyThere,
    /// The account is blocked or its quota is used up.
    Account,
    /// The sender or the text is not one that Sinch takes.
    Text,
    /// Its time ran out.
    TooLate,
    /// Nothing that helps is known.
    Unknown,
}

impl DeliveryStatus {
    fn from_wire(word: &str) -> Self {
        // One of Sinch's own clients lists these in capitals.
        match word.to_ascii_lowercase().as_str() {
            "queued" => Self::Queued,
            "dispatched" => Self::Dispatched,
            "aborted" => Self::Aborted,
            "cancelled" => Self::Cancelled,
            "rejected" => Self::Rejected,
            "deleted" => Self::Deleted,
            "delivered" => Self::Delivered,
            "failed" => Self::Failed,
            "expired" => Self::Expired,
            "unknown" => Self::Unknown,
            _ => Self::Other,
        }
    }

    /// Whether nothing more will come. A word that is new may be a step on the way.
    pub fn is_final(self) -> bool {
        match self {
            Self::Queued | Self::Dispatched | Self::Other => false,
            Self::Aborted
            | Self::Cancelled
            | Self::Rejected
            | Self::Deleted
            | Self::Delivered
            | Self::Failed
            | Self::Expired
            | Self::Unknown => true,
        }
    }
}

impl DeliveryReport {
    /// Why it did not arrive; nothing while it is on its way and when it has arrived.
    pub fn failure(&self) -> Option<FailureCause> {
        match self.status {
            DeliveryStatus::Expired => Some(FailureCause::TooLate),
            DeliveryStatus::Aborted
            | DeliveryStatus::Rejected
            | DeliveryStatus::Deleted
            | DeliveryStatus::Failed
            | DeliveryStatus::Unknown => Some(cause(self.code)),
            DeliveryStatus::Queued
            | DeliveryStatus::Dispatched
            | DeliveryStatus::Cancelled
            | DeliveryStatus::Delivered
            | DeliveryStatus::Other => None,
        }
    }
}

/// Sinch's own codes are from 400 on; smaller ones are the carriers' (Sinch wire facts §4.3).
fn cause(code: u16) -> FailureCause {
    match code {
        402 | 9..=12 => FailureCause::Unroutable,
        404 | 107 => FailureCause::Temporary,
        15 | 60 | 61 | 62 | 77 => FailureCause::Blocked,
        100 => FailureCause::NobodyThere,
        64 | 412 | 413 => FailureCause::Account,
        405 | 410 | 411 | 414 => FailureCause::Text,
        406 => FailureCause::TooLate,
        _ => FailureCause::Unknown,
    }
}

#[derive(Deserialize)]
struct ReportAnswer {
    recipient: String,
    #[serde(deserialize_with = "status")]
    status: DeliveryStatus,
    code: u16,
    at: Option<String>,
    operator_status_at: Option<String>,
}

fn status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DeliveryStatus, D::Error> {
    let word = String::deserialize(deserializer)?;
    Ok(DeliveryStatus::from_wire(&word))
}

pub(super) fn read(answer: &Answer, number: &str) -> Result<DeliveryReport, SinchError> {
    let report: ReportAnswer = answer.json()?;
    if !is_same_number(&report.recipient, number) {
        return Err(SinchError::Unreadable);
    }
    let moment = |text: Option<String>| text.and_then(|text| text.parse().ok());
    Ok(DeliveryReport {
        status: report.status,
        code: report.code,
        at: moment(report.at),
        operator_status_at: moment(report.operator_status_at),
    })
}

/// Sinch takes numbers with `+` and gives them back without (Sinch wire facts §4.2).
fn is_same_number(one: &str, other: &str) -> bool {
    one.trim_start_matches('+') == other.trim_start_matches('+')
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: &str = "+12025550100";

    fn read_status(status: &str, code: u16) -> DeliveryReport {
        let body = format!(
            r#"{{"type":"recipient_delivery_report_sms","batch_id":"1","recipient":"12025550100",
            "code":{code},"status":"{status}","at":"2022-08-30T08:16:08.930Z",
            "operator_status_at":"2022-08-30T08:16:00Z","encoding":"GSM"}}"#
        );
        read(&Answer::for_tests(200, &[], &body), NUMBER).unwrap()
    }

    #[test]
    fn every_step_of_the_wire_is_known_and_a_new_one_is_on_its_way() {
        for (word, status, is_final) in [
            ("Queued", DeliveryStatus::Queued, false),
            ("Dispatched", DeliveryStatus::Dispatched, false),
            ("Aborted", DeliveryStatus::Aborted, true),
            ("Cancelled", DeliveryStatus::Cancelled, true),
            ("Rejected", DeliveryStatus::Rejected, true),
            ("Deleted", DeliveryStatus::Deleted, true),
            ("Delivered", DeliveryStatus::Delivered, true),
            ("DELIVERED", DeliveryStatus::Delivered, true),
            ("Failed", DeliveryStatus::Failed, true),
            ("Expired", DeliveryStatus::Expired, true),
            ("Unknown", DeliveryStatus::Unknown, true),
            ("Teleported", DeliveryStatus::Other, false),
        ] {
            let report = read_status(word, 0);
            assert_eq!(report.status, status, "{word}");
            assert_eq!(report.status.is_final(), is_final, "{word}");
        }
    }

    #[test]
    fn a_report_tells_when() {
        let report = read_status("Delivered", 0);
        assert_eq!(report.at, "2022-08-30T08:16:08.930Z".parse().ok());
        assert_eq!(
            report.operator_status_at,
            "2022-08-30T08:16:00Z".parse().ok()
        );
    }

    #[test]
    fn a_failure_says_why_as_far_as_its_number_tells() {
        for (status, code, cause) in [
            ("Aborted", 402, FailureCause::Unroutable),
            ("Failed", 9, FailureCause::Unroutable),
            ("Aborted", 404, FailureCause::Temporary),
            ("Rejected", 61, FailureCause::Blocked),
            ("Failed", 100, FailureCause::NobodyThere),
            ("Aborted", 413, FailureCause::Account),
            ("Aborted", 411, FailureCause::Text),
            ("Expired", 0, FailureCause::TooLate),
            ("Aborted", 406, FailureCause::TooLate),
            ("Failed", 65535, FailureCause::Unknown),
        ] {
            assert_eq!(read_status(status, code).failure(), Some(cause), "{code}");
        }
        for (status, code) in [("Queued", 400), ("Dispatched", 401), ("Delivered", 0)] {
            assert_eq!(read_status(status, code).failure(), None, "{status}");
        }
    }

    #[test]
    fn a_report_about_another_number_is_no_answer() {
        let body = r#"{"recipient":"12025550101","code":0,"status":"Delivered"}"#;
        let error = read(&Answer::for_tests(200, &[], body), NUMBER);
        assert!(matches!(error, Err(SinchError::Unreadable)));
    }

    #[test]
    fn a_recipient_is_the_same_with_and_without_its_plus() {
        for recipient in ["12025550100", "+12025550100"] {
            let body = format!(r#"{{"recipient":"{recipient}","code":0,"status":"Delivered"}}"#);
            assert!(read(&Answer::for_tests(200, &[], &body), NUMBER).is_ok());
        }
    }
}
