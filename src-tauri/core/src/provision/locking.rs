//! What a bundle is locked with, by `age` (age-encryption.org/v1): a passphrase, through scrypt, or the
//! public keys of recipients. What is in it is not known here.

use std::fmt;
use std::io::{self, Read, Write};
use std::str::FromStr;

use age::armor::ArmoredReader;
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use zeroize::Zeroizing;

use super::{LARGEST_PAYLOAD, Refused};

/// The fewest characters of a passphrase that a new bundle is locked with.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// How much work it is to try a passphrase: 2 to this power, in blocks of scrypt of 1 KiB.
#[derive(Clone, Copy, Debug)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// About a second, and 256 MiB: what `age` itself chooses on a modern computer.
    pub const USUAL: Self = Self(18);
    /// What is refused beyond this: some seconds, and 1 GiB.
    const MOST: Self = Self(20);

    /// As little as there is, for tests that are not about it.
    #[cfg(any(test, feature = "contract"))]
    pub const LEAST: Self = Self(1);
}

/// What locks a new bundle.
pub enum Lock {
    /// Whoever knows the passphrase.
    Passphrase(SecretString, WorkFactor),
    /// Whoever has one of these keys' identities.
    Recipients(Vec<x25519::Recipient>),
}

/// Why a bundle can't be locked so.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum UnfitLock {
    /// Neither a passphrase nor a recipient.
    #[error("give a passphrase or at least one recipient")]
    Nothing,
    /// Both: `age` allows one or the other.
    #[error("give a passphrase or recipients, not both")]
    Both,
    /// The passphrase is guessed too easily.
    #[error("the passphrase needs at least {SHORTEST_PASSPHRASE} characters")]
    ShortPassphrase,
    /// A recipient is not one.
    #[error("a recipient begins with age1 and is copied whole")]
    Recipient,
}

impl UnfitLock {
    /// The stable code of the problem.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "lock.nothing",
            Self::Both => "lock.both",
            Self::ShortPassphrase => "lock.shortPassphrase",
            Self::Recipient => "lock.recipient",
        }
    }
}

impl Lock {
    /// The lock that was asked for.
    ///
    /// # Errors
    /// [`UnfitLock`] where there is none, or one that could as well be left off.
    pub fn new(passphrase: Option<SecretString>, recipients: &[String]) -> Result<Self, UnfitLock> {
        match (passphrase, recipients) {
            (None, []) => Err(UnfitLock::Nothing),
            (Some(_), [_, ..]) => Err(UnfitLock::Both),
            (Some(passphrase), []) => Self::with_passphrase(passphrase),
            (None, recipients) => recipients
                .iter()
                .map(|recipient| x25519::Recipient::from_str(recipient.trim()))
                .collect::<Result<_, _>>()
                .map(Self::Recipients)
                .map_err(|_| UnfitLock::Recipient),
        }
    }

    fn with_passphrase(passphrase: SecretString) -> Result<Self, UnfitLock> {
        if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE {
            return Err(UnfitLock::ShortPassphrase);
        }
        Ok(Self::Passphrase(passphrase, WorkFactor::USUAL))
    }

    pub(super) fn close(&self, payload: &[u8]) -> io::Result<Vec<u8>> {
        let encryptor = match self {
            Self::Passphrase(passphrase, WorkFactor(work)) => {
                let mut recipient = scrypt::Recipient::new(passphrase.clone());
                recipient.set_work_factor(*work);
                Encryptor::with_recipients([&recipient as &dyn age::Recipient].into_iter())
            }
            Self::Recipients(recipients) => {
                let recipients = recipients.iter();
                Encryptor::with_recipients(recipients.map(|recipient| recipient as _))
            }
        };
        let encryptor = encryptor.map_err(io::Error::other)?;
        let mut body = Vec::new();
        let mut writer = encryptor.wrap_output(&mut body)?;
        writer.write_all(payload)?;
        writer.finish()?;
        Ok(body)
    }
}

impl fmt::Debug for Lock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passphrase(..) => formatter.write_str("Passphrase(…)"),
            Self::Recipients(recipients) => formatter
                .debug_tuple("Recipients")
                .field(&recipients.len())
                .finish(),
        }
    }
}

/// What opens a bundle.
pub enum Key {
    /// The passphrase that it was made with.
    Passphrase(SecretString),
    /// Identities, one of which it may have been made for.
    Identities(Identities),
}

/// The identities of a file as `age-keygen` writes it.
pub struct Identities(Vec<x25519::Identity>);

/// A file that holds something else than identities of `age`. Repeats nothing of it.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("not an identity file of age: lines that begin with AGE-SECRET-KEY-1 are expected")]
pub struct NotAnIdentity;

impl Identities {
    /// Reads an identity file: a line each; empty lines, and those that begin with `#`, are passed over.
    ///
    /// # Errors
    /// [`NotAnIdentity`] where there is none, or anything else.
    pub fn read(file: &SecretString) -> Result<Self, NotAnIdentity> {
        let lines = file.expose_secret().lines().map(str::trim);
        let identities: Vec<_> = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(x25519::Identity::from_str)
            .collect::<Result<_, _>>()
            .map_err(|_| NotAnIdentity)?;
        if identities.is_empty() {
            return Err(NotAnIdentity);
        }
        Ok(Self(identities))
    }
}

impl Key {
    pub(super) fn open(&self, body: &[u8]) -> Result<Zeroizing<Vec<u8>>, Refused> {
        let decryptor = Decryptor::new(ArmoredReader::new(body)).map_err(refused)?;
        match (self, decryptor.is_scrypt()) {
            (Self::Passphrase(_), false) => Err(Refused::NeedsIdentity),
            (Self::Identities(_), true) => Err(Refused::NeedsPassphrase),
            (Self::Passphrase(passphrase), true) => {
                let mut identity = scrypt::Identity::new(passphrase.clone());
                identity.set_max_work_factor(WorkFactor::MOST.0);
                unlocked(decryptor, [&identity as &dyn age::Identity].into_iter())
            }
            (Self::Identities(Identities(identities)), false) => {
                unlocked(decryptor, identities.iter().map(|identity| identity as _))
            }
        }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Passphrase(_) => "Passphrase(…)",
            Self::Identities(_) => "Identities(…)",
        })
    }
}

/// The whole of what was locked in, or nothing: `age` authenticates it piece by piece.
fn unlocked<'a, R: Read>(
    decryptor: Decryptor<R>,
    identities: impl Iterator<Item = &'a dyn age::Identity>,
) -> Result<Zeroizing<Vec<u8>>, Refused> {
    let reader = decryptor.decrypt(identities).map_err(refused)?;
    let mut payload = Zeroizing::new(Vec::with_capacity(LARGEST_PAYLOAD + 1));
    reader
        .take(LARGEST_PAYLOAD as u64 + 1)
        .read_to_end(&mut payload)
        .map_err(|error| io_refused(&error))?;
    if payload.len() > LARGEST_PAYLOAD {
        return Err(Refused::TooLarge);
    }
    Ok(payload)
}

fn refused(error: DecryptError) -> Refused {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            Refused::WrongPassphrase
        }
        DecryptError::ExcessiveWork { .. } => Refused::TooMuchWork,
        DecryptError::NoMatchingKeys => Refused::NotForThisIdentity,
        DecryptError::UnknownFormat => Refused::Newer,
        DecryptError::Io(error) => io_refused(&error),
        DecryptError::InvalidHeader | DecryptError::InvalidMac => Refused::Damaged,
        // The library may learn of further reasons.
        _ => Refused::Damaged,
    }
}

fn io_refused(error: &io::Error) -> Refused {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        return Refused::CutShort;
    }
    Refused::Damaged
}
