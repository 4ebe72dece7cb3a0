//! How the wait after wrong tries passes. Within a run a timer that nobody can set measures it; over a
//! restart there is only the computer's clock, and one that was set back lets no time pass.

use std::time::{Duration, Instant};

use super::record::{Counted, Record};
use crate::time::{Clock, between};

/// A wait that was first seen in this run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pause {
    after: Counted,
    left: Duration,
    since: Instant,
}

impl Pause {
    /// How long no try is taken yet, by the record and by what `known` knows of its wait already.
    pub(super) fn of(
        record: &Record,
        known: &mut Option<Self>,
        clock: &dyn Clock,
    ) -> Option<Duration> {
        let pause = known
            .filter(|pause| pause.after == record.counted())
            .unwrap_or_else(|| Self::begin(record.counted(), clock));
        *known = Some(pause);
        let passed = clock.steady().saturating_duration_since(pause.since);
        let left = pause.left.saturating_sub(passed);
        (!left.is_zero()).then_some(left)
    }

    fn begin(after: Counted, clock: &dyn Clock) -> Self {
        let passed = between(after.at, clock.now());
        Self {
            after,
            left: after.wait().saturating_sub(passed),
            since: clock.steady(),
        }
    }
}
