//! The SMS API from outside: the whole objects that Sinch's SDKs expect (Sinch wire facts, sections
//! 4 and 6).

mod accounts;
mod training;

use std::time::Duration;

use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::phones::MessageKind;
use crate::testing::{Answer, Client};

const PHONE: &str = "+12025550101";

async fn recipient_report(client: &Client, batch: &Answer, number: &str) -> Answer {
    let path = format!("/{}/delivery_report/{number}", batch.text("id"));
    client.sms("GET", &path, &Value::Null).await
}

#[tokio::test]
async fn a_batch_is_answered_whole_and_without_plus() {
    let client = Client::new();
    let request = json!({
        "to": ["+1 202-555-0101", "0012025550102"],
        "from": "+12025550100",
        "body": "Hello",
        "client_reference": "desk-7",
        "max_number_of_message_parts": 1,
    });
    let sent = client.sms("POST", "", &request).await;
    assert_eq!(sent.status, StatusCode::CREATED);
    let id = sent.text("id").to_owned();
    assert_eq!(id.len(), 26);
    let expected = json!({
        "id": id,
        "type": "mt_text",
        "to": ["12025550101", "12025550102"],
        "from": "12025550100",
        "body": "Hello",
        "canceled": false,
        "created_at": "2026-11-22T21:08:44.500Z",
        "modified_at": "2026-11-22T21:08:44.500Z",
        "delivery_report": "none",
        "expire_at": "2026-11-25T21:08:44.500Z",
        "feedback_enabled": false,
        "flash_message": false,
        "client_reference": "desk-7",
        "max_number_of_message_parts": 1,
    });
    assert_eq!(sent.body, expected);
    let read = client.sms("GET", &format!("/{id}"), &Value::Null).await;
    assert_eq!(read.body, expected);
}

#[tokio::test]
async fn the_text_arrives_exactly_as_it_was_sent() {
    let client = Client::new();
    let body = "Your code is 0123.\n€ {x} 🙂 ${not a parameter}";
    client.send(PHONE, body).await;
    assert!(client.messages(PHONE).is_empty());
    client.advance(Duration::from_secs(1));
    let messages = client.messages(PHONE);
    assert_eq!(messages[0].body.as_deref(), Some(body));
    assert_eq!(messages[0].from, "Desk");
    assert_eq!(messages[0].kind, MessageKind::Text);
}

#[tokio::test]
async fn a_recipient_report_follows_the_text() {
    let client = Client::new();
    let batch = client.send(PHONE, "łódź").await;
    let queued = recipient_report(&client, &batch, "12025550101").await;
    assert_eq!(
        (queued.text("status"), &queued.body["code"]),
        ("Queued", &json!(400))
    );
    client.advance(Duration::from_millis(500));
    let dispatched = recipient_report(&client, &batch, PHONE).await;
    assert_eq!(dispatched.text("status"), "Dispatched");
    client.advance(Duration::from_millis(500));
    let delivered = recipient_report(&client, &batch, PHONE).await;
    let expected = json!({
        "type": "recipient_delivery_report_sms",
        "batch_id": batch.text("id"),
        "recipient": "12025550101",
        "code": 0,
        "status": "Delivered",
        "at": "2026-11-22T21:08:45.500Z",
        "operator_status_at": "2026-11-22T21:08:45.500Z",
        "encoding": "UNICODE",
        "number_of_message_parts": 1,
    });
    assert_eq!(delivered.body, expected);
    let stranger = recipient_report(&client, &batch, "12025550102").await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_summary_groups_and_filters() {
    let client = Client::new();
    let request = json!({
        "to": ["12025550101", "12025550102", "12025550112"],
        "from": "Desk",
        "body": "x",
        "client_reference": "desk-7",
    });
    let batch = client.sms("POST", "", &request).await;
    client.advance(Duration::from_secs(2));
    let path = format!("/{}/delivery_report", batch.text("id"));
    let summary = client.sms("GET", &path, &Value::Null).await;
    let expected = json!({
        "type": "delivery_report_sms",
        "batch_id": batch.text("id"),
        "client_reference": "desk-7",
        "total_message_count": 3,
        "statuses": [
            { "code": 0, "status": "Delivered", "count": 2 },
            { "code": 107, "status": "Failed", "count": 1 },
        ],
    });
    assert_eq!(summary.body, expected);
    let path = format!("{path}?type=full&status=Delivered,Failed&code=107,15&batch_id=x");
    let full = client.sms("GET", &path, &Value::Null).await;
    let failed = json!([
        { "code": 107, "status": "Failed", "count": 1, "recipients": ["12025550112"] },
    ]);
    assert_eq!(full.body["statuses"], failed);
}

#[tokio::test]
async fn all_recipient_reports_are_listed() {
    let client = Client::new();
    client.send(PHONE, "x").await;
    client.send("+12025550112", "x").await;
    client.advance(Duration::from_secs(2));
    let request = Request::get("/xms/v1/sandbox-plan/delivery_reports?status=Failed")
        .header("authorization", "Bearer sandbox-token");
    let failed = client.call(request, "").await;
    assert_eq!(failed.body["count"], 1);
    let report = &failed.body["delivery_reports"][0];
    assert_eq!(report["recipient"], "12025550112");
    assert_eq!(report["status"], "Failed");
}

#[tokio::test]
async fn batches_are_listed_by_reference_sender_and_page() {
    let client = Client::new();
    for number in 0..5 {
        let request = json!({
            "to": [PHONE],
            "from": if number == 0 { "+12025550100" } else { "Desk" },
            "body": "x",
            "client_reference": format!("desk-{number}"),
        });
        client.sms("POST", "", &request).await;
    }
    let list = async |query: &str| client.sms("GET", query, &Value::Null).await.body;
    let by_reference = list("?client_reference=desk-3").await;
    assert_eq!(by_reference["count"], 1);
    assert_eq!(by_reference["batches"][0]["client_reference"], "desk-3");
    let by_sender = list("?from=%2B12025550100,Reception").await;
    assert_eq!(by_sender["count"], 1);
    let page = list("?page=1&page_size=2").await;
    assert_eq!(
        (&page["count"], &page["page"], &page["page_size"]),
        (&json!(5), &json!(1), &json!(2))
    );
    assert_eq!(page["batches"][0]["client_reference"], "desk-2");
    let later = list("?start_date=2026-11-23T00:00:00Z").await;
    assert_eq!(later["count"], 0);
    client.advance(Duration::from_secs(25 * 60 * 60));
    assert_eq!(list("").await["count"], 0);
    assert_eq!(
        list("?start_date=2026-11-22T00:00:00.000Z").await["count"],
        5
    );
}

#[tokio::test]
async fn a_page_of_more_than_100_is_refused() {
    let answer = Client::new()
        .sms("GET", "?page_size=101", &Value::Null)
        .await;
    assert_eq!(answer.sms_error(), (400, "syntax_constraint_violation"));
}

#[tokio::test]
async fn a_scheduled_batch_is_cancelled_and_its_report_is_empty() {
    let client = Client::new();
    let request = json!({
        "to": [PHONE],
        "from": "Desk",
        "body": "x",
        "send_at": "2026-11-22T22:00:00Z",
    });
    let batch = client.sms("POST", "", &request).await;
    assert_eq!(batch.text("expire_at"), "2026-11-25T22:00:00.000Z");
    let path = format!("/{}", batch.text("id"));
    let cancelled = client.sms("DELETE", &path, &Value::Null).await;
    assert_eq!(cancelled.status, StatusCode::OK);
    assert_eq!(cancelled.body["canceled"], true);
    client.advance(Duration::from_secs(2 * 60 * 60));
    assert!(client.messages(PHONE).is_empty());
    let report = client
        .sms("GET", &format!("{path}/delivery_report"), &Value::Null)
        .await;
    assert_eq!(report.body["statuses"], json!([]));
}

#[tokio::test]
async fn cancelling_a_finished_batch_changes_nothing() {
    let client = Client::new();
    let batch = client.send(PHONE, "x").await;
    client.advance(Duration::from_secs(2));
    let path = format!("/{}", batch.text("id"));
    let answer = client.sms("DELETE", &path, &Value::Null).await;
    assert_eq!(answer.body, batch.body);
    assert_eq!(client.messages(PHONE).len(), 1);
}

#[tokio::test]
async fn a_scheduled_batch_is_updated_and_replaced() {
    let client = Client::new();
    let request = json!({
        "to": [PHONE],
        "from": "Desk",
        "body": "old",
        "send_at": "2026-11-22T22:00:00Z",
    });
    let batch = client.sms("POST", "", &request).await;
    let path = format!("/{}", batch.text("id"));
    let update = json!({ "body": "new", "to_add": ["12025550102"] });
    let updated = client.sms("POST", &path, &update).await;
    assert_eq!(updated.text("body"), "new");
    assert_eq!(updated.text("from"), "Desk");
    assert_eq!(updated.body["to"], json!(["12025550101", "12025550102"]));
    let replacement = json!({ "to": [PHONE], "body": "newest" });
    let replaced = client.sms("PUT", &path, &replacement).await;
    assert_eq!(replaced.text("id"), batch.text("id"));
    assert!(replaced.body.get("from").is_none());
    client.advance(Duration::from_secs(2 * 60 * 60));
    let bodies: Vec<_> = client
        .messages(PHONE)
        .into_iter()
        .filter_map(|message| message.body)
        .collect();
    assert_eq!(bodies, ["newest"]);
    assert!(client.messages("12025550102").is_empty());
}

#[tokio::test]
async fn a_dry_run_counts_parts_and_sends_nothing() {
    let client = Client::new();
    let request = json!({
        "to": ["12025550101", "12025550102"],
        "from": "Desk",
        "body": "a".repeat(161),
    });
    let path = "/dry_run?per_recipient=True&number_of_recipients=1";
    let answer = client.sms("POST", path, &request).await;
    let expected = json!({
        "number_of_recipients": 2,
        "number_of_messages": 4,
        "per_recipient": [{
            "recipient": "12025550101",
            "body": "a".repeat(161),
            "number_of_parts": 2,
            "encoding": "text",
        }],
    });
    assert_eq!(answer.body, expected);
    client.advance(Duration::from_secs(60));
    assert!(client.messages(PHONE).is_empty());
    let plain = client.sms("POST", "/dry_run", &request).await;
    assert!(plain.body.get("per_recipient").is_none());
}

#[tokio::test]
async fn delivery_feedback_is_accepted() {
    let client = Client::new();
    let batch = client.send(PHONE, "x").await;
    let path = format!("/{}/delivery_feedback", batch.text("id"));
    let feedback = json!({ "recipients": [PHONE] });
    let answer = client.sms("POST", &path, &feedback).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED);
    let unknown = client.sms("POST", "/unknown/delivery_feedback", &feedback);
    assert_eq!(unknown.await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn broken_requests_are_refused_by_kind() {
    let client = Client::new();
    let raw = async |content_type: Option<&str>, body: &str| {
        let mut request = Request::post("/xms/v1/sandbox-plan/batches")
            .header("authorization", "Bearer sandbox-token");
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        client.call(request, body).await
    };
    let json = Some("application/json; charset=UTF-8");
    assert_eq!(
        raw(json, "{").await.sms_error(),
        (400, "syntax_invalid_json")
    );
    let wrong_type = raw(json, r#"{"to":"x"}"#).await;
    assert_eq!(
        wrong_type.sms_error(),
        (400, "syntax_invalid_parameter_format")
    );
    let missing = raw(json, r#"{"to":["12025550101"]}"#).await;
    assert_eq!(missing.sms_error(), (400, "syntax_constraint_violation"));
    assert_eq!(
        raw(None, "{}").await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
}
