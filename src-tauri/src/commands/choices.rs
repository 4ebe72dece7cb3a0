//! What staff choose for themselves.

use countersign_core::text::Language;
use tauri::State;

use crate::choices::{Choices, KeptChoices};
use crate::computer;
use crate::fault::Fault;

#[tauri::command]
pub(crate) async fn read_choices(kept: State<'_, KeptChoices>) -> Result<Choices, Fault> {
    Ok(kept.chosen())
}

/// Keeps what was chosen. Where it can't be written down it is in force all the same, until the app ends.
#[tauri::command]
pub(crate) async fn keep_choices(
    kept: State<'_, KeptChoices>,
    choices: Choices,
) -> Result<(), Fault> {
    if let Err(error) = kept.keep(choices) {
        tracing::warn!(%error, "what staff chose can't be written down");
    }
    Ok(())
}

/// The language of the screen where neither staff nor settings chose one.
#[tauri::command]
pub(crate) async fn computer_language() -> Result<Language, Fault> {
    Ok(computer::language())
}
