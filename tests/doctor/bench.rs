//! A desk's settings, secrets and surroundings, with one thing amiss at a time, and what the staged tests
//! find of it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use countersign_core::doctor::{
    Diagnosis, Doctor, Examination, Fact, Finding, Of, Remedy, Stage, State, Subject, Verdict,
};
use countersign_core::phone::PhoneNumber;
use countersign_core::settings::Settings;
use countersign_core::sinch::place::{LoopbackOrigin, Place};
use countersign_core::sinch::transport::Timeouts;
use countersign_core::time::SystemClock;
use countersign_core::vault::{SecretName, Vault};
use countersign_sandbox::{Credentials, Sandbox};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use serde_json::{Value, json};

/// A desk whose every setting and secret is right for the sandbox's own accounts.
pub(crate) struct Bench {
    pub(crate) settings: Value,
    pub(crate) vault: Vault,
    pub(crate) of: Of,
    pub(crate) phone: Option<&'static str>,
    pub(crate) store_file: Option<PathBuf>,
    place: Place,
}

/// What was found.
pub(crate) struct Found {
    pub(crate) diagnosis: Diagnosis,
    pub(crate) findings: Vec<Finding>,
}

impl Bench {
    /// Sinch, as the sandbox plays it, by both products.
    pub(crate) fn at(sandbox: &Sandbox) -> Self {
        let mut bench = Self {
            settings: settings(),
            vault: Vault::in_memory(),
            of: Of::Sinch,
            phone: None,
            store_file: None,
            place: place(sandbox),
        };
        let credentials = Credentials::default();
        bench.keep(
            SecretName::SinchApplicationSecret,
            &credentials.application_secret,
        );
        bench.keep(SecretName::SinchSmsToken, &credentials.service_plan_token);
        bench.keep(SecretName::SinchKeySecret, &credentials.key_secret);
        bench
    }

    /// The store alone; Sinch is nowhere.
    pub(crate) fn of_store(store: Value) -> Self {
        let mut settings = settings();
        settings["store"] = store;
        Self {
            settings,
            vault: Vault::in_memory(),
            of: Of::Store,
            phone: None,
            store_file: None,
            place: Place::Sinch,
        }
    }

    pub(crate) fn keep(&mut self, name: SecretName, secret: &str) {
        let set = self.read_settings().secrets;
        self.vault.keep_for_session(&set, name, secret.into());
    }

    fn read_settings(&self) -> Settings {
        let json = self.settings.to_string();
        Settings::read(json.as_bytes()).expect("settings")
    }

    pub(crate) fn examination(&self) -> Examination {
        let phone = self.phone.map(PhoneNumber::from_e164);
        Examination {
            of: self.of,
            settings: self.read_settings(),
            store_file: self.store_file.clone(),
            phone: phone.transpose().expect("a number"),
        }
    }

    pub(crate) fn doctor(&self) -> Doctor {
        let timeouts = Timeouts {
            connect: Duration::from_secs(2),
            total: Duration::from_secs(4),
        };
        Doctor::new(
            self.place,
            timeouts,
            self.vault.clone(),
            Arc::new(SystemClock),
        )
    }

    pub(crate) async fn examine(&self) -> Found {
        let findings = Mutex::new(Vec::new());
        let tell = |finding: &Finding| findings.lock().expect("no panic").push(finding.clone());
        let (doctor, examination) = (self.doctor(), self.examination());
        let mut randomness = UnwrapErr(SysRng);
        let diagnosis = doctor.run(&examination, &mut randomness, tell).await;
        let findings = findings.into_inner().expect("no panic");
        Found {
            diagnosis,
            findings,
        }
    }
}

fn settings() -> Value {
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
        "store": { "kind": "embedded" },
    })
}

/// An account of the project in place of the service plan.
pub(crate) fn project(region: &str) -> Value {
    let credentials = Credentials::default();
    json!({
        "kind": "project",
        "region": region,
        "project": credentials.project,
        "keyId": credentials.key_id,
    })
}

fn place(sandbox: &Sandbox) -> Place {
    let origin = LoopbackOrigin::new(sandbox.address());
    Place::Loopback(origin.expect("a loopback address"))
}

impl Found {
    /// How a stage ended.
    pub(crate) fn stage(&self, subject: Subject, stage: Stage) -> &Finding {
        let mut newest = self.findings.iter().rev();
        let found = newest.find(|finding| finding.subject == subject && finding.stage == stage);
        found.unwrap_or_else(|| panic!("{subject:?} {stage:?} in {:?}", self.findings))
    }

    /// The stages of a subject that failed: one at the most, with what to do.
    pub(crate) fn failed(&self, subject: Subject) -> Option<(Stage, Remedy)> {
        let mut failed = self
            .findings
            .iter()
            .filter(|finding| finding.subject == subject);
        failed.find_map(|finding| match finding.state {
            State::Failed(remedy) => Some((finding.stage, remedy)),
            State::Running | State::Passed | State::Warned(_) | State::Skipped(_) => None,
        })
    }

    /// The one thing to do, of a desk that can't work.
    pub(crate) fn told(&self) -> Option<Remedy> {
        assert_eq!(
            self.diagnosis.verdict,
            Verdict::Failed,
            "{:?}",
            self.findings
        );
        self.diagnosis.remedy
    }

    pub(crate) fn facts(&self, subject: Subject, stage: Stage) -> &[Fact] {
        &self.stage(subject, stage).facts
    }
}
