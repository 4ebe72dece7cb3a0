//! Asking for a code: the first send, a resend, and the confirmed retry of a send nobody is sure of.
//! The order is always the same: leave from the store, then Sinch, then what became of it to the store.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::challenge::{Challenge, ChallengeId, Channel, CodeDigest, Route, Sealed};
use crate::code::Code;
use crate::phone::PhoneNumber;
use crate::policy::{Refusal, Rule};
use crate::routes::{Dispatch, SendOutcome};
use crate::site_key::SiteKey;
use crate::store::{Purpose, Reservation, Reserved, Standing, StoreFault};
use crate::supervisor::Leave;
use crate::text::{Language, Wording, compose};
use crate::time::{Timestamp, after, between, lock};

use super::concerns::{Judged, judge};
use super::history::Event;
use super::keys::NewKeys;
use super::record::{Record, Reference};
use super::settle::{Settled, settlement_of};
use super::{Desk, DeskFault, Request, Requested, may_be_done};

/// Whether staff want a further send, or the same once more since nobody knows whether it went out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Again {
    /// A further send: counted, and after the pause.
    Resend,
    /// The same send once more, at the staff's word. Counts nothing again.
    Retry,
}

/// A number that is to get a code.
pub(super) struct Asked {
    pub(super) number: PhoneNumber,
    pub(super) channel: Channel,
    pub(super) route: Option<Route>,
    pub(super) reference: Option<Reference>,
    pub(super) language: Language,
}

/// A send that the store has granted.
struct Granted {
    challenge: Challenge,
    code: Option<Arc<Code>>,
    record: Record,
    /// The challenge as it was before: what is left of it where nothing goes out.
    before: Option<Challenge>,
}

impl Desk {
    /// Begins a challenge and sends its code.
    ///
    /// # Errors
    /// A [`DeskFault`] when the store can't give leave: then nothing was sent. Where its answer was
    /// lost, what it may have counted is given back as soon as it answers. If it goes away after Sinch
    /// was asked, the send is told as unknown until the store could be told what became of it.
    pub async fn request(&self, request: Request<'_>) -> Result<Requested, DeskFault> {
        self.request_with(request, None).await
    }

    /// The same at a supervisor's word, for a number that is left to them.
    ///
    /// # Errors
    /// As [`Desk::request`].
    pub async fn request_with_leave(
        &self,
        request: Request<'_>,
        leave: Leave,
    ) -> Result<Requested, DeskFault> {
        self.request_with(request, Some(leave)).await
    }

    async fn request_with(
        &self,
        request: Request<'_>,
        leave: Option<Leave>,
    ) -> Result<Requested, DeskFault> {
        let number = match PhoneNumber::parse(request.typed, request.region) {
            Ok(number) => number,
            Err(problem) => return Ok(Requested::Unreadable(problem)),
        };
        let asked = Asked {
            number,
            channel: request.channel,
            route: request.route,
            reference: request.reference,
            language: request.language,
        };
        self.begin(asked, leave).await
    }

    /// Begins a challenge of a number, if the rules admit it. The number is looked up here and not where it
    /// is sent again: it stays the same, and so does who agreed to it.
    pub(super) async fn begin(
        &self,
        asked: Asked,
        leave: Option<Leave>,
    ) -> Result<Requested, DeskFault> {
        if let Err(refusal) = self.policy.admits(&asked.number, asked.channel) {
            return Ok(self.refused(refusal).await);
        }
        let Some(route) = self.routes.choose(asked.channel, asked.route) else {
            return Ok(self.refused(channel_not_set_up()).await);
        };
        let concerns = self.concerns(&asked.number, asked.channel).await;
        match (judge(&concerns), leave) {
            (Judged::Free, _) => {}
            (Judged::Supervisor, Some(_)) => {
                tracing::info!("a supervisor let a number through that Sinch warns of");
            }
            (Judged::Supervisor, None) => return Ok(Requested::Supervisor(concerns)),
            (Judged::Refused(rule), _) => return Ok(self.refused(Refusal::for_good(rule)).await),
        }
        let NewKeys { number_key, key } = self.keys_for(&asked.number).await?;
        let id = ChallengeId::draw(number_key, &mut **lock(&self.randomness));
        let code = self.code_for(route, id);
        let record = Record {
            number: asked.number,
            reference: asked.reference,
            language: asked.language,
            desk: self.name.clone(),
        };
        let reservation = Reservation {
            challenge: id,
            send: self.draw_send_id(),
            purpose: Purpose::First {
                sealed: self.seal(&key, id, &record),
            },
            desk: self.id,
            channel: asked.channel,
            route,
            code: digest(&key, id, code.as_deref()),
        };
        let granted = |challenge| Granted {
            challenge,
            code,
            record,
            before: None,
        };
        self.reserve_and_send(reservation, granted).await
    }

    /// Sends an open challenge's code again, by the same or another channel.
    ///
    /// By our own text the code is the same while this desk remembers it; another desk, or this one
    /// after a restart, draws a new one, which replaces the old. Sinch Verification always draws a new
    /// one; only a retry keeps its reference, so that Sinch can tell us that the first got through.
    ///
    /// # Errors
    /// As [`Desk::request`].
    pub async fn send_again(
        &self,
        id: ChallengeId,
        channel: Channel,
        again: Again,
    ) -> Result<Requested, DeskFault> {
        let standing = self.store.standing(id, &self.policy.limits).await?;
        let challenge = match self.caught_up(standing).await? {
            Standing::Open(challenge) => challenge,
            over @ (Standing::Expired | Standing::Locked { .. } | Standing::Gone(_)) => {
                return self.told(over).await;
            }
        };
        let (record, key) = self.opened(&challenge)?;
        let (send, channel, route) = match again {
            Again::Resend => {
                let route = self.route_of_resend(&challenge, channel);
                (self.draw_send_id(), channel, route)
            }
            Again::Retry => {
                let send = &challenge.send;
                let may_carry = self.routes.may_carry(send.route, send.channel);
                (send.id, send.channel, may_carry.then_some(send.route))
            }
        };
        let Some(route) = route else {
            return Ok(self.refused(channel_not_set_up()).await);
        };
        if let Err(refusal) = self.policy.admits(&record.number, channel) {
            return Ok(self.refused(refusal).await);
        }
        let code = self.code_for(route, id);
        let reservation = Reservation {
            challenge: id,
            send,
            purpose: match again {
                Again::Resend => Purpose::Resend,
                Again::Retry => Purpose::Retry,
            },
            desk: self.id,
            channel,
            route,
            code: digest(&key, id, code.as_deref()),
        };
        let granted = |granted| Granted {
            challenge: granted,
            code,
            record,
            before: Some(challenge),
        };
        self.reserve_and_send(reservation, granted).await
    }

    /// A retry of a send whose outcome is known by now: staff see how the challenge stands.
    async fn as_it_stands(&self, id: ChallengeId) -> Result<Requested, DeskFault> {
        let standing = self.store.standing(id, &self.policy.limits).await?;
        self.told(standing).await
    }

    async fn told(&self, standing: Standing) -> Result<Requested, DeskFault> {
        Ok(match standing {
            Standing::Open(challenge) => Requested::Open(self.show(challenge)?),
            Standing::Expired => Requested::Expired,
            Standing::Locked { until } => {
                let locked = Refusal::until(Rule::NumberLocked, until);
                self.refused(locked).await
            }
            Standing::Gone(gone) => Requested::Gone(gone),
        })
    }

    async fn refused(&self, refusal: Refusal) -> Requested {
        let wait = self.wait(refusal.retry_at).await;
        Requested::Refused { refusal, wait }
    }

    /// A resend by the same channel keeps to its product, so that a site's or trainer's choice holds.
    fn route_of_resend(&self, challenge: &Challenge, channel: Channel) -> Option<Route> {
        let same = (challenge.send.channel == channel).then_some(challenge.send.route);
        self.routes.choose(channel, same)
    }

    /// The code to send: the one that is already out, or a new one; none where Sinch draws it.
    fn code_for(&self, route: Route, id: ChallengeId) -> Option<Arc<Code>> {
        match route {
            Route::SinchVerification => None,
            Route::SinchSms => lock(&self.memory).recall(id).or_else(|| {
                let mut randomness = lock(&self.randomness);
                let code = Code::draw(self.policy.code_length, &mut **randomness);
                Some(Arc::new(code))
            }),
        }
    }

    pub(super) fn seal(&self, key: &SiteKey, id: ChallengeId, record: &Record) -> Sealed {
        let mut randomness = lock(&self.randomness);
        key.seal(id, &record.write(), &mut **randomness)
    }

    async fn reserve_and_send(
        &self,
        reservation: Reservation,
        granted: impl FnOnce(Challenge) -> Granted,
    ) -> Result<Requested, DeskFault> {
        match self.reserve(&reservation).await? {
            Reserved::Granted(challenge) => self.send(granted(challenge)).await,
            Reserved::Refused(refusal) => Ok(self.refused(refusal).await),
            Reserved::Expired => Ok(Requested::Expired),
            Reserved::Gone(gone) => Ok(Requested::Gone(gone)),
            Reserved::NotUnknown => self.as_it_stands(reservation.challenge).await,
        }
    }

    async fn reserve(&self, reservation: &Reservation) -> Result<Reserved, StoreFault> {
        self.recovery.ensure().await?;
        let reserved = self.store.reserve(reservation, &self.policy.limits).await;
        if let Err(fault) = &reserved
            && may_be_done(fault)
        {
            self.give_back(reservation);
        }
        reserved
    }

    async fn send(&self, granted: Granted) -> Result<Requested, DeskFault> {
        let asked = Instant::now();
        let outcome = self.dispatch(&granted).await;
        let Granted {
            challenge,
            code,
            before,
            record,
        } = granted;
        let id = challenge.id;
        let is_first = before.is_none();
        let now = after(challenge.as_of, asked.elapsed());
        let settled = match self.settle(&challenge, settlement_of(&outcome)).await {
            Settled::Told(settled) => settled,
            Settled::Kept => match outcome {
                SendOutcome::NotSent(_) => before.map(|before| as_of(before, now)),
                SendOutcome::Sent(_) | SendOutcome::Unknown(_) => Some(as_of(challenge, now)),
            },
        };
        if let SendOutcome::NotSent(error) = outcome {
            let earlier = settled.map(|challenge| self.show(challenge)).transpose()?;
            return Ok(Requested::NotSent(error, earlier));
        }
        if is_first {
            self.note_event(Event::Asked, &record);
        }
        let Some(challenge) = settled else {
            // It ended while Sinch was asked: by another desk, or by other hands at this one.
            return self.as_it_stands(id).await;
        };
        match code {
            Some(code) => lock(&self.memory).remember(id, code, is_first),
            None => lock(&self.memory).another_was_sent(id),
        }
        Ok(Requested::Open(self.show(challenge)?))
    }

    async fn dispatch(&self, granted: &Granted) -> SendOutcome {
        let Granted {
            challenge,
            code,
            record,
            before: _,
        } = granted;
        let left = between(challenge.as_of, challenge.expires_at);
        let text = code.as_ref().map(|code| {
            let wording = Wording {
                site: &self.site,
                desk: &self.name,
                language: record.language,
                own: self.texts.of(record.language),
            };
            compose(&wording, code, whole_minutes(left))
        });
        let dispatch = Dispatch {
            number: &record.number,
            channel: challenge.send.channel,
            reference: challenge.send.id,
            lifetime: left,
            language: record.language,
            text: text.as_ref(),
        };
        self.routes.send(challenge.send.route, &dispatch).await
    }
}

fn digest(key: &SiteKey, id: ChallengeId, code: Option<&Code>) -> Option<CodeDigest> {
    code.map(|code| key.code_digest(id, code))
}

fn channel_not_set_up() -> Refusal {
    Refusal::for_good(Rule::ChannelNotSetUp)
}

/// A challenge whose store is away, at a later moment: countdowns go on.
fn as_of(challenge: Challenge, as_of: Timestamp) -> Challenge {
    Challenge { as_of, ..challenge }
}

/// What the text says of the code's life: never more than is left of it.
fn whole_minutes(left: Duration) -> u8 {
    u8::try_from(left.as_secs() / 60).unwrap_or(u8::MAX)
}
