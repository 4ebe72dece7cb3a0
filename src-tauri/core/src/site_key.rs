//! The site key: what turns numbers and codes into digests, and seals what other desks may show.
//! Where the key is kept is the vault's business.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use rand::CryptoRng;
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::challenge::{ChallengeId, CodeDigest, NumberKey, Sealed};
use crate::code::Code;
use crate::phone::PhoneNumber;

const KEY_LENGTH: usize = 32;
const NONCE_LENGTH: usize = 24;

/// Something sealed that this site key does not open, or that was changed.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("sealed with another site key, or damaged")]
pub struct CannotOpen;

/// 256 random bits shared by the desks of one site. Every use has a key of its own, derived from it,
/// so that no digest of one kind can stand for one of another. Wiped from memory when dropped.
pub struct SiteKey {
    numbers: Zeroizing<[u8; KEY_LENGTH]>,
    codes: Zeroizing<[u8; KEY_LENGTH]>,
    seals: Zeroizing<[u8; KEY_LENGTH]>,
}

impl SiteKey {
    /// Draws a new site key.
    pub fn draw<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        let mut key = Zeroizing::new([0; KEY_LENGTH]);
        randomness.fill_bytes(key.as_mut());
        Self::from_bytes(&key)
    }

    /// Takes a site key from where it is kept.
    pub fn from_bytes(key: &[u8; KEY_LENGTH]) -> Self {
        Self {
            numbers: digest(key, &[b"countersign number 1"]),
            codes: digest(key, &[b"countersign code 1"]),
            seals: digest(key, &[b"countersign seal 1"]),
        }
    }

    /// The number as the store may know it: HMAC-SHA256, cut to 128 bits.
    pub fn number_key(&self, number: &PhoneNumber) -> NumberKey {
        let whole = digest(&self.numbers, &[number.e164().as_bytes()]);
        let mut cut = [0; 16];
        cut.copy_from_slice(&whole[..16]);
        NumberKey(cut)
    }

    /// The code as the store may know it: HMAC-SHA256 over the challenge's id and the digits, so the
    /// same code of two challenges has two digests.
    pub fn code_digest(&self, challenge: ChallengeId, code: &Code) -> CodeDigest {
        CodeDigest(*digest(
            &self.codes,
            &[challenge.as_bytes(), code.digits().as_bytes()],
        ))
    }

    /// Encrypts what other desks of the site may show of a challenge (XChaCha20-Poly1305, a random
    /// nonce in front). It opens only for the same challenge.
    pub fn seal<R: CryptoRng + ?Sized>(
        &self,
        challenge: ChallengeId,
        clear: &[u8],
        randomness: &mut R,
    ) -> Sealed {
        let mut nonce = [0; NONCE_LENGTH];
        randomness.fill_bytes(&mut nonce);
        let payload = Payload {
            msg: clear,
            aad: challenge.as_bytes(),
        };
        let mut sealed = nonce.to_vec();
        // Encryption in memory fails only past 256 GiB; an empty seal opens for nobody.
        if let Ok(body) = self.cipher().encrypt(XNonce::from_slice(&nonce), payload) {
            sealed.extend(body);
        }
        Sealed(sealed)
    }

    /// Decrypts what [`SiteKey::seal`] made for the same challenge.
    ///
    /// # Errors
    /// [`CannotOpen`] when another key or another challenge sealed it, or when it was changed.
    pub fn open(
        &self,
        challenge: ChallengeId,
        sealed: &Sealed,
    ) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        let (nonce, body) = sealed.0.split_at_checked(NONCE_LENGTH).ok_or(CannotOpen)?;
        let payload = Payload {
            msg: body,
            aad: challenge.as_bytes(),
        };
        self.cipher()
            .decrypt(XNonce::from_slice(nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| CannotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.seals.as_ref().into())
    }
}

fn digest(key: &[u8; KEY_LENGTH], parts: &[&[u8]]) -> Zeroizing<[u8; KEY_LENGTH]> {
    // HMAC pads a short key with zeros to its block (RFC 2104); doing so here leaves nothing to fail.
    let mut block = Zeroizing::new([0; 64]);
    block[..KEY_LENGTH].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    for part in parts {
        mac.update(part);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}
