//! Help with the number: what may have been meant is one button, which fills the field and sends nothing; what
//! the site and Sinch know of a number is told, and carried out where the site's rules say so.

use countersign_driver::{
    Admin, Desk, Error, Home, Key, KeyringState, Options, Verdict, View, Window,
};
use serde_json::{Value, json};

use crate::admin_home::{enter, settings_with};
use crate::{APP, SOON, WELL, open, open_with};

/// Training numbers of which Sinch's lookup knows something: a phone on the internet, and a SIM that was changed
/// today.
const VOIP: &str = "+1 202 555 0114";
const CHANGED_TODAY: &str = "+1 202 555 0115";

const PASSCODE: &str = "harbour 7741";

const MEANT: &str = "+46 70 174 06 05";

/// Empties the field that has the focus and pastes `text` into it.
async fn replace(window: &Window, text: &str) -> Result<(), Error> {
    window.press_with(&[Key::Control], 'a').await?;
    window.press(Key::Backspace).await?;
    window.insert_text(text).await
}

#[tokio::test]
async fn what_may_have_been_meant_is_offered_and_taken_by_keys() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    for slip in ["+46 46 70 174 06 05", "0046+46 70 174 06 05", "46701740605"] {
        replace(&window, slip).await?;
        window.wait_for_text("#suggestion", MEANT, SOON).await?;
        assert_eq!(window.value("#phone").await?, slip, "never rewritten");
        window.press(Key::Tab).await?;
        window.wait_for_focus("#suggestion", SOON).await?;
        window.press(Key::Enter).await?;
        window.wait_for_focus("#phone", SOON).await?;
        assert_eq!(window.value("#phone").await?, MEANT, "{slip}");
        window
            .wait_for_text("#read-back-number", MEANT, SOON)
            .await?;
        assert!(
            !window.find("#suggestion").await?,
            "nothing is left to offer"
        );
        desk.wait_for_view(View::Request).await?;
        assert_eq!(desk.messages().await?, 0, "nothing was sent");
    }
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await
}

#[tokio::test]
async fn an_offer_ends_as_soon_as_something_else_is_typed() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+46 46 70 174 06 05").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#number-error", "country code is there twice", SOON)
        .await?;
    window.wait_for_text("#suggestion", MEANT, SOON).await?;
    desk.retype_number("+1 202 555 0100").await?;
    window
        .wait_for_text("#read-back-number", "+1 202 555 0100", SOON)
        .await?;
    assert!(!window.find("#suggestion").await?);
    Ok(())
}

/// Sends to the number in the form, under a reference, and checks the code that comes: the `nth` message.
async fn verify(window: &Window, reference: &str, nth: usize) -> Result<(), Error> {
    let desk = Desk::new(window);
    desk.type_number(WELL).await?;
    window.tab_to("#reference").await?;
    window.type_text(reference).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_in_message(nth, SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    window.press(Key::Enter).await
}

#[tokio::test]
async fn a_number_that_was_verified_a_moment_ago_and_for_many_is_told_and_sent_to()
-> Result<(), Error> {
    let rules = json!({ "rules": { "manyReferences": 2 } });
    let window = open_with(&settings_with(&rules)).await?;
    let desk = Desk::new(&window);
    verify(&window, "ROOM 214", 1).await?;
    desk.type_number(WELL).await?;
    window
        .wait_for_text("#advice", "already verified at", SOON)
        .await?;
    window
        .wait_for_text("#advice", "at Reception 2, for ROOM 214.", SOON)
        .await?;
    window.tab_to("#reference").await?;
    window.type_text("ROOM 215").await?;
    window.press(Key::Tab).await?;
    window
        .wait_for_text("#advice", "for 2 different references today", SOON)
        .await?;
    desk.pass_minutes(1).await?;
    window.activate("#send").await?;
    desk.wait_for_view(View::Code).await?;
    assert_eq!(window.text("#advice").await?, "", "it was about the number");
    Ok(())
}

fn looked_up(measure: &str) -> Value {
    let sim_swap = json!({ "measure": measure });
    json!({ "rules": { "numberLookup": { "lineType": measure, "simSwap": sim_swap } } })
}

#[tokio::test]
async fn what_sinch_knows_of_a_number_is_told_before_and_after_it_is_sent_to() -> Result<(), Error>
{
    let window = open_with(&settings_with(&looked_up("warn"))).await?;
    let desk = Desk::new(&window);
    desk.type_number(CHANGED_TODAY).await?;
    window.press(Key::Tab).await?;
    window
        .wait_for_text("#advice", "SIM card of this number was changed", SOON)
        .await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#advice", "SIM card of this number was changed", SOON)
        .await
}

#[tokio::test]
async fn a_number_that_the_site_refuses_is_not_sent_to() -> Result<(), Error> {
    let window = open_with(&settings_with(&looked_up("refuse"))).await?;
    let desk = Desk::new(&window);
    for (number, words) in [
        (VOIP, "no mobile phone’s number"),
        (CHANGED_TODAY, "was changed a short time ago"),
        ("+1 202 555 0118", "has to be looked up at Sinch first"),
    ] {
        desk.retype_number(number).await?;
        window.press(Key::Enter).await?;
        window.wait_for_text("#refusal", words, SOON).await?;
        assert_eq!(desk.messages().await?, 0, "nothing was sent");
    }
    Ok(())
}

#[tokio::test]
async fn what_was_said_of_one_number_is_not_left_beside_another() -> Result<(), Error> {
    let window = open_with(&settings_with(&looked_up("refuse"))).await?;
    let desk = Desk::new(&window);
    desk.type_number(VOIP).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#refusal", "no mobile phone’s number", SOON)
        .await?;
    window.press(Key::Backspace).await?;
    assert_eq!(window.text("#refusal").await?, "");
    Ok(())
}

#[tokio::test]
async fn a_number_that_is_left_to_a_supervisor_is_sent_to_at_their_word() -> Result<(), Error> {
    let home = Home::new()?;
    home.write_settings(&settings_with(&looked_up("supervisor")))?;
    let options = Options::new(APP).in_home(home);
    let window = Window::open(options.with_keyring(KeyringState::Unlocked)).await?;
    let admin: Admin<'_> = enter(&window).await?;
    admin.open_page("passcode").await?;
    admin.fill("#supervisor-passcode", PASSCODE).await?;
    admin.fill("#supervisor-passcode-again", PASSCODE).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#supervisor-standing", "A passcode is set", SOON)
        .await?;
    admin.leave().await?;

    let desk = Desk::new(&window);
    desk.type_number(VOIP).await?;
    window.press(Key::Enter).await?;
    window.wait_for("body[data-view=supervisor]", SOON).await?;
    window
        .wait_for_text("#supervisor-warning", "internet phone", SOON)
        .await?;
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, VOIP, "still there");
    window.press(Key::Enter).await?;
    window.wait_for_focus("#supervisor-passcode", SOON).await?;
    window.type_text("not it").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#supervisor-error", "not the supervisor", SOON)
        .await?;
    assert_eq!(desk.messages().await?, 0, "nothing was sent");
    window
        .wait_for("#accept-unproven:not([data-busy])", SOON)
        .await?;
    window.press_with(&[Key::Control], 'a').await?;
    window.type_text(PASSCODE).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}
