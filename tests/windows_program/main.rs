//! The program as Windows runs it: what it says of itself, the machine's policy in its real place, and `doctor` with
//! Credential Manager, a person's own folder and the sandbox. Opens no window.
//! What would change the settings of whoever runs it is left out unless asked for: `cargo xtask check-windows` asks, with
//! a Windows of Wine's that is thrown away, and so does CI.
#![cfg(windows)]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod computer;

use countersign_core::vault::SecretName;
use countersign_sandbox::{Credentials, Options, Sandbox};
use serde_json::json;

use computer::{Computer, run};

#[test]
fn it_says_which_version_it_is() {
    let ran = run(&["--version"]);
    let expected = format!("countersign {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!((ran.exit, ran.output), (0, expected));
}

/// Whoever starts a program may set its variables, and could slip past the policy with this one.
#[test]
fn no_variable_leads_to_another_policy() {
    let ran = computer::run_with(&["policy", "--json"], "ProgramData", r"C:\elsewhere");
    let path = ran.document()["policy"]["path"].clone();
    let path = path.as_str().expect("a path");
    assert!(
        path.ends_with(r"\ProgramData\Countersign\policy.json"),
        "{path}"
    );
}

#[test]
#[ignore = "it changes the policy of this computer"]
fn the_policy_of_the_machine_is_in_force() {
    let computer = Computer::new();
    computer.write_policy(&json!({ "organisation": { "name": "Harbour Clinic", "home": "SE" } }));
    let ran = run(&["policy", "--json"]);
    let document = ran.document();
    assert_eq!(document["policy"]["state"], "inForce", "{document:#}");
    let values = document["values"].as_array().expect("values");
    let name = values
        .iter()
        .find(|value| value["pointer"] == "/organisation/name");
    let name = name.expect("the organisation's name");
    assert_eq!(name["value"], "Harbour Clinic");
    assert_eq!(name["origin"], "machinePolicy");
    assert_eq!(ran.exit, 0);
}

#[test]
#[ignore = "it changes the policy of this computer"]
fn a_policy_that_cannot_be_used_stops_the_desk() {
    let computer = Computer::new();
    computer.write_policy(&json!({ "mode": "asleep" }));
    let policy = run(&["policy", "--json"]);
    assert_eq!(policy.document()["policy"]["state"], "unusable");
    assert_eq!(policy.exit, 1);
    let doctor = run(&["doctor", "--json"]);
    assert_eq!(doctor.document()["remedy"]["code"], "repair-policy");
    assert_eq!(doctor.exit, 4);
}

/// Settings in the person's folder, secrets in Credential Manager, SQLite on its disk, HTTP over its sockets.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "it changes the settings and secrets of whoever runs it"]
async fn a_desk_that_has_everything_is_well_and_shows_no_secret() {
    let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
    let credentials = Credentials::default();
    let secrets = [
        (
            SecretName::SinchApplicationSecret,
            credentials.application_secret.as_str(),
        ),
        (SecretName::SinchSmsToken, &credentials.service_plan_token),
    ];
    let computer = Computer::new();
    computer.write_settings(&settings(&credentials));
    for (name, secret) in secrets {
        computer.keep(name, secret).await;
    }

    let sandbox = sandbox.address().to_string();
    let ran = run(&["--sandbox", &sandbox, "doctor", "--json"]);
    for (name, _) in secrets {
        computer.forget(name).await;
    }
    for (_, secret) in secrets {
        assert!(!ran.output.contains(secret) && !ran.errors.contains(secret));
    }
    let document = ran.document();
    let findings = document["findings"].as_array().expect("findings");
    for subject in [
        "settings",
        "keyring",
        "sinchVerification",
        "sinchSms",
        "store",
    ] {
        assert!(
            findings.iter().any(|found| found["subject"] == subject),
            "{subject}: {document:#}"
        );
    }
    assert_eq!(document["verdict"], "well", "{document:#}");
    assert_eq!(ran.exit, 0);
}

#[tokio::test]
#[ignore = "it changes the settings of whoever runs it"]
async fn a_secret_that_credential_manager_has_not_is_told() {
    let computer = Computer::new();
    computer.write_settings(&settings(&Credentials::default()));
    let name = SecretName::SinchApplicationSecret;
    computer.forget(name).await;
    let nowhere = ["--sandbox", "127.0.0.1:9"];
    let ran = run(&[&nowhere[..], &["doctor", "--json", "--only", "sinch"]].concat());
    assert_eq!(ran.document()["remedy"]["code"], "type-secret");
    assert_eq!(ran.exit, 4);
}

fn settings(credentials: &Credentials) -> serde_json::Value {
    json!({
        "version": 2,
        "mode": "live",
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "organisation": { "name": "Harbour Clinic", "home": "US" },
        "sinch": {
            "verification": { "applicationKey": credentials.application_key },
            "sms": { "kind": "servicePlan", "region": "eu", "plan": credentials.service_plan },
        },
        "store": { "kind": "embedded" },
    })
}
