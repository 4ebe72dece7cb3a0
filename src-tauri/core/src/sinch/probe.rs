//! The way to one of Sinch's hosts taken step by step, to see how far it leads: name, connection,
//! encryption, time. What Sinch makes of the credentials is asked by its products.

use std::net::SocketAddr;
use std::time::Duration;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;
use tokio::net::TcpStream;

use super::error::SinchError;
use super::place::{Host, Place};
use super::transport::Transport;
use crate::network::{self, NotReached};
use crate::time::{Clock, SignedDuration};

/// For each step on the way.
const STEP_WITHIN: Duration = Duration::from_secs(5);

/// How a host is reached.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Way {
    /// A sandbox plays it, in clear, on this computer.
    Sandbox(SocketAddr),
    /// By its own name.
    Direct {
        /// The host.
        name: &'static str,
        /// Its port.
        port: u16,
    },
    /// Through the proxy that is set for this computer.
    Proxied {
        /// The proxy's name or address.
        name: String,
        /// Its port.
        port: u16,
    },
}

/// What a host answered to a knock at its door.
pub(crate) struct Knocked {
    /// How far this computer's clock is ahead of the host's; nothing where it didn't tell its time.
    pub(crate) clock_ahead: Option<SignedDuration>,
}

impl Way {
    /// How the HTTP client will reach a host. It asks the same part of the library that the client asks.
    pub(crate) fn to(place: Place, host: Host) -> Self {
        let origin = match place {
            Place::Loopback(origin) => return Self::Sandbox(origin.address()),
            Place::Sinch => place.origin(host),
        };
        let direct = Self::Direct {
            name: host.name(),
            port: 443,
        };
        let Ok(origin) = Uri::try_from(origin) else {
            return direct;
        };
        Self::through(&Matcher::from_system(), &origin).unwrap_or(direct)
    }

    fn through(proxies: &Matcher, origin: &Uri) -> Option<Self> {
        let proxy = proxies.intercept(origin)?;
        let address = proxy.uri();
        let usual_port = match address.scheme_str() {
            Some("https") => 443,
            Some(scheme) if scheme.starts_with("socks") => 1080,
            Some(_) | None => 80,
        };
        Some(Self::Proxied {
            name: address.host()?.to_owned(),
            port: address.port_u16().unwrap_or(usual_port),
        })
    }

    /// Looks up the name of the host, or of the proxy before it.
    pub(crate) async fn find(&self) -> Result<Vec<SocketAddr>, NotReached> {
        match self {
            Self::Sandbox(address) => Ok(vec![*address]),
            Self::Direct { name, port } => network::find(name, *port, STEP_WITHIN).await,
            Self::Proxied { name, port } => network::find(name, *port, STEP_WITHIN).await,
        }
    }
}

/// Connects to what was found, and hangs up.
pub(crate) async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, NotReached> {
    network::connect(addresses, STEP_WITHIN).await
}

/// Asks the host for nothing in particular: whether encryption is agreed on, and what time it is there.
pub(crate) async fn knock(
    transport: &Transport,
    host: Host,
    clock: &dyn Clock,
) -> Result<Knocked, SinchError> {
    let asked_at = clock.now();
    let answer = transport.warm(host).await?;
    if answer.status.is_redirection() {
        return Err(SinchError::Redirected);
    }
    let now = clock.now();
    let waited = now.duration_since(asked_at);
    // The answer was written somewhere in between, and its time is cut to the second.
    let ahead = answer.clock_ahead_by(now);
    Ok(Knocked {
        clock_ahead: ahead.map(|ahead| nearest_to_none(ahead, waited)),
    })
}

/// The least that the clocks differ by, where the answer may be as old as `waited` and a second.
fn nearest_to_none(ahead: SignedDuration, waited: SignedDuration) -> SignedDuration {
    let oldest = waited.saturating_add(SignedDuration::from_secs(1));
    if ahead.is_negative() {
        return ahead;
    }
    ahead.saturating_sub(oldest).max(SignedDuration::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sinch::test_server::{Reply, TestServer};
    use crate::sinch::transport::Timeouts;
    use crate::time::ManualClock;

    #[test]
    fn a_proxy_is_told_by_name_and_port_and_never_by_its_password() {
        let origin: Uri = "https://eu.sms.api.sinch.com".parse().unwrap();
        for (proxy, name, port) in [
            (
                "http://user:secret@proxy.example:3128",
                "proxy.example",
                3128,
            ),
            ("http://proxy.example", "proxy.example", 80),
            ("socks5://proxy.example", "proxy.example", 1080),
        ] {
            let proxies = Matcher::builder().all(proxy).build();
            let way = Way::through(&proxies, &origin).unwrap();
            assert!(!format!("{way:?}").contains("secret"));
            let name = name.to_owned();
            assert_eq!(way, Way::Proxied { name, port });
        }
    }

    #[test]
    fn a_host_that_is_to_be_reached_without_the_proxy_is() {
        let proxies = Matcher::builder()
            .all("http://proxy.example")
            .no("sinch.com")
            .build();
        let origin = "https://eu.sms.api.sinch.com".parse().unwrap();
        assert_eq!(Way::through(&proxies, &origin), None);
    }

    #[tokio::test]
    async fn the_hosts_time_is_compared_with_this_computers() {
        let reply = Reply::json(404, "").with("Date", "Sun, 22 Nov 2026 12:00:00 GMT");
        let server = TestServer::start(vec![reply]).await;
        let transport = Transport::new(server.place(), Timeouts::default()).unwrap();
        for (now, expected) in [
            ("2026-11-22T12:00:00.900Z", 0),
            ("2026-11-22T12:10:01Z", 600),
            ("2026-11-22T11:50:00Z", -600),
        ] {
            let clock = ManualClock::new(now.parse().unwrap());
            let knocked = knock(&transport, Host::Verification, &clock).await.unwrap();
            let ahead = knocked.clock_ahead.unwrap();
            assert_eq!(ahead.as_secs(), expected, "{now}");
        }
        assert_eq!(
            server.requests()[0].header("host"),
            Some("verification.api.sinch.com")
        );
    }
}
