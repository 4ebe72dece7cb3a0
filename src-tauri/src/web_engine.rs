//! How WebKitGTK draws the windows: on the processor, without the graphics card. Not how they look; that is `ui/`.
//!
//! The pages are small, flat and mostly still, so a processor draws them in a few milliseconds. A card would
//! have to be spoken to first, over drivers that leave some computers' windows blank, and where software plays
//! the card (virtual machines, thin clients) every frame takes many times as long. Other systems decide for
//! themselves.

use tauri::Runtime;
use tauri::plugin::{Builder, TauriPlugin};

/// Has every window drawn so, from its first frame on.
pub(crate) fn on_the_processor<R: Runtime>() -> TauriPlugin<R> {
    let plugin = Builder::new("drawing");
    #[cfg(target_os = "linux")]
    let plugin = plugin.on_webview_ready(|webview| {
        // Where it can't be set, WebKit's own choice draws the same page.
        let _ = webview.with_webview(|webview| keep_off_the_card(&webview));
    });
    plugin.build()
}

#[cfg(target_os = "linux")]
fn keep_off_the_card(webview: &tauri::webview::PlatformWebview) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

    if let Some(settings) = webview.inner().settings() {
        settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    }
}
