//! What is in a server: a look at every key of every database.
//! Tests ask it whether anything would stay for ever, and whether anything shows that must not.

use redis::{Connection, RedisError, Value};

use crate::administrator::{Administrator, query, refused};
use crate::error::Error;

/// How many keys are asked for in one step.
const STEP: &str = "1000";

/// What `PTTL` answers for a key that stays until it is deleted.
const NO_TTL: i64 = -1;

pub(crate) fn keys_without_ttl(
    administrator: &Administrator,
    prefix: &str,
) -> Result<Vec<String>, Error> {
    let scan = || -> Result<Vec<String>, RedisError> {
        let mut lasting = Vec::new();
        let mut connection = administrator.connect()?;
        for database in databases(&mut connection)? {
            select(&mut connection, database)?;
            for key in keys(&mut connection, prefix)? {
                let left: i64 = redis::cmd("PTTL").arg(&key).query(&mut connection)?;
                if left == NO_TTL {
                    lasting.push(String::from_utf8_lossy(&key).into_owned());
                }
            }
        }
        Ok(lasting)
    };
    scan().map_err(refused(&["SCAN"]))
}

pub(crate) fn keys_and_values(administrator: &Administrator) -> Result<Vec<u8>, Error> {
    let read = || -> Result<Vec<u8>, RedisError> {
        let mut contents = Vec::new();
        let mut connection = administrator.connect()?;
        for database in databases(&mut connection)? {
            select(&mut connection, database)?;
            for key in keys(&mut connection, "")? {
                append(&mut contents, &Value::BulkString(key.clone()));
                append(&mut contents, &value(&mut connection, &key)?);
            }
        }
        Ok(contents)
    };
    read().map_err(refused(&["SCAN"]))
}

/// The numbers of the databases that have keys.
fn databases(connection: &mut Connection) -> Result<Vec<u32>, RedisError> {
    let keyspace: String = query(connection, &["INFO", "keyspace"])?;
    let number = |line: &str| line.strip_prefix("db")?.split(':').next()?.parse().ok();
    Ok(keyspace.lines().filter_map(number).collect())
}

fn select(connection: &mut Connection, database: u32) -> Result<(), RedisError> {
    // A cluster has one database, and refuses the command.
    if database == 0 {
        return Ok(());
    }
    query(connection, &["SELECT", &database.to_string()])
}

fn keys(connection: &mut Connection, prefix: &str) -> Result<Vec<Vec<u8>>, RedisError> {
    let pattern = pattern(prefix);
    let mut found = Vec::new();
    let mut cursor = "0".to_owned();
    loop {
        let words = ["SCAN", &cursor, "MATCH", &pattern, "COUNT", STEP];
        let (next, keys): (String, Vec<Vec<u8>>) = query(connection, &words)?;
        found.extend(keys);
        if next == "0" {
            return Ok(found);
        }
        cursor = next;
    }
}

/// Everything that begins with `prefix`, which is no pattern itself.
fn pattern(prefix: &str) -> String {
    let mut pattern = String::new();
    for character in prefix.chars() {
        if "*?[]\\".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern + "*"
}

fn value(connection: &mut Connection, key: &[u8]) -> Result<Value, RedisError> {
    let kind: String = redis::cmd("TYPE").arg(key).query(connection)?;
    let (command, range): (&str, &[&str]) = match kind.as_str() {
        "string" => ("GET", &[]),
        "hash" => ("HGETALL", &[]),
        "list" => ("LRANGE", &["0", "-1"]),
        "set" => ("SMEMBERS", &[]),
        "zset" => ("ZRANGE", &["0", "-1", "WITHSCORES"]),
        "stream" => ("XRANGE", &["-", "+"]),
        // It expired since it was found, or is of a module that no test loads.
        _ => return Ok(Value::Nil),
    };
    redis::cmd(command).arg(key).arg(range).query(connection)
}

/// One part a line, so that no two make up between them what neither holds.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest are simple strings and RESP3's types, none of which holds what a client stored"
)]
fn append(contents: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Nil => {}
        Value::Int(number) => contents.extend(number.to_string().bytes()),
        Value::BulkString(bytes) => contents.extend(bytes),
        Value::Array(parts) => parts.iter().for_each(|part| append(contents, part)),
        other => contents.extend(format!("{other:?}").bytes()),
    }
    contents.push(b'\n');
}

#[cfg(test)]
mod tests {
    use crate::{Options, Server};

    #[test]
    fn a_key_that_would_stay_is_found_in_every_database() {
        let server = Server::start(&Options::default()).unwrap();
        server
            .command(&["SET", "cs:[a]:1", "x", "EX", "60"])
            .unwrap();
        server.command(&["SET", "cs:[a]:2", "x"]).unwrap();
        server.command(&["SET", "cs:a:3", "x"]).unwrap();
        server.command(&["MOVE", "cs:a:3", "4"]).unwrap();
        assert_eq!(server.keys_without_ttl("cs:[a]:").unwrap(), ["cs:[a]:2"]);
        assert_eq!(server.keys_without_ttl("cs:a:").unwrap(), ["cs:a:3"]);
        assert_eq!(server.keys_without_ttl("cs:*").unwrap(), [""; 0]);
    }

    #[test]
    fn a_dump_shows_values_of_every_type_though_redis_stores_digits_as_numbers() {
        let server = Server::start(&Options::default()).unwrap();
        let writes: [&[&str]; 6] = [
            &["SET", "string", "100001"],
            &["HSET", "hash", "field", "100002"],
            &["RPUSH", "list", "100003"],
            &["SADD", "set", "100004"],
            &["ZADD", "sorted", "1", "100005"],
            &["XADD", "stream", "*", "field", "100006"],
        ];
        for words in writes {
            server.command(words).unwrap();
        }
        let dump = String::from_utf8_lossy(&server.dump().unwrap()).into_owned();
        assert!(dump.starts_with("REDIS"));
        for digits in 100_001..=100_006 {
            assert!(dump.contains(&digits.to_string()), "{digits}");
        }
        assert!(!dump.contains("100007"));
    }
}
