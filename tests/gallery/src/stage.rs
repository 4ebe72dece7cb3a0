//! What there is when a tour's window opens: its home, and beside it perhaps a store that it shares with another desk,
//! or a Sinch in which texts fail.

use std::path::{Path, PathBuf};
use std::time::Duration;

use countersign_driver::{Desk, Home, KeyringState, Options, View, Window};
use countersign_sandbox::Sandbox;
use countersign_servers::{LossyLine, Server};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::at_work;
use crate::error::Error;
use crate::language::Language;

/// What a tour begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A training desk with a store of its own.
    Training,
    /// The same, where Sinch's lookup warns of what a number is, and two references for one number are many.
    Advised,
    /// The same, where a supervisor may accept a customer, and decides about internet phones.
    Supervised,
    /// The same, with room on the screen for the customer's window beside the staff's.
    TwoWindows,
    /// Two training desks on one Redis. The tour's own is reached over a line that can lose answers.
    SharedStore,
    /// A desk at work, whose texts to the first five training numbers fail.
    FailingTexts,
    /// A file of settings that can't be used.
    DamagedSettings,
    /// A desk at work whose keyring does not answer.
    SilentKeyring,
}

/// A desk's name, as pictures show it.
const HERE: &str = "Reception 2";
const ELSEWHERE: &str = "Reception 1";

/// The passcode that tours type where a supervisor is asked for theirs.
pub(crate) const SUPERVISORS: &str = "harbour 7741";

/// The staff's window and the customer's, side by side, with some room above.
const TWO_WINDOWS: (u32, u32) = (2640, 1000);

/// A program that only hands a link on ends within this.
const HANDED_ON: Duration = Duration::from_secs(20);

/// The window of a tour and what stands beside it. All of it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Set {
    pub(crate) window: Window,
    pub(crate) language: Language,
    pub(crate) site: Option<Site>,
    binary: PathBuf,
    _sinch: Option<Sandbox>,
}

/// The rest of a site: its store, the line to it, and its other desk.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) store: Server,
    pub(crate) line: LossyLine,
    pub(crate) other: Window,
}

impl Stage {
    /// Opens the window, and what belongs beside it, on a computer that speaks `language`.
    pub(crate) async fn set(self, binary: &Path, language: Language) -> Result<Set, Error> {
        let opening = Opening { binary, language };
        match self {
            Self::Training => opening.desk(&training(&json!({}))).await,
            Self::Advised => opening.desk(&training(&advised())).await,
            Self::Supervised => {
                let options = opening.options(&training(&supervised()))?;
                let options = options.with_keyring(KeyringState::Unlocked);
                let set = opening.with_desk(Window::open(options).await?).await?;
                at_work::set_supervisors_passcode(&set.window, SUPERVISORS).await?;
                Ok(set)
            }
            Self::TwoWindows => {
                let (width, height) = TWO_WINDOWS;
                let options = opening.options(&training(&json!({})))?;
                let window = Window::open(options.on_screen(width, height)).await?;
                opening.with_desk(window).await
            }
            Self::SharedStore => opening.shared().await,
            Self::FailingTexts => {
                let sinch = at_work::failing_sandbox().await?;
                let mut options = opening.options(&at_work::settings(HERE))?;
                options.env.push(at_work::variable(&sinch));
                let window = Window::open(options).await?;
                at_work::enter_secrets(&window).await?;
                let set = opening.with_desk(window).await?;
                Ok(Set {
                    _sinch: Some(sinch),
                    ..set
                })
            }
            Self::DamagedSettings => {
                let store = json!({ "store": { "kind": "elsewhere" } });
                let options = opening.options(&training(&store))?;
                Ok(opening.alone(Window::open(options).await?))
            }
            Self::SilentKeyring => {
                let options = opening.options(&at_work::settings(HERE))?;
                let options = options.with_keyring(KeyringState::Unanswering);
                Ok(opening.alone(Window::open(options).await?))
            }
        }
    }
}

/// What every window of a walk is opened with.
struct Opening<'walk> {
    binary: &'walk Path,
    language: Language,
}

impl Opening<'_> {
    fn options(&self, settings: &str) -> Result<Options, Error> {
        let home = Home::new()?;
        home.write_settings(settings)?;
        let mut options = Options::new(self.binary).in_home(home);
        // The computer's language: even a desk that can't read its settings knows it.
        let language = ("LANGUAGE".to_owned(), self.language.to_string());
        options.env.push(language);
        Ok(options)
    }

    async fn desk(&self, settings: &str) -> Result<Set, Error> {
        let window = Window::open(self.options(settings)?).await?;
        self.with_desk(window).await
    }

    async fn with_desk(&self, window: Window) -> Result<Set, Error> {
        Desk::new(&window).wait_for_view(View::Request).await?;
        Ok(self.alone(window))
    }

    fn alone(&self, window: Window) -> Set {
        Set {
            window,
            language: self.language,
            site: None,
            binary: self.binary.to_owned(),
            _sinch: None,
        }
    }

    async fn shared(&self) -> Result<Set, Error> {
        let store = Server::start(&countersign_servers::Options::default())?;
        let line = LossyLine::to(store.port()).map_err(Error::file("a line to the store"))?;
        let mut set = self.desk(&settings_on(1, HERE, &line.url())).await?;
        let other = self.desk(&settings_on(2, ELSEWHERE, &store.url())).await?;
        set.site = Some(Site {
            store,
            line,
            other: other.window,
        });
        Ok(set)
    }
}

impl Set {
    /// Opens a link as a browser does: by the program, which is there already.
    pub(crate) async fn follow(&self, link: &str) -> Result<(), Error> {
        let mut command = self.window.seat().command(&self.binary);
        let handing_on = command.arg(link).kill_on_drop(true).status();
        let ended = timeout(HANDED_ON, handing_on).await;
        match ended {
            Ok(Ok(status)) if status.success() => Ok(()),
            Ok(Err(source)) => Err(Error::file(&self.binary)(source)),
            Ok(Ok(_)) | Err(_) => Err(Error::NotHere("window that takes links")),
        }
    }
}

/// The settings of a training desk whose store is the Redis at this address.
#[must_use]
pub fn settings_on(id: u8, name: &str, url: &str) -> String {
    let place = json!({ "single": { "url": url } });
    let store = json!({ "kind": "redis", "site": "harbour-clinic", "place": place });
    let desk = json!({ "id": format!("{id:032x}"), "name": name });
    training(&json!({ "desk": desk, "store": store }))
}

/// A training desk's settings, with `changes`.
fn training(changes: &Value) -> String {
    let mut settings = json!({
        "version": 2,
        "desk": { "id": format!("{:032x}", 1), "name": HERE },
        "organisation": { "name": "Harbour Clinic", "home": "SE" },
        "store": { "kind": "embedded" },
    });
    if let (Some(all), Some(changes)) = (settings.as_object_mut(), changes.as_object()) {
        all.extend(changes.clone());
    }
    settings.to_string()
}

fn advised() -> Value {
    let lookup = json!({ "lineType": "warn", "simSwap": { "measure": "refuse" } });
    json!({ "rules": { "manyReferences": 2, "numberLookup": lookup } })
}

fn supervised() -> Value {
    json!({ "rules": { "override": "supervisor", "numberLookup": { "lineType": "supervisor" } } })
}
