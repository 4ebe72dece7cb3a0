//! The desk: what staff can do, from a typed number to a verdict. It asks the store for leave, has a
//! route carry the code, and tells what came of it as data. It decides no limit and speaks no HTTP.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::CryptoRng;
use thiserror::Error;
use tokio::sync::watch as watch_channel;
use tokio::time::Instant;

use crate::challenge::{
    By, Challenge, ChallengeId, Channel, DeskId, Gone, Route, SendId, SendState, TryId, Verdict,
};
use crate::code::CodeError;
use crate::delivery::{Fared, UsualTime};
use crate::phone::{self, PhoneError, PhoneNumber, Region};
use crate::policy::{Policy, Refusal, Rule};
use crate::routes::Routes;
use crate::settings::TextSettings;
use crate::sinch::error::SinchError;
use crate::sinch::lookup::NumberLookup;
use crate::site_key::CannotOpen;
use crate::site_keys::SiteKeys;
use crate::store::{Pulse, Standing, Store, StoreFault};
use crate::text::Language;
use crate::time::{Timestamp, between, lock};

mod advice;
mod background;
mod check;
mod concerns;
mod deliveries;
mod ending;
mod follow;
mod health;
mod history;
mod keys;
mod lately;
mod memory;
mod outstanding;
mod record;
mod recovery;
mod request;
mod settle;
mod take_over;
mod tries;
mod watch;

pub use advice::{Advice, Question};
use background::Background;
use concerns::Lookups;
pub use concerns::{Concern, Objection};
use deliveries::Told;
pub use ending::{Ended, Ending, EndingRecord, Remark, RemarkTooLong, UnverifiedBecause};
pub use follow::News;
pub use history::{History, VerifiedBefore};
use lately::Lately;
use memory::Memory;
use outstanding::Outstanding;
pub use record::Reference;
use recovery::Recovery;
pub use request::Again;
pub use take_over::TakenOver;
use tries::Tries;
pub use watch::Watched;

/// What a desk is made of.
pub struct Setup {
    /// Which installation this is.
    pub id: DeskId,
    /// Its name, as staff and customers know it: "Reception 2".
    pub name: String,
    /// The organisation's name: "Harbour Clinic".
    pub site: String,
    /// The site's rules.
    pub policy: Policy,
    /// The site's key, or both of them while it changes.
    pub site_keys: SiteKeys,
    /// Where challenges live.
    pub store: Arc<dyn Store>,
    /// What carries codes.
    pub routes: Routes,
    /// The organisation's own wordings, where it has any.
    pub texts: TextSettings,
    /// Where codes and ids are drawn from: a generator fit for secrets.
    pub randomness: Box<dyn CryptoRng + Send>,
}

/// One desk. All its calls may be made at once from many places. What it does in the background ends
/// with it.
pub struct Desk {
    id: DeskId,
    name: String,
    site: String,
    policy: Policy,
    site_keys: SiteKeys,
    store: Arc<dyn Store>,
    routes: Routes,
    texts: TextSettings,
    randomness: Mutex<Box<dyn CryptoRng + Send>>,
    memory: Mutex<Memory>,
    lately: Mutex<Lately>,
    tries: Mutex<Tries>,
    usual: Mutex<UsualTime>,
    recovery: Arc<Recovery>,
    outstanding: Arc<Outstanding>,
    /// What the store's answers have been like.
    store_pulse: Pulse,
    /// What looks numbers up, where the site has it.
    lookup: Option<NumberLookup>,
    /// Held by whoever looks a number up.
    lookups: tokio::sync::Mutex<Lookups>,
    /// Held by whoever keeps in touch.
    in_touch: tokio::sync::Mutex<()>,
    /// Tells those who watch that this desk changed something.
    changed: Arc<watch_channel::Sender<()>>,
    /// What the site's desks told of deliveries when it was last looked.
    told_of_deliveries: Mutex<Vec<Told>>,
    /// Tells those who watch the site's deliveries that this desk noted one.
    noted: Arc<watch_channel::Sender<()>>,
    background: Background,
}

/// A number that staff typed, and how its code shall travel.
#[derive(Debug)]
pub struct Request<'a> {
    /// As it was typed.
    pub typed: &'a str,
    /// The region it belongs to if it has no country code.
    pub region: Region,
    /// How the code shall travel.
    pub channel: Channel,
    /// Which product shall carry it; nothing for the usual one of that channel.
    pub route: Option<Route>,
    /// Whom it is about, in the organisation's own terms.
    pub reference: Option<Reference>,
    /// The language of the text or the call.
    pub language: Language,
}

/// An open challenge as this desk may show it.
#[derive(Debug)]
pub struct OpenChallenge {
    /// The store's account of it.
    pub challenge: Challenge,
    /// The number's last two digits.
    pub last_two: String,
    /// Whom it is about.
    pub reference: Option<Reference>,
    /// The name of the desk that has it in hand: the one that began it, or took it over last.
    pub desk: String,
    /// Whether this desk has it in hand.
    pub ours: bool,
    /// How its newest send ended, where another desk has it in hand and told the site so.
    pub told_end: Option<Fared>,
    /// The language of its texts and calls.
    pub language: Language,
    /// Digits of the code; nothing where Sinch drew it.
    pub code_length: Option<u8>,
    /// Which of the codes that were sent count.
    pub codes: CodesThatCount,
    /// The channels that are set up and fit the number, the usual one first.
    pub channels: Vec<Channel>,
}

/// Which of the codes that were sent for a challenge count.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CodesThatCount {
    /// The one that was sent.
    Only,
    /// The same code was sent each time: any of them.
    Same,
    /// The one that was sent last.
    Newest,
}

/// What came of asking for a code.
#[derive(Debug)]
pub enum Requested {
    /// The challenge is open. Its send's state tells whether it surely went out.
    Open(OpenChallenge),
    /// What was typed is not a number.
    Unreadable(PhoneError),
    /// A rule is against it; nothing was sent or counted.
    Refused {
        /// The rule.
        refusal: Refusal,
        /// How long until it would be allowed, by the store's clock; nothing where time won't help, or
        /// where the store no longer answers.
        wait: Option<Duration>,
    },
    /// A supervisor has to agree first, by the site's rules; nothing was sent or counted.
    Supervisor(Vec<Concern>),
    /// Sinch did not take it; nothing went out or was counted. Tells the challenge where an earlier
    /// send of it still counts.
    NotSent(SinchError, Option<OpenChallenge>),
    /// The challenge's code expired.
    Expired,
    /// The challenge is no longer there.
    Gone(Gone),
}

/// What came of a typed code.
#[derive(Debug)]
pub enum Checked {
    /// What was typed is not a code; no try was counted.
    NotACode(CodeError),
    /// What was typed is not a calling number (flash call); no try was counted.
    NotANumber(PhoneError),
    /// Sinch knows of no send; no try was counted.
    NothingSent,
    /// The try's outcome.
    Decided {
        /// The verdict.
        verdict: Verdict,
        /// Who typed the code; nothing where none was tried, since the challenge was over already.
        by: Option<By>,
        /// Where the number is locked: how long still, by the store's clock; nothing where the store
        /// no longer answers.
        wait: Option<Duration>,
    },
    /// The store's answer was lost: the try may have been right, and may be counted. This desk
    /// remembers it; [`Desk::check_again`] asks what became of it.
    NotKnown,
    /// The code was not tried, or nobody knows any more what was tried: it has to be entered once
    /// more. Where the store's answer was lost on the way, a try may have been counted all the same.
    NotCounted,
}

/// Something that should not happen did. What was asked for was not done, or it is not known whether.
#[derive(Debug, Error)]
pub enum DeskFault {
    /// The store can't do its part: no send, no verdict.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// Sinch can't be asked. A try that was already counted stays counted.
    #[error(transparent)]
    Sinch(#[from] SinchError),
    /// The challenge was sealed with another site key, or with one that is over: this desk can't show,
    /// send or check it.
    #[error(transparent)]
    Sealed(#[from] CannotOpen),
}

impl Desk {
    /// Opens the desk, without asking the store for anything. What this desk left as intents when it
    /// last ended becomes unknown as soon as the store answers, and before this desk sends anything.
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    pub fn open(setup: Setup) -> Self {
        let recovery = Arc::new(Recovery::new(Arc::clone(&setup.store), setup.id));
        let background = Background::default();
        background.spawn(recovery::repeated(Arc::clone(&recovery)));
        Self {
            id: setup.id,
            name: setup.name,
            site: setup.site,
            policy: setup.policy,
            site_keys: setup.site_keys,
            store: setup.store,
            routes: setup.routes,
            texts: setup.texts,
            randomness: Mutex::new(setup.randomness),
            memory: Mutex::default(),
            lately: Mutex::default(),
            tries: Mutex::default(),
            usual: Mutex::default(),
            recovery,
            outstanding: Arc::default(),
            store_pulse: Pulse::default(),
            lookup: None,
            lookups: tokio::sync::Mutex::default(),
            in_touch: tokio::sync::Mutex::default(),
            changed: Arc::default(),
            told_of_deliveries: Mutex::default(),
            noted: Arc::default(),
            background,
        }
    }

    /// The desk's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The organisation's name.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// The site's rules.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The channels that something carries, the usual one first.
    pub fn channels(&self) -> Vec<Channel> {
        self.routes.channels()
    }

    /// What time it is by the store.
    ///
    /// # Errors
    /// A [`StoreFault`] when the store can't be asked.
    pub async fn store_time(&self) -> Result<Timestamp, StoreFault> {
        Ok(self.store.health().await?.now)
    }

    /// Opens the connections that a request will need, ahead of it: no handshake delays the customer.
    pub async fn warm_up(&self) {
        self.routes.warm_up().await;
    }

    /// Ends a challenge at the staff's word, and calls a text back that has not gone out yet.
    /// Answers whether the challenge was open.
    ///
    /// # Errors
    /// A [`StoreFault`] when the store can't be asked.
    pub async fn cancel(&self, id: ChallengeId) -> Result<bool, StoreFault> {
        let standing = self.store.standing(id, &self.policy.limits).await?;
        let standing = self.caught_up(standing).await?;
        let ended = self.store.cancel(id).await?;
        lock(&self.memory).forget(id);
        self.changed.send_replace(());
        if let Standing::Open(Challenge { send, .. }) = standing
            && let SendState::Sent(provider) = &send.state
        {
            self.routes.call_back(send.route, provider).await;
        }
        Ok(ended)
    }

    /// All open challenges that this desk can show, oldest first.
    ///
    /// # Errors
    /// A [`StoreFault`] when the store can't be asked.
    pub async fn open_challenges(&self) -> Result<Vec<OpenChallenge>, StoreFault> {
        lock(&self.tries).forget_old();
        let remembered = lock(&self.memory).remembered();
        let asked = Instant::now();
        let answered = self.store.open_challenges(&self.policy.limits).await;
        self.store_pulse.note(asked, &answered);
        let challenges = answered?;
        lock(&self.memory).forget_ended(&remembered, &challenges);
        self.note_lately(&challenges);
        let known = |challenge| self.show(challenge).ok();
        Ok(challenges.into_iter().filter_map(known).collect())
    }

    fn note_lately(&self, open: &[Challenge]) {
        let mut lately = lock(&self.lately);
        lately.forget_old();
        open.iter()
            .filter(|challenge| challenge.desk == self.id)
            .for_each(|challenge| lately.note(challenge));
    }

    /// One challenge, or the verdict that stands where it is open no more. One that this desk can't show
    /// is none of its own.
    ///
    /// # Errors
    /// A [`StoreFault`] when the store can't be asked.
    pub async fn open_challenge(
        &self,
        id: ChallengeId,
    ) -> Result<Result<OpenChallenge, Verdict>, StoreFault> {
        let standing = self.store.standing(id, &self.policy.limits).await?;
        let unknown = Verdict::Gone(Gone::NotFound);
        Ok(check::still_open(standing)
            .and_then(|challenge| self.show(challenge).map_err(|_| unknown)))
    }

    fn show(&self, challenge: Challenge) -> Result<OpenChallenge, CannotOpen> {
        let record = self.record(&challenge)?;
        let challenge = self.unsettled(challenge);
        Ok(OpenChallenge {
            codes: self.codes_that_count(&challenge),
            channels: self.channels_for(&record.number),
            last_two: record.number.last_two().to_owned(),
            reference: record.reference,
            desk: record.desk,
            told_end: (challenge.desk != self.id)
                .then(|| self.told_end(&challenge))
                .flatten(),
            ours: challenge.desk == self.id,
            language: record.language,
            code_length: match challenge.send.route {
                Route::SinchSms => Some(self.policy.code_length.digits()),
                Route::SinchVerification => None,
            },
            challenge,
        })
    }

    fn codes_that_count(&self, challenge: &Challenge) -> CodesThatCount {
        let is_same = match challenge.send.route {
            Route::SinchSms => lock(&self.memory).was_sent_each_time(challenge.id),
            Route::SinchVerification => None,
        };
        match (is_same, challenge.sends) {
            (Some(true) | None, ..=1) => CodesThatCount::Only,
            (Some(true), _) => CodesThatCount::Same,
            (Some(false) | None, _) => CodesThatCount::Newest,
        }
    }

    /// How long it is until a moment of the store's clock, which nobody else knows. Nothing where the
    /// store no longer answers: what is already decided is told without it.
    async fn wait(&self, until: Option<Timestamp>) -> Option<Duration> {
        let until = until?;
        match self.store.health().await {
            Ok(health) => Some(between(health.now, until)),
            Err(fault) => {
                tracing::warn!(code = fault.code(), "the store did not tell its time");
                None
            }
        }
    }

    fn draw_try_id(&self) -> TryId {
        TryId::draw(&mut **lock(&self.randomness))
    }

    fn draw_send_id(&self) -> SendId {
        SendId::draw(&mut **lock(&self.randomness))
    }

    /// What is typed, as this desk reads it, with the rule that is against it, if any.
    ///
    /// # Errors
    /// A [`PhoneError`] that says why it is not a number.
    pub fn read_number(
        &self,
        typed: &str,
        region: Region,
        channel: Channel,
    ) -> Result<(PhoneNumber, Option<Refusal>), PhoneError> {
        let number = PhoneNumber::parse(typed, region)?;
        let refusal = self.policy.admits(&number, channel).err();
        Ok((number, refusal))
    }

    /// The channels that something carries and that no rule is against for this number, the usual one
    /// first.
    pub fn channels_for(&self, number: &PhoneNumber) -> Vec<Channel> {
        let fits = |channel: &Channel| self.policy.admits(number, *channel).is_ok();
        self.channels().into_iter().filter(fits).collect()
    }

    /// The number that may have been meant where what is typed can't be read, or is of a country or a kind
    /// that is not written to. Only ever an offer.
    pub fn suggestion(&self, typed: &str, region: Region, channel: Channel) -> Option<PhoneNumber> {
        let may_be_meant = |refusal: Option<Refusal>| {
            refusal.is_none_or(|refusal| refusal.rule == Rule::LandlineNeedsCall)
        };
        match self.read_number(typed, region, channel) {
            Ok((_, refusal)) if may_be_meant(refusal) => return None,
            Ok(_) | Err(_) => {}
        }
        let mut allowed = self.policy.also_allowed.clone();
        allowed.insert(self.policy.home);
        phone::suggestion(typed, region, &allowed)
            .filter(|number| may_be_meant(self.policy.admits(number, channel).err()))
    }
}

/// Whether a step may have been done although the store did not say so.
fn may_be_done(fault: &StoreFault) -> bool {
    match fault {
        StoreFault::Interrupted(_) | StoreFault::Unreadable(_) => true,
        StoreFault::Unreachable { .. } | StoreFault::Refused { .. } => false,
    }
}
