//! The three status requests: by id, by method and number, by reference. They change nothing.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::answer;
use super::error::VerificationError;
use super::record::{Method, Verification};
use crate::auth::verification::Authenticated;
use crate::conduct::conduct;
use crate::faults::Operation;
use crate::number::Number;
use crate::world::{Shared, World};

pub(crate) async fn by_id(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    _: Authenticated,
) -> Response {
    let now = shared.now();
    answer(&shared, |world| world.verifications.by_id(&id, now)).await
}

pub(crate) async fn by_number(
    State(shared): State<Arc<Shared>>,
    Path((method, number)): Path<(String, String)>,
    _: Authenticated,
) -> Response {
    let now = shared.now();
    let asked = Method::from_wire(&method).zip(Number::from_loose(&number));
    answer(&shared, |world| {
        let (method, number) = asked?;
        world
            .verifications
            .by_method_and_number(method, &number, now)
    })
    .await
}

pub(crate) async fn by_reference(
    State(shared): State<Arc<Shared>>,
    Path(reference): Path<String>,
    _: Authenticated,
) -> Response {
    let now = shared.now();
    answer(&shared, |world| {
        world.verifications.by_reference(&reference, now)
    })
    .await
}

async fn answer(
    shared: &Shared,
    find: impl FnOnce(&mut World) -> Option<&mut Verification>,
) -> Response {
    conduct(shared, Operation::Status, &[], |world, _| {
        find(world)
            .map(|verification| Json(answer::status(verification)))
            .ok_or(VerificationError::NotFound)
            .into_response()
    })
    .await
}
