//! Leave to send: what is written down, pauses, sends per challenge, codes' expiry, superseding.

use super::Fixture;
use super::site::{
    HOUR, MINUTE, RIGHT, SECOND, Site, desk, draw_challenge, first_of, number, own, refused,
    resend_of,
};
use crate::challenge::{Challenge, Channel, Gone, Route, Sealed, SendRecord, SendState, Verdict};
use crate::policy::{Limits, Refusal, Rule};
use crate::store::{Reservation, Reserved, StoreFault};
use crate::time::{Timestamp, after};

/// What is granted is there, as an intent, before anything is sent.
pub async fn a_granted_send_is_written_down_as_an_intent(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let request = first_of(number(1), desk(2), own(RIGHT));
    let now = site.now().await;
    let granted = site.granted(&request).await;
    let written = Challenge {
        id: request.challenge,
        desk: desk(2),
        sealed: Sealed(b"sealed".to_vec()),
        expires_at: after(now, site.limits.lifetime),
        send: SendRecord {
            id: request.send,
            channel: Channel::Sms,
            route: Route::SinchSms,
            state: SendState::Intent,
            at: now,
        },
        sends: 1,
        resend_at: Some(after(now, 30 * SECOND)),
        tries_left: 5,
        as_of: now,
    };
    assert_eq!(granted, written);
    assert_eq!(site.challenge(request.challenge).await, Some(written));
}

/// The pauses grow, and end to the millisecond.
pub async fn a_resend_waits_for_the_pause(fixture: impl Fixture) {
    let limits = Limits {
        sends_per_challenge: 5,
        lifetime: HOUR,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    for (sends, pause) in [(2, 30), (3, 60), (4, 120), (5, 120)] {
        let from = after(site.now().await, pause * SECOND);
        let request = resend_of(begun.id, own(RIGHT));
        let resent = site.granted_from(&request, Rule::ResendPause, from).await;
        assert_eq!(resent.sends, sends);
    }
}

/// The moment that a challenge tells is the moment at which it is granted.
pub async fn resend_at_is_when_a_resend_is_granted(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let resend_at = begun.resend_at.unwrap_or(Timestamp::MAX);
    let request = resend_of(begun.id, own(RIGHT));
    let resent = site
        .granted_from(&request, Rule::ResendPause, resend_at)
        .await;
    assert_eq!(resent.resend_at, Some(after(resend_at, MINUTE)));
}

/// Ending a challenge does not shorten the wait for its number.
pub async fn the_pause_belongs_to_the_number(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(30 * SECOND).await;
    site.granted(&resend_of(begun.id, own(RIGHT))).await;
    assert!(site.cancel(begun.id).await);
    site.begin(2).await;
    let from = after(site.now().await, MINUTE);
    let request = first_of(number(1), desk(2), own(RIGHT));
    let anew = site.granted_from(&request, Rule::ResendPause, from).await;
    assert_eq!(anew.resend_at, Some(after(from, 30 * SECOND)));
}

/// No wait gives a challenge more sends.
pub async fn sends_per_challenge_are_refused_for_good(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(MINUTE).await;
    site.granted(&resend_of(begun.id, own(RIGHT))).await;
    site.advance(MINUTE).await;
    let last = site.granted(&resend_of(begun.id, own(RIGHT))).await;
    assert_eq!((last.sends, last.resend_at), (3, None));
    let spent = Reserved::Refused(Refusal::for_good(Rule::SendsPerChallenge));
    assert_eq!(site.reserve_resend(begun.id).await, spent);
    site.advance(2 * MINUTE).await;
    assert_eq!(site.reserve_resend(begun.id).await, spent);
}

/// A refused request leaves no trace.
pub async fn a_refusal_writes_nothing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let too_soon = first_of(number(1), desk(1), own(2));
    let refusal = refused(Rule::ResendPause, after(begun.as_of, 30 * SECOND));
    assert_eq!(site.reserve(&too_soon).await, refusal);
    assert_eq!(site.challenge(too_soon.challenge).await, None);
    assert_eq!(site.challenge(begun.id).await, Some(begun.clone()));
    site.advance(30 * SECOND).await;
    let granted = site.granted(&too_soon).await;
    assert_eq!(granted.sends, 1, "its names are still free");
}

/// The same digest is the same code, and a code has one expiry.
pub async fn the_same_code_keeps_its_expiry(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(2 * MINUTE).await;
    let resent = site.granted(&resend_of(begun.id, own(RIGHT))).await;
    assert_eq!(resent.expires_at, begun.expires_at);
    site.advance(3 * MINUTE).await;
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Expired);
}

/// A code replaces the one before and lives as long as any.
pub async fn another_code_gets_a_whole_lifetime(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(2 * MINUTE).await;
    let resent = site.granted(&resend_of(begun.id, own(2))).await;
    assert_eq!(resent.expires_at, after(resent.as_of, 5 * MINUTE));
    assert_eq!(
        site.check(begun.id, RIGHT).await,
        Verdict::Wrong { left: 4 }
    );
    site.advance(4 * MINUTE).await;
    assert_eq!(site.check(begun.id, 2).await, Verdict::Verified);
}

/// Sinch draws a new code for every send.
pub async fn a_code_by_sinch_gets_a_whole_lifetime(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    site.advance(2 * MINUTE).await;
    let resent = site.granted(&resend_of(begun.id, None)).await;
    assert_eq!(resent.expires_at, after(resent.as_of, 5 * MINUTE));
}

/// A detour over another code does not make an old one young.
pub async fn a_code_sent_before_another_keeps_its_expiry_too(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(MINUTE).await;
    site.granted(&resend_of(begun.id, own(2))).await;
    site.advance(MINUTE).await;
    let back = site.granted(&resend_of(begun.id, own(RIGHT))).await;
    assert_eq!(back.expires_at, begun.expires_at);
}

/// An expired code is not sent again while a later one keeps the challenge open.
pub async fn an_expired_code_is_not_sent_again(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(4 * MINUTE).await;
    site.granted(&resend_of(begun.id, own(2))).await;
    site.advance(MINUTE).await;
    assert_eq!(site.reserve_resend(begun.id).await, Reserved::Expired);
    let other = site.granted(&resend_of(begun.id, own(3))).await;
    assert_eq!(other.sends, 3);
}

/// Only an open challenge is sent again.
pub async fn what_is_not_open_is_not_sent_again(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let nobodys = Reserved::Gone(Gone::NotFound);
    assert_eq!(site.reserve_resend(draw_challenge()).await, nobodys);
    let verified = site.begin(1).await;
    site.check(verified.id, RIGHT).await;
    assert_eq!(
        site.reserve_resend(verified.id).await,
        Reserved::Gone(Gone::AlreadyVerified)
    );
    let expired = site.begin(2).await;
    site.advance(5 * MINUTE).await;
    assert_eq!(site.reserve_resend(expired.id).await, Reserved::Expired);
}

/// One number, one open challenge.
pub async fn a_first_send_supersedes_the_numbers_other_challenge(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let (open, others) = (site.begin(1).await, site.begin(2).await);
    site.advance(30 * SECOND).await;
    let newer = site.begin(1).await;
    let superseded = Verdict::Gone(Gone::Superseded);
    assert_eq!(site.check(open.id, RIGHT).await, superseded);
    assert_eq!(site.open().await, [others.id, newer.id]);
    site.advance(5 * MINUTE).await;
    assert_eq!(site.check(newer.id, RIGHT).await, Verdict::Expired);
    site.begin(1).await;
    assert_eq!(site.check(newer.id, RIGHT).await, superseded);
}

/// Names are used once.
pub async fn a_name_that_is_taken_is_a_fault(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(30 * SECOND).await;
    let before = site.challenge(begun.id).await;
    let same_challenge = Reservation {
        challenge: begun.id,
        ..first_of(number(1), desk(1), own(RIGHT))
    };
    let same_send = Reservation {
        send: begun.send.id,
        ..first_of(number(2), desk(1), own(RIGHT))
    };
    for request in [same_challenge, same_send] {
        let answer = site.store.reserve(&request, &site.limits).await;
        assert!(
            matches!(answer, Err(StoreFault::Refused { .. })),
            "{answer:?}"
        );
    }
    assert_eq!(site.challenge(begun.id).await, before);
    let free = site.begin(2).await;
    assert_eq!(free.resend_at, Some(after(free.as_of, 30 * SECOND)));
}
