//! What can go wrong between a test and its servers, in words that say what to do about it.
//! A test fails with these; the app itself never meets them.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

/// Why servers could not be started, asked or looked at.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A program that the servers need is not on this machine.
    #[error(
        "{program} is not installed: Debian's package `redis-server` has it (or run `cargo xtask setup`)"
    )]
    Missing {
        /// The program's name.
        program: &'static str,
    },
    /// A program is there and did not start.
    #[error("{program} did not start")]
    Start {
        /// The program's name.
        program: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// A server ended before it answered.
    #[error("redis-server ended before it answered ({status}); its log ends:\n{log}")]
    Ended {
        /// How it ended.
        status: ExitStatus,
        /// The end of its log.
        log: String,
    },
    /// A server runs and does not answer.
    #[error("redis-server did not answer within {limit:?}; its log ends:\n{log}")]
    Silent {
        /// How long it had.
        limit: Duration,
        /// The end of its log.
        log: String,
    },
    /// Every port that was free a moment ago was taken by the time a server came to it.
    #[error("no free port after {attempts} attempts")]
    NoFreePort {
        /// How many ports were tried.
        attempts: u32,
    },
    /// A server shows the machine's time although it was given a held clock.
    #[error("the held clock has no hold on redis-server: it says {shown}, and not {held}")]
    ClockNotHeld {
        /// Microseconds since 1970 by the server.
        shown: i64,
        /// Microseconds since 1970 by the held clock.
        held: i64,
    },
    /// A server refused a command, or did not answer it.
    #[error("redis-server could not do {command}: {source}")]
    Command {
        /// The command's words.
        command: String,
        /// What came instead of an answer.
        source: Box<redis::RedisError>,
    },
    /// A server answered something other than what it is documented to answer.
    #[error("redis-server answered {command} with {answer:?}")]
    Answer {
        /// The command's words.
        command: String,
        /// What it said.
        answer: String,
    },
    /// Servers did not come to a state in time.
    #[error("{awaited} did not come about within {limit:?}; the last answer was:\n{shown}")]
    TimedOut {
        /// What was waited for.
        awaited: &'static str,
        /// How long.
        limit: Duration,
        /// What was seen last.
        shown: String,
    },
    /// A certificate could not be made.
    #[error("a certificate could not be made")]
    Certificate(#[from] rcgen::Error),
    /// A signal could not be sent to a server.
    #[error("redis-server could not be signalled")]
    Signal(#[source] io::Error),
    /// A file could not be read or written.
    #[error("{path} could not be read or written")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Error {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// The error for a failed start: names the package when the program is missing.
    pub(crate) fn not_started(program: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| {
            if source.kind() == io::ErrorKind::NotFound {
                return Self::Missing { program };
            }
            Self::Start { program, source }
        }
    }
}
