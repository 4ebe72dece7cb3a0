//! A computer with a session bus and a keyring, and nothing else of a desk.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::PathBuf;

use countersign_driver::{Error, Home, Keyring, KeyringState, Prompter, SessionBus};

/// A home whose owner is logged on.
pub(crate) struct Desk {
    keyring: Option<Keyring>,
    bus: SessionBus,
    home: Home,
    bus_address: String,
}

impl Desk {
    pub(crate) async fn with(state: KeyringState) -> Result<Self, Error> {
        Self::again(Home::new()?, state).await
    }

    /// The owner of a home logs on once more.
    pub(crate) async fn again(home: Home, state: KeyringState) -> Result<Self, Error> {
        let bus = SessionBus::start(&home).await?;
        let keyring = Keyring::start(&home, &bus, state).await?;
        Ok(Self {
            keyring,
            bus_address: bus.address().to_owned(),
            bus,
            home,
        })
    }

    pub(crate) fn keyring(&self) -> &Keyring {
        self.keyring.as_ref().expect("a keyring")
    }

    /// Ends the keyring and leaves the bus, as when its program crashes.
    pub(crate) fn lose_keyring(&mut self) {
        self.keyring = None;
    }

    /// Starts it again, with what it kept.
    pub(crate) async fn find_keyring(&mut self, state: KeyringState) -> Result<(), Error> {
        self.keyring = Keyring::start(&self.home, &self.bus, state).await?;
        Ok(())
    }

    /// Has whoever asks here look for a bus where none is, as on a computer without a desktop.
    pub(crate) fn lose_bus(&mut self) {
        let nothing = self.home.runtime_dir().join("no-bus");
        self.bus_address = format!("unix:path={}", nothing.display());
    }

    /// Stands in for the desktop's prompt.
    pub(crate) async fn prompter(&self) -> Result<Prompter, Error> {
        Prompter::start(&self.bus).await
    }

    /// The owner logs off.
    pub(crate) fn into_home(self) -> Home {
        self.home
    }

    pub(crate) fn environment(&self) -> Vec<(OsString, OsString)> {
        let mut environment = self.home.environment();
        environment.push((
            "DBUS_SESSION_BUS_ADDRESS".into(),
            self.bus_address.as_str().into(),
        ));
        environment
    }

    /// Where whoever asks here writes what its libraries say.
    pub(crate) fn log(&self) -> File {
        File::options()
            .create(true)
            .append(true)
            .open(self.log_file())
            .expect("a log")
    }

    /// What whoever asked here said beside the answers.
    pub(crate) fn logged(&self) -> String {
        let bytes = fs::read(self.log_file()).expect("a log");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn log_file(&self) -> PathBuf {
        self.home.path().join("asker.log")
    }
}
