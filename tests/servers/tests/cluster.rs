//! A cluster: its nodes know each other, take writes, and stay together however far a held clock moves.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that can't go on says why")]

use std::time::Duration;

use countersign_servers::{Clock, Cluster, HeldClock, Options, Protection, Server, TlsAndAcl};

const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Writes until every node has a key: each refuses those of the others.
fn write_to_every_node(cluster: &Cluster) {
    for node in cluster.nodes() {
        let own = (0..1000).find_map(|number| {
            let key = format!("cs:site:{{{number}}}");
            node.command(&["SET", &key, "value", "EX", "60"]).ok()
        });
        assert_eq!(own.unwrap(), "OK");
    }
}

fn keys(nodes: &[Server]) -> Vec<String> {
    nodes
        .iter()
        .map(|node| node.command(&["DBSIZE"]).unwrap())
        .collect()
}

#[test]
fn three_primaries_share_the_slots_and_take_writes() {
    let cluster = Cluster::start(3, &Options::default()).unwrap();
    assert_eq!(cluster.ports().len(), 3);
    write_to_every_node(&cluster);
    assert_eq!(cluster.keys_without_ttl("cs:").unwrap(), [""; 0]);
    let node = &cluster.nodes()[1];
    let key = (0..)
        .map(|number| format!("cs:{number}"))
        .find(|key| node.command(&["SET", key, "value"]).is_ok());
    assert_eq!(cluster.keys_without_ttl("cs:").unwrap(), [key.unwrap()]);
    assert!(!cluster.dump().unwrap().is_empty());
}

#[test]
fn a_cluster_by_a_held_clock_starts_at_once_and_survives_years() {
    let clock = HeldClock::new(1_767_225_600_000_000).unwrap();
    let cluster = Cluster::start(
        3,
        &Options {
            clock: Clock::Held(clock.clone()),
            ..Options::default()
        },
    )
    .unwrap();
    write_to_every_node(&cluster);
    assert_eq!(keys(cluster.nodes()), ["1"; 3]);
    clock.advance(Duration::from_millis(60_001)).unwrap();
    let expired = |node: &Server| node.command(&["KEYS", "*"]).unwrap().is_empty();
    assert!(cluster.nodes().iter().all(expired));

    clock.advance(5 * YEAR).unwrap();
    // Longer than the nodes take to talk to each other.
    std::thread::sleep(Duration::from_millis(1500));
    write_to_every_node(&cluster);
}

#[test]
fn a_protected_cluster_talks_by_tls() {
    let cluster = Cluster::start(
        3,
        &Options {
            protection: Protection::TlsAndAcl(TlsAndAcl::new("+ping").unwrap()),
            ..Options::default()
        },
    )
    .unwrap();
    assert!(
        cluster
            .urls()
            .iter()
            .all(|url| url.starts_with("rediss://"))
    );
    write_to_every_node(&cluster);
}
