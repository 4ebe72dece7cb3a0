//! The languages of verification texts: which one `Accept-Language` asks for and what it says.
//! Spoken calls use the same sentences.

/// A language that the sandbox has templates in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Swedish,
    Spanish,
    French,
    German,
    Portuguese,
}

impl Language {
    /// The best language of an `Accept-Language` value (RFC 9110, section 12.5.4); English, as
    /// Sinch falls back to `en-US`, if none is known.
    pub(super) fn from_accept_language(value: &str) -> Self {
        let mut ranges: Vec<(&str, f32)> = value.split(',').map(range_and_weight).collect();
        ranges.sort_by(|(_, left), (_, right)| right.total_cmp(left));
        ranges
            .into_iter()
            .filter(|(_, weight)| *weight > 0.0)
            .find_map(|(range, _)| Self::from_tag(range))
            .unwrap_or(Self::English)
    }

    /// The language of a tag such as `sv-SE`, by its first part.
    pub(super) fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "sv" => Some(Self::Swedish),
            "es" => Some(Self::Spanish),
            "fr" => Some(Self::French),
            "de" => Some(Self::German),
            "pt" => Some(Self::Portuguese),
            _ => None,
        }
    }

    /// The tag for `Content-Language`.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Swedish => "sv-SE",
            Self::Spanish => "es-ES",
            Self::French => "fr-FR",
            Self::German => "de-DE",
            Self::Portuguese => "pt-BR",
        }
    }

    /// The text with `{{CODE}}` in the code's place.
    pub(super) fn template(self) -> &'static str {
        match self {
            Self::English => "Your verification code is {{CODE}}.",
            Self::Swedish => "Din verifieringskod är {{CODE}}.",
            Self::Spanish => "Tu código de verificación es {{CODE}}.",
            Self::French => "Votre code de vérification est {{CODE}}.",
            Self::German => "Ihr Bestätigungscode lautet {{CODE}}.",
            Self::Portuguese => "Seu código de verificação é {{CODE}}.",
        }
    }

    pub(super) fn text(self, code: &str) -> String {
        self.template().replace("{{CODE}}", code)
    }

    /// The sentence with the characters of the code kept apart, as a call reads them out.
    pub(super) fn speech(self, code: &str) -> String {
        let apart: Vec<_> = code.chars().map(String::from).collect();
        self.text(&apart.join(", "))
    }
}

fn range_and_weight(part: &str) -> (&str, f32) {
    let (range, parameters) = part.split_once(';').unwrap_or((part, ""));
    let weight = parameters
        .trim()
        .strip_prefix("q=")
        .map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
    (range.trim(), weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_wins() {
        let cases = [
            ("sv-SE", Language::Swedish),
            ("fr;q=0.5, de;q=0.9, *;q=0.1", Language::German),
            ("fi, pt-PT", Language::Portuguese),
            ("es;q=0, fr;q=0.1", Language::French),
            ("fi", Language::English),
            ("", Language::English),
        ];
        for (value, expected) in cases {
            assert_eq!(Language::from_accept_language(value), expected, "{value}");
        }
    }

    #[test]
    fn a_call_reads_the_digits_one_by_one() {
        assert_eq!(
            Language::English.speech("0123"),
            "Your verification code is 0, 1, 2, 3."
        );
    }
}
