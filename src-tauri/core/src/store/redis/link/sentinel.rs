//! Asks Sentinels where the primary is, and makes sure that it is one. Follows a failover because it is
//! asked anew for every connection.

use std::sync::Arc;

use redis::{FromRedisValue, Value};
use rustls::ClientConfig;
use secrecy::SecretString;

use super::connection::{self, Login, Made, Purpose};
use super::faults::{LinkError, NoConnection};
use crate::store::UnreachableBecause;
use crate::store::redis::settings::{Address, Host, Watched};

/// The command that a Sentinel is asked.
pub(super) const COMMANDS: &[&str] = &["sentinel|get-master-addr-by-name"];

/// The Sentinels, and how they themselves let the desk in.
pub(super) struct Sentinels {
    watched: Watched,
    login: Login,
}

impl Sentinels {
    /// Connects to nothing yet.
    pub(super) fn new(watched: Watched, password: Option<SecretString>) -> Self {
        let login = Login {
            user: watched.user.clone(),
            password,
            database: 0,
        };
        Self { watched, login }
    }

    /// Connects to the primary that the first Sentinel with a true answer names.
    pub(super) async fn connect(
        &self,
        login: &Login,
        encryption: Option<&Arc<ClientConfig>>,
        purpose: &Purpose,
    ) -> Result<Made, NoConnection> {
        let mut failure = None;
        let mut tried = Vec::new();
        for sentinel in &self.watched.sentinels {
            let primary = match self.ask(sentinel, encryption).await {
                Ok(primary) => primary,
                Err(reason) if reason.is_silence() => {
                    failure.get_or_insert(reason.into_no_primary());
                    continue;
                }
                Err(reason) => {
                    failure = Some(reason);
                    continue;
                }
            };
            if tried.contains(&primary) {
                continue;
            }
            tried.push(primary.clone());
            let address = Address::Host(primary);
            match connect_to_primary(&address, login, encryption, purpose).await {
                Ok(made) => return Ok(made),
                // Another Sentinel may know of a failover already.
                Err(reason) => failure = Some(reason),
            }
        }
        Err(failure.unwrap_or_else(|| no_primary(LinkError::UnknownPrimary)))
    }

    async fn ask(
        &self,
        sentinel: &Host,
        encryption: Option<&Arc<ClientConfig>>,
    ) -> Result<Host, NoConnection> {
        let address = Address::Host(sentinel.clone());
        let made = connection::make(&address, &self.login, encryption, &Purpose::Question).await?;
        let mut question = redis::cmd("SENTINEL");
        question
            .arg("GET-MASTER-ADDR-BY-NAME")
            .arg(&self.watched.primary);
        let answer = made.connection.demand(&question).await?;
        let (name, port) = Option::<(String, u16)>::from_redis_value(answer)
            .map_err(|_| no_primary(LinkError::UnexpectedAnswer))?
            .ok_or_else(|| no_primary(LinkError::UnknownPrimary))?;
        let tls = self.watched.tls;
        Ok(Host { name, port, tls })
    }
}

/// Connects, and makes sure: a server that was the primary a moment ago may be a replica by now.
async fn connect_to_primary(
    address: &Address,
    login: &Login,
    encryption: Option<&Arc<ClientConfig>>,
    purpose: &Purpose,
) -> Result<Made, NoConnection> {
    let made = connection::make(address, login, encryption, purpose).await?;
    let answer = made.connection.demand(&redis::cmd("ROLE")).await?;
    let Value::Array(facts) = answer else {
        return Err(no_primary(LinkError::UnexpectedAnswer));
    };
    match facts.first() {
        Some(Value::BulkString(role)) if role == b"master" => Ok(made),
        Some(_) | None => Err(no_primary(LinkError::NotPrimary)),
    }
}

fn no_primary(cause: LinkError) -> NoConnection {
    NoConnection::unreachable(UnreachableBecause::NoPrimary, cause)
}
