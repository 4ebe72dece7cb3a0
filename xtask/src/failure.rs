//! Why a task stopped, in a sentence that says what to do.
//! Written out by hand: this crate has no dependencies, so that it is the first thing a new machine can build.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

use crate::need::Need;

/// Why a task stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A program could not be started at all.
    NotStarted { command: String, source: io::Error },
    /// A program ended with another status than success.
    Failed { command: String, status: ExitStatus },
    /// Something is missing that only a person can install here.
    ByHand { missing: Vec<Need>, remedy: String },
    /// An installation went through and the need is still not met.
    StillMissing(Vec<Need>),
    /// A file could not be read or written.
    File { path: PathBuf, source: io::Error },
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted { command, source } => {
                write!(formatter, "`{command}` did not start: {source}")
            }
            Self::Failed { command, status } => write!(formatter, "`{command}` failed ({status})"),
            Self::ByHand { missing, remedy } => {
                write!(
                    formatter,
                    "Missing: {}. Please run: {remedy}",
                    names(missing)
                )
            }
            Self::StillMissing(missing) => {
                write!(
                    formatter,
                    "Installed, and still not found: {}",
                    names(missing)
                )
            }
            Self::File { path, source } => write!(formatter, "{}: {source}", path.display()),
        }
    }
}

impl Error for Failure {}

/// A list for a sentence.
pub(crate) fn names(needs: &[Need]) -> String {
    let names: Vec<&str> = needs.iter().map(|need| need.name()).collect();
    names.join(", ")
}
