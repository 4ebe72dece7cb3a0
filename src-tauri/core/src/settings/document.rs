//! A JSON text as it stands in a file: its value, and where in the text each part of it is. It knows no
//! setting.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::error::{SettingsError, SettingsProblem, Spot};
use super::pointer::Pointer;

/// A text that is one JSON value, with no key twice in any object.
pub(super) struct Document<'a> {
    text: &'a str,
    root: &'a RawValue,
    value: Value,
}

impl<'a> Document<'a> {
    /// Takes a file's bytes: UTF-8, with the mark before it that Windows' editors write, or without.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, SettingsError> {
        let text = str::from_utf8(bytes)
            .map_err(|_| SettingsError::new(SettingsProblem::Encoding, None))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // The value first: its reader does not go deeper than it may.
        let value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
        let root = serde_json::from_str(text).map_err(|error| not_json(&error))?;
        let document = Self { text, root, value };
        match key_twice(root, &Pointer::default()) {
            None => Ok(document),
            Some(pointer) => {
                let error = SettingsError::at(SettingsProblem::Twice, pointer);
                Err(document.placed(error))
            }
        }
    }

    /// The value, as far as it is read so far.
    pub(super) fn value(&self) -> &Value {
        &self.value
    }

    /// The error with the spot of what it points to.
    pub(super) fn placed(&self, error: SettingsError) -> SettingsError {
        SettingsError {
            spot: error.pointer.as_ref().map(|pointer| self.spot(pointer)),
            ..error
        }
    }

    /// Where a value begins; where it is missing, where that begins which it is missing in.
    fn spot(&self, pointer: &Pointer) -> Spot {
        let mut at = self.root;
        for key in pointer.keys() {
            let Some(inner) = child(at, &key) else { break };
            at = inner;
        }
        // A raw value is a part of the text it was read from.
        let offset = at.get().as_ptr().addr() - self.text.as_ptr().addr();
        let before = self.text.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Spot {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

fn not_json(error: &serde_json::Error) -> SettingsError {
    SettingsError {
        problem: SettingsProblem::Syntax,
        pointer: None,
        spot: Some(Spot {
            line: error.line().max(1),
            column: error.column().max(1),
        }),
    }
}

fn child<'a>(value: &'a RawValue, key: &str) -> Option<&'a RawValue> {
    if let Ok(Members(members)) = serde_json::from_str(value.get()) {
        let mut members = members.into_iter().rev();
        return members.find_map(|(name, value)| (name == key).then_some(value));
    }
    let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
    items.get(key.parse::<usize>().ok()?).copied()
}

fn key_twice(value: &RawValue, at: &Pointer) -> Option<Pointer> {
    if let Ok(Members(members)) = serde_json::from_str(value.get()) {
        let mut seen = HashSet::new();
        let twice = members.iter().find(|(name, _)| !seen.insert(name));
        if let Some((name, _)) = twice {
            return Some(at.child(name));
        }
        let mut members = members.into_iter();
        return members.find_map(|(name, value)| key_twice(value, &at.child(&name)));
    }
    let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
    let mut items = items.into_iter().enumerate();
    items.find_map(|(index, item)| key_twice(item, &at.child(&index.to_string())))
}

/// An object's members as they stand there, the same key twice too.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> SettingsError {
        let Err(error) = Document::read(bytes) else {
            panic!("it was read");
        };
        error
    }

    #[test]
    fn the_mark_that_windows_editors_write_is_passed_over() {
        let bytes = [b"\xef\xbb\xbf".as_slice(), br#"{"a":1}"#].concat();
        let document = Document::read(&bytes).unwrap();
        assert_eq!(document.value(), &serde_json::json!({ "a": 1 }));
        let spot = document.spot(&Pointer::to(&["a"]));
        assert_eq!(spot, Spot { line: 1, column: 6 });
    }

    #[test]
    fn another_encoding_is_named_as_such() {
        let utf_16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let with_mark = [b"\xff\xfe".as_slice(), &utf_16].concat();
        for bytes in [with_mark.as_slice(), b"{\"a\":\"\xe5\"}"] {
            assert_eq!(refused(bytes).problem, SettingsProblem::Encoding);
        }
    }

    #[test]
    fn what_is_no_json_says_where_it_ceases_to_be() {
        for (text, line, column) in [
            ("", 1, 1),
            ("{", 1, 1),
            ("{\n  \"a\": 1,\n  b\n}", 3, 3),
            ("{} and more", 1, 4),
        ] {
            let error = refused(text.as_bytes());
            assert_eq!(error.problem, SettingsProblem::Syntax, "{text}");
            assert_eq!(error.spot, Some(Spot { line, column }), "{text}");
        }
    }

    #[test]
    fn a_key_twice_is_found_at_any_depth_and_placed_where_it_is_repeated() {
        for (text, pointer, line, column) in [
            ("{\"a\":1,\n\"a\":2}", "/a", 2, 5),
            (r#"{"a":{"b":1,"b":1}}"#, "/a/b", 1, 17),
            (r#"{"a":[0,{"b":1,"\u0062":1}]}"#, "/a/1/b", 1, 25),
        ] {
            let error = refused(text.as_bytes());
            assert_eq!(error.problem, SettingsProblem::Twice, "{text}");
            assert_eq!(error.pointer.unwrap().as_str(), pointer);
            assert_eq!(error.spot, Some(Spot { line, column }), "{text}");
        }
    }

    #[test]
    fn a_place_is_counted_in_characters() {
        let text = "{\n\t\"größe\": {\"a\": [1, \"å\", 2]}}";
        let document = Document::read(text.as_bytes()).unwrap();
        let spot = document.spot(&Pointer::to(&["größe", "a", "2"]));
        assert_eq!(
            spot,
            Spot {
                line: 2,
                column: 26
            }
        );
        let missing = document.spot(&Pointer::to(&["größe", "b", "c"]));
        assert_eq!(
            missing,
            Spot {
                line: 2,
                column: 11
            }
        );
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let text = "[".repeat(10_000) + &"]".repeat(10_000);
        assert_eq!(refused(text.as_bytes()).problem, SettingsProblem::Syntax);
    }
}
