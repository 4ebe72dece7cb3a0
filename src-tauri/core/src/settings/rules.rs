//! The site's rules as they are written down. Their hard bounds, and what they mean, are in
//! [`crate::policy`].

use std::collections::BTreeSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::code::CodeLength;
use crate::phone::Region;
use crate::policy::{Limits, Policy, PolicyError};

/// The site's rules. All desks of a site should have the same: each goes by its own.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RulesSettings {
    /// Digits of a code, 6 to 8.
    pub code_digits: u8,
    /// How long a code counts, 1 to 10 minutes.
    pub lifetime_minutes: u32,
    /// Wrong tries before a number is locked, 1 to 10.
    pub wrong_tries: u8,
    /// How long the first lock lasts, in minutes; each further one lasts twice as long.
    pub first_lock_minutes: u32,
    /// How long a lock lasts at the most, in minutes.
    pub longest_lock_minutes: u32,
    /// How long to wait after the first, the second and every later send of a challenge, 10 to 3600
    /// seconds each.
    pub resend_pauses_seconds: [u32; 3],
    /// Sends of one challenge, the first included.
    pub sends_per_challenge: u8,
    /// Sends to one number within an hour.
    pub number_hourly: u32,
    /// Sends to one number within 24 hours.
    pub number_daily: u32,
    /// Sends by one desk within an hour.
    pub desk_hourly: u32,
    /// Sends by the whole site within 24 hours.
    pub site_daily: u32,
    /// Countries that may be written to beside the home country.
    #[cfg_attr(feature = "wire", ts(type = "string[]"))]
    pub also_allowed: BTreeSet<Region>,
}

impl Default for RulesSettings {
    fn default() -> Self {
        let Limits {
            lifetime,
            tries,
            first_lock,
            longest_lock,
            failures_kept: _,
            pauses,
            sends_per_challenge,
            number_hourly,
            number_daily,
            desk_hourly,
            site_daily,
        } = Limits::default();
        Self {
            code_digits: CodeLength::default().digits(),
            lifetime_minutes: minutes(lifetime),
            wrong_tries: tries,
            first_lock_minutes: minutes(first_lock),
            longest_lock_minutes: minutes(longest_lock),
            resend_pauses_seconds: pauses.map(seconds),
            sends_per_challenge,
            number_hourly,
            number_daily,
            desk_hourly,
            site_daily,
            also_allowed: BTreeSet::new(),
        }
    }
}

impl RulesSettings {
    /// The rules for a site in `home`, held to the hard bounds.
    ///
    /// # Errors
    /// The first rule that is out of its bounds.
    pub fn policy(&self, home: Region) -> Result<Policy, PolicyError> {
        let of_minutes = |minutes: u32| Duration::from_secs(60) * minutes;
        let seconds = |seconds: u32| Duration::from_secs(seconds.into());
        Policy {
            code_length: CodeLength::new(self.code_digits).map_err(|_| PolicyError::CodeDigits)?,
            limits: Limits {
                lifetime: of_minutes(self.lifetime_minutes),
                tries: self.wrong_tries,
                first_lock: of_minutes(self.first_lock_minutes),
                longest_lock: of_minutes(self.longest_lock_minutes),
                pauses: self.resend_pauses_seconds.map(seconds),
                sends_per_challenge: self.sends_per_challenge,
                number_hourly: self.number_hourly,
                number_daily: self.number_daily,
                desk_hourly: self.desk_hourly,
                site_daily: self.site_daily,
                ..Limits::default()
            },
            home,
            also_allowed: self.also_allowed.clone(),
        }
        .validated()
    }
}

fn seconds(duration: Duration) -> u32 {
    duration.as_secs().try_into().unwrap_or(u32::MAX)
}

fn minutes(duration: Duration) -> u32 {
    seconds(duration) / 60
}
