//! Links as people make them, and as people make them who mean no good.

use proptest::prelude::*;

use super::*;

const PHONE: &str = "+46 70 174 06 05";

fn filled(phone: &str, reference: Option<&str>) -> Result<DeepLink, LinkProblem> {
    Ok(DeepLink {
        phone: phone.to_owned(),
        reference: reference.map(str::to_owned),
    })
}

/// As `encodeURIComponent` and its like write a value, or stricter.
fn encoded(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

#[test]
fn a_link_fills_in_number_and_reference() {
    for (link, expected) in [
        (
            "countersign://verify?phone=%2B46701740605&ref=BOOKING%2048213",
            filled("+46701740605", Some("BOOKING 48213")),
        ),
        (
            "countersign://verify?ref=48213&phone=+46701740605",
            filled("+46701740605", Some("48213")),
        ),
        (
            "countersign://verify/?phone=%2B46%2070-174%2006%2005",
            filled("+46 70-174 06 05", None),
        ),
        (
            "COUNTERSIGN://Verify?phone=(202)%20555-0100&ref=",
            filled("(202) 555-0100", None),
        ),
        (
            "countersign://verify?phone=2025550100&ref=Zo%C3%AB%20%E6%9D%8E",
            filled("2025550100", Some("Zoë 李")),
        ),
        (
            "countersign://verify?phone=2025550100&ref=20%25%20off+1",
            filled("2025550100", Some("20% off+1")),
        ),
    ] {
        assert!(is_link(link), "{link}");
        assert!(parse(link) == expected, "{link}");
    }
}

#[test]
fn what_is_no_honest_link_is_refused_for_its_reason() {
    use LinkProblem::*;
    let long_reference = format!(
        "countersign://verify?phone=2025550100&ref={}",
        "x".repeat(65)
    );
    let long_link = format!(
        "countersign://verify?phone=2025550100&ref={}",
        "x".repeat(1024)
    );
    for (link, problem) in [
        ("", OtherPurpose),
        ("https://verify?phone=2025550100", OtherPurpose),
        ("countersign:verify?phone=2025550100", OtherPurpose),
        ("countersign:///verify?phone=2025550100", OtherPurpose),
        ("countersign://verify", OtherPurpose),
        ("countersign://send?phone=2025550100", OtherPurpose),
        ("countersign://verify/send?phone=2025550100", OtherPurpose),
        ("countersign://verify//?phone=2025550100", OtherPurpose),
        ("countersign://verify:80?phone=2025550100", OtherPurpose),
        ("countersign://staff@verify?phone=2025550100", OtherPurpose),
        (
            "countersign://verify.example?phone=2025550100",
            OtherPurpose,
        ),
        ("countersign://%76erify?phone=2025550100", OtherPurpose),
        ("countersign://verify?phone=2025550100#send", OtherPurpose),
        ("countersign://verify?phone=2025550100#", OtherPurpose),
        (
            "countersign://verify?phone=2025550100&send=1",
            UnknownParameter,
        ),
        (
            "countersign://verify?phone=2025550100&Ref=1",
            UnknownParameter,
        ),
        (
            "countersign://verify?phone=2025550100&%72ef=1",
            UnknownParameter,
        ),
        ("countersign://verify?phone=2025550100&", UnknownParameter),
        (
            "countersign://verify?phone=2025550100&ref",
            UnknownParameter,
        ),
        (
            "countersign://verify?phone=2025550100;ref=1&x=",
            UnknownParameter,
        ),
        (
            "countersign://verify?phone=2025550100&phone=2025550101",
            Repeated,
        ),
        (
            "countersign://verify?ref=1&ref=1&phone=2025550100",
            Repeated,
        ),
        ("countersign://verify?phone=2025550100&ref=a b", Hidden),
        ("countersign://verify?phone=2025550100&ref=a\tb", Hidden),
        ("countersign://verify?phone=2025550100&ref=Zoë", Hidden),
        ("countersign://verify?phone=2025550100\n", Hidden),
        ("countersign://verify?phone=2025550100&ref=%00", Hidden),
        ("countersign://verify?phone=2025550100&ref=a%0D%0Ab", Hidden),
        (
            "countersign://verify?phone=2025550100&ref=%E2%80%AEevil",
            Hidden,
        ),
        (
            "countersign://verify?phone=2025550100&ref=%E2%81%A6x",
            Hidden,
        ),
        (
            "countersign://verify?phone=2025550100&ref=a%E2%80%8Bb",
            Hidden,
        ),
        (
            "countersign://verify?phone=2025550100&ref=%EF%BF%BD",
            Hidden,
        ),
        (
            "countersign://verify?phone=2025550100&ref=%F3%A0%81%81",
            Hidden,
        ),
        ("countersign://verify?phone=2025550100&ref=%C3%28", Hidden),
        ("countersign://verify?phone=2025550100&ref=%C0%AF", Hidden),
        ("countersign://verify?phone=2025550100&ref=%", Hidden),
        ("countersign://verify?phone=2025550100&ref=%4", Hidden),
        ("countersign://verify?phone=2025550100&ref=%4G", Hidden),
        ("countersign://verify?phone=2025550100&ref=%+1", Hidden),
        ("countersign://verify?phone=2025550100&ref=%2541", Hidden),
        ("countersign://verify?phone=%252B12025550100", Hidden),
        ("countersign://verify?ref=1", NoNumber),
        ("countersign://verify?phone=", NotANumber),
        ("countersign://verify?phone=hello", NotANumber),
        ("countersign://verify?phone=1234", NotANumber),
        ("countersign://verify?phone=1234567890123456", NotANumber),
        ("countersign://verify?phone=202555%2B0100", NotANumber),
        ("countersign://verify?phone=++2025550100", NotANumber),
        ("countersign://verify?phone=2025550100,1", NotANumber),
        ("countersign://verify?phone=tel:2025550100", NotANumber),
        (
            "countersign://verify?phone=%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6",
            NotANumber,
        ),
        (
            "countersign://verify?phone=2-0-2-5-5-5-0-1-0-0----------------",
            NotANumber,
        ),
        (&long_reference, ReferenceTooLong),
        (&long_link, TooLong),
    ] {
        assert_eq!(parse(link).err(), Some(problem), "{link:?}");
    }
}

#[test]
fn a_link_prints_neither_number_nor_reference() {
    let link = parse("countersign://verify?phone=2025550100&ref=48213").expect("a link");
    let printed = format!("{link:?} {link:#?}");
    assert!(
        !printed.contains("555") && !printed.contains("482"),
        "{printed}"
    );
}

proptest! {
    /// A reference of any script comes through as it was, and the number with it.
    #[test]
    fn what_is_encoded_comes_through(reference in "[\\p{L}\\p{N}\\p{P}]{1,20}") {
        prop_assume!(!holds_escape(reference.as_bytes()) && !reference.chars().any(is_hidden));
        let link = format!("countersign://verify?phone={}&ref={}", encoded(PHONE), encoded(&reference));
        prop_assert!(parse(&link) == filled(PHONE, Some(&reference)));
    }

    /// Whatever is put behind the honest beginning, what is filled in is short and can be seen.
    #[test]
    fn nothing_hidden_is_ever_filled_in(rest in "([ -~]|%[0-9A-Fa-f]{2}|phone=|ref=|&|\\PC){0,60}") {
        if let Ok(DeepLink { phone, reference }) = parse(&format!("countersign://verify?{rest}")) {
            let reference = reference.unwrap_or_default();
            prop_assert!(phone.is_ascii() && phone.len() <= LONGEST_PHONE);
            prop_assert!(reference.chars().count() <= LONGEST_REFERENCE);
            prop_assert!(!phone.chars().chain(reference.chars()).any(is_hidden));
        }
    }

    /// No text makes it panic, and what is accepted always begins as a link does.
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert!(parse(&text).is_err() || is_link(&text));
    }

    /// One more parameter of any name is refused, whatever it says.
    #[test]
    fn nothing_may_be_added(name in "[a-z]{0,8}", value in "[a-z0-9]{0,8}") {
        let link = format!("countersign://verify?phone=2025550100&ref=1&{name}={value}");
        prop_assert!(matches!(parse(&link), Err(LinkProblem::UnknownParameter | LinkProblem::Repeated)));
    }
}
