//! The steps before any protocol speaks, for those who reach a server and for those who look why it
//! can't be reached: finding its name, connecting, and what its certificate says. Calls nobody itself:
//! HTTP is spoken in `sinch` and `updates`, Redis in `store/redis/link`.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use thiserror::Error;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

pub(crate) mod certificate;
pub(crate) mod encryption;
pub(crate) mod http;
pub(crate) mod trust;

/// Why a server was not reached.
#[derive(Debug, Error)]
pub(crate) enum NotReached {
    /// Nobody knows the name, or nobody answers who would.
    #[error("the name was not found")]
    NoName(#[source] io::Error),
    /// The name was looked for in vain for too long.
    #[error("looking the name up took too long")]
    NameTimedOut,
    /// The name is known and has no address.
    #[error("the name has no address")]
    NoAddress,
    /// The computer, or one on the way to it, says that nothing listens there.
    #[error("the connection was refused")]
    Refused(#[source] io::Error),
    /// Nothing answers, as where a firewall swallows what is sent.
    #[error("connecting took too long")]
    TimedOut,
}

impl NotReached {
    /// Whether it is the name that leads nowhere, and not the way to the server.
    pub(crate) fn is_about_the_name(&self) -> bool {
        match self {
            Self::NoName(_) | Self::NameTimedOut | Self::NoAddress => true,
            Self::Refused(_) | Self::TimedOut => false,
        }
    }
}

/// Looks a name up; an IP address is its own answer. At least one address.
pub(crate) async fn find(
    name: &str,
    port: u16,
    limit: Duration,
) -> Result<Vec<SocketAddr>, NotReached> {
    let Ok(found) = timeout(limit, lookup_host((name, port))).await else {
        return Err(NotReached::NameTimedOut);
    };
    let addresses: Vec<_> = found.map_err(NotReached::NoName)?.collect();
    if addresses.is_empty() {
        return Err(NotReached::NoAddress);
    }
    Ok(addresses)
}

/// Tries each address for its share of the time, so that one that swallows everything doesn't stand in
/// the way of the next.
pub(crate) async fn connect(
    addresses: &[SocketAddr],
    limit: Duration,
) -> Result<TcpStream, NotReached> {
    let share = limit / u32::try_from(addresses.len().max(1)).unwrap_or(u32::MAX);
    let mut failure = NotReached::NoAddress;
    for address in addresses {
        match timeout(share, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                stream.set_nodelay(true).map_err(NotReached::Refused)?;
                return Ok(stream);
            }
            Ok(Err(error)) => failure = NotReached::Refused(error),
            Err(_) => failure = NotReached::TimedOut,
        }
    }
    Err(failure)
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    const LIMIT: Duration = Duration::from_secs(2);

    #[tokio::test]
    async fn a_name_that_cannot_be_is_not_found() {
        let failure = find("no-such-name.invalid", 1, LIMIT).await.unwrap_err();
        assert!(failure.is_about_the_name(), "{failure:?}");
    }

    #[tokio::test]
    async fn the_first_address_that_answers_is_taken() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let open = listener.local_addr().unwrap();
        let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let shut = closed.local_addr().unwrap();
        drop(closed);
        let stream = connect(&[shut, open], LIMIT).await.unwrap();
        assert_eq!(stream.peer_addr().unwrap(), open);
        let failure = connect(&[shut], LIMIT).await.unwrap_err();
        assert!(matches!(failure, NotReached::Refused(_)), "{failure:?}");
    }
}
