//! The provisioning bundle: what the desks of a site share, their secrets among it, in one encrypted file.
//! What it holds is in `payload`, how it is locked in `locking`, how it is framed in `envelope`, how a
//! desk takes it over, whole or not at all, in `import`. Files are the shell's business.

use thiserror::Error;

use crate::time::Timestamp;

mod changes;
mod envelope;
mod export;
mod import;
mod locking;
mod payload;
mod secrets;
mod shared;

pub use changes::{Changes, Replaced, SecretChange};
pub use export::{CannotExport, gather};
pub use import::{DeskFiles, ImportFault, ImportNote, Plan, Step, tidy};
pub use locking::{
    Identities, Key, Lock, NotAnIdentity, SHORTEST_PASSPHRASE, UnfitLock, WorkFactor,
};
pub use secrets::Secrets;
pub use shared::SharedSettings;

/// The most bytes of a bundle's file. A real one has about 5,000.
pub const LARGEST_FILE: usize = 256 * 1024;
/// The most bytes of what is in it.
const LARGEST_PAYLOAD: usize = 128 * 1024;

/// What the desks of a site share.
#[derive(Debug)]
pub struct Bundle {
    /// When it was made, by the clock of the computer that made it.
    pub made_at: Timestamp,
    /// The settings that are no secret.
    pub settings: SharedSettings,
    /// The secrets.
    pub secrets: Secrets,
}

/// Why a file is refused. Nothing of it was used, and nothing was changed.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum Refused {
    /// It is some other file.
    #[error("this is not a provisioning bundle")]
    NotABundle,
    /// It is larger than any bundle.
    #[error("this is larger than any provisioning bundle")]
    TooLarge,
    /// Its end is missing.
    #[error("the bundle was cut short on its way: copy it once more")]
    CutShort,
    /// It was changed after it was made.
    #[error("the bundle was damaged or changed on its way: copy it once more")]
    Damaged,
    /// A later version made it.
    #[error("a newer version of Countersign made the bundle: update this one")]
    Newer,
    /// The passphrase is not the one that it was made with.
    #[error("the passphrase is not the one that the bundle was made with")]
    WrongPassphrase,
    /// It opens with an identity, and there is a passphrase.
    #[error("the bundle was made for recipients: it opens with one of their identities")]
    NeedsIdentity,
    /// It opens with a passphrase, and there is an identity.
    #[error("the bundle opens with a passphrase")]
    NeedsPassphrase,
    /// It was made for other recipients.
    #[error("the bundle was not made for this identity")]
    NotForThisIdentity,
    /// To try a passphrase would take more time and memory than any bundle of ours needs.
    #[error("to try a passphrase on this bundle would take too much memory")]
    TooMuchWork,
    /// What is in it can't be used.
    #[error("the bundle holds settings or secrets that can't be used")]
    Unusable,
}

impl Refused {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::NotABundle,
        Self::TooLarge,
        Self::CutShort,
        Self::Damaged,
        Self::Newer,
        Self::WrongPassphrase,
        Self::NeedsIdentity,
        Self::NeedsPassphrase,
        Self::NotForThisIdentity,
        Self::TooMuchWork,
        Self::Unusable,
    ];

    /// The stable code of the refusal.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotABundle => "bundle.notABundle",
            Self::TooLarge => "bundle.tooLarge",
            Self::CutShort => "bundle.cutShort",
            Self::Damaged => "bundle.damaged",
            Self::Newer => "bundle.newer",
            Self::WrongPassphrase => "bundle.wrongPassphrase",
            Self::NeedsIdentity => "bundle.needsIdentity",
            Self::NeedsPassphrase => "bundle.needsPassphrase",
            Self::NotForThisIdentity => "bundle.notForThisIdentity",
            Self::TooMuchWork => "bundle.tooMuchWork",
            Self::Unusable => "bundle.unusable",
        }
    }
}

/// A bundle that could not be made: it would be larger than any desk accepts.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the settings and secrets are too large for a bundle")]
pub struct TooLarge;

impl Bundle {
    /// The bundle as a file, which only `lock` opens. Takes about a second where that is a passphrase.
    ///
    /// # Errors
    /// [`TooLarge`] past what any desk accepts.
    pub fn write(&self, lock: &Lock) -> Result<Vec<u8>, TooLarge> {
        let payload = payload::write(self)?;
        let body = lock.close(&payload).map_err(|_| TooLarge)?;
        Ok(envelope::wrap(&body))
    }

    /// Reads a bundle: its own file, or what `age` itself made of one, armoured or not. Takes about a
    /// second where the key is a passphrase.
    ///
    /// # Errors
    /// [`Refused`] says why not. All of it was looked at before any of it is given out.
    pub fn read(file: &[u8], key: &Key) -> Result<Self, Refused> {
        if file.len() > LARGEST_FILE {
            return Err(Refused::TooLarge);
        }
        let payload = key.open(envelope::unwrap(file)?)?;
        payload::read(&payload)
    }
}

#[cfg(test)]
mod tests;
