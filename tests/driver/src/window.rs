//! The app's window as a test sees it: opened, closed, moved, photographed. Keys, what its page holds and waiting for it
//! are in the modules below. It knows no page of the app; `desk` does.

mod keyboard;
mod reading;
mod waiting;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::wd::WindowHandle;
use tokio::time::sleep;

use crate::display::{Area, SCREEN};
use crate::error::Error;
use crate::home::Home;
use crate::keyring::KeyringState;
use crate::process;
use crate::seat::Seat;
use crate::webdriver::WebDriver;

pub use fantoccini::key::Key;

/// A frame that the page has painted reaches the display a little later, on a busy machine not at once.
const TO_THE_DISPLAY: Duration = Duration::from_millis(500);

/// What shows has its place on the screen within this.
const LAID_OUT: Duration = Duration::from_secs(10);

/// What to open, and how.
#[derive(Debug)]
pub struct Options {
    /// The app's executable.
    pub binary: PathBuf,
    /// Its arguments.
    pub args: Vec<String>,
    /// Variables beside those that the driver sets.
    pub env: Vec<(String, String)>,
    /// A home that an earlier run left; a fresh one without.
    pub home: Option<Home>,
    /// The keyring of whoever sits there.
    pub keyring: KeyringState,
    /// How wide and how high the screen is, in pixels.
    pub screen: (u32, u32),
}

impl Options {
    /// Opens `binary` as on its first start: no arguments, an empty home.
    #[must_use]
    pub fn new(binary: impl Into<PathBuf>) -> Self {
        Self {
            binary: binary.into(),
            args: Vec::new(),
            env: Vec::new(),
            home: None,
            keyring: KeyringState::Absent,
            screen: SCREEN,
        }
    }

    /// Opens it where there is a keyring, with what it kept in the same home before.
    #[must_use]
    pub fn with_keyring(mut self, keyring: KeyringState) -> Self {
        self.keyring = keyring;
        self
    }

    /// Opens it on a screen so wide and so high, in pixels.
    #[must_use]
    pub fn on_screen(mut self, width: u32, height: u32) -> Self {
        self.screen = (width, height);
        self
    }

    /// Opens it in the home of an earlier run.
    #[must_use]
    pub fn in_home(mut self, home: Home) -> Self {
        self.home = Some(home);
        self
    }
}

/// The open window, with a display and a session bus of its own. Dropping it kills the app and ends them.
#[derive(Debug)]
pub struct Window {
    // Dropped in this order: the app goes before the display that it draws on.
    webdriver: WebDriver,
    seat: Seat,
}

impl Window {
    /// Opens the app and waits until its page has loaded and its window is in view: nobody can work in it before.
    ///
    /// # Errors
    /// Any of [`Error`]'s that a program, a folder or the app gives when it does not come up.
    pub async fn open(options: Options) -> Result<Self, Error> {
        let Options {
            binary,
            args,
            env,
            home,
            keyring,
            screen,
        } = options;
        let binary = binary.canonicalize().map_err(Error::file(&binary))?;
        let home = home.map_or_else(Home::new, Ok)?;
        let seat = Seat::on_screen(home, keyring, screen, env).await?;
        let webdriver = WebDriver::open(seat.home(), seat.environment(), &binary, &args).await?;
        let window = Self { webdriver, seat };
        window
            .wait_until("a loaded page in view", process::COME_UP, || {
                window.read(
                    "return document.readyState === 'complete' && document.visibilityState === 'visible' && innerWidth > 0",
                    vec![],
                )
            })
            .await?;
        Ok(window)
    }

    /// Clicks in the middle of the first match, once it is laid out.
    ///
    /// # Errors
    /// [`Error::Command`] without a match; [`Error::NotShown`] where it has no place on the screen.
    pub async fn click(&self, selector: &str) -> Result<(), Error> {
        let clicked = || async {
            let clicked = self.webdriver.click(selector).await.map(|()| true);
            clicked.or_else(Error::unless_it_has_no_place)
        };
        self.wait_until(&format!("a place for {selector}"), LAID_OUT, clicked)
            .await
    }

    /// Turns to the window that shows the page of that path, once there is one: all else is about it from
    /// then on.
    ///
    /// # Errors
    /// [`Error::NotShown`] when there is none within `limit`.
    pub async fn turn_to(&self, path: &str, limit: Duration) -> Result<(), Error> {
        let start = Instant::now();
        loop {
            if self.find_page(path).await? {
                return Ok(());
            }
            if start.elapsed() > limit {
                return Err(Error::NotShown {
                    awaited: format!("a window with {path}"),
                    limit,
                    shown: format!("{:?}", self.pages().await?),
                });
            }
            sleep(waiting::LOOK).await;
        }
    }

    /// The paths of the pages that the app's windows show. Which window all else is about is open then.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn pages(&self) -> Result<Vec<String>, Error> {
        let mut pages = Vec::new();
        for window in self.webdriver.windows().await? {
            pages.extend(self.path_in(window).await?);
        }
        Ok(pages)
    }

    async fn find_page(&self, path: &str) -> Result<bool, Error> {
        for window in self.webdriver.windows().await? {
            if self.path_in(window).await?.as_deref() == Some(path) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Turns to a window and tells which page it shows; nothing where it closes meanwhile.
    async fn path_in(&self, window: WindowHandle) -> Result<Option<String>, Error> {
        let path = async {
            self.webdriver.turn_to(window).await?;
            self.read("return location.pathname", vec![]).await
        };
        path.await.map(Some).or_else(Error::unless_the_window_went)
    }

    /// Moves the window so that its upper left corner is there, in pixels of the display.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn move_to(&self, left: u32, top: u32) -> Result<(), Error> {
        self.webdriver.move_to(left, top).await?;
        self.settle().await
    }

    /// Writes what the window shows into a PNG file.
    ///
    /// # Errors
    /// As [`Display::picture`].
    pub async fn screenshot(&self, path: &Path) -> Result<(), Error> {
        self.settle().await?;
        tokio::time::sleep(TO_THE_DISPLAY).await;
        let area: Area = self
            .read(
                // The window bears no frame; what is inside is told in its own, zoomed pixels.
                "return { left: screenX, top: screenY, width: outerWidth, height: outerHeight }",
                vec![],
            )
            .await?;
        self.seat.display().picture(area, path).await
    }

    /// Makes the window `width` by `height` pixels large, as far as the app lets it.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn set_size(&self, width: u32, height: u32) -> Result<(), Error> {
        self.webdriver.set_size(width, height).await?;
        self.settle().await
    }

    /// Where the app runs: its home, display and session bus.
    #[must_use]
    pub fn seat(&self) -> &Seat {
        &self.seat
    }

    /// The home that the app runs in.
    #[must_use]
    pub fn home(&self) -> &Home {
        self.seat.home()
    }

    /// Where the app keeps its data.
    #[must_use]
    pub fn data_dir(&self) -> PathBuf {
        self.home().data_dir()
    }

    /// The app's process id.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when it has ended.
    pub fn app_pid(&self) -> Result<u32, Error> {
        self.webdriver.app()
    }

    /// The command lines of the app and of every process it started, as any user of the machine can read them.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when the app has ended.
    pub fn command_lines(&self) -> Result<Vec<Vec<String>>, Error> {
        let processes = self.webdriver.app_processes()?;
        Ok(processes
            .into_iter()
            .filter_map(process::command_line)
            .collect())
    }

    /// The variables that the app and every process it started were given, as they stand in memory.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when the app has ended.
    pub fn environments(&self) -> Result<Vec<Vec<u8>>, Error> {
        let processes = self.webdriver.app_processes()?;
        Ok(processes
            .into_iter()
            .filter_map(process::environment)
            .collect())
    }

    /// The app's process and those it started.
    pub(crate) fn processes(&self) -> Result<Vec<u32>, Error> {
        self.webdriver.app_processes()
    }

    /// Closes the app in order and leaves its home.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`]; the app is then killed, and the home is gone.
    pub async fn close(self) -> Result<Home, Error> {
        let Self { webdriver, seat } = self;
        webdriver.close().await?;
        Ok(seat.into_home())
    }

    /// Kills the app as a power cut would (SIGKILL) and leaves its home.
    #[must_use]
    pub fn kill(self) -> Home {
        let Self { webdriver, seat } = self;
        drop(webdriver);
        seat.into_home()
    }
}
