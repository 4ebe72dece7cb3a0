//! A store that goes away, or whose answers get lost, while a code is checked: no verdict is made up,
//! none is lost, no code counts twice and no try either.

use std::time::Duration;

use countersign_core::challenge::{By, Channel, Gone, Route, Verdict};
use countersign_core::desk::{Checked, DeskFault, OpenChallenge};
use countersign_core::store::StoreFault;
use countersign_sandbox::{Fault, Operation, Outcome};

use crate::checking::other;
use crate::losing_store::{LOST, Outage, Step};
use crate::rehearsal::Rehearsal;

const TOTAL: Duration = Duration::from_secs(3);
const SHORT: Duration = Duration::from_millis(700);
const WELL: &str = "+46 70 174 06 05";

/// The step that tells the verdict, by route.
const LAST_STEPS: [(Route, Step); 2] = [
    (Route::SinchSms, Step::Check),
    (Route::SinchVerification, Step::Finish),
];

fn product<A: Copy, B: Copy, const M: usize, const N: usize>(
    these: [A; M],
    those: [B; N],
) -> impl Iterator<Item = (A, B)> {
    these
        .into_iter()
        .flat_map(move |this| those.map(|that| (this, that)))
}

/// A challenge whose code has arrived.
async fn arrived(rehearsal: &Rehearsal, route: Route) -> (OpenChallenge, String) {
    let open = rehearsal.open(WELL, Channel::Sms, route).await;
    let code = rehearsal.hurry_to_phone(WELL, 1).await;
    (open, code)
}

async fn check(rehearsal: &Rehearsal, open: &OpenChallenge, typed: &str) -> Checked {
    let checked = rehearsal
        .desk
        .check(open.challenge.id, typed, By::Staff)
        .await;
    checked.expect("an answer")
}

async fn check_again(rehearsal: &Rehearsal, open: &OpenChallenge) -> Checked {
    let checked = rehearsal.desk.check_again(open.challenge.id).await;
    checked.expect("an answer")
}

#[track_caller]
fn assert_decided(checked: &Checked, expected: Verdict) {
    assert!(
        matches!(checked, Checked::Decided { verdict, .. } if *verdict == expected),
        "{checked:?} is not {expected:?}"
    );
}

#[track_caller]
fn assert_not_known(checked: &Checked) {
    assert!(matches!(checked, Checked::NotKnown), "{checked:?}");
}

#[tokio::test]
async fn a_right_code_whose_verdict_was_lost_is_accepted_exactly_once() {
    for (outage, (route, step)) in product(LOST, LAST_STEPS) {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let (open, code) = arrived(&rehearsal, route).await;
        rehearsal.store.begin(outage, &[step]);
        assert_not_known(&check(&rehearsal, &open, &code).await);
        assert_not_known(&check_again(&rehearsal, &open).await);
        // Looking at what is open must not forget the try that may have ended the challenge.
        let ended = rehearsal.only_open().await.is_none();
        assert_eq!(ended, outage == Outage::AnswerLost);
        rehearsal.store.go_away();
        assert_not_known(&check_again(&rehearsal, &open).await);
        rehearsal.store.come_back();
        assert_decided(&check_again(&rehearsal, &open).await, Verdict::Verified);
        let gone = Verdict::Gone(Gone::AlreadyVerified);
        assert_decided(&check_again(&rehearsal, &open).await, gone);
        assert_decided(&check(&rehearsal, &open, &code).await, gone);
    }
}

#[tokio::test]
async fn a_verdict_names_who_typed_the_code_however_late_it_comes() {
    for (route, step) in LAST_STEPS {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let (open, code) = arrived(&rehearsal, route).await;
        let id = open.challenge.id;
        let wrong = rehearsal.desk.check(id, &other(&code), By::Staff).await;
        assert_typed_by(&wrong.expect("an answer"), By::Staff);
        rehearsal.store.begin(Outage::AnswerLost, &[step]);
        let lost = rehearsal.desk.check(id, &code, By::Customer).await;
        assert_not_known(&lost.expect("an answer"));
        rehearsal.store.come_back();
        let known = check_again(&rehearsal, &open).await;
        assert_decided(&known, Verdict::Verified);
        assert_typed_by(&known, By::Customer);
    }
}

#[track_caller]
fn assert_typed_by(checked: &Checked, expected: By) {
    assert!(
        matches!(checked, Checked::Decided { by: Some(by), .. } if *by == expected),
        "{checked:?} is not by {expected:?}"
    );
}

#[tokio::test]
async fn a_wrong_code_whose_verdict_was_lost_counts_one_try() {
    for (outage, (route, step)) in product(LOST, LAST_STEPS) {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let (open, code) = arrived(&rehearsal, route).await;
        rehearsal.store.begin(outage, &[step]);
        assert_not_known(&check(&rehearsal, &open, &other(&code)).await);
        assert_not_known(&check_again(&rehearsal, &open).await);
        rehearsal.store.come_back();
        let wrong = |left| Verdict::Wrong { left };
        assert_decided(&check_again(&rehearsal, &open).await, wrong(4));
        assert_decided(&check(&rehearsal, &open, &other(&code)).await, wrong(3));
    }
}

#[tokio::test]
async fn a_check_that_never_reached_the_store_counts_nothing() {
    for (route, step) in [
        (Route::SinchSms, Step::Check),
        (Route::SinchVerification, Step::CountTry),
    ] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let (open, code) = arrived(&rehearsal, route).await;
        rehearsal.store.begin(Outage::Away, &[step]);
        let checked = rehearsal
            .desk
            .check(open.challenge.id, &code, By::Staff)
            .await;
        assert!(
            matches!(
                checked,
                Err(DeskFault::Store(StoreFault::Unreachable { .. }))
            ),
            "{checked:?}"
        );
        rehearsal.store.come_back();
        let again = check_again(&rehearsal, &open).await;
        assert!(matches!(again, Checked::NotCounted), "{again:?}");
        let wrong = check(&rehearsal, &open, &other(&code)).await;
        assert_decided(&wrong, Verdict::Wrong { left: 4 });
        assert_decided(&check(&rehearsal, &open, &code).await, Verdict::Verified);
    }
}

#[tokio::test]
async fn what_sinch_said_survives_a_store_that_is_away_at_the_finish() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let (open, code) = arrived(&rehearsal, Route::SinchVerification).await;
    rehearsal.store.begin(Outage::Away, &[Step::Finish]);
    assert_not_known(&check(&rehearsal, &open, &code).await);
    rehearsal.store.come_back();
    assert_decided(&check_again(&rehearsal, &open).await, Verdict::Verified);
}

#[tokio::test]
async fn sinch_is_not_asked_about_a_try_that_may_not_be_counted() {
    for outage in [Outage::Away, Outage::AnswerLost, Outage::QuestionLost] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let (open, code) = arrived(&rehearsal, Route::SinchVerification).await;
        // Met by the next report, whenever that is.
        rehearsal
            .sandbox
            .set_fault(Fault::Next {
                next: Outcome::ReportFails,
                operation: Some(Operation::Report),
            })
            .expect("a fault");
        rehearsal.store.begin(outage, &[Step::CountTry]);
        let checked = rehearsal
            .desk
            .check(open.challenge.id, &code, By::Staff)
            .await;
        match outage {
            Outage::Away => assert!(matches!(checked, Err(DeskFault::Store(_))), "{checked:?}"),
            Outage::AnswerLost | Outage::QuestionLost => {
                assert!(matches!(checked, Ok(Checked::NotCounted)), "{checked:?}");
            }
        }
        rehearsal.store.come_back();
        let first_report = check(&rehearsal, &open, &code).await;
        assert!(
            matches!(
                first_report,
                Checked::Decided {
                    verdict: Verdict::Wrong { .. },
                    ..
                }
            ),
            "{first_report:?}"
        );
    }
}

#[tokio::test]
async fn a_silent_sinch_is_still_the_news_after_the_stores_own_silence() {
    let rehearsal = Rehearsal::begin(SHORT).await;
    let (open, code) = arrived(&rehearsal, Route::SinchVerification).await;
    rehearsal
        .sandbox
        .set_fault(Fault::Next {
            next: Outcome::NeverAnswers,
            operation: Some(Operation::Report),
        })
        .expect("a fault");
    rehearsal.store.begin(Outage::Away, &[Step::Finish]);
    assert_not_known(&check(&rehearsal, &open, &code).await);
    rehearsal.store.come_back();
    let again = rehearsal.desk.check_again(open.challenge.id).await;
    assert!(matches!(again, Err(DeskFault::Sinch(_))), "{again:?}");
    assert_decided(&check(&rehearsal, &open, &code).await, Verdict::Verified);
}

#[tokio::test]
async fn a_new_code_is_tried_only_when_the_one_before_was_wrong() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let (open, code) = arrived(&rehearsal, Route::SinchSms).await;
    rehearsal.store.begin(Outage::AnswerLost, &[Step::Check]);
    assert_not_known(&check(&rehearsal, &open, &other(&code)).await);
    // Not tried: the one before is still not known.
    assert_not_known(&check(&rehearsal, &open, &other(&code)).await);
    rehearsal.store.come_back();
    let wrong = check(&rehearsal, &open, &other(&code)).await;
    assert_decided(&wrong, Verdict::Wrong { left: 3 });

    rehearsal.store.begin(Outage::AnswerLost, &[Step::Check]);
    assert_not_known(&check(&rehearsal, &open, &code).await);
    rehearsal.store.come_back();
    let told = check(&rehearsal, &open, &other(&code)).await;
    assert_decided(&told, Verdict::Verified);
}

#[tokio::test]
async fn a_lock_is_told_although_the_store_no_longer_tells_its_time() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let (open, code) = arrived(&rehearsal, Route::SinchSms).await;
    for _ in 0..4 {
        check(&rehearsal, &open, &other(&code)).await;
    }
    rehearsal.store.begin(Outage::Away, &[Step::Health]);
    let last = check(&rehearsal, &open, &other(&code)).await;
    assert!(
        matches!(
            last,
            Checked::Decided {
                verdict: Verdict::Locked { .. },
                wait: None,
                ..
            }
        ),
        "{last:?}"
    );
}
