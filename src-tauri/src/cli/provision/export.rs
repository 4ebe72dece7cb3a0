//! `countersign provision export`.

use std::path::PathBuf;

use clap::Args;
use countersign_core::provision::{Lock, gather};
use countersign_core::settings::Settings;
use countersign_core::time::{Clock, SystemClock};
use countersign_core::vault::Vault;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

use super::failure::{Exit, Failure};
use super::locks;
use crate::bundle_file::{self, Existing};
use crate::machine_policy::{self, PolicyState};
use crate::settings_file;

/// What may be said after `provision export`.
#[derive(Args, Clone, Debug)]
pub(in crate::cli) struct Arguments {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// A file with the passphrase to lock the bundle with, or - for the standard input.
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "recipient",
        conflicts_with = "recipient"
    )]
    passphrase_file: Option<PathBuf>,
    /// A public key of age, whose identity opens the bundle. May be said several times.
    #[arg(long, value_name = "AGE1…")]
    recipient: Vec<String>,
    /// Put theme, text size and the language of the screen in, too.
    #[arg(long)]
    with_appearance: bool,
    /// Replace the file if it is there.
    #[arg(long)]
    overwrite: bool,
}

/// Writes the bundle, and says so.
pub(super) async fn run(arguments: &Arguments) -> Result<String, Failure> {
    let passphrase = arguments.passphrase_file.as_deref();
    let passphrase = passphrase.map(locks::passphrase).transpose()?;
    let lock = Lock::new(passphrase, &arguments.recipient)?;
    let settings = in_force()?;
    let bundle = gather(
        &settings,
        &Vault::of_this_computer(),
        SystemClock.now(),
        arguments.with_appearance,
        &mut UnwrapErr(SysRng),
    )
    .await?;
    let existing = match arguments.overwrite {
        true => Existing::Replaced,
        false => Existing::Kept,
    };
    bundle_file::write(&arguments.out, &bundle.write(&lock)?, existing)?;
    let path = arguments.out.display();
    let secrets: Vec<_> = bundle.secrets.names().map(|name| name.as_str()).collect();
    Ok(format!(
        "wrote {path} with the site's settings and these secrets: {}\n",
        secrets.join(", ")
    ))
}

/// What this desk goes by: its own settings, and over them what the machine's policy manages.
fn in_force() -> Result<Settings, Failure> {
    let own = settings_file::read(&settings_file::folder()?)?;
    let own = own.ok_or_else(|| Failure::new(Exit::Desk, "this desk has no settings yet"))?;
    let state =
        machine_policy::path().map_or(PolicyState::None, |path| machine_policy::look(&path));
    let managed = state.managed().map_err(|fault| {
        let words = format!("the machine's policy can't be used: {fault}");
        Failure::new(Exit::Desk, words)
    })?;
    let Some(managed) = managed else {
        return Ok(own);
    };
    let effective = managed.over(&own).map_err(|error| {
        let words = format!("the machine's policy does not go with the settings: {error}");
        Failure::new(Exit::Settings, words)
    })?;
    Ok(effective.settings)
}
