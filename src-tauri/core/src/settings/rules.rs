//! The site's rules as they are written down. Their hard bounds, and what they mean, are in
//! [`crate::policy`].

use std::collections::BTreeSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::code::CodeLength;
use crate::phone::Region;
#[cfg(feature = "wire")]
use crate::policy::bounds;
use crate::policy::{
    Limits, LookupRules, MANY_REFERENCES, Measure, Overrides, Policy, PolicyError,
};

const DAY_SECONDS: u32 = 24 * 60 * 60;

/// The site's rules. All desks of a site should have the same: each goes by its own.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct RulesSettings {
    /// Digits of a code that we draw. Risk: each digit fewer makes guessing ten times as easy.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::CODE_DIGITS.start(), max = *bounds::CODE_DIGITS.end()))
    )]
    pub code_digits: u8,
    /// How many minutes a code counts. Risk: long enough for a customer to be talked into reading it out
    /// to somebody else; too short, and texts that are late are useless.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::LIFETIME_MINUTES.start(), max = *bounds::LIFETIME_MINUTES.end()))
    )]
    pub lifetime_minutes: u32,
    /// How many wrong tries lock a number, whatever desk they were made at. Risk: each one is a guess
    /// that somebody has; PSD2 allows 5.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::WRONG_TRIES.start(), max = *bounds::WRONG_TRIES.end()))
    )]
    pub wrong_tries: u8,
    /// How many minutes the first lock lasts; each further one lasts twice as long. Risk: short locks
    /// allow more guesses a day.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::LOCK_MINUTES.start(), max = *bounds::LOCK_MINUTES.end()))
    )]
    pub first_lock_minutes: u32,
    /// How many minutes a lock lasts at the most. Risk: as for the first lock.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::LOCK_MINUTES.start(), max = *bounds::LOCK_MINUTES.end()))
    )]
    pub longest_lock_minutes: u32,
    /// How many seconds to wait after the first, the second and every later send of a challenge. Risk:
    /// short pauses bring several codes under way at once, and a bill.
    #[cfg_attr(
        feature = "wire",
        schemars(inner(range(
            min = *bounds::RESEND_PAUSE_SECONDS.start(),
            max = *bounds::RESEND_PAUSE_SECONDS.end()
        )))
    )]
    pub resend_pauses_seconds: [u32; 3],
    /// How often one challenge is sent, the first time included. Risk: each send costs.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::SENDS_PER_CHALLENGE.start(), max = *bounds::SENDS_PER_CHALLENGE.end()))
    )]
    pub sends_per_challenge: u8,
    /// Sends to one number within an hour. Risk: what one person can be molested with.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::NUMBER_HOURLY.start(), max = *bounds::NUMBER_HOURLY.end()))
    )]
    pub number_hourly: u32,
    /// Sends to one number within 24 hours. Risk: as within an hour.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::NUMBER_DAILY.start(), max = *bounds::NUMBER_DAILY.end()))
    )]
    pub number_daily: u32,
    /// Sends by one desk within an hour. Risk: too few stop a busy desk; many are what a desk in the
    /// wrong hands can spend.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::DESK_HOURLY.start(), max = *bounds::DESK_HOURLY.end()))
    )]
    pub desk_hourly: u32,
    /// Sends by the whole site within 24 hours. Risk: the most that a day of fraud can cost; too few stop
    /// every desk until tomorrow.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::SITE_DAILY.start(), max = *bounds::SITE_DAILY.end()))
    )]
    pub site_daily: u32,
    /// Countries that may be written to beside the home country. Risk: each one adds numbers that earn
    /// somebody money with every text.
    #[cfg_attr(feature = "wire", ts(type = "string[]"))]
    pub also_allowed: BTreeSet<Region>,
    /// From how many customer references within 24 hours on staff are told that a number is used for many.
    /// Risk: too many, and nobody notices one phone that vouches for everybody.
    #[cfg_attr(
        feature = "wire",
        schemars(range(min = *bounds::MANY_REFERENCES.start(), max = *bounds::MANY_REFERENCES.end()))
    )]
    pub many_references: u32,
    /// What is asked of Sinch Number Lookup before a code is sent.
    pub number_lookup: NumberLookupSettings,
    /// Whether a supervisor may accept a customer whose number could not be verified, by a passcode of
    /// their own and with a reason. Risk: it is a way past the verification for whoever learns that
    /// passcode; such a customer is never shown as verified.
    #[serde(rename = "override")]
    pub overrides: Overrides,
}

/// What is asked of Sinch Number Lookup before a code is sent. It needs the project's account, and Sinch
/// charges each lookup.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NumberLookupSettings {
    /// What is done about a line that is none of a mobile phone: nothing (it is not looked up), tell
    /// staff, ask a supervisor, or refuse. Risk: numbers on the internet are rented by the minute; each
    /// lookup costs, and when Sinch can't look up, the two stricter ones stop staff.
    pub line_type: Measure,
    /// What is done about a SIM that was changed lately.
    pub sim_swap: SimSwapSettings,
}

/// What is done about a SIM that was changed lately.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SimSwapSettings {
    /// Nothing (it is not looked up), tell staff, ask a supervisor, or refuse. Risk: who takes over a
    /// number takes its codes over; each lookup costs, and people change phones for good reasons too.
    pub measure: Measure,
    /// For how many days a change counts. Risk: who took a number over only has to wait for as long.
    #[cfg_attr(
        feature = "wire",
        schemars(range(
            min = *bounds::SWAPPED_WITHIN_DAYS.start(),
            max = *bounds::SWAPPED_WITHIN_DAYS.end()
        ))
    )]
    pub within_days: u32,
}

impl Default for SimSwapSettings {
    fn default() -> Self {
        let LookupRules {
            line_type: _,
            sim_swap,
            swapped_within,
        } = LookupRules::default();
        Self {
            measure: sim_swap,
            within_days: seconds(swapped_within) / DAY_SECONDS,
        }
    }
}

impl NumberLookupSettings {
    /// The rules that these settings come to.
    pub fn rules(self) -> LookupRules {
        let SimSwapSettings {
            measure,
            within_days,
        } = self.sim_swap;
        LookupRules {
            line_type: self.line_type,
            sim_swap: measure,
            swapped_within: Duration::from_secs(DAY_SECONDS.into()).saturating_mul(within_days),
        }
    }
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
            many_references: MANY_REFERENCES,
            number_lookup: NumberLookupSettings::default(),
            overrides: Overrides::default(),
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
            lookup: self.number_lookup.rules(),
            overrides: self.overrides,
            many_references: self.many_references,
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
