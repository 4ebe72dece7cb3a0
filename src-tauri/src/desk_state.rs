//! What the commands find behind them: a desk, or the reason why there is none.

use countersign_core::desk::Desk;

use crate::fault::Fault;
use crate::training::{Training, TrainingError};

/// The one state that Tauri manages for us.
pub(crate) struct DeskState(Result<Training, TrainingError>);

impl DeskState {
    pub(crate) fn new(opened: Result<Training, TrainingError>) -> Self {
        if let Err(error) = &opened {
            tracing::error!(%error, "the desk could not be opened");
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
