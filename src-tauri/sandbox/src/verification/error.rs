//! The Verification API's errors: `{errorCode, message}`, the first three digits being the HTTP
//! status (Sinch wire facts, section 5). Messages are Sinch's where they are known.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::training::Refusal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum VerificationError {
    Invalid(String),
    InvalidIdentityOrCode,
    InvalidAuthorizationHeader,
    TimestampRequired,
    InvalidSignature,
    AuthorizationRequired,
    InvalidAuthorization,
    InvalidCredentials,
    NotEnoughCredit,
    Blacklisted,
    SeamlessUnavailable,
    CallbackUrlRequired,
    NotFound,
    ReferenceTaken,
    NoRoute,
    CapacityExceeded,
    TooQuickly,
    Internal,
    Unavailable,
}

impl VerificationError {
    pub(crate) fn invalid(message: &str) -> Self {
        Self::Invalid(message.to_owned())
    }

    fn code(&self) -> u32 {
        match self {
            Self::Invalid(_) => 40001,
            Self::InvalidIdentityOrCode => 40003,
            Self::InvalidAuthorizationHeader => 40100,
            Self::TimestampRequired => 40101,
            Self::InvalidSignature => 40102,
            Self::AuthorizationRequired => 40104,
            Self::InvalidAuthorization => 40107,
            Self::InvalidCredentials => 40108,
            Self::NotEnoughCredit => 40200,
            Self::Blacklisted | Self::SeamlessUnavailable => 40300,
            Self::CallbackUrlRequired => 40303,
            Self::NotFound => 40400,
            Self::ReferenceTaken => 40900,
            Self::NoRoute => 42201,
            Self::CapacityExceeded => 42900,
            Self::TooQuickly => 42901,
            Self::Internal => 50000,
            Self::Unavailable => 50300,
        }
    }

    fn message(&self) -> &str {
        match self {
            Self::Invalid(message) => message,
            Self::InvalidIdentityOrCode => "Invalid identity or code.",
            Self::InvalidAuthorizationHeader => "Invalid authorization header.",
            Self::TimestampRequired => "X-Timestamp required.",
            Self::InvalidSignature => "Invalid signature.",
            Self::AuthorizationRequired => "Authorization required.",
            Self::InvalidAuthorization => "Invalid authorization.",
            Self::InvalidCredentials => "Invalid credentials.",
            Self::NotEnoughCredit => "Not enough credit.",
            Self::Blacklisted => "Identity is blacklisted.",
            Self::SeamlessUnavailable => {
                "Seamless verification not available for given destination."
            }
            Self::CallbackUrlRequired => {
                "Callback URL must be set when using public authorization method."
            }
            Self::NotFound => "Requested resource was not found.",
            Self::ReferenceTaken => "Reference already defined.",
            Self::NoRoute => "No route to destination.",
            Self::CapacityExceeded => "Request capacity exceeded.",
            Self::TooQuickly => "Cannot initiate verification to the same number too quickly.",
            Self::Internal => "Internal server error.",
            Self::Unavailable => "Service is temporarily unavailable, please try again later.",
        }
    }
}

impl From<Refusal> for VerificationError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::InvalidNumber => Self::invalid("Number is invalid. Not a valid number."),
            Refusal::NoCredit => Self::NotEnoughCredit,
            Refusal::Blacklisted => Self::Blacklisted,
            Refusal::NoRoute => Self::NoRoute,
            Refusal::TooSoon => Self::TooQuickly,
            Refusal::CapacityExceeded => Self::CapacityExceeded,
            Refusal::InternalError => Self::Internal,
            Refusal::Unavailable => Self::Unavailable,
        }
    }
}

impl IntoResponse for VerificationError {
    fn into_response(self) -> Response {
        let status = u16::try_from(self.code() / 100)
            .ok()
            .and_then(|status| StatusCode::from_u16(status).ok())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = json!({ "errorCode": self.code(), "message": self.message() });
        (status, Json(body)).into_response()
    }
}
