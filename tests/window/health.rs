//! The corner that tells how Sinch, the store, the keyring and the clock stand: quiet while all is well, worked by
//! the keyboard, and true soon after something changes. What counts as trouble is tested in the core.

use countersign_driver::{Desk, Error, Home, Key, KeyringState, Options, View, Window};

use crate::site_redis::{SiteRedis, settings};
use crate::{APP, SOON, WELL, open, open_with};

const TOGGLE: &str = "#health-toggle";
const OPEN: &str = "#health-why:not([hidden])";

/// A part in the corner, in a state.
fn badge(part: &str, state: &str) -> String {
    format!(".badge[data-part={part}][data-health={state}]")
}

#[tokio::test]
async fn in_training_it_says_so_and_is_quiet() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.wait_for(&badge("sinch", "training"), SOON).await?;
    window.wait_for(&badge("store", "well"), SOON).await?;
    for part in ["keyring", "clock"] {
        let trouble = badge(part, "trouble");
        assert_eq!(window.count(&trouble).await?, 0, "{part}");
    }
    assert!(window.has_focus("#phone").await?, "it takes no focus");
    Ok(())
}

#[tokio::test]
async fn a_key_opens_why_and_escape_closes_it_and_nothing_else() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    window.wait_for(&badge("sinch", "training"), SOON).await?;
    window.activate(TOGGLE).await?;
    window.wait_for(OPEN, SOON).await?;
    let expanded = window.attribute(TOGGLE, "aria-expanded").await?;
    assert_eq!(expanded.as_deref(), Some("true"));
    window.wait_for_text(OPEN, "no text is sent", SOON).await?;
    window.press(Key::Tab).await?;
    assert!(window.has_focus("#health-why").await?, "it can be scrolled");
    window.press(Key::Escape).await?;
    window.wait_for_focus(TOGGLE, SOON).await?;
    assert!(!window.find(OPEN).await?);
    // The customer is still in hand: it was the corner's Escape.
    window.wait_for("body[data-view=code]", SOON).await?;
    window.press(Key::Enter).await?;
    window.wait_for(OPEN, SOON).await?;
    window.press(Key::Tab).await?;
    window.press(Key::Tab).await?;
    window
        .wait_until("the corner closed behind the focus", SOON, async || {
            Ok(!window.find(OPEN).await?)
        })
        .await
}

#[tokio::test]
async fn a_store_that_goes_away_and_comes_back_is_told_without_moving_the_focus()
-> Result<(), Error> {
    let redis = SiteRedis::start();
    let window = open_with(&settings(1, "Reception 1", &redis.url())).await?;
    Desk::new(&window).type_number("070").await?;
    window.wait_for(&badge("store", "well"), SOON).await?;
    redis.kill();
    window.wait_for(&badge("store", "trouble"), SOON).await?;
    assert!(window.has_focus("#phone").await?);
    assert_eq!(window.value("#phone").await?, "070");

    window.activate(TOGGLE).await?;
    window.wait_for_text(OPEN, "Since", SOON).await?;
    window
        .wait_for_text(OPEN, "see that Redis runs", SOON)
        .await?;
    window.press(Key::Escape).await?;
    redis.restart().expect("the server is back");
    window.wait_for(&badge("store", "well"), SOON).await
}

#[tokio::test]
async fn a_desk_at_work_without_a_keyring_says_what_is_the_matter_with_it() -> Result<(), Error> {
    let home = Home::new()?;
    home.write_settings(&crate::live::at_work("Reception 1").to_string())?;
    let options = Options::new(APP)
        .with_keyring(KeyringState::Absent)
        .in_home(home);
    let window = Window::open(options).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    window.wait_for(&badge("keyring", "trouble"), SOON).await?;
    window.activate(TOGGLE).await?;
    window.wait_for_text(OPEN, "no keyring", SOON).await
}

#[tokio::test]
async fn in_the_narrowest_window_the_words_are_shapes_that_still_have_names() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.wait_for(&badge("sinch", "training"), SOON).await?;
    window.set_size(420, 560).await?;
    let facts = "
        const toggle = document.querySelector('#health-toggle');
        const { left, right } = toggle.getBoundingClientRect();
        const wide = [...toggle.querySelectorAll('.badge-name')].filter((name) => name.getBoundingClientRect().width > 1);
        return { fits: left >= 0 && right <= innerWidth, words: wide.length, named: toggle.textContent };";
    let found = window.execute(facts, vec![]).await?;
    assert_eq!(found["fits"], true);
    assert_eq!(found["words"], 0);
    let named = found["named"].as_str().unwrap_or_default();
    for name in ["Sinch", "Store", "Keyring", "Clock"] {
        assert!(named.contains(name), "{named}");
    }
    Ok(())
}
