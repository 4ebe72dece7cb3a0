//! Brings settings that an earlier program wrote up to the current form, one version at a time. A later
//! program's are refused as such: what is not known here could change what the rest means.

use serde_json::Value;

use super::error::{SettingsError, SettingsProblem};
use super::pointer::Pointer;
use super::version::CURRENT;

/// From one version to the next.
type Step = fn(&mut Value) -> Result<(), SettingsError>;

/// The steps, the first from version 1 to 2, and so on.
const STEPS: [Step; CURRENT as usize - 1] = [admins_settings];

/// Settings in the current form.
///
/// # Errors
/// [`SettingsProblem::Newer`], what is no version, and what no program of that version wrote.
pub(super) fn current(mut json: Value) -> Result<Value, SettingsError> {
    let version = version(&json)?;
    for (step, from) in STEPS.iter().zip(1..) {
        if from >= version {
            step(&mut json)?;
            json["version"] = Value::from(from + 1);
        }
    }
    Ok(json)
}

fn version(json: &Value) -> Result<u64, SettingsError> {
    match json.get("version").map(Value::as_u64) {
        Some(Some(version)) if version > u64::from(CURRENT) => {
            Err(SettingsError::at(SettingsProblem::Newer, place()))
        }
        Some(Some(version)) if version > 0 => Ok(version),
        None => Err(SettingsError::at(SettingsProblem::Form, Pointer::default())),
        Some(_) => Err(SettingsError::at(SettingsProblem::Form, place())),
    }
}

fn place() -> Pointer {
    Pointer::to(&["version"])
}

/// Version 1 had desk and store only. All that came with the admin's pages had the value that it now has
/// by default, so nothing is added; what else stands there was put in by hand, for another version.
fn admins_settings(json: &mut Value) -> Result<(), SettingsError> {
    let keys = json
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys());
    let known = ["version", "desk", "store"];
    match keys.into_iter().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(SettingsError::at(
            SettingsProblem::Unknown,
            Pointer::default().child(key),
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(json: Value) -> (SettingsProblem, String) {
        let error = current(json).unwrap_err();
        let pointer = error.pointer.unwrap_or_default();
        (error.problem, pointer.to_string())
    }

    #[test]
    fn the_first_version_s_settings_become_the_current_ones() {
        let [desk, store] = ["a desk", "a store"];
        let old = json!({ "version": 1, "desk": desk, "store": store });
        let new = json!({ "version": 2, "desk": desk, "store": store });
        assert_eq!(current(old), Ok(new.clone()));
        assert_eq!(current(new.clone()), Ok(new));
    }

    #[test]
    fn a_later_version_is_told_from_what_is_no_version() {
        for later in [3, 4, u64::from(u32::MAX) + 1] {
            let (problem, pointer) = refused(json!({ "version": later }));
            assert_eq!(
                (problem, pointer.as_str()),
                (SettingsProblem::Newer, "/version")
            );
        }
        for none in [json!(0), json!(-1), json!("2"), json!(2.5), json!(null)] {
            let (problem, pointer) = refused(json!({ "version": none }));
            assert_eq!(
                (problem, pointer.as_str()),
                (SettingsProblem::Form, "/version")
            );
        }
        let (problem, pointer) = refused(json!({}));
        assert_eq!((problem, pointer.as_str()), (SettingsProblem::Form, ""));
    }

    #[test]
    fn what_the_first_version_did_not_have_is_not_taken_from_its_file() {
        let (problem, pointer) = refused(json!({ "version": 1, "mode": "live" }));
        assert_eq!(
            (problem, pointer.as_str()),
            (SettingsProblem::Unknown, "/mode")
        );
    }
}
