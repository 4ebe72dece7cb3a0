//! `countersign provision`: a desk's set-up, out of it and into the next, for IT and their scripts. Opens
//! no window and asks nothing. No secret is among what may be said, and none is printed.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Subcommand;
use tokio::runtime;

mod export;
mod failure;
mod import;
mod locks;

use failure::{Exit, Failure};

/// What may be said after `provision`.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum Provision {
    /// Write what this desk shares with others into one encrypted file: the accounts at Sinch, the
    /// store, rules and texts, with their secrets. Not this desk's id and name, nor its passcode.
    Export(export::Arguments),
    /// Take over what another desk shares: all of it, or nothing.
    ///
    /// Ends with 0 where it was done, 2 where the command can't be understood, 3 where the passphrase or
    /// identity does not open the file, 4 where the file is damaged or no bundle, 5 where a newer version
    /// made it, 6 where the keyring can't be used, 7 where this desk's own files can't be, 8 where a named
    /// file can't be read or written, and 9 where the settings can't be used. Unless it ends with 0,
    /// nothing was changed.
    Import(import::Arguments),
}

/// Does it, and says what was done.
pub(super) fn run(provision: &Provision) -> ExitCode {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    let done = match (&runtime, provision) {
        (Err(error), _) => Err(Failure::new(
            Exit::Desk,
            format!("the program could not be started: {error}"),
        )),
        (Ok(runtime), Provision::Export(arguments)) => runtime.block_on(export::run(arguments)),
        (Ok(runtime), Provision::Import(arguments)) => runtime.block_on(import::run(arguments)),
    };
    match done {
        Ok(words) => {
            // Whoever closed the pipe has read enough.
            let _ = io::stdout().write_all(words.as_bytes());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            let _ = writeln!(io::stderr(), "countersign: {failure}");
            failure.exit.into()
        }
    }
}
