//! Sends that are repeated, that fail, that run out, or that nobody is sure of: what the screen says and offers.

use std::collections::BTreeSet;
use std::time::Duration;

use countersign_driver::{Desk, Error, Key, Verdict, View};

use crate::{ANSWER_LOST, SOON, WELL, open};

#[tokio::test]
async fn a_code_is_sent_again_only_after_its_pause_and_is_the_same_one() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    // That is announced too, in place of what was announced before.
    window
        .wait_for("#delivery[data-state=delivered]", SOON)
        .await?;
    window.wait_for("#resend[aria-disabled=true]", SOON).await?;
    window
        .wait_for_text("#resend", "Send again in 0:", SOON)
        .await?;

    window.activate("#resend").await?;
    window
        .wait_for_text("#announcements", "Not yet", SOON)
        .await?;
    assert_eq!(window.text("#sends").await?, "1");

    for (sends, allowed_again) in [(2, "Send again in"), (3, "No sends left")] {
        desk.pass_minutes(1).await?;
        window
            .wait_for("#resend:not([aria-disabled])", SOON)
            .await?;
        assert_eq!(window.text("#resend").await?, "Send again");
        window.activate("#resend").await?;
        window
            .wait_for_text("#sends-fact", &format!("Sent {sends} of 3"), SOON)
            .await?;
        assert_eq!(desk.code_in_message(sends, SOON).await?, code);
        window.wait_for_text("#resend", allowed_again, SOON).await?;
        window.wait_for("#resend[aria-disabled=true]", SOON).await?;
    }
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_code_expires_after_five_minutes_and_a_new_one_can_be_sent() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let old = desk.code_on_phone(SOON).await?;
    desk.pass_minutes(4).await?;
    window
        .wait_for_text("#code-hint", "Less than a minute left", SOON)
        .await?;
    desk.pass_minutes(1).await?;
    window.wait_for("[data-verdict=expired]", SOON).await?;
    assert_eq!(window.text("#verdict-heading").await?, "Expired");

    window.tab_to("#again").await?;
    // A verdict that nobody asked for ignores keys at first: they were meant for the code.
    tokio::time::sleep(Duration::from_secs(1)).await;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let new = desk.code_in_message(2, SOON).await?;
    assert_ne!(new, old, "one in a million");
    desk.type_code(&new).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_send_whose_answer_is_lost_is_unknown_until_sinch_is_asked() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+1 202 555 0128").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text(
            "#delivery",
            "It may have been sent. Ask the customer first.",
            ANSWER_LOST,
        )
        .await?;
    window
        .wait_for("#delivery[data-state=delivered]", SOON)
        .await?;
    let code = desk.code_on_phone(SOON).await?;
    assert_eq!(desk.messages().await?, 1);
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_send_that_stays_unknown_is_repeated_only_on_the_staffs_word() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+1 202 555 0129").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#delivery-headline", "It may have been sent.", ANSWER_LOST)
        .await?;
    // The desk asks Sinch after 1, 3 and 6 s, and learns nothing.
    tokio::time::sleep(Duration::from_secs(7)).await;
    assert_eq!(
        window
            .attribute("#delivery", "data-state")
            .await?
            .as_deref(),
        Some("unknown")
    );
    assert!(
        window
            .text("#delivery-detail")
            .await?
            .contains("Ask the customer first")
    );
    assert_eq!(desk.messages().await?, 0);

    desk.pass_minutes(1).await?;
    window
        .wait_for("#resend:not([aria-disabled])", SOON)
        .await?;
    assert_eq!(
        window.text("#resend").await?,
        "It did not arrive: send again"
    );
    assert!(
        window
            .text("#code-hint")
            .await?
            .contains("repeats the same code")
    );
    window.activate("#resend").await?;
    window.wait_for("#resend[data-busy]", SOON).await?;
    window
        .wait_for("#resend:not([data-busy])", ANSWER_LOST)
        .await?;
    window.wait_for("#delivery[data-state=unknown]", SOON).await
}

#[tokio::test]
async fn a_message_that_failed_says_why_and_what_to_do() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to("+1 202 555 0112").await?;
    window
        .wait_for("#delivery[data-state=failed]", SOON)
        .await?;
    window
        .wait_for_text("#delivery-headline", "Not delivered: ", SOON)
        .await?;
    window
        .wait_for_text("#delivery-detail", "Try a call", SOON)
        .await?;
    window.press(Key::Escape).await?;

    desk.send_to("+1 202 555 0113").await?;
    window
        .wait_for_text("#delivery-headline", "texts don’t reach this number", SOON)
        .await?;
    window
        .wait_for_text("#delivery-detail", "try a call", SOON)
        .await?;
    desk.pass_minutes(1).await?;
    window
        .wait_for("#delivery-action:not([aria-disabled])", SOON)
        .await?;
    window.activate("#delivery-action").await?;
    window
        .wait_for("[data-message][data-kind=call]", SOON)
        .await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn what_sinch_refuses_says_why_and_keeps_the_number() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    let mut sentences = BTreeSet::new();
    for (number, word) in [
        ("+1 202 555 0120", "Check it with the customer"),
        ("+1 202 555 0121", "credit"),
        ("+1 202 555 0122", "Ask for a mobile number"),
        ("+1 202 555 0124", "Wait a minute"),
        ("+1 202 555 0135", "not followed"),
    ] {
        desk.retype_number(number).await?;
        window.press(Key::Enter).await?;
        window.wait_for_text("#refusal", word, SOON).await?;
        let sentence = window.text("#refusal").await?;
        assert!(sentence.starts_with("Nothing was sent."), "{sentence}");
        assert!(
            sentences.insert(sentence),
            "{number}: a sentence of its own"
        );
        assert_eq!(window.value("#phone").await?, number);
    }
    assert_eq!(desk.messages().await?, 0);
    Ok(())
}
