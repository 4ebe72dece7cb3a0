//! How much room a text takes on the air: its alphabet, its units, its parts.
//! What to do about a text that takes too much is for those who write it.

/// The GSM 7-bit default alphabet without its escape (3GPP TS 23.038 §6.2.1).
const GSM_7: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Its extension table, each written as an escape and a letter (3GPP TS 23.038 §6.2.1.1).
const GSM_7_EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// What a text is sent in. One letter that GSM-7 lacks turns the whole text to UCS-2.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encoding {
    /// Seven bits a letter.
    Gsm7,
    /// Sixteen bits a letter; letters outside of the basic plane, such as emoji, take two.
    Ucs2,
}

impl Encoding {
    /// The units of a text sent in one part (3GPP TS 23.040 §9.2.3.24.1).
    pub fn units_alone(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// The units of each part of a longer text: the header that joins the parts takes room.
    pub fn units_joined(self) -> usize {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }

    pub(super) fn units(self, character: char) -> usize {
        match self {
            Self::Gsm7 => gsm_units(character).unwrap_or_default(),
            Self::Ucs2 => character.len_utf16(),
        }
    }
}

/// The size of a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Size {
    /// What it is sent in.
    pub encoding: Encoding,
    /// Septets of GSM-7, or 16-bit units of UCS-2.
    pub units: usize,
    /// The parts it is sent, and paid for, in; none for an empty text.
    pub parts: usize,
}

impl Size {
    /// The units that fit into as many parts as these, wherever the letters of two units fall.
    pub(super) fn capacity(self) -> usize {
        match self.parts {
            0 | 1 => self.encoding.units_alone(),
            // At the end of each part but the last, one unit may stay empty.
            parts => parts * self.encoding.units_joined() - (parts - 1),
        }
    }
}

/// Measures a text.
pub fn measure(text: &str) -> Size {
    let encoding = if text.chars().all(|c| gsm_units(c).is_some()) {
        Encoding::Gsm7
    } else {
        Encoding::Ucs2
    };
    let units = text.chars().map(|c| encoding.units(c)).sum();
    Size {
        encoding,
        units,
        parts: last_part(text, encoding, units).0,
    }
}

/// The units that are left before a text takes one part more.
pub(super) fn room_left(text: &str) -> usize {
    let Size {
        encoding, units, ..
    } = measure(text);
    let (_, filled) = last_part(text, encoding, units);
    if units <= encoding.units_alone() {
        encoding.units_alone() - filled
    } else {
        encoding.units_joined() - filled
    }
}

/// How many parts there are, and how many units of the last one are filled.
fn last_part(text: &str, encoding: Encoding, units: usize) -> (usize, usize) {
    if units <= encoding.units_alone() {
        return (usize::from(units > 0), units);
    }
    // No part ends in the middle of an escape or of a surrogate pair.
    let mut parts = 1;
    let mut filled = 0;
    for units in text.chars().map(|c| encoding.units(c)) {
        if filled + units > encoding.units_joined() {
            parts += 1;
            filled = 0;
        }
        filled += units;
    }
    (parts, filled)
}

/// The septets that a letter takes in GSM-7; nothing where GSM-7 lacks it.
pub(super) fn gsm_units(character: char) -> Option<usize> {
    if GSM_7.contains(character) {
        Some(1)
    } else if GSM_7_EXTENSION.contains(character) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_has_its_127_letters_and_ten_escaped_ones() {
        assert_eq!(GSM_7.chars().count(), 127);
        assert_eq!(GSM_7_EXTENSION.chars().count(), 10);
        let all: std::collections::BTreeSet<_> =
            GSM_7.chars().chain(GSM_7_EXTENSION.chars()).collect();
        assert_eq!(all.len(), 137);
    }

    #[test]
    fn texts_have_the_sizes_of_the_standard() {
        use Encoding::{Gsm7, Ucs2};
        for (letter, count, encoding, units, parts) in [
            ("a", 0, Gsm7, 0, 0),
            ("a", 1, Gsm7, 1, 1),
            ("a", 160, Gsm7, 160, 1),
            ("a", 161, Gsm7, 161, 2),
            ("a", 306, Gsm7, 306, 2),
            ("a", 307, Gsm7, 307, 3),
            ("@", 160, Gsm7, 160, 1),
            ("Å", 160, Gsm7, 160, 1),
            ("€", 80, Gsm7, 160, 1),
            ("€", 81, Gsm7, 162, 2),
            ("€", 152, Gsm7, 304, 2),
            ("€", 153, Gsm7, 306, 3),
            ("ç", 70, Ucs2, 70, 1),
            ("ç", 71, Ucs2, 71, 2),
            ("ж", 134, Ucs2, 134, 2),
            ("ж", 135, Ucs2, 135, 3),
            ("’", 1, Ucs2, 1, 1),
            ("`", 1, Ucs2, 1, 1),
            ("\t", 1, Ucs2, 1, 1),
            ("😀", 35, Ucs2, 70, 1),
            ("😀", 36, Ucs2, 72, 2),
            ("😀", 66, Ucs2, 132, 2),
            ("😀", 67, Ucs2, 134, 3),
        ] {
            let expected = Size {
                encoding,
                units,
                parts,
            };
            assert_eq!(
                measure(&letter.repeat(count)),
                expected,
                "{count} × {letter}"
            );
        }
    }

    #[test]
    fn one_foreign_letter_turns_the_whole_text() {
        let size = measure(&format!("{}€’", "a".repeat(68)));
        assert_eq!(
            (size.encoding, size.units, size.parts),
            (Encoding::Ucs2, 70, 1)
        );
    }
}
