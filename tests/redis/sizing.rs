//! What a verification costs a Redis: memory, commands, bytes on the way. `docs/redis.md` gives these
//! figures, and an admin plans by them.

use std::sync::Arc;

use countersign_core::challenge::{
    ChallengeId, Channel, DeskId, ProviderId, Route, Sealed, SendId, TryId, Verdict,
};
use countersign_core::policy::Limits;
use countersign_core::store::redis::RedisStore;
use countersign_core::store::{Purpose, Reservation, Reserved, Settlement, Store};
use countersign_servers::{Clock, Server, tell};

use super::servers::{SITE, Servers};
use super::words::{code, number};

/// A record with a number, a reference and a desk's name comes to fewer.
const SEALED: usize = 200;
const SENDS: u64 = 1000;

/// Memory of a number's ledger with one open challenge and one send, in bytes.
const OPEN_LEDGER: u64 = 1200;
/// The same once its challenge is verified.
const ENDED_LEDGER: u64 = 1000;
/// Memory of the book for each send of the last day, in bytes.
const BOOK_PER_SEND: u64 = 350;
/// Bytes that one verification takes to the server and back.
const BYTES: u64 = 5000;

fn desk() -> DeskId {
    DeskId::from_bytes([1; 16])
}

fn roomy() -> Limits {
    Limits {
        desk_hourly: 2000,
        site_daily: 2000,
        ..Limits::default()
    }
}

async fn send(store: &RedisStore, which: u32) -> ChallengeId {
    let challenge = ChallengeId::draw(number(which), &mut rand::rng());
    let send = SendId::draw(&mut rand::rng());
    let reservation = Reservation {
        challenge,
        send,
        purpose: Purpose::First {
            sealed: Sealed(vec![7; SEALED]),
        },
        desk: desk(),
        channel: Channel::Sms,
        route: Route::SinchSms,
        code: Some(code(challenge, "482913")),
    };
    let reserved = store.reserve(&reservation, &roomy()).await;
    assert!(matches!(reserved, Ok(Reserved::Granted(_))), "{reserved:?}");
    let sent = Settlement::Sent(ProviderId::new("01FC66621TEST0119Z8PMV1QPQ".to_owned()));
    let settled = store.settle(challenge, send, &sent, &roomy()).await;
    settled.expect("a settlement");
    challenge
}

async fn verify(store: &RedisStore, challenge: ChallengeId) {
    let attempt = TryId::draw(&mut rand::rng());
    let code = code(challenge, "482913");
    let verdict = store.check(challenge, attempt, &code, &roomy()).await;
    assert_eq!(verdict.expect("a verdict"), Verdict::Verified);
}

fn memory_of(server: &Server, key: &str) -> u64 {
    let usage = server.query::<Option<u64>>(&["MEMORY", "USAGE", key, "SAMPLES", "0"]);
    usage.expect("an answer").unwrap_or_default()
}

fn statistic(server: &Server, name: &str) -> u64 {
    let told = server.command(&["INFO", "stats"]).expect("an answer");
    let value = told
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    value.expect("a statistic").parse().expect("a number")
}

fn start() -> (Servers, Arc<RedisStore>) {
    let servers = Servers::single(Clock::System);
    let store = servers.desk_of(SITE);
    (servers, store)
}

#[tokio::test]
async fn a_number_takes_about_a_kilobyte_for_a_day() {
    let (servers, store) = start();
    let server = servers.nodes()[0];
    let challenge = send(&store, 0).await;
    let key = format!("cs:{SITE}:{{{}}}", &challenge.to_string()[..32]);
    let open = memory_of(server, &key);
    verify(&store, challenge).await;
    let ended = memory_of(server, &key);
    tell(&format!(
        "a ledger: {open} bytes open, {ended} bytes verified"
    ));
    assert!(ended > 0 && ended <= ENDED_LEDGER, "{ended}");
    assert!(open <= OPEN_LEDGER, "{open}");
}

#[tokio::test]
async fn the_book_takes_little_for_each_send() {
    let (servers, store) = start();
    let server = servers.nodes()[0];
    for which in 0..100 {
        send(&store, which).await;
    }
    let book = || {
        let keys = [
            format!("cs:{SITE}:{{site}}:sends"),
            format!("cs:{SITE}:{{site}}:desk:{}", desk()),
        ];
        keys.iter().map(|key| memory_of(server, key)).sum::<u64>()
    };
    assert!(book() > 0);
    // What it holds of the other sends of a day is the same again.
    let mut add = vec!["ZADD".to_owned(), String::new()];
    for which in 0..SENDS {
        add.extend([
            which.to_string(),
            SendId::draw(&mut rand::rng()).to_string(),
        ]);
    }
    let before = book();
    for key in [
        format!("cs:{SITE}:{{site}}:sends"),
        format!("cs:{SITE}:{{site}}:desk:{}", desk()),
    ] {
        add[1] = key;
        let words: Vec<_> = add.iter().map(String::as_str).collect();
        server.command(&words).expect("more sends");
    }
    let each = (book() - before) / SENDS;
    tell(&format!("the book: {each} bytes a send"));
    assert!(each <= BOOK_PER_SEND, "{each}");
}

#[tokio::test]
async fn a_verification_is_three_questions() {
    let (servers, store) = start();
    let server = servers.nodes()[0];
    // The scripts are loaded by the first.
    let challenge = send(&store, 0).await;
    verify(&store, challenge).await;
    let monitor = server.monitor().expect("a monitor");
    let challenge = send(&store, 1).await;
    verify(&store, challenge).await;
    let lines = monitor.lines().expect("lines");
    let count = |what| lines.iter().filter(|line| line.contains(what)).count();
    let (asked, inner) = (count("\"EVALSHA\""), count(" lua] "));
    tell(&format!(
        "a verification: {asked} questions, {inner} commands in scripts"
    ));
    assert_eq!(asked, 3);
    assert!(inner <= 30, "{inner}");
}

#[tokio::test]
async fn a_verification_takes_few_bytes() {
    let (servers, store) = start();
    let server = servers.nodes()[0];
    let challenge = send(&store, 0).await;
    verify(&store, challenge).await;
    let traffic = || {
        let names = ["total_net_input_bytes", "total_net_output_bytes"];
        names
            .map(|name| statistic(server, name))
            .iter()
            .sum::<u64>()
    };
    let (first, before) = (traffic(), traffic());
    let challenge = send(&store, 1).await;
    verify(&store, challenge).await;
    // Asking is traffic itself.
    let bytes = traffic() - before - (before - first);
    tell(&format!("a verification: {bytes} bytes there and back"));
    assert!(bytes <= BYTES, "{bytes}");
}

#[tokio::test]
async fn steps_take_well_under_a_second() {
    let (_servers, store) = start();
    let mut taken = Vec::new();
    for which in 0..100 {
        let started = std::time::Instant::now();
        let challenge = send(&store, which).await;
        verify(&store, challenge).await;
        taken.push(started.elapsed());
    }
    taken.sort_unstable();
    tell(&format!(
        "a verification: median {:?}, 99 of 100 {:?}",
        taken[49], taken[98]
    ));
    assert!(taken[49] < std::time::Duration::from_millis(500));
}
