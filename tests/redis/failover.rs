//! The primary dies in the middle of the work: no code is accepted twice, no count of tries goes down, and the
//! desks go on by themselves once Sentinel has made another server the primary.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use countersign_core::challenge::{Gone, Verdict};
use countersign_core::store::{Store, StoreFault};
use countersign_servers::{Clock, Options, Sentinels, tell};
use tokio::task::JoinSet;

use super::customers::{Persistent, RIGHT, WRONG, draw_try, reservation, roomy};
use super::servers::{SITE, Servers};
use super::words::code;

/// Customers at a time, each with a number and a desk of its own.
const CUSTOMERS: u32 = 16;
/// How long the desks work before the primary is killed, and again afterwards.
const WORK: Duration = Duration::from_secs(1);

/// What one customer saw.
#[derive(Default)]
struct Seen {
    verified: u32,
    longest_wait: Duration,
}

/// Verifies one number over and over: a wrong code twice, the right one, and the right one once more.
async fn keep_verifying(desk: Persistent, which: u32, stop: Arc<AtomicBool>) -> Seen {
    let mut seen = Seen::default();
    while !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let challenge = desk.begin(which).await;
        let mut left = 5;
        for _ in 0..2 {
            let verdict = desk.check(challenge, draw_try(), WRONG).await;
            let Verdict::Wrong { left: now } = verdict else {
                panic!("a wrong code: {verdict:?}");
            };
            assert!(now < left, "{now} tries left after {left}");
            left = now;
        }
        let right = desk.check(challenge, draw_try(), RIGHT).await;
        assert_eq!(right, Verdict::Verified);
        let again = desk.check(challenge, draw_try(), RIGHT).await;
        assert_eq!(again, Verdict::Gone(Gone::AlreadyVerified));
        seen.verified += 1;
        seen.longest_wait = seen.longest_wait.max(begun.elapsed());
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_the_primary_in_mid_work_lets_no_code_in_twice() {
    let servers = Servers::sentinels(Clock::System);
    let Servers::Sentinels(sentinels) = &servers else {
        unreachable!("sentinels were started");
    };
    let desk = Persistent::new(servers.desk_of(SITE));
    let stop = Arc::new(AtomicBool::new(false));
    let mut work = JoinSet::new();
    for which in 0..CUSTOMERS {
        work.spawn(keep_verifying(desk.clone(), which, Arc::clone(&stop)));
    }
    tokio::time::sleep(WORK).await;
    let before = desk.count.answered.load(Ordering::Relaxed);
    let killed = Instant::now();
    let port = tokio::task::block_in_place(|| sentinels.kill_primary()).expect("a kill");
    let mut resumed = None;
    while resumed.is_none() && killed.elapsed() < Duration::from_secs(40) {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let answered = desk.count.answered.load(Ordering::Relaxed);
        resumed = (answered > before + CUSTOMERS).then(|| killed.elapsed());
    }
    tokio::time::sleep(WORK).await;
    stop.store(true, Ordering::Relaxed);
    let seen = work.join_all().await;
    tokio::task::block_in_place(|| sentinels.wait_for_failover(port)).expect("another primary");
    let verified: u32 = seen.iter().map(|seen| seen.verified).sum();
    let longest = seen.iter().map(|seen| seen.longest_wait).max();
    let (resumed, longest) = (resumed.expect("work goes on"), longest.expect("customers"));
    let count = &desk.count;
    tell(&format!(
        "kill -9 of the primary: {verified} verified, each once; {} steps answered; asked again \
         {} times after an unknown outcome, {} times while unreachable, {} times when refused; \
         work resumed after {resumed:.1?}, the longest verification took {longest:.1?}",
        count.answered.load(Ordering::Relaxed),
        count.interrupted.load(Ordering::Relaxed),
        count.unreachable.load(Ordering::Relaxed),
        count.refused.load(Ordering::Relaxed),
    ));
    assert!(verified > CUSTOMERS, "hardly anything was verified");
}

/// The write that a failover would lose is not told: the outcome stays unknown until another server has it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_verdict_that_no_replica_has_is_not_told() {
    let sentinels = Sentinels::start(&Options::default()).expect("sentinels");
    let servers = Servers::Sentinels(sentinels);
    let Servers::Sentinels(sentinels) = &servers else {
        unreachable!("sentinels were started");
    };
    let desk = servers.desk_of(SITE);
    let limits = roomy();
    let begun = reservation(1);
    let challenge = begun.challenge;
    desk.reserve(&begun, &limits).await.expect("leave to send");
    let primary = sentinels.primary().expect("a primary").port();
    let replicas = || {
        sentinels
            .servers()
            .iter()
            .filter(|server| server.port() != primary)
    };
    for replica in replicas() {
        replica.pause().expect("a replica that hears nothing");
    }
    let attempt = draw_try();
    let right = code(challenge, RIGHT);
    let lost = desk.check(challenge, attempt, &right, &limits).await;
    assert!(matches!(lost, Err(StoreFault::Interrupted(_))), "{lost:?}");
    // Nor to somebody who asks again over a connection that has written nothing yet.
    let anew = servers.desk_of(SITE);
    let lost = anew.check(challenge, attempt, &right, &limits).await;
    assert!(matches!(lost, Err(StoreFault::Interrupted(_))), "{lost:?}");
    sentinels.kill_primary().expect("a kill");
    for replica in replicas() {
        replica.resume().expect("a replica that is back");
    }
    tokio::task::block_in_place(|| sentinels.wait_for_failover(primary)).expect("another primary");
    let desk = Persistent::new(desk);
    assert_eq!(
        desk.check(challenge, attempt, RIGHT).await,
        Verdict::Verified
    );
    let another = desk.check(challenge, draw_try(), RIGHT).await;
    assert_eq!(another, Verdict::Gone(Gone::AlreadyVerified));
}
