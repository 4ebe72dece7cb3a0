//! Writes a batch as the SMS API answers it: the request's fields, resolved, and what the API adds.
//! Python's SDK checks strictly that the fields are there.

use serde_json::{Value, json};

use super::batch::Batch;
use crate::clock::in_milliseconds;
use crate::number::Number;

pub(super) fn batch(batch: &Batch) -> Value {
    let draft = &batch.draft;
    let to: Vec<_> = draft.to.iter().map(Number::digits).collect();
    let mut answer = json!({
        "id": batch.id,
        "type": "mt_text",
        "to": to,
        "body": draft.body,
        "canceled": batch.cancelled_at.is_some(),
        "created_at": in_milliseconds(batch.created_at),
        "modified_at": in_milliseconds(batch.modified_at),
        "delivery_report": draft.delivery_report.wire(),
        "expire_at": in_milliseconds(draft.expire_at),
        "feedback_enabled": draft.feedback_enabled,
        "flash_message": draft.flash_message,
    });
    let optional = [
        ("from", draft.from.as_ref().map(|from| json!(from))),
        (
            "parameters",
            draft.parameters.as_ref().map(|all| json!(all)),
        ),
        (
            "send_at",
            draft.send_at.map(|at| json!(in_milliseconds(at))),
        ),
        (
            "callback_url",
            draft.callback_url.as_ref().map(|url| json!(url)),
        ),
        (
            "client_reference",
            draft
                .client_reference
                .as_ref()
                .map(|reference| json!(reference)),
        ),
        (
            "truncate_concat",
            draft.truncate_concat.map(|is_on| json!(is_on)),
        ),
        (
            "max_number_of_message_parts",
            draft.max_number_of_message_parts.map(|parts| json!(parts)),
        ),
        ("from_ton", draft.from_ton.map(|ton| json!(ton))),
        ("from_npi", draft.from_npi.map(|npi| json!(npi))),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            answer[key] = value;
        }
    }
    answer
}
