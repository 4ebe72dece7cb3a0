//! The store's own time: never behind what it has been, and never standing still.
//! Where the time of day comes from is the clock's business (`time`).

use std::sync::Arc;
use std::time::Instant;

use rusqlite::{Connection, OptionalExtension};

use super::values::Moment;
use crate::time::{Clock, Timestamp, after};

/// Turns the computer's two clocks into one that goes only forward.
///
/// The latest of three counts:
/// - the time of day, so that a laptop's sleep, which the steady timer may miss, still ages codes;
/// - the last answer plus what the steady timer has run since, so that a clock that is set back
///   prolongs nothing. This also keeps time flowing when the mark lies in the future, because the
///   clock was set ahead for a while: codes then live as long as ever, under later dates;
/// - the mark in the file, the latest moment at which any process wrote there. It alone would freeze
///   time until the clock catches up.
///
/// What can't be known is how long the app was closed while the clock was set back.
pub(super) struct StoreTime {
    clock: Arc<dyn Clock>,
    last: Timestamp,
    read_at: Instant,
}

impl StoreTime {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            last: clock.now(),
            read_at: clock.steady(),
            clock,
        }
    }

    /// The store's present moment, in whole milliseconds.
    pub(super) fn now(&mut self, mark: Option<Timestamp>) -> Timestamp {
        let reading = self.clock.steady();
        let flowed = after(self.last, reading.saturating_duration_since(self.read_at));
        let now = self.clock.now().max(flowed).max(mark.unwrap_or(flowed));
        // Kept uncut: a busy store would otherwise lose a fraction of a millisecond at every step.
        self.last = now;
        self.read_at = reading;
        Moment::cut(now)
    }
}

/// The latest moment at which anybody wrote to the file.
pub(super) fn mark(connection: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    connection
        .prepare_cached("SELECT mark FROM clock")?
        .query_row([], |row| row.get::<_, Moment>(0))
        .optional()
        .map(|mark| mark.map(|Moment(mark)| mark))
}

/// Writes the mark down with the step that happens at `now`.
pub(super) fn keep_mark(connection: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO clock (one, mark) VALUES (1, ?1)
             ON CONFLICT (one) DO UPDATE SET mark = excluded.mark",
        )?
        .execute([Moment(now)])
        .map(drop)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::time::ManualClock;

    const HOUR: Duration = Duration::from_secs(3600);

    fn noon() -> Timestamp {
        "2026-03-01T12:00:00Z".parse().unwrap()
    }

    fn started() -> (Arc<ManualClock>, StoreTime) {
        let clock = Arc::new(ManualClock::new(noon()));
        let time = StoreTime::new(Arc::new(Arc::clone(&clock)));
        (clock, time)
    }

    #[test]
    fn it_follows_the_clock() {
        let (clock, mut time) = started();
        clock.advance(HOUR);
        assert_eq!(time.now(None), after(noon(), HOUR));
    }

    #[test]
    fn a_clock_set_back_neither_turns_it_back_nor_stops_it() {
        let (clock, mut time) = started();
        clock.advance(HOUR);
        clock.set(noon());
        assert_eq!(time.now(None), after(noon(), HOUR));
        clock.advance(HOUR);
        assert_eq!(time.now(None), after(noon(), 2 * HOUR));
    }

    #[test]
    fn sleep_that_only_the_time_of_day_saw_counts() {
        let (clock, mut time) = started();
        clock.set(after(noon(), HOUR));
        assert_eq!(time.now(None), after(noon(), HOUR));
    }

    #[test]
    fn a_mark_in_the_future_does_not_stop_it() {
        let (clock, mut time) = started();
        let mark = after(noon(), 1000 * HOUR);
        assert_eq!(time.now(Some(mark)), mark);
        clock.advance(HOUR);
        assert_eq!(time.now(Some(mark)), after(mark, HOUR));
    }

    #[test]
    fn many_readings_within_a_millisecond_lose_no_time() {
        let (clock, mut time) = started();
        clock.set(after(noon(), HOUR));
        time.now(None);
        clock.set(noon());
        for _ in 0..1000 {
            clock.advance(Duration::from_micros(10));
            time.now(None);
        }
        assert_eq!(
            time.now(None),
            after(noon(), HOUR + Duration::from_millis(10))
        );
    }
}
