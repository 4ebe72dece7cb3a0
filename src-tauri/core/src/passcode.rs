//! Passcodes: what may be one, and the slow digest that is kept instead of it. The parameters are OWASP's
//! (Password Storage Cheat Sheet): Argon2id with 19 MiB, two passes, one lane. That is work for a thread of
//! its own. What a passcode opens is not known here.

use std::thread;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::{CryptoRng, RngExt};
use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use tokio::sync::oneshot;

mod guard;
mod pause;
mod record;

pub(crate) use guard::{Guard, GuardFault, Standing, Tried};

const SHORTEST: usize = 6;
const LONGEST: usize = 128;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A passcode that may be set: 6 to 128 characters.
#[derive(Clone, Debug)]
pub struct Passcode(SecretString);

/// Why a text may not be a passcode.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum UnfitPasscode {
    /// Fewer than 6 characters.
    #[error("a passcode has at least {SHORTEST} characters")]
    Short,
    /// More than 128 characters.
    #[error("a passcode has at most {LONGEST} characters")]
    Long,
}

/// 128 random bits that make equal passcodes look different.
#[derive(Clone, Copy, Debug)]
pub struct Salt([u8; 16]);

impl Salt {
    /// Draws one.
    pub fn draw<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        Self(randomness.random())
    }
}

impl Passcode {
    /// Takes a text as a passcode.
    ///
    /// # Errors
    /// [`UnfitPasscode`].
    pub fn new(text: SecretString) -> Result<Self, UnfitPasscode> {
        match text.expose_secret().chars().count() {
            0..SHORTEST => Err(UnfitPasscode::Short),
            SHORTEST..=LONGEST => Ok(Self(text)),
            _ => Err(UnfitPasscode::Long),
        }
    }

    /// The digest as a PHC string; none where memory has run out.
    async fn hash(self, salt: Salt) -> Option<SecretString> {
        on_a_thread(move || {
            let passcode = self.0.expose_secret().as_bytes();
            let hash = hasher()?.hash_password_with_salt(passcode, &salt.0).ok()?;
            Some(SecretString::from(hash.to_string()))
        })
        .await
    }
}

/// Whether `hash` is the digest of `passcode`, in a time that does not tell how much of it is right; none
/// where memory has run out.
async fn matches(passcode: SecretString, hash: SecretString) -> Option<bool> {
    on_a_thread(move || {
        let passcode = passcode.expose_secret().as_bytes();
        let verified = hasher()?.verify_password(passcode, hash.expose_secret());
        Some(verified.is_ok())
    })
    .await
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A runtime's threads for blocking work would hold up the app's end.
async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Option<T> + Send + 'static,
) -> Option<T> {
    let (reply, answer) = oneshot::channel();
    let thread = thread::Builder::new().name("passcode".into());
    thread.spawn(move || reply.send(work()).ok()).ok()?;
    answer.await.ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: Salt = Salt([7; 16]);

    fn passcode(text: &str) -> Result<Passcode, UnfitPasscode> {
        Passcode::new(text.into())
    }

    #[test]
    fn a_passcode_has_six_to_128_characters() {
        assert_eq!(passcode("12345").unwrap_err(), UnfitPasscode::Short);
        assert_eq!(passcode("").unwrap_err(), UnfitPasscode::Short);
        assert!(passcode("\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}").is_ok());
        assert!(passcode(&"\u{e4}".repeat(128)).is_ok());
        let long = passcode(&"a".repeat(129));
        assert_eq!(long.unwrap_err(), UnfitPasscode::Long);
    }

    #[tokio::test]
    async fn the_digest_is_made_with_the_numbers_of_owasp() {
        let hash = passcode("open sesame").unwrap().hash(SALT).await.unwrap();
        let expected = "$argon2id$v=19$m=19456,t=2,p=1$";
        assert!(hash.expose_secret().starts_with(expected));
    }

    #[tokio::test]
    async fn only_the_same_passcode_matches() {
        let hash = passcode("open sesame").unwrap().hash(SALT).await.unwrap();
        for (text, is_right) in [
            ("open sesame", true),
            ("open sesamE", false),
            ("open sesame ", false),
            ("", false),
        ] {
            let matched = matches(text.into(), hash.clone()).await;
            assert_eq!(matched, Some(is_right), "{text}");
        }
    }

    #[tokio::test]
    async fn equal_passcodes_have_different_digests() {
        let passcode = passcode("open sesame").unwrap();
        let first = passcode.clone().hash(SALT).await.unwrap();
        let second = passcode.hash(Salt([8; 16])).await.unwrap();
        assert_ne!(first.expose_secret(), second.expose_secret());
    }

    #[tokio::test]
    async fn what_is_no_digest_matches_nothing() {
        let matched = matches("open sesame".into(), "open sesame".into()).await;
        assert_eq!(matched, Some(false));
    }

    #[test]
    fn debug_output_shows_nothing_of_a_passcode() {
        let printed = format!("{:?}", passcode("open sesame").unwrap());
        assert!(!printed.contains("sesame"), "{printed}");
    }
}
