//! The window itself.

use tauri::{Runtime, WebviewWindow};

use crate::choices::Percent;
use crate::fault::Fault;

/// The first paint is done: shows the window.
#[tauri::command]
pub(crate) async fn window_ready<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Fault> {
    window.show().map_err(|_| Fault::window())?;
    tracing::info!("the window is ready");
    Ok(())
}

/// Shows all of the window's pages at so much of their natural size, in percent: the layout follows.
#[tauri::command]
pub(crate) async fn zoom_window<R: Runtime>(
    window: WebviewWindow<R>,
    percent: Percent,
) -> Result<(), Fault> {
    window
        .set_zoom(f64::from(percent.get()) / 100.0)
        .map_err(|_| Fault::window())
}
