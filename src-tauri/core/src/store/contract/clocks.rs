//! The store's own time: it goes forward, whatever a computer's clock does.

use super::Fixture;
use super::site::{
    DAY, HOUR, MILLISECOND, MINUTE, RIGHT, Site, desk, done, first_of, number, own, resend_of,
};
use crate::challenge::Verdict;
use crate::policy::Rule;
use crate::time::{Timestamp, after};

/// A code dies on time though the clock was set back.
pub async fn a_clock_set_back_prolongs_no_code(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.fixture.set_clock_back(HOUR).await;
    site.advance(5 * MINUTE - MILLISECOND).await;
    assert!(site.challenge(begun.id).await.is_some());
    site.advance(MILLISECOND).await;
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Expired);
}

/// Pauses and locks neither grow nor shrink.
pub async fn a_clock_set_back_moves_no_pause_and_no_lock(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.fixture.set_clock_back(HOUR).await;
    let request = resend_of(begun.id, own(RIGHT));
    let resend_at = begun.resend_at.unwrap_or(Timestamp::MAX);
    site.granted_from(&request, Rule::ResendPause, resend_at)
        .await;
    let until = site.lock(begun.id).await;
    site.fixture.set_clock_back(DAY).await;
    let request = first_of(number(1), desk(1), own(RIGHT));
    site.granted_from(&request, Rule::NumberLocked, until).await;
}

/// After a restart with the clock set back, time goes on from where it was.
pub async fn a_restart_with_the_clock_set_back_revives_nothing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(5 * MINUTE).await;
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Expired);
    let now = site.now().await;
    site.fixture.set_clock_back(DAY).await;
    let site = site.restarted().await;
    assert!(site.now().await >= now);
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Expired);
    let fresh = site.begin(1).await;
    site.advance(5 * MINUTE).await;
    assert_eq!(site.check(fresh.id, RIGHT).await, Verdict::Expired);
}

/// The store says what it is and what time it has.
pub async fn a_store_tells_its_kind_and_its_time(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let health = done(site.store.health().await);
    assert!(!health.kind.is_empty());
    let begun = site.begin(1).await;
    assert!(begun.as_of >= health.now);
    site.advance(MINUTE).await;
    assert!(site.now().await >= after(health.now, MINUTE));
}
