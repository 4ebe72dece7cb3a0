//! A day at the counter, without a pointer: three customers at once. One is reached by a call when the text fails, one
//! types wrong codes until the number is locked, one is handed over to the next desk. axe-core looks at every stop.

use std::time::Duration;

use countersign_driver::axe;
use countersign_driver::{Desk, Error, Key, Verdict, View, Window};

use crate::access::in_words;
use crate::site_redis::{SiteRedis, settings};
use crate::{SOON, miss_until_the_last_try, open_with, wrong};

/// The pause before anything is sent once more. A shared store keeps its own time: none of it can be skipped.
const PAUSE: Duration = Duration::from_secs(45);

/// A landline, which texts don't reach.
const LANDLINE: &str = "+1 202 555 0113";

/// Somebody at a desk, who has a keyboard and nothing else.
struct Staff {
    window: Window,
}

impl Staff {
    async fn at(id: u8, name: &str, store: &SiteRedis) -> Result<Self, Error> {
        let window = open_with(&settings(id, name, &store.url())).await?;
        Desk::new(&window).wait_for_view(View::Request).await?;
        let counting = "window.pointed = 0;
            for (const event of ['pointerdown', 'mousedown', 'click', 'wheel', 'touchstart']) {
                // A key that presses a button gives a click without a place.
                addEventListener(event, (each) => { window.pointed += each.detail > 0 || event !== 'click'; }, true);
            }";
        window.execute(counting, vec![]).await?;
        Ok(Self { window })
    }

    fn desk(&self) -> Desk<'_> {
        Desk::new(&self.window)
    }

    /// Sends a code to a customer and gives it as the customer reads it out, where one arrives.
    async fn send(&self, number: &str, reference: &str) -> Result<(), Error> {
        self.desk().type_number(number).await?;
        self.window.tab_to("#reference").await?;
        self.window.type_text(reference).await?;
        self.window.press(Key::Enter).await?;
        self.desk().wait_for_view(View::Code).await
    }

    /// Goes to a customer who waits.
    async fn turn_to(&self, reference: &str) -> Result<(), Error> {
        self.window
            .wait_for_text("#waiting-list", reference, SOON)
            .await?;
        let row = "return [...document.querySelectorAll('#waiting-list li')]
            .findIndex((row) => row.innerText.includes(arguments[0])) + 1";
        let row = self.window.execute(row, vec![reference.into()]).await?;
        let place = row.as_u64().unwrap_or_default().to_string();
        let digit = place.chars().next().expect("a digit");
        self.window.press_with(&[Key::Alt], digit).await?;
        self.window
            .wait_for_text("#code-reference", reference, SOON)
            .await?;
        self.desk().wait_for_view(View::Code).await
    }

    /// Lets the customer at the counter wait.
    async fn let_wait(&self) -> Result<(), Error> {
        self.window.press(Key::Escape).await?;
        self.desk().wait_for_view(View::Request).await
    }

    async fn next_customer(&self) -> Result<(), Error> {
        self.window.press(Key::Enter).await?;
        self.desk().wait_for_view(View::Request).await
    }

    /// Nothing that shows keeps anybody out.
    async fn has_no_barrier(&self, stop: &str) -> Result<(), Error> {
        let found = axe::violations(&self.window).await?;
        let found: Vec<_> = found.iter().map(in_words).collect();
        assert!(found.is_empty(), "{stop}:\n{}", found.join("\n"));
        Ok(())
    }

    async fn pointed_at_nothing(&self) -> Result<(), Error> {
        let pointed = self.window.execute("return window.pointed", vec![]).await?;
        assert_eq!(pointed, 0);
        Ok(())
    }
}

#[tokio::test]
async fn a_whole_day_needs_only_a_keyboard() -> Result<(), Error> {
    let store = SiteRedis::start();
    let here = Staff::at(1, "Reception 1", &store).await?;
    let there = Staff::at(2, "Reception 2", &store).await?;
    here.has_no_barrier("the desk opens").await?;

    // The first customer gives a landline: the text fails, and a call may go out only after a pause.
    here.send(LANDLINE, "Room 214").await?;
    let failed = "#delivery[data-state=failed]";
    here.window.wait_for(failed, SOON).await?;
    here.has_no_barrier("not delivered").await?;
    here.let_wait().await?;
    here.has_no_barrier("one waits").await?;

    // The second one's text is slow to be found. The third comes meanwhile.
    here.send("+1 202 555 0102", "BOOKING 48213").await?;
    let booking = here.desk().code_in_message(1, SOON).await?;
    here.let_wait().await?;
    here.send("+1 202 555 0103", "Ms Okafor").await?;
    let okafor = here.desk().code_in_message(2, SOON).await?;
    here.let_wait().await?;
    here.window
        .wait_for("#waiting-list li:nth-child(3)", SOON)
        .await?;
    here.has_no_barrier("three wait").await?;

    // The second one guesses, until the number is locked.
    here.turn_to("BOOKING 48213").await?;
    miss_until_the_last_try(&here.window, &booking).await?;
    here.has_no_barrier("one try left").await?;
    here.desk().type_code(&wrong(&booking)).await?;
    here.desk().check(Verdict::Locked).await?;
    here.has_no_barrier("locked").await?;
    here.next_customer().await?;

    // The third goes to the next desk, and is verified there.
    there.turn_to("Ms Okafor").await?;
    there.has_no_barrier("handed over").await?;
    there.desk().type_code(&okafor).await?;
    there.desk().check(Verdict::Verified).await?;
    there.has_no_barrier("verified there").await?;
    there.next_customer().await?;
    here.window
        .wait_until("one who waits", SOON, async || {
            Ok(here.window.count("#waiting-list li").await? == 1)
        })
        .await?;

    // The first one is called.
    here.turn_to("Room 214").await?;
    here.desk().send_another_way("call", PAUSE).await?;
    here.window
        .wait_for("[data-message][data-kind=call]", SOON)
        .await?;
    here.has_no_barrier("a call").await?;
    let spoken = here.desk().code_in_message(3, SOON).await?;
    here.window.tab_to("#code").await?;
    here.desk().type_code(&spoken).await?;
    here.desk().check(Verdict::Verified).await?;
    here.has_no_barrier("verified by a call").await?;
    here.next_customer().await?;
    assert!(!here.window.find("#waiting").await?, "nobody waits");

    here.pointed_at_nothing().await?;
    there.pointed_at_nothing().await
}
