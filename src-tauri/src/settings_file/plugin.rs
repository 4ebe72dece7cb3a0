//! The settings of the app itself, by Tauri's store plugin. Only Rust asks it: no window may. The plugin
//! writes a file in place, so it is given a new one, which then takes the place of the old.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::io;
use std::path::Path;

use countersign_core::settings::{Settings, SettingsError, SettingsProblem};
use countersign_core::time::{Clock, SystemClock, Timestamp};
use rand::CryptoRng;
use serde_json::Value;
use tauri::{AppHandle, Runtime};
use tauri_plugin_store::StoreExt;

use super::replace::Replacement;
use super::{FILE, SettingsFault, aside};

type Entries = HashMap<String, Value>;
type AnyError = Box<dyn StdError + Send + Sync>;

/// The settings in `folder`. Where nothing was ever there, first settings are drawn and written down. A
/// damaged file is kept aside, and reported until it is repaired or somebody asks for new settings: a
/// desk must not open with settings that nobody chose.
pub(crate) fn load<R: Runtime, D: CryptoRng + ?Sized>(
    app: &AppHandle<R>,
    folder: &Path,
    randomness: &mut D,
) -> Result<Settings, SettingsFault> {
    match read(app, folder) {
        Ok(Some(settings)) => Ok(settings),
        Ok(None) => match aside::newest(folder) {
            Some(kept) => Err(SettingsFault::KeptAside { kept, error: None }),
            None => write_first(app, folder, randomness),
        },
        Err(SettingsFault::Unusable(error)) if error.problem.is_damage() => {
            Err(keep_aside(folder, error, SystemClock.now()))
        }
        Err(fault) => Err(fault),
    }
}

/// Draws new settings and writes them down, where there are none that can be used. What stands there now
/// is kept aside, unless a later version wrote it: then it stays, and so does the fault.
pub(crate) fn begin_anew<R: Runtime, D: CryptoRng + ?Sized>(
    app: &AppHandle<R>,
    folder: &Path,
    randomness: &mut D,
) -> Result<Settings, SettingsFault> {
    match read(app, folder) {
        Ok(Some(settings)) => return Ok(settings),
        Ok(None) => {}
        Err(SettingsFault::Unusable(error)) if error.problem != SettingsProblem::Newer => {
            aside::keep(folder, &folder.join(FILE), SystemClock.now())
                .map_err(|error| SettingsFault::Unwritten(error.into()))?;
        }
        Err(fault) => return Err(fault),
    }
    write_first(app, folder, randomness)
}

fn keep_aside(folder: &Path, error: SettingsError, now: Timestamp) -> SettingsFault {
    match aside::keep(folder, &folder.join(FILE), now) {
        Ok(kept) => SettingsFault::KeptAside {
            kept,
            error: Some(error),
        },
        // It stays where it is, and is as unusable there.
        Err(_) => SettingsFault::Unusable(error),
    }
}

fn write_first<R: Runtime, D: CryptoRng + ?Sized>(
    app: &AppHandle<R>,
    folder: &Path,
    randomness: &mut D,
) -> Result<Settings, SettingsFault> {
    let settings = Settings::first(randomness);
    save(app, folder, &settings)?;
    Ok(settings)
}

/// Replaces the settings in `folder` in one step.
pub(crate) fn save<R: Runtime>(
    app: &AppHandle<R>,
    folder: &Path,
    settings: &Settings,
) -> Result<(), SettingsFault> {
    replace(app, folder, settings).map_err(SettingsFault::Unwritten)
}

fn replace<R: Runtime>(
    app: &AppHandle<R>,
    folder: &Path,
    settings: &Settings,
) -> Result<(), AnyError> {
    let entries = entries(settings)?;
    let replacement = Replacement::of(folder, FILE)?;
    let file = app
        .store_builder(replacement.path())
        .disable_auto_save()
        .create_new()
        .serialize(serialize)
        .build()?;
    for (key, value) in entries {
        file.set(key, value);
    }
    let saved = file.save();
    // When the app ends, the plugin writes whatever is still open.
    file.close_resource();
    saved?;
    Ok(replacement.put_in_place()?)
}

fn read<R: Runtime>(app: &AppHandle<R>, folder: &Path) -> Result<Option<Settings>, SettingsFault> {
    let file = app
        .store_builder(folder.join(FILE))
        .disable_auto_save()
        .deserialize(deserialize)
        .build()
        .map_err(not_read)?;
    // Opening passes over what it can't read; asked for once more, the plugin says so.
    let read = file.reload_ignore_defaults();
    let entries = file.entries().into_iter().collect();
    file.close_resource();
    match read {
        Ok(()) => {
            let settings = Settings::from_value(Value::Object(entries));
            settings.map(Some).map_err(SettingsFault::Unusable)
        }
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(not_read(error)),
    }
}

fn is_missing(error: &tauri_plugin_store::Error) -> bool {
    matches!(error, tauri_plugin_store::Error::Io(error) if error.kind() == io::ErrorKind::NotFound)
}

/// What the plugin hands back of its reader's own error is that error in a box.
fn not_read(error: tauri_plugin_store::Error) -> SettingsFault {
    let tauri_plugin_store::Error::Deserialize(error) = error else {
        return SettingsFault::Unreadable(error.into());
    };
    match error.downcast() {
        Ok(error) => SettingsFault::Unusable(*error),
        Err(error) => SettingsFault::Unreadable(error),
    }
}

/// What the plugin keeps of a file: everything, once it is known to be settings. A key that is there
/// twice would be lost in a map, so the text itself is read first.
fn deserialize(json: &[u8]) -> Result<Entries, AnyError> {
    let settings: Result<Settings, SettingsError> = Settings::read(json);
    Ok(entries(&settings?)?)
}

/// What the plugin writes: the bytes that the command line would write too.
fn serialize(entries: &Entries) -> Result<Vec<u8>, AnyError> {
    let entries = entries.clone().into_iter().collect();
    let settings = Settings::from_value(Value::Object(entries))?;
    Ok(settings.to_json()?)
}

fn entries(settings: &Settings) -> serde_json::Result<Entries> {
    serde_json::from_value(serde_json::to_value(settings)?)
}

#[cfg(test)]
mod tests;
