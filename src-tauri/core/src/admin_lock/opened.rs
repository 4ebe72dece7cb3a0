//! How long the lock stays open: until it was not used for as long as the settings say, by the computer's
//! clock or by a timer that nobody can set. The timer stands still while a computer sleeps; the clock can be
//! set back; whichever says that it is over is believed.

use std::time::{Duration, Instant};

use crate::time::{Clock, Timestamp, between};

/// An open lock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened {
    last_used: Timestamp,
    last_used_steady: Instant,
    after: Duration,
}

impl Opened {
    /// Opened now; falls shut once it was not used for `after`.
    pub(super) fn now(after: Duration, clock: &dyn Clock) -> Self {
        Self {
            last_used: clock.now(),
            last_used_steady: clock.steady(),
            after,
        }
    }

    /// The same, falling shut after another time.
    pub(super) fn for_no_longer_than(self, after: Duration) -> Self {
        Self { after, ..self }
    }

    pub(super) fn is_open(self, clock: &dyn Clock) -> bool {
        let steady = clock.steady();
        let idle = between(self.last_used, clock.now())
            .max(steady.saturating_duration_since(self.last_used_steady));
        idle < self.after
    }

    /// The lock after a use; none where it has fallen shut before.
    pub(super) fn used(self, clock: &dyn Clock) -> Option<Self> {
        self.is_open(clock).then(|| Self::now(self.after, clock))
    }
}
