//! Everything the sandbox remembers, behind one lock, and what its handlers share.
//! No handler keeps state of its own, and none holds the lock while it waits.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use tokio::sync::{Notify, broadcast, watch};

use crate::auth::bearer::Tokens;
use crate::clock::Clock;
use crate::credentials::Credentials;
use crate::draw::Randomness;
use crate::faults::Faults;
use crate::phones::{Message, Phones};
use crate::region::SmsRegion;
use crate::sms::Batches;
use crate::verification::Verifications;
use crate::warnings::Warnings;

/// How many arrivals a slow subscriber may fall behind before it loses the oldest.
const ARRIVALS_KEPT: usize = 256;

pub(crate) struct World {
    pub(crate) randomness: Randomness,
    pub(crate) verifications: Verifications,
    pub(crate) batches: Batches,
    pub(crate) tokens: Tokens,
    pub(crate) phones: Phones,
    pub(crate) faults: Faults,
    pub(crate) warnings: Warnings,
}

pub(crate) struct Shared {
    pub(crate) clock: Clock,
    pub(crate) credentials: Credentials,
    /// Where the SMS accounts live; nothing stands for any region.
    pub(crate) sms_region: Option<SmsRegion>,
    /// Scheme, host and port, without a slash at the end.
    pub(crate) origin: String,
    /// Wakes the announcer when something may arrive sooner than it thought.
    pub(crate) changed: Notify,
    pub(crate) arrivals: broadcast::Sender<Message>,
    stopping: watch::Sender<bool>,
    world: Mutex<World>,
}

impl Shared {
    pub(crate) fn new(
        clock: Clock,
        credentials: Credentials,
        sms_region: Option<SmsRegion>,
        randomness: Randomness,
        origin: String,
    ) -> Self {
        Self {
            clock,
            credentials,
            sms_region,
            origin,
            changed: Notify::new(),
            arrivals: broadcast::Sender::new(ARRIVALS_KEPT),
            stopping: watch::Sender::new(false),
            world: Mutex::new(World {
                randomness,
                verifications: Verifications::default(),
                batches: Batches::default(),
                tokens: Tokens::default(),
                phones: Phones::default(),
                faults: Faults::default(),
                warnings: Warnings::default(),
            }),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything but the access tokens: a client that holds one need not notice.
    pub(crate) fn reset(&self) {
        self.clock.reset();
        let mut world = self.world();
        world.verifications = Verifications::default();
        world.batches = Batches::default();
        world.phones = Phones::default();
        world.faults = Faults::default();
        world.warnings = Warnings::default();
        drop(world);
        self.changed.notify_one();
    }

    pub(crate) fn begin_stopping(&self) {
        self.stopping.send_replace(true);
    }

    /// Resolves when the sandbox is told to stop.
    pub(crate) async fn stopped(&self) {
        // The sender lives in `self`, so that the wait can only end by the stop itself.
        let _ = self
            .stopping
            .subscribe()
            .wait_for(|stopping| *stopping)
            .await;
    }
}
