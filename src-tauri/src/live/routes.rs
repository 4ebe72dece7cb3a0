//! The ways to Sinch, by the accounts that the settings name and the secrets that go with them.

use std::sync::Arc;

use countersign_core::routes::Routes;
use countersign_core::settings::{ChannelSettings, SinchSettings, SmsAccount};
use countersign_core::sinch::lookup::NumberLookup;
use countersign_core::sinch::place::Place;
use countersign_core::sinch::retry::{Jitter, RandomJitter};
use countersign_core::sinch::sms::Sms;
use countersign_core::sinch::token::TokenSource;
use countersign_core::sinch::transport::{CannotSpeakHttp, Timeouts, Transport};
use countersign_core::sinch::verification::Verification;
use countersign_core::time::{Clock, SystemClock};

use super::secrets::{SinchSecrets, SmsSecret};

pub(super) fn open(
    accounts: &SinchSettings,
    carriers: ChannelSettings,
    secrets: SinchSecrets,
    place: Place,
) -> Result<Routes, CannotSpeakHttp> {
    let way = Way {
        transport: Transport::new(place, Timeouts::default())?,
        clock: Arc::new(SystemClock),
        jitter: Arc::new(RandomJitter),
    };
    let verification = accounts.verification.as_ref().zip(secrets.application);
    let sms = accounts.sms.as_ref().zip(secrets.sms);
    Ok(Routes {
        verification: verification.map(|(account, secret)| {
            Verification::new(
                way.transport.clone(),
                account.application_key.clone(),
                secret,
                Arc::clone(&way.clock),
                Arc::clone(&way.jitter),
            )
        }),
        sms: sms.and_then(|(account, secret)| way.sms(account, secret)),
        sender: accounts.sender.clone(),
        carriers,
    })
}

/// What looks numbers up, where texts go by a project: the same project and key do.
pub(super) fn lookup(
    accounts: &SinchSettings,
    secrets: &SinchSecrets,
    place: Place,
) -> Result<Option<NumberLookup>, CannotSpeakHttp> {
    let (Some((project, key)), Some(SmsSecret::Key(secret))) = (accounts.project(), &secrets.sms)
    else {
        return Ok(None);
    };
    let transport = Transport::new(place, Timeouts::default())?;
    let jitter = Arc::new(RandomJitter);
    let tokens = TokenSource::new(transport.clone(), key.clone(), secret.clone(), jitter);
    let tokens = Arc::new(tokens);
    Ok(Some(NumberLookup::new(transport, project.clone(), tokens)))
}

/// What both products go by.
struct Way {
    transport: Transport,
    clock: Arc<dyn Clock>,
    jitter: Arc<dyn Jitter>,
}

impl Way {
    /// Nothing where the secret is another kind of account's.
    fn sms(&self, account: &SmsAccount, secret: SmsSecret) -> Option<Sms> {
        let transport = self.transport.clone();
        let clock = Arc::clone(&self.clock);
        let jitter = Arc::clone(&self.jitter);
        match (account, secret) {
            (SmsAccount::ServicePlan { region, plan }, SmsSecret::Token(token)) => Some(
                Sms::service_plan(transport, *region, plan.clone(), token, clock, jitter),
            ),
            (
                SmsAccount::Project {
                    region,
                    project,
                    key_id,
                },
                SmsSecret::Key(secret),
            ) => {
                let tokens = TokenSource::new(
                    transport.clone(),
                    key_id.clone(),
                    secret,
                    Arc::clone(&jitter),
                );
                let project = project.clone();
                Some(Sms::project(
                    transport,
                    *region,
                    project,
                    Arc::new(tokens),
                    clock,
                    jitter,
                ))
            }
            (SmsAccount::ServicePlan { .. }, SmsSecret::Key(_))
            | (SmsAccount::Project { .. }, SmsSecret::Token(_)) => None,
        }
    }
}
