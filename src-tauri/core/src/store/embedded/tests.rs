//! The embedded store held to the contract, on a file that several connections share.

use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::store::contract::Fixture;
use crate::time::ManualClock;

struct File {
    folder: TempDir,
    clock: Arc<ManualClock>,
}

fn file() -> File {
    let start = "2026-03-01T09:00:00.123Z".parse().unwrap();
    File {
        folder: tempfile::tempdir().unwrap(),
        clock: Arc::new(ManualClock::new(start)),
    }
}

impl Fixture for File {
    async fn store(&self) -> Arc<dyn Store> {
        let path = self.folder.path().join("store");
        Arc::new(EmbeddedStore::open(path, Arc::clone(&self.clock)).unwrap())
    }

    async fn advance(&self, step: Duration) {
        self.clock.advance(step);
    }

    async fn set_clock_back(&self, step: Duration) {
        let now = self.clock.now();
        self.clock.set(now.saturating_sub(step).unwrap());
    }
}

crate::store_contract!(file());
