//! What one desk begins, any desk of the site sees and may end.

use std::time::Duration;

use countersign_core::challenge::{By, Gone, Route, Verdict};
use countersign_core::delivery::{DeliveryFailure, Fared};
use countersign_core::desk::{Again, Checked, Desk, DeskFault, OpenChallenge, Requested, Watched};
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::time::timeout;

use crate::site::{Site, WELL, begin};

/// Two screens side by side agree within this. Desks look by themselves only every 5 seconds, so what is
/// this quick was pushed.
const SOON: Duration = Duration::from_secs(1);

/// Collects what a desk's screen is told while `work` is done.
async fn watching<T>(
    desk: &Desk,
    work: impl AsyncFnOnce(&mut UnboundedReceiver<Watched>) -> T,
) -> T {
    let (sender, mut told) = mpsc::unbounded_channel();
    let watch = desk.watch(|news| sender.send(news).is_ok());
    tokio::select! {
        () = watch => panic!("it ended although somebody listened"),
        done = work(&mut told) => done,
    }
}

/// Waits until the screen shows what is looked for.
async fn shown(
    told: &mut UnboundedReceiver<Watched>,
    looked_for: impl Fn(&[OpenChallenge]) -> bool,
) -> Vec<OpenChallenge> {
    let seen = async {
        loop {
            match told.recv().await {
                Some(Watched::Open(open)) if looked_for(&open) => return open,
                Some(Watched::Open(_)) => {}
                other => panic!("{other:?}"),
            }
        }
    };
    timeout(SOON, seen).await.expect("within a second")
}

fn verdict(checked: Checked) -> Verdict {
    match checked {
        Checked::Decided { verdict, .. } => verdict,
        other @ (Checked::NotACode(_)
        | Checked::NotANumber(_)
        | Checked::NothingSent
        | Checked::NotKnown
        | Checked::NotCounted) => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_begun_at_one_desk_is_ended_at_another_within_a_second() {
    for route in [Route::SinchSms, Route::SinchVerification] {
        let site = Site::found().await;
        let (one, two) = (site.desk("Reception 1"), site.desk("Reception 2"));
        watching(&one, async |at_one| {
            watching(&two, async |at_two| {
                shown(at_two, <[_]>::is_empty).await;
                let begun = begin(&one, WELL, route).await;
                let seen = shown(at_two, |open| open.len() == 1).await.remove(0);
                assert_eq!(seen.challenge.id, begun.challenge.id);
                assert_eq!(seen.desk, "Reception 1");
                assert!(!seen.ours);
                assert_eq!(seen.last_two, "05");
                let reference = seen.reference.expect("a reference");
                assert_eq!(reference.as_str(), "BOOKING 48213");
                shown(at_one, |open| open.len() == 1 && open[0].ours).await;
                let code = site.phone_of(WELL, 1).await;
                let id = begun.challenge.id;
                let checked = two
                    .check(id, &code, By::Staff)
                    .await
                    .expect("the store works");
                assert_eq!(verdict(checked), Verdict::Verified);
                shown(at_one, <[_]>::is_empty).await;
                let checked = one
                    .check(id, &code, By::Staff)
                    .await
                    .expect("the store works");
                assert_eq!(verdict(checked), Verdict::Gone(Gone::AlreadyVerified));
            })
            .await;
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tries_are_counted_together() {
    let site = Site::found().await;
    let (one, two) = (site.desk("Reception 1"), site.desk("Reception 2"));
    let id = begin(&one, WELL, Route::SinchSms).await.challenge.id;
    site.phone_of(WELL, 1).await;
    for (desk, left) in [(&one, 4), (&two, 3), (&one, 2), (&two, 1)] {
        let checked = desk
            .check(id, "000000", By::Staff)
            .await
            .expect("the store works");
        // Once in a million the code is all zeros.
        assert_eq!(verdict(checked), Verdict::Wrong { left });
    }
    let checked = one
        .check(id, "000000", By::Staff)
        .await
        .expect("the store works");
    assert!(matches!(verdict(checked), Verdict::Locked { .. }));
    let anew = two
        .request(crate::site::request(WELL, Route::SinchSms))
        .await;
    assert!(matches!(anew, Ok(Requested::Refused { .. })), "{anew:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_desk_with_another_key_sees_sends_and_checks_nothing() {
    let site = Site::found().await;
    let (ours, stranger) = (
        site.desk("Reception 1"),
        site.desk_with("Reception 9", [8; 32]),
    );
    let begun = begin(&ours, WELL, Route::SinchSms).await;
    let open = stranger.open_challenges().await.expect("the store works");
    assert!(open.is_empty(), "{open:?}");
    let channel = begun.challenge.send.channel;
    let again = stranger
        .send_again(begun.challenge.id, channel, Again::Resend)
        .await;
    assert!(again.is_err(), "{again:?}");
    let code = site.phone_of(WELL, 1).await;
    let id = begun.challenge.id;
    let checked = stranger.check(id, &code, By::Staff).await;
    assert!(
        matches!(checked, Err(DeskFault::Sealed(_))),
        "no try counts that could not have been right: {checked:?}"
    );
    let checked = ours
        .check(id, &code, By::Staff)
        .await
        .expect("the store works");
    assert_eq!(verdict(checked), Verdict::Verified);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_a_send_of_another_desk_ended_is_told_beside_its_challenge() {
    const OFF: &str = "+1 202 555 0112";
    let site = Site::found().await;
    let (one, two) = (site.desk("Reception 1"), site.desk("Reception 2"));
    let well = begin(&one, WELL, Route::SinchSms).await.challenge.id;
    let off = begin(&one, OFF, Route::SinchSms).await.challenge.id;
    let told = |open: &[OpenChallenge], id| {
        let of = open.iter().find(|each| each.challenge.id == id);
        of.expect("it is open").told_end
    };
    let before = two.open_challenges().await.expect("the store works");
    assert_eq!(told(&before, well), None, "nobody told of it yet");

    site.phone_of(WELL, 1).await;
    for id in [well, off] {
        let followed = one.follow(id, |_| {});
        let end = timeout(Duration::from_secs(20), followed).await;
        end.expect("it ends").expect("the store works");
    }
    let both = async {
        loop {
            two.watch_site_deliveries(|_| false).await;
            let open = two.open_challenges().await.expect("the store works");
            if let (Some(well), Some(off)) = (told(&open, well), told(&open, off)) {
                return (well, off);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    let (well, off) = timeout(Duration::from_secs(10), both).await.expect("told");
    assert!(
        matches!(well, Fared::Delivered(_) | Fared::Arrived),
        "{well:?}"
    );
    assert_eq!(off, Fared::Failed(DeliveryFailure::OutOfReach));
    let ours = one.open_challenges().await.expect("the store works");
    assert!(
        ours.iter().all(|open| open.told_end.is_none()),
        "it saw them itself"
    );
}
