//! Where a send is: what is usual and what is late, which of the codes counts, and what all desks of a site
//! see of it together.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{ChallengeId, Channel, Route};
use countersign_core::delivery::{Course, Delivery, LATE_WITHOUT_RECORD, SiteCourse};
use countersign_core::desk::{Again, CodesThatCount, Desk, News, OpenChallenge, Requested};
use countersign_core::phone::Region;
use countersign_sandbox::{Fault, Outcome};

use crate::checking::verified;
use crate::losing_store::{Outage, Step};
use crate::rehearsal::{Rehearsal, eventually};

const TOTAL: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_secs(30);
const NEVER: &str = "+1 202 555 0111";

/// Training numbers whose texts arrive in a second.
fn well(ending: usize) -> String {
    format!("+1 202 555 010{ending}")
}

/// Follows a send until it ends, or for a while.
async fn followed(desk: &Desk, id: ChallengeId, longest: Duration) -> Vec<News> {
    let mut heard = Vec::new();
    let follow = desk.follow(id, |news| heard.push(news));
    // Only the following of what ends is waited for.
    let _ = tokio::time::timeout(longest, follow).await;
    heard
}

async fn sent_and_delivered(rehearsal: &Rehearsal, number: &str) -> News {
    let open = rehearsal.open(number, Channel::Sms, Route::SinchSms).await;
    rehearsal.hurry_to_phone(number, 1).await;
    let mut heard = followed(&rehearsal.desk, open.challenge.id, TOTAL).await;
    let news = heard.pop().expect("news");
    assert_eq!(news.delivery, Delivery::Delivered);
    news
}

/// Waits until a desk that begins to look sees this of a channel.
async fn site_course(desk: &Desk, channel: Channel, wanted: impl Fn(SiteCourse) -> bool) {
    eventually(async || {
        let mut seen = None;
        let look = desk.watch_site_deliveries(|courses| {
            let of = courses.into_iter().find(|(each, _)| *each == channel);
            seen = of.map(|(_, course)| course);
            false
        });
        look.await;
        seen.filter(|course| wanted(*course))
    })
    .await;
}

#[tokio::test]
async fn a_desk_knows_what_is_usual_there_and_from_when_on_a_text_is_late() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    for ending in 0..3 {
        let news = sent_and_delivered(&rehearsal, &well(ending)).await;
        assert_eq!(news.usual, None, "too few to say");
        assert_eq!(news.late_after, LATE_WITHOUT_RECORD);
        assert!(news.took < Some(Duration::from_secs(4)), "{:?}", news.took);
    }
    let open = rehearsal.open(NEVER, Channel::Sms, Route::SinchSms).await;
    let heard = followed(&rehearsal.desk, open.challenge.id, TOTAL).await;
    let news = heard.last().expect("news");
    assert!(news.usual.is_some());
    assert_eq!(news.late_after, Duration::from_secs(10));
}

#[tokio::test]
async fn who_looks_late_does_not_say_how_long_a_delivery_took() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let number = well(0);
    let open = rehearsal.open(&number, Channel::Sms, Route::SinchSms).await;
    rehearsal.advance(Duration::from_secs(120));
    rehearsal.wait_for_phone(&number, 1).await;
    let heard = followed(&rehearsal.desk, open.challenge.id, TOTAL).await;
    let news = heard.last().expect("news");
    assert_eq!((news.delivery, news.took), (Delivery::Delivered, None));
}

#[tokio::test]
async fn sinch_verification_says_nothing_of_what_is_usual() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let by = Route::SinchVerification;
    let open = rehearsal.open(&well(0), Channel::Sms, by).await;
    let heard = followed(&rehearsal.desk, open.challenge.id, TOTAL).await;
    let news = heard.last().expect("news");
    assert_eq!(news.delivery, Delivery::Waiting);
    assert_eq!((news.usual, news.late_after), (None, LATE_WITHOUT_RECORD));
}

async fn resend(rehearsal: &Rehearsal, open: &OpenChallenge, channel: Channel) -> CodesThatCount {
    rehearsal.advance(2 * PAUSE);
    let id = open.challenge.id;
    let sent = rehearsal.desk.send_again(id, channel, Again::Resend).await;
    let Requested::Open(open) = sent.expect("the store works") else {
        panic!("it is sent again");
    };
    open.codes
}

#[tokio::test]
async fn it_is_told_which_of_the_codes_that_were_sent_count() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let number = well(0);
    let open = rehearsal.open(&number, Channel::Sms, Route::SinchSms).await;
    assert_eq!(open.codes, CodesThatCount::Only);
    let codes = resend(&rehearsal, &open, Channel::Sms).await;
    assert_eq!(codes, CodesThatCount::Same);
    let codes = resend(&rehearsal, &open, Channel::Call).await;
    assert_eq!(codes, CodesThatCount::Newest);
    let spoken = rehearsal.wait_for_phone(&number, 3).await;
    verified(&rehearsal, &open, &spoken).await;
}

#[tokio::test]
async fn a_text_after_a_call_is_not_told_as_the_same_code_again() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal
        .open(&well(0), Channel::Sms, Route::SinchSms)
        .await;
    resend(&rehearsal, &open, Channel::Call).await;
    let codes = resend(&rehearsal, &open, Channel::Sms).await;
    assert_eq!(codes, CodesThatCount::Newest);
}

#[tokio::test]
async fn a_desk_that_forgot_the_code_knows_that_only_the_newest_counts() {
    let mut rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal
        .open(&well(0), Channel::Sms, Route::SinchSms)
        .await;
    rehearsal.restart();
    let codes = resend(&rehearsal, &open, Channel::Sms).await;
    assert_eq!(codes, CodesThatCount::Newest);
}

#[tokio::test]
async fn only_the_channels_that_fit_a_number_are_offered_for_it() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let fitting = |number: &str| {
        let (number, _) = rehearsal
            .desk
            .read_number(number, Region::UNITED_STATES, Channel::Sms)
            .expect("a number");
        rehearsal.desk.channels_for(&number)
    };
    assert_eq!(fitting("+1 202 555 0100"), Channel::ALL);
    assert_eq!(fitting("+46 8 123 456"), [Channel::Call]);
    assert_eq!(fitting("+1 900 253 4567"), []);
    assert_eq!(fitting("+44 20 7946 0018"), []);

    let open = rehearsal
        .open("+46 8 123 456", Channel::Call, Route::SinchVerification)
        .await;
    assert_eq!(open.channels, [Channel::Call]);
}

#[tokio::test]
async fn all_desks_see_when_texts_fail_at_the_site_and_when_they_arrive_again() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let other = rehearsal.other_desk("Reception 3");
    for ending in 0..5 {
        let number = well(ending);
        let fails = Fault::Number {
            to: number.clone(),
            outcome: Outcome::CarrierFailure,
        };
        rehearsal.sandbox.set_fault(fails).expect("a fault");
        let open = rehearsal.open(&number, Channel::Sms, Route::SinchSms).await;
        rehearsal.sandbox.advance(Duration::from_secs(2));
        followed(&rehearsal.desk, open.challenge.id, TOTAL).await;
    }
    let failing = Course::Failing { failed: 5, of: 5 };
    site_course(&other, Channel::Sms, |of| of.course == failing).await;
    site_course(&other, Channel::Call, |of| of.course == Course::Usual).await;

    for ending in 5..10 {
        sent_and_delivered(&rehearsal, &well(ending)).await;
    }
    let number = "+46 70 174 06 05";
    sent_and_delivered(&rehearsal, number).await;
    site_course(&other, Channel::Sms, |of| {
        of.course == Course::Usual && of.arrives
    })
    .await;
}

#[tokio::test]
async fn a_text_that_nobody_sees_arrive_makes_the_site_slow_after_a_minute() {
    let rehearsal = Arc::new(Rehearsal::begin(TOTAL).await);
    let mut ids = Vec::new();
    for ending in 0..5 {
        let number = well(ending);
        let never = Fault::Number {
            to: number.clone(),
            outcome: Outcome::NeverDelivered,
        };
        rehearsal.sandbox.set_fault(never).expect("a fault");
        let open = rehearsal.open(&number, Channel::Sms, Route::SinchSms).await;
        ids.push(open.challenge.id);
    }
    rehearsal.advance(Duration::from_secs(61));
    let follow = |id| {
        let rehearsal = Arc::clone(&rehearsal);
        tokio::spawn(async move { followed(&rehearsal.desk, id, TOTAL).await })
    };
    let following: Vec<_> = ids.into_iter().map(follow).collect();
    let slow = Course::Slow {
        slow: 5,
        failed: 0,
        of: 5,
    };
    site_course(&rehearsal.desk, Channel::Sms, |of| of.course == slow).await;
    for each in following {
        each.await.expect("it ends");
    }
    rehearsal.advance(Duration::from_secs(15 * 60));
    site_course(&rehearsal.desk, Channel::Sms, |of| {
        of.course == Course::Usual
    })
    .await;
}

#[tokio::test]
async fn a_code_that_came_back_tells_that_it_arrived_where_sinch_does_not() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let number = well(0);
    let by = Route::SinchVerification;
    let open = rehearsal.open(&number, Channel::Call, by).await;
    let code = rehearsal.hurry_to_phone(&number, 1).await;
    verified(&rehearsal, &open, &code).await;
    site_course(&rehearsal.desk, Channel::Call, |of| of.arrives).await;
}

#[tokio::test]
async fn where_the_notebook_is_away_a_delivery_is_followed_all_the_same() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal
        .open(&well(0), Channel::Sms, Route::SinchSms)
        .await;
    rehearsal.hurry_to_phone(&well(0), 1).await;
    rehearsal
        .store
        .begin(Outage::Away, &[Step::Note, Step::Notes]);
    let mut told = 0;
    let watch = rehearsal.desk.watch_site_deliveries(|_| {
        told += 1;
        true
    });
    let follow = followed(&rehearsal.desk, open.challenge.id, TOTAL);
    let (_, heard) = tokio::join!(tokio::time::timeout(TOTAL, watch), follow);
    assert!(
        heard
            .iter()
            .any(|news| news.delivery == Delivery::Delivered)
    );
    assert_eq!(told, 0, "nothing is said of what is not known");
}
