//! The characters that people type and paste: digits of other scripts, dashes, marks nobody sees.
//! What they add up to is decided by `phone` and `code`.

/// The ASCII digit that this character stands for: full-width, Arabic-Indic and Extended
/// Arabic-Indic keyboards have their own.
pub(crate) fn digit(character: char) -> Option<char> {
    const ZEROS: [char; 4] = ['0', '\u{0660}', '\u{06F0}', '\u{FF10}'];
    ZEROS.into_iter().find_map(|zero| {
        let value = u32::from(character).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    })
}

/// Whether this is one of the dashes and hyphens that word processors make of a plain one.
pub(crate) fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{30FC}'
                | '\u{FE58}'
                | '\u{FE63}'
                | '\u{FF0D}'
    )
}

/// Whether this is a mark that takes no room on the screen: soft hyphens, zero-width spaces,
/// direction marks, variation selectors. Copying from a web page or an address book brings them along.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_its_ten_digits() {
        for script in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "０１２３４５６７８９",
        ] {
            let read: String = script.chars().filter_map(digit).collect();
            assert_eq!(read, "0123456789", "{script}");
        }
    }

    #[test]
    fn the_neighbours_of_digits_are_no_digits() {
        for character in "/:²①½\u{065F}\u{066A}\u{06EF}\u{06FA}\u{FF0F}\u{FF1A}Oolx".chars() {
            assert_eq!(digit(character), None, "{character:?}");
        }
    }
}
