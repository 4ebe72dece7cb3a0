//! Reads the body of a start: what is asked for, what is wrong with it, and which of its keys are
//! nothing that Sinch knows. It starts nothing.

use std::time::Duration;

use axum::body::Bytes;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::VerificationError;
use super::language::Language;
use super::record::Method;
use crate::draw::Alphabet;
use crate::number::Number;

/// Sinch publishes no default; five minutes fits the `interceptionTimeout` of its fixtures.
const DEFAULT_LIFETIME: Duration = Duration::from_secs(5 * 60);
const CUSTOM_LIMIT: usize = 4096;
const KNOWN_KEYS: [&str; 10] = [
    "identity",
    "method",
    "reference",
    "custom",
    "smsOptions",
    "flashCallOptions",
    "calloutOptions",
    "whatsappOptions",
    "honourEarlyReject",
    "metadata",
];
/// `locale` is moved to a header by the SDKs and `template` was withdrawn in 2025.
const KNOWN_SMS_OPTIONS: [&str; 3] = ["expiry", "codeType", "applicationHash"];

/// A start that makes sense.
pub(super) struct StartRequest {
    pub(super) method: Method,
    pub(super) number: Number,
    pub(super) reference: Option<String>,
    pub(super) lifetime: Duration,
    /// Only where the caller chose one: the answer repeats it only then.
    pub(super) alphabet: Option<Alphabet>,
    /// Android's SMS Retriever wants it at the end of the text.
    pub(super) application_hash: Option<String>,
    pub(super) speech: Option<Language>,
    /// Keys that Sinch's reference does not know, with their place.
    pub(super) unknown_keys: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    identity: Option<WireIdentity>,
    method: Option<String>,
    reference: Option<String>,
    custom: Option<String>,
    #[serde(default)]
    sms_options: WireSmsOptions,
    #[serde(default)]
    callout_options: WireCalloutOptions,
    #[serde(default)]
    whatsapp_options: WireWhatsappOptions,
}

#[derive(Deserialize)]
struct WireIdentity {
    #[serde(rename = "type")]
    kind: Option<String>,
    endpoint: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSmsOptions {
    expiry: Option<String>,
    code_type: Option<String>,
    application_hash: Option<String>,
}

#[derive(Default, Deserialize)]
struct WireCalloutOptions {
    speech: Option<WireSpeech>,
}

#[derive(Deserialize)]
struct WireSpeech {
    locale: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireWhatsappOptions {
    code_type: Option<String>,
}

impl StartRequest {
    pub(super) fn read(body: &Bytes) -> Result<Self, VerificationError> {
        let map: Map<String, Value> = serde_json::from_slice(body)
            .map_err(|_| VerificationError::invalid("The body is not a JSON object."))?;
        let unknown_keys = unknown_keys(&map);
        let wire: Wire = serde_json::from_value(Value::Object(map))
            .map_err(|_| VerificationError::invalid("A parameter has the wrong type."))?;
        let method = read_method(wire.method.as_deref())?;
        let code_type = match method {
            Method::Sms => wire.sms_options.code_type,
            Method::Whatsapp => wire.whatsapp_options.code_type,
            Method::FlashCall | Method::Callout => None,
        };
        check_texts(wire.reference.as_deref(), wire.custom.as_deref())?;
        Ok(Self {
            method,
            number: read_number(wire.identity)?,
            reference: wire.reference,
            lifetime: read_lifetime(method, wire.sms_options.expiry.as_deref())?,
            alphabet: read_alphabet(code_type.as_deref())?,
            application_hash: wire.sms_options.application_hash,
            speech: wire
                .callout_options
                .speech
                .and_then(|speech| speech.locale)
                .and_then(|locale| Language::from_tag(&locale)),
            unknown_keys,
        })
    }
}

fn read_method(name: Option<&str>) -> Result<Method, VerificationError> {
    let name = name.ok_or_else(|| VerificationError::invalid("Parameter method is missing."))?;
    if name == "seamless" {
        return Err(VerificationError::SeamlessUnavailable);
    }
    Method::from_wire(name).ok_or_else(|| VerificationError::invalid("Method is not known."))
}

fn read_number(identity: Option<WireIdentity>) -> Result<Number, VerificationError> {
    let identity =
        identity.ok_or_else(|| VerificationError::invalid("Parameter identity is missing."))?;
    if identity.kind.as_deref() != Some("number") {
        return Err(VerificationError::invalid("Identity type must be number."));
    }
    let endpoint = identity
        .endpoint
        .ok_or_else(|| VerificationError::invalid("Parameter endpoint is missing."))?;
    if !endpoint.starts_with('+') {
        let message = format!("Number {endpoint} is invalid. Missing leading plus.");
        return Err(VerificationError::Invalid(message));
    }
    Number::from_e164(&endpoint).ok_or_else(|| {
        VerificationError::Invalid(format!("Number {endpoint} is invalid. Too short."))
    })
}

fn check_texts(reference: Option<&str>, custom: Option<&str>) -> Result<(), VerificationError> {
    if reference.is_some_and(str::is_empty) {
        return Err(VerificationError::invalid("Reference is empty."));
    }
    if custom.is_some_and(|custom| custom.chars().count() > CUSTOM_LIMIT) {
        return Err(VerificationError::invalid("Custom is too long."));
    }
    Ok(())
}

fn read_alphabet(name: Option<&str>) -> Result<Option<Alphabet>, VerificationError> {
    name.map(|name| {
        Alphabet::from_wire(name)
            .ok_or_else(|| VerificationError::invalid("Code type is not known."))
    })
    .transpose()
}

fn read_lifetime(method: Method, expiry: Option<&str>) -> Result<Duration, VerificationError> {
    let Some(expiry) = expiry.filter(|_| method == Method::Sms) else {
        return Ok(DEFAULT_LIFETIME);
    };
    read_duration(expiry).ok_or_else(|| VerificationError::invalid("Expiry must be HH:MM:SS."))
}

/// `HH:MM:SS`, longer than nothing.
fn read_duration(text: &str) -> Option<Duration> {
    let parts: Vec<u64> = text
        .split(':')
        .map(|part| part.parse().ok().filter(|_| part.len() == 2))
        .collect::<Option<_>>()?;
    let [hours, minutes, seconds] = parts[..] else {
        return None;
    };
    let total = hours * 3600 + minutes * 60 + seconds;
    (minutes < 60 && seconds < 60 && total > 0).then(|| Duration::from_secs(total))
}

fn unknown_keys(map: &Map<String, Value>) -> Vec<String> {
    let top = map
        .keys()
        .filter(|key| !KNOWN_KEYS.contains(&key.as_str()))
        .cloned();
    let sms_options = map
        .get("smsOptions")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Map::keys)
        .filter(|key| !KNOWN_SMS_OPTIONS.contains(&key.as_str()))
        .map(|key| format!("smsOptions.{key}"));
    top.chain(sms_options).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &'static str) -> Result<StartRequest, VerificationError> {
        StartRequest::read(&Bytes::from_static(body.as_bytes()))
    }

    #[test]
    fn the_method_may_come_last_and_flash_call_has_two_spellings() {
        for method in ["flashcall", "flashCall"] {
            let body = format!(
                r#"{{"identity":{{"type":"number","endpoint":"+12025550101"}},"method":"{method}"}}"#
            );
            let request = StartRequest::read(&Bytes::from(body)).unwrap();
            assert_eq!(request.method, Method::FlashCall);
        }
    }

    #[test]
    fn expiry_is_hours_minutes_and_seconds() {
        assert_eq!(read_duration("00:03:20"), Some(Duration::from_secs(200)));
        assert_eq!(read_duration("01:00:00"), Some(Duration::from_secs(3600)));
        for wrong in [
            "",
            "5",
            "00:60:00",
            "00:00:00",
            "0:3:20",
            "00:03:20:00",
            "aa:bb:cc",
        ] {
            assert_eq!(read_duration(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn keys_that_sinch_does_not_know_are_named() {
        let request = read(
            r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"sms",
                "expiry":"00:05:00","smsOptions":{"template":"x","codeType":"Alpha"}}"#,
        )
        .unwrap();
        assert_eq!(request.unknown_keys, ["expiry", "smsOptions.template"]);
        assert_eq!(request.alphabet, Some(Alphabet::Alpha));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let bodies = [
            "",
            "[]",
            "{}",
            r#"{"method":"sms"}"#,
            r#"{"identity":{"type":"number","endpoint":"12025550101"},"method":"sms"}"#,
            r#"{"identity":{"type":"number","endpoint":"+4813"},"method":"sms"}"#,
            r#"{"identity":{"type":"email","endpoint":"+12025550101"},"method":"sms"}"#,
            r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"pigeon"}"#,
            r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"sms","reference":""}"#,
            r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"sms","smsOptions":{"expiry":"soon"}}"#,
            r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"sms","smsOptions":{"codeType":"Runes"}}"#,
        ];
        for body in bodies {
            let error = read(body).err();
            assert!(
                matches!(error, Some(VerificationError::Invalid(_))),
                "{body}"
            );
        }
    }

    #[test]
    fn seamless_is_refused_as_sinch_refuses_it() {
        let error =
            read(r#"{"identity":{"type":"number","endpoint":"+12025550101"},"method":"seamless"}"#)
                .err();
        assert_eq!(error, Some(VerificationError::SeamlessUnavailable));
    }
}
