//! Every training number that the Verification API answers, and faults that are asked for.

use std::time::Duration;

use axum::http::StatusCode;

use super::PHONE;
use crate::faults::{Fault, Operation};
use crate::testing::Client;
use crate::training::Outcome;

#[tokio::test]
async fn training_numbers_refuse_with_sinchs_own_errors() {
    let cases = [
        ("20", (400, 40001)),
        ("21", (402, 40200)),
        ("22", (403, 40300)),
        ("23", (422, 42201)),
        ("24", (429, 42901)),
        ("25", (429, 42900)),
        ("26", (500, 50000)),
        ("27", (503, 50300)),
    ];
    let client = Client::new();
    for (last_two, expected) in cases {
        let number = format!("+120255501{last_two}");
        let answer = client.start("sms", &number).await;
        assert_eq!(answer.error(), expected, "{last_two}");
        client.advance(Duration::from_secs(60));
        assert!(client.messages(&number).is_empty(), "{last_two}");
    }
    let well_again = client.start("sms", "+12025550127").await;
    assert_eq!(well_again.status, StatusCode::OK);
}

#[tokio::test]
async fn training_numbers_deliver_or_fail_on_time() {
    struct Case {
        last_two: &'static str,
        method: &'static str,
        arrives_by: Option<u64>,
        status: &'static str,
        reason: &'static str,
    }
    let case = |last_two, method, arrives_by, status, reason| Case {
        last_two,
        method,
        arrives_by,
        status,
        reason,
    };
    let unreachable = "Network error or number unreachable";
    let cases = [
        case("00", "sms", Some(1), "PENDING", ""),
        case("09", "whatsapp", Some(1), "PENDING", ""),
        case("99", "callout", Some(1), "PENDING", ""),
        case("10", "sms", Some(40), "PENDING", ""),
        case("11", "sms", None, "PENDING", ""),
        case("12", "sms", None, "ERROR", "SMS delivery failure"),
        case("12", "callout", None, "ERROR", unreachable),
        case("13", "sms", None, "ERROR", unreachable),
        case("13", "whatsapp", None, "ERROR", unreachable),
        case("13", "callout", Some(1), "PENDING", ""),
        case("13", "flashcall", Some(1), "PENDING", ""),
    ];
    for expected in cases {
        let name = format!("{} by {}", expected.last_two, expected.method);
        let number = format!("+120255501{}", expected.last_two);
        let client = Client::new();
        let started = client.start(expected.method, &number).await;
        let wait = expected.arrives_by.unwrap_or(60);
        client.advance(Duration::from_millis(wait * 1000 - 1));
        assert!(client.messages(&number).is_empty(), "{name}");
        client.advance(Duration::from_millis(1));
        let received = client.messages(&number).len();
        assert_eq!(
            received,
            usize::from(expected.arrives_by.is_some()),
            "{name}"
        );
        let status = client.status(started.text("id")).await;
        assert_eq!(status.text("status"), expected.status, "{name}");
        assert_eq!(status.text("reason"), expected.reason, "{name}");
    }
}

#[tokio::test]
async fn training_numbers_answer_reports_oddly() {
    for (last_two, status, reason) in [("32", "FAIL", "Invalid code"), ("33", "PENDING", "")] {
        let client = Client::new();
        let number = format!("+120255501{last_two}");
        let started = client.start("sms", &number).await;
        let code = client.code_on(&number);
        let reported = client.report_code(started.text("id"), "sms", &code).await;
        assert_eq!(reported.status, StatusCode::OK);
        assert_eq!(reported.text("status"), status);
        assert_eq!(reported.text("reason"), reason);
    }
}

#[tokio::test]
async fn a_fault_strikes_the_next_report_once() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    let id = started.text("id");
    let code = client.code_on(PHONE);
    client.set_fault(Fault::Next {
        next: Outcome::UnavailableOnce,
        operation: Some(Operation::Report),
    });
    let struck = client.report_code(id, "sms", &code).await;
    assert_eq!(struck.error(), (503, 50300));
    let well = client.report_code(id, "sms", &code).await;
    assert_eq!(well.text("status"), "SUCCESSFUL");
}
