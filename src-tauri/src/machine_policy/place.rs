//! Where the machine's policy is: a place that staff can't write to, and can't have named otherwise.

use std::path::PathBuf;

/// Names another file, in debug builds only: in the program that staff use, whoever starts it could
/// slip past the policy with it.
#[cfg(debug_assertions)]
const OTHER_FILE: &str = "COUNTERSIGN_POLICY_FILE";

/// The policy's file; nothing where the system does not say where programs' common data is.
pub(crate) fn path() -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(file) = std::env::var_os(OTHER_FILE) {
        return Some(file.into());
    }
    of_this_system()
}

#[cfg(target_os = "linux")]
fn of_this_system() -> Option<PathBuf> {
    Some(PathBuf::from("/etc/countersign/policy.json"))
}

#[cfg(target_os = "macos")]
fn of_this_system() -> Option<PathBuf> {
    Some(PathBuf::from(
        "/Library/Application Support/Countersign/policy.json",
    ))
}

/// By the system's own knowledge of its folders. The variable `ProgramData` says the same, but whoever
/// starts a program may set its variables.
#[cfg(windows)]
fn of_this_system() -> Option<PathBuf> {
    let data = known_folders::get_known_folder_path(known_folders::KnownFolder::ProgramData)?;
    Some(data.join("Countersign").join("policy.json"))
}
