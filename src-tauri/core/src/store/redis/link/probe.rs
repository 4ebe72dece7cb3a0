//! The way to Redis taken step by step, to see how far it leads: files, name, connection, encryption.
//! Letting itself in, and everything after it, is the store's own first step.

use std::fmt;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::connection;
use super::encryption;
use crate::network::certificate::{Certificate, Shown};
use crate::network::encryption::{Trouble, trouble_in};
use crate::network::{self, NotReached};
use crate::store::redis::settings::{
    Address, Certificates, Host, InvalidRedisSettings, Plan, RedisSettings, Whereabouts,
};

/// For each step on the way to one host.
const STEP_WITHIN: Duration = Duration::from_secs(3);

/// The way to the servers that the settings name.
pub(crate) struct Probe {
    plan: Plan,
}

/// A file of certificates, by what it is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum CertificateFile {
    /// Of the authorities to trust.
    Authorities,
    /// The desk's own certificate.
    Certificate,
    /// The key of the desk's own certificate.
    Key,
}

/// Why the files of certificates can't be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum UnfitFiles {
    /// One can't be read, or holds nothing of the kind.
    Unreadable(CertificateFile),
    /// The certificate and its key don't belong together, or the computer's own list of authorities
    /// can't be read.
    Unusable,
}

/// What was read from the files.
pub(crate) struct ReadFiles {
    /// The authorities to trust; none where the computer's own list counts.
    pub(crate) authorities: Vec<Certificate>,
    /// The desk's own certificate.
    pub(crate) identity: Option<Certificate>,
    /// What encrypts; nothing where no connection is encrypted.
    pub(crate) encryption: Option<Encryption>,
}

/// What encrypts the connections that are looked at, and keeps what servers show.
pub(crate) struct Encryption {
    config: Arc<ClientConfig>,
    shown: Shown,
}

/// An encryption that was looked at.
pub(crate) struct Looked {
    /// The server's certificate, where it came so far.
    pub(crate) certificate: Option<Certificate>,
    /// Why there is no encryption; nothing where there is.
    pub(crate) trouble: Option<Trouble>,
}

impl fmt::Debug for Probe {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Probe").finish_non_exhaustive()
    }
}

impl Probe {
    /// Checks the settings. Nothing is read and nobody asked.
    pub(crate) fn new(settings: &RedisSettings) -> Result<Self, InvalidRedisSettings> {
        let plan = Plan::of(settings)?;
        Ok(Self { plan })
    }

    /// The hosts that the settings name: the server, the Sentinels, or some of the nodes. None where the
    /// server is reached by a socket of this computer.
    pub(crate) fn hosts(&self) -> Vec<Host> {
        match &self.plan.whereabouts {
            Whereabouts::Single { address, .. } => match address {
                Address::Host(host) => vec![host.clone()],
                Address::Socket(_) => Vec::new(),
            },
            Whereabouts::Sentinel(watched) => watched.sentinels.clone(),
            Whereabouts::Cluster { nodes } => nodes.clone(),
        }
    }

    /// Whether the servers that have the data are spoken to in clear.
    pub(crate) fn speaks_in_clear(&self) -> bool {
        match &self.plan.whereabouts {
            Whereabouts::Single { address, .. } => match address {
                Address::Host(host) => !host.tls,
                Address::Socket(_) => false,
            },
            Whereabouts::Sentinel(watched) => !watched.tls,
            Whereabouts::Cluster { nodes } => nodes.iter().all(|node| !node.tls),
        }
    }

    /// Reads the files of certificates, if there are any.
    pub(crate) fn read_files(&self) -> Result<ReadFiles, UnfitFiles> {
        let Certificates {
            authorities,
            identity,
        } = &self.plan.certificates;
        let read = |file: &Path, role| {
            let chain = encryption::read_chain(file);
            let chain = chain.map_err(|_| UnfitFiles::Unreadable(role))?;
            let read = chain.iter().map(|der| Certificate::read(der));
            let read: Option<Vec<_>> = read.collect();
            read.ok_or(UnfitFiles::Unreadable(role))
        };
        let authorities = match authorities {
            Some(file) => read(file, CertificateFile::Authorities)?,
            None => Vec::new(),
        };
        let identity = match identity {
            Some((certificate, key)) => {
                let chain = read(certificate, CertificateFile::Certificate)?;
                PrivateKeyDer::from_pem_file(key)
                    .map_err(|_| UnfitFiles::Unreadable(CertificateFile::Key))?;
                chain.into_iter().next()
            }
            None => None,
        };
        let encryption = match self.plan.whereabouts.uses_tls() {
            true => Some(Encryption::new(&self.plan.certificates)?),
            false => None,
        };
        Ok(ReadFiles {
            authorities,
            identity,
            encryption,
        })
    }

    /// Looks a host's name up.
    pub(crate) async fn find(&self, host: &Host) -> Result<Vec<SocketAddr>, NotReached> {
        network::find(&host.name, host.port, STEP_WITHIN).await
    }

    /// Connects to a host that was found.
    pub(crate) async fn connect(&self, addresses: &[SocketAddr]) -> Result<TcpStream, NotReached> {
        network::connect(addresses, STEP_WITHIN).await
    }
}

impl Encryption {
    fn new(certificates: &Certificates) -> Result<Self, UnfitFiles> {
        let shown = Shown::default();
        let config = encryption::configured(certificates, &shown);
        let config = config.map_err(|_| UnfitFiles::Unusable)?;
        Ok(Self { config, shown })
    }

    /// Encrypts a connection, and closes it again.
    pub(crate) async fn look(&self, host: &Host, stream: TcpStream) -> Looked {
        let agreed = connection::encrypt(host, stream, Some(&self.config));
        let trouble = match timeout(STEP_WITHIN, agreed).await {
            Ok(Ok(_)) => None,
            Ok(Err(error)) => Some(trouble_in(&error).unwrap_or(Trouble::NotSpoken)),
            // Something took the connection and never answered the greeting.
            Err(_) => Some(Trouble::NotSpoken),
        };
        Looked {
            certificate: self.shown.certificate(),
            trouble,
        }
    }
}
