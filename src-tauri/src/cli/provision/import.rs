//! `countersign provision import`.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use countersign_core::provision::{Bundle, Changes, Plan, Replaced, SecretChange, tidy};
use countersign_core::settings::{DeskName, Settings};
use countersign_core::vault::Vault;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

use super::failure::{Exit, Failure};
use super::locks;
use crate::bundle_file;
use crate::desk_folder::DeskFolder;
use crate::settings_file;

/// What may be said after `provision import`.
#[derive(Args, Clone, Debug)]
pub(in crate::cli) struct Arguments {
    /// The bundle.
    bundle: PathBuf,
    /// A file with the passphrase that the bundle was locked with, or - for the standard input.
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "identity_file",
        conflicts_with = "identity_file"
    )]
    passphrase_file: Option<PathBuf>,
    /// A file with the identity of a recipient, as age-keygen writes it.
    #[arg(long, value_name = "FILE")]
    identity_file: Option<PathBuf>,
    /// What this desk is called: 1 to 40 characters. It keeps its name if none is said.
    #[arg(long, value_name = "NAME", value_parser = desk_name)]
    desk_name: Option<DeskName>,
    /// Say what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Takes the bundle over, and says what that changed.
pub(super) async fn run(arguments: &Arguments) -> Result<String, Failure> {
    let file = bundle_file::read(&arguments.bundle)
        .map_err(|error| Failure::new(Exit::File, format!("the bundle can't be read: {error}")))?;
    let passphrase_file = arguments.passphrase_file.as_deref();
    let key = locks::key(passphrase_file, arguments.identity_file.as_deref())?;
    let bundle = Bundle::read(&file, &key)?;
    let (folder, vault) = (settings_file::folder()?, Vault::of_this_computer());
    if arguments.dry_run {
        let current = settings_file::read(&folder)?;
        let plan = plan(bundle, current, arguments, &vault).await?;
        return Ok(told(plan.changes(), "would ") + "nothing was changed: this was a dry run\n");
    }
    let files = DeskFolder::take(&folder)?;
    tidy(&vault, &files).await?;
    let current = settings_file::read(&folder)?;
    let plan = plan(bundle, current, arguments, &vault).await?;
    let mut words = told(plan.changes(), "");
    let settings = plan.carry_out(&vault, &files, drop).await?;
    let name = settings.desk.name.as_str();
    words.push_str(&format!("imported: this desk is {name:?}\n"));
    Ok(words)
}

async fn plan(
    bundle: Bundle,
    current: Option<Settings>,
    arguments: &Arguments,
    vault: &Vault,
) -> Result<Plan, Failure> {
    let name = arguments.desk_name.clone();
    let mut randomness = UnwrapErr(SysRng);
    Ok(Plan::new(bundle, current, name, vault, &mut randomness).await?)
}

fn desk_name(text: &str) -> Result<DeskName, String> {
    DeskName::try_from(text.to_owned()).map_err(|error| error.to_string())
}

/// The changes, a line each.
fn told(changes: &Changes, would: &str) -> String {
    let mut words = String::new();
    for Replaced { pointer, from, to } in &changes.settings {
        let [from, to] = [from, to].map(|value| match value {
            Some(value) => value.to_string(),
            None => "nothing".to_owned(),
        });
        // Writing to a string can't fail.
        let _ = writeln!(words, "{would}set {pointer} from {from} to {to}");
    }
    for (name, change) in &changes.secrets {
        let what = match change {
            SecretChange::Added => "add",
            SecretChange::Replaced => "replace",
            SecretChange::Same => "keep",
            SecretChange::Removed => "forget",
        };
        let _ = writeln!(words, "{would}{what} the secret {}", name.as_str());
    }
    words
}
