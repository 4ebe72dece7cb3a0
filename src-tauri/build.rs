//! Reads tauri.conf.json and the permissions into the binary. Works in OUT_DIR, so that Tauri's
//! generated schemas land there and not in the source tree.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    for input in [
        "ui",
        "tauri.conf.json",
        "src-tauri/permissions",
        "src-tauri/icons",
    ] {
        println!("cargo:rerun-if-changed={}", root.join(input).display());
    }
    enter_scratch_folder(&root)?;
    let permissions = glob(&root, "src-tauri/permissions/**/*.toml")?;
    let capabilities = glob(&root, "src-tauri/capabilities/**/*")?;
    let attributes = Attributes::new()
        .config_path(root.join("tauri.conf.json"))
        .capabilities_path_pattern(capabilities)
        .app_manifest(AppManifest::new().permissions_path_pattern(permissions));
    tauri_build::try_build(attributes)?;
    Ok(())
}

/// Tauri's build step reads `Cargo.toml` of, and writes `gen/schemas` to, the current folder.
fn enter_scratch_folder(root: &Path) -> io::Result<()> {
    let scratch = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("tauri");
    fs::create_dir_all(&scratch)?;
    fs::copy(root.join("Cargo.toml"), scratch.join("Cargo.toml"))?;
    env::set_current_dir(scratch)
}

/// The patterns that Tauri takes live as long as the program.
fn glob(root: &Path, pattern: &str) -> io::Result<&'static str> {
    let path = root.join(pattern).into_os_string();
    let text = path
        .into_string()
        .map_err(|_| io::Error::other("the path of the source tree must be UTF-8"))?;
    Ok(Box::leak(text.into_boxed_str()))
}
