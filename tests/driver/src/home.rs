//! A home folder made for one run of the app: whatever the app writes, it writes below it.
//! It outlives the window, so that a test can look at the files or open the app on them again.

use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::error::Error;

/// The app's own folder in the folder of data: its identifier.
const APP: &str = "io.countersign.desk";

/// How much of the log an error repeats, in bytes.
const LAST_WORDS: usize = 2_000;

/// A home folder, a runtime folder and the log of what the app and WebDriver print. Removed on drop.
#[derive(Debug)]
pub struct Home {
    root: TempDir,
}

impl Home {
    /// Makes an empty home in the system's folder for temporary files.
    ///
    /// # Errors
    /// [`Error::File`] when the folders can't be made.
    pub fn new() -> Result<Self, Error> {
        let root = tempfile::Builder::new()
            .prefix("countersign-")
            .tempdir()
            .map_err(Error::file(std::env::temp_dir()))?;
        let home = Self { root };
        for folder in [home.path(), home.runtime_dir()] {
            fs::create_dir(&folder).map_err(Error::file(&folder))?;
        }
        // The XDG base directory specification: nobody else may enter the runtime folder.
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(home.runtime_dir(), private)
            .map_err(Error::file(home.runtime_dir()))?;
        Ok(home)
    }

    /// The home folder itself: everything that the app keeps is below it.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.root.path().join("home")
    }

    /// Where the app keeps data (`XDG_DATA_HOME`); its own folder in it bears its identifier.
    #[must_use]
    pub fn data_dir(&self) -> PathBuf {
        self.path().join(".local/share")
    }

    /// The file of the app's settings.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.data_dir().join(APP).join("settings.json")
    }

    /// Writes the app's settings down, as an administrator would before its first start.
    ///
    /// # Errors
    /// [`Error::File`] when they can't be written.
    pub fn write_settings(&self, json: &str) -> Result<(), Error> {
        let file = self.settings_file();
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Error::file(folder))?;
        }
        fs::write(&file, json).map_err(Error::file(&file))
    }

    /// Where desktop settings are (`XDG_CONFIG_HOME`).
    #[must_use]
    pub fn config_dir(&self) -> PathBuf {
        self.path().join(".config")
    }

    /// Sockets of the session (`XDG_RUNTIME_DIR`).
    #[must_use]
    pub fn runtime_dir(&self) -> PathBuf {
        self.root.path().join("run")
    }

    /// What the app and WebDriver print.
    #[must_use]
    pub fn output(&self) -> PathBuf {
        self.root.path().join("output.log")
    }

    /// The variables by which programs find it.
    #[must_use]
    pub fn environment(&self) -> Vec<(OsString, OsString)> {
        [
            ("HOME", self.path()),
            ("XDG_CACHE_HOME", self.path().join(".cache")),
            ("XDG_CONFIG_HOME", self.config_dir()),
            ("XDG_DATA_HOME", self.data_dir()),
            ("XDG_RUNTIME_DIR", self.runtime_dir()),
            ("XDG_STATE_HOME", self.path().join(".local/state")),
        ]
        .map(|(name, path)| (name.into(), path.into_os_string()))
        .into()
    }

    pub(crate) fn append_output(&self) -> Result<File, Error> {
        append(&self.output())
    }

    /// The end of what the app and WebDriver printed.
    pub(crate) fn last_words(&self) -> String {
        let bytes = fs::read(self.output()).unwrap_or_default();
        let start = bytes.len().saturating_sub(LAST_WORDS);
        String::from_utf8_lossy(&bytes[start..]).into_owned()
    }
}

fn append(path: &Path) -> Result<File, Error> {
    File::options()
        .create(true)
        .append(true)
        .open(path)
        .map_err(Error::file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_else_may_enter_the_runtime_folder() {
        let home = Home::new().unwrap();
        let mode = fs::metadata(home.runtime_dir())
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn every_folder_of_the_app_is_below_its_home() {
        let home = Home::new().unwrap();
        for (name, path) in home.environment() {
            assert!(Path::new(&path).starts_with(home.root.path()), "{name:?}");
        }
    }

    #[test]
    fn settings_are_written_below_the_home() {
        let home = Home::new().unwrap();
        home.write_settings("{}").unwrap();
        assert!(home.settings_file().starts_with(home.path()));
        assert_eq!(fs::read_to_string(home.settings_file()).unwrap(), "{}");
    }

    #[test]
    fn a_dropped_home_leaves_nothing() {
        let home = Home::new().unwrap();
        let root = home.root.path().to_owned();
        drop(home);
        assert!(!root.exists());
    }
}
