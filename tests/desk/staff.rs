//! How a test makes a desk of the core that speaks to a sandbox over real HTTP. For the tests of one desk and
//! for those of a whole site.

use std::sync::Arc;

use countersign_core::challenge::DeskId;
use countersign_core::desk::{Desk, Setup};
use countersign_core::phone::Region;
use countersign_core::policy::Policy;
use countersign_core::routes::Routes;
use countersign_core::settings::{ChannelSettings, TextSettings};
use countersign_core::sinch::credentials::{ApiToken, ApplicationKey, ServicePlanId};
use countersign_core::sinch::place::{LoopbackOrigin, Place};
use countersign_core::sinch::region::SmsRegion;
use countersign_core::sinch::retry::RandomJitter;
use countersign_core::sinch::signature::ApplicationSecret;
use countersign_core::sinch::sms::Sms;
use countersign_core::sinch::transport::{Timeouts, Transport};
use countersign_core::sinch::verification::Verification;
use countersign_core::site_key::SiteKey;
use countersign_core::site_keys::SiteKeys;
use countersign_core::store::Store;
use countersign_core::time::Clock;
use countersign_sandbox::{Credentials, Message, Sandbox};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

/// What the customer would read out of a message: its code, or the number that called.
pub(crate) fn read_out(message: Message) -> Option<String> {
    let Some(body) = message.body else {
        return Some(message.from);
    };
    // A spoken code has a comma between its digits.
    let pause = |letter: &char| letter.is_whitespace() || *letter == ',';
    let digits: String = body.chars().filter(|letter| !pause(letter)).collect();
    digits
        .split(|letter: char| !letter.is_ascii_digit())
        .find(|run| run.len() >= 4)
        .map(str::to_owned)
}

/// A desk of the site whose key this is. Its caps are above what a test sends.
pub(crate) fn desk(
    id: DeskId,
    name: &str,
    routes: Routes,
    store: Arc<dyn Store>,
    key: &[u8; 32],
) -> Desk {
    let site_keys = SiteKeys::only(SiteKey::from_bytes(key));
    desk_with(id, name, routes, store, site_keys)
}

/// The same with keys that may change.
pub(crate) fn desk_with(
    id: DeskId,
    name: &str,
    routes: Routes,
    store: Arc<dyn Store>,
    site_keys: SiteKeys,
) -> Desk {
    let mut policy = Policy::for_home(Region::UNITED_STATES);
    policy.also_allowed = [Region::SWEDEN].into();
    policy.limits.desk_hourly = 1000;
    Desk::open(Setup {
        id,
        name: name.to_owned(),
        site: "Harbour Clinic".to_owned(),
        policy,
        site_keys,
        store,
        routes,
        texts: TextSettings::default(),
        randomness: Box::new(UnwrapErr(SysRng)),
    })
}

/// Both products of Sinch, as the sandbox plays them.
pub(crate) fn routes(sandbox: &Sandbox, timeouts: Timeouts, clock: Arc<dyn Clock>) -> Routes {
    let origin = LoopbackOrigin::new(sandbox.address()).expect("a loopback address");
    let transport = Transport::new(Place::Loopback(origin), timeouts).expect("a client");
    let credentials = Credentials::default();
    let key = ApplicationKey::new(&credentials.application_key).expect("a key");
    let secret = ApplicationSecret::from_base64(&credentials.application_secret.into());
    let plan = ServicePlanId::new(&credentials.service_plan).expect("a plan");
    let token = ApiToken::new(credentials.service_plan_token.into()).expect("a token");
    let jitter = Arc::new(RandomJitter);
    Routes {
        sms: Some(Sms::service_plan(
            transport.clone(),
            SmsRegion::Eu,
            plan,
            token,
            Arc::clone(&clock),
            jitter.clone(),
        )),
        sender: None,
        verification: Some(Verification::new(
            transport,
            key,
            secret.expect("a secret"),
            clock,
            jitter,
        )),
        carriers: ChannelSettings::default(),
    }
}
