//! Where time comes from: a clock that is passed in, so that tests can turn it.
//! Not the store's idea of time: each store keeps its own (see `store`).

use std::sync::Mutex;
use std::time::{Duration, Instant};

pub use jiff::{SignedDuration, Timestamp};

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

impl<C: Clock + ?Sized> Clock for std::sync::Arc<C> {
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

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn a_manual_clock_stands_still_until_it_is_moved() {
        let clock = ManualClock::new(Timestamp::UNIX_EPOCH);
        assert_eq!(clock.now(), clock.now());
        clock.advance(MINUTE);
        assert_eq!(clock.now(), after(Timestamp::UNIX_EPOCH, MINUTE));
    }

    #[test]
    fn a_manual_clock_can_be_set_back() {
        let clock = std::sync::Arc::new(ManualClock::new(Timestamp::UNIX_EPOCH));
        clock.advance(MINUTE);
        clock.set(Timestamp::UNIX_EPOCH);
        assert_eq!(clock.now(), Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn a_moment_past_the_end_of_time_is_the_end_of_time() {
        assert_eq!(after(Timestamp::MAX, MINUTE), Timestamp::MAX);
        assert_eq!(after(Timestamp::UNIX_EPOCH, Duration::MAX), Timestamp::MAX);
    }

    #[test]
    fn no_time_passes_backwards() {
        let (start, end) = (Timestamp::UNIX_EPOCH, after(Timestamp::UNIX_EPOCH, MINUTE));
        assert_eq!(between(start, end), MINUTE);
        assert_eq!(between(end, start), Duration::ZERO);
        assert_eq!(between(start, start), Duration::ZERO);
    }

    #[test]
    fn a_lock_outlives_the_panic_of_its_holder() {
        let mutex = std::sync::Arc::new(Mutex::new(1));
        let holder = std::sync::Arc::clone(&mutex);
        let panicked = std::thread::spawn(move || {
            let _held = holder.lock();
            panic!("while holding the lock");
        });
        assert!(panicked.join().is_err());
        assert_eq!(*lock(&mutex), 1);
    }
}
