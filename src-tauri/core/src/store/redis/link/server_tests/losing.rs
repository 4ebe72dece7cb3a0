//! Servers that go away in the midst of it, and come back.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_server_leaves_a_step_unknown_and_a_connection_is_kept_for_one_silence() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    set(&link, "{k}", "v").await.unwrap();
    let id = server
        .command(&["CLIENT", "LIST", "TYPE", "pubsub"])
        .unwrap();
    server.pause().unwrap();
    let start = Instant::now();
    assert_eq!(fault(&link).await.0, "store.interrupted");
    let taken = start.elapsed();
    assert!(
        taken > Duration::from_millis(1900) && taken < Duration::from_secs(3),
        "{taken:?}"
    );
    server.resume().unwrap();
    set(&link, "{k}", "w").await.unwrap();
    let same = server
        .command(&["CLIENT", "LIST", "TYPE", "pubsub"])
        .unwrap();
    let name = |list: &str| list.split_ascii_whitespace().next().map(str::to_owned);
    assert_eq!(name(&id), name(&same));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_two_silences_the_server_is_away_and_recovery_needs_nobody() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    set(&link, "{k}", "v").await.unwrap();
    server.pause().unwrap();
    assert_eq!(fault(&link).await.0, "store.interrupted");
    assert_eq!(fault(&link).await.0, "store.interrupted");
    let (code, away) = fault(&link).await;
    assert_eq!(code, "store.no-answer");
    assert!(away.unwrap() > Duration::from_millis(1500), "{away:?}");
    server.resume().unwrap();
    let taken = until_done(&link, RECOVERY).await;
    assert!(taken < RECOVERY, "{taken:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_was_killed_is_away_until_it_is_back() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    let mut changes = link.subscribe();
    set(&link, "{k}", "v").await.unwrap();
    assert_eq!(changes.recv().await.unwrap(), Change::Any);
    server.kill();
    tokio::time::sleep(Duration::from_millis(500)).await;
    let (code, away) = fault(&link).await;
    assert_eq!(code, "store.no-answer");
    let away = away.unwrap();
    assert!(
        away > Duration::from_millis(400) && away < Duration::from_secs(2),
        "{away:?}"
    );
    tokio::time::sleep(Duration::from_millis(500)).await;
    let (_, later) = fault(&link).await;
    assert!(later.unwrap() > away + Duration::from_millis(400));
    server.restart().unwrap();
    let told = tokio::time::timeout(RECOVERY, changes.recv()).await;
    assert_eq!(told.unwrap().unwrap(), Change::Any, "by itself");
    set(&link, "{k}", "v").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_under_way_when_the_server_is_killed_is_unknown() {
    let server = Server::start(&Options::default()).unwrap();
    let link = std::sync::Arc::new(open(&single(server.url())));
    set(&link, "{k}", "v").await.unwrap();
    server.pause().unwrap();
    let under_way = std::sync::Arc::clone(&link);
    let step = tokio::spawn(async move { fault(&under_way).await.0 });
    tokio::time::sleep(Duration::from_millis(200)).await;
    server.kill();
    assert_eq!(step.await.unwrap(), "store.interrupted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_was_closed_while_idle_does_not_fail_the_next_step() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    for _ in 0..20 {
        set(&link, "{k}", "v").await.unwrap();
        server
            .command(&["CLIENT", "KILL", "TYPE", "pubsub"])
            .unwrap();
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    set(&link, "{k}", "v").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_twice_whatever_becomes_of_the_connection() {
    let server = Server::start(
        &Options::default()
            .with("appendonly", "yes")
            .with("appendfsync", "always"),
    )
    .unwrap();
    let link = open(&single(server.url()));
    let script = Script::new("count", "return tostring(redis.call('INCR', KEYS[1]))");
    let mut done = 0;
    let mut unknown = 0;
    for round in 0..300 {
        match link.step(&script, &["{count}"], &[]).await {
            Ok(_) => done += 1,
            Err(StoreFault::Interrupted(_)) => unknown += 1,
            Err(_) => {}
        }
        if round % 10 == 0 {
            server
                .command(&["CLIENT", "KILL", "TYPE", "pubsub"])
                .unwrap();
        }
    }
    let counted: u32 = server
        .command(&["GET", "{count}"])
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    assert!(
        counted >= done && counted <= done + unknown,
        "{done} {unknown} {counted}"
    );
    assert!(done >= 200, "{done} {unknown}");
}
