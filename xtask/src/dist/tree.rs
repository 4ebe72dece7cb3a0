//! The files of a package as they will lie on a machine. What both kinds share is laid out here once; where they
//! differ (documents, licences, zsh's folder), each adds its own.

use std::path::{Path, PathBuf};

use super::changelog::{Release, for_appstream};
use super::{Edition, empty, install, template, write};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

/// Files that are shipped as they are in the repository.
const PLAIN: [(&str, &str); 8] = [
    (
        "src-tauri/packaging/linux/io.countersign.desk.desktop",
        "usr/share/applications/io.countersign.desk.desktop",
    ),
    (
        "src-tauri/packaging/completions/countersign.bash",
        "usr/share/bash-completion/completions/countersign",
    ),
    (
        "src-tauri/packaging/completions/countersign.fish",
        "usr/share/fish/vendor_completions.d/countersign.fish",
    ),
    (
        "src-tauri/icons/icon.svg",
        "usr/share/icons/hicolor/scalable/apps/countersign.svg",
    ),
    (
        "src-tauri/icons/32x32.png",
        "usr/share/icons/hicolor/32x32/apps/countersign.png",
    ),
    (
        "src-tauri/icons/64x64.png",
        "usr/share/icons/hicolor/64x64/apps/countersign.png",
    ),
    (
        "src-tauri/icons/128x128.png",
        "usr/share/icons/hicolor/128x128/apps/countersign.png",
    ),
    (
        "src-tauri/icons/128x128@2x.png",
        "usr/share/icons/hicolor/256x256/apps/countersign.png",
    ),
];

const METAINFO: &str = "usr/share/metainfo/io.countersign.desk.metainfo.xml";

/// A folder that stands for `/`.
pub(super) struct Tree(PathBuf);

impl Tree {
    /// Lays out what both kinds of package have.
    pub(super) fn lay(
        folder: PathBuf,
        edition: &Edition,
        releases: &[Release],
    ) -> Result<Self, Failure> {
        empty(&folder)?;
        let tree = Self(folder);
        install(&edition.binary, &tree.0.join("usr/bin/countersign"), "755")?;
        for (from, to) in PLAIN {
            tree.add(from, to)?;
        }
        let man_pages = program::root().join("src-tauri/packaging/man");
        for page in super::listing::files(&man_pages)? {
            let name = page.file_name().unwrap_or_default();
            let to = tree.0.join("usr/share/man/man1").join(name);
            install(&page, &to, "644")?;
            compress(&to)?;
        }
        let metainfo = template::filled(
            "src-tauri/packaging/linux/io.countersign.desk.metainfo.xml",
            &[("RELEASES", &for_appstream(releases))],
        )?;
        tree.write(METAINFO, &metainfo)?;
        Ok(tree)
    }

    /// Adds a file of the repository.
    pub(super) fn add(&self, from: &str, to: &str) -> Result<(), Failure> {
        install(&program::root().join(from), &self.0.join(to), "644")
    }

    /// Adds a file of the repository that can be run.
    pub(super) fn add_program(&self, from: &str, to: &str) -> Result<(), Failure> {
        install(&program::root().join(from), &self.0.join(to), "755")
    }

    /// Adds a file of the repository, compressed.
    pub(super) fn add_compressed(&self, from: &str, to: &str) -> Result<(), Failure> {
        self.add(from, to)?;
        compress(&self.0.join(to))
    }

    /// Adds a text.
    pub(super) fn write(&self, to: &str, content: &str) -> Result<(), Failure> {
        let path = self.0.join(to);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(Failure::file(parent))?;
        }
        write(&path, content)
    }

    /// Adds a text, compressed.
    pub(super) fn write_compressed(&self, to: &str, content: &str) -> Result<(), Failure> {
        self.write(to, content)?;
        compress(&self.0.join(to))
    }

    /// Gives all of it the modes and the time that a package has.
    pub(super) fn settle(&self, moment: &str) -> Result<(), Failure> {
        let tree = text(&self.0);
        let moment = format!("@{moment}");
        program::run_quietly("chmod", &["-R", "u=rwX,go=rX", &tree])?;
        program::run_quietly(
            "find",
            &[
                &tree,
                "-exec",
                "touch",
                "--no-dereference",
                "--date",
                &moment,
                "{}",
                "+",
            ],
        )
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

/// Without name and time in it, so that it is the same whenever it is done.
fn compress(path: &Path) -> Result<(), Failure> {
    program::run_quietly("gzip", &["-9", "--no-name", "--force", &text(path)])
}
