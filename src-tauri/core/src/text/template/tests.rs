//! What may stand in a wording, and what a filled one is, whatever the names are.

use proptest::prelude::*;
use secrecy::ExposeSecret;

use super::*;
use crate::code::{Code, CodeLength, Expected};
use crate::text::{Encoding, Language, Wording, compose, standard};

fn code(digits: &str) -> Code {
    let length = CodeLength::new(u8::try_from(digits.len()).unwrap()).unwrap();
    Code::typed(digits, Expected::Exactly(length)).unwrap()
}

fn written(template: &str, site: &str, desk: &str) -> String {
    let template = Template::new(template).unwrap();
    let wording = Wording {
        site,
        desk,
        language: Language::En,
        own: Some(&template),
    };
    let text = compose(&wording, &code("480215"), 5);
    text.expose_secret().to_owned()
}

#[test]
fn an_own_wording_is_filled_in() {
    let template = "{code} is your code at {site}, {desk}.\r\nValid {minutes} min.";
    assert_eq!(
        written(template, "Harbour Clinic", "Reception 2"),
        "480215 is your code at Harbour Clinic, Reception 2.\nValid 5 min."
    );
    assert_eq!(written("{code}", "Harbour Clinic", "Reception 2"), "480215");
}

#[test]
fn each_rule_is_told_by_its_name() {
    let ten_words = "word ".repeat(10);
    for (template, expected) in [
        ("", TemplateError::NoCode),
        ("Your code", TemplateError::NoCode),
        ("{code} {code}", TemplateError::Repeated),
        ("{site} {code} {site}", TemplateError::Repeated),
        ("{code} {name}", TemplateError::UnknownPlace),
        ("{code} {", TemplateError::UnknownPlace),
        ("{code} }", TemplateError::UnknownPlace),
        ("{CODE} {code}", TemplateError::UnknownPlace),
        ("{ code } {code}", TemplateError::UnknownPlace),
        ("${code}", TemplateError::Parameter),
        ("{code} ${name}", TemplateError::Parameter),
        ("{code} $${", TemplateError::Parameter),
        ("{code}\u{7}", TemplateError::Unseen),
        ("{code}\t", TemplateError::Unseen),
        ("{code}\rx", TemplateError::Unseen),
        ("{code}\u{202e}x", TemplateError::Unseen),
        ("{code}\u{200b}x", TemplateError::Unseen),
        ("{code}\u{2028}x", TemplateError::Unseen),
        ("Call 0812345678: {code}", TemplateError::LongNumber),
        ("1234 {code}", TemplateError::LongNumber),
        ("{code} ９９９９", TemplateError::LongNumber),
        ("1{code}", TemplateError::Crowded),
        ("{code}1", TemplateError::Crowded),
        ("{code}{minutes}", TemplateError::Crowded),
        ("{code} {site}12", TemplateError::Crowded),
        (ten_words.as_str(), TemplateError::NoCode),
    ] {
        assert_eq!(Template::new(template), Err(expected), "{template:?}");
    }
}

#[test]
fn what_reads_well_is_taken() {
    for template in [
        "{code}",
        "G-{code}: {minutes} min",
        "{site} ({desk}): {code}. Frågor? Ring 070-174 06 05",
        "Code: {code}\n\n@harbour.example #{code}",
        "{code} write to desk@harbour.example",
        "$ {code}",
        "{code} 😀",
    ] {
        assert!(Template::new(template).is_ok(), "{template:?}");
    }
}

#[test]
fn a_line_for_browsers_is_the_last_and_exactly_so() {
    for template in [
        "{code}\n@harbour.example  #{code}",
        "{code}\n @harbour.example #{code}",
        "{code}\n@harbour.example #{code} ",
        "{code}\n@harbour.example #{code}\n",
        "{code}\n@harbour.example #{code} %frame.example",
        "{code}\n@harbour.example #123",
        "{code}\n@harbour.example",
        "{code}\n@harbour #{code}",
        "{code}\n@-harbour.example #{code}",
        "{code}\n@{site} #{code}",
        "@harbour.example #{code}\n{code}",
        "{code}\n{site}@harbour.example #{desk}",
        "{code}\n{site} {desk}@harbour.example #12",
    ] {
        let error = Template::new(template).expect_err(template);
        let expected = [TemplateError::DomainLine, TemplateError::Repeated];
        assert!(expected.contains(&error), "{template:?} {error:?}");
    }
    let only = Template::new("@harbour.example #{code}");
    assert_eq!(only, Err(TemplateError::DomainLine));
}

#[test]
fn a_code_only_for_browsers_is_none_for_people() {
    let template = "Your code is below.\n@harbour.example #{code}";
    assert_eq!(Template::new(template), Err(TemplateError::NoCode));
}

#[test]
fn a_wording_takes_three_parts_and_no_more() {
    let with = |letters: &str, count: usize| format!("{}{{code}}", letters.repeat(count));
    assert!(Template::new(&with("a", 3 * 153 - 8)).is_ok());
    assert_eq!(
        Template::new(&with("a", 3 * 153 - 7)),
        Err(TemplateError::TooLong)
    );
    assert!(Template::new(&with("ж", 3 * 67 - 8)).is_ok());
    assert_eq!(
        Template::new(&with("ж", 3 * 67 - 7)),
        Err(TemplateError::TooLong)
    );
    assert_eq!(
        Template::new(&with("a", 1_000_000)),
        Err(TemplateError::TooLong)
    );
}

#[test]
fn long_names_don_t_make_a_text_cost_more() {
    let name = "Harbour €linic ".repeat(20);
    for (template, encoding, parts) in [
        ("{site}, {desk}: {code}", Encoding::Gsm7, 1),
        ("{site}, {desk}: {code} ж", Encoding::Ucs2, 1),
    ] {
        let text = written(template, &name, &name);
        let size = measure(&text);
        assert_eq!((size.encoding, size.parts), (encoding, parts), "{text}");
        assert!(size.units + 25 > encoding.units_alone(), "{text}");
    }
}

#[test]
fn the_apps_own_wordings_are_templates() {
    for language in Language::ALL {
        assert_eq!(Template::new(&standard(language)).err(), None);
    }
}

#[test]
fn what_is_not_a_template_is_not_read_as_one_and_is_not_repeated() {
    let error = serde_json::from_str::<Template>(r#""hunter2""#).unwrap_err();
    assert!(!error.to_string().contains("hunter2"), "{error}");
    let template: Template = serde_json::from_str(r#""Code: {code}""#).unwrap();
    assert_eq!(
        serde_json::to_string(&template).unwrap(),
        r#""Code: {code}""#
    );
}

/// The numbers of four digits or more, in any script.
fn long_numbers(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_numeric())
        .filter(|number| number.chars().count() >= 4)
        .collect()
}

/// Wordings near the rules: places, brackets, digits, `@`, `$`, line breaks.
fn wordings() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{code}",
        "{site}",
        "{desk}",
        "{minutes}",
        " ",
        " ",
        " ",
        "\n",
        "@",
        "#",
        "$",
        "{",
        "}",
        "12",
        "3",
        "é",
        "€",
        "ж",
        "😀",
        "a.example",
        "word ",
        "word ",
        "\r\n",
    ]);
    let pieces = prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat());
    let last_line = prop::sample::select(vec!["", "", "\n@harbour.example #{code}"]);
    (pieces.clone(), pieces, last_line)
        .prop_map(|(before, after, last)| format!("{before} {{code}} {after}{last}"))
}

proptest! {
    #[test]
    fn whatever_the_wording_and_the_names_what_is_sent_can_be_sent(
        template in wordings(),
        site in "[a-z€@${}0-9 ]{0,60}",
        desk in ".{0,60}",
        digits in "[0-9]{6,8}",
        minutes in 1_u8..=10,
    ) {
        let Ok(template) = Template::new(&template) else {
            return Ok(());
        };
        let wording = Wording { site: &site, desk: &desk, language: Language::En, own: Some(&template) };
        let text = compose(&wording, &code(&digits), minutes);
        let text = text.expose_secret();
        prop_assert!(!text.contains("${"), "{}", text);
        prop_assert!(measure(text).parts <= MOST_PARTS, "{}", text);
        let lines: Vec<_> = text.split('\n').collect();
        let domain = lines.iter().position(|line| line.trim_start().starts_with('@'));
        if let Some(domain) = domain {
            prop_assert_eq!(domain, lines.len() - 1);
            prop_assert!(lines[domain].ends_with(&format!(" #{digits}")), "{}", text);
        }
        let codes = if domain.is_some() { 2 } else { 1 };
        prop_assert_eq!(long_numbers(text), vec![digits.as_str(); codes], "{}", text);
    }

    #[test]
    fn names_never_add_a_part(
        words in "[a-zéж€ ]{0,180}",
        site in "[a-z€ ]{0,120}",
        desk in "[a-z€ ]{0,120}",
    ) {
        let text = format!("{words} {{site}} {{desk}} {{code}}");
        let Ok(template) = Template::new(&text) else {
            return Ok(());
        };
        let sent = |site: &str, desk: &str| {
            let wording = Wording { site, desk, language: Language::En, own: Some(&template) };
            measure(compose(&wording, &code("480215"), 5).expose_secret()).parts
        };
        prop_assert!(sent(&site, &desk) <= sent("x", "x"));
    }

    #[test]
    fn a_wording_is_written_as_it_was_read(text in wordings()) {
        if let Ok(template) = Template::new(&text) {
            prop_assert_eq!(template.as_str(), text);
        }
    }
}
