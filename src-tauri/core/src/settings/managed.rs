//! The machine's policy: any part of the settings, set by the organisation's IT for the whole computer, that
//! a desk's own settings give way to. Where the file is, and who may write it, is the shell's business.

use serde_json::{Value, json};

use super::desk::FIRST_NAME;
use super::document::Document;
use super::error::{SettingsError, SettingsProblem};
use super::pointer::Pointer;
use super::{Settings, version};

mod effective;
mod secrets;

pub use effective::{Effective, InForce, Origin};

/// Bytes of the longest file that is read as a policy: far more than all settings together need.
pub const LONGEST_POLICY: usize = 256 * 1024;

/// What belongs to the one desk or to the program, and is therefore in no policy.
pub(super) const NOT_MANAGED: [&[&str]; 4] = [
    &["version"],
    &["desk", "id"],
    &["admin", "passcodeSet"],
    &["secrets"],
];

/// What is managed as a whole or not at all: half a store is none.
pub(super) const WHOLE: [&[&str]; 3] = [&["store"], &["sinch", "verification"], &["sinch", "sms"]];

/// The key by which a policy may name its schema, for editors. It sets nothing.
pub(super) const SCHEMA: &str = "$schema";

/// A policy that was read and can be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Managed {
    policy: Value,
}

impl Managed {
    /// Reads a policy as it stands in a file. All of it is checked before any of it counts.
    ///
    /// # Errors
    /// [`SettingsError`] with the place in the file.
    pub fn read(bytes: &[u8]) -> Result<Self, SettingsError> {
        if bytes.len() > LONGEST_POLICY {
            return Err(SettingsError::new(SettingsProblem::TooLarge, None));
        }
        let document = Document::read(bytes)?;
        let managed = Self::checked(document.value().clone());
        managed.map_err(|error| document.placed(error))
    }

    fn checked(mut policy: Value) -> Result<Self, SettingsError> {
        let Some(settings) = policy.as_object_mut() else {
            return Err(SettingsError::at(SettingsProblem::Form, Pointer::default()));
        };
        settings.remove(SCHEMA);
        let not_managed = NOT_MANAGED.map(Pointer::to);
        if let Some(pointer) = not_managed
            .into_iter()
            .find(|at| at.value(&policy).is_some())
        {
            return Err(SettingsError::at(SettingsProblem::NotManaged, pointer));
        }
        if let Some(pointer) = secrets::first(&policy) {
            return Err(SettingsError::at(SettingsProblem::Secret, pointer));
        }
        let managed = Self { policy };
        // Over settings that leave everything as it is by default, only the policy can be wrong.
        Settings::from_value(managed.over_json(some_desk()).0)?;
        Ok(managed)
    }

    /// The settings that a desk goes by: its own, but for what is managed.
    ///
    /// # Errors
    /// [`SettingsError`] where the two together can't be used.
    pub fn over(&self, own: &Settings) -> Result<Effective, SettingsError> {
        let (settings, managed) = self.over_json(written(own)?);
        let settings = Settings::from_value(settings)?;
        Ok(Effective { settings, managed })
    }

    /// What of an admin's `edited` settings is to be written down: a managed value stays as the desk's
    /// own file has it, so that it is back once the policy no longer sets it.
    ///
    /// # Errors
    /// [`SettingsError`] where that can't be used.
    pub fn keep_own(&self, edited: &Settings, own: &Settings) -> Result<Settings, SettingsError> {
        let own = written(own)?;
        let mut kept = written(edited)?;
        for pointer in self.over_json(own.clone()).1 {
            put(&mut kept, &pointer, pointer.value(&own).cloned());
        }
        Settings::from_value(kept)
    }

    /// Settings with the policy over them, and what it set.
    fn over_json(&self, mut settings: Value) -> (Value, Vec<Pointer>) {
        let mut managed = Vec::new();
        for pointer in leaves(&self.policy) {
            put(
                &mut settings,
                &pointer,
                pointer.value(&self.policy).cloned(),
            );
            managed.push(pointer);
        }
        (settings, managed)
    }
}

/// Settings as JSON: of this program's own, which can always be written but for paths that are no
/// Unicode.
fn written(settings: &Settings) -> Result<Value, SettingsError> {
    let form = |_| SettingsError::at(SettingsProblem::Form, Pointer::default());
    serde_json::to_value(settings).map_err(form)
}

/// A desk that sets nothing but what it must.
pub(super) fn some_desk() -> Value {
    json!({
        "version": version::CURRENT,
        "desk": { "id": "0".repeat(32), "name": FIRST_NAME },
        "store": { "kind": "embedded" },
    })
}

/// The places that values stand at: each is one setting, as far as policies go.
pub(super) fn leaves(settings: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    gather(settings, &Pointer::default(), &mut found);
    found
}

fn gather(value: &Value, at: &Pointer, found: &mut Vec<Pointer>) {
    let is_whole = WHOLE.map(Pointer::to).contains(at);
    match value.as_object().filter(|_| !is_whole) {
        None => found.push(at.clone()),
        Some(members) => {
            for (key, value) in members {
                gather(value, &at.child(key), found);
            }
        }
    }
}

/// Puts a value in its place, or takes away what is there.
fn put(settings: &mut Value, pointer: &Pointer, value: Option<Value>) {
    let mut keys: Vec<_> = pointer.keys().collect();
    let Some(last) = keys.pop() else { return };
    let mut at = settings;
    for key in keys {
        // What is in the way is no settings, and is found to be none when the whole is read.
        let Some(members) = at.as_object_mut() else {
            return;
        };
        at = members.entry(key).or_insert_with(|| json!({}));
    }
    let Some(members) = at.as_object_mut() else {
        return;
    };
    match value {
        Some(value) => members.insert(last, value),
        None => members.remove(&last),
    };
}

#[cfg(test)]
mod tests;
