//! What is offered and chosen, over all settings and all that may be set up.

use std::sync::Arc;

use super::*;
use crate::settings::{Carrier, SinchSettings, SmsAccount, VerificationAccount};
use crate::sinch::credentials::{ApiToken, ApplicationKey, ServicePlanId};
use crate::sinch::place::{LoopbackOrigin, Place};
use crate::sinch::region::SmsRegion;
use crate::sinch::retry::RandomJitter;
use crate::sinch::signature::ApplicationSecret;
use crate::sinch::transport::{Timeouts, Transport};
use crate::time::SystemClock;

const CARRIERS: [Carrier; 4] = [
    Carrier::Usual,
    Carrier::SinchSms,
    Carrier::SinchVerification,
    Carrier::Off,
];

fn all_carriers() -> impl Iterator<Item = ChannelSettings> {
    (0..256).map(|index: usize| {
        let carrier = |place: u32| CARRIERS[index / 4_usize.pow(place) % 4];
        ChannelSettings {
            sms: carrier(0),
            call: carrier(1),
            whats_app: carrier(2),
            flash_call: carrier(3),
        }
    })
}

fn key() -> ApplicationKey {
    ApplicationKey::new("669E367E-6BBA-48AB-AF15-266871C28135").unwrap()
}

fn plan() -> ServicePlanId {
    ServicePlanId::new("00112233445566778899aabbccddeeff").unwrap()
}

/// Routes that nothing is asked of.
fn routes(sms: bool, verification: bool) -> Routes {
    let origin = LoopbackOrigin::new("127.0.0.1:1".parse().unwrap()).unwrap();
    let transport = Transport::new(Place::Loopback(origin), Timeouts::default()).unwrap();
    let token = ApiToken::new("token".into()).unwrap();
    let secret = ApplicationSecret::from_base64(&"BeIukql3pTKJ8RGL5zo0DA==".into()).unwrap();
    let (clock, jitter) = (Arc::new(SystemClock), Arc::new(RandomJitter));
    let region = SmsRegion::Eu;
    Routes {
        sms: sms.then(|| {
            let (clock, jitter) = (clock.clone(), jitter.clone());
            Sms::service_plan(transport.clone(), region, plan(), token, clock, jitter)
        }),
        verification: verification
            .then(|| Verification::new(transport.clone(), key(), secret, clock, jitter)),
        ..Routes::default()
    }
}

fn accounts(sms: bool, verification: bool) -> SinchSettings {
    SinchSettings {
        verification: verification.then(|| VerificationAccount {
            application_key: key(),
        }),
        sms: sms.then(|| SmsAccount::ServicePlan {
            region: SmsRegion::Eu,
            plan: plan(),
        }),
        sender: None,
    }
}

const SET_UP: [(bool, bool); 4] = [(false, false), (false, true), (true, false), (true, true)];

#[test]
fn what_the_settings_say_is_carried_is_what_the_desk_offers() {
    for (sms, verification) in SET_UP {
        let mut routes = routes(sms, verification);
        let accounts = accounts(sms, verification);
        for carriers in all_carriers() {
            routes.carriers = carriers;
            let offered: Vec<_> = routes
                .channels()
                .into_iter()
                .filter_map(|channel| Some((channel, routes.choose(channel, None)?)))
                .collect();
            assert_eq!(carriers.carried(&accounts), offered, "{carriers:?}");
            assert_eq!(routes.channels().len(), offered.len());
        }
    }
}

#[test]
fn a_wish_is_granted_only_where_the_settings_and_the_set_up_allow_it() {
    for (sms, verification) in SET_UP {
        let mut routes = routes(sms, verification);
        for carriers in all_carriers() {
            routes.carriers = carriers;
            for channel in Channel::ALL {
                let usual = routes.choose(channel, None);
                for wish in Route::ALL {
                    let granted = routes.choose(channel, Some(wish));
                    let expected = if routes.may_carry(wish, channel) {
                        Some(wish)
                    } else {
                        usual
                    };
                    assert_eq!(granted, expected, "{carriers:?} {channel:?} {wish:?}");
                }
            }
        }
    }
}

#[test]
fn without_settings_texts_go_by_sinch_sms_and_all_else_by_verification() {
    let both = routes(true, true);
    assert_eq!(both.channels(), Channel::ALL);
    assert_eq!(both.choose(Channel::Sms, None), Some(Route::SinchSms));
    let call = both.choose(Channel::Call, Some(Route::SinchSms));
    assert_eq!(call, Some(Route::SinchVerification));
    assert_eq!(routes(true, false).channels(), [Channel::Sms]);
}
