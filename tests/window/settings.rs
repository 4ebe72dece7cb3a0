//! The file of settings: written at the first start, kept from then on, and never passed over where it can't be
//! used. What each setting may be is tested in the core.

use std::fs;

use countersign_driver::{Desk, Error, Home, Key, Options, View, Window};
use serde_json::{Value, json};

use crate::{APP, SOON, WELL, open, open_with};

const ID: &str = "00112233445566778899aabbccddeeff";

fn settings(name: &str, store: &Value) -> String {
    json!({ "version": 1, "desk": { "id": ID, "name": name }, "store": store }).to_string()
}

fn read(home: &Home) -> Value {
    let json = fs::read(home.settings_file()).expect("the settings are written");
    serde_json::from_slice(&json).expect("they are JSON")
}

#[tokio::test]
async fn the_first_start_writes_settings_that_the_next_one_keeps() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window
        .wait_for_text("#desk-name", "Reception 1", SOON)
        .await?;
    let first = read(window.home());
    assert_eq!(first["version"], 2);
    assert_eq!(first["store"], json!({ "kind": "embedded" }));
    assert_eq!(first["desk"]["id"].as_str().map(str::len), Some(32));

    let home = window.kill();
    let window = Window::open(Options::new(APP).in_home(home)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    assert_eq!(read(window.home()), first);
    let home = window.close().await?;
    assert_eq!(read(&home), first);
    Ok(())
}

#[tokio::test]
async fn the_desk_has_the_name_that_the_settings_give_it() -> Result<(), Error> {
    let embedded = json!({ "kind": "embedded" });
    let window = open_with(&settings("Réception 2", &embedded)).await?;
    Desk::new(&window).send_to(WELL).await?;
    window
        .wait_for_text("#desk-name", "Réception 2", SOON)
        .await?;
    let step = window.text(".step:has(#code-reference)").await?;
    assert!(!step.contains("Réception 2"), "it is its own: {step}");
    Ok(())
}

#[tokio::test]
async fn what_is_changed_while_the_app_is_open_is_not_written_over() -> Result<(), Error> {
    let embedded = json!({ "kind": "embedded" });
    let window = open_with(&settings("Reception 2", &embedded)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let changed = settings("Reception 3", &embedded);
    window.home().write_settings(&changed)?;
    let home = window.close().await?;
    let kept = fs::read_to_string(home.settings_file()).expect("the file is there");
    assert_eq!(kept, changed);
    Ok(())
}

fn redis_with_a_secret() -> Value {
    let place = json!({ "single": { "url": "redis://:s3cret@127.0.0.1:6379" } });
    json!({ "kind": "redis", "site": "harbour-clinic", "place": place })
}

/// Nothing works but reading why: no store is opened in place of the one that was meant.
#[tokio::test]
async fn settings_that_cant_be_used_open_no_desk_and_stay_as_they_are() -> Result<(), Error> {
    for unusable in [
        settings("Reception 2", &json!({ "kind": "elsewhere" })),
        settings(
            "Reception 2",
            &json!({ "kind": "embedded", "path": "/tmp" }),
        ),
        settings(&"x".repeat(41), &json!({ "kind": "embedded" })),
        settings("Reception 2", &redis_with_a_secret()),
    ] {
        let window = open_with(&unusable).await?;
        window.wait_for("body[data-view=trouble]", SOON).await?;
        window
            .wait_for_text("#trouble-words", "settings.json", SOON)
            .await?;
        window
            .wait_for_text("#trouble-place", "line 1", SOON)
            .await?;
        let said = window.text("#trouble-view").await?;
        assert!(!said.contains("s3cret"), "{said}");
        let home = window.close().await?;
        let kept = fs::read_to_string(home.settings_file()).expect("the file is there");
        assert_eq!(kept, unusable);
        let printed = fs::read_to_string(home.output()).expect("the log");
        assert!(!printed.contains("s3cret"), "{printed}");
        let store = home.settings_file().with_file_name("training.sqlite3");
        assert!(!store.exists(), "no other store is used");
    }
    Ok(())
}

/// It is kept under another name, and no desk is opened by settings that nobody chose.
#[tokio::test]
async fn a_damaged_file_is_kept_aside_until_somebody_asks_for_new_settings() -> Result<(), Error> {
    for damaged in ["", "{"] {
        let window = open_with(damaged).await?;
        window
            .wait_for("body[data-code='settings.keptAside']", SOON)
            .await?;
        assert!(!window.home().settings_file().exists());
        window.press(Key::Enter).await?;
        window
            .wait_for("body[data-code='settings.keptAside']", SOON)
            .await?;

        window.activate("#trouble-new-settings").await?;
        Desk::new(&window).wait_for_view(View::Request).await?;
        let home = window.close().await?;
        assert_eq!(read(&home)["mode"], "training");
        let folder = home.settings_file().with_file_name("");
        let kept = fs::read_dir(folder).expect("the folder").flatten();
        let kept = kept.filter(|file| file.file_name().to_string_lossy().contains("corrupt"));
        let kept: Vec<_> = kept.map(|file| fs::read_to_string(file.path())).collect();
        assert!(matches!(kept.as_slice(), [Ok(text)] if text == damaged));
    }
    Ok(())
}

/// What the settings say while the app runs is in force at once.
#[tokio::test]
async fn repaired_settings_open_the_desk_by_themselves() -> Result<(), Error> {
    let window = open_with(&settings("Reception 2", &redis_with_a_secret())).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    let repaired = settings("Reception 3", &json!({ "kind": "embedded" }));
    window.home().write_settings(&repaired)?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window
        .wait_for_text("#desk-name", "Reception 3", SOON)
        .await
}

#[tokio::test]
async fn a_settings_file_that_cant_be_opened_opens_no_desk() -> Result<(), Error> {
    let home = Home::new()?;
    fs::create_dir_all(home.settings_file()).expect("a folder of that name");
    let window = Window::open(Options::new(APP).in_home(home)).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    let home = window.close().await?;
    assert!(home.settings_file().is_dir());
    Ok(())
}
