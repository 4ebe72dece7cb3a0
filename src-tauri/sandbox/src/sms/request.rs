//! Reads and checks what a batch request asks for. It sends nothing.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::error::SmsError;
use crate::clock;
use crate::number::Number;

/// Default and maximum of `expire_at`, from `send_at`.
const LONGEST_LIFE: Duration = Duration::from_secs(3 * 24 * 60 * 60);
const BODY_LIMIT: usize = 2000;
const RECIPIENT_LIMIT: usize = 1000;
const CALLBACK_URL_LIMIT: usize = 2048;
/// The 2021 documentation says 128; newer pages may allow more.
const REFERENCE_LIMIT: usize = 2048;
const GROUP_ID_LENGTH: usize = 26;
const NAME_LIMIT: usize = 11;

pub(super) type Parameters = BTreeMap<String, BTreeMap<String, String>>;

/// A batch as it stands in a request, every field still optional: an update gives only some.
#[derive(Clone, Default, Deserialize)]
pub(super) struct BatchFields {
    pub(super) to: Option<Vec<String>>,
    to_add: Option<Vec<String>>,
    to_remove: Option<Vec<String>>,
    from: Option<String>,
    body: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    parameters: Option<Parameters>,
    delivery_report: Option<DeliveryReportKind>,
    send_at: Option<String>,
    expire_at: Option<String>,
    callback_url: Option<String>,
    client_reference: Option<String>,
    feedback_enabled: Option<bool>,
    flash_message: Option<bool>,
    truncate_concat: Option<bool>,
    max_number_of_message_parts: Option<u32>,
    from_ton: Option<u8>,
    from_npi: Option<u8>,
}

/// The kinds of report that a callback would bring. Polling works whatever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DeliveryReportKind {
    None,
    Summary,
    Full,
    PerRecipient,
    PerRecipientFinal,
}

impl DeliveryReportKind {
    pub(super) fn wire(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Summary => "summary",
            Self::Full => "full",
            Self::PerRecipient => "per_recipient",
            Self::PerRecipientFinal => "per_recipient_final",
        }
    }
}

/// A batch that makes sense.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) to: Vec<Number>,
    pub(super) from: Option<String>,
    pub(super) body: String,
    pub(super) parameters: Option<Parameters>,
    pub(super) delivery_report: DeliveryReportKind,
    pub(super) send_at: Option<Timestamp>,
    pub(super) expire_at: Timestamp,
    pub(super) callback_url: Option<String>,
    pub(super) client_reference: Option<String>,
    pub(super) feedback_enabled: bool,
    pub(super) flash_message: bool,
    pub(super) truncate_concat: Option<bool>,
    pub(super) max_number_of_message_parts: Option<u32>,
    pub(super) from_ton: Option<u8>,
    pub(super) from_npi: Option<u8>,
}

/// Reads a JSON body. Sinch answers 415 where the content type is missing.
pub(super) fn read_json<T: DeserializeOwned>(
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<T, SmsError> {
    let is_json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.to_ascii_lowercase().starts_with("application/json"));
    if !is_json {
        return Err(SmsError::UnsupportedMediaType);
    }
    serde_json::from_slice(body).map_err(|error| match error.classify() {
        Category::Data => SmsError::InvalidFormat("A parameter has the wrong type or value."),
        Category::Syntax | Category::Eof | Category::Io => SmsError::InvalidJson,
    })
}

impl BatchFields {
    /// These fields with those of an update laid over them.
    pub(super) fn updated(mut self, update: Self) -> Self {
        let mut to = update.to.or(self.to.take()).unwrap_or_default();
        let removed = update.to_remove.unwrap_or_default();
        to.retain(|number| !removed.iter().any(|gone| same_number(number, gone)));
        to.extend(update.to_add.unwrap_or_default());
        Self {
            to: Some(to),
            to_add: None,
            to_remove: None,
            from: update.from.or(self.from),
            body: update.body.or(self.body),
            kind: update.kind.or(self.kind),
            parameters: update.parameters.or(self.parameters),
            delivery_report: update.delivery_report.or(self.delivery_report),
            send_at: update.send_at.or(self.send_at),
            expire_at: update.expire_at.or(self.expire_at),
            callback_url: update.callback_url.or(self.callback_url),
            client_reference: update.client_reference.or(self.client_reference),
            feedback_enabled: update.feedback_enabled.or(self.feedback_enabled),
            flash_message: update.flash_message.or(self.flash_message),
            truncate_concat: update.truncate_concat.or(self.truncate_concat),
            max_number_of_message_parts: update
                .max_number_of_message_parts
                .or(self.max_number_of_message_parts),
            from_ton: update.from_ton.or(self.from_ton),
            from_npi: update.from_npi.or(self.from_npi),
        }
    }

    /// Checks every rule; `created_at` is what the times are measured from.
    pub(super) fn check(self, created_at: Timestamp) -> Result<Draft, SmsError> {
        if self.kind.is_some_and(|kind| kind != "mt_text") {
            return Err(SmsError::ConstraintViolation(
                "This sandbox carries batches of type mt_text only.",
            ));
        }
        check_lengths(
            self.callback_url.as_deref(),
            self.client_reference.as_deref(),
        )?;
        if self.max_number_of_message_parts == Some(0) {
            return Err(SmsError::ConstraintViolation(
                "max_number_of_message_parts must be at least 1.",
            ));
        }
        let send_at = read_instant(self.send_at.as_deref())?;
        let expire_at = read_instant(self.expire_at.as_deref())?;
        Ok(Draft {
            to: read_recipients(&self.to.unwrap_or_default())?,
            from: self.from.map(|from| read_sender(&from)).transpose()?,
            body: read_body(self.body)?,
            parameters: self.parameters,
            delivery_report: self.delivery_report.unwrap_or(DeliveryReportKind::None),
            send_at,
            expire_at: resolve_expiry(send_at.unwrap_or(created_at).max(created_at), expire_at)?,
            callback_url: self.callback_url,
            client_reference: self.client_reference,
            feedback_enabled: self.feedback_enabled.unwrap_or(false),
            flash_message: self.flash_message.unwrap_or(false),
            truncate_concat: self.truncate_concat,
            max_number_of_message_parts: self.max_number_of_message_parts,
            from_ton: self.from_ton,
            from_npi: self.from_npi,
        })
    }
}

fn same_number(left: &str, right: &str) -> bool {
    match (Number::from_loose(left), Number::from_loose(right)) {
        (Some(left), Some(right)) => left == right,
        (None, _) | (_, None) => left == right,
    }
}

pub(super) fn read_recipients(to: &[String]) -> Result<Vec<Number>, SmsError> {
    if to.is_empty() || to.len() > RECIPIENT_LIMIT {
        return Err(SmsError::ConstraintViolation(
            "to must hold 1 to 1000 recipients.",
        ));
    }
    to.iter().map(|text| read_recipient(text)).collect()
}

fn read_recipient(text: &str) -> Result<Number, SmsError> {
    if let Some(number) = Number::from_loose(text) {
        return Ok(number);
    }
    let looks_like_group =
        text.len() == GROUP_ID_LENGTH && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if looks_like_group {
        return Err(SmsError::UnknownGroup);
    }
    Err(SmsError::InvalidFormat(
        "A recipient is not a valid number.",
    ))
}

/// A number (answered without `+`), a short code or a name of up to eleven characters.
fn read_sender(from: &str) -> Result<String, SmsError> {
    if let Some(number) = Number::from_loose(from) {
        return Ok(number.digits().to_owned());
    }
    let is_name = !from.is_empty()
        && from.len() <= NAME_LIMIT
        && from
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if !is_name {
        return Err(SmsError::InvalidFormat("from is not a valid sender."));
    }
    Ok(from.to_owned())
}

fn read_body(body: Option<String>) -> Result<String, SmsError> {
    let body = body
        .filter(|body| !body.is_empty())
        .ok_or(SmsError::ConstraintViolation("body must not be empty."))?;
    if body.chars().count() > BODY_LIMIT {
        return Err(SmsError::ConstraintViolation(
            "body must not be longer than 2000 characters.",
        ));
    }
    Ok(body)
}

fn check_lengths(callback_url: Option<&str>, reference: Option<&str>) -> Result<(), SmsError> {
    if callback_url.is_some_and(|url| url.len() > CALLBACK_URL_LIMIT) {
        return Err(SmsError::ConstraintViolation("callback_url is too long."));
    }
    if reference.is_some_and(|reference| reference.len() > REFERENCE_LIMIT) {
        return Err(SmsError::ConstraintViolation(
            "client_reference is too long.",
        ));
    }
    Ok(())
}

/// An instant must say its offset.
pub(super) fn read_instant(text: Option<&str>) -> Result<Option<Timestamp>, SmsError> {
    text.map(str::parse)
        .transpose()
        .map_err(|_| SmsError::InvalidFormat("A time is not in ISO 8601 with an offset."))
}

fn resolve_expiry(from: Timestamp, asked: Option<Timestamp>) -> Result<Timestamp, SmsError> {
    let latest = clock::after(from, LONGEST_LIFE);
    let expire_at = asked.unwrap_or(latest);
    if expire_at <= from {
        return Err(SmsError::ConstraintViolation(
            "expire_at must be later than send_at and than now.",
        ));
    }
    Ok(expire_at.min(latest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-22T21:08:44Z".parse().unwrap()
    }

    fn check(body: &str) -> Result<Draft, SmsError> {
        serde_json::from_str::<BatchFields>(body)
            .unwrap()
            .check(now())
    }

    #[test]
    fn expiry_is_three_days_after_sending_by_default_and_at_most() {
        for expire_at in ["", r#","expire_at":"2027-01-01T00:00:00Z""#] {
            let draft = check(&format!(
                r#"{{"to":["+12025550101"],"body":"x","send_at":"2026-11-23T00:00:00+01:00"{expire_at}}}"#
            ))
            .unwrap();
            assert_eq!(draft.expire_at, "2026-11-25T23:00:00Z".parse().unwrap());
        }
    }

    #[test]
    fn each_broken_rule_is_refused() {
        let long = "a".repeat(2001);
        let bodies = [
            r#"{"body":"x"}"#.to_owned(),
            r#"{"to":[],"body":"x"}"#.to_owned(),
            r#"{"to":["+12025550101"]}"#.to_owned(),
            r#"{"to":["+12025550101"],"body":""}"#.to_owned(),
            format!(r#"{{"to":["+12025550101"],"body":"{long}"}}"#),
            r#"{"to":["hello"],"body":"x"}"#.to_owned(),
            r#"{"to":["+12025550101"],"body":"x","from":"a name too long"}"#.to_owned(),
            r#"{"to":["+12025550101"],"body":"x","type":"mt_binary"}"#.to_owned(),
            r#"{"to":["+12025550101"],"body":"x","expire_at":"2026-11-22T21:08:44Z"}"#.to_owned(),
            r#"{"to":["+12025550101"],"body":"x","send_at":"tomorrow"}"#.to_owned(),
            r#"{"to":["+12025550101"],"body":"x","max_number_of_message_parts":0}"#.to_owned(),
        ];
        for body in &bodies {
            assert!(check(body).is_err(), "{body}");
        }
    }

    #[test]
    fn a_group_as_recipient_is_not_known() {
        let error = check(r#"{"to":["01FC66621XXXXX119Z8PMV1QPQ"],"body":"x"}"#).err();
        assert_eq!(error, Some(SmsError::UnknownGroup));
    }

    #[test]
    fn an_update_changes_only_what_it_names() {
        let stored: BatchFields = serde_json::from_str(
            r#"{"to":["+12025550101","12025550102"],"body":"old","from":"Desk"}"#,
        )
        .unwrap();
        let update: BatchFields = serde_json::from_str(
            r#"{"to_add":["12025550103"],"to_remove":["+1 202 555 0102"],"body":"new"}"#,
        )
        .unwrap();
        let draft = stored.updated(update).check(now()).unwrap();
        let digits: Vec<_> = draft.to.iter().map(Number::digits).collect();
        assert_eq!(digits, ["12025550101", "12025550103"]);
        assert_eq!(
            (draft.body.as_str(), draft.from.as_deref()),
            ("new", Some("Desk"))
        );
    }
}
