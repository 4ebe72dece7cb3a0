//! The package for Fedora's family, by rpm from outside of the root, with a database of its own there. Debian's
//! libraries are no packages to rpm, so what it requires is printed and not looked for.

use super::clean_root::{CleanRoot, PACKAGES};
use super::{Installer, Which};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

pub(super) struct Rpm;

impl Rpm {
    fn rpm(root: &CleanRoot, arguments: &[&str]) -> Result<String, Failure> {
        let root = text(root.path());
        let all = [&["--root", &root, "--dbpath", "/var/lib/rpm"], arguments].concat();
        println!("# rpm --root … {}", arguments.join(" "));
        program::read("rpm", &all)
    }
}

impl Installer for Rpm {
    /// On Fedora these folders are those of the package `filesystem`, and stay.
    fn prepare(&self, root: &CleanRoot) -> Result<(), Failure> {
        root.run("mkdir --parents /usr/share/licenses /usr/share/metainfo")
    }

    fn install(&self, root: &CleanRoot, which: Which) -> Result<(), Failure> {
        let package = match which {
            Which::Before => "before.rpm",
            Which::Now => "now.rpm",
        };
        let package = format!("{}{PACKAGES}/{package}", text(root.path()));
        if which == Which::Before {
            println!(
                "{}",
                Self::rpm(root, &["--query", "--requires", "--package", &package])?
            );
        }
        let said = Self::rpm(root, &["--upgrade", "--nodeps", "--verbose", &package])?;
        println!("{said}");
        // On Fedora, a trigger of desktop-file-utils does this after each installation.
        root.run("update-desktop-database")
    }

    fn verify(&self, root: &CleanRoot) -> Result<(), Failure> {
        Self::rpm(root, &["--verify", "--nodeps", "countersign"]).map(drop)
    }

    fn version(&self, root: &CleanRoot) -> Result<String, Failure> {
        let format = "--queryformat=%{VERSION}-%{RELEASE}";
        Self::rpm(root, &["--query", format, "countersign"])
    }

    fn remove(&self, root: &CleanRoot) -> Result<String, Failure> {
        Self::rpm(root, &["--erase", "--nodeps", "countersign"])
    }
}
