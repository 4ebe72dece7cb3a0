//! A site's own words and its own choice of channels, through a desk to the phone.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{Channel, DeskId, Route};
use countersign_core::desk::{Desk, OpenChallenge, Request, Requested, Setup};
use countersign_core::phone::Region;
use countersign_core::policy::{Policy, Rule};
use countersign_core::settings::{Carrier, ChannelSettings, TextSettings};
use countersign_core::sinch::transport::Timeouts;
use countersign_core::site_key::SiteKey;
use countersign_core::site_keys::SiteKeys;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::text::{Language, Template};
use countersign_core::time::SystemClock;
use countersign_sandbox::{Options, Sandbox};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

use crate::staff::{read_out, routes};

const PHONE: &str = "+1 202 555 0100";

/// A desk with words and channels of its site's own.
struct OwnDesk {
    desk: Desk,
    sandbox: Sandbox,
}

impl OwnDesk {
    async fn with(texts: TextSettings, carriers: ChannelSettings) -> Self {
        let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
        let store = EmbeddedStore::in_memory(SystemClock).expect("a store");
        let mut routes = routes(&sandbox, Timeouts::default(), Arc::new(SystemClock));
        routes.carriers = carriers;
        let desk = Desk::open(Setup {
            id: DeskId::draw(&mut rand::rng()),
            name: "Reception 2".to_owned(),
            site: "Harbour Clinic".to_owned(),
            policy: Policy::for_home(Region::UNITED_STATES),
            site_keys: SiteKeys::only(SiteKey::from_bytes(&[7; 32])),
            store: Arc::new(store),
            routes,
            texts,
            randomness: Box::new(UnwrapErr(SysRng)),
        });
        Self { desk, sandbox }
    }

    async fn wording(template: &str) -> Self {
        let template = Template::new(template).expect("a template");
        let texts = TextSettings([(Language::En, template)].into());
        Self::with(texts, ChannelSettings::default()).await
    }

    async fn channels(carriers: ChannelSettings) -> Self {
        Self::with(TextSettings::default(), carriers).await
    }

    async fn request(
        &self,
        channel: Channel,
        route: Option<Route>,
        language: Language,
    ) -> Requested {
        let request = Request {
            typed: PHONE,
            region: Region::UNITED_STATES,
            channel,
            route,
            reference: None,
            language,
        };
        self.desk.request(request).await.expect("the store works")
    }

    async fn sent(&self, channel: Channel, route: Option<Route>) -> OpenChallenge {
        let requested = self.request(channel, route, Language::En).await;
        let Requested::Open(open) = requested else {
            panic!("not open: {requested:?}");
        };
        open
    }

    /// The text that arrived, and the code in it.
    async fn arrived(&self, language: Language) -> (String, String) {
        self.request(Channel::Sms, None, language).await;
        self.sandbox.advance(Duration::from_secs(2));
        for _ in 0..400 {
            if let Some(message) = self.sandbox.messages(PHONE).pop() {
                let text = message.body.clone().expect("a text");
                return (text, read_out(message).expect("a code"));
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("nothing arrived");
    }
}

#[tokio::test]
async fn the_customer_reads_the_sites_own_words() {
    let own = OwnDesk::wording(
        "{site}: {code} (valid {minutes} min)\n{desk}\n\n@harbour.example #{code}",
    )
    .await;
    let (text, code) = own.arrived(Language::En).await;
    let expected =
        format!("Harbour Clinic: {code} (valid 5 min)\nReception 2\n\n@harbour.example #{code}");
    assert_eq!(text, expected);
}

#[tokio::test]
async fn a_language_without_own_words_has_the_apps() {
    let own = OwnDesk::wording("{code}").await;
    let (text, code) = own.arrived(Language::Sv).await;
    assert!(
        text.starts_with(&format!("Harbour Clinic: {code} är din kod.")),
        "{text}"
    );
}

#[tokio::test]
async fn a_text_of_two_parts_arrives_whole() {
    let words = "Please tell it to nobody else. ".repeat(6);
    let own = OwnDesk::wording(&format!("{{site}}: {{code}}. {words}End")).await;
    let (text, _) = own.arrived(Language::En).await;
    assert!(text.ends_with("End"), "{text}");
    assert!(
        own.sandbox.warnings().is_empty(),
        "{:?}",
        own.sandbox.warnings()
    );
}

#[tokio::test]
async fn a_channel_that_is_off_is_neither_offered_nor_sent_by() {
    let own = OwnDesk::channels(ChannelSettings {
        call: Carrier::Off,
        flash_call: Carrier::SinchSms,
        ..ChannelSettings::default()
    })
    .await;
    assert_eq!(own.desk.channels(), [Channel::Sms, Channel::WhatsApp]);
    for channel in [Channel::Call, Channel::FlashCall] {
        let wish = Some(Route::SinchVerification);
        let Requested::Refused { refusal, .. } = own.request(channel, wish, Language::En).await
        else {
            panic!("it was not refused");
        };
        assert_eq!(refusal.rule, Rule::ChannelNotSetUp, "{channel:?}");
    }
    assert!(own.sandbox.messages(PHONE).is_empty());
}

#[tokio::test]
async fn a_wish_of_the_staff_counts_only_where_the_site_allows_it() {
    let own = OwnDesk::channels(ChannelSettings {
        sms: Carrier::SinchSms,
        ..ChannelSettings::default()
    })
    .await;
    let wish = Some(Route::SinchVerification);
    let open = own.sent(Channel::Sms, wish).await;
    assert_eq!(open.challenge.send.route, Route::SinchSms);
}
