//! Both routes to the sandbox, and its number look-up, set up as a site's are to Sinch. The credentials are the sandbox's
//! published ones and guard nothing.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

use countersign_core::routes::Routes;
use countersign_core::settings::ChannelSettings;
use countersign_core::sinch::credentials::{
    ApiToken, ApplicationKey, KeyId, KeySecret, ProjectId, ServicePlanId,
};
use countersign_core::sinch::lookup::NumberLookup;
use countersign_core::sinch::place::{LoopbackOrigin, Place};
use countersign_core::sinch::region::SmsRegion;
use countersign_core::sinch::retry::RandomJitter;
use countersign_core::sinch::signature::ApplicationSecret;
use countersign_core::sinch::sms::Sms;
use countersign_core::sinch::token::TokenSource;
use countersign_core::sinch::transport::{Timeouts, Transport};
use countersign_core::sinch::verification::Verification;
use countersign_core::time::Clock;
use countersign_sandbox::Credentials;

/// Who the texts on the drawn phone say they are from.
const SENDER: &str = "Training";

/// What looks numbers up, as a site's project does.
pub(super) fn lookup(sandbox: SocketAddr) -> Result<NumberLookup, Box<dyn Error + Send + Sync>> {
    let place = Place::Loopback(LoopbackOrigin::new(sandbox)?);
    let transport = Transport::new(place, Timeouts::default())?;
    let credentials = Credentials::default();
    let tokens = TokenSource::new(
        transport.clone(),
        KeyId::new(&credentials.key_id)?,
        KeySecret::new(credentials.key_secret.into())?,
        Arc::new(RandomJitter),
    );
    let project = ProjectId::new(&credentials.project)?;
    Ok(NumberLookup::new(transport, project, Arc::new(tokens)))
}

pub(super) fn routes(
    sandbox: SocketAddr,
    clock: Arc<dyn Clock>,
    carriers: ChannelSettings,
) -> Result<Routes, Box<dyn Error + Send + Sync>> {
    let place = Place::Loopback(LoopbackOrigin::new(sandbox)?);
    let transport = Transport::new(place, Timeouts::default())?;
    let credentials = Credentials::default();
    let verification = Verification::new(
        transport.clone(),
        ApplicationKey::new(&credentials.application_key)?,
        ApplicationSecret::from_base64(&credentials.application_secret.into())?,
        Arc::clone(&clock),
        Arc::new(RandomJitter),
    );
    let sms = Sms::service_plan(
        transport,
        SmsRegion::Eu,
        ServicePlanId::new(&credentials.service_plan)?,
        ApiToken::new(credentials.service_plan_token.into())?,
        clock,
        Arc::new(RandomJitter),
    );
    Ok(Routes {
        sms: Some(sms),
        sender: Some(SENDER.parse()?),
        verification: Some(verification),
        carriers,
    })
}
