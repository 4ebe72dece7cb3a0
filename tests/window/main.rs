//! The real window, worked by the keyboard and judged by what it shows. Each test has a display, a session
//! bus and a home of its own, so that they can run beside each other.
//! Linux only: elsewhere there is no virtual display and no WebDriver for the system's web view.
#![cfg(target_os = "linux")]

mod channels;
mod job;
mod sending;

use std::time::Duration;

use countersign_driver::{Error, Options, Window};

/// The app as it was built for this test.
const APP: &str = env!("CARGO_BIN_EXE_countersign");

/// What takes a second or two on an idle machine takes no longer than this on a busy one.
const SOON: Duration = Duration::from_secs(20);

/// A training number whose texts arrive in a second.
const WELL: &str = "+1 202 555 0100";

/// Opens the app as on its first start.
async fn open() -> Result<Window, Error> {
    Window::open(Options::new(APP)).await
}

/// A code as long as `code` that is not it.
fn wrong(code: &str) -> String {
    let other = |digit: char| if digit == '9' { '0' } else { '9' };
    code.chars().map(other).collect()
}
