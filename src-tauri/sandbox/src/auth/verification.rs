//! Authentication of the Verification API: Basic or application-signed (Sinch wire facts,
//! section 2). The public scheme is refused, as Sinch refuses it where no callback URL is set.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;

use super::basic::BasicCredentials;
use super::signed::SignedRequest;
use crate::clock::{self, Clock};
use crate::credentials::Credentials;
use crate::verification::VerificationError;
use crate::world::Shared;

/// Sinch publishes no figure for the skew it allows; five minutes is the sandbox's own.
const TOLERATED_SKEW: Duration = Duration::from_secs(5 * 60);

/// The body of a request whose caller is known.
pub(crate) struct Authenticated(pub(crate) Bytes);

impl FromRequest<Arc<Shared>> for Authenticated {
    type Rejection = VerificationError;

    async fn from_request(
        request: Request,
        shared: &Arc<Shared>,
    ) -> Result<Self, VerificationError> {
        let (parts, body) = request.into_parts();
        let body = Bytes::from_request(Request::new(body), shared)
            .await
            .map_err(|_| VerificationError::invalid("The body could not be read."))?;
        authenticate(&shared.credentials, &shared.clock, &parts, &body)?;
        Ok(Self(body))
    }
}

fn authenticate(
    credentials: &Credentials,
    clock: &Clock,
    parts: &Parts,
    body: &[u8],
) -> Result<(), VerificationError> {
    let value = text_of(&parts.headers, header::AUTHORIZATION.as_str())
        .ok_or(VerificationError::AuthorizationRequired)?;
    if let Some(basic) = BasicCredentials::from_value(value) {
        return check_basic(credentials, &basic);
    }
    let (scheme, rest) = value
        .split_once(' ')
        .ok_or(VerificationError::InvalidAuthorizationHeader)?;
    if !scheme.eq_ignore_ascii_case("application") {
        return Err(VerificationError::InvalidAuthorizationHeader);
    }
    let (key, signature) = rest
        .trim()
        .split_once(':')
        .ok_or(VerificationError::CallbackUrlRequired)?;
    if key != credentials.application_key {
        return Err(VerificationError::InvalidAuthorization);
    }
    check_signature(credentials, clock, parts, body, signature)
}

fn check_basic(
    credentials: &Credentials,
    basic: &BasicCredentials,
) -> Result<(), VerificationError> {
    let known = basic.user == credentials.application_key
        && basic.password == credentials.application_secret;
    if !known {
        return Err(VerificationError::InvalidCredentials);
    }
    Ok(())
}

fn check_signature(
    credentials: &Credentials,
    clock: &Clock,
    parts: &Parts,
    body: &[u8],
    signature: &str,
) -> Result<(), VerificationError> {
    let timestamp =
        text_of(&parts.headers, "x-timestamp").ok_or(VerificationError::TimestampRequired)?;
    // Advancing the sandbox must not lock out a client that goes by the machine's clock.
    let is_recent = [clock.now(), clock.real()]
        .into_iter()
        .any(|now| is_recent(timestamp, now));
    if !is_recent {
        return Err(VerificationError::TimestampRequired);
    }
    let request = SignedRequest {
        verb: parts.method.as_str(),
        body,
        content_type: text_of(&parts.headers, header::CONTENT_TYPE.as_str()).unwrap_or_default(),
        timestamp,
        path: parts.uri.path(),
    };
    if !request.is_signed_by(&credentials.application_secret, signature) {
        return Err(VerificationError::InvalidSignature);
    }
    Ok(())
}

/// `Z` or an offset, with any number of decimals: all of them are seen in the wild.
fn is_recent(timestamp: &str, now: Timestamp) -> bool {
    timestamp.parse::<Timestamp>().is_ok_and(|stamped| {
        clock::between(stamped, now) <= TOLERATED_SKEW
            && clock::between(now, stamped) <= TOLERATED_SKEW
    })
}

fn text_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-22T21:08:44Z".parse().unwrap()
    }

    #[test]
    fn every_form_of_timestamp_in_the_wild_is_read() {
        for timestamp in [
            "2026-11-22T21:08:44Z",
            "2026-11-22T21:08:44.895Z",
            "2026-11-22T21:08:44.8951234Z",
            "2026-11-22T21:08:44.895123+00:00",
        ] {
            assert!(is_recent(timestamp, now()), "{timestamp}");
        }
    }

    #[test]
    fn five_minutes_either_way_are_tolerated_and_no_more() {
        assert!(is_recent("2026-11-22T21:03:44Z", now()));
        assert!(is_recent("2026-11-22T21:13:44Z", now()));
        assert!(!is_recent("2026-11-22T21:03:43Z", now()));
        assert!(!is_recent("2026-11-22T21:13:45Z", now()));
    }

    #[test]
    fn a_timestamp_without_a_zone_is_not_one() {
        assert!(!is_recent("2026-11-22T21:08:44", now()));
        assert!(!is_recent("yesterday", now()));
    }
}
