//! Certificates for TLS on this machine, signed by an authority that nobody else trusts.
//! They are valid at every time that a held clock can reasonably show.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyPair, KeyUsagePurpose, date_time_ymd,
};
use tempfile::TempDir;

use crate::error::Error;

/// An authority, a certificate for the servers at 127.0.0.1 and localhost, and one for their clients, as PEM files.
/// The files go with the last clone.
#[derive(Debug, Clone)]
pub struct Certificates(Arc<TempDir>);

type Authority = CertifiedIssuer<'static, KeyPair>;

/// What is the matter with the certificate of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It ended at the beginning of 2020.
    Expired,
    /// It begins with the year 2200.
    NotYetValid,
    /// It is for `redis.example`.
    ForAnotherName,
}

impl Certificates {
    /// Makes an authority and what it signs.
    ///
    /// # Errors
    /// [`Error::Certificate`] or [`Error::File`].
    pub fn new() -> Result<Self, Error> {
        Self::made(None)
    }

    /// The same with something the matter with the certificate of the servers.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn flawed(flaw: Flaw) -> Result<Self, Error> {
        Self::made(Some(flaw))
    }

    fn made(flaw: Option<Flaw>) -> Result<Self, Error> {
        let folder = TempDir::with_prefix("countersign-certificates-")
            .map_err(Error::file(std::env::temp_dir()))?;
        let made = Self(Arc::new(folder));
        let authority = authority()?;
        write(&made.ca_file(), &authority.pem())?;
        // A server is its primary's client, too.
        let server = [
            ExtendedKeyUsagePurpose::ServerAuth,
            ExtendedKeyUsagePurpose::ClientAuth,
        ];
        let mut parameters = named(&hosts(flaw), "A Redis server of the tests")?;
        match flaw {
            Some(Flaw::Expired) => parameters.not_after = date_time_ymd(2020, 1, 1),
            Some(Flaw::NotYetValid) => parameters.not_before = date_time_ymd(2200, 1, 1),
            Some(Flaw::ForAnotherName) | None => {}
        }
        let (certificate, key) = signed(&authority, parameters, &server)?;
        write(&made.server_certificate(), &certificate)?;
        write(&made.server_key(), &key)?;
        let client = [ExtendedKeyUsagePurpose::ClientAuth];
        let desk = named(&[], "A desk of the tests")?;
        let (certificate, key) = signed(&authority, desk, &client)?;
        write(&made.client_certificate(), &certificate)?;
        write(&made.client_key(), &key)?;
        Ok(made)
    }

    /// The authority's certificate.
    #[must_use]
    pub fn ca_file(&self) -> PathBuf {
        self.0.path().join("authority.pem")
    }

    /// A certificate that a server which demands one accepts from a client.
    #[must_use]
    pub fn client_certificate(&self) -> PathBuf {
        self.0.path().join("client.pem")
    }

    /// The private key of [`Self::client_certificate`].
    #[must_use]
    pub fn client_key(&self) -> PathBuf {
        self.0.path().join("client.key")
    }

    pub(crate) fn server_certificate(&self) -> PathBuf {
        self.0.path().join("server.pem")
    }

    pub(crate) fn server_key(&self) -> PathBuf {
        self.0.path().join("server.key")
    }
}

fn hosts(flaw: Option<Flaw>) -> Vec<&'static str> {
    match flaw {
        Some(Flaw::ForAnotherName) => vec!["redis.example"],
        Some(Flaw::Expired | Flaw::NotYetValid) | None => vec!["localhost", "127.0.0.1"],
    }
}

fn authority() -> Result<Authority, Error> {
    let mut parameters = named(&[], "An authority of the tests")?;
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Ok(CertifiedIssuer::self_signed(
        parameters,
        KeyPair::generate()?,
    )?)
}

/// A certificate and its private key, both as PEM.
fn signed(
    authority: &Authority,
    mut parameters: CertificateParams,
    usages: &[ExtendedKeyUsagePurpose],
) -> Result<(String, String), Error> {
    parameters.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    parameters.extended_key_usages = usages.to_vec();
    let key = KeyPair::generate()?;
    let certificate = parameters.signed_by(&key, authority)?;
    Ok((certificate.pem(), key.serialize_pem()))
}

fn named(hosts: &[&str], name: &str) -> Result<CertificateParams, Error> {
    let hosts: Vec<String> = hosts.iter().map(|&host| host.to_owned()).collect();
    let mut parameters = CertificateParams::new(hosts)?;
    parameters.distinguished_name.push(DnType::CommonName, name);
    Ok(parameters)
}

fn write(path: &Path, pem: &str) -> Result<(), Error> {
    fs::write(path, pem).map_err(Error::file(path))
}
