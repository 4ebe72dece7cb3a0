//! The machine's policy: the file in which the organisation's IT manages settings, watched while the app
//! runs. What may stand in it, and what it does, is the core's business.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use countersign_core::settings::{LONGEST_POLICY, Managed, SettingsError};
use thiserror::Error;

mod guard;
mod place;
mod watch;

pub(crate) use guard::{Loose, loose};
pub(crate) use place::path;
pub(crate) use watch::watch;

/// How the machine's policy stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PolicyState {
    /// There is none: the desk goes by its own settings.
    None,
    /// There is one.
    InForce {
        /// Its file.
        path: PathBuf,
        /// What it manages.
        managed: Arc<Managed>,
    },
    /// There is a file, and it can't be used.
    Unusable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: PolicyFault,
        /// What the desk goes by meanwhile.
        still_in_force: StillInForce,
    },
}

/// What a desk goes by while its policy can't be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum StillInForce {
    /// Nothing is known since the app was started: no desk is opened, as it might send by other rules
    /// than it was told to.
    Nothing,
    /// There was no policy before.
    NoPolicy,
    /// The policy as it was before.
    Policy(Arc<Managed>),
}

/// Why a policy can't be used.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub(crate) enum PolicyFault {
    /// The file can't be opened or read.
    #[error("the file can't be read")]
    Unreadable(io::ErrorKind),
    /// It holds what is no policy.
    #[error(transparent)]
    Content(#[from] SettingsError),
}

impl PolicyState {
    /// What a desk is to go by: a policy, or none.
    ///
    /// # Errors
    /// Why there can be no desk.
    pub(crate) fn managed(&self) -> Result<Option<&Managed>, &PolicyFault> {
        match self {
            Self::None => Ok(None),
            Self::InForce { managed, .. } => Ok(Some(managed)),
            Self::Unusable {
                fault,
                still_in_force,
                ..
            } => match still_in_force {
                StillInForce::Nothing => Err(fault),
                StillInForce::NoPolicy => Ok(None),
                StillInForce::Policy(managed) => Ok(Some(managed)),
            },
        }
    }

    /// Its file, where there is one.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::None => None,
            Self::InForce { path, .. } | Self::Unusable { path, .. } => Some(path),
        }
    }

    fn still_in_force(&self) -> StillInForce {
        match self {
            Self::None => StillInForce::NoPolicy,
            Self::InForce { managed, .. } => StillInForce::Policy(managed.clone()),
            Self::Unusable { still_in_force, .. } => still_in_force.clone(),
        }
    }
}

impl PolicyFault {
    /// The stable name of what is wrong.
    pub(crate) fn problem(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Content(error) => error.code(),
        }
    }
}

/// The policy as it stands at the start of the app, or for the command line. Waits for the disk.
pub(crate) fn look(path: &Path) -> PolicyState {
    Content::of(path).state(path, StillInForce::Nothing)
}

/// What was found in the place of the file.
#[derive(Clone, Eq, PartialEq)]
enum Content {
    Missing,
    Unreadable(io::ErrorKind),
    Bytes(Vec<u8>),
}

impl Content {
    /// Reads one byte more than a policy may have, and no more than that.
    fn of(path: &Path) -> Self {
        let most = u64::try_from(LONGEST_POLICY).map_or(u64::MAX, |most| most + 1);
        let read = File::open(path).and_then(|file| {
            let mut bytes = Vec::new();
            file.take(most).read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        match read {
            Ok(bytes) => Self::Bytes(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::Missing,
            Err(error) => Self::Unreadable(error.kind()),
        }
    }

    fn state(&self, path: &Path, still_in_force: StillInForce) -> PolicyState {
        let read = match self {
            Self::Missing => return PolicyState::None,
            Self::Unreadable(kind) => Err(PolicyFault::Unreadable(*kind)),
            Self::Bytes(bytes) => Managed::read(bytes).map_err(PolicyFault::Content),
        };
        let path = path.to_owned();
        match read {
            Ok(managed) => PolicyState::InForce {
                path,
                managed: Arc::new(managed),
            },
            Err(fault) => PolicyState::Unusable {
                path,
                fault,
                still_in_force,
            },
        }
    }
}

#[cfg(test)]
mod document;
#[cfg(test)]
mod tests;
