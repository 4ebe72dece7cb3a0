//! Which channels the desk offers, and which Sinch product carries each.

use serde::{Deserialize, Serialize};

use super::sinch::SinchSettings;
use crate::challenge::{Channel, Route};

/// What carries each channel. By default, what is set up: texts by Sinch SMS where there is an account
/// for it, all else by Sinch Verification.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ChannelSettings {
    /// What carries text messages. Risk: texts can be read by whoever has taken over the number.
    pub sms: Carrier,
    /// What carries calls that speak the code: only Sinch Verification can. Risk: calls cost more than
    /// texts.
    pub call: Carrier,
    /// What carries WhatsApp messages: only Sinch Verification can. Risk: they reach the account, which
    /// may be on another phone than the number.
    pub whats_app: Carrier,
    /// What carries missed calls whose number is the code: only Sinch Verification can. Risk: in some
    /// countries carriers block them.
    pub flash_call: Carrier,
}

/// What carries a channel.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
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

    /// The routes that may carry a channel where these products are set up, the usual one first. The
    /// only rule of this kind: what is offered, and what staff may wish for, follows from it.
    pub fn routes(&self, channel: Channel, products: Products) -> Vec<Route> {
        let carrier = self.carrier(channel);
        Route::ALL
            .into_iter()
            .filter(|route| carrier.allows(*route) && products.carry(*route, channel))
            .collect()
    }

    /// The channels that something carries, and what, the usual channel first.
    pub fn carried(&self, sinch: &SinchSettings) -> Vec<(Channel, Route)> {
        let products = Products {
            sms: sinch.sms.is_some(),
            verification: sinch.verification.is_some(),
        };
        let usual = |channel| self.routes(channel, products).into_iter().next();
        Channel::ALL
            .into_iter()
            .filter_map(|channel| Some((channel, usual(channel)?)))
            .collect()
    }
}

impl Carrier {
    fn allows(self, route: Route) -> bool {
        match (self, route) {
            (Self::Usual, _)
            | (Self::SinchSms, Route::SinchSms)
            | (Self::SinchVerification, Route::SinchVerification) => true,
            (Self::SinchSms, Route::SinchVerification)
            | (Self::SinchVerification, Route::SinchSms)
            | (Self::Off, _) => false,
        }
    }
}

/// Which products of Sinch are set up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Products {
    /// Sinch SMS, which carries texts and nothing else.
    pub sms: bool,
    /// Sinch Verification, which carries every channel.
    pub verification: bool,
}

impl Products {
    fn carry(self, route: Route, channel: Channel) -> bool {
        match route {
            Route::SinchSms => self.sms && channel == Channel::Sms,
            Route::SinchVerification => self.verification,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARRIERS: [Carrier; 4] = [
        Carrier::Usual,
        Carrier::SinchSms,
        Carrier::SinchVerification,
        Carrier::Off,
    ];
    const BOTH: [Route; 2] = [Route::SinchSms, Route::SinchVerification];
    const SMS: [Route; 1] = [Route::SinchSms];
    const VERIFICATION: [Route; 1] = [Route::SinchVerification];
    const NONE: [Route; 0] = [];

    fn all_by(carrier: Carrier) -> ChannelSettings {
        ChannelSettings {
            sms: carrier,
            call: carrier,
            whats_app: carrier,
            flash_call: carrier,
        }
    }

    fn products(sms: bool, verification: bool) -> Products {
        Products { sms, verification }
    }

    /// What carries a channel, for each of [`CARRIERS`].
    type Carrying = [&'static [Route]; 4];

    /// What carries texts, then what carries all other channels.
    fn table() -> [(Products, Carrying, Carrying); 4] {
        [
            (products(false, false), [&NONE; 4], [&NONE; 4]),
            (
                products(true, false),
                [&SMS, &SMS, &NONE, &NONE],
                [&NONE; 4],
            ),
            (
                products(false, true),
                [&VERIFICATION, &NONE, &VERIFICATION, &NONE],
                [&VERIFICATION, &NONE, &VERIFICATION, &NONE],
            ),
            (
                products(true, true),
                [&BOTH, &SMS, &VERIFICATION, &NONE],
                [&VERIFICATION, &NONE, &VERIFICATION, &NONE],
            ),
        ]
    }

    #[test]
    fn a_channel_goes_only_where_its_carrier_is_wanted_and_set_up() {
        for (products, texts, others) in table() {
            for (index, carrier) in CARRIERS.into_iter().enumerate() {
                let settings = all_by(carrier);
                for channel in Channel::ALL {
                    let expected = match channel {
                        Channel::Sms => texts[index],
                        Channel::Call | Channel::WhatsApp | Channel::FlashCall => others[index],
                    };
                    assert_eq!(
                        settings.routes(channel, products),
                        expected,
                        "{carrier:?} {channel:?} {products:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn each_channel_goes_by_its_own_carrier() {
        let settings = ChannelSettings {
            sms: Carrier::SinchSms,
            call: Carrier::Off,
            whats_app: Carrier::SinchVerification,
            flash_call: Carrier::Usual,
        };
        let of = |channel| settings.routes(channel, products(true, true));
        assert_eq!(of(Channel::Sms), SMS);
        assert_eq!(of(Channel::Call), NONE);
        assert_eq!(of(Channel::WhatsApp), VERIFICATION);
        assert_eq!(of(Channel::FlashCall), VERIFICATION);
    }
}
