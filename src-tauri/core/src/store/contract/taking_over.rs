//! Another desk takes a challenge in hand: what changes by it, and what never does.

use super::Fixture;
use super::site::{
    HOUR, MINUTE, RIGHT, SECOND, Site, WRONG, desk, draw_challenge, first_of, number, own, refused,
    resend_of, sent,
};
use crate::challenge::{Challenge, Gone, Sealed, Verdict};
use crate::policy::{Limits, Rule};
use crate::store::{Reservation, Standing};
use crate::time::after;

/// It shows the other desk and its seal, everywhere, and is otherwise what it was.
pub async fn a_challenge_taken_over_is_in_the_other_desks_hand(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let begun = site.settle(&begun, sent("one")).await.unwrap_or(begun);
    let newer = site.begin(2).await;
    let taken = site.take_over(begun.id, 2).await;
    let expected = Challenge {
        desk: desk(2),
        sealed: Sealed(vec![2; 40]),
        as_of: site.now().await,
        ..begun.clone()
    };
    assert_eq!(taken, Standing::Open(expected.clone()));
    assert_eq!(site.challenge(begun.id).await, Some(expected));
    assert_eq!(site.open().await, [begun.id, newer.id], "its place is kept");
}

/// No limit is escaped by it, and none is met sooner.
pub async fn taking_over_keeps_code_tries_and_pause(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(10 * SECOND).await;
    site.check(begun.id, WRONG).await;
    site.take_over(begun.id, 2).await;
    let resend_at = begun.resend_at.unwrap_or(begun.as_of);
    assert_eq!(resend_at, after(begun.as_of, 30 * SECOND));
    assert_eq!(
        site.reserve_resend(begun.id).await,
        refused(Rule::ResendPause, resend_at)
    );
    assert_eq!(
        site.check(begun.id, WRONG).await,
        Verdict::Wrong { left: 3 }
    );
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
}

/// Whoever did not hear the answer asks again.
pub async fn taking_over_twice_is_taking_over_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let first = site.take_over(begun.id, 2).await;
    assert_eq!(site.take_over(begun.id, 2).await, first);
}

/// The newest word counts.
pub async fn a_challenge_is_taken_back(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.take_over(begun.id, 2).await;
    site.take_over(begun.id, 1).await;
    let back = site.challenge(begun.id).await;
    assert_eq!(back.map(|challenge| challenge.desk), Some(desk(1)));
}

/// Caps count who asked, and what a desk left as an intent is its own to recover.
pub async fn sends_stay_with_the_desk_that_asked_for_them(fixture: impl Fixture) {
    let limits = Limits {
        desk_hourly: 1,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    site.take_over(begun.id, 2).await;
    let of_one = first_of(number(2), desk(1), own(RIGHT));
    let full = refused(Rule::DeskHourly, after(begun.as_of, HOUR));
    assert_eq!(site.reserve(&of_one).await, full);
    assert_eq!([site.recover(2).await, site.recover(1).await], [0, 1]);
    site.advance(MINUTE).await;
    let of_two = Reservation {
        desk: desk(2),
        ..resend_of(begun.id, own(RIGHT))
    };
    site.granted(&of_two).await;
}

/// How it stands is told, and nothing of it changes.
pub async fn what_is_not_open_is_not_taken_over(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let not_found = Standing::Gone(Gone::NotFound);
    assert_eq!(site.take_over(draw_challenge(), 2).await, not_found);
    let cancelled = site.begin(1).await;
    site.cancel(cancelled.id).await;
    let verified = site.begin(2).await;
    site.check(verified.id, RIGHT).await;
    let expired = site.begin(3).await;
    site.advance(5 * MINUTE).await;
    let locked = site.begin(4).await;
    let until = site.lock(locked.id).await;
    for (challenge, standing) in [
        (cancelled, Standing::Gone(Gone::Cancelled)),
        (verified, Standing::Gone(Gone::AlreadyVerified)),
        (expired, Standing::Expired),
        (locked, Standing::Locked { until }),
    ] {
        assert_eq!(site.take_over(challenge.id, 2).await, standing);
        assert_eq!(site.standing(challenge.id).await, standing);
    }
    assert!(site.open().await.is_empty());
}
