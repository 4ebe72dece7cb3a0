//! Phone numbers: what people type becomes a number that can be written to, or a reason why not.
//! Whether a site *may* write to it is the policy's business.

mod error;
mod reading;
mod region;
mod suggestion;

use std::fmt;

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber as PlanNumber, PhoneNumberFormat,
    PhoneNumberType, Region as PlanRegion, ValidationError,
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use error::PhoneError;
use reading::Written;
pub use region::{NotARegion, Region};
pub use suggestion::suggestion;

/// What kind of line a number is, by the numbering plan.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberType {
    /// A mobile phone.
    Mobile,
    /// A landline.
    FixedLine,
    /// The plan does not tell landlines and mobiles apart (as in North America).
    FixedLineOrMobile,
    /// Calls and texts to it cost extra.
    Premium,
    /// The caller and the called share the cost.
    SharedCost,
    /// Free to call.
    TollFree,
    /// A pager.
    Pager,
    /// A mailbox.
    Voicemail,
    /// A phone on the internet.
    Voip,
    /// A number that follows a person.
    Personal,
    /// One number for a whole company.
    CompanyWide,
    /// Valid, and of no known kind.
    Unknown,
}

impl From<PhoneNumberType> for NumberType {
    fn from(number_type: PhoneNumberType) -> Self {
        match number_type {
            PhoneNumberType::Mobile => Self::Mobile,
            PhoneNumberType::FixedLine => Self::FixedLine,
            PhoneNumberType::FixedLineOrMobile => Self::FixedLineOrMobile,
            PhoneNumberType::PremiumRate => Self::Premium,
            PhoneNumberType::SharedCost => Self::SharedCost,
            PhoneNumberType::TollFree => Self::TollFree,
            PhoneNumberType::Pager => Self::Pager,
            PhoneNumberType::VoiceMail => Self::Voicemail,
            PhoneNumberType::VoIP => Self::Voip,
            PhoneNumberType::PersonalNumber => Self::Personal,
            PhoneNumberType::UAN => Self::CompanyWide,
            PhoneNumberType::Unknown => Self::Unknown,
        }
    }
}

/// A number of which only the last two digits show: `•••• 05`. This is what logs and lists may hold.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Masked(String);

impl fmt::Display for Masked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A valid phone number. Its text is wiped from memory when it is dropped (the numbering plan's own
/// working copies are not); shows only its mask in logs.
#[derive(Clone, Eq, PartialEq)]
pub struct PhoneNumber {
    e164: Zeroizing<String>,
    international: Zeroizing<String>,
    national: Zeroizing<String>,
    region: Region,
    number_type: NumberType,
}

impl PhoneNumber {
    /// Reads what was typed or pasted: national as in `home`, or international after `+` or `00`
    /// (ITU-T E.123), digits of other scripts, with any spaces, dashes, dots and brackets, as a "tel:"
    /// link (RFC 3966) or behind a label (`Mobile: …`).
    ///
    /// A trunk prefix after the country code is dropped where the country has one: `+46 (0)70 …` is
    /// `+46 70 …`. The country code of `home` may stand without `+` where that leaves no doubt.
    ///
    /// # Errors
    /// Why it is not one valid number.
    pub fn parse(typed: &str, home: Region) -> Result<Self, PhoneError> {
        let pieces = reading::read(typed)?;
        if holds_several(&pieces, home) {
            return Err(PhoneError::Several);
        }
        interpret(&Written::joined(&pieces), home)
    }

    /// Takes a number as [`PhoneNumber::e164`] wrote it, and in no other form.
    ///
    /// # Errors
    /// [`PhoneError::NotANumber`] for any other form, or why the plan of today has no such number.
    pub fn from_e164(e164: &str) -> Result<Self, PhoneError> {
        let digits = e164.strip_prefix('+').ok_or(PhoneError::NotANumber)?;
        if digits.len() > reading::LONGEST_TYPED || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PhoneError::NotANumber);
        }
        let number = international(digits, None)?;
        if number.e164() != e164 {
            return Err(PhoneError::NotANumber);
        }
        Ok(number)
    }

    /// The number as machines write it: `+` and digits, ITU-T E.164.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// The number as people abroad read it: `+46 70 174 06 05`.
    pub fn international(&self) -> &str {
        &self.international
    }

    /// The number as people of its country read it: `070-174 06 05`.
    pub fn national(&self) -> &str {
        &self.national
    }

    /// The groups in which to read the number back to the customer: `+46`, `70`, `174`, `06`, `05`.
    pub fn read_back(&self) -> Vec<String> {
        self.international
            .split([' ', '-'])
            .filter(|group| !group.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Whose numbering plan it belongs to.
    pub fn region(&self) -> Region {
        self.region
    }

    /// What kind of line it is.
    pub fn number_type(&self) -> NumberType {
        self.number_type
    }

    /// The last two digits: enough for a customer to know their phone, too little to call it.
    pub fn last_two(&self) -> &str {
        self.e164
            .len()
            .checked_sub(2)
            .and_then(|start| self.e164.get(start..))
            .unwrap_or_default()
    }

    /// The number with all but its last two digits hidden.
    pub fn masked(&self) -> Masked {
        Masked(format!("•••• {}", self.last_two()))
    }

    /// Nothing where the plan has no such number.
    fn from_plan(number: &PlanNumber) -> Option<Self> {
        if !PHONE_NUMBER_UTIL.is_valid_number(number) {
            return None;
        }
        let region = PHONE_NUMBER_UTIL.get_region_for_number(number)?;
        let written = |form| Zeroizing::new(PHONE_NUMBER_UTIL.format(number, form).into_owned());
        Some(Self {
            e164: written(PhoneNumberFormat::E164),
            international: written(PhoneNumberFormat::International),
            national: written(PhoneNumberFormat::National),
            region: Region::from_plan(region)?,
            number_type: PHONE_NUMBER_UTIL.get_number_type(number).into(),
        })
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PhoneNumber({})", self.masked())
    }
}

/// Whether the pieces are numbers of their own. A later piece must say so itself, by `+` or `0`: the
/// end of a number may look like a whole one.
fn holds_several(pieces: &[Written], home: Region) -> bool {
    let whole = |piece: &Written| interpret(piece, home).is_ok();
    let Some((first, rest)) = pieces.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return false;
    };
    whole(first)
        || rest
            .iter()
            .any(|piece| piece.plus || (piece.digits.starts_with('0') && whole(piece)))
}

fn interpret(written: &Written, home: Region) -> Result<PhoneNumber, PhoneError> {
    if written.plus {
        international(&written.digits, Some(home))
    } else {
        national(&written.digits, home)
    }
}

/// Reads digits as they are dialled in `home`, which includes dialling abroad: `00`, or what `home`
/// has in its place.
fn national(digits: &str, home: Region) -> Result<PhoneNumber, PhoneError> {
    // 112, 911, 118: no plan has a subscriber's number that short.
    if digits.len() <= 3 {
        return Err(PhoneError::ShortOrEmergency);
    }
    let parsed = PHONE_NUMBER_UTIL.parse(digits, home.to_plan());
    if let Some(number) = parsed.as_ref().ok().and_then(PhoneNumber::from_plan) {
        return Ok(number);
    }
    // `00` is the way abroad by ITU-T E.164, understood where the plan has another, too.
    if let Some(abroad) = digits.strip_prefix("00") {
        return international(abroad, Some(home));
    }
    if let Some(number) = valid_abroad(digits) {
        return Err(PhoneError::MissingPlus {
            region: number.region(),
        });
    }
    Err(why_not(&parsed?, Some(home)))
}

/// Reads digits that begin with a country code. `home` only matters where regions share that code.
fn international(digits: &str, home: Option<Region>) -> Result<PhoneNumber, PhoneError> {
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    let parsed = parse_abroad(digits)?;
    if let Some(number) = PhoneNumber::from_plan(&parsed) {
        return Ok(number);
    }
    let country_code = parsed.country_code.to_string();
    let Some(rest) = digits.strip_prefix(&country_code) else {
        return Err(PhoneError::UnknownCountryCode);
    };
    if rest.starts_with(&country_code) && valid_abroad(rest).is_some() {
        return Err(PhoneError::DoubledCountryCode);
    }
    let without_zero = Zeroizing::new(country_code + rest.trim_start_matches('0'));
    if rest.starts_with('0') && valid_abroad(&without_zero).is_some() {
        return Err(PhoneError::ZeroAfterCountryCode);
    }
    Err(why_not(&parsed, home))
}

fn parse_abroad(digits: &str) -> Result<PlanNumber, rlibphonenumber::ParseError> {
    let mut text = Zeroizing::new(String::with_capacity(digits.len() + 1));
    text.push('+');
    text.push_str(digits);
    PHONE_NUMBER_UTIL.parse(text.as_str(), None)
}

fn valid_abroad(digits: &str) -> Option<PhoneNumber> {
    PhoneNumber::from_plan(&parse_abroad(digits).ok()?)
}

/// Why the plan has no such number.
fn why_not(number: &PlanNumber, home: Option<Region>) -> PhoneError {
    let Some(region) = region_of_code(number, home) else {
        return PhoneError::NoCountry;
    };
    match PHONE_NUMBER_UTIL.is_possible_number_with_reason(number) {
        Err(ValidationError::InvalidCountryCode) => PhoneError::UnknownCountryCode,
        // A local number lacks its area code.
        Err(ValidationError::TooShort) | Ok(NumberLengthType::IsPossibleLocalOnly) => {
            PhoneError::TooShort
        }
        Err(ValidationError::TooLong) => PhoneError::TooLong,
        // Many plans have numbers of several lengths, so a digit too few or too many still gives a
        // length that some other range has.
        Ok(NumberLengthType::IsPossible) | Err(ValidationError::InvalidLength) => {
            if lacks_digits(number) {
                PhoneError::TooShort
            } else if has_digits_to_spare(number) {
                PhoneError::TooLong
            } else {
                PhoneError::NotInCountry { region }
            }
        }
    }
}

/// The region to name in an error: `home` where it has the number's country code, or else the code's
/// main region. Nothing for worldwide networks, which have codes but no country.
fn region_of_code(number: &PlanNumber, home: Option<Region>) -> Option<Region> {
    let calling_code = number.country_code;
    home.filter(|home| i32::from(home.calling_code()) == calling_code)
        .or_else(|| {
            PHONE_NUMBER_UTIL
                .get_region_for_country_code(calling_code)
                .filter(|region| *region != PlanRegion::World)
                .and_then(Region::from_plan)
        })
}

/// Whether a digit or two more would make it a number of its range.
fn lacks_digits(number: &PlanNumber) -> bool {
    let mut longer = number.clone();
    (1..=2).any(|_| {
        longer.national_number = longer.national_number.saturating_mul(10);
        PHONE_NUMBER_UTIL.is_valid_number(&longer)
    })
}

/// Whether a digit or two fewer would make it a number of its range.
fn has_digits_to_spare(number: &PlanNumber) -> bool {
    let mut shorter = number.clone();
    (1..=2).any(|_| {
        shorter.national_number /= 10;
        PHONE_NUMBER_UTIL.is_valid_number(&shorter)
    })
}

#[cfg(test)]
mod tests;
