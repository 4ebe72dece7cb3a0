//! The guard before the admin's pages: a passcode, a growing wait after wrong tries, and a lock that
//! falls shut by itself. A guard and not a wall: whoever may run other programs as the computer's user
//! gets around it. What it opens is the shell's business.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use secrecy::SecretString;
use thiserror::Error;

use crate::passcode::{Guard, GuardFault, Standing, Tried};
use crate::settings::AdminSettings;
use crate::time::{Clock, lock};
use crate::vault::{Kept, SecretName, SecretSet, Vault, VaultFault};

mod opened;

pub use crate::passcode::{Passcode, Salt, UnfitPasscode};

use opened::Opened;

/// The lock before the admin's pages. One for the whole app: what one page opened is open for all.
pub struct AdminLock {
    guard: Guard,
    clock: Arc<dyn Clock>,
    opened: Mutex<Option<Opened>>,
}

/// How the lock stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LockStatus {
    /// No passcode was set: the first to come sets one.
    NotSet,
    /// It takes the passcode.
    Locked {
        /// How long no try is taken yet.
        wait: Option<Duration>,
    },
    /// It is open.
    Open,
    /// A passcode was set and the keyring does not tell it, so nothing opens the lock for now;
    /// [`VaultFault::Unreadable`] also where the keyring has lost it.
    Shut(VaultFault),
}

/// What came of a try.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unlocked {
    /// It was right, and the lock is open.
    Open,
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

/// The admin's pages are locked.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the admin's pages are locked")]
pub struct NotOpen;

impl NotOpen {
    /// The stable code of the fault.
    pub fn code(self) -> &'static str {
        "admin.locked"
    }
}

/// Why the lock can't do what it was asked.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum LockFault {
    /// A passcode is set, and must be given before another is.
    #[error(transparent)]
    NotOpen(#[from] NotOpen),
    /// There is no passcode to compare with.
    #[error("no passcode was set")]
    NotSet,
    /// The keyring does not play along.
    #[error(transparent)]
    Keyring(#[from] VaultFault),
    /// The computer has no memory left for the comparison, which takes 19 MiB.
    #[error("there is not enough memory to compare a passcode")]
    OutOfMemory,
}

impl LockFault {
    /// The stable code of the fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotOpen(fault) => fault.code(),
            Self::NotSet => "admin.notSet",
            Self::Keyring(fault) => fault.code(),
            Self::OutOfMemory => "admin.outOfMemory",
        }
    }
}

impl From<GuardFault> for LockFault {
    fn from(fault: GuardFault) -> Self {
        match fault {
            GuardFault::NotSet => Self::NotSet,
            GuardFault::Keyring(fault) => Self::Keyring(fault),
            GuardFault::OutOfMemory => Self::OutOfMemory,
        }
    }
}

impl AdminLock {
    /// The lock whose passcode is in `vault`. It starts closed.
    pub fn new(vault: Vault, clock: Arc<dyn Clock>) -> Self {
        Self {
            guard: Guard::new(vault, SecretName::AdminPasscode, Arc::clone(&clock)),
            clock,
            opened: Mutex::default(),
        }
    }

    /// How the lock stands. Looking is no use, and puts nothing off.
    pub async fn status(&self, settings: &AdminSettings) -> LockStatus {
        if self.is_open(settings) {
            return LockStatus::Open;
        }
        match self.guard.standing().await {
            Ok(Standing::Set { wait }) => LockStatus::Locked { wait },
            Ok(Standing::NotSet) if settings.passcode_set => {
                LockStatus::Shut(VaultFault::Unreadable)
            }
            Err(fault) if settings.passcode_set || fault == VaultFault::Unreadable => {
                LockStatus::Shut(fault)
            }
            Ok(Standing::NotSet) | Err(_) => LockStatus::NotSet,
        }
    }

    /// Sets the passcode, the first or another, and opens the lock. The settings are to say so
    /// (`passcodeSet`) once it is kept in the keyring, and only then.
    ///
    /// # Errors
    /// [`LockFault::NotOpen`] where one is set and was not given, or can't be told not to be;
    /// [`LockFault::Keyring`] where the keyring does not take it; [`LockFault::OutOfMemory`].
    pub async fn set_passcode(
        &self,
        settings: &AdminSettings,
        passcode: Passcode,
        keep: Kept,
        salt: Salt,
    ) -> Result<(), LockFault> {
        match self.status(settings).await {
            LockStatus::NotSet | LockStatus::Open => {}
            LockStatus::Locked { .. } | LockStatus::Shut(_) => return Err(NotOpen.into()),
        }
        self.guard.set(passcode, keep, salt).await?;
        self.open(settings);
        Ok(())
    }

    /// Tries a passcode. The try is counted, where the next start finds it, before it is compared.
    ///
    /// # Errors
    /// [`LockFault::Keyring`] where the keyring does not tell the passcode or can't count, and then
    /// nothing is compared; [`LockFault::NotSet`]; [`LockFault::OutOfMemory`], after counting.
    pub async fn unlock(
        &self,
        settings: &AdminSettings,
        passcode: SecretString,
    ) -> Result<Unlocked, LockFault> {
        match self.guard.try_passcode(passcode).await? {
            Tried::Right => {}
            Tried::Wrong { wait } => return Ok(Unlocked::Wrong { wait }),
            Tried::Wait { wait } => return Ok(Unlocked::Wait { wait }),
        }
        self.open(settings);
        Ok(Unlocked::Open)
    }

    /// Lets an admin's step through and puts the lock's falling shut off. Every command of the admin's
    /// pages begins with it.
    ///
    /// # Errors
    /// [`NotOpen`].
    pub fn require(&self) -> Result<(), NotOpen> {
        let mut opened = lock(&self.opened);
        let used = (*opened).and_then(|opened| opened.used(&*self.clock));
        *opened = used;
        used.map(drop).ok_or(NotOpen)
    }

    /// Closes the lock.
    pub fn lock(&self) {
        *lock(&self.opened) = None;
    }

    fn open(&self, settings: &AdminSettings) {
        let after = settings.lock_after_minutes.duration();
        *lock(&self.opened) = Some(Opened::now(after, &*self.clock));
    }

    /// Whether the lock is open by the settings as they are now.
    fn is_open(&self, settings: &AdminSettings) -> bool {
        let mut opened = lock(&self.opened);
        let after = settings.lock_after_minutes.duration();
        *opened = (*opened)
            .map(|opened| opened.for_no_longer_than(after))
            .filter(|opened| opened.is_open(&*self.clock));
        opened.is_some()
    }
}

impl fmt::Debug for AdminLock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("AdminLock").finish_non_exhaustive()
    }
}

/// The way back where the passcode is forgotten: forgets the desk's secrets, and the passcode last, so
/// that whoever takes it can't look as if nothing had been, and so that the passcode guards whatever is
/// left when it is cut off. The settings are to stop saying that one is set.
///
/// # Errors
/// The first [`VaultFault`]; what came after it is still kept.
pub async fn reset(vault: &Vault, set: &SecretSet) -> Result<(), VaultFault> {
    for name in SecretName::ALL {
        if name != SecretName::AdminPasscode {
            vault.forget(set, name).await?;
        }
    }
    vault.forget(set, SecretName::AdminPasscode).await
}

#[cfg(test)]
mod tests;
