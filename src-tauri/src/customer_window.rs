//! The window that faces the customer: opened beside the staff's, full screen on a second monitor where
//! there is one. What it shows is the seat's business.

use tauri::{
    AppHandle, Manager as _, Monitor, PhysicalPosition, PhysicalSize, Runtime, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder,
};

use crate::shell;

/// Its name, by which the access control knows it.
pub(crate) const LABEL: &str = "customer";

const PAGE: &str = "customer.html";

/// Where there is no monitor of its own, in logical pixels.
const SIZE: (f64, f64) = (1024.0, 768.0);

/// The smallest display that the page is laid out for, in logical pixels.
const LEAST_SIZE: (f64, f64) = (480.0, 400.0);

/// Where the window goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Place {
    /// On a monitor of its own: its upper left corner.
    FullScreen(PhysicalPosition<i32>),
    /// To the right of the staff's window.
    Beside(PhysicalPosition<i32>),
    /// Wherever the window system puts it.
    Anywhere,
}

/// A rectangle of the desktop.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Area {
    position: PhysicalPosition<i32>,
    size: PhysicalSize<u32>,
}

/// Opens the window, or brings the open one to the front with the keys: a customer is to type.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(LABEL) {
        return window.set_focus();
    }
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(PAGE.into()))
        .title("Countersign: customer")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(LEAST_SIZE.0, LEAST_SIZE.1)
        .general_autofill_enabled(false)
        .focused(false)
        .visible(false)
        .build()?;
    match place(app, &window)? {
        Place::FullScreen(corner) => {
            window.set_position(corner)?;
            window.set_fullscreen(true)?;
        }
        Place::Beside(corner) => window.set_position(corner)?,
        Place::Anywhere => {}
    }
    shell::show_at_the_latest(app.clone(), LABEL);
    Ok(())
}

/// Shows the window, with the keys where a customer is asked already.
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>, is_asked: bool) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(LABEL) else {
        return Ok(());
    };
    window.show()?;
    if is_asked {
        window.set_focus()?;
    }
    Ok(())
}

/// Gives the keys back to the staff's window.
pub(crate) fn return_to_staff<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(shell::STAFF_WINDOW) {
        // A window that can't take the focus can still be clicked.
        let _ = window.set_focus();
    }
}

/// Closes the window with the staff's: it has no purpose of its own.
pub(crate) fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // One that can't be closed is closing already.
        let _ = window.destroy();
    }
}

fn place<R: Runtime>(app: &AppHandle<R>, window: &WebviewWindow<R>) -> tauri::Result<Place> {
    let Some(staff) = app.get_webview_window(shell::STAFF_WINDOW) else {
        return Ok(Place::Anywhere);
    };
    let monitors: Vec<Area> = staff.available_monitors()?.iter().map(area_of).collect();
    let home = staff.current_monitor()?.as_ref().map(area_of);
    let staff = Area {
        position: staff.outer_position()?,
        size: staff.outer_size()?,
    };
    Ok(place_among(&monitors, home, staff, window.outer_size()?))
}

fn area_of(monitor: &Monitor) -> Area {
    Area {
        position: *monitor.position(),
        size: *monitor.size(),
    }
}

/// Where a window of `size` goes, with the staff's window on `home`.
fn place_among(
    monitors: &[Area],
    home: Option<Area>,
    staff: Area,
    size: PhysicalSize<u32>,
) -> Place {
    let Some(home) = home else {
        return Place::Anywhere;
    };
    if let Some(other) = monitors.iter().find(|each| **each != home) {
        return Place::FullScreen(other.position);
    }
    let right_of = i64::from(staff.position.x) + i64::from(staff.size.width);
    let room = i64::from(home.position.x) + i64::from(home.size.width) - right_of;
    match i32::try_from(right_of) {
        Ok(left) if room >= i64::from(size.width) => {
            Place::Beside(PhysicalPosition::new(left, staff.position.y))
        }
        _ => Place::Anywhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: PhysicalSize<u32> = PhysicalSize::new(1024, 768);

    fn area(x: i32, y: i32, width: u32, height: u32) -> Area {
        Area {
            position: PhysicalPosition::new(x, y),
            size: PhysicalSize::new(width, height),
        }
    }

    #[test]
    fn a_second_monitor_is_the_customers_wherever_it_stands() {
        let staff = area(100, 100, 1040, 680);
        let home = area(0, 0, 1920, 1080);
        for second in [area(1920, 0, 1024, 768), area(-800, 0, 800, 480)] {
            let place = place_among(&[second, home], Some(home), staff, SIZE);
            assert_eq!(place, Place::FullScreen(second.position));
        }
    }

    #[test]
    fn a_mirrored_monitor_is_no_second_one() {
        let home = area(0, 0, 1920, 1080);
        let staff = area(0, 0, 1040, 680);
        let place = place_among(&[home, home], Some(home), staff, SIZE);
        assert_eq!(place, Place::Anywhere);
    }

    #[test]
    fn one_monitor_has_room_for_both_or_leaves_it_to_the_window_system() {
        let wide = area(0, 0, 2560, 1440);
        let staff = area(10, 20, 1040, 680);
        let beside = Place::Beside(PhysicalPosition::new(1050, 20));
        assert_eq!(place_among(&[wide], Some(wide), staff, SIZE), beside);
        let narrow = area(0, 0, 1920, 1080);
        let place = place_among(&[narrow], Some(narrow), staff, SIZE);
        assert_eq!(place, Place::Anywhere);
        assert_eq!(place_among(&[], None, staff, SIZE), Place::Anywhere);
    }
}
