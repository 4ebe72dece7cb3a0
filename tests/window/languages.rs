//! The language of the screen, chosen while work is in hand: it is spoken at once, and nothing is lost. And the
//! language of the customer's text, which is another matter.

use std::time::Duration;

use countersign_driver::{Desk, Error, Home, Key, Options, Verdict, View, Window};
use serde_json::json;

use crate::{APP, SOON, WELL, open, open_with, wrong};

/// Chooses as a hand does that works the select, and waits until the page has that language.
async fn choose(window: &Window, language: &str) -> Result<(), Error> {
    pick(window, "#language", language).await?;
    window
        .wait_for(&format!("html[lang={language}]"), SOON)
        .await
}

/// Chooses one of a select's options. The list itself is the toolkit's, which WebDriver can't work.
async fn pick(window: &Window, select: &str, value: &str) -> Result<(), Error> {
    let script = "const select = document.querySelector(arguments[0]);
        select.focus();
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    window
        .execute(script, vec![json!(select), json!(value)])
        .await?;
    Ok(())
}

/// A language of the computer, as its owner set it.
async fn open_on_computer(home: Home, language: &str) -> Result<Window, Error> {
    let mut options = Options::new(APP).in_home(home);
    options.env = vec![("LANGUAGE".to_owned(), language.to_owned())];
    Window::open(options).await
}

#[tokio::test]
async fn a_number_half_typed_outlives_the_language() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("070-174 06").await?;
    window.tab_to("#reference").await?;
    window.type_text("BOOKING 48213").await?;
    pick(&window, "#text-language", "fr").await?;

    choose(&window, "sv").await?;
    assert_eq!(
        window.text("#request-heading").await?,
        "Vilket nummer ska bekräftas?"
    );
    assert_eq!(window.text("#send").await?, "Skicka kod");
    assert_eq!(window.text("#training-heading").await?, "Övningstelefon");
    assert_eq!(window.text("#to-admin").await?, "Administration");
    assert_eq!(window.value("#phone").await?, "070-174 06");
    assert_eq!(window.value("#reference").await?, "BOOKING 48213");
    assert_eq!(window.value("#text-language").await?, "fr");
    assert!(window.has_focus("#language").await?, "no focus is taken");
    window
        .wait_for_text("#health-toggle", "Lager", SOON)
        .await?;
    window
        .wait_for_text("#announcements", "Sidan är nu på svenska.", SOON)
        .await
}

#[tokio::test]
async fn why_nothing_was_sent_is_told_in_the_language_that_is_chosen_next() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    // What staff chose themselves is not changed for them.
    desk.choose_channel("whatsApp").await?;
    window.tab_to("#phone").await?;
    desk.retype_number("+46 8 123 456").await?;
    window.press(Key::Enter).await?;
    window
        .wait_for_text("#refusal", "This is a landline.", SOON)
        .await?;
    choose(&window, "de").await?;
    window
        .wait_for_text("#refusal", "Das ist ein Festnetzanschluss.", SOON)
        .await?;
    assert_eq!(window.text("#refusal button").await?, "Stattdessen anrufen");
    window.activate("#refusal button").await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#delivery-headline", "wird angerufen", SOON)
        .await
}

#[tokio::test]
async fn a_code_half_typed_outlives_the_language() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to("+1 202 555 0101").await?;
    window.press(Key::Escape).await?;
    desk.send_to(WELL).await?;
    let code = desk.code_in_message(2, SOON).await?;
    let messages = desk.messages().await?;
    let (begun, rest) = code.split_at(3);
    desk.type_code(begun).await?;

    choose(&window, "de").await?;
    assert_eq!(window.value("#code").await?, begun);
    assert_eq!(window.text("#code-label").await?, "6-stelliger Code");
    assert_eq!(window.text("#waiting-count").await?, "2 Personen");
    assert_eq!(desk.messages().await?, messages);
    window.tab_to("#code").await?;
    window.press(Key::End).await?;
    window.type_text(rest).await?;
    desk.check(Verdict::Verified).await?;
    assert_eq!(window.text("#verdict-heading").await?, "Bestätigt");
    Ok(())
}

#[tokio::test]
async fn an_end_without_proof_that_was_begun_outlives_the_language() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    window.press_with(&[Key::Alt], 'u').await?;
    window.wait_for("body[data-view=unverified]", SOON).await?;
    window.press(Key::Down).await?;
    window.tab_to("#unverified-remark").await?;
    window.type_text("comes back at noon").await?;
    let chosen = "[name=unverified-reason][value=phoneOff]:checked";
    window.wait_for(chosen, SOON).await?;

    choose(&window, "de").await?;
    window.wait_for("body[data-view=unverified]", SOON).await?;
    window.wait_for(chosen, SOON).await?;
    assert_eq!(
        window.value("#unverified-remark").await?,
        "comes back at noon"
    );
    window.activate("#end-unverified").await?;
    window.wait_for("[data-verdict=unverified]", SOON).await?;
    window
        .wait_for_text("#verdict-what", "comes back at noon", SOON)
        .await
}

/// A key that sticks must not cost a second try, in whatever language the first was told.
#[tokio::test]
async fn a_wrong_code_stays_wrong_and_counts_once() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Wrong).await?;
    choose(&window, "es").await?;
    window
        .wait_for_text("#code-error", "Quedan 4 intentos", SOON)
        .await?;
    window.tab_to("#code").await?;
    window.press(Key::Enter).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(window.text("#tries-left").await?, "4");
    Ok(())
}

#[tokio::test]
async fn a_verdict_outlives_the_language_and_so_does_the_next_start() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.send_to(WELL).await?;
    let code = desk.code_on_phone(SOON).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    for (language, heading, next) in [
        ("fr", "Vérifié", "Client suivant"),
        ("pt", "Verificado", "Próximo cliente"),
        ("en", "Verified", "Next customer"),
        ("sv", "Bekräftad", "Nästa kund"),
    ] {
        choose(&window, language).await?;
        assert_eq!(window.text("#verdict-heading").await?, heading);
        assert_eq!(window.text("#next").await?, next);
        window.wait_for("[data-verdict=verified]", SOON).await?;
    }
    window.activate("#next").await?;
    desk.wait_for_view(View::Request).await?;

    let home = window.close().await?;
    let window = open_on_computer(home, "fr").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.wait_for("html[lang=sv]", SOON).await?;
    assert_eq!(window.value("#language").await?, "sv");
    Ok(())
}

#[tokio::test]
async fn while_a_question_is_out_the_language_waits_for_its_answer() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number("+1 202 555 0134").await?;
    window.press(Key::Enter).await?;
    window.wait_for("#send[data-busy]", SOON).await?;
    pick(&window, "#language", "fr").await?;
    assert_eq!(
        window.attribute("html", "lang").await?.as_deref(),
        Some("en")
    );
    desk_in_code(&window).await?;
    window.wait_for("html[lang=fr]", SOON).await?;
    assert_eq!(
        window.text("#code-heading").await?,
        "Demandez le code au client"
    );
    Ok(())
}

/// The focus is on the select by now, not on the code.
async fn desk_in_code(window: &Window) -> Result<(), Error> {
    window.wait_for("body[data-view=code]", SOON).await
}

#[tokio::test]
async fn the_screen_begins_in_the_computers_language_or_in_the_settings() -> Result<(), Error> {
    let window = open_on_computer(Home::new()?, "nl:de_AT:en").await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.wait_for("html[lang=de]", SOON).await?;
    drop(window);

    let settings = json!({
        "version": 2,
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "store": { "kind": "embedded" },
        "appearance": { "language": "pt" },
    });
    let window = open_with(&settings.to_string()).await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    window.wait_for("html[lang=pt]", SOON).await?;
    assert_eq!(window.text("#send").await?, "Enviar código");
    Ok(())
}

#[tokio::test]
async fn a_text_is_in_the_language_of_its_number_unless_staff_choose_another() -> Result<(), Error>
{
    let settings = json!({
        "version": 2,
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "organisation": { "name": "Harbour Clinic", "home": "SE" },
        "store": { "kind": "embedded" },
    });
    let window = open_with(&settings.to_string()).await?;
    let desk = Desk::new(&window);
    desk.type_number("070-174 06 05").await?;
    assert_eq!(window.value("#text-language").await?, "sv");
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#phone-messages", "är din kod", SOON)
        .await?;
    window.press(Key::Escape).await?;

    desk.type_number(WELL).await?;
    window.wait_for("#read-back[data-tone=good]", SOON).await?;
    assert_eq!(window.value("#text-language").await?, "en");
    pick(&window, "#text-language", "de").await?;
    window.tab_to("#send").await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#phone-messages", "ist Ihr Code", SOON)
        .await
}
