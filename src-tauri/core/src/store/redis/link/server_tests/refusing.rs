//! Servers that answer, and don't do what they are asked.

use super::*;

async fn refusal(options: Options, prepare: impl FnOnce(&Server)) -> &'static str {
    let server = Server::start(&options).unwrap();
    prepare(&server);
    fault(&open(&single(server.url()))).await.0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replica_is_not_written_to() {
    let primary = Server::start(&Options::default()).unwrap();
    let replica = primary.start_replica(&Options::default()).unwrap();
    let link = open(&single(replica.url()));
    assert_eq!(fault(&link).await.0, "store.read-only");
    replica.command(&["REPLICAOF", "NO", "ONE"]).unwrap();
    until_done(&link, RECOVERY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_server_is_told() {
    let full = Options::default()
        .with("maxmemory", "1mb")
        .with("maxmemory-policy", "noeviction");
    assert_eq!(refusal(full, |_| {}).await, "store.full");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_with_too_many_clients_is_told() {
    let server = Server::start(&Options::default()).unwrap();
    let first = open(&single(server.url()));
    set(&first, "{k}", "v").await.unwrap();
    server
        .command(&["CONFIG", "SET", "maxclients", "1"])
        .unwrap();
    let second = open(&single(server.url()));
    assert_eq!(fault(&second).await.0, "store.too-many-clients");
    drop(first);
    until_done(&second, RECOVERY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_of_another_type_is_told() {
    let server = Server::start(&Options::default()).unwrap();
    server.command(&["LPUSH", "{k}", "v"]).unwrap();
    let fault = get(&open(&single(server.url())), "{k}").await.unwrap_err();
    assert_eq!(fault.code(), "store.wrong-type");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_can_not_save_is_told() {
    let saving = Options::default()
        .with("save", "3600 1")
        .with("dbfilename", "nothing.rdb");
    let code = refusal(saving, |server| {
        let folder = server.command(&["CONFIG", "GET", "dir"]).unwrap();
        let folder = folder.lines().nth(1).unwrap();
        // A folder in the snapshot's place can't be written over.
        std::fs::create_dir_all(format!("{folder}/nothing.rdb/in-the-way")).unwrap();
        server.command(&["SET", "other", "v"]).unwrap();
        server.command(&["BGSAVE"]).unwrap();
        let failed = || {
            server
                .command(&["INFO", "persistence"])
                .unwrap()
                .contains("rdb_last_bgsave_status:err")
        };
        let start = Instant::now();
        while !failed() && start.elapsed() < RECOVERY {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    assert_eq!(code.await, "store.cannot-save");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_primary_without_its_replicas_is_told() {
    let alone = Options::default().with("min-replicas-to-write", "1");
    assert_eq!(refusal(alone, |_| {}).await, "store.not-replicated");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_loading_is_told_and_waited_for() {
    let slow = Options::default()
        .with("appendonly", "yes")
        .with("key-load-delay", "100");
    let server = std::sync::Arc::new(Server::start(&slow).unwrap());
    let link = open(&single(server.url()));
    set(&link, "{k}", "v").await.unwrap();
    let fill = "for i = 1, 20000 do redis.call('SET', 'k' .. i, 'v', 'EX', 600) end";
    server.command(&["EVAL", fill, "0"]).unwrap();
    let restarted = std::sync::Arc::clone(&server);
    let restarting = tokio::task::spawn_blocking(move || restarted.restart());
    let start = Instant::now();
    let mut told = Vec::new();
    while start.elapsed() < RECOVERY {
        match set(&link, "{k}", "w").await {
            Ok(_) if told.contains(&"store.loading") => break,
            Ok(_) => {}
            Err(fault) => told.push(fault.code()),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    restarting.await.unwrap().unwrap();
    assert!(told.contains(&"store.loading"), "{told:?}");
    assert_eq!(get(&link, "{k}").await.unwrap(), "w");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_of_a_cluster_is_no_single_server() {
    let node = Options::default().with("cluster-enabled", "yes");
    let code = refusal(node, |_| {}).await;
    assert_eq!(code, "store.cluster-down");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_server_is_no_cluster() {
    let server = Server::start(&Options::default()).unwrap();
    let nodes = vec![server.url()];
    let link = open(&at(Place::Cluster { nodes }));
    assert_eq!(fault(&link).await.0, "store.settings");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_script_refuses_has_its_own_name() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    for (text, expected) in [
        (
            "return redis.error_reply('NAMETAKEN a try has that name')",
            "store.name-taken",
        ),
        (
            "return redis.error_reply('UNREADABLE a ledger of version 9')",
            "store.unreadable",
        ),
        (
            "return {err = 'NAMETAKEN a try has that name'}",
            "store.name-taken",
        ),
        ("return nil + 1", "store.refused"),
        ("return 7", "store.unreadable"),
    ] {
        let outcome = link.look(&Script::new("test", text), &["{k}"], &[]).await;
        assert_eq!(outcome.unwrap_err().code(), expected, "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_runs_somebody_elses_script_is_busy() {
    let server = std::sync::Arc::new(Server::start(&Options::default()).unwrap());
    let link = open(&single(server.url()));
    set(&link, "{k}", "v").await.unwrap();
    server
        .command(&["CONFIG", "SET", "busy-reply-threshold", "50"])
        .unwrap();
    let endless = std::sync::Arc::clone(&server);
    let running =
        tokio::task::spawn_blocking(move || endless.command(&["EVAL", "while true do end", "0"]));
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(fault(&link).await.0, "store.busy");
    server.command(&["SCRIPT", "KILL"]).unwrap();
    running.await.unwrap().unwrap_err();
    until_done(&link, RECOVERY).await;
}
