//! The same send once more, since nobody knows whether it went out.

use super::Fixture;
use super::site::{
    DAY, MINUTE, RIGHT, SECOND, Site, desk, first_of, number, own, refused, resend_of, retry_of,
    sent,
};
use crate::challenge::{Challenge, Gone, ProviderId, SendState, Verdict};
use crate::policy::{Limits, Rule};
use crate::store::{Reservation, Reserved, Settlement};
use crate::time::after;

impl<F: Fixture> Site<F> {
    /// A challenge whose only send is unknown.
    async fn unknown(&self, which: u8) -> Challenge {
        let begun = self.begin(which).await;
        match self.settle(&begun, Settlement::Unknown).await {
            Some(unknown) => unknown,
            None => panic!("not open"),
        }
    }
}

/// A retry is the same send: its name, its moment, its count.
pub async fn a_retry_keeps_its_name_and_counts_nothing(fixture: impl Fixture) {
    let limits = Limits {
        sends_per_challenge: 1,
        number_hourly: 1,
        number_daily: 1,
        desk_hourly: 1,
        site_daily: 1,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let unknown = site.unknown(1).await;
    site.advance(30 * SECOND).await;
    let retried = site.granted(&retry_of(&unknown, own(RIGHT))).await;
    let mut same = unknown.clone();
    same.send.state = SendState::Intent;
    same.as_of = retried.as_of;
    assert_eq!(retried, same);
    let request = first_of(number(1), desk(1), own(RIGHT));
    let from = after(unknown.as_of, DAY);
    assert_eq!(
        site.reserve(&request).await,
        refused(Rule::ResendPause, from),
        "the windows run from the first try"
    );
}

/// Each try of a send has its pause.
pub async fn a_retry_waits_for_the_pause_since_the_try_before(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let unknown = site.unknown(1).await;
    let mut from = unknown.as_of;
    for _ in 0..3 {
        from = after(from, 30 * SECOND);
        let request = retry_of(&unknown, own(RIGHT));
        let retried = site.granted_from(&request, Rule::ResendPause, from).await;
        assert_eq!(retried.resend_at, Some(after(from, 30 * SECOND)));
        site.settle(&retried, Settlement::Unknown).await;
    }
}

/// Only an unknown send is tried again.
pub async fn a_send_that_is_not_unknown_is_not_retried(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(MINUTE).await;
    let request = retry_of(&begun, own(RIGHT));
    assert_eq!(site.reserve(&request).await, Reserved::NotUnknown);
    site.settle(&begun, sent("one")).await;
    assert_eq!(site.reserve(&request).await, Reserved::NotUnknown);
}

/// Two desks that retry at once are one retry.
pub async fn a_retry_under_way_is_not_retried(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let unknown = site.unknown(1).await;
    site.advance(30 * SECOND).await;
    site.granted(&retry_of(&unknown, own(RIGHT))).await;
    site.advance(30 * SECOND).await;
    let again = retry_of(&unknown, own(RIGHT));
    assert_eq!(site.reserve(&again).await, Reserved::NotUnknown);
}

/// Only the newest send is tried again.
pub async fn an_older_send_is_not_retried(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let unknown = site.unknown(1).await;
    site.advance(30 * SECOND).await;
    let resent = site.granted(&resend_of(unknown.id, own(RIGHT))).await;
    site.settle(&resent, Settlement::Unknown).await;
    site.advance(MINUTE).await;
    let older = retry_of(&unknown, own(RIGHT));
    assert_eq!(site.reserve(&older).await, Reserved::NotUnknown);
    site.granted(&retry_of(&resent, own(RIGHT))).await;
}

/// The same code keeps its expiry; a new one replaces it for a whole lifetime.
pub async fn a_retry_keeps_or_replaces_the_code(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let unknown = site.unknown(1).await;
    site.advance(MINUTE).await;
    let same = site.granted(&retry_of(&unknown, own(RIGHT))).await;
    assert_eq!(same.expires_at, unknown.expires_at);
    site.settle(&same, Settlement::Unknown).await;
    site.advance(MINUTE).await;
    let other = site.granted(&retry_of(&unknown, own(2))).await;
    assert_eq!(other.expires_at, after(other.as_of, 5 * MINUTE));
    assert_eq!(
        site.check(unknown.id, RIGHT).await,
        Verdict::Wrong { left: 4 }
    );
    assert_eq!(site.check(unknown.id, 2).await, Verdict::Verified);
}

/// A retry that did not go out says nothing about the try before it.
pub async fn a_retry_not_sent_is_unknown_again(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let unknown = site.unknown(1).await;
    site.advance(30 * SECOND).await;
    let retried = site.granted(&retry_of(&unknown, own(RIGHT))).await;
    for _ in 0..2 {
        let settled = site.settle(&retried, Settlement::NotSent).await;
        assert_eq!(
            settled.map(|left| (left.send.state, left.sends)),
            Some((SendState::Unknown, 1))
        );
    }
    let settled = site.settle(&retried, sent("one")).await;
    assert_eq!(
        settled.map(|left| left.send.state),
        Some(SendState::Sent(ProviderId::new("one")))
    );
}

/// Who asked last is who knows: a retry by another desk is that desk's to recover.
pub async fn a_retry_is_recovered_by_the_desk_that_asked(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let unknown = site.unknown(1).await;
    site.advance(30 * SECOND).await;
    let request = Reservation {
        desk: desk(2),
        ..retry_of(&unknown, own(RIGHT))
    };
    let retried = site.granted(&request).await;
    assert_eq!(
        retried.desk,
        desk(1),
        "the challenge stays the first desk's"
    );
    assert_eq!(site.recover(1).await, 0);
    assert_eq!(site.recover(2).await, 1);
}

/// Only an open challenge is tried again, and none of a locked number.
pub async fn what_is_not_open_is_not_retried(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let cancelled = site.unknown(1).await;
    site.cancel(cancelled.id).await;
    assert_eq!(
        site.reserve(&retry_of(&cancelled, own(RIGHT))).await,
        Reserved::Gone(Gone::Cancelled)
    );
    let locked = site.unknown(2).await;
    let until = site.lock(locked.id).await;
    assert_eq!(
        site.reserve(&retry_of(&locked, own(RIGHT))).await,
        refused(Rule::NumberLocked, until)
    );
    let expired = site.unknown(3).await;
    site.advance(5 * MINUTE).await;
    assert_eq!(
        site.reserve(&retry_of(&expired, own(RIGHT))).await,
        Reserved::Expired
    );
}
