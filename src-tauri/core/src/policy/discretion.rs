//! What a site leaves to a supervisor, and what it does about numbers that Sinch Number Lookup warns of.
//! Who asks the supervisor, and what a lookup says, is not known here.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Whether a supervisor may accept a customer whose number could not be verified. Risk: it is a way past the
/// verification for whoever learns the supervisor's passcode. Such a customer is never shown as verified.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Overrides {
    /// Nobody may.
    #[default]
    Never,
    /// A supervisor may, by a passcode of their own and with a reason.
    Supervisor,
}

/// What is done about a number that a lookup warns of.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Measure {
    /// It is not looked up.
    #[default]
    Off,
    /// Staff are told, and go on as they like. So they are where it could not be looked up.
    Warn,
    /// A supervisor's passcode is asked for before anything is sent; also where it could not be looked up.
    Supervisor,
    /// Nothing is sent; nor where it could not be looked up.
    Refuse,
}

/// What is looked up before a code is sent, and what is done about it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LookupRules {
    /// About a line that is none of a mobile phone, and no landline that is to be called.
    pub line_type: Measure,
    /// About a SIM that was changed a short time ago.
    pub sim_swap: Measure,
    /// How short that is.
    pub swapped_within: Duration,
}

impl LookupRules {
    /// Whether anything is looked up at all.
    pub fn is_off(self) -> bool {
        self.line_type == Measure::Off && self.sim_swap == Measure::Off
    }
}

impl Default for LookupRules {
    fn default() -> Self {
        Self {
            line_type: Measure::Off,
            sim_swap: Measure::Off,
            swapped_within: Duration::from_secs(7 * 24 * 60 * 60),
        }
    }
}
