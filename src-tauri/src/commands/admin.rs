//! The guard before the admin's pages: how it stands, its passcode, letting in and shutting out.

use countersign_core::admin_lock::{Passcode, Salt};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use secrecy::SecretString;
use tauri::State;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{AdminStatus, AdminUnlocked, KeepIn, PasscodeSet};

/// How the guard stands. Asks nobody for a passcode, and extends no time.
#[tauri::command]
pub(crate) async fn admin_status(state: State<'_, DeskState>) -> Result<AdminStatus, Fault> {
    let settings = state.effective().await?;
    let status = state.lock().status(&settings.admin).await;
    Ok(AdminStatus::of(
        status,
        &settings,
        *state.vault().state().borrow(),
    ))
}

/// Sets the passcode: the first one at anybody's word, another only where the pages are open.
#[tauri::command]
pub(crate) async fn set_passcode(
    state: State<'_, DeskState>,
    passcode: SecretString,
    keep: KeepIn,
) -> Result<PasscodeSet, Fault> {
    let settings = state.effective().await?;
    let passcode = match Passcode::new(passcode) {
        Ok(passcode) => passcode,
        Err(unfit) => return Ok(PasscodeSet::unfit(unfit)),
    };
    let salt = Salt::draw(&mut UnwrapErr(SysRng));
    let lock = state.lock();
    lock.set_passcode(&settings.admin, passcode, keep.into(), salt)
        .await?;
    match keep {
        KeepIn::Keyring => state.save_passcode_set().await?,
        KeepIn::Session => {}
    }
    Ok(PasscodeSet::Set)
}

/// Tries a passcode. A wrong one costs time, more with each.
#[tauri::command]
pub(crate) async fn unlock_admin(
    state: State<'_, DeskState>,
    passcode: SecretString,
) -> Result<AdminUnlocked, Fault> {
    let settings = state.effective().await?;
    Ok(state.lock().unlock(&settings.admin, passcode).await?.into())
}

/// Shuts the pages, at the admin's word.
#[tauri::command]
pub(crate) async fn lock_admin(state: State<'_, DeskState>) -> Result<(), Fault> {
    state.lock().lock();
    Ok(())
}
