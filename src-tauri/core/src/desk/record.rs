//! What is sealed into a challenge, so that any desk of the site can show it and send it again:
//! number, reference, language, and which desk has it in hand. It exists in clear only in memory.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::phone::PhoneNumber;
use crate::text::Language;

const LONGEST_REFERENCE: usize = 64;

/// Whom a challenge is about, in the organisation's own terms: a booking, a name, a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reference(String);

/// A reference that is too long to show.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a reference has at most 64 characters")]
pub struct ReferenceTooLong;

impl Reference {
    /// Takes what was typed or scanned: trimmed, without control characters. Nothing where nothing is
    /// left of it.
    ///
    /// # Errors
    /// [`ReferenceTooLong`] past 64 characters.
    pub fn typed(text: &str) -> Result<Option<Self>, ReferenceTooLong> {
        let printable: String = text.chars().filter(|typed| !typed.is_control()).collect();
        let trimmed = printable.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        if trimmed.chars().count() > LONGEST_REFERENCE {
            return Err(ReferenceTooLong);
        }
        Ok(Some(Self(trimmed.to_owned())))
    }

    /// The reference as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is sealed.
pub(super) struct Record {
    pub(super) number: PhoneNumber,
    pub(super) reference: Option<Reference>,
    pub(super) language: Language,
    /// The name of the desk that has the challenge in hand.
    pub(super) desk: String,
}

#[derive(Deserialize, Serialize)]
struct Written<'a> {
    number: Cow<'a, str>,
    reference: Option<Cow<'a, str>>,
    language: Language,
    desk: Cow<'a, str>,
}

impl Record {
    pub(super) fn write(&self) -> Zeroizing<Vec<u8>> {
        let written = Written {
            number: self.number.e164().into(),
            reference: self.reference.as_ref().map(|text| text.as_str().into()),
            language: self.language,
            desk: self.desk.as_str().into(),
        };
        // Strings and a plain enum: writing them as JSON can't fail; an empty record opens for nobody.
        Zeroizing::new(serde_json::to_vec(&written).unwrap_or_default())
    }

    pub(super) fn read(clear: &[u8]) -> Option<Self> {
        let written: Written<'_> = serde_json::from_slice(clear).ok()?;
        Some(Self {
            number: PhoneNumber::from_e164(&written.number).ok()?,
            reference: written.reference.map(|text| Reference(text.into_owned())),
            language: written.language,
            desk: written.desk.into_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanned_reference_loses_its_line_end_and_nothing_else() {
        let reference = Reference::typed("  BOOKING 48213\r\n").expect("short enough");
        assert_eq!(
            reference.as_ref().map(Reference::as_str),
            Some("BOOKING 48213")
        );
    }

    #[test]
    fn what_is_sealed_is_read_again_whole() {
        let record = Record {
            number: PhoneNumber::from_e164("+12025550100").expect("a number"),
            reference: Reference::typed("BOOKING 48213").expect("short enough"),
            language: Language::En,
            desk: "Reception 2".to_owned(),
        };
        let read = Record::read(&record.write()).expect("a record");
        assert_eq!(read.number.e164(), "+12025550100");
        assert_eq!(read.reference, record.reference);
        assert_eq!(read.desk, "Reception 2");
    }

    #[test]
    fn nothing_typed_is_no_reference() {
        assert_eq!(Reference::typed(" \t\n"), Ok(None));
    }

    #[test]
    fn a_reference_ends_at_64_characters() {
        assert!(Reference::typed(&"é".repeat(64)).is_ok_and(|reference| reference.is_some()));
        assert_eq!(Reference::typed(&"é".repeat(65)), Err(ReferenceTooLong));
    }
}
