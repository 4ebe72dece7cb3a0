//! Redis as one server and as a Cluster. Their clocks stand still until the machine sets them.

use std::error::Error;
use std::sync::Arc;

use countersign_core::store::StoreFault;
use countersign_core::store::model::{Contender, Timepiece};
use countersign_core::store::redis::{Place, RedisSecrets, RedisSettings, RedisStore};
use countersign_core::time::{SystemClock, Timestamp};
use countersign_servers::{Clock, Cluster, HeldClock, Options, Server};

const SINGLE: &str = "Redis";
const CLUSTER: &str = "Redis Cluster";

const SITE: &str = "harbour-clinic";

/// What plays against the model.
pub(crate) const NAMES: [&str; 2] = [SINGLE, CLUSTER];

/// The servers of a whole run.
pub(crate) struct Servers {
    single: Server,
    cluster: Cluster,
    clock: HeldClock,
}

impl Servers {
    /// Starts them on the day before `morning`: nodes of a Cluster let some seconds pass at first.
    pub(crate) fn start(morning: Timestamp) -> Result<Self, Box<dyn Error>> {
        let day_before = morning.as_microsecond() - 24 * 60 * 60 * 1_000_000;
        let clock = HeldClock::new(day_before)?;
        let options = Options {
            clock: Clock::Held(clock.clone()),
            ..Options::default()
        };
        Ok(Self {
            single: Server::start(&options)?,
            cluster: Cluster::start(3, &options)?,
            clock,
        })
    }

    /// Nothing is left of the day before.
    pub(crate) fn fresh(&self) -> Result<[Contender; 2], Box<dyn Error>> {
        for server in self.cluster.nodes().iter().chain([&self.single]) {
            server.command(&["FLUSHALL"])?;
        }
        let single = Place::Single {
            url: self.single.url(),
        };
        let cluster = Place::Cluster {
            nodes: self.cluster.urls(),
        };
        Ok([
            self.contender(SINGLE, single)?,
            self.contender(CLUSTER, cluster)?,
        ])
    }

    fn contender(&self, name: &'static str, place: Place) -> Result<Contender, StoreFault> {
        let settings = RedisSettings {
            site: SITE.into(),
            place,
            user: None,
            ca_file: None,
            client_certificate: None,
            client_key: None,
            replicas: None,
        };
        let store = RedisStore::new(&settings, RedisSecrets::default(), SystemClock)?;
        Ok(Contender {
            name,
            store: Arc::new(store),
            clock: Some(Box::new(Hands(self.clock.clone()))),
        })
    }

    /// No key may be left that Redis would never forget.
    pub(crate) fn look_for_what_stays(&self) -> Result<(), Box<dyn Error>> {
        let mut kept = self.single.keys_without_ttl("")?;
        kept.extend(self.cluster.keys_without_ttl("")?);
        if kept.is_empty() {
            return Ok(());
        }
        Err(format!("Redis would keep for ever: {kept:?}").into())
    }
}

/// The clock that all servers go by.
struct Hands(HeldClock);

impl Timepiece for Hands {
    #[expect(clippy::expect_used, reason = "a test without its clock can't go on")]
    fn set(&self, now: Timestamp) {
        self.0
            .set(now.as_microsecond())
            .expect("the clock of the servers");
    }
}
