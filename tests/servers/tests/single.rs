//! A single server: it starts, obeys its clock, is shut as it says, and leaves nothing behind.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that can't go on says why")]

use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use countersign_servers::{
    Clock, DESK_PASSWORD, DESK_USER, Error, HeldClock, Options, Protection, Server, TlsAndAcl,
};

/// 1 January 2026, in microseconds since 1970.
const NEW_YEAR: i64 = 1_767_225_600_000_000;

fn is_running(pid: u32) -> bool {
    PathBuf::from(format!("/proc/{pid}")).exists()
}

/// Another client than the crate's own, over TCP.
fn redis_cli(server: &Server, arguments: &[&str]) -> String {
    let port = server.port().to_string();
    let Output { stdout, stderr, .. } = Command::new("redis-cli")
        .args(["-h", "127.0.0.1", "-p", &port])
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned()
}

#[test]
fn a_server_answers_on_its_port_and_its_socket() {
    let server = Server::start(&Options::default()).unwrap();
    assert_eq!(server.url(), format!("redis://127.0.0.1:{}", server.port()));
    assert_eq!(redis_cli(&server, &["SET", "key", "value"]).trim(), "OK");
    assert_eq!(server.command(&["GET", "key"]).unwrap(), "value");
    assert_eq!(server.query::<Option<i64>>(&["GET", "none"]).unwrap(), None);
    assert!(server.socket_path().exists());
}

#[test]
fn a_dropped_server_leaves_neither_process_nor_folder() {
    let server = Server::start(&Options::default()).unwrap();
    let (pid, socket) = (server.pid(), server.socket_path());
    assert!(is_running(pid));
    drop(server);
    assert!(!is_running(pid));
    assert!(!socket.parent().unwrap().exists());
}

#[test]
fn a_test_that_panics_leaves_no_process() {
    let (send, pid) = std::sync::mpsc::channel();
    let panicked = std::thread::spawn(move || {
        let server = Server::start(&Options::default()).unwrap();
        send.send(server.pid()).unwrap();
        std::panic::resume_unwind(Box::new("as a failed assertion does"));
    })
    .join();
    assert!(panicked.is_err());
    assert!(!is_running(pid.recv().unwrap()));
}

#[test]
fn a_line_that_redis_does_not_know_is_shown_from_its_log() {
    let wrong = Options::default().with("maxmemory-policy", "no-such-policy");
    let error = Server::start(&wrong).unwrap_err();
    assert!(matches!(error, Error::Ended { .. }), "{error}");
    assert!(error.to_string().contains("no-such-policy"), "{error}");
}

#[test]
fn a_killed_server_comes_back_on_its_port_with_what_it_wrote_to_disk() {
    let lasting = Options::default()
        .with("appendonly", "yes")
        .with("appendfsync", "always");
    let server = Server::start(&lasting).unwrap();
    let (port, pid) = (server.port(), server.pid());
    server.command(&["SET", "key", "value"]).unwrap();
    server.kill();
    assert!(!is_running(pid));
    assert!(server.command(&["PING"]).is_err());
    server.restart().unwrap();
    assert_eq!(server.port(), port);
    assert_ne!(server.pid(), pid);
    assert_eq!(redis_cli(&server, &["GET", "key"]).trim(), "value");
}

#[test]
fn a_paused_server_answers_once_it_goes_on() {
    let server = Server::start(&Options::default()).unwrap();
    server.pause().unwrap();
    let asked = Instant::now();
    let answer = std::thread::scope(|scope| {
        let answer = scope.spawn(|| server.command(&["PING"]).unwrap());
        std::thread::sleep(Duration::from_millis(200));
        server.resume().unwrap();
        answer.join().unwrap()
    });
    assert_eq!(answer, "PONG");
    assert!(asked.elapsed() >= Duration::from_millis(200));
}

#[test]
fn a_held_clock_stands_still_and_keys_expire_when_it_moves() {
    let clock = HeldClock::new(NEW_YEAR).unwrap();
    let server = Server::start(&Options {
        clock: Clock::Held(clock.clone()),
        ..Options::default()
    })
    .unwrap();
    let time = || server.query::<(i64, i64)>(&["TIME"]).unwrap();
    server
        .command(&["SET", "key", "value", "PX", "300000"])
        .unwrap();
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(time(), (NEW_YEAR / 1_000_000, 0));
    assert_eq!(server.command(&["PTTL", "key"]).unwrap(), "300000");

    clock.advance(Duration::from_micros(299_999_000)).unwrap();
    assert_eq!(time(), (NEW_YEAR / 1_000_000 + 299, 999_000));
    assert_eq!(server.command(&["PTTL", "key"]).unwrap(), "1");
    let script = "local now = redis.call('TIME') return now[1] .. '.' .. now[2]";
    let told = server.command(&["EVAL", script, "0"]).unwrap();
    assert_eq!(told, format!("{}.999000", NEW_YEAR / 1_000_000 + 299));

    clock.advance(Duration::from_millis(2)).unwrap();
    assert_eq!(server.command(&["EXISTS", "key"]).unwrap(), "0");
}

#[test]
fn a_restarted_server_keeps_its_held_clock() {
    let clock = HeldClock::new(NEW_YEAR).unwrap();
    let options = Options {
        clock: Clock::Held(clock.clone()),
        ..Options::default()
    };
    let server = Server::start(&options).unwrap();
    clock.advance(Duration::from_secs(3600)).unwrap();
    server.restart().unwrap();
    let time: (i64, i64) = server.query(&["TIME"]).unwrap();
    assert_eq!(time, (NEW_YEAR / 1_000_000 + 3600, 0));
}

#[test]
fn a_protected_server_is_reached_by_tls_with_its_own_authority_only() {
    let parts = TlsAndAcl::new("~cs:site:* -@all +get +ping").unwrap();
    let ca_file = parts.certificates.ca_file();
    let server = Server::start(&Options {
        protection: Protection::TlsAndAcl(parts),
        ..Options::default()
    })
    .unwrap();
    assert!(server.url().starts_with("rediss://127.0.0.1:"));
    let login = [
        "--user",
        DESK_USER,
        "--pass",
        DESK_PASSWORD,
        "--no-auth-warning",
    ];
    let tls = ["--tls", "--cacert", ca_file.to_str().unwrap()];
    let with = |parts: &[&[&str]]| redis_cli(&server, &parts.concat());

    assert_eq!(with(&[&login, &tls, &["PING"]]).trim(), "PONG");
    let plain = with(&[&login, &["PING"]]);
    assert!(!plain.contains("PONG"), "{plain}");
    let other_authority = with(&[&login, &["--tls", "PING"]]);
    assert!(
        other_authority.contains("certificate verify failed"),
        "{other_authority}"
    );
}

#[test]
fn a_desk_may_do_what_its_rule_says_and_nobody_else_anything() {
    let parts = TlsAndAcl::new("~cs:site:* -@all +get").unwrap();
    let ca_file = parts.certificates.ca_file();
    let server = Server::start(&Options {
        protection: Protection::TlsAndAcl(parts),
        ..Options::default()
    })
    .unwrap();
    server.command(&["SET", "cs:site:key", "value"]).unwrap();
    let tls = ["--tls", "--cacert", ca_file.to_str().unwrap()];
    let login = [
        "--user",
        DESK_USER,
        "--pass",
        DESK_PASSWORD,
        "--no-auth-warning",
    ];
    let with = |parts: &[&[&str]]| redis_cli(&server, &parts.concat());

    assert_eq!(
        with(&[&tls, &login, &["GET", "cs:site:key"]]).trim(),
        "value"
    );
    assert!(with(&[&tls, &login, &["GET", "other"]]).contains("NOPERM"));
    assert!(with(&[&tls, &login, &["DEL", "cs:site:key"]]).contains("NOPERM"));
    assert!(with(&[&tls, &["GET", "cs:site:key"]]).contains("NOAUTH"));
    assert!(server.monitor().unwrap().lines().unwrap().is_empty());
}

#[test]
fn a_client_without_a_certificate_is_turned_away_on_demand() {
    let mut parts = TlsAndAcl::new("+ping").unwrap();
    parts.demands_client_certificate = true;
    let certificates = parts.certificates.clone();
    let server = Server::start(&Options {
        protection: Protection::TlsAndAcl(parts),
        ..Options::default()
    })
    .unwrap();
    let [ca_file, certificate, key] = [
        certificates.ca_file(),
        certificates.client_certificate(),
        certificates.client_key(),
    ]
    .map(|path| path.to_str().unwrap().to_owned());
    let login = [
        "--user",
        DESK_USER,
        "--pass",
        DESK_PASSWORD,
        "--no-auth-warning",
    ];
    let tls = ["--tls", "--cacert", &ca_file];
    let own = ["--cert", &certificate, "--key", &key];
    let with = |parts: &[&[&str]]| redis_cli(&server, &parts.concat());

    assert_eq!(with(&[&login, &tls, &own, &["PING"]]).trim(), "PONG");
    let without = with(&[&login, &tls, &["PING"]]);
    assert!(!without.contains("PONG"), "{without}");
}

#[test]
fn a_replica_has_what_its_primary_was_told() {
    let options = Options {
        protection: Protection::TlsAndAcl(TlsAndAcl::new("+ping").unwrap()),
        ..Options::default()
    };
    let primary = Server::start(&options).unwrap();
    let replica = primary.start_replica(&options).unwrap();
    primary.command(&["SET", "key", "value"]).unwrap();
    let asked = Instant::now();
    while replica.command(&["GET", "key"]).unwrap() != "value" {
        assert!(asked.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(10));
    }
}
