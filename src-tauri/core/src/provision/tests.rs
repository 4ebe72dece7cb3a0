//! What a bundle keeps and refuses, and that an import changes everything or nothing.

use std::str::FromStr;

use age::x25519;
use rand::SeedableRng;
use rand::rngs::StdRng;
use secrecy::{ExposeSecret, SecretString};

use super::*;
use crate::settings::Settings;
use crate::site_keys::{Changeover, WrittenSiteKey, WrittenSuccessor};
use crate::vault::SecretName;

mod files;
mod gathering;
mod importing;
mod reading;

const PASSPHRASE: &str = "eleven otters in a boat";

/// A desk that sends, by both products of Sinch, with a shared store.
const LIVE: &str = r#"{
    "version": 2,
    "mode": "live",
    "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
    "organisation": { "name": "Harbour Clinic", "home": "SE" },
    "sinch": {
        "verification": { "applicationKey": "application-key" },
        "sms": { "kind": "servicePlan", "region": "eu", "plan": "plan" }
    },
    "store": { "kind": "redis", "site": "harbour-clinic", "user": "desk",
        "place": { "single": { "url": "rediss://redis.example:6380/0" } } },
    "rules": { "codeDigits": 8 },
    "texts": { "sv": "Koden till Vårdcentralen: {code}" },
    "appearance": { "theme": "dark" },
    "admin": { "passcodeSet": true },
    "secrets": "typed-in"
}"#;

fn live() -> Settings {
    Settings::read(LIVE.as_bytes()).expect("settings")
}

fn randomness() -> StdRng {
    StdRng::seed_from_u64(1)
}

fn moment() -> Timestamp {
    Timestamp::from_str("2026-03-01T08:00:00Z").expect("a moment")
}

fn secret(text: &str) -> SecretString {
    text.to_owned().into()
}

/// All that a bundle may hold. One has a character in it that JSON would escape.
fn secrets() -> Secrets {
    let mut secrets = Secrets::default();
    let [key, next] = [2, 3].map(|seed| WrittenSiteKey::draw(&mut StdRng::seed_from_u64(seed)));
    let hour = std::time::Duration::from_secs(3600);
    let changeover = Changeover::new(moment(), hour, 30 * hour).expect("within bounds");
    secrets.put(
        SecretName::SinchApplicationSecret,
        secret("c2VjcmV0LW9uZQ=="),
    );
    secrets.put(SecretName::SinchSmsToken, secret("s3cret-token"));
    secrets.put(
        SecretName::RedisPassword,
        secret("s3cret \"pass\\word\u{1}é"),
    );
    secrets.put(SecretName::SiteKey, key.into_text());
    secrets.put(
        SecretName::OtherSiteKey,
        WrittenSuccessor::new(next, changeover).text(),
    );
    secrets
}

fn bundle() -> Bundle {
    Bundle {
        made_at: moment(),
        settings: SharedSettings::of(&live(), true),
        secrets: secrets(),
    }
}

fn passphrase() -> Lock {
    Lock::Passphrase(secret(PASSPHRASE), WorkFactor::LEAST)
}

fn by_passphrase(text: &str) -> Key {
    Key::Passphrase(secret(text))
}

/// A lock that is quick to try, and what opens it.
fn for_one() -> (Lock, Key) {
    let identity = x25519::Identity::generate();
    let lock = Lock::Recipients(vec![identity.to_public()]);
    let identities = Identities::read(&identity.to_string()).expect("an identity");
    (lock, Key::Identities(identities))
}

fn agree(one: &Secrets, another: &Secrets) -> bool {
    SecretName::ALL.iter().all(|name| one.agree(another, *name))
}
