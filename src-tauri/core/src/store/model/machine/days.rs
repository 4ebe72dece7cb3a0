//! What can happen at the desks on a random day, and which kinds of answers it must bring.

use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::challenge::ProviderId;
use crate::policy::Limits;
use crate::store::{Settlement, TryOutcome};

/// Something that happens at the desks. What it happens to is picked among the latest of its kind.
#[derive(Clone, Debug)]
pub(super) enum Event {
    First {
        number: u8,
        desk: u8,
        code: Option<u8>,
    },
    Resend {
        challenge: Index,
        desk: u8,
        code: Option<u8>,
    },
    Retry {
        send: Index,
        desk: u8,
        code: Option<u8>,
    },
    Settle {
        send: Index,
        settlement: Settlement,
    },
    Check {
        challenge: Index,
        code: u8,
    },
    CheckAgain {
        check: Index,
        code: u8,
    },
    CountTry {
        challenge: Index,
    },
    Finish {
        attempt: Index,
        outcome: TryOutcome,
    },
    Cancel {
        challenge: Index,
    },
    Look {
        challenge: Index,
    },
    Recover {
        desk: u8,
    },
    Pass(Duration),
    Sleep(Duration),
    SetBack(Duration),
    /// Waits until the moment that the last refusal told, or until a millisecond before.
    WaitAsTold {
        early: bool,
    },
}

fn desks() -> impl Strategy<Value = u8> {
    1..=2_u8
}

fn codes() -> impl Strategy<Value = Option<u8>> {
    prop_oneof![3 => (1..=2_u8).prop_map(Some), 1 => Just(None)]
}

fn lengths() -> impl Strategy<Value = Duration> {
    let milliseconds = prop_oneof![
        2 => 1..=3_u64,
        6 => 1_000..=45_000_u64,
        4 => 60_000..=600_000_u64,
        1 => 3_600_000..=10_800_000_u64,
        1 => 36_000_000..=180_000_000_u64,
    ];
    milliseconds.prop_map(Duration::from_millis)
}

fn settlements() -> impl Strategy<Value = Settlement> {
    prop_oneof![
        Just(Settlement::Sent(ProviderId::new("one"))),
        Just(Settlement::Sent(ProviderId::new("two"))),
        Just(Settlement::NotSent),
        Just(Settlement::Unknown),
        Just(Settlement::Unknown),
    ]
}

fn outcomes() -> impl Strategy<Value = TryOutcome> {
    prop_oneof![
        2 => Just(TryOutcome::Right),
        3 => Just(TryOutcome::NotConfirmed),
        1 => Just(TryOutcome::Expired),
    ]
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => (1..=3_u8, desks(), codes())
            .prop_map(|(number, desk, code)| Event::First { number, desk, code }),
        6 => (any::<Index>(), desks(), codes())
            .prop_map(|(challenge, desk, code)| Event::Resend { challenge, desk, code }),
        4 => (any::<Index>(), desks(), codes())
            .prop_map(|(send, desk, code)| Event::Retry { send, desk, code }),
        8 => (any::<Index>(), settlements())
            .prop_map(|(send, settlement)| Event::Settle { send, settlement }),
        8 => (any::<Index>(), 1..=3_u8)
            .prop_map(|(challenge, code)| Event::Check { challenge, code }),
        2 => (any::<Index>(), 1..=3_u8)
            .prop_map(|(check, code)| Event::CheckAgain { check, code }),
        6 => any::<Index>().prop_map(|challenge| Event::CountTry { challenge }),
        5 => (any::<Index>(), outcomes())
            .prop_map(|(attempt, outcome)| Event::Finish { attempt, outcome }),
        2 => any::<Index>().prop_map(|challenge| Event::Cancel { challenge }),
        2 => any::<Index>().prop_map(|challenge| Event::Look { challenge }),
        1 => desks().prop_map(|desk| Event::Recover { desk }),
        12 => lengths().prop_map(Event::Pass),
        1 => lengths().prop_map(Event::Sleep),
        1 => lengths().prop_map(Event::SetBack),
        4 => any::<bool>().prop_map(|early| Event::WaitAsTold { early }),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    let tight = Limits {
        lifetime: Duration::from_secs(120),
        tries: 3,
        first_lock: Duration::from_secs(300),
        longest_lock: Duration::from_secs(700),
        failures_kept: Duration::from_secs(7200),
        pauses: [10, 20, 40].map(Duration::from_secs),
        number_hourly: 4,
        number_daily: 6,
        desk_hourly: 5,
        site_daily: 9,
        ..Limits::default()
    };
    let tightest = Limits {
        tries: 2,
        lifetime: Duration::from_secs(600),
        sends_per_challenge: 2,
        number_hourly: 2,
        number_daily: 3,
        desk_hourly: 60,
        site_daily: 1000,
        ..tight.clone()
    };
    prop_oneof![
        1 => Just(Limits::default()),
        1 => Just(tight),
        1 => Just(tightest),
    ]
}

/// A day: the site's limits, and what happens.
pub(super) fn days() -> impl Strategy<Value = (Limits, Vec<Event>)> {
    (limits(), prop::collection::vec(events(), 1..80))
}

/// Every kind of answer that a desk can get.
pub(super) const KINDS: [&str; 53] = [
    "cancel: false",
    "cancel: true",
    r#"check: "locked""#,
    r#"check: "wrong""#,
    "check: Expired",
    "check: Gone(AlreadyVerified)",
    "check: Gone(Cancelled)",
    "check: Gone(NotFound)",
    "check: Gone(Superseded)",
    "check: Verified",
    "count_try, the last one: false",
    "count_try, the last one: true",
    r#"count_try: "locked""#,
    "count_try: Expired",
    "count_try: Gone(AlreadyVerified)",
    "count_try: Gone(Cancelled)",
    "count_try: Gone(NotFound)",
    "count_try: Gone(Superseded)",
    r#"finish: "locked""#,
    r#"finish: "wrong""#,
    "finish: Expired",
    "finish: Gone(AlreadyVerified)",
    "finish: Gone(Cancelled)",
    "finish: Gone(NotFound)",
    "finish: Gone(Superseded)",
    "finish: Verified",
    r#"first: "granted""#,
    "recovered: false",
    "recovered: true",
    "refused: DeskHourly",
    "refused: NumberDaily",
    "refused: NumberHourly",
    "refused: NumberLocked",
    "refused: ResendPause",
    "refused: SendsPerChallenge",
    "refused: SiteDaily",
    r#"resend: "expired""#,
    r#"resend: "granted""#,
    "resend: AlreadyVerified",
    "resend: Cancelled",
    "resend: NotFound",
    "resend: Superseded",
    r#"retry: "expired""#,
    r#"retry: "granted""#,
    r#"retry: "not unknown""#,
    "retry: AlreadyVerified",
    "retry: Cancelled",
    "retry: NotFound",
    "retry: Superseded",
    "settled, still open: false",
    "settled, still open: true",
    "several open: false",
    "several open: true",
];
