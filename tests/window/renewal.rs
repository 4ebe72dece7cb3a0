//! A desk that is opened anew while somebody types at it: no key is lost, and nothing that was typed.

use std::time::{Duration, Instant};

use countersign_driver::{Desk, Error, Key, View};
use serde_json::json;

use crate::{SOON, WELL, open_with};

fn named(name: &str) -> String {
    let id = "00112233445566778899aabbccddeeff";
    json!({ "version": 1, "desk": { "id": id, "name": name }, "store": { "kind": "embedded" } })
        .to_string()
}

#[tokio::test]
async fn keys_go_on_reaching_the_form_while_the_desk_behind_it_is_replaced() -> Result<(), Error> {
    let window = open_with(&named("Reception 0")).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    for round in 1..=4 {
        let name = format!("Reception {round}");
        window.home().write_settings(&named(&name))?;
        // Pressed one after the other until the new desk is there, so that one falls on any moment of it.
        let mut typed = String::new();
        let written = Instant::now();
        while !window.text("#desk-name").await?.starts_with(&name) {
            assert!(written.elapsed() < SOON, "no new desk in round {round}");
            window.type_text("5").await?;
            window.press(Key::Backspace).await?;
            assert!(window.has_focus("#phone").await?, "round {round}");
        }
        for digit in WELL.chars().filter(|letter| !letter.is_whitespace()) {
            window.type_text(&digit.to_string()).await?;
            typed.push(digit);
        }
        assert_eq!(window.value("#phone").await?, typed, "round {round}");
        desk.retype_number("").await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_new_desk_comes_as_soon_as_what_was_typed_is_taken_out_again() -> Result<(), Error> {
    let window = open_with(&named("Reception 1")).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window.type_text("5").await?;
    window.home().write_settings(&named("Reception 2"))?;
    // Longer than it takes the desk to see the change.
    tokio::time::sleep(Duration::from_millis(2500)).await;
    let shown = window.text("#desk-name").await?;
    assert!(shown.starts_with("Reception 1"), "{shown}");
    window.press(Key::Backspace).await?;
    let shown = window.text("#desk-name").await?;
    assert!(shown.starts_with("Reception 2"), "{shown}");
    window.type_text(WELL).await?;
    assert_eq!(window.value("#phone").await?, WELL);
    Ok(())
}

#[tokio::test]
async fn a_half_typed_number_stays_and_the_new_desk_comes_with_the_next_customer()
-> Result<(), Error> {
    let window = open_with(&named("Reception 1")).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window.type_text("+1 202 555").await?;
    window.home().write_settings(&named("Reception 2"))?;
    // Longer than it takes the desk to see the change.
    tokio::time::sleep(Duration::from_millis(2500)).await;
    window.type_text(" 0100").await?;
    assert_eq!(window.value("#phone").await?, WELL);
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let shown = window.text("#desk-name").await?;
    assert!(shown.starts_with("Reception 1"), "{shown}");
    window.press(Key::Escape).await?;
    window
        .wait_for_text("#desk-name", "Reception 2", SOON)
        .await?;
    window.wait_for_focus("#phone", SOON).await
}
