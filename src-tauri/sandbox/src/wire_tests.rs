//! The sandbox over a real socket: what a client sees when an answer does not travel well, and the
//! library's own face. The bytes are read raw, so that no client's forgiveness hides anything.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

use crate::testing::beginning;
use crate::{Fault, Operation, Options, Outcome, Sandbox, StartError};

/// A sandbox whose clock moves only when it is advanced.
async fn still_sandbox() -> Sandbox {
    let options = Options {
        time: Arc::new(beginning),
        ..Options::default()
    };
    Sandbox::start(options).await.unwrap()
}

fn request(path: &str, authorization: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: sandbox\r\nconnection: close\r\n\
         authorization: {authorization}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn send_request(last_two: &str) -> String {
    let body = format!(r#"{{"to":["120255501{last_two}"],"from":"Desk","body":"x"}}"#);
    request(
        "/xms/v1/sandbox-plan/batches",
        "Bearer sandbox-token",
        &body,
    )
}

fn start_request(last_two: &str) -> String {
    let authorization = crate::testing::basic("sandbox", "c2FuZGJveC1zZWNyZXQtMA==");
    let body = format!(
        r#"{{"identity":{{"type":"number","endpoint":"+120255501{last_two}"}},"method":"sms"}}"#
    );
    request(crate::testing::STARTS, &authorization, &body)
}

async fn connect(sandbox: &Sandbox, request: &str) -> TcpStream {
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

/// Everything until the server closes: the head and the body. A cut may surface as an error.
async fn exchange(sandbox: &Sandbox, request: &str) -> (String, Vec<u8>) {
    let mut stream = connect(sandbox, request).await;
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap();
    let body = bytes.split_off(end + 4);
    (String::from_utf8(bytes).unwrap(), body)
}

fn stated_length(head: &str) -> usize {
    head.lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap()
        .parse()
        .unwrap()
}

fn received(sandbox: &Sandbox, last_two: &str) -> usize {
    sandbox.advance(Duration::from_secs(5));
    sandbox.messages(&format!("+120255501{last_two}")).len()
}

#[tokio::test]
async fn numbers_28_and_29_never_answer_and_only_28_does_its_work() {
    for (last_two, expected) in [("28", 1), ("29", 0)] {
        for request in [start_request(last_two), send_request(last_two)] {
            let sandbox = still_sandbox().await;
            let mut stream = connect(&sandbox, &request).await;
            let mut byte = [0];
            let silence = timeout(Duration::from_millis(300), stream.read(&mut byte)).await;
            assert!(silence.is_err(), "{last_two} answered");
            assert_eq!(received(&sandbox, last_two), expected);
        }
    }
}

#[tokio::test]
async fn number_30_does_its_work_and_cuts_the_answer_in_half() {
    for request in [start_request("30"), send_request("30")] {
        let sandbox = still_sandbox().await;
        let (head, body) = exchange(&sandbox, &request).await;
        assert!(head.starts_with("HTTP/1.1 20"));
        assert_eq!(body.len(), stated_length(&head) / 2);
        assert!(!body.is_empty());
        assert_eq!(received(&sandbox, "30"), 1);
    }
}

#[tokio::test]
async fn number_31_does_its_work_and_answers_no_json() {
    for request in [start_request("31"), send_request("31")] {
        let sandbox = still_sandbox().await;
        let (head, body) = exchange(&sandbox, &request).await;
        assert!(head.starts_with("HTTP/1.1 20"));
        assert_eq!(body.len(), stated_length(&head));
        assert!(serde_json::from_slice::<serde_json::Value>(&body).is_err());
        assert_eq!(received(&sandbox, "31"), 1);
    }
}

#[tokio::test]
async fn number_34_answers_after_eight_seconds() {
    let sandbox = still_sandbox().await;
    let begun = Instant::now();
    let (start, send) = (start_request("34"), send_request("34"));
    let ((first, _), (second, _)) =
        tokio::join!(exchange(&sandbox, &start), exchange(&sandbox, &send));
    assert!(begun.elapsed() >= Duration::from_secs(8));
    assert!(first.starts_with("HTTP/1.1 200") && second.starts_with("HTTP/1.1 201"));
}

#[tokio::test]
async fn number_35_redirects_elsewhere_and_does_nothing() {
    for request in [start_request("35"), send_request("35")] {
        let sandbox = still_sandbox().await;
        let (head, _) = exchange(&sandbox, &request).await;
        assert!(head.starts_with("HTTP/1.1 307"));
        let port = sandbox.address().port();
        let location = format!("location: http://localhost:{port}/_sandbox/elsewhere");
        assert!(head.contains(&location));
        assert_eq!(received(&sandbox, "35"), 0);
        assert!(sandbox.warnings().is_empty());
        let followed =
            "POST /_sandbox/elsewhere HTTP/1.1\r\nhost: sandbox\r\nconnection: close\r\n\r\n";
        exchange(&sandbox, followed).await;
        assert!(sandbox.warnings()[0].note.contains("followed"));
    }
}

#[tokio::test]
async fn number_36_does_its_work_and_answers_ten_megabytes_of_json() {
    for request in [start_request("36"), send_request("36")] {
        let sandbox = still_sandbox().await;
        let (_, body) = exchange(&sandbox, &request).await;
        assert_eq!(body.len(), 10 * 1024 * 1024);
        assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
        assert_eq!(received(&sandbox, "36"), 1);
    }
}

#[tokio::test]
async fn a_subscriber_is_told_when_a_message_arrives_and_not_before() {
    let sandbox = still_sandbox().await;
    let mut arrivals = sandbox.subscribe();
    exchange(&sandbox, &send_request("01")).await;
    let early = timeout(Duration::from_millis(100), arrivals.recv()).await;
    assert!(early.is_err());
    sandbox.advance(Duration::from_secs(1));
    let message = arrivals.recv().await.unwrap();
    assert_eq!(message.to, "+12025550101");
    assert_eq!(sandbox.messages("12025550101"), [message]);
}

#[tokio::test]
async fn a_subscriber_is_told_in_real_time_too() {
    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let mut arrivals = sandbox.subscribe();
    let begun = Instant::now();
    exchange(&sandbox, &start_request("01")).await;
    arrivals.recv().await.unwrap();
    assert!(begun.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn the_control_paths_serve_messages_faults_and_the_clock() {
    let sandbox = still_sandbox().await;
    exchange(&sandbox, &send_request("10")).await;
    let (head, body) = exchange(
        &sandbox,
        &request("/_sandbox/clock", "", r#"{"advance_ms": 40000}"#),
    )
    .await;
    assert!(head.starts_with("HTTP/1.1 200"));
    assert!(String::from_utf8(body).unwrap().contains("21:09:24.500Z"));
    let get =
        "GET /_sandbox/messages?to=+12025550110 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let (_, body) = exchange(&sandbox, get).await;
    let answer: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(answer["messages"][0]["kind"], "text");
    assert_eq!(answer["messages"][0]["to"], "+12025550110");
    assert_eq!(
        answer["messages"][0]["arrived_at"],
        "2026-11-22T21:09:24.500Z"
    );
    let fault = request("/_sandbox/faults", "", r#"{"next": "made_up"}"#);
    assert!(
        exchange(&sandbox, &fault)
            .await
            .0
            .starts_with("HTTP/1.1 400")
    );
    let fault = request("/_sandbox/faults", "", r#"{"next": "internal_error"}"#);
    assert!(
        exchange(&sandbox, &fault)
            .await
            .0
            .starts_with("HTTP/1.1 204")
    );
    let struck = exchange(&sandbox, &send_request("01")).await.0;
    assert!(struck.starts_with("HTTP/1.1 500"));
}

#[tokio::test]
async fn an_address_that_others_could_reach_is_refused() {
    let options = Options {
        listen: SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)),
        ..Options::default()
    };
    let error = Sandbox::start(options).await.unwrap_err();
    assert!(matches!(error, StartError::NotLoopback(_)));
}

#[tokio::test]
async fn a_taken_port_is_an_error() {
    let first = still_sandbox().await;
    let options = Options {
        listen: first.address(),
        ..Options::default()
    };
    let error = Sandbox::start(options).await.unwrap_err();
    assert!(matches!(error, StartError::Listen { .. }));
}

#[tokio::test]
async fn stopping_does_not_wait_for_withheld_answers() {
    let sandbox = still_sandbox().await;
    sandbox
        .set_fault(Fault::Next {
            next: Outcome::NeverAnswers,
            operation: Some(Operation::Send),
        })
        .unwrap();
    let address = sandbox.address();
    let mut stream = connect(&sandbox, &send_request("01")).await;
    let mut byte = [0];
    let silence = timeout(Duration::from_millis(100), stream.read(&mut byte)).await;
    assert!(silence.is_err());
    timeout(Duration::from_secs(1), sandbox.stop())
        .await
        .unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn dropping_a_sandbox_frees_its_port() {
    let sandbox = still_sandbox().await;
    let address = sandbox.address();
    drop(sandbox);
    let freed = async {
        while TcpStream::connect(address).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(2), freed).await.unwrap();
}
