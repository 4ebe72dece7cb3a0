//! What is said of each state of things.

use super::*;
use crate::sinch::error::{RefusedBecause, SinchError};
use crate::sinch::pulse::Pulse;
use crate::store::Failing;
use crate::vault::VaultFault;

const NOT_ASKED: Keyring = Keyring {
    state: VaultState::NotAsked,
    is_session: false,
};

fn heard(took: Duration) -> Heard {
    Heard {
        took: Some(took),
        ..Heard::default()
    }
}

fn in_trouble() -> Heard {
    let pulse = Pulse::default();
    pulse.failed(&SinchError::refused(RefusedBecause::BadCredentials));
    pulse.watch().borrow().clone()
}

fn seen(took: Duration) -> Seen {
    Seen {
        took: Some(took),
        ..Seen::default()
    }
}

const QUICK: Duration = Duration::from_millis(80);
const LONG: Duration = Duration::from_millis(2001);

fn sinch(products: &[(Route, Heard)]) -> Part {
    Health::of(products, &Seen::default(), NOT_ASKED).sinch
}

#[test]
fn what_was_never_asked_is_unknown() {
    let health = Health::of(&[], &Seen::default(), NOT_ASKED);
    for part in [health.sinch, health.store, health.keyring, health.clock] {
        assert_eq!(part, Part::of(State::Unknown));
    }
}

#[test]
fn sinch_is_as_well_as_the_product_that_is_worst() {
    use Route::{SinchSms, SinchVerification};
    let (unknown, quick, slow) = (Heard::default(), heard(QUICK), heard(LONG));
    for (sms, verification, expected, product) in [
        (&unknown, &unknown, State::Unknown, None),
        (&unknown, &quick, State::Well, Some(SinchVerification)),
        (&quick, &slow, State::Slow, Some(SinchVerification)),
        (&slow, &quick, State::Slow, Some(SinchSms)),
        (&in_trouble(), &slow, State::Trouble, Some(SinchSms)),
        (
            &unknown,
            &in_trouble(),
            State::Trouble,
            Some(SinchVerification),
        ),
    ] {
        let part = sinch(&[
            (SinchSms, sms.clone()),
            (SinchVerification, verification.clone()),
        ]);
        assert_eq!(part.state, expected);
        if let Some(product) = product {
            assert_eq!(part.facts.product, Some(product));
        }
    }
    let part = sinch(&[(SinchSms, in_trouble())]);
    assert_eq!(part.code, Some("sinch.bad_credentials"));
    assert!(part.since.is_some());
}

#[test]
fn an_answer_of_two_seconds_is_not_slow_yet() {
    let part = sinch(&[(Route::SinchSms, heard(Duration::from_secs(2)))]);
    assert_eq!(part.state, State::Well);
}

#[test]
fn a_store_is_in_trouble_while_it_does_not_answer() {
    let since = Instant::now();
    let fault = Failing {
        code: "store.no-answer",
        since,
    };
    let away = Seen {
        fault: Some(fault),
        ..seen(QUICK)
    };
    let part = Health::of(&[], &away, NOT_ASKED).store;
    assert_eq!(part.state, State::Trouble);
    assert_eq!(part.code, Some("store.no-answer"));
    assert_eq!(part.since, Some(since));
}

#[test]
fn a_store_is_slow_by_its_last_answer_or_by_its_inspection() {
    let inspected = Seen {
        warnings: vec!["store.slow-answers"],
        ..seen(QUICK)
    };
    let warned = Seen {
        warnings: vec!["store.not-encrypted"],
        ..seen(QUICK)
    };
    for (seen, expected) in [
        (seen(QUICK), State::Well),
        (seen(LONG), State::Slow),
        (inspected, State::Slow),
        (warned.clone(), State::Well),
    ] {
        assert_eq!(Health::of(&[], &seen, NOT_ASKED).store.state, expected);
    }
    let part = Health::of(&[], &warned, NOT_ASKED).store;
    assert_eq!(part.facts.warnings, ["store.not-encrypted"]);
}

#[test]
fn a_keyring_is_what_it_last_said_unless_the_session_keeps_the_secrets() {
    let locked = VaultState::Fails(VaultFault::Locked);
    for (state, is_session, expected, code) in [
        (VaultState::NotAsked, false, State::Unknown, None),
        (VaultState::Answers, false, State::Well, None),
        (locked, false, State::Trouble, Some("keyring.locked")),
        (VaultState::NotAsked, true, State::Session, None),
        (VaultState::Answers, true, State::Session, None),
        (locked, true, State::Session, Some("keyring.locked")),
    ] {
        let keyring = Keyring { state, is_session };
        let part = Health::of(&[], &Seen::default(), keyring).keyring;
        assert_eq!((part.state, part.code), (expected, code), "{keyring:?}");
    }
}

#[test]
fn the_clock_is_as_wrong_as_the_one_furthest_from_it_says() {
    let by = |sinch: i64, store: Option<i64>| {
        let heard = Heard {
            clock_ahead: Some(SignedDuration::from_secs(sinch)),
            ..Heard::default()
        };
        let seen = Seen {
            clock_ahead: store.map(SignedDuration::from_secs),
            ..Seen::default()
        };
        let part = Health::of(&[(Route::SinchSms, heard)], &seen, NOT_ASKED).clock;
        let ahead = part.facts.clock_ahead.map(|ahead| ahead.as_secs());
        (part.state, ahead)
    };
    assert_eq!(by(30, None), (State::Well, Some(30)));
    assert_eq!(by(31, None), (State::Slow, Some(31)));
    assert_eq!(by(-31, Some(2)), (State::Slow, Some(-31)));
    assert_eq!(by(300, Some(-1)), (State::Slow, Some(300)));
    assert_eq!(by(1, Some(-301)), (State::Trouble, Some(-301)));
}

#[test]
fn in_training_sinch_is_played_and_what_nobody_asked_is_not_missed() {
    let locked = Keyring {
        state: VaultState::Fails(VaultFault::Locked),
        is_session: false,
    };
    let products = [(Route::SinchSms, in_trouble())];
    let health = Health::of(&products, &seen(QUICK), locked).in_training();
    assert_eq!(health.sinch, Part::of(State::Training));
    assert_eq!(health.store.state, State::Well);
    assert_eq!(health.keyring.state, State::Trouble);
    assert_eq!(health.clock.state, State::Training);
    let health = Health::of(&products, &seen(QUICK), NOT_ASKED).in_training();
    assert_eq!(health.keyring.state, State::Training);
}

#[test]
fn how_fast_an_answer_came_is_no_news() {
    let at = |took, warnings: &[&'static str]| {
        let seen = Seen {
            warnings: warnings.to_vec(),
            ..seen(took)
        };
        Health::of(&[], &seen, NOT_ASKED)
    };
    let told = at(QUICK, &[]);
    assert!(!at(QUICK * 2, &[]).is_news_after(&told));
    assert!(at(LONG, &[]).is_news_after(&told));
    assert!(at(QUICK, &["store.not-encrypted"]).is_news_after(&told));
}
