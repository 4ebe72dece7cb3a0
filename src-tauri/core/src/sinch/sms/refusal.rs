//! Sinch SMS's error words, read as our reasons (Sinch wire facts §4.4).
//! Words only: the texts beside them change, and are never looked at.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::sinch::answer::Answer;
use crate::sinch::error::{RefusedBecause, SinchCode, SinchError};
use crate::sinch::pulse::Reach;

/// What was asked: a 404 means two things, and a send has an end that can have passed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// To send a text whose code counts this long.
    Send {
        /// From this computer's time on.
        lifetime: Duration,
    },
    /// Something of the whole plan or project.
    Plan,
    /// Something of one batch.
    Batch,
}

impl Asked {
    /// What an answer proves that grants it.
    pub(super) fn reach(self) -> Reach {
        match self {
            Self::Send { .. } => Reach::Sending,
            Self::Plan | Self::Batch => Reach::Service,
        }
    }
}

#[derive(Deserialize)]
struct ErrorAnswer {
    code: Option<String>,
}

/// Reads a refusal by its word, and by its status where there is none or a new one. `now` is this
/// computer's time.
pub(super) fn read(answer: &Answer, asked: Asked, now: Timestamp) -> SinchError {
    if let Some(off_by) = end_has_passed(answer, asked, now) {
        return SinchError::ClockSkew {
            off_by: Some(off_by),
        };
    }
    let word = word(answer);
    let known = match answer.status.as_u16() {
        400 | 403 => word.as_ref().and_then(|word| meaning(word.as_str())),
        404 if asked != Asked::Batch => Some(RefusedBecause::WrongRegionOrPlan),
        _ => None,
    };
    match known {
        Some(because) => SinchError::Refused {
            because,
            code: word,
        },
        None => answer.error_by_status(word),
    }
}

/// A clock so slow that a text's end had passed at Sinch before it was sent is the likeliest fault of a
/// request that is otherwise ours.
fn end_has_passed(answer: &Answer, asked: Asked, now: Timestamp) -> Option<SignedDuration> {
    let Asked::Send { lifetime } = asked else {
        return None;
    };
    let off_by = answer.clock_ahead_by(now)?;
    let passed = off_by.is_negative() && off_by.unsigned_abs() >= lifetime;
    (answer.status.as_u16() == 400 && passed).then_some(off_by)
}

fn word(answer: &Answer) -> Option<SinchCode> {
    SinchCode::new(&answer.json::<ErrorAnswer>().ok()?.code?)
}

fn meaning(word: &str) -> Option<RefusedBecause> {
    let because = match word {
        // All else in the request is checked before it leaves, so these are about the number.
        "syntax_invalid_parameter_format" | "syntax_constraint_violation" => {
            RefusedBecause::InvalidNumber
        }
        "syntax_invalid_json"
        | "unknown_group"
        | "unknown_campaign"
        | "conflict_group_name"
        | "conflict_send_at" => RefusedBecause::InvalidRequest,
        "missing_callback_url" => RefusedBecause::NotConfigured,
        // The second spelling stood in Sinch's own documentation.
        "illegal_number_type" | "llegal_number_type" => RefusedBecause::IllegalNumberType,
        "blocked_account" => RefusedBecause::AccountBlocked,
        _ => return None,
    };
    Some(because)
}

#[cfg(test)]
mod tests {
    use reqwest::header::DATE;

    use super::*;
    use crate::sinch::error::WentOut;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const SEND: Asked = Asked::Send {
        lifetime: Duration::from_secs(300),
    };

    fn read_send(status: u16, body: &str) -> SinchError {
        read(&Answer::for_tests(status, &[], body), SEND, NOW)
    }

    #[test]
    fn every_word_of_the_wire_has_its_meaning() {
        for (status, word, code) in [
            (400, "syntax_invalid_json", "sinch.invalid_request"),
            (
                400,
                "syntax_invalid_parameter_format",
                "sinch.invalid_number",
            ),
            (400, "syntax_constraint_violation", "sinch.invalid_number"),
            (400, "conflict_send_at", "sinch.invalid_request"),
            (403, "unknown_group", "sinch.invalid_request"),
            (403, "unknown_campaign", "sinch.invalid_request"),
            (403, "conflict_group_name", "sinch.invalid_request"),
            (403, "missing_callback_url", "sinch.not_configured"),
            (403, "illegal_number_type", "sinch.illegal_number_type"),
            (403, "llegal_number_type", "sinch.illegal_number_type"),
            (403, "blocked_account", "sinch.account_blocked"),
        ] {
            let body = format!(r#"{{"code":"{word}","text":"Something about +12025550100"}}"#);
            let error = read_send(status, &body);
            assert_eq!(error.code(), code, "{word}");
            assert_eq!(error.went_out(), WentOut::No, "{word}");
            assert!(error.to_string().ends_with(&format!("({word})")), "{error}");
            assert!(!format!("{error:?}").contains("2025550100"));
        }
    }

    #[test]
    fn a_status_without_a_word_is_enough() {
        for (status, code) in [
            (400, "sinch.invalid_request"),
            (401, "sinch.bad_credentials"),
            (402, "sinch.no_credit"),
            (403, "sinch.insufficient_auth_level"),
            (404, "sinch.wrong_region_or_plan"),
            (405, "sinch.invalid_request"),
            (415, "sinch.invalid_request"),
            (429, "sinch.capacity"),
            (500, "sinch.server_error"),
            (503, "sinch.unavailable"),
        ] {
            for body in [
                "",
                "<html>",
                r#"{"type":"about:blank","title":"No","detail":"x"}"#,
            ] {
                assert_eq!(read_send(status, body).code(), code, "{status} {body}");
            }
        }
    }

    #[test]
    fn a_batch_that_is_not_there_is_not_a_wrong_plan() {
        let answer = Answer::for_tests(404, &[], "");
        let error = read(&answer, Asked::Batch, NOW);
        assert_eq!(error.code(), "sinch.not_found");
    }

    #[test]
    fn a_new_word_is_read_by_its_status_and_shown() {
        let error = read_send(403, r#"{"code":"full_moon","text":"x"}"#);
        assert_eq!(error.code(), "sinch.insufficient_auth_level");
        assert!(error.to_string().ends_with("(full_moon)"), "{error}");
    }

    #[test]
    fn a_clock_so_slow_that_the_text_had_ended_is_told_so() {
        let headers = [(DATE, "Sun, 22 Nov 2026 12:00:00 GMT")];
        let answer = Answer::for_tests(400, &headers, r#"{"code":"syntax_constraint_violation"}"#);
        let slow = read(&answer, SEND, "2026-11-22T11:55:00Z".parse().unwrap());
        assert_eq!(slow.code(), "sinch.clock_skew");
        let in_time = read(&answer, SEND, "2026-11-22T11:55:01Z".parse().unwrap());
        assert_eq!(in_time.code(), "sinch.invalid_number");
        let other = read(
            &answer,
            Asked::Plan,
            "2026-11-22T11:00:00Z".parse().unwrap(),
        );
        assert_eq!(other.code(), "sinch.invalid_number");
    }
}
