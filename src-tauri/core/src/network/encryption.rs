//! Why encryption could not be agreed on, found beneath what other libraries say of it.
//! What is to be done about it depends on the server, and is said elsewhere.

use std::error::Error;
use std::io;
use std::sync::Arc;

use rustls::{AlertDescription, CertificateError};

/// Why there is no encryption.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Trouble {
    /// The server's certificate was valid once, by this computer's clock.
    Expired,
    /// The server's certificate will be valid, by this computer's clock.
    NotYetValid,
    /// The server's certificate is for other names.
    OtherName,
    /// Nobody whom this computer trusts vouches for the server's certificate.
    UnknownAuthority,
    /// The server's certificate is no good for another reason.
    BadCertificate,
    /// The server wants a certificate of this computer's, or another one.
    WantsOurs,
    /// What answers doesn't speak TLS, or none that this program speaks.
    NotSpoken,
}

/// Why there is no encryption, if that is what an error is about, anywhere down the chain of its causes.
pub(crate) fn trouble_in(error: &(dyn Error + 'static)) -> Option<Trouble> {
    fault_in(error).map(trouble)
}

/// The fault of encryption in an error, anywhere down the chain of its causes.
pub(crate) fn fault_in<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    let mut link = Some(error);
    while let Some(error) = link {
        if let Some(fault) = error.downcast_ref::<rustls::Error>() {
            return Some(fault);
        }
        link = inside(error);
    }
    None
}

/// What an error wraps. The `source` of one that is shared, or of an I/O error, skips one step.
fn inside<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    if let Some(shared) = error.downcast_ref::<Arc<dyn Error + Send + Sync>>() {
        return Some(shared.as_ref());
    }
    if let Some(error) = error.downcast_ref::<io::Error>() {
        return error.get_ref().map(|wrapped| wrapped as _);
    }
    error.source()
}

fn trouble(fault: &rustls::Error) -> Trouble {
    if let rustls::Error::InvalidCertificate(problem) = fault {
        return of_certificate(problem);
    }
    if matches!(fault, rustls::Error::NoCertificatesPresented) {
        return Trouble::BadCertificate;
    }
    if let rustls::Error::AlertReceived(alert) = fault
        && is_about_ours(*alert)
    {
        return Trouble::WantsOurs;
    }
    Trouble::NotSpoken
}

fn of_certificate(problem: &CertificateError) -> Trouble {
    use CertificateError as Problem;

    if matches!(problem, Problem::Expired | Problem::ExpiredContext { .. }) {
        Trouble::Expired
    } else if matches!(
        problem,
        Problem::NotValidYet | Problem::NotValidYetContext { .. }
    ) {
        Trouble::NotYetValid
    } else if matches!(
        problem,
        Problem::NotValidForName | Problem::NotValidForNameContext { .. }
    ) {
        Trouble::OtherName
    } else if matches!(problem, Problem::UnknownIssuer) {
        Trouble::UnknownAuthority
    } else {
        Trouble::BadCertificate
    }
}

/// What a server says (RFC 8446 §6.2) of the certificate that it was shown, or wasn't.
fn is_about_ours(alert: AlertDescription) -> bool {
    matches!(
        alert,
        AlertDescription::BadCertificate
            | AlertDescription::UnsupportedCertificate
            | AlertDescription::CertificateRevoked
            | AlertDescription::CertificateExpired
            | AlertDescription::CertificateUnknown
            | AlertDescription::UnknownCA
            | AlertDescription::CertificateRequired
            | AlertDescription::AccessDenied
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_found_however_it_is_wrapped() {
        let fault = rustls::Error::InvalidCertificate(CertificateError::Expired);
        let shared: Arc<dyn Error + Send + Sync> = Arc::new(io::Error::other(fault));
        let wrapped = io::Error::other(shared);
        assert_eq!(trouble_in(&wrapped), Some(Trouble::Expired));
        assert_eq!(trouble_in(&io::Error::other("something else")), None);
    }

    #[test]
    fn each_trouble_has_its_own_name() {
        use rustls::Error::{AlertReceived, InvalidCertificate};
        for (fault, expected) in [
            (
                InvalidCertificate(CertificateError::NotValidYet),
                Trouble::NotYetValid,
            ),
            (
                InvalidCertificate(CertificateError::NotValidForName),
                Trouble::OtherName,
            ),
            (
                InvalidCertificate(CertificateError::UnknownIssuer),
                Trouble::UnknownAuthority,
            ),
            (
                InvalidCertificate(CertificateError::Revoked),
                Trouble::BadCertificate,
            ),
            (
                AlertReceived(AlertDescription::CertificateRequired),
                Trouble::WantsOurs,
            ),
            (
                AlertReceived(AlertDescription::ProtocolVersion),
                Trouble::NotSpoken,
            ),
        ] {
            assert_eq!(trouble(&fault), expected);
        }
    }
}
