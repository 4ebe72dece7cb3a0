//! Tries of codes of our own: counted, compared, locked.

use super::Fixture;
use super::site::{
    DAY, HOUR, MILLISECOND, MINUTE, RIGHT, SECOND, Site, WRONG, desk, draw_challenge, draw_try,
    first_of, number, own, refused, resend_of,
};
use crate::challenge::{Challenge, Gone, Verdict};
use crate::policy::{Limits, Rule};
use crate::store::Counted;
use crate::time::after;

/// The right code ends the challenge, once.
pub async fn a_code_is_accepted_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
    let again = Verdict::Gone(Gone::AlreadyVerified);
    assert_eq!(site.check(begun.id, RIGHT).await, again);
    assert_eq!(site.check(begun.id, WRONG).await, again);
    assert_eq!(site.challenge(begun.id).await, None);
}

/// Every wrong code counts, the limit's locks.
pub async fn the_fifth_wrong_code_locks_the_number(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    for left in [4, 3, 2, 1] {
        assert_eq!(site.check(begun.id, WRONG).await, Verdict::Wrong { left });
        let told = site.challenge(begun.id).await;
        assert_eq!(told.map(|told| told.tries_left), Some(left));
    }
    let locked = Verdict::Locked {
        until: after(site.now().await, 15 * MINUTE),
    };
    assert_eq!(site.check(begun.id, WRONG).await, locked);
    assert_eq!(site.check(begun.id, RIGHT).await, locked);
    assert_eq!(site.challenge(begun.id).await, None);
    assert!(site.open().await.is_empty());
}

/// The fifth try is still allowed to be right.
pub async fn the_try_that_reaches_the_limit_may_be_right(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    for _ in 0..4 {
        site.check(begun.id, WRONG).await;
    }
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
    site.advance(30 * SECOND).await;
    assert_eq!(site.begin(1).await.tries_left, 5, "neither count nor lock");
}

/// A lock closes every door, and opens to the millisecond.
pub async fn a_lock_refuses_everything_until_it_opens(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let until = site.lock(begun.id).await;
    let locked = Verdict::Locked { until };
    assert_eq!(site.check(begun.id, RIGHT).await, locked);
    assert_eq!(
        site.count_try(begun.id, draw_try()).await,
        Counted::Decided(locked)
    );
    let refusal = refused(Rule::NumberLocked, until);
    assert_eq!(site.reserve_resend(begun.id).await, refusal);
    let elsewhere = first_of(number(1), desk(2), own(RIGHT));
    let anew = site
        .granted_from(&elsewhere, Rule::NumberLocked, until)
        .await;
    assert_eq!(anew.tries_left, 5);
    site.begin(2).await;
}

/// The code does not outlive the lock.
pub async fn a_lock_ends_the_challenge(fixture: impl Fixture) {
    let limits = Limits {
        first_lock: MINUTE,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    site.lock(begun.id).await;
    site.advance(MINUTE).await;
    let ended = Verdict::Gone(Gone::NotFound);
    assert_eq!(site.check(begun.id, RIGHT).await, ended);
}

/// 15, 30, 60 minutes, and 60 from then on.
pub async fn locks_double_up_to_the_longest(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    for minutes in [15, 30, 60, 60] {
        let begun = site.begin(1).await;
        assert_eq!(begun.tries_left, 5);
        let until = site.lock(begun.id).await;
        assert_eq!(until, after(begun.as_of, minutes * MINUTE));
        site.advance(minutes * MINUTE).await;
    }
}

/// The count belongs to the number: nothing that staff can do clears it.
pub async fn wrong_tries_survive_all_but_success(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.check(begun.id, WRONG).await;
    site.advance(30 * SECOND).await;
    let resent = site.granted(&resend_of(begun.id, own(2))).await;
    assert_eq!(resent.tries_left, 4);
    site.check(begun.id, WRONG).await;
    site.cancel(begun.id).await;
    site.advance(MINUTE).await;
    let elsewhere = first_of(number(1), desk(2), own(RIGHT));
    let anew = site.granted(&elsewhere).await;
    assert_eq!(anew.tries_left, 3);
    let site = site.restarted().await;
    assert_eq!(site.check(anew.id, WRONG).await, Verdict::Wrong { left: 2 });
    assert_eq!(site.begin(2).await.tries_left, 5, "another number's own");
    assert_eq!(site.check(anew.id, RIGHT).await, Verdict::Verified);
    site.advance(30 * SECOND).await;
    assert_eq!(site.begin(1).await.tries_left, 5);
}

/// Wrong tries are forgotten 24 hours after the last of them.
pub async fn wrong_tries_are_kept_for_a_day_after_the_last(fixture: impl Fixture) {
    let limits = Limits {
        lifetime: 3 * DAY,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    site.check(begun.id, WRONG).await;
    site.advance(20 * HOUR).await;
    site.check(begun.id, WRONG).await;
    site.advance(DAY - MILLISECOND).await;
    let left = |told: Option<Challenge>| told.map(|told| told.tries_left);
    assert_eq!(left(site.challenge(begun.id).await), Some(3));
    site.advance(MILLISECOND).await;
    assert_eq!(left(site.challenge(begun.id).await), Some(5));
    assert_eq!(
        site.check(begun.id, WRONG).await,
        Verdict::Wrong { left: 4 }
    );
}

/// What is forgotten no longer lengthens locks.
pub async fn a_forgotten_lock_does_not_double_the_next(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.lock(begun.id).await;
    site.advance(DAY).await;
    let begun = site.begin(1).await;
    let until = site.lock(begun.id).await;
    assert_eq!(until, after(begun.as_of, 15 * MINUTE));
}

/// A code counts until its expiry, and not at it.
pub async fn an_expired_code_is_expired_to_the_millisecond(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let (one, two) = (site.begin(1).await, site.begin(2).await);
    site.advance(5 * MINUTE - MILLISECOND).await;
    assert_eq!(site.check(one.id, RIGHT).await, Verdict::Verified);
    site.advance(MILLISECOND).await;
    assert_eq!(site.check(two.id, RIGHT).await, Verdict::Expired);
    assert_eq!(
        site.count_try(two.id, draw_try()).await,
        Counted::Decided(Verdict::Expired)
    );
}

/// What is refused before the count is not counted.
pub async fn a_try_at_nothing_is_not_counted(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let expired = site.begin(1).await;
    site.advance(5 * MINUTE).await;
    for _ in 0..9 {
        assert_eq!(site.check(expired.id, WRONG).await, Verdict::Expired);
    }
    let open = site.begin(1).await;
    for _ in 0..9 {
        site.check(expired.id, WRONG).await;
        site.check(draw_challenge(), WRONG).await;
    }
    let told = site.challenge(open.id).await;
    assert_eq!(told.map(|told| told.tries_left), Some(5));
}

/// Where Sinch drew the code there is no digest, and nothing matches none.
pub async fn no_code_matches_where_sinch_drew_it(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(30 * SECOND).await;
    site.granted(&resend_of(begun.id, None)).await;
    for (code, left) in [(RIGHT, 4), (0, 3)] {
        assert_eq!(site.check(begun.id, code).await, Verdict::Wrong { left });
    }
}

/// A code is one challenge's.
pub async fn a_code_opens_no_other_challenge(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let one = site.begin(1).await;
    let two = site.granted(&first_of(number(2), desk(1), own(2))).await;
    assert_eq!(site.check(two.id, RIGHT).await, Verdict::Wrong { left: 4 });
    assert_eq!(site.check(one.id, RIGHT).await, Verdict::Verified);
}

/// A try whose answer was lost may be asked for again: it says what it said.
pub async fn a_right_try_asked_again_is_right_again(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let attempt = draw_try();
    assert_eq!(
        site.check_as(attempt, begun.id, RIGHT).await,
        Verdict::Verified
    );
    site.advance(HOUR).await;
    assert_eq!(
        site.check_as(attempt, begun.id, RIGHT).await,
        Verdict::Verified
    );
    assert_eq!(
        site.check(begun.id, RIGHT).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
}

/// A try counts once, however often it is asked; its name is worth nothing to another code.
pub async fn a_wrong_try_asked_again_counts_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let attempt = draw_try();
    for code in [WRONG, WRONG, RIGHT] {
        assert_eq!(
            site.check_as(attempt, begun.id, code).await,
            Verdict::Wrong { left: 4 }
        );
    }
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
    assert_eq!(
        site.check_as(attempt, begun.id, RIGHT).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
}
