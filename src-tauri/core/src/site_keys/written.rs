//! Site keys as the vault and a bundle hold them: text. Each is wiped from memory when it is dropped.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use thiserror::Error;
use zeroize::Zeroizing;

use super::{Changeover, SiteKeys};
use crate::site_key::SiteKey;
use crate::time::Timestamp;

const KEY_LENGTH: usize = 32;
/// What decoding may need on the way: base64 is decoded in blocks.
const ROOM: usize = 48;

/// More than the text of any successor.
const LONGEST_TEXT: usize = 256;

/// What is not a site key, or not one with its successor's moments. Repeats nothing of it.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not a site key: base64 of 32 bytes is expected")]
pub struct NotASiteKey;

/// A site key as text: base64 of 32 bytes.
#[derive(Clone)]
pub struct WrittenSiteKey(SecretString);

impl WrittenSiteKey {
    /// Draws a new site key.
    pub fn draw<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        let mut bytes = Zeroizing::new([0; KEY_LENGTH]);
        randomness.fill_bytes(bytes.as_mut());
        Self(STANDARD.encode(bytes.as_slice()).into())
    }

    /// Takes the text of a site key from where it is kept.
    ///
    /// # Errors
    /// [`NotASiteKey`] where it can't be one.
    pub fn read(text: SecretString) -> Result<Self, NotASiteKey> {
        bytes_of(text.expose_secret())?;
        Ok(Self(text))
    }

    /// The key.
    ///
    /// # Errors
    /// [`NotASiteKey`] never for what [`WrittenSiteKey::read`] took.
    pub fn key(&self) -> Result<SiteKey, NotASiteKey> {
        bytes_of(self.0.expose_secret()).map(|bytes| SiteKey::from_bytes(&bytes))
    }

    /// The text, for where it is to be kept.
    pub fn into_text(self) -> SecretString {
        self.0
    }
}

/// The key that is to follow, with the moments of the changeover, as text: JSON with `key`, `switchAt`
/// and `endsAt`.
#[derive(Clone)]
pub struct WrittenSuccessor {
    key: WrittenSiteKey,
    changeover: Changeover,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Text<'a> {
    key: &'a str,
    switch_at: Timestamp,
    ends_at: Timestamp,
}

impl WrittenSuccessor {
    /// A successor from this moment to that.
    pub fn new(key: WrittenSiteKey, changeover: Changeover) -> Self {
        Self { key, changeover }
    }

    /// Takes the text of a successor from where it is kept.
    ///
    /// # Errors
    /// [`NotASiteKey`] where it can't be one.
    pub fn read(text: &SecretString) -> Result<Self, NotASiteKey> {
        let text: Text<'_> = serde_json::from_str(text.expose_secret()).map_err(|_| NotASiteKey)?;
        Ok(Self {
            key: WrittenSiteKey::read(text.key.into())?,
            changeover: Changeover::at(text.switch_at, text.ends_at).map_err(|_| NotASiteKey)?,
        })
    }

    /// When it takes over.
    pub fn changeover(&self) -> Changeover {
        self.changeover
    }

    /// The key that takes over.
    pub fn into_key(self) -> WrittenSiteKey {
        self.key
    }

    /// The text, for where it is to be kept.
    pub fn text(&self) -> SecretString {
        let Changeover { switch_at, ends_at } = self.changeover;
        let key = self.key.0.expose_secret();
        // Room enough that it never moves and leaves a copy behind. Neither base64 nor a moment holds what
        // JSON would have to escape.
        let mut text = Zeroizing::new(String::with_capacity(LONGEST_TEXT));
        for part in [r#"{"key":""#, key, r#"","switchAt":""#] {
            text.push_str(part);
        }
        text.push_str(&switch_at.to_string());
        text.push_str(r#"","endsAt":""#);
        text.push_str(&ends_at.to_string());
        text.push_str(r#""}"#);
        text.as_str().into()
    }
}

impl SiteKeys {
    /// The keys of a desk, from the texts that the vault holds.
    ///
    /// # Errors
    /// [`NotASiteKey`] where one of them can't be one.
    pub fn read(key: &SecretString, other: Option<&SecretString>) -> Result<Self, NotASiteKey> {
        let key = WrittenSiteKey::read(key.clone())?.key()?;
        let Some(other) = other else {
            return Ok(Self::only(key));
        };
        let WrittenSuccessor {
            key: newer,
            changeover,
        } = WrittenSuccessor::read(other)?;
        Ok(Self::changing(key, newer.key()?, changeover))
    }
}

fn bytes_of(text: &str) -> Result<Zeroizing<[u8; KEY_LENGTH]>, NotASiteKey> {
    let mut room = Zeroizing::new([0; ROOM]);
    let length = STANDARD
        .decode_slice(text, room.as_mut())
        .map_err(|_| NotASiteKey)?;
    let mut bytes = Zeroizing::new([0; KEY_LENGTH]);
    if length != KEY_LENGTH {
        return Err(NotASiteKey);
    }
    bytes.copy_from_slice(&room[..KEY_LENGTH]);
    Ok(bytes)
}
