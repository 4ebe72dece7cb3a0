//! What a desk notices of Sinch, of the clock and of its store by itself, within seconds, and that it notices
//! when they are well again. Nothing is ever sent for it.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{Channel, DeskId, Route};
use countersign_core::desk::Desk;
use countersign_core::health::{Health, State};
use countersign_core::sinch::transport::Timeouts;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::time::SystemClock;
use countersign_core::vault::VaultState;
use countersign_sandbox::{Credentials, Fault, Operation, Options, Outcome, Sandbox};
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use crate::losing_store::Step;
use crate::rehearsal::{Rehearsal, eventually};
use crate::staff::{desk, routes};

/// Trouble and its end are told within this.
const SECONDS: Duration = Duration::from_secs(12);
const TOTAL: Duration = Duration::from_secs(3);
const WELL: &str = "+46 70 174 06 05";
const NO_CREDIT: &str = "+1 202 555 0121";

/// What is told of a desk's health while `work` is done.
async fn watching<T>(desk: &Desk, work: impl AsyncFnOnce(&mut Told) -> T) -> T {
    let (sender, told) = mpsc::unbounded_channel();
    let (_keyring, keyring) = watch::channel(VaultState::Answers);
    let mut told = Told(told);
    tokio::select! {
        () = desk.watch_health(keyring, false, |health| sender.send(health).is_ok()) => {
            panic!("it ended although somebody listened")
        }
        () = desk.keep_in_touch() => panic!("it lost touch"),
        done = work(&mut told) => done,
    }
}

struct Told(mpsc::UnboundedReceiver<Health>);

impl Told {
    /// Waits until it is told that things stand like this.
    async fn until(&mut self, stand: impl Fn(&Health) -> bool) -> Health {
        let mut last = None;
        let wait = async {
            loop {
                let health = self.0.recv().await.expect("the watch goes on");
                if stand(&health) {
                    return health;
                }
                last = Some(health);
            }
        };
        let told = timeout(SECONDS, wait).await;
        told.unwrap_or_else(|_| panic!("told last: {last:?}"))
    }

    async fn until_sinch(&mut self, state: State) -> Health {
        self.until(|health| health.sinch.state == state).await
    }
}

async fn sandbox(options: Options) -> Sandbox {
    Sandbox::start(options).await.expect("a sandbox")
}

/// A sandbox in the place of one that was stopped.
async fn again(stopped: Sandbox, credentials: Credentials) -> Sandbox {
    let listen = stopped.address();
    stopped.stop().await;
    sandbox(Options {
        listen,
        credentials,
        ..Options::default()
    })
    .await
}

/// A desk whose store is well.
fn desk_at(sandbox: &Sandbox) -> Desk {
    let timeouts = Timeouts {
        connect: Duration::from_secs(2),
        total: TOTAL,
    };
    let store = EmbeddedStore::in_memory(SystemClock).expect("a store");
    let routes = routes(sandbox, timeouts, Arc::new(SystemClock));
    let id = DeskId::draw(&mut rand::rng());
    desk(id, "Reception 2", routes, Arc::new(store), &[7; 32])
}

#[tokio::test]
async fn a_desk_that_opens_finds_all_well_and_sends_nothing_for_it() {
    let sandbox = sandbox(Options::default()).await;
    let desk = desk_at(&sandbox);
    let mut arrivals = sandbox.subscribe();
    let health = watching(&desk, async |told| {
        told.until(|health| {
            let parts = [&health.sinch, &health.store, &health.keyring, &health.clock];
            parts.iter().all(|part| part.state == State::Well)
        })
        .await
    })
    .await;
    assert_eq!(health.sinch.code, None);
    assert!(arrivals.try_recv().is_err(), "something was sent");
    assert!(sandbox.warnings().is_empty(), "{:?}", sandbox.warnings());
}

#[tokio::test]
async fn a_sinch_that_is_gone_is_told_and_so_is_its_return() {
    let sandbox = sandbox(Options::default()).await;
    let desk = desk_at(&sandbox);
    watching(&desk, async |told| {
        told.until_sinch(State::Well).await;
        let address = sandbox.address();
        sandbox.stop().await;
        desk.warm_up().await;
        let health = told.until_sinch(State::Trouble).await;
        assert_eq!(health.sinch.code, Some("sinch.unreachable"));
        assert!(health.sinch.since.is_some());
        let options = Options {
            listen: address,
            ..Options::default()
        };
        let _back = Sandbox::start(options).await.expect("a sandbox");
        told.until_sinch(State::Well).await;
    })
    .await;
}

#[tokio::test]
async fn wrong_credentials_are_told_before_the_first_customer_comes() {
    let right = Credentials::default();
    let wrong = Credentials {
        service_plan_token: "another-token".to_owned(),
        ..Credentials::default()
    };
    let sandbox = sandbox(Options {
        credentials: wrong,
        ..Options::default()
    })
    .await;
    let desk = desk_at(&sandbox);
    watching(&desk, async |told| {
        let health = told.until_sinch(State::Trouble).await;
        assert_eq!(health.sinch.code, Some("sinch.bad_credentials"));
        assert_eq!(health.sinch.facts.product, Some(Route::SinchSms));
        desk.warm_up().await;
        let _right = again(sandbox, right).await;
        told.until_sinch(State::Well).await;
    })
    .await;
}

#[tokio::test]
async fn slow_answers_are_told_until_they_are_quick_again() {
    let sandbox = sandbox(Options::default()).await;
    let store = EmbeddedStore::in_memory(SystemClock).expect("a store");
    let routes = routes(&sandbox, Timeouts::default(), Arc::new(SystemClock));
    let id = DeskId::draw(&mut rand::rng());
    let desk = desk(id, "Reception 2", routes, Arc::new(store), &[7; 32]);
    let slow = Fault::Next {
        next: Outcome::SlowAnswer,
        operation: Some(Operation::Status),
    };
    sandbox.set_fault(slow).expect("a fault");
    watching(&desk, async |told| {
        let health = told.until_sinch(State::Slow).await;
        assert!(health.sinch.facts.took > Some(Duration::from_secs(7)));
        told.until_sinch(State::Well).await;
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_and_so_is_one_that_was_set_right() {
    let sandbox = sandbox(Options::default()).await;
    let desk = desk_at(&sandbox);
    watching(&desk, async |told| {
        told.until(|health| health.clock.state == State::Well).await;
        sandbox.advance(Duration::from_secs(60));
        desk.warm_up().await;
        told.until(|health| health.clock.state == State::Slow).await;
        sandbox.advance(Duration::from_secs(9 * 60));
        let wrong = told.until(|health| health.clock.state == State::Trouble);
        let ahead = wrong.await.clock.facts.clock_ahead.expect("by how much");
        assert!((-602..=-598).contains(&ahead.as_secs()), "{ahead:?}");
        sandbox.reset();
        told.until(|health| health.clock.state == State::Well).await;
    })
    .await;
}

#[tokio::test]
async fn missing_credit_is_told_until_a_message_is_taken_again() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    watching(&rehearsal.desk, async |told| {
        told.until_sinch(State::Well).await;
        let (sms, route) = (Channel::Sms, Route::SinchVerification);
        rehearsal.request(NO_CREDIT, sms, route).await;
        let health = told.until_sinch(State::Trouble).await;
        assert_eq!(health.sinch.code, Some("sinch.no_credit"));
        rehearsal.desk.warm_up().await;
        let still = timeout(Duration::from_secs(3), told.until_sinch(State::Well));
        assert!(still.await.is_err(), "a connection says nothing of credit");
        rehearsal.open(WELL, sms, route).await;
        told.until_sinch(State::Well).await;
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_away_is_told_and_so_is_its_return() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    watching(&rehearsal.desk, async |told| {
        told.until(|health| health.store.state == State::Well).await;
        rehearsal.store.go_away();
        let away = told.until(|health| health.store.state == State::Trouble);
        assert_eq!(away.await.store.code, Some("store.no-answer"));
        rehearsal.store.come_back();
        told.until(|health| health.store.state == State::Well).await;
    })
    .await;
}

#[tokio::test]
async fn however_many_windows_there_are_one_keeps_in_touch() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let desk = &rehearsal.desk;
    let inspected = || rehearsal.store.asked(Step::Inspect);
    // The opening desk looks its store over once by itself.
    eventually(async || (inspected() == 1).then_some(())).await;
    let windows = async { tokio::join!(desk.keep_in_touch(), desk.keep_in_touch()) };
    let a_while = Duration::from_secs(1);
    assert!(timeout(a_while, windows).await.is_err(), "it lost touch");
    assert_eq!(inspected(), 2);
    // The next one takes over where the first is gone.
    assert!(timeout(a_while, desk.keep_in_touch()).await.is_err());
    assert_eq!(inspected(), 3);
}

#[tokio::test]
async fn a_keyring_that_locks_is_told() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let (sender, mut told) = mpsc::unbounded_channel();
    let (keyring, state) = watch::channel(VaultState::Answers);
    let tell = |health: Health| sender.send(health.keyring.state).is_ok();
    let work = async {
        assert_eq!(told.recv().await, Some(State::Well));
        let fault = countersign_core::vault::VaultFault::Locked;
        keyring.send_replace(VaultState::Fails(fault));
        assert_eq!(told.recv().await, Some(State::Trouble));
    };
    tokio::select! {
        () = rehearsal.desk.watch_health(state, false, tell) => panic!("it ended"),
        () = work => {}
    }
}
