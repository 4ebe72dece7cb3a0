//! F1: the keys as they are in force, and the guide, over whatever is under way.

use countersign_driver::{Admin, Desk, Error, Key, Verdict, View};

use crate::access::{Review, Theme};
use crate::{SOON, WELL, open};

#[tokio::test]
async fn f1_shows_the_keys_of_the_step_and_gives_the_focus_back() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code[..3]).await?;

    window.press(Key::F1).await?;
    window.wait_for("#help[open]", SOON).await?;
    let keys = window.text(".help-keys dl").await?;
    assert!(
        keys.contains("Esc") && keys.contains("this one waits"),
        "{keys}"
    );
    assert!(keys.contains("Enter") && keys.contains("check"), "{keys}");
    let all = window.text(".help-keys").await?;
    for key in ["F1", "Ctrl\u{2009}+", "Ctrl\u{2009}0", "next customer"] {
        assert!(all.contains(key), "{key} in {all}");
    }
    assert_eq!(window.count(".help-guide p").await?, 10);

    // No key of the step works through it.
    window.press(Key::Escape).await?;
    window.wait_for_focus("#code", SOON).await?;
    assert_eq!(window.count("#help[open]").await?, 0);
    assert_eq!(window.value("#code").await?, code[..3]);
    desk.type_code(&code[3..]).await?;
    desk.check(Verdict::Verified).await
}

/// The line at the foot is the same table.
#[tokio::test]
async fn the_foot_names_the_keys_of_the_step_that_shows() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    let foot = window.text("#keys").await?;
    assert!(foot.contains("send") && foot.contains("F1"), "{foot}");
    assert!(!foot.contains("Esc"), "{foot}");
    desk.send_to(WELL).await?;
    window.wait_for_text("#keys", "this one waits", SOON).await
}

#[tokio::test]
async fn a_button_opens_help_on_every_page() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.activate("#help-toggle").await?;
    window.wait_for("#help[open]", SOON).await?;
    window.activate("#help-close").await?;
    window.wait_for_focus("#help-toggle", SOON).await?;

    Admin::new(&window).enter().await?;
    window.press(Key::F1).await?;
    window.wait_for("#help[open] .help-guide", SOON).await?;
    window.press(Key::Escape).await?;
    window.wait_for("#help-toggle", SOON).await?;
    assert_eq!(window.count("#help[open]").await?, 0);
    Ok(())
}

/// They are a file of the app's own, which the page may fetch and no other.
#[tokio::test]
async fn help_ends_with_the_version_and_the_licences_of_others() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.press(Key::F1).await?;
    let version = concat!("Countersign ", env!("CARGO_PKG_VERSION"));
    window.wait_for_text(".help-about", version, SOON).await?;
    assert_eq!(window.text("#third-party pre").await?, "");
    window.activate("#third-party summary").await?;
    window
        .wait_for_text("#third-party pre", "libsqlite3-sys", SOON)
        .await?;
    Ok(())
}

/// What ends behind the dialog has the focus when it is closed.
#[tokio::test]
async fn a_code_that_runs_out_behind_it_is_gone_on_with() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    desk.pass_minutes(4).await?;
    window.tab_to("#code").await?;
    window.press(Key::F1).await?;
    window.wait_for("#help[open]", SOON).await?;
    window
        .execute("document.querySelector('#skip-minute').click()", vec![])
        .await?;
    window.wait_for("[data-verdict=expired]", SOON).await?;
    window.press(Key::Escape).await?;
    window.wait_for_focus("#next", SOON).await
}

async fn help_and_menu_have_no_barrier(theme: Theme) -> Result<(), Error> {
    let review = Review::begin(theme).await?;
    let window = &review.window;
    window.press(Key::F1).await?;
    window.wait_for("#help[open]", SOON).await?;
    review.look("help").await?;
    window.activate("#third-party summary").await?;
    window
        .wait_for_text("#third-party pre", "COMPONENTS", SOON)
        .await?;
    review.look("help with the licences").await?;
    window.press(Key::Escape).await?;
    window.activate("#view-toggle").await?;
    window.wait_for("#view-panel", SOON).await?;
    review.look("the View menu").await?;
    window.press(Key::Escape).await?;
    window.wait_for_focus("#view-toggle", SOON).await
}

#[tokio::test]
async fn help_and_menu_have_no_barrier_in_light() -> Result<(), Error> {
    help_and_menu_have_no_barrier(Theme::Light).await
}

#[tokio::test]
async fn help_and_menu_have_no_barrier_in_dark() -> Result<(), Error> {
    help_and_menu_have_no_barrier(Theme::Dark).await
}
