//! One redis-server on a free port of 127.0.0.1, in a temporary folder of its own, gone when it is dropped.
//! Sentinel and Cluster are made of several.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use redis::FromRedisValue;
use rustix::process::Signal;
use tempfile::TempDir;

use crate::administrator::Administrator;
use crate::clock::Clock;
use crate::contents;
use crate::error::Error;
use crate::monitor::Monitor;
use crate::port;
use crate::process::Process;
use crate::protection::{Protection, Role};

const PROGRAM: &str = "redis-server";

/// The log's name in the folder of a server.
const LOG: &str = "redis.log";

/// How long a server may take to answer for the first time.
const START: Duration = Duration::from_secs(60);

/// How often a server that is starting is asked whether it is there.
const PAUSE: Duration = Duration::from_millis(2);

/// How many ports are tried.
const PORTS: u32 = 5;

/// What an error shows of a log, in bytes.
const LOG_TAIL: usize = 2000;

/// How a server is started. The default is an open one that goes by the machine's clock and writes nothing to disk.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The time of day that it sees.
    pub clock: Clock,
    /// How it is shut against others.
    pub protection: Protection,
    /// Further lines of its `redis.conf`, name and value; they win over the rest.
    pub config: Vec<(String, String)>,
}

impl Options {
    /// The same with a further line of `redis.conf`.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.config.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A running redis-server. Every command of a test goes over its Unix socket as a user who may do everything.
#[derive(Debug)]
pub struct Server {
    port: u16,
    protection: Protection,
    clock: Clock,
    role: Role,
    administrator: Administrator,
    process: Mutex<Process>,
    /// After the process, which must have ended before its folder goes.
    folder: TempDir,
}

/// What a server is started with beside its options.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) role: Role,
    /// Lines of its configuration, which come before those of the options.
    pub(crate) lines: Vec<String>,
}

impl Server {
    /// Starts a server and waits until it answers.
    ///
    /// # Errors
    /// [`Error::Missing`] without Redis; [`Error::Ended`] or [`Error::Silent`] with the end of its log when it
    /// does not come up; [`Error::ClockNotHeld`].
    pub fn start(options: &Options) -> Result<Self, Error> {
        Self::start_part(options, || Ok(Part::data(Vec::new())))
    }

    /// Starts a server that copies this one. It may still be copying when this returns.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_replica(&self, options: &Options) -> Result<Self, Error> {
        let mut lines = vec![format!("replicaof 127.0.0.1 {}", self.port)];
        if let Some((user, password)) = self.administrator.login {
            lines.push(format!("masteruser {user}"));
            lines.push(format!("masterauth {password}"));
        }
        Self::start_part(options, || Ok(Part::data(lines.clone())))
    }

    /// Makes the part anew for every port that is tried, since it may name a port itself.
    pub(crate) fn start_part(
        options: &Options,
        part: impl Fn() -> Result<Part, Error>,
    ) -> Result<Self, Error> {
        for _ in 0..PORTS {
            if let Some(server) = Self::start_on(port::free()?, options, &part()?)? {
                return Ok(server);
            }
        }
        Err(Error::NoFreePort { attempts: PORTS })
    }

    /// None when another took the port first.
    fn start_on(port: u16, options: &Options, part: &Part) -> Result<Option<Self>, Error> {
        let folder = TempDir::with_prefix("countersign-redis-")
            .map_err(Error::file(std::env::temp_dir()))?;
        let administrator = Administrator {
            socket: folder.path().join("redis.sock"),
            login: options.protection.administrator(),
        };
        let file = folder.path().join("redis.conf");
        let lines = [
            common_lines(&folder, part.role),
            options.protection.lines(part.role, port),
            part.lines.clone(),
            options
                .config
                .iter()
                .map(|(name, value)| format!("{name} {value}"))
                .collect(),
        ];
        fs::write(&file, lines.concat().join("\n") + "\n").map_err(Error::file(&file))?;
        let process = launch(&folder, &options.clock, part.role)?;
        let server = Self {
            port,
            protection: options.protection.clone(),
            clock: options.clock.clone(),
            role: part.role,
            administrator,
            process: Mutex::new(process),
            folder,
        };
        match server.until_it_answers() {
            Ok(()) => Ok(Some(server)),
            Err(Error::Ended { log, .. }) if log.contains("Address already in use") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Its port on 127.0.0.1, of TLS where it is protected.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address without user and password: `redis://127.0.0.1:PORT`, or `rediss://…` where it is protected.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://127.0.0.1:{}", self.protection.scheme(), self.port)
    }

    /// Its Unix socket, which it has beside the port.
    #[must_use]
    pub fn socket_path(&self) -> PathBuf {
        self.administrator.socket.clone()
    }

    /// The id of its process, another one after [`Self::restart`].
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.process().id()
    }

    /// Does a command and gives the answer as redis-cli writes it to a pipe: nil as nothing, an array as lines.
    ///
    /// # Errors
    /// [`Error::Command`] when it is refused, or when no answer comes within 10 seconds.
    pub fn command(&self, words: &[&str]) -> Result<String, Error> {
        self.administrator.command(words)
    }

    /// Does a command and gives the answer as the type that is asked for.
    ///
    /// # Errors
    /// [`Error::Command`] when it is refused, when no answer comes within 10 seconds, or one of another type.
    pub fn query<T: FromRedisValue>(&self, words: &[&str]) -> Result<T, Error> {
        self.administrator.query(words)
    }

    /// Ends it without a chance to put anything in order (SIGKILL). It can be started again.
    pub fn kill(&self) {
        self.process().kill();
    }

    /// Stops it where it is (SIGSTOP): connections stay open and nothing answers.
    ///
    /// # Errors
    /// [`Error::Signal`] when it has ended.
    pub fn pause(&self) -> Result<(), Error> {
        self.process().signal(Signal::STOP)
    }

    /// Lets it go on after [`Self::pause`].
    ///
    /// # Errors
    /// [`Error::Signal`] when it has ended.
    pub fn resume(&self) -> Result<(), Error> {
        self.process().signal(Signal::CONT)
    }

    /// Kills it if it runs and starts it again on the same port with the same configuration and files.
    /// Keys come back only if its configuration writes them to disk (`appendonly yes`).
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn restart(&self) -> Result<(), Error> {
        let mut process = self.process();
        process.kill();
        *process = launch(&self.folder, &self.clock, self.role)?;
        drop(process);
        self.until_it_answers()
    }

    /// The keys with this prefix, of all databases, that would stay for ever.
    ///
    /// # Errors
    /// [`Error::Command`].
    pub fn keys_without_ttl(&self, prefix: &str) -> Result<Vec<String>, Error> {
        contents::keys_without_ttl(&self.administrator, prefix)
    }

    /// Everything that is in it: a snapshot file (RDB) as Redis would leave it on a disk, and all keys with their
    /// values as a client reads them, for the file holds strings of digits as binary numbers.
    ///
    /// # Errors
    /// [`Error::Command`] or [`Error::File`].
    pub fn dump(&self) -> Result<Vec<u8>, Error> {
        self.command(&["SAVE"])?;
        let file = self.folder.path().join("dump.rdb");
        let snapshot = fs::read(&file).map_err(Error::file(&file))?;
        let values = contents::keys_and_values(&self.administrator)?;
        Ok([snapshot, values].concat())
    }

    /// Begins to collect what the server is told by anyone.
    ///
    /// # Errors
    /// [`Error::Command`] when it does not answer.
    pub fn monitor(&self) -> Result<Monitor, Error> {
        Monitor::start(&self.administrator)
    }

    fn process(&self) -> MutexGuard<'_, Process> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn until_it_answers(&self) -> Result<(), Error> {
        let started = Instant::now();
        while self.command(&["PING"]).is_err() {
            if let Some(status) = self.process().ended() {
                let log = self.log_tail();
                return Err(Error::Ended { status, log });
            }
            if started.elapsed() > START {
                return Err(Error::Silent {
                    limit: START,
                    log: self.log_tail(),
                });
            }
            thread::sleep(PAUSE);
        }
        self.confirm_clock()
    }

    /// A library that can't be loaded is no error to the loader.
    fn confirm_clock(&self) -> Result<(), Error> {
        let (Clock::Held(clock), Role::Data) = (&self.clock, self.role) else {
            return Ok(());
        };
        let held = clock.now();
        let (seconds, microseconds): (i64, i64) = self.query(&["TIME"])?;
        let shown = seconds * 1_000_000 + microseconds;
        // Another test thread may move the clock meanwhile; a real clock is nowhere near either time.
        if shown == held || shown == clock.now() {
            return Ok(());
        }
        Err(Error::ClockNotHeld { shown, held })
    }

    fn log_tail(&self) -> String {
        let log = fs::read(self.folder.path().join(LOG)).unwrap_or_default();
        let tail = log.split_at(log.len().saturating_sub(LOG_TAIL)).1;
        String::from_utf8_lossy(tail).into_owned()
    }
}

impl Part {
    pub(crate) fn data(lines: Vec<String>) -> Self {
        Self {
            role: Role::Data,
            lines,
        }
    }
}

fn launch(folder: &TempDir, clock: &Clock, role: Role) -> Result<Process, Error> {
    let mut command = Command::new(PROGRAM);
    command.arg(folder.path().join("redis.conf"));
    // What is wrong with its configuration it says before it opens its log.
    let log = folder.path().join(LOG);
    let output = File::options().create(true).append(true).open(&log);
    command.stderr(output.map_err(Error::file(&log))?);
    match role {
        Role::Data => clock.apply(&mut command),
        // Sentinels judge by the time that has really passed.
        Role::Sentinel => {
            command.arg("--sentinel");
        }
    }
    Process::start(PROGRAM, &mut command)
}

fn common_lines(folder: &TempDir, role: Role) -> Vec<String> {
    let folder = folder.path().display();
    let mut lines = vec![
        "bind 127.0.0.1".to_owned(),
        format!("dir {folder}"),
        format!("logfile {folder}/{LOG}"),
        format!("unixsocket {folder}/redis.sock"),
        "unixsocketperm 700".to_owned(),
    ];
    let of_data = [
        "save \"\"",
        // Compressed, a dump could hide what a test looks for.
        "rdbcompression no",
        "repl-diskless-sync-delay 0",
        // Counted by the time of day, of which a held clock can skip years.
        "repl-timeout 2147483647",
        // It sleeps until a time of day, which by the system's clock may be past: it would never sleep.
        "jemalloc-bg-thread no",
    ];
    match role {
        Role::Data => lines.extend(of_data.map(str::to_owned)),
        Role::Sentinel => {}
    }
    lines
}
