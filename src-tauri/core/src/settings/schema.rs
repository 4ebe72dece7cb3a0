//! The JSON schema of a machine's policy, from the very types that read it: what stands in their comments
//! and bounds is what IT's editors show and what the reference says. For the tests that generate those.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::managed::{NOT_MANAGED, SCHEMA, WHOLE, some_desk};
use super::{DeskName, Pointer, Settings};
use crate::phone::Region;
use crate::policy::bounds::NAME_CHARACTERS;
use crate::sinch::credentials::{ApplicationKey, KeyId, ProjectId, ServicePlanId};
use crate::sinch::path::LONGEST_SEGMENT;
use crate::sinch::sms::Sender;
use crate::text::Language;

const TITLE: &str = "Countersign: machine policy";
const DESCRIPTION: &str = "Settings that the organisation's IT manages for a whole computer. Any part \
    of them; what is left out stays with the desk. No secret may be in it.";

/// The schema, in the draft of JSON Schema that most editors know.
///
/// # Errors
/// What serde says of settings that can't be written down, which there are none of.
pub fn policy() -> serde_json::Result<Value> {
    let mut draft = SchemaSettings::draft07();
    draft.inline_subschemas = true;
    let schema = draft.into_generator().into_root_schema_for::<Settings>();
    let mut schema = schema.to_value();
    let defaults = serde_json::from_value::<Settings>(some_desk())?;
    let defaults = serde_json::to_value(defaults)?;
    of_a_part(&mut schema, &Pointer::default(), &defaults);
    flow(&mut schema);
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), TITLE.into());
        root.insert("description".to_owned(), DESCRIPTION.into());
        if let Some(properties) = properties(root) {
            let editor = json!({ "type": "string", "description": "This schema, for editors." });
            properties.insert(SCHEMA.to_owned(), editor);
        }
    }
    Ok(schema)
}

/// Makes the schema of all settings one of any part of them, with the defaults that are really used.
fn of_a_part(schema: &mut Value, at: &Pointer, defaults: &Value) {
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    let is_whole = WHOLE.map(Pointer::to).contains(at);
    if !is_whole && let Some(properties) = properties(schema) {
        properties.retain(|key, _| !NOT_MANAGED.map(Pointer::to).contains(&at.child(key)));
        for (key, schema) in properties {
            of_a_part(schema, &at.child(key), defaults);
        }
        schema.remove("required");
        schema.remove("default");
        return;
    }
    if let Some(default) = at.value(defaults) {
        schema.insert("default".to_owned(), default.clone());
    }
}

/// Makes one line of each description: comments in source are broken where the source is.
fn flow(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(text)) = members.get_mut("description") {
                *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            members.values_mut().for_each(flow);
        }
        Value::Array(items) => items.iter_mut().for_each(flow),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn properties(schema: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    schema.get_mut("properties")?.as_object_mut()
}

/// Types that are read from a text, and what can be said of that text.
macro_rules! texts {
    ($($type:ty, $name:literal, $schema:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

fn identifier() -> Schema {
    json_schema!({
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST_SEGMENT,
        "pattern": "^[A-Za-z0-9._-]+$",
    })
}

texts! {
    ApplicationKey, "ApplicationKey", identifier();
    ServicePlanId, "ServicePlanId", identifier();
    ProjectId, "ProjectId", identifier();
    KeyId, "KeyId", identifier();
    Region, "Region", json_schema!({ "type": "string", "pattern": "^[A-Za-z]{2}$" });
    Sender, "Sender", json_schema!({ "type": "string", "minLength": 1, "maxLength": 16 });
    DeskName, "DeskName", json_schema!({
        "type": "string",
        "minLength": NAME_CHARACTERS.start(),
        "maxLength": NAME_CHARACTERS.end(),
    });
}

/// The organisation's own texts: one for each language that it words itself.
pub(super) struct Texts;

impl JsonSchema for Texts {
    fn schema_name() -> Cow<'static, str> {
        "Texts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let languages = Language::ALL.into_iter().filter_map(|language| {
            let key = serde_json::to_value(language).ok()?;
            let text = json!({
                "type": "string",
                "description": "The text that carries a code in this language; the app's own where \
                    none is set. Risk: one in letters that GSM-7 lacks costs twice as much and more.",
            });
            Some((key.as_str()?.to_owned(), text))
        });
        json_schema!({
            "type": "object",
            "properties": languages.collect::<Map<_, _>>(),
            "additionalProperties": false,
        })
    }
}
