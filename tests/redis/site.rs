//! A site on servers whose clock is held, as a fixture of the contract.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::store::Store;
use countersign_core::store::contract::Fixture;
use countersign_servers::{Clock, HeldClock};

use super::servers::{SITE, Servers, advance, held_clock};

/// One site, empty at first.
pub(crate) struct Site {
    servers: Arc<Servers>,
    clock: HeldClock,
}

/// Sites one after the other on the same servers.
pub(crate) struct Sites {
    servers: Arc<Servers>,
    clock: HeldClock,
}

impl Site {
    /// A site on a server of its own.
    pub(crate) fn single() -> Self {
        Sites::on(Servers::single).next()
    }
}

impl Sites {
    /// Sites on servers that are started with a held clock.
    pub(crate) fn on(start: impl FnOnce(Clock) -> Servers) -> Self {
        let clock = held_clock();
        Self {
            servers: Arc::new(start(Clock::Held(clock.clone()))),
            clock,
        }
    }

    /// The next site. Nothing is left of the one before.
    pub(crate) fn next(&self) -> Site {
        self.servers.look_for_what_stays();
        self.servers.forget_all();
        Site {
            servers: Arc::clone(&self.servers),
            clock: self.clock.clone(),
        }
    }
}

impl Fixture for Site {
    async fn store(&self) -> Arc<dyn Store> {
        self.servers.desk_of(SITE)
    }

    async fn advance(&self, step: Duration) {
        advance(&self.clock, step);
    }

    /// Redis has its own clock: what a desk's computer thinks is no matter.
    async fn set_clock_back(&self, _: Duration) {}
}
