//! Being let in, or told at once why not.

use super::*;
use tokio::net::TcpListener;

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_done_where_its_script_is_unknown_and_where_it_is_known() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    assert_eq!(set(&link, "{k}", "one").await.unwrap(), "done");
    assert_eq!(get(&link, "{k}").await.unwrap(), "one");
    server.command(&["SCRIPT", "FLUSH"]).unwrap();
    assert_eq!(set(&link, "{k}", "two").await.unwrap(), "done");
    assert_eq!(get(&link, "{k}").await.unwrap(), "two");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_connected_before_it_is_needed_and_then_once() {
    let server = Server::start(&Options::default()).unwrap();
    let ours = || {
        server
            .command(&["CLIENT", "LIST"])
            .unwrap()
            .matches("name=countersign")
            .count()
    };
    let link = open(&single(server.url()));
    assert_eq!(ours(), 0);
    let keys: Vec<String> = (0..50).map(|number| format!("{{{number}}}")).collect();
    let mut steps = tokio::task::JoinSet::new();
    let link = std::sync::Arc::new(link);
    for key in keys {
        let link = std::sync::Arc::clone(&link);
        steps.spawn(async move { set(&link, &key, "v").await.unwrap() });
    }
    steps.join_all().await;
    assert_eq!(ours(), 1);
    drop(link);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(ours(), 0);
}

#[tokio::test]
async fn a_port_where_nothing_listens_is_told_at_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let link = open(&single(format!("redis://{address}")));
    let start = Instant::now();
    let (code, away) = fault(&link).await;
    assert_eq!(code, "store.no-answer");
    assert!(away.unwrap() < Duration::from_millis(500));
    assert!(start.elapsed() < Duration::from_millis(500));
}

#[tokio::test]
async fn a_host_that_does_not_exist_is_told_as_such() {
    let link = open(&single("redis://no-such-host.invalid"));
    assert_eq!(fault(&link).await.0, "store.host-name");
}

#[tokio::test]
async fn a_host_that_takes_calls_and_says_nothing_is_given_up_after_two_seconds() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let link = open(&single(format!("redis://{address}")));
    let start = Instant::now();
    assert_eq!(fault(&link).await.0, "store.no-answer");
    let taken = start.elapsed();
    assert!(
        taken > Duration::from_millis(1900) && taken < Duration::from_secs(3),
        "{taken:?}"
    );
    let start = Instant::now();
    let (_, away) = fault(&link).await;
    assert!(
        start.elapsed() < Duration::from_millis(100),
        "does not wait again"
    );
    assert!(away.unwrap() > Duration::from_millis(1900));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unix_socket_leads_to_the_same_server() {
    let server = Server::start(&Options::default()).unwrap();
    let path = server.socket_path();
    let link = open(&single(format!("redis+unix://{}", path.display())));
    set(&link, "{k}", "by socket").await.unwrap();
    assert_eq!(server.command(&["GET", "{k}"]).unwrap().trim(), "by socket");

    let link = open(&single("redis+unix:///no/such/socket"));
    assert_eq!(fault(&link).await.0, "store.no-answer");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_is_chosen_by_number() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(format!("{}/3", server.url())));
    set(&link, "{k}", "in three").await.unwrap();
    assert_eq!(server.command(&["GET", "{k}"]).unwrap().trim(), "");
    let keys = server.command(&["INFO", "keyspace"]).unwrap();
    assert!(keys.contains("db3:keys=1"), "{keys}");

    let link = open(&single(format!("{}/99", server.url())));
    assert_eq!(fault(&link).await.0, "store.settings");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_question_is_answered_or_refused() {
    let server = Server::start(&Options::default()).unwrap();
    let link = open(&single(server.url()));
    let answer = link.ask(&redis::cmd("PING")).await.unwrap();
    assert_eq!(answer, Value::SimpleString(String::from("PONG")));
    let fault = link.ask(&redis::cmd("NONSENSE")).await.unwrap_err();
    assert_eq!(fault.code(), "store.refused");
}
