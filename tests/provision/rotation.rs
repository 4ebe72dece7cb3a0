//! A site changes its key, by the store's clock, on both homes of the ledger: nothing that counts is lost, and
//! what was begun under either key is finished.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{By, Channel, DeskId, NumberKey, Route, Verdict};
use countersign_core::desk::{Checked, Desk, DeskFault, OpenChallenge, Request, Requested};
use countersign_core::phone::{PhoneNumber, Region};
use countersign_core::policy::Rule;
use countersign_core::sinch::transport::Timeouts;
use countersign_core::site_key::SiteKey;
use countersign_core::site_keys::{Changeover, SiteKeys};
use countersign_core::store::Store;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::store::redis::{RedisSecrets, RedisSettings, RedisStore};
use countersign_core::text::Language;
use countersign_core::time::{ManualClock, SystemClock, Timestamp, after};
use countersign_sandbox::{Options, Sandbox};
use countersign_servers::{Clock, HeldClock, Server};
use serde_json::json;

use crate::staff::{desk, desk_with, read_out, routes};

const OLD: [u8; 32] = [1; 32];
const NEW: [u8; 32] = [2; 32];
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
/// How long from the start until the switch, and from there to the end.
const SWITCH_IN: Duration = HOUR;
const OVERLAP: Duration = Duration::from_secs(25 * 60 * 60);
/// 2026-03-01 09:00:00 UTC.
const START: i64 = 1_772_355_600_000;

/// Numbers whose texts arrive after a second.
const NUMBER: &str = "+46 70 174 06 05";
const OTHER: &str = "+46 70 174 06 06";

/// Where the challenges live, and the time that it goes by.
enum Home {
    Embedded(Arc<EmbeddedStore>, Arc<ManualClock>),
    Redis(Server, HeldClock),
}

struct Site {
    home: Home,
    sandbox: Sandbox,
}

impl Site {
    /// A site of each kind.
    async fn both() -> [Self; 2] {
        let clock = Arc::new(ManualClock::new(start()));
        let embedded = EmbeddedStore::in_memory(Arc::clone(&clock)).expect("a store");
        let held = HeldClock::new(START * 1000).expect("a clock");
        let options = countersign_servers::Options {
            clock: Clock::Held(held.clone()),
            ..countersign_servers::Options::default()
        };
        let server = Server::start(&options).expect("a server");
        [
            Self::of(Home::Embedded(Arc::new(embedded), clock)).await,
            Self::of(Home::Redis(server, held)).await,
        ]
    }

    async fn of(home: Home) -> Self {
        Self {
            home,
            sandbox: Sandbox::start(Options::default()).await.expect("a sandbox"),
        }
    }

    fn store(&self) -> Arc<dyn Store> {
        match &self.home {
            Home::Embedded(store, _) => store.clone(),
            Home::Redis(server, _) => {
                let place = json!({ "single": { "url": server.url() } });
                let settings = json!({ "site": "harbour-clinic", "place": place });
                let settings: RedisSettings = serde_json::from_value(settings).expect("settings");
                let store = RedisStore::new(&settings, RedisSecrets::default(), SystemClock);
                Arc::new(store.expect("a store"))
            }
        }
    }

    /// A desk that knows of the change.
    fn informed(&self) -> Desk {
        let [older, newer] = [OLD, NEW].map(|key| SiteKey::from_bytes(&key));
        let switch_at = after(start(), SWITCH_IN);
        let changeover = Changeover::at(switch_at, after(switch_at, OVERLAP)).expect("in order");
        let keys = SiteKeys::changing(older, newer, changeover);
        let routes = routes(&self.sandbox, Timeouts::default(), Arc::new(SystemClock));
        desk_with(draw(), "Reception", routes, self.store(), keys)
    }

    /// A desk that has one key only.
    fn with(&self, key: [u8; 32]) -> Desk {
        let routes = routes(&self.sandbox, Timeouts::default(), Arc::new(SystemClock));
        desk(draw(), "Reception", routes, self.store(), &key)
    }

    /// Lets time pass for the store. Sinch's stays that of the desks' computers.
    fn advance(&self, step: Duration) {
        match &self.home {
            Home::Embedded(_, clock) => clock.advance(step),
            Home::Redis(_, clock) => clock.advance(step).expect("time passes"),
        }
    }

    /// What the customer would read out of the newest text, of so many.
    async fn code_of(&self, number: &str, texts: usize) -> String {
        self.sandbox.advance(Duration::from_secs(2));
        for _ in 0..400 {
            let mut arrived = self.sandbox.messages(number);
            if arrived.len() >= texts {
                return arrived.pop().and_then(read_out).expect("a code");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("nothing arrived");
    }
}

fn start() -> Timestamp {
    Timestamp::from_millisecond(START).expect("a moment")
}

fn draw() -> DeskId {
    DeskId::draw(&mut rand::rng())
}

async fn request(desk: &Desk, number: &str) -> Requested {
    let request = Request {
        typed: number,
        region: Region::UNITED_STATES,
        channel: Channel::Sms,
        route: Some(Route::SinchSms),
        reference: None,
        language: Language::En,
    };
    desk.request(request).await.expect("the store works")
}

async fn begin(desk: &Desk, number: &str) -> OpenChallenge {
    let requested = request(desk, number).await;
    let Requested::Open(open) = requested else {
        panic!("not open: {requested:?}");
    };
    open
}

async fn verdict(desk: &Desk, open: &OpenChallenge, code: &str) -> Verdict {
    match desk.check(open.challenge.id, code, By::Staff).await {
        Ok(Checked::Decided { verdict, .. }) => verdict,
        other => panic!("not decided: {other:?}"),
    }
}

/// A code of the same length that is not the one.
fn other(code: &str) -> String {
    let turn = |digit: char| if digit == '1' { '2' } else { '1' };
    code.chars().map(turn).collect()
}

fn number_key(key: [u8; 32], number: &str) -> NumberKey {
    let number = PhoneNumber::parse(number, Region::SWEDEN).expect("a number");
    SiteKey::from_bytes(&key).number_key(&number)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_tries_are_counted_on_across_the_switch() {
    for site in Site::both().await {
        let (one, two) = (site.informed(), site.informed());
        let before = begin(&one, NUMBER).await;
        let wrong = other(&site.code_of(NUMBER, 1).await);
        for left in [4, 3, 2] {
            assert_eq!(
                verdict(&one, &before, &wrong).await,
                Verdict::Wrong { left }
            );
        }
        site.advance(SWITCH_IN + MINUTE);
        let afterwards = begin(&two, NUMBER).await;
        assert_eq!(afterwards.challenge.tries_left, 2);
        let wrong = other(&site.code_of(NUMBER, 2).await);
        assert_eq!(
            verdict(&two, &afterwards, &wrong).await,
            Verdict::Wrong { left: 1 }
        );
        let locked = verdict(&one, &afterwards, &wrong).await;
        assert!(matches!(locked, Verdict::Locked { .. }), "{locked:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_holds_across_the_switch() {
    for site in Site::both().await {
        let (one, two) = (site.informed(), site.informed());
        site.advance(SWITCH_IN - MINUTE);
        let open = begin(&one, NUMBER).await;
        let wrong = other(&site.code_of(NUMBER, 1).await);
        for _ in 0..5 {
            verdict(&one, &open, &wrong).await;
        }
        site.advance(2 * MINUTE);
        let requested = request(&two, NUMBER).await;
        let Requested::Refused { refusal, .. } = requested else {
            panic!("not refused: {requested:?}");
        };
        assert_eq!(refusal.rule, Rule::NumberLocked);
        begin(&two, OTHER).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_begun_under_the_older_key_is_finished_before_and_after_the_switch() {
    for pass in [Duration::ZERO, 2 * MINUTE] {
        for site in Site::both().await {
            let (one, two) = (site.informed(), site.informed());
            site.advance(SWITCH_IN - MINUTE);
            let open = begin(&one, NUMBER).await;
            assert_eq!(open.challenge.id.number(), number_key(OLD, NUMBER));
            let code = site.code_of(NUMBER, 1).await;
            site.advance(pass);
            let shown = two.open_challenges().await.expect("the store works");
            assert_eq!(shown.len(), 1, "every desk shows it");
            assert_eq!(verdict(&two, &open, &code).await, Verdict::Verified);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_begun_under_the_newer_key_is_finished_by_desks_before_in_and_after_the_overlap() {
    for site in Site::both().await {
        // Its overlap is over, or it has only ever had the newer key.
        let ahead = site.with(NEW);
        let informed = site.informed();
        for (passed, number) in [(Duration::ZERO, NUMBER), (2 * HOUR, OTHER)] {
            site.advance(passed);
            let open = begin(&ahead, number).await;
            let code = site.code_of(number, 1).await;
            assert_eq!(verdict(&informed, &open, &code).await, Verdict::Verified);
        }
        let fresh = "+46 70 174 06 07";
        let open = begin(&informed, fresh).await;
        assert_eq!(open.challenge.id.number(), number_key(NEW, fresh));
        let code = site.code_of(fresh, 1).await;
        assert_eq!(verdict(&ahead, &open, &code).await, Verdict::Verified);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_the_end_what_the_older_key_sealed_is_refused_and_counts_no_try() {
    for site in Site::both().await {
        let (late, informed) = (site.with(OLD), site.informed());
        site.advance(SWITCH_IN + OVERLAP - MINUTE);
        let open = begin(&late, NUMBER).await;
        let code = site.code_of(NUMBER, 1).await;
        let shown = informed.open_challenges().await.expect("the store works");
        assert_eq!(shown.len(), 1, "a minute before the end it still opens");
        site.advance(MINUTE);
        let checked = informed.check(open.challenge.id, &code, By::Staff).await;
        assert!(matches!(checked, Err(DeskFault::Sealed(_))), "{checked:?}");
        let channel = open.challenge.send.channel;
        let again = countersign_core::desk::Again::Resend;
        let resent = informed.send_again(open.challenge.id, channel, again).await;
        assert!(matches!(resent, Err(DeskFault::Sealed(_))), "{resent:?}");
        let shown = informed.open_challenges().await.expect("the store works");
        assert!(shown.is_empty(), "{shown:?}");
        assert_eq!(
            verdict(&late, &open, &code).await,
            Verdict::Verified,
            "no try was counted"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_that_is_remembered_keeps_its_ledger_and_is_sealed_anew() {
    for site in Site::both().await {
        let informed = site.informed();
        let first = begin(&informed, NUMBER).await;
        site.code_of(NUMBER, 1).await;
        informed
            .cancel(first.challenge.id)
            .await
            .expect("the store works");
        site.advance(SWITCH_IN + HOUR);
        let open = begin(&informed, NUMBER).await;
        assert_eq!(
            open.challenge.id.number(),
            number_key(OLD, NUMBER),
            "its counts are there"
        );
        let code = site.code_of(NUMBER, 2).await;
        let ahead = site.with(NEW);
        assert_eq!(
            verdict(&ahead, &open, &code).await,
            Verdict::Verified,
            "the newer key opens it"
        );
        // A day without it, and nothing is left that would have to be counted on.
        site.advance(24 * HOUR);
        let open = begin(&informed, NUMBER).await;
        assert_eq!(open.challenge.id.number(), number_key(NEW, NUMBER));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_that_is_sent_again_after_the_switch_is_the_same_and_still_right() {
    for site in Site::both().await {
        let (one, two) = (site.informed(), site.informed());
        site.advance(SWITCH_IN - MINUTE);
        let open = begin(&one, NUMBER).await;
        let first = site.code_of(NUMBER, 1).await;
        site.advance(2 * MINUTE);
        let again = countersign_core::desk::Again::Resend;
        let resent = one.send_again(open.challenge.id, Channel::Sms, again).await;
        assert!(matches!(resent, Ok(Requested::Open(_))), "{resent:?}");
        assert_eq!(site.code_of(NUMBER, 2).await, first);
        assert_eq!(verdict(&two, &open, &first).await, Verdict::Verified);
    }
}
