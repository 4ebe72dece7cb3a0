//! Where the organisation's Redis is and how to be let in: what an administrator writes down.
//! Holds no secret, opens no file and connects to nothing.

use std::fmt;
use std::path::PathBuf;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use thiserror::Error;

mod address;
mod plan;

pub(crate) use address::{Address, Host};
pub(crate) use plan::{Certificates, Plan, Watched, Whereabouts};

/// How to reach the shared store. Passwords are no part of it: see [`RedisSecrets`].
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedisSettings {
    /// The site's name, 1 to 32 of a–z, 0–9 and `-`. Every key of the site begins with it, so that
    /// several sites can share a server.
    #[cfg_attr(
        feature = "wire",
        schemars(length(min = 1, max = plan::LONGEST_SITE), regex(pattern = "^[a-z0-9-]+$"))
    )]
    pub site: String,
    /// What to connect to.
    pub place: Place,
    /// The user that the server's access list knows the desks by; nothing means its default user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// A file with the certificates, in PEM, of the authorities to trust *instead* of those that this
    /// computer trusts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<PathBuf>,
    /// A file with the certificate, in PEM, by which this desk shows who it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_certificate: Option<PathBuf>,
    /// A file with the key, in PEM and without a passphrase, of the client certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_key: Option<PathBuf>,
    /// How many replicas must have a step before the desk is told of it. Unless it is set: 1 behind
    /// Sentinel, where a failover is to be expected, and 0 elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wire", schemars(range(max = Plan::MOST_REPLICAS)))]
    pub replicas: Option<u8>,
}

/// What to connect to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Place {
    /// One server.
    Single {
        /// `redis://host:6379/0`, `rediss://host:6380/0` with TLS, or `redis+unix:///path/of/a.sock?db=0`.
        url: String,
    },
    /// Whichever server Sentinel says is the primary.
    Sentinel {
        /// The Sentinels, as `redis://host:26379` or `rediss://host:26379` with TLS.
        sentinels: Vec<String>,
        /// The name by which they know the primary.
        primary: String,
        /// Whether the primary is spoken to with TLS.
        #[serde(default)]
        tls: bool,
        /// The primary's database number.
        #[serde(default)]
        database: u16,
        /// The user that the Sentinels' own access lists know the desks by.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        user: Option<String>,
    },
    /// A cluster, found through any of its nodes.
    Cluster {
        /// Some of its nodes, as `redis://host:6379` or, all of them, `rediss://host:6379` with TLS.
        nodes: Vec<String>,
    },
}

/// The passwords that go with [`RedisSettings`].
#[derive(Clone, Default)]
pub struct RedisSecrets {
    /// The user's, at the server.
    pub password: Option<SecretString>,
    /// The Sentinels' own.
    pub sentinel_password: Option<SecretString>,
}

impl fmt::Debug for RedisSecrets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RedisSecrets")
            .finish_non_exhaustive()
    }
}

/// Why settings can't be used. No address is repeated here, since a password may have been put there.
#[derive(Clone, Copy, Debug, Error, Eq, PartialEq)]
pub enum InvalidRedisSettings {
    /// The site's name has other letters, or is too long.
    #[error("name the site with 1 to 32 of the characters a–z, 0–9 and -")]
    Site,
    /// An address isn't one.
    #[error(
        "write the address as redis://host:6379/0, rediss://host:6380/0 for TLS, or redis+unix:///path/of/a.sock"
    )]
    Address,
    /// An address holds a user or a password.
    #[error(
        "take the user and the password out of the address: the user has a setting of its own, and the password is kept in the keyring"
    )]
    SecretInAddress,
    /// An address asks for something after `?` or `#`.
    #[error("take what follows ? or # out of the address: no options can be set there")]
    OptionInAddress,
    /// The database number isn't one.
    #[error("write the database as a number from 0 to 65535 after the address's last /")]
    Database,
    /// A database number where there is none to choose.
    #[error(
        "take the database number out of this address: a cluster has one database, and Sentinel's is set beside it"
    )]
    DatabaseNotHere,
    /// A Unix socket where only hosts can be.
    #[error("give host names: a Unix socket is possible for a single server only")]
    SocketNotHere,
    /// No Sentinel or no node is named.
    #[error("name at least one address")]
    NoAddress,
    /// The primary has no name.
    #[error("give the name by which the Sentinels know the primary, such as mymaster")]
    PrimaryName,
    /// Some nodes with TLS, some without.
    #[error("write all addresses of the cluster with rediss://, or all of them with redis://")]
    MixedTls,
    /// Certificates are given, but no connection uses TLS.
    #[error(
        "certificates are used with TLS only: write the address with rediss://, or leave them out"
    )]
    CertificatesWithoutTls,
    /// A certificate without its key, or the other way round.
    #[error("give both the client certificate and its key, or neither")]
    HalfAnIdentity,
    /// An empty user name.
    #[error("leave the user out, or give a name: it can't be empty")]
    EmptyUser,
    /// More replicas than anybody has.
    #[error("ask for at most {} replicas", Plan::MOST_REPLICAS)]
    TooManyReplicas,
}

impl RedisSettings {
    /// Whether the settings can be used as far as they themselves tell. What they name may be missing.
    ///
    /// # Errors
    /// The first [`InvalidRedisSettings`], in words that say what to do.
    pub fn validated(&self) -> Result<(), InvalidRedisSettings> {
        Plan::of(self).map(drop)
    }
}

#[cfg(test)]
mod tests;
