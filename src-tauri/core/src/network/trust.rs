//! Whom a connection trusts: the certificates that this computer trusts, or nobody's.
//! The cryptography is ring's and is passed along; no default is installed for the process.

use std::error::Error;
use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

use super::certificate::Shown;
use super::encryption::fault_in;

/// Checks certificates as this computer does, so that an office's own authority counts too. What was
/// shown is kept in `shown`.
pub(crate) fn trusting_the_system(shown: &Shown) -> Result<ClientConfig, rustls::Error> {
    let provider = cryptography();
    let verifier = shown.looking_on(Arc::new(Verifier::new(Arc::clone(&provider))?));
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// For a loopback in clear: reads no trust store, since no certificate is looked at.
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
    fault_in(error).is_some()
}
