//! Where secrets are kept: in the operating system's keyring, and nothing else in the product speaks to
//! it; or, where the admin says so, for this session only. No secret is ever written to a file, and
//! none leads to the webview.

use std::fmt;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};
use tokio::sync::watch;

mod fault;
mod name;
mod ring;
mod session;
mod system;
mod thread;

pub use fault::VaultFault;
pub use name::{NotASecretSet, SecretName, SecretSet};

use ring::SystemRing;
use session::Session;
use thread::{Patience, RingThread};

/// The most bytes of a secret, both in UTF-8 and in UTF-16: Windows keeps no more (wincred.h,
/// `CRED_MAX_CREDENTIAL_BLOB_SIZE`). Held everywhere, so that a bundle fits every desk it is made for.
pub const LONGEST: usize = 5 * 512;

/// The secrets of this computer's user. Cheap to clone; all clones share one thread, which asks the
/// keyring, and what is kept for the session.
///
/// An answer is waited for 5 seconds. A keyring that hangs then is not waited for again until it has
/// answered. No question shows the system's prompt, but [`Vault::unlock`]; except on macOS, which shows
/// its own where it wants to.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    thread: RingThread,
    session: Session,
}

/// Where a secret is kept.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kept {
    /// In the keyring, until it is forgotten.
    Keyring,
    /// In memory, until the app ends.
    Session,
}

/// How the keyring last answered.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum VaultState {
    /// It was not asked yet.
    #[default]
    NotAsked,
    /// It answers.
    Answers,
    /// It does not, or not with what was asked for.
    Fails(VaultFault),
}

impl VaultState {
    fn after<T>(outcome: &Result<T, VaultFault>) -> Self {
        match outcome {
            Err(fault) if fault.is_of_the_keyring() => Self::Fails(*fault),
            Ok(_) | Err(_) => Self::Answers,
        }
    }
}

impl Vault {
    /// The keyring of this computer's user. Opens nothing until it is asked.
    pub fn of_this_computer() -> Self {
        Self::over(SystemRing::default(), Patience::default())
    }

    /// A vault whose keyring is forgotten with it: for a rehearsal, and for tests.
    pub fn in_memory() -> Self {
        Self::over(ring::MemoryRing::default(), Patience::default())
    }

    /// A vault whose keyring answers everything with `fault`, for tests. A locked one can be unlocked.
    #[cfg(any(test, feature = "contract"))]
    pub fn failing(fault: VaultFault) -> Self {
        Self::over(ring::MemoryRing::failing(fault), Patience::default())
    }

    fn over(ring: impl ring::Ring + 'static, patience: Patience) -> Self {
        Self(Arc::new(Inner {
            thread: RingThread::start(ring, patience),
            session: Session::default(),
        }))
    }

    /// What is kept under a name, if anything is; what is kept for the session before the keyring's.
    ///
    /// # Errors
    /// [`VaultFault`] where only the keyring could tell and it did not.
    pub async fn read(
        &self,
        set: &SecretSet,
        name: SecretName,
    ) -> Result<Option<SecretString>, VaultFault> {
        let found = self.find(set, name).await?;
        Ok(found.map(|(secret, _)| secret))
    }

    /// What is kept under a name, and where.
    pub(crate) async fn find(
        &self,
        set: &SecretSet,
        name: SecretName,
    ) -> Result<Option<(SecretString, Kept)>, VaultFault> {
        let account = name.account(set);
        if let Some(secret) = self.0.session.read(&account) {
            return Ok(Some((secret, Kept::Session)));
        }
        let secret = self.0.thread.ask(move |ring| ring.read(&account)).await?;
        Ok(secret.map(|secret| (secret, Kept::Keyring)))
    }

    /// Keeps a secret in the keyring, in place of the one before, wherever that was.
    ///
    /// # Errors
    /// [`VaultFault::TooLong`] over [`LONGEST`]; any other where the keyring did not take it. After
    /// [`VaultFault::Silent`] it may still take it later.
    pub async fn keep(
        &self,
        set: &SecretSet,
        name: SecretName,
        secret: SecretString,
    ) -> Result<(), VaultFault> {
        if !fits(&secret) {
            return Err(VaultFault::TooLong);
        }
        let account = name.account(set);
        let kept = account.clone();
        self.0
            .thread
            .ask(move |ring| ring.write(&kept, &secret))
            .await?;
        self.0.session.forget(&account);
        Ok(())
    }

    /// Keeps a secret until the app ends. What the keyring has under the name stays there, unread.
    pub fn keep_for_session(&self, set: &SecretSet, name: SecretName, secret: SecretString) {
        self.0.session.keep(name.account(set), secret);
    }

    /// Forgets a secret in both places. Nothing there is fine, and so is a secret of the session on a
    /// computer without a keyring.
    ///
    /// # Errors
    /// [`VaultFault`] where the keyring may still have it. The session has forgotten it all the same.
    pub async fn forget(&self, set: &SecretSet, name: SecretName) -> Result<(), VaultFault> {
        let account = name.account(set);
        let was_in_session = self.0.session.forget(&account);
        match self.0.thread.ask(move |ring| ring.remove(&account)).await {
            Err(VaultFault::Absent) if was_in_session => Ok(()),
            outcome => outcome,
        }
    }

    /// Whether any secret of a set is kept for the session only. The keyring is not asked.
    pub fn is_session(&self, set: &SecretSet) -> bool {
        let mut names = SecretName::ALL
            .into_iter()
            .filter(|name| name.is_of_a_set());
        names.any(|name| self.0.session.read(&name.account(set)).is_some())
    }

    /// Where a secret is kept, if it is.
    ///
    /// # Errors
    /// As [`Vault::read`].
    pub async fn kept(
        &self,
        set: &SecretSet,
        name: SecretName,
    ) -> Result<Option<Kept>, VaultFault> {
        let found = self.find(set, name).await?;
        Ok(found.map(|(_, kept)| kept))
    }

    /// Whether the keyring answers and is open, without reading a secret.
    ///
    /// # Errors
    /// The [`VaultFault`] that a question would meet.
    pub async fn look(&self) -> Result<(), VaultFault> {
        self.0.thread.ask(|ring| ring.look()).await
    }

    /// Unlocks the keyring: the system shows its prompt, and its owner has two minutes to answer it.
    /// Only at the word of whoever sits there.
    ///
    /// # Errors
    /// [`VaultFault::Locked`] where the prompt was dismissed, can't be shown, or still waits; when it is
    /// answered later, [`Vault::state`] tells. Any other where the keyring does not get that far.
    pub async fn unlock(&self) -> Result<(), VaultFault> {
        self.0.thread.unlock().await
    }

    /// How the keyring last answered, now and at each change.
    pub fn state(&self) -> watch::Receiver<VaultState> {
        self.0.thread.state()
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Vault").finish_non_exhaustive()
    }
}

/// Whether every keyring could keep it.
pub(crate) fn fits(secret: &SecretString) -> bool {
    let secret = secret.expose_secret();
    let of_utf16 = 2 * secret.encode_utf16().count();
    secret.len().max(of_utf16) <= LONGEST
}

#[cfg(test)]
mod tests;
