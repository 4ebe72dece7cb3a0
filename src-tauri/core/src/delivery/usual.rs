//! How long deliveries have taken at this desk lately, and from when on one of them is late. What is done
//! about a late one is the screen's business.

use std::collections::VecDeque;
use std::time::Duration;

/// How many of the newest deliveries the usual time is taken from.
const REMEMBERED: usize = 50;
/// Fewer than this say nothing about what is usual.
const ENOUGH: usize = 3;
/// From this many on, one in twenty is more than one: the slowest twentieth can be told from a single
/// slow delivery.
const ENOUGH_FOR_THE_SLOWEST: usize = 20;
/// Nothing is late sooner: a desk looks where a text is after 1, 3, 6 and 11 s, and can't tell apart
/// what lies between.
const EARLIEST: Duration = Duration::from_secs(10);

/// When a send is late where no record tells what is usual: a desk that has seen too few deliveries,
/// and what is never seen to arrive.
pub const LATE_WITHOUT_RECORD: Duration = Duration::from_secs(30);

/// How long deliveries have taken at this desk lately.
#[derive(Debug, Default)]
pub struct UsualTime(VecDeque<Duration>);

impl UsualTime {
    /// Remembers one delivery.
    pub fn record(&mut self, took: Duration) {
        if self.0.len() == REMEMBERED {
            self.0.pop_front();
        }
        self.0.push_back(took);
    }

    /// The median, once enough deliveries were seen.
    pub fn median(&self) -> Option<Duration> {
        let sorted = self.sorted();
        if sorted.len() < ENOUGH {
            return None;
        }
        sorted.get(sorted.len() / 2).copied()
    }

    /// From when on a delivery under way is clearly later than usual at this desk: past three times the
    /// median, and past all but the slowest twentieth once that many were seen. Never before 10 s.
    pub fn late_after(&self) -> Duration {
        let Some(median) = self.median() else {
            return LATE_WITHOUT_RECORD;
        };
        let slowest = self.all_but_the_slowest_twentieth().unwrap_or_default();
        (median * 3).max(slowest).max(EARLIEST)
    }

    /// The 95th percentile by nearest rank.
    fn all_but_the_slowest_twentieth(&self) -> Option<Duration> {
        let sorted = self.sorted();
        if sorted.len() < ENOUGH_FOR_THE_SLOWEST {
            return None;
        }
        let rank = (sorted.len() * 19).div_ceil(20);
        sorted.get(rank - 1).copied()
    }

    fn sorted(&self) -> Vec<Duration> {
        let mut sorted: Vec<_> = self.0.iter().copied().collect();
        sorted.sort_unstable();
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(seconds: &[u64]) -> UsualTime {
        let mut usual = UsualTime::default();
        for second in seconds {
            usual.record(Duration::from_secs(*second));
        }
        usual
    }

    fn median(seconds: &[u64]) -> Option<u64> {
        after(seconds).median().map(|median| median.as_secs())
    }

    fn late_after(seconds: &[u64]) -> u64 {
        after(seconds).late_after().as_secs()
    }

    #[test]
    fn a_few_deliveries_say_nothing_about_what_is_usual() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[4, 5]), None);
    }

    #[test]
    fn one_slow_delivery_does_not_change_what_is_usual() {
        assert_eq!(median(&[4, 300, 5]), Some(5));
    }

    #[test]
    fn old_deliveries_are_forgotten() {
        let old = [100; REMEMBERED];
        let new = [2; REMEMBERED];
        assert_eq!(median(&[old, new].concat()), Some(2));
    }

    #[test]
    fn without_a_record_half_a_minute_is_late() {
        assert_eq!(late_after(&[]), 30);
        assert_eq!(late_after(&[4, 5]), 30);
    }

    #[test]
    fn three_times_the_usual_is_late() {
        assert_eq!(late_after(&[6, 6, 6]), 18);
        assert_eq!(late_after(&[40, 40, 40]), 120);
    }

    #[test]
    fn where_texts_take_a_second_ten_are_late_and_not_three() {
        assert_eq!(late_after(&[1, 1, 1]), 10);
    }

    #[test]
    fn one_slow_delivery_excuses_no_other() {
        assert_eq!(late_after(&[6, 6, 6, 6, 300]), 18);
        assert_eq!(late_after(&[[6; 19].as_slice(), &[300]].concat()), 18);
    }

    #[test]
    fn what_one_in_ten_takes_is_not_late() {
        let record = [[6; 36].as_slice(), &[50; 4]].concat();
        assert_eq!(late_after(&record), 50);
    }
}
