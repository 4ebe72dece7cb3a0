//! Which of a cluster's 16384 slots a key is in, and which node has that slot, as the Redis Cluster
//! specification says. Connects to nothing.

use std::collections::BTreeMap;

use redis::{FromRedisValue, Value};

use crate::store::redis::settings::Host;

/// How many slots a cluster has.
const SLOTS: u16 = 16384;

/// One of a cluster's slots.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Slot(u16);

impl Slot {
    /// The slot of a key: of what stands between its first `{` and the next `}`, if anything does.
    pub(super) fn of(key: &str) -> Self {
        let tagged = key
            .split_once('{')
            .and_then(|(_, rest)| rest.split_once('}'))
            .map(|(tag, _)| tag)
            .filter(|tag| !tag.is_empty());
        Self(crc16(tagged.unwrap_or(key).as_bytes()) % SLOTS)
    }
}

/// CRC-16/XMODEM.
fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        let start = sum ^ (u16::from(*byte) << 8);
        (0..8).fold(start, |sum, _| {
            let shifted = sum << 1;
            if sum & 0x8000 == 0 {
                shifted
            } else {
                shifted ^ 0x1021
            }
        })
    })
}

/// Who has which slots.
#[derive(Debug, Default)]
pub(super) struct Owners {
    /// By the last slot of each range: its first slot, and who has it.
    ranges: BTreeMap<Slot, (Slot, Host)>,
}

impl Owners {
    /// Reads the answer to CLUSTER SLOTS, given by `asked`. A node that has no name there is `asked`
    /// itself, and is spoken to as `asked` is. None where the answer has another shape.
    pub(super) fn read(answer: &Value, asked: &Host) -> Option<Self> {
        let Value::Array(entries) = answer else {
            return None;
        };
        let mut ranges = BTreeMap::new();
        for entry in entries {
            let (first, last, owner) = read_range(entry, asked)?;
            ranges.insert(last, (first, owner));
        }
        Some(Self { ranges })
    }

    /// Who has a slot.
    pub(super) fn of(&self, slot: Slot) -> Option<&Host> {
        let (_, (first, owner)) = self.ranges.range(slot..).next()?;
        (*first <= slot).then_some(owner)
    }

    /// All nodes that have slots; each at least once.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Host> {
        self.ranges.values().map(|(_, owner)| owner)
    }
}

fn read_range(entry: &Value, asked: &Host) -> Option<(Slot, Slot, Host)> {
    let Value::Array(facts) = entry else {
        return None;
    };
    let [
        Value::Int(first),
        Value::Int(last),
        Value::Array(primary),
        ..,
    ] = facts.as_slice()
    else {
        return None;
    };
    let [name, Value::Int(port), ..] = primary.as_slice() else {
        return None;
    };
    let name = Option::<String>::from_redis_value_ref(name).ok()?;
    let name = name.filter(|name| !name.is_empty());
    let owner = Host {
        name: name.unwrap_or_else(|| asked.name.clone()),
        port: u16::try_from(*port).ok()?,
        tls: asked.tls,
    };
    let slot = |number: &i64| u16::try_from(*number).ok().map(Slot);
    Some((slot(first)?, slot(last)?, owner))
}

/// Where a node sends the asker.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Redirection {
    /// The slot has moved there for good.
    Moved(Host),
    /// This key is there already, while the slot is being moved.
    Ask(Host),
}

impl Redirection {
    /// Reads `MOVED 3999 127.0.0.1:6381` and `ASK …`, told by `teller`.
    pub(super) fn read(refusal: &redis::ServerError, teller: &Host) -> Option<Self> {
        let to = || read_target(refusal.details()?, teller);
        match refusal.code() {
            "MOVED" => to().map(Self::Moved),
            "ASK" => to().map(Self::Ask),
            _ => None,
        }
    }
}

fn read_target(details: &str, teller: &Host) -> Option<Host> {
    let (_, address) = details.trim().split_once(' ')?;
    let (name, port) = address.rsplit_once(':')?;
    let name = if name.is_empty() { &teller.name } else { name };
    Some(Host {
        name: name.to_owned(),
        port: port.parse().ok()?,
        tls: teller.tls,
    })
}

#[cfg(test)]
mod tests {
    use redis::parse_redis_value;

    use super::*;

    fn host(name: &str, port: u16) -> Host {
        Host {
            name: String::from(name),
            port,
            tls: true,
        }
    }

    #[test]
    fn slots_are_those_of_the_specification() {
        assert_eq!(crc16(b"123456789"), 0x31C3);
        assert_eq!(Slot::of("123456789"), Slot(0x31C3));
        assert_eq!(Slot::of("somekey"), Slot(11058));
        assert_eq!(Slot::of("foo{hash_tag}"), Slot(2515));
    }

    #[test]
    fn only_the_first_tag_counts_and_an_empty_one_does_not() {
        assert_eq!(Slot::of("cs:a:{user1000}:x{y}"), Slot::of("user1000"));
        assert_eq!(Slot::of("foo{{bar}}zap"), Slot::of("{bar"));
        assert_ne!(Slot::of("foo{}{bar}"), Slot::of("bar"));
    }

    #[test]
    fn owners_are_read_with_and_without_names() {
        let answer = b"*2\r\n*3\r\n:0\r\n:99\r\n*2\r\n$2\r\nn1\r\n:7001\r\n*3\r\n:200\r\n:16383\r\n*2\r\n$-1\r\n:7002\r\n";
        let answer = parse_redis_value(answer).unwrap();
        let owners = Owners::read(&answer, &host("seed", 7000)).unwrap();
        assert_eq!(owners.of(Slot(0)), Some(&host("n1", 7001)));
        assert_eq!(owners.of(Slot(99)), Some(&host("n1", 7001)));
        assert_eq!(owners.of(Slot(100)), None);
        assert_eq!(owners.of(Slot(16383)), Some(&host("seed", 7002)));
    }

    #[test]
    fn a_redirection_is_read_as_it_is_written() {
        for (line, expected) in [
            (
                "MOVED 3999 n2:6381",
                Some(Redirection::Moved(host("n2", 6381))),
            ),
            (
                "ASK 3999 ::1:6381",
                Some(Redirection::Ask(host("::1", 6381))),
            ),
            (
                "MOVED 3999 :6381",
                Some(Redirection::Moved(host("n1", 6381))),
            ),
            ("MOVED 3999", None),
            ("READONLY no", None),
        ] {
            let value = parse_redis_value(format!("-{line}\r\n").as_bytes()).unwrap();
            let Value::ServerError(refusal) = value else {
                panic!("{value:?}");
            };
            let read = Redirection::read(&refusal, &host("n1", 7001));
            assert_eq!(read, expected, "{line}");
        }
    }
}
