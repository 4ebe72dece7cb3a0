//! A phone number as the sandbox compares it: its digits alone.
//! Not a validator of numbering plans; Sinch's two products differ in what they accept, so each has
//! its own reader here.

use std::fmt;

/// E.164 allows at most fifteen digits; Sinch's own example of "too short" has four.
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=15;

/// The digits of a number, country code first, without `+`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Number(String);

impl Number {
    /// Reads `+` and digits, the only form the Verification API takes.
    pub(crate) fn from_e164(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('+')?;
        Self::from_digits(digits)
    }

    /// Reads what the SMS API takes: with `+`, with `00` or with neither; spaces, dashes and
    /// brackets are passed over (Sinch wire facts, section 4.2).
    pub(crate) fn from_loose(text: &str) -> Option<Self> {
        let bare: String = text
            .chars()
            .filter(|character| !matches!(character, ' ' | '-' | '(' | ')'))
            .collect();
        let digits = bare
            .strip_prefix('+')
            .or_else(|| bare.strip_prefix("00"))
            .unwrap_or(&bare);
        Self::from_digits(digits)
    }

    fn from_digits(digits: &str) -> Option<Self> {
        let plausible = LENGTHS.contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0');
        plausible.then(|| Self(digits.to_owned()))
    }

    /// The digits without `+`, as the SMS API writes numbers.
    pub(crate) fn digits(&self) -> &str {
        &self.0
    }

    /// With `+`, as the Verification API writes numbers.
    pub(crate) fn e164(&self) -> String {
        format!("+{}", self.0)
    }

    /// ISO 3166 code of the country, for the countries that the sandbox knows.
    pub(crate) fn country(&self) -> Option<&'static str> {
        const COUNTRIES: [(&str, &str); 11] = [
            ("1", "US"),
            ("33", "FR"),
            ("34", "ES"),
            ("351", "PT"),
            ("358", "FI"),
            ("44", "GB"),
            ("45", "DK"),
            ("46", "SE"),
            ("47", "NO"),
            ("49", "DE"),
            ("55", "BR"),
        ];
        COUNTRIES
            .iter()
            .find(|(prefix, _)| self.0.starts_with(prefix))
            .map(|(_, country)| *country)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Number(masked)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sms_form_is_read_with_plus_zeros_or_neither() {
        let expected = Number::from_e164("+12025550101").unwrap();
        for written in [
            "+12025550101",
            "12025550101",
            "0012025550101",
            "+1 (202) 555-0101",
        ] {
            assert_eq!(Number::from_loose(written).as_ref(), Some(&expected));
        }
    }

    #[test]
    fn the_verification_form_needs_a_plus() {
        assert!(Number::from_e164("12025550101").is_none());
        assert!(Number::from_e164("+1 202 555 0101").is_none());
    }

    #[test]
    fn what_cannot_be_a_number_is_refused() {
        for written in [
            "",
            "+",
            "+123456",
            "+1202555010112345",
            "hello",
            "+12025x50101",
        ] {
            assert!(Number::from_loose(written).is_none());
        }
    }

    #[test]
    fn debug_output_hides_the_digits() {
        let number = Number::from_e164("+12025550101").unwrap();
        assert!(!format!("{number:?}").contains("2025550101"));
    }
}
