//! All that an admin sets and that is no secret, as it stands in a file. What is secret is in the vault,
//! under the names of [`crate::vault::SecretName`]. Where the file is, and who may write it, is the
//! shell's business.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::phone::Region;
use crate::policy::PolicyError;
use crate::store::redis::{InvalidRedisSettings, RedisSettings};
use crate::vault::SecretSet;

mod admin;
mod appearance;
mod channels;
mod desk;
mod rules;
mod sinch;
mod texts;
mod version;

pub use admin::{AdminSettings, LockAfter};
pub use appearance::{AppearanceSettings, TextSize, Theme};
pub use channels::{Carrier, ChannelSettings};
pub use desk::{DeskName, DeskSettings, NotADeskName};
pub use rules::RulesSettings;
pub use sinch::{SinchSettings, SmsAccount, VerificationAccount};
pub use texts::{Template, TextSettings};
use version::Version;

/// All settings. Read strictly: what is not known here is refused rather than passed over, since a desk
/// that misreads its settings could send by other rules, or use another store, than it was told to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    #[cfg_attr(feature = "wire", ts(type = "2"))]
    version: Version,
    /// Whether codes are sent to real phones.
    #[serde(default)]
    pub mode: Mode,
    /// Which desk this is.
    pub desk: DeskSettings,
    /// Whose desk it is.
    #[serde(default)]
    pub organisation: OrganisationSettings,
    /// The organisation's accounts at Sinch.
    #[serde(default)]
    pub sinch: SinchSettings,
    /// Which channels are offered, and what carries each.
    #[serde(default)]
    pub channels: ChannelSettings,
    /// Where challenges live.
    pub store: StoreChoice,
    /// The site's rules.
    #[serde(default)]
    pub rules: RulesSettings,
    /// The texts that carry codes of our own.
    #[serde(default)]
    pub texts: TextSettings,
    /// How the window looks.
    #[serde(default)]
    pub appearance: AppearanceSettings,
    /// The guard before the admin's pages.
    #[serde(default)]
    pub admin: AdminSettings,
    /// Which set of secrets in the vault belongs to these settings.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub secrets: SecretSet,
}

/// Whether codes are sent to real phones.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// No: Sinch is played by the sandbox within the app.
    #[default]
    Training,
    /// Yes.
    Live,
}

/// Whose desk it is.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganisationSettings {
    /// The organisation's name, as its customers know it; 1 to 40 characters. Empty until it is set.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub name: Option<DeskName>,
    /// The country that numbers without a country code belong to; the computer's own where none is set.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub home: Option<Region>,
}

/// Where challenges live.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum StoreChoice {
    /// In a file of this computer, for this desk alone.
    Embedded {},
    /// In the organisation's Redis, shared with other desks. Its passwords are in the vault.
    Redis(Box<RedisSettings>),
}

/// Settings that can't be used. Says where or why, and never what stands there: somebody may have
/// written a password into the file.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum SettingsError {
    /// A field is missing, unknown, there twice or out of its bounds.
    #[error("the settings can't be read: see line {line}, column {column}")]
    Form {
        /// The line, from 1; 0 where no place can be named.
        line: usize,
        /// The column, from 1; 0 at a line's start.
        column: usize,
    },
    /// No Redis could be reached by what is written of it.
    #[error(transparent)]
    Redis(#[from] InvalidRedisSettings),
    /// A rule is out of its hard bounds.
    #[error(transparent)]
    Rules(#[from] PolicyError),
    /// The desk shall send, but no account at Sinch is named that carries a channel it offers.
    #[error("name an account at Sinch that carries one of the channels, or stay in training")]
    NothingSends,
}

impl Settings {
    /// The settings of a new installation: a name to begin with, training, and the embedded store.
    pub fn first<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        Self {
            version: Version,
            mode: Mode::default(),
            desk: DeskSettings::first(randomness),
            organisation: OrganisationSettings::default(),
            sinch: SinchSettings::default(),
            channels: ChannelSettings::default(),
            store: StoreChoice::Embedded {},
            rules: RulesSettings::default(),
            texts: TextSettings::default(),
            appearance: AppearanceSettings::default(),
            admin: AdminSettings::default(),
            secrets: SecretSet::default(),
        }
    }

    /// Reads settings from JSON.
    ///
    /// # Errors
    /// [`SettingsError`] where they can't be used as they are.
    pub fn read(json: &[u8]) -> Result<Self, SettingsError> {
        let settings: Self = serde_json::from_slice(json).map_err(|error| SettingsError::Form {
            line: error.line(),
            column: error.column(),
        })?;
        settings.validated()
    }

    /// Takes settings from JSON that was read already.
    ///
    /// # Errors
    /// [`SettingsError`] where they can't be used as they are.
    pub fn from_value(json: serde_json::Value) -> Result<Self, SettingsError> {
        let settings: Self =
            serde_json::from_value(json).map_err(|_| SettingsError::Form { line: 0, column: 0 })?;
        settings.validated()
    }

    /// The settings as they are written to a file: the same bytes whoever writes them.
    ///
    /// # Errors
    /// None for settings that were read: only a path that is no Unicode can't be written down.
    pub fn to_json(&self) -> serde_json::Result<Vec<u8>> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Holds settings to what no single field can tell.
    ///
    /// # Errors
    /// The first [`SettingsError`].
    pub fn validated(self) -> Result<Self, SettingsError> {
        match &self.store {
            StoreChoice::Embedded {} => {}
            StoreChoice::Redis(redis) => redis.validated()?,
        }
        self.rules
            .policy(self.organisation.home.unwrap_or(Region::UNITED_STATES))?;
        if self.mode == Mode::Live && self.channels.carried(&self.sinch).is_empty() {
            return Err(SettingsError::NothingSends);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
