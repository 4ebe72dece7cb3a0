//! The file of a desk's settings, by Tauri's store plugin. Only Rust reads it: no window may ask the
//! plugin for anything. What the settings mean is the core's business.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use countersign_core::settings::{Settings, SettingsError};
use rand::CryptoRng;
use serde_json::Value;
use tauri::{AppHandle, Runtime};
use tauri_plugin_store::{Store, StoreExt};
use thiserror::Error;

/// The file's name, in the app's own folder of data that stays on this computer: the desk's id must not
/// follow somebody to another one.
const FILE: &str = "settings.json";

type Entries = HashMap<String, Value>;

/// Why there are no settings to open a desk with.
#[derive(Debug, Error)]
pub(crate) enum SettingsFault {
    /// There is a file that can't be read, or holds what is not settings. It stays as it is.
    #[error("settings.json can't be used")]
    Unreadable(#[source] tauri_plugin_store::Error),
    /// The first settings can't be written down.
    #[error("settings.json can't be written")]
    Unwritten(#[source] Box<dyn StdError + Send + Sync>),
}

/// The settings in `folder`. Where there is no file yet, first settings are drawn and written down.
pub(crate) fn load<R: Runtime, D: CryptoRng + ?Sized>(
    app: &AppHandle<R>,
    folder: &Path,
    randomness: &mut D,
) -> Result<Settings, SettingsFault> {
    let path = folder.join(FILE);
    let file = app
        .store_builder(&path)
        .disable_auto_save()
        .deserialize(deserialize)
        .build()
        .map_err(SettingsFault::Unreadable)?;
    let loaded = match read(&file) {
        Err(SettingsFault::Unreadable(error)) if is_missing(&error) => {
            write_first(&file, &path, randomness)
        }
        read => read,
    };
    // When the app ends, the plugin writes whatever is still open, over what an admin may have changed.
    file.close_resource();
    loaded
}

fn read<R: Runtime>(file: &Store<R>) -> Result<Settings, SettingsFault> {
    // Opening passes over what it can't read; asked for once more, the plugin says so.
    file.reload_ignore_defaults()
        .map_err(SettingsFault::Unreadable)?;
    let entries = file.entries().into_iter().collect();
    serde_json::from_value(Value::Object(entries))
        .map_err(|error| SettingsFault::Unreadable(error.into()))
}

fn is_missing(error: &tauri_plugin_store::Error) -> bool {
    matches!(error, tauri_plugin_store::Error::Io(error) if error.kind() == io::ErrorKind::NotFound)
}

fn write_first<R: Runtime, D: CryptoRng + ?Sized>(
    file: &Store<R>,
    path: &Path,
    randomness: &mut D,
) -> Result<Settings, SettingsFault> {
    let settings = Settings::first(randomness);
    if let Err(error) = write(file, path, &settings) {
        // Half a file would be refused from then on; there was none before.
        let _ = fs::remove_file(path);
        return Err(SettingsFault::Unwritten(error));
    }
    Ok(settings)
}

fn write<R: Runtime>(
    file: &Store<R>,
    path: &Path,
    settings: &Settings,
) -> Result<(), Box<dyn StdError + Send + Sync>> {
    for (key, value) in entries(settings)? {
        file.set(key, value);
    }
    file.save()?;
    // A power cut must not leave half a file either.
    File::options().write(true).open(path)?.sync_all()?;
    Ok(())
}

fn entries(settings: &Settings) -> serde_json::Result<Entries> {
    serde_json::from_value(serde_json::to_value(settings)?)
}

/// What the plugin keeps of a file: everything, once it is known to be settings. A key that is there
/// twice would be lost in a map, so the text itself is read first.
fn deserialize(json: &[u8]) -> Result<Entries, Box<dyn StdError + Send + Sync>> {
    let settings: Result<Settings, SettingsError> = Settings::read(json);
    Ok(entries(&settings?)?)
}
