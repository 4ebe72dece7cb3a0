//! What a desk notices of the Redis that it shares, and of a clock that differs from it.

use std::time::Duration;

use countersign_core::desk::Desk;
use countersign_core::health::{Health, State};
use countersign_core::time::{SignedDuration, Timestamp};
use countersign_core::vault::VaultState;
use countersign_servers::{Clock, HeldClock, Options};
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use crate::site::Site;

/// Trouble and its end are told within this.
const SECONDS: Duration = Duration::from_secs(15);

/// Watches until things stand like this.
async fn until(told: &mut mpsc::UnboundedReceiver<Health>, stand: impl Fn(&Health) -> bool) {
    let mut last = None;
    let wait = async {
        loop {
            let health = told.recv().await.expect("the watch goes on");
            if stand(&health) {
                return;
            }
            last = Some(health);
        }
    };
    let in_time = timeout(SECONDS, wait).await;
    assert!(in_time.is_ok(), "told last: {last:?}");
}

async fn watching(desk: &Desk, work: impl AsyncFnOnce(&mut mpsc::UnboundedReceiver<Health>)) {
    let (sender, mut told) = mpsc::unbounded_channel();
    let (_keyring, keyring) = watch::channel(VaultState::NotAsked);
    tokio::select! {
        () = desk.watch_health(keyring, false, |health| sender.send(health).is_ok()) => {
            panic!("it ended although somebody listened")
        }
        () = desk.keep_in_touch() => panic!("it lost touch"),
        () = work(&mut told) => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_redis_that_dies_is_told_within_seconds_and_so_is_its_return() {
    let site = Site::on(&Options::default().with("appendonly", "yes")).await;
    let desk = site.desk("Reception 1");
    watching(&desk, async |told| {
        let warned = |health: &Health| health.store.facts.warnings.len() > 1;
        until(told, |health| {
            health.store.state == State::Well && warned(health)
        })
        .await;
        site.server.kill();
        until(told, |health| {
            health.store.state == State::Trouble && health.store.code == Some("store.no-answer")
        })
        .await;
        site.server.restart().expect("it is back");
        until(told, |health| health.store.state == State::Well).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_differs_from_the_stores_is_told() {
    let shown = Timestamp::now() - SignedDuration::from_mins(10);
    let clock = HeldClock::new(shown.as_microsecond()).expect("a clock");
    let options = Options {
        clock: Clock::Held(clock),
        ..Options::default()
    };
    let site = Site::on(&options).await;
    let desk = site.desk("Reception 1");
    watching(&desk, async |told| {
        until(told, |health| {
            let ahead = health.clock.facts.clock_ahead.unwrap_or_default();
            health.clock.state == State::Trouble && ahead > SignedDuration::from_mins(9)
        })
        .await;
    })
    .await;
}
