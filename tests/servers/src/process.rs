//! A child process that ends with its owner, however the owner ends.
//! Only processes that this crate started are ever signalled, each by its id.

use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::{Pid, Signal};

use crate::error::Error;

/// Waits for the end of its input, which comes when the test process is gone, and ends the server.
/// A test that was killed, or that keeps its servers in a static, drops nothing.
const GUARD: &str = "read -r _; kill -9 \"$1\"";

/// A running child. Dropping it ends it at once: its files are temporary, so that it has nothing to put in order.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    guard: Child,
}

impl Process {
    /// Starts it without input and output; where its errors go is the caller's choice.
    pub(crate) fn start(program: &'static str, command: &mut Command) -> Result<Self, Error> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(Error::not_started(program))?;
        let guard = Command::new("sh")
            .args(["-c", GUARD, "guard", &child.id().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        match guard {
            Ok(guard) => Ok(Self { child, guard }),
            Err(source) => {
                end(&mut child);
                Err(Error::Start {
                    program: "sh",
                    source,
                })
            }
        }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it has.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.child
            .try_wait()
            .unwrap_or_else(|_| Some(ExitStatus::from_raw(0)))
    }

    pub(crate) fn signal(&mut self, signal: Signal) -> Result<(), Error> {
        // Once it was waited for, its number may be another's.
        if self.ended().is_some() {
            return Err(Error::Signal(std::io::ErrorKind::NotFound.into()));
        }
        let Some(id) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) else {
            return Err(Error::Signal(std::io::ErrorKind::InvalidInput.into()));
        };
        rustix::process::kill_process(id, signal).map_err(|error| Error::Signal(error.into()))
    }

    /// Ends it without a chance to put anything in order (SIGKILL), and waits until it has ended.
    pub(crate) fn kill(&mut self) {
        // The guard first: it must not be left to signal a number that is another's by then.
        end(&mut self.guard);
        end(&mut self.child);
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A refusal means that it has ended already.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use super::*;

    fn is_running(id: u32) -> bool {
        PathBuf::from(format!("/proc/{id}")).exists()
    }

    #[test]
    fn a_dropped_process_has_ended_and_so_has_its_guard() {
        let process = Process::start("sleep", Command::new("sleep").arg("60")).unwrap();
        let ids = [process.id(), process.guard.id()];
        assert!(ids.into_iter().all(is_running));
        drop(process);
        assert!(!ids.into_iter().any(is_running));
    }

    #[test]
    fn a_process_outlives_no_owner_that_was_killed() {
        let mut guarded = Command::new("sleep").arg("60").spawn().unwrap();
        let mut guard = Command::new("sh")
            .args(["-c", GUARD, "guard", &guarded.id().to_string()])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        drop(guard.stdin.take());
        let asked = Instant::now();
        while guarded.try_wait().unwrap().is_none() {
            assert!(asked.elapsed() < Duration::from_secs(5));
            std::thread::sleep(Duration::from_millis(5));
        }
        guard.wait().unwrap();
    }

    #[test]
    fn a_missing_program_is_named_with_its_package() {
        let error = Process::start("redis-server", &mut Command::new("no-such-program"))
            .unwrap_err()
            .to_string();
        assert!(error.contains("redis-server is not installed"), "{error}");
    }

    #[test]
    fn what_has_ended_is_not_signalled() {
        let mut process = Process::start("true", &mut Command::new("true")).unwrap();
        process.child.wait().unwrap();
        assert!(matches!(
            process.signal(Signal::CONT),
            Err(Error::Signal(_))
        ));
    }
}
