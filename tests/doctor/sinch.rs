//! Sinch with one thing amiss at a time: the credentials, the region, the clock, the account, the keyring.

use std::time::Duration;

use countersign_core::doctor::{Fact, Plain, Remedy, Skipped, Stage, State, Subject, Verdict};
use countersign_core::vault::{SecretName, Vault, VaultFault};
use countersign_sandbox::{Fault, Operation, Options, Outcome, Sandbox, SmsRegion};

use super::bench::{Bench, project};

const SMS: Subject = Subject::SinchSms;
const VERIFICATION: Subject = Subject::SinchVerification;

/// Its accounts live in the European Union.
async fn sandbox() -> Sandbox {
    let options = Options {
        sms_region: Some(SmsRegion::Eu),
        ..Options::default()
    };
    Sandbox::start(options).await.expect("a sandbox")
}

#[tokio::test]
async fn where_all_is_well_every_stage_passes_and_nothing_is_sent() {
    let sandbox = sandbox().await;
    let found = Bench::at(&sandbox).examine().await;
    assert_eq!(
        found.diagnosis.verdict,
        Verdict::Well,
        "{:?}",
        found.findings
    );
    assert_eq!(found.diagnosis.remedy, None);
    for stage in [
        Stage::Settings,
        Stage::Connection,
        Stage::Clock,
        Stage::Authentication,
        Stage::Permission,
        Stage::DryRun,
    ] {
        assert_eq!(found.stage(SMS, stage).state, State::Passed, "{stage:?}");
    }
    assert_eq!(
        found.stage(SMS, Stage::Text).state,
        State::Skipped(Skipped::NoPhone)
    );
    assert!(found.facts(SMS, Stage::DryRun).contains(&Fact::Parts(1)));
    assert_eq!(sandbox.messages("+12025550100"), []);
    assert_eq!(sandbox.warnings(), []);
}

#[tokio::test]
async fn each_stage_is_told_when_it_begins_and_once_when_it_has_ended() {
    let sandbox = sandbox().await;
    let found = Bench::at(&sandbox).examine().await;
    let clock = found
        .findings
        .iter()
        .filter(|finding| finding.subject == SMS && finding.stage == Stage::Clock);
    let states: Vec<_> = clock.map(|finding| finding.state).collect();
    assert_eq!(states, [State::Running, State::Passed]);
}

#[tokio::test]
async fn a_wrong_application_secret_is_told_from_a_wrong_key() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.keep(
        SecretName::SinchApplicationSecret,
        "d3Jvbmctc2VjcmV0LTAwMA==",
    );
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::CopyApplicationSecret));
    let failed = Some((Stage::Authentication, Remedy::CopyApplicationSecret));
    assert_eq!(found.failed(VERIFICATION), failed);

    let mut bench = Bench::at(&sandbox);
    bench.settings["sinch"]["verification"]["applicationKey"] = "another".into();
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::CopyApplicationKey));
}

#[tokio::test]
async fn a_secret_that_no_application_has_is_told_before_anybody_is_asked() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.keep(SecretName::SinchApplicationSecret, "not base64");
    let found = bench.examine().await;
    let failed = Some((Stage::Settings, Remedy::CopyApplicationSecret));
    assert_eq!(found.failed(VERIFICATION), failed);
    let skipped = State::Skipped(Skipped::Earlier);
    assert_eq!(found.stage(VERIFICATION, Stage::Connection).state, skipped);
}

#[tokio::test]
async fn a_wrong_token_is_told_from_a_wrong_region() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.keep(SecretName::SinchSmsToken, "another-token");
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::CopySmsToken));

    let mut bench = Bench::at(&sandbox);
    bench.settings["sinch"]["sms"]["region"] = "us".into();
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::ChooseRegion));
    let lives_in = [Fact::LivesIn("eu")];
    assert_eq!(found.facts(SMS, Stage::Authentication), lives_in);
}

#[tokio::test]
async fn a_projects_troubles_are_told_apart() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.settings["sinch"]["sms"] = project("eu");
    assert_eq!(bench.examine().await.diagnosis.verdict, Verdict::Well);

    bench.settings["sinch"]["sms"] = project("us");
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::ChooseRegion));
    let lives_in = [Fact::LivesIn("eu")];
    assert_eq!(found.facts(SMS, Stage::Authentication), lives_in);

    bench.settings["sinch"]["sms"] = project("eu");
    bench.settings["sinch"]["sms"]["project"] = "another".into();
    assert_eq!(bench.examine().await.told(), Some(Remedy::CopyProject));

    bench.settings["sinch"]["sms"] = project("eu");
    bench.keep(SecretName::SinchKeySecret, "another-secret");
    assert_eq!(bench.examine().await.told(), Some(Remedy::CopyKeySecret));
}

#[tokio::test]
async fn a_clock_that_is_ten_minutes_off_is_to_be_set() {
    let sandbox = sandbox().await;
    sandbox.advance(Duration::from_secs(600));
    let found = Bench::at(&sandbox).examine().await;
    assert_eq!(found.told(), Some(Remedy::SetClock));
    for subject in [VERIFICATION, SMS] {
        assert_eq!(
            found.failed(subject),
            Some((Stage::Clock, Remedy::SetClock))
        );
        let [Fact::ClockAhead(ahead)] = found.facts(subject, Stage::Clock) else {
            panic!("{:?}", found.findings);
        };
        assert!((-601..=-599).contains(&ahead.as_secs()), "{ahead}");
    }
}

#[tokio::test]
async fn a_clock_that_is_two_minutes_off_is_told_and_no_obstacle() {
    let sandbox = sandbox().await;
    sandbox.advance(Duration::from_secs(120));
    let found = Bench::at(&sandbox).examine().await;
    assert_eq!(found.diagnosis.verdict, Verdict::Warned);
    assert_eq!(found.diagnosis.remedy, Some(Remedy::SetClock));
}

#[tokio::test]
async fn a_blocked_account_has_right_credentials_and_may_nothing() {
    let sandbox = sandbox().await;
    let fault = Fault::Next {
        next: Outcome::NoCredit,
        operation: Some(Operation::Batch),
    };
    sandbox.set_fault(fault).expect("a fault");
    let found = Bench::at(&sandbox).examine().await;
    assert_eq!(found.stage(SMS, Stage::Authentication).state, State::Passed);
    assert_eq!(found.failed(SMS), Some((Stage::Permission, Remedy::TopUp)));
}

#[tokio::test]
async fn what_fails_at_sinch_is_to_be_tried_later() {
    let sandbox = sandbox().await;
    let fault = Fault::Next {
        next: Outcome::InternalError,
        operation: Some(Operation::Status),
    };
    sandbox.set_fault(fault).expect("a fault");
    let found = Bench::at(&sandbox).examine().await;
    assert_eq!(found.told(), Some(Remedy::TryLater));
    assert_eq!(found.failed(SMS), None, "the other product works");
}

#[tokio::test]
async fn a_sandbox_that_is_gone_is_to_be_started() {
    let sandbox = sandbox().await;
    let bench = Bench::at(&sandbox);
    sandbox.stop().await;
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::StartSandbox));
    let failed = Some((Stage::Connection, Remedy::StartSandbox));
    assert_eq!(found.failed(SMS), failed);
}

#[tokio::test]
async fn a_missing_secret_is_named_and_what_needs_none_is_looked_at() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.vault = Vault::in_memory();
    bench.keep(
        SecretName::SinchApplicationSecret,
        "c2FuZGJveC1zZWNyZXQtMA==",
    );
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::TypeSecret));
    let missing = [Fact::Missing(vec![Plain::new("sinch-sms-token")])];
    assert_eq!(found.facts(Subject::Keyring, Stage::Secrets), missing);
    assert_eq!(found.stage(SMS, Stage::Clock).state, State::Passed);
    let skipped = State::Skipped(Skipped::NoSecret);
    assert_eq!(found.stage(SMS, Stage::DryRun).state, skipped);
    assert_eq!(
        found.stage(VERIFICATION, Stage::Permission).state,
        State::Passed
    );
}

#[tokio::test]
async fn each_fault_of_the_keyring_has_a_remedy_of_its_own() {
    let sandbox = sandbox().await;
    for (fault, remedy) in [
        (VaultFault::Absent, Remedy::InstallKeyring),
        (VaultFault::Locked, Remedy::UnlockKeyring),
        (VaultFault::Refused, Remedy::AllowKeyring),
        (VaultFault::Silent, Remedy::AnswerKeyring),
        (VaultFault::Unreadable, Remedy::RetypeSecret),
    ] {
        let mut bench = Bench::at(&sandbox);
        bench.vault = Vault::failing(fault);
        assert_eq!(bench.examine().await.told(), Some(remedy), "{fault:?}");
    }
}

#[tokio::test]
async fn training_is_told_and_no_obstacle() {
    let sandbox = sandbox().await;
    let mut bench = Bench::at(&sandbox);
    bench.settings["mode"] = "training".into();
    let found = bench.examine().await;
    assert_eq!(found.diagnosis.remedy, Some(Remedy::GoLive));
    bench.settings["sinch"] = serde_json::json!({});
    let found = bench.examine().await;
    assert_eq!(found.diagnosis.remedy, Some(Remedy::SetUpSinch));
    assert_eq!(found.diagnosis.verdict, Verdict::Warned);
}

#[tokio::test]
async fn no_finding_holds_a_secret() {
    let sandbox = sandbox().await;
    let planted = [
        "cGxhbnRlZC1zZWNyZXQtMQ==",
        "planted-token-2",
        "planted-key-secret-3",
    ];
    let mut bench = Bench::at(&sandbox);
    bench.keep(SecretName::SinchApplicationSecret, planted[0]);
    bench.keep(SecretName::SinchSmsToken, planted[1]);
    bench.keep(SecretName::SinchKeySecret, planted[2]);
    let mut shown = format!("{:?}", bench.examine().await.findings);
    bench.settings["sinch"]["sms"] = project("eu");
    bench.phone = Some("+12025550100");
    shown += &format!("{:?}", bench.examine().await.findings);
    shown += &format!("{:?}", bench.doctor());
    for secret in planted {
        assert!(!shown.contains(secret));
    }
    assert!(!shown.contains("2025550100"));
}
