//! The window of a desk whose store is the site's Redis: what it shows while the store is away, and that nothing
//! typed, sent or tried is lost or done twice for it. Two desks on one Redis are beside each other in `shared`.

use countersign_driver::{Desk, Error, Key, Verdict, View, Window};
use countersign_servers::LossyLine;

use crate::site_redis::{SiteRedis, settings};
use crate::{SOON, WELL, open_with, wrong};

/// The app as a desk whose store is at this address.
async fn desk_at(url: &str) -> Result<Window, Error> {
    open_with(&settings(1, "Reception 2", url)).await
}

async fn a_desk_on(redis: &SiteRedis) -> Result<Window, Error> {
    desk_at(&redis.url()).await
}

/// A desk in step 2, the code that its customer has, and the line to its store.
async fn a_code_over_a_lossy_line(redis: &SiteRedis) -> Result<(Window, String, LossyLine), Error> {
    let line = LossyLine::to(redis.port()).expect("a line");
    let window = desk_at(&line.url()).await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    Ok((window, code, line))
}

#[tokio::test]
async fn a_desk_opens_without_its_store_and_works_once_it_is_there() -> Result<(), Error> {
    let redis = SiteRedis::start();
    redis.kill();
    let window = a_desk_on(&redis).await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    window.wait_for("#away[data-code]", SOON).await?;
    let away = window.text("#away").await?;
    assert!(
        away.contains("shared store has been out of reach since"),
        "{away}"
    );
    assert!(away.contains("Nothing can be sent or checked"), "{away}");
    assert!(away.contains("see that Redis runs"), "{away}");

    window.press(Key::Enter).await?;
    window
        .wait_for_text("#refusal", "Nothing was sent.", SOON)
        .await?;
    let refusal = window.text("#refusal").await?;
    assert!(refusal.contains("out of reach since"), "{refusal}");
    assert_eq!(window.value("#phone").await?, WELL, "the form is kept");
    assert_eq!(desk.messages().await?, 0);

    redis.restart().expect("the server is back");
    window
        .wait_for_text("#away", "The store is back.", SOON)
        .await?;
    window.wait_for_focus("#phone", SOON).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_on_phone(SOON).await?;
    assert_eq!(desk.messages().await?, 1);
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_code_that_the_store_was_not_asked_about_costs_no_try() -> Result<(), Error> {
    let redis = SiteRedis::start();
    let window = a_desk_on(&redis).await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;

    desk.type_code(&code).await?;
    redis.pause().expect("the server stands still");
    window.press(Key::Enter).await?;
    window
        .wait_for_text(
            "#refusal",
            "The code was not checked, and no try was counted.",
            SOON,
        )
        .await?;
    assert_eq!(window.value("#code").await?, code, "it is kept");
    assert_eq!(window.text("#tries-left").await?, "5");

    window.wait_for("#away[data-code]", SOON).await?;
    redis.resume().expect("the server goes on");
    window
        .wait_for_text("#away", "The store is back.", SOON)
        .await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_right_code_whose_answer_is_lost_is_asked_about_until_it_is_known() -> Result<(), Error> {
    let redis = SiteRedis::start();
    let (window, code, line) = a_code_over_a_lossy_line(&redis).await?;
    Desk::new(&window).type_code(&code).await?;
    line.lose_answers();
    window.press(Key::Enter).await?;
    window.wait_for("#not-known", SOON).await?;
    window.wait_for("#code[readonly]", SOON).await?;
    window.press(Key::Enter).await?;
    assert!(window.find("#not-known").await?, "nothing else is tried");
    line.mend();
    window.wait_for("[data-verdict=verified]", SOON).await
}

#[tokio::test]
async fn a_wrong_code_whose_answer_is_lost_costs_one_try() -> Result<(), Error> {
    let redis = SiteRedis::start();
    let (window, code, line) = a_code_over_a_lossy_line(&redis).await?;
    let desk = Desk::new(&window);
    desk.type_code(&wrong(&code)).await?;
    line.lose_answers();
    window.press(Key::Enter).await?;
    window.wait_for("#not-known", SOON).await?;
    line.mend();
    window
        .wait_for_text("#code-error", "4 tries left", SOON)
        .await?;
    window.wait_for("#code:not([readonly])", SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn staff_may_leave_what_is_not_known_and_come_back_to_it() -> Result<(), Error> {
    let redis = SiteRedis::start();
    let (window, code, line) = a_code_over_a_lossy_line(&redis).await?;
    let desk = Desk::new(&window);
    desk.type_code(&wrong(&code)).await?;
    line.lose_answers();
    window.press(Key::Enter).await?;
    window.wait_for("#not-known", SOON).await?;
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Request).await?;

    line.mend();
    window.wait_for("#waiting-list button", SOON).await?;
    window.activate("#waiting-list button").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-error", "not the code", SOON)
        .await?;
    window.wait_for_text("#tries-left", "4", SOON).await
}

#[tokio::test]
async fn time_that_a_shared_store_keeps_is_not_offered_to_be_skipped() -> Result<(), Error> {
    let redis = SiteRedis::start();
    let window = a_desk_on(&redis).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    assert!(window.find("#practise").await?, "it is training");
    assert!(!window.find("#skip-minute").await?);
    Ok(())
}
