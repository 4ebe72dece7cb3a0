//! The app and its tests compiled for Windows by Debian's own Rust and MinGW. Their standard library is built with them,
//! from Debian's sources: no package has it compiled for MinGW's 64 bits in the version that the app needs.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::need::{DEBIAN_CARGO, DEBIAN_RUSTC, MINGW_GCC};
use crate::program;

const TARGET: &str = "x86_64-pc-windows-gnu";
/// What the build shares with the tests, so that everything is compiled once. The program is the one that the tests
/// start: it holds Tauri's test features as well.
const SELECTION: [&str; 10] = [
    "--locked",
    // What `CARGO_BUILD_WARNINGS` below is told by.
    "-Zwarnings",
    "-Zbuild-std=std,panic_abort",
    "--target",
    TARGET,
    "--package",
    "countersign",
    "--test=system_keyring",
    "--test=windows_program",
    "--bin=countersign",
];
/// What starts WebView2. Microsoft's own, from the crate `webview2-com-sys`; installers put it beside the program.
const LOADER: &str = "WebView2Loader.dll";
/// What would lead cargo to the Rust that runs this task, or to other options than those here. What cargo says of this
/// task's own package is taken away, too: build scripts that look at it would run anew.
const NOT_ITS_OWN: [&str; 6] = [
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_MANIFEST_DIR",
    "LD_LIBRARY_PATH",
    "RUSTFLAGS",
    "RUSTUP_TOOLCHAIN",
];

/// A folder that it is compiled into, of its own: two kinds of Rust in one would build everything anew in turns.
pub(super) struct Cross {
    folder: PathBuf,
}

impl Cross {
    pub(super) fn into(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The command that builds the program and its tests.
    pub(super) fn build(&self) -> Command {
        self.cargo(&[&["build"], &SELECTION[..]].concat())
    }

    /// The command that runs the tests of the vault and of the program. Some of them write where a person's own
    /// settings would be, and so run one after the other, and here alone.
    pub(super) fn tests(&self) -> Command {
        let how = [
            "--no-fail-fast",
            "--",
            "--include-ignored",
            "--test-threads=1",
        ];
        let mut command = self.cargo(&[&["test"], &SELECTION[..9], &how].concat());
        command.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
        command
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn program(&self) -> PathBuf {
        self.profile_folder().join("countersign.exe")
    }

    /// Without it beside the program, Windows does not start that.
    pub(super) fn check_loader(&self) -> Result<(), Failure> {
        let loader = self.profile_folder().join(LOADER);
        let size = loader.metadata().map_err(Failure::file(&loader))?.len();
        println!("It lies beside the program: {size} bytes.");
        Ok(())
    }

    fn profile_folder(&self) -> PathBuf {
        self.folder.join(TARGET).join("debug")
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = program::command(DEBIAN_CARGO, arguments);
        let of_this_task = env::vars_os()
            .map(|(name, _)| name)
            .filter(|name| name.to_string_lossy().starts_with("CARGO_PKG_"));
        for name in of_this_task.chain(NOT_ITS_OWN.map(OsString::from)) {
            command.env_remove(name);
        }
        command
            .env("PATH", with_debian_first())
            .env("RUSTC", DEBIAN_RUSTC)
            // Debian's Rust is a stable one, which knows `-Zbuild-std` only so.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", &self.folder)
            .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", MINGW_GCC)
            // As the lints are for this system: code that is left over on Windows alone is found here.
            .env("CARGO_BUILD_WARNINGS", "deny")
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        command
    }
}

/// The PATH on which Debian's programs are found before rustup's.
fn with_debian_first() -> OsString {
    let mut path = OsString::from("/usr/bin");
    if let Some(rest) = env::var_os("PATH") {
        path.push(":");
        path.push(rest);
    }
    path
}
