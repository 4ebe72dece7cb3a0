//! The SMS API's errors. Only 400 and 403 have a body, `{code, text}`; the others are a status alone
//! (Sinch wire facts, section 4.4), so that a client can't come to depend on more.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::training::Refusal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SmsError {
    InvalidJson,
    InvalidFormat(&'static str),
    ConstraintViolation(&'static str),
    UnknownGroup,
    IllegalNumberType,
    BlockedAccount,
    NotFound,
    UnsupportedMediaType,
    TooManyRequests,
    Internal,
    Unavailable,
}

impl SmsError {
    fn status(&self) -> StatusCode {
        match self {
            Self::InvalidJson | Self::InvalidFormat(_) | Self::ConstraintViolation(_) => {
                StatusCode::BAD_REQUEST
            }
            Self::UnknownGroup | Self::IllegalNumberType | Self::BlockedAccount => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn code_and_text(&self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::InvalidJson => Some(("syntax_invalid_json", "The body is not valid JSON.")),
            Self::InvalidFormat(text) => Some(("syntax_invalid_parameter_format", text)),
            Self::ConstraintViolation(text) => Some(("syntax_constraint_violation", text)),
            Self::UnknownGroup => {
                Some(("unknown_group", "A recipient is a group that is not known."))
            }
            Self::IllegalNumberType => Some((
                "illegal_number_type",
                "A recipient's number may not be sent to.",
            )),
            Self::BlockedAccount => Some(("blocked_account", "The account is blocked.")),
            Self::NotFound
            | Self::UnsupportedMediaType
            | Self::TooManyRequests
            | Self::Internal
            | Self::Unavailable => None,
        }
    }
}

impl From<Refusal> for SmsError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::InvalidNumber => Self::InvalidFormat("A recipient is not a valid number."),
            // "Insufficient credit is one possible reason" for a blocked account.
            Refusal::NoCredit => Self::BlockedAccount,
            Refusal::Blacklisted | Refusal::NoRoute => Self::IllegalNumberType,
            Refusal::TooSoon | Refusal::CapacityExceeded => Self::TooManyRequests,
            Refusal::InternalError => Self::Internal,
            Refusal::Unavailable => Self::Unavailable,
        }
    }
}

impl IntoResponse for SmsError {
    fn into_response(self) -> Response {
        match self.code_and_text() {
            Some((code, text)) => {
                let body = json!({ "code": code, "text": text });
                (self.status(), Json(body)).into_response()
            }
            None => self.status().into_response(),
        }
    }
}
