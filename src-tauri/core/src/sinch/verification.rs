//! Sinch Verification v1: Sinch draws a code, delivers it and checks what the customer gives back.
//! How often a code may be tried is the store's business: Sinch's own limit is not known.
//!
//! Every request is signed with the application secret, and none is sent with Basic, which would carry
//! the secret itself. The `_links` of an answer are not followed: base and id name the same
//! verification, so there is no host of another's choosing to trust (Sinch wire facts §1.1).

mod refusal;
mod report;
mod start;
mod status;

use std::fmt;
use std::sync::Arc;

use reqwest::header::{ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use tokio::sync::watch;

use super::answer::Answer;
use super::credentials::{ApplicationKey, secret_header};
use super::error::{RefusedBecause, SinchError, Unfit};
use super::language::LanguageTag;
use super::path::is_segment;
use super::place::Host;
use super::pulse::{Heard, Pulse, Reach};
use super::retry::{Jitter, has_room_now};
use super::signature::{self, ApplicationSecret, Signed};
use super::transport::{Request, Transport};
use crate::challenge::{Channel, ProviderId, SendId};
use crate::time::Clock;

pub use report::{Proof, Report};
pub use start::{CodeKind, Start, Started};
pub use status::{Reason, Status, StatusOf};

use refusal::Asked;

const VERIFICATIONS: &str = "/verification/v1/verifications";
const JSON: &str = "application/json";
const X_TIMESTAMP: HeaderName = HeaderName::from_static("x-timestamp");

/// Starts verifications, reports codes and asks how verifications stand.
pub struct Verification {
    transport: Transport,
    key: ApplicationKey,
    secret: ApplicationSecret,
    clock: Arc<dyn Clock>,
    jitter: Arc<dyn Jitter>,
    pulse: Pulse,
}

impl fmt::Debug for Verification {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Verification");
        shown.field("key", &self.key).finish_non_exhaustive()
    }
}

impl Verification {
    /// Speaks for one application.
    pub fn new(
        transport: Transport,
        key: ApplicationKey,
        secret: ApplicationSecret,
        clock: Arc<dyn Clock>,
        jitter: Arc<dyn Jitter>,
    ) -> Self {
        Self {
            transport,
            key,
            secret,
            clock,
            jitter,
            pulse: Pulse::default(),
        }
    }

    /// What the calls have met so far, and each change.
    pub fn heard(&self) -> watch::Receiver<Heard> {
        self.pulse.watch()
    }

    /// Opens a connection ahead of use. Harmless: nothing is asked for and nothing is charged.
    ///
    /// # Errors
    /// A [`SinchError`] when no connection could be had.
    pub async fn warm(&self) -> Result<(), SinchError> {
        let warmed = self.transport.warm(Host::Verification).await;
        let answer = warmed.inspect_err(|error| self.pulse.failed(error))?;
        self.pulse
            .answered(Reach::Line, &answer, None, self.clock.now());
        Ok(())
    }

    /// Asks for a verification that nobody started: harmless, free of charge, and a proof that Sinch
    /// knows this application.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch does not serve it.
    pub async fn probe(&self, unused: SendId) -> Result<(), SinchError> {
        let probed = self.status_by_reference(unused).await;
        probed
            .map(drop)
            .inspect_err(|error| self.pulse.failed(error))
    }

    /// Starts a verification: Sinch sends its code, or calls. Sent once more, by itself, only where
    /// Sinch had no room for it; a second start of the same reference is refused as a duplicate.
    ///
    /// # Errors
    /// A [`SinchError`]; [`SinchError::went_out`] tells whether the customer may have got something.
    pub async fn start(&self, start: &Start<'_>) -> Result<Started, SinchError> {
        let mut answer = self.start_once(start).await;
        if has_room_now(&answer, &*self.jitter).await {
            answer = self.start_once(start).await;
        }
        start::read(&answer?)
    }

    async fn start_once(&self, start: &Start<'_>) -> Result<Answer, SinchError> {
        let request = self.signed(Asked::Start, VERIFICATIONS.to_owned(), start.body())?;
        let request = start.accepting_language(request);
        self.ask(Asked::Start, request).await
    }

    /// Reports what the customer gave back. Only [`Status::Successful`] confirms it.
    ///
    /// # Errors
    /// [`RefusedBecause::WrongCode`] when it is wrong or none is awaited, [`RefusedBecause::NotFound`]
    /// when Sinch does not know the verification, or another [`SinchError`].
    pub async fn report(&self, id: &ProviderId, proof: &Proof<'_>) -> Result<Report, SinchError> {
        let path = path_of(id)?;
        let request = self.signed(Asked::Report, path, proof.body())?;
        let answer = self.ask(Asked::Report, request).await?;
        report::read(&answer, id)
    }

    /// Asks how a verification stands.
    ///
    /// # Errors
    /// [`RefusedBecause::NotFound`] when Sinch does not know it, or another [`SinchError`].
    pub async fn status(&self, id: &ProviderId) -> Result<StatusOf, SinchError> {
        let request = self.signed(Asked::Status, path_of(id)?, Vec::new())?;
        let answer = self.ask(Asked::Status, request).await?;
        status::read(&answer).and_then(|status| status.about(id))
    }

    /// Asks how the verification of one reference stands; nothing when Sinch never had it. Only Sinch's
    /// own number 40400 says so: a bare 404 may come from something on the way.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch did not say.
    pub async fn status_by_reference(
        &self,
        reference: SendId,
    ) -> Result<Option<StatusOf>, SinchError> {
        let path = format!("{VERIFICATIONS}/reference/{reference}");
        let request = self.signed(Asked::Status, path, Vec::new())?;
        match self.ask(Asked::Status, request).await {
            Ok(answer) => status::read(&answer)?.with_reference(reference).map(Some),
            Err(SinchError::Refused {
                because: RefusedBecause::NotFound,
                code: Some(_),
            }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn ask(&self, asked: Asked, request: Request) -> Result<Answer, SinchError> {
        let called = self.transport.call(request).await;
        let answer = called.inspect_err(|error| self.pulse.failed(error))?;
        let now = self.clock.now();
        let refusal = (!answer.status.is_success()).then(|| refusal::read(&answer, asked, now));
        self.pulse
            .answered(asked.reach(), &answer, refusal.as_ref(), now);
        match refusal {
            None => Ok(answer),
            Some(error) => Err(error),
        }
    }

    /// Signs what is sent. A GET names its content type too, as Sinch's own client does, and is signed
    /// with it.
    fn signed(&self, asked: Asked, path: String, body: Vec<u8>) -> Result<Request, SinchError> {
        let verb = asked.verb();
        let timestamp = signature::timestamp(self.clock.now());
        let signature = signature::sign(
            &self.secret,
            &Signed {
                verb: verb.as_str(),
                path: &path,
                content_type: JSON,
                timestamp: &timestamp,
                body: &body,
            },
        );
        let authorization = format!("Application {}:{signature}", self.key.as_str());
        let authorization = secret_header(&authorization).ok_or(Unfit::Id)?;
        let timestamp = HeaderValue::from_str(&timestamp).map_err(|_| Unfit::Id)?;
        let request = Request::new(asked.operation(), Host::Verification, verb, path)
            .header(CONTENT_TYPE, HeaderValue::from_static(JSON))
            .header(X_TIMESTAMP, timestamp)
            .header(AUTHORIZATION, authorization)
            .body(body);
        Ok(request)
    }
}

fn path_of(id: &ProviderId) -> Result<String, SinchError> {
    if is_segment(id.as_str()) {
        Ok(format!("{VERIFICATIONS}/id/{}", id.as_str()))
    } else {
        Err(Unfit::Id.into())
    }
}

/// The channel as Sinch's `method` (Sinch wire facts §1.2).
fn method(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "sms",
        Channel::Call => "callout",
        Channel::WhatsApp => "whatsapp",
        Channel::FlashCall => "flashcall",
    }
}

fn language_header(request: Request, language: &LanguageTag) -> Request {
    match HeaderValue::from_str(language.as_str()) {
        Ok(value) => request.header(ACCEPT_LANGUAGE, value),
        Err(_) => request,
    }
}

#[cfg(test)]
mod tests;
