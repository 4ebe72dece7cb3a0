//! `POST /oauth2/token`: gives a project's access key a token for an hour (Sinch wire facts,
//! section 4.1). The token has the shape of a JWT and its true `exp`, and is signed by nobody: the
//! sandbox knows it again by having kept it.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::auth::BasicCredentials;
use crate::clock;
use crate::conduct::conduct;
use crate::credentials::Credentials;
use crate::draw::{self, Randomness};
use crate::faults::Operation;
use crate::training::Refusal;
use crate::world::Shared;

/// What Sinch answers: an hour, less the second in which it answers.
const LIFETIME: Duration = Duration::from_secs(3599);

/// A problem as the newer platform APIs write it (RFC 9457).
pub(crate) struct Problem {
    status: StatusCode,
    title: &'static str,
    detail: &'static str,
}

impl Problem {
    pub(crate) fn bad_request(detail: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            title: "Bad Request",
            detail,
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let (status, title, detail) = match refusal {
            Refusal::InvalidNumber => return Self::bad_request("The number is not valid."),
            Refusal::NoCredit => (
                StatusCode::PAYMENT_REQUIRED,
                "Payment Required",
                "The balance is negative.",
            ),
            Refusal::Blacklisted | Refusal::NoRoute => (
                StatusCode::FORBIDDEN,
                "Forbidden",
                "The country is disabled.",
            ),
            Refusal::TooSoon | Refusal::CapacityExceeded => (
                StatusCode::TOO_MANY_REQUESTS,
                "Too Many Requests",
                "The rate limit is exceeded.",
            ),
            Refusal::InternalError => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "Internal Server Error",
                "Something went wrong.",
            ),
            Refusal::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "Service Unavailable",
                "Try again later.",
            ),
        };
        Self {
            status,
            title,
            detail,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": "about:blank",
            "status": self.status.as_u16(),
            "title": self.title,
            "detail": self.detail,
        });
        (self.status, Json(body)).into_response()
    }
}

pub(crate) async fn token(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !knows(&shared.credentials, &headers) {
        let challenge = [(header::WWW_AUTHENTICATE, "Basic")];
        let body = Json(json!({ "error": "invalid_client" }));
        return (StatusCode::UNAUTHORIZED, challenge, body).into_response();
    }
    let asks_for_client_credentials = body
        .split(|byte| *byte == b'&')
        .any(|pair| pair == b"grant_type=client_credentials");
    if !asks_for_client_credentials {
        let body = Json(json!({ "error": "unsupported_grant_type" }));
        return (StatusCode::BAD_REQUEST, body).into_response();
    }
    let now = shared.now();
    conduct(&shared, Operation::Token, &[], |world, _| {
        let expires_at = clock::after(now, LIFETIME);
        let token = draw_token(&mut world.randomness, &shared.credentials, now, expires_at);
        world.tokens.keep(token.clone(), expires_at);
        Json(json!({
            "access_token": token,
            "token_type": "bearer",
            "expires_in": LIFETIME.as_secs(),
            "scope": "",
        }))
        .into_response()
    })
    .await
}

fn knows(credentials: &Credentials, headers: &HeaderMap) -> bool {
    BasicCredentials::from_headers(headers).is_some_and(|basic| {
        basic.user == credentials.key_id && basic.password == credentials.key_secret
    })
}

fn draw_token(
    randomness: &mut Randomness,
    credentials: &Credentials,
    now: Timestamp,
    expires_at: Timestamp,
) -> String {
    let head = json!({ "alg": "RS256", "typ": "JWT", "kid": "sandbox" });
    let claims = json!({
        "iss": "countersign-sandbox",
        "sub": credentials.key_id,
        "project_id": credentials.project,
        "iat": now.as_second(),
        "exp": expires_at.as_second(),
    });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let tail = draw::token_tail(randomness);
    format!("{}.{}.{tail}", part(&head), part(&claims))
}
