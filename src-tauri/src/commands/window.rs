//! The window itself.

use countersign_core::settings::TextSize;
use tauri::{Runtime, WebviewWindow};

use crate::fault::Fault;

/// The first paint is done: shows the window.
#[tauri::command]
pub(crate) async fn window_ready<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Fault> {
    window.show().map_err(|_| Fault::window())?;
    tracing::info!("the window is ready");
    Ok(())
}

/// Makes all that the window shows as large as the admin chose: by zoom, so that the layout follows.
#[tauri::command]
pub(crate) async fn size_text<R: Runtime>(
    window: WebviewWindow<R>,
    text_size: TextSize,
) -> Result<(), Fault> {
    let zoom = match text_size {
        TextSize::Normal => 1.0,
        TextSize::Large => 1.25,
        TextSize::Largest => 1.5,
    };
    window.set_zoom(zoom).map_err(|_| Fault::window())
}
