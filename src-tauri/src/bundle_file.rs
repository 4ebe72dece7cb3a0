//! Bundles as files: written for their owner alone and in one step, and read no further than any bundle
//! goes. What is in one is the core's business.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use countersign_core::provision::LARGEST_FILE;
use countersign_core::time::Timestamp;
use thiserror::Error;

use crate::settings_file::Replacement;

/// What a bundle's name ends in.
const ENDING: &str = "countersign";
/// How many bundles of one day are given names of their own.
const MOST_OF_A_DAY: u32 = 99;

/// Why a bundle was not written.
#[derive(Debug, Error)]
pub(crate) enum NotWritten {
    /// There is a file of that name.
    #[error("there is a file of that name already")]
    Exists,
    /// It can't be written there.
    #[error("the file can't be written")]
    Path(#[from] io::Error),
}

impl NotWritten {
    /// The stable code of the problem.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Exists => "bundle.exists",
            Self::Path(_) => "bundle.path",
        }
    }
}

/// Whether a file that is there already is to give way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Existing {
    /// It stays, and nothing is written.
    Kept,
    /// The bundle takes its place.
    Replaced,
}

/// Writes a bundle that its owner alone may read.
pub(crate) fn write(path: &Path, bundle: &[u8], existing: Existing) -> Result<(), NotWritten> {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name
        .ok_or(io::ErrorKind::InvalidInput)
        .map_err(io::Error::from)?;
    if existing == Existing::Kept && path.exists() {
        return Err(NotWritten::Exists);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    // A folder that is misspelt is not to be made.
    if !folder.is_dir() {
        return Err(io::Error::from(io::ErrorKind::NotFound).into());
    }
    let replacement = Replacement::of(folder, name)?;
    let mut file = create_private(replacement.path())?;
    file.write_all(bundle)?;
    drop(file);
    Ok(replacement.put_in_place()?)
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Reads a file that may be a bundle, and one byte more than any bundle has at the most.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(LARGEST_FILE).map_or(u64::MAX, |most| most + 1);
    let mut bundle = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bundle)?;
    Ok(bundle)
}

/// Where a bundle is written if nobody says otherwise: among this user's documents, under a name that
/// nothing has yet.
pub(crate) fn usual_place(now: Timestamp) -> PathBuf {
    let folder = dirs::document_dir().or_else(dirs::home_dir);
    let folder = folder.unwrap_or_else(std::env::temp_dir);
    let day = &now.to_string()[..10];
    let named = |ending: &str| folder.join(format!("desks-{day}{ending}.{ENDING}"));
    let others = (2..=MOST_OF_A_DAY).map(|which| named(&format!("-{which}")));
    let mut places = std::iter::once(named("")).chain(others);
    places
        .find(|place| !place.exists())
        .unwrap_or_else(|| named(""))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_bundle_is_written_whole_and_for_its_owner_alone() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("desks.countersign");
        write(&path, b"bundle", Existing::Kept).expect("written");
        assert_eq!(read(&path).expect("read"), b"bundle");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).expect("there").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_file_that_is_there_gives_way_only_if_it_is_to() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("desks.countersign");
        fs::write(&path, "before").expect("written");
        let refused = write(&path, b"bundle", Existing::Kept);
        assert!(matches!(refused, Err(NotWritten::Exists)));
        assert_eq!(read(&path).expect("read"), b"before");
        write(&path, b"bundle", Existing::Replaced).expect("written");
        assert_eq!(read(&path).expect("read"), b"bundle");
    }

    #[test]
    fn no_folder_is_made_for_a_misspelt_one() {
        let folder = TempDir::new().expect("a folder");
        for path in ["missing/desks.countersign", "..", ""] {
            let refused = write(&folder.path().join(path), b"bundle", Existing::Kept);
            assert!(refused.is_err(), "{path}");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn no_more_is_read_than_any_bundle_has() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("huge");
        fs::write(&path, vec![b'a'; 3 * LARGEST_FILE]).expect("written");
        assert_eq!(read(&path).expect("read").len(), LARGEST_FILE + 1);
    }
}
