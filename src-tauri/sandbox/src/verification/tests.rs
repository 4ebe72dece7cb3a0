//! The Verification API from outside: every method, and what Sinch's own fixtures show (Sinch wire
//! facts, sections 1, 5 and 6).

mod authentication;
mod training;

use std::time::Duration;

use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::phones::MessageKind;
use crate::testing::{Answer, Client, STARTS, basic};

const PHONE: &str = "+12025550101";

#[tokio::test]
async fn a_text_is_started_received_and_reported() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    assert_eq!(started.status, StatusCode::OK);
    assert_eq!(started.text("method"), "sms");
    assert_eq!(started.body["sms"]["interceptionTimeout"], 298);
    assert!(started.body.get("status").is_none());
    let id = started.text("id");
    let href = format!("http://127.0.0.1:9{STARTS}/id/{id}");
    assert_eq!(
        started.body["_links"],
        json!([
            { "rel": "status", "href": href, "method": "GET" },
            { "rel": "report", "href": href, "method": "PUT" },
        ])
    );

    let code = client.code_on(PHONE);
    let reported = client.report_code(id, "sms", &code).await;
    assert_eq!(reported.text("status"), "SUCCESSFUL");
    assert_eq!(reported.text("source"), "manual");
}

#[tokio::test]
async fn the_text_says_exactly_what_the_template_does() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    let template = started.body["sms"]["template"].as_str().unwrap().to_owned();
    let code = client.code_on(PHONE);
    assert_eq!(code.len(), 4);
    let messages = client.messages("12025550101");
    assert_eq!(messages[0].body, Some(template.replace("{{CODE}}", &code)));
    assert_eq!(messages[0].kind, MessageKind::Text);
}

#[tokio::test]
async fn the_fixture_of_a_swedish_alphanumeric_text_is_answered() {
    let client = Client::new();
    let body = json!({
        "identity": { "type": "number", "endpoint": "+46701740605" },
        "smsOptions": { "codeType": "Alphanumeric", "expiry": "00:03:20" },
        "method": "sms",
    });
    let request = Request::post(STARTS)
        .header(
            "authorization",
            basic("sandbox", "c2FuZGJveC1zZWNyZXQtMA=="),
        )
        .header("accept-language", "sv-SE");
    let started = client.call(request, &body.to_string()).await;
    assert_eq!(started.header("content-language"), "sv-SE");
    let expected = json!({
        "template": "Din verifieringskod är {{CODE}}.",
        "interceptionTimeout": 198,
        "codeType": "Alphanumeric",
    });
    assert_eq!(started.body["sms"], expected);
}

#[tokio::test]
async fn a_call_speaks_the_code() {
    let client = Client::new();
    let body = json!({
        "identity": { "type": "number", "endpoint": PHONE },
        "calloutOptions": { "speech": { "locale": "de-DE" } },
        "method": "callout",
    });
    let started = client.verification("POST", STARTS, &body).await;
    let code = client.code_on(PHONE);
    let message = client.messages(PHONE).remove(0);
    assert_eq!(message.kind, MessageKind::Call);
    assert!(message.body.unwrap().starts_with("Ihr Bestätigungscode"));
    let reported = client
        .report_code(started.text("id"), "callout", &code)
        .await;
    assert_eq!(reported.text("status"), "SUCCESSFUL");
    assert_eq!(reported.body["callComplete"], true);
}

#[tokio::test]
async fn a_whatsapp_message_carries_the_code() {
    let client = Client::new();
    let started = client.start("whatsapp", PHONE).await;
    assert_eq!(started.body["whatsapp"], json!({}));
    let code = client.code_on(PHONE);
    assert_eq!(client.messages(PHONE)[0].kind, MessageKind::Whatsapp);
    let reported = client
        .report_code(started.text("id"), "whatsapp", &code)
        .await;
    assert_eq!(reported.text("status"), "SUCCESSFUL");
}

#[tokio::test]
async fn a_flash_call_is_proved_by_the_whole_calling_number() {
    for with_plus in [true, false] {
        let client = Client::new();
        let started = client.start("flashCall", PHONE).await;
        assert_eq!(started.text("method"), "flashcall");
        client.advance(Duration::from_secs(2));
        let message = client.messages(PHONE).remove(0);
        assert_eq!(
            (message.kind, &message.body),
            (MessageKind::MissedCall, &None)
        );
        let calling = message.from.as_str();
        let filter = format!("(.*){}(.*)", &calling[calling.len() - 4..]);
        assert_eq!(started.body["flashCall"]["cliFilter"], json!(filter));

        let path = format!("{STARTS}/number/{PHONE}");
        let part = &calling[calling.len() - 4..];
        let partly = report_flash_call(&client, &path, part).await;
        assert_eq!(partly.error(), (400, 40003));
        let cli = if with_plus { calling } else { &calling[1..] };
        let wholly = report_flash_call(&client, &path, cli).await;
        assert_eq!(wholly.text("status"), "SUCCESSFUL");
    }
}

async fn report_flash_call(client: &Client, path: &str, cli: &str) -> Answer {
    let body = json!({ "method": "flashcall", "flashCall": { "cli": cli } });
    client.verification("PUT", path, &body).await
}

#[tokio::test]
async fn a_flash_call_reported_late_fails_as_expired() {
    let client = Client::new();
    client.start("flashcall", PHONE).await;
    client.advance(Duration::from_secs(301));
    let path = format!("{STARTS}/number/{PHONE}");
    let reported = report_flash_call(&client, &path, "+12025550155").await;
    assert_eq!(reported.status, StatusCode::OK);
    assert_eq!(reported.text("status"), "FAIL");
    assert_eq!(reported.text("reason"), "Expired");
}

#[tokio::test]
async fn seamless_is_not_available() {
    let answer = Client::new().start("seamless", PHONE).await;
    assert_eq!(answer.error(), (403, 40300));
    assert_eq!(
        answer.text("message"),
        "Seamless verification not available for given destination."
    );
}

#[tokio::test]
async fn a_wrong_code_is_refused_and_the_right_one_still_counts() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    let id = started.text("id");
    let code = client.code_on(PHONE);
    let wrong = client.report_code(id, "sms", "wrong").await;
    assert_eq!(wrong.error(), (400, 40003));
    assert_eq!(wrong.text("message"), "Invalid identity or code.");
    assert_eq!(client.status(id).await.text("status"), "PENDING");
    let right = client.report_code(id, "sms", &code).await;
    assert_eq!(right.text("status"), "SUCCESSFUL");
    let again = client.report_code(id, "sms", &code).await;
    assert_eq!(again.error(), (400, 40003));
}

#[tokio::test]
async fn the_twentieth_wrong_code_ends_it() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    let id = started.text("id");
    for _ in 0..19 {
        let wrong = client.report_code(id, "sms", "wrong").await;
        assert_eq!(wrong.error(), (400, 40003));
    }
    let last = client.report_code(id, "sms", "wrong").await;
    assert_eq!(
        (last.status.as_u16(), last.text("reason")),
        (200, "Invalid code")
    );
    let code = client.code_on(PHONE);
    let right = client.report_code(id, "sms", &code).await;
    assert_eq!(right.error(), (400, 40003));
}

#[tokio::test]
async fn a_code_lives_as_long_as_its_expiry_says() {
    let client = Client::new();
    let body = json!({
        "identity": { "type": "number", "endpoint": PHONE },
        "smsOptions": { "expiry": "00:01:00" },
        "method": "sms",
    });
    let started = client.verification("POST", STARTS, &body).await;
    let id = started.text("id");
    client.advance(Duration::from_secs(57));
    assert_eq!(client.status(id).await.text("status"), "PENDING");
    let code = client.code_on(PHONE);
    client.advance(Duration::from_secs(1));
    let reported = client.report_code(id, "sms", &code).await;
    assert_eq!(reported.text("status"), "FAIL");
    assert_eq!(reported.text("reason"), "Expired");
}

#[tokio::test]
async fn a_second_start_aborts_the_first() {
    let client = Client::new();
    let first = client.start("sms", PHONE).await;
    let code = client.code_on(PHONE);
    let second = client.start("callout", PHONE).await;
    let id = first.text("id");
    assert_eq!(client.status(id).await.text("status"), "ABORTED");
    let superseded = client.report_code(id, "sms", &code).await;
    assert_eq!(superseded.error(), (400, 40003));
    let pending = client.status(second.text("id")).await;
    assert_eq!(pending.text("status"), "PENDING");
}

#[tokio::test]
async fn a_reference_is_taken_once_and_found_again() {
    let client = Client::new();
    let body = json!({
        "identity": { "type": "number", "endpoint": PHONE },
        "method": "sms",
        "reference": "desk-1.42",
    });
    let first = client.verification("POST", STARTS, &body).await;
    let second = client.verification("POST", STARTS, &body).await;
    assert_eq!(second.error(), (409, 40900));
    let path = format!("{STARTS}/reference/desk-1.42");
    let found = client.verification("GET", &path, &Value::Null).await;
    assert_eq!(found.text("id"), first.text("id"));
    assert_eq!(found.text("reference"), "desk-1.42");
}

#[tokio::test]
async fn status_is_found_by_method_and_number() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    for number in [PHONE, "%2B12025550101"] {
        let path = format!("{STARTS}/sms/number/{number}");
        let found = client.verification("GET", &path, &Value::Null).await;
        assert_eq!(found.text("id"), started.text("id"));
    }
    let path = format!("{STARTS}/callout/number/{PHONE}");
    let other = client.verification("GET", &path, &Value::Null).await;
    assert_eq!(other.error(), (404, 40400));
}

#[tokio::test]
async fn the_price_comes_only_when_it_is_over() {
    let client = Client::new();
    let started = client.start("sms", PHONE).await;
    let id = started.text("id");
    let pending = client.status(id).await;
    assert!(pending.body.get("price").is_none());
    assert_eq!(
        pending.text("verificationTimestamp"),
        "2026-11-22T21:08:44.5000000"
    );
    assert_eq!(pending.text("countryId"), "US");
    let code = client.code_on(PHONE);
    client.report_code(id, "sms", &code).await;
    let over = client.status(id).await;
    let price = json!({ "verificationPrice": { "currencyId": "EUR", "amount": 0.0453 } });
    assert_eq!(over.body["price"], price);
}

#[tokio::test]
async fn what_was_never_started_is_not_found() {
    let client = Client::new();
    assert_eq!(client.status("unknown").await.error(), (404, 40400));
    let reported = client.report_code("unknown", "sms", "1234").await;
    assert_eq!(reported.error(), (404, 40400));
    let path = format!("{STARTS}/reference/unknown");
    let found = client.verification("GET", &path, &Value::Null).await;
    assert_eq!(found.error(), (404, 40400));
}

#[tokio::test]
async fn unknown_keys_are_remembered_without_their_values() {
    let client = Client::new();
    let body = json!({
        "identity": { "type": "number", "endpoint": PHONE },
        "method": "sms",
        "code": "987654",
    });
    let started = client.verification("POST", STARTS, &body).await;
    assert_eq!(started.status, StatusCode::OK);
    let warnings = client.control("GET", "warnings", &Value::Null).await;
    let note = warnings.body["warnings"][0]["note"].as_str().unwrap();
    assert!(note.contains("`code`") && !note.contains("987654"));
}
