//! Sliding windows: caps an hour and a day, of a number, a desk and the site, and their order.

use super::Fixture;
use super::site::{
    DAY, HOUR, MINUTE, RIGHT, SECOND, Site, asked, desk, first_of, number, own, refused, resend_of,
};
use crate::policy::{Limits, Refusal, Rule};
use crate::store::{Purpose, Reserved};
use crate::time::after;

/// Limits under which nothing but the rule in question is in the way.
fn loose() -> Limits {
    Limits {
        pauses: [SECOND; 3],
        sends_per_challenge: u8::MAX,
        number_hourly: 1000,
        number_daily: 1000,
        desk_hourly: 1000,
        site_daily: 1000,
        ..Limits::default()
    }
}

/// The number's hour slides: each send leaves it by itself.
pub async fn the_numbers_hour_slides(fixture: impl Fixture) {
    let limits = Limits {
        number_hourly: 2,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let one = site.begin(1).await.as_of;
    site.advance(20 * MINUTE).await;
    let two = site.begin(1).await.as_of;
    site.begin(2).await;
    site.advance(SECOND).await;
    let request = first_of(number(1), desk(2), own(RIGHT));
    let from = after(one, HOUR);
    site.granted_from(&request, Rule::NumberHourly, from).await;
    site.advance(SECOND).await;
    let request = first_of(number(1), desk(1), own(RIGHT));
    let from = after(two, HOUR);
    site.granted_from(&request, Rule::NumberHourly, from).await;
}

/// Resends count as first sends do.
pub async fn the_numbers_hour_counts_resends(fixture: impl Fixture) {
    let limits = Limits {
        number_hourly: 2,
        lifetime: 2 * HOUR,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    site.advance(SECOND).await;
    site.granted(&resend_of(begun.id, own(RIGHT))).await;
    site.advance(SECOND).await;
    let request = resend_of(begun.id, own(RIGHT));
    let from = after(begun.as_of, HOUR);
    site.granted_from(&request, Rule::NumberHourly, from).await;
}

/// The number's day slides.
pub async fn the_numbers_day_slides(fixture: impl Fixture) {
    let limits = Limits {
        number_daily: 2,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let one = site.begin(1).await.as_of;
    site.advance(20 * HOUR).await;
    let two = site.begin(1).await.as_of;
    site.advance(SECOND).await;
    let request = first_of(number(1), desk(1), own(RIGHT));
    let from = after(one, DAY);
    site.granted_from(&request, Rule::NumberDaily, from).await;
    site.advance(SECOND).await;
    let request = first_of(number(1), desk(1), own(RIGHT));
    let from = after(two, DAY);
    site.granted_from(&request, Rule::NumberDaily, from).await;
}

/// The desk's hour slides, and is no other desk's.
pub async fn the_desks_hour_slides(fixture: impl Fixture) {
    let limits = Limits {
        desk_hourly: 2,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let one = site.begin(1).await.as_of;
    site.advance(MINUTE).await;
    site.begin(2).await;
    site.granted(&first_of(number(3), desk(2), own(RIGHT)))
        .await;
    let request = first_of(number(4), desk(1), own(RIGHT));
    let from = after(one, HOUR);
    site.granted_from(&request, Rule::DeskHourly, from).await;
}

/// A resend counts for the desk that asks for it.
pub async fn the_desks_hour_counts_who_sends(fixture: impl Fixture) {
    let limits = Limits {
        desk_hourly: 1,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    site.advance(SECOND).await;
    let request = asked(begun.id, Purpose::Resend, desk(2), own(RIGHT));
    let resent = site.granted(&request).await;
    let request = first_of(number(2), desk(2), own(RIGHT));
    let refusal = refused(Rule::DeskHourly, after(resent.as_of, HOUR));
    assert_eq!(site.reserve(&request).await, refusal);
}

/// The site's day counts every desk and every number, and slides.
pub async fn the_sites_day_slides(fixture: impl Fixture) {
    let limits = Limits {
        site_daily: 2,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let one = site.begin(1).await.as_of;
    site.advance(MINUTE).await;
    site.granted(&first_of(number(2), desk(2), own(RIGHT)))
        .await;
    let request = first_of(number(3), desk(3), own(RIGHT));
    let from = after(one, DAY);
    site.granted_from(&request, Rule::SiteDaily, from).await;
}

/// What has ended still counts.
pub async fn a_send_counts_however_its_challenge_ended(fixture: impl Fixture) {
    let limits = Limits {
        site_daily: 3,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let verified = site.begin(1).await;
    site.check(verified.id, RIGHT).await;
    let cancelled = site.begin(2).await;
    site.cancel(cancelled.id).await;
    let locked = site.begin(3).await;
    site.lock(locked.id).await;
    let request = first_of(number(4), desk(1), own(RIGHT));
    let from = after(verified.as_of, DAY);
    site.granted_from(&request, Rule::SiteDaily, from).await;
}

/// A cap of none opens never.
pub async fn a_cap_of_none_refuses_for_good(fixture: impl Fixture) {
    let limits = Limits {
        desk_hourly: 0,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let request = first_of(number(1), desk(1), own(RIGHT));
    let refusal = Reserved::Refused(Refusal::for_good(Rule::DeskHourly));
    assert_eq!(site.reserve(&request).await, refusal);
}

/// The first rule in the contract's order is the one that is told.
pub async fn the_first_rule_against_a_request_is_told(fixture: impl Fixture) {
    let limits = Limits {
        sends_per_challenge: 1,
        number_hourly: 1,
        number_daily: 1,
        desk_hourly: 1,
        site_daily: 1,
        ..loose()
    };
    let mut site = Site::with(fixture, limits).await;
    let begun = site.begin(1).await;
    let told = |answer| match answer {
        Reserved::Refused(refusal) => refusal.rule,
        Reserved::Granted(_) | Reserved::Expired | Reserved::Gone(_) | Reserved::NotUnknown => {
            panic!("{answer:?}")
        }
    };
    let resend = resend_of(begun.id, own(RIGHT));
    assert_eq!(told(site.reserve(&resend).await), Rule::SendsPerChallenge);
    site.limits.sends_per_challenge = 3;
    assert_eq!(told(site.reserve(&resend).await), Rule::ResendPause);
    site.advance(SECOND).await;
    assert_eq!(told(site.reserve(&resend).await), Rule::NumberHourly);
    site.limits.number_hourly = 9;
    assert_eq!(told(site.reserve(&resend).await), Rule::NumberDaily);
    site.limits.number_daily = 9;
    assert_eq!(told(site.reserve(&resend).await), Rule::DeskHourly);
    site.limits.desk_hourly = 9;
    assert_eq!(told(site.reserve(&resend).await), Rule::SiteDaily);
    site.lock(begun.id).await;
    assert_eq!(told(site.reserve(&resend).await), Rule::NumberLocked);
    let first = first_of(number(1), desk(1), own(RIGHT));
    assert_eq!(told(site.reserve(&first).await), Rule::NumberLocked);
}

/// Whatever rule is told: at its moment no other is in the way.
pub async fn retry_at_is_when_no_rule_is_against(fixture: impl Fixture) {
    let limits = Limits {
        number_hourly: 1,
        desk_hourly: 2,
        site_daily: 3,
        ..loose()
    };
    let site = Site::with(fixture, limits).await;
    let one = site.begin(1).await.as_of;
    for which in [2, 3] {
        site.advance(MINUTE).await;
        site.granted(&first_of(number(which), desk(2), own(RIGHT)))
            .await;
    }
    let request = first_of(number(1), desk(2), own(RIGHT));
    let from = after(one, DAY);
    let refusal = refused(Rule::NumberHourly, from);
    assert_eq!(site.reserve(&request).await, refusal);
    site.advance(HOUR).await;
    site.granted_from(&request, Rule::SiteDaily, from).await;
}
