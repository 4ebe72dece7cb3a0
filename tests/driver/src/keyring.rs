//! A real keyring (GNOME Keyring's Secret Service) on a session bus of its own, in whichever state a test
//! wants it. What it keeps lies in the home, encrypted under a password that only the driver has.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::UnixStream;
use tokio::process::Command;
use tokio::time::{sleep, timeout};
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::zvariant::OwnedObjectPath;
use zbus::{Connection, Proxy};

use crate::error::Error;
use crate::home::Home;
use crate::process::{Process, Program};
use crate::session_bus::SessionBus;

const DAEMON: Program = Program {
    name: "gnome-keyring-daemon",
    package: "gnome-keyring",
};

/// The name of the Secret Service on the bus.
const SERVICE: &str = "org.freedesktop.secrets";
const SERVICE_PATH: &str = "/org/freedesktop/secrets";
const COLLECTION: &str = "org.freedesktop.Secret.Collection";

/// What the login keyring of every home is encrypted under.
const PASSWORD: &[u8] = b"the login of a made-up person";

/// Longer than starting or unlocking it takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(10);

/// How a keyring is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum KeyringState {
    /// There is none.
    #[default]
    Absent,
    /// The service runs and has no keyring yet, as after a login that set none up.
    Empty,
    /// Open, as after a login with a password.
    Unlocked,
    /// Locked, as after a login without one.
    Locked,
    /// Unlocked, and it answers nothing for so long.
    Slow(Duration),
    /// Unlocked, and it answers nothing until [`Keyring::go_on`].
    Unanswering,
}

/// A running keyring. Dropping it ends it and leaves what it keeps in the home.
#[derive(Debug)]
pub struct Keyring {
    daemon: Arc<Process>,
    control: PathBuf,
    connection: Connection,
}

impl Keyring {
    /// Starts the keyring of `home` on `bus`; none for [`KeyringState::Absent`].
    ///
    /// # Errors
    /// [`Error::Missing`] without gnome-keyring-daemon; [`Error::Ended`], [`Error::TimedOut`] or [`Error::Bus`]
    /// when it does not come up.
    pub async fn start(
        home: &Home,
        bus: &SessionBus,
        state: KeyringState,
    ) -> Result<Option<Self>, Error> {
        let keyring = match state {
            KeyringState::Absent => return Ok(None),
            KeyringState::Empty => Self::run(home, bus).await?,
            KeyringState::Locked => {
                // What was never unlocked has no keyring that could be locked.
                drop(Self::run_unlocked(home, bus).await?);
                Self::run(home, bus).await?
            }
            KeyringState::Unlocked => Self::run_unlocked(home, bus).await?,
            KeyringState::Slow(length) => {
                let keyring = Self::run_unlocked(home, bus).await?;
                keyring.stop_for(length);
                keyring
            }
            KeyringState::Unanswering => {
                let keyring = Self::run_unlocked(home, bus).await?;
                keyring.stop();
                keyring
            }
        };
        Ok(Some(keyring))
    }

    /// Starts it as a login does that knows the password.
    async fn run_unlocked(home: &Home, bus: &SessionBus) -> Result<Self, Error> {
        let (password, mut typed) = std::io::pipe().map_err(|error| DAEMON.not_started(error))?;
        typed
            .write_all(PASSWORD)
            .map_err(|error| DAEMON.not_started(error))?;
        // It reads to the end.
        drop(typed);
        let keyring = Self::run_with(home, bus, &["--unlock"], password.into()).await?;
        keyring.until_it_is_open().await?;
        Ok(keyring)
    }

    async fn run(home: &Home, bus: &SessionBus) -> Result<Self, Error> {
        Self::run_with(home, bus, &[], Stdio::null()).await
    }

    async fn run_with(
        home: &Home,
        bus: &SessionBus,
        arguments: &[&str],
        input: Stdio,
    ) -> Result<Self, Error> {
        let folder = home.runtime_dir().join("keyring");
        let daemon = Process::start(
            DAEMON,
            Command::new(DAEMON.name)
                .args(["--foreground", "--components=secrets"])
                .arg(format!("--control-directory={}", folder.display()))
                .args(arguments)
                .envs(home.environment())
                .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
                .env_remove("DISPLAY")
                .stdin(input)
                .stdout(home.append_output()?)
                .stderr(home.append_output()?),
        )?;
        let mut keyring = Self {
            daemon: Arc::new(daemon),
            control: folder.join("control"),
            connection: bus.connect().await?,
        };
        keyring.until_it_is_there().await?;
        Ok(keyring)
    }

    /// Unlocks it as a login does: by its control socket, without a prompt.
    ///
    /// # Errors
    /// [`Error::Answer`] when it refuses; [`Error::TimedOut`] when it does not answer.
    pub async fn unlock(&self) -> Result<(), Error> {
        let answer = timeout(LIMIT, self.ask_to_unlock())
            .await
            .map_err(|_| self.timed_out("the keyring's word on unlocking"))?
            .map_err(Error::file(&self.control))?;
        if answer != 0 {
            return Err(Error::Answer {
                program: DAEMON.name,
                answer: answer.to_string(),
            });
        }
        self.until_it_is_open().await
    }

    /// Stops the program behind it, so that nothing is answered.
    pub fn stop(&self) {
        self.daemon.stop();
    }

    /// Lets the program go on after [`Keyring::stop`].
    pub fn go_on(&self) {
        self.daemon.go_on();
    }

    fn stop_for(&self, length: Duration) {
        self.stop();
        let daemon = Arc::downgrade(&self.daemon);
        tokio::spawn(async move {
            sleep(length).await;
            if let Some(daemon) = daemon.upgrade() {
                daemon.go_on();
            }
        });
    }

    /// Speaks the control socket's protocol, as GNOME Keyring's PAM module does: a byte by which the kernel
    /// tells who asks, then operation 1 with one argument, each with its length in front.
    async fn ask_to_unlock(&self) -> std::io::Result<u32> {
        const UNLOCK: u32 = 1;
        let length = u32::try_from(PASSWORD.len()).map_err(std::io::Error::other)?;
        let mut socket = UnixStream::connect(&self.control).await?;
        socket.write_u8(0).await?;
        socket.write_u32(12 + length).await?;
        socket.write_u32(UNLOCK).await?;
        socket.write_u32(length).await?;
        socket.write_all(PASSWORD).await?;
        socket.read_u32().await?;
        socket.read_u32().await
    }

    async fn until_it_is_there(&mut self) -> Result<(), Error> {
        let bus = DBusProxy::new(&self.connection).await?;
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            if let Some(daemon) = Arc::get_mut(&mut self.daemon) {
                daemon.still_runs()?;
            }
            let name = BusName::try_from(SERVICE).map_err(zbus::Error::from)?;
            let is_there = bus.name_has_owner(name).await;
            if is_there.map_err(zbus::Error::from)? && self.control.exists() {
                return Ok(());
            }
            sleep(LOOK).await;
        }
        Err(self.timed_out("the keyring on the bus"))
    }

    async fn until_it_is_open(&self) -> Result<(), Error> {
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            if self.is_open().await? {
                return Ok(());
            }
            sleep(LOOK).await;
        }
        Err(self.timed_out("an open keyring"))
    }

    async fn is_open(&self) -> Result<bool, Error> {
        let interface = "org.freedesktop.Secret.Service";
        let service = Proxy::new(&self.connection, SERVICE, SERVICE_PATH, interface).await?;
        let usual: OwnedObjectPath = service.call("ReadAlias", &"default").await?;
        if usual.as_str() == "/" {
            return Ok(false);
        }
        let collection = Proxy::new(&self.connection, SERVICE, usual, COLLECTION).await?;
        // A collection that was just made is named a little before it is there.
        Ok(collection.get_property("Locked").await == Ok(false))
    }

    fn timed_out(&self, awaited: &str) -> Error {
        Error::TimedOut {
            awaited: awaited.to_owned(),
            limit: LIMIT,
        }
    }
}
