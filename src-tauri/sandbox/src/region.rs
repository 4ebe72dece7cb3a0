//! The region that the sandbox's SMS accounts live in. Sinch knows an account in its own region only,
//! and the name of the host that is asked says which region that is (Sinch wire facts, section 4.1).

use std::fmt;
use std::str::FromStr;

use axum::http::{HeaderMap, header};

/// A region in which Sinch keeps SMS accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmsRegion {
    /// United States.
    Us,
    /// European Union.
    Eu,
    /// Australia.
    Au,
    /// Brazil.
    Br,
    /// Canada.
    Ca,
}

/// A word that names no region of Sinch's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a region is one of us, eu, au, br and ca")]
pub struct UnknownSmsRegion;

impl SmsRegion {
    const ALL: [Self; 5] = [Self::Us, Self::Eu, Self::Au, Self::Br, Self::Ca];

    fn as_str(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Eu => "eu",
            Self::Au => "au",
            Self::Br => "br",
            Self::Ca => "ca",
        }
    }
}

impl fmt::Display for SmsRegion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for SmsRegion {
    type Err = UnknownSmsRegion;

    fn from_str(text: &str) -> Result<Self, UnknownSmsRegion> {
        let mut all = Self::ALL.into_iter();
        all.find(|region| region.as_str() == text)
            .ok_or(UnknownSmsRegion)
    }
}

/// Whose account is asked about: the two kinds have hosts of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountKind {
    ServicePlan,
    Project,
}

impl AccountKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::ServicePlan => "",
            Self::Project => "zt.",
        }
    }
}

/// Whether an account that lives in `home` is known at the host that was asked. A host that is none of
/// Sinch's, as where an SDK is pointed at 127.0.0.1, stands for any region.
pub(crate) fn is_known_at(headers: &HeaderMap, kind: AccountKind, home: Option<SmsRegion>) -> bool {
    let host = headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let Some(asked) = name.strip_suffix(".sms.api.sinch.com") else {
        return true;
    };
    home.is_none_or(|home| asked == format!("{}{home}", kind.prefix()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(host: &str, kind: AccountKind, home: Option<SmsRegion>) -> bool {
        let headers = [(header::HOST, host.parse().unwrap())];
        is_known_at(&HeaderMap::from_iter(headers), kind, home)
    }

    #[test]
    fn an_account_is_known_in_its_own_region_and_at_the_hosts_of_its_kind() {
        use AccountKind::{Project, ServicePlan};
        let eu = Some(SmsRegion::Eu);
        for (host, kind, expected) in [
            ("eu.sms.api.sinch.com", ServicePlan, true),
            ("us.sms.api.sinch.com", ServicePlan, false),
            ("zt.eu.sms.api.sinch.com", ServicePlan, false),
            ("zt.eu.sms.api.sinch.com", Project, true),
            ("zt.us.sms.api.sinch.com", Project, false),
            ("eu.sms.api.sinch.com", Project, false),
        ] {
            assert_eq!(known(host, kind, eu), expected, "{host} {kind:?}");
        }
    }

    #[test]
    fn where_no_region_is_asked_for_any_will_do() {
        let kind = AccountKind::ServicePlan;
        for host in ["127.0.0.1:4010", "localhost", "[::1]:4010", "sandbox"] {
            assert!(known(host, kind, Some(SmsRegion::Eu)), "{host}");
        }
        assert!(known("us.sms.api.sinch.com", kind, None));
    }

    #[test]
    fn a_region_survives_being_written_and_read() {
        for region in SmsRegion::ALL {
            assert_eq!(region.to_string().parse(), Ok(region));
        }
        assert_eq!("US".parse::<SmsRegion>(), Err(UnknownSmsRegion));
    }
}
