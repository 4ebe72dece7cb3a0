//! Sinch as it is beside the app under test: a sandbox with credentials that nobody else has, so that a trace
//! of one is a trace of it. What the app says to it is tested elsewhere.

use std::time::{Duration, Instant};

use countersign_driver::{Error, Options, desk};
use countersign_sandbox::{Credentials, Sandbox};

use crate::{APP, SOON};

pub(crate) const APPLICATION_KEY: &str = "1f6b2f1c-93d0-4ad4-9d6b-6ad2b5a3c7e1";
/// Base64 of `countersign-test`.
pub(crate) const APPLICATION_SECRET: &str = "Y291bnRlcnNpZ24tdGVzdA==";
pub(crate) const PLAN: &str = "4c1f0a9e7b2d4f6390a1c5e8d7b60f24";
pub(crate) const TOKEN: &str = "9d3e5b7a1c2f4086b9e0d7c6a5f4e3b2";
pub(crate) const PROJECT: &str = "7b6d0c52-1f3e-4c88-8a90-5d2e4f6a1b3c";
pub(crate) const KEY_ID: &str = "0a9b8c7d-6e5f-4a3b-9c2d-1e0f9a8b7c6d";
pub(crate) const KEY_SECRET: &str = "q7Zt.Lw2~mN8-xR4_vK6";

/// A running sandbox.
pub(crate) struct Sinch(Sandbox);

impl Sinch {
    pub(crate) async fn start() -> Self {
        let options = countersign_sandbox::Options {
            credentials: Credentials {
                application_key: APPLICATION_KEY.to_owned(),
                application_secret: APPLICATION_SECRET.to_owned(),
                service_plan: PLAN.to_owned(),
                service_plan_token: TOKEN.to_owned(),
                project: PROJECT.to_owned(),
                key_id: KEY_ID.to_owned(),
                key_secret: KEY_SECRET.to_owned(),
            },
            ..countersign_sandbox::Options::default()
        };
        Self(Sandbox::start(options).await.expect("a sandbox"))
    }

    /// Opens the app beside it.
    pub(crate) fn beside(&self, mut options: Options) -> Options {
        let address = (
            "COUNTERSIGN_SANDBOX".to_owned(),
            self.0.address().to_string(),
        );
        options.env.push(address);
        options
    }

    /// As on the app's first start.
    pub(crate) fn options(&self) -> Options {
        self.beside(Options::new(APP))
    }

    /// The code that came to a phone in its first text.
    pub(crate) async fn code(&self, phone: &str) -> Result<String, Error> {
        let start = Instant::now();
        while start.elapsed() < SOON {
            let texts = self.0.messages(phone);
            let body = texts.first().and_then(|text| text.body.as_deref());
            if let Some(code) = body.and_then(desk::code_in) {
                return Ok(code);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(Error::TimedOut {
            awaited: "a text on a phone".to_owned(),
            limit: SOON,
        })
    }
}
