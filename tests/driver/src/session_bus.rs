//! A D-Bus session bus for one home: the app's single-instance rule and the keyring see only this one.
//! It starts no service itself; what a service needs comes from the home.

use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use crate::error::Error;
use crate::home::Home;
use crate::process::{Process, Program};

const DBUS: Program = Program {
    name: "dbus-daemon",
    package: "dbus",
};

const START_LIMIT: Duration = Duration::from_secs(10);

/// A running bus. It ends on drop.
#[derive(Debug)]
pub struct SessionBus {
    address: String,
    _daemon: Process,
}

impl SessionBus {
    /// Starts a bus whose socket and services live in `home`.
    ///
    /// # Errors
    /// [`Error::Missing`] without dbus-daemon; [`Error::Ended`] or [`Error::TimedOut`] when it does not come up.
    pub async fn start(home: &Home) -> Result<Self, Error> {
        let mut daemon = Process::start(
            DBUS,
            Command::new(DBUS.name)
                .args(["--session", "--nofork", "--nopidfile", "--print-address"])
                .arg(format!(
                    "--address=unix:dir={}",
                    home.runtime_dir().display()
                ))
                .envs(home.environment())
                .env_remove("DBUS_SESSION_BUS_ADDRESS")
                .env_remove("DISPLAY")
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(home.append_output()?),
        )?;
        let address = daemon.first_line(START_LIMIT).await?;
        Ok(Self {
            address,
            _daemon: daemon,
        })
    }

    /// The address for the `DBUS_SESSION_BUS_ADDRESS` variable.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_socket_lies_in_the_home() {
        let home = Home::new().unwrap();
        let bus = SessionBus::start(&home).await.unwrap();
        let start = format!("unix:path={}/", home.runtime_dir().display());
        assert!(bus.address().starts_with(&start), "{}", bus.address());
    }
}
