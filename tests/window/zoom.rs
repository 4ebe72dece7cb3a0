//! The size that staff choose: by key and in the View menu, on both pages, kept over a restart, and with a
//! layout that stays whole.

use countersign_driver::{Admin, Desk, Error, Key, Options, View, Window};
use serde_json::json;

use crate::admin_home::settings_with;
use crate::{APP, SOON, WELL, open, open_with};

/// What is wider than the window, or has words that do not fit into it.
const OVERFLOW: &str = "
    const isClipped = (each) => each.checkVisibility({ visibilityProperty: true })
        && getComputedStyle(each).clipPath === 'none'
        && each.querySelector('.code-box') === null
        && !each.closest('.spoken, [aria-hidden], .cells, .code-box, select');
    return [...document.querySelectorAll('body *:not(svg *)')]
        .filter(isClipped)
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1
            || (getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1))
        .map((each) => each.outerHTML.slice(0, 120));";

/// Waits until the page has so many pixels of its own for the window's 1040.
async fn wait_for_width(window: &Window, pixels: u32) -> Result<(), Error> {
    window
        .wait_until(&format!("a page of {pixels} pixels"), SOON, async || {
            let width = window.execute("return innerWidth", vec![]).await?;
            Ok(width == json!(pixels))
        })
        .await
}

async fn nothing_is_cut_off(window: &Window, state: &str) -> Result<(), Error> {
    assert_eq!(
        window.execute(OVERFLOW, vec![]).await?,
        json!([]),
        "{state}"
    );
    Ok(())
}

#[tokio::test]
async fn keys_make_all_larger_and_smaller_within_bounds() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    for width in [945, 832, 693, 594, 520, 520] {
        window.press_with(&[Key::Control], '+').await?;
        wait_for_width(&window, width).await?;
    }
    window
        .wait_for_text("#announcements", "200 percent", SOON)
        .await?;
    window.press_with(&[Key::Control], '-').await?;
    wait_for_width(&window, 594).await?;
    window.press_with(&[Key::Control], Key::Add).await?;
    wait_for_width(&window, 520).await?;
    window.press_with(&[Key::Control], Key::Subtract).await?;
    wait_for_width(&window, 594).await?;
    window.press_with(&[Key::Control], '0').await?;
    wait_for_width(&window, 1040).await?;
    window.press_with(&[Key::Control], '-').await?;
    wait_for_width(&window, 1040).await?;
    window.wait_for_focus("#phone", SOON).await
}

#[tokio::test]
async fn the_size_is_kept_over_a_restart_and_goes_before_the_admins() -> Result<(), Error> {
    let large = settings_with(&json!({ "appearance": { "textSize": "large" } }));
    let window = open_with(&large).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    wait_for_width(&window, 832).await?;
    window.activate("#view-toggle").await?;
    window.activate("#zoom-in").await?;
    wait_for_width(&window, 693).await?;
    window
        .wait_for_text("#zoom-percent", "150\u{a0}%", SOON)
        .await?;

    let home = window.close().await?;
    let window = Window::open(Options::new(APP).in_home(home)).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    wait_for_width(&window, 693).await?;
    window.press_with(&[Key::Control], '0').await?;
    wait_for_width(&window, 832).await
}

#[tokio::test]
async fn the_admins_pages_have_the_same_size_and_keys() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.press_with(&[Key::Control], '+').await?;
    wait_for_width(&window, 945).await?;
    Admin::new(&window).enter().await?;
    wait_for_width(&window, 945).await?;
    window.press_with(&[Key::Control], '+').await?;
    wait_for_width(&window, 832).await?;
    Admin::new(&window).leave().await?;
    wait_for_width(&window, 832).await
}

/// At twice the size in the window as it opens, at the natural size in the least window, and beyond: there a
/// page has less room than the 320 pixels that WCAG 2.2 (1.4.10) asks it to get along with.
#[tokio::test]
async fn the_layout_is_whole_at_every_size() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    for (width, height, steps) in [(1040, 680, 5), (420, 560, 0), (420, 560, 2)] {
        window.set_size(width, height).await?;
        window.press_with(&[Key::Control], '0').await?;
        for _ in 0..steps {
            window.press_with(&[Key::Control], '+').await?;
        }
        let state = |name: &str| format!("{name}, {width}x{height}, {steps} steps larger");
        desk.wait_for_view(View::Request).await?;
        nothing_is_cut_off(&window, &state("step 1")).await?;
        window.activate("#view-toggle").await?;
        nothing_is_cut_off(&window, &state("the View menu")).await?;
        window.press(Key::Escape).await?;
        window.press(Key::F1).await?;
        window.wait_for("#help[open]", SOON).await?;
        nothing_is_cut_off(&window, &state("help")).await?;
        window.press(Key::Escape).await?;
        window.tab_to("#phone").await?;
        desk.send_to(&format!("+1 202 555 010{steps}")).await?;
        nothing_is_cut_off(&window, &state("step 2")).await?;
        window.press(Key::Escape).await?;
    }
    desk.type_number(WELL).await
}
