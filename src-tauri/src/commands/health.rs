//! How everything stands that the desk leans on.

use countersign_core::health::{Health, Keyring};
use countersign_core::settings::{Mode, Settings};
use countersign_core::store::Seen;
use tauri::State;
use tauri::ipc::Channel;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::view::HealthView;

/// Tells how everything stands, at once and on each change, as long as the window listens; meanwhile keeps in
/// touch with what nobody uses just then.
#[tauri::command]
pub(crate) async fn watch_health(
    state: State<'_, DeskState>,
    health: Channel<HealthView>,
) -> Result<(), Fault> {
    let tell = |now: Health| health.send(now.into()).is_ok();
    loop {
        let opening = state.openings();
        let Ok(open) = state.open_desk() else {
            if tell_without_desk(&state, opening, tell).await {
                continue;
            }
            return Ok(());
        };
        let is_session = match state.effective().await {
            Ok(settings) => keeps_for_session(&state, &settings),
            Err(_) => false,
        };
        let tell = |now: Health| tell(open.health(now));
        let keyring = state.vault().state();
        tokio::select! {
            () = open.desk().watch_health(keyring, is_session, tell) => return Ok(()),
            () = open.keep_in_touch() => {}
            () = state.replaced(&open) => {}
        }
    }
}

/// Without a desk nobody asks Sinch or the store; the keyring may be why there is none. Answers whether
/// the window still listens once another desk was opened, or could not be.
async fn tell_without_desk(state: &DeskState, opening: u32, tell: impl Fn(Health) -> bool) -> bool {
    let mut keyring = state.vault().state();
    loop {
        let stands = Keyring {
            state: *keyring.borrow_and_update(),
            is_session: false,
        };
        if !tell(Health::of(&[], &Seen::default(), stands)) {
            return false;
        }
        tokio::select! {
            _ = state.reopened(opening) => return true,
            // The vault lives as long as the app.
            _ = keyring.changed() => {}
        }
    }
}

fn keeps_for_session(state: &DeskState, settings: &Settings) -> bool {
    match settings.mode {
        Mode::Training => false,
        Mode::Live => state.vault().is_session(&settings.secrets),
    }
}
