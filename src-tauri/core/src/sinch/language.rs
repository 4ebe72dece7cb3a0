//! The language in which Sinch words a message or speaks a code.
//! Which languages Sinch has is Sinch's business: it falls back by itself and says what it used.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

const LONGEST_TAG: usize = 35;

/// A text that can't be a language tag.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not a language tag such as sv-SE")]
pub struct NotALanguageTag;

/// A language tag of BCP 47's shape, such as `sv-SE`: parts of 1 to 8 letters or digits, joined by
/// hyphens, 35 characters at most (RFC 5646 §4.4.1).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// The tag as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for LanguageTag {
    type Err = NotALanguageTag;

    fn from_str(text: &str) -> Result<Self, NotALanguageTag> {
        let part = |part: &str| {
            matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let first = text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        if first && text.len() <= LONGEST_TAG && text.split('-').all(part) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotALanguageTag)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_letters_and_digits_joined_by_hyphens() {
        for text in ["sv", "sv-SE", "zh-Hant-TW", "es-419"] {
            assert_eq!(text.parse::<LanguageTag>().unwrap().as_str(), text);
        }
        for text in [
            "",
            "-",
            "sv-",
            "sv_SE",
            "sv, en",
            "sv\r\nX: y",
            "1a",
            "abcdefghi",
        ] {
            assert_eq!(
                text.parse::<LanguageTag>(),
                Err(NotALanguageTag),
                "{text:?}"
            );
        }
    }
}
