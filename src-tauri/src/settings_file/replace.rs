//! A new file that takes the place of an older one in one step, power cuts included. It knows no settings.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A file beside the one it is to replace. Dropped before it is in place, it is removed.
pub(crate) struct Replacement {
    folder: PathBuf,
    new: PathBuf,
    in_place: PathBuf,
}

impl Replacement {
    /// For the file `name` in `folder`, which is made where it is missing. Two programs that write at
    /// the same time have a file each.
    pub(crate) fn of(folder: &Path, name: &str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self {
            new: folder.join(format!("{name}.{}.new", std::process::id())),
            in_place: folder.join(name),
            folder: folder.to_owned(),
        })
    }

    /// What to write to.
    pub(crate) fn path(&self) -> &Path {
        &self.new
    }

    /// Makes the new file last, and gives it the name of the old one.
    pub(crate) fn put_in_place(self) -> io::Result<()> {
        File::options().write(true).open(&self.new)?.sync_all()?;
        fs::rename(&self.new, &self.in_place)?;
        sync(&self.folder)
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        // Once it is in place there is nothing left to remove.
        let _ = fs::remove_file(&self.new);
    }
}

/// Makes names in a folder last. Windows keeps them with the file itself, and opens no folder.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
