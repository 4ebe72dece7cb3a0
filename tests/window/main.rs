//! The real window, worked by the keyboard and judged by what it shows. Each test has a display, a session
//! bus and a home of its own, so that they can run beside each other.
//! Linux only: elsewhere there is no virtual display and no WebDriver for the system's web view.
#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

mod access;
mod admin_access;
mod admin_home;
mod admin_lock;
mod admin_pages;
mod channels;
mod checks;
mod customer;
mod customer_access;
mod day;
mod delivery;
mod endings;
mod forced_colours;
mod gallery;
mod health;
mod help;
mod hour;
mod input;
mod job;
mod languages;
mod links;
mod live;
mod machine_policy;
mod many;
mod numbers;
mod pages_access;
mod place;
mod program;
mod renewal;
mod roll_out;
mod scanner;
mod sending;
mod settings;
mod shared;
mod shared_store;
mod sinch;
mod site_redis;
mod sounds;
mod steering;
mod traces;
mod training_numbers;
mod updates;
mod waiting;
mod wizard;
mod zoom;

use std::time::Duration;

use countersign_driver::{Desk, Error, Home, Key, Options, Window};

/// The app as it was built for this test.
const APP: &str = env!("CARGO_BIN_EXE_countersign");

/// What takes a second or two on an idle machine takes no longer than this on a busy one.
const SOON: Duration = Duration::from_secs(20);

/// Longer than the desk waits for an answer of Sinch that never comes, which is 12 s.
const ANSWER_LOST: Duration = Duration::from_secs(40);

/// A training number whose texts arrive in a second.
const WELL: &str = "+1 202 555 0100";

/// Opens the app as on its first start.
async fn open() -> Result<Window, Error> {
    Window::open(Options::new(APP)).await
}

/// Opens the app in a home whose settings are `json`.
async fn open_with(json: &str) -> Result<Window, Error> {
    let home = Home::new()?;
    home.write_settings(json)?;
    Window::open(Options::new(APP).in_home(home)).await
}

/// A code as long as `code` that is not it.
fn wrong(code: &str) -> String {
    let other = |digit: char| if digit == '9' { '0' } else { '9' };
    code.chars().map(other).collect()
}

/// Types four wrong codes, each once the one before has been counted.
async fn miss_until_the_last_try(window: &Window, code: &str) -> Result<(), Error> {
    for left in (1..=4).rev() {
        Desk::new(window).type_code(&wrong(code)).await?;
        window.press(Key::Enter).await?;
        window
            .wait_for_text("#tries-left", &left.to_string(), SOON)
            .await?;
        window.wait_for("#code:not([readonly])", SOON).await?;
    }
    Ok(())
}
