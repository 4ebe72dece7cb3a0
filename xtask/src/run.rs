//! `cargo xtask run`: builds the app and opens it, or plays the main job in it where nobody could see it.
//! The play itself is the driver's; this only finds the programs and the folder for the pictures.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::need::Purpose;
use crate::program;
use crate::setup::setup;

/// The cargo that runs this, so that no other toolchain gets mixed in.
pub(crate) fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Sets up, builds, and opens the app or plays in it.
pub(crate) fn run() -> Result<(), Failure> {
    if has_display() {
        return open();
    }
    play()
}

fn open() -> Result<(), Failure> {
    setup(Purpose::Build)?;
    println!("Building Countersign.");
    build(&["--package", "countersign", "--bin", "countersign"])?;
    println!("Opening Countersign. Close its window to come back.");
    program::run_quietly(&text(&built("countersign")?), &[])
}

fn play() -> Result<(), Failure> {
    setup(Purpose::Play)?;
    println!("Building Countersign and its driver.");
    build(&[
        "--package",
        "countersign",
        "--package",
        "countersign-driver",
        "--bin",
        "countersign",
        "--bin",
        "play",
    ])?;
    println!("There is no display here: playing the main job in the real window on a virtual one.");
    let app = text(&built("countersign")?);
    let screenshots = text(&screenshots()?);
    let arguments = ["--binary", &app, "--screenshots", &screenshots];
    program::run_quietly(&text(&built("play")?), &arguments)
}

pub(crate) fn build(selection: &[&str]) -> Result<(), Failure> {
    program::run_quietly(&cargo(), &[&["build", "--locked"], selection].concat())
}

/// Whether a window that opens here can be seen.
fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// A program that cargo built: it lies beside this one, whatever folder cargo was told to build into.
pub(crate) fn built(name: &str) -> Result<PathBuf, Failure> {
    Ok(profile_folder()?.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
}

/// `screenshots` in cargo's target folder.
pub(crate) fn screenshots() -> Result<PathBuf, Failure> {
    Ok(target_folder()?.join("screenshots"))
}

/// The folder that cargo builds into, whatever it was told.
pub(crate) fn target_folder() -> Result<PathBuf, Failure> {
    let folder = profile_folder()?;
    Ok(folder.parent().unwrap_or(&folder).to_owned())
}

fn profile_folder() -> Result<PathBuf, Failure> {
    let this = env::current_exe().map_err(|source| Failure::File {
        path: PathBuf::from("xtask"),
        source,
    })?;
    Ok(this.parent().unwrap_or(Path::new(".")).to_owned())
}

pub(crate) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
