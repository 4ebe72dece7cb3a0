//! The admin's pages for what is sent, to whom and how: what is changed there by the keyboard is in force and in
//! the file, and what can't be is said at its field. What each setting may be is tested in the core.

use std::fs;

use countersign_driver::{Desk, Error, Home, Key, Options, View, Window};
use serde_json::json;

use crate::admin_home::{enter, saved, settings_with};
use crate::{APP, SOON, WELL, open_with};

async fn desk() -> Result<Window, Error> {
    open_with(&settings_with(&json!({}))).await
}

/// The labels whose value is not what the page says is the default.
const NOT_DEFAULT: &str = "
    const rows = [...document.querySelectorAll('[data-usual]')];
    const value = (row) => row.closest('.field').querySelector('input').value;
    return { rows: rows.length, odd: rows.filter((row) => row.dataset.usual !== value(row)).map((row) => row.closest('.field').innerText) };";

#[tokio::test]
async fn a_rule_that_is_changed_is_in_the_file_and_on_the_page() -> Result<(), Error> {
    let window = desk().await?;
    let admin = enter(&window).await?;
    admin.open_page("rules").await?;
    admin.fill("#rules-codeDigits", "8").await?;
    admin.fill("#rules-resendPausesSeconds-1", "90").await?;
    window
        .wait_for_text(".save-state", "Not saved", SOON)
        .await?;
    admin.save().await?;
    let rules = &saved(window.home())["rules"];
    assert_eq!(rules["codeDigits"], 8);
    assert_eq!(rules["resendPausesSeconds"], json!([30, 90, 120]));
    admin.open_page("channels").await?;
    admin.open_page("rules").await?;
    assert_eq!(window.value("#rules-codeDigits").await?, "8");
    Ok(())
}

/// The page has numbers of its own for them, and they are the core's.
#[tokio::test]
async fn every_rule_of_a_new_desk_has_the_default_that_the_page_names() -> Result<(), Error> {
    let window = desk().await?;
    enter(&window).await?.open_page("rules").await?;
    let found = window.execute(NOT_DEFAULT, vec![]).await?;
    assert_eq!(found, json!({ "rows": 15, "odd": [] }));
    Ok(())
}

#[tokio::test]
async fn what_is_out_of_its_bounds_is_refused_at_its_field() -> Result<(), Error> {
    let window = desk().await?;
    let admin = enter(&window).await?;
    admin.open_page("rules").await?;
    let before = saved(window.home());
    for (field, text) in [
        ("#rules-codeDigits", "9"),
        ("#rules-lifetimeMinutes", "11"),
        ("#rules-wrongTries", "many"),
    ] {
        admin.fill(field, text).await?;
        let error = format!("{field}-error");
        window.wait_for(&error, SOON).await?;
        assert_eq!(
            window.attribute(field, "aria-invalid").await?.as_deref(),
            Some("true")
        );
    }
    // What may still become right is marked once it is left.
    admin.fill("#rules-resendPausesSeconds-0", "9").await?;
    assert!(!window.find("#rules-resendPausesSeconds-0-error").await?);
    window.press(Key::Tab).await?;
    window
        .wait_for("#rules-resendPausesSeconds-0-error", SOON)
        .await?;

    admin.go_on().await?;
    window.wait_for_focus("#rules-codeDigits", SOON).await?;
    assert_eq!(saved(window.home()), before);
    Ok(())
}

#[tokio::test]
async fn what_weakens_the_site_says_what_it_risks() -> Result<(), Error> {
    let window = desk().await?;
    let admin = enter(&window).await?;
    admin.open_page("rules").await?;
    admin.fill("#rules-lifetimeMinutes", "4").await?;
    assert_eq!(window.text("#rules-lifetimeMinutes-remark").await?, "");
    admin.fill("#rules-lifetimeMinutes", "10").await?;
    window
        .wait_for_text("#rules-lifetimeMinutes-remark", "more time", SOON)
        .await?;
    admin.fill("#rules-firstLockMinutes", "1").await?;
    window
        .wait_for_text("#rules-firstLockMinutes-remark", "sooner", SOON)
        .await
}

#[tokio::test]
async fn a_country_is_searched_added_and_taken_out() -> Result<(), Error> {
    let window = desk().await?;
    let admin = enter(&window).await?;
    admin.open_page("rules").await?;
    window
        .wait_for_text(".countries .home", "Sweden", SOON)
        .await?;
    window.tab_to("#rules-alsoAllowed").await?;
    window.type_text("norw").await?;
    window
        .wait_for_text("[role=listbox]", "Norway +47", SOON)
        .await?;
    window.press(Key::Enter).await?;
    window.type_text("finl").await?;
    window.press(Key::Enter).await?;
    window.type_text("den").await?;
    window.press(Key::Escape).await?;
    window
        .wait_for_text("#rules-alsoAllowed-remark", "abroad", SOON)
        .await?;
    admin.save().await?;
    assert_eq!(
        saved(window.home())["rules"]["alsoAllowed"],
        json!(["FI", "NO"])
    );

    window
        .activate("button[aria-label='Remove Finland']")
        .await?;
    window.wait_for_focus("#rules-alsoAllowed", SOON).await?;
    admin.save().await?;
    assert_eq!(saved(window.home())["rules"]["alsoAllowed"], json!(["NO"]));
    Ok(())
}

#[tokio::test]
async fn a_channel_says_what_carries_it_and_what_cannot() -> Result<(), Error> {
    let account =
        json!({ "sms": { "kind": "servicePlan", "region": "eu", "plan": "sandbox-plan" } });
    let window = open_with(&settings_with(&json!({ "sinch": account }))).await?;
    let admin = enter(&window).await?;
    admin.open_page("channels").await?;
    let texts = "[name='/channels/sms']";
    let calls = "[name='/channels/call']";
    window
        .wait_for(&format!("{texts}[value=usual]:checked"), SOON)
        .await?;
    window
        .wait_for(&format!("{calls}[value=sinchSms]:disabled"), SOON)
        .await?;
    window
        .wait_for_text("#channels-call-choice-1", "text messages only", SOON)
        .await?;
    window
        .wait_for_text("#channels-call-choice-2", "set up", SOON)
        .await?;
    admin.choose("/channels/call", "off").await?;
    admin.save().await?;
    assert_eq!(saved(window.home())["channels"]["call"], "off");
    Ok(())
}

#[tokio::test]
async fn the_look_that_is_chosen_is_there_at_once_and_at_the_next_start() -> Result<(), Error> {
    let window = desk().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let width = |window: Window| async move {
        let width = window.execute("return innerWidth", vec![]).await?;
        Ok::<_, Error>((window, width.as_f64().expect("a number")))
    };
    let (window, normal) = width(window).await?;
    let admin = enter(&window).await?;
    admin.open_page("appearance").await?;
    admin.choose("/appearance/theme", "dark").await?;
    admin.choose("/appearance/textSize", "largest").await?;
    admin.save().await?;
    window.wait_for("html[data-theme=dark]", SOON).await?;
    admin.leave().await?;
    window
        .wait_for("html[data-theme=dark] body[data-view]", SOON)
        .await?;
    let home = window.close().await?;
    assert_eq!(
        saved(&home)["appearance"],
        json!({ "theme": "dark", "textSize": "largest", "language": "system" })
    );

    let options = Options::new(APP).in_home(home);
    let window = Window::open(options).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.wait_for("html[data-theme=dark]", SOON).await?;
    let ground = "return getComputedStyle(document.documentElement).backgroundColor";
    assert_eq!(
        window.execute(ground, vec![]).await?,
        json!("rgb(20, 23, 27)")
    );
    let (_, larger) = width(window).await?;
    let times = normal / larger;
    assert!((times - 1.5).abs() < 0.02, "{times}");
    Ok(())
}

#[tokio::test]
async fn a_text_is_worded_beside_what_it_comes_to() -> Result<(), Error> {
    let window = desk().await?;
    let admin = enter(&window).await?;
    admin.open_page("texts").await?;
    window
        .wait_for_text(".bubble", "Harbour Clinic: 123456 is your code", SOON)
        .await?;
    window.wait_for_text(".text-facts", "GSM-7", SOON).await?;
    admin.choose("/texts/en", "own").await?;
    assert!(
        window.value("#texts-en").await?.contains("{code}"),
        "it begins with the app's own"
    );

    admin.fill("#texts-en", "Pay ${code} at {desk}").await?;
    window
        .wait_for("[data-problem='text.parameter']", SOON)
        .await?;
    admin.go_on().await?;
    window.wait_for_focus("#texts-en", SOON).await?;
    assert_eq!(saved(window.home())["texts"].get("en"), None);

    admin
        .fill("#texts-en", "Your code: {code}. Välkommen — {desk}")
        .await?;
    window
        .wait_for("[data-problem='text.not_gsm7']", SOON)
        .await?;
    window.wait_for_text(".text-facts", "UCS-2", SOON).await?;
    window
        .activate("[data-problem='text.not_gsm7'] button")
        .await?;
    let selected = "const field = document.activeElement;
        return field.value.slice(field.selectionStart, field.selectionEnd);";
    assert_eq!(window.execute(selected, vec![]).await?, json!("—"));
    admin
        .fill("#texts-en", "{code} is your code at {desk}.")
        .await?;
    window
        .wait_for_text(".bubble", "123456 is your code at Reception 2.", SOON)
        .await?;
    admin.save().await?;
    assert_eq!(
        saved(window.home())["texts"]["en"],
        "{code} is your code at {desk}."
    );

    admin.leave().await?;
    Desk::new(&window).send_to(WELL).await?;
    window
        .wait_for_text("[data-message]", "is your code at Reception 2.", SOON)
        .await
}

#[tokio::test]
async fn what_was_typed_and_not_saved_is_not_left_without_asking() -> Result<(), Error> {
    let window = desk().await?;
    let admin = enter(&window).await?;
    admin.open_page("rules").await?;
    admin.fill("#rules-wrongTries", "3").await?;
    window.activate("#to-desk").await?;
    window.wait_for("#leaving[open]", SOON).await?;
    window.press(Key::Enter).await?;
    window.wait_for("#rules-wrongTries", SOON).await?;
    assert_eq!(window.value("#rules-wrongTries").await?, "3");
    admin.save().await?;
    admin.leave().await
}

#[tokio::test]
async fn what_the_machines_policy_sets_is_shown_and_not_asked_for() -> Result<(), Error> {
    let home = Home::new()?;
    home.write_settings(&settings_with(&json!({})))?;
    let policy = home.path().join("policy.json");
    let managed = json!({
        "rules": { "lifetimeMinutes": 4, "resendPausesSeconds": [60, 60, 60], "alsoAllowed": ["NO"] },
        "channels": { "call": "off" },
        "texts": { "sv": "{code} gäller {minutes} min." },
        "appearance": { "theme": "dark" },
    });
    fs::write(&policy, managed.to_string()).expect("a policy");
    let mut options = Options::new(APP).in_home(home);
    let file = policy.to_string_lossy().into_owned();
    options.env = vec![("COUNTERSIGN_POLICY_FILE".to_owned(), file)];
    let window = Window::open(options).await?;
    let admin = enter(&window).await?;
    for (page, pointers) in [
        (
            "rules",
            &[
                "/rules/lifetimeMinutes",
                "/rules/resendPausesSeconds/1",
                "/rules/alsoAllowed",
            ][..],
        ),
        ("channels", &["/channels/call"]),
        ("appearance", &["/appearance/theme"]),
    ] {
        admin.open_page(page).await?;
        for pointer in pointers {
            let field = format!("[data-pointer='{pointer}']");
            window
                .wait_for_text(&field, "Set by your IT department", SOON)
                .await?;
            assert!(
                !window.find(&format!("{field} :is(input, button)")).await?,
                "{pointer}"
            );
        }
    }
    window.wait_for("html[data-theme=dark]", SOON).await?;
    admin.open_page("rules").await?;
    admin.fill("#rules-wrongTries", "4").await?;
    admin.save().await?;
    let rules = &saved(window.home())["rules"];
    assert_eq!(rules["wrongTries"], 4);
    assert_ne!(rules["lifetimeMinutes"], 4, "the file keeps its own");
    Ok(())
}
