//! The release binary, built so that neither the folder of the sources nor the one it is built in shows in it.
//! Which optimisations it has is the release profile's, in `Cargo.toml`.

use std::env;
use std::path::{Path, PathBuf};

use super::listing;
use crate::failure::Failure;
use crate::program;
use crate::run::{cargo, target_folder, text};

/// What parts flags in `CARGO_ENCODED_RUSTFLAGS`.
const BETWEEN_FLAGS: &str = "\u{1f}";

/// Builds it, and answers where it is.
pub(super) fn build() -> Result<PathBuf, Failure> {
    build_in(&target_folder()?.join("dist-build"))
}

/// Builds it once more, in another folder and from nothing, and says whether the two are one.
pub(super) fn compare() -> Result<(), Failure> {
    let folder = target_folder()?.join("dist-build-again");
    super::empty(&folder)?;
    let again = build_in(&folder)?;
    listing::same(&build()?, &again)?;
    super::remove(&folder)
}

/// As Tauri's command line builds: with `custom-protocol` it is no development build, and with
/// `REMOVE_UNUSED_COMMANDS` what the capability leaves out is not compiled in.
fn build_in(folder: &Path) -> Result<PathBuf, Failure> {
    println!("Building the release binary. From nothing it takes ten minutes or more.");
    let target = text(folder);
    let arguments = [
        "build",
        "--release",
        "--locked",
        "--package",
        "countersign",
        "--bin",
        "countersign",
        "--features",
        "tauri/custom-protocol",
        "--target-dir",
        &target,
    ];
    let cargo = cargo();
    let mut build = program::command(&cargo, &arguments);
    build
        .env("CARGO_ENCODED_RUSTFLAGS", flags(folder))
        .env("REMOVE_UNUSED_COMMANDS", program::root())
        // The compiler of C has one time for ever: nothing in the program tells when it was built, and with the time
        // of the last commit all that is in C would be compiled anew after each.
        .env("SOURCE_DATE_EPOCH", "0");
    program::finish(&mut build)?;
    Ok(folder.join("release").join("countersign"))
}

/// The flags that were asked for, and names for the folders in which it is built.
fn flags(target: &Path) -> String {
    let asked = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_else(|_| {
        let flags = env::var("RUSTFLAGS").unwrap_or_default();
        flags
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(BETWEEN_FLAGS)
    });
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let renamed = |folder: &Path, name| format!("--remap-path-prefix={}={name}", folder.display());
    let mut flags = vec![asked];
    // Of those that fit a path, the last counts: the folder that is built in may lie within the sources.
    flags.extend(cargo_home.map(|folder| renamed(&folder, "/cargo")));
    flags.push(renamed(program::root(), "/countersign"));
    flags.push(renamed(target, "/target"));
    flags.retain(|flag| !flag.is_empty());
    flags.join(BETWEEN_FLAGS)
}
