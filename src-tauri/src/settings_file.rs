//! The file of a desk's settings: read, replaced in one step, and kept aside where it holds something
//! else. The app itself goes through Tauri's store plugin; the command line, which has no app, reads and
//! writes the same bytes. What the settings mean is the core's business.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use countersign_core::settings::{Settings, SettingsError};
use thiserror::Error;

mod aside;
mod plugin;
mod replace;

pub(crate) use plugin::{begin_anew, load, save};
pub(crate) use replace::Replacement;

/// The file's name, in the app's own folder of data that stays on this computer: the desk's id must not
/// follow somebody to another one.
const FILE: &str = "settings.json";

/// The app's name to the system, as in `tauri.conf.json`; its folder of data bears it.
const APP: &str = "io.countersign.desk";

/// Why there are no settings to open a desk with.
#[derive(Debug, Error)]
pub(crate) enum SettingsFault {
    /// The system names no folder for this user's data.
    #[error("this computer has no folder for the app's data")]
    NoFolder,
    /// There is a file that can't be opened. It stays as it is.
    #[error("settings.json can't be opened")]
    Unreadable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The file was read, and can't be used by this version. It stays as it is.
    #[error("settings.json can't be used")]
    Unusable(#[source] SettingsError),
    /// The file was damaged and has now another name. There are no settings until somebody asks for new
    /// ones, or puts a file in its place.
    #[error("settings.json was damaged and is kept as {}", name(kept))]
    KeptAside {
        /// Where it is now.
        kept: PathBuf,
        /// What is wrong with it; nothing where that was told at an earlier start.
        #[source]
        error: Option<SettingsError>,
    },
    /// The settings can't be written down. What was there before still is.
    #[error("settings.json can't be written")]
    Unwritten(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The app's folder of data, as Tauri has it too.
pub(crate) fn folder() -> Result<PathBuf, SettingsFault> {
    let data = dirs::data_local_dir().ok_or(SettingsFault::NoFolder)?;
    Ok(data.join(APP))
}

/// The settings in `folder`; nothing where there is no file. Changes nothing.
pub(crate) fn read(folder: &Path) -> Result<Option<Settings>, SettingsFault> {
    let bytes = match fs::read(folder.join(FILE)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(|error| SettingsFault::Unreadable(error.into()))?,
    };
    let settings = Settings::read(&bytes).map_err(SettingsFault::Unusable)?;
    Ok(Some(settings))
}

/// Replaces the settings in `folder` in one step: whatever happens, the file holds the old ones or
/// the new ones.
pub(crate) fn write(folder: &Path, settings: &Settings) -> Result<(), SettingsFault> {
    let written = settings.to_json().map_err(io::Error::from);
    let replaced = written.and_then(|json| {
        let replacement = Replacement::of(folder, FILE)?;
        fs::write(replacement.path(), json)?;
        replacement.put_in_place()
    });
    replaced.map_err(|error| SettingsFault::Unwritten(error.into()))
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
