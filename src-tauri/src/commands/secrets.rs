//! Secrets, on their one way: into the vault. No command tells one, and none is logged.

use countersign_core::sinch::credentials::looks::trimmed;
use countersign_core::vault::{SecretName, SecretSet, Vault};
use secrecy::SecretString;
use tauri::State;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::live;
use crate::view::{KeepIn, SecretReplaced, SecretView};

/// What the pages may replace, or know of.
const SHOWN: [SecretName; 6] = [
    SecretName::SinchApplicationSecret,
    SecretName::SinchSmsToken,
    SecretName::SinchKeySecret,
    SecretName::RedisPassword,
    SecretName::SentinelPassword,
    SecretName::SiteKey,
];

/// Keeps a secret in place of the one before, and opens the desk anew with it.
#[tauri::command]
pub(crate) async fn replace_secret(
    state: State<'_, DeskState>,
    name: SecretName,
    value: SecretString,
    keep: KeepIn,
) -> Result<SecretReplaced, Fault> {
    state.admin()?;
    require_replaceable(name)?;
    let secret = trimmed(&value);
    if let Err(problem) = live::check_secret(name, &secret) {
        return Ok(SecretReplaced::Unfit { problem });
    }
    let settings = state.effective().await?;
    let set = &settings.secrets;
    match keep {
        KeepIn::Keyring => state.vault().keep(set, name, secret).await?,
        KeepIn::Session => state.vault().keep_for_session(set, name, secret),
    }
    state.secrets_changed(&settings);
    Ok(SecretReplaced::Kept { kept: keep })
}

/// Forgets a secret, and opens the desk anew without it.
#[tauri::command]
pub(crate) async fn forget_secret(
    state: State<'_, DeskState>,
    name: SecretName,
) -> Result<(), Fault> {
    state.admin()?;
    require_replaceable(name)?;
    let settings = state.effective().await?;
    state.vault().forget(&settings.secrets, name).await?;
    state.secrets_changed(&settings);
    Ok(())
}

/// Where each secret is that the pages may know of.
pub(super) async fn kept(vault: &Vault, set: &SecretSet) -> Vec<SecretView> {
    let mut kept = Vec::with_capacity(SHOWN.len());
    for name in SHOWN {
        let place = vault.kept(set, name).await.into();
        kept.push(SecretView { name, kept: place });
    }
    kept
}

/// The site key is drawn or comes in a bundle, and the passcodes have commands of their own.
fn require_replaceable(name: SecretName) -> Result<(), Fault> {
    match name {
        SecretName::SinchApplicationSecret
        | SecretName::SinchSmsToken
        | SecretName::SinchKeySecret
        | SecretName::RedisPassword
        | SecretName::SentinelPassword => Ok(()),
        SecretName::SiteKey
        | SecretName::OtherSiteKey
        | SecretName::AdminPasscode
        | SecretName::SupervisorPasscode => {
            Err(Fault::argument("That secret is not typed in here."))
        }
    }
}
