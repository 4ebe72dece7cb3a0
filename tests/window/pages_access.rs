//! Barriers on the admin's pages for what is sent, how it looks, whether it works and how it gets to other desks:
//! axe-core looks at each page and at what it says, as in `admin_access`.

use countersign_driver::axe;
use countersign_driver::{Admin, Error, Home, Key, Options, Window};
use serde_json::json;

use crate::access::{Review, Theme};
use crate::admin_access::look;
use crate::admin_home::{enter, settings_with};
use crate::{APP, SOON, open_with};

const PAGES: [&str; 11] = [
    "desk",
    "sinch",
    "store",
    "channels",
    "rules",
    "texts",
    "checks",
    "roll-out",
    "appearance",
    "passcode",
    "managed",
];

async fn the_rules_have_no_barrier(review: &Review, admin: Admin<'_>) -> Result<(), Error> {
    let window = &review.window;
    admin.open_page("rules").await?;
    look(review, "rules").await?;
    admin.fill("#rules-codeDigits", "9").await?;
    admin.fill("#rules-lifetimeMinutes", "10").await?;
    look(review, "a rule out of its bounds, another that is weak").await?;
    window.tab_to("#rules-alsoAllowed").await?;
    window.type_text("nor").await?;
    window.wait_for("[role=option]", SOON).await?;
    look(review, "countries that were found").await?;
    window.press(Key::Enter).await?;
    window.wait_for(".countries button", SOON).await?;
    look(review, "a country that was added").await?;
    leave_unsaved(window).await
}

async fn the_texts_have_no_barrier(review: &Review, admin: Admin<'_>) -> Result<(), Error> {
    let window = &review.window;
    admin.open_page("texts").await?;
    window
        .wait_for_text(".bubble", "is your code", SOON)
        .await?;
    look(review, "texts").await?;
    admin.choose("/texts/en", "own").await?;
    admin.fill("#texts-en", "Pay ${code} — {desk}").await?;
    window
        .wait_for("[data-problem='text.parameter']", SOON)
        .await?;
    look(review, "a text with problems").await?;
    leave_unsaved(window).await
}

async fn the_roll_out_has_no_barrier(review: &Review, admin: Admin<'_>) -> Result<(), Error> {
    let window = &review.window;
    admin.open_page("roll-out").await?;
    window.wait_for("[data-key]", SOON).await?;
    look(review, "roll-out").await?;
    admin.fill("#bundle-passphrase", "short").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for("#bundle-passphrase[aria-invalid]", SOON)
        .await?;
    look(review, "a passphrase that is too short").await?;
    admin.choose("/bundle/lock", "recipients").await?;
    look(review, "recipients").await
}

async fn the_rest_has_no_barrier(review: &Review, admin: Admin<'_>) -> Result<(), Error> {
    let window = &review.window;
    for page in ["channels", "checks", "appearance"] {
        admin.open_page(page).await?;
        look(review, page).await?;
    }
    window.activate("#health-toggle").await?;
    window.wait_for("#health-why:not([hidden])", SOON).await?;
    look(review, "how the desk stands").await
}

/// Goes on to another page, and drops what was typed.
async fn leave_unsaved(window: &Window) -> Result<(), Error> {
    window.activate("#places a[href='#appearance']").await?;
    window.wait_for("#leaving[open]", SOON).await?;
    window.activate("#leaving [value=leave]").await?;
    window.wait_for("body[data-page=appearance]", SOON).await
}

async fn no_page_has_a_barrier(theme: Theme) -> Result<(), Error> {
    let home = Home::new()?;
    home.write_settings(&settings_with(&json!({})))?;
    let review = Review::of(theme, Options::new(APP).in_home(home)).await?;
    let admin = enter(&review.window).await?;
    the_rules_have_no_barrier(&review, admin).await?;
    the_texts_have_no_barrier(&review, admin).await?;
    the_roll_out_has_no_barrier(&review, admin).await?;
    the_rest_has_no_barrier(&review, admin).await
}

#[tokio::test]
async fn no_page_has_a_barrier_in_light() -> Result<(), Error> {
    no_page_has_a_barrier(Theme::Light).await
}

#[tokio::test]
async fn no_page_has_a_barrier_in_dark() -> Result<(), Error> {
    no_page_has_a_barrier(Theme::Dark).await
}

/// That is 280 by 373 pixels of the page's own: less than there is at twice the size in the window as it opens.
#[tokio::test]
async fn the_largest_words_have_room_in_the_narrowest_window() -> Result<(), Error> {
    let largest = json!({ "appearance": { "textSize": "largest" } });
    let window = open_with(&settings_with(&largest)).await?;
    enter(&window).await?;
    window.set_size(420, 560).await?;
    for page in PAGES {
        window
            .execute("location.hash = arguments[0]", vec![json!(page)])
            .await?;
        Admin::new(&window).wait_for_page(page).await?;
        let found = axe::violations(&window).await?;
        assert!(found.is_empty(), "{page}: {found:?}");
        let wide = "return [...document.querySelectorAll('body *:not(svg *)')]
            .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.outerHTML.slice(0, 80));";
        assert_eq!(window.execute(wide, vec![]).await?, json!([]), "{page}");
    }
    Ok(())
}
