//! Why settings can't be used, and where they say so. Never what stands there: somebody may have written a
//! password into the file.

use std::error::Error;
use std::fmt;

use super::pointer::Pointer;
use crate::policy::PolicyError;
use crate::store::redis::InvalidRedisSettings;

mod place;

/// Settings that can't be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SettingsError {
    /// What is wrong.
    pub problem: SettingsProblem,
    /// Which value it is; nothing where there are no values yet, as in what is no JSON.
    pub pointer: Option<Pointer>,
    /// Where in the file; nothing where the settings came from no file.
    pub spot: Option<Spot>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Spot {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// What can be wrong with settings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SettingsProblem {
    /// The text is not in UTF-8.
    Encoding,
    /// The file is longer than any that an admin would write.
    TooLarge,
    /// The text is no JSON.
    Syntax,
    /// A key is there twice.
    Twice,
    /// A key that no setting has.
    Unknown,
    /// A value is missing, of another kind, or not among those that there are.
    Form,
    /// A later version of the program wrote this.
    Newer,
    /// No Redis could be reached by what is written of it.
    Redis(InvalidRedisSettings),
    /// A rule is out of its hard bounds.
    Rules(PolicyError),
    /// The desk shall send, but no account at Sinch is named that carries a channel it offers.
    NothingSends,
    /// Numbers shall be looked up, and the project's account at Sinch that this needs is not named.
    NothingLooksUp,
    /// A secret, where none may be written.
    Secret,
    /// A setting that belongs to the one desk, or to the program.
    NotManaged,
}

impl SettingsError {
    pub(super) fn new(problem: SettingsProblem, pointer: Option<Pointer>) -> Self {
        Self {
            problem,
            pointer,
            spot: None,
        }
    }

    pub(super) fn at(problem: SettingsProblem, pointer: Pointer) -> Self {
        Self::new(problem, Some(pointer))
    }

    pub(super) fn redis(error: InvalidRedisSettings) -> Self {
        let pointer = Pointer::to(&["store", place::of_redis(error)]);
        Self::at(SettingsProblem::Redis(error), pointer)
    }

    pub(super) fn rules(error: PolicyError) -> Self {
        let pointer = Pointer::to(&["rules", place::of_rule(error)]);
        Self::at(SettingsProblem::Rules(error), pointer)
    }

    /// The stable name of the problem.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}

impl SettingsProblem {
    /// Whether the file itself is damaged, as after a power cut, rather than wrongly filled in.
    pub fn is_damage(self) -> bool {
        match self {
            Self::Encoding | Self::TooLarge | Self::Syntax => true,
            Self::Twice
            | Self::Unknown
            | Self::Form
            | Self::Newer
            | Self::Redis(_)
            | Self::Rules(_)
            | Self::NothingSends
            | Self::NothingLooksUp
            | Self::Secret
            | Self::NotManaged => false,
        }
    }

    /// The stable name, which pages have words for.
    pub fn code(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::TooLarge => "tooLarge",
            Self::Syntax => "syntax",
            Self::Twice => "twice",
            Self::Unknown => "unknown",
            Self::Form => "form",
            Self::Newer => "newer",
            Self::Redis(error) => redis_code(error),
            Self::Rules(error) => rules_code(error),
            Self::NothingSends => "nothingSends",
            Self::NothingLooksUp => "nothingLooksUp",
            Self::Secret => "secret",
            Self::NotManaged => "notManaged",
        }
    }
}

impl fmt::Display for SettingsProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Encoding => "save the file as UTF-8",
            Self::TooLarge => "the file is too large to be one of settings",
            Self::Syntax => "this is no JSON",
            Self::Twice => "this key is there twice",
            Self::Unknown => "no setting has this name",
            Self::Form => {
                "a value is missing, of another kind, or not one that this setting can have"
            }
            Self::Newer => "a later version of Countersign wrote this: update this computer's",
            Self::Redis(error) => return error.fmt(formatter),
            Self::Rules(error) => return error.fmt(formatter),
            Self::NothingSends => {
                "name an account at Sinch that carries one of the channels, or stay in training"
            }
            Self::NothingLooksUp => {
                "name the project's account at Sinch that looks numbers up, or look none up"
            }
            Self::Secret => "take the secret out: secrets are kept in the keyring, never in a file",
            Self::NotManaged => "this can't be set for many desks: take it out",
        })
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Spot { line, column }) = self.spot {
            write!(formatter, "line {line}, column {column}: ")?;
        }
        match self.pointer.as_ref().map(Pointer::as_str) {
            None | Some("") => {}
            Some(pointer) => write!(formatter, "{pointer}: ")?,
        }
        self.problem.fmt(formatter)
    }
}

impl Error for SettingsError {}

fn redis_code(error: InvalidRedisSettings) -> &'static str {
    match error {
        InvalidRedisSettings::Site => "redis.site",
        InvalidRedisSettings::Address => "redis.address",
        InvalidRedisSettings::SecretInAddress => "redis.secretInAddress",
        InvalidRedisSettings::OptionInAddress => "redis.optionInAddress",
        InvalidRedisSettings::Database => "redis.database",
        InvalidRedisSettings::DatabaseNotHere => "redis.databaseNotHere",
        InvalidRedisSettings::SocketNotHere => "redis.socketNotHere",
        InvalidRedisSettings::NoAddress => "redis.noAddress",
        InvalidRedisSettings::PrimaryName => "redis.primaryName",
        InvalidRedisSettings::MixedTls => "redis.mixedTls",
        InvalidRedisSettings::CertificatesWithoutTls => "redis.certificatesWithoutTls",
        InvalidRedisSettings::HalfAnIdentity => "redis.halfAnIdentity",
        InvalidRedisSettings::EmptyUser => "redis.emptyUser",
        InvalidRedisSettings::TooManyReplicas => "redis.tooManyReplicas",
    }
}

fn rules_code(error: PolicyError) -> &'static str {
    match error {
        PolicyError::CodeDigits => "rules.codeDigits",
        PolicyError::Lifetime => "rules.lifetime",
        PolicyError::Tries => "rules.tries",
        PolicyError::FirstLock => "rules.firstLock",
        PolicyError::LongestLock => "rules.longestLock",
        PolicyError::FailuresKept => "rules.failuresKept",
        PolicyError::Pause => "rules.pause",
        PolicyError::SendsPerChallenge => "rules.sendsPerChallenge",
        PolicyError::NumberHourly => "rules.numberHourly",
        PolicyError::NumberDaily => "rules.numberDaily",
        PolicyError::DeskHourly => "rules.deskHourly",
        PolicyError::SiteDaily => "rules.siteDaily",
        PolicyError::ManyReferences => "rules.manyReferences",
        PolicyError::SwappedWithin => "rules.swappedWithin",
    }
}
