//! Two windows side by side on one Redis, each a desk of its own: what one begins the other ends, and both say
//! so at once.

use std::time::{Duration, Instant};

use countersign_driver::{Customer, Desk, Error, Key, Verdict, View, Window};
use countersign_servers::tell;
use serde_json::json;

use crate::customer::hand_over;
use crate::site_redis::{SiteRedis, settings};
use crate::{SOON, WELL, open_with};

/// Windows look by themselves only every 5 seconds, so what shows sooner was pushed. On a machine at leisure it
/// takes a tenth of a second, which is printed; that two desks agree within one second is held in `tests/site`,
/// where no browser competes for the processor.
const PUSHED: Duration = Duration::from_secs(3);

async fn open(id: u8, name: &str, server: &SiteRedis) -> Result<Window, Error> {
    let window = open_with(&settings(id, name, &server.url())).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    Ok(window)
}

/// Checks a code from the window of a desk that has the customer not in hand, as any desk may.
pub(crate) async fn check_from(window: &Window, code: &str) -> Result<(), Error> {
    let script = "const [typed, done] = arguments;
        const { invoke } = window.__TAURI_INTERNALS__;
        invoke('open_challenges')
          .then(([{ id }]) => invoke('check_code', { challenge: id, typed }))
          .then(({ outcome }) => done(outcome), (fault) => done({ fault }))";
    let outcome = window.execute_async(script, vec![json!(code)]).await?;
    assert_eq!(outcome, json!("verified"));
    Ok(())
}

#[tokio::test]
async fn what_is_begun_at_one_desk_is_taken_over_and_ended_at_another() -> Result<(), Error> {
    let server = SiteRedis::start();
    let one = open(1, "Reception 1", &server).await?;
    let two = open(2, "Reception 2", &server).await?;
    let (at_one, at_two) = (Desk::new(&one), Desk::new(&two));

    at_one.send_to(WELL).await?;
    let begun = Instant::now();
    two.wait_for_text("#waiting-list", "at Reception 1", PUSHED)
        .await?;
    let seen = begun.elapsed();
    let row = two.text("#waiting-list").await?;
    assert!(row.contains("00"), "the number's last two digits: {row}");

    let code = at_one.code_on_phone(SOON).await?;
    at_one.type_code("12").await?;
    two.press_with(&[Key::Alt], '1').await?;
    let pressed = Instant::now();
    at_two.wait_for_view(View::Code).await?;
    two.wait_for_text("#announcements", "Taken over from Reception 1", SOON)
        .await?;
    one.wait_for_text(
        "#refusal",
        "Reception 2 has taken this customer over",
        PUSHED,
    )
    .await?;
    let lost = pressed.elapsed();
    at_one.wait_for_view(View::Request).await?;
    one.wait_for_text("#waiting-list", "at Reception 2", PUSHED)
        .await?;

    at_two.type_code(&code).await?;
    at_two.check(Verdict::Verified).await?;
    let ended = Instant::now();
    one.wait_until("an empty list", PUSHED, async || {
        Ok(!one.find("#waiting").await?)
    })
    .await?;
    tell(&format!(
        "two windows agree {} ms after a challenge begins, {} ms after it is taken over and {} ms after it ends",
        seen.as_millis(),
        lost.as_millis(),
        ended.elapsed().as_millis()
    ));
    Ok(())
}

#[tokio::test]
async fn who_lost_a_customer_takes_them_back() -> Result<(), Error> {
    let server = SiteRedis::start();
    let one = open(1, "Reception 1", &server).await?;
    let two = open(2, "Reception 2", &server).await?;
    let (at_one, at_two) = (Desk::new(&one), Desk::new(&two));
    at_one.send_to(WELL).await?;
    let code = at_one.code_on_phone(SOON).await?;
    two.wait_for("#waiting-list button", SOON).await?;
    two.activate("#waiting-list button").await?;
    at_two.wait_for_view(View::Code).await?;
    at_one.wait_for_view(View::Request).await?;
    one.wait_for_text("#waiting-list", "at Reception 2", SOON)
        .await?;

    one.activate("#refusal button").await?;
    at_one.wait_for_view(View::Code).await?;
    two.wait_for_text(
        "#refusal",
        "Reception 1 has taken this customer over",
        PUSHED,
    )
    .await?;
    at_one.type_code(&code).await?;
    at_one.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_customer_who_just_types_is_asked_no_more_once_another_desk_has_taken_over()
-> Result<(), Error> {
    let server = SiteRedis::start();
    let one = open(1, "Reception 1", &server).await?;
    let two = open(2, "Reception 2", &server).await?;
    let code = hand_over(&one, WELL, 1).await?;
    let customer = Customer::of(&one);
    customer.touch_code(&code[..2]).await?;

    two.wait_for("#waiting-list button", SOON).await?;
    two.activate("#waiting-list button").await?;
    Desk::new(&two).wait_for_view(View::Code).await?;
    customer.wait_for_state("nobody").await?;
    customer.back_to_staff().await?;
    one.wait_for_text("#refusal", "has taken this customer over", SOON)
        .await?;
    Desk::new(&one).wait_for_view(View::Request).await?;

    let at_two = Desk::new(&two);
    at_two.type_code(&code).await?;
    at_two.check(Verdict::Verified).await
}

#[tokio::test]
async fn what_another_desk_ends_is_said_where_it_is_in_hand() -> Result<(), Error> {
    let server = SiteRedis::start();
    let one = open(1, "Reception 1", &server).await?;
    let two = open(2, "Reception 2", &server).await?;
    let at_one = Desk::new(&one);
    at_one.send_to(WELL).await?;
    let code = at_one.code_on_phone(SOON).await?;
    check_from(&two, &code).await?;
    one.wait_for_text("#verdict-heading", "Verified at another desk", PUSHED)
        .await
}
