//! Which setting it is that an error of a rule or of a Redis is about, by its key.

use crate::policy::PolicyError;
use crate::store::redis::InvalidRedisSettings;

/// The part of a Redis' settings: as near as the error tells, which of several addresses it is, it does not.
pub(super) fn of_redis(error: InvalidRedisSettings) -> &'static str {
    match error {
        InvalidRedisSettings::Site => "site",
        InvalidRedisSettings::Address
        | InvalidRedisSettings::SecretInAddress
        | InvalidRedisSettings::OptionInAddress
        | InvalidRedisSettings::Database
        | InvalidRedisSettings::DatabaseNotHere
        | InvalidRedisSettings::SocketNotHere
        | InvalidRedisSettings::NoAddress
        | InvalidRedisSettings::PrimaryName
        | InvalidRedisSettings::MixedTls
        | InvalidRedisSettings::CertificatesWithoutTls => "place",
        InvalidRedisSettings::HalfAnIdentity => "clientCertificate",
        InvalidRedisSettings::EmptyUser => "user",
        InvalidRedisSettings::TooManyReplicas => "replicas",
    }
}

/// The key of the rule that is out of its bounds.
pub(super) fn of_rule(error: PolicyError) -> &'static str {
    match error {
        PolicyError::CodeDigits => "codeDigits",
        PolicyError::Lifetime => "lifetimeMinutes",
        PolicyError::Tries => "wrongTries",
        PolicyError::FirstLock => "firstLockMinutes",
        PolicyError::LongestLock | PolicyError::FailuresKept => "longestLockMinutes",
        PolicyError::Pause => "resendPausesSeconds",
        PolicyError::SendsPerChallenge => "sendsPerChallenge",
        PolicyError::NumberHourly => "numberHourly",
        PolicyError::NumberDaily => "numberDaily",
        PolicyError::DeskHourly => "deskHourly",
        PolicyError::SiteDaily => "siteDaily",
        PolicyError::ManyReferences => "manyReferences",
        PolicyError::SwappedWithin => "numberLookup",
    }
}
