//! The ends that are no proof: never a dead end, and never a green tick.

use countersign_driver::{Desk, Error, Home, Key, KeyringState, Options, Verdict, View, Window};
use serde_json::json;

use crate::access::{Review, Theme};
use crate::admin_access::look;
use crate::admin_home::{enter, settings_with};
use crate::{APP, SOON, WELL, miss_until_the_last_try, open, wrong};

const PASSCODE: &str = "harbour 7741";
const NOT_IT: &str = "harbour 7742";
const REASON: &str = "Known to us for years";

async fn desk_with_supervisor() -> Result<Window, Error> {
    let rules = json!({ "rules": { "override": "supervisor" } });
    let home = Home::new()?;
    home.write_settings(&settings_with(&rules))?;
    let options = Options::new(APP).in_home(home);
    let window = Window::open(options.with_keyring(KeyringState::Unlocked)).await?;
    set_supervisor_passcode(&window).await?;
    Ok(window)
}

async fn set_supervisor_passcode(window: &Window) -> Result<(), Error> {
    let admin = enter(window).await?;
    admin.open_page("passcode").await?;
    window
        .wait_for_text("#supervisor-standing", "No passcode is set", SOON)
        .await?;
    admin.fill("#supervisor-passcode", PASSCODE).await?;
    admin.fill("#supervisor-passcode-again", PASSCODE).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#supervisor-standing", "A passcode is set", SOON)
        .await?;
    admin.leave().await
}

/// Presses Alt and U, which works from step 2 and from a verdict that leaves something to do.
async fn could_not_verify(window: &Window) -> Result<(), Error> {
    window.press_with(&[Key::Alt], 'u').await?;
    window.wait_for("body[data-view=unverified]", SOON).await
}

async fn accept(window: &Window, passcode: &str) -> Result<(), Error> {
    window.tab_to("#supervisor-passcode").await?;
    window.press_with(&[Key::Control], 'a').await?;
    window.type_text(passcode).await?;
    window.press(Key::Enter).await
}

/// The verdict's word, and that it is not the one that proves something.
async fn ended_as(window: &Window, verdict: &str, words: &str) -> Result<(), Error> {
    let shown = format!("body[data-view=verdict] [data-verdict={verdict}]");
    window.wait_for(&shown, SOON).await?;
    window
        .wait_for_text("#verdict-heading", words, SOON)
        .await?;
    let shape = window.attribute("#verdict-shape", "href").await?;
    assert_eq!(shape, Some(format!("#shape-{verdict}")));
    assert_eq!(window.count("[data-verdict=verified]").await?, 0);
    Ok(())
}

#[tokio::test]
async fn a_customer_without_a_phone_is_no_dead_end() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    could_not_verify(&window).await?;
    assert!(!window.find("#ask-supervisor").await?, "not by these rules");

    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Code).await?;
    could_not_verify(&window).await?;
    window.activate("#end-unverified").await?;
    window
        .wait_for_text("#unverified-error", "Choose a reason", SOON)
        .await?;
    window
        .wait_for_focus("#unverified-reasons input", SOON)
        .await?;
    window.press(Key::Down).await?;
    window.tab_to("#unverified-remark").await?;
    window.type_text("battery").await?;
    window.press(Key::Enter).await?;
    ended_as(&window, "unverified", "Not verified").await?;
    window
        .wait_for_text("#verdict-what", "Phone off or empty: battery", SOON)
        .await?;
    window.wait_for_focus("#next", SOON).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await?;
    assert!(!window.find("#waiting-list button").await?, "it is over");
    Ok(())
}

#[tokio::test]
async fn a_locked_number_can_be_ended_with_a_reason() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    miss_until_the_last_try(&window, &code).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Locked).await?;
    could_not_verify(&window).await?;
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Verdict).await?;
    window.wait_for("[data-verdict=locked]", SOON).await?;
    window.activate("#end-otherwise").await?;
    window.wait_for("body[data-view=unverified]", SOON).await?;
    window.press(Key::Space).await?;
    window.activate("#end-unverified").await?;
    ended_as(&window, "unverified", "Not verified").await
}

#[tokio::test]
async fn a_supervisor_accepts_a_customer_who_is_never_shown_as_verified() -> Result<(), Error> {
    let window = desk_with_supervisor().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    could_not_verify(&window).await?;
    window.activate("#ask-supervisor").await?;
    window.wait_for_focus("#supervisor-reason", SOON).await?;

    accept(&window, PASSCODE).await?;
    window
        .wait_for_text("#supervisor-reason-error", "Write why", SOON)
        .await?;
    window.type_text(REASON).await?;
    for _ in 0..3 {
        accept(&window, NOT_IT).await?;
        window
            .wait_for_text("#supervisor-error", "not the supervisor", SOON)
            .await?;
        window
            .wait_for("#accept-unproven:not([data-busy])", SOON)
            .await?;
    }
    accept(&window, PASSCODE).await?;
    ended_as(
        &window,
        "accepted",
        "Accepted by a supervisor – not verified",
    )
    .await?;
    window.wait_for_text("#verdict-what", REASON, SOON).await?;
    let left = window.value("#supervisor-passcode").await?;
    assert_eq!(left, "", "no passcode stays in the page");
    Ok(())
}

#[tokio::test]
async fn a_fourth_wrong_passcode_has_to_wait() -> Result<(), Error> {
    let window = desk_with_supervisor().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    could_not_verify(&window).await?;
    window.activate("#ask-supervisor").await?;
    window.wait_for_focus("#supervisor-reason", SOON).await?;
    window.type_text(REASON).await?;
    for _ in 0..4 {
        accept(&window, NOT_IT).await?;
        window
            .wait_for("#accept-unproven:not([data-busy])", SOON)
            .await?;
    }
    window
        .wait_for_text("#supervisor-error", "try again in 0:", SOON)
        .await?;
    window
        .wait_for("#accept-unproven[aria-disabled]", SOON)
        .await?;
    accept(&window, PASSCODE).await?;
    assert_eq!(window.count("body[data-view=supervisor]").await?, 1);
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Code).await
}

async fn the_ends_have_no_barrier(theme: Theme) -> Result<(), Error> {
    let rules = json!({ "rules": { "override": "supervisor", "manyReferences": 2 } });
    let home = Home::new()?;
    home.write_settings(&settings_with(&rules))?;
    let options = Options::new(APP).in_home(home);
    let review = Review::of(theme, options.with_keyring(KeyringState::Unlocked)).await?;
    let window = &review.window;
    set_supervisor_passcode(window).await?;
    let desk = Desk::new(window);
    desk.type_number("+46 46 70 174 06 05").await?;
    window.press(Key::Enter).await?;
    window.wait_for("#suggestion:not([hidden])", SOON).await?;
    look(&review, "a number that may have been meant").await?;
    desk.retype_number(WELL).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_on_phone(SOON).await?;
    could_not_verify(window).await?;
    window.activate("#end-unverified").await?;
    look(&review, "no reason was chosen").await?;
    window.activate("#ask-supervisor").await?;
    accept(window, PASSCODE).await?;
    look(&review, "the supervisor gave no reason").await?;
    window.type_text(REASON).await?;
    accept(window, NOT_IT).await?;
    window
        .wait_for_text("#supervisor-error", "not the supervisor", SOON)
        .await?;
    look(&review, "not the supervisor’s passcode").await?;
    window.press(Key::Escape).await?;
    miss_until_the_last_try(window, &code).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Locked).await?;
    look(&review, "locked, with what is left to do").await?;
    could_not_verify(window).await?;
    window.press(Key::Down).await?;
    window.activate("#end-unverified").await?;
    ended_as(window, "unverified", "Not verified").await?;
    look(&review, "not verified").await?;
    window.activate("#ask-supervisor-after").await?;
    window.type_text(REASON).await?;
    accept(window, PASSCODE).await?;
    ended_as(window, "accepted", "not verified").await?;
    look(&review, "accepted by a supervisor").await
}

#[tokio::test]
async fn the_ends_without_proof_have_no_barrier_in_light() -> Result<(), Error> {
    the_ends_have_no_barrier(Theme::Light).await
}

#[tokio::test]
async fn the_ends_without_proof_have_no_barrier_in_dark() -> Result<(), Error> {
    the_ends_have_no_barrier(Theme::Dark).await
}
