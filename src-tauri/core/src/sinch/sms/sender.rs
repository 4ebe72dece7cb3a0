//! Who a text says it is from.
//! Which senders a country or an account allows is not known here: Sinch says so when it refuses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

const LONGEST_NAME: usize = 11;
const LONGEST_NUMBER: usize = 15;

/// A text that no phone could show as a sender.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error(
    "a sender is up to 15 digits, or up to 11 letters, digits and spaces with a letter among them"
)]
pub struct NotASender;

/// Who a text says it is from: a number, a short code, or a name of up to 11 characters.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sender(String);

impl TryFrom<String> for Sender {
    type Error = NotASender;

    fn try_from(text: String) -> Result<Self, NotASender> {
        text.parse()
    }
}

impl From<Sender> for String {
    fn from(sender: Sender) -> Self {
        sender.0
    }
}

impl Sender {
    /// The sender as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Sender {
    type Err = NotASender;

    fn from_str(text: &str) -> Result<Self, NotASender> {
        if is_number(text) || is_name(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotASender)
        }
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    (3..=LONGEST_NUMBER).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'.' | b'&');
    text.len() <= LONGEST_NAME
        && text.trim() == text
        && text.bytes().all(fits)
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_a_number_a_short_code_or_a_short_name() {
        for text in [
            "+12025550100",
            "12025550100",
            "71212",
            "Countersign",
            "A&B 1",
        ] {
            assert_eq!(text.parse::<Sender>().unwrap().as_str(), text);
        }
        for text in [
            "",
            "12",
            "+1234567890123456",
            "Twelve chars",
            " Desk",
            "Desk\n",
            "Réception",
            "--",
        ] {
            assert_eq!(text.parse::<Sender>(), Err(NotASender), "{text:?}");
        }
    }
}
