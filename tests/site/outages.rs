//! The Redis dies, hangs and comes back under a desk at work. Nothing is sent or verified without it, and what
//! was not known becomes known by itself.

use std::time::{Duration, Instant};

use countersign_core::challenge::{By, Gone, Route, SendState, Verdict};
use countersign_core::desk::{Checked, Desk, DeskFault, Watched};
use countersign_core::store::StoreFault;
use countersign_servers::Options;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::site::{Site, WELL, begin, request};

/// What is written is on the disk before it is told, so that a restart loses nothing.
fn durable() -> Options {
    Options::default()
        .with("appendonly", "yes")
        .with("appendfsync", "always")
}

/// Asks again, as the screen does, until the outcome is known.
async fn ask_until_known(desk: &Desk, id: countersign_core::challenge::ChallengeId) -> Checked {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        match desk.check_again(id).await.expect("an answer") {
            Checked::NotKnown => assert!(Instant::now() < deadline, "still not known"),
            known @ (Checked::NotACode(_)
            | Checked::NotANumber(_)
            | Checked::NothingSent
            | Checked::Decided { .. }
            | Checked::NotCounted) => return known,
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

fn is_verified(checked: &Checked) -> bool {
    let verified = Verdict::Verified;
    matches!(checked, Checked::Decided { verdict, .. } if *verdict == verified)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_store_no_text_is_sent_and_it_goes_on_when_it_is_back() {
    let site = Site::on(&durable()).await;
    let desk = site.desk("Reception 1");
    let (sender, mut told) = mpsc::unbounded_channel();
    let watch = desk.watch(|news| sender.send(news).is_ok());
    let work = async {
        assert!(matches!(told.recv().await, Some(Watched::Open(_))));
        site.server.kill();
        let refused = desk.request(request(WELL, Route::SinchSms)).await;
        assert!(
            matches!(
                refused,
                Err(DeskFault::Store(StoreFault::Unreachable { .. }))
            ),
            "{refused:?}"
        );
        assert!(site.sandbox.messages(WELL).is_empty());
        let away = timeout(Duration::from_secs(8), told.recv()).await;
        assert!(matches!(away, Ok(Some(Watched::Away { .. }))), "{away:?}");
        site.server.restart().expect("a restart");
        let back = timeout(Duration::from_secs(10), told.recv()).await;
        assert!(matches!(back, Ok(Some(Watched::Open(_)))), "{back:?}");
        begin(&desk, WELL, Route::SinchSms).await;
        site.phone_of(WELL, 1).await;
    };
    tokio::select! {
        () = watch => panic!("it ended although somebody listened"),
        () = work => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_without_an_answer_becomes_known_and_counts_once() {
    let site = Site::found().await;
    let desk = site.desk("Reception 1");
    let begun = begin(&desk, WELL, Route::SinchSms).await;
    let code = site.phone_of(WELL, 1).await;
    let id = begun.challenge.id;
    // The server takes the question and does not answer: it may have done it.
    site.server.pause().expect("a pause");
    let lost = timeout(Duration::from_secs(15), desk.check(id, &code, By::Staff)).await;
    let lost = lost.expect("an answer in time");
    site.server.resume().expect("it goes on");
    // Standing is asked first; where already that has no answer, the try was never made.
    let verified = match lost {
        Ok(Checked::NotKnown) => ask_until_known(&desk, id).await,
        Err(DeskFault::Store(_)) => desk.check(id, &code, By::Staff).await.expect("an answer"),
        other => panic!("{other:?}"),
    };
    assert!(is_verified(&verified), "{verified:?}");
    let again = desk
        .check(id, &code, By::Staff)
        .await
        .expect("the store works");
    let used = Verdict::Gone(Gone::AlreadyVerified);
    assert!(
        matches!(again, Checked::Decided { verdict, .. } if verdict == used),
        "{again:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_became_of_a_text_is_told_when_the_store_is_back() {
    let site = Site::on(&durable()).await;
    let desk = site.desk("Reception 1");
    // Sinch takes 8 seconds to answer this number; the store dies meanwhile.
    let slow = "+1 202 555 0134";
    let asked = desk.request(request(slow, Route::SinchSms));
    let dies = async {
        tokio::time::sleep(Duration::from_secs(2)).await;
        site.server.kill();
    };
    let (requested, ()) = tokio::join!(asked, dies);
    let countersign_core::desk::Requested::Open(open) = requested.expect("it was sent") else {
        panic!("not open");
    };
    assert_eq!(open.challenge.send.state, SendState::Unknown);
    site.server.restart().expect("a restart");
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let known = desk.open_challenges().await;
        if let Ok(known) = known
            && matches!(known[0].challenge.send.state, SendState::Sent(_))
        {
            break;
        }
        assert!(Instant::now() < deadline, "still not known");
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    let code = site.phone_of(slow, 1).await;
    let checked = desk.check(open.challenge.id, &code, By::Staff).await;
    assert!(is_verified(&checked.expect("the store works")));
}
