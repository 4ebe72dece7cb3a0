//! What desks find when they look their Redis over: real servers, each with one thing amiss.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::store::redis::{
    Place, RedisSecrets, RedisStore, permissions, sentinel_permissions,
};
use countersign_core::store::{
    Flushing, Home, Inspection, Permissions, Replication, Shared, Store, StoreFault, StoreWarning,
    Way,
};
use countersign_core::time::{SignedDuration, SystemClock, Timestamp};
use countersign_servers::{Clock, DESK_PASSWORD, DESK_USER, HeldClock, Options};

use super::servers::{SITE, Servers, options};

async fn inspected(servers: &Servers) -> Inspection {
    let inspection = servers.desk_of(SITE).inspect().await;
    inspection.expect("an inspection")
}

async fn looked_over(servers: &Servers) -> Shared {
    match inspected(servers).await.home {
        Home::Redis(shared) => shared,
        Home::Embedded { .. } => panic!("that is no Redis"),
    }
}

async fn codes(servers: &Servers) -> Vec<&'static str> {
    let warnings = inspected(servers).await.warnings();
    warnings.iter().map(StoreWarning::code).collect()
}

/// What an open server of the tests always warns of: everybody may do everything.
const OPEN: &str = "store.too-many-permissions";

fn kept_safely() -> Options {
    options(Clock::System)
        .with("appendonly", "yes")
        .with("appendfsync", "always")
}

#[tokio::test]
async fn one_that_keeps_every_step_warns_of_nothing_but_its_openness() {
    let servers = Servers::single_with(&kept_safely());
    assert_eq!(codes(&servers).await, [OPEN]);
    let shared = looked_over(&servers).await;
    assert_eq!(shared.way, Way::WithinComputer);
    assert!(shared.is_whole);
    let server = &shared.servers[0];
    assert_eq!(server.eviction.as_deref(), Some("noeviction"));
    assert!(server.memory.is_some_and(|memory| memory.used > 100_000));
    let version = server.version.clone().expect("a version");
    let told = servers.nodes()[0].command(&["INFO", "server"]);
    assert!(
        told.expect("an answer")
            .contains(&format!("redis_version:{version}\r"))
    );
}

#[tokio::test]
async fn one_that_removes_keys_when_it_is_full_warns() {
    for policy in ["allkeys-lru", "volatile-lru"] {
        let servers = Servers::single_with(&kept_safely().with("maxmemory-policy", policy));
        assert_eq!(
            codes(&servers).await,
            [OPEN, "store.evicts-keys"],
            "{policy}"
        );
    }
}

#[tokio::test]
async fn what_outlives_a_restart_is_seen() {
    let loses: &[&str] = &[OPEN, "store.loses-last-writes"];
    let forgets: &[&str] = &[OPEN, "store.no-persistence"];
    for (append, flush, points, expected) in [
        ("yes", "always", "\"\"", &[OPEN][..]),
        ("yes", "everysec", "\"\"", loses),
        ("yes", "no", "\"\"", loses),
        ("no", "everysec", "3600 1", loses),
        ("no", "everysec", "\"\"", forgets),
    ] {
        let options = options(Clock::System)
            .with("appendonly", append)
            .with("appendfsync", flush)
            .with("save", points);
        let servers = Servers::single_with(&options);
        assert_eq!(codes(&servers).await, expected, "{append} {flush} {points}");
        let persistence = looked_over(&servers).await.servers[0].persistence;
        let persistence = persistence.expect("it may be asked");
        assert_eq!(persistence.snapshots, Some(points != "\"\""));
    }
}

#[tokio::test]
async fn the_recommended_user_behind_tls_lacks_nothing_and_has_nothing_too_many() {
    let servers = Servers::protected(Clock::System);
    let shared = looked_over(&servers).await;
    assert_eq!(shared.way, Way::Encrypted);
    assert_eq!(
        shared.permissions,
        Permissions::Known {
            missing: Vec::new(),
            has_too_many: false,
        }
    );
}

#[tokio::test]
async fn what_only_the_configuration_tells_is_unknown_to_the_recommended_user() {
    let options = kept_safely();
    let servers = Servers::protected_with(&options, permissions(SITE));
    let shared = looked_over(&servers).await;
    let persistence = shared.servers[0].persistence.expect("it may be asked");
    assert_eq!(persistence.append_only, Some(Flushing::Unknown));
    assert_eq!(persistence.snapshots, None);
    let denied = servers.nodes()[0].command(&["ACL", "LOG"]).expect("a log");
    assert_eq!(
        denied, "",
        "the desk asked for what it knew it would not get"
    );
}

/// For every command of the rule, the server is asked about a user without it.
#[tokio::test]
async fn a_user_who_lacks_something_is_told_exactly_what() {
    let servers = Servers::protected(Clock::System);
    let desk = servers.desk_of(SITE);
    desk.inspect().await.expect("a connection");
    let rule = permissions(SITE);
    let commands: Vec<_> = rule
        .split(' ')
        .filter_map(|word| word.strip_prefix('+'))
        .collect();
    assert!(commands.len() > 20);
    for command in commands {
        // Without it nothing can be told.
        if command == "acl|dryrun" {
            continue;
        }
        servers.grant(&format!("{rule} -{command}"));
        assert_eq!(missing(&*desk).await, [format!("+{command}")]);
    }
    servers.grant(&rule.replace("~cs:harbour-clinic:*", "~cs:another:*"));
    assert_eq!(missing(&*desk).await, ["~cs:harbour-clinic:*"]);
    servers.grant(&rule.replace("&cs:harbour-clinic:changes", "&cs:another:changes"));
    assert_eq!(missing(&*desk).await, ["&cs:harbour-clinic:changes"]);
}

async fn missing(desk: &dyn Store) -> Vec<String> {
    let inspection = match desk.inspect().await {
        // Who may no longer hear a channel is cut off, and comes back.
        Err(StoreFault::Interrupted(_)) => desk.inspect().await,
        told => told,
    };
    let warnings = inspection.expect("an inspection").warnings();
    let mut missing = warnings.into_iter().filter_map(|warning| {
        let StoreWarning::MissingPermissions(missing) = warning else {
            return None;
        };
        Some(missing)
    });
    missing.next().unwrap_or_default()
}

#[tokio::test]
async fn a_user_who_may_ask_nothing_leaves_the_answers_unknown_and_is_no_fault() {
    let rule = permissions(SITE);
    let least = rule.replace(" +acl|dryrun", "").replace(" +info", "");
    assert_ne!(least, rule);
    let servers = Servers::protected_with(&options(Clock::System), least);
    let shared = looked_over(&servers).await;
    assert_eq!(shared.permissions, Permissions::Unknown);
    assert!(shared.servers.is_empty());
    assert!(!shared.is_whole);
    assert!(shared.clock_offset.is_some());
}

#[tokio::test]
async fn a_user_who_may_read_other_keys_has_too_many_permissions() {
    let rule = permissions(SITE).replace("~cs:harbour-clinic:*", "~*");
    let servers = Servers::protected_with(&kept_safely(), rule);
    assert_eq!(codes(&servers).await, [OPEN]);
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_by_how_much() {
    for ahead in [90, -90] {
        let ahead = SignedDuration::from_secs(ahead);
        let shown = Timestamp::now() + ahead;
        let clock = HeldClock::new(shown.as_microsecond()).expect("a clock");
        let servers = Servers::single(Clock::Held(clock));
        let offset = looked_over(&servers).await.clock_offset.expect("an offset");
        // It stands still while the server starts.
        let error = ahead - offset;
        assert!(
            error >= SignedDuration::ZERO && error < SignedDuration::from_secs(20),
            "{offset}"
        );
        assert!(codes(&servers).await.contains(&"store.clock-off"));
    }
}

#[tokio::test]
async fn clocks_that_agree_are_told_to() {
    let servers = Servers::single(Clock::System);
    let offset = looked_over(&servers).await.clock_offset.expect("an offset");
    assert!(
        offset.unsigned_abs() < Duration::from_millis(250),
        "{offset}"
    );
}

#[tokio::test]
async fn answers_of_a_server_nearby_are_quick() {
    let latency = inspected(&Servers::single(Clock::System)).await.latency;
    assert!(latency.p50 > Duration::ZERO);
    assert!(latency.p50 <= latency.p99);
    assert!(latency.p50 < Duration::from_millis(50), "{latency:?}");
}

#[tokio::test]
async fn a_primary_under_sentinels_has_the_replicas_that_the_settings_ask_for() {
    let servers = Servers::sentinels(Clock::System);
    let shared = looked_over(&servers).await;
    assert_eq!(shared.replicas_asked, 1);
    let Some(Replication::Primary { replicas }) = &shared.servers[0].replication else {
        panic!("{:?}", shared.servers);
    };
    assert_eq!(replicas.len(), 2);
    assert!(replicas.iter().all(|replica| replica.is_online));
    assert!(!codes(&servers).await.contains(&"store.too-few-replicas"));
    for replica in &servers.nodes()[1..] {
        replica.kill();
    }
    let warned = async {
        while !codes(&servers).await.contains(&"store.too-few-replicas") {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let within = Duration::from_secs(10);
    tokio::time::timeout(within, warned)
        .await
        .expect("a warning");
}

#[tokio::test]
async fn sentinels_must_allow_a_desk_one_question() {
    let servers = Servers::sentinels(Clock::System);
    let Servers::Sentinels(sentinels) = &servers else {
        unreachable!("sentinels were started");
    };
    let (rule, password) = (sentinel_permissions(), format!(">{DESK_PASSWORD}"));
    let words = ["ACL", "SETUSER", DESK_USER, "on", &password].into_iter();
    let words: Vec<_> = words.chain(rule.split(' ')).collect();
    for sentinel in sentinels.sentinels() {
        sentinel.command(&words).expect("a user");
    }
    let mut settings = servers.settings(SITE);
    if let Place::Sentinel { user, .. } = &mut settings.place {
        *user = Some(DESK_USER.to_owned());
    }
    let secrets = RedisSecrets {
        password: None,
        sentinel_password: Some(DESK_PASSWORD.into()),
    };
    let store = RedisStore::new(&settings, secrets, SystemClock).expect("a store");
    store.health().await.expect("an answer");
    for sentinel in sentinels.sentinels() {
        assert_eq!(sentinel.command(&["ACL", "LOG"]).expect("a log"), "");
    }
}

#[tokio::test]
async fn every_node_of_a_cluster_is_looked_over() {
    let servers = Servers::cluster(Clock::System);
    let evicting = servers.nodes()[2];
    let policy = ["CONFIG", "SET", "maxmemory-policy", "allkeys-lru"];
    evicting.command(&policy).expect("another policy");
    let shared = looked_over(&servers).await;
    assert!(shared.is_whole);
    assert_eq!(shared.servers.len(), 3);
    let amiss = shared
        .servers
        .iter()
        .filter(|server| server.eviction.as_deref() == Some("allkeys-lru"));
    let names: Vec<_> = amiss.filter_map(|server| server.name.clone()).collect();
    assert_eq!(names, [format!("127.0.0.1:{}", evicting.port())]);
    assert!(codes(&servers).await.contains(&"store.evicts-keys"));
}

#[tokio::test]
async fn a_store_that_is_away_is_a_fault() {
    let servers = Servers::single(Clock::System);
    let desk: Arc<dyn Store> = servers.desk_of(SITE);
    servers.nodes()[0].kill();
    let fault = desk.inspect().await.expect_err("nobody answers");
    assert_eq!(fault.code(), "store.no-answer");
    // What stays in it is looked at when the test is done.
    servers.nodes()[0].restart().expect("it is back");
}
