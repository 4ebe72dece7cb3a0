//! Bearer authentication of the SMS and Number Lookup APIs: the service plan's lasting token, or an
//! access token that the sandbox's OAuth2 endpoint gave out and that expires.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

use crate::region::{AccountKind, is_known_at};
use crate::world::Shared;

/// The access tokens given out, each with the moment it ends.
#[derive(Default)]
pub(crate) struct Tokens(HashMap<String, Timestamp>);

impl Tokens {
    pub(crate) fn keep(&mut self, token: String, expires_at: Timestamp) {
        self.0.insert(token, expires_at);
    }

    fn check(&self, token: &str, now: Timestamp) -> Result<(), Unauthorized> {
        let expires_at = self.0.get(token).ok_or(Unauthorized::Unknown)?;
        if *expires_at <= now {
            return Err(Unauthorized::Expired);
        }
        Ok(())
    }
}

/// Why a bearer was refused with 401. The body is empty: only 400 and 403 are sure to have one
/// (Sinch wire facts, section 4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unauthorized {
    Missing,
    Unknown,
    Expired,
}

impl IntoResponse for Unauthorized {
    fn into_response(self) -> Response {
        let challenge = match self {
            Self::Missing => "Bearer",
            Self::Unknown => {
                r#"Bearer error="invalid_token", error_description="The access token is not valid""#
            }
            // Sinch's Node SDK renews its token when it finds the word "expired" here.
            Self::Expired => {
                r#"Bearer error="invalid_token", error_description="Jwt is expired: the access token expired""#
            }
        };
        (
            StatusCode::UNAUTHORIZED,
            [(header::WWW_AUTHENTICATE, challenge)],
        )
            .into_response()
    }
}

/// A caller of the SMS API whose token fits the service plan or project in the path, at a host of the
/// account's region. In another region the account is not known, and a right token looks wrong (Sinch
/// wire facts, section 4.4).
pub(crate) struct SmsAccount;

impl FromRequestParts<Arc<Shared>> for SmsAccount {
    type Rejection = Unauthorized;

    async fn from_request_parts(
        parts: &mut Parts,
        shared: &Arc<Shared>,
    ) -> Result<Self, Unauthorized> {
        let account = path_parameter(parts, shared, "account").await;
        let token = bearer(&parts.headers)?;
        let is_plan = account == shared.credentials.service_plan;
        let kind = match is_plan {
            true => AccountKind::ServicePlan,
            false => AccountKind::Project,
        };
        if !is_known_at(&parts.headers, kind, shared.sms_region) {
            return Err(Unauthorized::Unknown);
        }
        if is_plan {
            let known = token == shared.credentials.service_plan_token;
            return known.then_some(Self).ok_or(Unauthorized::Unknown);
        }
        check_project(shared, &account, token)?;
        Ok(Self)
    }
}

/// A caller of a project-scoped API whose token is the project's.
pub(crate) struct ProjectAccount;

impl FromRequestParts<Arc<Shared>> for ProjectAccount {
    type Rejection = Unauthorized;

    async fn from_request_parts(
        parts: &mut Parts,
        shared: &Arc<Shared>,
    ) -> Result<Self, Unauthorized> {
        let project = path_parameter(parts, shared, "project").await;
        check_project(shared, &project, bearer(&parts.headers)?)?;
        Ok(Self)
    }
}

fn check_project(shared: &Shared, project: &str, token: &str) -> Result<(), Unauthorized> {
    shared.world().tokens.check(token, shared.now())?;
    if project != shared.credentials.project {
        return Err(Unauthorized::Unknown);
    }
    Ok(())
}

fn bearer(headers: &HeaderMap) -> Result<&str, Unauthorized> {
    headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or(Unauthorized::Missing)
}

async fn path_parameter(parts: &mut Parts, shared: &Arc<Shared>, name: &str) -> String {
    let Ok(parameters) = RawPathParams::from_request_parts(parts, shared).await else {
        return String::new();
    };
    parameters
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .unwrap_or_default()
}
