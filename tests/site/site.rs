//! The desks of one site, the Redis between them and the Sinch behind them, all of it real but for Sinch.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{Channel, DeskId, Route};
use countersign_core::desk::{Desk, OpenChallenge, Reference, Request, Requested};
use countersign_core::phone::Region;
use countersign_core::sinch::transport::Timeouts;
use countersign_core::store::redis::{RedisSecrets, RedisSettings, RedisStore};
use countersign_core::text::Language;
use countersign_core::time::SystemClock;
use countersign_sandbox::{Options, Sandbox};
use countersign_servers::Server;
use serde_json::json;

use crate::staff::{desk, read_out, routes};

pub(crate) const KEY: [u8; 32] = [7; 32];
/// A number whose texts arrive after a second.
pub(crate) const WELL: &str = "+46 70 174 06 05";

/// One site.
pub(crate) struct Site {
    pub(crate) server: Server,
    pub(crate) sandbox: Sandbox,
}

impl Site {
    pub(crate) async fn found() -> Self {
        Self::on(&countersign_servers::Options::default()).await
    }

    /// A site whose Redis is started like this.
    pub(crate) async fn on(options: &countersign_servers::Options) -> Self {
        Self {
            server: Server::start(options).expect("a server"),
            sandbox: Sandbox::start(Options::default()).await.expect("a sandbox"),
        }
    }

    /// A desk with a connection of its own.
    pub(crate) fn desk(&self, name: &str) -> Desk {
        self.desk_with(name, KEY)
    }

    /// A desk that was given this site key.
    pub(crate) fn desk_with(&self, name: &str, key: [u8; 32]) -> Desk {
        let id = DeskId::draw(&mut rand::rng());
        let routes = routes(&self.sandbox, Timeouts::default(), Arc::new(SystemClock));
        desk(id, name, routes, self.store(), &key)
    }

    /// What stands in the desks' settings.
    pub(crate) fn settings(&self) -> RedisSettings {
        let place = json!({ "single": { "url": self.server.url() } });
        let settings = json!({ "site": "harbour-clinic", "place": place });
        serde_json::from_value(settings).expect("settings")
    }

    fn store(&self) -> Arc<RedisStore> {
        let store = RedisStore::new(&self.settings(), RedisSecrets::default(), SystemClock);
        Arc::new(store.expect("a store"))
    }

    /// Lets the texts that are on their way arrive, and gives what the customer would read out.
    pub(crate) async fn phone_of(&self, number: &str, messages: usize) -> String {
        self.sandbox.advance(Duration::from_secs(2));
        for _ in 0..400 {
            let mut arrived = self.sandbox.messages(number);
            if arrived.len() >= messages {
                return arrived.pop().and_then(read_out).expect("a code");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("nothing arrived");
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let kept = self.server.keys_without_ttl("").expect("a scan");
        assert!(kept.is_empty(), "never forgotten: {kept:?}");
    }
}

/// A request for a code, about a booking.
pub(crate) fn request(number: &str, route: Route) -> Request<'_> {
    Request {
        typed: number,
        region: Region::UNITED_STATES,
        channel: Channel::Sms,
        route: Some(route),
        reference: Reference::typed("BOOKING 48213").expect("a reference"),
        language: Language::En,
    }
}

/// Asks for a code that must go out.
pub(crate) async fn begin(desk: &Desk, number: &str, route: Route) -> OpenChallenge {
    let requested = desk.request(request(number, route)).await;
    match requested.expect("the store works") {
        Requested::Open(open) => open,
        other @ (Requested::Unreadable(_)
        | Requested::Refused { .. }
        | Requested::NotSent(..)
        | Requested::Supervisor(_)
        | Requested::Expired
        | Requested::Gone(_)) => panic!("not open: {other:?}"),
    }
}
