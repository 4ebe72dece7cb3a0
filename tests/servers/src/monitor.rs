//! Everything that a server is told while a test runs, as `MONITOR` writes it.
//! Redis leaves out passwords and the administration of the list of users itself.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use redis::Connection;

use crate::administrator::{Administrator, query, refused};
use crate::error::Error;

/// How long a line may take to come.
const LIMIT: Duration = Duration::from_secs(10);

/// What the commands that only mark a place say.
const MARK: &str = "countersign-monitor-mark";

/// Collects lines until it is dropped.
pub struct Monitor {
    stream: UnixStream,
    reader: Option<JoinHandle<()>>,
    collected: Mutex<Collected>,
}

struct Collected {
    /// Older than the monitor, so that its own login is not among the lines.
    connection: Connection,
    marks: u32,
    lines: Vec<String>,
    coming: Receiver<String>,
}

impl Monitor {
    pub(crate) fn start(administrator: &Administrator) -> Result<Self, Error> {
        let connection = administrator.connect().map_err(refused(&["MONITOR"]))?;
        let path = administrator.socket.clone();
        let failed = || Error::file(path.clone());
        let stream = UnixStream::connect(&path).map_err(failed())?;
        // The inline form of commands, which Redis also takes.
        let login = administrator
            .login
            .map(|(user, password)| format!("AUTH {user} {password}\r\n"))
            .unwrap_or_default();
        (&stream)
            .write_all(format!("{login}MONITOR\r\n").as_bytes())
            .map_err(failed())?;
        let mut reader = BufReader::new(stream.try_clone().map_err(failed())?);
        let answers = if login.is_empty() { 1 } else { 2 };
        for _ in 0..answers {
            let mut answer = String::new();
            reader.read_line(&mut answer).map_err(failed())?;
            if answer != "+OK\r\n" {
                return Err(Error::Answer {
                    command: "MONITOR".to_owned(),
                    answer,
                });
            }
        }
        let (sender, coming) = channel();
        let reader = thread::spawn(move || {
            for line in reader.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Ok(Self {
            stream,
            reader: Some(reader),
            collected: Mutex::new(Collected {
                connection,
                marks: 0,
                lines: Vec::new(),
                coming,
            }),
        })
    }

    /// All lines up to now: every command that was done before this was called is among them.
    ///
    /// # Errors
    /// [`Error::Command`] when the server no longer answers; [`Error::TimedOut`] when lines do not come.
    pub fn lines(&self) -> Result<Vec<String>, Error> {
        let mut collected = self
            .collected
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        collected.marks += 1;
        let mark = format!("{MARK}-{}.", collected.marks);
        let words = ["ECHO", mark.as_str()];
        query::<String>(&mut collected.connection, &words).map_err(refused(&words))?;
        loop {
            let line = match collected.coming.recv_timeout(LIMIT) {
                Ok(line) => line,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return Err(Error::TimedOut {
                        awaited: "a line of MONITOR",
                        limit: LIMIT,
                        shown: collected.lines.last().cloned().unwrap_or_default(),
                    });
                }
            };
            if line.contains(&mark) {
                return Ok(collected.lines.clone());
            }
            if !line.contains(MARK) {
                collected.lines.push(line);
            }
        }
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        // A refusal means that the server closed it first.
        let _ = self.stream.shutdown(Shutdown::Both);
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, Server};

    #[test]
    fn a_monitor_shows_every_command_done_before_it_was_asked() {
        let server = Server::start(&Options::default()).unwrap();
        let monitor = server.monitor().unwrap();
        for number in 0..100 {
            server
                .command(&["SET", "key", &number.to_string()])
                .unwrap();
        }
        let lines = monitor.lines().unwrap();
        assert_eq!(lines.len(), 100);
        assert!(lines.iter().all(|line| line.contains("\"SET\" \"key\"")));
        server
            .command(&["EVAL", "return redis.call('GET', 'key')", "0"])
            .unwrap();
        let lines = monitor.lines().unwrap();
        assert_eq!(lines.len(), 102, "{lines:?}");
        assert!(lines.last().unwrap().contains("lua] \"GET\" \"key\""));
    }
}
