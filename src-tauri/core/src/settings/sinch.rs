//! The organisation's accounts at Sinch: the half of each credential set that is no secret. The other
//! half is in the vault.

use serde::{Deserialize, Serialize};

use crate::sinch::credentials::{ApplicationKey, KeyId, ProjectId, ServicePlanId};
use crate::sinch::region::{ProjectRegion, SmsRegion};
use crate::sinch::sms::Sender;

/// The accounts at Sinch. Either product, or both.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SinchSettings {
    /// The application at Sinch Verification, where it is used. Managed as a whole; its secret is put into
    /// the keyring of each desk. Risk: with another application's key every desk fails to send.
    #[serde(default)]
    pub verification: Option<VerificationAccount>,
    /// The account at Sinch SMS, where it is used: a service plan, or a project with an access key.
    /// Managed as a whole; its secret is put into the keyring of each desk. Risk: with the wrong region or
    /// plan every desk fails to send texts.
    #[serde(default)]
    pub sms: Option<SmsAccount>,
    /// Who our texts say they are from: a number, or a name of up to 11 letters, digits and spaces; the
    /// account's default where none is set. Risk: many countries drop texts whose sender is not registered.
    #[serde(default)]
    #[cfg_attr(feature = "wire", ts(type = "string | null"))]
    pub sender: Option<Sender>,
}

impl SinchSettings {
    /// The project and its access key, where texts go by a project: what looks numbers up too.
    pub fn project(&self) -> Option<(&ProjectId, &KeyId)> {
        match self.sms.as_ref()? {
            SmsAccount::ServicePlan { .. } => None,
            SmsAccount::Project {
                region: _,
                project,
                key_id,
            } => Some((project, key_id)),
        }
    }
}

/// A Verification application. Its secret is in the vault.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerificationAccount {
    /// The application key.
    #[cfg_attr(feature = "wire", ts(type = "string"))]
    pub application_key: ApplicationKey,
}

/// Whose account sends texts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum SmsAccount {
    /// A service plan. Its token is in the vault.
    ServicePlan {
        /// Where the plan lives.
        #[cfg_attr(feature = "wire", ts(type = "'us' | 'eu' | 'au' | 'br' | 'ca'"))]
        region: SmsRegion,
        /// The plan's id.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        plan: ServicePlanId,
    },
    /// A project with an access key. The key's secret is in the vault.
    Project {
        /// Where the project's SMS lives.
        #[cfg_attr(feature = "wire", ts(type = "'us' | 'eu'"))]
        region: ProjectRegion,
        /// The project's id.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        project: ProjectId,
        /// The access key's id.
        #[cfg_attr(feature = "wire", ts(type = "string"))]
        key_id: KeyId,
    },
}
