//! The languages in which a walk can be made. Which words each has is the app's business; a walk finds its way by what
//! is the same in all of them.

use std::fmt;
use std::str::FromStr;

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
    /// Portuguese.
    Portuguese,
    /// Swedish.
    Swedish,
}

/// No language of the screen is named so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the screen speaks en, es, fr, de, pt and sv")]
pub struct Unspoken;

impl Language {
    /// All there are.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::Spanish,
        Self::French,
        Self::German,
        Self::Portuguese,
        Self::Swedish,
    ];

    /// As BCP 47 names it, as in `sv`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::German => "de",
            Self::Portuguese => "pt",
            Self::Swedish => "sv",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = Unspoken;

    fn from_str(tag: &str) -> Result<Self, Unspoken> {
        let named = Self::ALL.into_iter().find(|each| each.tag() == tag);
        named.ok_or(Unspoken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_read_by_its_tag() {
        for language in Language::ALL {
            assert_eq!(language.tag().parse(), Ok(language));
        }
        assert_eq!("nl".parse::<Language>(), Err(Unspoken));
    }
}
