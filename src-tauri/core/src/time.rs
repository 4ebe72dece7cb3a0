//! Where time comes from: a clock that is passed in, so that tests can turn it.
//! Not the store's idea of time: each store keeps its own (see `store`).

use std::sync::Mutex;
use std::time::{Duration, Instant};

pub use jiff::Timestamp;

/// Tells the time of day, in UTC.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Timestamp;

    /// A reading of a timer that nobody can set; only the difference of two readings means anything.
    /// It may stand still while the computer sleeps.
    fn steady(&self) -> Instant {
        Instant::now()
    }
}

/// The computer's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still until it is told to move: for tests and rehearsals.
#[derive(Debug)]
pub struct ManualClock(Mutex<Hands>);

#[derive(Debug)]
struct Hands {
    now: Timestamp,
    steady: Instant,
}

impl ManualClock {
    /// A clock that shows `start` until it is moved.
    pub fn new(start: Timestamp) -> Self {
        Self(Mutex::new(Hands {
            now: start,
            steady: Instant::now(),
        }))
    }

    /// Lets `step` pass.
    pub fn advance(&self, step: Duration) {
        let mut hands = lock(&self.0);
        hands.now = after(hands.now, step);
        hands.steady += step;
    }

    /// Sets the time of day to `moment`, backwards too: a computer's clock can be set back. The steady
    /// timer does not move, as when a computer wakes from sleep.
    pub fn set(&self, moment: Timestamp) {
        lock(&self.0).now = moment;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        lock(&self.0).now
    }

    fn steady(&self) -> Instant {
        lock(&self.0).steady
    }
}

impl<C: Clock> Clock for std::sync::Arc<C> {
    fn now(&self) -> Timestamp {
        C::now(self)
    }

    fn steady(&self) -> Instant {
        C::steady(self)
    }
}

/// The moment `length` after `start`, or the end of time where there is none.
pub fn after(start: Timestamp, length: Duration) -> Timestamp {
    start.saturating_add(length).unwrap_or(Timestamp::MAX)
}

/// How long it is from `earlier` to `later`; zero where `later` is not later.
pub fn between(earlier: Timestamp, later: Timestamp) -> Duration {
    Duration::try_from(later.duration_since(earlier)).unwrap_or_default()
}

/// Locks a mutex whose holder may have panicked: what these guard is whole after every statement.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
