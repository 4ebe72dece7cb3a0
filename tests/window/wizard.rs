//! The set-up, step by step: by the keyboard alone from the first start to a verified customer, over a sandbox
//! and with a real keyring. What is typed is kept, and no secret of it is in any file.

use countersign_driver::{Admin, Desk, Error, Home, Key, KeyringState, Verdict, View, Window};
use serde_json::{Value, json};

use crate::sinch::{
    APPLICATION_KEY, APPLICATION_SECRET, KEY_ID, KEY_SECRET, PLAN, PROJECT, Sinch, TOKEN,
};
use crate::traces::{Secret, traces};
use crate::{APP, SOON, WELL};

const PASSCODE: &str = "orchard-5820";
/// The phone of a second customer, whose texts arrive in a second too.
const NEXT: &str = "+1 202 555 0101";

/// What was typed and must be nowhere but in the keyring.
fn secrets() -> [Secret; 4] {
    [
        Secret::new("the passcode", &[PASSCODE], false),
        Secret::new("the application secret", &[APPLICATION_SECRET], false),
        Secret::new("the token", &[TOKEN], false),
        Secret::new("the key's secret", &[KEY_SECRET], false),
    ]
}

/// Holds every file, command line and environment to what must not be there.
fn no_secret_shows(window: &Window) -> Result<(), Error> {
    let secrets = secrets();
    assert_eq!(traces(window.home(), &secrets), Vec::<String>::new());
    let lines = window.command_lines()?;
    let lines = lines.iter().map(|line| line.join("\0").into_bytes());
    for memory in lines.chain(window.environments()?) {
        for secret in &secrets {
            assert!(
                !secret.is_in(&memory),
                "{}",
                String::from_utf8_lossy(&memory)
            );
        }
    }
    Ok(())
}

async fn first_start(sinch: &Sinch) -> Result<Window, Error> {
    let options = sinch.options().with_keyring(KeyringState::Unlocked);
    let window = Window::open(options).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.activate("#set-up-sinch").await?;
    Admin::new(&window).choose_passcode(PASSCODE).await?;
    Ok(window)
}

async fn name_the_desk(window: &Window) -> Result<(), Error> {
    let admin = Admin::new(window);
    admin.wait_for_step("desk").await?;
    admin.fill("#desk-name", "Reception 7").await?;
    admin.fill("#organisation-name", "Harbour Clinic").await?;
    window.press(Key::Enter).await?;
    admin.wait_for_step("sinch").await
}

async fn type_both_accounts(window: &Window) -> Result<(), Error> {
    let admin = Admin::new(window);
    admin.choose("/sinch/sms", "servicePlan").await?;
    admin.fill("#sinch-sms-plan", PLAN).await?;
    admin.fill("#secret-sinchSmsToken", TOKEN).await?;
    admin.choose("/sinch/verification", "account").await?;
    let key = "#sinch-verification-applicationKey";
    admin.fill(key, APPLICATION_KEY).await?;
    admin
        .fill("#secret-sinchApplicationSecret", APPLICATION_SECRET)
        .await
}

async fn verify_a_customer(window: &Window, sinch: &Sinch, phone: &str) -> Result<(), Error> {
    let desk = Desk::new(window);
    desk.send_to(phone).await?;
    let code = sinch.code(phone).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn the_first_start_leads_to_a_verified_customer_and_no_secret_to_a_file() -> Result<(), Error>
{
    let sinch = Sinch::start().await;
    let window = first_start(&sinch).await?;
    let admin = Admin::new(&window);
    name_the_desk(&window).await?;
    type_both_accounts(&window).await?;
    window.press(Key::Enter).await?;
    admin.wait_for_step("store").await?;
    admin.go_on().await?;
    admin.wait_for_step("test").await?;
    all_is_well_but_for_training(&window).await?;
    admin.go_on().await?;
    admin.wait_for_step("live").await?;
    window
        .wait_for_text(".summary", "Harbour Clinic", SOON)
        .await?;
    admin.go_on().await?;

    Desk::new(&window).wait_for_view(View::Request).await?;
    window
        .wait_for_text("#desk-name", "Reception 7", SOON)
        .await?;
    assert!(!window.find("#training-band").await?);
    verify_a_customer(&window, &sinch, WELL).await?;
    no_secret_shows(&window)?;

    let home = window.close().await?;
    let keyring = home.data_dir().join("keyrings/login.keyring");
    assert!(keyring.exists(), "the keyring's own file is looked at");
    assert_eq!(traces(&home, &secrets()), Vec::<String>::new());
    everything_is_there_after_a_restart(&sinch, home).await
}

/// Runs the tests: the one thing that they point out is what the next step changes.
async fn all_is_well_but_for_training(window: &Window) -> Result<(), Error> {
    window.activate(".checks .main").await?;
    window
        .wait_for(".check-verdict[data-verdict]", SOON)
        .await?;
    let said = window.text(".checks").await?;
    for product in ["sinchVerification", "sinchSms"] {
        let taken =
            format!("[data-subject={product}] [data-stage=authentication][data-check=passed]");
        assert!(window.find(&taken).await?, "{product}: {said}");
    }
    assert_eq!(window.count("[data-check=failed]").await?, 0, "{said}");
    let warned = window.count("[data-check=warned]").await?;
    let of_settings = "[data-subject=settings] [data-check=warned]";
    assert_eq!(warned, window.count(of_settings).await?, "{said}");
    Ok(())
}

async fn everything_is_there_after_a_restart(sinch: &Sinch, home: Home) -> Result<(), Error> {
    let options = sinch.options().in_home(home);
    let window = Window::open(options.with_keyring(KeyringState::Unlocked)).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window
        .wait_for_text("#desk-name", "Harbour Clinic", SOON)
        .await?;
    verify_a_customer(&window, sinch, NEXT).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await?;

    let admin = Admin::new(&window);
    admin.enter().await?;
    admin.try_passcode(PASSCODE).await?;
    admin.wait_for_page("desk").await?;
    admin.open_page("sinch").await?;
    assert_eq!(window.value("#sinch-sms-plan").await?, PLAN);
    for secret in ["#secret-sinchSmsToken", "#secret-sinchApplicationSecret"] {
        assert_eq!(window.value(secret).await?, "", "{secret}");
        let field = format!(".secret[data-kept=keyring]:has({secret})");
        assert!(window.find(&field).await?, "{secret}");
    }
    no_secret_shows(&window)
}

#[tokio::test]
async fn back_and_forth_keeps_what_was_typed_and_what_is_wrong_says_what_to_do() -> Result<(), Error>
{
    let sinch = Sinch::start().await;
    let window = first_start(&sinch).await?;
    let admin = Admin::new(&window);
    admin.wait_for_step("desk").await?;
    window.wait_for_focus("main h1", SOON).await?;
    admin.go_on().await?;
    window
        .wait_for_text("#organisation-name-error", "Enter", SOON)
        .await?;
    window.wait_for_focus("#organisation-name", SOON).await?;
    name_the_desk(&window).await?;

    admin.go_on().await?;
    window
        .wait_for_text(".refusal", "Sinch SMS, Sinch Verification, or both", SOON)
        .await?;
    admin.choose("/sinch/sms", "project").await?;
    admin.fill("#sinch-sms-project", PROJECT).await?;
    admin.fill("#sinch-sms-keyId", "two words").await?;
    admin.go_on().await?;
    window
        .wait_for_text("#sinch-sms-keyId-error", "Copy it again", SOON)
        .await?;
    window
        .wait_for_text("#secret-sinchKeySecret-error", "Enter", SOON)
        .await?;

    window.activate(".save button:not(.main)").await?;
    admin.wait_for_step("desk").await?;
    assert_eq!(window.value("#organisation-name").await?, "Harbour Clinic");
    admin.go_on().await?;
    admin.wait_for_step("sinch").await?;
    assert_eq!(window.value("#sinch-sms-project").await?, PROJECT);
    assert_eq!(window.value("#sinch-sms-keyId").await?, "two words");
    admin.fill("#sinch-sms-keyId", KEY_ID).await?;
    admin.fill("#secret-sinchKeySecret", KEY_SECRET).await?;
    window.press(Key::Enter).await?;
    admin.wait_for_step("store").await
}

#[tokio::test]
async fn a_set_up_that_was_broken_off_goes_on_where_it_was() -> Result<(), Error> {
    let sinch = Sinch::start().await;
    let window = first_start(&sinch).await?;
    name_the_desk(&window).await?;
    let home = window.kill();

    let options = sinch.options().in_home(home);
    let window = Window::open(options.with_keyring(KeyringState::Unlocked)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let admin = Admin::new(&window);
    admin.enter().await?;
    admin.try_passcode(PASSCODE).await?;
    admin.wait_for_step("sinch").await
}

#[tokio::test]
async fn a_credential_of_another_set_is_named_before_it_is_used() -> Result<(), Error> {
    let sinch = Sinch::start().await;
    let window = first_start(&sinch).await?;
    let admin = Admin::new(&window);
    name_the_desk(&window).await?;
    admin.choose("/sinch/sms", "servicePlan").await?;
    admin.fill("#sinch-sms-plan", APPLICATION_KEY).await?;
    window.press(Key::Tab).await?;
    window
        .wait_for_text("#sinch-sms-plan-remark", "application key", SOON)
        .await?;
    admin
        .fill("#secret-sinchSmsToken", APPLICATION_SECRET)
        .await?;
    window.press(Key::Tab).await?;
    window
        .wait_for_text(
            "#secret-sinchSmsToken-remark",
            "an application secret",
            SOON,
        )
        .await
}

/// Without a keyring a desk can be set up for as long as it is open.
#[tokio::test]
async fn without_a_keyring_it_is_kept_for_the_session_at_the_admins_word() -> Result<(), Error> {
    let sinch = Sinch::start().await;
    let window = Window::open(sinch.options()).await?;
    let admin = Admin::new(&window);
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.activate("#set-up-sinch").await?;
    admin.choose_passcode(PASSCODE).await?;
    window.wait_for(".refusal button", SOON).await?;
    window.activate(".refusal button").await?;
    name_the_desk(&window).await?;
    type_both_accounts(&window).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text(".refusal", "what you typed is still here", SOON)
        .await?;
    assert_eq!(window.value("#secret-sinchSmsToken").await?, TOKEN);
    window.activate(".refusal button").await?;
    admin.wait_for_step("store").await?;
    admin.go_on().await?;
    admin.wait_for_step("test").await?;
    admin.go_on().await?;
    admin.wait_for_step("live").await?;
    admin.go_on().await?;
    verify_a_customer(&window, &sinch, WELL).await?;
    no_secret_shows(&window)
}

/// What another program wrote meanwhile is not lost with what a page saves.
#[tokio::test]
async fn a_page_saves_what_it_holds_and_nothing_else() -> Result<(), Error> {
    let home = Home::new()?;
    home.write_settings(&settings())?;
    let options = countersign_driver::Options::new(APP).in_home(home);
    let window = Window::open(options.with_keyring(KeyringState::Unlocked)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let admin = Admin::new(&window);
    admin.enter().await?;
    admin.choose_passcode(PASSCODE).await?;
    admin.wait_for_page("set-up").await?;
    window.activate(".others a").await?;
    admin.wait_for_page("desk").await?;
    admin.fill("#desk-name", "Reception 8").await?;
    admin.save().await?;
    let home = window.close().await?;
    let saved: Value = serde_json::from_slice(
        &std::fs::read(home.settings_file()).expect("the settings are there"),
    )
    .expect("they are JSON");
    assert_eq!(saved["desk"]["name"], "Reception 8");
    assert_eq!(saved["rules"]["codeDigits"], 8);
    assert_eq!(saved["organisation"]["name"], "Harbour Clinic");
    Ok(())
}

fn settings() -> String {
    json!({
        "version": 2,
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "organisation": { "name": "Harbour Clinic", "home": "SE" },
        "store": { "kind": "embedded" },
        "rules": { "codeDigits": 8 },
    })
    .to_string()
}
