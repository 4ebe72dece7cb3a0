//! Sinch SMS on a real wire: what is sent, and what is made of what comes back.

use std::time::Duration;

use super::*;
use crate::sinch::credentials::{KeyId, KeySecret};
use crate::sinch::error::WentOut;
use crate::sinch::retry::LongestJitter;
use crate::sinch::test_server::{Arrived, Reply, TestServer, closed_port};
use crate::sinch::transport::Timeouts;
use crate::time::{ManualClock, Timestamp};

const REFERENCE: &str = "000102030405060708090a0b0c0d0e0f";
const BATCH: &str = "01FC66621XXXXX119Z8PMV1QPQ";

fn transport(place: crate::sinch::place::Place) -> Transport {
    let timeouts = Timeouts {
        connect: Duration::from_millis(500),
        total: Duration::from_secs(1),
    };
    Transport::new(place, timeouts).unwrap()
}

fn noon() -> Arc<ManualClock> {
    let noon: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    Arc::new(ManualClock::new(noon))
}

fn service_plan(place: crate::sinch::place::Place) -> Sms {
    Sms::service_plan(
        transport(place),
        SmsRegion::Eu,
        ServicePlanId::new("plan").unwrap(),
        ApiToken::new("hush".into()).unwrap(),
        noon(),
        Arc::new(LongestJitter),
    )
}

fn project(place: crate::sinch::place::Place) -> Sms {
    let transport = transport(place);
    let tokens = TokenSource::new(
        transport.clone(),
        KeyId::new("key").unwrap(),
        KeySecret::new("hush".into()).unwrap(),
        Arc::new(LongestJitter),
    );
    Sms::project(
        transport,
        ProjectRegion::Eu,
        ProjectId::new("project").unwrap(),
        Arc::new(tokens),
        noon(),
        Arc::new(LongestJitter),
    )
}

async fn send(sms: &Sms) -> Result<ProviderId, SinchError> {
    let text = Text {
        to: &PhoneNumber::from_e164("+12025550100").unwrap(),
        from: None,
        body: &Body::new("Your code is 271828".into()).unwrap(),
        reference: REFERENCE.parse().unwrap(),
        lifetime: Duration::from_secs(300),
    };
    sms.send(&text).await
}

async fn send_against(replies: Vec<Reply>) -> (Result<ProviderId, SinchError>, Vec<Arrived>) {
    let server = TestServer::start(replies).await;
    let outcome = send(&service_plan(server.place())).await;
    (outcome, server.requests())
}

fn taken() -> Reply {
    Reply::json(
        201,
        &format!(
            r#"{{"id":"{BATCH}","to":["12025550100"],"canceled":false,"type":"mt_text",
            "client_reference":"{REFERENCE}","created_at":"2026-11-22T12:00:00.000Z"}}"#
        ),
    )
}

fn granted(token: &str) -> Reply {
    let body = format!(r#"{{"access_token":"{token}","token_type":"bearer","expires_in":3600}}"#);
    Reply::json(200, &body)
}

#[tokio::test]
async fn a_text_is_sent_for_the_plan_with_its_token() {
    let (outcome, requests) = send_against(vec![taken()]).await;
    assert_eq!(outcome.unwrap(), ProviderId::new(BATCH));
    let request = &requests[0];
    assert_eq!(request.verb, "POST");
    assert_eq!(request.path, "/xms/v1/plan/batches");
    assert_eq!(request.header("authorization"), Some("Bearer hush"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    let batch = request.json();
    assert_eq!(batch["to"], serde_json::json!(["+12025550100"]));
    assert_eq!(batch["expire_at"], "2026-11-22T12:05:00.000Z");
    assert_eq!(batch["client_reference"], REFERENCE);
}

#[tokio::test]
async fn a_text_is_sent_for_the_project_with_a_fetched_token() {
    let server = TestServer::start(vec![granted("a"), taken(), taken()]).await;
    let sms = project(server.place());
    send(&sms).await.unwrap();
    send(&sms).await.unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    assert_eq!(requests[0].path, "/oauth2/token");
    for request in &requests[1..] {
        assert_eq!(request.path, "/xms/v1/project/batches");
        assert_eq!(request.header("authorization"), Some("Bearer a"));
    }
}

#[tokio::test]
async fn a_token_that_sinch_calls_expired_is_replaced_once() {
    let expired = Reply::json(401, "").with("WWW-Authenticate", "Bearer error=\"expired\"");
    let replies = vec![granted("a"), expired.clone(), granted("b"), taken()];
    let server = TestServer::start(replies).await;
    send(&project(server.place())).await.unwrap();
    let requests = server.requests();
    assert_eq!(requests[3].header("authorization"), Some("Bearer b"));

    let server = TestServer::start(vec![granted("a"), expired.clone(), granted("b"), expired]);
    let server = server.await;
    let error = send(&project(server.place())).await.unwrap_err();
    assert_eq!(error.code(), "sinch.bad_credentials");
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_send_for_which_no_token_was_had_did_not_go_out() {
    let server = TestServer::start(vec![Reply::Silence]).await;
    let error = send(&project(server.place())).await.unwrap_err();
    assert_eq!(error.code(), "sinch.timed_out");
    assert_eq!(error.went_out(), WentOut::No);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_send_without_room_is_sent_once_more() {
    for status in [429, 503] {
        let (outcome, requests) = send_against(vec![Reply::json(status, ""), taken()]).await;
        assert!(outcome.is_ok());
        assert_eq!(requests.len(), 2);
    }
    let patient = Reply::json(429, "").with("Retry-After", "60");
    let (outcome, requests) = send_against(vec![patient, taken()]).await;
    let wait = outcome.unwrap_err().retry_after();
    assert_eq!(wait, Some(Duration::from_secs(60)));
    assert_eq!(requests.len(), 1);
}

#[tokio::test]
async fn what_a_send_met_says_whether_it_may_have_gone_out_and_it_is_not_sent_again() {
    let huge = Reply::Huge { declared: false };
    for (reply, code, went_out) in [
        (Reply::Silence, "sinch.timed_out", WentOut::Perhaps),
        (Reply::Drip, "sinch.timed_out", WentOut::Perhaps),
        (Reply::CutBeforeAnswer, "sinch.cut", WentOut::Perhaps),
        (
            Reply::CutMidway { status: 201 },
            "sinch.cut",
            WentOut::Perhaps,
        ),
        (huge, "sinch.too_large", WentOut::Perhaps),
        (Reply::json(201, "{}"), "sinch.unreadable", WentOut::Perhaps),
        (
            Reply::redirect(307, "http://127.0.0.1:9/"),
            "sinch.redirected",
            WentOut::No,
        ),
        (Reply::json(401, ""), "sinch.bad_credentials", WentOut::No),
        (
            Reply::json(404, ""),
            "sinch.wrong_region_or_plan",
            WentOut::No,
        ),
        (Reply::json(500, ""), "sinch.server_error", WentOut::Perhaps),
    ] {
        let (outcome, requests) = send_against(vec![reply]).await;
        let error = outcome.unwrap_err();
        assert_eq!((error.code(), error.went_out()), (code, went_out));
        assert_eq!(requests.len(), 1, "{code}");
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("271828") && !shown.contains("2025550100"));
    }
    let error = send(&service_plan(closed_port().await)).await.unwrap_err();
    assert_eq!(error.went_out(), WentOut::No);
}

#[tokio::test]
async fn a_dry_run_sends_nothing_and_counts_parts() {
    let body = r#"{"number_of_recipients":1,"number_of_messages":2,
        "per_recipient":[{"recipient":"12025550100","number_of_parts":2,"encoding":"text"}]}"#;
    let server = TestServer::start(vec![Reply::json(200, body)]).await;
    let to = PhoneNumber::from_e164("+12025550100").unwrap();
    let body = Body::new("Words".into()).unwrap();
    let sms = service_plan(server.place());
    let dry = sms.dry_run(&to, None, &body).await.unwrap();
    assert_eq!((dry.parts, dry.encoding), (2, Encoding::Gsm7));
    let request = &server.requests()[0];
    assert_eq!(
        request.path,
        "/xms/v1/plan/batches/dry_run?per_recipient=true&number_of_recipients=1"
    );
    assert_eq!(request.json().get("max_number_of_message_parts"), None);
}

#[tokio::test]
async fn a_delivery_that_is_not_loaded_yet_is_nothing_yet() {
    let delivered = r#"{"type":"recipient_delivery_report_sms","batch_id":"b","code":0,
        "recipient":"12025550100","status":"Delivered","at":"2026-11-22T12:00:09.000Z"}"#;
    let replies = vec![Reply::json(404, ""), Reply::json(200, delivered)];
    let server = TestServer::start(replies).await;
    let sms = service_plan(server.place());
    let (batch, to) = (
        ProviderId::new(BATCH),
        PhoneNumber::from_e164("+12025550100").unwrap(),
    );
    assert_eq!(sms.delivery(&batch, &to).await.unwrap(), None);
    let report = sms.delivery(&batch, &to).await.unwrap().unwrap();
    assert_eq!(report.status, DeliveryStatus::Delivered);
    assert_eq!(
        server.requests()[0].path,
        format!("/xms/v1/plan/batches/{BATCH}/delivery_report/12025550100")
    );
}

#[tokio::test]
async fn a_text_is_called_back_by_its_batch() {
    let body = format!(r#"{{"id":"{BATCH}","canceled":true}}"#);
    let server = TestServer::start(vec![Reply::json(200, &body)]).await;
    let sms = service_plan(server.place());
    assert!(sms.cancel(&ProviderId::new(BATCH)).await.unwrap());
    let request = &server.requests()[0];
    assert_eq!(request.verb, "DELETE");
    assert_eq!(request.path, format!("/xms/v1/plan/batches/{BATCH}"));
    let elsewhere = ProviderId::new("a/../../x");
    let error = sms.cancel(&elsewhere).await.unwrap_err();
    assert_eq!(error.code(), "sinch.unfit_id");
}

#[tokio::test]
async fn a_lost_send_is_found_by_our_own_reference_and_no_other() {
    let find = async |body: &str| {
        let server = TestServer::start(vec![Reply::json(200, body)]).await;
        let found = service_plan(server.place())
            .find(REFERENCE.parse().unwrap())
            .await;
        (found, server.requests()[0].path.clone())
    };
    let body = format!(
        r#"{{"count":2,"page":0,"page_size":30,"batches":[{{"id":"other","client_reference":"x"}},
        {{"id":"{BATCH}","client_reference":"{REFERENCE}"}}]}}"#
    );
    let (found, path) = find(&body).await;
    assert_eq!(found.unwrap(), Some(ProviderId::new(BATCH)));
    assert_eq!(
        path,
        format!("/xms/v1/plan/batches?client_reference={REFERENCE}")
    );
    let (found, _) = find(r#"{"count":1,"batches":[{"id":"other"}]}"#).await;
    assert_eq!(found.unwrap(), None);
    let (found, _) = find(r#"{"count":0,"page":0}"#).await;
    assert_eq!(found.unwrap(), None);
}

#[tokio::test]
async fn warming_up_has_a_token_at_hand() {
    let server = TestServer::start(vec![granted("a")]).await;
    project(server.place()).warm().await.unwrap();
    let mut paths: Vec<_> = server.requests().into_iter().map(|r| r.path).collect();
    paths.sort();
    assert_eq!(paths, ["/", "/oauth2/token"]);
}

#[tokio::test]
async fn a_client_shows_no_secret_and_runs_on_any_thread() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let place = closed_port().await;
    let (plan, project) = (service_plan(place), project(place));
    assert!(!format!("{plan:?} {project:?}").contains("hush"));
    assert!(is_send(send(&plan)).await.is_err());
    assert!(is_send(send(&project)).await.is_err());
}
