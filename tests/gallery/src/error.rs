//! Why a state of the screen could not be reached, looked at or drawn.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

/// Why a walk through the states stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The window did not do what it was asked, at this state.
    #[error("at “{state}”")]
    At {
        /// The state's name.
        state: &'static str,
        /// What the driver says.
        source: Box<countersign_driver::Error>,
    },
    /// The window did not open, or not close.
    #[error(transparent)]
    Window(Box<countersign_driver::Error>),
    /// The servers that a tour needs did not start, or not do what they were asked.
    #[error(transparent)]
    Servers(Box<countersign_servers::Error>),
    /// The Sinch that a tour needs did not start.
    #[error(transparent)]
    Sinch(#[from] countersign_sandbox::StartError),
    /// A step was asked of a tour that has nothing to do it with.
    #[error("this tour has no {0}")]
    NotHere(&'static str),
    /// The page answered a value of another form than expected.
    #[error("the page answered another form than expected")]
    Form(#[from] serde_json::Error),
    /// A picture could not be made smaller.
    #[error("`convert` of ImageMagick failed on {path} ({status})")]
    Shrinking {
        /// The picture.
        path: PathBuf,
        /// How the program ended.
        status: ExitStatus,
    },
    /// A file could not be read or written, or a program not started.
    #[error("{path} could not be read, written or started")]
    File {
        /// The file, folder or program.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl From<countersign_driver::Error> for Error {
    fn from(error: countersign_driver::Error) -> Self {
        Self::Window(Box::new(error))
    }
}

impl From<countersign_servers::Error> for Error {
    fn from(error: countersign_servers::Error) -> Self {
        Self::Servers(Box::new(error))
    }
}

impl Error {
    /// For `map_err` on what fails with this file.
    pub(crate) fn file(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { path, source }
    }
}
