//! What secrets are called: one name each, within a set of those that belong together.
//! What they say, and where they are kept, is not known here.

use std::fmt;
use std::str::FromStr;

use rand::{CryptoRng, RngExt};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is kept. `account` is the name under which the keyring has it, beside the service `countersign`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SecretName {
    /// The secret of the Verification application: base64.
    SinchApplicationSecret,
    /// The token of the SMS service plan.
    SinchSmsToken,
    /// The secret of the project's access key.
    SinchKeySecret,
    /// The password of the desks' user in Redis.
    RedisPassword,
    /// The Sentinels' own password.
    SentinelPassword,
    /// The site key: base64 of 32 bytes.
    SiteKey,
    /// The site key that is to follow, or the one that was before, while both verify.
    OtherSiteKey,
    /// What the admin's passcode is checked against, with the count of wrong tries. This computer's own:
    /// part of no set, and of no bundle.
    AdminPasscode,
    /// What the supervisor's passcode is checked against. This computer's own too.
    SupervisorPasscode,
}

impl SecretName {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::SinchApplicationSecret,
        Self::SinchSmsToken,
        Self::SinchKeySecret,
        Self::RedisPassword,
        Self::SentinelPassword,
        Self::SiteKey,
        Self::OtherSiteKey,
        Self::AdminPasscode,
        Self::SupervisorPasscode,
    ];

    /// The name as the keyring has it, without its set.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SinchApplicationSecret => "sinch-application-secret",
            Self::SinchSmsToken => "sinch-sms-token",
            Self::SinchKeySecret => "sinch-key-secret",
            Self::RedisPassword => "redis-password",
            Self::SentinelPassword => "sentinel-password",
            Self::SiteKey => "site-key",
            Self::OtherSiteKey => "other-site-key",
            Self::AdminPasscode => "admin-passcode",
            Self::SupervisorPasscode => "supervisor-passcode",
        }
    }

    /// Whether it belongs to a set, and not to the computer whatever its settings are.
    pub fn is_of_a_set(self) -> bool {
        match self {
            Self::AdminPasscode | Self::SupervisorPasscode => false,
            Self::SinchApplicationSecret
            | Self::SinchSmsToken
            | Self::SinchKeySecret
            | Self::RedisPassword
            | Self::SentinelPassword
            | Self::SiteKey
            | Self::OtherSiteKey => true,
        }
    }

    /// The whole name as the keyring has it.
    pub fn account(self, set: &SecretSet) -> String {
        if self.is_of_a_set() {
            format!("{set}/{}", self.as_str())
        } else {
            self.as_str().to_owned()
        }
    }
}

/// The secrets that belong together, and to one state of the settings: 1 to 32 of a–z, 0–9 and `-`.
/// An import writes a new set and then changes the settings, in one step, from the old set to it: cut
/// off anywhere, it has changed nothing.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct SecretSet(String);

/// What is not the name of a set.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a set of secrets is named by 1 to 32 of the characters a–z, 0–9 and -")]
pub struct NotASecretSet;

impl SecretSet {
    /// A new set's name: 16 hexadecimal digits.
    pub fn draw<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        Self(format!("{:016x}", randomness.random::<u64>()))
    }
}

impl Default for SecretSet {
    /// The set of secrets that were typed in rather than imported.
    fn default() -> Self {
        Self("desk".to_owned())
    }
}

impl fmt::Display for SecretSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for SecretSet {
    type Err = NotASecretSet;

    fn from_str(text: &str) -> Result<Self, NotASecretSet> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for SecretSet {
    type Error = NotASecretSet;

    fn try_from(text: String) -> Result<Self, NotASecretSet> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if matches!(text.len(), 1..=32) && text.bytes().all(plain) {
            Ok(Self(text))
        } else {
            Err(NotASecretSet)
        }
    }
}

impl From<SecretSet> for String {
    fn from(set: SecretSet) -> Self {
        set.0
    }
}
