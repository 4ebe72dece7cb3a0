//! TLS to a Redis server: whom to trust, and by which certificate this desk shows who it is.
//! Certificates are always checked. The cryptography is ring's and is passed along; no default is
//! installed for the process.

use std::error::Error as StdError;
use std::path::Path;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

use super::faults::LinkError;
use crate::network::certificate::Shown;
use crate::store::redis::settings::Certificates;

type Cause = Box<dyn StdError + Send + Sync>;

/// Reads the files and sets up TLS. What servers show is kept in `shown`. Answers why it can't.
pub(super) fn configured(
    certificates: &Certificates,
    shown: &Shown,
) -> Result<Arc<ClientConfig>, Cause> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier: Arc<dyn ServerCertVerifier> = match &certificates.authorities {
        Some(file) => trusting_only(file, &provider)?,
        None => Arc::new(Verifier::new(Arc::clone(&provider))?),
    };
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(shown.looking_on(verifier));
    let config = match &certificates.identity {
        Some((certificate, key)) => config
            .with_client_auth_cert(read_chain(certificate)?, PrivateKeyDer::from_pem_file(key)?)?,
        None => config.with_no_client_auth(),
    };
    Ok(Arc::new(config))
}

fn trusting_only(
    file: &Path,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<WebPkiServerVerifier>, Cause> {
    let mut authorities = RootCertStore::empty();
    for certificate in read_chain(file)? {
        authorities.add(certificate)?;
    }
    let authorities = Arc::new(authorities);
    let verifier =
        WebPkiServerVerifier::builder_with_provider(authorities, Arc::clone(provider)).build()?;
    Ok(verifier)
}

pub(super) fn read_chain(file: &Path) -> Result<Vec<CertificateDer<'static>>, Cause> {
    let chain = CertificateDer::pem_file_iter(file)?.collect::<Result<Vec<_>, _>>()?;
    if chain.is_empty() {
        return Err(Box::new(LinkError::NoCertificate));
    }
    Ok(chain)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    fn with_authorities(file: PathBuf) -> Result<Arc<ClientConfig>, Cause> {
        let certificates = Certificates {
            authorities: Some(file),
            identity: None,
        };
        configured(&certificates, &Shown::default())
    }

    #[test]
    fn a_file_without_certificates_can_not_be_used() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca.pem");
        assert!(with_authorities(file.clone()).is_err(), "missing");
        fs::write(&file, "").unwrap();
        assert!(with_authorities(file.clone()).is_err(), "empty");
        let nonsense = "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n";
        fs::write(&file, nonsense).unwrap();
        assert!(with_authorities(file).is_err(), "nonsense");
    }
}
