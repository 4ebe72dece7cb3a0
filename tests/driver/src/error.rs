//! What can go wrong between a test and the window, in words that say what to do about it.
//! A test fails with these; the app itself never meets them.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

use fantoccini::error::{CmdError, ErrorStatus, NewSessionError};

/// Why the window could not be opened, driven or looked at.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A program the driver needs is not on this machine.
    #[error(
        "{program} is not installed: Debian's package `{package}` has it (or run `cargo xtask setup`)"
    )]
    Missing {
        /// The program's name.
        program: &'static str,
        /// The Debian package that has it.
        package: &'static str,
    },
    /// A program is there and did not start.
    #[error("{program} did not start")]
    Start {
        /// The program's name.
        program: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// A program started and ended before it was of use.
    #[error("{program} ended too early ({status})")]
    Ended {
        /// The program's name.
        program: &'static str,
        /// How it ended.
        status: ExitStatus,
    },
    /// A program said something other than what it is documented to say.
    #[error("{program} answered what it should not: {answer:?}")]
    Answer {
        /// The program's name.
        program: &'static str,
        /// What it said.
        answer: String,
    },
    /// Nothing came within the time allowed.
    #[error("{awaited} did not come within {limit:?}")]
    TimedOut {
        /// What was waited for.
        awaited: String,
        /// How long.
        limit: Duration,
    },
    /// The page did not come to show something in time.
    #[error("the page did not show {awaited} within {limit:?}; it shows {shown}")]
    NotShown {
        /// What was waited for.
        awaited: String,
        /// How long.
        limit: Duration,
        /// The view that shows instead, and its alerts.
        shown: String,
    },
    /// The app did not come up under WebDriver.
    #[error("no session with {binary}; it and WebDriver last said:\n{output}")]
    Session {
        /// The app that was to open.
        binary: PathBuf,
        /// The end of what both wrote.
        output: String,
        /// What WebDriver answered.
        source: Box<NewSessionError>,
    },
    /// The app ended before its window opened.
    #[error("{binary} ended before its window opened; it last said:\n{output}")]
    AppEnded {
        /// The app that was to open.
        binary: PathBuf,
        /// The end of what it and WebDriver wrote.
        output: String,
    },
    /// The app runs and does not answer WebDriver.
    #[error("{binary} did not answer WebDriver within {limit:?}; it last said:\n{output}")]
    Silent {
        /// The app that was to open.
        binary: PathBuf,
        /// How long it had.
        limit: Duration,
        /// The end of what it and WebDriver wrote.
        output: String,
    },
    /// WebDriver refused a command.
    #[error("WebDriver could not {action}")]
    Command {
        /// What it was asked to do.
        action: String,
        /// What it answered.
        source: Box<CmdError>,
    },
    /// The page has no such element.
    #[error("the page has no element {selector}")]
    NoElement {
        /// The CSS selector that matched nothing.
        selector: String,
    },
    /// The page answered a value of another form than the driver expects.
    #[error("the page answered another form than expected")]
    Form(#[from] serde_json::Error),
    /// The app's process is not among WebDriver's children.
    #[error("{binary} is not running")]
    NotRunning {
        /// The app that was looked for.
        binary: PathBuf,
    },
    /// The session bus, or somebody on it, did not do what it was asked.
    #[error("the session bus could not be asked")]
    Bus(#[from] zbus::Error),
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
    /// What a look at the page tells that went while it was looked at, to make room for the next one: nothing
    /// yet.
    ///
    /// # Errors
    /// The error itself, where it is another.
    pub(crate) fn unless_the_page_went(self) -> Result<bool, Self> {
        if let Self::Command { source, .. } = &self
            && is_of_a_page_that_went(source)
        {
            return Ok(false);
        }
        Err(self)
    }

    /// False, where an element is not laid out yet.
    pub(crate) fn unless_it_has_no_place(self) -> Result<bool, Self> {
        if let Self::Command { source, .. } = &self
            && is_of_an_element_without_a_place(source)
        {
            return Ok(false);
        }
        Err(self)
    }

    /// Nothing, where the window or its page went while it was asked.
    pub(crate) fn unless_the_window_went<T>(self) -> Result<Option<T>, Self> {
        if let Self::Command { source, .. } = &self
            && (is_of_a_page_that_went(source) || is_of_a_window_that_went(source))
        {
            return Ok(None);
        }
        Err(self)
    }

    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// WebKitWebDriver's word where an element has no place on the screen yet.
fn is_of_an_element_without_a_place(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(error) if error.error == ErrorStatus::ElementNotInteractable)
}

fn is_of_a_window_that_went(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(error) if error.error == ErrorStatus::NoSuchWindow)
}

/// WebKitWebDriver's word where a script's page is unloaded before the script ends.
fn is_of_a_page_that_went(error: &CmdError) -> bool {
    matches!(error, CmdError::Standard(error) if error.error == ErrorStatus::NoSuchFrame)
}
