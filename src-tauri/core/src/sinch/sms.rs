//! Sinch SMS: our own text with our own code goes out as a batch of one, and is followed to the phone.
//! A batch that was taken is not a text that was delivered: only its delivery report says so.

mod delivery;
mod dry_run;
mod refusal;
mod sender;
mod text;

use std::fmt;
use std::sync::Arc;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, StatusCode};
use serde::Deserialize;
use tokio::sync::watch;

use super::answer::Answer;
use super::credentials::{ApiToken, ProjectId, ServicePlanId};
use super::error::{RefusedBecause, SinchError, Unfit};
use super::path::is_segment;
use super::place::Host;
use super::pulse::{Heard, Pulse, Reach};
use super::region::{ProjectRegion, SmsRegion};
use super::retry::{Jitter, has_room_now};
use super::token::{TokenSource, says_expired};
use super::transport::{Request, Transport};
use crate::challenge::{ProviderId, SendId};
use crate::phone::PhoneNumber;
use crate::time::Clock;

pub use delivery::{DeliveryReport, DeliveryStatus, FailureCause};
pub use dry_run::{DryRun, Encoding};
pub use sender::{NotASender, Sender};
pub use text::{Body, Text};

use refusal::Asked;

/// Whose account sends, and what proves it.
enum Account {
    ServicePlan {
        region: SmsRegion,
        plan: ServicePlanId,
        token: ApiToken,
    },
    Project {
        region: ProjectRegion,
        project: ProjectId,
        tokens: Arc<TokenSource>,
    },
}

/// Sends texts and follows them.
pub struct Sms {
    transport: Transport,
    account: Account,
    clock: Arc<dyn Clock>,
    jitter: Arc<dyn Jitter>,
    pulse: Pulse,
}

impl fmt::Debug for Sms {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Sms");
        match &self.account {
            Account::ServicePlan { plan, .. } => shown.field("plan", plan),
            Account::Project { project, .. } => shown.field("project", project),
        };
        shown.finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Batch {
    id: String,
    #[serde(default)]
    client_reference: Option<String>,
    #[serde(default)]
    canceled: bool,
}

impl Batch {
    fn provider_id(self) -> Result<ProviderId, SinchError> {
        if is_segment(&self.id) {
            Ok(ProviderId::new(self.id))
        } else {
            Err(SinchError::Unreadable)
        }
    }
}

#[derive(Deserialize)]
struct Batches {
    #[serde(default)]
    batches: Vec<Batch>,
}

impl Sms {
    /// Sends for a service plan, with its token. The region must be the plan's own.
    pub fn service_plan(
        transport: Transport,
        region: SmsRegion,
        plan: ServicePlanId,
        token: ApiToken,
        clock: Arc<dyn Clock>,
        jitter: Arc<dyn Jitter>,
    ) -> Self {
        let account = Account::ServicePlan {
            region,
            plan,
            token,
        };
        Self {
            transport,
            account,
            clock,
            jitter,
            pulse: Pulse::default(),
        }
    }

    /// Sends for a project, with tokens that end. The region must be the project's own.
    pub fn project(
        transport: Transport,
        region: ProjectRegion,
        project: ProjectId,
        tokens: Arc<TokenSource>,
        clock: Arc<dyn Clock>,
        jitter: Arc<dyn Jitter>,
    ) -> Self {
        let account = Account::Project {
            region,
            project,
            tokens,
        };
        Self {
            transport,
            account,
            clock,
            jitter,
            pulse: Pulse::default(),
        }
    }

    /// What the calls have met so far, and each change.
    pub fn heard(&self) -> watch::Receiver<Heard> {
        self.pulse.watch()
    }

    /// Opens a connection ahead of use, and has a token at hand where one is needed. Harmless: nothing
    /// is sent and nothing is charged.
    ///
    /// # Errors
    /// A [`SinchError`] when there is no connection or no token.
    pub async fn warm(&self) -> Result<(), SinchError> {
        let warmed = self.warmed().await;
        let answer = warmed.inspect_err(|error| self.pulse.failed(error))?;
        self.pulse
            .answered(Reach::Line, &answer, None, self.clock.now());
        Ok(())
    }

    async fn warmed(&self) -> Result<Answer, SinchError> {
        match &self.account {
            Account::ServicePlan { .. } => self.transport.warm(self.host()).await,
            Account::Project { tokens, .. } => {
                let connection = self.transport.warm(self.host());
                let (connected, token) = tokio::join!(connection, tokens.token());
                let answer = connected?;
                token.map(|_| answer)
            }
        }
    }

    /// Looks a send up that nobody made: harmless, free of charge, and a proof that Sinch knows this
    /// account.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch does not serve it.
    pub async fn probe(&self, unused: SendId) -> Result<(), SinchError> {
        let probed = self.find(unused).await;
        probed
            .map(drop)
            .inspect_err(|error| self.pulse.failed(error))
    }

    /// Sends one text. Sent once more, by itself, only where Sinch had no room for it. It may take the
    /// parts that we count ourselves, and it is dropped on its way when the code in it no longer counts.
    ///
    /// # Errors
    /// A [`SinchError`]; [`SinchError::went_out`] tells whether the customer may have got the text.
    pub async fn send(&self, text: &Text<'_>) -> Result<ProviderId, SinchError> {
        let mut answer = self.send_once(text).await;
        if has_room_now(&answer, &*self.jitter).await {
            answer = self.send_once(text).await;
        }
        answer?.json::<Batch>()?.provider_id()
    }

    /// The text's end is counted anew each time, so that a pause does not eat into the code's time.
    async fn send_once(&self, text: &Text<'_>) -> Result<Answer, SinchError> {
        let body = text.batch(self.clock.now());
        let answer = self.ask("sms.send", Method::POST, "/batches", body).await?;
        let lifetime = text.lifetime;
        self.accepted(answer, Asked::Send { lifetime })
    }

    /// Asks how many parts a text would have. Nothing is sent.
    ///
    /// # Errors
    /// A [`SinchError`]; a harmless way to learn whether the credentials are right.
    pub async fn dry_run(
        &self,
        to: &PhoneNumber,
        from: Option<&Sender>,
        body: &Body,
    ) -> Result<DryRun, SinchError> {
        let path = "/batches/dry_run?per_recipient=true&number_of_recipients=1";
        let body = dry_run::request(to.e164(), from, body);
        let answer = self.ask("sms.dry_run", Method::POST, path, body).await?;
        dry_run::read(&self.accepted(answer, Asked::Plan)?)
    }

    /// Asks how far a text has come; nothing while Sinch has not loaded it yet, which takes a moment
    /// after it was sent.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch did not say.
    pub async fn delivery(
        &self,
        batch: &ProviderId,
        to: &PhoneNumber,
    ) -> Result<Option<DeliveryReport>, SinchError> {
        let digits = to.e164().trim_start_matches('+');
        let path = format!("{}/delivery_report/{digits}", path_of(batch)?);
        let answer = self.ask("sms.delivery", Method::GET, &path, Vec::new());
        let answer = answer.await?;
        if answer.status == StatusCode::NOT_FOUND {
            self.pulse
                .answered(Reach::Service, &answer, None, self.clock.now());
            return Ok(None);
        }
        delivery::read(&self.accepted(answer, Asked::Batch)?, to.e164()).map(Some)
    }

    /// Calls a text back; answers whether Sinch called it off. What is on its way may still arrive.
    ///
    /// # Errors
    /// [`RefusedBecause::NotFound`] when Sinch does not know it (yet), or another [`SinchError`].
    pub async fn cancel(&self, batch: &ProviderId) -> Result<bool, SinchError> {
        let path = path_of(batch)?;
        let answer = self.ask("sms.cancel", Method::DELETE, &path, Vec::new());
        let answer = self.accepted(answer.await?, Asked::Batch)?;
        Ok(answer.json::<Batch>()?.canceled)
    }

    /// Looks a send up by our own name for it, among those of the last 24 hours; nothing when Sinch has
    /// not taken it. Tells what became of a send whose answer was lost.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch did not say.
    pub async fn find(&self, reference: SendId) -> Result<Option<ProviderId>, SinchError> {
        let reference = reference.to_string();
        let path = format!("/batches?client_reference={reference}");
        let answer = self.ask("sms.find", Method::GET, &path, Vec::new()).await?;
        let Batches { batches } = self.accepted(answer, Asked::Plan)?.json()?;
        // A server that overlooks the filter would answer somebody else's batches.
        let ours = |batch: &Batch| batch.client_reference.as_ref() == Some(&reference);
        let found = batches.into_iter().find(ours);
        found.map(Batch::provider_id).transpose()
    }

    fn accepted(&self, answer: Answer, asked: Asked) -> Result<Answer, SinchError> {
        let now = self.clock.now();
        let refusal = (!answer.status.is_success()).then(|| refusal::read(&answer, asked, now));
        self.pulse
            .answered(asked.reach(), &answer, refusal.as_ref(), now);
        match refusal {
            None => Ok(answer),
            Some(error) => Err(error),
        }
    }

    async fn ask(
        &self,
        operation: &'static str,
        verb: Method,
        path: &str,
        body: Vec<u8>,
    ) -> Result<Answer, SinchError> {
        let asked = self.ask_with_token(operation, verb, path, body).await;
        asked.inspect_err(|error| self.pulse.failed(error))
    }

    /// Asks with the account's token, and once more with a fresh one where Sinch says that it expired:
    /// a request that was refused so did nothing.
    async fn ask_with_token(
        &self,
        operation: &'static str,
        verb: Method,
        path: &str,
        body: Vec<u8>,
    ) -> Result<Answer, SinchError> {
        let request = || self.request(operation, verb.clone(), path, body.clone());
        match &self.account {
            Account::ServicePlan { token, .. } => {
                let bearer = token.bearer();
                let bearer = bearer.ok_or(SinchError::refused(RefusedBecause::BadCredentials))?;
                self.transport
                    .call(request().header(AUTHORIZATION, bearer))
                    .await
            }
            Account::Project { tokens, .. } => {
                let token = tokens.token().await?;
                let with_token = request().header(AUTHORIZATION, token.header());
                let answer = self.transport.call(with_token).await?;
                if !says_expired(&answer) {
                    return Ok(answer);
                }
                let fresh = tokens.instead_of(&token).await?;
                let with_token = request().header(AUTHORIZATION, fresh.header());
                self.transport.call(with_token).await
            }
        }
    }

    fn request(&self, operation: &'static str, verb: Method, path: &str, body: Vec<u8>) -> Request {
        let path = format!("/xms/v1/{}{path}", self.account_id());
        let json = HeaderValue::from_static("application/json");
        Request::new(operation, self.host(), verb, path)
            .header(CONTENT_TYPE, json)
            .body(body)
    }

    fn account_id(&self) -> &str {
        match &self.account {
            Account::ServicePlan { plan, .. } => plan.as_str(),
            Account::Project { project, .. } => project.as_str(),
        }
    }

    fn host(&self) -> Host {
        match &self.account {
            Account::ServicePlan { region, .. } => Host::Sms(*region),
            Account::Project { region, .. } => Host::ProjectSms(*region),
        }
    }
}

fn path_of(batch: &ProviderId) -> Result<String, SinchError> {
    if is_segment(batch.as_str()) {
        Ok(format!("/batches/{}", batch.as_str()))
    } else {
        Err(Unfit::Id.into())
    }
}

#[cfg(test)]
mod tests;
