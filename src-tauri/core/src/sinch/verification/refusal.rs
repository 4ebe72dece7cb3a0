//! Sinch Verification's error numbers, read as our reasons (Sinch wire facts §5).
//! Numbers only: the messages beside them change, and are never looked at.

use jiff::Timestamp;
use reqwest::Method;
use serde::Deserialize;

use crate::sinch::answer::Answer;
use crate::sinch::error::{RefusedBecause, SinchCode, SinchError};
use crate::sinch::pulse::Reach;

/// What was asked: one number means two things.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// To start a verification.
    Start,
    /// Whether what the customer gave back is right.
    Report,
    /// How a verification stands.
    Status,
}

impl Asked {
    pub(super) fn verb(self) -> Method {
        match self {
            Self::Start => Method::POST,
            Self::Report => Method::PUT,
            Self::Status => Method::GET,
        }
    }

    /// What an answer proves that grants it.
    pub(super) fn reach(self) -> Reach {
        match self {
            Self::Start => Reach::Sending,
            Self::Report | Self::Status => Reach::Service,
        }
    }

    /// Its name in logs.
    pub(super) fn operation(self) -> &'static str {
        match self {
            Self::Start => "verification.start",
            Self::Report => "verification.report",
            Self::Status => "verification.status",
        }
    }
}

#[derive(Deserialize)]
struct ErrorAnswer {
    #[serde(rename = "errorCode")]
    error_code: Option<ErrorCode>,
}

/// An integer on every wire seen, a string by Sinch's own types.
#[derive(Deserialize)]
#[serde(untagged)]
enum ErrorCode {
    Integer(u32),
    Text(String),
}

/// Reads a refusal by its number, and by its status where the number is missing or new. `now` is this
/// computer's time, to say how far off it is.
pub(super) fn read(answer: &Answer, asked: Asked, now: Timestamp) -> SinchError {
    // A server that failed with the request in hand may have done it, whatever number it writes.
    if answer.status.is_server_error() && answer.status.as_u16() != 503 {
        return answer.error_by_status(None);
    }
    let Some(number) = number(answer) else {
        return answer.error_by_status(None);
    };
    let code = SinchCode::new(&number.to_string());
    match meaning(number, asked) {
        Meaning::Refused(because) => SinchError::Refused { because, code },
        Meaning::Capacity => SinchError::Refused {
            because: RefusedBecause::Capacity {
                retry_after: answer.retry_after(),
            },
            code,
        },
        Meaning::ClockSkew => SinchError::ClockSkew {
            off_by: answer.clock_ahead_by(now),
        },
        Meaning::Unknown => answer.error_by_status(code),
    }
}

fn number(answer: &Answer) -> Option<u32> {
    match answer.json::<ErrorAnswer>().ok()?.error_code? {
        ErrorCode::Integer(number) => Some(number),
        ErrorCode::Text(text) => text.parse().ok(),
    }
}

enum Meaning {
    Refused(RefusedBecause),
    Capacity,
    ClockSkew,
    Unknown,
}

fn meaning(number: u32, asked: Asked) -> Meaning {
    let because = match number {
        40001 | 40005 => RefusedBecause::InvalidNumber,
        40002 => RefusedBecause::InvalidRequest,
        40003 => match asked {
            Asked::Start => RefusedBecause::InvalidNumber,
            Asked::Report => RefusedBecause::WrongCode,
            Asked::Status => RefusedBecause::InvalidRequest,
        },
        40004 | 40100 | 40102..=40104 | 40107 | 40108 => RefusedBecause::BadCredentials,
        // The time is always sent, so these say that it is not believed.
        40101 | 40105 => return Meaning::ClockSkew,
        40106 => RefusedBecause::AccountBlocked,
        40200 => RefusedBecause::NoCredit,
        40300 => RefusedBecause::Blacklisted,
        40301 | 40302 => RefusedBecause::InsufficientAuthLevel,
        40303 => RefusedBecause::Denied,
        40400 => RefusedBecause::NotFound,
        40900 => RefusedBecause::DuplicateReference,
        42200 | 42202 | 50301 => RefusedBecause::NotConfigured,
        42201 => RefusedBecause::NoRoute,
        42900 => return Meaning::Capacity,
        42901 => RefusedBecause::TooSoon,
        _ => return Meaning::Unknown,
    };
    Meaning::Refused(because)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use reqwest::header::{DATE, RETRY_AFTER};

    use super::*;
    use crate::sinch::error::WentOut;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn read_start(status: u16, body: &str) -> SinchError {
        read(&Answer::for_tests(status, &[], body), Asked::Start, NOW)
    }

    #[test]
    fn every_number_of_the_wire_has_its_meaning_as_integer_and_as_text() {
        for (number, status, code) in [
            (40001, 400, "sinch.invalid_number"),
            (40002, 400, "sinch.invalid_request"),
            (40003, 400, "sinch.wrong_code"),
            (40004, 400, "sinch.bad_credentials"),
            (40005, 400, "sinch.invalid_number"),
            (40100, 401, "sinch.bad_credentials"),
            (40101, 401, "sinch.clock_skew"),
            (40102, 401, "sinch.bad_credentials"),
            (40103, 401, "sinch.bad_credentials"),
            (40104, 401, "sinch.bad_credentials"),
            (40105, 401, "sinch.clock_skew"),
            (40106, 401, "sinch.account_blocked"),
            (40107, 401, "sinch.bad_credentials"),
            (40108, 401, "sinch.bad_credentials"),
            (40200, 402, "sinch.no_credit"),
            (40300, 403, "sinch.blacklisted"),
            (40301, 403, "sinch.insufficient_auth_level"),
            (40302, 403, "sinch.insufficient_auth_level"),
            (40303, 403, "sinch.denied"),
            (40400, 404, "sinch.not_found"),
            (40900, 409, "sinch.duplicate_reference"),
            (42200, 422, "sinch.not_configured"),
            (42201, 422, "sinch.no_route"),
            (42202, 422, "sinch.not_configured"),
            (42900, 429, "sinch.capacity"),
            (42901, 429, "sinch.too_soon"),
            (50000, 500, "sinch.server_error"),
            (50100, 501, "sinch.server_error"),
            (50101, 501, "sinch.server_error"),
            (50300, 503, "sinch.unavailable"),
            (50301, 503, "sinch.not_configured"),
        ] {
            let integer = format!(r#"{{"errorCode":{number},"message":"x","reference":""}}"#);
            let text = format!(r#"{{"errorCode":"{number}","status":"404 Not Found"}}"#);
            for body in [integer, text] {
                let answer = Answer::for_tests(status, &[], &body);
                let error = read(&answer, Asked::Report, NOW);
                assert_eq!(error.code(), code, "{body}");
                let perhaps = code == "sinch.server_error";
                assert_eq!(error.went_out() == WentOut::Perhaps, perhaps, "{body}");
            }
        }
    }

    #[test]
    fn a_refused_start_with_the_number_of_a_wrong_code_is_about_the_number() {
        let error = read_start(400, r#"{"errorCode":40003}"#);
        assert_eq!(error.code(), "sinch.invalid_number");
    }

    #[test]
    fn a_new_number_is_read_by_its_status_and_shown() {
        let error = read_start(403, r#"{"errorCode":40399,"message":"Nicht erlaubt"}"#);
        assert_eq!(error.code(), "sinch.insufficient_auth_level");
        assert!(error.to_string().ends_with("(40399)"), "{error}");
    }

    #[test]
    fn an_answer_without_a_number_is_read_by_its_status() {
        for body in [
            "",
            "<html>",
            "{}",
            "[]",
            r#"{"errorCode":null}"#,
            r#"{"errorCode":-1}"#,
            r#"{"type":"about:blank","title":"Forbidden","detail":"x"}"#,
        ] {
            let error = read_start(403, body);
            assert_eq!(error.code(), "sinch.insufficient_auth_level", "{body}");
        }
    }

    #[test]
    fn a_server_that_failed_is_not_believed_to_have_refused() {
        let error = read_start(500, r#"{"errorCode":40200}"#);
        assert_eq!(error.went_out(), WentOut::Perhaps);
    }

    #[test]
    fn a_clock_that_sinch_does_not_believe_is_told_how_far_it_is_off() {
        let date = "Sun, 22 Nov 2026 12:00:00 GMT";
        let body = r#"{"errorCode":40101}"#;
        let answer = Answer::for_tests(401, &[(DATE, date)], body);
        let now = "2026-11-22T12:10:00Z".parse().unwrap();
        let SinchError::ClockSkew { off_by } = read(&answer, Asked::Start, now) else {
            panic!("not a clock skew");
        };
        assert_eq!(off_by, Some(SignedDuration::from_mins(10)));
    }

    #[test]
    fn a_want_of_capacity_says_how_long_to_wait() {
        let headers = [(RETRY_AFTER, "30")];
        let answer = Answer::for_tests(429, &headers, r#"{"errorCode":42900}"#);
        let error = read(&answer, Asked::Start, NOW);
        assert_eq!(
            error.retry_after(),
            Some(std::time::Duration::from_secs(30))
        );
    }

    #[test]
    fn no_text_of_sinch_is_shown() {
        let body = r#"{"errorCode":40001,"message":"Number +4813 is invalid. Too short."}"#;
        let error = read_start(400, body);
        assert!(!format!("{error} {error:?}").contains("4813"));
    }
}
