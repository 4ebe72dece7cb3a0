use std::convert::Infallible;

use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{SeedableRng, TryCryptoRng, TryRng};

use super::*;

fn six() -> Expected {
    Expected::Exactly(CodeLength::default())
}

fn read(text: &str, expected: Expected) -> Result<String, CodeError> {
    Code::typed(text, expected).map(|code| code.digits().to_owned())
}

/// Says the words it was given, then zero for ever.
struct Scripted(Vec<u32>);

impl TryRng for Scripted {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(if self.0.is_empty() {
            0
        } else {
            self.0.remove(0)
        })
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.try_next_u32().map(u64::from)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(0);
        Ok(())
    }
}

impl TryCryptoRng for Scripted {}

#[test]
fn a_code_has_six_to_eight_digits() {
    for digits in 0..=u8::MAX {
        let length = CodeLength::new(digits);
        assert_eq!(length.is_ok(), (6..=8).contains(&digits), "{digits}");
        if let Ok(length) = length {
            assert_eq!(length.digits(), digits);
            let code = Code::draw(length, &mut StdRng::seed_from_u64(1));
            assert_eq!(code.digits().len(), usize::from(digits));
        }
    }
    assert_eq!(CodeLength::default().digits(), 6);
}

#[test]
fn leading_zeros_are_kept() {
    let code = Code::draw(CodeLength::default(), &mut Scripted(Vec::new()));
    assert_eq!(code.digits(), "000000");
}

/// Without rand's `unbiased` feature the second word would settle the first digit (as 1) and the third
/// would be the second digit: see `sample_single_inclusive` in rand.
#[test]
fn the_draw_is_unbiased() {
    const UNDECIDED: u32 = 858_993_459;
    let mut randomness = Scripted(vec![UNDECIDED, UNDECIDED, u32::MAX]);
    let code = Code::draw(CodeLength::default(), &mut randomness);
    assert_eq!(code.digits(), "200000");
}

#[test]
fn every_digit_is_as_frequent_at_every_place() {
    const DRAWS: u32 = 100_000;
    let mut randomness = StdRng::seed_from_u64(20_250_101);
    let mut counts = [[0_u32; 10]; 8];
    for _ in 0..DRAWS {
        let code = Code::draw(CodeLength(8), &mut randomness);
        for (place, digit) in code.digits().bytes().enumerate() {
            counts[place][usize::from(digit - b'0')] += 1;
        }
    }
    let expected = f64::from(DRAWS) / 10.0;
    for (place, counts) in counts.iter().enumerate() {
        let chi_square: f64 = counts
            .iter()
            .map(|count| (f64::from(*count) - expected).powi(2) / expected)
            .sum();
        // Nine degrees of freedom: a fair draw passes this once in 100,000 times.
        assert!(chi_square < 39.3, "place {place}: {chi_square}");
    }
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    for text in [
        "048215",
        " 048215\n",
        "048 215",
        "04-82-15",
        "0 4 8 2 1 5",
        "048–215",
        "048\u{2011}215",
        "048\u{2212}215",
        "048\u{a0}215",
        "048\u{202f}215",
        "\u{200e}048\u{200b}215\u{feff}",
        "０４８２１５",
        "٠٤٨٢١٥",
        "۰۴۸۲۱۵",
    ] {
        assert_eq!(read(text, six()).as_deref(), Ok("048215"), "{text:?}");
    }
}

#[test]
fn what_is_no_code_says_why() {
    for (text, error) in [
        ("", CodeError::Empty),
        (" \t\u{200b}- ", CodeError::Empty),
        ("O48215", CodeError::Letters),
        ("48021S", CodeError::Letters),
        ("kod 480215", CodeError::Letters),
        ("480.215", CodeError::NotDigits),
        ("#480215", CodeError::NotDigits),
        ("😀", CodeError::NotDigits),
        ("+480215", CodeError::NotDigits),
        ("４８０２１²", CodeError::NotDigits),
        ("48021", CodeError::TooShort),
        ("4", CodeError::TooShort),
        ("4802156", CodeError::TooLong),
    ] {
        assert_eq!(read(text, six()), Err(error), "{text:?}");
    }
    for text in ["4", "a", "😀", "4 "] {
        assert_eq!(read(&text.repeat(10_000), six()), Err(CodeError::TooLong));
    }
}

#[test]
fn a_code_by_sinch_has_three_to_ten_digits() {
    for length in 1..=12 {
        let text = "4802156370"
            .chars()
            .cycle()
            .take(length)
            .collect::<String>();
        let expected = match length {
            ..3 => Err(CodeError::TooShort),
            3..=10 => Ok(text.clone()),
            11.. => Err(CodeError::TooLong),
        };
        assert_eq!(read(&text, Expected::BySinch), expected, "{length}");
    }
}

#[test]
fn every_error_has_a_name_of_its_own() {
    let names = [
        CodeError::Empty,
        CodeError::Letters,
        CodeError::NotDigits,
        CodeError::TooShort,
        CodeError::TooLong,
    ]
    .map(CodeError::code);
    let distinct: std::collections::BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len(), names.len());
    assert!(names.iter().all(|name| name.starts_with("code.")));
}

#[test]
fn debug_output_hides_the_code() {
    let code = Code::typed("480215", six()).unwrap();
    assert_eq!(format!("{code:?}"), "Code(…)");
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        let _ = Code::typed(&text, Expected::BySinch);
    }

    #[test]
    fn a_drawn_code_is_read_back_with_any_gaps(
        seed in any::<u64>(),
        digits in 6..=8_u8,
        gaps in prop::collection::vec("[- –\u{a0}]{0,2}", 8),
    ) {
        let length = CodeLength::new(digits).unwrap();
        let code = Code::draw(length, &mut StdRng::seed_from_u64(seed));
        let typed: String = code
            .digits()
            .chars()
            .zip(gaps)
            .map(|(digit, gap)| format!("{digit}{gap}"))
            .collect();
        prop_assume!(typed.chars().count() <= LONGEST_TYPED);
        prop_assert_eq!(read(&typed, Expected::Exactly(length)), Ok(code.digits().to_owned()));
    }
}
