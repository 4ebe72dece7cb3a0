//! The main job: number, code, verdict, next customer. Who comes back, who waits, who is locked out.

use std::time::Duration;

use countersign_driver::{Desk, Error, Key, Verdict, View};

use crate::{SOON, WELL, miss_until_the_last_try, open, wrong};

#[tokio::test]
async fn the_whole_job_needs_only_a_keyboard() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);

    desk.type_number(WELL).await?;
    window.wait_for_text("#read-back", "202", SOON).await?;
    window.tab_to("#reference").await?;
    window.type_text("C-1042").await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    assert_eq!(window.text("#code-reference").await?, "· C-1042");
    let code = desk.code_on_phone(SOON).await?;
    window
        .wait_for("#delivery[data-state=delivered]", SOON)
        .await?;

    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    assert_eq!(window.text("#verdict-heading").await?, "Verified");
    assert_eq!(window.text("#verdict-reference").await?, "C-1042");
    assert!(
        window
            .text("#verdict-what")
            .await?
            .contains("phone ending 00")
    );

    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await?;
    for field in ["#phone", "#reference"] {
        assert_eq!(window.value(field).await?, "", "{field}");
    }
    desk.send_to("+1 202 555 0101").await?;
    assert_eq!(window.text("#code-reference").await?, "· Phone ending 01");
    Ok(())
}

#[tokio::test]
async fn a_wrong_code_costs_a_try_and_the_right_one_still_counts() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    assert_eq!(window.text("#tries-left").await?, "5");

    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Wrong).await?;
    assert!(window.text("#code-error").await?.contains("4 tries left"));
    assert_eq!(window.text("#tries-left").await?, "4");

    // What was typed is selected: the next code takes its place.
    desk.type_code(&code).await?;
    assert_eq!(window.value("#code").await?, code);
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn five_wrong_codes_lock_the_number_and_say_until_when() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    miss_until_the_last_try(&window, &code).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Locked).await?;
    assert_eq!(window.text("#verdict-heading").await?, "Locked");
    let until = window.text("#verdict-what").await?;
    assert!(names_a_time(&until), "{until}");
    assert!(
        window
            .text("#verdict-what-now")
            .await?
            .contains("15 minutes")
    );

    window.press(Key::Enter).await?;
    desk.type_number(WELL).await?;
    window.press(Key::Enter).await?;
    window.wait_for_text("#refusal", "locked", SOON).await?;
    let refusal = window.text("#refusal").await?;
    assert!(names_a_time(&refusal), "it says until when, too: {refusal}");
    assert_eq!(window.value("#phone").await?, WELL);
    assert_eq!(desk.messages().await?, 1, "nothing more was sent");
    Ok(())
}

#[tokio::test]
async fn a_wrong_code_that_stands_there_unchanged_costs_no_second_try() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Wrong).await?;
    assert_eq!(window.text("#tries-left").await?, "4");

    // A key that sticks: the desk has just said that this is not the code.
    window.press_twice(Key::Enter).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(window.text("#tries-left").await?, "4");
    window.wait_for("[data-verdict=wrong]", SOON).await
}

#[tokio::test]
async fn a_double_enter_sends_one_text() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    // Sinch takes 8 s to answer for this one, so that the second Enter falls into the wait.
    desk.type_number("+1 202 555 0134").await?;
    window.press_twice(Key::Enter).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(window.find("#send[data-busy]").await?, "the first is out");
    assert_eq!(window.text("#refusal").await?, "", "a second was not tried");

    desk.wait_for_view(View::Code).await?;
    window
        .wait_for("#delivery[data-state=delivered]", SOON)
        .await?;
    assert_eq!(desk.messages().await?, 1);
    assert_eq!(window.text("#sends").await?, "1");
    assert_eq!(
        window.text("#waiting-count").await?,
        "1 customer",
        "the one in hand"
    );
    Ok(())
}

#[tokio::test]
async fn changing_the_number_keeps_it_in_the_form_and_ends_its_challenge() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to("+1 202 555 0109").await?;
    window.activate("#change-number").await?;
    desk.wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, "+1 202 555 0109");
    assert!(!window.find("#waiting").await?, "nobody waits");

    // It is selected: the right number takes its place.
    desk.send_to("+1 202 555 0108").await?;
    // The first text may have arrived before it was called back.
    window
        .wait_for_text("#phone-number", "+1 202-555-0108", SOON)
        .await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    assert!(
        window
            .text("#verdict-what")
            .await?
            .contains("phone ending 08")
    );
    Ok(())
}

#[tokio::test]
async fn escape_lets_a_customer_wait_and_they_can_be_returned_to() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, "");
    window
        .wait_for_text("#waiting-count", "1 customer", SOON)
        .await?;

    desk.send_to("+1 202 555 0101").await?;
    window.activate("#waiting-list button").await?;
    window
        .wait_for_text("#code-reference", "Phone ending 00", SOON)
        .await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    window
        .wait_for_text("#waiting-list", "Phone ending 01", SOON)
        .await
}

/// Whether a sentence holds a time of day, such as 09:41.
fn names_a_time(sentence: &str) -> bool {
    sentence.as_bytes().windows(5).any(|window| {
        window[2] == b':'
            && [0, 1, 3, 4]
                .iter()
                .all(|&place| window[place].is_ascii_digit())
    })
}
