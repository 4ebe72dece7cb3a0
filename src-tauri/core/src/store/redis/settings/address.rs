//! One address as an administrator writes it, taken apart. Knows no user and no password: an address
//! with one of them is refused.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;

use super::InvalidRedisSettings;

/// Where a server listens.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Address {
    /// A host and a port.
    Host(Host),
    /// A Unix socket.
    Socket(PathBuf),
}

/// A host to connect to.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Host {
    /// Its name or IP address, an IPv6 address without brackets.
    pub(crate) name: String,
    pub(crate) port: u16,
    pub(crate) tls: bool,
}

impl Host {
    /// Whether it is this computer by name or address.
    pub(crate) fn is_this_computer(&self) -> bool {
        let address: Result<IpAddr, _> = self.name.parse();
        self.name == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.contains(':') {
            return write!(formatter, "[{}]:{}", self.name, self.port);
        }
        write!(formatter, "{}:{}", self.name, self.port)
    }
}

/// An address with the database number that stands in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Written {
    pub(super) address: Address,
    pub(super) database: Option<u16>,
}

impl Written {
    /// Reads `redis://host:port/database`, `rediss://…` and `redis+unix:///path?db=database`.
    pub(super) fn read(text: &str, usual_port: u16) -> Result<Self, InvalidRedisSettings> {
        let url = redis::parse_redis_url(text.trim()).ok_or(InvalidRedisSettings::Address)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(InvalidRedisSettings::SecretInAddress);
        }
        let tls = match url.scheme() {
            "redis" => false,
            "rediss" => true,
            "redis+unix" | "unix" => {
                return Self::read_socket(url.host_str(), url.path(), url.query());
            }
            _ => return Err(InvalidRedisSettings::Address),
        };
        if url.query().is_some() || url.fragment().is_some() {
            return Err(InvalidRedisSettings::OptionInAddress);
        }
        let name = url.host_str().unwrap_or_default();
        let name = name.trim_start_matches('[').trim_end_matches(']');
        if name.is_empty() || name.contains('%') {
            return Err(InvalidRedisSettings::Address);
        }
        let host = Host {
            name: name.to_owned(),
            port: url.port().unwrap_or(usual_port),
            tls,
        };
        Ok(Self {
            address: Address::Host(host),
            database: database(url.path().trim_matches('/'))?,
        })
    }

    fn read_socket(
        host: Option<&str>,
        path: &str,
        query: Option<&str>,
    ) -> Result<Self, InvalidRedisSettings> {
        if host.is_some_and(|host| !host.is_empty()) || path.len() < 2 || path.contains('%') {
            return Err(InvalidRedisSettings::Address);
        }
        let number = match query {
            None => "",
            Some(query) => query
                .strip_prefix("db=")
                .ok_or(InvalidRedisSettings::OptionInAddress)?,
        };
        Ok(Self {
            address: Address::Socket(PathBuf::from(path)),
            database: database(number)?,
        })
    }
}

fn database(text: &str) -> Result<Option<u16>, InvalidRedisSettings> {
    if text.is_empty() {
        return Ok(None);
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidRedisSettings::Database);
    }
    let number = text.parse().map_err(|_| InvalidRedisSettings::Database)?;
    Ok(Some(number))
}
