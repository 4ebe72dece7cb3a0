//! How everything stands that the desk leans on.

use countersign_core::health::Health;
use countersign_core::settings::{Mode, Settings};
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
    loop {
        let open = state.open_desk()?;
        let is_session = match state.effective().await {
            Ok(settings) => keeps_for_session(&state, &settings),
            Err(_) => false,
        };
        let tell = |now: Health| health.send(open.health(now).into()).is_ok();
        let keyring = state.vault().state();
        tokio::select! {
            () = open.desk().watch_health(keyring, is_session, tell) => return Ok(()),
            () = open.keep_in_touch() => {}
            () = state.replaced(&open) => {}
        }
    }
}

fn keeps_for_session(state: &DeskState, settings: &Settings) -> bool {
    match settings.mode {
        Mode::Training => false,
        Mode::Live => state.vault().is_session(&settings.secrets),
    }
}
