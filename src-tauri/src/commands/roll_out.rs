//! The roll-out to other desks: a bundle made, looked into and taken over, and a change of the site key
//! planned. No command tells a secret; a passphrase comes in and is forgotten.

use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use countersign_core::provision::{
    self, Bundle, CannotExport, ImportFault, Key, Lock, Plan, Refused,
};
use countersign_core::settings::Mode;
use countersign_core::site_keys::{self, CannotPlan};
use countersign_core::time::{Clock, SystemClock, Timestamp};
use countersign_core::vault::SecretName;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use secrecy::{ExposeSecret, SecretString};
use tauri::State;

use crate::bundle_file::{self, Existing};
use crate::desk_folder::DeskFolder;
use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::{BundleLook, BundleMade, BundleTaken, SiteKeyPlanned, SiteKeyView};

const MINUTE: Duration = Duration::from_secs(60);

/// Where a bundle is written if nobody says otherwise.
#[tauri::command]
pub(crate) async fn bundle_place(state: State<'_, DeskState>) -> Result<String, Fault> {
    state.admin()?;
    let place = bundle_file::usual_place(SystemClock.now());
    Ok(place.to_string_lossy().into_owned())
}

/// Writes what this desk shares into a file that only this passphrase, or these recipients, open.
#[tauri::command]
pub(crate) async fn export_bundle(
    state: State<'_, DeskState>,
    passphrase: SecretString,
    recipients: Vec<String>,
    path: String,
) -> Result<BundleMade, Fault> {
    state.admin()?;
    let passphrase = Some(passphrase).filter(|text| !text.expose_secret().is_empty());
    let lock = match Lock::new(passphrase, &recipients) {
        Ok(lock) => lock,
        Err(unfit) => return Ok(BundleMade::unfit(unfit.code())),
    };
    // Where the app was started from is nothing that anybody at the window knows.
    if !Path::new(&path).is_absolute() {
        return Ok(BundleMade::unfit("bundle.path"));
    }
    let settings = state.effective().await?;
    let mut randomness = UnwrapErr(SysRng);
    let now = SystemClock.now();
    let gathering = provision::gather(&settings, state.vault(), now, true, &mut randomness);
    let bundle = match gathering.await {
        Ok(bundle) => bundle,
        Err(CannotExport::Missing(_)) => return Ok(BundleMade::unfit("bundle.missing")),
        Err(CannotExport::Vault(fault)) => return Err(fault.into()),
    };
    at_leisure(move || written(&bundle, &lock, path)).await
}

fn written(bundle: &Bundle, lock: &Lock, path: String) -> BundleMade {
    let Ok(file) = bundle.write(lock) else {
        return BundleMade::unfit("bundle.tooLarge");
    };
    match bundle_file::write(Path::new(&path), &file, Existing::Kept) {
        Ok(()) => BundleMade::Written { path },
        Err(error) => {
            tracing::warn!(%error, "a bundle was not written");
            BundleMade::unfit(error.code())
        }
    }
}

/// Says what a bundle would change. Changes nothing.
#[tauri::command]
pub(crate) async fn look_into_bundle(
    state: State<'_, DeskState>,
    bundle: String,
    passphrase: SecretString,
) -> Result<BundleLook, Fault> {
    state.admin()?;
    Ok(match planned(&state, bundle, passphrase).await? {
        Ok(plan) => BundleLook::Opened {
            changes: plan.changes().into(),
        },
        Err(refused) => BundleLook::Refused {
            problem: refused.code().to_owned(),
        },
    })
}

/// Takes a bundle over, all of it or nothing, and opens the desk anew by it.
#[tauri::command]
pub(crate) async fn import_bundle(
    state: State<'_, DeskState>,
    bundle: String,
    passphrase: SecretString,
) -> Result<BundleTaken, Fault> {
    state.admin()?;
    let Some(folder) = state.folder() else {
        return Err(Fault::argument("A rehearsal takes no bundle over."));
    };
    let files = DeskFolder::take(folder)?;
    let plan = match planned(&state, bundle, passphrase).await? {
        Ok(plan) => plan,
        Err(refused) => {
            return Ok(BundleTaken::Refused {
                problem: refused.code().to_owned(),
            });
        }
    };
    plan.carry_out(state.vault(), &files, drop).await?;
    state.open_anew();
    Ok(BundleTaken::Imported)
}

/// What a bundle would make of this desk.
async fn planned(
    state: &DeskState,
    bundle: String,
    passphrase: SecretString,
) -> Result<Result<Plan, Refused>, Fault> {
    let Ok(file) = STANDARD.decode(bundle) else {
        return Err(Fault::argument("A bundle is given in base64."));
    };
    let key = Key::Passphrase(passphrase);
    let bundle = match at_leisure(move || Bundle::read(&file, &key)).await? {
        Ok(bundle) => bundle,
        Err(refused) => return Ok(Err(refused)),
    };
    let own = state.settings().await?.own;
    let mut randomness = UnwrapErr(SysRng);
    match Plan::new(bundle, Some(own), None, state.vault(), &mut randomness).await {
        Ok(plan) => Ok(Ok(plan)),
        Err(ImportFault::Settings(_)) => Ok(Err(Refused::Unusable)),
        Err(fault) => Err(fault.into()),
    }
}

/// How the site key stands.
#[tauri::command]
pub(crate) async fn site_key_plan(state: State<'_, DeskState>) -> Result<SiteKeyView, Fault> {
    state.admin()?;
    let settings = state.effective().await?;
    let (vault, set) = (state.vault(), &settings.secrets);
    match site_keys::planned(vault, set).await {
        Ok(Some(changeover)) => Ok(SiteKeyView::of(
            changeover,
            now(&state, settings.mode).await,
        )),
        Ok(None) => match vault.read(set, SecretName::SiteKey).await? {
            Some(_) => Ok(SiteKeyView::One),
            None => Ok(SiteKeyView::None),
        },
        Err(error) => Err(error.into()),
    }
}

/// Plans a change of the site key, and opens the desk anew with both keys.
#[tauri::command]
pub(crate) async fn plan_site_key(
    state: State<'_, DeskState>,
    switch_in_minutes: u32,
    overlap_hours: u32,
) -> Result<SiteKeyPlanned, Fault> {
    state.admin()?;
    let settings = state.effective().await?;
    let now = now(&state, settings.mode).await;
    let mut randomness = UnwrapErr(SysRng);
    let changeover = site_keys::plan(
        state.vault(),
        &settings.secrets,
        now,
        MINUTE * switch_in_minutes,
        60 * MINUTE * overlap_hours,
        &mut randomness,
    );
    match changeover.await {
        Ok(changeover) => {
            state.secrets_changed(&settings);
            Ok(SiteKeyPlanned::Planned {
                plan: SiteKeyView::of(changeover, now),
            })
        }
        Err(CannotPlan::Vault(fault)) => Err(fault.into()),
        Err(error) => Ok(SiteKeyPlanned::Unfit {
            problem: error.code().to_owned(),
        }),
    }
}

/// What time it is by the store that all desks go by; by this computer where the store does not say.
async fn now(state: &DeskState, mode: Mode) -> Timestamp {
    let desk = match mode {
        Mode::Training => None,
        Mode::Live => state.open_desk().ok(),
    };
    let Some(desk) = desk else {
        return SystemClock.now();
    };
    let told = desk.desk().store_time().await;
    told.unwrap_or_else(|_| SystemClock.now())
}

/// Work that takes a second of the processor's time, aside from what the window waits for.
async fn at_leisure<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Fault::window())
}
