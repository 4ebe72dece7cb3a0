//! A child process that ends with its owner, and a look at the processes below it.
//! Only processes that the driver started are ever signalled, each by its id.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, PidfdFlags, Signal};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::error::Error;

/// How long a program may take to come up. The first to start is read from a disk that may be cold, slow and busy: at
/// 5 MB/s Xvfb took more than 20 s, and WebKit more than 60. Nothing that is tested is this slow.
pub(crate) const COME_UP: Duration = Duration::from_secs(180);

/// How long a child may take to end by itself once asked.
const GRACE: Duration = Duration::from_secs(2);

/// A program of the machine, and where Debian keeps it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Program {
    pub(crate) name: &'static str,
    pub(crate) package: &'static str,
}

impl Program {
    /// The error for a failed start: names the package when the program is missing.
    pub(crate) fn not_started(self, source: io::Error) -> Error {
        if source.kind() == io::ErrorKind::NotFound {
            return Error::Missing {
                program: self.name,
                package: self.package,
            };
        }
        Error::Start {
            program: self.name,
            source,
        }
    }
}

/// A running child. Dropping it asks it to end, and after [`GRACE`] makes it.
#[derive(Debug)]
pub(crate) struct Process {
    program: Program,
    child: Child,
    /// Kept open: a server that still writes would die of a closed pipe.
    output: Option<BufReader<ChildStdout>>,
}

impl Process {
    pub(crate) fn start(program: Program, command: &mut Command) -> Result<Self, Error> {
        let mut child = command
            .kill_on_drop(true)
            .spawn()
            .map_err(|source| program.not_started(source))?;
        let output = child.stdout.take().map(BufReader::new);
        Ok(Self {
            program,
            child,
            output,
        })
    }

    /// The first line of what the child writes, which tells that it is ready.
    pub(crate) async fn first_line(&mut self, limit: Duration) -> Result<String, Error> {
        let mut line = String::new();
        if let Some(output) = &mut self.output {
            timeout(limit, output.read_line(&mut line))
                .await
                .map_err(|_| Error::TimedOut {
                    awaited: format!("the first line of {}", self.program.name),
                    limit,
                })?
                .map_err(|source| Error::Start {
                    program: self.program.name,
                    source,
                })?;
        }
        if line.is_empty() {
            return Err(self.ended().await);
        }
        Ok(line.trim_end().to_owned())
    }

    /// Fails when the child has ended.
    pub(crate) fn still_runs(&mut self) -> Result<(), Error> {
        match self.child.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(self.ended_with(status)),
            Err(source) => Err(self.program.not_started(source)),
        }
    }

    pub(crate) fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// Stops it where it is: it neither ends nor answers until it goes on.
    pub(crate) fn stop(&self) {
        self.signal(Signal::STOP);
    }

    /// Lets it go on after [`Process::stop`].
    pub(crate) fn go_on(&self) {
        self.signal(Signal::CONT);
    }

    fn signal(&self, signal: Signal) {
        if let Some(id) = self.id().and_then(pid) {
            // A refusal means that it has ended.
            let _ = rustix::process::kill_process(id, signal);
        }
    }

    pub(crate) fn has_children(&self) -> bool {
        self.id().is_some_and(|id| !below(id).is_empty())
    }

    async fn ended(&mut self) -> Error {
        match timeout(GRACE, self.child.wait()).await {
            Ok(Ok(status)) => self.ended_with(status),
            Ok(Err(source)) => self.program.not_started(source),
            Err(_) => Error::Answer {
                program: self.program.name,
                answer: String::new(),
            },
        }
    }

    fn ended_with(&self, status: ExitStatus) -> Error {
        Error::Ended {
            program: self.program.name,
            status,
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let Some(id) = self.child.id().and_then(pid) else {
            return;
        };
        // Xvfb removes its lock file only when it is asked to end. A refusal means that it has ended already.
        let _ = rustix::process::kill_process(id, Signal::TERM);
        // One that was stopped hears it only when it goes on.
        let _ = rustix::process::kill_process(id, Signal::CONT);
        let asked = Instant::now();
        while asked.elapsed() < GRACE {
            match self.child.try_wait() {
                Ok(None) => thread::sleep(Duration::from_millis(5)),
                Ok(Some(_)) | Err(_) => return,
            }
        }
    }
}

/// Processes that belong to a child of ours: they end when this is dropped, however they detached themselves.
#[derive(Debug)]
pub(crate) struct Descendants(Vec<std::os::fd::OwnedFd>);

impl Descendants {
    /// Takes hold of every process below `ancestor` that runs now.
    ///
    /// A process file descriptor stands for the very process: its number can't be given to another meanwhile.
    pub(crate) fn of(ancestor: u32) -> Self {
        let handles = below(ancestor)
            .into_iter()
            .filter_map(pid)
            .filter_map(|id| rustix::process::pidfd_open(id, PidfdFlags::empty()).ok())
            .collect();
        Self(handles)
    }
}

impl Drop for Descendants {
    fn drop(&mut self) {
        for handle in &self.0 {
            // A refusal means that it has ended already.
            let _ = rustix::process::pidfd_send_signal(handle, Signal::KILL);
        }
    }
}

/// The ids of all processes below `ancestor`, nearest first.
pub(crate) fn below(ancestor: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = all().filter_map(|id| Some((id, parent(id)?))).collect();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&generation) = found.get(next) {
        found.extend(
            parents
                .iter()
                .filter(|(_, of)| *of == generation)
                .map(|(id, _)| *id),
        );
        next += 1;
    }
    found.split_off(1)
}

/// The variables a process was started with, as its owner's other programs can read them.
pub(crate) fn environment(id: u32) -> Option<Vec<u8>> {
    fs::read(format!("/proc/{id}/environ")).ok()
}

/// The file that a process runs.
pub(crate) fn executable(id: u32) -> Option<PathBuf> {
    fs::read_link(format!("/proc/{id}/exe")).ok()
}

/// The arguments a process was started with, as every user of the machine can read them.
pub(crate) fn command_line(id: u32) -> Option<Vec<String>> {
    let bytes = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.split_terminator('\0').map(str::to_owned).collect())
}

fn all() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

fn parent(id: u32) -> Option<u32> {
    parent_in_stat(&fs::read_to_string(format!("/proc/{id}/stat")).ok()?)
}

/// The second field after the name, which stands in brackets and may hold spaces and brackets itself (proc(5)).
fn parent_in_stat(stat: &str) -> Option<u32> {
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(1)?.parse().ok()
}

fn pid(id: u32) -> Option<Pid> {
    Pid::from_raw(i32::try_from(id).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLEEP: Program = Program {
        name: "sleep",
        package: "coreutils",
    };

    #[test]
    fn a_name_with_brackets_does_not_hide_the_parent() {
        assert_eq!(parent_in_stat("17 (a) b (c) S 42 17 17 0"), Some(42));
        assert_eq!(parent_in_stat("17 unfinished"), None);
    }

    #[tokio::test]
    async fn a_dropped_child_has_ended() {
        let child = Process::start(SLEEP, Command::new("sleep").arg("60")).unwrap();
        let id = child.id().unwrap();
        assert!(below(std::process::id()).contains(&id));
        drop(child);
        assert_eq!(executable(id), None);
    }

    #[tokio::test]
    async fn dropped_descendants_end_though_their_parent_lives() {
        let mut parent = Process::start(
            Program {
                name: "sh",
                package: "dash",
            },
            Command::new("sh")
                .args(["-c", "sleep 60 & echo started; wait; echo over; sleep 60"])
                .stdout(std::process::Stdio::piped()),
        )
        .unwrap();
        let limit = Duration::from_secs(5);
        assert_eq!(parent.first_line(limit).await.unwrap(), "started");
        drop(Descendants::of(parent.id().unwrap()));
        assert_eq!(parent.first_line(limit).await.unwrap(), "over");
    }

    #[tokio::test]
    async fn a_missing_program_is_named_with_its_package() {
        let missing = Program {
            name: "no-such-program",
            package: "its-package",
        };
        let error = Process::start(missing, &mut Command::new("no-such-program")).unwrap_err();
        let sentence = error.to_string();
        assert!(sentence.contains("no-such-program") && sentence.contains("`its-package`"));
    }

    #[tokio::test]
    async fn a_child_that_ends_without_a_word_is_an_error() {
        let mut child = Process::start(
            Program {
                name: "false",
                package: "coreutils",
            },
            Command::new("false").stdout(std::process::Stdio::piped()),
        )
        .unwrap();
        let error = child.first_line(Duration::from_secs(5)).await.unwrap_err();
        assert!(matches!(
            error,
            Error::Ended {
                program: "false",
                ..
            }
        ));
    }
}
