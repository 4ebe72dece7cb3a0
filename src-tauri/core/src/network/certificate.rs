//! What a server's certificate says of itself: who issued it and when it is valid. Whether it is to be
//! believed is for the verifier that is asked; this only looks on.

use std::sync::{Arc, Mutex};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, SignatureScheme};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;
use x509_parser::x509::X509Name;

use crate::time::{Timestamp, lock};

/// What a certificate says of itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Certificate {
    /// The name of who issued it: the organisation's where it has one. In the issuer's own words.
    pub(crate) issuer: String,
    /// From when it is valid.
    pub(crate) not_before: Timestamp,
    /// Until when it is valid.
    pub(crate) not_after: Timestamp,
}

impl Certificate {
    /// Reads a certificate; nothing where it isn't one.
    pub(crate) fn read(der: &[u8]) -> Option<Self> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let validity = certificate.validity();
        Some(Self {
            issuer: name(certificate.issuer())?.to_owned(),
            not_before: Timestamp::from_second(validity.not_before.timestamp()).ok()?,
            not_after: Timestamp::from_second(validity.not_after.timestamp()).ok()?,
        })
    }
}

fn name<'a>(issuer: &'a X509Name<'_>) -> Option<&'a str> {
    let organisation = issuer.iter_organization().next();
    let name = organisation.or_else(|| issuer.iter_common_name().next());
    name?.as_str().ok()
}

/// Where the certificate that a server showed last is kept, whatever was made of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown(Arc<Mutex<Option<Vec<u8>>>>);

impl Shown {
    /// What the certificate says; nothing where none was shown yet.
    pub(crate) fn certificate(&self) -> Option<Certificate> {
        let shown = lock(&self.0);
        Certificate::read(shown.as_deref()?)
    }

    /// A verifier that decides as `judge` does, and keeps what it was shown.
    pub(crate) fn looking_on(&self, judge: Arc<dyn ServerCertVerifier>) -> Arc<Onlooker> {
        let shown = self.clone();
        Arc::new(Onlooker { judge, shown })
    }
}

/// Keeps the certificates that another verifier judges.
#[derive(Debug)]
pub(crate) struct Onlooker {
    judge: Arc<dyn ServerCertVerifier>,
    shown: Shown,
}

impl ServerCertVerifier for Onlooker {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        *lock(&self.shown.0) = Some(end_entity.to_vec());
        self.judge
            .verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.judge
            .verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.judge
            .verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.judge.supported_verify_schemes()
    }
}
