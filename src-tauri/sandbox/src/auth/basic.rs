//! Reads `Authorization: Basic` (RFC 7617), as the Verification API and the OAuth2 token endpoint
//! take it. Comparing what was read is the caller's business.

use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::STANDARD};

/// A user name and a password. No `Debug`: one of them is a secret.
pub(crate) struct BasicCredentials {
    pub(crate) user: String,
    pub(crate) password: String,
}

impl BasicCredentials {
    pub(crate) fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        Self::from_value(value)
    }

    /// Reads a whole header value. The scheme's name is matched without regard to case.
    pub(crate) fn from_value(value: &str) -> Option<Self> {
        let (scheme, encoded) = value.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let decoded = STANDARD.decode(encoded.trim()).ok()?;
        let text = String::from_utf8(decoded).ok()?;
        let (user, password) = text.split_once(':')?;
        Some(Self {
            user: user.to_owned(),
            password: password.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_may_hold_a_colon() {
        let value = format!("basic {}", STANDARD.encode("user:pass:word"));
        let read = BasicCredentials::from_value(&value).unwrap();
        assert_eq!(
            (read.user.as_str(), read.password.as_str()),
            ("user", "pass:word")
        );
    }

    #[test]
    fn what_is_not_basic_is_not_read() {
        for value in [
            "Basic",
            "Basic %%%",
            "Bearer dXNlcjpwYXNz",
            "Basic dXNlcg==",
        ] {
            assert!(BasicCredentials::from_value(value).is_none());
        }
    }
}
