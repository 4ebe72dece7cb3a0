//! One text as it is sent: whom to, who from, what, and until when.
//! How it is worded is the desk's business.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::sender::Sender;
use crate::challenge::SendId;
use crate::phone::PhoneNumber;
use crate::sinch::error::Unfit;
use crate::text::measure;
use crate::time::after;

const LONGEST_BODY: usize = 2000;

/// The words of a text, which hold a code: kept like a secret.
pub struct Body(SecretString);

impl Body {
    /// Takes the words as they are to arrive.
    ///
    /// # Errors
    /// [`Unfit`] when they are empty, longer than 2000 characters, or hold `${`, for which Sinch would
    /// put something else (Sinch wire facts §4.2).
    pub fn new(words: SecretString) -> Result<Self, Unfit> {
        let text = words.expose_secret();
        if text.trim().is_empty() {
            Err(Unfit::EmptyText)
        } else if text.chars().count() > LONGEST_BODY {
            Err(Unfit::LongText)
        } else if text.contains("${") {
            Err(Unfit::Placeholder)
        } else {
            Ok(Self(words))
        }
    }

    pub(super) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Body(…)")
    }
}

/// One text to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// Whom it is for.
    pub to: &'a PhoneNumber,
    /// Who it says it is from; the account's default where there is none.
    pub from: Option<&'a Sender>,
    /// Its words.
    pub body: &'a Body,
    /// Our name for this send, by which it can be looked up.
    pub reference: SendId,
    /// How long its code counts: later, it need not arrive.
    pub lifetime: Duration,
}

impl Text<'_> {
    pub(super) fn batch(&self, now: Timestamp) -> Vec<u8> {
        let mut batch = plain(self.to.e164(), self.from, self.body);
        let parts = measure(self.body.expose()).parts;
        limit(&mut batch, self.reference, after(now, self.lifetime), parts);
        batch.to_string().into_bytes()
    }
}

/// What every text has, a dry one included.
pub(super) fn plain(to: &str, from: Option<&Sender>, body: &Body) -> Value {
    let mut batch = json!({
        "type": "mt_text",
        "to": [to],
        "body": body.expose(),
    });
    if let Some(from) = from {
        batch["from"] = from.as_str().into();
    }
    batch
}

/// As many parts as we count ourselves, so that no text costs more unseen; no callbacks, since nothing
/// could receive them.
fn limit(batch: &mut Value, reference: SendId, expire_at: Timestamp, parts: usize) {
    batch["client_reference"] = reference.to_string().into();
    batch["delivery_report"] = "none".into();
    batch["expire_at"] = format!("{expire_at:.3}").into();
    batch["max_number_of_message_parts"] = parts.into();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_part_to_one_number_until_its_code_ends() {
        let text = Text {
            to: &PhoneNumber::from_e164("+12025550100").unwrap(),
            from: Some(&"Desk".parse().unwrap()),
            body: &Body::new("Words".into()).unwrap(),
            reference: "000102030405060708090a0b0c0d0e0f".parse().unwrap(),
            lifetime: Duration::from_secs(300),
        };
        let batch = text.batch("2026-11-22T12:00:00Z".parse().unwrap());
        let expected = json!({
            "type": "mt_text",
            "to": ["+12025550100"],
            "from": "Desk",
            "body": "Words",
            "client_reference": "000102030405060708090a0b0c0d0e0f",
            "delivery_report": "none",
            "expire_at": "2026-11-22T12:05:00.000Z",
            "max_number_of_message_parts": 1,
        });
        assert_eq!(serde_json::from_slice::<Value>(&batch).unwrap(), expected);
    }

    #[test]
    fn a_text_may_take_the_parts_that_we_count_and_no_more() {
        for (words, parts) in [
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("ж".repeat(71), 2),
        ] {
            let text = Text {
                to: &PhoneNumber::from_e164("+12025550100").unwrap(),
                from: None,
                body: &Body::new(words.into()).unwrap(),
                reference: "000102030405060708090a0b0c0d0e0f".parse().unwrap(),
                lifetime: Duration::from_secs(300),
            };
            let batch = text.batch("2026-11-22T12:00:00Z".parse().unwrap());
            let batch: Value = serde_json::from_slice(&batch).unwrap();
            assert_eq!(batch["max_number_of_message_parts"], parts);
        }
    }

    #[test]
    fn a_text_without_a_sender_leaves_it_to_the_account() {
        let batch = plain("+12025550100", None, &Body::new("Words".into()).unwrap());
        assert_eq!(batch.get("from"), None);
    }

    #[test]
    fn words_that_sinch_would_change_or_refuse_are_refused_before_they_are_sent() {
        let long = "ä".repeat(2001);
        for (words, unfit) in [
            ("", Unfit::EmptyText),
            (" \n", Unfit::EmptyText),
            (long.as_str(), Unfit::LongText),
            ("Your code, ${name}", Unfit::Placeholder),
        ] {
            assert_eq!(Body::new(words.into()).err(), Some(unfit));
        }
        let longest = "ä".repeat(2000);
        for words in ["$ { 5 }", "5 $", longest.as_str()] {
            assert!(Body::new(words.into()).is_ok());
        }
    }

    #[test]
    fn a_text_shows_neither_its_words_nor_its_number() {
        let number = PhoneNumber::from_e164("+12025550100").unwrap();
        let text = Text {
            to: &number,
            from: None,
            body: &Body::new("code 271828".into()).unwrap(),
            reference: "000102030405060708090a0b0c0d0e0f".parse().unwrap(),
            lifetime: Duration::ZERO,
        };
        let shown = format!("{text:?}");
        assert!(!shown.contains("271828") && !shown.contains("2025550100"));
    }
}
