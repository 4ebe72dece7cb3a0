//! What people type that is no number or no code: each cause has a sentence of its own, the form keeps what was
//! typed, and it costs nothing. And what looks odd and is read all the same.

use std::collections::BTreeSet;

use countersign_driver::{Desk, Error, Key, Verdict, View, Window};

use crate::{SOON, WELL, open};

/// Signs of a library, a stack or a value that was never meant for the screen.
const FOREIGN: [&str; 10] = [
    "Error",
    "error:",
    "undefined",
    "null",
    "NaN",
    "[object",
    "::",
    "panicked",
    "{",
    "}",
];

const TRIES: &str = "5";

/// Empties the field that has the focus and pastes `text` into it.
async fn replace(window: &Window, text: &str) -> Result<(), Error> {
    window.press_with(&[Key::Control], 'a').await?;
    window.press(Key::Backspace).await?;
    window.insert_text(text).await
}

fn is_a_sentence_of_ours(sentence: &str) -> bool {
    sentence.starts_with(char::is_uppercase)
        && sentence.contains('.')
        && !FOREIGN.iter().any(|sign| sentence.contains(sign))
}

#[tokio::test]
async fn every_kind_of_bad_number_has_a_sentence_of_its_own() -> Result<(), Error> {
    let many_digits = "1".repeat(10_000);
    let unreadable = [
        ("", "Enter a phone number."),
        ("hello", "Letters can’t be part of it"),
        ("☎️🎉", "Enter a phone number, such as"),
        (many_digits.as_str(), "too much text for a phone number"),
        ("202 555 01", "Digits are missing"),
        ("+1 202 555 01000", "too many digits"),
        ("+999 1234567", "No country has the code after the +"),
        ("+1 202 055 0100", "no such number (United States)"),
        ("+1 202 555 0100 ext. 12", "can’t reach an extension"),
        ("+1 202 555 0100, +1 202 555 0101", "more than one number"),
        ("911", "short or emergency number"),
        ("+46 46 70 174 06 05", "country code is there twice"),
        ("46 70 174 06 05", "put a + in front of it"),
    ];
    let refused = [
        ("+1 900 253 4567", "not sent to this kind of number"),
        (
            "+44 20 7946 0018",
            "only verifies numbers from these countries",
        ),
    ];
    let beside = unreadable.map(|(typed, words)| ("#number-error", "#refusal", typed, words));
    let under = refused.map(|(typed, words)| ("#refusal", "#number-error", typed, words));
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    let mut sentences = BTreeSet::new();
    for (place, other, typed, words) in beside.into_iter().chain(under) {
        let about: String = typed.chars().take(40).collect();
        replace(&window, typed).await?;
        window.press(Key::Enter).await?;
        window.wait_for_text(place, words, SOON).await?;
        // One thing is said at a time.
        window
            .wait_for(&format!("body:has({other}:empty)"), SOON)
            .await?;
        let sentence = window.text(place).await?;
        assert!(is_a_sentence_of_ours(&sentence), "{about}: {sentence}");
        assert!(!sentence.contains(typed) || typed.is_empty(), "{sentence}");
        assert!(sentences.insert(sentence), "{about}: its own sentence");
        assert_eq!(window.value("#phone").await?, typed, "{about}: kept");
        window.wait_for_focus("#phone", SOON).await?;
    }
    desk.wait_for_view(View::Request).await?;
    assert_eq!(desk.messages().await?, 0, "nothing was sent");
    Ok(())
}

#[tokio::test]
async fn a_landline_is_offered_a_call() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    // What staff chose themselves stays, so that it is refused and not steered.
    desk.choose_channel("whatsApp").await?;
    window.tab_to("#phone").await?;
    desk.retype_number("+46 8 123 456").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#refusal", "This is a landline", SOON)
        .await?;
    window.activate("#refusal button").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for("[data-message][data-kind=call]", SOON)
        .await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn what_is_refused_is_in_view_in_the_smallest_window() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    window.set_size(420, 560).await?;
    desk.type_number("+1 900 253 4567").await?;
    window.press(Key::Enter).await?;
    window.wait_for("#refusal p", SOON).await?;
    window
        .wait_until("the refusal within the window", SOON, async || {
            let whole = "const { top, bottom } = document.querySelector('#refusal p').getBoundingClientRect();
                         return top >= 0 && bottom <= innerHeight";
            Ok(window.execute(whole, vec![]).await? == true)
        })
        .await?;
    window.wait_for_focus("#phone", SOON).await
}

#[tokio::test]
async fn a_number_is_read_however_it_is_written() -> Result<(), Error> {
    let written = [
        ("202 555 0100", "+1 202 555 0100"),
        ("(202) 555-0101", "+1 202 555 0101"),
        ("1-202-555-0102", "+1 202 555 0102"),
        ("+1.202.555.0103", "+1 202 555 0103"),
        ("tel:+1-202-555-0104", "+1 202 555 0104"),
        ("＋１　２０２　５５５　０１０５", "+1 202 555 0105"),
        ("+46 (0)70-174 06 05", "+46 70 174 06 05"),
        ("0046 70 174 06 06", "+46 70 174 06 06"),
        ("Mobil: +46 70 174 06 07", "+46 70 174 06 07"),
        ("+٤٦ ٧٠ ١٧٤ ٠٦ ٠٨", "+46 70 174 06 08"),
    ];
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    for (typed, read_back) in written {
        replace(&window, typed).await?;
        window
            .wait_for_text("#read-back-number", read_back, SOON)
            .await?;
        assert_eq!(window.text("#number-error").await?, "", "{typed}");
        assert_eq!(window.value("#phone").await?, typed, "never rewritten");
    }
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#phone-number", "+46 70 174 06 08", SOON)
        .await
}

#[tokio::test]
async fn every_kind_of_bad_code_has_a_sentence_of_its_own_and_is_no_try() -> Result<(), Error> {
    let many_digits = "1".repeat(10_000);
    let bad_codes = [
        ("", "Enter the code."),
        ("abcdef", "There are no letters in it"),
        ("12345", "Digits are missing"),
        ("1234567", "more digits than the code has"),
        ("123#456", "Enter only the digits"),
    ];
    let same_causes = [
        ("12O456", "There are no letters in it"),
        ("😀😀😀", "Enter only the digits"),
        ("1", "Digits are missing"),
        (many_digits.as_str(), "more digits than the code has"),
    ];
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    let mut sentences = BTreeSet::new();
    for (typed, words) in bad_codes.into_iter().chain(same_causes) {
        let about: String = typed.chars().take(40).collect();
        replace(&window, typed).await?;
        window.press(Key::Enter).await?;
        window.wait_for_text("#code-error", words, SOON).await?;
        let sentence = window.text("#code-error").await?;
        assert!(is_a_sentence_of_ours(&sentence), "{about}: {sentence}");
        sentences.insert(sentence);
        assert_eq!(window.value("#code").await?, typed, "{about}: kept");
        assert_eq!(window.text("#tries-left").await?, TRIES, "{about}: no try");
        window.wait_for_focus("#code", SOON).await?;
        window.wait_for("#code:not([readonly])", SOON).await?;
    }
    assert_eq!(sentences.len(), bad_codes.len(), "{sentences:#?}");

    replace(&window, &code).await?;
    desk.check(Verdict::Verified).await
}

#[tokio::test]
async fn a_code_is_read_however_it_is_typed() -> Result<(), Error> {
    let spellings: [fn(&str) -> String; 4] = [
        |code| format!("{} {}", &code[..3], &code[3..]),
        |code| format!("{}-{}", &code[..3], &code[3..]),
        |code| in_digits_from('\u{ff10}', code),
        |code| in_digits_from('\u{0660}', code),
    ];
    let window = open().await?;
    let desk = Desk::new(&window);
    for (place, spell) in spellings.into_iter().enumerate() {
        desk.send_to(&format!("+1 202 555 010{place}")).await?;
        let code = desk.code_in_message(place + 1, SOON).await?;
        window.insert_text(&spell(&code)).await?;
        desk.check(Verdict::Verified).await?;
        window.press(Key::Enter).await?;
    }
    desk.send_to("+1 202 555 0109").await?;
    let code = desk.code_in_message(spellings.len() + 1, SOON).await?;
    desk.type_code(&format!("{} {}", &code[..3], &code[3..]))
        .await?;
    desk.check(Verdict::Verified).await
}

/// The code in the digits of another script, whose zero is `zero`.
fn in_digits_from(zero: char, code: &str) -> String {
    let digit = |digit: char| {
        let value = digit.to_digit(10)?;
        char::from_u32(u32::from(zero) + value)
    };
    code.chars().filter_map(digit).collect()
}
