//! A version of this program, as it may be shown: three numbers, whoever wrote it down.

use std::fmt;
use std::str::FromStr;

use semver::Version;
use thiserror::Error;

/// A version. Compared by Semantic Versioning 2.0.0 §11.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Release(Version);

/// What is no version.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not a version by Semantic Versioning")]
pub struct NotARelease;

impl Release {
    /// Whether whoever runs `running` is to hear of this one: it is later, and no preview.
    pub(super) fn is_news_to(&self, running: &Self) -> bool {
        self.0.pre.is_empty() && self.0.cmp_precedence(&running.0).is_gt()
    }
}

impl FromStr for Release {
    type Err = NotARelease;

    fn from_str(text: &str) -> Result<Self, NotARelease> {
        Version::parse(text).map(Self).map_err(|_| NotARelease)
    }
}

/// Its three numbers alone: what else may stand in a version is free text.
impl fmt::Display for Release {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Version {
            major,
            minor,
            patch,
            ..
        } = self.0;
        write!(formatter, "{major}.{minor}.{patch}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(text: &str) -> Release {
        text.parse().unwrap()
    }

    #[test]
    fn only_a_later_release_is_news() {
        for (said, running, is_news) in [
            ("0.2.0", "0.1.0", true),
            ("0.1.10", "0.1.9", true),
            ("1.0.0", "1.0.0-rc.1", true),
            ("0.1.0", "0.1.0", false),
            ("0.1.0+build.2", "0.1.0", false),
            ("0.0.9", "0.1.0", false),
            ("0.2.0-rc.1", "0.1.0", false),
        ] {
            let found = release(said).is_news_to(&release(running));
            assert_eq!(found, is_news, "{said} to {running}");
        }
    }

    #[test]
    fn what_is_shown_is_three_numbers() {
        assert_eq!(release("1.2.3-call.us+at.once").to_string(), "1.2.3");
        for text in ["", "1", "1.2", "v1.2.3", "1.2.3 ", "call us", "01.2.3"] {
            assert_eq!(text.parse::<Release>(), Err(NotARelease), "{text}");
        }
    }
}
