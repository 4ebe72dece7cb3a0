//! Links from other programs, by the start of the program that a browser makes of one.

use std::path::Path;
use std::process::Output;

use countersign_driver::{Desk, Error, Home, Key, Options, View, Window};
use tokio::time::timeout;

use crate::traces::{Secret, traces};
use crate::{APP, SOON, WELL, open};

const LINK: &str = "countersign://verify?phone=%2B46%2070%20174%2006%2011&ref=BOOKING%2048213";
const NUMBER: &str = "+46 70 174 06 11";

/// Starts the program a second time, with a link, as a browser does.
async fn follow(window: &Window, link: &str) -> Output {
    let starting = window.seat().command(Path::new(APP)).arg(link).output();
    timeout(SOON, starting)
        .await
        .expect("it ends by itself")
        .expect("it starts")
}

#[tokio::test]
async fn a_link_fills_an_empty_form_and_sends_nothing() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    assert!(follow(&window, LINK).await.status.success());
    window
        .wait_for_text("#read-back-number", NUMBER, SOON)
        .await?;
    assert_eq!(window.value("#phone").await?, NUMBER);
    assert_eq!(window.value("#reference").await?, "BOOKING 48213");
    assert_eq!(desk.messages().await?, 0);
    window.wait_for_focus("#phone", SOON).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await
}

#[tokio::test]
async fn a_link_asks_where_something_is_in_hand() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+1 202").await?;
    follow(&window, LINK).await;
    window.wait_for_text("#link-notice", NUMBER, SOON).await?;
    assert_eq!(
        window.value("#phone").await?,
        "+1 202",
        "nothing is overwritten"
    );
    window.wait_for_focus("#phone", SOON).await?;
    window.activate("#link-ignore").await?;
    window.wait_for_focus("#phone", SOON).await?;
    assert_eq!(window.text("#link-notice").await?, "");
    assert_eq!(window.value("#phone").await?, "+1 202");

    desk.retype_number(WELL).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code[..2]).await?;
    follow(&window, LINK).await;
    window.wait_for_text("#link-notice", NUMBER, SOON).await?;
    assert_eq!(window.value("#code").await?, code[..2]);
    window.activate("#link-fill").await?;
    desk.wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, NUMBER);
    window.wait_for("#waiting-list button", SOON).await?;
    assert_eq!(desk.messages().await?, 1, "nothing was sent");
    Ok(())
}

/// Only the newest counts, and a link that was decided about does not come back.
#[tokio::test]
async fn a_link_waits_while_another_page_shows() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let admin = countersign_driver::Admin::new(&window);
    admin.enter().await?;
    follow(&window, "countersign://verify?phone=2025550100").await;
    follow(&window, LINK).await;
    admin.leave().await?;
    window
        .wait_for_text("#read-back-number", NUMBER, SOON)
        .await?;
    admin.enter().await?;
    admin.leave().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, "");
    Ok(())
}

#[tokio::test]
async fn a_hostile_link_is_refused_with_a_sentence() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    for (link, sentence) in [
        ("countersign://send?phone=2025550100", "links can’t do"),
        (
            "countersign://verify?phone=2025550100&send=now",
            "more than",
        ),
        (
            "countersign://verify?phone=2025550100&phone=2025550101",
            "twice",
        ),
        (
            "countersign://verify?phone=2025550100&ref=%E2%80%AE31284",
            "can’t be seen",
        ),
        ("countersign://verify?phone=hello", "is not one"),
        ("countersign://verify?ref=48213", "names no number"),
    ] {
        follow(&window, link).await;
        window.wait_for_text("#link-notice", sentence, SOON).await?;
        assert_eq!(window.value("#phone").await?, "", "{link}");
        assert_eq!(window.value("#reference").await?, "", "{link}");
    }
    window.activate("#link-ignore").await?;
    window.wait_for_focus("#phone", SOON).await
}

/// The desk runs all day, and everybody on the computer can read its arguments.
#[tokio::test]
async fn a_link_that_starts_the_desk_is_filled_in_and_leaves_no_trace() -> Result<(), Error> {
    let mut options = Options::new(APP).in_home(Home::new()?);
    options.args = vec![LINK.to_owned()];
    let window = Window::open(options).await?;
    window
        .wait_for_text("#read-back-number", NUMBER, SOON)
        .await?;
    for line in window.command_lines()? {
        assert!(
            !line.iter().any(|argument| argument.contains("174")),
            "{line:?}"
        );
    }
    for variables in window.environments()? {
        assert!(!String::from_utf8_lossy(&variables).contains("48213"));
    }
    // It is still the one window of the computer.
    assert!(
        follow(&window, "countersign://verify?ref=1")
            .await
            .status
            .success()
    );
    window
        .wait_for_text("#link-notice", "names no number", SOON)
        .await?;
    let home = window.close().await?;
    let number = ["70 174 06 11", "701740611", "70%20174", "70-174"];
    let secrets = [
        Secret::new("the number", &number, false),
        Secret::new("the reference", &["48213"], false),
    ];
    assert_eq!(traces(&home, &secrets), Vec::<String>::new());
    Ok(())
}

/// The plugins behind links and the window's place are there for the core alone.
#[tokio::test]
async fn the_page_may_ask_the_plugins_for_nothing() -> Result<(), Error> {
    let window = open().await?;
    for command in [
        "plugin:deep-link|get_current",
        "plugin:deep-link|register",
        "plugin:window-state|filename",
        "plugin:window-state|save_window_state",
    ] {
        let answer = window
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 window.__TAURI_INTERNALS__.invoke(arguments[0]).then(() => done('answered'), done);",
                vec![command.into()],
            )
            .await?;
        let refusal = answer.as_str().unwrap_or_default();
        assert!(refusal.contains("not allowed"), "{command}: {answer}");
    }
    Ok(())
}
