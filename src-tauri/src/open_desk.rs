//! A desk that is open: in training, or at work. What the two differ in is theirs; what the commands
//! ask of either is here.

use countersign_core::desk::Desk;
use countersign_core::health::Health;
use countersign_core::time::{Clock, SystemClock, Timestamp};

use crate::live::Live;
use crate::training::Training;

/// A desk that is open.
pub(crate) enum OpenDesk {
    /// Sinch is played within the app.
    Training(Training),
    /// Codes are sent.
    Live(Live),
}

impl OpenDesk {
    /// The desk.
    pub(crate) fn desk(&self) -> &Desk {
        match self {
            Self::Training(training) => training.desk(),
            Self::Live(live) => live.desk(),
        }
    }

    /// The time that the desk goes by.
    pub(crate) fn now(&self) -> Timestamp {
        match self {
            Self::Training(training) => training.now(),
            Self::Live(_) => SystemClock.now(),
        }
    }

    /// The training that the desk is in, if it is.
    pub(crate) fn training(&self) -> Option<&Training> {
        match self {
            Self::Training(training) => Some(training),
            Self::Live(_) => None,
        }
    }

    /// How everything stands, as this desk's window is to be told.
    pub(crate) fn health(&self, health: Health) -> Health {
        match self {
            Self::Training(_) => health.in_training(),
            Self::Live(_) => health,
        }
    }

    /// Keeps in touch with all that the desk leans on, for as long as this is awaited. A Sinch that is
    /// only played needs none of that.
    pub(crate) async fn keep_in_touch(&self) {
        match self {
            Self::Training(training) => training.desk().keep_in_touch_locally().await,
            Self::Live(live) => live.desk().keep_in_touch().await,
        }
    }

    /// Whether other desks use the same store.
    pub(crate) fn store_is_shared(&self) -> bool {
        match self {
            Self::Training(training) => training.store_is_shared(),
            Self::Live(live) => live.store_is_shared(),
        }
    }

    /// Whether a sandbox outside of the app plays Sinch.
    pub(crate) fn is_at_sandbox(&self) -> bool {
        match self {
            Self::Training(_) => false,
            Self::Live(live) => live.is_at_sandbox(),
        }
    }
}
