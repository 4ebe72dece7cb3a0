//! What may stand as one segment of a path: ids, plans, references.
//! Not an encoder: what would need encoding is refused, since Sinch's own clients disagree on whether
//! the encoded or the decoded path is signed (Sinch wire facts §2).

pub(crate) const LONGEST_SEGMENT: usize = 128;

/// Whether a text can be one segment of a path as it stands.
pub(crate) fn is_segment(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    !text.is_empty()
        && text.len() <= LONGEST_SEGMENT
        && text.bytes().all(plain)
        && text.bytes().any(|byte| byte != b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_references_are_segments() {
        for text in [
            "1",
            "018beea3-a942-0094-4a3a-d6b2f2c65057",
            "01FC66621XXXXX119Z8PMV1QPQ",
            "a.b_c",
        ] {
            assert!(is_segment(text), "{text:?}");
        }
    }

    #[test]
    fn nothing_that_could_lead_elsewhere_is_a_segment() {
        for text in [
            "",
            ".",
            "..",
            "a/b",
            "a?b",
            "a#b",
            "a%2fb",
            "a b",
            "ä",
            "a\n",
            &"a".repeat(129),
        ] {
            assert!(!is_segment(text), "{text:?}");
        }
    }
}
