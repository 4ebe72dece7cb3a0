//! Where in settings something stands: a JSON pointer, as RFC 6901 writes them. It says nothing of the value.

use std::fmt;

use serde::Serialize;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// A place in settings, such as `/rules/lifetimeMinutes`; the empty one is the whole.
#[derive(Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Pointer(String);

impl Pointer {
    /// What is written after these keys.
    pub(super) fn to(keys: &[&str]) -> Self {
        keys.iter()
            .fold(Self::default(), |pointer, key| pointer.child(key))
    }

    /// What stands in here under a key, or at an index of a list.
    pub(super) fn child(&self, key: &str) -> Self {
        // RFC 6901 §3: the tilde first, or the slash's own would be replaced again.
        let escaped = key.replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{escaped}", self.0))
    }

    /// The place that a failed reading had come to, within this one.
    pub(super) fn down(&self, path: &Path) -> Self {
        path.iter()
            .fold(self.clone(), |pointer, segment| match segment {
                Segment::Seq { index } => pointer.child(&index.to_string()),
                Segment::Map { key } => pointer.child(key),
                Segment::Enum { variant } => pointer.child(variant),
                Segment::Unknown => pointer,
            })
    }

    /// The keys on the way.
    pub(super) fn keys(&self) -> impl Iterator<Item = String> {
        let escaped = self.0.split('/').skip(1);
        escaped.map(|key| key.replace("~1", "/").replace("~0", "~"))
    }

    /// What stands there.
    pub(super) fn value<'a>(&self, json: &'a Value) -> Option<&'a Value> {
        json.pointer(&self.0)
    }

    /// The pointer as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_written_as_rfc_6901_does() {
        let pointer = Pointer::to(&["a/b", "m~n", "~1", "0", ""]);
        assert_eq!(pointer.as_str(), "/a~1b/m~0n/~01/0/");
        let keys: Vec<_> = pointer.keys().collect();
        assert_eq!(keys, ["a/b", "m~n", "~1", "0", ""]);
    }

    #[test]
    fn the_empty_pointer_is_the_whole() {
        assert_eq!(Pointer::default().keys().count(), 0);
        let json = serde_json::json!({ "a": { "b/c": 3 } });
        assert_eq!(Pointer::default().value(&json), Some(&json));
        let three = Pointer::to(&["a", "b/c"]);
        assert_eq!(three.value(&json), Some(&Value::from(3)));
    }
}
