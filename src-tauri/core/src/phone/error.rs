//! Why a text is not a phone number, as data: the screen has the words.
//! None of these holds what was typed.

use rlibphonenumber::ParseError;
use thiserror::Error;

use super::Region;

/// Why what was typed is not a number that can be written to. Each is something to act on.
#[derive(Clone, Copy, Debug, Eq, Error, Hash, PartialEq)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// More than 64 characters: something else was pasted.
    #[error("too much text to be a number")]
    TooLongToBeANumber,
    /// Letters among the digits. Numbers spelt as words are not turned into digits: a mistyped letter
    /// would become somebody else's number.
    #[error("letters in the number")]
    Letters,
    /// No digits, or signs that belong into no number.
    #[error("not a number")]
    NotANumber,
    /// Digits are missing, as far as the numbering plan can tell.
    #[error("too few digits")]
    TooShort,
    /// Digits too many, as far as the numbering plan can tell.
    #[error("too many digits")]
    TooLong,
    /// No country has the code after the `+`.
    #[error("no country has this country code")]
    UnknownCountryCode,
    /// A worldwide network (such as `+800`), which belongs to no country.
    #[error("the number belongs to no country")]
    NoCountry,
    /// The length may be right, but the country has no such numbers.
    #[error("no such number in {region}")]
    NotInCountry {
        /// The country it was looked for in.
        region: Region,
    },
    /// An extension behind the number: a code can't be sent to one.
    #[error("the number has an extension")]
    Extension,
    /// More than one number.
    #[error("more than one number")]
    Several,
    /// Three digits or fewer, as emergency and service numbers have.
    #[error("a short or emergency number")]
    ShortOrEmergency,
    /// The country code stands there twice.
    #[error("the country code is doubled")]
    DoubledCountryCode,
    /// A zero after the country code, of a country whose numbers have none to drop.
    #[error("a zero after the country code")]
    ZeroAfterCountryCode,
    /// No number here, but one of another country if a `+` is put in front.
    #[error("a number of {region}, if a + is put in front")]
    MissingPlus {
        /// The country it would belong to.
        region: Region,
    },
}

impl PhoneError {
    /// The error's stable name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "phone.empty",
            Self::TooLongToBeANumber => "phone.too_long_to_be_a_number",
            Self::Letters => "phone.letters",
            Self::NotANumber => "phone.not_a_number",
            Self::TooShort => "phone.too_short",
            Self::TooLong => "phone.too_long",
            Self::UnknownCountryCode => "phone.unknown_country_code",
            Self::NoCountry => "phone.no_country",
            Self::NotInCountry { region: _ } => "phone.not_in_country",
            Self::Extension => "phone.extension",
            Self::Several => "phone.several",
            Self::ShortOrEmergency => "phone.short_or_emergency",
            Self::DoubledCountryCode => "phone.doubled_country_code",
            Self::ZeroAfterCountryCode => "phone.zero_after_country_code",
            Self::MissingPlus { region: _ } => "phone.missing_plus",
        }
    }
}

impl PhoneError {
    /// The country that the error is about, where it is about one.
    pub fn region(self) -> Option<Region> {
        match self {
            Self::NotInCountry { region } | Self::MissingPlus { region } => Some(region),
            Self::Empty
            | Self::TooLongToBeANumber
            | Self::Letters
            | Self::NotANumber
            | Self::TooShort
            | Self::TooLong
            | Self::UnknownCountryCode
            | Self::NoCountry
            | Self::Extension
            | Self::Several
            | Self::ShortOrEmergency
            | Self::DoubledCountryCode
            | Self::ZeroAfterCountryCode => None,
        }
    }
}

impl From<ParseError> for PhoneError {
    /// For texts of digits alone, with or without a `+`: those the library finds not viable have too
    /// few of them.
    fn from(error: ParseError) -> Self {
        match error {
            ParseError::InvalidCountryCode => Self::UnknownCountryCode,
            ParseError::NotANumber(_) | ParseError::TooShortAfterIdd | ParseError::TooShortNsn => {
                Self::TooShort
            }
            ParseError::TooLongNsn => Self::TooLong,
        }
    }
}
