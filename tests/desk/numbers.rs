//! Numbers that are looked up before a code is sent, what the site's desks remember of one, and the ends that
//! are no proof: the desk against the sandbox over real HTTP.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{By, Channel, DeskId, Gone, Route, Verdict};
use countersign_core::desk::{
    Advice, Checked, Concern, Desk, Ended, Ending, Objection, Question, Reference, Remark, Request,
    Requested, Setup, UnverifiedBecause,
};
use countersign_core::phone::Region;
use countersign_core::policy::{LookupRules, Measure, Overrides, Policy, Rule};
use countersign_core::settings::TextSettings;
use countersign_core::sinch::credentials::{KeyId, KeySecret, ProjectId};
use countersign_core::sinch::lookup::{LineType, NumberLookup};
use countersign_core::sinch::place::{LoopbackOrigin, Place};
use countersign_core::sinch::retry::RandomJitter;
use countersign_core::sinch::token::TokenSource;
use countersign_core::sinch::transport::{Timeouts, Transport};
use countersign_core::site_key::SiteKey;
use countersign_core::site_keys::SiteKeys;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::supervisor::{Asked, Leave, Supervisor};
use countersign_core::text::Language;
use countersign_core::time::{Clock, ManualClock, SystemClock};
use countersign_core::vault::{Kept, Vault};
use countersign_sandbox::{Credentials, Fault, Operation, Options, Outcome, Sandbox};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

use crate::rehearsal::eventually;
use crate::staff::{read_out, routes};

const KEY: [u8; 32] = [7; 32];
const VOIP: &str = "+12025550114";
const CHANGED_TODAY: &str = "+12025550115";
const CHANGED_LATELY: &str = "+12025550116";
const NOTHING_KNOWN: &str = "+12025550117";
const COUNTRY_OFF: &str = "+12025550118";
const WELL: &str = "+12025550100";
const LANDLINE: &str = "+12025550113";

/// A site of desks that look numbers up.
struct Site {
    sandbox: Sandbox,
    clock: Arc<ManualClock>,
    store: Arc<EmbeddedStore>,
}

impl Site {
    async fn begin() -> Self {
        let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
        let clock = Arc::new(ManualClock::new(SystemClock.now()));
        let store = EmbeddedStore::in_memory(Arc::clone(&clock)).expect("a store");
        Self {
            sandbox,
            clock,
            store: Arc::new(store),
        }
    }

    fn desk(&self, name: &str, change: impl FnOnce(&mut Policy)) -> Desk {
        let mut policy = Policy::for_home(Region::UNITED_STATES);
        policy.limits.desk_hourly = 1000;
        change(&mut policy);
        let desk = Desk::open(Setup {
            id: DeskId::draw(&mut rand::rng()),
            name: name.to_owned(),
            site: "Harbour Clinic".to_owned(),
            policy,
            site_keys: SiteKeys::only(SiteKey::from_bytes(&KEY)),
            store: self.store.clone(),
            routes: routes(&self.sandbox, Timeouts::default(), Arc::new(SystemClock)),
            texts: TextSettings::default(),
            randomness: Box::new(UnwrapErr(SysRng)),
        });
        desk.looking_numbers_up(self.lookup("sandbox-key-secret"))
    }

    fn lookup(&self, secret: &str) -> NumberLookup {
        let origin = LoopbackOrigin::new(self.sandbox.address()).expect("a loopback address");
        let timeouts = Timeouts {
            connect: Duration::from_millis(500),
            total: Duration::from_millis(900),
        };
        let transport = Transport::new(Place::Loopback(origin), timeouts).expect("a client");
        let credentials = Credentials::default();
        let tokens = TokenSource::new(
            transport.clone(),
            KeyId::new(&credentials.key_id).expect("a key"),
            KeySecret::new(secret.into()).expect("a secret"),
            Arc::new(RandomJitter),
        );
        let project = ProjectId::new(&credentials.project).expect("a project");
        NumberLookup::new(transport, project, Arc::new(tokens))
    }

    fn strict(&self) -> Desk {
        self.desk("Reception 2", both(Measure::Refuse))
    }
}

/// Both are looked up, with the same measure.
fn both(measure: Measure) -> impl FnOnce(&mut Policy) {
    move |policy| {
        policy.lookup = LookupRules {
            line_type: measure,
            sim_swap: measure,
            ..LookupRules::default()
        };
    }
}

fn supervised(policy: &mut Policy) {
    policy.overrides = Overrides::Supervisor;
}

fn request<'a>(number: &'a str, channel: Channel, reference: &str) -> Request<'a> {
    Request {
        typed: number,
        region: Region::UNITED_STATES,
        channel,
        route: None,
        reference: Reference::typed(reference).expect("short enough"),
        language: Language::En,
    }
}

async fn ask(desk: &Desk, number: &str) -> Requested {
    let asked = desk.request(request(number, Channel::Sms, "")).await;
    asked.expect("the store works")
}

fn refused_by(requested: &Requested) -> Option<Rule> {
    let Requested::Refused { refusal, .. } = requested else {
        return None;
    };
    Some(refusal.rule)
}

async fn advice(desk: &Desk, number: &str, reference: &str) -> Advice {
    desk.advise(Question {
        typed: number,
        region: Region::UNITED_STATES,
        channel: Channel::Sms,
        reference: Reference::typed(reference).expect("short enough"),
        look_up: true,
    })
    .await
}

async fn leave() -> Leave {
    let supervisor = Supervisor::new(Vault::in_memory(), Arc::new(SystemClock));
    let passcode = "harbour 7741".to_owned();
    let chosen = countersign_core::admin_lock::Passcode::new(passcode.clone().into());
    let salt = countersign_core::admin_lock::Salt::draw(&mut rand::rng());
    let set = supervisor.set_passcode(chosen.expect("long enough"), Kept::Session, salt);
    set.await.expect("it is kept");
    let asked = supervisor.ask(passcode.into()).await.expect("compared");
    let Asked::Granted(leave) = asked else {
        panic!("not granted: {asked:?}");
    };
    leave
}

#[tokio::test]
async fn a_number_that_the_rules_refuse_gets_no_code_whoever_asks() {
    let site = Site::begin().await;
    let desk = site.strict();
    for (number, rule) in [
        (VOIP, Rule::LineTypeRefused),
        (LANDLINE, Rule::LineTypeRefused),
        (CHANGED_TODAY, Rule::SimSwapped),
        (NOTHING_KNOWN, Rule::NotLookedUp),
        (COUNTRY_OFF, Rule::NotLookedUp),
    ] {
        let requested = ask(&desk, number).await;
        assert_eq!(
            refused_by(&requested),
            Some(rule),
            "{number}: {requested:?}"
        );
        let with_leave = desk.request_with_leave(request(number, Channel::Sms, ""), leave().await);
        let requested = with_leave.await.expect("the store works");
        assert_eq!(
            refused_by(&requested),
            Some(rule),
            "a supervisor is not asked"
        );
        assert!(site.sandbox.messages(number).is_empty());
    }
    for number in [WELL, CHANGED_LATELY] {
        let requested = ask(&desk, number).await;
        assert!(matches!(requested, Requested::Open(_)), "{requested:?}");
    }
    let called = desk.request(request(LANDLINE, Channel::Call, "")).await;
    assert!(matches!(called, Ok(Requested::Open(_))), "{called:?}");
}

#[tokio::test]
async fn a_rule_that_only_warns_keeps_nobody_from_sending() {
    let site = Site::begin().await;
    let desk = site.desk("Reception 2", both(Measure::Warn));
    for (number, objection) in [
        (VOIP, Objection::LineType(LineType::Voip)),
        (CHANGED_TODAY, Objection::SimSwapped),
        (COUNTRY_OFF, Objection::NotLookedUp),
    ] {
        let measure = Measure::Warn;
        let expected = [Concern { objection, measure }];
        assert_eq!(advice(&desk, number, "").await.concerns, expected);
        let requested = ask(&desk, number).await;
        assert!(matches!(requested, Requested::Open(_)), "{requested:?}");
    }
}

#[tokio::test]
async fn a_number_that_is_left_to_a_supervisor_waits_for_their_word() {
    let site = Site::begin().await;
    let desk = site.desk("Reception 2", both(Measure::Supervisor));
    let requested = ask(&desk, CHANGED_TODAY).await;
    let Requested::Supervisor(concerns) = requested else {
        panic!("not left to a supervisor: {requested:?}");
    };
    assert_eq!(concerns[0].objection, Objection::SimSwapped);
    assert!(desk.open_challenges().await.expect("the store").is_empty());
    let with_leave =
        desk.request_with_leave(request(CHANGED_TODAY, Channel::Sms, ""), leave().await);
    let requested = with_leave.await.expect("the store works");
    assert!(matches!(requested, Requested::Open(_)), "{requested:?}");
}

#[tokio::test]
async fn a_lookup_that_fails_is_a_refusal_where_the_rule_refuses() {
    let site = Site::begin().await;
    for outcome in [
        Outcome::SlowAnswer,
        Outcome::Redirects,
        Outcome::MalformedJson,
        Outcome::HugeAnswer,
        Outcome::CutMidAnswer,
        Outcome::NoCredit,
        Outcome::CapacityExceeded,
        Outcome::InternalError,
    ] {
        let desk = site.strict();
        let fault = Fault::Next {
            next: outcome,
            operation: Some(Operation::Lookup),
        };
        site.sandbox.set_fault(fault).expect("a fault");
        let requested = ask(&desk, WELL).await;
        let rule = refused_by(&requested);
        assert_eq!(rule, Some(Rule::NotLookedUp), "{outcome:?}: {requested:?}");
        assert!(site.sandbox.messages(WELL).is_empty());
        assert!(
            site.sandbox.warnings().is_empty(),
            "no redirect is followed"
        );
    }
    let desk = site.strict().looking_numbers_up(site.lookup("not-it"));
    assert_eq!(refused_by(&ask(&desk, WELL).await), Some(Rule::NotLookedUp));
}

#[tokio::test]
async fn a_number_is_looked_up_once_for_advice_and_request_together() {
    let site = Site::begin().await;
    let desk = site.strict();
    assert_eq!(advice(&desk, WELL, "").await.concerns, []);
    let fault = Fault::Next {
        next: Outcome::NoCredit,
        operation: Some(Operation::Lookup),
    };
    site.sandbox.set_fault(fault).expect("a fault");
    let requested = ask(&desk, WELL).await;
    assert!(matches!(requested, Requested::Open(_)), "{requested:?}");
}

async fn verify(site: &Site, desk: &Desk, reference: &str) {
    let seen = site.sandbox.messages(WELL).len();
    let asked = desk.request(request(WELL, Channel::Sms, reference)).await;
    let Ok(Requested::Open(open)) = asked else {
        panic!("not open: {asked:?}");
    };
    site.sandbox.advance(Duration::from_secs(2));
    let code = eventually(async || {
        let messages = site.sandbox.messages(WELL);
        (messages.len() > seen).then(|| messages.last().cloned())?
    })
    .await;
    let code = read_out(code).expect("a code");
    let checked = desk.check(open.challenge.id, &code, By::Staff).await;
    let verified = Verdict::Verified;
    assert!(
        matches!(checked, Ok(Checked::Decided { verdict, .. }) if verdict == verified),
        "{checked:?}"
    );
    site.clock.advance(Duration::from_secs(60));
}

#[tokio::test]
async fn desks_tell_each_other_that_a_number_was_verified_and_for_how_many_it_is_used() {
    let site = Site::begin().await;
    let [one, two] = ["Reception 1", "Reception 2"].map(|name| site.desk(name, |_| {}));
    assert_eq!(advice(&one, WELL, "ROOM 1").await, Advice::default());
    verify(&site, &two, "ROOM 1").await;
    let before = eventually(async || advice(&one, WELL, "ROOM 2").await.history.verified).await;
    assert_eq!(before.desk, "Reception 2");
    assert_eq!(before.reference.as_deref(), Some("ROOM 1"));
    let same = advice(&one, WELL, "ROOM 1").await.history;
    assert_eq!(same.verified.expect("before").reference, None);
    assert_eq!(same.references, None);

    verify(&site, &one, "ROOM 2").await;
    let many = async || advice(&two, WELL, "ROOM 3").await.history.references;
    assert_eq!(eventually(many).await, 3);
    assert_eq!(advice(&two, WELL, "ROOM 2").await.history.references, None);

    site.clock.advance(Duration::from_secs(60 * 60));
    let later = advice(&one, WELL, "").await.history;
    assert_eq!(later.verified, None, "that was an hour ago");
}

async fn open(desk: &Desk) -> countersign_core::challenge::ChallengeId {
    let requested = ask(desk, WELL).await;
    let Requested::Open(open) = requested else {
        panic!("not open: {requested:?}");
    };
    open.challenge.id
}

#[tokio::test]
async fn an_end_without_proof_is_told_at_the_other_desks() {
    let site = Site::begin().await;
    let [one, two] = ["Reception 1", "Reception 2"].map(|name| site.desk(name, supervised));
    let id = open(&one).await;
    assert_eq!(two.ending_of(id).await, None);
    let remark = Remark::typed("battery").expect("short");
    let because = UnverifiedBecause::PhoneOff;
    let ended = one.end_unverified(id, because, remark).await;
    let Ok(Ended::Recorded(record)) = ended else {
        panic!("not ended: {ended:?}");
    };
    assert!(two.open_challenges().await.expect("the store").is_empty());
    let seen = eventually(async || two.ending_of(id).await).await;
    assert_eq!(
        (seen.desk.as_str(), &seen.ending),
        ("Reception 1", &record.ending)
    );

    let reason = Remark::typed("Known to us").expect("short").expect("some");
    let accepted = two.accept_unproven(id, leave().await, reason.clone()).await;
    assert!(matches!(accepted, Ok(Ended::Recorded(_))), "{accepted:?}");
    let accepted = Ending::AcceptedBySupervisor { reason };
    let last = async || Some(one.ending_of(id).await?.ending).filter(|last| *last == accepted);
    eventually(last).await;
    let checked = one.check_again(id).await.expect("the store works");
    assert!(
        matches!(
            checked,
            Checked::Decided {
                verdict: Verdict::Gone(Gone::Cancelled),
                ..
            }
        ),
        "never as verified: {checked:?}"
    );
}

#[tokio::test]
async fn a_supervisor_is_only_believed_where_the_rules_leave_it_to_them() {
    let site = Site::begin().await;
    let desk = site.desk("Reception 1", |_| {});
    let id = open(&desk).await;
    let reason = Remark::typed("Known to us").expect("short").expect("some");
    let accepted = desk.accept_unproven(id, leave().await, reason).await;
    assert_eq!(accepted.expect("the store works"), Ended::NotAllowed);
    assert_eq!(desk.open_challenges().await.expect("the store").len(), 1);
}

#[tokio::test]
async fn what_was_verified_gets_no_other_end_and_a_lock_stays_a_lock() {
    let site = Site::begin().await;
    let desk = site.desk("Reception 1", supervised);
    let id = open(&desk).await;
    for _ in 0..5 {
        desk.check(id, "000000", By::Staff)
            .await
            .expect("the store works");
    }
    let ended = desk
        .end_unverified(id, UnverifiedBecause::Other, None)
        .await;
    assert!(matches!(ended, Ok(Ended::Recorded(_))), "{ended:?}");
    let requested = ask(&desk, WELL).await;
    assert_eq!(refused_by(&requested), Some(Rule::NumberLocked));

    let route = Some(Route::SinchSms);
    let other = Request {
        route,
        ..request("+12025550101", Channel::Sms, "")
    };
    let Ok(Requested::Open(open)) = desk.request(other).await else {
        panic!("not open");
    };
    site.sandbox.advance(Duration::from_secs(2));
    let code = eventually(async || site.sandbox.messages("+12025550101").pop()).await;
    let code = read_out(code).expect("a code");
    desk.check(open.challenge.id, &code, By::Staff)
        .await
        .expect("checked");
    let ended = desk
        .end_unverified(open.challenge.id, UnverifiedBecause::Other, None)
        .await;
    assert_eq!(
        ended.expect("the store"),
        Ended::Gone(Gone::AlreadyVerified)
    );
}
