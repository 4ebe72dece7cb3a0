//! What every HTTP client of this program keeps to: whom it trusts, redirects refused, answers bounded in
//! time and size. It calls nobody: what is asked of whom is in `sinch/transport.rs` and `updates/feed.rs`.

use std::error::Error;
use std::time::Duration;

use reqwest::Response;
use reqwest::redirect::Policy;
use thiserror::Error;

use super::certificate::Shown;
use super::trust::{trusting_nobody, trusting_the_system};

/// How long a call may take.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Timeouts {
    /// To find the host, connect and agree on encryption.
    pub connect: Duration,
    /// From the first step to the last byte of the answer. Keep it above `connect`, so that a host that
    /// can't be reached is told from one that does not answer.
    pub total: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(12),
        }
    }
}

/// The HTTP client could not be set up.
#[derive(Debug, Error)]
pub enum CannotSpeakHttp {
    /// The system's list of trusted certificates can't be read.
    #[error("the system's trusted certificates can't be read")]
    TrustStore(#[source] rustls::Error),
    /// The HTTP library refuses its settings.
    #[error("the HTTP client can't be set up")]
    Client(#[source] Box<dyn Error + Send + Sync>),
}

/// Where a client may call.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reach {
    /// Other computers: https only, certificates checked against the system's trust store, the system's
    /// proxy respected.
    Internet,
    /// This computer: in clear, no proxy, and no certificate is trusted, since none is needed.
    Loopback,
}

/// Sets up a client. What a host's certificate says is kept in `shown`.
///
/// The cryptography is ring's, passed here: no default need be installed for the process.
pub(crate) fn client(
    reach: Reach,
    timeouts: Timeouts,
    shown: &Shown,
) -> Result<reqwest::Client, CannotSpeakHttp> {
    let builder = reqwest::Client::builder()
        .user_agent(concat!("Countersign/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(timeouts.connect)
        .timeout(timeouts.total)
        .redirect(Policy::none())
        .referer(false);
    let builder = match reach {
        Reach::Internet => builder.https_only(true).tls_backend_preconfigured(
            trusting_the_system(shown).map_err(CannotSpeakHttp::TrustStore)?,
        ),
        Reach::Loopback => builder
            .no_proxy()
            .tls_backend_preconfigured(trusting_nobody().map_err(CannotSpeakHttp::TrustStore)?),
    };
    builder.build().map_err(|error| {
        let error = error.without_url();
        CannotSpeakHttp::Client(Box::new(error))
    })
}

/// Why an answer's body was not had.
pub(crate) enum Unread {
    /// It is longer than anybody who means well sends.
    TooLarge,
    /// It broke off, or took too long.
    Cut(reqwest::Error),
}

/// The body of an answer, if it has at most so many bytes.
pub(crate) async fn read_to_end(mut response: Response, most: usize) -> Result<Vec<u8>, Unread> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(Unread::Cut)? {
        if body.len() + chunk.len() > most {
            return Err(Unread::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
