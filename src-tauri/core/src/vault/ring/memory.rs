//! A keyring that is forgotten with the vault, for a rehearsal and for tests of whatever uses one. Nothing of the system.

use std::collections::HashMap;

use secrecy::SecretString;

use super::{Ring, VaultFault};

/// Keeps secrets in memory, or answers everything with one fault.
#[derive(Default)]
pub(in crate::vault) struct MemoryRing {
    kept: HashMap<String, SecretString>,
    fault: Option<VaultFault>,
}

impl MemoryRing {
    /// A keyring that can't be used.
    #[cfg(any(test, feature = "contract"))]
    pub(in crate::vault) fn failing(fault: VaultFault) -> Self {
        Self {
            kept: HashMap::new(),
            fault: Some(fault),
        }
    }
}

impl Ring for MemoryRing {
    fn look(&mut self) -> Result<(), VaultFault> {
        self.fault.map_or(Ok(()), Err)
    }

    fn read(&mut self, account: &str) -> Result<Option<SecretString>, VaultFault> {
        self.look()?;
        Ok(self.kept.get(account).cloned())
    }

    fn write(&mut self, account: &str, secret: &SecretString) -> Result<(), VaultFault> {
        self.look()?;
        self.kept.insert(account.to_owned(), secret.clone());
        Ok(())
    }

    fn remove(&mut self, account: &str) -> Result<(), VaultFault> {
        self.look()?;
        self.kept.remove(account);
        Ok(())
    }

    fn unlock(&mut self) -> Result<(), VaultFault> {
        if self.fault == Some(VaultFault::Locked) {
            self.fault = None;
        }
        self.look()
    }
}
