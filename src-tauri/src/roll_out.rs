//! What a roll-out needs of a desk that is opened: leftovers of an import are tidied away before, and a
//! site key whose time is over is forgotten afterwards. Neither keeps a desk from opening.

use std::path::PathBuf;
use std::sync::Arc;

use countersign_core::provision;
use countersign_core::settings::Settings;
use countersign_core::site_keys;
use countersign_core::vault::Vault;

use crate::desk_folder::{DeskFolder, NoFolder};
use crate::fault::cause;
use crate::open_desk::OpenDesk;

/// Tidies away what an import left over that was cut off. Where there is none, asks no keyring.
pub(crate) async fn tidy(folder: PathBuf, vault: Vault) {
    if !DeskFolder::has_note(&folder) {
        return;
    }
    let files = match DeskFolder::take(&folder) {
        Ok(files) => files,
        // It tidies up by itself.
        Err(NoFolder::Busy) => return,
        Err(error) => {
            let cause = cause(&error);
            tracing::warn!(%error, cause, "what an import left over can't be looked at");
            return;
        }
    };
    match provision::tidy(&vault, &files).await {
        Ok(()) => tracing::info!("tidied up after an import that was cut off"),
        Err(error) => {
            let cause = cause(&error);
            tracing::warn!(%error, cause, "what an import left over stays for now");
        }
    }
}

/// Forgets the site key that was before, once it opens nothing any more by the store's clock.
pub(crate) async fn retire(desk: Arc<OpenDesk>, settings: Settings, vault: Vault) {
    let set = &settings.secrets;
    match site_keys::planned(&vault, set).await {
        Ok(Some(_)) => {}
        Ok(None) => return,
        Err(error) => {
            tracing::warn!(
                code = error.code(),
                "the site key's successor can't be read"
            );
            return;
        }
    }
    let Ok(now) = desk.desk().store_time().await else {
        return;
    };
    match site_keys::retire(&vault, set, now).await {
        Ok(true) => tracing::info!("the older site key is forgotten"),
        Ok(false) => {}
        Err(error) => tracing::warn!(code = error.code(), "the older site key stays for now"),
    }
}
