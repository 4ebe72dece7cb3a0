//! The AppImage: one file that runs on most Linux desktops without being installed. It holds what the packages hold,
//! and takes the WebKitGTK of the system it runs on: a copy would be twenty times as large as the program, and no
//! system's security updates would reach it.

use std::fs;
use std::path::{Path, PathBuf};

use super::tree::Tree;
use super::{Edition, changelog};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

/// What starts the program, and says what the system lacks.
const APP_RUN: &str = "src-tauri/packaging/linux/AppRun";

/// How the runtime of an AppImage of type 2 begins: ELF, with the type in what pads its identification
/// (AppImage specification, "Type 2 image format").
const ELF: &[u8] = b"\x7fELF";
const TYPE_2: (usize, &[u8]) = (8, b"AI\x02");

/// The kind of processor in the file's name.
const ARCH: &str = std::env::consts::ARCH;

/// Lays out what the image holds, in `folder`.
pub(crate) fn lay(edition: &Edition, folder: PathBuf) -> Result<PathBuf, Failure> {
    let tree = Tree::lay(folder, edition, &changelog::releases(edition)?)?;
    tree.add_program(APP_RUN, "AppRun")?;
    // Whatever shows the image looks for these two at its top.
    tree.add(
        "src-tauri/packaging/linux/io.countersign.desk.desktop",
        "io.countersign.desk.desktop",
    )?;
    tree.add("src-tauri/icons/128x128@2x.png", "countersign.png")?;
    let icon = text(&tree.path().join(".DirIcon"));
    program::run_quietly("ln", &["--symbolic", "countersign.png", &icon])?;
    for document in [
        "CHANGELOG.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "ui/third-party-licences.txt",
    ] {
        let name = document.trim_start_matches("ui/");
        tree.add(document, &format!("usr/share/doc/countersign/{name}"))?;
    }
    tree.settle(&edition.moment)?;
    Ok(tree.path().to_owned())
}

/// Packs `edition` behind `runtime` into `folder`, working in `work`.
pub(super) fn pack(
    edition: &Edition,
    runtime: &Path,
    work: &Path,
    folder: &Path,
) -> Result<PathBuf, Failure> {
    let start = fs::read(runtime).map_err(Failure::file(runtime))?;
    if !is_runtime(&start) {
        return Err(Failure::Refused(format!(
            "{} is no runtime of AppImages of type 2: docs/releasing.md says where one is",
            runtime.display()
        )));
    }
    let content = compressed(edition, work)?;
    let image = folder.join(format!("countersign-{}-{ARCH}.AppImage", edition.version));
    fs::write(&image, [start, content].concat()).map_err(Failure::file(&image))?;
    program::run_quietly("chmod", &["755", &text(&image)])?;
    Ok(image)
}

/// What the image holds, as the runtime mounts it.
fn compressed(edition: &Edition, work: &Path) -> Result<Vec<u8>, Failure> {
    let app_dir = lay(edition, work.join("AppDir"))?;
    let packed = work.join("countersign.squashfs");
    let arguments = [
        &*format!("SOURCE_DATE_EPOCH={}", edition.moment),
        "mksquashfs",
        &text(&app_dir),
        &text(&packed),
        "-root-owned",
        "-no-xattrs",
        "-noappend",
        "-no-progress",
        "-quiet",
        // What every runtime can read.
        "-comp",
        "gzip",
    ];
    program::read("env", &arguments)?;
    fs::read(&packed).map_err(Failure::file(&packed))
}

fn is_runtime(program: &[u8]) -> bool {
    let (place, magic) = TYPE_2;
    program.starts_with(ELF)
        && program
            .get(place..)
            .is_some_and(|rest| rest.starts_with(magic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runtime_is_told_from_any_other_program() {
        assert!(is_runtime(b"\x7fELF\x02\x01\x01\x00AI\x02\x00"));
        assert!(!is_runtime(b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"));
        assert!(!is_runtime(b"<!DOCTYPE html>AI\x02"));
        assert!(!is_runtime(b"\x7fELF"));
    }
}
