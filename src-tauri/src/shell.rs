//! Puts the app together: plugins, commands, the desk behind them, the window. Generic over Tauri's
//! runtime, so that tests build the very same app.

use std::time::Duration;

use countersign_core::sinch::place::Place;
use countersign_core::vault::Vault;
use tauri::plugin::TauriPlugin;
use tauri::webview::PageLoadEvent;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime, WindowEvent};
use tauri_plugin_deep_link::DeepLinkExt as _;
use tauri_plugin_log::{RotationStrategy, Target, TargetKind};
use thiserror::Error;

use crate::choices::KeptChoices;
use crate::commands;
use crate::customer_seat::CustomerSeat;
use crate::customer_window;
use crate::desk_state::{DeskState, Setup};
use crate::link_argument::{self, StartLink};
use crate::links::Links;
use crate::machine_policy;
use crate::settings_in_force::SettingsInForce;
use crate::updates::{self, Source, Updates};
use crate::web_engine;
use crate::window_place;

/// The name of the staff's window, as `tauri.conf.json` has it.
pub(crate) const STAFF_WINDOW: &str = "main";

/// If the first paint has not been reported by then, the window is shown all the same.
const LATEST_SHOW: Duration = Duration::from_secs(3);

/// Why the program ended badly.
#[derive(Debug, Error)]
pub enum Failure {
    /// The window system or Tauri would not start.
    #[error("the window could not be opened: {0}")]
    Window(#[from] tauri::Error),
    /// Linux without a desktop session.
    #[error(
        "there is no display to open a window on: start it in a desktop session, or under Xvfb as \
         in: xvfb-run countersign"
    )]
    NoDisplay,
    /// The smoke test did not reach its verdict.
    #[error("smoke test failed: {0}")]
    SmokeTest(String),
}

/// What a run of the app is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// A desk: one on a machine, with a log, a data folder and the computer's keyring. At work it finds
    /// Sinch at this place.
    Desk(Place),
    /// A rehearsal beside it: no log, no keyring, nothing at rest.
    Rehearsal,
}

/// What `tauri.conf.json`, the permissions and `ui/` were when the program was built.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Opens the desk's window and stays until it is closed. At work, the desk finds Sinch at `place`. A `link`
/// waits in the window to be filled in; where a window is open already, it waits there, and this start ends.
///
/// # Errors
/// [`Failure::Window`] when the window can't be opened.
pub(crate) fn run(place: Place, link: Option<&StartLink>) -> Result<(), Failure> {
    let builder = Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
            raise(app);
            receive(app, arguments.iter().skip(1));
        }))
        .plugin(link_argument::out_of_sight(link))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(window_place::watch())
        .plugin(log());
    let app = build(builder, context(), Purpose::Desk(place))?;
    receive(app.handle(), link);
    receive_from_system(app.handle());
    app.run_return(|app, event| {
        if matches!(event, RunEvent::Ready) {
            window_place::restore(app);
            window_place::write_down(app);
        }
    });
    Ok(())
}

/// Takes the links in that are among `arguments`.
fn receive<R: Runtime>(app: &AppHandle<R>, arguments: impl IntoIterator<Item = impl AsRef<str>>) {
    let links = app.state::<Links>();
    for argument in arguments {
        links.receive(argument.as_ref());
    }
}

/// On macOS links come from the system, while the app runs. Elsewhere they are arguments of a start and are
/// read as they were written: the plugin would tidy up what a hostile one hides.
fn receive_from_system<R: Runtime>(app: &AppHandle<R>) {
    if !cfg!(target_os = "macos") {
        return;
    }
    let receiver = app.clone();
    app.deep_link().on_open_url(move |event| {
        raise(&receiver);
        receive(&receiver, event.urls());
    });
}

/// Whether a window can be opened at all. Without this, the window system would end the program with
/// words of its own.
///
/// # Errors
/// [`Failure::NoDisplay`] on Linux outside of a desktop session.
pub(crate) fn require_display() -> Result<(), Failure> {
    let named = |variable| std::env::var_os(variable).is_some_and(|name| !name.is_empty());
    if cfg!(target_os = "linux") && !named("DISPLAY") && !named("WAYLAND_DISPLAY") {
        return Err(Failure::NoDisplay);
    }
    Ok(())
}

/// Builds the app with all commands and a desk behind them.
///
/// # Errors
/// What Tauri says when a plugin or the window fails.
pub fn build<R: Runtime>(
    builder: Builder<R>,
    context: Context<R>,
    purpose: Purpose,
) -> tauri::Result<App<R>> {
    let app = builder
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(web_engine::on_the_processor())
        .invoke_handler(commands::handler())
        .on_page_load(|webview, load| {
            if webview.label() == STAFF_WINDOW && load.event() == PageLoadEvent::Started {
                forget_customer(webview.app_handle());
            }
        })
        .on_window_event(|window, event| {
            if let WindowEvent::Destroyed = event {
                close_with(window.app_handle(), window.label());
            }
        })
        .build(context)?;
    app.manage(CustomerSeat::new());
    app.manage(choices(app.handle(), purpose)?);
    app.manage(Links::none());
    let state = DeskState::new(setup(app.handle(), purpose)?);
    // The window comes when the app runs, so no command can be given before the first desk is begun.
    tauri::async_runtime::block_on(state.open_first());
    tauri::async_runtime::spawn(state.clone().follow_changes());
    let updates = Updates::none();
    if let Some(source) = update_source(purpose) {
        tauri::async_runtime::spawn(updates.clone().follow(source, state.clone()));
    }
    app.manage(updates);
    app.manage(state);
    app.manage(commands::ChecksUnderWay::default());
    show_at_the_latest(app.handle().clone(), STAFF_WINDOW);
    Ok(app)
}

fn setup<R: Runtime>(app: &AppHandle<R>, purpose: Purpose) -> tauri::Result<Setup> {
    match purpose {
        Purpose::Desk(place) => {
            let folder = app.path().app_local_data_dir()?;
            let policy = machine_policy::watch(machine_policy::path());
            let policy = tauri::async_runtime::block_on(policy);
            Ok(Setup {
                settings: SettingsInForce::in_folder(app, &folder, policy),
                folder: Some(folder),
                place,
                vault: Vault::of_this_computer(),
            })
        }
        Purpose::Rehearsal => Ok(Setup {
            settings: SettingsInForce::in_memory(),
            folder: None,
            place: Place::Sinch,
            vault: Vault::in_memory(),
        }),
    }
}

fn update_source(purpose: Purpose) -> Option<Source> {
    match purpose {
        Purpose::Desk(_) => updates::source(),
        Purpose::Rehearsal => None,
    }
}

fn choices<R: Runtime>(app: &AppHandle<R>, purpose: Purpose) -> tauri::Result<KeptChoices> {
    match purpose {
        Purpose::Desk(_) => {
            let folder = app.path().app_local_data_dir()?;
            KeptChoices::in_folder(app, &folder).map_err(|error| tauri::Error::Anyhow(error.into()))
        }
        Purpose::Rehearsal => Ok(KeptChoices::in_memory()),
    }
}

/// Takes back whoever was handed over by a page of the staff's window that is gone: no other page waits
/// for their code.
fn forget_customer<R: Runtime>(app: &AppHandle<R>) {
    if let Some(seat) = app.try_state::<CustomerSeat>() {
        seat.take_back();
    }
}

/// What the end of one window means to the other.
fn close_with<R: Runtime>(app: &AppHandle<R>, label: &str) {
    if label == STAFF_WINDOW {
        customer_window::close(app);
    } else if let Some(seat) = app.try_state::<CustomerSeat>() {
        seat.closed();
    }
}

/// Brings the staff's window to the front: a second start of the program ends here.
fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(STAFF_WINDOW) {
        // A window that can't be raised is still there to be clicked.
        let _ = window.unminimize();
        window_place::bring_into_sight(&window);
        let _ = window.set_focus();
    }
}

/// Shows a window whose page does not say that it is ready.
pub(crate) fn show_at_the_latest<R: Runtime>(app: AppHandle<R>, label: &'static str) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LATEST_SHOW).await;
        if let Some(window) = app.get_webview_window(label) {
            let _ = window.show();
        }
    });
}

/// The log: our own events, and other libraries' warnings. What it may hold is in SECURITY.md.
fn log<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_log::Builder::new()
        .clear_targets()
        .target(Target::new(TargetKind::LogDir {
            file_name: Some("countersign".into()),
        }))
        .target(Target::new(TargetKind::Stderr))
        .level(log::LevelFilter::Warn)
        // Traces whole numbers, should anybody ever raise the level.
        .level_for("rlibphonenumber", log::LevelFilter::Off)
        .level_for("countersign", log::LevelFilter::Info)
        .level_for("countersign_core", log::LevelFilter::Info)
        .max_file_size(1_000_000)
        .rotation_strategy(RotationStrategy::KeepSome(5))
        .build()
}
