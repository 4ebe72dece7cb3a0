//! macOS Keychain: one generic password a secret, in the user's login keychain. macOS itself asks the
//! user where the keychain is locked or the app was replaced by one signed otherwise.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::Arc;

use apple_native_keyring_store::keychain::Store;
use keyring_core::api::CredentialStoreApi as _;
use keyring_core::{Entry, Error};

use super::SERVICE;
use crate::vault::VaultFault;

/// The name of a password that is never kept.
const NOTHING: &str = "nothing";

/// The login keychain of this user.
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

    pub(in crate::vault) fn entry(&self, account: &str) -> Result<Entry, VaultFault> {
        self.store
            .build(SERVICE, account, None)
            .map_err(VaultFault::of)
    }

    pub(in crate::vault) fn unlock(&self) -> Result<(), VaultFault> {
        self.look()
    }
}

/// The store's word for a keychain that is not there, or may not be written.
pub(in crate::vault) fn no_access(source: &(dyn StdError + Send + Sync + 'static)) -> VaultFault {
    match code(source) {
        // errSecNotAvailable, errSecNoSuchKeychain, errSecInvalidKeychain
        Some(-25291 | -25294 | -25295) => VaultFault::Absent,
        Some(_) | None => VaultFault::Refused,
    }
}

/// The store's word for every other answer of the Keychain.
pub(in crate::vault) fn failure(source: &(dyn StdError + Send + Sync + 'static)) -> VaultFault {
    match code(source) {
        // errSecNoDefaultKeychain
        Some(-25307) => VaultFault::Absent,
        // errSecInteractionNotAllowed, errSecInteractionRequired
        Some(-25308 | -25315) => VaultFault::Locked,
        Some(_) | None => VaultFault::Refused,
    }
}

/// The status as Security's SecBase.h numbers it.
fn code(source: &(dyn StdError + Send + Sync + 'static)) -> Option<i32> {
    let error: &security_framework::base::Error = source.downcast_ref()?;
    Some(error.code())
}
