//! The regions in which Sinch keeps SMS accounts, as closed lists.
//! Hosts are made from these and never from text, so a setting can't send requests elsewhere.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A text that names no region of the kind asked for.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not a region that Sinch has for this kind of account")]
pub struct UnknownRegion;

/// Where a service plan lives. It must be the account's own region (Sinch wire facts §4.1).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SmsRegion {
    /// United States.
    Us,
    /// European Union.
    Eu,
    /// Australia.
    Au,
    /// Brazil.
    Br,
    /// Canada.
    Ca,
}

impl SmsRegion {
    /// Every region, in the order in which a page offers them.
    pub const ALL: [Self; 5] = [Self::Us, Self::Eu, Self::Au, Self::Br, Self::Ca];

    /// The region as settings write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Eu => "eu",
            Self::Au => "au",
            Self::Br => "br",
            Self::Ca => "ca",
        }
    }

    pub(crate) fn host(self) -> &'static str {
        match self {
            Self::Us => "us.sms.api.sinch.com",
            Self::Eu => "eu.sms.api.sinch.com",
            Self::Au => "au.sms.api.sinch.com",
            Self::Br => "br.sms.api.sinch.com",
            Self::Ca => "ca.sms.api.sinch.com",
        }
    }
}

/// Where a project's SMS lives: only two regions take project credentials (Sinch wire facts §4.1).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ProjectRegion {
    /// United States.
    Us,
    /// European Union.
    Eu,
}

impl ProjectRegion {
    /// Every region, in the order in which a page offers them.
    pub const ALL: [Self; 2] = [Self::Us, Self::Eu];

    /// The region as settings write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Eu => "eu",
        }
    }

    pub(crate) fn host(self) -> &'static str {
        match self {
            Self::Us => "zt.us.sms.api.sinch.com",
            Self::Eu => "zt.eu.sms.api.sinch.com",
        }
    }
}

impl fmt::Display for SmsRegion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for ProjectRegion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for SmsRegion {
    type Err = UnknownRegion;

    fn from_str(text: &str) -> Result<Self, UnknownRegion> {
        let mut all = Self::ALL.into_iter();
        all.find(|region| region.as_str() == text)
            .ok_or(UnknownRegion)
    }
}

impl FromStr for ProjectRegion {
    type Err = UnknownRegion;

    fn from_str(text: &str) -> Result<Self, UnknownRegion> {
        let mut all = Self::ALL.into_iter();
        all.find(|region| region.as_str() == text)
            .ok_or(UnknownRegion)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_survives_being_written_and_read() {
        for region in SmsRegion::ALL {
            assert_eq!(region.to_string().parse(), Ok(region));
        }
        for region in ProjectRegion::ALL {
            assert_eq!(region.to_string().parse(), Ok(region));
        }
    }

    #[test]
    fn nothing_but_a_listed_region_is_a_region() {
        for text in ["", "US", "us ", "evil.example/", "us@evil.example", "cn"] {
            assert_eq!(text.parse::<SmsRegion>(), Err(UnknownRegion), "{text:?}");
        }
        assert_eq!("au".parse::<ProjectRegion>(), Err(UnknownRegion));
    }

    #[test]
    fn a_project_speaks_to_the_hosts_of_projects() {
        assert_eq!(ProjectRegion::Eu.host(), "zt.eu.sms.api.sinch.com");
        assert_eq!(SmsRegion::Eu.host(), "eu.sms.api.sinch.com");
    }
}
