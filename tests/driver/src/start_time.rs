//! How long the app takes from being started to a window that can be used, on a display of its own.
//! Nothing drives the page meanwhile: the app's own log says when its first paint is done.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use crate::display::Display;
use crate::error::Error;
use crate::home::Home;
use crate::memory;
use crate::process::Descendants;
use crate::session_bus::SessionBus;

/// What the app logs when its window shows its first view.
const READY: &str = "the window is ready";
const LIMIT: Duration = Duration::from_secs(30);

/// Starts `binary` once, in a home of its own, and answers the time from the start of the process to its
/// first view.
///
/// # Errors
/// [`Error::TimedOut`] when it is not ready within 30 seconds, or another [`Error`] when it, the display
/// or the session bus does not start.
pub async fn measure(binary: &Path) -> Result<Duration, Error> {
    let (took, _) = start(binary, async |_| ()).await?;
    Ok(took)
}

/// What one start took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Milliseconds from the start of the process to its first view.
    pub took_ms: u64,
    /// Memory of all its processes, once it had been left alone: KiB, shared pages by their share (`Pss` of proc(5)).
    pub memory_kib: u64,
}

/// As [`measure`], and what memory it takes when it has been left alone for `idle`.
///
/// # Errors
/// As [`measure`].
pub async fn measure_idle(binary: &Path, idle: Duration) -> Result<Start, Error> {
    let (took, memory_kib) = start(binary, async |id| {
        sleep(idle).await;
        memory::of_family(id)
    })
    .await?;
    Ok(Start {
        took_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        memory_kib,
    })
}

/// Starts `binary`, and does `then` with its process once it shows its first view.
async fn start<T>(binary: &Path, then: impl AsyncFnOnce(u32) -> T) -> Result<(Duration, T), Error> {
    let home = Home::new()?;
    let display = Display::start().await?;
    let bus = SessionBus::start(&home).await?;
    let mut command = Command::new(binary);
    command
        .envs(home.environment())
        .env("DISPLAY", display.name())
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    let start = Instant::now();
    let mut app = command.spawn().map_err(Error::file(binary))?;
    let mut lines = app.stderr.take().map(|log| BufReader::new(log).lines());
    let ready = async {
        while let Some(lines) = &mut lines {
            match lines.next_line().await {
                Ok(Some(line)) if line.contains(READY) => return true,
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => return false,
            }
        }
        false
    };
    let outcome = timeout(LIMIT, ready).await;
    let took = start.elapsed();
    let then = match (outcome, app.id()) {
        (Ok(true), Some(id)) => Some(then(id).await),
        _ => None,
    };
    // WebKit's own processes outlive a killed app for a moment, and would slow the next start.
    drop(app.id().map(Descendants::of));
    let then = then.ok_or_else(|| Error::TimedOut {
        awaited: "the app's first view".to_owned(),
        limit: LIMIT,
    })?;
    Ok((took, then))
}
