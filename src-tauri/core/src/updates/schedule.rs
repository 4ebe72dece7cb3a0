//! When a feed is asked: some time after the start, and then once a day. It keeps no clock.

use std::time::Duration;

use rand::{Rng, RngExt as _};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// When a feed is asked. Each wait is longer by chance, so that the desks of a site that start at the same
/// hour don't ask at the same moment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Schedule {
    /// From the start to the first question, at least.
    pub first: Duration,
    /// From one question to the next, at least.
    pub between: Duration,
    /// By how much a wait may be longer.
    pub spread: Duration,
}

impl Schedule {
    /// Once the desk has settled, and then once a day.
    pub const USUAL: Self = Self {
        first: MINUTE.saturating_mul(5),
        between: HOUR.saturating_mul(24),
        spread: MINUTE.saturating_mul(15),
    };

    /// How long to wait from the start on.
    pub fn before_first<R: Rng + ?Sized>(&self, randomness: &mut R) -> Duration {
        self.first + self.longer(randomness)
    }

    /// How long to wait from one question to the next, however the one before was answered.
    pub fn before_next<R: Rng + ?Sized>(&self, randomness: &mut R) -> Duration {
        self.between + self.longer(randomness)
    }

    fn longer<R: Rng + ?Sized>(&self, randomness: &mut R) -> Duration {
        randomness.random_range(Duration::ZERO..=self.spread)
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    use super::*;

    #[test]
    fn desks_that_start_together_ask_at_different_moments_of_the_same_quarter_of_an_hour() {
        let waits = [1, 2, 3].map(|seed| {
            let mut randomness = StdRng::seed_from_u64(seed);
            let first = Schedule::USUAL.before_first(&mut randomness);
            (first, Schedule::USUAL.before_next(&mut randomness))
        });
        for (first, next) in waits {
            assert!(first >= 5 * MINUTE && first <= 20 * MINUTE, "{first:?}");
            assert!(next >= 24 * HOUR && next <= 25 * HOUR, "{next:?}");
        }
        assert_ne!(waits[0], waits[1]);
        assert_ne!(waits[1], waits[2]);
    }
}
