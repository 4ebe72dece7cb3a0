//! The door of the admin's pages: a passcode, the wait after wrong ones, which a restart does not shorten, and
//! pages that lock themselves over what was typed. What it is worth is said in SECURITY.md.

use std::time::Duration;

use countersign_driver::{Admin, Desk, Error, Home, Key, KeyringState, Options, View, Window};
use serde_json::json;

use crate::{APP, SOON};

const PASSCODE: &str = "orchard-5820";
const NOT_IT: &str = "orchard-5821";

/// Longer than a keyring is asked that answers nothing.
const ASKED: Duration = Duration::from_secs(60);
/// Longer than the first wait after wrong tries, which is 30 s.
const WAITED: Duration = Duration::from_secs(50);
/// Longer than the least time without use after which pages lock, which is a minute.
const IDLE: Duration = Duration::from_secs(90);

async fn open(home: Home, keyring: KeyringState) -> Result<Window, Error> {
    let options = Options::new(APP).in_home(home).with_keyring(keyring);
    let window = Window::open(options).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    Admin::new(&window).enter().await?;
    Ok(window)
}

/// Settings whose pages lock after a minute.
fn settings() -> String {
    json!({
        "version": 2,
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "organisation": { "name": "Harbour Clinic", "home": "SE" },
        "store": { "kind": "embedded" },
        "admin": { "lockAfterMinutes": 1 },
    })
    .to_string()
}

async fn with_a_passcode() -> Result<Window, Error> {
    let home = Home::new()?;
    home.write_settings(&settings())?;
    let window = open(home, KeyringState::Unlocked).await?;
    let admin = Admin::new(&window);
    admin.choose_passcode(PASSCODE).await?;
    admin.wait_for_page("set-up").await?;
    Ok(window)
}

#[tokio::test]
async fn a_passcode_is_long_enough_and_typed_twice() -> Result<(), Error> {
    let window = open(Home::new()?, KeyringState::Unlocked).await?;
    let admin = Admin::new(&window);
    admin.choose_passcode("12345").await?;
    window
        .wait_for_text("#new-passcode-error", "at least 6", SOON)
        .await?;
    admin.fill("#new-passcode", PASSCODE).await?;
    admin.fill("#new-passcode-again", NOT_IT).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#new-passcode-again-error", "not the same", SOON)
        .await?;
    assert_eq!(window.value("#new-passcode").await?, PASSCODE);
    admin.fill("#new-passcode-again", PASSCODE).await?;
    window.press(Key::Enter).await?;
    admin.wait_for_page("set-up").await
}

#[tokio::test]
async fn wrong_passcodes_cost_time_and_a_restart_wins_none_back() -> Result<(), Error> {
    let home = with_a_passcode().await?.close().await?;
    let window = open(home, KeyringState::Unlocked).await?;
    let admin = Admin::new(&window);
    for _ in 0..4 {
        admin.try_passcode(NOT_IT).await?;
        window
            .wait_for_text("#door-error", "not the passcode", SOON)
            .await?;
        window
            .wait_for("form button.main:not([data-busy])", SOON)
            .await?;
    }
    window.wait_for("#door-error [role=timer]", SOON).await?;

    let window = open(window.kill(), KeyringState::Unlocked).await?;
    let admin = Admin::new(&window);
    window.wait_for("#door-error [role=timer]", SOON).await?;
    admin.try_passcode(PASSCODE).await?;
    assert!(!window.find("body[data-page=set-up]").await?, "not yet");
    window
        .wait_for_text("#door-error", "You can try again now", WAITED)
        .await?;
    admin.try_passcode(PASSCODE).await?;
    admin.wait_for_page("set-up").await
}

#[tokio::test]
async fn pages_that_nobody_uses_lock_over_what_was_typed() -> Result<(), Error> {
    let window = with_a_passcode().await?;
    let admin = Admin::new(&window);
    window.activate(".others a").await?;
    admin.wait_for_page("desk").await?;
    admin.fill("#desk-name", "Reception 9").await?;
    window.wait_for("#locked[open]", IDLE).await?;
    assert!(!window.has_focus("#desk-name").await?);
    window.press(Key::Escape).await?;
    assert!(window.find("#locked[open]").await?, "Escape opens nothing");
    admin.unlock_again(NOT_IT).await?;
    window
        .wait_for_text("#locked-error", "not the passcode", SOON)
        .await?;
    admin.unlock_again(PASSCODE).await?;
    window.wait_for_focus("#desk-name", SOON).await?;
    assert_eq!(window.value("#desk-name").await?, "Reception 9");
    admin.save().await
}

#[tokio::test]
async fn locking_by_hand_keeps_what_was_typed_too() -> Result<(), Error> {
    let window = with_a_passcode().await?;
    let admin = Admin::new(&window);
    window.activate(".others a").await?;
    admin.wait_for_page("desk").await?;
    admin.fill("#desk-name", "Reception 9").await?;
    window.activate("#lock-now").await?;
    admin.unlock_again(PASSCODE).await?;
    admin.save().await
}

/// A keyring that can't be read is not one without a passcode.
#[tokio::test]
async fn a_locked_keyring_keeps_the_pages_shut() -> Result<(), Error> {
    let home = with_a_passcode().await?.close().await?;
    let window = open(home, KeyringState::Locked).await?;
    window.wait_for("[data-door=shut]", ASKED).await?;
    window
        .wait_for_text("[data-door=shut]", "keyring", SOON)
        .await?;
    assert!(!window.find("#new-passcode").await?);
    Ok(())
}

#[tokio::test]
async fn changes_are_not_dropped_unasked() -> Result<(), Error> {
    let window = with_a_passcode().await?;
    let admin = Admin::new(&window);
    window.activate(".others a").await?;
    admin.wait_for_page("desk").await?;
    admin.fill("#desk-name", "Reception 9").await?;
    window.activate("#places a[href='#store']").await?;
    window.wait_for("#leaving[open]", SOON).await?;
    window.activate("#leaving [value=stay]").await?;
    assert_eq!(window.value("#desk-name").await?, "Reception 9");
    window.activate("#places a[href='#store']").await?;
    window.wait_for("#leaving[open]", SOON).await?;
    window.activate("#leaving [value=leave]").await?;
    admin.wait_for_page("store").await?;
    admin.open_page("desk").await?;
    assert_eq!(window.value("#desk-name").await?, "Reception 2");
    Ok(())
}

#[tokio::test]
async fn a_keyring_that_answers_late_opens_the_door_by_itself() -> Result<(), Error> {
    let home = with_a_passcode().await?.close().await?;
    let window = open(home, KeyringState::Unanswering).await?;
    window.wait_for("[data-door=shut]", ASKED).await?;
    let keyring = window.seat().keyring().expect("there is one");
    keyring.go_on();
    window.wait_for_focus("#door-passcode", ASKED).await
}
