//! The sandbox's clock: a source of real time plus what a trainer or a test has advanced it by.
//! Nothing else in the crate reads the time. Waits that a client must really feel (an answer after
//! eight seconds) are not its business: those are timers of the runtime.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp, fmt::rfc2822::DateTimePrinter, tz::TimeZone};

/// Where the clock reads real time. A test passes a source that stands still.
pub type TimeSource = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Real time, plus an offset that only grows until it is reset.
pub(crate) struct Clock {
    source: TimeSource,
    advanced: Mutex<Duration>,
}

impl Clock {
    pub(crate) fn new(source: TimeSource) -> Self {
        Self {
            source,
            advanced: Mutex::new(Duration::ZERO),
        }
    }

    /// Real time, which a client on the same machine reads too.
    pub(crate) fn real(&self) -> Timestamp {
        (self.source)()
    }

    pub(crate) fn now(&self) -> Timestamp {
        let advanced = *self.advanced.lock().unwrap_or_else(PoisonError::into_inner);
        after(self.real(), advanced)
    }

    pub(crate) fn advance(&self, by: Duration) {
        let mut advanced = self.advanced.lock().unwrap_or_else(PoisonError::into_inner);
        *advanced = advanced.saturating_add(by);
    }

    pub(crate) fn reset(&self) {
        *self.advanced.lock().unwrap_or_else(PoisonError::into_inner) = Duration::ZERO;
    }
}

/// `moment` and then `wait`, held at the end of time instead of overflowing.
pub(crate) fn after(moment: Timestamp, wait: Duration) -> Timestamp {
    SignedDuration::try_from(wait)
        .ok()
        .and_then(|wait| moment.checked_add(wait).ok())
        .unwrap_or(Timestamp::MAX)
}

/// Time from `earlier` to `later`, zero when they stand the other way round.
pub(crate) fn between(earlier: Timestamp, later: Timestamp) -> Duration {
    Duration::try_from(later.duration_since(earlier)).unwrap_or_default()
}

/// Milliseconds and `Z`, as the SMS API writes every instant (Sinch wire facts, section 4.2).
pub(crate) fn in_milliseconds(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// UTC without a zone and with seven decimals, as `verificationTimestamp` is written: it is not
/// RFC 3339 (Sinch wire facts, section 1.6).
pub(crate) fn without_zone(moment: Timestamp) -> String {
    let whole = moment.to_zoned(TimeZone::UTC);
    let ticks = whole.subsec_nanosecond() / 100;
    format!("{}.{ticks:07}", whole.strftime("%Y-%m-%dT%H:%M:%S"))
}

/// The form of the HTTP `Date` header (RFC 9110, section 5.6.7).
pub(crate) fn http_date(moment: Timestamp) -> String {
    DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&moment)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> Timestamp {
        "2024-05-22T09:38:59.5590437Z".parse().unwrap()
    }

    #[test]
    fn a_verification_timestamp_has_seven_decimals_and_no_zone() {
        assert_eq!(without_zone(moment()), "2024-05-22T09:38:59.5590437");
    }

    #[test]
    fn an_sms_instant_has_milliseconds_and_a_zone() {
        assert_eq!(in_milliseconds(moment()), "2024-05-22T09:38:59.559Z");
    }

    #[test]
    fn the_date_header_is_in_http_form() {
        assert_eq!(http_date(moment()), "Wed, 22 May 2024 09:38:59 GMT");
    }

    #[test]
    fn advancing_adds_up_and_a_reset_returns_to_real_time() {
        let clock = Clock::new(Arc::new(moment));
        clock.advance(Duration::from_secs(60));
        clock.advance(Duration::from_secs(30));
        assert_eq!(between(moment(), clock.now()), Duration::from_secs(90));
        clock.reset();
        assert_eq!(clock.now(), moment());
    }

    #[test]
    fn an_absurd_advance_stops_at_the_end_of_time() {
        let clock = Clock::new(Arc::new(moment));
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), Timestamp::MAX);
    }
}
