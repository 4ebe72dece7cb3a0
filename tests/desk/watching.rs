//! Several desks of one site: what each sees of the others' challenges, and of a store that is away.

use std::time::Duration;

use countersign_core::challenge::{By, Channel, Route, Verdict};
use countersign_core::desk::{Checked, Watched};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout};

use crate::losing_store::Step;
use crate::rehearsal::Rehearsal;

const TOTAL: Duration = Duration::from_secs(3);
const WELL: &str = "+46 70 174 06 05";
/// A change is told within this.
const SOON: Duration = Duration::from_secs(1);

/// Collects what is told while `work` is done, then stops listening.
async fn watching<T>(
    rehearsal: &Rehearsal,
    work: impl AsyncFnOnce(&mut mpsc::UnboundedReceiver<Watched>) -> T,
) -> T {
    let (sender, mut told) = mpsc::unbounded_channel();
    let watch = rehearsal.desk.watch(|news| sender.send(news).is_ok());
    tokio::select! {
        () = watch => panic!("it ended although somebody listened"),
        done = work(&mut told) => done,
    }
}

async fn open(told: &mut mpsc::UnboundedReceiver<Watched>) -> usize {
    match timeout(SOON, told.recv()).await {
        Ok(Some(Watched::Open(open))) => open.len(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_open_is_told_at_once_and_on_each_change() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    watching(&rehearsal, async |told| {
        assert_eq!(open(told).await, 0);
        let begun = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
        assert_eq!(open(told).await, 1);
        rehearsal
            .desk
            .cancel(begun.challenge.id)
            .await
            .expect("the store works");
        assert_eq!(open(told).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_comes_without_a_hint_is_told_all_the_same() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    let begun = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    watching(&rehearsal, async |told| {
        assert_eq!(open(told).await, 1);
        other
            .cancel(begun.challenge.id)
            .await
            .expect("the store works");
        let next = timeout(Duration::from_secs(6), told.recv()).await;
        assert!(
            matches!(next, Ok(Some(Watched::Open(ref open))) if open.is_empty()),
            "{next:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_away_is_told_once_and_so_is_its_return() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    rehearsal.store.go_away();
    watching(&rehearsal, async |told| {
        let first = told.recv().await;
        assert!(
            matches!(
                first,
                Some(Watched::Away {
                    code: "store.no-answer",
                    ..
                })
            ),
            "{first:?}"
        );
        let began = Instant::now();
        let more = timeout(Duration::from_millis(3_500), told.recv()).await;
        assert!(more.is_err(), "told twice: {more:?}");
        assert!(began.elapsed() > Duration::from_secs(3));
        let asked = rehearsal.store.asked(Step::OpenChallenges);
        assert!((2..=3).contains(&asked), "asked {asked} times");
        rehearsal.store.come_back();
        let back = timeout(Duration::from_secs(5), told.recv()).await;
        assert!(
            matches!(back, Ok(Some(Watched::Open(ref open))) if open.len() == 1),
            "{back:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn watching_ends_when_nobody_listens() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let mut told = 0;
    let watch = rehearsal.desk.watch(|_| {
        told += 1;
        false
    });
    timeout(SOON, watch).await.expect("it ends");
    assert_eq!(told, 1);
}

#[tokio::test]
async fn a_challenge_begun_at_one_desk_is_finished_at_another() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    for route in [Route::SinchSms, Route::SinchVerification] {
        let begun = rehearsal.open(WELL, Channel::Sms, route).await;
        assert!(begun.ours);
        assert_eq!(begun.desk, "Reception 2");

        let other = rehearsal.other_desk("Reception 3");
        let seen = other.open_challenges().await.expect("the store works");
        let [seen] = seen.as_slice() else {
            panic!("{seen:?}");
        };
        assert!(!seen.ours);
        assert_eq!(seen.desk, "Reception 2");
        assert_eq!(seen.last_two, "05");

        let sent_before = usize::from(route == Route::SinchVerification);
        let code = rehearsal.wait_for_phone(WELL, sent_before + 1).await;
        let checked = other.check(seen.challenge.id, &code, By::Staff).await;
        assert!(
            matches!(
                checked,
                Ok(Checked::Decided {
                    verdict: Verdict::Verified,
                    ..
                })
            ),
            "{checked:?}"
        );
        rehearsal.advance(Duration::from_secs(30));
    }
}
