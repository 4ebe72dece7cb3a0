//! Countries and territories, as numbering plans know them.
//! Only those that the numbering data covers exist here.

use std::fmt;
use std::str::FromStr;

use rlibphonenumber::{PHONE_NUMBER_UTIL, Region as PlanRegion};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A country or territory with a numbering plan, by its ISO 3166-1 alpha-2 code in capitals.
#[derive(Clone, Copy, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Region {
    letters: [u8; 2],
    calling_code: u16,
}

/// Two letters that no numbering plan goes by, or not two letters.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not a country or territory: two letters are expected, such as SE")]
pub struct NotARegion;

impl Region {
    /// Sweden, where numbers are reserved for drama and tests (+46 70 174 06 05 to 99).
    pub const SWEDEN: Self = Self {
        letters: *b"SE",
        calling_code: 46,
    };

    /// The United States, where numbers are reserved for fiction (+1 202 555 0100 to 0199).
    pub const UNITED_STATES: Self = Self {
        letters: *b"US",
        calling_code: 1,
    };

    /// Every region there is, in the order of their letters.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<_> = PHONE_NUMBER_UTIL
            .get_supported_regions()
            .filter_map(Self::from_plan)
            .collect();
        all.sort_unstable();
        all
    }

    /// The two letters, in capitals.
    pub fn as_str(&self) -> &str {
        // Always ASCII: `from_plan` checks it.
        str::from_utf8(&self.letters).unwrap_or_default()
    }

    /// What follows the `+`: 46 for Sweden. Regions may share one, as those of North America do.
    pub fn calling_code(self) -> u16 {
        self.calling_code
    }

    /// Nothing for what has no two letters (the plan's worldwide networks) or no plan.
    pub(super) fn from_plan(region: PlanRegion) -> Option<Self> {
        let calling_code = PHONE_NUMBER_UTIL.get_country_code_for_region(region)?;
        let letters = region.as_region_str().as_bytes().try_into().ok()?;
        Some(Self {
            letters,
            calling_code: calling_code.try_into().ok()?,
        })
    }

    pub(super) fn to_plan(self) -> Option<PlanRegion> {
        PlanRegion::from_code(self.as_str()).ok()
    }
}

impl FromStr for Region {
    type Err = NotARegion;

    /// Reads two letters, small ones too.
    fn from_str(letters: &str) -> Result<Self, NotARegion> {
        PlanRegion::from_code(letters)
            .ok()
            .and_then(Self::from_plan)
            .ok_or(NotARegion)
    }
}

impl TryFrom<String> for Region {
    type Error = NotARegion;

    fn try_from(letters: String) -> Result<Self, NotARegion> {
        letters.parse()
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.as_str().to_owned()
    }
}

impl fmt::Display for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Region({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_of_either_case_are_a_region() {
        for (letters, calling_code) in [("SE", 46), ("se", 46), ("US", 1), ("CA", 1), ("GB", 44)] {
            let region: Region = letters.parse().unwrap();
            assert_eq!(region.as_str(), letters.to_ascii_uppercase());
            assert_eq!(region.calling_code(), calling_code);
        }
    }

    #[test]
    fn the_named_regions_are_those_of_the_plan() {
        assert_eq!("SE".parse(), Ok(Region::SWEDEN));
        assert_eq!("US".parse(), Ok(Region::UNITED_STATES));
    }

    #[test]
    fn what_has_no_numbering_plan_is_no_region() {
        for letters in ["", "S", "SWE", "ZZ", "AQ", "001", "S1", "ÅL", "é", " SE"] {
            assert_eq!(letters.parse::<Region>(), Err(NotARegion), "{letters:?}");
        }
    }

    #[test]
    fn all_regions_are_sorted_and_read_back() {
        let all = Region::all();
        assert!(all.len() > 200, "{}", all.len());
        assert!(all.is_sorted_by_key(|region| region.as_str().to_owned()));
        for region in all {
            assert_eq!(region.as_str().parse(), Ok(region));
            assert!((1..=999).contains(&region.calling_code()), "{region}");
        }
    }

    #[test]
    fn a_region_is_written_as_its_two_letters() {
        let sweden: Region = "SE".parse().unwrap();
        let written = serde_json::to_string(&sweden).unwrap();
        assert_eq!(written, r#""SE""#);
        assert_eq!(serde_json::from_str::<Region>(&written).unwrap(), sweden);
        assert!(serde_json::from_str::<Region>(r#""ZZ""#).is_err());
    }
}
