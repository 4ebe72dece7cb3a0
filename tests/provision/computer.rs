//! A computer with a home, a session bus and a real keyring of its own, and no display.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use countersign_driver::{Home, Keyring, KeyringState, SessionBus};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use tokio::time::timeout;

use crate::person::Person;

/// Longer than the command line takes for a passphrase on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

/// A computer whose owner is logged on.
pub(crate) struct Computer {
    // Dropped in this order: the keyring goes before the bus that it is reached by.
    keyring: Option<Keyring>,
    bus: SessionBus,
    home: Home,
}

/// What the command line ended with.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
}

impl Computer {
    pub(crate) async fn new() -> Self {
        let home = Home::new().expect("a home");
        let bus = SessionBus::start(&home).await.expect("a bus");
        let keyring = Keyring::start(&home, &bus, KeyringState::Unlocked).await;
        Self {
            keyring: keyring.expect("a keyring"),
            bus,
            home,
        }
    }

    /// Ends the keyring, and leaves the computer without one.
    pub(crate) fn lose_keyring(&mut self) {
        self.keyring = None;
    }

    pub(crate) fn write_settings(&self, json: &str) {
        self.home.write_settings(json).expect("written");
    }

    pub(crate) fn settings(&self) -> Vec<u8> {
        fs::read(self.home.settings_file()).unwrap_or_default()
    }

    /// The folder in which the desk has its files.
    pub(crate) fn desk_folder(&self) -> PathBuf {
        let file = self.home.settings_file();
        file.parent().expect("a folder").to_owned()
    }

    /// Writes a file of the owner's.
    pub(crate) fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("written");
        path
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// All that a refused import must leave as it is: the desk's files, and what the keyring has on the disk.
    pub(crate) fn state(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut state = BTreeMap::new();
        collect(&self.home.data_dir(), &mut state);
        // Empty, and made by whoever tries.
        state.remove(&self.desk_folder().join("import.lock"));
        state
    }

    pub(crate) fn environment(&self) -> Vec<(OsString, OsString)> {
        let mut environment = self.home.environment();
        environment.push(("DBUS_SESSION_BUS_ADDRESS".into(), self.bus.address().into()));
        environment
    }

    /// Somebody who sits here.
    pub(crate) fn person(&self) -> Person {
        Person::at(self)
    }

    /// `countersign provision`, without a display.
    pub(crate) async fn provision(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut child = Command::new(env!("CARGO_BIN_EXE_countersign"))
            .arg("provision")
            .args(arguments)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("COUNTERSIGN_POLICY_FILE", self.path("no-policy.json"))
            .envs(self.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let mut typed = child.stdin.take().expect("its input");
        // A program that reads nothing may have ended already.
        let _ = typed.write_all(input).await;
        drop(typed);
        let output = timeout(LIMIT, child.wait_with_output()).await;
        let output = output.expect("it ends in time").expect("it ends");
        let said = [output.stdout, output.stderr].concat();
        Ended {
            code: output.status.code(),
            said: String::from_utf8_lossy(&said).into_owned(),
        }
    }
}

fn collect(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let content = fs::read(&path).expect("a file");
            found.insert(path, content);
        }
    }
}
