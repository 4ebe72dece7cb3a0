//! A primary that Sentinel names, and its successor.

use countersign_servers::{
    DESK_PASSWORD, DESK_USER, PRIMARY_NAME, Protection, SENTINEL_PASSWORD, SENTINEL_USER,
    Sentinels, TlsAndAcl,
};

use super::*;

fn watched_by(sentinels: Vec<String>) -> RedisSettings {
    at(Place::Sentinel {
        sentinels,
        primary: String::from(PRIMARY_NAME),
        tls: false,
        database: 0,
        user: None,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failover_is_followed_and_no_replicated_step_is_lost() {
    let servers = Sentinels::start(&Options::default()).unwrap();
    let mut urls = servers.sentinel_urls();
    urls.insert(0, String::from("redis://127.0.0.1:1"));
    let link = open(&watched_by(urls));
    set(&link, "{kept}", "before").await.unwrap();
    let old = servers.kill_primary().unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(["store.no-answer", "store.no-primary"].contains(&fault(&link).await.0));
    tokio::task::block_in_place(|| servers.wait_for_failover(old).map(drop)).unwrap();
    until_done(&link, RECOVERY).await;
    assert_eq!(get(&link, "{kept}").await.unwrap(), "before");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_no_replica_has_is_not_told_as_done() {
    let servers = Sentinels::start(&Options::default()).unwrap();
    let link = open(&watched_by(servers.sentinel_urls()));
    set(&link, "{k}", "v").await.unwrap();
    let primary = servers.primary().unwrap().port();
    for server in servers.servers() {
        if server.port() != primary {
            server.pause().unwrap();
        }
    }
    let start = Instant::now();
    assert_eq!(fault(&link).await.0, "store.interrupted");
    assert!(start.elapsed() > Duration::from_millis(900));
    assert_eq!(get(&link, "{k}").await.unwrap(), "v");
    for server in servers.servers() {
        server.resume().unwrap();
    }
    until_done(&link, RECOVERY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_primary_that_steps_down_is_left_for_its_successor() {
    let servers = Sentinels::start(&Options::default()).unwrap();
    let link = open(&watched_by(servers.sentinel_urls()));
    set(&link, "{k}", "v").await.unwrap();
    let old = servers.primary().unwrap().port();
    tokio::task::block_in_place(|| servers.fail_over(old).map(drop)).unwrap();
    until_done(&link, RECOVERY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_no_sentinel_knows_and_sentinels_that_do_not_answer_are_no_primary() {
    let servers = Sentinels::start(&Options::default()).unwrap();
    let mut settings = watched_by(servers.sentinel_urls());
    let Place::Sentinel { primary, .. } = &mut settings.place else {
        panic!("{settings:?}");
    };
    *primary = String::from("another");
    assert_eq!(fault(&open(&settings)).await.0, "store.no-primary");

    let nobody = vec![
        String::from("redis://127.0.0.1:1"),
        String::from("redis://no-such-host.invalid"),
    ];
    assert_eq!(
        fault(&open(&watched_by(nobody))).await.0,
        "store.no-primary"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn sentinels_have_tls_and_a_password_of_their_own() {
    let parts = TlsAndAcl::new("~* &* +@all").unwrap();
    let certificates = parts.certificates.clone();
    let options = Options {
        protection: Protection::TlsAndAcl(parts),
        ..Options::default()
    };
    let servers = Sentinels::start(&options).unwrap();
    for sentinel in servers.sentinels() {
        let allow = |rule: &str| {
            sentinel
                .command(&["ACL", "SETUSER", SENTINEL_USER, rule])
                .unwrap()
        };
        allow("-@all");
        for command in sentinel_commands() {
            allow(&format!("+{command}"));
        }
    }
    let mut settings = at(Place::Sentinel {
        sentinels: servers.sentinel_urls(),
        primary: String::from(PRIMARY_NAME),
        tls: true,
        database: 0,
        user: Some(String::from(SENTINEL_USER)),
    });
    settings.user = Some(String::from(DESK_USER));
    settings.ca_file = Some(certificates.ca_file());
    let secrets = RedisSecrets {
        password: Some(SecretString::from(DESK_PASSWORD)),
        sentinel_password: Some(SecretString::from(SENTINEL_PASSWORD)),
    };
    set(&Link::new(&settings, secrets).unwrap(), "{k}", "v")
        .await
        .unwrap();
    let link = Link::new(&settings, password(DESK_PASSWORD)).unwrap();
    assert_eq!(fault(&link).await.0, "store.not-authenticated");
}
