//! Delivery reports (summary, full, one recipient, all recipients) and delivery feedback. They tell
//! where texts stand and change nothing.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query as FromQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::batch::{Batch, DEFAULT_ORIGINATOR, DeliveryStatus, Text};
use super::error::SmsError;
use super::query::{self, Filter, Query};
use super::request;
use crate::auth::bearer::SmsAccount;
use crate::clock::in_milliseconds;
use crate::conduct::conduct;
use crate::faults::Operation;
use crate::number::Number;
use crate::world::{Shared, World};

pub(crate) async fn batch(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id)): Path<(String, String)>,
    FromQuery(query): FromQuery<Query>,
) -> Response {
    let now = shared.now();
    conduct(&shared, Operation::DeliveryReport, &[], |world, _| {
        let batch = world.batches.get(&id).ok_or(SmsError::NotFound);
        batch
            .and_then(|batch| summary(batch, &query, now))
            .map(Json)
            .into_response()
    })
    .await
}

struct Group<'a> {
    status: DeliveryStatus,
    code: u16,
    recipients: Vec<&'a str>,
}

fn summary(batch: &Batch, query: &Query, now: Timestamp) -> Result<Value, SmsError> {
    let is_full = match query.get("type").map(String::as_str) {
        None | Some("summary") => false,
        Some("full") => true,
        Some(_) => return Err(SmsError::InvalidFormat("type must be summary or full.")),
    };
    let statuses: Vec<_> = groups(batch, now)
        .iter()
        .filter(|group| is_asked_for(group.status, group.code, query))
        .map(|group| group_answer(group, is_full))
        .collect();
    let mut answer = json!({
        "type": "delivery_report_sms",
        "batch_id": batch.id,
        "total_message_count": batch.texts.len(),
        "statuses": statuses,
    });
    if let Some(reference) = &batch.draft.client_reference {
        answer["client_reference"] = json!(reference);
    }
    Ok(answer)
}

/// The texts by status and code. A scheduled batch that was cancelled has none: its report is
/// empty (Sinch wire facts, section 4.2).
fn groups(batch: &Batch, now: Timestamp) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    if batch.draft.send_at.is_some() && batch.cancelled_at.is_some() {
        return groups;
    }
    for text in &batch.texts {
        let step = batch.standing(text, now);
        let known = groups
            .iter_mut()
            .find(|group| group.status == step.status && group.code == step.code);
        match known {
            Some(group) => group.recipients.push(text.to.digits()),
            None => groups.push(Group {
                status: step.status,
                code: step.code,
                recipients: vec![text.to.digits()],
            }),
        }
    }
    groups
}

fn is_asked_for(status: DeliveryStatus, code: u16, query: &Query) -> bool {
    let code = code.to_string();
    let has_code = query::list(query, "code").is_none_or(|codes| codes.contains(&code.as_str()));
    let has_status = query::list(query, "status").is_none_or(|statuses| {
        statuses
            .iter()
            .any(|asked| asked.eq_ignore_ascii_case(status.wire()))
    });
    has_code && has_status
}

fn group_answer(group: &Group<'_>, is_full: bool) -> Value {
    let mut answer = json!({
        "code": group.code,
        "status": group.status.wire(),
        "count": group.recipients.len(),
    });
    if is_full {
        answer["recipients"] = json!(group.recipients);
    }
    answer
}

pub(crate) async fn recipient(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id, number)): Path<(String, String, String)>,
) -> Response {
    let now = shared.now();
    let number = Number::from_loose(&number);
    conduct(&shared, Operation::DeliveryReport, &[], |world, _| {
        let batch = world.batches.get(&id);
        let text = batch.zip(number).and_then(|(batch, number)| {
            let text = batch.texts.iter().find(|text| text.to == number)?;
            Some((batch, text))
        });
        text.map(|(batch, text)| Json(recipient_answer(batch, text, now)))
            .ok_or(SmsError::NotFound)
            .into_response()
    })
    .await
}

/// `GET /xms/v1/{account}/delivery_reports`: the recipient reports of all batches, newest first.
pub(crate) async fn list(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    FromQuery(query): FromQuery<Query>,
) -> Response {
    let now = shared.now();
    conduct(&shared, Operation::DeliveryReport, &[], |world, _| {
        page(world, &query, now).map(Json).into_response()
    })
    .await
}

fn page(world: &World, query: &Query, now: Timestamp) -> Result<Value, SmsError> {
    let filter = Filter::read(query, now)?;
    let matching = world
        .batches
        .newest_first()
        .filter(|batch| filter.lets_through(batch))
        .flat_map(|batch| batch.texts.iter().map(move |text| (batch, text)))
        .filter(|(batch, text)| {
            let step = batch.standing(text, now);
            is_asked_for(step.status, step.code, query)
        })
        .collect();
    let page = query::page(query, matching)?;
    let reports: Vec<_> = page
        .items
        .into_iter()
        .map(|(batch, text)| recipient_answer(batch, text, now))
        .collect();
    Ok(json!({
        "count": page.count,
        "page": page.number,
        "page_size": reports.len(),
        "delivery_reports": reports,
    }))
}

fn recipient_answer(batch: &Batch, text: &Text, now: Timestamp) -> Value {
    let step = batch.standing(text, now);
    let mut answer = json!({
        "type": "recipient_delivery_report_sms",
        "batch_id": batch.id,
        "recipient": text.to.digits(),
        "code": step.code,
        "status": step.status.wire(),
        "at": in_milliseconds(step.at),
        "encoding": text.encoding.in_report(),
        "number_of_message_parts": text.parts,
    });
    if step.status == DeliveryStatus::Delivered || step.status == DeliveryStatus::Failed {
        answer["operator_status_at"] = json!(in_milliseconds(step.at));
    }
    if batch.draft.from.is_none() {
        answer["applied_originator"] = json!(DEFAULT_ORIGINATOR);
    }
    if let Some(reference) = &batch.draft.client_reference {
        answer["client_reference"] = json!(reference);
    }
    answer
}

#[derive(Deserialize)]
struct Feedback {
    recipients: Vec<String>,
}

/// Accepts feedback on who acted on a text. The sandbox does nothing with it.
pub(crate) async fn feedback(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, SmsError> {
    let feedback: Feedback = request::read_json(&headers, &body)?;
    if !feedback.recipients.is_empty() {
        request::read_recipients(&feedback.recipients)?;
    }
    let answer = conduct(&shared, Operation::DeliveryReport, &[], |world, _| {
        world
            .batches
            .get(&id)
            .map(|_| StatusCode::ACCEPTED)
            .ok_or(SmsError::NotFound)
            .into_response()
    });
    Ok(answer.await)
}
