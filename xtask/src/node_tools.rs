//! The development tools of package.json: the type checker and axe-core.
//! Neither building nor running the app needs them.

use std::fs;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::program;

/// npm, which on Windows is a script.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs the tools that package-lock.json names, unless they are the installed ones.
pub(crate) fn install() -> Result<(), Failure> {
    let lock = program::root().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|source| Failure::File { path: lock, source })?;
    let stamp = stamp();
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the development tools of package.json.");
    program::run(NPM, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
    fs::write(&stamp, wanted).map_err(|source| Failure::File {
        path: stamp,
        source,
    })
}

/// A copy of the lock file that the tools were installed by: npm removes it with them.
fn stamp() -> PathBuf {
    program::root().join("node_modules/.installed-by-xtask")
}
