//! What an admin must let the desks do in Redis: their keys, their channel, and a short list of commands.
//! The list is what is used, no more: tests hold the scripts to it, and the desks to the rule made of it.

use super::link;
use super::requests::Names;

/// What the scripts call, in the order of the alphabet.
const OF_SCRIPTS: &[&str] = &[
    "del",
    "get",
    "pexpire",
    "publish",
    "sadd",
    "set",
    "smembers",
    "srem",
    "time",
    "zadd",
    "zrange",
    "zrem",
    "zremrangebyscore",
    "zrevrange",
    "zscore",
];

/// What is asked to tell how the store is doing, and what its user may do.
const OF_HEALTH: &[&str] = &["acl|dryrun", "info", "time"];

/// The rule for the desks' user, as `ACL SETUSER` takes it: their keys, their channel, their commands.
/// A password and `on` come before it.
pub fn permissions(site: &str) -> String {
    let names = Names::of(site);
    let mut rule = format!("resetkeys resetchannels {}", names.allowed());
    rule.push_str(" -@all");
    for command in commands() {
        rule.push_str(" +");
        rule.push_str(command);
    }
    rule
}

/// The rule for the desks' user at Sentinels, which have access lists of their own.
pub fn sentinel_permissions() -> String {
    let mut rule = "resetkeys resetchannels -@all".to_owned();
    for command in link::sentinel_commands() {
        rule.push_str(" +");
        rule.push_str(command);
    }
    rule
}

/// All commands that a desk uses, in the order of the alphabet.
pub(super) fn commands() -> Vec<&'static str> {
    let mut commands = [OF_SCRIPTS, OF_HEALTH, &link::commands()].concat();
    commands.sort_unstable();
    commands.dedup();
    commands
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::scripts::TEXTS;
    use super::*;

    #[test]
    fn the_scripts_call_what_is_listed_and_nothing_else() {
        let mut called = BTreeSet::new();
        for text in TEXTS {
            let text = text.replace("redis.pcall(", "redis.call(");
            let calls = text.split("redis.call('").skip(1);
            called.extend(
                calls
                    .filter_map(|call| call.split('\'').next())
                    .map(str::to_lowercase),
            );
        }
        let listed: BTreeSet<_> = OF_SCRIPTS
            .iter()
            .map(|command| (*command).to_owned())
            .collect();
        assert_eq!(called, listed);
    }

    #[test]
    fn the_rule_names_the_sites_keys_and_channel_only() {
        let rule = permissions("harbour-clinic");
        assert!(
            rule.contains(" ~cs:harbour-clinic:* &cs:harbour-clinic:changes -@all +"),
            "{rule}"
        );
    }
}
