//! Training mode: a desk whose Sinch is the sandbox inside this process. Nothing leaves the machine,
//! nothing is charged, and no keyring is needed; what it holds is of no use after the process ends.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use countersign_core::desk::{Desk, Setup};
use countersign_core::phone::{PhoneNumber, Region};
use countersign_core::policy::{Policy, PolicyError};
use countersign_core::settings::{DeskSettings, Settings};
use countersign_core::site_keys::SiteKeys;
use countersign_core::store::StoreFault;
use countersign_core::time::{Clock, SystemClock, Timestamp, after};
use countersign_sandbox::{Message, MessageKind, Options, Sandbox, StartError};
use rand::CryptoRng;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use thiserror::Error;
use tokio::sync::broadcast::error::RecvError;

use crate::computer;
use crate::view::{PhoneMessage, PhoneMessageKind};

mod sinch;
mod store;

use store::OpenedStore;

/// Training numbers belong to these, whatever the home country is.
const TRAINING_REGIONS: [Region; 2] = [Region::UNITED_STATES, Region::SWEDEN];

/// Why training mode could not start.
#[derive(Debug, Error)]
pub(crate) enum TrainingError {
    /// The sandbox could not listen on this machine.
    #[error("the sandbox could not be started")]
    Sandbox(#[from] StartError),
    /// The data folder can't be used.
    #[error("the data folder can't be written to")]
    Folder(#[source] io::Error),
    /// The store could not be opened.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// A rule of the site is out of its bounds.
    #[error(transparent)]
    Rules(#[from] PolicyError),
    /// The client of Sinch could not be set up.
    #[error("the client of Sinch could not be set up")]
    Client(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Training time that can't be skipped, since the store goes by its own.
#[derive(Debug)]
pub(crate) struct TimeIsShared;

/// A desk in training, and the Sinch behind it.
pub(crate) struct Training {
    desk: Desk,
    sandbox: Sandbox,
    clock: Arc<TrainingClock>,
    store_is_shared: bool,
}

impl Training {
    /// Opens training mode with the store that is chosen, without waiting for one that is elsewhere. An
    /// embedded store is begun anew in `folder`, or in memory where there is none.
    pub(crate) async fn open(
        settings: &Settings,
        folder: Option<&Path>,
    ) -> Result<Self, TrainingError> {
        let clock = Arc::new(TrainingClock::default());
        let sandbox = Sandbox::start(Options::default()).await?;
        let mut randomness: Box<dyn CryptoRng + Send> = Box::new(UnwrapErr(SysRng));
        let OpenedStore {
            store,
            site_key,
            is_shared,
        } = store::open(&settings.store, folder, &clock, &mut *randomness)?;
        let DeskSettings { id, name, .. } = &settings.desk;
        let desk = Desk::open(Setup {
            id: *id,
            name: name.as_str().to_owned(),
            site: "Training".to_owned(),
            policy: policy(settings)?,
            site_keys: SiteKeys::only(site_key),
            store,
            routes: sinch::routes(sandbox.address(), clock.clone(), settings.channels)
                .map_err(TrainingError::Client)?,
            texts: settings.texts.clone(),
            randomness,
        });
        let lookup = sinch::lookup(sandbox.address()).map_err(TrainingError::Client)?;
        let desk = desk.looking_numbers_up(lookup);
        Ok(Self {
            desk,
            sandbox,
            clock,
            store_is_shared: is_shared,
        })
    }

    /// The desk.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Training's own time.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Whether other desks use the same store.
    pub(crate) fn store_is_shared(&self) -> bool {
        self.store_is_shared
    }

    /// Whether [`Training::skip`] can be had.
    pub(crate) fn time_can_pass(&self) -> bool {
        !self.store_is_shared
    }

    /// Lets time pass for the desk, its store and its Sinch alike.
    pub(crate) fn skip(&self, step: Duration) -> Result<(), TimeIsShared> {
        if !self.time_can_pass() {
            return Err(TimeIsShared);
        }
        self.clock.skip(step);
        self.sandbox.advance(step);
        Ok(())
    }

    /// Tells what arrives on any phone from now on, until `tell` says that nobody listens.
    pub(crate) async fn watch_phone(&self, tell: impl Fn(PhoneMessage) -> bool) {
        let mut arrivals = self.sandbox.subscribe();
        loop {
            match arrivals.recv().await {
                Ok(message) => {
                    if !tell(drawn(message)) {
                        return;
                    }
                }
                Err(RecvError::Closed) => return,
                Err(RecvError::Lagged(_)) => {}
            }
        }
    }
}

/// The site's rules, so that staff practise what they will meet, and the countries of the training numbers.
fn policy(settings: &Settings) -> Result<Policy, PolicyError> {
    let home = settings.organisation.home.unwrap_or_else(computer::home);
    let mut policy = settings.rules.policy(home)?;
    policy.also_allowed.extend(TRAINING_REGIONS);
    Ok(policy)
}

fn drawn(message: Message) -> PhoneMessage {
    PhoneMessage {
        id: message.id,
        kind: match message.kind {
            MessageKind::Text => PhoneMessageKind::Text,
            MessageKind::Call => PhoneMessageKind::Call,
            MessageKind::MissedCall => PhoneMessageKind::MissedCall,
            MessageKind::Whatsapp => PhoneMessageKind::WhatsApp,
        },
        to: readable(&message.to),
        from: readable(&message.from),
        body: message.body.unwrap_or_default(),
    }
}

/// A number as people write it; a sender's name as it is.
fn readable(number: &str) -> String {
    PhoneNumber::from_e164(number).map_or_else(
        |_| number.to_owned(),
        |number| number.international().to_owned(),
    )
}

/// The computer's clock and the time that was skipped.
#[derive(Default)]
struct TrainingClock {
    skipped: Mutex<Duration>,
}

impl TrainingClock {
    fn skip(&self, step: Duration) {
        let mut skipped = self.skipped.lock().unwrap_or_else(PoisonError::into_inner);
        *skipped = skipped.saturating_add(step);
    }
}

impl Clock for TrainingClock {
    fn now(&self) -> Timestamp {
        let skipped = *self.skipped.lock().unwrap_or_else(PoisonError::into_inner);
        after(SystemClock.now(), skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing listens at port 1.
    const REDIS_AWAY: &str = r#"{
        "version": 1,
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "store": { "kind": "redis", "site": "harbour-clinic",
            "place": { "single": { "url": "redis://127.0.0.1:1" } } }
    }"#;

    #[tokio::test]
    async fn a_desk_opens_without_waiting_for_a_shared_store() {
        let settings = Settings::read(REDIS_AWAY.as_bytes()).expect("settings");
        let training = Training::open(&settings, None).await.expect("a desk");
        assert_eq!(training.desk().name(), "Reception 2");
        assert!(training.store_is_shared());
    }

    #[tokio::test]
    async fn training_goes_by_the_sites_rules_and_knows_the_training_numbers() {
        let mut settings = Settings::first(&mut UnwrapErr(SysRng));
        settings.organisation.home = "NO".parse().ok();
        settings.rules.code_digits = 8;
        settings.rules.wrong_tries = 3;
        let training = Training::open(&settings, None).await.expect("a desk");
        let policy = training.desk().policy();
        assert_eq!(policy.code_length.digits(), 8);
        assert_eq!(policy.limits.tries, 3);
        assert_eq!(policy.home.as_str(), "NO");
        assert_eq!(policy.also_allowed, TRAINING_REGIONS.into());
    }

    #[tokio::test]
    async fn time_passes_at_nobodys_word_where_the_store_is_shared() {
        let settings = Settings::read(REDIS_AWAY.as_bytes()).expect("settings");
        let training = Training::open(&settings, None).await.expect("a desk");
        let before = training.now();
        let hour = Duration::from_secs(60 * 60);
        assert!(training.skip(hour).is_err());
        assert!(training.now() < after(before, hour), "no clock was moved");

        let own = Settings::first(&mut UnwrapErr(SysRng));
        let training = Training::open(&own, None).await.expect("a desk");
        assert!(training.skip(hour).is_ok());
        assert!(training.now() >= after(before, hour));
    }
}
