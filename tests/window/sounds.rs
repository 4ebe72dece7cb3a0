//! Sounds: none until staff turn them on, one of its own for each end, and kept.

use countersign_driver::{Desk, Error, Key, Options, Verdict, View, Window};
use serde_json::{Value, json};

use crate::{APP, SOON, WELL, miss_until_the_last_try, open, wrong};

/// Writes down the notes that the page plays: what is heard of them is the computer's business.
const LISTEN: &str = "
    window.heard = [];
    const oscillator = window.OscillatorNode;
    window.OscillatorNode = class extends oscillator {
        constructor(context, options) {
            super(context, options);
            window.heard.push(options.frequency);
        }
    };";

async fn heard(window: &Window) -> Result<Value, Error> {
    window
        .execute("return window.heard.splice(0)", vec![])
        .await
}

#[tokio::test]
async fn nothing_sounds_until_it_is_asked_for() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window.execute(LISTEN, vec![]).await?;
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    assert_eq!(heard(&window).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn each_end_has_a_sound_of_its_own() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window.execute(LISTEN, vec![]).await?;
    window.activate("#view-toggle").await?;
    window.tab_to("#sounds").await?;
    window.press_with(&[], ' ').await?;
    assert_ne!(heard(&window).await?, json!([]), "an example");
    window.press(Key::Escape).await?;
    window.tab_to("#phone").await?;

    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    let verified = heard(&window).await?;
    window.press(Key::Enter).await?;

    desk.send_to("+1 202 555 0101").await?;
    let code = desk.code_in_message(2, SOON).await?;
    miss_until_the_last_try(&window, &code).await?;
    let wrong_codes = heard(&window).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Locked).await?;
    let locked = heard(&window).await?;
    window.press(Key::Enter).await?;

    desk.send_to("+1 202 555 0102").await?;
    desk.pass_minutes(5).await?;
    window.wait_for("[data-verdict=expired]", SOON).await?;
    let expired = heard(&window).await?;

    assert_eq!(verified, json!([659, 880]));
    assert_eq!(wrong_codes, json!([233, 233, 233, 233]));
    assert_eq!(locked, json!([311, 262, 208]));
    assert_eq!(expired, json!([440, 440]));
    Ok(())
}

#[tokio::test]
async fn they_stay_on_over_a_restart() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.activate("#view-toggle").await?;
    window.tab_to("#sounds").await?;
    window.press_with(&[], ' ').await?;
    window.wait_for("#sounds:checked", SOON).await?;
    let home = window.close().await?;
    let window = Window::open(Options::new(APP).in_home(home)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.activate("#view-toggle").await?;
    window.wait_for("#sounds:checked", SOON).await
}
