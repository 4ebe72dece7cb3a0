//! Every way a code can travel: texts by either route, calls, missed calls, WhatsApp.

use countersign_driver::{Desk, Error, Key, Verdict, View, Window};

use crate::{SOON, WELL, open};

/// Sends by `channel` and gives what the drawn phone shows of it.
async fn send_by(window: &Window, channel: &str, kind: &str) -> Result<String, Error> {
    let desk = Desk::new(window);
    desk.type_number(WELL).await?;
    desk.choose_channel(channel).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let arrived = format!("[data-message][data-kind={kind}]");
    window.wait_for(&arrived, SOON).await?;
    window.text(&arrived).await
}

#[tokio::test]
async fn a_call_speaks_the_code() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    send_by(&window, "call", "call").await?;
    assert!(
        window
            .text("#delivery-headline")
            .await?
            .contains("Calling the phone ending 00")
    );
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    window.wait_for_text("#verdict-what", "by call", SOON).await
}

#[tokio::test]
async fn the_number_of_a_missed_call_is_the_code() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    let missed = send_by(&window, "flashCall", "missedCall").await?;
    let number = missed.strip_prefix("Missed call from ").unwrap_or_default();
    assert!(number.starts_with('+'), "{missed}");

    desk.type_code(&number[..number.len() - 3]).await?;
    window.press(Key::Enter).await?;
    window.wait_for("#code-error:not(:empty)", SOON).await?;
    assert_eq!(
        window.text("#tries-left").await?,
        "5",
        "half a number is no try"
    );

    desk.type_code(number).await?;
    assert_eq!(window.value("#code").await?, number, "as it was typed");
    desk.check(Verdict::Verified).await?;
    window
        .wait_for_text("#verdict-what", "by missed call", SOON)
        .await
}

#[tokio::test]
async fn whatsapp_brings_a_code() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    send_by(&window, "whatsApp", "whatsApp").await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn the_switch_sends_texts_by_sinch_verification() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    window.tab_to("#via-verification").await?;
    window.type_text(" ").await?;
    window.wait_for("#via-verification:checked", SOON).await?;
    window.activate("#send").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#delivery-detail", "does not say when it arrives", SOON)
        .await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_code_of_sinchs_own_that_is_not_accepted_is_wrong() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+1 202 555 0132").await?;
    window.tab_to("#via-verification").await?;
    window.type_text(" ").await?;
    window.activate("#send").await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Wrong).await
}
