//! `cargo xtask dist`: the release binary, packed for Debian's and Fedora's families and as an AppImage, checked and
//! listed. NSIS, MSI and dmg are built where their tools are: by the release workflow, not here.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::run::{target_folder, text};
use crate::setup::setup;
use crate::system::System;

mod appimage;
mod binary;
mod changelog;
mod deb;
mod lint;
mod listing;
mod rpm;
mod template;
#[cfg(test)]
mod translations;
mod tree;

pub(crate) use appimage::lay as lay_app_dir;

/// Whom a package names, unless `COUNTERSIGN_MAINTAINER` says it: who builds one for others answers for it.
/// The address is one that can't exist (RFC 2606, section 2).
const MAINTAINER: &str = "The Countersign authors <packages@countersign.invalid>";

/// What is packed: the program, under a version, as of a moment.
#[derive(Debug)]
pub(crate) struct Edition {
    pub(crate) binary: PathBuf,
    pub(crate) version: String,
    /// Seconds since 1970 that every file in a package carries: when the last commit was made.
    pub(crate) moment: String,
    pub(crate) maintainer: String,
}

/// The packages of one edition.
#[derive(Debug)]
pub(crate) struct Packages {
    pub(crate) deb: PathBuf,
    pub(crate) rpm: PathBuf,
    /// Where there is a runtime to begin it with.
    pub(crate) appimage: Option<PathBuf>,
}

impl Packages {
    fn files(&self) -> Vec<&Path> {
        let mut files = vec![self.deb.as_path(), self.rpm.as_path()];
        files.extend(self.appimage.as_deref());
        files
    }
}

/// What is asked for beside the packages.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wishes {
    /// Compile the program a second time in another folder, and compare.
    is_twice: bool,
    /// What an AppImage begins with. No package has it, so it is fetched where the AppImage is built.
    appimage_runtime: Option<PathBuf>,
}

impl Wishes {
    fn read(words: &[String]) -> Result<Self, Failure> {
        let mut wishes = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--twice" => wishes.is_twice = true,
                "--appimage-runtime" => {
                    let file = words.next().ok_or_else(|| {
                        Failure::Refused("--appimage-runtime wants a file".to_owned())
                    })?;
                    wishes.appimage_runtime = Some(PathBuf::from(file));
                }
                _ => {
                    return Err(Failure::Refused(
                        "dist knows two wishes: --twice and --appimage-runtime FILE".to_owned(),
                    ));
                }
            }
        }
        Ok(wishes)
    }
}

/// Builds, packs twice, checks and lists.
pub(crate) fn dist(words: &[String]) -> Result<(), Failure> {
    let wishes = Wishes::read(words)?;
    let packages = build_with(wishes.appimage_runtime.as_deref())?;
    if wishes.is_twice {
        binary::compare()?;
    }
    listing::print(&packages)
}

/// Sets up, builds and packs this version, and checks what came of it.
pub(crate) fn build() -> Result<Packages, Failure> {
    build_with(None)
}

fn build_with(appimage_runtime: Option<&Path>) -> Result<Packages, Failure> {
    if System::here() != System::Debian {
        return Err(Failure::Refused(
            "Packages are built on Debian or Ubuntu, whose tools know their dependencies."
                .to_owned(),
        ));
    }
    setup(Purpose::Dist)?;
    let edition = edition(env!("CARGO_PKG_VERSION"))?;
    let folder = folder()?;
    empty(&folder)?;
    let packages = pack_all(&edition, appimage_runtime, &folder)?;
    let again = pack_all(&edition, appimage_runtime, &folder.join("again"))?;
    for (package, again) in packages.files().into_iter().zip(again.files()) {
        listing::same(package, again)?;
    }
    remove(&folder.join("again"))?;
    lint::check(&packages)?;
    Ok(packages)
}

/// The program as `version`, built if it isn't.
pub(crate) fn edition(version: &str) -> Result<Edition, Failure> {
    Ok(Edition {
        binary: binary::build()?,
        version: version.to_owned(),
        maintainer: std::env::var("COUNTERSIGN_MAINTAINER")
            .unwrap_or_else(|_| MAINTAINER.to_owned()),
        moment: moment()?,
    })
}

/// Packs `edition` into `folder`, where it may replace the same packages.
pub(crate) fn pack(edition: &Edition, folder: &Path) -> Result<Packages, Failure> {
    pack_all(edition, None, folder)
}

fn pack_all(
    edition: &Edition,
    appimage_runtime: Option<&Path>,
    folder: &Path,
) -> Result<Packages, Failure> {
    let work = folder.join("work");
    empty(&work)?;
    let packages = Packages {
        deb: deb::pack(edition, &work, folder)?,
        rpm: rpm::pack(edition, &work, folder)?,
        appimage: appimage_runtime
            .map(|runtime| appimage::pack(edition, runtime, &work, folder))
            .transpose()?,
    };
    remove(&work)?;
    Ok(packages)
}

/// Where the packages lie.
fn folder() -> Result<PathBuf, Failure> {
    Ok(target_folder()?.join("dist"))
}

/// `SOURCE_DATE_EPOCH`, where it is set, or the time of the last commit.
fn moment() -> Result<String, Failure> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(moment) => Ok(moment),
        Err(_) => program::read("git", &["log", "-1", "--format=%ct"]),
    }
}

/// A day or a moment in words: `when` and `format` as date(1) has them.
fn date(when: &str, format: &str) -> Result<String, Failure> {
    program::read(
        "env",
        &["LC_ALL=C", "date", "--utc", "--date", when, format],
    )
}

/// Copies a file to where its folders may be missing, with its mode.
fn install(from: &Path, to: &Path, mode: &str) -> Result<(), Failure> {
    program::run_quietly("install", &["-D", "-m", mode, &text(from), &text(to)])
}

/// Makes `folder`, with nothing in it.
pub(crate) fn empty(folder: &Path) -> Result<(), Failure> {
    remove(folder)?;
    fs::create_dir_all(folder).map_err(Failure::file(folder))
}

/// Removes `folder`, if there is one.
pub(crate) fn remove(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::file(folder))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(Failure::file(path))
}

/// A file of the repository.
fn source(path: &str) -> Result<String, Failure> {
    let path = program::root().join(path);
    fs::read_to_string(&path).map_err(Failure::file(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Wishes, Failure> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Wishes::read(&words)
    }

    #[test]
    fn wishes_are_read_in_any_order_and_others_are_refused() {
        assert_eq!(read(&[]).unwrap(), Wishes::default());
        let both = Wishes {
            is_twice: true,
            appimage_runtime: Some(PathBuf::from("runtime")),
        };
        assert_eq!(
            read(&["--appimage-runtime", "runtime", "--twice"]).unwrap(),
            both
        );
        assert_eq!(
            read(&["--twice", "--appimage-runtime", "runtime"]).unwrap(),
            both
        );
        assert!(read(&["--appimage-runtime"]).is_err());
        assert!(read(&["--thrice"]).is_err());
    }
}
