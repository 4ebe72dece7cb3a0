//! "Did you mean …?": the number that a slip of the fingers hides, for what can't be read or written to as
//! it stands. Only ever an offer: nothing here corrects what was typed.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::reading::{self, Written};
use super::{PhoneNumber, Region, interpret, parse_abroad};

/// The number that may have been meant by `typed`, of `home` or of another country in `allowed`: the one
/// behind the first slip that explains it. The slips, the likeliest first: the country code typed twice,
/// zeros between country code and number, `+` in front of a national number, a missing `+`, a zero too
/// many or too few, another allowed country's way of writing, where that leaves one number only.
///
/// Nothing where no slip explains what was typed.
pub fn suggestion(typed: &str, home: Region, allowed: &BTreeSet<Region>) -> Option<PhoneNumber> {
    let slips = Slips::of(typed)?;
    let as_typed = PhoneNumber::parse(typed, home).ok();
    let is_another = |number: &PhoneNumber| {
        let is_allowed = number.region() == home || allowed.contains(&number.region());
        is_allowed && as_typed.as_ref() != Some(number)
    };
    slips
        .undone(home)
        .iter()
        .find_map(|written| interpret(written, home).ok().filter(is_another))
        .or_else(|| only_elsewhere(&slips, home, allowed))
}

/// What was typed, as far as its slips go.
struct Slips {
    /// Whether it begins with a country code: after `+` or after `00`.
    is_abroad: bool,
    /// All its digits, those of a `00` in front left out.
    digits: Zeroizing<String>,
    /// As they stand.
    whole: Written,
}

impl Slips {
    fn of(typed: &str) -> Option<Self> {
        let whole = only_number(reading::read(typed).ok()?)?;
        let abroad = whole.digits.strip_prefix("00");
        Some(Self {
            is_abroad: whole.plus || abroad.is_some(),
            digits: Zeroizing::new(abroad.unwrap_or(&whole.digits).to_owned()),
            whole,
        })
    }

    /// What it would be without each slip.
    fn undone(&self, home: Region) -> Vec<Written> {
        let mut undone = Vec::new();
        if self.is_abroad {
            undone.push(Written::abroad(&self.digits));
            undone.extend(without_doubled_code(&self.digits));
            undone.extend(without_zeros_after_code(&self.digits));
        }
        let significant = self.whole.digits.trim_start_matches('0');
        let own_code = home.calling_code().to_string();
        if !self.whole.plus && significant.starts_with(&own_code) {
            undone.extend(without_doubled_code(significant));
            undone.extend(without_zeros_after_code(significant));
        }
        if !self.is_abroad {
            undone.push(Written::abroad(significant));
        }
        if !self.whole.plus || self.whole.digits.starts_with('0') {
            undone.push(Written::at_home(&format!("0{significant}")));
            undone.push(Written::at_home(significant));
        }
        undone
    }
}

/// `0046 +46 70 …`: a country code, or zeros, before a whole number is no number of its own.
fn only_number(mut pieces: Vec<Written>) -> Option<Written> {
    let last = pieces.pop()?;
    let first = match pieces.as_slice() {
        [] => return Some(last),
        [first] => first,
        [_, _, ..] => return None,
    };
    let code = first.digits.trim_start_matches('0');
    let repeats = last.digits.trim_start_matches('0').starts_with(code);
    (last.plus && code.len() <= LONGEST_CODE && repeats).then_some(last)
}

/// Digits of the longest country codes (ITU-T E.164).
const LONGEST_CODE: usize = 3;

/// The country code that digits begin with, and what follows it.
fn split_code(digits: &str) -> Option<(&str, &str)> {
    let code = parse_abroad(digits).ok()?.country_code.to_string();
    digits
        .starts_with(&code)
        .then(|| digits.split_at(code.len()))
}

fn without_doubled_code(digits: &str) -> Option<Written> {
    let (code, rest) = split_code(digits)?;
    let rest = rest.trim_start_matches('0');
    rest.starts_with(code).then(|| Written::abroad(rest))
}

fn without_zeros_after_code(digits: &str) -> Option<Written> {
    let (code, rest) = split_code(digits)?;
    let rest = rest.strip_prefix('0')?.trim_start_matches('0');
    Some(Written::abroad(&format!("{code}{rest}")))
}

/// The number that it is in one other allowed country, and in no further one.
fn only_elsewhere(slips: &Slips, home: Region, allowed: &BTreeSet<Region>) -> Option<PhoneNumber> {
    if slips.is_abroad {
        return None;
    }
    let mut found = allowed
        .iter()
        .filter(|region| **region != home)
        .filter_map(|region| interpret(&slips.whole, *region).ok())
        .filter(|number| allowed.contains(&number.region()));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use rlibphonenumber::PhoneNumberFormat;
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberType};

    use super::*;

    const SWEDISH: &str = "+46701740605";
    const AMERICAN: &str = "+12025550100";

    fn region(letters: &str) -> Region {
        letters.parse().unwrap()
    }

    fn meant(typed: &str, home: &str, allowed: &[&str]) -> Option<String> {
        let allowed = allowed.iter().map(|letters| region(letters)).collect();
        let number = suggestion(typed, region(home), &allowed)?;
        Some(number.e164().to_owned())
    }

    fn swedish(typed: &str) -> Option<String> {
        meant(typed, "SE", &["SE", "US"])
    }

    #[test]
    fn a_doubled_country_code_is_found_however_it_was_doubled() {
        for typed in [
            "+46 46 70 174 06 05",
            "+46 0046 70 174 06 05",
            "+46 46 070 174 06 05",
            "+46+46 70 174 06 05",
            "0046+46 70 174 06 05",
            "0046 46 70 174 06 05",
            "0046 0046 70 174 06 05",
            "46 46 70 174 06 05",
        ] {
            assert!(PhoneNumber::parse(typed, region("SE")).is_err(), "{typed}");
            assert_eq!(swedish(typed).as_deref(), Some(SWEDISH), "{typed}");
        }
    }

    #[test]
    fn zeros_too_many_are_found() {
        for typed in ["00701740605", "000701740605", "+0701740605"] {
            assert!(PhoneNumber::parse(typed, region("SE")).is_err(), "{typed}");
            assert_eq!(swedish(typed).as_deref(), Some(SWEDISH), "{typed}");
        }
        for typed in ["+1 0 202 555 0100", "001 0202 555 0100"] {
            let home = region("US");
            assert!(PhoneNumber::parse(typed, home).is_err(), "{typed}");
            let meant = meant(typed, "US", &["US"]);
            assert_eq!(meant.as_deref(), Some(AMERICAN), "{typed}");
        }
    }

    /// Of Ivory Coast, whose numbers begin with a zero that nobody may leave out: the plan's own example.
    #[test]
    fn a_missing_zero_is_found() {
        let plan = region("CI").to_plan().unwrap();
        let example = PHONE_NUMBER_UTIL
            .get_example_number_for_type_and_region(plan, PhoneNumberType::Mobile)
            .unwrap();
        let whole = PHONE_NUMBER_UTIL
            .format(&example, PhoneNumberFormat::E164)
            .into_owned();
        let digits = whole.strip_prefix("+225").unwrap();
        assert!(digits.starts_with('0'), "{digits}");
        let short = digits.strip_prefix('0').unwrap();
        assert!(PhoneNumber::parse(short, region("CI")).is_err());
        assert_eq!(meant(short, "CI", &[]), Some(whole));
    }

    #[test]
    fn a_country_code_without_its_plus_is_found() {
        let typed = "46 70 174 06 05";
        assert!(PhoneNumber::parse(typed, region("US")).is_err());
        let meant = meant(typed, "US", &["SE", "US"]);
        assert_eq!(meant.as_deref(), Some(SWEDISH));
    }

    #[test]
    fn a_number_of_one_other_allowed_country_is_found() {
        let typed = "070-174 06 05";
        assert!(PhoneNumber::parse(typed, region("US")).is_err());
        let found = meant(typed, "US", &["SE", "US"]);
        assert_eq!(found.as_deref(), Some(SWEDISH));
    }

    #[test]
    fn a_number_of_two_other_allowed_countries_is_not_chosen_between() {
        let typed = "0701740605";
        let both: Vec<_> = ["SE", "NL", "DE", "CH", "FI", "JP"]
            .into_iter()
            .filter(|letters| PhoneNumber::parse(typed, region(letters)).is_ok())
            .collect();
        let [one, other, ..] = both.as_slice() else {
            panic!("of two countries: {both:?}");
        };
        assert_eq!(meant(typed, "US", &["US", one, other]), None);
    }

    #[test]
    fn what_the_site_may_not_write_to_is_not_offered() {
        assert_eq!(meant("46 70 174 06 05", "US", &["US"]), None);
        assert_eq!(meant("070-174 06 05", "US", &["US"]), None);
        assert_eq!(meant("+46 46 70 174 06 05", "US", &[]), None);
    }

    #[test]
    fn what_no_slip_explains_has_no_suggestion() {
        for typed in [
            "",
            "hello",
            "112",
            "12",
            "+",
            "0",
            "000",
            "070-174",
            "+46 70",
            "+999 1234567",
            "070-174 06 05, 070-174 06 06",
            "+46 70 174 06 05 +1 202 555 0100",
            "+46 70 174 06 05 ext. 2",
        ] {
            assert_eq!(swedish(typed), None, "{typed}");
        }
    }

    #[test]
    fn nothing_shorter_or_longer_than_a_number_panics() {
        for length in 0..70 {
            for digit in ["0", "1", "4", "46", "+", "+4"] {
                let typed = digit.repeat(length);
                let _ = swedish(&typed);
            }
        }
    }
}
