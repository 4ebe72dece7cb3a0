//! What the commands find behind them: a desk, or the reason why there is none.

use countersign_core::desk::Desk;
use thiserror::Error;

use crate::fault::{Fault, cause};
use crate::settings_file::SettingsFault;
use crate::training::{Training, TrainingError};

/// Why there is no desk.
#[derive(Debug, Error)]
pub(crate) enum NoDesk {
    /// Its settings can't be had.
    #[error(transparent)]
    Settings(#[from] SettingsFault),
    /// Training mode can't be opened.
    #[error(transparent)]
    Training(#[from] TrainingError),
}

/// The one state that Tauri manages for us.
pub(crate) struct DeskState(Result<Training, NoDesk>);

impl DeskState {
    pub(crate) fn new(opened: Result<Training, NoDesk>) -> Self {
        if let Err(error) = &opened {
            let cause = cause(error);
            tracing::error!(%error, cause, "the desk could not be opened");
        }
        Self(opened)
    }

    /// The desk. Without one every command fails with the reason: nothing is sent, nothing verified.
    pub(crate) fn desk(&self) -> Result<&Desk, Fault> {
        Ok(self.training()?.desk())
    }

    /// The training mode that the desk is in.
    pub(crate) fn training(&self) -> Result<&Training, Fault> {
        self.0.as_ref().map_err(Fault::from)
    }
}
