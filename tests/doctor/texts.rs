//! Live texts, at the admin's word only: what the phone gets, how it is followed, and how it is stopped.

use std::time::Duration;

use countersign_core::doctor::{Fact, Finding, Remedy, Skipped, Stage, State, Subject, Verdict};
use countersign_core::sinch::sms::DeliveryStatus;
use countersign_sandbox::{MessageKind, Options, Sandbox};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

use super::bench::Bench;

const SMS: Subject = Subject::SinchSms;
const VERIFICATION: Subject = Subject::SinchVerification;

async fn sandbox() -> Sandbox {
    Sandbox::start(Options::default()).await.expect("a sandbox")
}

#[tokio::test]
async fn a_text_that_says_that_it_is_a_test_arrives_and_carries_no_code() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.phone = Some("+12025550101");
    let found = bench.examine().await;
    assert_eq!(
        found.diagnosis.verdict,
        Verdict::Well,
        "{:?}",
        found.findings
    );
    let delivered = Fact::Delivery(DeliveryStatus::Delivered);
    assert_eq!(found.facts(SMS, Stage::Delivery), [delivered]);
    let received = sandbox.messages("+12025550101");
    assert_eq!(received.len(), 1, "texts go by Sinch SMS alone");
    let body = received[0].body.as_deref().expect("words");
    assert!(body.contains("test") && !body.contains(|letter: char| letter.is_ascii_digit()));
    let other = State::Skipped(Skipped::OtherRoute);
    assert_eq!(found.stage(VERIFICATION, Stage::Text).state, other);
}

#[tokio::test]
async fn a_text_that_no_carrier_takes_asks_for_another_phone() {
    let sandbox = sandbox().await;
    for phone in ["+12025550113", "+12025550123"] {
        let mut bench = Bench::at(&sandbox);
        bench.phone = Some(phone);
        let found = bench.examine().await;
        let failed = Some((Stage::Delivery, Remedy::GiveAnotherPhone));
        assert_eq!(found.failed(SMS), failed, "{phone}");
    }
}

#[tokio::test]
async fn a_refused_number_is_told_before_anything_is_sent() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.phone = Some("+12025550122");
    let found = bench.examine().await;
    let failed = Some((Stage::Text, Remedy::GiveAnotherPhone));
    assert_eq!(found.failed(SMS), failed);
    bench.settings["sinch"]["sender"] = "Clinic".into();
    let found = bench.examine().await;
    let failed = Some((Stage::Text, Remedy::CorrectSender));
    assert_eq!(found.failed(SMS), failed);
}

#[tokio::test]
async fn where_only_verification_sends_it_sends_the_test() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.settings["sinch"]["sms"] = serde_json::Value::Null;
    bench.phone = Some("+12025550112");
    let found = bench.examine().await;
    assert_eq!(found.stage(VERIFICATION, Stage::Text).state, State::Passed);
    let failed = Some((Stage::Delivery, Remedy::GiveAnotherPhone));
    assert_eq!(found.failed(VERIFICATION), failed);
    let received = sandbox.messages("+12025550112");
    assert!(
        received
            .iter()
            .all(|message| message.kind == MessageKind::Text)
    );
}

#[tokio::test]
async fn tests_are_stopped_by_letting_go_of_them() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.phone = Some("+12025550111");
    let (doctor, examination) = (bench.doctor(), bench.examination());
    let (told, mut hears) = tokio::sync::mpsc::unbounded_channel();
    let tell = move |finding: &Finding| drop(told.send(finding.clone()));
    let mut randomness = UnwrapErr(SysRng);
    let run = doctor.run(&examination, &mut randomness, tell);
    let under_way = tokio::time::timeout(Duration::from_secs(5), run).await;
    assert!(under_way.is_err(), "the text never arrives");
    let mut newest = None;
    while let Ok(finding) = hears.try_recv() {
        newest = Some(finding);
    }
    let newest = newest.expect("findings");
    assert_eq!(
        (newest.stage, newest.state),
        (Stage::Delivery, State::Running)
    );
    let with_carrier = Fact::Delivery(DeliveryStatus::Dispatched);
    assert_eq!(newest.facts, [with_carrier]);
}
