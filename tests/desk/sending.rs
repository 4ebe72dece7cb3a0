//! Asking for codes: leave, repetition, and sends that nobody is sure of.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{By, Channel, Route, SendState};
use countersign_core::desk::{Again, Checked, OpenChallenge, Requested};
use countersign_core::policy::Rule;
use countersign_core::time::{Clock, ManualClock, SignedDuration, SystemClock};
use countersign_sandbox::{Fault, Operation, Outcome};

use crate::checking::verified;
use crate::rehearsal::Rehearsal;

const TOTAL: Duration = Duration::from_secs(3);
const SHORT: Duration = Duration::from_millis(700);
const WELL: &str = "+1 202 555 0100";
const LOST_BUT_SENT: &str = "+1 202 555 0128";
const LOST: &str = "+1 202 555 0129";

fn refused(requested: &Requested) -> Option<(Rule, Option<Duration>)> {
    match requested {
        Requested::Refused { refusal, wait } => Some((refusal.rule, *wait)),
        Requested::Open(_)
        | Requested::Unreadable(_)
        | Requested::NotSent(..)
        | Requested::Supervisor(_)
        | Requested::Expired
        | Requested::Gone(_) => None,
    }
}

async fn again(rehearsal: &Rehearsal, open: &OpenChallenge, how: Again) -> Requested {
    let (id, channel) = (open.challenge.id, open.challenge.send.channel);
    rehearsal
        .desk
        .send_again(id, channel, how)
        .await
        .expect("the store works")
}

#[tokio::test]
async fn a_resend_waits_for_the_pause_and_repeats_the_same_code() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    let first = rehearsal.wait_for_phone(WELL, 1).await;
    let early = again(&rehearsal, &open, Again::Resend).await;
    let pause = Duration::from_secs(30);
    assert_eq!(refused(&early), Some((Rule::ResendPause, Some(pause))));
    rehearsal.advance(pause);
    let resent = again(&rehearsal, &open, Again::Resend).await;
    assert!(
        matches!(resent, Requested::Open(OpenChallenge { ref challenge, .. }) if challenge.sends == 2)
    );
    assert_eq!(rehearsal.wait_for_phone(WELL, 2).await, first);
    verified(&rehearsal, &open, &first).await;
}

#[tokio::test]
async fn a_desk_that_forgot_the_code_sends_a_new_one_and_only_that_counts() {
    let mut rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    let first = rehearsal.wait_for_phone(WELL, 1).await;
    rehearsal.restart();
    rehearsal.advance(Duration::from_secs(30));
    let resent = again(&rehearsal, &open, Again::Resend).await;
    assert!(matches!(resent, Requested::Open(_)), "{resent:?}");
    let second = rehearsal.wait_for_phone(WELL, 2).await;
    assert_ne!(first, second, "one in a million");
    let old = rehearsal
        .desk
        .check(open.challenge.id, &first, By::Staff)
        .await
        .expect("an answer");
    assert!(
        !matches!(old, Checked::Decided { verdict, .. } if verdict == countersign_core::challenge::Verdict::Verified)
    );
    verified(&rehearsal, &open, &second).await;
}

#[tokio::test]
async fn a_challenge_may_be_finished_after_a_restart() {
    let mut rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    let code = rehearsal.wait_for_phone(WELL, 1).await;
    rehearsal.restart();
    let waiting = rehearsal
        .desk
        .open_challenges()
        .await
        .expect("the store works");
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].last_two, "00");
    verified(&rehearsal, &open, &code).await;
}

#[tokio::test]
async fn a_text_that_did_not_come_may_be_followed_by_a_call() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal
        .open("+1 202 555 0113", Channel::Sms, Route::SinchSms)
        .await;
    rehearsal.advance(Duration::from_secs(30));
    let id = open.challenge.id;
    let called = rehearsal
        .desk
        .send_again(id, Channel::Call, Again::Resend)
        .await;
    assert!(matches!(called, Ok(Requested::Open(_))), "{called:?}");
    let code = rehearsal.wait_for_phone("+1 202 555 0113", 1).await;
    verified(&rehearsal, &open, &code).await;
}

#[tokio::test]
async fn what_sinch_refuses_counts_nothing() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    for _ in 0..7 {
        let requested = rehearsal
            .request("+1 202 555 0121", Channel::Sms, Route::SinchSms)
            .await;
        assert!(
            matches!(requested, Requested::NotSent(_, None)),
            "{requested:?}"
        );
    }
    assert!(
        rehearsal
            .desk
            .open_challenges()
            .await
            .expect("the store works")
            .is_empty()
    );
}

#[tokio::test]
async fn a_retry_by_verification_finds_that_the_first_got_through() {
    let rehearsal = Rehearsal::begin(SHORT).await;
    rehearsal
        .sandbox
        .set_fault(Fault::Next {
            next: Outcome::SentButNeverAnswers,
            operation: Some(Operation::Start),
        })
        .expect("a fault");
    let open = rehearsal
        .open(WELL, Channel::Sms, Route::SinchVerification)
        .await;
    assert_eq!(open.challenge.send.state, SendState::Unknown);
    rehearsal.advance(Duration::from_secs(30));
    let retried = again(&rehearsal, &open, Again::Retry).await;
    let Requested::Open(retried) = retried else {
        panic!("{retried:?}");
    };
    assert!(matches!(retried.challenge.send.state, SendState::Sent(_)));
    assert_eq!(retried.challenge.sends, 1, "the same send");
    assert_eq!(rehearsal.sandbox.messages(WELL).len(), 1, "one text");
}

#[tokio::test]
async fn a_retry_by_our_own_text_repeats_the_code_so_that_a_duplicate_does_no_harm() {
    let rehearsal = Rehearsal::begin(SHORT).await;
    let open = rehearsal
        .open(LOST_BUT_SENT, Channel::Sms, Route::SinchSms)
        .await;
    let first = rehearsal.wait_for_phone(LOST_BUT_SENT, 1).await;
    rehearsal.advance(Duration::from_secs(30));
    let retried = again(&rehearsal, &open, Again::Retry).await;
    assert!(matches!(retried, Requested::Open(_)), "{retried:?}");
    assert_eq!(rehearsal.wait_for_phone(LOST_BUT_SENT, 2).await, first);
    verified(&rehearsal, &open, &first).await;
}

#[tokio::test]
async fn nothing_is_sent_again_without_the_staffs_word() {
    let rehearsal = Rehearsal::begin(SHORT).await;
    let open = rehearsal
        .open(LOST, Channel::Sms, Route::SinchVerification)
        .await;
    assert_eq!(open.challenge.send.state, SendState::Unknown);
    let checked = rehearsal
        .desk
        .check(open.challenge.id, "1234", By::Staff)
        .await
        .expect("an answer");
    assert!(matches!(checked, Checked::NothingSent), "{checked:?}");
    assert!(rehearsal.sandbox.messages(LOST).is_empty());
}

#[tokio::test]
async fn a_wrong_clock_is_told_with_how_far_it_is_off() {
    for (off_by, clock) in [
        (600, SystemClock.now() + SignedDuration::from_mins(10)),
        (-600, SystemClock.now() - SignedDuration::from_mins(10)),
    ] {
        let computer = Arc::new(ManualClock::new(clock));
        let rehearsal = Rehearsal::by_clock(TOTAL, computer).await;
        let requested = rehearsal
            .request(WELL, Channel::Call, Route::SinchVerification)
            .await;
        let Requested::NotSent(error, None) = requested else {
            panic!("{requested:?}");
        };
        assert_eq!(error.code(), "sinch.clock_skew");
        let told = error
            .clock_off_by()
            .expect("Sinch tells its time")
            .as_secs();
        assert!((told - off_by).abs() <= 3, "{told} s for {off_by} s");
    }
}

#[tokio::test]
async fn a_cancelled_challenge_is_called_back_and_its_code_counts_no_more() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    let ended = rehearsal.desk.cancel(open.challenge.id).await;
    assert!(ended.expect("the store works"));
    rehearsal.sandbox.advance(Duration::from_secs(5));
    assert!(
        rehearsal.sandbox.messages(WELL).is_empty(),
        "it was called back"
    );
    let again = rehearsal.desk.cancel(open.challenge.id).await;
    assert!(!again.expect("the store works"));
}

#[tokio::test]
async fn what_may_not_be_written_to_never_reaches_sinch() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    for (number, channel, rule) in [
        ("+44 20 7946 0018", Channel::Sms, Rule::CountryNotAllowed),
        ("+1 900 253 4567", Channel::Sms, Rule::NumberTypeRefused),
        ("+1 800 234 5678", Channel::Call, Rule::NumberTypeRefused),
        ("+46 8 123 456", Channel::Sms, Rule::LandlineNeedsCall),
    ] {
        let requested = rehearsal.request(number, channel, Route::SinchSms).await;
        assert_eq!(
            refused(&requested),
            Some((rule, None)),
            "{rule:?}: {requested:?}"
        );
        assert!(rehearsal.sandbox.messages(number).is_empty());
    }
}
