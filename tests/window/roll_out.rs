//! The page of the roll-out: a bundle is made at one desk and taken over at the next, and a change of the site key
//! is planned. What is in a bundle and how it is locked is tested in the core.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use countersign_driver::{Admin, Desk, Error, Home, Key, KeyringState, Options, View, Window};
use serde_json::{Value, json};

use crate::admin_home::{enter, saved, settings_with};
use crate::{APP, SOON, live};

const PASSPHRASE: &str = "five quiet herons by the lake";

async fn desk(changes: &Value) -> Result<Window, Error> {
    let home = Home::new()?;
    home.write_settings(&settings_with(changes))?;
    let options = Options::new(APP).with_keyring(KeyringState::Unlocked);
    Window::open(options.in_home(home)).await
}

/// Makes a bundle in the window's home.
async fn make_bundle(window: &Window, admin: Admin<'_>) -> Result<PathBuf, Error> {
    let path = window.home().path().join("harbour-clinic.countersign");
    admin.fill("#bundle-passphrase", PASSPHRASE).await?;
    admin.fill("#bundle-passphrase-again", PASSPHRASE).await?;
    admin.fill("#bundle-path", &path.to_string_lossy()).await?;
    window.press(Key::Enter).await?;
    window.wait_for_text(".done", "is written to", SOON).await?;
    Ok(path)
}

/// Chooses a file, as the system's own dialog would.
async fn choose_file(window: &Window, file: &Path) -> Result<(), Error> {
    let bytes = fs::read(file).expect("a file");
    let script = "
        const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
        const chosen = new DataTransfer();
        chosen.items.add(new File([bytes], 'bundle.countersign'));
        document.querySelector('#bundle-file').files = chosen.files;";
    window
        .execute(script, vec![json!(STANDARD.encode(bytes))])
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_bundle_of_one_desk_is_taken_over_at_the_next_once_its_changes_were_seen()
-> Result<(), Error> {
    let rules = json!({ "rules": { "lifetimeMinutes": 4, "alsoAllowed": ["NO"] } });
    let first = desk(&rules).await?;
    let admin = enter(&first).await?;
    admin.open_page("roll-out").await?;
    let bundle = make_bundle(&first, admin).await?;
    let written = fs::read(&bundle).expect("the bundle");
    assert!(
        !String::from_utf8_lossy(&written).contains("Harbour"),
        "it is encrypted"
    );
    assert_eq!(
        first.value("#bundle-passphrase").await?,
        "",
        "it is not kept in the page"
    );

    let next = desk(
        &json!({ "desk": { "id": "ff112233445566778899aabbccddeeff", "name": "Reception 9" } }),
    )
    .await?;
    let admin = enter(&next).await?;
    let before = saved(next.home());
    admin.open_page("roll-out").await?;
    choose_file(&next, &bundle).await?;
    admin
        .fill("#bundle-opens-with", "not the passphrase")
        .await?;
    next.press(Key::Enter).await?;
    next.wait_for_text(
        "form:has(#bundle-opens-with) .refusal",
        "not the passphrase",
        SOON,
    )
    .await?;

    admin.fill("#bundle-opens-with", PASSPHRASE).await?;
    next.press(Key::Enter).await?;
    next.wait_for_text(".changes", "Minutes a code counts", SOON)
        .await?;
    assert_eq!(saved(next.home()), before, "seeing changes nothing");
    next.activate(".changes button:not(.main)").await?;
    next.wait_for_focus("#bundle-opens-with ~ *, .card form .actions button", SOON)
        .await?;
    assert!(!next.find(".changes").await?);
    assert_eq!(saved(next.home()), before);

    admin.fill("#bundle-opens-with", PASSPHRASE).await?;
    next.press(Key::Enter).await?;
    next.wait_for_text(".changes", "Minutes a code counts", SOON)
        .await?;
    next.activate(".changes button.main").await?;
    next.wait_for_text("main", "was taken over", SOON).await?;
    let after = saved(next.home());
    assert_eq!(after["rules"]["lifetimeMinutes"], 4);
    assert_eq!(after["rules"]["alsoAllowed"], json!(["NO"]));
    assert_eq!(after["desk"], before["desk"], "a desk's name is its own");
    Ok(())
}

#[tokio::test]
async fn a_passphrase_is_typed_twice_and_judged_while_it_is() -> Result<(), Error> {
    let window = desk(&json!({})).await?;
    let admin = enter(&window).await?;
    admin.open_page("roll-out").await?;
    for (typed, hint) in [
        ("short", "Too short"),
        ("aaaaaaaaaaaaaa", "repeats itself"),
        ("correct horse", "Fair"),
        (PASSPHRASE, "Strong"),
    ] {
        admin.fill("#bundle-passphrase", typed).await?;
        window.wait_for_text("#bundle-strength", hint, SOON).await?;
    }
    admin.fill("#bundle-passphrase-again", "another").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#bundle-passphrase-again-error", "not the same", SOON)
        .await?;
    window
        .wait_for_focus("#bundle-passphrase-again", SOON)
        .await?;
    admin.choose("/bundle/lock", "recipients").await?;
    admin.fill("#bundle-recipients", "age1oops").await?;
    admin
        .fill("#bundle-path", "/tmp/never-written.countersign")
        .await?;
    window.press(Key::Enter).await?;
    window.wait_for_text(".refusal", "age1", SOON).await?;
    assert!(!Path::new("/tmp/never-written.countersign").exists());
    Ok(())
}

#[tokio::test]
async fn a_change_of_the_site_key_is_planned_within_its_bounds_and_told() -> Result<(), Error> {
    let sandbox = live::sandbox().await;
    let options = live::options(&sandbox, KeyringState::Unlocked);
    let window = Window::open(options.in_home(live::home("Reception 1")?)).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    live::enter_secrets(&window, "keyring").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let admin = Admin::new(&window);
    admin.enter().await?;
    admin.wait_for_page("desk").await?;
    admin.open_page("roll-out").await?;
    window.wait_for("[data-key=one]", SOON).await?;
    admin.fill("#key-overlap", "24").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#key-overlap-error", "25", SOON)
        .await?;
    admin.fill("#key-overlap", "48").await?;
    window.press(Key::Enter).await?;
    window.wait_for("[data-key=before]", SOON).await?;
    assert_eq!(window.count(".timeline li").await?, 2);
    window.wait_for_text(".key-state", "planned", SOON).await
}
