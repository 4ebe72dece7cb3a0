//! A Windows of Wine's that is made for one check and thrown away at the next: nothing of the person's own Wine is read or
//! written, and no display is needed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::need::MINGW_GCC;
use crate::program;
use crate::run::text;

/// Where Wine keeps the libraries of 64 bits.
const SYSTEM: &str = "drive_c/windows/system32";
/// Missing in Wine 8, and asked for by every program that Rust makes.
const STAND_IN: &str = "bcryptprimitives.dll";
const STAND_IN_SOURCE: &str = "xtask/src/check_windows/bcryptprimitives.c";

/// Wine with a folder of its own; its server ends with it.
pub(super) struct Wine {
    prefix: PathBuf,
}

impl Wine {
    /// Makes it anew in `folder`.
    pub(super) fn start(folder: &Path) -> Result<Self, Failure> {
        let prefix = folder.join("wine");
        if prefix.exists() {
            fs::remove_dir_all(&prefix).map_err(Failure::file(&prefix))?;
        }
        fs::create_dir_all(&prefix).map_err(Failure::file(&prefix))?;
        let wine = Self { prefix };
        program::finish(&mut wine.within(program::command("wineboot", &["--init"])))?;
        wine.put_stand_in()?;
        Ok(wine)
    }

    /// A program for Windows, with its arguments.
    pub(super) fn command(&self, program: &Path, arguments: &[&str]) -> Command {
        let program = text(program);
        self.within(program::command(
            "wine",
            &[&[program.as_str()], arguments].concat(),
        ))
    }

    /// Has every Wine that `command` starts be this one.
    pub(super) fn within(&self, mut command: Command) -> Command {
        command
            .env("WINEPREFIX", &self.prefix)
            .env("WINEDEBUG", "-all")
            // Wine would ask to fetch its own .NET and HTML engine.
            .env("WINEDLLOVERRIDES", "mscoree=;mshtml=")
            .env_remove("WINEARCH")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    fn put_stand_in(&self) -> Result<(), Failure> {
        let library = text(&self.prefix.join(SYSTEM).join(STAND_IN));
        program::run(
            MINGW_GCC,
            &[
                "-Wall",
                "-Werror",
                "-shared",
                "-o",
                &library,
                STAND_IN_SOURCE,
                "-ladvapi32",
            ],
        )
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        let mut server = self.within(program::command("wineserver", &["--kill"]));
        // It may have ended by itself.
        let _ = server.status();
    }
}
