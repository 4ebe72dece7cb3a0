//! One WebDriver session with the app, through `WebKitWebDriver` itself: no tauri-driver between.
//! It speaks the W3C protocol with a limit on every command; what a test says is in `window`.

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use crate::error::Error;
use crate::home::Home;
use crate::process::{self, COME_UP, Descendants, Process, Program};

const WEBKIT_WEB_DRIVER: Program = Program {
    name: "WebKitWebDriver",
    package: "webkit2gtk-driver",
};

/// Longer than WebDriver's own limit on a script (30 s), so that its answer is seen.
const COMMAND_LIMIT: Duration = Duration::from_secs(40);
/// Longer than any test works a window: one that goes in circles fails instead of running for ever.
const WORK_LIMIT: Duration = Duration::from_secs(30 * 60);
const CLOSE_LIMIT: Duration = Duration::from_secs(10);
/// Longer than WebDriver takes to start the app; shorter than anybody wants to wait for one that has crashed.
const WITHOUT_APP: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

/// An open session. Dropping it kills the app at once; [`WebDriver::close`] lets it end in order.
#[derive(Debug)]
pub struct WebDriver {
    client: Client,
    driver: Process,
    binary: PathBuf,
    opened: Instant,
}

impl WebDriver {
    /// Starts WebKitWebDriver in `environment` and has it open `binary` with `args`.
    ///
    /// # Errors
    /// [`Error::Missing`] without WebKitWebDriver; [`Error::Ended`] or [`Error::TimedOut`] when it does not
    /// come up; [`Error::Session`] when the app does not.
    pub async fn open(
        home: &Home,
        environment: &[(OsString, OsString)],
        binary: &Path,
        args: &[String],
    ) -> Result<Self, Error> {
        let address = free_address()?;
        let mut driver = Process::start(
            WEBKIT_WEB_DRIVER,
            Command::new(WEBKIT_WEB_DRIVER.name)
                .arg(format!("--port={}", address.port()))
                .envs(environment.iter().map(|(name, value)| (name, value)))
                // Without it the app does not answer WebDriver, and the session hangs.
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env_remove("WAYLAND_DISPLAY")
                .stdin(Stdio::null())
                .stdout(home.append_output()?)
                .stderr(home.append_output()?),
        )?;
        until_it_listens(&mut driver, address).await?;
        let client = session(home, &driver, address, binary, args).await?;
        Ok(Self {
            client,
            driver,
            binary: binary.to_owned(),
            opened: Instant::now(),
        })
    }

    /// Runs a script's body in the page and gives what it returns.
    ///
    /// # Errors
    /// [`Error::Command`] when the script throws, [`Error::TimedOut`] when it does not end.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.command("run a script", self.client.execute(script, arguments))
            .await
    }

    /// Runs a script's body in the page and gives what it passes to its last argument, a function.
    ///
    /// # Errors
    /// As [`WebDriver::execute`].
    pub async fn execute_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.command("run a script", self.client.execute_async(script, arguments))
            .await
    }

    /// Presses and releases each key in turn, while `held` are down.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn keys(
        &self,
        held: &[char],
        keys: impl IntoIterator<Item = char>,
    ) -> Result<(), Error> {
        let down = |value| KeyAction::Down { value };
        let up = |value| KeyAction::Up { value };
        let actions = held
            .iter()
            .copied()
            .map(down)
            .chain(keys.into_iter().flat_map(|key| [down(key), up(key)]))
            .chain(held.iter().rev().copied().map(up))
            .fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.command("press keys", self.client.perform_actions(actions))
            .await
    }

    /// Clicks in the middle of the first match, as a mouse or a finger does.
    ///
    /// # Errors
    /// [`Error::Command`], also while the match is not laid out yet, or [`Error::TimedOut`].
    pub async fn click(&self, selector: &str) -> Result<(), Error> {
        let click = async {
            let element = self.client.find(Locator::Css(selector)).await?;
            element.click().await
        };
        self.command("click", click).await
    }

    /// The app's windows, in no order that means anything.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn windows(&self) -> Result<Vec<WindowHandle>, Error> {
        self.command("list the windows", self.client.windows())
            .await
    }

    /// Makes `window` the one that all else is about.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn turn_to(&self, window: WindowHandle) -> Result<(), Error> {
        self.command("turn to a window", self.client.switch_to_window(window))
            .await
    }

    /// Asks for the window's upper left corner to be there, in pixels of the display.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn move_to(&self, left: u32, top: u32) -> Result<(), Error> {
        self.command(
            "move the window",
            self.client.set_window_position(left, top),
        )
        .await
    }

    /// Asks for a window of `width` by `height` pixels.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn set_size(&self, width: u32, height: u32) -> Result<(), Error> {
        self.command(
            "set the window's size",
            self.client.set_window_size(width, height),
        )
        .await
    }

    /// The app's process.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when no process below WebDriver runs the binary.
    pub fn app(&self) -> Result<u32, Error> {
        let binary = self
            .binary
            .canonicalize()
            .map_err(Error::file(&self.binary))?;
        self.below()
            .into_iter()
            .find(|&id| process::executable(id).as_ref() == Some(&binary))
            .ok_or(Error::NotRunning { binary })
    }

    /// The app's process and those it started.
    ///
    /// # Errors
    /// As [`WebDriver::app`].
    pub fn app_processes(&self) -> Result<Vec<u32>, Error> {
        let app = self.app()?;
        let mut processes = process::below(app);
        processes.insert(0, app);
        Ok(processes)
    }

    /// Ends the session and waits for the app to end.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`]; the app is then killed.
    pub async fn close(self) -> Result<(), Error> {
        self.command("close the session", self.client.clone().close())
            .await?;
        let asked = Instant::now();
        while self.driver.has_children() {
            if asked.elapsed() > CLOSE_LIMIT {
                return Err(Error::TimedOut {
                    awaited: "the end of the app".into(),
                    limit: CLOSE_LIMIT,
                });
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    fn below(&self) -> Vec<u32> {
        self.driver.id().map(process::below).unwrap_or_default()
    }

    async fn command<T>(
        &self,
        action: &str,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T, Error> {
        if self.opened.elapsed() > WORK_LIMIT {
            return Err(Error::TimedOut {
                awaited: format!("the end of the test ({action})"),
                limit: WORK_LIMIT,
            });
        }
        timeout(COMMAND_LIMIT, command)
            .await
            .map_err(|_| Error::TimedOut {
                awaited: format!("WebDriver's answer ({action})"),
                limit: COMMAND_LIMIT,
            })?
            .map_err(|source| Error::Command {
                action: action.to_owned(),
                source: Box::new(source),
            })
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        // The app's own children leave WebDriver's care when WebDriver ends: they are taken before.
        drop(self.driver.id().map(Descendants::of));
    }
}

/// A loopback address that nobody listens on now: WebKitWebDriver can't choose one itself and say which.
fn free_address() -> Result<SocketAddr, Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|source| WEBKIT_WEB_DRIVER.not_started(source))
}

async fn until_it_listens(driver: &mut Process, address: SocketAddr) -> Result<(), Error> {
    let started = Instant::now();
    while TcpStream::connect(address).await.is_err() {
        driver.still_runs()?;
        if started.elapsed() > COME_UP {
            return Err(Error::TimedOut {
                awaited: format!("the port of {}", WEBKIT_WEB_DRIVER.name),
                limit: COME_UP,
            });
        }
        sleep(PAUSE).await;
    }
    driver.still_runs()
}

async fn session(
    home: &Home,
    driver: &Process,
    address: SocketAddr,
    binary: &Path,
    args: &[String],
) -> Result<Client, Error> {
    // No browserName: WebKitWebDriver takes the app's name for it, which no test can know.
    let mut capabilities = Map::new();
    capabilities.insert(
        "webkitgtk:browserOptions".into(),
        json!({ "binary": binary, "args": args }),
    );
    let url = format!("http://{address}");
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let opening = builder.capabilities(capabilities).connect(&url);
    tokio::select! {
        opened = opening => opened.map_err(|source| Error::Session {
            binary: binary.to_owned(),
            output: home.last_words(),
            source: Box::new(source),
        }),
        // WebDriver itself goes on waiting for an app that has ended.
        () = until_the_app_ends(driver) => Err(Error::AppEnded {
            binary: binary.to_owned(),
            output: home.last_words(),
        }),
        () = sleep(COME_UP) => Err(Error::Silent {
            binary: binary.to_owned(),
            limit: COME_UP,
            output: home.last_words(),
        }),
    }
}

/// Comes back once WebDriver has had no process below it for [`WITHOUT_APP`].
async fn until_the_app_ends(driver: &Process) {
    let mut last_seen = Instant::now();
    while last_seen.elapsed() < WITHOUT_APP {
        sleep(PAUSE).await;
        if driver.has_children() {
            last_seen = Instant::now();
        }
    }
}
