//! A challenge goes from one desk's hand into another's, and a code that ran out is asked for anew.

use std::time::Duration;

use countersign_core::challenge::{By, Channel, Gone, Route, Verdict};
use countersign_core::delivery::Delivery;
use countersign_core::desk::{Again, Checked, Desk, OpenChallenge, Requested, TakenOver};
use countersign_core::policy::Rule;
use countersign_core::store::StoreFault;
use tokio::time::timeout;

use crate::losing_store::{LOST, Outage, Step};
use crate::rehearsal::Rehearsal;

const TOTAL: Duration = Duration::from_secs(3);
const WELL: &str = "+46 70 174 06 05";
/// A send is looked at for the first time after a second.
const SOON: Duration = Duration::from_secs(5);

async fn begun(rehearsal: &Rehearsal) -> OpenChallenge {
    rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await
}

async fn taken(desk: &Desk, begun: &OpenChallenge) -> OpenChallenge {
    let taken = desk.take_over(begun.challenge.id).await;
    match taken.expect("the store works") {
        TakenOver::Open(open) => *open,
        other @ (TakenOver::Expired | TakenOver::Locked { .. } | TakenOver::Gone(_)) => {
            panic!("not open: {other:?}")
        }
    }
}

fn is_verified(checked: &Checked) -> bool {
    matches!(
        checked,
        Checked::Decided {
            verdict: Verdict::Verified,
            ..
        }
    )
}

#[tokio::test]
async fn every_desk_shows_who_has_it_in_hand() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    let begun = begun(&rehearsal).await;
    let taken_over = taken(&other, &begun).await;
    assert!(taken_over.ours);
    assert_eq!(taken_over.desk, "Reception 3");
    assert_eq!(taken_over.last_two, "05");
    let seen = rehearsal.only_open().await.expect("it is open");
    assert!(!seen.ours);
    assert_eq!(seen.desk, "Reception 3");
    assert_eq!(seen.challenge.send, begun.challenge.send);

    let back = taken(&rehearsal.desk, &begun).await;
    assert!(back.ours);
    assert_eq!(back.desk, "Reception 2");
}

#[tokio::test]
async fn any_desk_may_still_check_what_was_taken_over() {
    for by_the_taker in [true, false] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let other = rehearsal.other_desk("Reception 3");
        let begun = begun(&rehearsal).await;
        taken(&other, &begun).await;
        let code = rehearsal.hurry_to_phone(WELL, 1).await;
        let desk = if by_the_taker {
            &other
        } else {
            &rehearsal.desk
        };
        let checked = desk.check(begun.challenge.id, &code, By::Staff).await;
        assert!(is_verified(&checked.expect("the store works")));
    }
}

#[tokio::test]
async fn the_taker_sends_again_after_the_same_pause() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    let begun = begun(&rehearsal).await;
    taken(&other, &begun).await;
    let id = begun.challenge.id;
    let again = || other.send_again(id, Channel::Sms, Again::Resend);
    let early = again().await.expect("the store works");
    assert!(
        matches!(&early, Requested::Refused { refusal, .. } if refusal.rule == Rule::ResendPause),
        "{early:?}"
    );
    rehearsal.advance(Duration::from_secs(30));
    let sent = again().await.expect("the store works");
    assert!(matches!(sent, Requested::Open(_)), "{sent:?}");
    let code = rehearsal.hurry_to_phone(WELL, 2).await;
    let checked = other
        .check(id, &code, By::Staff)
        .await
        .expect("the store works");
    assert!(is_verified(&checked), "{checked:?}");
}

#[tokio::test]
async fn whoever_has_it_in_hand_follows_it_and_nobody_else() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    let begun = begun(&rehearsal).await;
    taken(&other, &begun).await;
    let id = begun.challenge.id;
    let left = rehearsal.desk.follow(id, |news| panic!("{news:?}"));
    let left = timeout(SOON, left).await;
    left.expect("it ends").expect("the store works");

    rehearsal.sandbox.advance(Duration::from_secs(2));
    let mut deliveries = Vec::new();
    let followed = other.follow(id, |news| deliveries.push(news.delivery));
    let followed = timeout(SOON, followed).await;
    followed.expect("it ends").expect("the store works");
    assert_eq!(deliveries, [Delivery::Delivered]);
}

#[tokio::test]
async fn what_is_not_open_is_told_as_it_stands() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    let cancelled = begun(&rehearsal).await.challenge.id;
    let ended = rehearsal.desk.cancel(cancelled).await;
    assert!(ended.expect("the store works"));
    let told = other.take_over(cancelled).await.expect("the store works");
    assert!(matches!(told, TakenOver::Gone(Gone::Cancelled)), "{told:?}");

    rehearsal.clock.advance(Duration::from_secs(60));
    let expired = begun(&rehearsal).await.challenge.id;
    rehearsal.clock.advance(Duration::from_secs(5 * 60));
    let told = other.take_over(expired).await.expect("the store works");
    assert!(matches!(told, TakenOver::Expired), "{told:?}");

    let locked = begun(&rehearsal).await.challenge.id;
    for _ in 0..5 {
        // Once in a million the code is all zeros.
        rehearsal
            .desk
            .check(locked, "000000", By::Staff)
            .await
            .expect("the store works");
    }
    let told = other.take_over(locked).await.expect("the store works");
    let lock = Duration::from_secs(15 * 60);
    assert!(
        matches!(&told, TakenOver::Locked { wait: Some(wait) } if *wait == lock),
        "{told:?}"
    );
}

#[tokio::test]
async fn whether_or_not_it_was_done_it_may_be_asked_for_again() {
    for outage in LOST.into_iter().chain([Outage::Away]) {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let other = rehearsal.other_desk("Reception 3");
        let begun = begun(&rehearsal).await;
        rehearsal.store.begin(outage, &[Step::TakeOver]);
        let failed = other.take_over(begun.challenge.id).await;
        assert!(failed.is_err(), "{failed:?}");
        rehearsal.store.come_back();
        assert!(taken(&other, &begun).await.ours);
    }
}

#[tokio::test]
async fn a_code_that_ran_out_is_asked_for_anew_without_the_number() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let begun = begun(&rehearsal).await;
    rehearsal.only_open().await.expect("it is open");
    rehearsal.clock.advance(Duration::from_secs(5 * 60));
    assert!(rehearsal.only_open().await.is_none(), "it is over");
    let anew = rehearsal.desk.request_anew(begun.challenge.id).await;
    let Ok(Requested::Open(anew)) = anew else {
        panic!("not open: {anew:?}");
    };
    assert_ne!(anew.challenge.id, begun.challenge.id);
    assert_eq!(anew.last_two, "05");
    let code = rehearsal.hurry_to_phone(WELL, 2).await;
    let checked = rehearsal
        .desk
        .check(anew.challenge.id, &code, By::Staff)
        .await;
    assert!(is_verified(&checked.expect("the store works")));
}

#[tokio::test]
async fn nothing_is_asked_for_anew_that_this_desk_did_not_have() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    let begun = begun(&rehearsal).await;
    other.open_challenges().await.expect("the store works");
    let anew = other.request_anew(begun.challenge.id).await;
    assert!(
        matches!(anew, Ok(Requested::Gone(Gone::NotFound))),
        "{anew:?}"
    );
    assert_eq!(rehearsal.sandbox.messages(WELL).len(), 0);
}

#[tokio::test]
async fn a_store_that_fails_is_told_as_such() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let begun = begun(&rehearsal).await;
    rehearsal.store.go_away();
    let taken = rehearsal.desk.take_over(begun.challenge.id).await;
    let Err(countersign_core::desk::DeskFault::Store(fault)) = taken else {
        panic!("{taken:?}");
    };
    assert!(matches!(fault, StoreFault::Unreachable { .. }));
}
