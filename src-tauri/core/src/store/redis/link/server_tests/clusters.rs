//! Slots, the nodes that have them, and nodes that go away.

use countersign_servers::{Cluster, DESK_PASSWORD, DESK_USER, Protection, TlsAndAcl};

use super::encrypting::rule;
use super::hearing::{next, tell};
use super::*;

fn cluster_of(urls: Vec<String>) -> RedisSettings {
    at(Place::Cluster { nodes: urls })
}

#[tokio::test(flavor = "multi_thread")]
async fn each_key_is_found_at_the_node_that_has_its_slot() {
    let cluster = Cluster::start(3, &Options::default()).unwrap();
    let mut urls = cluster.urls();
    urls.truncate(1);
    urls.insert(0, String::from("redis://127.0.0.1:1"));
    let link = open(&cluster_of(urls));
    assert!(link.is_cluster());
    for number in 0..100 {
        let key = format!("cs:test:{{{number}}}");
        set(&link, &key, &key).await.unwrap();
        assert_eq!(get(&link, &key).await.unwrap(), key);
    }
    let mut total = 0;
    for (node, size) in link.ask_each(&redis::cmd("DBSIZE")).await.unwrap() {
        let Value::Int(size) = size.unwrap() else {
            panic!("{node}");
        };
        assert!(size > 0, "{node}");
        total += size;
    }
    assert_eq!(total, 100);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_that_moved_is_followed() {
    let cluster = Cluster::start(3, &Options::default()).unwrap();
    let link = open(&cluster_of(cluster.urls()));
    let key = "{moving}";
    set(&link, key, "v").await.unwrap();
    let slot = cluster.nodes()[0]
        .command(&["CLUSTER", "KEYSLOT", key])
        .unwrap();
    let slot = slot.trim();
    let holds = |node: &&Server| {
        node.command(&["CLUSTER", "COUNTKEYSINSLOT", slot])
            .unwrap()
            .trim()
            == "1"
    };
    let from = cluster.nodes().iter().find(holds).unwrap();
    let to = cluster.nodes().iter().find(|node| !holds(node)).unwrap();
    let id = |node: &Server| {
        node.command(&["CLUSTER", "MYID"])
            .unwrap()
            .trim()
            .to_owned()
    };
    to.command(&["CLUSTER", "SETSLOT", slot, "IMPORTING", &id(from)])
        .unwrap();
    from.command(&["CLUSTER", "SETSLOT", slot, "MIGRATING", &id(to)])
        .unwrap();
    assert_eq!(get(&link, key).await.unwrap(), "v", "not moved yet");
    let port = to.port().to_string();
    from.command(&["MIGRATE", "127.0.0.1", &port, key, "0", "5000"])
        .unwrap();
    assert_eq!(get(&link, key).await.unwrap(), "v", "asked for on the way");
    set(&link, key, "w").await.unwrap();
    for node in cluster.nodes() {
        node.command(&["CLUSTER", "SETSLOT", slot, "NODE", &id(to)])
            .unwrap();
    }
    assert_eq!(get(&link, key).await.unwrap(), "w", "moved");
    assert_eq!(to.command(&["GET", key]).unwrap().trim(), "w");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_is_gone_leaves_the_others_in_service_and_is_found_again() {
    let options = Options::default().with("cluster-require-full-coverage", "no");
    let cluster = Cluster::start(3, &options).unwrap();
    let link = open(&cluster_of(cluster.urls()));
    let keys: Vec<String> = (0..30).map(|number| format!("{{{number}}}")).collect();
    for key in &keys {
        set(&link, key, "v").await.unwrap();
    }
    cluster.nodes()[0].kill();
    let mut done = 0;
    let mut told = Vec::new();
    for key in &keys {
        match set(&link, key, "w").await {
            Ok(_) => done += 1,
            Err(fault) => told.push(fault.code()),
        }
    }
    assert!(done > 10 && told.len() > 3, "{done} {told:?}");
    assert!(
        told.iter()
            .all(|code| ["store.no-answer", "store.interrupted"].contains(code)),
        "{told:?}"
    );
    cluster.nodes()[0].restart().unwrap();
    let start = Instant::now();
    for key in &keys {
        while let Err(fault) = set(&link, key, "x").await {
            assert!(start.elapsed() < 2 * RECOVERY, "{fault:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_are_heard_whichever_node_they_are_published_at() {
    let cluster = Cluster::start(3, &Options::default()).unwrap();
    let here = open(&cluster_of(cluster.urls()));
    let there = open(&cluster_of(cluster.urls()));
    let mut changes = here.subscribe();
    set(&here, "{a}", "v").await.unwrap();
    assert_eq!(next(&mut changes).await, Change::Any);
    let id = "ab".repeat(24);
    tell(&there, &id).await;
    let expected = Change::One(id.parse().unwrap());
    while next(&mut changes).await != expected {}
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_with_tls_needs_no_more_commands_than_the_list_has() {
    let parts = TlsAndAcl::new(rule()).unwrap();
    let certificates = parts.certificates.clone();
    let options = Options {
        protection: Protection::TlsAndAcl(parts),
        ..Options::default()
    };
    let cluster = Cluster::start(3, &options).unwrap();
    let mut settings = cluster_of(cluster.urls());
    settings.user = Some(String::from(DESK_USER));
    settings.ca_file = Some(certificates.ca_file());
    let link = Link::new(&settings, password(DESK_PASSWORD)).unwrap();
    for number in 0..10 {
        let key = format!("cs:test:{{{number}}}");
        set(&link, &key, "v").await.unwrap();
    }
    for node in cluster.nodes() {
        assert_eq!(node.command(&["ACL", "LOG"]).unwrap().trim(), "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_question_is_answered_by_any_node_that_is_there() {
    let cluster = Cluster::start(3, &Options::default()).unwrap();
    let link = open(&cluster_of(cluster.urls()));
    for gone in &cluster.nodes()[..2] {
        let answer = link.ask(&redis::cmd("PING")).await.unwrap();
        assert_eq!(answer, Value::SimpleString(String::from("PONG")));
        gone.kill();
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    link.ask(&redis::cmd("PING")).await.unwrap();
}
