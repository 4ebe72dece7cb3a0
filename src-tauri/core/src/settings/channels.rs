//! Which channels the desk offers, and which Sinch product carries each.

use serde::{Deserialize, Serialize};

use super::sinch::SinchSettings;
use crate::challenge::{Channel, Route};

/// What carries each channel. By default, what is set up: texts by Sinch SMS where there is an account
/// for it, all else by Sinch Verification.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ChannelSettings {
    /// Text messages.
    pub sms: Carrier,
    /// Calls that speak the code.
    pub call: Carrier,
    /// WhatsApp messages.
    pub whats_app: Carrier,
    /// Missed calls whose number is the code.
    pub flash_call: Carrier,
}

/// What carries a channel.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Carrier {
    /// Whatever is set up for it, Sinch SMS before Sinch Verification.
    #[default]
    Usual,
    /// Sinch SMS, which carries texts only.
    SinchSms,
    /// Sinch Verification.
    SinchVerification,
    /// The channel is not offered.
    Off,
}

impl ChannelSettings {
    /// What is to carry a channel.
    pub fn carrier(&self, channel: Channel) -> Carrier {
        match channel {
            Channel::Sms => self.sms,
            Channel::Call => self.call,
            Channel::WhatsApp => self.whats_app,
            Channel::FlashCall => self.flash_call,
        }
    }

    /// The channels that something carries, and what, the usual channel first.
    pub fn carried(&self, sinch: &SinchSettings) -> Vec<(Channel, Route)> {
        Channel::ALL
            .into_iter()
            .filter_map(|channel| Some((channel, self.route(channel, sinch)?)))
            .collect()
    }

    fn route(&self, channel: Channel, sinch: &SinchSettings) -> Option<Route> {
        let by_sms = || {
            let is_text = channel == Channel::Sms;
            (is_text && sinch.sms.is_some()).then_some(Route::SinchSms)
        };
        let by_verification = || {
            let account = sinch.verification.as_ref();
            account.map(|_| Route::SinchVerification)
        };
        match self.carrier(channel) {
            Carrier::Usual => by_sms().or_else(by_verification),
            Carrier::SinchSms => by_sms(),
            Carrier::SinchVerification => by_verification(),
            Carrier::Off => None,
        }
    }
}
