//! A desk of the core against a sandbox of its own over real HTTP, for tests of what both together do.
//! No window and no shell: those have tests of their own.

use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{Channel, DeskId, Route};
use countersign_core::desk::{Desk, DeskFault, OpenChallenge, Request, Requested};
use countersign_core::phone::Region;
use countersign_core::sinch::transport::Timeouts;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::text::Language;
use countersign_core::time::{Clock, ManualClock, SystemClock};
use countersign_sandbox::{Options, Sandbox};

use crate::losing_store::LosingStore;
use crate::staff::{desk, read_out, routes};

/// A desk, its Sinch and its store.
pub(crate) struct Rehearsal {
    pub(crate) desk: Desk,
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) store: Arc<LosingStore>,
    key: [u8; 32],
    id: DeskId,
}

impl Rehearsal {
    /// A desk whose calls to Sinch take at most `total`.
    pub(crate) async fn begin(total: Duration) -> Self {
        Self::by_clock(total, Arc::new(SystemClock)).await
    }

    /// A desk on a computer whose clock is `computer`.
    pub(crate) async fn by_clock(total: Duration, computer: Arc<dyn Clock>) -> Self {
        let sandbox = Sandbox::start(Options::default()).await.expect("a sandbox");
        let clock = Arc::new(ManualClock::new(SystemClock.now()));
        let store = EmbeddedStore::in_memory(Arc::clone(&clock)).expect("a store");
        let store = Arc::new(LosingStore::new(store));
        let key = [7; 32];
        let timeouts = Timeouts {
            connect: Duration::from_secs(2).min(total),
            total,
        };
        let routes = routes(&sandbox, timeouts, computer);
        let id = DeskId::draw(&mut rand::rng());
        let desk = desk(id, "Reception 2", routes, store.clone(), &key);
        Self {
            desk,
            sandbox,
            clock,
            store,
            key,
            id,
        }
    }

    /// The same desk after a restart: it has the store and the site key, and remembers nothing.
    pub(crate) fn restart(&mut self) {
        self.desk = self.desk_of_the_site(self.id, "Reception 2");
    }

    /// Another desk of the same site.
    pub(crate) fn other_desk(&self, name: &str) -> Desk {
        self.desk_of_the_site(DeskId::draw(&mut rand::rng()), name)
    }

    fn desk_of_the_site(&self, id: DeskId, name: &str) -> Desk {
        let routes = routes(&self.sandbox, Timeouts::default(), Arc::new(SystemClock));
        desk(id, name, routes, self.store.clone(), &self.key)
    }

    /// Lets time pass for everybody.
    pub(crate) fn advance(&self, step: Duration) {
        self.clock.advance(step);
        self.sandbox.advance(step);
    }

    /// Asks for a code.
    pub(crate) async fn request(&self, number: &str, channel: Channel, route: Route) -> Requested {
        let requested = self.try_request(number, channel, route).await;
        requested.expect("the store works")
    }

    /// Asks for a code of a store that may not work.
    pub(crate) async fn try_request(
        &self,
        number: &str,
        channel: Channel,
        route: Route,
    ) -> Result<Requested, DeskFault> {
        let request = Request {
            typed: number,
            region: Region::UNITED_STATES,
            channel,
            route: Some(route),
            reference: None,
            language: Language::En,
        };
        self.desk.request(request).await
    }

    /// Asks for a code that must go out.
    pub(crate) async fn open(&self, number: &str, channel: Channel, route: Route) -> OpenChallenge {
        let requested = self.request(number, channel, route).await;
        let Requested::Open(open) = requested else {
            panic!("not open: {requested:?}");
        };
        open
    }

    /// The only open challenge, as the desk shows it; nothing where there is none.
    pub(crate) async fn only_open(&self) -> Option<OpenChallenge> {
        let mut open = self.desk.open_challenges().await.expect("the store works");
        assert!(open.len() <= 1, "{open:?}");
        open.pop()
    }

    /// What the customer would read out: the newest message's code, or the number that called.
    pub(crate) fn given_back(&self, number: &str) -> Option<String> {
        self.sandbox.messages(number).pop().and_then(read_out)
    }

    /// Lets the text that is on its way arrive now.
    pub(crate) async fn hurry_to_phone(&self, number: &str, messages: usize) -> String {
        self.sandbox.advance(Duration::from_secs(2));
        self.wait_for_phone(number, messages).await
    }

    /// Waits until the phone got something, and gives what the customer would read out.
    pub(crate) async fn wait_for_phone(&self, number: &str, messages: usize) -> String {
        for _ in 0..400 {
            if self.sandbox.messages(number).len() >= messages {
                return self.given_back(number).expect("a code");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("nothing arrived");
    }
}

/// Looks again and again until there is something to see.
pub(crate) async fn eventually<T>(mut look: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..400 {
        if let Some(seen) = look().await {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("it never came");
}
