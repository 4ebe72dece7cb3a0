//! What Sinch knows a customer of its own by: keys, plans, projects, tokens.
//! Where they are kept is the vault's business. The application secret, which signs, is in `signature`.

use std::fmt;

use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::path::is_segment;

pub mod looks;

/// Why a text can't be the credential it should be. Says nothing of the text itself.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum UnfitCredential {
    /// There is nothing.
    #[error("it is empty")]
    Empty,
    /// Something else than letters, digits, `.`, `_` and `-`, or more than 128 of them: as when
    /// another field or a quoted line was pasted.
    #[error("it holds a character that Sinch never uses there")]
    StrayCharacter,
}

fn identifier(text: &str) -> Result<String, UnfitCredential> {
    if text.is_empty() {
        Err(UnfitCredential::Empty)
    } else if is_segment(text) {
        Ok(text.to_owned())
    } else {
        Err(UnfitCredential::StrayCharacter)
    }
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl TryFrom<String> for $name {
            type Error = UnfitCredential;

            fn try_from(text: String) -> Result<Self, UnfitCredential> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl $name {
            /// Takes the text that the dashboard shows.
            ///
            /// # Errors
            /// [`UnfitCredential`] when it can't be one.
            pub fn new(text: &str) -> Result<Self, UnfitCredential> {
                identifier(text).map(Self)
            }

            /// The text that the dashboard shows.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )*};
}

identifiers! {
    /// Names a Verification application. Not a secret.
    ApplicationKey
    /// Names an SMS service plan. Not a secret.
    ServicePlanId
    /// Names a project. Not a secret.
    ProjectId
    /// Names a project's access key. Not a secret.
    KeyId
}

/// A service plan's token: a secret that never expires by itself.
#[derive(Clone)]
pub struct ApiToken(SecretString);

impl ApiToken {
    /// Takes the token that the dashboard shows.
    ///
    /// # Errors
    /// [`UnfitCredential`] when it is empty or could not stand in a header.
    pub fn new(token: SecretString) -> Result<Self, UnfitCredential> {
        check_secret(&token)?;
        Ok(Self(token))
    }

    pub(crate) fn bearer(&self) -> Option<HeaderValue> {
        bearer(&self.0)
    }
}

impl fmt::Debug for ApiToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ApiToken(…)")
    }
}

/// The secret of a project's access key.
#[derive(Clone)]
pub struct KeySecret(SecretString);

impl KeySecret {
    /// Takes the secret that the dashboard shows once.
    ///
    /// # Errors
    /// [`UnfitCredential`] when it is empty or holds spaces or control characters.
    pub fn new(secret: SecretString) -> Result<Self, UnfitCredential> {
        check_secret(&secret)?;
        Ok(Self(secret))
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for KeySecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("KeySecret(…)")
    }
}

fn check_secret(secret: &SecretString) -> Result<(), UnfitCredential> {
    let text = secret.expose_secret();
    if text.is_empty() {
        Err(UnfitCredential::Empty)
    } else if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(())
    } else {
        Err(UnfitCredential::StrayCharacter)
    }
}

/// The `Authorization` header for a token; nothing when the token can't stand in a header.
pub(crate) fn bearer(token: &SecretString) -> Option<HeaderValue> {
    secret_header(&format!("Bearer {}", token.expose_secret()))
}

/// A header value that debug output and HTTP/2's header table leave out.
pub(crate) fn secret_header(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_what_the_dashboard_shows_and_no_more() {
        assert!(ApplicationKey::new("669E367E-6BBA-48AB-AF15-266871C28135").is_ok());
        assert_eq!(ServicePlanId::new(""), Err(UnfitCredential::Empty));
        for text in ["plan ", "a/b", "a:b", "../x", "ключ"] {
            assert_eq!(
                ProjectId::new(text),
                Err(UnfitCredential::StrayCharacter),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_secret_with_a_line_break_is_refused_before_it_is_kept() {
        for text in ["token\n", "two words", "tökän"] {
            let refused = ApiToken::new(text.into());
            assert!(matches!(refused, Err(UnfitCredential::StrayCharacter)));
        }
        assert!(matches!(
            KeySecret::new("".into()),
            Err(UnfitCredential::Empty)
        ));
    }

    #[test]
    fn a_secret_shows_nothing_of_itself() {
        let token = ApiToken::new("hunter2".into()).unwrap();
        let secret = KeySecret::new("hunter2".into()).unwrap();
        let shown = format!("{token:?} {secret:?} {:?}", token.bearer());
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}
