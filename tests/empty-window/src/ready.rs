//! The one command of the empty window.

/// The first paint is done.
#[tauri::command]
pub(crate) fn ready() {
    eprintln!("the window is ready");
}
