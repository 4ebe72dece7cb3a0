//! How many parts a text takes, and in which encoding: GSM-7 where every character is in its
//! alphabet, else UCS-2 (3GPP TS 23.038 and 23.040). It never changes a character.

/// The basic alphabet of GSM-7: one septet each.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡\
ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// The extension table: an escape and a character, two septets.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Gsm,
    Unicode,
}

impl Encoding {
    pub(super) fn of(text: &str) -> Self {
        let fits = text
            .chars()
            .all(|character| BASIC.contains(character) || EXTENSION.contains(character));
        if fits { Self::Gsm } else { Self::Unicode }
    }

    /// As a recipient report names it.
    pub(super) fn in_report(self) -> &'static str {
        match self {
            Self::Gsm => "GSM",
            Self::Unicode => "UNICODE",
        }
    }

    /// As a dry run names it.
    pub(super) fn in_dry_run(self) -> &'static str {
        match self {
            Self::Gsm => "text",
            Self::Unicode => "unicode",
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Self::Gsm if EXTENSION.contains(character) => 2,
            Self::Gsm => 1,
            Self::Unicode => character.len_utf16(),
        }
    }

    /// What fits in one part alone.
    fn single(self) -> usize {
        match self {
            Self::Gsm => 160,
            Self::Unicode => 70,
        }
    }

    /// What fits in each of several parts, which lose room to the header that joins them.
    fn joined(self) -> usize {
        match self {
            Self::Gsm => 153,
            Self::Unicode => 67,
        }
    }
}

/// How many parts `text` takes; at least one. A character is never split between two parts.
pub(super) fn parts(text: &str) -> u32 {
    let encoding = Encoding::of(text);
    let widths = || text.chars().map(|character| encoding.width(character));
    if widths().sum::<usize>() <= encoding.single() {
        return 1;
    }
    let mut parts = 1;
    let mut used = 0;
    for width in widths() {
        if used + width > encoding.joined() {
            parts += 1;
            used = 0;
        }
        used += width;
    }
    parts
}

/// The beginning of `text` that fits in a single part.
pub(super) fn truncated(text: &str) -> &str {
    let encoding = Encoding::of(text);
    let mut used = 0;
    for (place, character) in text.char_indices() {
        used += encoding.width(character);
        if used > encoding.single() {
            return &text[..place];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gsm_texts_hold_160_alone_and_153_joined() {
        let cases = [(0, 1), (160, 1), (161, 2), (306, 2), (307, 3)];
        for (length, expected) in cases {
            assert_eq!(parts(&"a".repeat(length)), expected, "{length}");
        }
    }

    #[test]
    fn one_strange_character_leaves_70_alone_and_67_joined() {
        let cases = [(70, 1), (71, 2), (134, 2), (135, 3)];
        for (length, expected) in cases {
            let text = format!("ł{}", "a".repeat(length - 1));
            assert_eq!(Encoding::of(&text), Encoding::Unicode);
            assert_eq!(parts(&text), expected, "{length}");
        }
    }

    #[test]
    fn extension_characters_and_emoji_count_two() {
        assert_eq!(parts(&"€".repeat(80)), 1);
        assert_eq!(parts(&"€".repeat(81)), 2);
        assert_eq!(parts(&"🙂".repeat(35)), 1);
        assert_eq!(parts(&"🙂".repeat(36)), 2);
    }

    #[test]
    fn a_character_of_two_septets_is_not_split_between_parts() {
        let text = format!("{}€{}", "a".repeat(152), "a".repeat(152));
        assert_eq!(parts(&text), 3);
    }

    #[test]
    fn truncation_keeps_one_part() {
        assert_eq!(truncated(&"a".repeat(200)).len(), 160);
        assert_eq!(truncated(&"🙂".repeat(40)).chars().count(), 35);
        assert_eq!(truncated("short"), "short");
    }
}
