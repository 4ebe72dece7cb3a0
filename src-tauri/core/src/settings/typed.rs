//! JSON as typed settings, with a pointer to what does not fit. What says its own kind is read as a whole by
//! its own reader, which loses track within it; so it is then read once more in a form that keeps it.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::{Deserializer, Track};

use super::StoreChoice;
use super::error::{SettingsError, SettingsProblem};
use super::pointer::Pointer;
use super::sinch::SmsAccount;
use super::texts::TextSettings;
use crate::sinch::credentials::{KeyId, ProjectId, ServicePlanId};
use crate::sinch::region::{ProjectRegion, SmsRegion};
use crate::store::redis::RedisSettings;

/// The key under which a value says its kind.
const KIND: &str = "kind";

/// A value as `T`, which is to stand at the root.
pub(super) fn read<T: DeserializeOwned>(json: &Value) -> Result<T, SettingsError> {
    tracked(json, |json| T::deserialize(json)).map_err(|error| {
        let store = Pointer::to(&["store"]);
        let sms = Pointer::to(&["sinch", "sms"]);
        let nearer = nearer(&store, &error, json, |json| StoreByKind::deserialize(json))
            .or_else(|| nearer(&sms, &error, json, |json| SmsByKind::deserialize(json)))
            .or_else(|| text(&error, json));
        nearer.unwrap_or(error)
    })
}

fn tracked<T>(
    json: &Value,
    read: impl FnOnce(Deserializer<'_, '_, &Value>) -> serde_json::Result<T>,
) -> Result<T, SettingsError> {
    let mut track = Track::new();
    let read = read(Deserializer::new(json, &mut track));
    read.map_err(|error| {
        let pointer = Pointer::default().down(&track.path());
        SettingsError::at(problem(&error), pointer)
    })
}

fn problem(error: &serde_json::Error) -> SettingsProblem {
    // serde has no kinds of errors, but one wording for this one.
    if error.to_string().starts_with("unknown field") {
        SettingsProblem::Unknown
    } else {
        SettingsProblem::Form
    }
}

/// The error as it is told by a reader that is given the kind outside of the value.
fn nearer<T>(
    at: &Pointer,
    error: &SettingsError,
    json: &Value,
    read: impl FnOnce(Deserializer<'_, '_, &Value>) -> serde_json::Result<T>,
) -> Option<SettingsError> {
    let is_here = error.pointer.as_ref() == Some(at);
    let mut value = at.value(json).filter(|_| is_here)?.clone();
    let kind = value.as_object_mut()?.remove(KIND)?;
    let Some(kind) = kind.as_str() else {
        return Some(SettingsError::at(SettingsProblem::Form, at.child(KIND)));
    };
    let error = tracked(&json!({ kind: value }), read).err()?;
    let mut keys = error.pointer.as_ref()?.keys();
    let pointer = match keys.next() {
        Some(first) if first == kind => keys.fold(at.clone(), |pointer, key| pointer.child(&key)),
        Some(_) | None => at.child(KIND),
    };
    Some(SettingsError::at(error.problem, pointer))
}

/// Which text it is: a language is no plain key, so the reader does not keep it.
fn text(error: &SettingsError, json: &Value) -> Option<SettingsError> {
    let at = Pointer::to(&["texts"]);
    let is_here = error.pointer.as_ref() == Some(&at);
    let texts = at.value(json).filter(|_| is_here)?.as_object()?;
    let is_wrong = |(key, value): &(&String, &Value)| {
        let alone = json!({ key.as_str(): value });
        TextSettings::deserialize(alone).is_err()
    };
    let (key, _) = texts.iter().find(is_wrong)?;
    Some(SettingsError::at(error.problem, at.child(key)))
}

#[derive(Deserialize)]
#[serde(remote = "StoreChoice", rename_all = "camelCase", deny_unknown_fields)]
enum StoreByKind {
    Embedded {},
    Redis(Box<RedisSettings>),
}

#[derive(Deserialize)]
#[serde(
    remote = "SmsAccount",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
enum SmsByKind {
    ServicePlan {
        region: SmsRegion,
        plan: ServicePlanId,
    },
    Project {
        region: ProjectRegion,
        project: ProjectId,
        key_id: KeyId,
    },
}
