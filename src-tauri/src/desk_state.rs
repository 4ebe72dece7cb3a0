//! What the commands find behind them: a desk that is open, one that is being opened, or the reason why
//! there is none. A desk is opened anew while the app runs whenever its settings or secrets change; what
//! was asked of the old one by then is finished on it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use countersign_core::admin_lock::AdminLock;
use countersign_core::settings::{
    AdminSettings, AppearanceSettings, HandingOver, Mode, Settings, Theme,
};
use countersign_core::sinch::place::Place;
use countersign_core::supervisor::Supervisor;
use countersign_core::time::SystemClock;
use countersign_core::vault::{Vault, VaultFault};
use serde_json::Value;
use thiserror::Error;
use tokio::sync::{Mutex, watch};
use tokio::task::JoinError;
use tokio::time::{Instant, timeout_at};

use crate::fault::{Fault, cause};
use crate::live::{Live, LiveError, store_file};
use crate::open_desk::OpenDesk;
use crate::roll_out;
use crate::settings_file::SettingsFault;
use crate::settings_in_force::{InForce, NoSettings, NotSaved, SettingsInForce};
use crate::training::{Training, TrainingError};

mod changes;

/// The window waits no longer than this for a desk, counted from when its opening began: then it says
/// what it is waiting for.
const PATIENCE: Duration = Duration::from_millis(500);

/// Why there is no desk.
#[derive(Debug, Error)]
pub(crate) enum NoDesk {
    /// Its settings can't be had.
    #[error(transparent)]
    Settings(#[from] NoSettings),
    /// Training mode can't be opened.
    #[error(transparent)]
    Training(#[from] TrainingError),
    /// The desk can't work.
    #[error(transparent)]
    Live(#[from] LiveError),
}

/// The one state that Tauri manages for us.
#[derive(Clone)]
pub(crate) struct DeskState(Arc<Shared>);

/// What a state is made of.
pub(crate) struct Setup {
    /// The settings.
    pub(crate) settings: SettingsInForce,
    /// The app's folder of data; nothing where nothing is to be at rest.
    pub(crate) folder: Option<PathBuf>,
    /// Where a desk at work finds Sinch.
    pub(crate) place: Place,
    /// The secrets.
    pub(crate) vault: Vault,
}

struct Shared {
    setup: Setup,
    lock: AdminLock,
    supervisor: Supervisor,
    standing: watch::Sender<Standing>,
    /// Desks are opened one at a time.
    turn: Mutex<()>,
}

/// How it stands with the desk.
struct Standing {
    desk: Opening,
    /// How many openings have come to an end.
    openings: u32,
    /// What the newest opening went by.
    settings: Option<InForce>,
}

enum Opening {
    /// A desk is being opened. What is at work meanwhile is what was open before.
    UnderWay {
        since: Instant,
        before: Option<Arc<OpenDesk>>,
    },
    Open(Arc<OpenDesk>),
    None(NoDesk),
}

/// A desk that is open, and which opening it came of.
pub(crate) struct Opened {
    pub(crate) desk: Arc<OpenDesk>,
    pub(crate) appearance: AppearanceSettings,
    pub(crate) handing_over: HandingOver,
    pub(crate) opening: u32,
}

impl DeskState {
    /// A state whose desk is yet to be opened.
    pub(crate) fn new(setup: Setup) -> Self {
        let standing = Standing {
            desk: Opening::UnderWay {
                since: Instant::now(),
                before: None,
            },
            openings: 0,
            settings: None,
        };
        Self(Arc::new(Shared {
            lock: AdminLock::new(setup.vault.clone(), Arc::new(SystemClock)),
            supervisor: Supervisor::new(setup.vault.clone(), Arc::new(SystemClock)),
            setup,
            standing: watch::Sender::new(standing),
            turn: Mutex::default(),
        }))
    }

    /// Opens the first desk. One in training is open when this returns; one at work is opened beside,
    /// since the keyring may keep it waiting.
    pub(crate) async fn open_first(&self) {
        match self.0.setup.settings.read() {
            Ok(settings) if settings.effective.mode == Mode::Live => self.open_anew(),
            settings => self.open(settings).await,
        }
    }

    /// Opens a desk by what settings and vault say now. What was open until then is at work meanwhile.
    pub(crate) fn open_anew(&self) {
        self.begin();
        let state = self.clone();
        tauri::async_runtime::spawn(async move {
            let _turn = state.0.turn.lock().await;
            state.begin();
            let settings = state.settings().await;
            state.open(settings).await;
        });
    }

    /// Where there is no desk, tries once more to open one. A keyring that is locked asks its owner to
    /// unlock it: somebody sits there and asked for that.
    pub(crate) async fn try_again(&self) {
        let reason = match &self.0.standing.borrow().desk {
            Opening::UnderWay { .. } | Opening::Open(_) => return,
            Opening::None(NoDesk::Live(LiveError::Vault(fault))) => Some(*fault),
            Opening::None(_) => None,
        };
        if reason == Some(VaultFault::Locked) {
            // Whatever comes of it, opening the desk tells.
            let _ = self.0.setup.vault.unlock().await;
        }
        self.open_anew();
    }

    fn begin(&self) {
        self.0.standing.send_modify(|standing| {
            let before = standing.at_work().cloned();
            let since = Instant::now();
            standing.desk = Opening::UnderWay { since, before };
        });
    }

    /// The settings as they are now.
    pub(crate) async fn settings(&self) -> Result<InForce, NoSettings> {
        let state = self.clone();
        let reading = tokio::task::spawn_blocking(move || state.0.setup.settings.read());
        reading.await.map_err(interrupted)?
    }

    /// What the desk goes by.
    pub(crate) async fn effective(&self) -> Result<Settings, NoSettings> {
        Ok(self.settings().await?.effective)
    }

    /// Saves what a page was filled in with, and opens the desk anew where it goes by something else now.
    pub(crate) async fn save(&self, typed: Value) -> Result<(), NotSaved> {
        let state = self.clone();
        let saving = tokio::task::spawn_blocking(move || state.0.setup.settings.save(typed));
        saving.await.map_err(interrupted)??;
        let now = self.settings().await?;
        let goes_by_them = self.0.standing.borrow().goes_by(&now);
        if !goes_by_them {
            self.open_anew();
        }
        Ok(())
    }

    /// Begins with first settings where there are none that can be used, and opens a desk by them.
    pub(crate) async fn begin_with_new_settings(&self) -> Result<(), NoSettings> {
        let state = self.clone();
        let beginning = tokio::task::spawn_blocking(move || state.0.setup.settings.begin_anew());
        beginning.await.map_err(interrupted)??;
        self.open_anew();
        Ok(())
    }

    /// Writes down that a passcode guards the pages from now on.
    pub(crate) async fn save_passcode_set(&self) -> Result<(), NoSettings> {
        let state = self.clone();
        let saving =
            tokio::task::spawn_blocking(move || state.0.setup.settings.save_passcode_set());
        Ok(saving.await.map_err(interrupted)??)
    }

    /// A secret of the set has changed: a desk at work needs it.
    pub(crate) fn secrets_changed(&self, settings: &Settings) {
        match settings.mode {
            Mode::Training => {}
            Mode::Live => self.open_anew(),
        }
    }

    async fn open(&self, settings: Result<InForce, NoSettings>) {
        if let Some(folder) = self.folder() {
            let tidying = roll_out::tidy(folder.to_owned(), self.vault().clone());
            tauri::async_runtime::spawn(tidying);
        }
        let (settings, opened) = match settings {
            Ok(settings) => {
                let opened = self.desk_by(&settings.effective).await;
                (Some(settings), opened)
            }
            Err(fault) => (None, Err(fault.into())),
        };
        if let Err(error) = &opened {
            let cause = cause(error);
            tracing::error!(%error, cause, "the desk could not be opened");
        }
        self.0.standing.send_modify(|standing| {
            standing.openings += 1;
            standing.settings = settings;
            standing.desk = match opened {
                Ok(desk) => Opening::Open(Arc::new(desk)),
                Err(reason) => Opening::None(reason),
            };
        });
        self.retire_old_key();
    }

    /// Forgets a site key whose time is over, beside all else.
    fn retire_old_key(&self) {
        let standing = self.0.standing.borrow();
        let (Some(desk), Some(settings)) = (standing.at_work(), &standing.settings) else {
            return;
        };
        match settings.effective.mode {
            Mode::Training => {}
            Mode::Live => {
                let settings = settings.effective.clone();
                let retiring = roll_out::retire(Arc::clone(desk), settings, self.vault().clone());
                tauri::async_runtime::spawn(retiring);
            }
        }
    }

    async fn desk_by(&self, settings: &Settings) -> Result<OpenDesk, NoDesk> {
        let Setup {
            folder,
            place,
            vault,
            ..
        } = &self.0.setup;
        let settings = settings.clone().validated();
        let settings =
            &settings.map_err(|error| NoSettings::Own(SettingsFault::Unusable(error)))?;
        match settings.mode {
            Mode::Training => {
                // A training that is begun again while the one before ends leaves its file alone.
                let is_first = self.0.standing.borrow().openings == 0;
                let folder = folder.as_deref().filter(|_| is_first);
                Ok(OpenDesk::Training(Training::open(settings, folder).await?))
            }
            Mode::Live => {
                let live = Live::open(settings, vault, *place, folder.as_deref()).await?;
                Ok(OpenDesk::Live(live))
            }
        }
    }

    /// The desk that is at work. Without one every command fails with the reason: nothing is sent,
    /// nothing verified.
    pub(crate) fn open_desk(&self) -> Result<Arc<OpenDesk>, Fault> {
        let standing = self.0.standing.borrow();
        standing.at_work().cloned().ok_or_else(|| standing.fault())
    }

    /// The desk, once it is open, for a window that begins. Waits for no longer than somebody who sits
    /// before it would.
    pub(crate) async fn opened(&self) -> Result<Opened, Fault> {
        let mut standing = self.0.standing.subscribe();
        let latest = standing.borrow().latest();
        let over = |standing: &Standing| standing.is_over();
        // Whether or not it came in time: how it stands now is the answer.
        let _ = timeout_at(latest, standing.wait_for(over)).await;
        let standing = standing.borrow();
        match &standing.desk {
            Opening::Open(desk) => Ok(Opened {
                desk: Arc::clone(desk),
                appearance: standing.appearance(),
                handing_over: standing.handing_over(),
                opening: standing.openings,
            }),
            Opening::UnderWay { .. } | Opening::None(_) => Err(standing.fault()),
        }
    }

    /// Whether customers may type codes themselves at the desk that is at work.
    pub(crate) fn handing_over(&self) -> HandingOver {
        self.0.standing.borrow().handing_over()
    }

    /// Whether staff are to hear of newer versions. Nobody is while nothing is known of the settings.
    pub(crate) fn tells_of_updates(&self) -> bool {
        let standing = self.0.standing.borrow();
        let settings = standing.settings.as_ref();
        settings.is_some_and(|settings| settings.effective.updates.notice)
    }

    /// Light or dark, as the desk that is at work has it.
    pub(crate) fn theme(&self) -> Theme {
        self.0.standing.borrow().appearance().theme
    }

    /// How many openings have come to an end.
    pub(crate) fn openings(&self) -> u32 {
        self.0.standing.borrow().openings
    }

    /// Waits until another desk has taken the place of the one that came of `opening`, or none has.
    /// Answers which opening that was.
    pub(crate) async fn reopened(&self, opening: u32) -> u32 {
        let mut standing = self.0.standing.subscribe();
        let newer = |standing: &Standing| standing.is_over() && standing.openings > opening;
        let changed = standing.wait_for(newer).await;
        // The state lives as long as the app.
        changed.map_or(opening, |standing| standing.openings)
    }

    /// Waits until `desk` is no longer the one at work.
    pub(crate) async fn replaced(&self, desk: &Arc<OpenDesk>) {
        let mut standing = self.0.standing.subscribe();
        let is_another =
            |standing: &Standing| standing.at_work().is_none_or(|now| !Arc::ptr_eq(now, desk));
        let _ = standing.wait_for(is_another).await;
    }

    /// Where a desk at work finds Sinch.
    pub(crate) fn place(&self) -> Place {
        self.0.setup.place
    }

    /// The file of an embedded store at work; nothing where nothing is to be at rest.
    pub(crate) fn store_file(&self) -> Option<PathBuf> {
        self.0.setup.folder.as_deref().map(store_file)
    }

    /// The secrets.
    pub(crate) fn vault(&self) -> &Vault {
        &self.0.setup.vault
    }

    /// The app's folder of data; nothing where nothing is to be at rest.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.0.setup.folder.as_deref()
    }

    /// The guard before the admin's pages.
    pub(crate) fn lock(&self) -> &AdminLock {
        &self.0.lock
    }

    /// Who is asked for leave.
    pub(crate) fn supervisor(&self) -> &Supervisor {
        &self.0.supervisor
    }

    /// Whether whoever sits at the window is let in to the admin's pages, and from now on again for as
    /// long as they are used. First in every command of theirs.
    pub(crate) fn admin(&self) -> Result<(), Fault> {
        Ok(self.0.lock.require()?)
    }
}

impl Standing {
    fn at_work(&self) -> Option<&Arc<OpenDesk>> {
        match &self.desk {
            Opening::UnderWay { before, .. } => before.as_ref(),
            Opening::Open(desk) => Some(desk),
            Opening::None(_) => None,
        }
    }

    fn is_over(&self) -> bool {
        match self.desk {
            Opening::UnderWay { .. } => false,
            Opening::Open(_) | Opening::None(_) => true,
        }
    }

    /// When to stop waiting.
    fn latest(&self) -> Instant {
        match self.desk {
            Opening::UnderWay { since, .. } => since + PATIENCE,
            Opening::Open(_) | Opening::None(_) => Instant::now(),
        }
    }

    /// Whether the newest opening went by these settings, wherever each of them came from.
    fn goes_by(&self, settings: &InForce) -> bool {
        let newest = self.settings.as_ref();
        newest.is_some_and(|newest| {
            of_the_desk(&newest.effective) == of_the_desk(&settings.effective)
        })
    }

    fn appearance(&self) -> AppearanceSettings {
        let settings = self.settings.as_ref();
        settings.map_or_else(Default::default, |settings| settings.effective.appearance)
    }

    fn handing_over(&self) -> HandingOver {
        let settings = self.settings.as_ref();
        settings.map_or(HandingOver::Off, |settings| {
            settings.effective.desk.customer_view
        })
    }

    /// Why there is no desk to ask.
    fn fault(&self) -> Fault {
        match &self.desk {
            Opening::UnderWay { .. } | Opening::Open(_) => Fault::waiting(),
            Opening::None(reason) => reason.into(),
        }
    }
}

/// Settings without those of the admin's pages, which no desk goes by.
fn of_the_desk(settings: &Settings) -> Settings {
    let mut settings = settings.clone();
    settings.admin = AdminSettings::default();
    settings
}

fn interrupted(error: JoinError) -> SettingsFault {
    SettingsFault::Unreadable(error.into())
}
