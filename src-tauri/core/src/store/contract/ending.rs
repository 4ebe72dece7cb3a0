//! How challenges end, are listed and are remembered.

use super::Fixture;
use super::site::{
    DAY, MILLISECOND, MINUTE, RIGHT, SECOND, Site, WRONG, desk, done, draw_challenge, draw_try,
    first_of, number, own, resend_of,
};
use crate::challenge::{Gone, Verdict};
use crate::policy::Limits;
use crate::store::{Counted, Settlement, TryOutcome};

/// What a challenge left counts for a day after its end, whatever the end was; and so does its number.
pub async fn a_number_is_remembered_for_a_day_after_its_last_challenge(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    assert!(!site.remembers(1).await);
    let cancelled = site.begin(1).await;
    assert!(site.remembers(1).await);
    assert!(!site.remembers(2).await, "another number");
    site.cancel(cancelled.id).await;
    let verified = site.begin(2).await;
    site.check(verified.id, RIGHT).await;
    let given_back = site.begin(3).await;
    site.settle(&given_back, Settlement::NotSent).await;
    assert!(!site.remembers(3).await, "nothing of it counts");
    site.begin(4).await;
    site.advance(DAY - MILLISECOND).await;
    assert_eq!(
        [site.remembers(1).await, site.remembers(2).await],
        [true, true]
    );
    site.advance(MILLISECOND).await;
    assert_eq!(
        [site.remembers(1).await, site.remembers(2).await],
        [false, false]
    );
    site.advance(5 * MINUTE - MILLISECOND).await;
    assert!(site.remembers(4).await, "expired less than a day ago");
    site.advance(MILLISECOND).await;
    assert!(!site.remembers(4).await);
}

/// Wrong tries outlive the challenge that they were made at, and so does a lock.
pub async fn a_number_is_remembered_while_wrong_tries_or_a_lock_count(fixture: impl Fixture) {
    let limits = Limits {
        failures_kept: 2 * DAY,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let tried = site.begin(1).await;
    site.check(tried.id, WRONG).await;
    site.cancel(tried.id).await;
    site.advance(2 * DAY - MILLISECOND).await;
    assert!(site.remembers(1).await);
    site.advance(MILLISECOND).await;
    assert!(!site.remembers(1).await);

    let limits = Limits {
        first_lock: 2 * DAY,
        longest_lock: 2 * DAY,
        ..Limits::default()
    };
    let site = Site::with(site.fixture, limits).await;
    let locked = site.begin(2).await;
    site.lock(locked.id).await;
    site.advance(2 * DAY - MILLISECOND).await;
    assert!(site.remembers(2).await);
    site.advance(MILLISECOND).await;
    assert!(!site.remembers(2).await);
}

/// Staff end what is open, and nothing else.
pub async fn cancelling_ends_an_open_challenge(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    assert!(site.cancel(begun.id).await);
    assert!(!site.cancel(begun.id).await);
    assert_eq!(site.challenge(begun.id).await, None);
    assert_eq!(
        site.check(begun.id, RIGHT).await,
        Verdict::Gone(Gone::Cancelled)
    );
}

/// What is not open is left as it is.
pub async fn cancelling_what_is_not_open_changes_nothing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    assert!(!site.cancel(draw_challenge()).await);
    let verified = site.begin(1).await;
    site.check(verified.id, RIGHT).await;
    assert!(!site.cancel(verified.id).await);
    assert_eq!(
        site.check(verified.id, RIGHT).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
    let expired = site.begin(2).await;
    site.advance(5 * MINUTE).await;
    assert!(!site.cancel(expired.id).await);
    assert_eq!(site.check(expired.id, RIGHT).await, Verdict::Expired);
    let locked = site.begin(3).await;
    let until = site.lock(locked.id).await;
    assert!(!site.cancel(locked.id).await);
    assert_eq!(
        site.check(locked.id, RIGHT).await,
        Verdict::Locked { until }
    );
}

/// Every door answers the same of a challenge that nobody began.
pub async fn an_unknown_challenge_is_not_found(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let nobodys = draw_challenge();
    let not_found = Verdict::Gone(Gone::NotFound);
    assert_eq!(site.check(nobodys, RIGHT).await, not_found);
    assert_eq!(
        site.count_try(nobodys, draw_try()).await,
        Counted::Decided(not_found)
    );
    assert_eq!(
        site.finish(nobodys, draw_try(), TryOutcome::Right).await,
        not_found
    );
    assert_eq!(site.challenge(nobodys).await, None);
}

/// How a challenge ended is told for a day.
pub async fn an_ending_is_remembered_for_a_day(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let verified = site.begin(1).await;
    site.check(verified.id, RIGHT).await;
    let cancelled = site.begin(2).await;
    site.cancel(cancelled.id).await;
    let superseded = site.begin(3).await;
    site.advance(30 * SECOND).await;
    site.begin(3).await;
    let ended = [
        (verified, Gone::AlreadyVerified),
        (cancelled, Gone::Cancelled),
        (superseded, Gone::Superseded),
    ];
    site.advance(DAY - 30 * SECOND - MILLISECOND).await;
    for (challenge, gone) in &ended {
        assert_eq!(site.check(challenge.id, RIGHT).await, Verdict::Gone(*gone));
    }
    site.advance(30 * SECOND + MILLISECOND).await;
    for (challenge, _) in &ended {
        assert_eq!(
            site.check(challenge.id, RIGHT).await,
            Verdict::Gone(Gone::NotFound)
        );
    }
}

/// An expiry too is told for a day.
pub async fn an_expiry_is_remembered_for_a_day(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(5 * MINUTE + DAY - MILLISECOND).await;
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Expired);
    site.advance(MILLISECOND).await;
    assert_eq!(
        site.check(begun.id, RIGHT).await,
        Verdict::Gone(Gone::NotFound)
    );
}

/// The number's lock is asked before anything else, whatever became of the challenge.
pub async fn a_lock_is_told_before_the_ending(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let verified = site.begin(1).await;
    site.check(verified.id, RIGHT).await;
    site.advance(30 * SECOND).await;
    let newer = site.begin(1).await;
    let until = site.lock(newer.id).await;
    assert_eq!(
        site.check(verified.id, RIGHT).await,
        Verdict::Locked { until }
    );
    site.advance(15 * MINUTE).await;
    assert_eq!(
        site.check(verified.id, RIGHT).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
}

/// All open challenges of all desks, oldest first, and no other.
pub async fn open_challenges_are_listed_oldest_first(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    site.begin(1).await;
    site.advance(4 * MINUTE).await;
    let two = site
        .granted(&first_of(number(2), desk(2), own(RIGHT)))
        .await;
    site.advance(SECOND).await;
    let ended = site.begin(3).await;
    site.cancel(ended.id).await;
    let four = site.begin(4).await;
    site.advance(MINUTE).await;
    site.granted(&resend_of(two.id, own(RIGHT))).await;
    assert_eq!(site.open().await, [two.id, four.id]);
    let listed = done(site.store.open_challenges(&site.limits).await);
    for challenge in listed {
        assert_eq!(site.challenge(challenge.id).await, Some(challenge));
    }
}
