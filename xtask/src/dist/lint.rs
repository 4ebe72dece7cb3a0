//! The judges of packages: each system's own. One that finds an error fails the build; warnings are shown.

use super::Packages;
use crate::failure::Failure;
use crate::program;
use crate::run::{target_folder, text};

/// Has every judge look at `packages`.
pub(super) fn check(packages: &Packages) -> Result<(), Failure> {
    let (deb, rpm) = (text(&packages.deb), text(&packages.rpm));
    let unpacked = target_folder()?.join("dist-lint");
    super::empty(&unpacked)?;
    program::run("dpkg-deb", &["--extract", &deb, &text(&unpacked)])?;
    let file = |path: &str| text(&unpacked.join("usr/share").join(path));

    program::run(
        "desktop-file-validate",
        &[&file("applications/io.countersign.desk.desktop")],
    )?;
    program::run(
        "appstreamcli",
        &[
            "validate",
            "--no-net",
            &file("metainfo/io.countersign.desk.metainfo.xml"),
        ],
    )?;
    program::run(
        "bash",
        &["-n", &file("bash-completion/completions/countersign")],
    )?;
    program::run(
        "lintian",
        &[
            "--allow-root",
            "--fail-on",
            "error",
            // It is for packages of Debian's own archive, whose first upload closes a request.
            "--suppress-tags",
            "initial-upload-closes-no-bugs",
            &deb,
        ],
    )?;
    program::run(
        "rpmlint",
        &["--config", "src-tauri/packaging/linux/rpmlint.toml", &rpm],
    )
}
