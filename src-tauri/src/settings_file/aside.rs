//! Files that could not be used as settings: kept under another name, and found again. None is removed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use countersign_core::time::Timestamp;

use super::replace::sync;

const BEFORE_TIME: &str = "settings.corrupt-";
const AFTER_TIME: &str = ".json";

/// Gives the file at `path`, in `folder`, a name that says when it was found unusable.
pub(super) fn keep(folder: &Path, path: &Path, now: Timestamp) -> io::Result<PathBuf> {
    let time = now.strftime("%Y%m%dT%H%M%SZ");
    let kept = folder.join(format!("{BEFORE_TIME}{time}{AFTER_TIME}"));
    fs::rename(path, &kept)?;
    sync(folder)?;
    Ok(kept)
}

/// The file that was kept last.
pub(super) fn newest(folder: &Path) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?;
    let kept = files.filter_map(|file| {
        let name = file.ok()?.file_name().into_string().ok()?;
        let is_kept = name.starts_with(BEFORE_TIME) && name.ends_with(AFTER_TIME);
        is_kept.then_some(name)
    });
    Some(folder.join(kept.max()?))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_file_that_was_kept_last_is_found_and_the_earlier_one_stays() {
        let folder = TempDir::new().unwrap();
        assert_eq!(newest(folder.path()), None);
        for (time, content) in [(1_800_000_000, "older"), (1_800_000_001, "newer")] {
            let file = folder.path().join("settings.json");
            fs::write(&file, content).unwrap();
            let kept = keep(folder.path(), &file, second(time)).unwrap();
            assert!(!file.exists());
            assert_eq!(newest(folder.path()), Some(kept));
        }
        let newest = newest(folder.path()).unwrap();
        assert!(newest.ends_with("settings.corrupt-20270115T080001Z.json"));
        assert_eq!(fs::read_to_string(newest).unwrap(), "newer");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
