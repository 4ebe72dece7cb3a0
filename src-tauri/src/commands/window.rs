//! The window itself.

use tauri::{Runtime, WebviewWindow};

use crate::fault::Fault;

/// The first paint is done: shows the window.
#[tauri::command]
pub(crate) async fn window_ready<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Fault> {
    window.show().map_err(|_| Fault::window())?;
    tracing::info!("the window is ready");
    Ok(())
}
