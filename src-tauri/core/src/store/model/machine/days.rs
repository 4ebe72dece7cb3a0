//! What can happen at the desks on a random day, and which kinds of answers it must bring.
//! Playing it is the machine's business.

use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::challenge::ProviderId;
use crate::policy::Limits;
use crate::store::{Settlement, TryOutcome};

/// What something happens to, counted from the latest of its kind: 1 is the latest, and 0 one that
/// nobody knows.
pub(super) type Back = usize;

/// Something that happens at the desks.
#[derive(Clone, Debug)]
pub(super) enum Event {
    First {
        number: u8,
        desk: u8,
        code: Option<u8>,
    },
    Resend {
        challenge: Back,
        desk: u8,
        code: Option<u8>,
    },
    Retry {
        send: Back,
        desk: u8,
        code: Option<u8>,
    },
    Settle {
        send: Back,
        settlement: Settlement,
    },
    Check {
        challenge: Back,
        code: u8,
    },
    CheckAgain {
        check: Back,
        code: u8,
    },
    CountTry {
        challenge: Back,
    },
    Finish {
        attempt: Back,
        outcome: TryOutcome,
    },
    Cancel {
        challenge: Back,
    },
    TakeOver {
        challenge: Back,
        desk: u8,
    },
    Note {
        page: u8,
        line: u8,
        keep: Duration,
    },
    Look {
        challenge: Back,
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

fn backs() -> impl Strategy<Value = Back> {
    prop_oneof![1 => Just(0), 8 => 1..=2_usize, 4 => 3..=5_usize]
}

fn desks() -> impl Strategy<Value = u8> {
    1..=2_u8
}

fn codes() -> impl Strategy<Value = Option<u8>> {
    prop_oneof![3 => (1..=2_u8).prop_map(Some), 1 => Just(None)]
}

fn lengths() -> impl Strategy<Value = Duration> {
    let milliseconds = prop_oneof![
        3 => 1..=3_u64,
        18 => 1_000..=45_000_u64,
        5 => 60_000..=600_000_u64,
        3 => 3_600_000..=10_800_000_u64,
        1 => 36_000_000..=180_000_000_u64,
    ];
    milliseconds.prop_map(Duration::from_millis)
}

fn settlements() -> impl Strategy<Value = Settlement> {
    prop_oneof![
        1 => Just(Settlement::Sent(ProviderId::new("one"))),
        1 => Just(Settlement::Sent(ProviderId::new("two"))),
        1 => Just(Settlement::NotSent),
        5 => Just(Settlement::Unknown),
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
        7 => (1..=3_u8, desks(), codes())
            .prop_map(|(number, desk, code)| Event::First { number, desk, code }),
        11 => (backs(), desks(), codes())
            .prop_map(|(challenge, desk, code)| Event::Resend { challenge, desk, code }),
        10 => (backs(), desks(), codes())
            .prop_map(|(send, desk, code)| Event::Retry { send, desk, code }),
        8 => (backs(), settlements())
            .prop_map(|(send, settlement)| Event::Settle { send, settlement }),
        6 => (backs(), 1..=3_u8)
            .prop_map(|(challenge, code)| Event::Check { challenge, code }),
        2 => (backs(), 1..=3_u8)
            .prop_map(|(check, code)| Event::CheckAgain { check, code }),
        9 => backs().prop_map(|challenge| Event::CountTry { challenge }),
        9 => (backs(), outcomes())
            .prop_map(|(attempt, outcome)| Event::Finish { attempt, outcome }),
        3 => backs().prop_map(|challenge| Event::Cancel { challenge }),
        3 => (backs(), desks()).prop_map(|(challenge, desk)| Event::TakeOver { challenge, desk }),
        2 => (1..=2_u8, 0..=3_u8, lengths())
            .prop_map(|(page, line, keep)| Event::Note { page, line, keep }),
        2 => backs().prop_map(|challenge| Event::Look { challenge }),
        1 => desks().prop_map(|desk| Event::Recover { desk }),
        9 => lengths().prop_map(Event::Pass),
        1 => lengths().prop_map(Event::Sleep),
        1 => lengths().prop_map(Event::SetBack),
        9 => any::<bool>().prop_map(|early| Event::WaitAsTold { early }),
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
        desk_hourly: 3,
        site_daily: 8,
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
        2 => Just(tight),
        2 => Just(tightest),
    ]
}

/// A day at the desks of a site: the site's limits, and what happens.
#[derive(Clone, Debug)]
pub struct Day {
    pub(super) limits: Limits,
    pub(super) events: Vec<Event>,
}

impl Day {
    /// The day that belongs to `seed`, of as many events as `lengths` allows.
    pub fn drawn(seed: u64, lengths: RangeInclusive<usize>) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let randomness = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), randomness);
        days(lengths).new_tree(&mut runner).unwrap().current()
    }

    /// How many events it has; one event is one step.
    pub fn steps(&self) -> usize {
        self.events.len()
    }

    /// The same day, over after so many steps.
    #[must_use]
    pub fn until(mut self, steps: usize) -> Self {
        self.events.truncate(steps);
        self
    }

    /// The same day without its step at `place`, counted from 0.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let others = self.events.iter().enumerate();
        Self {
            limits: self.limits.clone(),
            events: others
                .filter(|(step, _)| *step != place)
                .map(|(_, event)| event.clone())
                .collect(),
        }
    }
}

/// The day as it can be read: its limits, then an event a line.
impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.limits)?;
        self.events
            .iter()
            .try_for_each(|event| write!(formatter, "\n{event:?}"))
    }
}

pub(super) fn days(lengths: RangeInclusive<usize>) -> impl Strategy<Value = Day> {
    (limits(), prop::collection::vec(events(), lengths))
        .prop_map(|(limits, events)| Day { limits, events })
}

/// Every kind of answer that a desk can get.
pub const KINDS: [&str; 64] = [
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
    "remembered: false",
    "remembered: true",
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
    "several lines: false",
    "several lines: true",
    r#"take_over: "expired""#,
    r#"take_over: "locked""#,
    r#"take_over: "open""#,
    "take_over: AlreadyVerified",
    "take_over: Cancelled",
    "take_over: NotFound",
    "take_over: Superseded",
];
