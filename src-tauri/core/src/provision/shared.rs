//! The settings that all desks of a site share. A desk's id, its name, its passcode and whether it tells of new
//! versions are its own.

use serde::{Deserialize, Serialize};

use crate::settings::{
    AppearanceSettings, ChannelSettings, Mode, OrganisationSettings, RulesSettings, Settings,
    SinchSettings, StoreChoice, TextSettings,
};
use crate::vault::SecretSet;

/// The settings that all desks of a site share.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharedSettings {
    /// Whose desks they are.
    pub organisation: OrganisationSettings,
    /// Whether they send to real phones.
    pub mode: Mode,
    /// The accounts at Sinch.
    pub sinch: SinchSettings,
    /// The channels, and what carries each.
    pub channels: ChannelSettings,
    /// Where challenges live.
    pub store: StoreChoice,
    /// The site's rules.
    pub rules: RulesSettings,
    /// The texts that carry codes.
    pub texts: TextSettings,
    /// How the window looks; nothing where that is left to each desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appearance: Option<AppearanceSettings>,
}

impl SharedSettings {
    /// What a desk's settings share with others.
    pub fn of(settings: &Settings, with_appearance: bool) -> Self {
        Self {
            organisation: settings.organisation.clone(),
            mode: settings.mode,
            sinch: settings.sinch.clone(),
            channels: settings.channels,
            store: settings.store.clone(),
            rules: settings.rules.clone(),
            texts: settings.texts.clone(),
            appearance: with_appearance.then_some(settings.appearance),
        }
    }

    /// A desk's settings with these in place of its own, and with this set of secrets.
    pub(super) fn over(&self, own: Settings, secrets: SecretSet) -> Settings {
        let Self {
            organisation,
            mode,
            sinch,
            channels,
            store,
            rules,
            texts,
            appearance,
        } = self.clone();
        let mut settings = own;
        settings.organisation = organisation;
        settings.mode = mode;
        settings.sinch = sinch;
        settings.channels = channels;
        settings.store = store;
        settings.rules = rules;
        settings.texts = texts;
        settings.appearance = appearance.unwrap_or(settings.appearance);
        settings.secrets = secrets;
        settings
    }

    /// Whether desks share a store, and so a site key.
    pub(super) fn has_shared_store(&self) -> bool {
        match self.store {
            StoreChoice::Embedded {} => false,
            StoreChoice::Redis(_) => true,
        }
    }
}
