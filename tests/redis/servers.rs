//! The ways in which an organisation may run Redis, each of them real: one server, one that is protected by
//! TLS and an access list, one watched by Sentinels, a Cluster.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::store::redis::{RedisSecrets, RedisSettings, RedisStore, permissions};
use countersign_core::time::SystemClock;
use countersign_servers::{
    Clock, Cluster, DESK_PASSWORD, DESK_USER, HeldClock, Options, PRIMARY_NAME, Protection,
    Sentinels, Server, TlsAndAcl,
};
use serde_json::{Value, json};

/// The site that the servers are for.
pub(crate) const SITE: &str = "harbour-clinic";

/// 2026-03-01 09:00:00.123 UTC.
const START: i64 = 1_772_355_600_123_000;

/// Servers that belong to one organisation.
pub(crate) enum Servers {
    Single(Server),
    Protected(Server, TlsAndAcl),
    Sentinels(Sentinels),
    Cluster(Cluster),
}

/// The clock of the servers: real for most tests, held for those that let hours pass.
pub(crate) fn held_clock() -> HeldClock {
    HeldClock::new(START).expect("a clock")
}

impl Servers {
    pub(crate) fn single(clock: Clock) -> Self {
        Self::single_with(&options(clock))
    }

    pub(crate) fn single_with(options: &Options) -> Self {
        Self::Single(Server::start(options).expect("a server"))
    }

    /// Reached by TLS only, with a client certificate, by a user who may do what the desks must.
    pub(crate) fn protected(clock: Clock) -> Self {
        Self::protected_with(&options(clock), permissions(SITE))
    }

    /// The same for a user with another rule.
    pub(crate) fn protected_with(options: &Options, rule: String) -> Self {
        let mut protection = TlsAndAcl::new(rule).expect("certificates");
        protection.demands_client_certificate = true;
        let options = Options {
            protection: Protection::TlsAndAcl(protection.clone()),
            ..options.clone()
        };
        Self::Protected(Server::start(&options).expect("a server"), protection)
    }

    /// Gives the desks' user another rule.
    pub(crate) fn grant(&self, rule: &str) {
        let words = ["ACL", "SETUSER", DESK_USER]
            .into_iter()
            .chain(rule.split(' '));
        let words: Vec<_> = words.collect();
        for node in self.nodes() {
            node.command(&words).expect("another rule");
        }
    }

    pub(crate) fn sentinels(clock: Clock) -> Self {
        Self::Sentinels(Sentinels::start(&options(clock)).expect("sentinels"))
    }

    pub(crate) fn cluster(clock: Clock) -> Self {
        Self::Cluster(Cluster::start(3, &options(clock)).expect("a cluster"))
    }

    /// A further connection of a desk of this site.
    pub(crate) fn desk_of(&self, site: &str) -> Arc<RedisStore> {
        let store = RedisStore::new(&self.settings(site), self.secrets(), SystemClock);
        Arc::new(store.expect("a store"))
    }

    pub(crate) fn settings(&self, site: &str) -> RedisSettings {
        let mut settings = json!({ "site": site, "place": self.place() });
        if let Self::Protected(_, protection) = self {
            let certificates = &protection.certificates;
            settings["user"] = json!(DESK_USER);
            settings["caFile"] = json!(certificates.ca_file());
            settings["clientCertificate"] = json!(certificates.client_certificate());
            settings["clientKey"] = json!(certificates.client_key());
        }
        serde_json::from_value(settings).expect("settings")
    }

    pub(crate) fn secrets(&self) -> RedisSecrets {
        match self {
            Self::Protected(..) => RedisSecrets {
                password: Some(DESK_PASSWORD.into()),
                sentinel_password: None,
            },
            Self::Single(_) | Self::Sentinels(_) | Self::Cluster(_) => RedisSecrets::default(),
        }
    }

    fn place(&self) -> Value {
        match self {
            Self::Single(server) | Self::Protected(server, _) => {
                json!({ "single": { "url": server.url() } })
            }
            Self::Sentinels(sentinels) => json!({ "sentinel": {
                "sentinels": sentinels.sentinel_urls(),
                "primary": PRIMARY_NAME,
            } }),
            Self::Cluster(cluster) => json!({ "cluster": { "nodes": cluster.urls() } }),
        }
    }

    /// Looks for keys that Redis would keep for ever: no test may leave one.
    pub(crate) fn look_for_what_stays(&self) {
        let kept = match self {
            Self::Single(server) | Self::Protected(server, _) => server.keys_without_ttl(""),
            Self::Sentinels(sentinels) => sentinels
                .primary()
                .and_then(|primary| primary.keys_without_ttl("")),
            Self::Cluster(cluster) => cluster.keys_without_ttl(""),
        };
        let kept = kept.expect("a scan");
        assert!(kept.is_empty(), "never forgotten: {kept:?}");
    }

    /// Removes every key.
    pub(crate) fn forget_all(&self) {
        let nodes = match self {
            Self::Sentinels(sentinels) => vec![sentinels.primary().expect("a primary")],
            Self::Single(_) | Self::Protected(..) | Self::Cluster(_) => self.nodes(),
        };
        for node in nodes {
            node.command(&["FLUSHALL"]).expect("an empty server");
        }
    }

    /// Every server that holds keys.
    pub(crate) fn nodes(&self) -> Vec<&Server> {
        match self {
            Self::Single(server) | Self::Protected(server, _) => vec![server],
            Self::Sentinels(sentinels) => sentinels.servers().iter().collect(),
            Self::Cluster(cluster) => cluster.nodes().iter().collect(),
        }
    }
}

impl Drop for Servers {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.look_for_what_stays();
        }
    }
}

pub(crate) fn options(clock: Clock) -> Options {
    Options {
        clock,
        ..Options::default()
    }
}

/// Lets time pass on servers whose clock is held.
pub(crate) fn advance(clock: &HeldClock, step: Duration) {
    clock.advance(step).expect("time passes");
}
