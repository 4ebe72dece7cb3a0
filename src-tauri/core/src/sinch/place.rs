//! Where the client calls: Sinch's own https hosts, or a sandbox on this machine.
//! No address is ever free text; what is said there is in the other files.

use std::net::SocketAddr;

use thiserror::Error;

use super::region::{ProjectRegion, SmsRegion};

/// An address that is not on this machine, or names no port.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a sandbox must be on this machine's loopback, with a port")]
pub struct NotLoopback;

/// Where the client calls.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// Sinch's own hosts, over https only.
    Sinch,
    /// One sandbox that plays all of Sinch's hosts, in clear, on this machine.
    Loopback(LoopbackOrigin),
}

/// An address that can't leave this machine.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LoopbackOrigin(SocketAddr);

impl LoopbackOrigin {
    /// Takes the address at which a sandbox listens.
    ///
    /// # Errors
    /// [`NotLoopback`] when the address is not a loopback address or its port is 0.
    pub fn new(address: SocketAddr) -> Result<Self, NotLoopback> {
        if address.ip().is_loopback() && address.port() != 0 {
            Ok(Self(address))
        } else {
            Err(NotLoopback)
        }
    }

    /// The address at which the sandbox listens.
    pub fn address(self) -> SocketAddr {
        self.0
    }
}

/// One of Sinch's hosts, by what it does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Host {
    /// Verification v1; it has no regions.
    Verification,
    /// SMS by a service plan.
    Sms(SmsRegion),
    /// SMS by a project.
    ProjectSms(ProjectRegion),
    /// OAuth2 tokens for projects.
    Tokens,
    /// Number Lookup v2; it has no regions.
    Lookup,
}

impl Host {
    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Verification => "verification.api.sinch.com",
            Self::Sms(region) => region.host(),
            Self::ProjectSms(region) => region.host(),
            Self::Tokens => "auth.sinch.com",
            Self::Lookup => "lookup.api.sinch.com",
        }
    }
}

impl Place {
    /// Scheme and host, without a slash at the end.
    pub(crate) fn origin(self, host: Host) -> String {
        match self {
            Self::Sinch => format!("https://{}", host.name()),
            Self::Loopback(origin) => format!("http://{}", origin.address()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_of_this_machine_can_be_a_sandbox() {
        for address in ["127.0.0.1:8080", "127.9.9.9:1", "[::1]:8080"] {
            assert!(LoopbackOrigin::new(address.parse().unwrap()).is_ok());
        }
        for address in [
            "0.0.0.0:8080",
            "10.0.0.1:80",
            "192.0.2.1:80",
            "169.254.169.254:80",
            "[::]:80",
            "[::ffff:10.0.0.1]:80",
            "127.0.0.1:0",
        ] {
            assert_eq!(
                LoopbackOrigin::new(address.parse().unwrap()),
                Err(NotLoopback),
                "{address}"
            );
        }
    }

    #[test]
    fn sinch_itself_is_only_spoken_to_over_https() {
        assert_eq!(
            Place::Sinch.origin(Host::Verification),
            "https://verification.api.sinch.com"
        );
        assert_eq!(
            Place::Sinch.origin(Host::Sms(SmsRegion::Br)),
            "https://br.sms.api.sinch.com"
        );
        assert_eq!(
            Place::Sinch.origin(Host::ProjectSms(ProjectRegion::Us)),
            "https://zt.us.sms.api.sinch.com"
        );
        assert_eq!(Place::Sinch.origin(Host::Tokens), "https://auth.sinch.com");
        assert_eq!(
            Place::Sinch.origin(Host::Lookup),
            "https://lookup.api.sinch.com"
        );
    }

    /// Firewalls are opened by it.
    #[test]
    fn every_host_is_in_the_document_for_it_and_no_other() {
        let document = include_str!("../../../../docs/install.md");
        let mut hosts = vec![Host::Verification, Host::Tokens, Host::Lookup];
        hosts.extend(SmsRegion::ALL.map(Host::Sms));
        hosts.extend(ProjectRegion::ALL.map(Host::ProjectSms));
        for host in &hosts {
            let name = format!("`{}`", host.name());
            assert_eq!(document.matches(&name).count(), 1, "{name}");
        }
        assert_eq!(document.matches("sinch.com`").count(), hosts.len());
    }

    #[test]
    fn a_sandbox_plays_every_host() {
        let origin = LoopbackOrigin::new("[::1]:4010".parse().unwrap()).unwrap();
        for host in [Host::Verification, Host::Tokens, Host::Sms(SmsRegion::Us)] {
            assert_eq!(Place::Loopback(origin).origin(host), "http://[::1]:4010");
        }
    }
}
