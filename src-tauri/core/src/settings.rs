//! All that an admin sets and that is no secret, as it stands in a file. What is secret is in the vault,
//! under the names of [`crate::vault::SecretName`]. Where the file is, and who may write it, is the
//! shell's business.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::phone::Region;
use crate::store::redis::RedisSettings;
use crate::vault::SecretSet;

mod admin;
mod appearance;
mod channels;
mod desk;
mod document;
mod error;
mod managed;
mod migration;
mod pointer;
mod rules;
#[cfg(feature = "wire")]
pub mod schema;
mod sinch;
mod texts;
mod typed;
mod updates;
mod version;

pub use admin::{AdminSettings, LockAfter};
pub use appearance::{AppearanceSettings, ScreenLanguage, TextSize, Theme};
pub use channels::{Carrier, ChannelSettings, Products};
pub use desk::{DeskName, DeskSettings, HandingOver, NotADeskName};
use document::Document;
pub use error::{SettingsError, SettingsProblem, Spot};
pub use managed::{Effective, InForce, LONGEST_POLICY, Managed, Origin};
pub use pointer::Pointer;
pub use rules::{NumberLookupSettings, RulesSettings, SimSwapSettings};
pub use sinch::{SinchSettings, SmsAccount, VerificationAccount};
pub use texts::TextSettings;
pub use updates::UpdateSettings;
use version::Version;

/// All settings. Read strictly: what is not known here is refused rather than passed over, since a desk
/// that misreads its settings could send by other rules, or use another store, than it was told to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    #[cfg_attr(feature = "wire", ts(type = "2"), schemars(with = "u32"))]
    version: Version,
    /// Whether codes are sent to real phones. Risk: in training nobody is verified, however convincing
    /// it looks; set it for all desks at once, so that none stays behind.
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
    /// Where challenges live: in a file of this computer, or in a Redis that all desks of a site share.
    /// Managed as a whole. Risk: desks with different stores don't see each other's wrong tries and
    /// sends, so every limit counts once per store; challenges that are open are lost when it changes.
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
    /// Whether staff hear of newer versions.
    #[serde(default)]
    pub updates: UpdateSettings,
    /// The guard before the admin's pages.
    #[serde(default)]
    pub admin: AdminSettings,
    /// Which set of secrets in the vault belongs to these settings.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string"), schemars(with = "String"))]
    pub secrets: SecretSet,
}

/// Whether codes are sent to real phones.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
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
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganisationSettings {
    /// The organisation's name, as its customers know it: texts begin with it. Risk: a text that names
    /// nobody, or somebody else, looks like fraud to customers.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub name: Option<DeskName>,
    /// The country that numbers without a country code belong to, and the one that may always be
    /// written to; the computer's own where none is set. Risk: with the wrong one, a number typed
    /// without its country code is another person's.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub home: Option<Region>,
}

/// Where challenges live.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum StoreChoice {
    /// In a file of this computer, for this desk alone.
    Embedded {},
    /// In the organisation's Redis, shared with other desks. Its passwords are in the vault.
    Redis(Box<RedisSettings>),
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
            updates: UpdateSettings::default(),
            admin: AdminSettings::default(),
            secrets: SecretSet::default(),
        }
    }

    /// Reads settings as they stand in a file, also an earlier version's.
    ///
    /// # Errors
    /// [`SettingsError`] where they can't be used as they are, with the place in the file.
    pub fn read(json: &[u8]) -> Result<Self, SettingsError> {
        let document = Document::read(json)?;
        let settings = Self::from_value(document.value().clone());
        settings.map_err(|error| document.placed(error))
    }

    /// Takes settings from JSON that was read already, also an earlier version's.
    ///
    /// # Errors
    /// [`SettingsError`] where they can't be used as they are.
    pub fn from_value(json: Value) -> Result<Self, SettingsError> {
        let settings: Self = typed::read(&migration::current(json)?)?;
        settings.within_bounds()?;
        Ok(settings)
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

    /// Holds settings to what must be true of those that a desk goes by. A desk's own file need not be
    /// sufficient in itself: the machine's policy may name the account that is missing in it.
    ///
    /// # Errors
    /// The first [`SettingsError`].
    pub fn validated(self) -> Result<Self, SettingsError> {
        self.within_bounds()?;
        if self.mode == Mode::Live && self.channels.carried(&self.sinch).is_empty() {
            let mode = Pointer::to(&["mode"]);
            return Err(SettingsError::at(SettingsProblem::NothingSends, mode));
        }
        let looks_up = !self.rules.number_lookup.rules().is_off();
        if self.mode == Mode::Live && looks_up && self.sinch.project().is_none() {
            let lookup = Pointer::to(&["rules", "numberLookup"]);
            return Err(SettingsError::at(SettingsProblem::NothingLooksUp, lookup));
        }
        Ok(self)
    }

    fn within_bounds(&self) -> Result<(), SettingsError> {
        match &self.store {
            StoreChoice::Embedded {} => {}
            StoreChoice::Redis(redis) => redis.validated().map_err(SettingsError::redis)?,
        }
        let home = self.organisation.home.unwrap_or(Region::UNITED_STATES);
        self.rules.policy(home).map_err(SettingsError::rules)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
