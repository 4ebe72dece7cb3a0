//! What an import would change, told before it is done: settings by their place and value, secrets by
//! their name only.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Secrets;
use super::secrets::SHARED;
use crate::settings::Settings;
use crate::vault::SecretName;

/// What an import changes.
#[derive(Debug, Default)]
pub struct Changes {
    /// The settings that get another value.
    pub settings: Vec<Replaced>,
    /// The secrets that are there before or after, each with what becomes of it.
    pub secrets: Vec<(SecretName, SecretChange)>,
}

/// A setting that gets another value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Replaced {
    /// Where it stands in the settings: a JSON pointer (RFC 6901).
    pub pointer: String,
    /// Its value before; nothing where there was none.
    pub from: Option<Value>,
    /// Its value afterwards; nothing where there will be none.
    pub to: Option<Value>,
}

/// What becomes of a secret.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SecretChange {
    /// There was none.
    Added,
    /// There was another.
    Replaced,
    /// It is the same.
    Same,
    /// There will be none.
    Removed,
}

impl Changes {
    pub(super) fn between(before: Option<&Settings>, after: &Settings) -> Self {
        let before = before.map_or(Value::Null, as_json);
        let mut settings = Vec::new();
        collect(&mut settings, "", &before, &as_json(after));
        // The name of the set is how an import works, and nothing that anybody set.
        settings.retain(|replaced| replaced.pointer != "/secrets");
        Self {
            settings,
            secrets: Vec::new(),
        }
    }

    pub(super) fn with_secrets(mut self, before: &Secrets, after: &Secrets) -> Self {
        self.secrets = SHARED
            .into_iter()
            .filter_map(|name| {
                let change = match (before.get(name), after.get(name)) {
                    (None, None) => return None,
                    (None, Some(_)) => SecretChange::Added,
                    (Some(_), None) => SecretChange::Removed,
                    (Some(_), Some(_)) if before.agree(after, name) => SecretChange::Same,
                    (Some(_), Some(_)) => SecretChange::Replaced,
                };
                Some((name, change))
            })
            .collect();
        self
    }
}

/// Settings are plain data: they can always be written as JSON.
fn as_json(settings: &Settings) -> Value {
    serde_json::to_value(settings).unwrap_or_default()
}

fn collect(found: &mut Vec<Replaced>, pointer: &str, before: &Value, after: &Value) {
    if before == after {
        return;
    }
    let (one, another) = match (before, after) {
        (Value::Object(one), Value::Object(another)) => (Some(one), Some(another)),
        (Value::Null, Value::Object(another)) => (None, Some(another)),
        (Value::Object(one), Value::Null) => (Some(one), None),
        _ => {
            let told = |value: &Value| (!value.is_null()).then(|| value.clone());
            found.push(Replaced {
                pointer: pointer.to_owned(),
                from: told(before),
                to: told(after),
            });
            return;
        }
    };
    let keys: BTreeSet<&String> = one
        .into_iter()
        .chain(another)
        .flat_map(|map| map.keys())
        .collect();
    for key in keys {
        let part = |map: Option<&serde_json::Map<String, Value>>| {
            map.and_then(|map| map.get(key))
                .cloned()
                .unwrap_or_default()
        };
        let escaped = key.replace('~', "~0").replace('/', "~1");
        let pointer = format!("{pointer}/{escaped}");
        collect(found, &pointer, &part(one), &part(another));
    }
}
