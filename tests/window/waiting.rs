//! Several customers at once: the waiting list, its keys, what becomes of a code that ran out, and that nobody
//! is lost by a crash. Customers who go from desk to desk are in `shared`, a thousand of them in `many`.

use countersign_driver::axe;
use countersign_driver::{Desk, Error, Key, KeyringState, Verdict, View, Window};
use serde_json::json;

use crate::live::{enter_secrets, home, options, sandbox};
use crate::{SOON, WELL, open, wrong};

/// Numbers whose texts arrive in a second.
const FOUR: [&str; 4] = [
    WELL,
    "+1 202 555 0101",
    "+1 202 555 0102",
    "+1 202 555 0103",
];

/// Sends to each of these, and lets each wait.
async fn let_wait(window: &Window, numbers: &[&str]) -> Result<(), Error> {
    let desk = Desk::new(window);
    for number in numbers {
        desk.send_to(number).await?;
        window.press(Key::Escape).await?;
        desk.wait_for_view(View::Request).await?;
    }
    Ok(())
}

/// The row that has the focus, by its customer.
async fn focused_row(window: &Window) -> Result<String, Error> {
    let name = "return document.activeElement.querySelector('.name')?.textContent ?? ''";
    let name = window.execute(name, vec![]).await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

async fn names(window: &Window) -> Result<serde_json::Value, Error> {
    let names = "return [...document.querySelectorAll('#waiting-list li:not([hidden]) .name')]
        .map((name) => name.textContent)";
    window.execute(names, vec![]).await
}

#[tokio::test]
async fn alt_and_a_digit_open_a_customer_and_write_nothing() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    let_wait(&window, &FOUR[..3]).await?;
    let code = desk.code_in_message(3, SOON).await?;
    window
        .wait_for_text("#waiting-list li:nth-child(3)", "Delivered", SOON)
        .await?;
    assert_eq!(window.text("#waiting-count").await?, "3 customers");
    assert_eq!(
        window.text("#waiting-list li:nth-child(2) .badge").await?,
        "Alt 2"
    );

    desk.type_number("+1 202").await?;
    window.press_with(&[Key::Alt], '3').await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-reference", "Phone ending 02", SOON)
        .await?;
    assert_eq!(window.value("#phone").await?, "+1 202", "no digit more");
    assert_eq!(window.value("#code").await?, "");
    window.press_with(&[Key::Alt], '1').await?;
    window
        .wait_for_text("#code-reference", "Phone ending 00", SOON)
        .await?;
    assert_eq!(
        names(&window).await?,
        json!(["Phone ending 00", "Phone ending 01", "Phone ending 02"]),
        "the one in hand keeps its place"
    );
    window.press_with(&[Key::Alt], '9').await?;
    window
        .wait_for_text("#announcements", "Nobody waits at place 9", SOON)
        .await?;
    assert_eq!(window.value("#code").await?, "");

    window.press_with(&[Key::Alt], '3').await?;
    window
        .wait_for_text("#code-reference", "Phone ending 02", SOON)
        .await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    window
        .wait_for_text("#waiting-count", "2 customers", SOON)
        .await?;

    // The number that was being typed is still there for the next customer.
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, "+1 202");
    Ok(())
}

#[tokio::test]
async fn tab_stops_once_at_the_list_and_arrows_lead_through_it() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    let_wait(&window, &FOUR).await?;
    window.tab_to("#waiting-list button").await?;
    assert_eq!(window.count("#waiting-list [tabindex='0']").await?, 1);
    for (key, expected) in [
        (Key::Down, "01"),
        (Key::Down, "02"),
        (Key::Up, "01"),
        (Key::End, "03"),
        (Key::Down, "03"),
        (Key::Home, "00"),
        (Key::Up, "00"),
        (Key::PageDown, "03"),
        (Key::PageUp, "00"),
        (Key::End, "03"),
    ] {
        window.press(key).await?;
        let row = focused_row(&window).await?;
        assert_eq!(row, format!("Phone ending {expected}"), "{key:?}");
    }
    window.press(Key::Tab).await?;
    assert_eq!(focused_row(&window).await?, "", "the next stop is behind");
    window.press_with(&[Key::Shift], Key::Tab).await?;
    assert_eq!(focused_row(&window).await?, "Phone ending 03", "it is kept");
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-reference", "Phone ending 03", SOON)
        .await?;
    window
        .wait_for("#waiting-list li:nth-child(4) [aria-current]", SOON)
        .await
}

#[tokio::test]
async fn a_row_says_how_many_tries_are_left_and_when_a_minute_is() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    assert_eq!(window.text("#waiting-list .tries").await?, "");
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Wrong).await?;
    window.press(Key::Escape).await?;
    window
        .wait_for_text("#waiting-list", "4 tries left", SOON)
        .await?;
    assert_eq!(window.count("#waiting-list [data-last-minute]").await?, 0);
    desk.pass_minutes(4).await?;
    window
        .wait_for("#waiting-list li[data-last-minute]", SOON)
        .await
}

#[tokio::test]
async fn a_code_that_runs_out_stays_as_a_way_to_a_new_one() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    let_wait(&window, &FOUR[..2]).await?;
    desk.code_in_message(2, SOON).await?;
    desk.type_number("+1 202 555").await?;
    desk.pass_minutes(5).await?;
    window
        .wait_for_text("#waiting-list li:nth-child(2)", "Expired", SOON)
        .await?;
    window
        .wait_for_text("#waiting-count", "2 expired", SOON)
        .await?;
    assert_eq!(desk.messages().await?, 2);

    // Choosing it sends nothing yet.
    window.press_with(&[Key::Alt], '1').await?;
    window.wait_for("[data-verdict=expired]", SOON).await?;
    window.wait_for("#again", SOON).await?;
    assert_eq!(window.text("#verdict-reference").await?, "Phone ending 00");
    window.activate("#again").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-reference", "Phone ending 00", SOON)
        .await?;
    let code = desk.code_in_message(3, SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    window
        .wait_for_text("#waiting-count", "1 expired", SOON)
        .await?;
    assert_eq!(names(&window).await?, json!(["Phone ending 01"]));
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Request).await?;
    assert_eq!(window.value("#phone").await?, "+1 202 555", "it was kept");
    Ok(())
}

#[tokio::test]
async fn a_crash_loses_nobody_who_waits() -> Result<(), Error> {
    let sandbox = sandbox().await;
    let options = || options(&sandbox, KeyringState::Unlocked);
    let window = Window::open(options().in_home(home("Reception 2")?)).await?;
    enter_secrets(&window, "keyring").await?;
    let_wait(&window, &FOUR[..3]).await?;
    window
        .wait_for_text("#waiting-list li:nth-child(3)", "Delivered", SOON)
        .await?;
    let before = names(&window).await?;

    let home = window.kill();
    let window = Window::open(options().in_home(home)).await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window
        .wait_for_text("#waiting-count", "3 customers", SOON)
        .await?;
    assert_eq!(names(&window).await?, before);
    for row in 1..=3 {
        let row = format!("#waiting-list li:nth-child({row})");
        window.wait_for_text(&row, "Delivered", SOON).await?;
        window.wait_for_text(&row, "4:", SOON).await?;
    }
    window.press_with(&[Key::Alt], '2').await?;
    window
        .wait_for_text("#code-reference", "Phone ending 01", SOON)
        .await
}

/// A list of ten is long enough to be searched.
async fn ten_waiting() -> Result<Window, Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    for (place, reference) in [
        "Room 214",
        "Ms Okafor",
        "Zoë Å",
        "Room 7",
        "A",
        "B",
        "C",
        "D",
        "E",
        "F",
    ]
    .into_iter()
    .enumerate()
    {
        desk.type_number(&format!("+46 70 174 06 1{place}")).await?;
        window.tab_to("#reference").await?;
        window.insert_text(reference).await?;
        window.press(Key::Enter).await?;
        desk.wait_for_view(View::Code).await?;
        window.press(Key::Escape).await?;
        desk.wait_for_view(View::Request).await?;
        assert_eq!(
            window.find("#waiting-filter").await?,
            place == 9,
            "it comes with the tenth"
        );
    }
    Ok(window)
}

#[tokio::test]
async fn one_of_many_is_found_by_reference_or_last_digits() -> Result<(), Error> {
    let window = ten_waiting().await?;
    let desk = Desk::new(&window);
    window.tab_to("#waiting-filter").await?;
    for (typed, found) in [
        ("room", json!(["Room 214", "Room 7"])),
        ("zoe", json!(["Zoë Å"])),
        ("12", json!(["Zoë Å"])),
        ("214", json!(["Room 214"])),
    ] {
        window.press_with(&[Key::Control], 'a').await?;
        window.type_text(typed).await?;
        assert_eq!(names(&window).await?, found, "{typed}");
    }
    assert_eq!(window.text("#waiting-count").await?, "1 of 10");
    window.press_with(&[Key::Control], 'a').await?;
    window.type_text("nobody").await?;
    window
        .wait_for_text("#waiting-none", "No waiting customer", SOON)
        .await?;
    let barriers = axe::violations(&window).await?;
    assert!(barriers.is_empty(), "{barriers:?}");
    window.press(Key::Escape).await?;
    assert_eq!(window.value("#waiting-filter").await?, "");
    assert!(window.has_focus("#waiting-filter").await?);

    window.type_text("okafor").await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-reference", "Ms Okafor", SOON)
        .await?;
    assert_eq!(window.value("#waiting-filter").await?, "");
    Ok(())
}

/// The question that is out is answered for the customer it was asked about.
#[tokio::test]
async fn nobody_else_is_gone_on_with_while_an_answer_is_on_its_way() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    let_wait(&window, &FOUR[..1]).await?;
    // Sinch takes 8 s to answer for this one.
    desk.type_number("+1 202 555 0134").await?;
    window.press(Key::Enter).await?;
    window.wait_for("#send[data-busy]", SOON).await?;
    window.press_with(&[Key::Alt], '1').await?;
    window
        .wait_for_text("#announcements", "One moment", SOON)
        .await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-reference", "Phone ending 34", SOON)
        .await
}
