//! Windows Credential Manager: one generic credential a secret, for this user on this computer. It is
//! open while the user is logged on, and shows no prompt.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::Arc;

use keyring_core::api::CredentialStoreApi as _;
use keyring_core::{Entry, Error};
use windows_native_keyring_store::Store;

use super::SERVICE;
use crate::vault::VaultFault;

/// The name of a credential that is never kept.
const NOTHING: &str = "nothing";

/// The credentials of this user.
pub(in crate::vault) struct System {
    store: Arc<Store>,
}

impl System {
    pub(in crate::vault) fn open() -> Result<Self, VaultFault> {
        let store = Store::new().map_err(VaultFault::of)?;
        Ok(Self { store })
    }

    pub(in crate::vault) fn look(&self) -> Result<(), VaultFault> {
        match self.entry(NOTHING)?.get_credential() {
            Ok(_) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(VaultFault::of(error)),
        }
    }

    /// The entry of a secret. Its target is `account.service`, so each secret has one of its own. `Local`,
    /// since the store's usual persistence lets credentials roam to other computers of a domain.
    pub(in crate::vault) fn entry(&self, account: &str) -> Result<Entry, VaultFault> {
        let modifiers = HashMap::from([("persistence", "Local")]);
        self.store
            .build(SERVICE, account, Some(&modifiers))
            .map_err(VaultFault::of)
    }

    pub(in crate::vault) fn unlock(&self) -> Result<(), VaultFault> {
        self.look()
    }
}

/// The store's word for a logon that may keep no credentials, as a policy of the domain can have it.
pub(in crate::vault) fn no_access(_: &(dyn StdError + Send + Sync + 'static)) -> VaultFault {
    VaultFault::Refused
}

/// The store's word for every other refusal of Windows.
pub(in crate::vault) fn failure(_: &(dyn StdError + Send + Sync + 'static)) -> VaultFault {
    VaultFault::Refused
}
