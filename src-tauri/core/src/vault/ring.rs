//! A keyring as the vault's thread uses it: blocking, one question after the other. The computer's own,
//! over whichever store the system has, and one in memory for tests. It never waits for a person by
//! itself: only unlocking may show the system's prompt.

use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::VaultFault;
use super::system::System;

mod memory;

pub(super) use memory::MemoryRing;

/// What a keyring does. `account` names the secret.
pub(super) trait Ring: Send {
    /// Whether it answers and is open.
    fn look(&mut self) -> Result<(), VaultFault>;

    /// What is kept, if anything is.
    fn read(&mut self, account: &str) -> Result<Option<SecretString>, VaultFault>;

    /// Keeps a secret in place of the one before.
    fn write(&mut self, account: &str, secret: &SecretString) -> Result<(), VaultFault>;

    /// Forgets what is kept; nothing there is fine.
    fn remove(&mut self, account: &str) -> Result<(), VaultFault>;

    /// Asks the owner to unlock it, and waits for that.
    fn unlock(&mut self) -> Result<(), VaultFault>;
}

/// The keyring of this computer's user. Opened at the first question, and again once a connection has
/// broken: the program behind it may be started again while the app runs.
#[derive(Default)]
pub(super) struct SystemRing {
    system: Option<System>,
}

impl SystemRing {
    fn ask<T>(
        &mut self,
        question: impl Fn(&System) -> Result<T, VaultFault>,
    ) -> Result<T, VaultFault> {
        let was_open = self.system.is_some();
        match self.ask_once(&question) {
            Err(VaultFault::Absent | VaultFault::Refused) if was_open => self.ask_once(&question),
            outcome => outcome,
        }
    }

    fn ask_once<T>(
        &mut self,
        question: &impl Fn(&System) -> Result<T, VaultFault>,
    ) -> Result<T, VaultFault> {
        let system = match self.system.take() {
            Some(system) => system,
            None => System::open()?,
        };
        let outcome = question(&system);
        let is_broken = matches!(outcome, Err(VaultFault::Absent | VaultFault::Refused));
        self.system = (!is_broken).then_some(system);
        outcome
    }
}

impl Ring for SystemRing {
    fn look(&mut self) -> Result<(), VaultFault> {
        self.ask(System::look)
    }

    fn read(&mut self, account: &str) -> Result<Option<SecretString>, VaultFault> {
        self.ask(|system| read(&system.entry(account)?))
    }

    fn write(&mut self, account: &str, secret: &SecretString) -> Result<(), VaultFault> {
        self.ask(|system| write(&system.entry(account)?, secret))
    }

    fn remove(&mut self, account: &str) -> Result<(), VaultFault> {
        self.ask(|system| remove(&system.entry(account)?))
    }

    fn unlock(&mut self) -> Result<(), VaultFault> {
        self.ask(System::unlock)
    }
}

fn read(entry: &Entry) -> Result<Option<SecretString>, VaultFault> {
    match entry.get_password() {
        // A copy of just its length: one that shrinks later would leave itself behind.
        Ok(password) => Ok(Some(SecretString::from(Zeroizing::new(password).as_str()))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(VaultFault::of(error)),
    }
}

/// Text, not bytes: KDE's wallet keeps nothing else, and Windows shows it as it was typed.
fn write(entry: &Entry, secret: &SecretString) -> Result<(), VaultFault> {
    match entry.set_password(secret.expose_secret()) {
        Err(Error::Ambiguous(entries)) => {
            remove_all(&entries)?;
            entry.set_password(secret.expose_secret())
        }
        outcome => outcome,
    }
    .map_err(VaultFault::of)
}

fn remove(entry: &Entry) -> Result<(), VaultFault> {
    match entry.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(Error::Ambiguous(entries)) => remove_all(&entries),
        Err(error) => Err(VaultFault::of(error)),
    }
}

/// Forgets several that bear one name, as when two keyrings were merged.
fn remove_all(entries: &[Entry]) -> Result<(), VaultFault> {
    entries
        .iter()
        .try_for_each(|entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(VaultFault::of(error)),
        })
}

#[cfg(test)]
mod tests {
    use keyring_core::api::CredentialStoreApi as _;
    use keyring_core::mock::{Cred, Store};

    use super::*;

    fn entry() -> Entry {
        entry_of(&Store::new().unwrap())
    }

    fn entry_of(store: &Store) -> Entry {
        store.build("countersign", "desk/site-key", None).unwrap()
    }

    fn fails_next(entry: &Entry, error: Error) {
        let credential: &Cred = entry.as_any().downcast_ref().unwrap();
        credential.set_error(error);
    }

    #[test]
    fn what_was_written_is_read_until_it_is_removed() {
        let entry = entry();
        assert!(read(&entry).unwrap().is_none());
        write(&entry, &"made up".into()).unwrap();
        assert_eq!(read(&entry).unwrap().unwrap().expose_secret(), "made up");
        remove(&entry).unwrap();
        assert!(read(&entry).unwrap().is_none());
    }

    #[test]
    fn removing_what_is_not_there_is_fine() {
        assert_eq!(remove(&entry()), Ok(()));
    }

    #[test]
    fn of_several_by_one_name_writing_leaves_the_new_one() {
        let (entry, others) = (entry(), Store::new().unwrap());
        write(&entry_of(&others), &"merged".into()).unwrap();
        fails_next(&entry, Error::Ambiguous(vec![entry_of(&others)]));
        write(&entry, &"new".into()).unwrap();
        assert_eq!(read(&entry).unwrap().unwrap().expose_secret(), "new");
        assert!(read(&entry_of(&others)).unwrap().is_none());
    }

    #[test]
    fn of_several_by_one_name_removing_leaves_none() {
        let (entry, others) = (entry(), Store::new().unwrap());
        write(&entry_of(&others), &"merged".into()).unwrap();
        fails_next(&entry, Error::Ambiguous(vec![entry_of(&others)]));
        assert_eq!(remove(&entry), Ok(()));
        assert!(read(&entry_of(&others)).unwrap().is_none());
    }

    #[test]
    fn a_secret_that_is_no_text_is_unreadable() {
        let entry = entry();
        entry.set_secret(&[0xff, 0xfe]).unwrap();
        assert_eq!(read(&entry).unwrap_err(), VaultFault::Unreadable);
    }
}
