//! The package for Debian's family, by dpkg's own tools: they find the libraries that it depends on, and pack alike
//! however often they do.

use std::fs;
use std::path::{Path, PathBuf};

use super::tree::Tree;
use super::{Edition, changelog, date, empty, install, source, template, write};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

const DOCUMENTS: &str = "usr/share/doc/countersign";

/// Packs `edition` into `folder`, working in `work`.
pub(super) fn pack(edition: &Edition, work: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let releases = changelog::releases(edition)?;
    let tree = Tree::lay(work.join("deb"), edition, &releases)?;
    tree.add(
        "src-tauri/packaging/completions/_countersign",
        "usr/share/zsh/vendor-completions/_countersign",
    )?;
    tree.write(&format!("{DOCUMENTS}/copyright"), &copyright(edition)?)?;
    tree.add_compressed("CHANGELOG.md", &format!("{DOCUMENTS}/changelog"))?;
    tree.add_compressed(
        "ui/third-party-licences.txt",
        &format!("{DOCUMENTS}/third-party-licences.txt"),
    )?;
    tree.write_compressed(
        &format!("{DOCUMENTS}/changelog.Debian"),
        &changelog::for_debian(&releases, &edition.maintainer)?,
    )?;
    tree.settle(&edition.moment)?;

    let architecture = program::read("dpkg", &["--print-architecture"])?;
    let control = template::filled(
        "src-tauri/packaging/linux/control",
        &[
            ("VERSION", &edition.version),
            ("ARCHITECTURE", &architecture),
            ("MAINTAINER", &edition.maintainer),
            ("INSTALLED_SIZE", &installed_size(tree.path())?.to_string()),
            (
                "DEPENDS",
                &libraries(&tree.path().join("usr/bin/countersign"), work)?,
            ),
            (
                "DESCRIPTION",
                &template::indented(&source("src-tauri/packaging/linux/description")?),
            ),
        ],
    )?;
    let sums = program::read(
        "sh",
        &[
            "-c",
            r#"cd "$0" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum"#,
            &text(tree.path()),
        ],
    )?;
    tree.write("DEBIAN/control", &control)?;
    tree.write("DEBIAN/md5sums", &format!("{sums}\n"))?;
    tree.settle(&edition.moment)?;
    install(
        &program::root().join("src-tauri/packaging/linux/postrm"),
        &tree.path().join("DEBIAN/postrm"),
        "755",
    )?;

    let package = folder.join(format!(
        "countersign_{}-1_{architecture}.deb",
        edition.version
    ));
    // SOURCE_DATE_EPOCH is also the newest time that dpkg-deb lets a file have.
    let moment = format!("SOURCE_DATE_EPOCH={}", edition.moment);
    program::read(
        "env",
        &[
            &moment,
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "--build",
            &text(tree.path()),
            &text(&package),
        ],
    )?;
    Ok(package)
}

fn copyright(edition: &Edition) -> Result<String, Failure> {
    let licence = source("LICENSE-MIT")?;
    // Title and holder are in fields of their own.
    let terms: Vec<&str> = licence.lines().skip(4).collect();
    template::filled(
        "src-tauri/packaging/linux/copyright",
        &[
            ("YEAR", &date(&format!("@{}", edition.moment), "+%Y")?),
            ("MIT", &template::indented(&terms.join("\n"))),
        ],
    )
}

/// The packages of the libraries that the program loads, with the versions whose symbols it uses.
fn libraries(binary: &Path, work: &Path) -> Result<String, Failure> {
    let folder = work.join("shlibdeps");
    empty(&folder.join("debian"))?;
    // It reads the package's name here and nothing else.
    write(
        &folder.join("debian/control"),
        "Source: countersign\n\nPackage: countersign\nArchitecture: any\n",
    )?;
    let answer = program::read(
        "sh",
        &[
            "-c",
            r#"cd "$0" && dpkg-shlibdeps -O "$1""#,
            &text(&folder),
            &text(binary),
        ],
    )?;
    let found = answer.strip_prefix("shlibs:Depends=").unwrap_or_default();
    if found.is_empty() {
        return Err(Failure::Refused(
            "dpkg-shlibdeps found no library".to_owned(),
        ));
    }
    Ok(found.to_owned())
}

/// In KiB, as dpkg-gencontrol counts: each file rounded up, and one for each folder.
fn installed_size(folder: &Path) -> Result<u64, Failure> {
    let mut total = 1;
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let entry = entry.map_err(Failure::file(folder))?;
        let path = entry.path();
        let about = entry.metadata().map_err(Failure::file(&path))?;
        total += if about.is_dir() {
            installed_size(&path)?
        } else {
            about.len().div_ceil(1024)
        };
    }
    Ok(total)
}
