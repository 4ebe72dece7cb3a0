//! What is told about wordings and credentials while an admin types them. Keeps nothing.

use countersign_core::sinch::credentials::looks::{CredentialField, look};
use countersign_core::text::{Draft, Language, lint};
use secrecy::SecretString;
use tauri::State;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{CredentialLook, TextPreview};

/// How a wording would arrive, what it costs, and what is wrong with it.
#[tauri::command]
pub(crate) async fn preview_text(
    state: State<'_, DeskState>,
    language: Language,
    template: Option<String>,
    organisation: String,
    desk: String,
) -> Result<TextPreview, Fault> {
    state.admin()?;
    let template = template.as_deref();
    let lint = lint(&Draft {
        template,
        language,
        site: &organisation,
        desk: &desk,
    });
    Ok(TextPreview::of(lint, template, language))
}

/// What a credential looks like. It goes no further, and is not repeated.
#[tauri::command]
pub(crate) async fn look_at_credential(
    state: State<'_, DeskState>,
    field: CredentialField,
    value: SecretString,
) -> Result<CredentialLook, Fault> {
    state.admin()?;
    Ok(look(field, &value).into())
}
