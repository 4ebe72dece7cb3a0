//! What WebKitGTK, which shows the pages on Linux, is told of them: to draw on the processor, and not to compile their
//! scripts. Not how the pages look; that is `ui/`. Other systems' engines decide for themselves.
//!
//! The pages are small, flat and mostly still, so a processor draws them in a few milliseconds. A card would
//! have to be spoken to first, over drivers that leave some computers' windows blank, and where software plays
//! the card (virtual machines, thin clients) every frame takes many times as long.
//!
//! Their scripts do little. Compiled as they run (JIT), they would be no faster here, take more memory, and need some
//! that can be both written and executed: what most attacks on browsers end in.

use tauri::Runtime;
use tauri::plugin::{Builder, TauriPlugin};

/// Variables that WebKitGTK reads as it starts, here and in the processes that it starts: it has no other way to be
/// told of these.
#[cfg(target_os = "linux")]
const TOLD: [(&str, &str); 2] = [
    // Without it, the card's driver is loaded whatever a window's policy says.
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    ("JSC_useJIT", "0"),
];

/// Tells the engine what it must know before it starts. What whoever starts the program sets is left as it is.
///
/// Belongs where the program has one thread: others could be reading the environment.
pub(crate) fn prepare() {
    #[cfg(target_os = "linux")]
    for (variable, value) in TOLD {
        // It fails for names that hold a `=` only.
        let _ = webkit2gtk::glib::setenv(variable, value, false);
    }
}

/// Has every window drawn on the processor, from its first frame on.
pub(crate) fn on_the_processor<R: Runtime>() -> TauriPlugin<R> {
    let plugin = Builder::new("web-engine");
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
