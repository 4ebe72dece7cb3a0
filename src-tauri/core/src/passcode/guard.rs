//! A passcode in the vault and the growing wait after wrong tries, whatever it guards. What a right one
//! opens is its owner's business.

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;

use super::pause::Pause;
use super::record::Record;
use super::{Passcode, Salt, matches};
use crate::time::Clock;
use crate::vault::{Kept, SecretName, SecretSet, Vault, VaultFault};

/// Compares one passcode, and counts who gets it wrong.
pub(crate) struct Guard {
    vault: Vault,
    name: SecretName,
    clock: Arc<dyn Clock>,
    /// Held during a whole try, so that tries at once are counted one by one.
    pause: tokio::sync::Mutex<Option<Pause>>,
}

/// Whether there is a passcode.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Standing {
    /// None was set.
    NotSet,
    /// It can be tried.
    Set {
        /// How long no try is taken yet.
        wait: Option<Duration>,
    },
}

/// What came of a try.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Tried {
    /// It was right.
    Right,
    /// It was wrong.
    Wrong {
        /// How long no further try is taken.
        wait: Option<Duration>,
    },
    /// It was not looked at, since a wrong one came shortly before.
    Wait {
        /// How long no try is taken yet.
        wait: Duration,
    },
}

/// Why a passcode can't be set or compared.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum GuardFault {
    /// There is none to compare with.
    NotSet,
    /// The keyring does not play along.
    Keyring(VaultFault),
    /// No memory is left for the comparison.
    OutOfMemory,
}

impl From<VaultFault> for GuardFault {
    fn from(fault: VaultFault) -> Self {
        Self::Keyring(fault)
    }
}

impl Guard {
    /// The guard whose passcode `vault` has under `name`.
    pub(crate) fn new(vault: Vault, name: SecretName, clock: Arc<dyn Clock>) -> Self {
        Self {
            vault,
            name,
            clock,
            pause: tokio::sync::Mutex::default(),
        }
    }

    /// How it stands. Looking counts as no try.
    pub(crate) async fn standing(&self) -> Result<Standing, VaultFault> {
        let mut pause = self.pause.lock().await;
        Ok(match self.find().await? {
            None => Standing::NotSet,
            Some((record, _)) => Standing::Set {
                wait: Pause::of(&record, &mut pause, &*self.clock),
            },
        })
    }

    /// Keeps a passcode in place of the one before, with no try counted.
    pub(crate) async fn set(
        &self,
        passcode: Passcode,
        keep: Kept,
        salt: Salt,
    ) -> Result<(), GuardFault> {
        let mut pause = self.pause.lock().await;
        let hash = passcode.hash(salt).await.ok_or(GuardFault::OutOfMemory)?;
        self.keep(&Record::new(hash, self.clock.now()), keep)
            .await?;
        *pause = None;
        Ok(())
    }

    /// Forgets the passcode and its count.
    pub(crate) async fn forget(&self) -> Result<(), VaultFault> {
        let mut pause = self.pause.lock().await;
        self.vault.forget(&SecretSet::default(), self.name).await?;
        *pause = None;
        Ok(())
    }

    /// Tries a passcode. The try is counted, where the next start finds it, before it is compared.
    pub(crate) async fn try_passcode(&self, passcode: SecretString) -> Result<Tried, GuardFault> {
        let mut pause = self.pause.lock().await;
        let (mut record, kept) = self.find().await?.ok_or(GuardFault::NotSet)?;
        if let Some(wait) = Pause::of(&record, &mut pause, &*self.clock) {
            return Ok(Tried::Wait { wait });
        }
        record.count(self.clock.now());
        self.keep(&record, kept).await?;
        let is_right = matches(passcode, record.hash().clone())
            .await
            .ok_or(GuardFault::OutOfMemory)?;
        if !is_right {
            let wait = Pause::of(&record, &mut pause, &*self.clock);
            return Ok(Tried::Wrong { wait });
        }
        record.clear();
        if let Err(fault) = self.keep(&record, kept).await {
            tracing::warn!(
                code = fault.code(),
                "a right passcode left its count behind"
            );
        }
        Ok(Tried::Right)
    }

    async fn find(&self) -> Result<Option<(Record, Kept)>, VaultFault> {
        let Some((record, kept)) = self.vault.find(&SecretSet::default(), self.name).await? else {
            return Ok(None);
        };
        let record = Record::read(&record).ok_or(VaultFault::Unreadable)?;
        Ok(Some((record, kept)))
    }

    async fn keep(&self, record: &Record, keep: Kept) -> Result<(), VaultFault> {
        let set = SecretSet::default();
        let record = record.write().ok_or(VaultFault::Unreadable)?;
        match keep {
            Kept::Keyring => self.vault.keep(&set, self.name, record).await,
            Kept::Session => {
                self.vault.keep_for_session(&set, self.name, record);
                Ok(())
            }
        }
    }
}
