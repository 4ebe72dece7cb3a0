//! Everything that the sandbox draws at random: codes, calling numbers and the ids of things.
//! The generator itself is passed in through the options.

use jiff::Timestamp;
use rand::{Rng, RngExt};

use crate::number::Number;

/// The generator a sandbox draws from.
pub type Randomness = Box<dyn Rng + Send>;

const CODE_LENGTH: usize = 4;
const DIGITS: &[u8] = b"0123456789";
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LETTERS_AND_DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const CROCKFORD: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const HEXADECIMAL: &[u8] = b"0123456789abcdef";
const URL_SAFE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The characters of a code, by the wire's `codeType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Numeric,
    Alpha,
    Alphanumeric,
}

impl Alphabet {
    pub(crate) fn from_wire(name: &str) -> Option<Self> {
        match name {
            "Numeric" => Some(Self::Numeric),
            "Alpha" => Some(Self::Alpha),
            "Alphanumeric" => Some(Self::Alphanumeric),
            _ => None,
        }
    }

    pub(crate) fn wire(self) -> &'static str {
        match self {
            Self::Numeric => "Numeric",
            Self::Alpha => "Alpha",
            Self::Alphanumeric => "Alphanumeric",
        }
    }

    fn characters(self) -> &'static [u8] {
        match self {
            Self::Numeric => DIGITS,
            Self::Alpha => LETTERS,
            Self::Alphanumeric => LETTERS_AND_DIGITS,
        }
    }
}

/// A code of four characters, each uniform over its alphabet.
pub(crate) fn code(randomness: &mut Randomness, alphabet: Alphabet) -> String {
    string(randomness, alphabet.characters(), CODE_LENGTH)
}

/// A number to ring from, out of a reserved range and never the number that is rung.
pub(crate) fn calling_number(randomness: &mut Randomness, called: &Number) -> String {
    let last_two: u8 = randomness.random_range(0..100);
    let drawn = format!("+120255501{last_two:02}");
    if drawn == called.e164() {
        return format!("+120255501{:02}", (last_two + 1) % 100);
    }
    drawn
}

/// An id in the form of a random UUID (RFC 9562, version 4).
pub(crate) fn verification_id(randomness: &mut Randomness) -> String {
    let digits = string(randomness, HEXADECIMAL, 31);
    let variant = string(randomness, b"89ab", 1);
    format!(
        "{}-{}-4{}-{variant}{}-{}",
        &digits[..8],
        &digits[8..12],
        &digits[12..15],
        &digits[15..18],
        &digits[18..30],
    )
}

/// An id of 26 characters in the form of a ULID: ten of time, sixteen of chance.
pub(crate) fn batch_id(randomness: &mut Randomness, now: Timestamp) -> String {
    let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or_default();
    let time = (0..10u32).rev().map(|place| {
        let index = (milliseconds >> (place * 5)) & 31;
        char::from(CROCKFORD[index as usize])
    });
    time.chain(string(randomness, CROCKFORD, 16).chars())
        .collect()
}

/// The unforgeable tail of an access token.
pub(crate) fn token_tail(randomness: &mut Randomness) -> String {
    string(randomness, URL_SAFE, 43)
}

fn string(randomness: &mut Randomness, alphabet: &[u8], length: usize) -> String {
    (0..length)
        .map(|_| char::from(alphabet[randomness.random_range(0..alphabet.len())]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{SeedableRng, rngs::StdRng};

    fn randomness() -> Randomness {
        Box::new(StdRng::seed_from_u64(7))
    }

    #[test]
    fn codes_reach_every_digit_in_every_place() {
        let mut randomness = randomness();
        let codes: Vec<_> = (0..1000)
            .map(|_| code(&mut randomness, Alphabet::Numeric))
            .collect();
        for place in 0..CODE_LENGTH {
            for digit in "0123456789".chars() {
                assert!(
                    codes
                        .iter()
                        .any(|code| code.chars().nth(place) == Some(digit))
                );
            }
        }
    }

    #[test]
    fn a_phone_is_never_rung_from_its_own_number() {
        let mut randomness = randomness();
        let called = Number::from_e164("+12025550105").unwrap();
        for _ in 0..1000 {
            assert_ne!(calling_number(&mut randomness, &called), called.e164());
        }
    }

    #[test]
    fn ids_have_the_forms_that_sinch_uses() {
        let mut randomness = randomness();
        let verification = verification_id(&mut randomness);
        let groups: Vec<_> = verification.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12]);
        // The example of the ULID specification.
        let moment = Timestamp::from_millisecond(1_469_918_176_385).unwrap();
        let batch = batch_id(&mut randomness, moment);
        assert_eq!(batch.len(), 26);
        assert!(batch.starts_with("01ARYZ6S41"));
    }

    #[test]
    fn equal_seeds_draw_equal_codes() {
        let first = code(&mut randomness(), Alphabet::Alphanumeric);
        assert_eq!(first, code(&mut randomness(), Alphabet::Alphanumeric));
    }
}
