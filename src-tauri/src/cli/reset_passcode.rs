//! `countersign reset-passcode`: the way back for an admin who forgot the passcode. It takes the desk's
//! secrets along, so that nobody gets by it to a desk that still sends. Opens no window.

use std::process::ExitCode;

use clap::Args;
use countersign_core::admin_lock;
use countersign_core::vault::{SecretSet, Vault, VaultFault};
use thiserror::Error;

use crate::settings_file::{self, SettingsFault};

/// What may be said after `reset-passcode`.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Arguments {
    /// Yes: forget the passcode, and with it this desk's Sinch credentials, passwords and site key.
    #[arg(long, required = true)]
    yes: bool,
}

/// Why not all is forgotten.
#[derive(Debug, Error)]
enum NotReset {
    #[error("{0}: the keyring may still have some of it, so do it again once that is put right")]
    Keyring(#[from] VaultFault),
    #[error("{0}")]
    Settings(#[from] SettingsFault),
}

/// Forgets the passcode and the secrets. Ends with 0, or with 1 where the keyring or the file of settings
/// does not let it.
pub(super) fn run(_: Arguments) -> ExitCode {
    match tauri::async_runtime::block_on(reset(&Vault::of_this_computer())) {
        Ok(()) => {
            say(
                "the passcode and this desk's secrets are forgotten: set the desk up again, or import \
                 its bundle",
            );
            ExitCode::SUCCESS
        }
        Err(failure) => {
            say(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

/// The settings say last that no passcode is set: cut off before, the pages stay shut.
async fn reset(vault: &Vault) -> Result<(), NotReset> {
    let folder = settings_file::folder()?;
    let settings = settings_file::read(&folder)?;
    let set = settings.as_ref().map(|settings| &settings.secrets);
    admin_lock::reset(vault, set.unwrap_or(&SecretSet::default())).await?;
    if let Some(mut settings) = settings {
        settings.admin.passcode_set = false;
        settings_file::write(&folder, &settings)?;
    }
    Ok(())
}

#[expect(clippy::print_stderr, reason = "the command line's own last word")]
fn say(sentence: &str) {
    eprintln!("countersign: {sentence}");
}
