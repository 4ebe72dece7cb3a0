//! A link is an argument of the program, and on Linux everybody who uses the computer can read the arguments of
//! a program for as long as it runs: a desk runs all day. So the start that stays open begins itself anew, as
//! the same process, with the link on its standard input. Elsewhere only the same user can read them.

use std::io::{self, Read as _};

use tauri::Runtime;
use tauri::plugin::{Builder, TauriPlugin};

/// More than any link that is read has, in bytes.
const MOST: u64 = 4096;

/// A link that the program was started with.
pub(crate) enum StartLink {
    /// Among the arguments, as a browser starts it.
    Argument(String),
    /// On the standard input, as a start that had it among the arguments began anew.
    OnStdin(String),
}

impl AsRef<str> for StartLink {
    fn as_ref(&self) -> &str {
        match self {
            Self::Argument(link) | Self::OnStdin(link) => link,
        }
    }
}

/// Takes the link out of the arguments, once it is certain that this start is the one that stays open: belongs
/// right behind the plugin that hands a second start over.
pub(crate) fn out_of_sight<R: Runtime>(link: Option<&StartLink>) -> TauriPlugin<R> {
    let is_argument = matches!(link, Some(StartLink::Argument(_)));
    Builder::new("link-argument")
        .setup(move |app, _| {
            #[cfg(target_os = "linux")]
            if is_argument {
                linux::begin_anew(app);
            }
            #[cfg(not(target_os = "linux"))]
            let _ = (app, is_argument);
            Ok(())
        })
        .build()
}

/// The link that was put on the standard input.
pub(crate) fn from_stdin() -> Option<String> {
    let mut link = String::new();
    io::stdin().take(MOST).read_to_string(&mut link).ok()?;
    Some(link)
}

#[cfg(target_os = "linux")]
mod linux {
    use std::env;
    use std::io::{self, Write as _};
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    use tauri::{AppHandle, Runtime};

    use super::MOST;
    use crate::deep_link::is_link;

    /// Says on the command line that the link is on the standard input.
    const ON_STDIN: &str = "--link-on-stdin";

    /// Comes back only where that can't be done: then the link stays where it is, and is filled in all the same.
    pub(super) fn begin_anew<R: Runtime>(app: &AppHandle<R>) {
        let Ok(mut command) = without_link() else {
            return;
        };
        // The process that comes asks for the same name.
        tauri_plugin_single_instance::destroy(app);
        let error = command.exec();
        tracing::warn!(%error, "the link stays among the arguments");
    }

    fn without_link() -> io::Result<Command> {
        let is_link_argument =
            |argument: &std::ffi::OsString| argument.to_str().is_some_and(is_link);
        let (links, others): (Vec<_>, Vec<_>) = env::args_os().skip(1).partition(is_link_argument);
        let (reader, mut writer) = io::pipe()?;
        let link = links.first().and_then(|link| link.to_str());
        let bytes = link.unwrap_or_default().as_bytes();
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        // A pipe takes as much as this without a reader.
        writer.write_all(bytes.get(..most).unwrap_or(bytes))?;
        let mut command = Command::new(env::current_exe()?);
        command.args(others).arg(ON_STDIN).stdin(reader);
        Ok(command)
    }
}
