//! `POST /xms/v1/{account}/batches/dry_run`: how many parts a batch would take. Sends nothing.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query as FromQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::batch::Text;
use super::error::SmsError;
use super::query::{self, Query};
use super::request::{self, BatchFields, Draft};
use crate::auth::bearer::SmsAccount;
use crate::conduct::conduct;
use crate::faults::Operation;
use crate::training::{Delivery, USUAL_DELIVERY};
use crate::world::Shared;

const DETAILED_BY_DEFAULT: usize = 100;

pub(crate) async fn dry_run(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    FromQuery(query): FromQuery<Query>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, SmsError> {
    let fields: BatchFields = request::read_json(&headers, &body)?;
    let draft = fields.check(shared.now())?;
    let detailed = match query::is_true(&query, "per_recipient") {
        true => query::value(&query, "number_of_recipients")?.unwrap_or(DETAILED_BY_DEFAULT),
        false => 0,
    };
    let numbers = draft.to.clone();
    let answer = conduct(&shared, Operation::DryRun, &numbers, |_, _| {
        Json(forecast(&draft, detailed)).into_response()
    });
    Ok(answer.await)
}

fn forecast(draft: &Draft, detailed: usize) -> Value {
    let texts: Vec<_> = draft
        .to
        .iter()
        .map(|to| Text::render(draft, to, Delivery::After(USUAL_DELIVERY)))
        .collect();
    let messages: u32 = texts.iter().map(|text| text.parts).sum();
    let mut answer = json!({
        "number_of_recipients": texts.len(),
        "number_of_messages": messages,
    });
    if detailed > 0 {
        let details: Vec<_> = texts.iter().take(detailed).map(detail).collect();
        answer["per_recipient"] = json!(details);
    }
    answer
}

fn detail(text: &Text) -> Value {
    json!({
        "recipient": text.to.digits(),
        "body": text.body,
        "number_of_parts": text.parts,
        "encoding": text.encoding.in_dry_run(),
    })
}
