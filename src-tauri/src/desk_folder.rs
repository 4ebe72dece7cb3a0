//! The files of a desk for an import: its settings, and the note of what an import may leave over. One
//! import at a time, whichever program does it.

use std::error::Error as StdError;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use countersign_core::provision::{DeskFiles, ImportNote};
use countersign_core::settings::Settings;
use thiserror::Error;

use crate::settings_file::{self, Replacement};

/// The note of an import: the names of two sets of secrets, and no secret.
const NOTE: &str = "import.json";
/// Held by whoever imports. Empty, and it stays.
const LOCK: &str = "import.lock";

type AnyError = Box<dyn StdError + Send + Sync>;

/// Why the folder can't be had for an import.
#[derive(Debug, Error)]
pub enum NoFolder {
    /// Another program imports just now.
    #[error("another import is under way on this computer")]
    Busy,
    /// It can't be written to.
    #[error("the app's data folder can't be written to")]
    Io(#[from] io::Error),
}

/// The folder of data of a desk, for one import.
pub struct DeskFolder {
    folder: PathBuf,
    /// The system lets the lock go with the file, whatever becomes of the program.
    _lock: File,
}

impl DeskFolder {
    /// Takes the folder for an import. It is made where it is missing.
    ///
    /// # Errors
    /// [`NoFolder`] where somebody else has it, or it can't be written to.
    pub fn take(folder: &Path) -> Result<Self, NoFolder> {
        fs::create_dir_all(folder)?;
        let mut options = File::options();
        let lock = options
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                folder: folder.to_owned(),
                _lock: lock,
            }),
            Err(TryLockError::WouldBlock) => Err(NoFolder::Busy),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Whether an import left something over here. Takes and makes nothing.
    pub(crate) fn has_note(folder: &Path) -> bool {
        folder.join(NOTE).exists()
    }
}

impl DeskFiles for DeskFolder {
    fn settings(&self) -> Result<Option<Settings>, AnyError> {
        Ok(settings_file::read(&self.folder)?)
    }

    fn replace_settings(&self, settings: &Settings) -> Result<(), AnyError> {
        Ok(settings_file::write(&self.folder, settings)?)
    }

    fn note(&self) -> Result<Option<ImportNote>, AnyError> {
        match fs::read(self.folder.join(NOTE)) {
            Ok(note) => Ok(Some(serde_json::from_slice(&note)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn write_note(&self, note: &ImportNote) -> Result<(), AnyError> {
        let replacement = Replacement::of(&self.folder, NOTE)?;
        fs::write(replacement.path(), serde_json::to_vec(note)?)?;
        Ok(replacement.put_in_place()?)
    }

    fn remove_note(&self) -> Result<(), AnyError> {
        match fs::remove_file(self.folder.join(NOTE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::rand_core::UnwrapErr;
    use rand::rngs::SysRng;
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn one_import_at_a_time() {
        let home = TempDir::new().expect("a folder");
        let folder = home.path().join("new");
        let first = DeskFolder::take(&folder).expect("the first");
        assert!(matches!(DeskFolder::take(&folder), Err(NoFolder::Busy)));
        drop(first);
        assert!(DeskFolder::take(&folder).is_ok());
    }

    #[test]
    fn what_is_noted_is_found_again_until_it_is_removed() {
        let home = TempDir::new().expect("a folder");
        let note = ImportNote {
            old: None,
            new: Settings::first(&mut UnwrapErr(SysRng)).secrets,
        };
        let files = DeskFolder::take(home.path()).expect("the folder");
        assert!(!DeskFolder::has_note(home.path()));
        files.write_note(&note).expect("written");
        assert!(DeskFolder::has_note(home.path()));
        assert_eq!(files.note().expect("read"), Some(note));
        files.remove_note().expect("removed");
        files.remove_note().expect("none is fine");
        assert_eq!(files.note().expect("read"), None);
    }
}
