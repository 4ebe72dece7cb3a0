//! Whether the machine's policy is in the administrator's hands alone. A file that is not is still used: to
//! pass it over would free the desk of its rules, which is what somebody who tampers wants. But it is told.

use std::path::Path;

/// A policy that others than the administrator can change.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    not(unix),
    expect(dead_code, reason = "who else can change a file is not known there")
)]
pub(crate) enum Loose {
    /// It belongs to somebody else than root.
    Owner,
    /// Its permissions let others write to it, or to the folder it is in.
    Permissions,
}

impl Loose {
    /// What to do about it.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Owner => "others than root can change it: give the file and its folder to root",
            Self::Permissions => {
                "others than root can change it: let only root write to the file and its folder"
            }
        }
    }
}

/// Who else can change the file or put another in its place. Nothing is known of Windows, whose access
/// lists the system itself inherits from the folder, nor of a file that can't be looked at.
#[cfg(unix)]
pub(crate) fn loose(path: &Path) -> Option<Loose> {
    use std::fs;
    use std::os::unix::fs::MetadataExt as _;

    const ROOT: u32 = 0;
    const OTHERS_MAY_WRITE: u32 = 0o022;
    /// In such a folder only a file's owner may replace it.
    const STICKY: u32 = 0o1000;

    let file = fs::metadata(path).ok()?;
    let folder = fs::metadata(path.parent()?).ok()?;
    if file.uid() != ROOT || folder.uid() != ROOT {
        return Some(Loose::Owner);
    }
    let open_folder = folder.mode() & OTHERS_MAY_WRITE != 0 && folder.mode() & STICKY == 0;
    (open_folder || file.mode() & OTHERS_MAY_WRITE != 0).then_some(Loose::Permissions)
}

/// Who else can change the file: not known here.
#[cfg(not(unix))]
pub(crate) fn loose(_: &Path) -> Option<Loose> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_file_that_others_may_write_to_is_told_of() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("policy.json");
        fs::write(&file, "{}").unwrap();
        let by_root = fs::metadata(&file).unwrap().uid() == 0;
        for (file_mode, folder_mode, expected) in [
            (0o644, 0o755, None),
            (0o600, 0o700, None),
            (0o664, 0o755, Some(Loose::Permissions)),
            (0o646, 0o755, Some(Loose::Permissions)),
            (0o644, 0o775, Some(Loose::Permissions)),
            (0o644, 0o1777, None),
        ] {
            fs::set_permissions(&file, Permissions::from_mode(file_mode)).unwrap();
            fs::set_permissions(folder.path(), Permissions::from_mode(folder_mode)).unwrap();
            let expected = if by_root {
                expected
            } else {
                Some(Loose::Owner)
            };
            assert_eq!(loose(&file), expected, "{file_mode:o} {folder_mode:o}");
        }
    }

    #[test]
    fn of_a_file_that_is_not_there_nothing_is_told() {
        assert_eq!(loose(Path::new("/nowhere/policy.json")), None);
    }
}
