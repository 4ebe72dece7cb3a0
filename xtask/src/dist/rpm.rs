//! The package for Fedora's family, by rpmbuild, which finds the libraries that it requires by their sonames: names
//! that hold on every system with rpm.

use std::env::consts::ARCH;
use std::path::{Path, PathBuf};

use super::tree::Tree;
use super::{Edition, changelog, source, template, write};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

/// Packs `edition` into `folder`, working in `work`.
pub(super) fn pack(edition: &Edition, work: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let releases = changelog::releases(edition)?;
    let tree = Tree::lay(work.join("rpm"), edition, &releases)?;
    tree.add(
        "src-tauri/packaging/completions/_countersign",
        "usr/share/zsh/site-functions/_countersign",
    )?;
    tree.add("CHANGELOG.md", "usr/share/doc/countersign/CHANGELOG.md")?;
    tree.add(
        "ui/third-party-licences.txt",
        "usr/share/licenses/countersign/third-party-licences.txt",
    )?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        tree.add(
            licence,
            &format!("usr/share/licenses/countersign/{licence}"),
        )?;
    }
    tree.settle(&edition.moment)?;

    let spec = template::filled(
        "src-tauri/packaging/linux/countersign.spec",
        &[
            ("VERSION", &edition.version),
            ("MAINTAINER", &edition.maintainer),
            (
                "DESCRIPTION",
                source("src-tauri/packaging/linux/description")?.trim_end(),
            ),
            ("TREE", &text(tree.path())),
            (
                "CHANGELOG",
                changelog::for_rpm(&releases, &edition.maintainer)?.trim_end(),
            ),
        ],
    )?;
    let spec_file = work.join("countersign.spec");
    write(&spec_file, &spec)?;

    let name = format!("countersign-{}-1.{ARCH}.rpm", edition.version);
    let definitions = [
        format!("_topdir {}", text(&work.join("rpmbuild"))),
        format!("_rpmdir {}", text(folder)),
        format!("_rpmfilename {name}"),
        // The package says neither on which machine nor when it was packed, but of which commit it is.
        "_buildhost reproducible".to_owned(),
        "use_source_date_epoch_as_buildtime 1".to_owned(),
        "clamp_mtime_to_source_date_epoch 1".to_owned(),
        "source_date_epoch_from_changelog 0".to_owned(),
    ];
    let moment = format!("SOURCE_DATE_EPOCH={}", edition.moment);
    let spec_file = text(&spec_file);
    let mut arguments = vec![&*moment, "rpmbuild", "-bb", "--quiet", "--target", ARCH];
    for definition in &definitions {
        arguments.extend(["--define", definition]);
    }
    arguments.push(&spec_file);
    program::read("env", &arguments)?;
    Ok(folder.join(name))
}
