//! The routes, all from the root of one origin so that any official SDK can be pointed at it, and
//! what every answer has in common. Handlers live with their APIs.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post, put};

use crate::clock::http_date;
use crate::conduct::ELSEWHERE;
use crate::sms::{batches, dry_run, reports};
use crate::verification::{VerificationError, report, start, status};
use crate::world::Shared;
use crate::{control, lookup, oauth};

// Routes are written out and not nested: a signature covers the whole path, and a nested handler
// would see only the end of it.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .merge(verification())
        .merge(sms())
        .merge(control())
        .route("/oauth2/token", post(oauth::token))
        .route("/v2/projects/{project}/lookups", post(lookup::lookup))
        .fallback(not_found)
        .layer(from_fn_with_state(Arc::clone(&shared), date))
        .with_state(shared)
}

fn verification() -> Router<Arc<Shared>> {
    let beneath = |path: &str| format!("/verification/v1/verifications{path}");
    Router::new()
        .route(&beneath(""), post(start::start))
        .route(&beneath("/id/{id}"), get(status::by_id).put(report::by_id))
        .route(&beneath("/number/{number}"), put(report::by_number))
        .route(
            &beneath("/{method}/number/{number}"),
            get(status::by_number),
        )
        .route(
            &beneath("/reference/{reference}"),
            get(status::by_reference),
        )
}

fn sms() -> Router<Arc<Shared>> {
    let beneath = |path: &str| format!("/xms/v1/{{account}}/batches{path}");
    Router::new()
        .route("/xms/v1/{account}/delivery_reports", get(reports::list))
        .route(&beneath(""), get(batches::list).post(batches::send))
        .route(&beneath("/dry_run"), post(dry_run::dry_run))
        .route(
            &beneath("/{id}"),
            get(batches::get)
                .post(batches::update)
                .put(batches::replace)
                .delete(batches::cancel),
        )
        .route(&beneath("/{id}/delivery_feedback"), post(reports::feedback))
        .route(&beneath("/{id}/delivery_report"), get(reports::batch))
        .route(
            &beneath("/{id}/delivery_report/{number}"),
            get(reports::recipient),
        )
}

fn control() -> Router<Arc<Shared>> {
    Router::new()
        .route("/_sandbox/messages", get(control::messages))
        .route("/_sandbox/faults", post(control::faults))
        .route("/_sandbox/clock", post(control::clock))
        .route("/_sandbox/reset", post(control::reset))
        .route("/_sandbox/warnings", get(control::warnings))
        .route(ELSEWHERE, any(control::elsewhere))
}

async fn not_found(request: Request) -> Response {
    if request.uri().path().starts_with("/verification/") {
        return VerificationError::NotFound.into_response();
    }
    StatusCode::NOT_FOUND.into_response()
}

/// Every answer tells the sandbox's time, by which a client can see that its own clock is off.
async fn date(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    if let Ok(date) = HeaderValue::from_str(&http_date(shared.now())) {
        answer.headers_mut().insert(header::DATE, date);
    }
    answer
}
