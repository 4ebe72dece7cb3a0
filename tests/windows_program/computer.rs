//! The computer that the program runs on, and what a run of it left. Which files are whose is said again here, and not
//! taken from the product: what it reads is what is tested.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, io};

use countersign_core::vault::{SecretName, SecretSet, Vault};
use secrecy::SecretString;
use serde_json::Value;

/// Files of this person and of the machine, which are gone with it.
pub(crate) struct Computer {
    settings: PathBuf,
    policy: PathBuf,
    vault: Vault,
}

impl Computer {
    pub(crate) fn new() -> Self {
        let computer = Self {
            settings: folder("LOCALAPPDATA").join(r"io.countersign.desk\settings.json"),
            policy: folder("ProgramData").join(r"Countersign\policy.json"),
            vault: Vault::of_this_computer(),
        };
        computer.remove().expect("no files from before");
        computer
    }

    pub(crate) fn write_settings(&self, settings: &Value) {
        write(&self.settings, settings);
    }

    pub(crate) fn write_policy(&self, policy: &Value) {
        write(&self.policy, policy);
    }

    pub(crate) async fn keep(&self, name: SecretName, secret: &str) {
        let secret = SecretString::from(secret.to_owned());
        let kept = self.vault.keep(&SecretSet::default(), name, secret).await;
        kept.expect("the keyring takes it");
    }

    pub(crate) async fn forget(&self, name: SecretName) {
        let forgotten = self.vault.forget(&SecretSet::default(), name).await;
        forgotten.expect("the keyring forgets it");
    }

    fn remove(&self) -> io::Result<()> {
        for file in [&self.settings, &self.policy] {
            match fs::remove_file(file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }
}

impl Drop for Computer {
    fn drop(&mut self) {
        // The test has its result already.
        let _ = self.remove();
    }
}

fn folder(variable: &str) -> PathBuf {
    env::var_os(variable).expect("Windows sets it").into()
}

fn write(file: &Path, content: &Value) {
    let folder = file.parent().expect("a folder");
    fs::create_dir_all(folder).expect("a folder");
    fs::write(file, content.to_string()).expect("a file");
}

/// What a run of the program left.
pub(crate) struct Ran {
    pub(crate) exit: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Ran {
    pub(crate) fn document(&self) -> Value {
        let read = serde_json::from_str(&self.output);
        read.unwrap_or_else(|error| panic!("{error}: {}{}", self.output, self.errors))
    }
}

pub(crate) fn run(arguments: &[&str]) -> Ran {
    ran(command(arguments))
}

/// The same where this variable says so.
pub(crate) fn run_with(arguments: &[&str], name: &str, value: &str) -> Ran {
    let mut command = command(arguments);
    command.env(name, value);
    ran(command)
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_countersign"));
    command
        .args(arguments)
        .env_remove("COUNTERSIGN_POLICY_FILE")
        .env_remove("COUNTERSIGN_SANDBOX");
    command
}

/// By files, not by pipes: what the program starts in passing, as Wine its own desktop, would hold a pipe open for as
/// long as these tests run.
fn ran(mut command: Command) -> Ran {
    let (output, errors) = (file(), file());
    let status = command
        .stdin(Stdio::null())
        .stdout(output.try_clone().expect("a second handle"))
        .stderr(errors.try_clone().expect("a second handle"))
        .status()
        .expect("it runs");
    Ran {
        exit: status.code().expect("an exit code"),
        output: content(output),
        errors: content(errors),
    }
}

fn file() -> File {
    tempfile::tempfile().expect("a file")
}

fn content(mut file: File) -> String {
    let mut content = String::new();
    file.rewind().expect("its beginning");
    file.read_to_string(&mut content).expect("UTF-8");
    content
}
