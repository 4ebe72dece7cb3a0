//! Tries whose outcome Sinch tells: counted, then finished once.

use super::Fixture;
use super::site::{MILLISECOND, MINUTE, SECOND, Site, draw_challenge, draw_try, resend_of};
use crate::challenge::{Challenge, Gone, Verdict};
use crate::store::{Counted, StoreFault, TryOutcome};
use crate::time::after;

/// A try is counted before Sinch is asked, and told so.
pub async fn a_pending_try_counts_at_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let attempt = draw_try();
    let asked = Counted::Ask {
        attempt,
        challenge: Challenge {
            tries_left: 4,
            ..begun.clone()
        },
    };
    assert_eq!(site.count_try(begun.id, attempt).await, asked);
    let site = site.restarted().await;
    let told = site.challenge(begun.id).await;
    assert_eq!(told.map(|told| told.tries_left), Some(4));
}

/// What Sinch confirmed is verified, once; the same try asked again is told so again.
pub async fn a_confirmed_try_verifies_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (attempt, _) = site.counted(begun.id).await;
    let right = TryOutcome::Right;
    for _ in 0..2 {
        assert_eq!(
            site.finish(begun.id, attempt, right).await,
            Verdict::Verified
        );
    }
    assert_eq!(
        site.finish(begun.id, draw_try(), right).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
    site.advance(30 * SECOND).await;
    assert_eq!(site.begin(1).await.tries_left, 5);
}

/// What Sinch did not confirm stays counted; the fifth locks.
pub async fn tries_not_confirmed_lock_the_number(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let wrong = TryOutcome::NotConfirmed;
    for left in [4, 3, 2, 1] {
        let (attempt, told) = site.counted(begun.id).await;
        assert_eq!(told.tries_left, left);
        assert_eq!(
            site.finish(begun.id, attempt, wrong).await,
            Verdict::Wrong { left }
        );
    }
    let (attempt, told) = site.counted(begun.id).await;
    assert_eq!(told.tries_left, 0);
    let until = after(site.now().await, 15 * MINUTE);
    assert_eq!(
        site.finish(begun.id, attempt, wrong).await,
        Verdict::Locked { until }
    );
}

/// The fifth pending try locks at once, ends the challenge, and lifts the lock if it is right.
pub async fn the_pending_try_that_reaches_the_limit_may_be_right(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    for _ in 0..4 {
        site.counted(begun.id).await;
    }
    let (fifth, _) = site.counted(begun.id).await;
    let until = after(site.now().await, 15 * MINUTE);
    assert_eq!(
        site.count_try(begun.id, draw_try()).await,
        Counted::Decided(Verdict::Locked { until })
    );
    assert_eq!(site.challenge(begun.id).await, None);
    assert_eq!(
        site.finish(begun.id, fifth, TryOutcome::Right).await,
        Verdict::Verified
    );
    site.advance(30 * SECOND).await;
    assert_eq!(site.begin(1).await.tries_left, 5, "neither count nor lock");
}

/// Sinch may confirm any of the tries that were counted within the limit.
pub async fn a_try_counted_before_the_lock_may_be_right(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (earliest, _) = site.counted(begun.id).await;
    for _ in 0..3 {
        site.counted(begun.id).await;
    }
    let (fifth, _) = site.counted(begun.id).await;
    site.finish(begun.id, fifth, TryOutcome::NotConfirmed).await;
    assert_eq!(
        site.finish(begun.id, earliest, TryOutcome::Right).await,
        Verdict::Verified
    );
}

/// The code was given in time, though the answer came late.
pub async fn a_try_counted_before_the_expiry_may_be_right(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    site.advance(5 * MINUTE - MILLISECOND).await;
    let (wrong, _) = site.counted(begun.id).await;
    let (right, _) = site.counted(begun.id).await;
    site.advance(SECOND).await;
    assert_eq!(
        site.finish(begun.id, wrong, TryOutcome::NotConfirmed).await,
        Verdict::Expired
    );
    assert_eq!(
        site.finish(begun.id, right, TryOutcome::Right).await,
        Verdict::Verified
    );
}

/// A try that was finished, whatever its outcome, is never right afterwards.
pub async fn a_try_finishes_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (attempt, _) = site.counted(begun.id).await;
    let wrong = Verdict::Wrong { left: 4 };
    let finished = site
        .finish(begun.id, attempt, TryOutcome::NotConfirmed)
        .await;
    assert_eq!(finished, wrong);
    for outcome in [TryOutcome::Right, TryOutcome::Expired] {
        assert_eq!(site.finish(begun.id, attempt, outcome).await, wrong);
    }
}

/// What was never counted is never verified.
pub async fn an_uncounted_try_is_never_right(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let (one, two) = (site.begin_by_sinch(1).await, site.begin_by_sinch(2).await);
    let (attempt, _) = site.counted(one.id).await;
    let right = TryOutcome::Right;
    assert_eq!(
        site.finish(one.id, draw_try(), right).await,
        Verdict::Wrong { left: 4 }
    );
    assert_eq!(
        site.finish(two.id, attempt, right).await,
        Verdict::Wrong { left: 5 },
        "another challenge's try"
    );
    assert_eq!(
        site.finish(draw_challenge(), attempt, right).await,
        Verdict::Gone(Gone::NotFound)
    );
    assert_eq!(site.finish(one.id, attempt, right).await, Verdict::Verified);
}

/// When Sinch says that the code's time is over, it is; the try stays counted.
pub async fn an_expired_outcome_expires_the_challenge(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (attempt, _) = site.counted(begun.id).await;
    assert_eq!(
        site.finish(begun.id, attempt, TryOutcome::Expired).await,
        Verdict::Expired
    );
    assert_eq!(site.challenge(begun.id).await, None);
    assert_eq!(
        site.count_try(begun.id, draw_try()).await,
        Counted::Decided(Verdict::Expired)
    );
    site.advance(30 * SECOND).await;
    assert_eq!(site.begin(1).await.tries_left, 4);
}

/// What Sinch said of an older code does not end a newer one.
pub async fn an_expired_outcome_spares_a_newer_code(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    site.advance(30 * SECOND).await;
    let (attempt, _) = site.counted(begun.id).await;
    let resent = site.granted(&resend_of(begun.id, None)).await;
    assert_eq!(
        site.finish(begun.id, attempt, TryOutcome::Expired).await,
        Verdict::Wrong { left: 4 }
    );
    assert_eq!(site.challenge(begun.id).await, Some(resent));
}

/// Of two pending tries that Sinch confirms, one verifies.
pub async fn success_ends_the_other_pending_tries(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (one, _) = site.counted(begun.id).await;
    let (two, _) = site.counted(begun.id).await;
    site.finish(begun.id, two, TryOutcome::Right).await;
    assert_eq!(
        site.finish(begun.id, one, TryOutcome::Right).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
}

/// Staff ended it: a late confirmation does not revive it.
pub async fn cancelling_ends_pending_tries(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (attempt, _) = site.counted(begun.id).await;
    site.cancel(begun.id).await;
    assert_eq!(
        site.finish(begun.id, attempt, TryOutcome::Right).await,
        Verdict::Gone(Gone::Cancelled)
    );
}

/// A newer challenge took its place, be it open or locked before: its tries are over.
pub async fn superseding_ends_pending_tries(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let open = site.begin_by_sinch(1).await;
    let (attempt, _) = site.counted(open.id).await;
    site.advance(30 * SECOND).await;
    site.begin_by_sinch(1).await;
    assert_eq!(
        site.finish(open.id, attempt, TryOutcome::Right).await,
        Verdict::Gone(Gone::Superseded)
    );
    let locked = site.begin_by_sinch(2).await;
    let mut last = attempt;
    for _ in 0..5 {
        (last, _) = site.counted(locked.id).await;
    }
    site.advance(15 * MINUTE).await;
    site.begin_by_sinch(2).await;
    assert_eq!(
        site.finish(locked.id, last, TryOutcome::Right).await,
        Verdict::Gone(Gone::NotFound)
    );
}

/// A try's name is used once, and a refused one counts nothing.
pub async fn a_tries_name_that_is_taken_is_a_fault(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin_by_sinch(1).await;
    let (attempt, _) = site.counted(begun.id).await;
    let again = site.store.count_try(begun.id, attempt, &site.limits).await;
    assert!(
        matches!(again, Err(StoreFault::Refused { .. })),
        "{again:?}"
    );
    let told = site.challenge(begun.id).await;
    assert_eq!(told.map(|told| told.tries_left), Some(4));
}
