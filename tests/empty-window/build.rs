//! Reads tauri.conf.json into the binary. Works in OUT_DIR, so that Tauri's generated schemas land there.

use std::path::PathBuf;
use std::{env, fs};

use tauri_build::Attributes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    for input in ["ui", "tauri.conf.json"] {
        println!("cargo:rerun-if-changed={}", root.join(input).display());
    }
    let scratch = PathBuf::from(env::var("OUT_DIR")?).join("tauri");
    fs::create_dir_all(&scratch)?;
    fs::copy(root.join("Cargo.toml"), scratch.join("Cargo.toml"))?;
    env::set_current_dir(scratch)?;
    tauri_build::try_build(Attributes::new().config_path(root.join("tauri.conf.json")))?;
    Ok(())
}
