//! Ports of the loopback interface that nothing listens on. One may be taken again by the time it is used:
//! whoever starts a server on it must be ready to try another.

use std::net::{Ipv4Addr, TcpListener};

use crate::error::Error;

pub(crate) fn free() -> Result<u16, Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Error::not_started("redis-server"))
}
