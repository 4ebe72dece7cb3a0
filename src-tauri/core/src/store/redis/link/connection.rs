//! One connection: made, encrypted, greeted and subscribed within one time limit. Knows no back-off and
//! no second try.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{
    AsyncConnectionConfig, Pipeline, ProtocolVersion, RedisConnectionInfo, ServerError, Value,
};
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use secrecy::{ExposeSecret, SecretString};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::broadcast;
use tokio::task::{AbortHandle, JoinHandle};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::faults::{LinkError, NoConnection, because_of_encryption};
use super::push;
use crate::network::{self, NotReached};
use crate::store::redis::settings::{Address, Host};
use crate::store::{Change, UnreachableBecause};

/// From a step to its answer, with the second that it may wait for replicas.
const ANSWER_WITHIN: Duration = Duration::from_secs(2);

/// How many answers in a row may be missing before the connection is taken for dead.
const MOST_SILENCES: u8 = 2;

/// The commands by which a connection is made. HELLO is open to everybody.
pub(super) const COMMANDS: &[&str] = &["client|setname", "role", "select", "subscribe"];

/// Who is let in, and to what.
#[derive(Clone)]
pub(super) struct Login {
    pub(super) user: Option<String>,
    pub(super) password: Option<SecretString>,
    pub(super) database: u16,
}

impl Login {
    fn to_redis(&self) -> RedisConnectionInfo {
        let info = RedisConnectionInfo::default()
            .set_protocol(ProtocolVersion::RESP3)
            .set_skip_set_lib_name();
        let password = self.password.as_ref().map(ExposeSecret::expose_secret);
        match (&self.user, password) {
            // A user without a password must still be named, or the default user would be let in.
            (Some(user), password) => info
                .set_username(user)
                .set_password(password.unwrap_or_default()),
            (None, Some(password)) => info.set_password(password),
            (None, None) => info,
        }
    }
}

/// What is done with a connection besides steps.
#[derive(Clone)]
pub(super) enum Purpose {
    /// The site's changes are listened to on this channel.
    Steps {
        channel: String,
        changes: broadcast::Sender<Change>,
    },
    /// One question.
    Question,
}

impl Purpose {
    /// How long it may take to find the host, connect, agree on encryption and be let in.
    fn connect_within(&self) -> Duration {
        match self {
            Self::Steps { .. } => Duration::from_secs(2),
            // There are other Sentinels to ask, and a step waits meanwhile.
            Self::Question => Duration::from_secs(1),
        }
    }
}

/// A connection that was made. It is closed when the last holder lets go of it.
pub(super) struct Connection {
    commands: MultiplexedConnection,
    driver: AbortHandle,
    retired: AtomicBool,
    silences: AtomicU8,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

/// A fresh connection and the task that ends when it is lost.
pub(super) struct Made {
    pub(super) connection: Connection,
    pub(super) driver: JoinHandle<()>,
}

/// Connects to one address.
pub(super) async fn make(
    address: &Address,
    login: &Login,
    encryption: Option<&Arc<ClientConfig>>,
    purpose: &Purpose,
) -> Result<Made, NoConnection> {
    let limit = purpose.connect_within();
    match timeout(limit, connect(address, login, encryption, purpose)).await {
        Ok(outcome) => outcome,
        Err(_) => Err(no_answer(LinkError::ConnectTimedOut)),
    }
}

async fn connect(
    address: &Address,
    login: &Login,
    encryption: Option<&Arc<ClientConfig>>,
    purpose: &Purpose,
) -> Result<Made, NoConnection> {
    let limit = purpose.connect_within();
    let made = match address {
        Address::Host(host) if host.tls => {
            let stream = encrypt(host, connect_to_host(host, limit).await?, encryption).await?;
            greet(stream, login, purpose).await?
        }
        Address::Host(host) => greet(connect_to_host(host, limit).await?, login, purpose).await?,
        #[cfg(unix)]
        Address::Socket(path) => {
            let stream = tokio::net::UnixStream::connect(path).await;
            greet(stream.map_err(no_answer)?, login, purpose).await?
        }
        #[cfg(not(unix))]
        Address::Socket(_) => {
            let because = UnreachableBecause::Settings;
            return Err(NoConnection::unreachable(because, LinkError::NoSockets));
        }
    };
    made.connection.settle_in(login, purpose).await?;
    Ok(made)
}

fn no_answer(cause: impl std::error::Error + Send + Sync + 'static) -> NoConnection {
    NoConnection::unreachable(UnreachableBecause::NoAnswer, cause)
}

async fn connect_to_host(host: &Host, limit: Duration) -> Result<TcpStream, NoConnection> {
    let addresses = network::find(&host.name, host.port, limit).await;
    let addresses = addresses.map_err(not_reached)?;
    let stream = network::connect(&addresses, limit).await;
    stream.map_err(not_reached)
}

fn not_reached(failure: NotReached) -> NoConnection {
    let because = if failure.is_about_the_name() {
        UnreachableBecause::HostName
    } else {
        UnreachableBecause::NoAnswer
    };
    NoConnection::unreachable(because, failure)
}

/// Agrees on encryption, the certificate checked for the host's name.
pub(super) async fn encrypt(
    host: &Host,
    stream: TcpStream,
    encryption: Option<&Arc<ClientConfig>>,
) -> Result<impl AsyncRead + AsyncWrite + Send + Unpin + use<>, NoConnection> {
    let unusable = || {
        let because = UnreachableBecause::Settings;
        NoConnection::unreachable(because, LinkError::NotACertificateName)
    };
    let name = ServerName::try_from(host.name.clone()).map_err(|_| unusable())?;
    let config = encryption.ok_or_else(unusable)?;
    let connector = TlsConnector::from(Arc::clone(config));
    let agreed = connector.connect(name, stream).await;
    agreed.map_err(|error: io::Error| {
        let because = because_of_encryption(&error).unwrap_or(UnreachableBecause::NoAnswer);
        NoConnection::unreachable(because, error)
    })
}

/// Agrees on RESP3 and logs in.
async fn greet<S>(stream: S, login: &Login, purpose: &Purpose) -> Result<Made, NoConnection>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let config = AsyncConnectionConfig::new()
        .set_connection_timeout(None)
        .set_response_timeout(Some(ANSWER_WITHIN));
    let config = match purpose {
        Purpose::Steps { channel, changes } => {
            config.set_push_sender(push::listener(channel.clone(), changes.clone()))
        }
        Purpose::Question => config,
    };
    let (commands, driver) =
        MultiplexedConnection::new_with_config(&login.to_redis(), stream, config)
            .await
            .map_err(NoConnection::from_greeting)?;
    let driver = tokio::spawn(driver);
    let connection = Connection {
        commands,
        driver: driver.abort_handle(),
        retired: AtomicBool::new(false),
        silences: AtomicU8::new(0),
    };
    Ok(Made { connection, driver })
}

impl Connection {
    /// Chooses the database, gives the connection its name, and listens.
    async fn settle_in(&self, login: &Login, purpose: &Purpose) -> Result<(), NoConnection> {
        if login.database != 0 {
            let mut select = redis::cmd("SELECT");
            self.demand(select.arg(login.database)).await?;
        }
        let Purpose::Steps { channel, .. } = purpose else {
            return Ok(());
        };
        // For whoever looks at the server's list of clients. That it may not be set is no fault.
        let mut name = redis::cmd("CLIENT");
        self.ask(name.arg("SETNAME").arg("countersign")).await.ok();
        let mut commands = self.commands.clone();
        let Err(error) = commands.subscribe(channel).await else {
            return Ok(());
        };
        // A desk that may not listen looks by itself every few seconds.
        let refusal = ServerError::try_from(error).map_err(NoConnection::from_greeting)?;
        tracing::warn!(%refusal, "changes of other desks are not heard at once");
        Ok(())
    }

    /// Asks something without which the connection is of no use.
    pub(super) async fn demand(&self, question: &redis::Cmd) -> Result<Value, NoConnection> {
        match self.ask(question).await {
            Ok(Value::ServerError(refusal)) => Err(NoConnection::from_refusal(refusal)),
            Ok(answer) => Ok(answer),
            Err(error) => Err(NoConnection::from_greeting(error)),
        }
    }

    async fn ask(&self, question: &redis::Cmd) -> redis::RedisResult<Value> {
        self.commands.clone().send_packed_command(question).await
    }

    /// Sends several commands in one go. Their refusals are among the answers.
    pub(super) async fn exchange(&self, commands: &Pipeline) -> redis::RedisResult<Vec<Value>> {
        let mut connection = self.commands.clone();
        let outcome = connection
            .send_packed_commands(commands, 0, commands.len())
            .await;
        match &outcome {
            Ok(_) => self.silences.store(0, Ordering::Relaxed),
            Err(_) => {
                self.silences.fetch_add(1, Ordering::Relaxed);
            }
        }
        outcome
    }

    /// Whether it may be used for the next step.
    pub(super) fn is_usable(&self) -> bool {
        !self.retired.load(Ordering::Relaxed) && !self.driver.is_finished()
    }

    /// Whether so many answers are missing that it is better to connect anew.
    pub(super) fn seems_dead(&self) -> bool {
        self.silences.load(Ordering::Relaxed) >= MOST_SILENCES
    }

    /// Takes it out of use; what is under way on it goes on. Answers whether it was in use.
    pub(super) fn retire(&self) -> bool {
        !self.retired.swap(true, Ordering::Relaxed)
    }
}
