//! Both routes behind one type: which Sinch product carries a channel, and the same questions to either.
//! What goes over the wire is in `sinch`; when to ask is the desk's business.

use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::watch;

use crate::challenge::{Channel, ProviderId, Route, SendId};
use crate::delivery::Delivery;
use crate::phone::PhoneNumber;
use crate::settings::{ChannelSettings, Products};
use crate::sinch::error::{RefusedBecause, SinchError, Unfit, WentOut};
use crate::sinch::pulse::Heard;
use crate::sinch::sms::{Body, Sender, Sms, Text};
use crate::sinch::verification::{Proof, Report, Start, StatusOf, Verification};
use crate::text::Language;

mod sinch_words;

/// What is set up at this site, and what of it may carry which channel. Unless the site wants it
/// otherwise, texts go by Sinch SMS where that is set up (our own text, true delivery reports),
/// everything else by Sinch Verification.
#[derive(Debug, Default)]
pub struct Routes {
    /// Sinch SMS, if it is set up.
    pub sms: Option<Sms>,
    /// Who our texts say they are from; the account's default where there is none.
    pub sender: Option<Sender>,
    /// Sinch Verification, if it is set up.
    pub verification: Option<Verification>,
    /// What the site wants to carry each channel.
    pub carriers: ChannelSettings,
}

/// One code on its way out.
#[derive(Debug)]
pub struct Dispatch<'a> {
    /// Where to.
    pub number: &'a PhoneNumber,
    /// How.
    pub channel: Channel,
    /// The send's name, which Sinch gets too.
    pub reference: SendId,
    /// How long the code still counts.
    pub lifetime: Duration,
    /// The customer's language.
    pub language: Language,
    /// Our own text with our own code; nothing where Sinch draws the code.
    pub text: Option<&'a SecretString>,
}

/// What became of a send.
#[derive(Debug)]
pub enum SendOutcome {
    /// Sinch took it.
    Sent(ProviderId),
    /// It is certain that nothing went out.
    NotSent(SinchError),
    /// It may have gone out.
    Unknown(SinchError),
}

impl From<Result<ProviderId, SinchError>> for SendOutcome {
    fn from(sent: Result<ProviderId, SinchError>) -> Self {
        match sent {
            Ok(provider) => Self::Sent(provider),
            Err(error) => match error.went_out() {
                WentOut::No => Self::NotSent(error),
                WentOut::Perhaps => Self::Unknown(error),
            },
        }
    }
}

impl Routes {
    /// The channels that something carries, the usual one first.
    pub fn channels(&self) -> Vec<Channel> {
        Channel::ALL
            .into_iter()
            .filter(|channel| self.choose(*channel, None).is_some())
            .collect()
    }

    /// The route for a channel: the wished one where the site's settings let it carry that channel, else
    /// the usual one; nothing where the channel is off or nothing that may carry it is set up.
    pub fn choose(&self, channel: Channel, wish: Option<Route>) -> Option<Route> {
        let routes = self.of(channel);
        wish.filter(|wish| routes.contains(wish))
            .or_else(|| routes.first().copied())
    }

    /// Whether a route may carry a channel.
    pub fn may_carry(&self, route: Route, channel: Channel) -> bool {
        self.of(channel).contains(&route)
    }

    fn of(&self, channel: Channel) -> Vec<Route> {
        let products = Products {
            sms: self.sms.is_some(),
            verification: self.verification.is_some(),
        };
        self.carriers.routes(channel, products)
    }

    /// Opens connections ahead of use. What can't be reached now is told when it is needed.
    pub async fn warm_up(&self) {
        let sms = async {
            if let Some(sms) = &self.sms {
                let _ = sms.warm().await;
            }
        };
        let verification = async {
            if let Some(verification) = &self.verification {
                let _ = verification.warm().await;
            }
        };
        tokio::join!(sms, verification);
    }

    /// What the products that are set up have met so far, and each change.
    pub fn heard(&self) -> Vec<(Route, watch::Receiver<Heard>)> {
        let sms = self.sms.as_ref().map(Sms::heard);
        let verification = self.verification.as_ref().map(Verification::heard);
        let sms = sms.map(|heard| (Route::SinchSms, heard));
        let verification = verification.map(|heard| (Route::SinchVerification, heard));
        sms.into_iter().chain(verification).collect()
    }

    /// Asks each product that is set up for a send that nobody made: nothing goes out and nothing is
    /// charged. What that meets is [`heard`](Self::heard).
    pub async fn probe(&self, unused: SendId) {
        let sms = async {
            if let Some(sms) = &self.sms {
                let _ = sms.probe(unused).await;
            }
        };
        let verification = async {
            if let Some(verification) = &self.verification {
                let _ = verification.probe(unused).await;
            }
        };
        tokio::join!(sms, verification);
    }

    /// Sends a code.
    pub async fn send(&self, route: Route, dispatch: &Dispatch<'_>) -> SendOutcome {
        match route {
            Route::SinchSms => self.send_text(dispatch).await.into(),
            Route::SinchVerification => match self.start(dispatch).await {
                Err(duplicate) if is_duplicate(&duplicate) => {
                    self.started_before(dispatch.reference, duplicate).await
                }
                started => started.into(),
            },
        }
    }

    async fn send_text(&self, dispatch: &Dispatch<'_>) -> Result<ProviderId, SinchError> {
        let words = dispatch.text.ok_or(SinchError::Unfit(Unfit::EmptyText))?;
        let text = Text {
            to: dispatch.number,
            from: self.sender.as_ref(),
            body: &Body::new(words.clone())?,
            reference: dispatch.reference,
            lifetime: dispatch.lifetime,
        };
        self.sms()?.send(&text).await
    }

    async fn start(&self, dispatch: &Dispatch<'_>) -> Result<ProviderId, SinchError> {
        let language = sinch_words::language_tag(dispatch.language);
        let start = Start {
            channel: dispatch.channel,
            number: dispatch.number,
            reference: dispatch.reference,
            lifetime: dispatch.lifetime,
            language: language.as_ref(),
        };
        let started = self.verification()?.start(&start).await?;
        Ok(started.id)
    }

    /// A duplicate reference means that a first try of this very send got through. Its id is asked for;
    /// without it, nobody can say that nothing went out.
    async fn started_before(&self, reference: SendId, duplicate: SinchError) -> SendOutcome {
        match self.find(Route::SinchVerification, reference).await {
            Ok(Some(provider)) => SendOutcome::Sent(provider),
            Ok(None) | Err(_) => SendOutcome::Unknown(duplicate),
        }
    }

    /// Sinch's name for a send whose answer was lost; nothing where Sinch does not know it.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch did not say.
    pub async fn find(
        &self,
        route: Route,
        reference: SendId,
    ) -> Result<Option<ProviderId>, SinchError> {
        match route {
            Route::SinchSms => self.sms()?.find(reference).await,
            Route::SinchVerification => {
                let status = self.verification()?.status_by_reference(reference).await?;
                Ok(status.map(|status| status.id))
            }
        }
    }

    /// Where a send is on its way.
    ///
    /// # Errors
    /// A [`SinchError`] when Sinch did not say.
    pub async fn delivery(
        &self,
        route: Route,
        id: &ProviderId,
        number: &PhoneNumber,
    ) -> Result<Delivery, SinchError> {
        match route {
            Route::SinchSms => {
                let report = self.sms()?.delivery(id, number).await?;
                Ok(report.map_or(Delivery::Waiting, |report| report.into()))
            }
            Route::SinchVerification => {
                let status = self.verification()?.status(id).await?;
                Ok(sinch_words::delivery_of(status.status, status.reason))
            }
        }
    }

    /// Reports to Sinch what the customer gave back.
    ///
    /// # Errors
    /// As [`Verification::report`].
    pub async fn report(&self, id: &ProviderId, proof: &Proof<'_>) -> Result<Report, SinchError> {
        self.verification()?.report(id, proof).await
    }

    /// How a verification stands.
    ///
    /// # Errors
    /// As [`Verification::status`].
    pub async fn status(&self, id: &ProviderId) -> Result<StatusOf, SinchError> {
        self.verification()?.status(id).await
    }

    /// Calls back a text that may still wait at Sinch. Only a courtesy: its code counts no more.
    pub async fn call_back(&self, route: Route, id: &ProviderId) {
        match (route, &self.sms) {
            (Route::SinchSms, Some(sms)) => {
                if let Err(error) = sms.cancel(id).await {
                    tracing::debug!(code = error.code(), "a text could not be called back");
                }
            }
            (Route::SinchSms, None) | (Route::SinchVerification, _) => {}
        }
    }

    fn sms(&self) -> Result<&Sms, SinchError> {
        self.sms.as_ref().ok_or_else(not_set_up)
    }

    fn verification(&self) -> Result<&Verification, SinchError> {
        self.verification.as_ref().ok_or_else(not_set_up)
    }
}

/// A challenge of the shared store may have been sent by a route that this desk does not have.
fn not_set_up() -> SinchError {
    SinchError::Refused {
        because: RefusedBecause::NotConfigured,
        code: None,
    }
}

fn is_duplicate(error: &SinchError) -> bool {
    error.because() == Some(RefusedBecause::DuplicateReference)
}

#[cfg(test)]
mod tests;
