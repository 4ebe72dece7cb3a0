//! The time of day that servers see: the machine's, or one that stands still until a test moves it.
//! Monotonic clocks stay real, so that a server with a held clock goes on working.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::error::Error;

/// The library that answers for the clock, compiled when this crate is.
const LIBRARY: &str = env!("HELD_CLOCK_LIBRARY");

/// One of two slots in the file, in bytes.
const SLOT: u64 = 8;

/// Which time of day a server goes by.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// One that only the test moves.
    Held(HeldClock),
}

impl Clock {
    /// Makes a server that is about to start go by this clock.
    pub(crate) fn apply(&self, command: &mut Command) {
        match self {
            Self::System => {}
            Self::Held(clock) => {
                command.env("LD_PRELOAD", LIBRARY);
                command.env("HELD_CLOCK", clock.path());
            }
        }
    }
}

/// A time of day that stands still. Clones are the same clock: every server that was started with one of them
/// sees each move at once.
///
/// What a server does *after a while* by the time of day then waits for the test as well, `CLIENT PAUSE` among it.
#[derive(Debug, Clone)]
pub struct HeldClock(Arc<Hands>);

#[derive(Debug)]
struct Hands {
    file: NamedTempFile,
    now: Mutex<Reading>,
}

/// What the file holds, in the layout that `held_clock.c` describes.
#[derive(Debug, Clone, Copy)]
struct Reading {
    microseconds: i64,
    slot: u8,
}

impl HeldClock {
    /// A clock that shows `microseconds` since 1970.
    ///
    /// # Errors
    /// [`Error::File`] when its file can't be written.
    pub fn new(microseconds: i64) -> Result<Self, Error> {
        let file = NamedTempFile::with_prefix("countersign-clock-")
            .map_err(Error::file(std::env::temp_dir()))?;
        let reading = Reading {
            microseconds,
            slot: 0,
        };
        file.as_file()
            .set_len(2 * SLOT + 1)
            .and_then(|()| reading.write(file.as_file()))
            .map_err(Error::file(file.path()))?;
        Ok(Self(Arc::new(Hands {
            file,
            now: Mutex::new(reading),
        })))
    }

    /// What it shows, in microseconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.0
            .now
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .microseconds
    }

    /// Moves it to `microseconds` since 1970, backwards too.
    ///
    /// # Errors
    /// [`Error::File`] when its file can't be written.
    pub fn set(&self, microseconds: i64) -> Result<(), Error> {
        self.turn(|_| microseconds)
    }

    /// Moves it on by `step`, in whole microseconds.
    ///
    /// # Errors
    /// [`Error::File`] when its file can't be written.
    pub fn advance(&self, step: Duration) -> Result<(), Error> {
        let step = i64::try_from(step.as_micros()).unwrap_or(i64::MAX);
        self.turn(|now| now.saturating_add(step))
    }

    fn turn(&self, to: impl FnOnce(i64) -> i64) -> Result<(), Error> {
        let mut now = self.0.now.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Reading {
            microseconds: to(now.microseconds),
            slot: 1 - now.slot,
        };
        next.write(self.0.file.as_file())
            .map_err(Error::file(self.path()))?;
        *now = next;
        Ok(())
    }

    fn path(&self) -> &Path {
        self.0.file.path()
    }
}

impl Reading {
    fn write(self, file: &File) -> std::io::Result<()> {
        file.write_all_at(
            &self.microseconds.to_ne_bytes(),
            u64::from(self.slot) * SLOT,
        )?;
        file.write_all_at(&[self.slot], 2 * SLOT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_is_the_same_clock() {
        let clock = HeldClock::new(1_000_000).unwrap();
        clock.clone().advance(Duration::from_millis(2)).unwrap();
        assert_eq!(clock.now(), 1_002_000);
        clock.set(5).unwrap();
        assert_eq!(clock.clone().now(), 5);
    }
}
