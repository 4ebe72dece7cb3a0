//! A stateful simulator of Sinch's HTTP APIs, for training and for tests: Verification v1, SMS,
//! OAuth2 and Number Lookup from the root of one loopback origin. It is written from the Sinch wire
//! facts alone and shares no code with Countersign's client, so that a shared misreading can't hide.
//!
//! What a request meets is chosen by its number: see [`Outcome`]. Sends meet the number's outcome;
//! reports only `32` and `33`; everything that reads answers well, so that a client can find out
//! what became of a send. A [`Fault`] changes that for the next request or for a number.
//!
//! It is no place for real customers' numbers: it keeps texts and codes in clear, in memory.

mod auth;
mod clock;
mod conduct;
mod control;
mod credentials;
mod draw;
mod faults;
mod lookup;
mod number;
mod oauth;
mod phones;
mod region;
mod server;
mod sms;
mod training;
mod verification;
mod warnings;
mod world;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod wire_tests;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rand::{SeedableRng, rngs::StdRng};
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

pub use crate::clock::TimeSource;
pub use crate::credentials::Credentials;
pub use crate::draw::Randomness;
pub use crate::faults::{Fault, InvalidFaultNumber, Operation};
pub use crate::phones::{Message, MessageKind};
pub use crate::region::{SmsRegion, UnknownSmsRegion};
pub use crate::training::Outcome;
pub use crate::warnings::Warning;

use crate::clock::Clock;
use crate::number::Number;
use crate::world::Shared;

/// How long [`Sandbox::stop`] waits for answers that are on their way.
const GRACE: Duration = Duration::from_secs(2);
/// The announcer's sleep when nothing is on its way; any request wakes it sooner.
const IDLE: Duration = Duration::from_secs(60 * 60);

/// How to start a sandbox. [`Default`]: a free port of 127.0.0.1, the training credentials, the
/// system's clock and randomness seeded by the operating system.
pub struct Options {
    /// Where to listen; must be a loopback address. Port 0 takes a free one.
    pub listen: SocketAddr,
    /// What callers must present.
    pub credentials: Credentials,
    /// The region that the SMS accounts live in; nothing stands for any.
    pub sms_region: Option<SmsRegion>,
    /// Where real time is read.
    pub time: TimeSource,
    /// What codes, calling numbers and ids are drawn from.
    pub randomness: Randomness,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            credentials: Credentials::default(),
            sms_region: None,
            time: Arc::new(Timestamp::now),
            randomness: Box::new(StdRng::from_rng(&mut rand::rng())),
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Options")
            .field("listen", &self.listen)
            .field("credentials", &self.credentials)
            .field("sms_region", &self.sms_region)
            .finish_non_exhaustive()
    }
}

/// Why a sandbox did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is reachable from other machines.
    #[error("the sandbox listens on loopback addresses only, and {0} is none")]
    NotLoopback(SocketAddr),
    /// The port is taken or may not be used.
    #[error("the sandbox cannot listen on {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
}

/// A running sandbox. It stops when it is dropped, or gracefully by [`Sandbox::stop`].
pub struct Sandbox {
    address: SocketAddr,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

impl Sandbox {
    /// Starts to serve on the runtime that this is called in.
    ///
    /// # Errors
    ///
    /// [`StartError::NotLoopback`] for an address that other machines could reach,
    /// [`StartError::Listen`] if the address cannot be bound.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        if !options.listen.ip().is_loopback() {
            return Err(StartError::NotLoopback(options.listen));
        }
        let cannot_listen = |source| StartError::Listen {
            address: options.listen,
            source,
        };
        let listener = TcpListener::bind(options.listen)
            .await
            .map_err(cannot_listen)?;
        let address = listener.local_addr().map_err(cannot_listen)?;
        let shared = Arc::new(Shared::new(
            Clock::new(options.time),
            options.credentials,
            options.sms_region,
            options.randomness,
            format!("http://{address}"),
        ));
        tokio::spawn(announce_arrivals(Arc::clone(&shared)));
        let server = tokio::spawn(serve(listener, Arc::clone(&shared)));
        Ok(Self {
            address,
            shared,
            server,
        })
    }

    /// Scheme, host and port, as in `http://127.0.0.1:49152`, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.shared.origin
    }

    /// The address that it listens on, with the true port.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The sandbox's time: real time and what it was advanced by.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.shared.now()
    }

    /// What the phone with that number has received by now, oldest first. The number may have its
    /// `+` or not; one that can't be a number has received nothing.
    #[must_use]
    pub fn messages(&self, to: &str) -> Vec<Message> {
        let now = self.shared.now();
        Number::from_loose(to)
            .map(|number| self.shared.world().phones.received(&number, now))
            .unwrap_or_default()
    }

    /// Every message from now on, on any phone, when it arrives there by the sandbox's clock. A
    /// receiver that falls 256 messages behind loses the oldest.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Message> {
        self.shared.arrivals.subscribe()
    }

    /// What clients did that was probably a mistake, oldest first.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        self.shared.world().warnings.all().to_vec()
    }

    /// Moves the clock forward: messages arrive, codes and tokens expire.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
        self.shared.changed.notify_one();
    }

    /// Forgets messages, verifications, batches, faults and warnings, and sets the clock to real
    /// time. Access tokens stay good.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Switches a fault on.
    ///
    /// # Errors
    ///
    /// [`InvalidFaultNumber`] if the fault is for a number that can't be one.
    pub fn set_fault(&self, fault: Fault) -> Result<(), InvalidFaultNumber> {
        self.shared.world().faults.set(fault)
    }

    /// Stops taking connections, lets answers that are on their way end for two seconds, and
    /// returns. Answers withheld on purpose are given up at once.
    pub async fn stop(mut self) {
        self.shared.begin_stopping();
        if timeout(GRACE, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.shared.begin_stopping();
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Sandbox")
            .field("origin", &self.shared.origin)
            .finish_non_exhaustive()
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let stopping = Arc::clone(&shared);
    // axum's server only ends when it is told to: it retries what fails while accepting.
    let _ = axum::serve(listener, server::router(shared))
        .with_graceful_shutdown(async move { stopping.stopped().await })
        .await;
}

/// Tells subscribers of each message when it arrives.
async fn announce_arrivals(shared: Arc<Shared>) {
    loop {
        let wait = announce_due(&shared);
        tokio::select! {
            () = sleep(wait) => {}
            () = shared.changed.notified() => {}
            () = shared.stopped() => return,
        }
    }
}

/// How long until the next message arrives.
fn announce_due(shared: &Shared) -> Duration {
    let now = shared.now();
    let mut world = shared.world();
    for message in world.phones.arrivals(now) {
        // Nobody listening is no fault.
        let _ = shared.arrivals.send(message);
    }
    world.phones.next_arrival(now).unwrap_or(IDLE)
}
