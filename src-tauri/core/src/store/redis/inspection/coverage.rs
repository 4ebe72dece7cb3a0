//! What the desks' user may do, by the server's own word (`ACL DRYRUN`, since Redis 7.0): nothing is
//! tried out. An older server can't tell.

use ::redis;

use super::super::permissions::commands;
use super::super::requests::Names;
use super::RedisStore;
use crate::store::StoreFault;
use crate::store::inspection::Permissions;

/// What no desk needs: to remove everything, to change how the server works or who may use it, to read
/// what isn't the site's.
const TOO_MUCH: &[&[&str]] = &[
    &["flushall"],
    &["config", "set", "maxmemory", "0"],
    &["acl", "setuser", "x"],
    &["get", "cs"],
];

/// What a server says of a command that a user might give; the worse, the greater.
#[derive(Eq, Ord, PartialEq, PartialOrd)]
enum Said {
    Allowed,
    NoSuchKey,
    NoSuchChannel,
    NoSuchCommand,
}

impl RedisStore {
    pub(super) async fn coverage(&self) -> Result<Permissions, StoreFault> {
        let mut missing = Vec::new();
        let ledger = ["get", &self.names.any_ledger()].map(str::to_owned);
        let Some(said) = self.said(&ledger).await? else {
            return Ok(Permissions::Unknown);
        };
        note(&mut missing, &said, "get", &self.names);
        for command in commands() {
            let words = example(command, &self.names);
            let said = self.said(&words).await?;
            note(
                &mut missing,
                &said.unwrap_or(Said::NoSuchCommand),
                command,
                &self.names,
            );
        }
        missing.sort_unstable();
        missing.dedup();
        Ok(Permissions::Known {
            missing,
            has_too_many: self.has_too_many().await?,
        })
    }

    async fn has_too_many(&self) -> Result<bool, StoreFault> {
        for words in TOO_MUCH {
            if self.may(words).await? == Some(true) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the desks' user may give a command; nothing where the server doesn't say.
    pub(super) async fn may(&self, words: &[&str]) -> Result<Option<bool>, StoreFault> {
        let words: Vec<_> = words.iter().map(|&word| word.to_owned()).collect();
        let said = self.said(&words).await?;
        Ok(said.map(|said| matches!(said, Said::Allowed)))
    }

    /// What the servers say of a command, the worst of them: each has a list of users of its own.
    async fn said(&self, words: &[String]) -> Result<Option<Said>, StoreFault> {
        let mut question = redis::cmd("ACL");
        question.arg("DRYRUN").arg(&self.intent.user).arg(words);
        let answers = self.told::<String>(&question).await?;
        let said = answers.iter().filter_map(|(_, answer)| answer.as_deref());
        Ok(said.map(Said::read).max())
    }
}

impl Said {
    /// The server's sentences begin in several ways and end in these.
    fn read(answer: &str) -> Self {
        if answer == "OK" {
            Self::Allowed
        } else if answer.ends_with("' key") {
            Self::NoSuchKey
        } else if answer.ends_with("' channel") {
            Self::NoSuchChannel
        } else {
            Self::NoSuchCommand
        }
    }
}

fn note(missing: &mut Vec<String>, said: &Said, command: &str, names: &Names) {
    match said {
        Said::Allowed => {}
        Said::NoSuchKey => missing.push(names.allowed_keys()),
        Said::NoSuchChannel => missing.push(names.allowed_channel()),
        Said::NoSuchCommand => missing.push(format!("+{command}")),
    }
}

/// A command with as many words as it needs, on the site's own keys and channel.
fn example(command: &str, names: &Names) -> Vec<String> {
    let (key, channel) = (names.book(), names.channel());
    let rest: Vec<&str> = match command {
        "del" | "get" | "smembers" => vec![&key],
        "pexpire" | "sadd" | "set" | "srem" | "zrem" | "zscore" => vec![&key, "1"],
        "zadd" | "zrange" | "zremrangebyscore" | "zrevrange" => vec![&key, "1", "1"],
        "publish" => vec![&channel, "1"],
        "subscribe" => vec![&channel],
        "evalsha" => vec!["1", "1", &key],
        "wait" => vec!["0", "0"],
        "acl|dryrun" => vec!["default", "get"],
        "client|setname" | "script|load" | "select" => vec!["1"],
        _ => Vec::new(),
    };
    let words = command.split('|').chain(rest);
    words.map(str::to_owned).collect()
}
