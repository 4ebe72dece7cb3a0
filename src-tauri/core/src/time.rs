//! Where time comes from: a clock that is passed in, so that tests can turn it.
//! Not the store's idea of time: each store keeps its own (see `store`).

use std::sync::Mutex;
use std::time::Duration;

pub use jiff::Timestamp;

/// Tells the time of day, in UTC.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Timestamp;
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
pub struct ManualClock(Mutex<Timestamp>);

impl ManualClock {
    /// A clock that shows `start` until it is moved.
    pub fn new(start: Timestamp) -> Self {
        Self(Mutex::new(start))
    }

    /// Moves the clock forward by `step`.
    pub fn advance(&self, step: Duration) {
        let mut now = lock(&self.0);
        *now = after(*now, step);
    }

    /// Sets the clock to `moment`, backwards too: a computer's clock can be set back.
    pub fn set(&self, moment: Timestamp) {
        *lock(&self.0) = moment;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *lock(&self.0)
    }
}

impl<C: Clock> Clock for std::sync::Arc<C> {
    fn now(&self) -> Timestamp {
        C::now(self)
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
