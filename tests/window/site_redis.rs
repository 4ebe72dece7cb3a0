//! The Redis of a site whose desks are windows. When a test is done, no
//! key may be left that it would never forget.

use std::ops::Deref;

pub(crate) use countersign_gallery::settings_on as settings;
use countersign_servers::{Options, Server};

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
