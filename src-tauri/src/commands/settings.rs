//! The settings as the admin's pages show and change them.

use serde_json::Value;
use tauri::State;

use super::secrets;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::settings_in_force::NotSaved;
use crate::view::{SettingsSaved, SettingsView};

/// The settings, where each comes from, and which secrets are kept. None of them is told.
#[tauri::command]
pub(crate) async fn read_settings(state: State<'_, DeskState>) -> Result<SettingsView, Fault> {
    state.admin()?;
    let settings = state.settings().await?;
    let secrets = secrets::kept(state.vault(), &settings.effective.secrets).await;
    Ok(SettingsView::of(settings, secrets))
}

/// Saves the desk's own settings, and opens the desk anew by them.
#[tauri::command]
pub(crate) async fn save_settings(
    state: State<'_, DeskState>,
    settings: Value,
) -> Result<SettingsSaved, Fault> {
    state.admin()?;
    match state.save(settings).await {
        Ok(()) => Ok(SettingsSaved::Saved),
        Err(NotSaved::Invalid(error)) => Ok(SettingsSaved::invalid(&error)),
        Err(NotSaved::None(reason)) => Err(reason.into()),
    }
}
