//! The app's window as a test sees it: press keys, read what is shown, wait for a change, take a picture.
//! It knows no page of the app; `desk` does.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::display::Area;
use crate::error::Error;
use crate::home::Home;
use crate::keyring::KeyringState;
use crate::process;
use crate::seat::Seat;
use crate::webdriver::WebDriver;

pub use fantoccini::key::Key;

/// A frame that the page has painted reaches the display a little later, on a busy machine not at once.
const TO_THE_DISPLAY: Duration = Duration::from_millis(500);

/// How often the page is looked at while waiting.
const LOOK: Duration = Duration::from_millis(40);

/// More elements than a page of ours lets Tab stop at.
const MOST_STOPS: usize = 60;

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
        }
    }

    /// Opens it where there is a keyring, with what it kept in the same home before.
    #[must_use]
    pub fn with_keyring(mut self, keyring: KeyringState) -> Self {
        self.keyring = keyring;
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
    /// Opens the app and waits until its page has loaded.
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
        } = options;
        let binary = binary.canonicalize().map_err(Error::file(&binary))?;
        let home = home.map_or_else(Home::new, Ok)?;
        let seat = Seat::start_with(home, keyring, env).await?;
        let webdriver = WebDriver::open(seat.home(), seat.environment(), &binary, &args).await?;
        let window = Self { webdriver, seat };
        window
            .wait_until("a loaded page", Duration::from_secs(30), || {
                window.read("return document.readyState === 'complete'", vec![])
            })
            .await?;
        Ok(window)
    }

    /// Presses one key on whatever has the focus.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn press(&self, key: Key) -> Result<(), Error> {
        self.webdriver.keys(&[], [char::from(key)]).await
    }

    /// Presses `key` while `held` are down, as in Ctrl+R or Shift+Tab.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn press_with(&self, held: &[Key], key: impl Into<char>) -> Result<(), Error> {
        let held: Vec<char> = held.iter().copied().map(char::from).collect();
        self.webdriver.keys(&held, [key.into()]).await
    }

    /// Presses one key twice as fast as a keyboard can, as a hand that slips or a key that sticks.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn press_twice(&self, key: Key) -> Result<(), Error> {
        self.webdriver.keys(&[], [char::from(key); 2]).await
    }

    /// Goes to an element as somebody without a mouse does: by Tab, until it has the focus.
    ///
    /// # Errors
    /// [`Error::NotShown`] when Tab does not lead to it.
    pub async fn tab_to(&self, selector: &str) -> Result<(), Error> {
        let start = Instant::now();
        for _ in 0..MOST_STOPS {
            if self.is_focused(selector).await? {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        Err(Error::NotShown {
            awaited: format!("{selector} at the end of {MOST_STOPS} Tabs"),
            limit: start.elapsed(),
            shown: self.shown().await?,
        })
    }

    /// Goes to a button by Tab and presses Enter.
    ///
    /// # Errors
    /// As [`Window::tab_to`].
    pub async fn activate(&self, selector: &str) -> Result<(), Error> {
        self.tab_to(selector).await?;
        self.press(Key::Enter).await
    }

    /// Types on the keyboard, one key after the other, into whatever has the focus.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn type_text(&self, text: &str) -> Result<(), Error> {
        self.webdriver.keys(&[], text.chars()).await
    }

    /// Enters text at once into whatever has the focus, as a paste does: for what a keyboard has no keys for.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn insert_text(&self, text: &str) -> Result<(), Error> {
        self.execute(
            "document.execCommand('insertText', false, arguments[0])",
            vec![json!(text)],
        )
        .await?;
        Ok(())
    }

    /// Whether an element matches the CSS selector and shows.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn find(&self, selector: &str) -> Result<bool, Error> {
        self.read(
            "const element = document.querySelector(arguments[0]);
             return element !== null && element.checkVisibility({ visibilityProperty: true });",
            vec![json!(selector)],
        )
        .await
    }

    /// How many elements match, shown or not.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::TimedOut`].
    pub async fn count(&self, selector: &str) -> Result<usize, Error> {
        self.read(
            "return document.querySelectorAll(arguments[0]).length",
            vec![json!(selector)],
        )
        .await
    }

    /// The text that the first match shows, as laid out.
    ///
    /// # Errors
    /// [`Error::NoElement`] without a match; [`Error::Command`] or [`Error::TimedOut`].
    pub async fn text(&self, selector: &str) -> Result<String, Error> {
        self.of_element(selector, "element.innerText.trim()", Value::Null)
            .await
    }

    /// What a field holds.
    ///
    /// # Errors
    /// As [`Window::text`].
    pub async fn value(&self, selector: &str) -> Result<String, Error> {
        self.of_element(selector, "element.value", Value::Null)
            .await
    }

    /// An attribute of the first match, if it has it.
    ///
    /// # Errors
    /// As [`Window::text`].
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>, Error> {
        self.of_element(selector, "element.getAttribute(arguments[1])", json!(name))
            .await
    }

    /// Whether the first match has the focus.
    ///
    /// # Errors
    /// As [`Window::text`].
    pub async fn has_focus(&self, selector: &str) -> Result<bool, Error> {
        self.of_element(selector, "element === document.activeElement", Value::Null)
            .await
    }

    /// Waits until an element matches and shows.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not within `limit`.
    pub async fn wait_for(&self, selector: &str, limit: Duration) -> Result<(), Error> {
        self.wait_until(selector, limit, || self.find(selector))
            .await
    }

    /// Waits until the first match shows `text` somewhere in its own.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not within `limit`.
    pub async fn wait_for_text(
        &self,
        selector: &str,
        text: &str,
        limit: Duration,
    ) -> Result<(), Error> {
        self.wait_until(&format!("“{text}” in {selector}"), limit, || {
            self.read(
                "return document.querySelector(arguments[0])?.innerText.includes(arguments[1]) ?? false",
                vec![json!(selector), json!(text)],
            )
        })
        .await
    }

    /// Waits until the first match has the focus.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it has not within `limit`.
    pub async fn wait_for_focus(&self, selector: &str, limit: Duration) -> Result<(), Error> {
        self.wait_until(&format!("the focus on {selector}"), limit, || {
            self.is_focused(selector)
        })
        .await
    }

    /// Runs a script's body in the page, with `arguments`, and gives what it returns.
    ///
    /// # Errors
    /// [`Error::Command`] when the script throws, [`Error::TimedOut`] when it does not end.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.webdriver.execute(script, arguments).await
    }

    /// Runs a script's body in the page and gives what it passes to its last argument, a function.
    ///
    /// # Errors
    /// As [`Window::execute`].
    pub async fn execute_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        self.webdriver.execute_async(script, arguments).await
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
                "return { left: screenX, top: screenY, width: innerWidth, height: innerHeight }",
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

    /// Waits until the page's last change is on the display.
    async fn settle(&self) -> Result<(), Error> {
        // The first frame after a change may still be on its way; at the second it has been drawn.
        self.execute_async(
            "const done = arguments[arguments.length - 1];
             requestAnimationFrame(() => requestAnimationFrame(() => done(null)));",
            vec![],
        )
        .await?;
        Ok(())
    }

    /// Looks again and again until `condition` holds; `awaited` says in an error what that would be.
    ///
    /// # Errors
    /// [`Error::NotShown`] when it does not within `limit`, or what `condition` fails with.
    pub async fn wait_until<F>(
        &self,
        awaited: &str,
        limit: Duration,
        condition: impl Fn() -> F,
    ) -> Result<(), Error>
    where
        F: Future<Output = Result<bool, Error>>,
    {
        let start = Instant::now();
        while !condition().await.or_else(Error::unless_the_page_went)? {
            if start.elapsed() > limit {
                return Err(Error::NotShown {
                    awaited: awaited.to_owned(),
                    limit,
                    shown: self.shown().await?,
                });
            }
            sleep(LOOK).await;
        }
        Ok(())
    }

    /// Runs a script and reads its answer as a `T`.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T, Error> {
        Ok(serde_json::from_value(
            self.execute(script, arguments).await?,
        )?)
    }

    /// An expression over `element`, the first match.
    async fn of_element<T: DeserializeOwned>(
        &self,
        selector: &str,
        expression: &str,
        argument: Value,
    ) -> Result<T, Error> {
        let script = format!(
            "const element = document.querySelector(arguments[0]);
             return element === null ? [] : [{expression}];"
        );
        let mut found: Vec<T> = self.read(&script, vec![json!(selector), argument]).await?;
        found.pop().ok_or_else(|| Error::NoElement {
            selector: selector.to_owned(),
        })
    }

    /// Whether what has the focus matches; unlike [`Window::has_focus`], any match will do.
    async fn is_focused(&self, selector: &str) -> Result<bool, Error> {
        self.read(
            "return document.activeElement?.matches(arguments[0]) ?? false",
            vec![json!(selector)],
        )
        .await
    }

    /// The view and the alerts that the page shows, for a message.
    async fn shown(&self) -> Result<String, Error> {
        self.read(
            "const alerts = [...document.querySelectorAll('[role=alert]')].map((alert) => alert.innerText.trim());
             return [`view “${document.body.dataset.view}”`, ...alerts.filter(Boolean)].join(', ');",
            vec![],
        )
        .await
    }
}
