//! Where the window is and how large, remembered from one start to the next and always within what the monitors
//! show. Tauri's plugin watches the window and writes its place down; putting it back is done here, since the
//! plugin would put it where a monitor used to be.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use tauri::plugin::TauriPlugin;
use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, PhysicalSize, Runtime, WebviewWindow,
    WindowEvent,
};
use tauri_plugin_window_state::{AppHandleExt as _, StateFlags};
use tokio::sync::Notify;

/// The file's name, in the folder of the app's configuration.
const FILE: &str = "window.json";

/// The staff's window.
const WINDOW: &str = "main";

/// A window that is moved is at rest once it has not been for so long.
const REST: Duration = Duration::from_secs(1);

/// What is remembered. Not whether it shows: it shows once it is painted.
const REMEMBERED: StateFlags = StateFlags::SIZE
    .union(StateFlags::POSITION)
    .union(StateFlags::MAXIMIZED);

/// An area of the desktop, in its own pixels. Whatever is left of or above the first monitor is negative.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Area {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
}

/// A window's place as the plugin wrote it down: its corner with the frame, its size without.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
struct Remembered {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// Watches the staff's window.
pub(crate) fn watch<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(REMEMBERED)
        .with_filename(FILE)
        .with_filter(|label| label == WINDOW)
        .skip_initial_state(WINDOW)
        .build()
}

/// Puts the window where it was, as far as it is in sight there. Where nothing is remembered, the system puts
/// it where it likes.
pub(crate) fn restore<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(WINDOW) else {
        return;
    };
    let Some(place) = remembered(app) else {
        return;
    };
    place_window(&window, place.area());
    if place.maximized {
        // A window that can't be made as large as its monitor is still one.
        let _ = window.maximize();
    }
}

/// Writes down where the window is whenever it has come to rest, and not only at the app's end: computers are
/// switched off at the end of a day.
pub(crate) fn write_down<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(WINDOW) else {
        return;
    };
    let moved = Arc::new(Notify::new());
    let is_moved = moved.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Moved(_) | WindowEvent::Resized(_)) {
            is_moved.notify_one();
        }
    });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            moved.notified().await;
            tokio::time::sleep(REST).await;
            let handle = app.clone();
            // The plugin asks the window while it holds its lock, and the window's thread asks for that lock.
            let writing = app.run_on_main_thread(move || {
                if let Err(error) = handle.save_window_state(REMEMBERED) {
                    tracing::warn!(%error, "the window's place can't be written down");
                }
            });
            if writing.is_err() {
                return;
            }
        }
    });
}

/// Brings the window back into sight where its monitor is gone since. One that is minimised, or as large as
/// its monitor, is where the system keeps it.
pub(crate) fn bring_into_sight<R: Runtime>(window: &WebviewWindow<R>) {
    let (Ok(position), Ok(size)) = (window.outer_position(), window.inner_size()) else {
        return;
    };
    let is_not = |answer: tauri::Result<bool>| !answer.unwrap_or(true);
    let is = area(position, size);
    let is_movable = is_not(window.is_minimized()) && is_not(window.is_maximized());
    if is_movable && in_sight(window, is) != Some(is) {
        place_window(window, is);
    }
}

fn remembered<R: Runtime>(app: &AppHandle<R>) -> Option<Remembered> {
    let file = app.path().app_config_dir().ok()?.join(FILE);
    let mut windows: HashMap<String, Remembered> =
        serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    windows.remove(WINDOW).filter(Remembered::is_a_place)
}

/// Puts the window as near to `wanted` as it is in sight.
fn place_window<R: Runtime>(window: &WebviewWindow<R>, wanted: Area) {
    let Some(place) = in_sight(window, wanted) else {
        return;
    };
    // A window that the system does not let be moved is where the system wants it.
    let _ = window.set_size(PhysicalSize::new(place.width, place.height));
    let _ = window.set_position(PhysicalPosition::new(place.x, place.y));
}

/// The place nearest to `wanted` that the monitors of now show. Nothing where there is no monitor.
fn in_sight<R: Runtime>(window: &WebviewWindow<R>, wanted: Area) -> Option<Area> {
    let monitors = window.available_monitors().unwrap_or_default();
    let shown: Vec<_> = monitors
        .iter()
        .map(|monitor| area(monitor.work_area().position, monitor.work_area().size))
        .collect();
    fitted(wanted.at_least(least(window)), frame(window), &shown)
}

/// The least that the window can be made, as the configuration has it.
fn least<R: Runtime>(window: &WebviewWindow<R>) -> PhysicalSize<u32> {
    let windows = &window.config().app.windows;
    let configured = windows.iter().find(|each| each.label == WINDOW);
    let side = |side: Option<f64>| side.unwrap_or_default();
    let (width, height) = configured.map_or((0.0, 0.0), |each| {
        (side(each.min_width), side(each.min_height))
    });
    LogicalSize::new(width, height).to_physical(window.scale_factor().unwrap_or(1.0))
}

/// How much the frame adds to the window's size, as far as the system tells.
fn frame<R: Runtime>(window: &WebviewWindow<R>) -> (u32, u32) {
    let (Ok(outer), Ok(inner)) = (window.outer_size(), window.inner_size()) else {
        return (0, 0);
    };
    (
        outer.width.saturating_sub(inner.width),
        outer.height.saturating_sub(inner.height),
    )
}

fn area(position: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Area {
    Area {
        x: position.x,
        y: position.y,
        width: size.width,
        height: size.height,
    }
}

/// Where a window goes that was at `wanted`, so that all of it is in sight, with a frame that adds so much: on
/// the monitor that shows most of it, or on the first where none shows any; no larger than what that shows, and
/// moved no further than it has to be. Nothing where there is no monitor.
fn fitted(wanted: Area, frame: (u32, u32), in_sight: &[Area]) -> Option<Area> {
    let with_frame = Area {
        width: wanted.width.saturating_add(frame.0),
        height: wanted.height.saturating_add(frame.1),
        ..wanted
    };
    let monitor = in_sight
        .iter()
        .filter(|monitor| monitor.width > 0 && monitor.height > 0)
        .min_by_key(|monitor| Reverse(with_frame.shared_with(monitor)))?;
    let (x, width) = fitted_along(
        (wanted.x, wanted.width),
        frame.0,
        (monitor.x, monitor.width),
    );
    let (y, height) = fitted_along(
        (wanted.y, wanted.height),
        frame.1,
        (monitor.y, monitor.height),
    );
    Some(Area {
        x,
        y,
        width,
        height,
    })
}

/// Start and length along one side.
fn fitted_along((start, length): (i32, u32), frame: u32, (from, room): (i32, u32)) -> (i32, u32) {
    let length = length.min(room.saturating_sub(frame));
    let spare = room.saturating_sub(length.saturating_add(frame));
    let latest = from.saturating_add_unsigned(spare);
    (start.clamp(from, latest), length)
}

impl Area {
    fn at_least(self, least: PhysicalSize<u32>) -> Self {
        Self {
            width: self.width.max(least.width),
            height: self.height.max(least.height),
            ..self
        }
    }

    /// How many pixels the two have in common.
    fn shared_with(&self, other: &Self) -> u64 {
        let along = |start: i32, length: u32, other_start: i32, other_length: u32| {
            let end = i64::from(start) + i64::from(length);
            let other_end = i64::from(other_start) + i64::from(other_length);
            let shared = end.min(other_end) - i64::from(start.max(other_start));
            u64::try_from(shared).unwrap_or_default()
        };
        along(self.x, self.width, other.x, other.width).saturating_mul(along(
            self.y,
            self.height,
            other.y,
            other.height,
        ))
    }
}

impl Remembered {
    fn area(self) -> Area {
        Area {
            x: self.x,
            y: self.y,
            width: self.width,
            height: self.height,
        }
    }

    /// The plugin writes nothing but zeros for a window that never showed.
    fn is_a_place(&self) -> bool {
        self.width > 0 && self.height > 0
    }
}

#[cfg(test)]
mod tests;
