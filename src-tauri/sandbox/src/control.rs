//! The control paths under `/_sandbox/`, which Sinch does not have: what the phones received, the
//! clock, faults, warnings and a reset. They need no credentials; only this machine reaches them.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::clock::in_milliseconds;
use crate::faults::Fault;
use crate::number::Number;
use crate::world::Shared;

#[derive(Deserialize)]
pub(crate) struct MessagesQuery {
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_ms: u64,
}

/// Why a control request was not understood.
pub(crate) struct Refused(String);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, Json(json!({ "error": self.0 }))).into_response()
    }
}

/// `GET /_sandbox/messages?to=`: a `+` in a query may come as a space, so neither is needed.
pub(crate) async fn messages(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<MessagesQuery>,
) -> Result<Response, Refused> {
    let number = Number::from_loose(&query.to)
        .ok_or_else(|| Refused("`to` must be a phone number".to_owned()))?;
    let now = shared.now();
    let messages = shared.world().phones.received(&number, now);
    Ok(Json(json!({ "messages": messages })).into_response())
}

/// `POST /_sandbox/faults`
pub(crate) async fn faults(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<StatusCode, Refused> {
    let fault: Fault = read(&body)?;
    shared
        .world()
        .faults
        .set(fault)
        .map_err(|error| Refused(error.to_string()))?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /_sandbox/clock`
pub(crate) async fn clock(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<Response, Refused> {
    let advance: Advance = read(&body)?;
    shared
        .clock
        .advance(Duration::from_millis(advance.advance_ms));
    shared.changed.notify_one();
    Ok(Json(json!({ "now": in_milliseconds(shared.now()) })).into_response())
}

/// `POST /_sandbox/reset`
pub(crate) async fn reset(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.reset();
    StatusCode::NO_CONTENT
}

/// `GET /_sandbox/warnings`
pub(crate) async fn warnings(State(shared): State<Arc<Shared>>) -> Response {
    Json(json!({ "warnings": shared.world().warnings.all() })).into_response()
}

/// Where a redirect leads that must not be followed: it says so when it was.
pub(crate) async fn elsewhere(State(shared): State<Arc<Shared>>) -> StatusCode {
    let note = "a redirect to another origin was followed".to_owned();
    let now = shared.now();
    shared.world().warnings.note(now, note);
    StatusCode::NO_CONTENT
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refused> {
    serde_json::from_slice(body)
        .map_err(|_| Refused("the body is not what this path takes".to_owned()))
}
