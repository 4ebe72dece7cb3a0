//! Starting a verification: the request's body, and what Sinch answers.
//! The answer never holds the code (Sinch wire facts §1.3).

use std::time::Duration;

use reqwest::header::CONTENT_LANGUAGE;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{language_header, method};
use crate::challenge::{Channel, ProviderId, SendId};
use crate::phone::PhoneNumber;
use crate::sinch::answer::Answer;
use crate::sinch::error::SinchError;
use crate::sinch::language::LanguageTag;
use crate::sinch::path::is_segment;
use crate::sinch::transport::Request;

/// What is to be started.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// How the code travels.
    pub channel: Channel,
    /// Whose number.
    pub number: &'a PhoneNumber,
    /// Our name for this send; unique for every start.
    pub reference: SendId,
    /// How long the code counts, to the second. Sinch takes it for texts only, and is always told:
    /// its own default is not published (Sinch wire facts §1.7).
    pub lifetime: Duration,
    /// The language of the text or the voice; Sinch chooses where there is none.
    pub language: Option<&'a LanguageTag>,
}

/// What Sinch says of a verification that it has started.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Started {
    /// Sinch's name for it.
    pub id: ProviderId,
    /// What the code is made of, where Sinch says so.
    pub code_kind: Option<CodeKind>,
    /// The language that Sinch really used, where it says so.
    pub content_language: Option<LanguageTag>,
    /// For a flash call: the pattern that the calling number will match.
    pub cli_filter: Option<String>,
    /// How long Sinch thinks the code will take at most, where it says so.
    pub interception_timeout: Option<Duration>,
}

/// What a code is made of.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum CodeKind {
    /// Digits.
    Numeric,
    /// Letters.
    Alpha,
    /// Digits and letters.
    Alphanumeric,
    /// Something this version does not know.
    #[serde(other)]
    Other,
}

impl Start<'_> {
    pub(super) fn body(&self) -> Vec<u8> {
        let number = self.number.e164();
        body(
            self.channel,
            number,
            self.reference,
            self.lifetime,
            self.language,
        )
    }

    /// Texts take their language from a header, calls from the body (Sinch wire facts §1.2).
    pub(super) fn accepting_language(&self, request: Request) -> Request {
        match (self.channel, self.language) {
            (Channel::Sms | Channel::WhatsApp, Some(language)) => {
                language_header(request, language)
            }
            (Channel::Sms | Channel::WhatsApp, None) | (Channel::Call | Channel::FlashCall, _) => {
                request
            }
        }
    }
}

fn body(
    channel: Channel,
    number: &str,
    reference: SendId,
    lifetime: Duration,
    language: Option<&LanguageTag>,
) -> Vec<u8> {
    let mut body = json!({
        "identity": {"type": "number", "endpoint": number},
        "method": method(channel),
        "reference": reference.to_string(),
    });
    if let Some((name, options)) = options(channel, lifetime, language) {
        body[name] = options;
    }
    body.to_string().into_bytes()
}

/// Digits are asked for by name, since the desk's field takes digits and the application's own setting
/// may be letters.
fn options(
    channel: Channel,
    lifetime: Duration,
    language: Option<&LanguageTag>,
) -> Option<(&'static str, Value)> {
    match channel {
        Channel::Sms => {
            let expiry = hours_minutes_seconds(lifetime);
            let options = json!({"expiry": expiry, "codeType": "Numeric"});
            Some(("smsOptions", options))
        }
        Channel::WhatsApp => Some(("whatsappOptions", json!({"codeType": "Numeric"}))),
        Channel::Call => {
            let locale = language?.as_str();
            Some(("calloutOptions", json!({"speech": {"locale": locale}})))
        }
        Channel::FlashCall => None,
    }
}

fn hours_minutes_seconds(length: Duration) -> String {
    let seconds = length.as_secs();
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60)
}

#[derive(Deserialize)]
struct StartAnswer {
    id: String,
    #[serde(default)]
    sms: MethodAnswer,
    #[serde(default)]
    whatsapp: MethodAnswer,
    #[serde(default, rename = "flashCall")]
    flash_call: MethodAnswer,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct MethodAnswer {
    code_type: Option<CodeKind>,
    cli_filter: Option<String>,
    interception_timeout: Option<u64>,
}

pub(super) fn read(answer: &Answer) -> Result<Started, SinchError> {
    let StartAnswer {
        id,
        sms,
        whatsapp,
        flash_call,
    } = answer.json()?;
    if !is_segment(&id) {
        return Err(SinchError::Unreadable);
    }
    let language = answer.header(CONTENT_LANGUAGE);
    let timeout = sms.interception_timeout.or(flash_call.interception_timeout);
    Ok(Started {
        id: ProviderId::new(id),
        code_kind: sms.code_type.or(whatsapp.code_type),
        content_language: language.and_then(|language| language.parse().ok()),
        cli_filter: flash_call.cli_filter,
        interception_timeout: timeout.map(Duration::from_secs),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: &str = "+12025550100";
    const REFERENCE: &str = "000102030405060708090a0b0c0d0e0f";

    fn body_for(channel: Channel, language: Option<&str>) -> Value {
        let language = language.map(|tag| tag.parse().unwrap());
        let lifetime = Duration::from_secs(300);
        let reference = REFERENCE.parse().unwrap();
        let body = body(channel, NUMBER, reference, lifetime, language.as_ref());
        serde_json::from_slice(&body).unwrap()
    }

    fn common(method: &str) -> Value {
        json!({
            "identity": {"type": "number", "endpoint": NUMBER},
            "method": method,
            "reference": REFERENCE,
        })
    }

    #[test]
    fn a_text_says_how_long_its_code_counts_and_that_it_is_digits() {
        let mut expected = common("sms");
        expected["smsOptions"] = json!({"expiry": "00:05:00", "codeType": "Numeric"});
        assert_eq!(body_for(Channel::Sms, Some("sv-SE")), expected);
    }

    #[test]
    fn a_call_says_its_language_in_the_body() {
        let mut expected = common("callout");
        assert_eq!(body_for(Channel::Call, None), expected);
        expected["calloutOptions"] = json!({"speech": {"locale": "sv-SE"}});
        assert_eq!(body_for(Channel::Call, Some("sv-SE")), expected);
    }

    #[test]
    fn the_other_methods_are_spelt_as_on_the_wire() {
        assert_eq!(body_for(Channel::FlashCall, None), common("flashcall"));
        let mut expected = common("whatsapp");
        expected["whatsappOptions"] = json!({"codeType": "Numeric"});
        assert_eq!(body_for(Channel::WhatsApp, None), expected);
    }

    #[test]
    fn a_lifetime_is_hours_minutes_and_seconds() {
        for (seconds, text) in [(0, "00:00:00"), (61, "00:01:01"), (36_599, "10:09:59")] {
            assert_eq!(hours_minutes_seconds(Duration::from_secs(seconds)), text);
        }
    }

    #[test]
    fn a_started_text_tells_what_sinch_used() {
        let body = r#"{"id":"1","method":"sms","sms":{"template":"Din verifieringskod är {{CODE}}.",
            "interceptionTimeout":198,"codeType":"Alphanumeric","subVerificationId":"2"},
            "_links":[{"rel":"status","href":"https://elsewhere.example/","method":"GET"}]}"#;
        let answer = Answer::for_tests(200, &[(CONTENT_LANGUAGE, "sv-SE")], body);
        let started = read(&answer).unwrap();
        assert_eq!(started.id, ProviderId::new("1"));
        assert_eq!(started.code_kind, Some(CodeKind::Alphanumeric));
        assert_eq!(started.content_language, "sv-SE".parse().ok());
        assert_eq!(started.interception_timeout, Some(Duration::from_secs(198)));
    }

    #[test]
    fn a_started_flash_call_tells_which_number_will_call() {
        let body = r#"{"id":"1","method":"flashcall","flashCall":{"cliFilter":"(.*)8156(.*)",
            "interceptionTimeout":45,"reportTimeout":75,"denyCallAfter":0,"callId":"x"}}"#;
        let started = read(&Answer::for_tests(200, &[], body)).unwrap();
        assert_eq!(started.cli_filter.as_deref(), Some("(.*)8156(.*)"));
        assert_eq!(started.interception_timeout, Some(Duration::from_secs(45)));
    }

    #[test]
    fn what_is_new_or_missing_around_the_id_does_not_matter() {
        for body in [
            r#"{"id":"1"}"#,
            r#"{"id":"1","method":"callout","_links":[]}"#,
            r#"{"id":"1","whatsapp":{}}"#,
            r#"{"id":"1","sms":{"codeType":"Emoji"},"new":{"a":[1]}}"#,
        ] {
            assert!(read(&Answer::for_tests(200, &[], body)).is_ok(), "{body}");
        }
    }

    #[test]
    fn an_answer_without_a_usable_id_is_unreadable() {
        for body in [
            "",
            "{",
            "[]",
            "null",
            "{}",
            r#"{"id":7}"#,
            r#"{"id":""}"#,
            r#"{"id":"../x"}"#,
        ] {
            let error = read(&Answer::for_tests(200, &[], body)).unwrap_err();
            assert!(matches!(error, SinchError::Unreadable), "{body}");
        }
    }
}
