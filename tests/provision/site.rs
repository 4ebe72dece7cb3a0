//! A site whose first desk is set up: a real Redis, the Sinch behind it, and the first desk's computer with its
//! settings and secrets.

use std::path::PathBuf;
use std::time::Duration;

use countersign_sandbox::{Credentials, Options, Sandbox};
use countersign_servers::Server;
use serde_json::json;

use crate::computer::Computer;
use crate::staff::read_out;

/// What the bundle is locked with.
pub(crate) const PASSPHRASE: &str = "eleven otters in a boat";
/// A number whose texts arrive after a second.
pub(crate) const WELL: &str = "+46 70 174 06 05";
/// A password that JSON has to escape.
const REDIS_PASSWORD: &str = r#"s3cret "pass\word"#;

pub(crate) struct Site {
    pub(crate) server: Server,
    pub(crate) sandbox: Sandbox,
    pub(crate) first: Computer,
}

impl Site {
    /// A site with one desk, which sends.
    pub(crate) async fn found() -> Self {
        let site = Self {
            server: Server::start(&countersign_servers::Options::default()).expect("a server"),
            sandbox: Sandbox::start(Options::default()).await.expect("a sandbox"),
            first: Computer::new().await,
        };
        site.first.write_settings(&site.settings("Reception 1"));
        let mut admin = site.first.person();
        for (name, secret) in secrets() {
            let kept = admin.ask(&format!("keep\tdesk\t{name}\t{secret}")).await;
            assert_eq!(kept, "kept");
        }
        site
    }

    fn settings(&self, desk: &str) -> String {
        let credentials = Credentials::default();
        let settings = json!({
            "version": 2,
            "mode": "live",
            "desk": { "id": "00112233445566778899aabbccddeeff", "name": desk },
            "organisation": { "name": "Harbour Clinic", "home": "SE" },
            "sinch": {
                "verification": { "applicationKey": credentials.application_key },
                "sms": { "kind": "servicePlan", "region": "eu", "plan": credentials.service_plan },
            },
            "store": {
                "kind": "redis",
                "site": "harbour-clinic",
                "place": { "single": { "url": self.server.url() } },
            },
            "rules": { "wrongTries": 4, "alsoAllowed": ["US"] },
            "texts": { "sv": "Din kod: {code}" },
            "admin": { "passcodeSet": true },
        });
        settings.to_string()
    }

    /// Writes the first desk's bundle by the command line, and gives its path.
    pub(crate) async fn export(&self) -> PathBuf {
        let passphrase = self.first.write("passphrase", PASSPHRASE.as_bytes());
        let bundle = self.first.path("desks.countersign");
        let ended = self
            .first
            .provision(
                &[
                    "export",
                    "--out",
                    &bundle.to_string_lossy(),
                    "--passphrase-file",
                    &passphrase.to_string_lossy(),
                ],
                b"",
            )
            .await;
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        bundle
    }

    /// Lets the text that is on its way arrive, and gives its code.
    pub(crate) async fn code_of(&self, number: &str) -> String {
        self.sandbox.advance(Duration::from_secs(2));
        for _ in 0..400 {
            if let Some(message) = self.sandbox.messages(number).pop() {
                return read_out(message).expect("a code");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("nothing arrived");
    }
}

/// The secrets of the first desk, as they were typed in; its site key is drawn.
pub(crate) fn secrets() -> [(&'static str, String); 3] {
    let credentials = Credentials::default();
    [
        ("sinch-application-secret", credentials.application_secret),
        ("sinch-sms-token", credentials.service_plan_token),
        ("redis-password", REDIS_PASSWORD.to_owned()),
    ]
}
