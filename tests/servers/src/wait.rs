//! Waiting for several servers to agree, which they do in their own time.

use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;

/// How often they are asked.
const PAUSE: Duration = Duration::from_millis(20);

/// What one look found.
pub(crate) enum Look<T> {
    /// What was waited for.
    Found(T),
    /// Something else, in words for the error.
    NotYet(String),
}

/// Looks until what is awaited is there.
pub(crate) fn until<T>(
    awaited: &'static str,
    limit: Duration,
    mut look: impl FnMut() -> Result<Look<T>, Error>,
) -> Result<T, Error> {
    let started = Instant::now();
    loop {
        match look()? {
            Look::Found(found) => return Ok(found),
            Look::NotYet(shown) if started.elapsed() > limit => {
                return Err(Error::TimedOut {
                    awaited,
                    limit,
                    shown,
                });
            }
            Look::NotYet(_) => thread::sleep(PAUSE),
        }
    }
}
