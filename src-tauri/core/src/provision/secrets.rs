//! The secrets that a bundle holds, by name. Each is wiped from memory when it is dropped.

use std::collections::BTreeMap;
use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

use crate::site_keys::SiteKeys;
use crate::vault::{self, SecretName, SecretSet, Vault, VaultFault};

/// Secrets that belong together. Shows their names at most, and never a secret.
#[derive(Default)]
pub struct Secrets(BTreeMap<SecretName, SecretString>);

/// What a bundle may hold: all but what is this computer's own.
pub(super) const SHARED: [SecretName; 7] = [
    SecretName::SinchApplicationSecret,
    SecretName::SinchSmsToken,
    SecretName::SinchKeySecret,
    SecretName::RedisPassword,
    SecretName::SentinelPassword,
    SecretName::SiteKey,
    SecretName::OtherSiteKey,
];

/// The keys, which a desk with a store of its own does not share.
pub(super) const SITE_KEYS: [SecretName; 2] = [SecretName::SiteKey, SecretName::OtherSiteKey];

impl Secrets {
    /// The secrets of a set, as far as there are any.
    ///
    /// # Errors
    /// [`VaultFault`] where the keyring can't tell.
    pub async fn of_set(vault: &Vault, set: &SecretSet) -> Result<Self, VaultFault> {
        let mut secrets = Self::default();
        for name in SHARED {
            if let Some(secret) = vault.read(set, name).await? {
                secrets.put(name, secret);
            }
        }
        Ok(secrets)
    }

    /// Adds one, in place of the one before. What no bundle may hold is left out.
    pub fn put(&mut self, name: SecretName, secret: SecretString) {
        if SHARED.contains(&name) {
            self.0.insert(name, secret);
        }
    }

    /// One of them.
    pub fn get(&self, name: SecretName) -> Option<&SecretString> {
        self.0.get(&name)
    }

    /// Which there are.
    pub fn names(&self) -> impl Iterator<Item = SecretName> + '_ {
        self.0.keys().copied()
    }

    pub(super) fn remove(&mut self, name: SecretName) -> Option<SecretString> {
        self.0.remove(&name)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (SecretName, &SecretString)> {
        self.0.iter().map(|(name, secret)| (*name, secret))
    }

    /// Whether both have the same secret under a name, or both none. Takes the same time wherever they
    /// differ.
    pub(super) fn agree(&self, other: &Self, name: SecretName) -> bool {
        match (self.get(name), other.get(name)) {
            (None, None) => true,
            (Some(one), Some(another)) => {
                let [one, another] = [one, another].map(|secret| secret.expose_secret().as_bytes());
                one.ct_eq(another).into()
            }
            (None, Some(_)) | (Some(_), None) => false,
        }
    }

    /// Whether each can be kept and used for what it is.
    pub(super) fn are_usable(&self) -> bool {
        let is_fit =
            |secret: &SecretString| !secret.expose_secret().is_empty() && vault::fits(secret);
        self.0.values().all(is_fit) && self.has_usable_keys()
    }

    fn has_usable_keys(&self) -> bool {
        let other = self.get(SecretName::OtherSiteKey);
        match self.get(SecretName::SiteKey) {
            Some(key) => SiteKeys::read(key, other).is_ok(),
            None => other.is_none(),
        }
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}
