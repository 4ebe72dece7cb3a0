//! The screen that faces the customer, in a window of its own: staff hand a challenge over there, the customer
//! types the code, and both screens tell the end. What the window may ask for is in `tests/ipc`.

use countersign_driver::{Customer, Desk, Error, Key, Verdict, View, Window};
use serde_json::json;

use crate::admin_home::settings_with;
use crate::site_redis::{SiteRedis, settings};
use crate::traces::files;
use crate::{SOON, WELL, open, open_with, wrong};
use countersign_servers::LossyLine;

const LET_THEM_TYPE: char = 'l';

/// Sends a code to a training number, and hands the challenge over once the drawn phone has as many messages.
pub(crate) async fn hand_over(
    window: &Window,
    number: &str,
    messages: usize,
) -> Result<String, Error> {
    let desk = Desk::new(window);
    desk.send_to(number).await?;
    let code = desk.code_in_message(messages, SOON).await?;
    window.press_with(&[Key::Alt], LET_THEM_TYPE).await?;
    window.wait_for("#handed-over", SOON).await?;
    Ok(code)
}

#[tokio::test]
async fn a_code_that_the_customer_touches_is_verified_on_both_screens() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    let code = hand_over(&window, WELL, 1).await?;
    assert_eq!(
        window.text("#code-heading").await?,
        "The customer types the code"
    );
    assert_eq!(window.count("#code-here:not([hidden])").await?, 0);

    customer
        .wait_for_text("by text to your phone ending 00")
        .await?;
    customer.give_by_touch(&code).await?;
    customer.wait_for_text("Thank you").await?;
    let ending = window.attribute("body", "data-ending").await?;
    assert_eq!(ending.as_deref(), Some("verified"));

    customer.back_to_staff().await?;
    window.wait_for("[data-verdict=verified]", SOON).await?;
    let proof = window.text("#verdict-what").await?;
    assert!(
        proof.ends_with("by text, code typed by the customer."),
        "{proof}"
    );

    customer.wait_for_state("nobody").await?;
    assert_eq!(
        window.text("main").await?,
        "Training\nPlease wait. We will be with you in a moment."
    );
    Ok(())
}

#[tokio::test]
async fn a_keypad_and_a_language_of_their_own_lead_there_too() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    let code = hand_over(&window, WELL, 1).await?;
    customer.touch_code("12").await?;
    window.click("#languages [lang=de]").await?;
    customer
        .wait_for_text("Bitte geben Sie Ihren Code ein")
        .await?;
    assert_eq!(
        window.attribute("html", "lang").await?.as_deref(),
        Some("de")
    );
    assert_eq!(window.text("#typed").await?.replace('\n', ""), "12");
    window.press(Key::Backspace).await?;
    window.press(Key::Delete).await?;
    assert_eq!(window.text("#typed").await?, "");

    window.type_text("123").await?;
    window.press(Key::Enter).await?;
    customer.wait_for_text("Der Code hat 6 Ziffern.").await?;
    for _ in 0..3 {
        window.press(Key::Backspace).await?;
    }
    customer.give_by_keys(&wrong(&code)).await?;
    customer.wait_for_text("noch 4 Versuche").await?;
    assert_eq!(window.text("#typed").await?, "", "another begins anew");
    customer.back_to_staff().await?;
    window
        .wait_for_text("#customer-said", "4 tries left", SOON)
        .await?;
    assert_eq!(window.text("#tries-left").await?, "4");

    customer.give_by_keys(&code).await?;
    customer.wait_for_text("Vielen Dank").await?;
    customer.back_to_staff().await?;
    window.wait_for("[data-verdict=verified]", SOON).await
}

#[tokio::test]
async fn too_many_wrong_codes_end_the_turn_and_lock_the_number() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    let code = hand_over(&window, WELL, 1).await?;
    for left in (1..=4).rev() {
        customer.give_by_keys(&wrong(&code)).await?;
        let tries = if left == 1 { "try" } else { "tries" };
        customer
            .wait_for_text(&format!("You have {left} {tries} left"))
            .await?;
    }
    customer.give_by_keys(&wrong(&code)).await?;
    customer.wait_for_text("Please speak to us").await?;
    customer.back_to_staff().await?;
    window.wait_for("[data-verdict=locked]", SOON).await
}

#[tokio::test]
async fn a_code_whose_time_is_over_is_asked_for_no_more() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    hand_over(&window, WELL, 1).await?;
    customer.touch_code("1").await?;
    customer.back_to_staff().await?;
    Desk::new(&window).pass_minutes(5).await?;
    window.wait_for("[data-verdict=expired]", SOON).await?;
    customer.wait_for_text("The time is up").await?;
    customer.wait_for_state("nobody").await
}

#[tokio::test]
async fn staff_take_it_back_and_the_next_customer_finds_nothing() -> Result<(), Error> {
    let window = open().await?;
    let (customer, desk) = (Customer::of(&window), Desk::new(&window));
    let code = hand_over(&window, WELL, 1).await?;
    customer.touch_code(&code[..3]).await?;
    customer.back_to_staff().await?;
    window
        .wait_for("#handed-over[data-doing=typing]", SOON)
        .await?;
    window.press(Key::Escape).await?;
    window.wait_for_focus("#code", SOON).await?;
    customer.wait_for_state("nobody").await?;
    let text = window.execute("return document.body.textContent", vec![]);
    let text = text.await?.to_string();
    assert!(!text.contains(&code[..3]) && !text.contains("00"), "{text}");

    customer.back_to_staff().await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    let proof = window.text("#verdict-what").await?;
    assert!(proof.ends_with("by text, code read out."), "{proof}");

    window.press(Key::Enter).await?;
    let second = hand_over(&window, "+1 202 555 0101", 2).await?;
    customer.wait_for_text("ending 01").await?;
    assert_eq!(window.text("#typed").await?, "");
    customer.give_by_touch(&second).await?;
    customer.wait_for_text("Thank you").await
}

#[tokio::test]
async fn a_customer_can_leave_it_to_the_staff() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    hand_over(&window, WELL, 1).await?;
    customer.wait_for_state("asked").await?;
    window.press(Key::Escape).await?;
    customer.wait_for_state("nobody").await?;
    customer.back_to_staff().await?;
    window.wait_for_focus("#code", SOON).await
}

#[tokio::test]
async fn a_closed_window_leaves_the_customer_to_the_staff_and_opens_again() -> Result<(), Error> {
    let window = open().await?;
    let (customer, desk) = (Customer::of(&window), Desk::new(&window));
    let code = hand_over(&window, WELL, 1).await?;
    customer.touch_code("12").await?;
    customer.close().await?;
    desk.wait_for_view(View::Code).await?;
    window.activate("#hand-over").await?;
    window.wait_for("#handed-over", SOON).await?;
    customer.give_by_touch(&code).await?;
    customer.wait_for_text("Thank you").await?;
    customer.back_to_staff().await?;
    window.wait_for("[data-verdict=verified]", SOON).await
}

#[tokio::test]
async fn a_page_of_the_staffs_that_is_gone_asks_nobody() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    hand_over(&window, WELL, 1).await?;
    customer.wait_for_state("asked").await?;
    customer.back_to_staff().await?;
    window.execute("location.reload()", vec![]).await?;
    customer.wait_for_state("nobody").await
}

#[tokio::test]
async fn a_customer_without_a_code_tells_the_desk_which_sends_it_again() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    hand_over(&window, WELL, 1).await?;
    customer.wait_for_state("asked").await?;
    window.click("#no-code").await?;
    customer
        .wait_for_text("The person at the desk knows")
        .await?;
    customer.back_to_staff().await?;
    window
        .wait_for_text("#customer-has-no-code", "no code has come", SOON)
        .await?;
    Desk::new(&window).pass_minutes(1).await?;
    window.activate("#resend").await?;
    window.wait_for_text("#sends", "2", SOON).await?;
    window
        .wait_until("an answered customer", SOON, async || {
            Ok(window.text("#customer-has-no-code").await?.is_empty())
        })
        .await?;
    let code = Desk::new(&window).code_in_message(2, SOON).await?;
    customer.give_by_touch(&code).await?;
    customer.wait_for_text("Thank you").await
}

#[tokio::test]
async fn a_missed_calls_number_can_be_typed_with_its_plus() -> Result<(), Error> {
    let window = open().await?;
    let (customer, desk) = (Customer::of(&window), Desk::new(&window));
    desk.type_number(WELL).await?;
    desk.choose_channel("flashCall").await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for("[data-message][data-kind=missedCall]", SOON)
        .await?;
    let message = window.text("[data-message][data-kind=missedCall]").await?;
    let from = message.split('+').nth(1).expect("a number");
    let digits: String = from
        .chars()
        .take_while(|each| each.is_ascii_digit() || " -".contains(*each))
        .filter(char::is_ascii_digit)
        .collect();
    window.press_with(&[Key::Alt], LET_THEM_TYPE).await?;
    customer.wait_for_text("number that called you").await?;
    customer.give_by_touch(&format!("+{digits}")).await?;
    customer.wait_for_text("Thank you").await
}

#[tokio::test]
async fn the_staffs_window_and_the_log_learn_no_digit() -> Result<(), Error> {
    let window = open().await?;
    let customer = Customer::of(&window);
    // Everything that the core tells the page, from here on.
    let listen = "
        const { callbacks } = window.__TAURI_INTERNALS__;
        const heard = (window.heard = []);
        const wrap = (hear) => (data) => (heard.push(JSON.stringify(data) ?? ''), hear(data));
        for (const [id, hear] of [...callbacks]) callbacks.set(id, wrap(hear));
        const set = callbacks.set.bind(callbacks);
        callbacks.set = (id, hear) => set(id, wrap(hear));";
    window.execute(listen, vec![]).await?;
    let code = hand_over(&window, WELL, 1).await?;
    let typed = wrong(&code);
    customer.give_by_touch(&typed).await?;
    customer.wait_for_text("4 tries left").await?;
    customer.back_to_staff().await?;
    window
        .wait_for_text("#customer-said", "4 tries left", SOON)
        .await?;
    customer.touch_code(&typed).await?;
    customer.back_to_staff().await?;
    window
        .wait_for("#handed-over[data-doing=typing]", SOON)
        .await?;
    let heard = window.execute("return window.heard", vec![]).await?;
    let heard = heard.to_string();
    assert!(
        heard.contains("stands") && heard.contains("checked"),
        "{heard}"
    );
    let page = window.execute("return document.documentElement.outerHTML", vec![]);
    let page = page.await?.to_string();
    let log = files(window.home())
        .into_iter()
        .find(|(path, _)| path.ends_with("countersign.log"))
        .map(|(_, log)| String::from_utf8_lossy(&log).into_owned())
        .expect("the log is there");
    assert!(log.contains("customer") && log.contains("wrong"), "{log}");
    for (place, text) in [("message", &heard), ("page", &page), ("log", &log)] {
        assert!(!text.contains(&typed), "in the {place}: {text}");
    }
    Ok(())
}

#[tokio::test]
async fn an_answer_of_the_store_that_was_lost_reaches_both_screens_in_the_end() -> Result<(), Error>
{
    let redis = SiteRedis::start();
    let line = LossyLine::to(redis.port()).expect("a line");
    let window = open_with(&settings(1, "Reception 1", &line.url())).await?;
    let customer = Customer::of(&window);
    let code = hand_over(&window, WELL, 1).await?;
    customer.touch_code(&code).await?;
    line.lose_answers();
    window.click("#done").await?;
    customer.wait_for_text("One moment, please").await?;
    customer.back_to_staff().await?;
    window
        .wait_for("#handed-over[data-doing=waiting]", SOON)
        .await?;
    line.mend();
    window.wait_for("[data-verdict=verified]", SOON).await?;
    let proof = window.text("#verdict-what").await?;
    assert!(proof.ends_with("code typed by the customer."), "{proof}");
    customer.wait_for_text("Thank you").await
}

/// Settings of a desk whose customers type their codes as this says.
fn with_customer_view(customer_view: &str) -> String {
    let id = "00112233445566778899aabbccddeeff";
    let desk = json!({ "id": id, "name": "Reception 2", "customerView": customer_view });
    settings_with(&json!({ "desk": desk }))
}

#[tokio::test]
async fn where_it_is_usual_a_code_is_handed_over_as_soon_as_it_is_sent() -> Result<(), Error> {
    let window = open_with(&with_customer_view("usual")).await?;
    let (customer, desk) = (Customer::of(&window), Desk::new(&window));
    customer.wait_for_state("nobody").await?;
    customer.back_to_staff().await?;
    desk.type_number(WELL).await?;
    window.press(Key::Enter).await?;
    window.wait_for("#handed-over", SOON).await?;
    let code = desk.code_on_phone(SOON).await?;
    customer.give_by_keys(&code).await?;
    customer.wait_for_text("Thank you").await?;
    customer.back_to_staff().await?;
    window.wait_for("[data-verdict=verified]", SOON).await
}

#[tokio::test]
async fn where_it_is_off_nothing_is_handed_over() -> Result<(), Error> {
    let window = open_with(&with_customer_view("off")).await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    assert!(!window.find("#hand-over").await?);
    window.press_with(&[Key::Alt], LET_THEM_TYPE).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    assert_eq!(window.pages().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn the_customers_window_closes_with_the_staffs() -> Result<(), Error> {
    let window = open().await?;
    hand_over(&window, WELL, 1).await?;
    Customer::of(&window).wait_for_state("asked").await?;
    window.turn_to("/", SOON).await?;
    window.seat().display().close_window("Countersign")?;
    let start = std::time::Instant::now();
    while window.app_pid().is_ok() {
        assert!(start.elapsed() < SOON, "the app runs on");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Ok(())
}
