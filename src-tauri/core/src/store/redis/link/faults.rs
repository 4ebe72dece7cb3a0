//! What a server's error, or a connection that fails, means for a step: not done, not known, refused.
//! The library's and the server's own words go along as a cause for the log, and nowhere else.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use redis::{ErrorKind, RedisError, ServerError};
use thiserror::Error;

use crate::network::encryption::{Trouble, trouble_in};
use crate::store::{RefusedBecause, StoreFault, UnreachableBecause};

/// Why there is no connection. It is told to every step that fails for want of one.
#[derive(Clone, Debug)]
pub(super) struct NoConnection {
    because: Because,
    cause: Cause,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Because {
    Unreachable(UnreachableBecause),
    Refused(RefusedBecause),
}

/// A cause that several faults share.
#[derive(Clone, Debug)]
struct Cause(Arc<dyn StdError + Send + Sync>);

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl StdError for Cause {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}

/// A fault in our own words.
#[derive(Debug, Error)]
pub(super) enum LinkError {
    /// The time for connecting ran out.
    #[error("connecting took too long")]
    ConnectTimedOut,
    /// The name can't stand in a certificate.
    #[error("the host's name can't stand in a certificate")]
    NotACertificateName,
    /// A file of certificates has none.
    #[error("the file holds no certificate")]
    NoCertificate,
    /// Unix sockets are asked for on Windows.
    #[cfg(not(unix))]
    #[error("this system's Redis has no Unix sockets")]
    NoSockets,
    /// A Sentinel doesn't know the name.
    #[error("Sentinel knows no primary of that name")]
    UnknownPrimary,
    /// What Sentinel named is a replica by now.
    #[error("the server that Sentinel named says that it is no primary")]
    NotPrimary,
    /// Fewer replicas than asked for have the step.
    #[error("{had} of {asked} replicas had the step in time")]
    TooFewReplicas {
        /// How many had it.
        had: i64,
        /// How many should have.
        asked: u8,
    },
    /// An answer of another shape.
    #[error("the answer has another shape than expected")]
    UnexpectedAnswer,
    /// No node serves a slot.
    #[error("no node of the cluster serves the slot")]
    UnservedSlot,
    /// A node names another, that one the next, and so on.
    #[error("the nodes of the cluster name each other as the slot's owner")]
    TooManyRedirections,
}

impl NoConnection {
    pub(super) fn unreachable(
        because: UnreachableBecause,
        cause: impl StdError + Send + Sync + 'static,
    ) -> Self {
        Self {
            because: Because::Unreachable(because),
            cause: Cause(Arc::new(cause)),
        }
    }

    /// What a failed greeting means: the server refused it, or there was no answer.
    pub(super) fn from_greeting(error: RedisError) -> Self {
        let because = match ServerError::try_from(error.clone()) {
            Ok(refusal) => because_of(&refusal),
            Err(_) => because_of_failed_greeting(&error),
        };
        let cause = Cause(Arc::new(error));
        Self { because, cause }
    }

    /// What a refused greeting means.
    pub(super) fn from_refusal(refusal: ServerError) -> Self {
        let because = because_of(&refusal);
        let cause = Cause(Arc::new(refusal));
        Self { because, cause }
    }

    /// Whether another Sentinel may do better: it wasn't reached.
    pub(super) fn is_silence(&self) -> bool {
        match self.because {
            Because::Unreachable(because) => matches!(
                because,
                UnreachableBecause::NoAnswer | UnreachableBecause::HostName
            ),
            Because::Refused(_) => false,
        }
    }

    /// The same, of a Sentinel: it isn't the store that doesn't answer.
    pub(super) fn into_no_primary(self) -> Self {
        Self {
            because: Because::Unreachable(UnreachableBecause::NoPrimary),
            ..self
        }
    }

    /// The fault of a step that was not done for want of a connection, `away` after the first failure.
    pub(super) fn fault(&self, away: Duration) -> StoreFault {
        let source = Box::new(self.cause.clone());
        match self.because {
            Because::Unreachable(because) => StoreFault::Unreachable {
                because,
                away,
                source,
            },
            Because::Refused(because) => StoreFault::Refused { because, source },
        }
    }
}

impl StdError for NoConnection {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        // The cause itself, not what holds it: its own `source` skips it.
        Some(&*self.cause.0)
    }
}

impl fmt::Display for NoConnection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { because, cause } = self;
        match because {
            Because::Unreachable(because) => write!(formatter, "{because:?}: {cause}"),
            Because::Refused(because) => write!(formatter, "{because:?}: {cause}"),
        }
    }
}

/// What the server's refusal of a step means.
pub(super) fn refusal(error: ServerError) -> StoreFault {
    if code_of(&error) == Some("UNREADABLE") {
        return StoreFault::Unreadable(Box::new(error));
    }
    match because_of(&error) {
        Because::Refused(because) => StoreFault::refused(because, error),
        Because::Unreachable(because) => StoreFault::unreachable(because, error),
    }
}

/// Whether the server says that it is no primary (any longer).
pub(super) fn is_about_being_primary(error: &ServerError) -> bool {
    matches!(
        because_of(error),
        Because::Refused(RefusedBecause::ReadOnly)
    )
}

fn because_of(error: &ServerError) -> Because {
    if let Some(because) = code_of(error).and_then(refused_because) {
        return Because::Refused(because);
    }
    let details = error.details().unwrap_or_default();
    if details.starts_with("max number of clients") {
        return Because::Refused(RefusedBecause::TooManyClients);
    }
    // Redis 7.0 and 6.2 give what a script may not do no code of its own.
    if details.contains("The user executing the script can't") {
        return Because::Refused(RefusedBecause::NotPermitted);
    }
    // A node of a cluster where one server was expected, or the other way round; a missing database.
    let misplaced = ["MOVED", "ASK"].contains(&error.code())
        || details.starts_with("DB index is out of range")
        || details.starts_with("SELECT is not allowed in cluster mode")
        || details.starts_with("This instance has cluster support disabled");
    if misplaced {
        return Because::Unreachable(UnreachableBecause::Settings);
    }
    Because::Refused(RefusedBecause::Other)
}

fn refused_because(code: &str) -> Option<RefusedBecause> {
    let because = match code {
        "READONLY" | "MASTERDOWN" => RefusedBecause::ReadOnly,
        "LOADING" => RefusedBecause::Loading,
        "OOM" => RefusedBecause::Full,
        "NOAUTH" | "WRONGPASS" => RefusedBecause::NotAuthenticated,
        "NOPERM" => RefusedBecause::NotPermitted,
        "WRONGTYPE" => RefusedBecause::WrongType,
        "BUSY" => RefusedBecause::Busy,
        "CLUSTERDOWN" | "TRYAGAIN" => RefusedBecause::ClusterDown,
        "NOREPLICAS" => RefusedBecause::NotReplicated,
        "MISCONF" => RefusedBecause::CannotSave,
        "NAMETAKEN" => RefusedBecause::NameTaken,
        _ => return None,
    };
    Some(because)
}

/// The code of an error, also of one that a command inside a script raised: Redis 7 hands it on as it
/// is, Redis 6.2 wraps it as `ERR Error running script … @user_script: 1: -OOM …`.
fn code_of(error: &ServerError) -> Option<&str> {
    if error.code() != "ERR" {
        return Some(error.code());
    }
    let (_, raised) = error.details()?.split_once("@user_script")?;
    let mut words = raised.split_ascii_whitespace();
    let mut codes = words.by_ref().map(|word| word.trim_start_matches('-'));
    codes.find(|word| refused_because(word).is_some() || *word == "UNREADABLE")
}

/// What it means that a greeting failed without a word of the server's.
fn because_of_failed_greeting(error: &RedisError) -> Because {
    if let Some(because) = because_of_encryption(error) {
        return Because::Unreachable(because);
    }
    // It speaks, but not as a Redis 6 in clear does.
    let is_strange = matches!(
        error.kind(),
        ErrorKind::Parse | ErrorKind::RESP3NotSupported
    );
    Because::Unreachable(if is_strange {
        UnreachableBecause::Settings
    } else {
        UnreachableBecause::NoAnswer
    })
}

/// Why there is no encryption, if that is what a fault is about.
pub(crate) fn trouble_behind(fault: &StoreFault) -> Option<Trouble> {
    let source = fault.source()?;
    match source.downcast_ref::<Cause>() {
        Some(shared) => trouble_in(&*shared.0),
        None => trouble_in(source),
    }
}

/// What a failed encryption means, if it is one, anywhere down the chain of causes.
pub(super) fn because_of_encryption(
    error: &(dyn StdError + 'static),
) -> Option<UnreachableBecause> {
    let because = match trouble_in(error)? {
        Trouble::Expired
        | Trouble::NotYetValid
        | Trouble::OtherName
        | Trouble::UnknownAuthority
        | Trouble::BadCertificate => UnreachableBecause::Certificate,
        Trouble::WantsOurs | Trouble::NotSpoken => UnreachableBecause::Settings,
    };
    Some(because)
}

#[cfg(test)]
mod tests {
    use redis::{Value, parse_redis_value};

    use super::*;

    fn server_error(line: &str) -> ServerError {
        let value = parse_redis_value(format!("-{line}\r\n").as_bytes()).unwrap();
        let Value::ServerError(error) = value else {
            panic!("{value:?}");
        };
        error
    }

    fn code(line: &str) -> &'static str {
        refusal(server_error(line)).code()
    }

    #[test]
    fn every_refusal_that_an_admin_can_mend_has_its_own_name() {
        for (line, expected) in [
            (
                "READONLY You can't write against a read only replica.",
                "store.read-only",
            ),
            (
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "store.read-only",
            ),
            (
                "LOADING Redis is loading the dataset in memory",
                "store.loading",
            ),
            (
                "OOM command not allowed when used memory > 'maxmemory'.",
                "store.full",
            ),
            (
                "ERR max number of clients reached",
                "store.too-many-clients",
            ),
            ("NOAUTH Authentication required.", "store.not-authenticated"),
            (
                "WRONGPASS invalid username-password pair or user is disabled.",
                "store.not-authenticated",
            ),
            (
                "NOPERM User desk has no permissions to run the 'evalsha' command",
                "store.not-permitted",
            ),
            (
                "WRONGTYPE Operation against a key holding the wrong kind of value",
                "store.wrong-type",
            ),
            ("BUSY Redis is busy running a script.", "store.busy"),
            ("CLUSTERDOWN The cluster is down", "store.cluster-down"),
            (
                "MISCONF Redis is configured to save RDB snapshots, but it's unable to",
                "store.cannot-save",
            ),
            (
                "NOREPLICAS Not enough good replicas to write.",
                "store.not-replicated",
            ),
            ("NAMETAKEN a try has that name", "store.name-taken"),
            ("UNREADABLE a ledger of version 9", "store.unreadable"),
            ("ERR unknown command 'evalsha'", "store.refused"),
            ("MOVED 3999 127.0.0.1:6381", "store.settings"),
            ("ERR DB index is out of range", "store.settings"),
        ] {
            assert_eq!(code(line), expected, "{line}");
        }
    }

    #[test]
    fn an_error_inside_a_script_is_what_its_command_said() {
        for (line, expected) in [
            (
                "OOM command not allowed when used memory > 'maxmemory'. script: ab12, on @user_script:1.",
                "store.full",
            ),
            (
                "WRONGTYPE Operation against a key holding the wrong kind of value script: ab12, on @user_script:3.",
                "store.wrong-type",
            ),
            (
                "ERR Error running script (call to f_ab12): @user_script:1: -OOM command not allowed when used memory > 'maxmemory'. ",
                "store.full",
            ),
            (
                "ERR Error running script (call to f_ab12): @user_script: 7: WRONGTYPE Operation against a key holding the wrong kind of value",
                "store.wrong-type",
            ),
            (
                "ERR Error running script (call to f_ab12): @user_script: 7: -READONLY You can't write against a read only replica. ",
                "store.read-only",
            ),
            (
                "ERR user_script:1: attempt to index a nil value script: ab12, on @user_script:1.",
                "store.refused",
            ),
        ] {
            assert_eq!(code(line), expected, "{line}");
        }
    }

    #[test]
    fn what_says_that_a_server_is_no_primary_is_known() {
        let line = "READONLY You can't write against a read only replica.";
        assert!(is_about_being_primary(&server_error(line)));
        assert!(!is_about_being_primary(&server_error("OOM no")));
    }
}
