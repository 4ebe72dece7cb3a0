//! The settings that a desk goes by, each with where it comes from.

use serde::Serialize;
use serde_json::Value;

use super::super::{Pointer, Settings, SettingsError};
use super::{Managed, leaves, some_desk, written};

/// The settings that a desk goes by.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Effective {
    /// All of them.
    pub settings: Settings,
    /// The places of those that the machine's policy sets: each a single value, or the whole of what is
    /// managed as a whole.
    pub managed: Vec<Pointer>,
}

/// A setting that is in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InForce {
    /// Its place.
    pub pointer: Pointer,
    /// Its value. None is secret.
    pub value: Value,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// The machine's policy.
    MachinePolicy,
    /// This desk's own settings.
    ThisDesk,
    /// Nobody set it: it is as it is in a new installation.
    Default,
}

impl Effective {
    /// A desk's own settings with the policy over them, where there is one.
    ///
    /// # Errors
    /// [`SettingsError`] where the two together can't be used.
    pub fn of(own: &Settings, policy: Option<&Managed>) -> Result<Self, SettingsError> {
        match policy {
            Some(policy) => policy.over(own),
            None => Ok(Self {
                settings: own.clone(),
                managed: Vec::new(),
            }),
        }
    }

    /// Every setting with its origin, in the order of their names.
    ///
    /// # Errors
    /// None for settings that were read.
    pub fn values(&self) -> Result<Vec<InForce>, SettingsError> {
        let settings = written(&self.settings)?;
        let defaults = written(&Settings::from_value(some_desk())?)?;
        // The form's version is nobody's to set.
        let version = Pointer::to(&["version"]);
        let places = leaves(&settings).into_iter();
        let places = places.filter(|pointer| *pointer != version);
        let values = places.filter_map(|pointer| {
            let value = pointer.value(&settings)?.clone();
            let origin = if self.managed.contains(&pointer) {
                Origin::MachinePolicy
            } else if pointer.value(&defaults) == Some(&value) {
                Origin::Default
            } else {
                Origin::ThisDesk
            };
            Some(InForce {
                pointer,
                value,
                origin,
            })
        });
        Ok(values.collect())
    }
}
