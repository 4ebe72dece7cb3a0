//! A store that goes away, or whose answers get lost, while a code is sent: nothing goes out without
//! leave, nothing stays counted that did not go out, and what is unknown becomes known by itself.

use std::time::Duration;

use countersign_core::challenge::{Channel, Route, SendState};
use countersign_core::delivery::Delivery;
use countersign_core::desk::{Again, DeskFault, OpenChallenge, Requested};
use countersign_core::store::StoreFault;
use countersign_sandbox::{Fault, Operation, Outcome};

use crate::checking::verified;
use crate::losing_store::{LOST, Outage, Step};
use crate::rehearsal::{Rehearsal, eventually};

const TOTAL: Duration = Duration::from_secs(3);
const SHORT: Duration = Duration::from_millis(700);
const WELL: &str = "+1 202 555 0100";
const LOST_BUT_SENT: &str = "+1 202 555 0128";
/// Longer than the first pauses of what is repeated in the background.
const A_WHILE: Duration = Duration::from_millis(900);

fn nothing_went_out(rehearsal: &Rehearsal) {
    rehearsal.sandbox.advance(Duration::from_secs(10));
    assert!(rehearsal.sandbox.messages(WELL).is_empty());
}

fn is_away(requested: &Result<Requested, DeskFault>) -> bool {
    matches!(
        requested,
        Err(DeskFault::Store(StoreFault::Unreachable { .. }))
    )
}

fn is_sent(open: &OpenChallenge) -> bool {
    matches!(open.challenge.send.state, SendState::Sent(_))
}

/// Waits until the store knows that the only challenge was sent.
async fn becomes_sent(rehearsal: &Rehearsal) {
    eventually(async || rehearsal.only_open().await.filter(is_sent)).await;
}

#[tokio::test]
async fn no_text_is_sent_while_the_store_is_away() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::Away, &[Step::Reserve]);
    let requested = rehearsal
        .try_request(WELL, Channel::Sms, Route::SinchSms)
        .await;
    assert!(is_away(&requested), "{requested:?}");
    nothing_went_out(&rehearsal);
    rehearsal.store.come_back();
    rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
}

#[tokio::test]
async fn a_reservation_whose_answer_was_lost_is_not_sent_and_given_back() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::AnswerLost, &[Step::Reserve]);
    rehearsal.store.begin(Outage::Away, &[Step::Settle]);
    let requested = rehearsal
        .try_request(WELL, Channel::Sms, Route::SinchSms)
        .await;
    assert!(
        matches!(requested, Err(DeskFault::Store(StoreFault::Interrupted(_)))),
        "{requested:?}"
    );
    let reserved = rehearsal.only_open().await.expect("the step was done");
    assert_eq!(reserved.challenge.send.state, SendState::Unknown);
    tokio::time::sleep(A_WHILE).await;
    assert!(rehearsal.only_open().await.is_some(), "the store is away");

    rehearsal.store.come_back();
    eventually(async || rehearsal.only_open().await.is_none().then_some(())).await;
    nothing_went_out(&rehearsal);
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    assert_eq!(open.challenge.sends, 1);
}

#[tokio::test]
async fn a_retry_whose_answer_was_lost_leaves_the_send_before_unknown() {
    for outage in LOST {
        let rehearsal = Rehearsal::begin(SHORT).await;
        let open = rehearsal
            .open(LOST_BUT_SENT, Channel::Sms, Route::SinchSms)
            .await;
        rehearsal.advance(Duration::from_secs(30));
        let settled = rehearsal.store.asked(Step::Settle);
        rehearsal.store.begin(outage, &[Step::Reserve]);
        let retried = rehearsal
            .desk
            .send_again(open.challenge.id, Channel::Sms, Again::Retry)
            .await;
        assert!(retried.is_err(), "{outage:?}: {retried:?}");
        rehearsal.store.come_back();
        eventually(async || (rehearsal.store.asked(Step::Settle) > settled).then_some(())).await;
        let kept = rehearsal.only_open().await.expect("still open");
        assert_eq!(kept.challenge.send.state, SendState::Unknown);
        let code = rehearsal.hurry_to_phone(LOST_BUT_SENT, 1).await;
        verified(&rehearsal, &open, &code).await;
    }
}

#[tokio::test]
async fn a_send_that_the_store_could_not_be_told_of_is_unknown_and_becomes_sent_by_itself() {
    for outage in [Outage::Away, Outage::AnswerLost, Outage::QuestionLost] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        rehearsal.store.begin(outage, &[Step::Settle]);
        let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
        assert_eq!(open.challenge.send.state, SendState::Unknown, "{outage:?}");
        let code = rehearsal.hurry_to_phone(WELL, 1).await;
        rehearsal.store.come_back();
        becomes_sent(&rehearsal).await;
        assert_eq!(rehearsal.sandbox.messages(WELL).len(), 1, "one text");
        verified(&rehearsal, &open, &code).await;
    }
}

#[tokio::test]
async fn a_code_of_sinchs_can_be_checked_as_soon_as_the_store_is_back() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::Away, &[Step::Settle]);
    let open = rehearsal
        .open(WELL, Channel::Sms, Route::SinchVerification)
        .await;
    let code = rehearsal.hurry_to_phone(WELL, 1).await;
    rehearsal.store.come_back();
    verified(&rehearsal, &open, &code).await;
}

#[tokio::test]
async fn what_sinch_refused_is_told_at_once_and_given_back_later() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::Away, &[Step::Settle]);
    let requested = rehearsal
        .request("+1 202 555 0121", Channel::Sms, Route::SinchSms)
        .await;
    assert!(
        matches!(requested, Requested::NotSent(_, None)),
        "{requested:?}"
    );
    assert!(rehearsal.only_open().await.is_some(), "not given back yet");
    rehearsal.store.come_back();
    eventually(async || rehearsal.only_open().await.is_none().then_some(())).await;
}

#[tokio::test]
async fn a_resend_that_sinch_refused_leaves_the_send_before() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let first = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    let code = rehearsal.hurry_to_phone(WELL, 1).await;
    rehearsal.advance(Duration::from_secs(30));
    rehearsal
        .sandbox
        .set_fault(Fault::Next {
            next: Outcome::NoCredit,
            operation: Some(Operation::Send),
        })
        .expect("a fault");
    rehearsal.store.begin(Outage::Away, &[Step::Settle]);
    let resent = rehearsal
        .desk
        .send_again(first.challenge.id, Channel::Sms, Again::Resend)
        .await;
    let Ok(Requested::NotSent(_, Some(before))) = resent else {
        panic!("{resent:?}");
    };
    assert_eq!(before.challenge.send, first.challenge.send);
    rehearsal.store.come_back();
    eventually(async || {
        let open = rehearsal.only_open().await?;
        (open.challenge.sends == 1).then_some(())
    })
    .await;
    verified(&rehearsal, &first, &code).await;
}

#[tokio::test]
async fn a_challenge_is_followed_across_an_outage() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::Away, &[Step::Settle]);
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    rehearsal.store.go_away();
    let mut news = Vec::new();
    let follow = rehearsal.desk.follow(open.challenge.id, |change| {
        news.push((is_sent(&change.open), change.delivery));
    });
    let outage = async {
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert!(rehearsal.store.asked(Step::Standing) > 0, "it was asked");
        rehearsal.store.come_back();
    };
    let (followed, ()) = tokio::join!(follow, outage);
    followed.expect("nothing is sealed by others");
    assert_eq!(news.last(), Some(&(true, Delivery::Delivered)));
}

#[tokio::test]
async fn a_desk_that_ends_before_it_could_tell_the_store_leaves_the_send_unknown() {
    let mut rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::Away, &[Step::Settle]);
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    rehearsal.restart();
    rehearsal.store.come_back();
    eventually(async || {
        let open = rehearsal.only_open().await?;
        (open.challenge.send.state == SendState::Unknown).then_some(())
    })
    .await;
    let code = rehearsal.hurry_to_phone(WELL, 1).await;
    verified(&rehearsal, &open, &code).await;
}

#[tokio::test]
async fn recovery_waits_for_the_store_and_leaves_the_desks_own_sends_alone() {
    let mut rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.store.begin(Outage::Away, &[Step::Recover]);
    rehearsal.restart();
    let requested = rehearsal
        .try_request(WELL, Channel::Sms, Route::SinchSms)
        .await;
    assert!(is_away(&requested), "{requested:?}");
    assert_eq!(rehearsal.store.asked(Step::Reserve), 0, "it failed closed");
    rehearsal.store.come_back();
    // The desk's own send is an intent while Sinch has not answered yet.
    rehearsal
        .sandbox
        .set_fault(Fault::Next {
            next: Outcome::NeverAnswers,
            operation: Some(Operation::Send),
        })
        .expect("a fault");
    let request = rehearsal.request(WELL, Channel::Sms, Route::SinchSms);
    let look = async {
        let own = eventually(async || rehearsal.only_open().await).await;
        assert_eq!(own.challenge.send.state, SendState::Intent);
        let asked = rehearsal.store.asked(Step::Recover);
        tokio::time::sleep(TOTAL / 2).await;
        let own = rehearsal.only_open().await.expect("still open");
        assert_eq!(own.challenge.send.state, SendState::Intent);
        assert_eq!(rehearsal.store.asked(Step::Recover), asked);
    };
    tokio::join!(request, look);
}

#[tokio::test]
async fn a_refusal_is_told_without_its_wait_where_the_store_lost_its_tongue() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    rehearsal.store.begin(Outage::Away, &[Step::Health]);
    let requested = rehearsal.request(WELL, Channel::Sms, Route::SinchSms).await;
    assert!(
        matches!(requested, Requested::Refused { wait: None, .. }),
        "{requested:?}"
    );
}
