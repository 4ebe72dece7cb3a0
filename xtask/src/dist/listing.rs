//! What was built: names, sizes and checksums; and whether two builds are the same.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Packages, write};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

/// The largest that a package may be, in bytes: 8 MB.
const LARGEST: u64 = 8_000_000;

/// Lists the packages and writes `SHA256SUMS` beside them.
pub(super) fn print(packages: &Packages) -> Result<(), Failure> {
    let mut sums = String::new();
    println!("\n{:>10}  {:<64}  package", "bytes", "SHA-256");
    for package in packages.files() {
        let size = fs::metadata(package).map_err(Failure::file(package))?.len();
        let sum = checksum(package)?;
        let name = package.file_name().unwrap_or_default().to_string_lossy();
        println!("{size:>10}  {sum}  {name}");
        sums += &format!("{sum}  {name}\n");
        if size > LARGEST {
            return Err(Failure::Refused(format!(
                "{name} is larger than {LARGEST} bytes"
            )));
        }
    }
    if packages.appimage.is_none() {
        println!(
            "No AppImage: --appimage-runtime names the file that one begins with (docs/releasing.md)."
        );
    }
    let folder = packages.deb.parent().unwrap_or(Path::new("."));
    write(&folder.join("SHA256SUMS"), &sums)?;
    println!("They are in {}.", folder.display());
    Ok(())
}

/// Says whether two files that should be the same are; where they differ is said, and fails.
pub(super) fn same(first: &Path, second: &Path) -> Result<(), Failure> {
    let name = first.file_name().unwrap_or_default().to_string_lossy();
    if checksum(first)? == checksum(second)? {
        println!("{name}: made twice, byte for byte the same");
        return Ok(());
    }
    let count = r#"cmp --verbose "$0" "$1" | wc --lines"#;
    let differing = program::read("sh", &["-c", count, &text(first), &text(second)])?;
    Err(Failure::Refused(format!(
        "{name} was made twice, and {differing} bytes differ: compare {} and {}",
        first.display(),
        second.display()
    )))
}

/// SHA-256 in hexadecimal.
fn checksum(path: &Path) -> Result<String, Failure> {
    let answer = program::read("sha256sum", &[&text(path)])?;
    Ok(answer
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned())
}

/// The files right below a folder, by name.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        files.push(entry.map_err(Failure::file(folder))?.path());
    }
    files.sort();
    Ok(files)
}
