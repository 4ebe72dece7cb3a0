//! `/xms/v1/{account}/batches`: send, read, list, update, replace, cancel.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query as FromQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer;
use super::batch::{Batch, Text};
use super::error::SmsError;
use super::query::{self, Filter, Query};
use super::request::{self, BatchFields, Draft};
use crate::auth::bearer::SmsAccount;
use crate::conduct::conduct;
use crate::draw;
use crate::faults::Operation;
use crate::number::Number;
use crate::training::{Delivery, Outcome};
use crate::world::{Shared, World};

pub(crate) async fn send(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, SmsError> {
    let now = shared.now();
    let fields: BatchFields = request::read_json(&headers, &body)?;
    let draft = fields.clone().check(now)?;
    let numbers = draft.to.clone();
    let answer = conduct(&shared, Operation::Send, &numbers, |world, outcomes| {
        let deliveries = outcomes.iter().map(|outcome| outcome.delivery());
        let batch = Batch {
            id: draw::batch_id(&mut world.randomness, now),
            texts: texts(&draft, deliveries),
            fields,
            draft,
            created_at: now,
            modified_at: now,
            cancelled_at: None,
        };
        let answer = answer::batch(&batch);
        for dispatch in batch.dispatches() {
            world.phones.expect(dispatch);
        }
        world.batches.add(batch);
        (StatusCode::CREATED, Json(answer)).into_response()
    });
    Ok(answer.await)
}

fn texts(draft: &Draft, deliveries: impl Iterator<Item = Delivery>) -> Vec<Text> {
    draft
        .to
        .iter()
        .zip(deliveries)
        .map(|(to, delivery)| Text::render(draft, to, delivery))
        .collect()
}

pub(crate) async fn get(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    conduct(&shared, Operation::Batch, &[], |world, _| {
        world
            .batches
            .get(&id)
            .map(|batch| Json(answer::batch(batch)))
            .ok_or(SmsError::NotFound)
            .into_response()
    })
    .await
}

pub(crate) async fn list(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    FromQuery(query): FromQuery<Query>,
) -> Response {
    let now = shared.now();
    conduct(&shared, Operation::Batch, &[], |world, _| {
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
        .collect();
    let page = query::page(query, matching)?;
    let batches: Vec<_> = page.items.into_iter().map(answer::batch).collect();
    Ok(json!({
        "count": page.count,
        "page": page.number,
        "page_size": batches.len(),
        "batches": batches,
    }))
}

pub(crate) async fn update(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, SmsError> {
    let update: BatchFields = request::read_json(&headers, &body)?;
    Ok(change(&shared, &id, |stored| stored.updated(update)).await)
}

pub(crate) async fn replace(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, SmsError> {
    let replacement: BatchFields = request::read_json(&headers, &body)?;
    Ok(change(&shared, &id, |_| replacement).await)
}

async fn change(
    shared: &Shared,
    id: &str,
    alter: impl FnOnce(BatchFields) -> BatchFields,
) -> Response {
    let now = shared.now();
    conduct(shared, Operation::Batch, &[], |world, _| {
        rewrite(world, id, alter, now).map(Json).into_response()
    })
    .await
}

/// Changes a batch and what of it has not arrived yet.
fn rewrite(
    world: &mut World,
    id: &str,
    alter: impl FnOnce(BatchFields) -> BatchFields,
    now: Timestamp,
) -> Result<Value, SmsError> {
    let batch = world.batches.get_mut(id).ok_or(SmsError::NotFound)?;
    if batch.is_finished(now) {
        return Err(SmsError::ConstraintViolation(
            "The batch is finished and can no longer be changed.",
        ));
    }
    let fields = alter(batch.fields.clone());
    let draft = fields.clone().check(batch.created_at)?;
    let faults = &world.faults;
    let deliveries = draft
        .to
        .iter()
        .map(|number: &Number| faults.outcome_of(number))
        .map(Outcome::delivery);
    batch.texts = texts(&draft, deliveries);
    batch.fields = fields;
    batch.draft = draft;
    batch.modified_at = now;
    world.phones.withdraw_batch(id, now);
    for dispatch in batch
        .dispatches()
        .filter(|dispatch| dispatch.arrives_at > now)
    {
        world.phones.expect(dispatch);
    }
    Ok(answer::batch(batch))
}

pub(crate) async fn cancel(
    _: SmsAccount,
    State(shared): State<Arc<Shared>>,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    let now = shared.now();
    conduct(&shared, Operation::Batch, &[], |world, _| {
        cancel_batch(world, &id, now).map(Json).into_response()
    })
    .await
}

/// A finished batch is answered unchanged; what is already with the carrier still arrives.
fn cancel_batch(world: &mut World, id: &str, now: Timestamp) -> Result<Value, SmsError> {
    let batch = world.batches.get_mut(id).ok_or(SmsError::NotFound)?;
    if batch.cancelled_at.is_some() || batch.is_finished(now) {
        return Ok(answer::batch(batch));
    }
    batch.cancelled_at = Some(now);
    batch.modified_at = now;
    world.phones.withdraw_batch(id, now);
    for dispatch in batch
        .dispatches()
        .filter(|dispatch| dispatch.arrives_at > now)
    {
        world.phones.expect(dispatch);
    }
    Ok(answer::batch(batch))
}
