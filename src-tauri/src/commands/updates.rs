//! Whether there is a newer version.

use tauri::State;
use tauri::ipc::Channel;

use crate::desk_state::DeskState;
use crate::fault::Fault;
use crate::updates::Updates;
use crate::view::UpdateNews;

/// Tells which newer version there is, if staff are to hear of it: at once, and whenever that may have
/// changed, as long as the window listens.
#[tauri::command]
pub(crate) async fn watch_updates(
    state: State<'_, DeskState>,
    updates: State<'_, Updates>,
    news: Channel<UpdateNews>,
) -> Result<(), Fault> {
    let mut newer = updates.newer();
    loop {
        let opening = state.openings();
        let told = newer.borrow_and_update().clone();
        let told = told.filter(|_| state.tells_of_updates());
        if news.send(told.into()).is_err() {
            return Ok(());
        }
        tokio::select! {
            // The sender lives as long as the app.
            _ = newer.changed() => {}
            _ = state.reopened(opening) => {}
        }
    }
}
