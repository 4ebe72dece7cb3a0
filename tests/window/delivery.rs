//! Where a send is, as step 2 says it: late ones, failures with the one thing to do about each, the other ways
//! two keys away, and texts that fail at the whole site.

use std::time::Duration;

use countersign_core::delivery::DeliveryFailure;
use countersign_driver::{Desk, Error, Key, KeyringState, Verdict, View, Window, axe};
use countersign_sandbox::{Fault, Outcome, Sandbox};
use serde_json::{Value, json};

use crate::{SOON, WELL, live, open};

const LATE: &str = "+1 202 555 0110";
const CARRIER_FAILS: &str = "+1 202 555 0112";
const UNREACHED_BY_TEXTS: &str = "+1 202 555 0113";

/// The longest that a text of ours is on time where texts take a second, and as much again.
const LATE_BY_NOW: Duration = Duration::from_secs(25);

/// Failure; the way out and the first words of what to do, where calls are set up, where the call is what
/// failed, where there are only texts, and where nothing may be sent any more.
const ADVICE: [(DeliveryFailure, [(&str, &str); 4]); 10] = [
    (
        DeliveryFailure::Unroutable,
        [
            ("call", "It may be a landline: try a call"),
            ("change", "It may be a landline: ask for a mobile"),
            ("change", "It may be a landline: ask for a mobile"),
            ("change", "It may be a landline: ask for a mobile"),
        ],
    ),
    (
        DeliveryFailure::OutOfReach,
        [
            ("call", "Try a call, or send again"),
            ("text", "Try a text, or ask"),
            ("again", "Ask the customer to switch the phone on"),
            ("change", "This code has been sent as often"),
        ],
    ),
    (
        DeliveryFailure::Blocked,
        [
            ("call", "Try a call, or ask"),
            ("text", "Try a text, or ask"),
            ("change", "Ask for another number"),
            ("change", "Ask for another number"),
        ],
    ),
    (
        DeliveryFailure::NobodyThere,
        [("change", "Read it back to the customer"); 4],
    ),
    (
        DeliveryFailure::Rejected,
        [
            ("call", "Try a call, or ask"),
            ("text", "Try a text, or ask"),
            ("change", "Ask for another number"),
            ("change", "Ask for another number"),
        ],
    ),
    (
        DeliveryFailure::Expired,
        [
            ("again", "Ask whether the phone has signal"),
            ("again", "Ask whether the phone has signal"),
            ("again", "Ask whether the phone has signal"),
            ("change", "This code has been sent as often"),
        ],
    ),
    (
        DeliveryFailure::Cancelled,
        [
            ("again", "Send it again"),
            ("again", "Send it again"),
            ("again", "Send it again"),
            ("change", "This code has been sent as often"),
        ],
    ),
    (
        DeliveryFailure::CarrierFailure,
        [
            ("call", "Try a call, or send again"),
            ("text", "Try a text, or call again"),
            ("again", "Try again"),
            ("change", "This code has been sent as often"),
        ],
    ),
    (
        DeliveryFailure::Denied,
        [("change", "Ask for another number"); 4],
    ),
    (
        DeliveryFailure::Replaced,
        [("", "Ask for the code that came last"); 4],
    ),
];

/// What the page makes of each failure, asked of its own modules.
const ASK_THE_PAGE: &str = "
    const [failures, challenges, done] = arguments;
    Promise.all([import('./delivery-advice.js'), import('./delivery-words.js')]).then(([advice, words]) => {
        const of = (reason, challenge) => {
            const way = advice.wayOut(reason, challenge);
            const delivery = { state: 'failed', reason };
            return [words.headline(challenge, delivery), way ?? '', words.failureAdvice(reason, way)];
        };
        done(failures.map((reason) => challenges.map((challenge) => of(reason, challenge))));
    });";

#[tokio::test]
async fn every_failure_says_why_and_has_the_one_thing_to_do() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let told: Vec<&str> = ADVICE.iter().map(|(failure, _)| failure.code()).collect();
    assert_eq!(told.len(), DeliveryFailure::ALL.len());
    let challenges = json!([
        { "channel": "sms", "channels": ["sms", "call"], "resendInMs": 0 },
        { "channel": "call", "channels": ["sms", "call"], "resendInMs": 0 },
        { "channel": "sms", "channels": ["sms"], "resendInMs": 0 },
        { "channel": "sms", "channels": ["sms", "call"], "resendInMs": null },
    ]);
    let answers = window
        .execute_async(ASK_THE_PAGE, vec![json!(told), challenges])
        .await?;
    let mut headlines = Vec::new();
    for (row, (failure, expected)) in ADVICE.iter().enumerate() {
        for (column, (way, words)) in expected.iter().enumerate() {
            let answer = |part: usize| answers[row][column][part].as_str().unwrap_or_default();
            assert_eq!(answer(1), *way, "{failure:?}, {column}");
            assert!(answer(2).starts_with(words), "{failure:?}: {}", answer(2));
        }
        headlines.push(answers[row][0][0].clone());
    }
    headlines.sort_by_key(Value::to_string);
    headlines.dedup();
    assert_eq!(headlines.len(), ADVICE.len(), "a sentence of its own each");
    Ok(())
}

#[tokio::test]
async fn a_text_that_is_later_than_usual_has_its_number_read_back() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    for ending in 0..3 {
        desk.send_to(&format!("+1 202 555 010{ending}")).await?;
        window
            .wait_for("#delivery[data-state=delivered]", SOON)
            .await?;
        window.press(Key::Escape).await?;
    }
    desk.send_to(LATE).await?;
    window
        .wait_for_text("#delivery-detail", "usually ", SOON)
        .await?;
    assert!(!window.find("#delivery-action").await?);
    window.wait_for("#delivery[data-late]", LATE_BY_NOW).await?;
    let late = window.text("#delivery-detail").await?;
    assert!(late.starts_with("· usually "), "{late}");
    assert!(
        late.ends_with("Read the number back to the customer."),
        "{late}"
    );
    window
        .wait_for_text("#announcements", "Read the number back", SOON)
        .await?;
    window.wait_for_text("#waiting", "Delivered", SOON).await?;

    window.activate("#delivery-action").await?;
    window
        .wait_for_text("#delivery-number", "+1 202 555 0110", SOON)
        .await?;
    assert_eq!(window.text("#delivery-action").await?, "Change number");

    // Who comes back to it from another customer no longer has the number, but its end.
    window.press(Key::Escape).await?;
    desk.wait_for_view(View::Request).await?;
    let row = window.text("#waiting-list li:last-child").await?;
    assert!(row.contains("With the carrier 1"), "its seconds: {row}");
    let last = window.count("#waiting-list li").await?.to_string();
    let digit = last.chars().next().expect("a digit");
    window.press_with(&[Key::Alt], digit).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#delivery-detail", "whether the number ends in 10", SOON)
        .await
}

#[tokio::test]
async fn of_a_text_by_verification_only_what_is_known_is_said() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+1 202 555 0111").await?;
    window.tab_to("#via-verification").await?;
    window.type_text(" ").await?;
    window.activate("#send").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#delivery-detail", "does not say when it arrives", SOON)
        .await?;
    desk.pass_minutes(1).await?;
    window
        .wait_for_text("#delivery-detail", "does not say whether it arrived", SOON)
        .await?;
    assert!(!window.text("#delivery-detail").await?.contains("sually"));
    window
        .wait_for_text("#delivery-action", "Show the number", SOON)
        .await
}

#[tokio::test]
async fn a_call_takes_a_failed_texts_place_in_two_keys_and_says_which_code_counts()
-> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(UNREACHED_BY_TEXTS).await?;
    window
        .wait_for("#delivery[data-state=failed]", SOON)
        .await?;
    window
        .wait_for_text("#delivery-action", "Call instead in 0:", SOON)
        .await?;

    window.press_with(&[Key::Alt], 'c').await?;
    window
        .wait_for_focus("#other-ways [data-channel=call]", SOON)
        .await?;
    assert!(!window.find("#other-ways [data-channel=sms]").await?);
    window
        .wait_for_text("#other-ways [data-channel=whatsApp]", "in 0:", SOON)
        .await?;
    window.type_text("c").await?;
    window
        .wait_for_text("#announcements", "Not yet", SOON)
        .await?;
    assert_eq!(window.text("#sends").await?, "1");
    window.press(Key::Escape).await?;
    window.wait_for_focus("#code", SOON).await?;
    assert!(!window.find("#other-ways").await?);

    desk.pass_minutes(1).await?;
    window.tab_to("#code").await?;
    window.press_with(&[Key::Alt], 'c').await?;
    window.wait_for("#other-ways", SOON).await?;
    window.type_text("c").await?;
    window
        .wait_for("[data-message][data-kind=call]", SOON)
        .await?;
    window.wait_for_focus("#code", SOON).await?;
    window
        .wait_for_text("#delivery-headline", "Calling the phone ending 13", SOON)
        .await?;
    window
        .wait_for_text("#code-hint", "only the one that this call speaks", SOON)
        .await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_carrier_that_fails_is_answered_by_its_button_or_by_arrow_and_enter() -> Result<(), Error>
{
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(CARRIER_FAILS).await?;
    window
        .wait_for_text("#delivery-detail", "Try a call", SOON)
        .await?;
    desk.pass_minutes(1).await?;
    window
        .wait_for("#delivery-action:not([aria-disabled])", SOON)
        .await?;
    window.activate("#delivery-action").await?;
    window
        .wait_for_text("#delivery-headline", "The call did not get through", SOON)
        .await?;
    window
        .wait_for_text("#delivery-action", "Send a text", SOON)
        .await?;

    desk.pass_minutes(1).await?;
    window.tab_to("#other-way").await?;
    window.press(Key::Down).await?;
    window
        .wait_for_focus("#other-ways [data-channel=sms]", SOON)
        .await?;
    window.press(Key::Up).await?;
    window
        .wait_for_focus("#other-ways [data-channel=flashCall]", SOON)
        .await?;
    window.press(Key::Up).await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#delivery-headline", "WhatsApp", SOON)
        .await?;
    window.wait_for_text("#sends", "3", SOON).await
}

#[tokio::test]
async fn the_same_code_sent_again_is_said_to_count_whichever_text_arrives() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    desk.code_on_phone(SOON).await?;
    desk.pass_minutes(1).await?;
    window.activate("#resend").await?;
    window
        .wait_for_text("#code-hint", "The same code was sent again", SOON)
        .await
}

fn every_send_to(sandbox: &Sandbox, numbers: &[String], outcome: Outcome) {
    for to in numbers {
        let fault = Fault::Number {
            to: to.clone(),
            outcome,
        };
        sandbox.set_fault(fault).expect("a number");
    }
}

async fn send_to_each(window: &Window, numbers: &[String], state: &str) -> Result<(), Error> {
    let desk = Desk::new(window);
    for number in numbers {
        desk.send_to(number).await?;
        window
            .wait_for(&format!("#delivery[data-state={state}]"), SOON)
            .await?;
        window.press(Key::Escape).await?;
        desk.wait_for_view(View::Request).await?;
    }
    Ok(())
}

#[tokio::test]
async fn texts_that_fail_at_the_whole_site_are_told_above_the_desk_until_they_arrive_again()
-> Result<(), Error> {
    let sandbox = live::sandbox().await;
    let options = live::options(&sandbox, KeyringState::Absent);
    let window = Window::open(options.in_home(live::home("Reception 2")?)).await?;
    window.wait_for("body[data-view=trouble]", SOON).await?;
    live::enter_secrets(&window, "session").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;

    let numbers: Vec<String> = (0..10)
        .map(|ending| format!("+1 202 555 010{ending}"))
        .collect();
    let (failing, well) = numbers.split_at(5);
    every_send_to(&sandbox, failing, Outcome::CarrierFailure);
    send_to_each(&window, &failing[..4], "failed").await?;
    assert!(!window.find("#site-delivery").await?, "four say nothing");
    send_to_each(&window, &failing[4..], "failed").await?;
    window
        .wait_for_text(
            "#site-delivery",
            "Texts don’t arrive at your organisation right now: 5 of the last 5 failed.",
            SOON,
        )
        .await?;
    assert!(
        window
            .text("#site-delivery")
            .await?
            .contains("Offer a call instead.")
    );
    let found = axe::violations(&window).await?;
    assert!(found.is_empty(), "{found:?}");
    window
        .wait_for_text("#announcements", "Texts don’t arrive", SOON)
        .await?;

    send_to_each(&window, well, "delivered").await?;
    send_to_each(&window, &["+1 202 555 0190".to_owned()], "delivered").await?;
    window
        .wait_until("no warning", SOON, async || {
            Ok(!window.find("#site-delivery").await?)
        })
        .await
}
