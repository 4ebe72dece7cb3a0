//! What one server reports of itself. Redis' answer to `INFO` is read in `store/redis/inspection`.

use std::time::Duration;

/// One server's report. What it doesn't tell is nothing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Report {
    /// Its address where there are several.
    pub name: Option<String>,
    /// Its version: "7.0.15".
    pub version: Option<String>,
    /// What it removes when its memory is full (`maxmemory-policy`).
    pub eviction: Option<String>,
    /// What outlives its restart.
    pub persistence: Option<Persistence>,
    /// Its part among copies of the same data.
    pub replication: Option<Replication>,
    /// How much memory it uses.
    pub memory: Option<Memory>,
}

/// What outlives a restart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Persistence {
    /// When the append-only file is flushed to the disk; nothing where there is no such file.
    pub append_only: Option<Flushing>,
    /// Whether snapshots are taken by themselves; nothing where the desks' user may not ask.
    pub snapshots: Option<bool>,
    /// Whether the last writing to disk failed, of either kind.
    pub last_failed: bool,
}

/// When an append-only file is flushed (`appendfsync`).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Flushing {
    /// Before a step is answered.
    Always,
    /// Once a second.
    EverySecond,
    /// When the operating system likes to.
    Never,
    /// The desks' user may not ask.
    Unknown,
}

/// A server's part among copies of the same data.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Replication {
    /// It takes the writes.
    Primary {
        /// Those that copy it.
        replicas: Vec<Replica>,
    },
    /// It copies another.
    Replica {
        /// Whether it is connected to that one.
        is_linked: bool,
    },
}

/// A copy, as its primary knows it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Replica {
    /// Whether it is fed with what comes in.
    pub is_online: bool,
    /// How long ago it last told how far it is.
    pub lag: Duration,
}

/// How much memory a server uses, in bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Memory {
    /// What it uses now.
    pub used: u64,
    /// What it may use; nothing where it has no limit.
    pub limit: Option<u64>,
}
