//! `cargo xtask measure`: start and memory of the program that the package installs, beside those of an empty Tauri
//! window, in one run. What is measured is the driver's; this builds the two and takes the one out of its package.

use crate::dist;
use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::run::{build, built, cargo, target_folder, text};
use crate::setup::setup;

/// Builds what is measured, and measures it.
pub(crate) fn measure(wishes: &[String]) -> Result<(), Failure> {
    let packages = dist::build()?;
    setup(Purpose::Play)?;
    let installed = target_folder()?.join("measure");
    dist::empty(&installed)?;
    program::run(
        "dpkg-deb",
        &["--extract", &text(&packages.deb), &text(&installed)],
    )?;

    println!("Building the empty window as the app is built.");
    let target = target_folder()?.join("empty-window");
    program::run(
        &cargo(),
        &[
            "build",
            "--release",
            "--locked",
            "--manifest-path",
            "tests/empty-window/Cargo.toml",
            "--target-dir",
            &text(&target),
        ],
    )?;
    build(&["--package", "countersign-driver", "--bin", "measure"])?;

    let binary = text(&installed.join("usr/bin/countersign"));
    let beside = text(&target.join("release/empty-window"));
    let mut arguments = vec!["--binary", &binary, "--beside", &beside];
    arguments.extend(wishes.iter().map(String::as_str));
    program::run(&text(&built("measure")?), &arguments)
}
