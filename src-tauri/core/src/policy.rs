//! The rules a site sets, with their defaults and hard bounds, and the refusals they lead to.
//! Rules about counts and time are carried out by the store; rules about numbers are carried out here.

use std::collections::BTreeSet;
use std::time::Duration;

use thiserror::Error;

use crate::challenge::Channel;
use crate::code::CodeLength;
use crate::phone::{NumberType, PhoneNumber, Region};
use crate::time::Timestamp;

pub mod bounds;
mod discretion;

pub use discretion::{LookupRules, Measure, Overrides};

/// References for one number within 24 hours from which on staff are told, unless the site says otherwise:
/// one customer may come with two, three are worth a look.
pub const MANY_REFERENCES: u32 = 3;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The rules that the store carries out, all counted by its own clock.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Limits {
    /// How long a code counts. NIST SP 800-63B-4 and OWASP ASVS 6.5.5 allow at most 10 minutes.
    pub lifetime: Duration,
    /// Wrong tries before a number is locked. PSD2 RTS article 4 allows at most 5.
    pub tries: u8,
    /// How long the first lock lasts; each further one lasts twice as long.
    pub first_lock: Duration,
    /// How long a lock lasts at the most.
    pub longest_lock: Duration,
    /// How long after the last wrong try the count is kept. A resend never clears it
    /// (NIST SP 800-63B-4 §3.1.3.2).
    pub failures_kept: Duration,
    /// How long to wait after the first, second and every later send of a challenge.
    pub pauses: [Duration; 3],
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
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            lifetime: 5 * MINUTE,
            tries: 5,
            first_lock: 15 * MINUTE,
            longest_lock: HOUR,
            failures_kept: DAY,
            pauses: [
                Duration::from_secs(30),
                Duration::from_secs(60),
                Duration::from_secs(120),
            ],
            sends_per_challenge: 3,
            number_hourly: 5,
            number_daily: 10,
            desk_hourly: 60,
            site_daily: 1000,
        }
    }
}

impl Limits {
    /// How long the lock lasts that `failures` wrong tries lead to; nothing where they lead to none.
    pub fn lock_after(&self, failures: u32) -> Option<Duration> {
        let tries = u32::from(self.tries);
        if failures == 0 || !failures.is_multiple_of(tries) {
            return None;
        }
        let doublings = (failures / tries - 1).min(16);
        Some((self.first_lock * 2_u32.pow(doublings)).min(self.longest_lock))
    }

    /// How many wrong tries are left after `failures` of them.
    pub fn tries_left(&self, failures: u32) -> u8 {
        let used = failures % u32::from(self.tries);
        self.tries - u8::try_from(used).unwrap_or(self.tries)
    }

    /// How long to wait after the send that made `sends` of them.
    pub fn pause_after(&self, sends: u8) -> Duration {
        let last = self.pauses.len() - 1;
        self.pauses[usize::from(sends.saturating_sub(1)).min(last)]
    }
}

impl Limits {
    fn validated(&self) -> Result<(), PolicyError> {
        let locks = bounds::minutes(&bounds::LOCK_MINUTES);
        let pauses = bounds::seconds(&bounds::RESEND_PAUSE_SECONDS);
        let lifetimes = bounds::minutes(&bounds::LIFETIME_MINUTES);
        let sends = bounds::SENDS_PER_CHALLENGE.contains(&self.sends_per_challenge);
        [
            (lifetimes.contains(&self.lifetime), PolicyError::Lifetime),
            (
                bounds::WRONG_TRIES.contains(&self.tries),
                PolicyError::Tries,
            ),
            (locks.contains(&self.first_lock), PolicyError::FirstLock),
            (locks.contains(&self.longest_lock), PolicyError::LongestLock),
            (
                self.pauses.iter().all(|pause| pauses.contains(pause)),
                PolicyError::Pause,
            ),
            (sends, PolicyError::SendsPerChallenge),
            (
                bounds::NUMBER_HOURLY.contains(&self.number_hourly),
                PolicyError::NumberHourly,
            ),
            (
                bounds::NUMBER_DAILY.contains(&self.number_daily),
                PolicyError::NumberDaily,
            ),
            (
                bounds::DESK_HOURLY.contains(&self.desk_hourly),
                PolicyError::DeskHourly,
            ),
            (
                bounds::SITE_DAILY.contains(&self.site_daily),
                PolicyError::SiteDaily,
            ),
            (
                self.failures_kept >= self.longest_lock,
                PolicyError::FailuresKept,
            ),
        ]
        .into_iter()
        .try_for_each(|(holds, error)| if holds { Ok(()) } else { Err(error) })
    }
}

/// A site's whole policy. [`Policy::validated`] is the only way to one that isn't the default.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    /// Digits in a code of our own.
    pub code_length: CodeLength,
    /// What the store counts.
    pub limits: Limits,
    /// The country a number without a country code belongs to.
    pub home: Region,
    /// Further countries that may be written to.
    pub also_allowed: BTreeSet<Region>,
    /// What is looked up before a code is sent.
    pub lookup: LookupRules,
    /// Whether a supervisor may accept a customer without proof.
    pub overrides: Overrides,
    /// For how many references within 24 hours a number is used before staff are told.
    pub many_references: u32,
}

/// A rule set outside of its hard bounds.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum PolicyError {
    /// A code of fewer than 6 or more than 8 digits.
    #[error("a code must have 6 to 8 digits")]
    CodeDigits,
    /// A lifetime of less than 1 or more than 10 minutes.
    #[error("a code must live between 1 and 10 minutes")]
    Lifetime,
    /// No tries, or more than 10.
    #[error("wrong tries before a lock must be between 1 and 10")]
    Tries,
    /// A first lock that is none, or longer than a day.
    #[error("the first lock must last between 1 minute and a day")]
    FirstLock,
    /// A longest lock that is none, or longer than a day.
    #[error("the longest lock must last between 1 minute and a day")]
    LongestLock,
    /// A resend pause under 10 seconds, or one so long that the store would forget it.
    #[error("the pause before a resend must be between 10 seconds and an hour")]
    Pause,
    /// A challenge that may never be sent, or more than 10 times.
    #[error("sends per challenge must be between 1 and 10")]
    SendsPerChallenge,
    /// No sends to a number within an hour, or more than 60.
    #[error("sends to a number must be between 1 and 60 an hour")]
    NumberHourly,
    /// No sends to a number within a day, or more than 200.
    #[error("sends to a number must be between 1 and 200 a day")]
    NumberDaily,
    /// No sends by a desk within an hour, or more than 3600.
    #[error("sends by a desk must be between 1 and 3600 an hour")]
    DeskHourly,
    /// No sends by the site within a day, or more than a million.
    #[error("sends by the site must be between 1 and 1000000 a day")]
    SiteDaily,
    /// Wrong tries forgotten before the lock they led to is over: guessing would begin anew.
    #[error("wrong tries must be kept at least as long as the longest lock")]
    FailuresKept,
    /// A warning of many references from the first one on, or past 100.
    #[error("the references that make many must be between 2 and 100")]
    ManyReferences,
    /// A change of SIM that nobody would call recent, or none.
    #[error("a SIM counts as changed lately for 1 to 30 days")]
    SwappedWithin,
}

impl Policy {
    /// The default rules for a site in `home`.
    pub fn for_home(home: Region) -> Self {
        Self {
            code_length: CodeLength::default(),
            limits: Limits::default(),
            home,
            also_allowed: BTreeSet::new(),
            lookup: LookupRules::default(),
            overrides: Overrides::default(),
            many_references: MANY_REFERENCES,
        }
    }

    /// Holds a policy to the hard bounds.
    ///
    /// # Errors
    /// The first rule that is out of its bounds.
    pub fn validated(self) -> Result<Self, PolicyError> {
        self.limits.validated()?;
        if !bounds::MANY_REFERENCES.contains(&self.many_references) {
            return Err(PolicyError::ManyReferences);
        }
        let swaps = bounds::days(&bounds::SWAPPED_WITHIN_DAYS);
        if !swaps.contains(&self.lookup.swapped_within) {
            return Err(PolicyError::SwappedWithin);
        }
        Ok(self)
    }

    /// Whether this number may be written to or called by `channel`.
    ///
    /// # Errors
    /// The rule that forbids it. None of these passes with time, so none has a `retry_at`.
    pub fn admits(&self, number: &PhoneNumber, channel: Channel) -> Result<(), Refusal> {
        if number.region() != self.home && !self.also_allowed.contains(&number.region()) {
            return Err(Refusal::for_good(Rule::CountryNotAllowed));
        }
        match number.number_type() {
            NumberType::Premium
            | NumberType::SharedCost
            | NumberType::TollFree
            | NumberType::Pager
            | NumberType::Voicemail => Err(Refusal::for_good(Rule::NumberTypeRefused)),
            NumberType::FixedLine => landline(channel),
            NumberType::Mobile
            | NumberType::FixedLineOrMobile
            | NumberType::Voip
            | NumberType::Personal
            | NumberType::CompanyWide
            | NumberType::Unknown => Ok(()),
        }
    }
}

fn landline(channel: Channel) -> Result<(), Refusal> {
    match channel {
        Channel::Call => Ok(()),
        Channel::Sms | Channel::WhatsApp | Channel::FlashCall => {
            Err(Refusal::for_good(Rule::LandlineNeedsCall))
        }
    }
}

/// The rules a request can run into, by name.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Rule {
    /// The number is locked after too many wrong codes.
    NumberLocked,
    /// The last send is too recent.
    ResendPause,
    /// The challenge has been sent as often as allowed.
    SendsPerChallenge,
    /// The number had its sends of this hour.
    NumberHourly,
    /// The number had its sends of this day.
    NumberDaily,
    /// This desk had its sends of this hour.
    DeskHourly,
    /// The site had its sends of this day.
    SiteDaily,
    /// The number's country is not one the site writes to.
    CountryNotAllowed,
    /// Numbers of this type are never written to.
    NumberTypeRefused,
    /// A landline can't receive this: it can be called.
    LandlineNeedsCall,
    /// Nothing is set up that carries this channel.
    ChannelNotSetUp,
    /// The line is none of a mobile phone, by Sinch's lookup.
    LineTypeRefused,
    /// The number's SIM was changed a short time ago, by Sinch's lookup.
    SimSwapped,
    /// The number had to be looked up at Sinch, and could not be.
    NotLookedUp,
}

/// A request that a rule does not allow: nothing was sent, nothing was counted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Refusal {
    /// The rule.
    pub rule: Rule,
    /// When the same request would be allowed, by the store's clock; nothing where time won't help.
    pub retry_at: Option<Timestamp>,
}

impl Refusal {
    /// A refusal that time does not lift.
    pub fn for_good(rule: Rule) -> Self {
        Self {
            rule,
            retry_at: None,
        }
    }

    /// A refusal that ends at `moment`.
    pub fn until(rule: Rule, moment: Timestamp) -> Self {
        Self {
            rule,
            retry_at: Some(moment),
        }
    }
}

#[cfg(test)]
mod tests;
