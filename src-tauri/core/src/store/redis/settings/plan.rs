//! Settings that were checked, in the shape a connection is made from. No file is read here.

use std::path::PathBuf;

use super::address::{Address, Host, Written};
use super::{InvalidRedisSettings, Place, RedisSettings};

/// What a server listens on where an address doesn't say.
const SERVER_PORT: u16 = 6379;

/// The same for a Sentinel.
const SENTINEL_PORT: u16 = 26379;

/// Characters of a site's name.
pub(super) const LONGEST_SITE: usize = 32;

/// Settings that can be used as far as they themselves tell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Plan {
    /// 1 to 32 of a–z, 0–9 and `-`.
    pub(crate) site: String,
    pub(crate) whereabouts: Whereabouts,
    pub(crate) user: Option<String>,
    pub(crate) certificates: Certificates,
    /// How many replicas must have a step before the desk is told of it.
    pub(crate) replicas: u8,
}

/// What to connect to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Whereabouts {
    Single {
        address: Address,
        database: u16,
    },
    Sentinel(Watched),
    Cluster {
        /// At least one; all with TLS or none.
        nodes: Vec<Host>,
    },
}

/// A primary and the Sentinels that watch it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Watched {
    /// At least one.
    pub(crate) sentinels: Vec<Host>,
    /// The name by which they know the primary.
    pub(crate) primary: String,
    /// Whether the primary is spoken to with TLS.
    pub(crate) tls: bool,
    /// The primary's database.
    pub(crate) database: u16,
    /// The user that the Sentinels know the desks by.
    pub(crate) user: Option<String>,
}

/// The files with certificates.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Certificates {
    /// Whom to trust instead of whom this computer trusts.
    pub(crate) authorities: Option<PathBuf>,
    /// The desk's own certificate and its key.
    pub(crate) identity: Option<(PathBuf, PathBuf)>,
}

impl Plan {
    /// Beyond it, a typing error is likelier than a wish.
    pub(super) const MOST_REPLICAS: u8 = 8;

    /// Checks the settings.
    pub(crate) fn of(settings: &RedisSettings) -> Result<Self, InvalidRedisSettings> {
        let whereabouts = Whereabouts::of(&settings.place)?;
        let certificates = Certificates::of(settings)?;
        if certificates != Certificates::default() && !whereabouts.uses_tls() {
            return Err(InvalidRedisSettings::CertificatesWithoutTls);
        }
        Ok(Self {
            site: site(&settings.site)?,
            user: user(settings.user.as_deref())?,
            replicas: replicas(settings.replicas, &whereabouts)?,
            whereabouts,
            certificates,
        })
    }
}

impl Whereabouts {
    fn of(place: &Place) -> Result<Self, InvalidRedisSettings> {
        match place {
            Place::Single { url } => {
                let written = Written::read(url, SERVER_PORT)?;
                Ok(Self::Single {
                    address: written.address,
                    database: written.database.unwrap_or_default(),
                })
            }
            Place::Sentinel {
                sentinels,
                primary,
                tls,
                database,
                user: sentinel_user,
            } => Ok(Self::Sentinel(Watched {
                sentinels: hosts(sentinels, SENTINEL_PORT)?,
                primary: primary_name(primary)?,
                tls: *tls,
                database: *database,
                user: user(sentinel_user.as_deref())?,
            })),
            Place::Cluster { nodes } => {
                let nodes = hosts(nodes, SERVER_PORT)?;
                let with_tls = nodes.iter().filter(|node| node.tls).count();
                if with_tls != 0 && with_tls != nodes.len() {
                    return Err(InvalidRedisSettings::MixedTls);
                }
                Ok(Self::Cluster { nodes })
            }
        }
    }

    /// Whether any connection uses TLS.
    pub(crate) fn uses_tls(&self) -> bool {
        match self {
            Self::Single { address, .. } => match address {
                Address::Host(host) => host.tls,
                Address::Socket(_) => false,
            },
            Self::Sentinel(watched) => {
                watched.tls || watched.sentinels.iter().any(|sentinel| sentinel.tls)
            }
            Self::Cluster { nodes } => nodes.iter().any(|node| node.tls),
        }
    }
}

impl Certificates {
    fn of(settings: &RedisSettings) -> Result<Self, InvalidRedisSettings> {
        let identity = match (&settings.client_certificate, &settings.client_key) {
            (Some(certificate), Some(key)) => Some((certificate.clone(), key.clone())),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(InvalidRedisSettings::HalfAnIdentity),
        };
        Ok(Self {
            authorities: settings.ca_file.clone(),
            identity,
        })
    }
}

fn hosts(addresses: &[String], usual_port: u16) -> Result<Vec<Host>, InvalidRedisSettings> {
    if addresses.is_empty() {
        return Err(InvalidRedisSettings::NoAddress);
    }
    let read = |address: &String| {
        let written = Written::read(address, usual_port)?;
        if written.database.is_some() {
            return Err(InvalidRedisSettings::DatabaseNotHere);
        }
        match written.address {
            Address::Host(host) => Ok(host),
            Address::Socket(_) => Err(InvalidRedisSettings::SocketNotHere),
        }
    };
    addresses.iter().map(read).collect()
}

fn site(name: &str) -> Result<String, InvalidRedisSettings> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.is_empty() || name.len() > LONGEST_SITE || !name.bytes().all(fits) {
        return Err(InvalidRedisSettings::Site);
    }
    Ok(name.to_owned())
}

fn user(name: Option<&str>) -> Result<Option<String>, InvalidRedisSettings> {
    if name.is_some_and(str::is_empty) {
        return Err(InvalidRedisSettings::EmptyUser);
    }
    Ok(name.map(str::to_owned))
}

fn primary_name(name: &str) -> Result<String, InvalidRedisSettings> {
    let name = name.trim();
    if name.is_empty() {
        return Err(InvalidRedisSettings::PrimaryName);
    }
    Ok(name.to_owned())
}

fn replicas(asked: Option<u8>, whereabouts: &Whereabouts) -> Result<u8, InvalidRedisSettings> {
    let usual = match whereabouts {
        Whereabouts::Sentinel(_) => 1,
        Whereabouts::Single { .. } | Whereabouts::Cluster { .. } => 0,
    };
    let replicas = asked.unwrap_or(usual);
    if replicas > Plan::MOST_REPLICAS {
        return Err(InvalidRedisSettings::TooManyReplicas);
    }
    Ok(replicas)
}
