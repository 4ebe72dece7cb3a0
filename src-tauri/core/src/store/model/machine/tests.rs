//! The embedded store held to the model. `PROPTEST_CASES` sets how many days; a long run of fixed days
//! shows that no kind of answer is missed.

use proptest::prelude::*;

use super::days::days;
use super::*;
use crate::store::embedded::EmbeddedStore;

fn computer() -> Arc<ManualClock> {
    let start = "2026-03-01T09:00:00.123Z".parse().unwrap();
    Arc::new(ManualClock::new(start))
}

fn embedded(name: &'static str, computer: &Arc<ManualClock>) -> Contender {
    Contender {
        name,
        store: Arc::new(EmbeddedStore::in_memory(Arc::clone(computer)).unwrap()),
        clock: None,
    }
}

fn played_by(
    day: &Day,
    computer: Arc<ManualClock>,
    contenders: Vec<Contender>,
) -> Result<Seen, Difference> {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(day.play(computer, contenders))
}

fn played(day: &Day) -> Result<Seen, Difference> {
    let computer = computer();
    let embedded = embedded("the embedded store", &computer);
    played_by(day, computer, vec![embedded])
}

proptest! {
    #[test]
    fn the_embedded_store_answers_as_the_model(day in days(1..=79)) {
        played(&day).map_err(|difference| TestCaseError::fail(difference.to_string()))?;
    }
}

/// The comparison is worth something only if every kind of answer comes up in it.
#[test]
fn random_days_bring_every_kind_of_answer() {
    let seen: Seen = (0..600)
        .flat_map(|seed| played(&Day::drawn(seed, 1..=79)).unwrap())
        .collect();
    let missed: Vec<_> = KINDS
        .into_iter()
        .filter(|kind| !seen.contains_key(*kind))
        .collect();
    assert!(
        missed.is_empty(),
        "{missed:#?} never came up, but {seen:#?}"
    );
}

#[test]
fn a_seed_draws_the_same_day_again() {
    let day = || Day::drawn(7, 100..=200).to_string();
    assert_eq!(day(), day());
    assert_ne!(day(), Day::drawn(8, 100..=200).to_string());
}

#[test]
fn the_store_that_answers_otherwise_is_named_with_its_step() {
    let day = Day {
        limits: Limits::default(),
        events: vec![
            Event::Pass(Duration::from_secs(1)),
            Event::Recover { desk: 1 },
        ],
    };
    let turned = computer();
    let stores = vec![embedded("right", &turned), embedded("late", &computer())];
    let difference = played_by(&day, turned, stores).unwrap_err();
    assert_eq!(
        difference.to_string(),
        "step 2, Recover { desk: 1 }: late answers 2026-03-01T09:00:00.123Z, \
         but the model 2026-03-01T09:00:01.123Z"
    );
}

#[test]
fn a_server_gets_the_time_that_its_store_must_have() {
    struct Server(Arc<ManualClock>);

    impl Timepiece for Server {
        fn set(&self, now: Timestamp) {
            self.0.set(now);
        }
    }

    let server = computer();
    let contender = Contender {
        clock: Some(Box::new(Server(Arc::clone(&server)))),
        ..embedded("a server", &server)
    };
    played_by(&Day::drawn(7, 100..=200), computer(), vec![contender]).unwrap();
}
