//! `countersign doctor` as IT runs it: the real program, a real keyring, the sandbox, a real Redis with
//! TLS. Each trouble is named by the one thing to do, and nothing printed is a secret.

use std::time::Duration;

use countersign_core::store::redis::permissions;
use countersign_core::vault::SecretName;
use countersign_driver::KeyringState;
use countersign_sandbox::{Credentials, Options, Sandbox, SmsRegion};
use countersign_servers::{
    Certificates, DESK_PASSWORD, DESK_USER, Flaw, Options as ServerOptions, Protection, Server,
    TlsAndAcl,
};
use serde_json::{Value, json};

use super::computer::{Computer, Ran};

const SITE: &str = "harbour-clinic";

/// A desk of a site that has everything, and the computer that it is on.
struct Desk {
    computer: Computer,
    sandbox: Sandbox,
    server: Server,
    settings: Value,
}

impl Desk {
    async fn well() -> Self {
        Self::with(Certificates::new().expect("certificates")).await
    }

    async fn with(certificates: Certificates) -> Self {
        let options = Options {
            sms_region: Some(SmsRegion::Eu),
            ..Options::default()
        };
        let sandbox = Sandbox::start(options).await.expect("a sandbox");
        let server = server(&certificates);
        let settings = settings(&server, &certificates);
        let computer = Computer::with(KeyringState::Unlocked).await;
        let credentials = Credentials::default();
        for (name, secret) in [
            (
                SecretName::SinchApplicationSecret,
                credentials.application_secret.as_str(),
            ),
            (SecretName::SinchSmsToken, &credentials.service_plan_token),
            (SecretName::RedisPassword, DESK_PASSWORD),
        ] {
            computer.keep(name, secret).await;
        }
        Self {
            computer,
            sandbox,
            server,
            settings,
        }
    }

    async fn run(&self, arguments: &[&str], input: &str) -> Ran {
        self.computer.write_settings(&self.settings.to_string());
        let sandbox = self.sandbox.address().to_string();
        let arguments = [&["--sandbox", &sandbox, "doctor"], arguments].concat();
        let ran = self.computer.run(&arguments, input).await;
        let credentials = Credentials::default();
        for secret in [
            &credentials.application_secret,
            &credentials.service_plan_token,
            DESK_PASSWORD,
        ] {
            assert!(!ran.output.contains(secret) && !ran.errors.contains(secret));
        }
        ran
    }

    /// Runs the tests of what can't work, and tells the one thing to do.
    async fn remedy(&self) -> String {
        let ran = self.run(&["--json"], "").await;
        let document = ran.document();
        assert_eq!(document["verdict"], "failed", "{document:#}");
        assert_eq!(ran.exit, 4);
        let remedy = &document["remedy"];
        assert!(
            remedy["sentence"]
                .as_str()
                .is_some_and(|words| words.ends_with('.'))
        );
        remedy["code"].as_str().expect("a code").to_owned()
    }
}

fn server(certificates: &Certificates) -> Server {
    let protection = TlsAndAcl {
        certificates: certificates.clone(),
        demands_client_certificate: false,
        desk_rule: permissions(SITE),
    };
    let options = ServerOptions {
        protection: Protection::TlsAndAcl(protection),
        ..ServerOptions::default()
    };
    let options = options
        .with("appendonly", "yes")
        .with("appendfsync", "always");
    Server::start(&options).expect("a server")
}

fn settings(server: &Server, certificates: &Certificates) -> Value {
    let credentials = Credentials::default();
    json!({
        "version": 2,
        "mode": "live",
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "organisation": { "name": "Harbour Clinic", "home": "US" },
        "sinch": {
            "verification": { "applicationKey": credentials.application_key },
            "sms": { "kind": "servicePlan", "region": "eu", "plan": credentials.service_plan },
        },
        "store": {
            "kind": "redis",
            "site": SITE,
            "place": { "single": { "url": server.url() } },
            "user": DESK_USER,
            "caFile": certificates.ca_file(),
        },
    })
}

#[tokio::test]
async fn where_all_is_well_it_says_so_for_people_and_for_programs() {
    let desk = Desk::well().await;
    let ran = desk.run(&["--json"], "").await;
    let document = ran.document();
    assert_eq!(document["verdict"], "well", "{document:#}");
    assert_eq!((ran.exit, &document["remedy"]), (0, &Value::Null));
    assert_eq!(document["version"], 1);
    let findings = document["findings"].as_array().expect("findings");
    let of = |subject: &str| {
        findings
            .iter()
            .filter(|found| found["subject"] == subject)
            .count()
    };
    let counts = [
        "settings",
        "keyring",
        "sinchVerification",
        "sinchSms",
        "store",
    ]
    .map(of);
    assert_eq!(counts, [1, 1, 9, 10, 10]);

    let ran = desk.run(&[], "").await;
    assert_eq!(ran.exit, 0);
    assert!(ran.output.contains("Sinch SMS\n"), "{}", ran.output);
    assert!(ran.output.ends_with("\nAll is well.\n"), "{}", ran.output);
}

#[tokio::test]
async fn a_wrong_secret() {
    let desk = Desk::well().await;
    let name = SecretName::SinchApplicationSecret;
    desk.computer.keep(name, "d3Jvbmctc2VjcmV0LTAwMA==").await;
    assert_eq!(desk.remedy().await, "copy-application-secret");
}

#[tokio::test]
async fn a_wrong_region() {
    let mut desk = Desk::well().await;
    desk.settings["sinch"]["sms"]["region"] = "us".into();
    assert_eq!(desk.remedy().await, "choose-region");
    let ran = desk.run(&["--only", "sinch"], "").await;
    assert!(ran.output.contains("livesIn: eu"), "{}", ran.output);
}

#[tokio::test]
async fn redis_is_down() {
    let desk = Desk::well().await;
    desk.server.kill();
    assert_eq!(desk.remedy().await, "start-redis");
}

#[tokio::test]
async fn redis_has_an_expired_certificate() {
    let certificates = Certificates::flawed(Flaw::Expired).expect("certificates");
    let desk = Desk::with(certificates).await;
    assert_eq!(desk.remedy().await, "renew-redis-certificate");
}

#[tokio::test]
async fn a_clock_that_is_off_by_ten_minutes() {
    let desk = Desk::well().await;
    desk.sandbox.advance(Duration::from_secs(600));
    assert_eq!(desk.remedy().await, "set-clock");
}

#[tokio::test]
async fn a_text_goes_to_the_phone_on_standard_input() {
    let desk = Desk::well().await;
    let arguments = ["--json", "--only", "sinch", "--text-to", "-"];
    let ran = desk.run(&arguments, "(202) 555-0103\n").await;
    assert_eq!(ran.document()["verdict"], "well");
    assert_eq!(desk.sandbox.messages("+12025550103").len(), 1);
    assert!(!ran.output.contains("5550103"));

    let ran = desk.run(&arguments, "not a number\n").await;
    assert_eq!((ran.exit, ran.output.as_str()), (1, ""));
    let ran = desk.run(&["--text-to", "+12025550103"], "").await;
    assert_eq!(ran.exit, 2, "a number could be read by every program");
}

#[tokio::test]
async fn without_a_keyring_it_says_so() {
    let desk = Desk::well().await;
    let settings = desk.settings.to_string();
    let computer = Computer::with(KeyringState::Absent).await;
    computer.write_settings(&settings);
    let ran = computer
        .run(&["doctor", "--json", "--only", "store"], "")
        .await;
    assert_eq!(ran.document()["remedy"]["code"], "install-keyring");
    assert_eq!(ran.exit, 4);
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_the_one_finding() {
    let computer = Computer::with(KeyringState::Absent).await;
    computer.write_settings("{\n  \"version\": 2,\n  \"mode\": \"asleep\"\n}");
    let ran = computer.run(&["doctor", "--json"], "").await;
    let document = ran.document();
    assert_eq!(document["remedy"]["code"], "repair-settings");
    assert_eq!(document["findings"].as_array().map(Vec::len), Some(1));
    assert_eq!(document["findings"][0]["facts"]["line"], 3, "{document:#}");
}

#[tokio::test]
async fn a_desk_that_nobody_set_up_is_no_failure() {
    let computer = Computer::with(KeyringState::Absent).await;
    let ran = computer.run(&["doctor", "--json"], "").await;
    let document = ran.document();
    assert_eq!(document["remedy"]["code"], "set-up-sinch", "{document:#}");
    assert_eq!((ran.exit, &document["verdict"]), (3, &json!("warned")));
}
