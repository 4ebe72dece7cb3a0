//! Checking codes, whoever drew them.

use std::time::Duration;

use countersign_core::challenge::{By, Channel, Gone, Route, Verdict};
use countersign_core::code::CodeError;
use countersign_core::desk::{Checked, OpenChallenge};

use crate::rehearsal::Rehearsal;

const TOTAL: Duration = Duration::from_secs(3);
const WELL: &str = "+46 70 174 06 05";

async fn check(rehearsal: &Rehearsal, open: &OpenChallenge, typed: &str) -> Verdict {
    match rehearsal
        .desk
        .check(open.challenge.id, typed, By::Staff)
        .await
    {
        Ok(Checked::Decided { verdict, .. }) => verdict,
        other => panic!("not decided: {other:?}"),
    }
}

pub(crate) async fn verified(rehearsal: &Rehearsal, open: &OpenChallenge, code: &str) {
    assert_eq!(check(rehearsal, open, code).await, Verdict::Verified);
    let again = check(rehearsal, open, code).await;
    assert_eq!(again, Verdict::Gone(Gone::AlreadyVerified), "accepted once");
}

/// A code of the same length that is not the one.
pub(crate) fn other(code: &str) -> String {
    let turn = |digit: char| if digit == '1' { '2' } else { '1' };
    code.chars().map(turn).collect()
}

#[tokio::test]
async fn every_channel_of_sinch_verification_ends_in_verified() {
    for channel in [
        Channel::Sms,
        Channel::Call,
        Channel::WhatsApp,
        Channel::FlashCall,
    ] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let open = rehearsal
            .open(WELL, channel, Route::SinchVerification)
            .await;
        let given = rehearsal.wait_for_phone(WELL, 1).await;
        verified(&rehearsal, &open, &given).await;
    }
}

#[tokio::test]
async fn a_code_is_taken_as_it_is_spoken() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    let code = rehearsal.wait_for_phone(WELL, 1).await;
    let spoken = format!(" {} - {} ", &code[..3], &code[3..]);
    verified(&rehearsal, &open, &spoken).await;
}

#[tokio::test]
async fn what_is_no_code_counts_no_try() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal.open(WELL, Channel::Sms, Route::SinchSms).await;
    for (typed, problem) in [
        ("", CodeError::Empty),
        ("12e456", CodeError::Letters),
        ("12345", CodeError::TooShort),
        ("1234567", CodeError::TooLong),
        ("12#456", CodeError::NotDigits),
    ] {
        let checked = rehearsal
            .desk
            .check(open.challenge.id, typed, By::Staff)
            .await;
        assert!(
            matches!(checked, Ok(Checked::NotACode(told)) if told == problem),
            "{checked:?}"
        );
    }
    let code = rehearsal.wait_for_phone(WELL, 1).await;
    let verdict = check(&rehearsal, &open, &other(&code)).await;
    assert_eq!(verdict, Verdict::Wrong { left: 4 });
}

#[tokio::test]
async fn five_wrong_codes_lock_the_number_whoever_drew_the_code() {
    for route in [Route::SinchSms, Route::SinchVerification] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let open = rehearsal.open(WELL, Channel::Sms, route).await;
        let code = rehearsal.wait_for_phone(WELL, 1).await;
        for left in [4, 3, 2, 1] {
            let verdict = check(&rehearsal, &open, &other(&code)).await;
            assert_eq!(verdict, Verdict::Wrong { left });
        }
        for typed in [other(&code), code] {
            let verdict = check(&rehearsal, &open, &typed).await;
            assert!(matches!(verdict, Verdict::Locked { .. }), "{verdict:?}");
        }
    }
}

#[tokio::test]
async fn an_old_code_is_expired_whoever_drew_it() {
    for route in [Route::SinchSms, Route::SinchVerification] {
        let rehearsal = Rehearsal::begin(TOTAL).await;
        let open = rehearsal.open(WELL, Channel::Sms, route).await;
        let code = rehearsal.wait_for_phone(WELL, 1).await;
        rehearsal.advance(Duration::from_secs(5 * 60));
        assert_eq!(check(&rehearsal, &open, &code).await, Verdict::Expired);
    }
}

#[tokio::test]
async fn when_sinch_calls_a_code_expired_it_is_whatever_the_store_thinks() {
    let rehearsal = Rehearsal::begin(TOTAL).await;
    let open = rehearsal
        .open(WELL, Channel::Sms, Route::SinchVerification)
        .await;
    let code = rehearsal.wait_for_phone(WELL, 1).await;
    rehearsal.sandbox.advance(Duration::from_secs(6 * 60));
    assert_eq!(check(&rehearsal, &open, &code).await, Verdict::Expired);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_equal_right_answers_exactly_one_is_accepted() {
    for route in [Route::SinchSms, Route::SinchVerification] {
        let rehearsal = std::sync::Arc::new(Rehearsal::begin(TOTAL).await);
        let open = std::sync::Arc::new(rehearsal.open(WELL, Channel::Sms, route).await);
        let code = rehearsal.wait_for_phone(WELL, 1).await;
        let mut checks = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let (rehearsal, open, code) = (rehearsal.clone(), open.clone(), code.clone());
            checks.spawn(async move { check(&rehearsal, &open, &code).await });
        }
        let verdicts = checks.join_all().await;
        let accepted = verdicts
            .iter()
            .filter(|verdict| **verdict == Verdict::Verified);
        assert_eq!(accepted.count(), 1, "{route:?}: {verdicts:?}");
    }
}
