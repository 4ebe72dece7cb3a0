//! The test's own way to a server: its Unix socket, as a user who may do everything.
//! It needs no TLS, and no client that a test is about has a part in it.

use std::path::PathBuf;
use std::time::Duration;

use redis::{
    Connection, ConnectionAddr, FromRedisValue, IntoConnectionInfo as _, RedisConnectionInfo,
    RedisError, Value,
};

use crate::error::Error;

/// How long a server may take over one answer.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug, Clone)]
pub(crate) struct Administrator {
    pub(crate) socket: PathBuf,
    pub(crate) login: Option<(&'static str, &'static str)>,
}

impl Administrator {
    /// A connection of its own for each use: servers are killed and paused between them.
    pub(crate) fn connect(&self) -> Result<Connection, RedisError> {
        // Left out, the client's name and version do not show among the commands that a monitor sees.
        let mut settings = RedisConnectionInfo::default().set_skip_set_lib_name();
        if let Some((user, password)) = self.login {
            settings = settings.set_username(user).set_password(password);
        }
        let address = ConnectionAddr::Unix(self.socket.clone());
        let information = address.into_connection_info()?.set_redis_settings(settings);
        let connection = redis::Client::open(information)?.get_connection()?;
        connection.set_read_timeout(Some(PATIENCE))?;
        Ok(connection)
    }

    pub(crate) fn query<T: FromRedisValue>(&self, words: &[&str]) -> Result<T, Error> {
        self.connect()
            .and_then(|mut connection| query(&mut connection, words))
            .map_err(refused(words))
    }

    pub(crate) fn command(&self, words: &[&str]) -> Result<String, Error> {
        Ok(text(&self.query(words)?))
    }
}

pub(crate) fn query<T: FromRedisValue>(
    connection: &mut Connection,
    words: &[&str],
) -> Result<T, RedisError> {
    let mut command = redis::Cmd::new();
    for word in words {
        command.arg(word);
    }
    command.query(connection)
}

pub(crate) fn refused(words: &[&str]) -> impl FnOnce(RedisError) -> Error {
    let command = words.join(" ");
    move |source| Error::Command {
        command,
        source: Box::new(source),
    }
}

/// An answer as redis-cli writes it to a pipe: the parts of an array each on a line.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest belongs to RESP3, which this connection does not ask for"
)]
fn text(answer: &Value) -> String {
    match answer {
        Value::Nil => String::new(),
        Value::Int(number) => number.to_string(),
        Value::BulkString(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::SimpleString(text) => text.clone(),
        Value::Okay => "OK".to_owned(),
        Value::Array(parts) | Value::Set(parts) => {
            let lines: Vec<String> = parts.iter().map(text).collect();
            lines.join("\n")
        }
        other => format!("{other:?}"),
    }
}
