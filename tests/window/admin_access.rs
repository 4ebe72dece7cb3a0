//! Barriers to admins: axe-core looks at every page and state of the admin's side, in light and in dark, as wide
//! as the window opens and as narrow as it gets; and nothing is so wide that it must be scrolled to.

use countersign_driver::{Admin, Desk, Error, Home, Key, KeyringState, Options, View, Window};
use serde_json::json;

use crate::access::{Review, Theme};
use crate::sinch::{APPLICATION_KEY, APPLICATION_SECRET, PLAN, Sinch, TOKEN};
use crate::{APP, SOON};

const PASSCODE: &str = "orchard-5820";

/// Holds what shows to axe-core, and to the width of the narrowest window, which is narrower than the one that
/// opens is at twice its size.
pub(crate) async fn look(review: &Review, state: &str) -> Result<(), Error> {
    review.look(state).await?;
    let fits = "const rooms = [document.documentElement, document.querySelector('main')];
        return rooms.every((each) => each.scrollWidth <= each.clientWidth);";
    let fits = review.window.execute(fits, vec![]).await?;
    assert!(fits == json!(true), "{state} is wider than the window");
    review.window.set_size(1040, 680).await
}

async fn enter(window: &Window) -> Result<Admin<'_>, Error> {
    Desk::new(window).wait_for_view(View::Request).await?;
    let admin = Admin::new(window);
    admin.enter().await?;
    Ok(admin)
}

async fn the_set_up_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let sinch = Sinch::start().await;
    let options = sinch.options().with_keyring(KeyringState::Unlocked);
    let review = Review::of(theme, options).await?;
    let window = &review.window;
    let admin = enter(window).await?;
    look(&review, "no passcode yet").await?;
    admin.choose_passcode("short").await?;
    window
        .wait_for_text("#new-passcode-error", "at least 6", SOON)
        .await?;
    look(&review, "a passcode that is too short").await?;
    admin.fill("#new-passcode", PASSCODE).await?;
    admin.fill("#new-passcode-again", PASSCODE).await?;
    window.press(Key::Enter).await?;

    admin.wait_for_step("desk").await?;
    look(&review, "the desk").await?;
    admin.go_on().await?;
    window
        .wait_for("#organisation-name[aria-invalid]", SOON)
        .await?;
    look(&review, "no name").await?;
    admin.fill("#organisation-name", "Harbour Clinic").await?;
    admin.go_on().await?;

    admin.wait_for_step("sinch").await?;
    admin.go_on().await?;
    window.wait_for(".refusal p", SOON).await?;
    look(&review, "neither product").await?;
    admin.choose("/sinch/sms", "servicePlan").await?;
    admin.choose("/sinch/verification", "account").await?;
    admin.fill("#sinch-sms-plan", APPLICATION_KEY).await?;
    admin.go_on().await?;
    window
        .wait_for("#secret-sinchSmsToken[aria-invalid]", SOON)
        .await?;
    look(&review, "credentials that are wrong or missing").await?;
    admin.fill("#sinch-sms-plan", PLAN).await?;
    admin.fill("#secret-sinchSmsToken", TOKEN).await?;
    let key = "#sinch-verification-applicationKey";
    admin.fill(key, APPLICATION_KEY).await?;
    let secret = "#secret-sinchApplicationSecret";
    admin.fill(secret, APPLICATION_SECRET).await?;
    admin.go_on().await?;

    admin.wait_for_step("store").await?;
    look(&review, "the store").await?;
    admin.go_on().await?;
    admin.wait_for_step("test").await?;
    window.activate(".checks .main").await?;
    window
        .wait_for(".check-verdict[data-verdict]", SOON)
        .await?;
    look(&review, "the tests").await?;
    admin.go_on().await?;
    admin.wait_for_step("live").await?;
    look(&review, "ready to go live").await
}

async fn the_pages_have_no_barrier(theme: Theme) -> Result<(), Error> {
    let options = Options::new(APP).with_keyring(KeyringState::Unlocked);
    let review = Review::of(theme, options).await?;
    let window = &review.window;
    let admin = enter(window).await?;
    admin.choose_passcode(PASSCODE).await?;
    admin.wait_for_step("desk").await?;
    window.activate(".others a").await?;
    for page in ["desk", "sinch", "store", "passcode", "managed"] {
        admin.open_page(page).await?;
        look(&review, page).await?;
    }
    admin.open_page("store").await?;
    admin.choose("/store", "redis").await?;
    for place in ["sentinel", "cluster", "single"] {
        admin.choose("/store/place", place).await?;
        admin.go_on().await?;
        window.wait_for("#store-site[aria-invalid]", SOON).await?;
        look(&review, place).await?;
    }
    window.activate("#places a[href='#desk']").await?;
    window.wait_for("#leaving[open]", SOON).await?;
    look(&review, "whether to leave").await?;
    window.activate("#leaving [value=stay]").await?;
    window.activate("#lock-now").await?;
    admin.unlock_again("not the passcode").await?;
    window
        .wait_for_text("#locked-error", "not the passcode", SOON)
        .await?;
    look(&review, "locked over a page").await
}

async fn the_door_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let options = Options::new(APP).with_keyring(KeyringState::Unlocked);
    let review = Review::of(theme, options).await?;
    let admin = enter(&review.window).await?;
    admin.choose_passcode(PASSCODE).await?;
    admin.wait_for_step("desk").await?;
    let home = review.window.close().await?;

    let options = Options::new(APP).in_home(home);
    let review = Review::of(theme, options.with_keyring(KeyringState::Unlocked)).await?;
    let window = &review.window;
    let admin = enter(window).await?;
    look(&review, "the door").await?;
    window.activate(".forgotten summary").await?;
    look(&review, "a forgotten passcode").await?;
    for _ in 0..4 {
        admin.try_passcode("not the passcode").await?;
        window
            .wait_for("form button.main:not([data-busy])", SOON)
            .await?;
    }
    window.wait_for("#door-error [role=timer]", SOON).await?;
    look(&review, "a wait").await?;
    let home = review.window.close().await?;

    let options = Options::new(APP).in_home(home);
    let review = Review::of(theme, options.with_keyring(KeyringState::Locked)).await?;
    enter(&review.window).await?;
    review.window.wait_for("[data-door=shut]", SOON).await?;
    look(&review, "a keyring that can't be read").await
}

/// There is no keyring, and what is typed is kept for the session.
async fn a_session_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let review = Review::of(theme, Options::new(APP).in_home(Home::new()?)).await?;
    let window = &review.window;
    let admin = enter(window).await?;
    admin.choose_passcode(PASSCODE).await?;
    window.wait_for(".refusal button", SOON).await?;
    look(&review, "no keyring").await?;
    window.activate(".refusal button").await?;
    admin.wait_for_step("desk").await
}

macro_rules! in_both_themes {
    ($($review:ident: $light:ident, $dark:ident;)*) => {$(
        #[tokio::test]
        async fn $light() -> Result<(), Error> {
            $review(Theme::Light).await
        }

        #[tokio::test]
        async fn $dark() -> Result<(), Error> {
            $review(Theme::Dark).await
        }
    )*};
}

in_both_themes! {
    the_set_up_has_no_barrier: the_set_up_has_no_barrier_in_light, the_set_up_has_no_barrier_in_dark;
    the_pages_have_no_barrier: the_pages_have_no_barrier_in_light, the_pages_have_no_barrier_in_dark;
    the_door_has_no_barrier: the_door_has_no_barrier_in_light, the_door_has_no_barrier_in_dark;
    a_session_has_no_barrier: a_session_has_no_barrier_in_light, a_session_has_no_barrier_in_dark;
}
