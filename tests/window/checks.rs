//! The page of the staged tests, at a desk whose Sinch is a sandbox: each stage with its state, and what to do
//! where one fails. What is tested, and what each finding means, is in the core.

use std::time::Duration;

use countersign_driver::{Admin, Desk, Error, Home, KeyringState, Options, View, Window};
use countersign_sandbox::Sandbox;
use serde_json::json;

use crate::admin_home::{enter, settings_with};
use crate::{APP, SOON, live, open_with};

/// Stages that wait for a delivery take their time.
const TO_THE_END: Duration = Duration::from_secs(60);

/// A desk at work, with the page of the tests open.
async fn at_the_page(sandbox: &Sandbox) -> Result<Window, Error> {
    let options = live::options(sandbox, KeyringState::Unlocked);
    let window = Window::open(options.in_home(live::home("Reception 1")?)).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    live::enter_secrets(&window, "keyring").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let admin = Admin::new(&window);
    // A desk that is just opened anew begins its page anew, and a key that was pressed then is lost.
    if admin.enter().await.is_err() {
        admin.enter().await?;
    }
    admin.wait_for_page("desk").await?;
    admin.open_page("checks").await?;
    Ok(window)
}

/// A stage of a subject, in a state.
fn stage(subject: &str, stage: &str, state: &str) -> String {
    format!("[data-subject={subject}] [data-stage={stage}][data-check={state}]")
}

#[tokio::test]
async fn all_stages_of_a_desk_that_works_are_well_to_the_delivery_of_a_live_text()
-> Result<(), Error> {
    let sandbox = live::sandbox().await;
    let window = at_the_page(&sandbox).await?;
    Admin::new(&window)
        .fill("#own-phone", "+1 202 555 0107")
        .await?;
    window.activate(".checks .main").await?;
    window
        .wait_for(".check-verdict[data-verdict]", TO_THE_END)
        .await?;
    for (subject, name) in [
        ("settings", "settings"),
        ("keyring", "secrets"),
        ("sinchVerification", "authentication"),
        ("sinchSms", "authentication"),
        ("sinchSms", "dryRun"),
        ("sinchSms", "text"),
        ("sinchSms", "delivery"),
        ("store", "step"),
    ] {
        window
            .wait_for(&stage(subject, name, "passed"), SOON)
            .await?;
    }
    assert_eq!(window.count("[data-check=failed]").await?, 0);
    let texts = sandbox.messages("+12025550107");
    assert_eq!(texts.len(), 1, "one live text, and only to this phone");
    Ok(())
}

#[tokio::test]
async fn nothing_is_sent_where_no_phone_is_given() -> Result<(), Error> {
    let sandbox = live::sandbox().await;
    let window = at_the_page(&sandbox).await?;
    window.activate(".checks .main").await?;
    window
        .wait_for(".check-verdict[data-verdict]", TO_THE_END)
        .await?;
    window
        .wait_for(&stage("sinchSms", "text", "skipped"), SOON)
        .await?;
    window
        .wait_for_text("[data-stage=text]", "No phone was given", SOON)
        .await
}

#[tokio::test]
async fn a_phone_that_cannot_be_read_is_said_before_anything_runs() -> Result<(), Error> {
    let sandbox = live::sandbox().await;
    let window = at_the_page(&sandbox).await?;
    Admin::new(&window).fill("#own-phone", "ring me").await?;
    window.activate(".checks .main").await?;
    window
        .wait_for_text(".check-verdict", "Enter the number in digits", SOON)
        .await?;
    assert_eq!(window.count("[data-check]").await?, 0);
    Ok(())
}

#[tokio::test]
async fn a_stage_that_fails_says_what_to_do_and_those_after_it_are_passed_over() -> Result<(), Error>
{
    // A port of this computer at which nobody listens.
    let closed = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = closed.local_addr().expect("an address").port();
    drop(closed);
    let store = json!({ "store": {
        "kind": "redis",
        "site": "harbour-clinic",
        "place": { "single": { "url": format!("redis://127.0.0.1:{port}") } },
    } });
    let window = open_with(&settings_with(&store)).await?;
    let admin = enter(&window).await?;
    admin.open_page("checks").await?;
    admin.choose("what-to-test", "store").await?;
    assert!(!window.find("#own-phone").await?, "a store sends no text");
    window.activate(".checks .main").await?;
    window
        .wait_for(&stage("store", "connection", "failed"), TO_THE_END)
        .await?;
    window
        .wait_for_text("[data-stage=connection]", "Start Redis", SOON)
        .await?;
    window
        .wait_for(".check-verdict[data-verdict=failed]", SOON)
        .await?;
    window
        .wait_for(&stage("store", "authentication", "skipped"), SOON)
        .await
}

#[tokio::test]
async fn tests_that_run_can_be_stopped() -> Result<(), Error> {
    // Takes connections, and never says a word.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = silent.local_addr().expect("an address").port();
    let store = json!({ "store": {
        "kind": "redis",
        "site": "harbour-clinic",
        "place": { "single": { "url": format!("redis://127.0.0.1:{port}") } },
    } });
    let home = Home::new()?;
    home.write_settings(&settings_with(&store))?;
    // What has failed before the stop would be the verdict.
    let options = Options::new(APP).with_keyring(KeyringState::Unlocked);
    let window = Window::open(options.in_home(home)).await?;
    let admin = enter(&window).await?;
    admin.open_page("checks").await?;
    admin.choose("what-to-test", "store").await?;
    window.activate(".checks .main").await?;
    window.wait_for("[data-check=running]", SOON).await?;
    window
        .activate(".checks .actions button:not(.main)")
        .await?;
    window
        .wait_for(".check-verdict[data-verdict=stopped]", SOON)
        .await?;
    assert_eq!(window.count("[data-check=running]").await?, 0);
    window.wait_for_focus(".checks .main", SOON).await
}
