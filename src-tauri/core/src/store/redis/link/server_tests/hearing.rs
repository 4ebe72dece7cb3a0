//! Changes that other desks publish.

use tokio::sync::broadcast::Receiver;
use tokio::time::timeout;

use super::*;

const PUBLISH: &str = "redis.call('PUBLISH', 'cs:test:changes', ARGV[1]) return 'told'";

pub(super) async fn tell(link: &Link, id: &str) {
    let script = Script::new("publish", PUBLISH);
    link.step(&script, &["{k}"], &[id]).await.unwrap();
}

pub(super) async fn next(changes: &mut Receiver<Change>) -> Change {
    let told = timeout(Duration::from_secs(1), changes.recv()).await;
    told.expect("within a second").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_desk_hears_of_anothers_change_within_a_second_also_after_it_lost_the_connection() {
    let server = Server::start(&Options::default()).unwrap();
    let here = open(&single(server.url()));
    let there = open(&single(server.url()));
    let mut changes = here.subscribe();
    set(&here, "{k}", "v").await.unwrap();
    assert_eq!(next(&mut changes).await, Change::Any);

    let id = "ab".repeat(24);
    tell(&there, &id).await;
    assert_eq!(next(&mut changes).await, Change::One(id.parse().unwrap()));

    server
        .command(&["CLIENT", "KILL", "TYPE", "pubsub"])
        .unwrap();
    assert_eq!(
        next(&mut changes).await,
        Change::Any,
        "connected anew by itself"
    );
    let id = "cd".repeat(24);
    tell(&there, &id).await;
    assert_eq!(next(&mut changes).await, Change::One(id.parse().unwrap()));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_changes_are_not_heard() {
    let server = Server::start(&Options::default()).unwrap();
    let mut elsewhere = single(server.url());
    elsewhere.site = String::from("elsewhere");
    let here = open(&elsewhere);
    let mut changes = here.subscribe();
    set(&here, "{k}", "v").await.unwrap();
    assert_eq!(next(&mut changes).await, Change::Any);
    tell(&open(&single(server.url())), &"ab".repeat(24)).await;
    let silence = timeout(Duration::from_millis(300), changes.recv()).await;
    assert!(silence.is_err(), "{silence:?}");
}
