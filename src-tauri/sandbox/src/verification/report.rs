//! `PUT /verification/v1/verifications/id/{id}` and `…/number/{number}`: reports what the customer
//! showed. A wrong code is 400/40003 and leaves the verification pending; after twenty of them it
//! ends as FAIL "Invalid code" (Sinch publishes no number).

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::answer;
use super::error::VerificationError;
use super::record::{Method, NotVerified, Verification};
use crate::auth::verification::Authenticated;
use crate::conduct::conduct;
use crate::faults::Operation;
use crate::number::Number;
use crate::training::Outcome;
use crate::world::Shared;

pub(crate) async fn by_id(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    Authenticated(body): Authenticated,
) -> Result<Response, VerificationError> {
    let report = Report::read(&body)?;
    let now = shared.now();
    let number = shared
        .world()
        .verifications
        .by_id(&id, now)
        .map(|verification| verification.number.clone())
        .ok_or(VerificationError::NotFound)?;
    let numbers = [number];
    let answer = conduct(&shared, Operation::Report, &numbers, |world, outcomes| {
        let verification = world.verifications.by_id(&id, now);
        report.apply(verification, outcomes).into_response()
    });
    Ok(answer.await)
}

pub(crate) async fn by_number(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
    Authenticated(body): Authenticated,
) -> Result<Response, VerificationError> {
    let report = Report::read(&body)?;
    let now = shared.now();
    let number = Number::from_loose(&number).ok_or(VerificationError::NotFound)?;
    let numbers = [number.clone()];
    let answer = conduct(&shared, Operation::Report, &numbers, |world, outcomes| {
        let verification = world.verifications.by_number(&number, now);
        report.apply(verification, outcomes).into_response()
    });
    Ok(answer.await)
}

/// What a customer showed. No `Debug`: it is a code.
struct Report {
    method: Method,
    shown: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    method: Option<String>,
    sms: Option<WireCode>,
    callout: Option<WireCode>,
    whatsapp: Option<WireCode>,
    #[serde(alias = "flashcall")]
    flash_call: Option<WireCallingNumber>,
}

#[derive(Deserialize)]
struct WireCode {
    code: String,
}

#[derive(Deserialize)]
struct WireCallingNumber {
    cli: String,
}

impl Report {
    fn read(body: &Bytes) -> Result<Self, VerificationError> {
        let wire: Wire = serde_json::from_slice(body)
            .map_err(|_| VerificationError::invalid("The body is not a report."))?;
        let method = wire
            .method
            .as_deref()
            .and_then(Method::from_wire)
            .ok_or_else(|| VerificationError::invalid("Method is missing or not known."))?;
        let shown = match method {
            Method::Sms => wire.sms.map(|shown| shown.code),
            Method::Callout => wire.callout.map(|shown| shown.code),
            Method::Whatsapp => wire.whatsapp.map(|shown| shown.code),
            Method::FlashCall => wire.flash_call.map(|shown| shown.cli),
        };
        let shown = shown
            .ok_or_else(|| VerificationError::invalid("The method's own object is missing."))?;
        Ok(Self { method, shown })
    }

    fn apply(
        &self,
        verification: Option<&mut Verification>,
        outcomes: &[Outcome],
    ) -> Result<Response, VerificationError> {
        let verification = verification.ok_or(VerificationError::NotFound)?;
        if verification.method != self.method {
            return Err(VerificationError::InvalidIdentityOrCode);
        }
        if outcomes.contains(&Outcome::ReportFails) {
            verification.fail_report();
        } else if !outcomes.contains(&Outcome::ReportStaysPending) {
            verification
                .report(&self.shown)
                .map_err(|NotVerified| VerificationError::InvalidIdentityOrCode)?;
        }
        Ok(Json(answer::report(verification)).into_response())
    }
}
