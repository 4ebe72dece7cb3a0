//! A D-Bus session bus for one home: the app's single-instance rule and the keyring see only this one.
//! It starts no service when somebody asks for it, as a desktop's bus would: a keyring is there when a test
//! starts one.

use std::fs;
use std::process::Stdio;

use tokio::process::Command;
use zbus::Connection;
use zbus::connection::Builder;

use crate::error::Error;
use crate::home::Home;
use crate::process::{COME_UP, Process, Program};

const DBUS: Program = Program {
    name: "dbus-daemon",
    package: "dbus",
};

/// A session's bus without the folders of services that it could start.
fn configuration(home: &Home) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        folder = home.runtime_dir().display()
    )
}

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
        let file = home.runtime_dir().join("bus.conf");
        fs::write(&file, configuration(home)).map_err(Error::file(&file))?;
        let mut daemon = Process::start(
            DBUS,
            Command::new(DBUS.name)
                .args(["--nofork", "--nopidfile", "--print-address"])
                .arg(format!("--config-file={}", file.display()))
                .envs(home.environment())
                .env_remove("DBUS_SESSION_BUS_ADDRESS")
                .env_remove("DISPLAY")
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(home.append_output()?),
        )?;
        let address = daemon.first_line(COME_UP).await?;
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

    /// A connection of the test's own.
    pub(crate) async fn connect(&self) -> Result<Connection, Error> {
        Ok(Builder::address(self.address())?.build().await?)
    }
}

#[cfg(test)]
mod tests {
    use zbus::fdo::DBusProxy;

    use super::*;

    #[tokio::test]
    async fn the_socket_lies_in_the_home() {
        let home = Home::new().unwrap();
        let bus = SessionBus::start(&home).await.unwrap();
        let start = format!("unix:path={}/", home.runtime_dir().display());
        assert!(bus.address().starts_with(&start), "{}", bus.address());
    }

    #[tokio::test]
    async fn it_starts_no_service_by_itself() {
        let home = Home::new().unwrap();
        let bus = SessionBus::start(&home).await.unwrap();
        let connection = bus.connect().await.unwrap();
        let services = DBusProxy::new(&connection).await.unwrap();
        let startable = services.list_activatable_names().await.unwrap();
        assert_eq!(startable, ["org.freedesktop.DBus"]);
    }
}
