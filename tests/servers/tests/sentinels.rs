//! Sentinels: they agree at the start, and make another primary when theirs is killed.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that can't go on says why")]

use std::path::PathBuf;

use countersign_servers::{Options, Protection, Sentinels, TlsAndAcl};

fn a_killed_primary_is_replaced(options: &Options) {
    let sentinels = Sentinels::start(options).unwrap();
    assert_eq!(sentinels.sentinel_ports().len(), 3);
    let primary = sentinels.primary().unwrap();
    assert_eq!(primary.port(), sentinels.servers()[0].port());
    let pids: Vec<u32> = sentinels
        .servers()
        .iter()
        .chain(sentinels.sentinels())
        .map(|server| server.pid())
        .collect();
    primary.command(&["SET", "key", "value"]).unwrap();
    assert_eq!(primary.command(&["WAIT", "2", "5000"]).unwrap(), "2");

    let killed = sentinels.kill_primary().unwrap();
    assert_eq!(killed, primary.port());
    let next = sentinels.wait_for_failover(killed).unwrap();
    assert_ne!(next.port(), killed);
    assert_eq!(next.command(&["GET", "key"]).unwrap(), "value");
    assert_eq!(next.command(&["SET", "key", "other"]).unwrap(), "OK");

    drop(sentinels);
    let running = |pid: &u32| PathBuf::from(format!("/proc/{pid}")).exists();
    assert!(!pids.iter().any(running));
}

#[test]
fn sentinels_replace_a_killed_primary() {
    a_killed_primary_is_replaced(&Options::default());
}

#[test]
fn protected_sentinels_replace_a_killed_primary() {
    a_killed_primary_is_replaced(&Options {
        protection: Protection::TlsAndAcl(TlsAndAcl::new("+ping").unwrap()),
        ..Options::default()
    });
}
