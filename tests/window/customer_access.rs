//! Barriers at the screen that faces the customer, and at the staff's while a customer types there: in light and
//! in dark, in English and in German, on a large display, on a small one at a counter, and on one that stands upright.

use countersign_driver::{Customer, Error, Options};

use crate::access::{Review, Theme};
use crate::customer::hand_over;
use crate::{APP, SOON, WELL, wrong};

const DISPLAYS: [(u32, u32); 3] = [(1024, 768), (800, 480), (600, 880)];

/// Looks at what the customer's window shows: without a barrier, whole on every display, with keys that a finger
/// can hit.
async fn look(review: &Review, state: &str) -> Result<(), Error> {
    review.look_in(state, &DISPLAYS).await?;
    for (width, height) in DISPLAYS {
        review.window.set_size(width, height).await?;
        let script = "
            const { scrollWidth, scrollHeight } = document.documentElement;
            const sides = [...document.querySelectorAll('button')]
              .filter((button) => button.checkVisibility())
              .flatMap((button) => [button.offsetWidth, button.offsetHeight]);
            return scrollWidth <= innerWidth && scrollHeight <= innerHeight && Math.min(44, ...sides) === 44";
        review
            .window
            .wait_until(
                &format!("{state}, whole, {width}x{height}"),
                SOON,
                async || Ok(review.window.execute(script, vec![]).await? == true),
            )
            .await?;
    }
    Ok(())
}

async fn the_customers_screen_has_no_barrier(theme: Theme, language: &str) -> Result<(), Error> {
    let review = Review::of(theme, Options::new(APP)).await?;
    let window = &review.window;
    let customer = Customer::of(window);
    let code = hand_over(window, WELL, 1).await?;

    customer.wait_for_state("asked").await?;
    window
        .click(&format!("#languages [lang={language}]"))
        .await?;
    window
        .wait_for(&format!("html[lang={language}]"), SOON)
        .await?;
    look(&review, "asked").await?;
    customer.touch_code("123").await?;
    look(&review, "typing").await?;
    window.click("#done").await?;
    look(&review, "too short").await?;
    for _ in 0..3 {
        window.click("#delete").await?;
    }
    customer.give_by_touch(&wrong(&code)).await?;
    window.wait_for("#problem:not(:empty)", SOON).await?;
    look(&review, "wrong").await?;
    window.click("#no-code").await?;
    window.wait_for("#problem[data-tone=told]", SOON).await?;
    look(&review, "has no code").await?;

    customer.back_to_staff().await?;
    window
        .wait_for("#customer-has-no-code:not(:empty)", SOON)
        .await?;
    review
        .look("handed over, and the customer has no code")
        .await?;

    customer.give_by_touch(&code).await?;
    customer.wait_for_state("told").await?;
    review.look_in("told", &DISPLAYS[..1]).await?;
    customer.wait_for_state("nobody").await?;
    look(&review, "nobody").await
}

#[tokio::test]
async fn the_customers_screen_has_no_barrier_in_light() -> Result<(), Error> {
    the_customers_screen_has_no_barrier(Theme::Light, "en").await
}

#[tokio::test]
async fn the_customers_screen_has_no_barrier_in_dark_and_german() -> Result<(), Error> {
    the_customers_screen_has_no_barrier(Theme::Dark, "de").await
}

#[tokio::test]
async fn every_language_is_whole_on_every_display() -> Result<(), Error> {
    let review = Review::of(Theme::Light, Options::new(APP)).await?;
    let window = &review.window;
    let customer = Customer::of(window);
    let code = hand_over(window, WELL, 1).await?;
    customer.give_by_touch(&wrong(&code)).await?;
    for language in ["en", "es", "fr", "de", "pt", "sv"] {
        window
            .click(&format!("#languages [lang={language}]"))
            .await?;
        window
            .wait_for(&format!("html[lang={language}]"), SOON)
            .await?;
        look(&review, language).await?;
    }
    Ok(())
}
