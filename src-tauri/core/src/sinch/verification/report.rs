//! Reporting what the customer gave back, and what Sinch says of it.
//! A wrong code is mostly a refusal (400/40003), and sometimes a report that failed: both are not
//! verified (Sinch wire facts §1.4).

use std::fmt;

use serde_json::json;

use super::method;
use super::status::{self, Reason, Status};
use crate::challenge::{Channel, ProviderId};
use crate::code::Code;
use crate::phone::PhoneNumber;
use crate::sinch::answer::Answer;
use crate::sinch::error::SinchError;

/// What the customer gave back.
#[derive(Clone, Copy)]
pub enum Proof<'a> {
    /// The code of a text.
    Sms(&'a Code),
    /// The code that a call spoke.
    Call(&'a Code),
    /// The code of a WhatsApp message.
    WhatsApp(&'a Code),
    /// The whole number of a missed call.
    FlashCall(&'a PhoneNumber),
}

impl fmt::Debug for Proof<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Proof({:?}, …)", self.channel())
    }
}

/// What Sinch says of a proof.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Report {
    /// How the verification stands now. Only [`Status::Successful`] confirms the customer.
    pub status: Status,
    /// Why it stands so, where Sinch says so.
    pub reason: Option<Reason>,
}

impl Proof<'_> {
    /// How the code travelled.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Sms(_) => Channel::Sms,
            Self::Call(_) => Channel::Call,
            Self::WhatsApp(_) => Channel::WhatsApp,
            Self::FlashCall(_) => Channel::FlashCall,
        }
    }

    pub(super) fn body(&self) -> Vec<u8> {
        match self {
            Self::Sms(code) | Self::Call(code) | Self::WhatsApp(code) => {
                body(self.channel(), code.digits())
            }
            Self::FlashCall(number) => body(self.channel(), number.e164()),
        }
    }
}

fn body(channel: Channel, given: &str) -> Vec<u8> {
    let (name, field) = match channel {
        Channel::Sms => ("sms", "code"),
        Channel::Call => ("callout", "code"),
        Channel::WhatsApp => ("whatsapp", "code"),
        // The key is in camel case although the method is not (Sinch wire facts §1.3).
        Channel::FlashCall => ("flashCall", "cli"),
    };
    let body = json!({"method": method(channel), name: {field: given}});
    body.to_string().into_bytes()
}

pub(super) fn read(answer: &Answer, id: &ProviderId) -> Result<Report, SinchError> {
    let status = status::read_report(answer)?;
    if status.id.is_some_and(|answered| answered != id.as_str()) {
        return Err(SinchError::Unreadable);
    }
    Ok(Report {
        status: status.status,
        reason: status.reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_for_one(body: &str) -> Result<Report, SinchError> {
        read(&Answer::for_tests(200, &[], body), &ProviderId::new("1"))
    }

    #[test]
    fn a_report_is_spelt_as_on_the_wire() {
        for (channel, expected) in [
            (Channel::Sms, r#"{"method":"sms","sms":{"code":"g"}}"#),
            (
                Channel::Call,
                r#"{"callout":{"code":"g"},"method":"callout"}"#,
            ),
            (
                Channel::WhatsApp,
                r#"{"method":"whatsapp","whatsapp":{"code":"g"}}"#,
            ),
            (
                Channel::FlashCall,
                r#"{"flashCall":{"cli":"g"},"method":"flashcall"}"#,
            ),
        ] {
            assert_eq!(body(channel, "g"), expected.as_bytes());
        }
    }

    #[test]
    fn only_the_exact_word_is_a_success() {
        for word in ["FAIL", "PENDING", "DENIED", "successful", "SUCCESS", ""] {
            let body = format!(r#"{{"id":"1","status":"{word}"}}"#);
            let report = read_for_one(&body).unwrap();
            assert_ne!(report.status, Status::Successful, "{word}");
        }
        let report = read_for_one(r#"{"id":"1","method":"sms","status":"SUCCESSFUL"}"#);
        assert_eq!(report.unwrap().status, Status::Successful);
    }

    #[test]
    fn a_failure_says_why() {
        let body = r#"{"id":"1","status":"FAIL","reason":"Expired","callComplete":true}"#;
        let report = read_for_one(body).unwrap();
        assert_eq!(report.status, Status::Fail);
        assert_eq!(report.reason, Some(Reason::Expired));
    }

    #[test]
    fn a_success_of_another_verification_is_no_answer() {
        let error = read_for_one(r#"{"id":"2","status":"SUCCESSFUL"}"#);
        assert!(matches!(error, Err(SinchError::Unreadable)));
    }

    #[test]
    fn a_report_without_a_status_is_unreadable() {
        for body in ["", "{}", r#"{"status":null}"#, r#"{"status":1}"#] {
            assert!(matches!(read_for_one(body), Err(SinchError::Unreadable)));
        }
    }

    #[test]
    fn a_proof_shows_nothing_of_itself() {
        let code = Code::for_tests("271828");
        assert_eq!(format!("{:?}", Proof::Sms(&code)), "Proof(Sms, …)");
    }
}
