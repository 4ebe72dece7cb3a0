//! Where the app runs: a home, a display, a session bus and perhaps a keyring of its own, and the variables
//! that name them. It starts no app itself; a window or a test does.

use std::ffi::OsString;
use std::path::Path;
use std::process::Stdio;

use tokio::process::Command;

use crate::display::{Display, SCREEN};
use crate::error::Error;
use crate::home::Home;
use crate::keyring::{Keyring, KeyringState};
use crate::session_bus::SessionBus;

/// Settings that make one machine's window like another's: X11, English, and nothing of the user's desktop.
const SURROUNDINGS: [(&str, &str); 7] = [
    ("GDK_BACKEND", "x11"),
    ("GIO_USE_VFS", "local"),
    ("GSETTINGS_BACKEND", "memory"),
    ("LANG", "C.UTF-8"),
    ("LANGUAGE", "en"),
    ("LC_ALL", "C.UTF-8"),
    ("NO_AT_BRIDGE", "1"),
];

/// A home with a running display, a running session bus and what runs on it. Dropping it ends them.
#[derive(Debug)]
pub struct Seat {
    environment: Vec<(OsString, OsString)>,
    // Dropped in this order: the keyring goes before the bus that it is reached by.
    keyring: Option<Keyring>,
    bus: SessionBus,
    display: Display,
    home: Home,
}

impl Seat {
    /// Starts a display and a bus for `home`, and sets `variables` beside those that the driver sets.
    ///
    /// # Errors
    /// Any of [`Error`]'s that a program or a folder gives when it does not come up.
    pub async fn start(home: Home, variables: Vec<(String, String)>) -> Result<Self, Error> {
        Self::start_with(home, KeyringState::Absent, variables).await
    }

    /// As [`Seat::start`], with a keyring.
    ///
    /// # Errors
    /// As [`Seat::start`].
    pub async fn start_with(
        home: Home,
        keyring: KeyringState,
        variables: Vec<(String, String)>,
    ) -> Result<Self, Error> {
        Self::on_screen(home, keyring, SCREEN, variables).await
    }

    /// As [`Seat::start_with`], with a screen so wide and so high, in pixels.
    ///
    /// # Errors
    /// As [`Seat::start`].
    pub async fn on_screen(
        home: Home,
        keyring: KeyringState,
        screen: (u32, u32),
        variables: Vec<(String, String)>,
    ) -> Result<Self, Error> {
        let display = Display::with_screen(screen).await?;
        let bus = SessionBus::start(&home).await?;
        let keyring = Keyring::start(&home, &bus, keyring).await?;
        let mut environment = home.environment();
        let set = |(name, value): (&str, &str)| (name.into(), value.into());
        environment.extend(SURROUNDINGS.map(set));
        environment.push(set(("DISPLAY", display.name())));
        environment.push(set(("DBUS_SESSION_BUS_ADDRESS", bus.address())));
        environment.extend(variables.iter().map(|(name, value)| set((name, value))));
        Ok(Self {
            environment,
            keyring,
            bus,
            display,
            home,
        })
    }

    /// A command that runs `program` here, with nothing to read. It is killed when it is dropped.
    #[must_use]
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .envs(self.environment().iter().map(|(name, value)| (name, value)))
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .kill_on_drop(true);
        command
    }

    /// The home that an app runs in here.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The keyring of the home's owner, unless there is none.
    #[must_use]
    pub fn keyring(&self) -> Option<&Keyring> {
        self.keyring.as_ref()
    }

    /// The bus that an app and the keyring meet on.
    #[must_use]
    pub fn bus(&self) -> &SessionBus {
        &self.bus
    }

    /// The display that an app shows its window on here.
    #[must_use]
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// Ends all that runs here and leaves the home, with what its keyring keeps.
    #[must_use]
    pub fn into_home(self) -> Home {
        self.home
    }

    pub(crate) fn environment(&self) -> &[(OsString, OsString)] {
        &self.environment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_command_runs_in_the_seats_home_on_its_display() {
        let seat = Seat::start(Home::new().unwrap(), vec![("EXTRA".into(), "1".into())])
            .await
            .unwrap();
        let output = seat
            .command(Path::new("/usr/bin/env"))
            .output()
            .await
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let says = |line: &str| text.lines().any(|said| said == line);
        assert!(says(&format!("HOME={}", seat.home().path().display())));
        assert!(says(&format!("DISPLAY={}", seat.display().name())));
        assert!(says("EXTRA=1"));
        assert!(!text.contains("WAYLAND_DISPLAY"));
    }
}
