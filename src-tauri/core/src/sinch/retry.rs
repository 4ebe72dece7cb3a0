//! The pauses between tries, and the one automatic second try of a send.
//! A send is tried again only when it is known not to have gone out, and only for want of room.

use std::time::Duration;

use rand::RngExt;

use super::error::{RefusedBecause, SinchError};

/// The longest pause that a send waits while staff look at the screen.
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
/// Where Sinch names no pause: this much, and up to as much again.
const SHORT_PAUSE: Duration = Duration::from_millis(250);

/// Draws the random part of a pause, so that many desks don't come back at the same moment.
pub trait Jitter: Send + Sync + 'static {
    /// A length from zero to `most`.
    fn up_to(&self, most: Duration) -> Duration;
}

/// Draws from the thread's own generator: pauses need no secrecy.
#[derive(Clone, Copy, Debug, Default)]
pub struct RandomJitter;

impl Jitter for RandomJitter {
    fn up_to(&self, most: Duration) -> Duration {
        rand::rng().random_range(Duration::ZERO..=most)
    }
}

/// Whether a send may be sent once more: where Sinch had no room for it (HTTP 503, or 429 that is not
/// about this number: Sinch wire facts §5) and asks for no more than three seconds, which have passed
/// when this answers.
pub(crate) async fn has_room_now<T>(outcome: &Result<T, SinchError>, jitter: &dyn Jitter) -> bool {
    let pause = match outcome {
        Ok(_) => return false,
        Err(error) => pause_before_retry(error, jitter),
    };
    let Some(pause) = pause else {
        return false;
    };
    tracing::debug!(?pause, "Sinch had no room; sending once more");
    tokio::time::sleep(pause).await;
    true
}

fn pause_before_retry(error: &SinchError, jitter: &dyn Jitter) -> Option<Duration> {
    let retry_after = match error {
        SinchError::Unavailable { retry_after }
        | SinchError::Refused {
            because: RefusedBecause::Capacity { retry_after },
            ..
        } => *retry_after,
        SinchError::Refused { .. }
        | SinchError::ClockSkew { .. }
        | SinchError::Unfit(_)
        | SinchError::NoToken(_)
        | SinchError::Unreachable { .. }
        | SinchError::TimedOut
        | SinchError::Cut { .. }
        | SinchError::Unreadable
        | SinchError::TooLarge
        | SinchError::Redirected
        | SinchError::ServerError { .. } => return None,
    };
    let pause = retry_after.unwrap_or_else(|| SHORT_PAUSE + jitter.up_to(SHORT_PAUSE));
    (pause <= LONGEST_PAUSE).then_some(pause)
}

/// Draws the longest pause every time: for tests that count pauses.
#[cfg(test)]
pub(crate) struct LongestJitter;

#[cfg(test)]
impl Jitter for LongestJitter {
    fn up_to(&self, most: Duration) -> Duration {
        most
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::Instant;

    use super::*;

    fn capacity(seconds: Option<u64>) -> SinchError {
        SinchError::refused(RefusedBecause::Capacity {
            retry_after: seconds.map(Duration::from_secs),
        })
    }

    async fn sent_again_after(error: SinchError) -> Option<Duration> {
        let start = Instant::now();
        let again = has_room_now(&Err::<(), _>(error), &LongestJitter).await;
        again.then(|| start.elapsed())
    }

    #[tokio::test(start_paused = true)]
    async fn a_send_without_room_is_tried_once_more_after_a_short_pause() {
        let unavailable = SinchError::Unavailable { retry_after: None };
        let pause = Some(Duration::from_millis(500));
        assert_eq!(sent_again_after(unavailable).await, pause);
        assert_eq!(sent_again_after(capacity(None)).await, pause);
    }

    #[tokio::test(start_paused = true)]
    async fn a_pause_that_sinch_names_is_kept_up_to_three_seconds() {
        let pause = Some(Duration::from_secs(3));
        assert_eq!(sent_again_after(capacity(Some(3))).await, pause);
        assert_eq!(sent_again_after(capacity(Some(4))).await, None);
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_else_is_ever_sent_twice() {
        assert!(!has_room_now(&Ok(()), &LongestJitter).await);
        for error in [
            SinchError::TimedOut,
            SinchError::Unreadable,
            SinchError::TooLarge,
            SinchError::Redirected,
            SinchError::ServerError { status: 500 },
            SinchError::refused(RefusedBecause::TooSoon),
            SinchError::refused(RefusedBecause::WrongCode),
            SinchError::refused(RefusedBecause::NoCredit),
            SinchError::refused(RefusedBecause::Blacklisted),
            SinchError::NoToken(Box::new(capacity(None))),
        ] {
            assert_eq!(sent_again_after(error).await, None);
        }
    }

    #[test]
    fn a_random_pause_stays_within_its_bound() {
        let most = Duration::from_millis(3);
        assert!((0..100).all(|_| RandomJitter.up_to(most) <= most));
    }
}
