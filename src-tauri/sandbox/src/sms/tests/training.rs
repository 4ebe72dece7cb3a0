//! Every training number that the SMS API answers, and faults that are asked for.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::Value;

use super::{PHONE, recipient_report};
use crate::faults::Fault;
use crate::testing::Client;
use crate::training::Outcome;

#[tokio::test]
async fn training_numbers_refuse_with_sinchs_own_errors() {
    let cases = [
        ("20", (400, "syntax_invalid_parameter_format")),
        ("21", (403, "blocked_account")),
        ("22", (403, "illegal_number_type")),
        ("24", (429, "")),
        ("25", (429, "")),
        ("26", (500, "")),
        ("27", (503, "")),
    ];
    let client = Client::new();
    for (last_two, expected) in cases {
        let number = format!("+120255501{last_two}");
        let answer = client.send(&number, "x").await;
        assert_eq!(answer.sms_error(), expected, "{last_two}");
        client.advance(Duration::from_secs(60));
        assert!(client.messages(&number).is_empty(), "{last_two}");
    }
    let well_again = client.send("+12025550127", "x").await;
    assert_eq!(well_again.status, StatusCode::CREATED);
}

#[tokio::test]
async fn training_numbers_deliver_or_fail_on_time() {
    let cases = [
        ("00", Some(1), "Delivered", 0),
        ("09", Some(1), "Delivered", 0),
        ("10", Some(40), "Delivered", 0),
        ("11", None, "Dispatched", 401),
        ("12", None, "Failed", 107),
        ("13", None, "Aborted", 402),
        ("23", None, "Aborted", 402),
        ("32", Some(1), "Delivered", 0),
        ("33", Some(1), "Delivered", 0),
        ("99", Some(1), "Delivered", 0),
    ];
    for (last_two, arrives_by, status, code) in cases {
        let client = Client::new();
        let number = format!("+120255501{last_two}");
        let batch = client.send(&number, "x").await;
        assert_eq!(batch.status, StatusCode::CREATED, "{last_two}");
        let wait = arrives_by.unwrap_or(60);
        client.advance(Duration::from_millis(wait * 1000 - 1));
        assert!(client.messages(&number).is_empty(), "{last_two}");
        client.advance(Duration::from_millis(1));
        let received = client.messages(&number).len();
        assert_eq!(received, usize::from(arrives_by.is_some()), "{last_two}");
        let report = recipient_report(&client, &batch, &number).await;
        assert_eq!(report.text("status"), status, "{last_two}");
        assert_eq!(report.body["code"], code, "{last_two}");
    }
}

#[tokio::test]
async fn a_fault_for_a_number_lasts_until_the_reset() {
    let client = Client::new();
    client.set_fault(Fault::Number {
        to: PHONE.to_owned(),
        outcome: Outcome::NoCredit,
    });
    for _ in 0..2 {
        let refused = client.send(PHONE, "x").await;
        assert_eq!(refused.sms_error(), (403, "blocked_account"));
    }
    let reset = client.control("POST", "reset", &Value::Null).await;
    assert_eq!(reset.status, StatusCode::NO_CONTENT);
    assert_eq!(client.send(PHONE, "x").await.status, StatusCode::CREATED);
}
