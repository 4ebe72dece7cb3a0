use proptest::prelude::*;
use secrecy::ExposeSecret;

use super::*;
use crate::code::{CodeLength, Expected};

fn code(digits: &str) -> Code {
    let length = CodeLength::new(u8::try_from(digits.len()).unwrap()).unwrap();
    Code::typed(digits, Expected::Exactly(length)).unwrap()
}

fn written(site: &str, desk: &str, language: Language) -> String {
    let wording = Wording {
        site,
        desk,
        language,
        own: None,
    };
    compose(&wording, &code("480215"), 5)
        .expose_secret()
        .to_owned()
}

/// The numbers of four digits or more, in any script.
fn long_numbers(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_numeric())
        .filter(|number| number.chars().count() >= 4)
        .collect()
}

fn assert_fit_to_send(text: &str, digits: &str) {
    let size = measure(text);
    assert_eq!((size.encoding, size.parts), (Encoding::Gsm7, 1), "{text}");
    assert_eq!(long_numbers(text), [digits], "{text}");
    assert!(!text.contains("${"), "{text}");
    assert!(
        !text.lines().any(|line| line.trim_start().starts_with('@')),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1, "{text:?}");
}

#[test]
fn the_text_says_whose_code_it_is_and_whom_to_tell() {
    for (language, expected) in [
        (
            Language::En,
            "Harbour Clinic: 480215 is your code. Tell it only to the person in front of you at Reception 2. Valid 5 min.",
        ),
        (
            Language::Es,
            "Harbour Clinic: 480215 es su clave. Diga esta clave solo a la persona que tiene delante (Reception 2). Vale por 5 min.",
        ),
        (
            Language::Fr,
            "Harbour Clinic : 480215 est votre code. Ne le dites qu'à la personne en face de vous (Reception 2). Valable 5 min.",
        ),
        (
            Language::De,
            "Harbour Clinic: 480215 ist Ihr Code. Nennen Sie ihn nur der Person vor Ihnen (Reception 2). Gilt 5 Min.",
        ),
        (
            Language::Pt,
            "Harbour Clinic: 480215 serve para confirmar o seu telefone. Diga estes algarismos apenas à pessoa à sua frente (Reception 2). Vale por 5 min.",
        ),
        (
            Language::Sv,
            "Harbour Clinic: 480215 är din kod. Säg den bara till personen framför dig (Reception 2). Gäller 5 min.",
        ),
    ] {
        assert_eq!(written("Harbour Clinic", "Reception 2", language), expected);
    }
}

#[test]
fn a_name_that_nothing_is_left_of_is_left_out() {
    assert_eq!(
        written("😀", "480215", Language::En),
        "480215 is your code. Tell it only to the person in front of you. Valid 5 min."
    );
}

#[test]
fn a_long_site_gives_way_to_the_desk() {
    let text = written(&"Harbour Clinic ".repeat(20), "Reception 2", Language::En);
    assert!(text.starts_with("Harbour Clinic Harbour Clinic"), "{text}");
    assert!(text.contains(" at Reception 2. "), "{text}");
    assert_fit_to_send(&text, "480215");
}

#[test]
fn a_long_desk_gets_the_room_that_a_short_site_leaves() {
    let desk = "d".repeat(60);
    let text = written("Site", &desk, Language::En);
    assert!(text.contains(&desk), "{text}");
}

#[test]
fn hostile_names_change_nothing() {
    let long = "@${x}€[]{}".repeat(500);
    for name in [
        "${code}",
        "$\u{200b}{code}",
        "@bank.example #480215",
        "x\n@bank.example #999999",
        "999999",
        "９９９９９９",
        "٩٩٩٩٩٩",
        "99\u{200d}99\u{feff}99",
        "९९९९९९",
        "²²²²²²",
        "\u{202e}480215",
        "’’’",
        "\u{c}\u{1b}\u{0}",
        &long,
    ] {
        for language in Language::ALL {
            for (site, desk) in [
                (name, "Reception 2"),
                ("Harbour Clinic", name),
                (name, name),
            ] {
                assert_fit_to_send(&written(site, desk, language), "480215");
            }
        }
    }
}

#[test]
fn the_minutes_left_are_never_none() {
    let wording = Wording {
        site: "Harbour Clinic",
        desk: "Reception 2",
        language: Language::En,
        own: None,
    };
    let text = compose(&wording, &code("480215"), 0);
    assert!(text.expose_secret().ends_with("Valid 1 min."));
}

#[test]
fn a_language_is_written_as_its_two_letters() {
    let written = serde_json::to_string(&Language::ALL).unwrap();
    assert_eq!(written, r#"["en","es","fr","de","pt","sv"]"#);
    assert_eq!(
        serde_json::to_string(&Language::ALL.map(Language::code)).unwrap(),
        written
    );
    assert_eq!(
        serde_json::from_str::<[Language; 6]>(&written).unwrap(),
        Language::ALL
    );
}

proptest! {
    #[test]
    fn every_text_is_one_part_and_holds_its_code_once(
        site in ".{0,200}",
        desk in ".{0,200}",
        language in prop::sample::select(Language::ALL.to_vec()),
        digits in "[0-9]{6,8}",
        minutes in any::<u8>(),
    ) {
        let wording = Wording { site: &site, desk: &desk, language, own: None };
        let text = compose(&wording, &code(&digits), minutes);
        assert_fit_to_send(text.expose_secret(), &digits);
    }

    #[test]
    fn names_near_the_limit_fit(
        site in "[a-z€@${}0-9 ]{0,120}",
        desk in "[a-z€@${}0-9 ]{0,120}",
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        assert_fit_to_send(&written(&site, &desk, language), "480215");
    }
}
