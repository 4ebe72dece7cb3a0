//! The package for Debian's family, by dpkg.

use super::clean_root::{CleanRoot, PACKAGES};
use super::{Installer, Which};
use crate::failure::Failure;

pub(super) struct Deb;

impl Installer for Deb {
    fn prepare(&self, _: &CleanRoot) -> Result<(), Failure> {
        Ok(())
    }

    fn install(&self, root: &CleanRoot, which: Which) -> Result<(), Failure> {
        let package = match which {
            Which::Before => "before.deb",
            Which::Now => "now.deb",
        };
        root.run(&format!("dpkg --install {PACKAGES}/{package}"))
    }

    fn verify(&self, root: &CleanRoot) -> Result<(), Failure> {
        root.run("test -z \"$(dpkg --verify countersign)\" && apt-get check --quiet=2")
    }

    fn version(&self, root: &CleanRoot) -> Result<String, Failure> {
        root.read("dpkg-query --show --showformat '${Version}' countersign")
    }

    /// Removing keeps configuration, of which there is none; purging says where data is.
    fn remove(&self, root: &CleanRoot) -> Result<String, Failure> {
        let removed = root.read("dpkg --remove countersign")?;
        let purged = root.read("dpkg --purge countersign")?;
        Ok([removed, purged].join("\n"))
    }
}
