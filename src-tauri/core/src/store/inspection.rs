//! What a store says of itself when it is looked over: facts, and the warnings that follow from them.
//! What can't be asked is unknown, never guessed. How each store is asked is its own matter.

use std::time::Duration;

use crate::time::SignedDuration;

mod report;
mod warnings;

pub use report::{Flushing, Memory, Persistence, Replica, Replication, Report};
pub use warnings::StoreWarning;

use super::Store;

/// How many harmless questions a store is asked to see how fast it answers.
pub(super) const QUESTIONS: usize = 20;

/// A store, looked over.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inspection {
    /// How fast it answers.
    pub latency: Latency,
    /// Where it lives, with what can be said of stores there.
    pub home: Home,
}

/// Where a store lives.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Home {
    /// A file of this computer.
    Embedded {
        /// The version of SQLite.
        version: String,
    },
    /// The organisation's Redis.
    Redis(Shared),
}

/// A store that desks share.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shared {
    /// Who can listen on the way.
    pub way: Way,
    /// What the desks' user may do there.
    pub permissions: Permissions,
    /// How far its clock is ahead of this desk's; nothing if its user may not ask.
    pub clock_offset: Option<SignedDuration>,
    /// How many replicas the settings ask to have each step.
    pub replicas_asked: u8,
    /// The servers that answered; none if the desks' user may not ask.
    pub servers: Vec<Report>,
    /// Whether these are all that hold a share of the data. In a Cluster others may have been silent.
    pub is_whole: bool,
}

/// The way between a desk and its store.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Way {
    /// Encrypted.
    Encrypted,
    /// In clear, within this computer.
    WithinComputer,
    /// In clear, for all on the way to read.
    Clear,
}

/// What the desks' user may do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Permissions {
    /// It may not ask, or the server is too old to tell.
    Unknown,
    /// The server told.
    Known {
        /// What it lacks, as the access rule writes it: `+zadd`, `~cs:site:*`, `&cs:site:changes`.
        missing: Vec<String>,
        /// Whether it may do what no desk needs: read other keys, or run the server.
        has_too_many: bool,
    },
}

/// How fast a store answered [`QUESTIONS`] questions, one after the other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Latency {
    /// Half of the answers took no longer.
    pub p50: Duration,
    /// 99 of 100 answers took no longer; of twenty, that is all of them.
    pub p99: Duration,
}

impl Latency {
    /// Nearest rank: each percentile is one of the samples. Zero of none.
    pub(super) fn of(mut samples: Vec<Duration>) -> Self {
        samples.sort_unstable();
        let ranked = |percent: usize| {
            let rank = (samples.len() * percent).div_ceil(100);
            samples.get(rank.saturating_sub(1)).copied()
        };
        Self {
            p50: ranked(50).unwrap_or_default(),
            p99: ranked(99).unwrap_or_default(),
        }
    }
}

/// Looks a store over and writes what it warns of to the log, by codes. For a desk that has just reached
/// its store.
pub(crate) async fn tell_warnings(store: &dyn Store) {
    match store.inspect().await {
        Ok(inspection) => {
            let warnings = inspection.warnings();
            let codes: Vec<_> = warnings.iter().map(StoreWarning::code).collect();
            tracing::info!(warnings = codes.join(" "), "looked the store over");
        }
        Err(fault) => tracing::info!(code = fault.code(), "the store can't be looked over"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_answers_that_were_given() {
        let samples = (1..=20).rev().map(Duration::from_millis).collect();
        let latency = Latency::of(samples);
        assert_eq!(latency.p50, Duration::from_millis(10));
        assert_eq!(latency.p99, Duration::from_millis(20));
    }

    #[test]
    fn no_answer_has_no_latency() {
        assert_eq!(Latency::of(Vec::new()).p99, Duration::ZERO);
    }
}
