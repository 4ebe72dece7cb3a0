//! How servers are shut against others: not at all, or by TLS and an access control list as an organisation's are.
//! The passwords guard empty servers on the loopback interface for the length of a test, and are no secrets.

use crate::certificates::Certificates;
use crate::error::Error;

/// The user whose rule a test gives.
pub const DESK_USER: &str = "desk";
/// The password of [`DESK_USER`].
pub const DESK_PASSWORD: &str = "password-of-the-desks";
/// The user of a sentinel's own list; the servers do not know it.
pub const SENTINEL_USER: &str = "sentinel-client";
/// The password of [`SENTINEL_USER`].
pub const SENTINEL_PASSWORD: &str = "password-of-the-sentinels";

pub(crate) const ADMINISTRATOR: &str = "administrator";
pub(crate) const ADMINISTRATOR_PASSWORD: &str = "password-of-the-administrator";

/// How a server is shut against others.
#[derive(Debug, Clone, Default)]
pub enum Protection {
    /// Open to every process of this machine.
    #[default]
    None,
    /// Reached by TLS only, and by named users only.
    TlsAndAcl(TlsAndAcl),
}

/// The parts of [`Protection::TlsAndAcl`]. The default user is off.
#[derive(Debug, Clone)]
pub struct TlsAndAcl {
    /// Who the servers are to their clients, and their clients to them.
    pub certificates: Certificates,
    /// Whether a client without a certificate is turned away.
    pub demands_client_certificate: bool,
    /// What [`DESK_USER`] may do, as in `ACL SETUSER`: `~cs:site:* -@all +evalsha`.
    pub desk_rule: String,
}

impl TlsAndAcl {
    /// New certificates, no demand for the client's, and this rule for [`DESK_USER`].
    ///
    /// # Errors
    /// [`Error::Certificate`] or [`Error::File`].
    pub fn new(desk_rule: impl Into<String>) -> Result<Self, Error> {
        Ok(Self {
            certificates: Certificates::new()?,
            demands_client_certificate: false,
            desk_rule: desk_rule.into(),
        })
    }

    fn tls_lines(&self, port: u16) -> Vec<String> {
        let Self { certificates, .. } = self;
        let demand = if self.demands_client_certificate {
            "yes"
        } else {
            "no"
        };
        vec![
            "port 0".to_owned(),
            format!("tls-port {port}"),
            format!(
                "tls-cert-file {}",
                certificates.server_certificate().display()
            ),
            format!("tls-key-file {}", certificates.server_key().display()),
            format!("tls-ca-cert-file {}", certificates.ca_file().display()),
            format!("tls-auth-clients {demand}"),
            "tls-replication yes".to_owned(),
            "tls-cluster yes".to_owned(),
        ]
    }

    fn user_lines(&self, role: Role) -> Vec<String> {
        let administrator =
            format!("user {ADMINISTRATOR} on >{ADMINISTRATOR_PASSWORD} ~* &* +@all");
        let other = match role {
            Role::Data => format!("user {DESK_USER} on >{DESK_PASSWORD} {}", self.desk_rule),
            Role::Sentinel => format!("user {SENTINEL_USER} on >{SENTINEL_PASSWORD} ~* &* +@all"),
        };
        vec!["user default off".to_owned(), administrator, other]
    }
}

/// What a process of redis-server is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It holds keys.
    Data,
    /// It watches those that do.
    Sentinel,
}

impl Protection {
    /// What the configuration of a server on `port` says of it.
    pub(crate) fn lines(&self, role: Role, port: u16) -> Vec<String> {
        match self {
            Self::None => vec![format!("port {port}")],
            Self::TlsAndAcl(parts) => [parts.tls_lines(port), parts.user_lines(role)].concat(),
        }
    }

    /// The user by whom servers and tests reach a server, with the password; none where everyone may.
    pub(crate) fn administrator(&self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::None => None,
            Self::TlsAndAcl(_) => Some((ADMINISTRATOR, ADMINISTRATOR_PASSWORD)),
        }
    }

    pub(crate) fn scheme(&self) -> &'static str {
        match self {
            Self::None => "redis",
            Self::TlsAndAcl(_) => "rediss",
        }
    }
}
