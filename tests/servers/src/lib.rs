//! Real Redis servers for tests, from the machine's own redis-server: single, with TLS and users, under Sentinel, in
//! a Cluster. They are given free ports of the loopback interface, temporary folders and, on request, a clock that
//! stands still; they end with the test. Nothing here knows the core.
#![cfg(target_os = "linux")]

mod administrator;
mod certificates;
mod clock;
mod cluster;
mod contents;
mod error;
mod figures;
mod lossy_line;
mod monitor;
mod port;
mod process;
mod protection;
mod sentinels;
mod server;
mod wait;

pub use certificates::{Certificates, Flaw};
pub use clock::{Clock, HeldClock};
pub use cluster::Cluster;
pub use error::Error;
pub use figures::tell;
pub use lossy_line::LossyLine;
pub use monitor::Monitor;
pub use protection::{
    DESK_PASSWORD, DESK_USER, Protection, SENTINEL_PASSWORD, SENTINEL_USER, TlsAndAcl,
};
pub use sentinels::{PRIMARY_NAME, Sentinels};
pub use server::{Options, Server};
