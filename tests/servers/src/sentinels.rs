//! A primary with two replicas, watched by three sentinels that make a replica the primary when it is gone.

use std::time::Duration;

use crate::error::Error;
use crate::protection::{Protection, Role, SENTINEL_PASSWORD, SENTINEL_USER};
use crate::server::{Options, Part, Server};
use crate::wait::{Look, until};

/// The name by which clients ask sentinels for the primary.
pub const PRIMARY_NAME: &str = "countersign";

const REPLICAS: usize = 2;
const SENTINELS: usize = 3;
/// How many of them must agree that the primary is gone.
const QUORUM: usize = 2;

/// How long servers and sentinels may take to know each other.
const START: Duration = Duration::from_secs(60);

/// How long another primary may take to be made; an election that nobody wins is held again after 6 seconds, and on a
/// busy machine more than one may come to nothing.
const FAILOVER: Duration = Duration::from_secs(120);

/// A primary, its replicas and their sentinels.
#[derive(Debug)]
pub struct Sentinels {
    /// The first is the primary of the start.
    servers: Vec<Server>,
    sentinels: Vec<Server>,
}

impl Sentinels {
    /// Starts 1 primary, 2 replicas and 3 sentinels, and waits until the sentinels agree on all of them.
    /// A held clock is the servers' alone: sentinels judge by the time that has really passed.
    ///
    /// Where the options ask for protection, sentinels are reached by TLS too, and have a user of their own
    /// ([`SENTINEL_USER`], [`SENTINEL_PASSWORD`]) in place of the servers'.
    ///
    /// # Errors
    /// As [`Server::start`]; [`Error::Command`] and [`Error::TimedOut`] when they do not come to agree.
    pub fn start(options: &Options) -> Result<Self, Error> {
        let primary = Server::start(options)?;
        let mut servers = vec![primary];
        for _ in 0..REPLICAS {
            let replica = servers[0].start_replica(options)?;
            servers.push(replica);
        }
        // A sentinel asks a primary for its replicas when it starts, and then only every 10 seconds.
        until_copied(&servers[0])?;
        let watched = sentinel_lines(&options.protection, servers[0].port());
        let of_sentinels = Options {
            protection: options.protection.clone(),
            ..Options::default()
        };
        let part = Part {
            role: Role::Sentinel,
            lines: watched,
        };
        let sentinels = (0..SENTINELS)
            .map(|_| Server::start_part(&of_sentinels, || Ok(part.clone())))
            .collect::<Result<_, _>>()?;
        let started = Self { servers, sentinels };
        started.hasten()?;
        started.until_agreed()?;
        Ok(started)
    }

    /// The sentinels' ports on 127.0.0.1.
    #[must_use]
    pub fn sentinel_ports(&self) -> Vec<u16> {
        self.sentinels.iter().map(Server::port).collect()
    }

    /// The sentinels' addresses without user and password.
    #[must_use]
    pub fn sentinel_urls(&self) -> Vec<String> {
        self.sentinels.iter().map(Server::url).collect()
    }

    /// The sentinels themselves.
    #[must_use]
    pub fn sentinels(&self) -> &[Server] {
        &self.sentinels
    }

    /// All servers that hold keys, whatever they are now; the first was the primary at the start.
    #[must_use]
    pub fn servers(&self) -> &[Server] {
        &self.servers
    }

    /// The primary by the word of the first sentinel, whether it runs or not.
    ///
    /// # Errors
    /// [`Error::Command`]; [`Error::Answer`] when it names none of these servers.
    pub fn primary(&self) -> Result<&Server, Error> {
        self.primary_by(&self.sentinels[0])
    }

    /// Kills the primary (SIGKILL) and gives its port.
    ///
    /// # Errors
    /// As [`Self::primary`].
    pub fn kill_primary(&self) -> Result<u16, Error> {
        let primary = self.primary()?;
        primary.kill();
        Ok(primary.port())
    }

    /// Waits until all sentinels name another primary than that on `from`, and it takes writes.
    ///
    /// # Errors
    /// [`Error::TimedOut`] after two minutes; as [`Self::primary`].
    pub fn wait_for_failover(&self, from: u16) -> Result<&Server, Error> {
        until("another primary", FAILOVER, || {
            let first = self.primary()?;
            for sentinel in &self.sentinels {
                let named = self.primary_by(sentinel)?.port();
                if named == from || named != first.port() {
                    return Ok(Look::NotYet(format!("a sentinel names {named}")));
                }
            }
            let role = first.command(&["ROLE"])?;
            match role.lines().next() {
                Some("master") => Ok(Look::Found(first)),
                Some(_) | None => Ok(Look::NotYet(role)),
            }
        })
    }

    /// Has the primary on `from` step down, and waits for its successor. Sentinels give a failover up that
    /// was asked for where a replica takes its time, and don't try it again by themselves: it is asked for
    /// until it is done.
    ///
    /// # Errors
    /// As [`Self::wait_for_failover`].
    pub fn fail_over(&self, from: u16) -> Result<&Server, Error> {
        until("a primary that steps down", FAILOVER, || {
            if self.primary()?.port() != from {
                return Ok(Look::Found(()));
            }
            let asked = self.sentinels[0].command(&["SENTINEL", "FAILOVER", PRIMARY_NAME]);
            Ok(Look::NotYet(format!("{asked:?}")))
        })?;
        self.wait_for_failover(from)
    }

    fn primary_by(&self, sentinel: &Server) -> Result<&Server, Error> {
        let words = ["SENTINEL", "GET-MASTER-ADDR-BY-NAME", PRIMARY_NAME];
        let address = sentinel.command(&words)?;
        let port = address.lines().nth(1).and_then(|port| port.parse().ok());
        self.servers
            .iter()
            .find(|server| Some(server.port()) == port)
            .ok_or(Error::Answer {
                command: words.join(" "),
                answer: address,
            })
    }

    /// Sentinels tell each other of themselves every 2 seconds, and ask for replicas every 10. A replica that one of
    /// them makes the primary is made a replica again by the others after four times the first, unless they heard
    /// of it by then: shorter, and a busy machine lets no primary step down.
    fn hasten(&self) -> Result<(), Error> {
        for sentinel in &self.sentinels {
            let periods = [
                "PUBLISH-PERIOD",
                "500",
                "INFO-PERIOD",
                "200",
                "ASK-PERIOD",
                "200",
            ];
            sentinel.command(&[&["SENTINEL", "DEBUG"], &periods[..]].concat())?;
        }
        Ok(())
    }

    fn until_agreed(&self) -> Result<(), Error> {
        until("the sentinels' agreement", START, || {
            for sentinel in &self.sentinels {
                let said = sentinel.command(&["SENTINEL", "MASTER", PRIMARY_NAME])?;
                let agreed = field(&said, "flags") == Some("master")
                    && count(&said, "num-slaves") == Some(REPLICAS)
                    && count(&said, "num-other-sentinels") == Some(SENTINELS - 1);
                if !agreed {
                    return Ok(Look::NotYet(said));
                }
                let replicas = sentinel.command(&["SENTINEL", "REPLICAS", PRIMARY_NAME])?;
                if fields(&replicas, "flags").any(|flags| flags != "slave") {
                    return Ok(Look::NotYet(replicas));
                }
            }
            Ok(Look::Found(()))
        })
    }
}

fn sentinel_lines(protection: &Protection, primary: u16) -> Vec<String> {
    let mut lines = vec![
        format!("sentinel monitor {PRIMARY_NAME} 127.0.0.1 {primary} {QUORUM}"),
        format!("sentinel down-after-milliseconds {PRIMARY_NAME} 500"),
        format!("sentinel failover-timeout {PRIMARY_NAME} 3000"),
        format!("sentinel parallel-syncs {PRIMARY_NAME} 1"),
    ];
    if let Some((user, password)) = protection.administrator() {
        lines.extend([
            format!("sentinel auth-user {PRIMARY_NAME} {user}"),
            format!("sentinel auth-pass {PRIMARY_NAME} {password}"),
            format!("sentinel sentinel-user {SENTINEL_USER}"),
            format!("sentinel sentinel-pass {SENTINEL_PASSWORD}"),
        ]);
    }
    lines
}

/// Waits until the replicas have everything and are fed with what comes.
fn until_copied(primary: &Server) -> Result<(), Error> {
    until("the replicas' copies", START, || {
        let said = primary.command(&["INFO", "replication"])?;
        let online = said.lines().filter(|line| line.contains("state=online"));
        if online.count() == REPLICAS {
            return Ok(Look::Found(()));
        }
        Ok(Look::NotYet(said))
    })
}

/// The values of a field in an answer of names and values by turns.
fn fields<'a>(answer: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let lines = answer.lines();
    lines
        .clone()
        .zip(lines.skip(1))
        .filter_map(move |(field, value)| (field == name).then_some(value))
}

fn field<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    fields(answer, name).next()
}

fn count(answer: &str, name: &str) -> Option<usize> {
    field(answer, name)?.parse().ok()
}
