//! Compiles the held clock, which the servers load before the C library. Linux only, as the crate is.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

const SOURCE: &str = "src/held_clock.c";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SOURCE}");
    if env::var("CARGO_CFG_TARGET_OS")? != "linux" {
        return Ok(());
    }
    let library = PathBuf::from(env::var("OUT_DIR")?).join("held_clock.so");
    let status = Command::new("cc")
        .args(["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o"])
        .arg(&library)
        .arg(SOURCE)
        .status()?;
    if !status.success() {
        return Err(format!("cc could not compile {SOURCE} ({status})").into());
    }
    println!("cargo::rustc-env=HELD_CLOCK_LIBRARY={}", library.display());
    Ok(())
}
