//! Whom a connection trusts: the certificates that this computer trusts, or nobody's.
//! The cryptography is ring's and is passed along; no default is installed for the process.

use std::error::Error;
use std::io;
use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

/// Checks certificates as this computer does, so that an office's own authority counts too.
pub(crate) fn trusting_the_system() -> Result<ClientConfig, rustls::Error> {
    let provider = cryptography();
    let verifier = Verifier::new(Arc::clone(&provider))?;
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// For a sandbox in clear: reads no trust store, since no certificate is looked at.
pub(crate) fn trusting_nobody() -> Result<ClientConfig, rustls::Error> {
    let config = ClientConfig::builder_with_provider(cryptography())
        .with_safe_default_protocol_versions()?
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    Ok(config)
}

fn cryptography() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Whether encryption could not be agreed on, anywhere down the chain of causes.
pub(crate) fn is_about_encryption(error: &(dyn Error + 'static)) -> bool {
    let mut link = Some(error);
    while let Some(error) = link {
        if error.is::<rustls::Error>() {
            return true;
        }
        // An I/O error's `source` skips the error that it wraps.
        link = match error.downcast_ref::<io::Error>().map(io::Error::get_ref) {
            Some(Some(wrapped)) => Some(wrapped),
            Some(None) | None => error.source(),
        };
    }
    false
}
