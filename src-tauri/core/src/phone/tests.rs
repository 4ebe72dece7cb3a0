use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

const SWEDISH: &str = "+46701740605";
const AMERICAN: &str = "+12025550100";

fn region(letters: &str) -> Region {
    letters.parse().unwrap()
}

fn read(typed: &str, home: &str) -> Result<String, PhoneError> {
    PhoneNumber::parse(typed, region(home)).map(|number| number.e164().to_owned())
}

fn swedish() -> PhoneNumber {
    PhoneNumber::from_e164(SWEDISH).unwrap()
}

/// The numbering plan's own example, as digits behind `+`.
fn example(home: &str, number_type: PhoneNumberType) -> Option<String> {
    PHONE_NUMBER_UTIL
        .get_example_number_for_type_and_region(PlanRegion::from_code(home).unwrap(), number_type)
        .ok()
        .map(|number| {
            PHONE_NUMBER_UTIL
                .format(&number, PhoneNumberFormat::E164)
                .into_owned()
        })
}

#[test]
fn a_national_number_is_of_the_desks_country() {
    for typed in [
        "0701740605",
        "070-174 06 05",
        "070 174 06 05",
        "070.174.06.05",
        "(070) 174 06 05",
        "[070] 174-06-05",
        "070/174 06 05",
        "070/174/06/05",
        "070–174—06‑05",
        "070\u{a0}174\u{202f}06\u{2009}05",
        "070\u{200b}174\u{feff}06\u{ad}05",
        "\u{202a}070-174 06 05\u{202c}",
        "  070-174 06 05\r\n",
        "070-174\n06 05",
        "０７０－１７４０６０５",
        "٠٧٠١٧٤٠٦٠٥",
        "۰۷۰ ۱۷۴ ۰۶ ۰۵",
        "70 174 06 05",
    ] {
        assert_eq!(read(typed, "SE").as_deref(), Ok(SWEDISH), "{typed:?}");
    }
    assert_eq!(read("(202) 555-0100", "US").as_deref(), Ok(AMERICAN));
    assert_eq!(read("1-202-555-0100", "US").as_deref(), Ok(AMERICAN));
}

#[test]
fn an_international_number_is_the_same_from_every_desk() {
    for home in ["SE", "US", "GB", "JP", "IT", "BR", "AU"] {
        for typed in [
            "+46701740605",
            "+46 70 174 06 05",
            "＋４６ ７０ １７４ ０６ ０５",
            "+46 (0)70-174 06 05",
            "+46 070-174 06 05",
            "(+46) 70 174 06 05",
            "(+46)(0)70 174 06 05",
            "+ 46 70 174 06 05",
            "++46701740605",
            "0046 70 174 06 05",
            "0046 (0)70 174 06 05",
            "+0046 70 174 06 05",
        ] {
            assert_eq!(
                read(typed, home).as_deref(),
                Ok(SWEDISH),
                "{typed:?} in {home}"
            );
        }
    }
}

#[test]
fn the_ways_abroad_of_the_desks_country_count_too() {
    assert_eq!(read("011 46 70 174 06 05", "US").as_deref(), Ok(SWEDISH));
    assert_eq!(read("0011 46 70 174 06 05", "AU").as_deref(), Ok(SWEDISH));
    assert_eq!(read("00 1 202 555 0100", "SE").as_deref(), Ok(AMERICAN));
}

#[test]
fn the_desks_own_country_code_may_stand_without_a_plus() {
    assert_eq!(read("46701740605", "SE").as_deref(), Ok(SWEDISH));
    assert_eq!(read("12025550100", "US").as_deref(), Ok(AMERICAN));
}

#[test]
fn links_labels_and_quotes_are_taken_off() {
    for typed in [
        "tel:+46701740605",
        "TEL:+46-70-174-06-05",
        "tel://+46701740605",
        "<tel:+46701740605>",
        "tel:070-174-06-05",
        "tel:070-174-06-05;phone-context=+46",
        "tel:70-174-06-05;phone-context=+46",
        "tel:070-174-06-05;phone-context=example.com",
        "tel:+46701740605;isub=1",
        "sms:+46701740605",
        "Mobil: 070-174 06 05",
        "Tel. 070-174 06 05",
        "Телефон：070-174 06 05",
        "☎ 070-174 06 05",
        "\"070-174 06 05\"",
        "'070-174 06 05",
        "070-174 06 05.",
        "070-174 06 05,",
    ] {
        assert_eq!(read(typed, "SE").as_deref(), Ok(SWEDISH), "{typed:?}");
    }
    assert_eq!(
        read("tel:070-174-06-05;phone-context=+46", "US").as_deref(),
        Ok(SWEDISH)
    );
}

#[test]
fn a_zero_that_belongs_to_the_number_is_kept() {
    let landline = example("IT", PhoneNumberType::FixedLine).unwrap();
    let rest = landline.strip_prefix("+390").unwrap();
    assert_eq!(read(&format!("+39 (0){rest}"), "SE"), Ok(landline.clone()));
    assert_eq!(read(&format!("0{rest}"), "IT"), Ok(landline));
}

#[test]
fn what_is_no_number_says_why() {
    let sweden = region("SE");
    for (typed, home, error) in [
        ("", "SE", PhoneError::Empty),
        (" \t\u{200b}\u{a0}", "SE", PhoneError::Empty),
        ("call me", "SE", PhoneError::Letters),
        ("O701740605", "SE", PhoneError::Letters),
        ("070174O605", "SE", PhoneError::Letters),
        ("+46 7O 174 06 05", "SE", PhoneError::Letters),
        ("1-800-FLOWERS", "US", PhoneError::Letters),
        ("202-555-0100abc", "US", PhoneError::Letters),
        ("070-174 06 05 (mobil)", "SE", PhoneError::Letters),
        ("jag@example.com", "SE", PhoneError::Letters),
        ("😀", "SE", PhoneError::NotANumber),
        ("😀0701740605", "SE", PhoneError::NotANumber),
        ("7️⃣0️⃣1️⃣", "SE", PhoneError::NotANumber),
        ("---", "SE", PhoneError::NotANumber),
        ("+", "SE", PhoneError::NotANumber),
        ("'.'", "SE", PhoneError::NotANumber),
        ("*31#0701740605", "SE", PhoneError::NotANumber),
        ("070*1740605", "SE", PhoneError::NotANumber),
        ("070=1740605", "SE", PhoneError::NotANumber),
        ("070\u{0}1740605", "SE", PhoneError::NotANumber),
        ("²⁰²555⁰¹⁰⁰", "US", PhoneError::NotANumber),
        ("+4", "SE", PhoneError::TooShort),
        ("+46", "SE", PhoneError::TooShort),
        ("+46 70", "SE", PhoneError::TooShort),
        ("0701", "SE", PhoneError::TooShort),
        ("070-174 06 0", "SE", PhoneError::TooShort),
        ("202 555 010", "US", PhoneError::TooShort),
        ("555 0100", "US", PhoneError::TooShort),
        ("070-174 06 055", "SE", PhoneError::TooLong),
        ("+1 202 555 01000", "SE", PhoneError::TooLong),
        ("070174060507017406050701740605", "SE", PhoneError::TooLong),
        ("+999 1234567", "SE", PhoneError::UnknownCountryCode),
        ("+0701740605", "SE", PhoneError::UnknownCountryCode),
        (
            "020 255 5010",
            "US",
            PhoneError::NotInCountry {
                region: region("US"),
            },
        ),
        (
            "+1 202 055 0100",
            "CA",
            PhoneError::NotInCountry {
                region: region("CA"),
            },
        ),
        ("070-174 06 05 ext. 12", "SE", PhoneError::Extension),
        ("070-174 06 05 x12", "SE", PhoneError::Extension),
        ("070-174 06 05#12", "SE", PhoneError::Extension),
        ("070-174 06 05 ankn 12", "SE", PhoneError::Extension),
        ("tel:+46701740605;ext=12", "SE", PhoneError::Extension),
        ("0701740605/0701740606", "SE", PhoneError::Several),
        ("0701740605, 0701740606", "SE", PhoneError::Several),
        ("0701740605;0701740606", "SE", PhoneError::Several),
        ("0701740605\n0701740606", "SE", PhoneError::Several),
        ("0701740605/06", "SE", PhoneError::Several),
        ("070174060 / 0701740606", "SE", PhoneError::Several),
        ("0701740605 or 0701740606", "SE", PhoneError::Several),
        ("+46701740605+46701740606", "SE", PhoneError::Several),
        ("112", "SE", PhoneError::ShortOrEmergency),
        ("911", "US", PhoneError::ShortOrEmergency),
        ("+46 46 70 174 06 05", "SE", PhoneError::DoubledCountryCode),
        ("0046 46 70 174 06 05", "US", PhoneError::DoubledCountryCode),
        (
            "46 70 174 06 05",
            "US",
            PhoneError::MissingPlus { region: sweden },
        ),
        (
            "1 202 555 0100",
            "SE",
            PhoneError::MissingPlus {
                region: region("US"),
            },
        ),
    ] {
        assert_eq!(read(typed, home), Err(error), "{typed:?} in {home}");
    }
}

#[test]
fn a_zero_after_a_country_code_that_has_none_is_pointed_out() {
    let mobile = example("ES", PhoneNumberType::Mobile).unwrap();
    let typed = mobile.replacen("+34", "+34 (0)", 1);
    assert_eq!(read(&typed, "SE"), Err(PhoneError::ZeroAfterCountryCode));
}

#[test]
fn a_worldwide_network_has_no_country() {
    let number = PHONE_NUMBER_UTIL
        .get_example_number_for_non_geo_entity(800)
        .unwrap();
    let typed = PHONE_NUMBER_UTIL
        .format(&number, PhoneNumberFormat::E164)
        .into_owned();
    assert_eq!(read(&typed, "SE"), Err(PhoneError::NoCountry));
    assert_eq!(read("+800 1234", "SE"), Err(PhoneError::NoCountry));
}

#[test]
fn every_error_has_a_name_of_its_own() {
    let region = region("SE");
    let errors = [
        PhoneError::Empty,
        PhoneError::TooLongToBeANumber,
        PhoneError::Letters,
        PhoneError::NotANumber,
        PhoneError::TooShort,
        PhoneError::TooLong,
        PhoneError::UnknownCountryCode,
        PhoneError::NoCountry,
        PhoneError::NotInCountry { region },
        PhoneError::Extension,
        PhoneError::Several,
        PhoneError::ShortOrEmergency,
        PhoneError::DoubledCountryCode,
        PhoneError::ZeroAfterCountryCode,
        PhoneError::MissingPlus { region },
    ];
    let names: std::collections::BTreeSet<_> = errors.iter().map(|error| error.code()).collect();
    assert_eq!(names.len(), errors.len());
    assert!(names.iter().all(|name| name.starts_with("phone.")));
}

#[test]
fn ten_thousand_characters_are_refused_at_once() {
    let home = region("SE");
    for text in ["0", "+46", "a", "😀", "(", " 0", "0;x=", "/"] {
        let typed = text.repeat(10_000);
        let refusal = PhoneNumber::parse(&typed, home);
        assert_eq!(refusal, Err(PhoneError::TooLongToBeANumber));
        // The quickest of a few: a busy machine may hold up any one of them.
        let quickest = (0..5)
            .map(|_| {
                let start = Instant::now();
                let _ = PhoneNumber::parse(&typed, home);
                start.elapsed()
            })
            .min()
            .unwrap();
        assert!(
            quickest < Duration::from_millis(1),
            "{text:?}: {quickest:?}"
        );
    }
    assert_eq!(read(&" ".repeat(10_000), "SE"), Err(PhoneError::Empty));
}

#[test]
fn a_number_is_told_in_every_form() {
    let number = swedish();
    assert_eq!(number.e164(), "+46701740605");
    assert_eq!(number.international(), "+46 70 174 06 05");
    assert_eq!(number.national(), "070-174 06 05");
    assert_eq!(number.read_back(), ["+46", "70", "174", "06", "05"]);
    assert_eq!(number.region(), region("SE"));
    assert_eq!(number.number_type(), NumberType::Mobile);

    let american = PhoneNumber::from_e164(AMERICAN).unwrap();
    assert_eq!(american.read_back(), ["+1", "202", "555", "0100"]);
    assert_eq!(american.region(), region("US"));
    assert_eq!(american.number_type(), NumberType::FixedLineOrMobile);
}

#[test]
fn a_mask_and_debug_output_show_two_digits() {
    let number = swedish();
    assert_eq!(number.last_two(), "05");
    assert_eq!(number.masked().to_string(), "•••• 05");
    assert_eq!(
        serde_json::to_string(&number.masked()).unwrap(),
        "\"•••• 05\""
    );
    assert_eq!(format!("{number:?}"), "PhoneNumber(•••• 05)");
}

#[test]
fn only_its_own_writing_is_read_back_from_where_it_is_kept() {
    assert_eq!(PhoneNumber::from_e164(SWEDISH), Ok(swedish()));
    for written in [
        "",
        "46701740605",
        "+46 701740605",
        "+460701740605",
        "+0046701740605",
        "+x",
    ] {
        assert_eq!(
            PhoneNumber::from_e164(written),
            Err(PhoneError::NotANumber),
            "{written:?}"
        );
    }
    assert!(PhoneNumber::from_e164(&"+4".repeat(10_000)).is_err());
    assert!(PhoneNumber::from_e164(&format!("+{}", "4".repeat(10_000))).is_err());
}

#[test]
fn every_type_of_the_plan_has_its_own() {
    for (plan_type, number_type) in [
        (PhoneNumberType::Mobile, NumberType::Mobile),
        (PhoneNumberType::FixedLine, NumberType::FixedLine),
        (
            PhoneNumberType::FixedLineOrMobile,
            NumberType::FixedLineOrMobile,
        ),
        (PhoneNumberType::TollFree, NumberType::TollFree),
        (PhoneNumberType::PremiumRate, NumberType::Premium),
        (PhoneNumberType::SharedCost, NumberType::SharedCost),
        (PhoneNumberType::VoIP, NumberType::Voip),
        (PhoneNumberType::PersonalNumber, NumberType::Personal),
        (PhoneNumberType::Pager, NumberType::Pager),
        (PhoneNumberType::UAN, NumberType::CompanyWide),
        (PhoneNumberType::VoiceMail, NumberType::Voicemail),
    ] {
        let found = Region::all()
            .iter()
            .filter_map(|region| example(region.as_str(), plan_type))
            .filter_map(|written| PhoneNumber::from_e164(&written).ok())
            .any(|number| number.number_type() == number_type);
        assert!(found, "{plan_type:?}");
    }
}

#[test]
fn every_countrys_example_is_read_nationally_and_internationally() {
    for home in Region::all() {
        let Some(written) = example(home.as_str(), PhoneNumberType::Mobile) else {
            continue;
        };
        let number = PhoneNumber::from_e164(&written).unwrap();
        for text in [number.international(), number.national()] {
            assert_eq!(
                PhoneNumber::parse(text, home).as_ref(),
                Ok(&number),
                "{home}"
            );
        }
    }
}

fn separator() -> impl Strategy<Value = String> {
    "[-. ()\\[\\]–\u{a0}\u{200b}\u{202a}]{0,2}"
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(typed in ".*", home in 0..Region::all().len()) {
        let _ = PhoneNumber::parse(&typed, Region::all()[home]);
        let _ = PhoneNumber::from_e164(&typed);
    }

    #[test]
    fn no_text_like_a_number_makes_it_panic(
        typed in "[+0-9 ()/,;=.x#*telphon-]{0,70}",
        home in 0..Region::all().len(),
    ) {
        let _ = PhoneNumber::parse(&typed, Region::all()[home]);
    }

    #[test]
    fn a_text_without_digits_is_no_number(typed in "\\PN{0,40}") {
        prop_assert!(read(&typed, "SE").is_err());
    }

    #[test]
    fn what_is_read_is_read_again_from_each_of_its_forms(digits in "[0-9]{4,12}") {
        let Ok(number) = PhoneNumber::parse(&digits, region("SE")) else {
            return Ok(());
        };
        let again = PhoneNumber::from_e164(number.e164());
        prop_assert_eq!(again.as_ref(), Ok(&number));
        for text in [number.international(), number.national()] {
            let again = PhoneNumber::parse(text, number.region());
            prop_assert_eq!(again.as_ref(), Ok(&number));
        }
    }

    #[test]
    fn separators_do_not_matter(last in 5..=99_u8, separators in prop::collection::vec(separator(), 12)) {
        let plain = format!("+467017406{last:02}");
        let typed: String = plain
            .chars()
            .zip(separators)
            .map(|(character, separator)| format!("{character}{separator}"))
            .collect();
        prop_assert_eq!(read(&typed, "US"), Ok(plain));
    }
}
