//! The link against real servers, as they come, go, refuse and fall silent.

use std::time::{Duration, Instant};

use countersign_servers::{Options, Server};
use secrecy::SecretString;

use super::*;
use crate::store::redis::settings::Place;

mod clusters;
mod connecting;
mod encrypting;
mod hearing;
mod losing;
mod refusing;
mod sentinels;

const SET: &str = "redis.call('SET', KEYS[1], ARGV[1], 'EX', 60) return 'done'";
const GET: &str = "return redis.call('GET', KEYS[1]) or 'nothing'";

/// Recovery takes the longest pause and a little.
const RECOVERY: Duration = Duration::from_secs(8);

fn at(place: Place) -> RedisSettings {
    RedisSettings {
        site: String::from("test"),
        place,
        user: None,
        ca_file: None,
        client_certificate: None,
        client_key: None,
        replicas: None,
    }
}

fn single(url: impl Into<String>) -> RedisSettings {
    at(Place::Single { url: url.into() })
}

fn open(settings: &RedisSettings) -> Link {
    Link::new(settings, RedisSecrets::default()).unwrap()
}

fn password(password: &str) -> RedisSecrets {
    RedisSecrets {
        password: Some(SecretString::from(password)),
        sentinel_password: None,
    }
}

async fn set(link: &Link, key: &str, value: &str) -> Result<String, StoreFault> {
    link.step(&Script::new("set", SET), &[key], &[value]).await
}

async fn get(link: &Link, key: &str) -> Result<String, StoreFault> {
    link.look(&Script::new("get", GET), &[key], &[]).await
}

/// The code of the fault of a step, and for how long the store has been away.
async fn fault(link: &Link) -> (&'static str, Option<Duration>) {
    let fault = set(link, "{k}", "v").await.unwrap_err();
    let away = match &fault {
        StoreFault::Unreachable { away, .. } => Some(*away),
        StoreFault::Interrupted(_) | StoreFault::Refused { .. } | StoreFault::Unreadable(_) => None,
    };
    (fault.code(), away)
}

/// Repeats a step until it is done; how long that took.
async fn until_done(link: &Link, within: Duration) -> Duration {
    let start = Instant::now();
    while let Err(fault) = set(link, "{k}", "again").await {
        assert!(start.elapsed() < within, "{fault:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    start.elapsed()
}
