//! Secret Service, as GNOME Keyring, KDE's wallet and KeePassXC speak it over D-Bus.
//!
//! The store unlocks whatever it touches, by a prompt, and a prompt that nobody asked for is the last
//! thing a desk needs at its start. So a look goes first, over a connection of our own, that tells
//! locked from absent without unlocking anything; the prompt comes only from [`System::unlock`].

use std::collections::HashMap;
use std::error::Error as StdError;
use std::sync::Arc;

use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi as _;
use secret_service::blocking::{Collection, SecretService};
use secret_service::{EncryptionType, Error};
use zbus_secret_service_keyring_store::Store;

use super::SERVICE;
use crate::vault::VaultFault;

/// An open connection to the Secret Service.
pub(in crate::vault) struct System {
    look: SecretService<'static>,
    store: Arc<Store>,
}

impl System {
    /// Connects to the session's bus and starts an encrypted session, in which secrets travel.
    pub(in crate::vault) fn open() -> Result<Self, VaultFault> {
        // Whatever goes wrong before there is a session, there is no keyring to speak to.
        let look = SecretService::connect(EncryptionType::Dh).map_err(|_| VaultFault::Absent)?;
        let store = Store::new().map_err(|_| VaultFault::Absent)?;
        Ok(Self { look, store })
    }

    pub(in crate::vault) fn look(&self) -> Result<(), VaultFault> {
        match self.usual()?.is_locked() {
            Ok(false) => Ok(()),
            Ok(true) => Err(VaultFault::Locked),
            Err(error) => Err(fault(&error)),
        }
    }

    /// The entry of a secret, once it is sure that using it shows no prompt.
    pub(in crate::vault) fn entry(&self, account: &str) -> Result<Entry, VaultFault> {
        let attributes = HashMap::from([("service", SERVICE), ("username", account)]);
        let found = self.look.search_items(attributes);
        let found = found.map_err(|error| fault(&error))?;
        if !found.locked.is_empty() {
            return Err(VaultFault::Locked);
        }
        // A locked keyring may hide what it has: nothing found means nothing there only in an open one.
        if found.unlocked.is_empty() {
            self.look()?;
        }
        let label = format!("Countersign: {account}");
        let modifiers = HashMap::from([("label", label.as_str())]);
        self.store
            .build(SERVICE, account, Some(&modifiers))
            .map_err(VaultFault::of)
    }

    pub(in crate::vault) fn unlock(&self) -> Result<(), VaultFault> {
        let ours = HashMap::from([("service", SERVICE)]);
        let found = self.look.search_items(ours);
        for item in found.map_err(|error| fault(&error))?.locked {
            item.unlock().map_err(|error| fault(&error))?;
        }
        let usual = self.usual()?;
        if usual.is_locked().map_err(|error| fault(&error))? {
            usual.unlock().map_err(|error| fault(&error))?;
        }
        self.look()
    }

    /// The keyring that new secrets go to.
    fn usual(&self) -> Result<Collection<'_>, VaultFault> {
        self.look
            .get_default_collection()
            .map_err(|error| fault(&error))
    }
}

/// The store's word for: locked, a dismissed prompt, or no keyring in the service.
pub(in crate::vault) fn no_access(source: &(dyn StdError + Send + Sync + 'static)) -> VaultFault {
    source
        .downcast_ref()
        .map_or(VaultFault::Locked, |error: &Error| fault(error))
}

/// The store's word for whatever else went wrong on the bus.
pub(in crate::vault) fn failure(source: &(dyn StdError + Send + Sync + 'static)) -> VaultFault {
    source
        .downcast_ref()
        .map_or(VaultFault::Refused, |error: &Error| fault(error))
}

fn fault(error: &Error) -> VaultFault {
    match error {
        // A prompt that was dismissed, or could not be shown, leaves the keyring as it was.
        Error::Locked | Error::Prompt | Error::PromptDisconnected => VaultFault::Locked,
        Error::NoResult | Error::Unavailable => VaultFault::Absent,
        Error::Crypto(_) => VaultFault::Unreadable,
        Error::Zbus(_) | Error::ZbusFdo(_) | Error::Zvariant(_) => VaultFault::Refused,
        // The library may learn of further failures.
        _ => VaultFault::Refused,
    }
}
