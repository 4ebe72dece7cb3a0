//! Redis' answer to `INFO`, read: `name:value` lines under headings (Redis documentation, "INFO").
//! Hosted servers leave lines out.

use std::collections::HashMap;
use std::time::Duration;

use crate::store::inspection::{Flushing, Memory, Persistence, Replica, Replication, Report};

/// What a server told.
pub(super) struct Info<'a>(HashMap<&'a str, &'a str>);

impl<'a> Info<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let fields = text
            .lines()
            .filter_map(|line| line.trim_end().split_once(':'));
        Self(fields.collect())
    }

    pub(super) fn report(&self) -> Report {
        Report {
            name: None,
            version: self.text("redis_version"),
            eviction: self.text("maxmemory_policy"),
            persistence: self.persistence(),
            replication: self.replication(),
            memory: self.memory(),
        }
    }

    /// What only the configuration tells is left unknown.
    fn persistence(&self) -> Option<Persistence> {
        let append_only = *self.0.get("aof_enabled")? == "1";
        let failed = |name| self.0.get(name).is_some_and(|status| *status != "ok");
        Some(Persistence {
            append_only: append_only.then_some(Flushing::Unknown),
            snapshots: None,
            last_failed: failed("rdb_last_bgsave_status") || failed("aof_last_write_status"),
        })
    }

    fn replication(&self) -> Option<Replication> {
        match *self.0.get("role")? {
            "master" => Some(Replication::Primary {
                replicas: self.replicas(),
            }),
            "slave" => Some(Replication::Replica {
                is_linked: self.0.get("master_link_status") == Some(&"up"),
            }),
            _ => None,
        }
    }

    /// Written as `slave0:ip=…,port=…,state=online,offset=…,lag=1`, numbered without a gap.
    fn replicas(&self) -> Vec<Replica> {
        let numbered = (0..).map_while(|number| self.0.get(format!("slave{number}").as_str()));
        numbered.map(|line| replica(line)).collect()
    }

    fn memory(&self) -> Option<Memory> {
        let limit = self.number("maxmemory").filter(|limit| *limit > 0);
        Some(Memory {
            used: self.number("used_memory")?,
            limit,
        })
    }

    fn text(&self, name: &str) -> Option<String> {
        self.0.get(name).map(|value| (*value).to_owned())
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name)?.parse().ok()
    }
}

fn replica(line: &str) -> Replica {
    let fields: HashMap<_, _> = line
        .split(',')
        .filter_map(|field| field.split_once('='))
        .collect();
    let lag = fields.get("lag").and_then(|lag| lag.parse().ok());
    Replica {
        is_online: fields.get("state") == Some(&"online"),
        lag: Duration::from_secs(lag.unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRIMARY: &str = "# Server\r\nredis_version:7.0.15\r\n\r\n# Memory\r\nused_memory:991448\r\n\
        maxmemory:0\r\nmaxmemory_policy:noeviction\r\n# Persistence\r\naof_enabled:1\r\n\
        rdb_last_bgsave_status:ok\r\naof_last_write_status:err\r\n# Replication\r\nrole:master\r\n\
        connected_slaves:2\r\nslave0:ip=127.0.0.1,port=6380,state=online,offset=42,lag=1\r\n\
        slave1:ip=127.0.0.1,port=6381,state=wait_bgsave,offset=0,lag=0\r\n";

    #[test]
    fn a_primary_tells_its_replicas() {
        let report = Info::read(PRIMARY).report();
        assert_eq!(report.version.as_deref(), Some("7.0.15"));
        assert_eq!(report.eviction.as_deref(), Some("noeviction"));
        let replica = |is_online, lag| Replica {
            is_online,
            lag: Duration::from_secs(lag),
        };
        let replicas = vec![replica(true, 1), replica(false, 0)];
        assert_eq!(report.replication, Some(Replication::Primary { replicas }));
    }

    #[test]
    fn a_failed_write_to_disk_is_told() {
        let persistence = Info::read(PRIMARY).report().persistence.unwrap();
        assert!(persistence.last_failed);
        assert_eq!(persistence.append_only, Some(Flushing::Unknown));
        assert_eq!(persistence.snapshots, None);
    }

    #[test]
    fn no_limit_of_memory_is_written_as_zero() {
        let memory = Info::read(PRIMARY).report().memory.unwrap();
        assert_eq!((memory.used, memory.limit), (991_448, None));
    }

    #[test]
    fn a_replica_tells_whether_it_is_linked() {
        let is_linked = |status: &str| {
            let text = format!("role:slave\r\nmaster_link_status:{status}\r\n");
            Info::read(&text).report().replication
        };
        assert_eq!(
            is_linked("up"),
            Some(Replication::Replica { is_linked: true })
        );
        assert_eq!(
            is_linked("down"),
            Some(Replication::Replica { is_linked: false })
        );
    }

    #[test]
    fn what_is_left_out_is_unknown() {
        assert_eq!(Info::read("# Server\r\n").report(), Report::default());
    }
}
