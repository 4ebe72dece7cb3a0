//! The hard bounds of what an admin may set: each once, for the check, the pages and the documents alike.
//! Why a bound is where it is stands with it; the defaults are in [`super::Limits`].

use std::ops::RangeInclusive;
use std::time::Duration;

/// Digits of a code of our own (NIST SP 800-63B-4 asks for at least 6).
pub const CODE_DIGITS: RangeInclusive<u8> = 6..=8;

/// Minutes that a code counts. NIST SP 800-63B-4 and OWASP ASVS 6.5.5 allow at most 10.
pub const LIFETIME_MINUTES: RangeInclusive<u32> = 1..=10;

/// Wrong tries before a number is locked. PSD2 RTS article 4 allows at most 5; beyond 10, guessing a
/// code of six digits within a day is no longer out of reach.
pub const WRONG_TRIES: RangeInclusive<u8> = 1..=10;

/// Minutes that a lock lasts. Wrong tries are kept for a day, and a lock must not outlast them.
pub const LOCK_MINUTES: RangeInclusive<u32> = 1..=24 * 60;

/// Seconds to wait before a challenge is sent again. The store forgets a longer pause.
pub const RESEND_PAUSE_SECONDS: RangeInclusive<u32> = 10..=60 * 60;

/// Sends of one challenge, the first included.
pub const SENDS_PER_CHALLENGE: RangeInclusive<u8> = 1..=10;

/// Sends to one number within an hour.
pub const NUMBER_HOURLY: RangeInclusive<u32> = 1..=60;

/// Sends to one number within 24 hours.
pub const NUMBER_DAILY: RangeInclusive<u32> = 1..=200;

/// Sends by one desk within an hour: one a second.
pub const DESK_HOURLY: RangeInclusive<u32> = 1..=3600;

/// Sends by the whole site within 24 hours.
pub const SITE_DAILY: RangeInclusive<u32> = 1..=1_000_000;

/// Minutes without use after which the admin's pages lock themselves.
pub const ADMIN_LOCK_MINUTES: RangeInclusive<u32> = 1..=60;

/// Characters of a desk's or an organisation's name.
pub const NAME_CHARACTERS: RangeInclusive<usize> = 1..=40;

/// References within 24 hours that make many for one number.
pub const MANY_REFERENCES: RangeInclusive<u32> = 2..=100;

/// Days for which a SIM counts as changed lately. Sinch tells no changes apart that are older than 30 days.
pub const SWAPPED_WITHIN_DAYS: RangeInclusive<u32> = 1..=30;

pub(super) fn days(bound: &RangeInclusive<u32>) -> RangeInclusive<Duration> {
    let days = |count: &u32| Duration::from_secs(24 * 60 * 60) * *count;
    days(bound.start())..=days(bound.end())
}

pub(super) fn minutes(bound: &RangeInclusive<u32>) -> RangeInclusive<Duration> {
    let minutes = |count: &u32| Duration::from_secs(60) * *count;
    minutes(bound.start())..=minutes(bound.end())
}

pub(super) fn seconds(bound: &RangeInclusive<u32>) -> RangeInclusive<Duration> {
    let seconds = |count: &u32| Duration::from_secs((*count).into());
    seconds(bound.start())..=seconds(bound.end())
}
