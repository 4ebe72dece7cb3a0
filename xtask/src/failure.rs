//! Why a task stopped, in a sentence that says what to do.
//! Written out by hand: this crate has no dependencies, so that it is the first thing a new machine can build.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use crate::need::Need;
use crate::program;

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
    /// Something is not as it has to be; which, is a sentence.
    Refused(String),
}

impl Failure {
    /// What an error means that met the file or folder at `path`.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    /// What an error means that met a command at its start.
    pub(crate) fn not_started(command: &Command) -> impl FnOnce(io::Error) -> Self {
        let command = program::shown_command(command);
        move |source| Self::NotStarted { command, source }
    }
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
            Self::Refused(sentence) => write!(formatter, "{sentence}"),
        }
    }
}

impl Error for Failure {}

/// A list for a sentence.
pub(crate) fn names(needs: &[Need]) -> String {
    let names: Vec<&str> = needs.iter().map(|need| need.name()).collect();
    names.join(", ")
}
