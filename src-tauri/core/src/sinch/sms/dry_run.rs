//! A dry run: what a text would cost in parts. Nothing is sent.
//! The desk's own count of parts, while an admin types, is not this.

use serde::Deserialize;

use super::sender::Sender;
use super::text::{Body, plain};
use crate::sinch::answer::Answer;
use crate::sinch::error::SinchError;

/// What a text would be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DryRun {
    /// How many parts it would have; each is paid for.
    pub parts: u32,
    /// How its characters would be written.
    pub encoding: Encoding,
}

/// How a text's characters are written on their way (Sinch wire facts §4.5).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Encoding {
    /// GSM-7: 160 characters in one part.
    #[serde(rename = "text")]
    Gsm7,
    /// UCS-2, because of at least one character: 70 in one part.
    #[serde(rename = "unicode")]
    Unicode,
    /// A word that this version does not know.
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct DryRunAnswer {
    per_recipient: Vec<Recipient>,
}

#[derive(Deserialize)]
struct Recipient {
    /// It had another name once (Sinch wire facts §4.2).
    #[serde(alias = "message_part")]
    number_of_parts: u32,
    encoding: Encoding,
}

/// Without the limit to one part, which would refuse where the count is wanted.
pub(super) fn request(to: &str, from: Option<&Sender>, body: &Body) -> Vec<u8> {
    plain(to, from, body).to_string().into_bytes()
}

pub(super) fn read(answer: &Answer) -> Result<DryRun, SinchError> {
    let DryRunAnswer { per_recipient } = answer.json()?;
    let recipient = per_recipient.first().ok_or(SinchError::Unreadable)?;
    Ok(DryRun {
        parts: recipient.number_of_parts,
        encoding: recipient.encoding,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_recipient(recipient: &str) -> Result<DryRun, SinchError> {
        let body = format!(
            r#"{{"number_of_recipients":1,"number_of_messages":2,"per_recipient":[{recipient}]}}"#
        );
        read(&Answer::for_tests(200, &[], &body))
    }

    #[test]
    fn parts_and_encoding_are_read_under_both_names() {
        for name in ["number_of_parts", "message_part"] {
            let recipient =
                format!(r#"{{"recipient":"1","body":"x","{name}":2,"encoding":"unicode"}}"#);
            let expected = DryRun {
                parts: 2,
                encoding: Encoding::Unicode,
            };
            assert_eq!(read_recipient(&recipient).unwrap(), expected);
        }
    }

    #[test]
    fn a_new_encoding_is_tolerated() {
        let read = read_recipient(r#"{"number_of_parts":1,"encoding":"binary"}"#);
        assert_eq!(read.unwrap().encoding, Encoding::Other);
    }

    #[test]
    fn an_answer_about_nobody_is_unreadable() {
        assert!(matches!(read_recipient(""), Err(SinchError::Unreadable)));
    }
}
