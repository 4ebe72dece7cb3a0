//! Puts the app together: plugins, commands, the desk behind them, the window. Generic over Tauri's
//! runtime, so that tests build the very same app.

use std::path::Path;
use std::time::Duration;

use countersign_core::settings::Settings;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use tauri::plugin::TauriPlugin;
use tauri::{App, AppHandle, Builder, Context, Manager, Runtime};
use tauri_plugin_log::{RotationStrategy, Target, TargetKind};
use thiserror::Error;

use crate::commands;
use crate::desk_state::{DeskState, NoDesk};
use crate::settings_file;
use crate::training::Training;

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

/// What a run of the app needs besides the window.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// A desk at work: one on a machine, with a log and a data folder.
    Desk,
    /// A rehearsal beside it: no log, nothing at rest.
    Rehearsal,
}

/// What `tauri.conf.json`, the permissions and `ui/` were when the program was built.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Opens the desk's window and stays until it is closed.
///
/// # Errors
/// [`Failure::Window`] when the window can't be opened.
pub fn run() -> Result<(), Failure> {
    let builder = Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| raise(app)))
        .plugin(log());
    let app = build(builder, context(), Purpose::Desk)?;
    app.run_return(|_, _| {});
    Ok(())
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
        .invoke_handler(commands::handler())
        .build(context)?;
    let folder = match purpose {
        Purpose::Desk => Some(app.path().app_local_data_dir()?),
        Purpose::Rehearsal => None,
    };
    // The window comes when the app runs, so no command can be given before there is a desk.
    let opened = open_desk(app.handle(), folder.as_deref());
    app.manage(DeskState::new(opened));
    show_at_the_latest(app.handle().clone());
    Ok(app)
}

fn open_desk<R: Runtime>(app: &AppHandle<R>, folder: Option<&Path>) -> Result<Training, NoDesk> {
    let mut randomness = UnwrapErr(SysRng);
    let settings = match folder {
        Some(folder) => settings_file::load(app, folder, &mut randomness)?,
        None => Settings::first(&mut randomness),
    };
    let opening = Training::open(&settings, folder);
    Ok(tauri::async_runtime::block_on(opening)?)
}

/// Brings the one window to the front: a second start of the program ends here.
fn raise<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that can't be raised is still there to be clicked.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

fn show_at_the_latest<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LATEST_SHOW).await;
        if let Some(window) = app.get_webview_window("main") {
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
