//! Why a store could not do its step, by stable codes. What to do about each is said by the screen
//! and in the documents; no library's text gets there.

use std::error::Error as StdError;
use std::time::Duration;

use thiserror::Error;

/// What lies behind a fault, for the log.
type Cause = Box<dyn StdError + Send + Sync>;

/// The store could not do its step. Callers fail closed: no send, no verdict.
#[derive(Debug, Error)]
pub enum StoreFault {
    /// The store can't be reached or opened; whether the step was done is known: it was not.
    #[error("the store can't be reached")]
    Unreachable {
        /// What stands in the way.
        because: UnreachableBecause,
        /// For how long it has been so, as far as this desk knows.
        away: Duration,
        /// What lies behind it.
        #[source]
        source: Cause,
    },
    /// The step was begun and its outcome is not known. Asked again under the same names, it does
    /// nothing twice.
    #[error("the store did not answer in time")]
    Interrupted(#[source] Cause),
    /// The store refuses to work; the step was not done.
    #[error("the store refuses to work")]
    Refused {
        /// What it says.
        because: RefusedBecause,
        /// What lies behind it.
        #[source]
        source: Cause,
    },
    /// What the store holds is not what this version writes.
    #[error("the store holds something that this version can't read")]
    Unreadable(#[source] Cause),
}

/// What stands between a desk and its store.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum UnreachableBecause {
    /// The file can't be opened, or another program holds it.
    File,
    /// No such host name.
    HostName,
    /// Nothing listens at that address, or nothing answers there.
    NoAnswer,
    /// The server's certificate is not one that this computer trusts, or not for that name.
    Certificate,
    /// Sentinel knows no primary of that name, or no Sentinel answers.
    NoPrimary,
    /// The app's own settings for it can't be used.
    Settings,
}

/// What a store that refuses to work says.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum RefusedBecause {
    /// It is a replica, or may not be written to.
    ReadOnly,
    /// It is still reading its data from disk.
    Loading,
    /// Its memory, or its disk, is full.
    Full,
    /// It has as many clients as it allows.
    TooManyClients,
    /// It wants a user and a password, or another one.
    NotAuthenticated,
    /// The user may not do what Countersign must do.
    NotPermitted,
    /// A key of ours holds something that isn't ours.
    WrongType,
    /// It is busy with somebody's script.
    Busy,
    /// The cluster does not serve all of its slots.
    ClusterDown,
    /// Fewer replicas have the step than the settings ask for.
    NotReplicated,
    /// It can't save to its disk, and is set to refuse writes then.
    CannotSave,
    /// A name that may be used once was used before.
    NameTaken,
    /// Its file is damaged, or may not be written to.
    Damaged,
    /// Something else, which the log has.
    Other,
}

impl StoreFault {
    /// A store that was reached until now.
    pub(crate) fn unreachable(because: UnreachableBecause, source: impl Into<Cause>) -> Self {
        Self::Unreachable {
            because,
            away: Duration::ZERO,
            source: source.into(),
        }
    }

    /// A step that the store would not do.
    pub(crate) fn refused(because: RefusedBecause, source: impl Into<Cause>) -> Self {
        Self::Refused {
            because,
            source: source.into(),
        }
    }

    /// The fault's stable name, by which screens find their words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable { because, .. } => match because {
                UnreachableBecause::File => "store.file",
                UnreachableBecause::HostName => "store.host-name",
                UnreachableBecause::NoAnswer => "store.no-answer",
                UnreachableBecause::Certificate => "store.certificate",
                UnreachableBecause::NoPrimary => "store.no-primary",
                UnreachableBecause::Settings => "store.settings",
            },
            Self::Interrupted(_) => "store.interrupted",
            Self::Refused { because, .. } => match because {
                RefusedBecause::ReadOnly => "store.read-only",
                RefusedBecause::Loading => "store.loading",
                RefusedBecause::Full => "store.full",
                RefusedBecause::TooManyClients => "store.too-many-clients",
                RefusedBecause::NotAuthenticated => "store.not-authenticated",
                RefusedBecause::NotPermitted => "store.not-permitted",
                RefusedBecause::WrongType => "store.wrong-type",
                RefusedBecause::Busy => "store.busy",
                RefusedBecause::ClusterDown => "store.cluster-down",
                RefusedBecause::NotReplicated => "store.not-replicated",
                RefusedBecause::CannotSave => "store.cannot-save",
                RefusedBecause::NameTaken => "store.name-taken",
                RefusedBecause::Damaged => "store.damaged",
                RefusedBecause::Other => "store.refused",
            },
            Self::Unreadable(_) => "store.unreadable",
        }
    }
}
