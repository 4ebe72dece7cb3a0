//! Sinch Verification on a real wire: what is sent, and what is made of what comes back.

use std::time::Duration;

use super::*;
use crate::code::Code;
use crate::phone::PhoneNumber;
use crate::sinch::error::WentOut;
use crate::sinch::retry::LongestJitter;
use crate::sinch::test_server::{Arrived, Reply, TestServer, closed_port};
use crate::sinch::transport::Timeouts;
use crate::time::{ManualClock, Timestamp};

const REFERENCE: &str = "000102030405060708090a0b0c0d0e0f";
const NOW: &str = "2026-11-22T12:00:00Z";
const SECRET: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

fn client(place: crate::sinch::place::Place) -> Verification {
    let timeouts = Timeouts {
        connect: Duration::from_millis(500),
        total: Duration::from_secs(1),
    };
    let now: Timestamp = NOW.parse().unwrap();
    Verification::new(
        Transport::new(place, timeouts).unwrap(),
        ApplicationKey::new("app-key").unwrap(),
        ApplicationSecret::from_base64(&SECRET.into()).unwrap(),
        Arc::new(ManualClock::new(now)),
        Arc::new(LongestJitter),
    )
}

fn reference() -> SendId {
    REFERENCE.parse().unwrap()
}

async fn start(verification: &Verification) -> Result<Started, SinchError> {
    let number = PhoneNumber::from_e164("+12025550100").unwrap();
    let language = "sv-SE".parse().unwrap();
    let start = Start {
        channel: Channel::Sms,
        number: &number,
        reference: reference(),
        lifetime: Duration::from_secs(300),
        language: Some(&language),
    };
    verification.start(&start).await
}

async fn start_against(replies: Vec<Reply>) -> (Result<Started, SinchError>, Vec<Arrived>) {
    let server = TestServer::start(replies).await;
    let outcome = start(&client(server.place())).await;
    (outcome, server.requests())
}

async fn report_against(reply: Reply) -> (Result<Report, SinchError>, Vec<Arrived>) {
    let server = TestServer::start(vec![reply]).await;
    let code = Code::for_tests("271828");
    let outcome = client(server.place())
        .report(&ProviderId::new("v-1"), &Proof::Sms(&code))
        .await;
    (outcome, server.requests())
}

/// Signs what arrived, anew.
fn expected_authorization(arrived: &Arrived) -> String {
    let secret = ApplicationSecret::from_base64(&SECRET.into()).unwrap();
    let signed = Signed {
        verb: &arrived.verb,
        path: &arrived.path,
        content_type: arrived.header("content-type").unwrap(),
        timestamp: arrived.header("x-timestamp").unwrap(),
        body: arrived.body.as_bytes(),
    };
    format!("Application app-key:{}", signature::sign(&secret, &signed))
}

fn error_number(number: u32) -> Reply {
    let status = u16::try_from(number / 100).unwrap();
    let body = format!(r#"{{"errorCode":{number},"message":"x","reference":""}}"#);
    Reply::json(status, &body)
}

#[tokio::test]
async fn a_start_is_signed_as_it_arrives() {
    let reply =
        Reply::json(200, r#"{"id":"v-1","method":"sms"}"#).with("Content-Language", "en-US");
    let (outcome, requests) = start_against(vec![reply]).await;
    let started = outcome.unwrap();
    assert_eq!(started.id, ProviderId::new("v-1"));
    assert_eq!(started.content_language, "en-US".parse().ok());
    let request = &requests[0];
    assert_eq!(request.verb, "POST");
    assert_eq!(request.path, "/verification/v1/verifications");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(
        request.header("x-timestamp"),
        Some("2026-11-22T12:00:00.000Z")
    );
    assert_eq!(request.header("accept-language"), Some("sv-SE"));
    assert_eq!(
        request.header("authorization"),
        Some(expected_authorization(request).as_str())
    );
    assert_eq!(request.json()["smsOptions"]["expiry"], "00:05:00");
    assert_eq!(request.json()["reference"], REFERENCE);
}

#[tokio::test]
async fn a_report_and_a_question_are_signed_as_they_arrive() {
    let (outcome, requests) =
        report_against(Reply::json(200, r#"{"id":"v-1","status":"SUCCESSFUL"}"#)).await;
    assert_eq!(outcome.unwrap().status, Status::Successful);
    let request = &requests[0];
    assert_eq!(request.verb, "PUT");
    assert_eq!(request.path, "/verification/v1/verifications/id/v-1");
    assert_eq!(request.json()["sms"]["code"], "271828");
    let expected = expected_authorization(request);
    assert_eq!(request.header("authorization"), Some(expected.as_str()));

    let server = TestServer::start(vec![Reply::json(200, r#"{"id":"v-1","status":"PENDING"}"#)]);
    let server = server.await;
    let status = client(server.place()).status(&ProviderId::new("v-1")).await;
    assert_eq!(status.unwrap().status, Status::Pending);
    let request = &server.requests()[0];
    assert_eq!(request.verb, "GET");
    assert_eq!(request.header("content-type"), Some("application/json"));
    let expected = expected_authorization(request);
    assert_eq!(request.header("authorization"), Some(expected.as_str()));
}

#[tokio::test]
async fn a_flash_call_is_proved_by_the_number_that_called() {
    let reply = Reply::json(
        200,
        r#"{"id":"v-1","status":"FAIL","reason":"Invalid CLI"}"#,
    );
    let server = TestServer::start(vec![reply]).await;
    let number = PhoneNumber::from_e164("+12025550199").unwrap();
    let report = client(server.place())
        .report(&ProviderId::new("v-1"), &Proof::FlashCall(&number))
        .await;
    assert_eq!(report.unwrap().reason, Some(Reason::InvalidCli));
    assert_eq!(
        server.requests()[0].json()["flashCall"]["cli"],
        "+12025550199"
    );
}

#[tokio::test]
async fn a_wrong_code_and_an_unknown_verification_are_told_apart() {
    for (number, code) in [(40003, "sinch.wrong_code"), (40400, "sinch.not_found")] {
        let (outcome, _) = report_against(error_number(number)).await;
        assert_eq!(outcome.unwrap_err().code(), code);
    }
}

#[tokio::test]
async fn a_start_without_room_is_sent_once_more_with_the_same_reference() {
    for number in [50300, 42900] {
        let replies = vec![error_number(number), Reply::json(200, r#"{"id":"v-1"}"#)];
        let (outcome, requests) = start_against(replies).await;
        assert!(outcome.is_ok());
        assert_eq!(requests.len(), 2);
        assert_eq!(requests[0].json(), requests[1].json());
    }
}

#[tokio::test]
async fn no_other_start_is_sent_twice() {
    let refused = [
        40001, 40003, 40200, 40300, 40303, 40900, 42901, 50000, 50301,
    ];
    let lost = [Reply::Silence, Reply::CutBeforeAnswer, Reply::Drip];
    let replies = refused.into_iter().map(error_number).chain(lost);
    for reply in replies {
        let (outcome, requests) = start_against(vec![reply]).await;
        assert!(outcome.is_err());
        assert_eq!(requests.len(), 1);
    }
}

#[tokio::test]
async fn what_a_start_met_says_whether_it_may_have_gone_out() {
    let huge = Reply::Huge { declared: true };
    let elsewhere = Reply::redirect(302, "http://127.0.0.1:9/");
    for (reply, code, went_out) in [
        (Reply::Silence, "sinch.timed_out", WentOut::Perhaps),
        (Reply::Drip, "sinch.timed_out", WentOut::Perhaps),
        (Reply::CutBeforeAnswer, "sinch.cut", WentOut::Perhaps),
        (
            Reply::CutMidway { status: 200 },
            "sinch.cut",
            WentOut::Perhaps,
        ),
        (
            Reply::CutMidway { status: 402 },
            "sinch.no_credit",
            WentOut::No,
        ),
        (huge, "sinch.too_large", WentOut::Perhaps),
        (Reply::json(200, "{"), "sinch.unreadable", WentOut::Perhaps),
        (elsewhere, "sinch.redirected", WentOut::No),
        (error_number(40200), "sinch.no_credit", WentOut::No),
        (error_number(50000), "sinch.server_error", WentOut::Perhaps),
    ] {
        let (outcome, _) = start_against(vec![reply]).await;
        let error = outcome.unwrap_err();
        assert_eq!((error.code(), error.went_out()), (code, went_out));
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("2025550100") && !shown.contains("127.0.0.1"));
    }
    let error = start(&client(closed_port().await)).await.unwrap_err();
    assert_eq!(error.code(), "sinch.unreachable");
    assert_eq!(error.went_out(), WentOut::No);
}

#[tokio::test]
async fn a_clock_that_sinch_does_not_believe_is_told_how_far_it_is_off() {
    let reply = error_number(40101).with("Date", "Sun, 22 Nov 2026 13:30:00 GMT");
    let (outcome, requests) = start_against(vec![reply]).await;
    let Err(SinchError::ClockSkew { off_by }) = outcome else {
        panic!("not a clock skew");
    };
    assert_eq!(off_by, Some(jiff::SignedDuration::from_mins(-90)));
    assert_eq!(requests.len(), 1);
}

#[tokio::test]
async fn only_sinch_itself_can_say_that_a_reference_was_never_sent() {
    let look_up = async |reply: Reply| {
        let server = TestServer::start(vec![reply]).await;
        let outcome = client(server.place())
            .status_by_reference(reference())
            .await;
        (outcome, server.requests()[0].path.clone())
    };
    let body = format!(r#"{{"id":"v-1","status":"PENDING","reference":"{REFERENCE}"}}"#);
    let (found, path) = look_up(Reply::json(200, &body)).await;
    assert_eq!(found.unwrap().unwrap().id, ProviderId::new("v-1"));
    assert_eq!(
        path,
        format!("/verification/v1/verifications/reference/{REFERENCE}")
    );

    let (missing, _) = look_up(error_number(40400)).await;
    assert_eq!(missing.unwrap(), None);

    let (bare, _) = look_up(Reply::json(404, "<html>")).await;
    assert_eq!(bare.unwrap_err().code(), "sinch.not_found");
}

#[tokio::test]
async fn an_id_that_could_lead_elsewhere_is_not_asked_for() {
    let server = TestServer::start(vec![Reply::json(200, "{}")]).await;
    let id = ProviderId::new("../number/+12025550100");
    let error = client(server.place()).status(&id).await.unwrap_err();
    assert_eq!(error.code(), "sinch.unfit_id");
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_client_shows_no_secret_and_runs_on_any_thread() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let server = TestServer::start(vec![Reply::json(404, "")]).await;
    let verification = client(server.place());
    assert!(!format!("{verification:?}").contains("MDEy"));
    is_send(verification.warm()).await.unwrap();
    assert!(is_send(start(&verification)).await.is_err());
}
