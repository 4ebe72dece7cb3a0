//! Step 1's ways to send: what each is like, and a landline that is steered to a call before a text is wasted.

use countersign_driver::{Desk, Error, Key, View};

use serde_json::json;

use crate::admin_home::settings_with;
use crate::{SOON, WELL, open, open_with};

const LANDLINE: &str = "+46 8 123 456";

#[tokio::test]
async fn a_landline_is_called_before_a_text_is_wasted() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(LANDLINE).await?;
    window
        .wait_for("[name=channel][value=call]:checked", SOON)
        .await?;
    window
        .wait_for_text(
            "#channel-note",
            "This is a landline: texts don’t reach it",
            SOON,
        )
        .await?;
    window.wait_for("#read-back[data-tone=good]", SOON).await?;
    assert_eq!(
        window.count("[name=channel]:disabled").await?,
        3,
        "what does not reach it is not offered"
    );

    // Another number: the text is back, and nothing was chosen by staff.
    desk.retype_number(WELL).await?;
    window
        .wait_for("[name=channel][value=sms]:checked", SOON)
        .await?;
    assert_eq!(window.count("[name=channel]:disabled").await?, 0);

    desk.retype_number(LANDLINE).await?;
    window
        .wait_for("[name=channel][value=call]:checked", SOON)
        .await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for("[data-message][data-kind=call]", SOON)
        .await?;
    assert_eq!(window.count("[data-message][data-kind=text]").await?, 0);
    assert!(!window.find("#other-way").await?, "nothing else reaches it");
    Ok(())
}

#[tokio::test]
async fn what_staff_chose_themselves_is_not_changed_for_them() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    desk.choose_channel("whatsApp").await?;
    window
        .wait_for_text("#channel-note", "comes in WhatsApp", SOON)
        .await?;
    window.tab_to("#phone").await?;
    desk.retype_number(LANDLINE).await?;
    window
        .wait_for_text(
            "#channel-note",
            "that does not reach it. Choose Call.",
            SOON,
        )
        .await?;
    window
        .wait_for("[name=channel][value=whatsApp]:checked", SOON)
        .await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#refusal", "This is a landline", SOON)
        .await?;
    window.activate("#refusal button").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for("[data-message][data-kind=call]", SOON)
        .await
}

#[tokio::test]
async fn where_no_calls_are_set_up_a_landline_says_what_to_do() -> Result<(), Error> {
    let without_calls = settings_with(&json!({ "channels": { "call": "off" } }));
    let window = open_with(&without_calls).await?;
    let desk = Desk::new(&window);
    desk.type_number(LANDLINE).await?;
    window
        .wait_for_text(
            "#channel-note",
            "calls are not set up at this desk. Ask for a mobile number",
            SOON,
        )
        .await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#refusal", "calls are not set up", SOON)
        .await?;
    assert!(!window.find("#refusal button").await?);
    Ok(())
}

#[tokio::test]
async fn each_way_says_what_to_ask_the_customer_for() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    for (channel, words) in [
        ("call", "speaks the code"),
        ("whatsApp", "Ask whether they use it on this number"),
        ("flashCall", "Ask for the number that called"),
    ] {
        desk.choose_channel(channel).await?;
        window.wait_for_text("#channel-note", words, SOON).await?;
    }
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    assert_eq!(
        window.text("#code-heading").await?,
        "Ask for the number that called"
    );
    window
        .wait_for_text("#code-hint", "The customer does not answer", SOON)
        .await
}
