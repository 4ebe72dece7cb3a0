//! Which key is used when, what each opens, and what stands in the vault.

use proptest::prelude::*;
use rand::SeedableRng;
use rand::rngs::StdRng;
use secrecy::{ExposeSecret, SecretString};

use super::*;
use crate::challenge::NumberKey;

const OLD: [u8; 32] = [1; 32];
const NEW: [u8; 32] = [2; 32];
const MILLISECOND: Duration = Duration::from_millis(1);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn moment(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap()
}

fn changeover() -> Changeover {
    Changeover::at(moment(1000), moment(5000)).unwrap()
}

fn changing() -> SiteKeys {
    let [older, newer] = [OLD, NEW].map(|bytes| SiteKey::from_bytes(&bytes));
    SiteKeys::changing(older, newer, changeover())
}

fn challenge() -> ChallengeId {
    ChallengeId::draw(NumberKey([7; 16]), &mut StdRng::seed_from_u64(1))
}

fn sealed_with(key: &[u8; 32]) -> Sealed {
    let mut randomness = StdRng::seed_from_u64(2);
    SiteKey::from_bytes(key).seal(challenge(), b"clear", &mut randomness)
}

fn opens(keys: &SiteKeys, key: &[u8; 32], now: i64) -> bool {
    let opened = keys.open(challenge(), &sealed_with(key), moment(now));
    opened.is_ok_and(|opened| opened.clear.as_slice() == b"clear")
}

/// Which key seals at a moment, found out by which one opens it.
fn seals_with(keys: &SiteKeys, now: i64) -> [u8; 32] {
    let used = match keys.at(moment(now)) {
        InForce::One(key) | InForce::Two { used: key, .. } => key,
    };
    let sealed = used.seal(challenge(), b"", &mut StdRng::seed_from_u64(3));
    [OLD, NEW]
        .into_iter()
        .find(|key| SiteKey::from_bytes(key).open(challenge(), &sealed).is_ok())
        .expect("one of the two")
}

#[test]
fn the_older_key_is_used_until_the_switch_and_the_newer_from_then_on() {
    for (now, used) in [(0, OLD), (999, OLD), (1000, NEW), (4999, NEW), (5000, NEW)] {
        assert_eq!(seals_with(&changing(), now), used, "at {now}");
    }
}

#[test]
fn both_keys_open_until_the_end_and_the_newer_alone_afterwards() {
    for now in [0, 999, 1000, 4999] {
        assert!(opens(&changing(), &OLD, now), "at {now}");
        assert!(opens(&changing(), &NEW, now), "at {now}");
    }
    assert!(!opens(&changing(), &OLD, 5000));
    assert!(opens(&changing(), &NEW, 5000));
    assert!(!opens(&changing(), &[3; 32], 1000), "a third never does");
}

#[test]
fn a_seal_tells_which_key_made_it() {
    let keys = changing();
    for key in [OLD, NEW] {
        let opened = keys.open(challenge(), &sealed_with(&key), moment(0));
        let Ok(Opened { key: opener, .. }) = opened else {
            panic!("it stays shut");
        };
        let again = opener.seal(challenge(), b"again", &mut StdRng::seed_from_u64(4));
        assert!(SiteKey::from_bytes(&key).open(challenge(), &again).is_ok());
    }
}

#[test]
fn the_older_key_is_let_go_at_the_end_and_stays_gone() {
    let keys = changing();
    let older = match keys.held() {
        Held::Two(both) => Arc::downgrade(&both.older),
        Held::One(_) => panic!("two keys"),
    };
    assert!(older.upgrade().is_some());
    assert!(matches!(keys.at(moment(5000)), InForce::One(_)));
    assert!(older.upgrade().is_none(), "nothing holds it any more");
    assert!(!opens(&keys, &OLD, 0), "a clock set back brings none back");
}

#[test]
fn a_changeover_is_held_to_its_bounds() {
    let now = moment(0);
    let shortest = Changeover::SHORTEST_OVERLAP;
    let planned = Changeover::new(now, DAY, shortest).expect("within the bounds");
    assert_eq!(planned.switch_at(), after(now, DAY));
    assert_eq!(planned.ends_at(), after(now, DAY + shortest));
    assert!(Changeover::new(now, Duration::ZERO, Changeover::LONGEST_OVERLAP).is_ok());
    for (switch_in, overlap, problem) in [
        (31 * DAY, shortest, UnfitChangeover::Switch),
        (DAY, shortest - MILLISECOND, UnfitChangeover::Overlap),
        (DAY, 31 * DAY, UnfitChangeover::Overlap),
    ] {
        assert_eq!(Changeover::new(now, switch_in, overlap), Err(problem));
    }
    assert_eq!(
        Changeover::at(moment(2), moment(1)),
        Err(UnfitChangeover::Order)
    );
}

#[test]
fn a_key_is_kept_as_base64_of_its_bytes() {
    let written = WrittenSiteKey::draw(&mut StdRng::seed_from_u64(5));
    let text = written.clone().into_text();
    assert_eq!(text.expose_secret().len(), 44);
    let read = WrittenSiteKey::read(text).expect("a key");
    let sealed =
        written
            .key()
            .expect("a key")
            .seal(challenge(), b"", &mut StdRng::seed_from_u64(6));
    assert!(
        read.key()
            .expect("a key")
            .open(challenge(), &sealed)
            .is_ok()
    );
}

#[test]
fn what_is_no_key_is_refused_without_a_word_of_it() {
    let short = "s3cret".to_owned();
    let long = format!("{}A", "A".repeat(43));
    for text in [
        String::new(),
        short,
        long.clone() + "====",
        "A".repeat(64),
        "=".repeat(44),
    ] {
        let refused = WrittenSiteKey::read(SecretString::from(text)).map(drop);
        assert_eq!(refused, Err(NotASiteKey));
    }
    assert!(!NotASiteKey.to_string().contains("s3cret"));
}

#[test]
fn a_successor_is_kept_with_its_moments() {
    let key = WrittenSiteKey::draw(&mut StdRng::seed_from_u64(7));
    let text = WrittenSuccessor::new(key.clone(), changeover()).text();
    let json: serde_json::Value = serde_json::from_str(text.expose_secret()).expect("JSON");
    assert_eq!(json["switchAt"], "1970-01-01T00:00:01Z");
    assert_eq!(json["endsAt"], "1970-01-01T00:00:05Z");
    let read = WrittenSuccessor::read(&text).expect("a successor");
    assert_eq!(read.changeover(), changeover());
    let [kept, read] = [key, read.into_key()].map(|key| key.into_text().expose_secret().to_owned());
    assert_eq!(kept, read);
}

#[test]
fn what_is_no_successor_is_refused() {
    let key = "A".repeat(43) + "=";
    let moments = r#""switchAt":"1970-01-01T00:00:01Z","endsAt":"1970-01-01T00:00:05Z""#;
    assert!(WrittenSuccessor::read(&format!(r#"{{"key":"{key}",{moments}}}"#).into()).is_ok());
    for text in [
        String::new(),
        key.clone(),
        format!(r#"{{"key":"{key}"}}"#),
        format!(r#"{{"key":"",{moments}}}"#),
        format!(r#"{{"key":"{key}",{moments},"more":1}}"#),
        format!(
            r#"{{"key":"{key}","switchAt":"1970-01-01T00:00:06Z","endsAt":"1970-01-01T00:00:05Z"}}"#
        ),
    ] {
        assert!(
            WrittenSuccessor::read(&text.clone().into()).is_err(),
            "{text}"
        );
    }
}

#[test]
fn a_desks_keys_are_read_from_the_vaults_texts() {
    let texts = [OLD, NEW].map(|bytes| {
        let text = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, bytes);
        WrittenSiteKey::read(text.into()).expect("a key")
    });
    let [older, newer] = texts;
    let other = WrittenSuccessor::new(newer, changeover()).text();
    let older = older.into_text();
    let only = SiteKeys::read(&older, None).expect("a key");
    assert!(opens(&only, &OLD, 9000));
    assert!(!opens(&only, &NEW, 9000));
    let both = SiteKeys::read(&older, Some(&other)).expect("two keys");
    assert!(opens(&both, &OLD, 0) && opens(&both, &NEW, 0));
    assert!(SiteKeys::read(&older, Some(&older)).is_err());
    assert!(SiteKeys::read(&"".to_owned().into(), None).is_err());
}

proptest! {
    /// Whatever the moments are, a challenge sealed by one desk opens at another that is as far.
    #[test]
    fn what_is_sealed_at_any_moment_opens_as_long_as_a_code_may_live(
        now in 0_i64..10_000, later in 0_i64..3_000,
    ) {
        let key = seals_with(&changing(), now);
        let opened = opens(&changing(), &key, now + later);
        // Only a seal of the older key, past the end, stays shut.
        prop_assert_eq!(opened, key == NEW || now + later < 5000);
    }
}
