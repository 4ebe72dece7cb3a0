//! Barriers to people: axe-core looks at every state of the screen, in light and in dark, as wide as the window
//! opens and as narrow as it gets. What axe-core can't see, such as the order of the focus, is in the other tests.

use std::time::Duration;

use countersign_driver::axe::{self, Violation};
use countersign_driver::{Desk, Error, Home, Key, Options, Verdict, View, Window};
use countersign_servers::LossyLine;
use serde_json::json;

use crate::shared::check_from;
use crate::site_redis::{SiteRedis, settings};
use crate::{ANSWER_LOST, APP, SOON, WELL, miss_until_the_last_try, open, open_with, wrong};

/// The window as it opens, and the least that it can be made.
const SIZES: [(u32, u32); 2] = [(1040, 680), (420, 560)];

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Theme {
    Light,
    Dark,
}

/// A window in one theme, under review.
pub(crate) struct Review {
    pub(crate) window: Window,
    theme: Theme,
}

impl Review {
    pub(crate) async fn begin(theme: Theme) -> Result<Self, Error> {
        Self::in_home(theme, Home::new()?).await
    }

    async fn in_home(theme: Theme, home: Home) -> Result<Self, Error> {
        Self::of(theme, Options::new(APP).in_home(home)).await
    }

    /// Of a window that is opened like this.
    pub(crate) async fn of(theme: Theme, mut options: Options) -> Result<Self, Error> {
        if theme == Theme::Dark {
            // WebKitGTK takes the page's theme from the toolkit's.
            let dark = ("GTK_THEME".to_owned(), "Adwaita:dark".to_owned());
            options.env.push(dark);
        }
        let window = Window::open(options).await?;
        Desk::new(&window).wait_for_view(View::Request).await?;
        let review = Self { window, theme };
        assert_eq!(review.is_dark().await?, theme == Theme::Dark);
        Ok(review)
    }

    /// Whether the ground is darker than the words on it, as the page is drawn.
    async fn is_dark(&self) -> Result<bool, Error> {
        let darker = "
            const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
            const ground = getComputedStyle(document.documentElement).backgroundColor;
            return light(ground) < light(getComputedStyle(document.body).color);";
        Ok(self.window.execute(darker, vec![]).await? == json!(true))
    }

    /// Holds what shows now to axe-core's rules, in both sizes.
    pub(crate) async fn look(&self, state: &str) -> Result<(), Error> {
        self.look_in(state, &SIZES).await
    }

    /// Holds what shows now, in whichever window, to axe-core's rules in these sizes.
    pub(crate) async fn look_in(&self, state: &str, sizes: &[(u32, u32)]) -> Result<(), Error> {
        for &(width, height) in sizes {
            self.resize(width, height).await?;
            self.wait_for_rest().await?;
            let found = axe::violations(&self.window).await?;
            let found: Vec<_> = found.iter().map(in_words).collect();
            let theme = self.theme;
            assert!(
                found.is_empty(),
                "{state}, {theme:?}, {width}x{height}:\n{}",
                found.join("\n")
            );
        }
        Ok(())
    }

    /// Waits until nothing fades in any more: what is half there has half its contrast.
    async fn wait_for_rest(&self) -> Result<(), Error> {
        let at_rest = "return document.getAnimations().every((each) =>
            each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)";
        self.window
            .wait_until("a page at rest", SOON, async || {
                Ok(self.window.execute(at_rest, vec![]).await? == true)
            })
            .await
    }

    async fn resize(&self, width: u32, height: u32) -> Result<(), Error> {
        self.window.set_size(width, height).await?;
        let size = json!([width, height]);
        self.window
            .wait_until(&format!("a window of {width}x{height}"), SOON, async || {
                let now = "return [innerWidth, innerHeight]";
                Ok(self.window.execute(now, vec![]).await? == size)
            })
            .await
    }
}

pub(crate) fn in_words(violation: &Violation) -> String {
    let elements: Vec<_> = violation
        .nodes
        .iter()
        .map(|node| format!("    {}\n    {}", node.html, node.summary))
        .collect();
    format!("{}\n{}", violation.rule, elements.join("\n"))
}

async fn step_1_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let review = Review::begin(theme).await?;
    let window = &review.window;
    let desk = Desk::new(window);
    review.look("empty").await?;

    desk.type_number(WELL).await?;
    window.wait_for("#read-back[data-tone=good]", SOON).await?;
    review.look("a number read back").await?;

    desk.retype_number("hello").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#number-error", "digits", SOON)
        .await?;
    review.look("not a number").await?;

    desk.retype_number("+46 8 123 456").await?;
    window.wait_for("#channel-note[data-steered]", SOON).await?;
    review.look("a landline").await?;

    desk.retype_number(WELL).await?;
    window.wait_for("[value=sms]:checked", SOON).await?;
    desk.choose_channel("whatsApp").await?;
    window.tab_to("#phone").await?;
    desk.retype_number("+46 8 123 456").await?;
    window.press(Key::Enter).await?;
    window.wait_for("#refusal button", SOON).await?;
    review.look("refused").await?;

    window.activate("#practise summary").await?;
    window.wait_for("#practise[open]", SOON).await?;
    review.look("what can be practised").await?;

    window.tab_to("#phone").await?;
    desk.retype_number("+1 202 555 0134").await?;
    window.press(Key::Enter).await?;
    window.wait_for("#send[data-busy]", SOON).await?;
    review.look("sending").await?;

    desk.wait_for_view(View::Code).await?;
    window.press(Key::Escape).await?;
    window.wait_for("#waiting-list button", SOON).await?;
    review.look("a customer waits").await
}

async fn step_2_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let review = Review::begin(theme).await?;
    let window = &review.window;
    let desk = Desk::new(window);
    for (number, state) in [(WELL, "delivered"), ("+1 202 555 0113", "failed")] {
        desk.send_to(number).await?;
        window
            .wait_for(&format!("#delivery[data-state={state}]"), SOON)
            .await?;
        review.look(state).await?;
        window.press(Key::Escape).await?;
    }

    desk.send_to("+1 202 555 0111").await?;
    window
        .wait_for("#delivery[data-state=carrier]", SOON)
        .await?;
    review.look("carrier").await?;
    window.press_with(&[Key::Alt], 'c').await?;
    window.wait_for("#other-ways", SOON).await?;
    review.look("other ways to send").await?;
    window.press(Key::Escape).await?;
    window.wait_for("#delivery[data-late]", ANSWER_LOST).await?;
    review.look("later than usual").await?;
    window.activate("#delivery-action").await?;
    window
        .wait_for("#delivery-number:not(:empty)", SOON)
        .await?;
    review.look("the number to read back").await?;
    window.press(Key::Escape).await?;

    desk.type_number("+1 202 555 0129").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for("#delivery[data-state=unknown]", ANSWER_LOST)
        .await?;
    review.look("unknown").await?;
    window.press(Key::Escape).await?;

    desk.type_number("+1 202 555 0101").await?;
    desk.choose_channel("flashCall").await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for("[data-message][data-kind=missedCall]", SOON)
        .await?;
    review.look("a missed call").await
}

async fn the_end_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let review = Review::begin(theme).await?;
    let window = &review.window;
    let desk = Desk::new(window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Wrong).await?;
    review.look("wrong").await?;

    desk.pass_minutes(4).await?;
    window.wait_for("#valid-fact[data-warning]", SOON).await?;
    review.look("the last minute").await?;

    desk.pass_minutes(1).await?;
    window.wait_for("[data-verdict=expired]", SOON).await?;
    review.look("expired").await?;

    // A verdict that nobody asked for ignores keys at first: they were meant for the code.
    tokio::time::sleep(Duration::from_secs(1)).await;
    window.press(Key::Enter).await?;
    desk.send_to("+1 202 555 0101").await?;
    let code = desk.code_in_message(2, SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    review.look("verified").await?;

    window.press(Key::Enter).await?;
    desk.send_to("+1 202 555 0102").await?;
    let code = desk.code_in_message(3, SOON).await?;
    miss_until_the_last_try(window, &code).await?;
    review.look("one try left").await?;

    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Locked).await?;
    review.look("locked").await
}

async fn a_shared_desk_has_no_barrier(theme: Theme) -> Result<(), Error> {
    let redis = SiteRedis::start();
    let line = LossyLine::to(redis.port()).expect("a line");
    let home = Home::new()?;
    home.write_settings(&settings(1, "Reception 1", &line.url()))?;
    let review = Review::in_home(theme, home).await?;
    let window = &review.window;
    let other = open_with(&settings(2, "Reception 2", &redis.url())).await?;
    let (desk, at_other) = (Desk::new(window), Desk::new(&other));

    at_other.send_to(WELL).await?;
    let code = at_other.code_on_phone(SOON).await?;
    window
        .wait_for_text("#waiting-list", "Reception 2", SOON)
        .await?;
    review.look("a customer of another desk").await?;

    window.activate("#waiting-list button").await?;
    desk.wait_for_view(View::Code).await?;
    desk.type_code(&wrong(&code)).await?;
    line.lose_answers();
    window.press(Key::Enter).await?;
    window.wait_for("#not-known", SOON).await?;
    review.look("not known").await?;
    line.mend();
    window.wait_for("#code:not([readonly])", SOON).await?;

    other
        .wait_for_text("#refusal", "Reception 1 has taken", SOON)
        .await?;
    other.press_with(&[Key::Alt], '1').await?;
    at_other.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#refusal", "Reception 2 has taken", SOON)
        .await?;
    review.look("taken over by another desk").await?;
    window.activate("#waiting-list button").await?;
    desk.wait_for_view(View::Code).await?;
    check_from(&other, &code).await?;
    window.wait_for("[data-verdict=gone]", SOON).await?;
    review.look("verified at another desk").await?;

    redis.kill();
    window.wait_for("#away[data-code]", SOON).await?;
    review.look("the store is away").await?;
    // What stays in it is looked at when the test is done.
    redis.restart().expect("the server is back");
    Ok(())
}

#[tokio::test]
async fn a_shared_desk_has_no_barrier_in_light() -> Result<(), Error> {
    a_shared_desk_has_no_barrier(Theme::Light).await
}

#[tokio::test]
async fn a_shared_desk_has_no_barrier_in_dark() -> Result<(), Error> {
    a_shared_desk_has_no_barrier(Theme::Dark).await
}

#[tokio::test]
async fn step_1_has_no_barrier_in_light() -> Result<(), Error> {
    step_1_has_no_barrier(Theme::Light).await
}

#[tokio::test]
async fn step_1_has_no_barrier_in_dark() -> Result<(), Error> {
    step_1_has_no_barrier(Theme::Dark).await
}

#[tokio::test]
async fn step_2_has_no_barrier_in_light() -> Result<(), Error> {
    step_2_has_no_barrier(Theme::Light).await
}

#[tokio::test]
async fn step_2_has_no_barrier_in_dark() -> Result<(), Error> {
    step_2_has_no_barrier(Theme::Dark).await
}

#[tokio::test]
async fn the_end_has_no_barrier_in_light() -> Result<(), Error> {
    the_end_has_no_barrier(Theme::Light).await
}

#[tokio::test]
async fn the_end_has_no_barrier_in_dark() -> Result<(), Error> {
    the_end_has_no_barrier(Theme::Dark).await
}

#[tokio::test]
async fn a_barrier_that_is_put_there_is_found() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window
        .execute(
            "const field = document.createElement('input');
             const grey = Object.assign(document.createElement('p'), { textContent: 'hard to read' });
             grey.style.color = '#cccccc';
             document.querySelector('main').prepend(field, grey);",
            vec![],
        )
        .await?;
    let found = axe::violations(&window).await?;
    let rules: Vec<&str> = found.iter().map(|each| each.rule.as_str()).collect();
    assert!(rules.contains(&"label"), "{rules:?}");
    assert!(rules.contains(&"color-contrast"), "{rules:?}");
    Ok(())
}
