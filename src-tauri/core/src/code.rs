//! One-time codes: drawn, typed, and never shown by accident.
//! How they are digested is in `site_key`; whether they match is the store's business.

use std::fmt;
use std::ops::RangeInclusive;

use rand::{CryptoRng, RngExt};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::policy::bounds::CODE_DIGITS;
use crate::typed::{digit, is_dash, is_invisible};

/// How many digits a code of our own has: 6 to 8 (NIST SP 800-63B-4 asks for at least 6).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CodeLength(u8);

/// A length outside of 6 to 8 digits.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a code must have 6 to 8 digits")]
pub struct NotACodeLength;

impl CodeLength {
    /// Takes a number of digits.
    ///
    /// # Errors
    /// [`NotACodeLength`] outside of 6 to 8.
    pub fn new(digits: u8) -> Result<Self, NotACodeLength> {
        if CODE_DIGITS.contains(&digits) {
            Ok(Self(digits))
        } else {
            Err(NotACodeLength)
        }
    }

    /// How many digits.
    pub fn digits(self) -> u8 {
        self.0
    }
}

impl Default for CodeLength {
    fn default() -> Self {
        Self(6)
    }
}

/// What a typed code must look like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Expected {
    /// A code of our own.
    Exactly(CodeLength),
    /// A code that Sinch drew: 3 to 10 digits. The length is set in Sinch's dashboard and told to
    /// nobody; 10 is the most that Sinch takes (Sinch wire facts).
    BySinch,
}

impl Expected {
    fn lengths(self) -> RangeInclusive<usize> {
        match self {
            Self::Exactly(length) => usize::from(length.0)..=usize::from(length.0),
            Self::BySinch => 3..=10,
        }
    }
}

/// Why what was typed can't be the code. A code refused for its form is no try.
#[derive(Clone, Copy, Debug, Eq, Error, Hash, PartialEq)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("no code")]
    Empty,
    /// Letters among the digits.
    #[error("letters in the code")]
    Letters,
    /// Signs that belong into no code.
    #[error("not a code")]
    NotDigits,
    /// Too few digits.
    #[error("too few digits")]
    TooShort,
    /// Too many digits.
    #[error("too many digits")]
    TooLong,
}

impl CodeError {
    /// The error's stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "code.empty",
            Self::Letters => "code.letters",
            Self::NotDigits => "code.not_digits",
            Self::TooShort => "code.too_short",
            Self::TooLong => "code.too_long",
        }
    }
}

/// More than any code with a space or a dash between all of its digits.
const LONGEST_TYPED: usize = 32;

/// A code. Wiped from memory when it is dropped; shows nothing of itself.
pub struct Code(Zeroizing<String>);

impl Code {
    /// Draws a code: each digit uniform over all ten, so the code is uniform over all 10^n, leading
    /// zeros included. Exactly so because the workspace turns on rand's `unbiased` feature.
    pub fn draw<R: CryptoRng + ?Sized>(length: CodeLength, randomness: &mut R) -> Self {
        let mut digits = Self::room();
        for _ in 0..length.0 {
            digits.push(char::from(randomness.random_range(b'0'..=b'9')));
        }
        Self(digits)
    }

    /// Reads what was typed, spoken or pasted: digits of other scripts count, spaces and dashes of any
    /// kind do not. What a flash call leaves is a phone number, not a code.
    ///
    /// # Errors
    /// Why it can't be the code that is expected.
    pub fn typed(text: &str, expected: Expected) -> Result<Self, CodeError> {
        let text = text.trim_matches(is_gap);
        if text.is_empty() {
            return Err(CodeError::Empty);
        }
        if text.chars().nth(LONGEST_TYPED).is_some() {
            return Err(CodeError::TooLong);
        }
        let mut digits = Self::room();
        for character in text.chars().filter(|character| !is_gap(*character)) {
            digits.push(digit(character).ok_or_else(|| stranger(character))?);
        }
        let lengths = expected.lengths();
        if digits.len() < *lengths.start() {
            return Err(CodeError::TooShort);
        }
        if digits.len() > *lengths.end() {
            return Err(CodeError::TooLong);
        }
        Ok(Self(digits))
    }

    pub(crate) fn digits(&self) -> &str {
        &self.0
    }

    /// Long enough that it never grows: a string that grows leaves its old copy unwiped.
    fn room() -> Zeroizing<String> {
        Zeroizing::new(String::with_capacity(LONGEST_TYPED))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Code(…)")
    }
}

fn is_gap(character: char) -> bool {
    character.is_whitespace() || is_dash(character) || is_invisible(character)
}

fn stranger(character: char) -> CodeError {
    if character.is_alphabetic() {
        CodeError::Letters
    } else {
        CodeError::NotDigits
    }
}

#[cfg(test)]
impl Code {
    /// A code that was not drawn, for tests of what is sent to Sinch.
    pub(crate) fn for_tests(digits: &str) -> Self {
        Self(Zeroizing::new(digits.to_owned()))
    }
}

#[cfg(test)]
mod tests;
