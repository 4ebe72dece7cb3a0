//! The Redis of a site whose desks are windows, and the settings by which they find it. When a test is done, no
//! key may be left that it would never forget.

use std::ops::Deref;

use countersign_servers::{Options, Server};
use serde_json::json;

/// A server of the site's own.
pub(crate) struct SiteRedis(Server);

impl SiteRedis {
    pub(crate) fn start() -> Self {
        Self(Server::start(&Options::default()).expect("a server"))
    }
}

impl Deref for SiteRedis {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.0
    }
}

impl Drop for SiteRedis {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let kept = self.keys_without_ttl("").expect("a scan");
        assert!(kept.is_empty(), "never forgotten: {kept:?}");
    }
}

/// The settings of a desk whose store is at this address.
pub(crate) fn settings(id: u8, name: &str, url: &str) -> String {
    json!({
        "version": 1,
        "desk": { "id": format!("{id:032x}"), "name": name },
        "store": { "kind": "redis", "site": "harbour-clinic", "place": { "single": { "url": url } } },
    })
    .to_string()
}
