//! The homes of the ledger that are held to the model. Each day finds all of them empty.

use std::error::Error;
use std::sync::Arc;

use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::store::model::{Contender, Day, Difference, Seen};
use countersign_core::time::{ManualClock, Timestamp};
use tempfile::TempDir;

#[cfg(target_os = "linux")]
use crate::redis;

const EMBEDDED: &str = "SQLite";

/// What the stores of a whole run stand on. The servers are Linux's only, as their held clock is.
pub(crate) struct Homes {
    folder: TempDir,
    days: u64,
    morning: Timestamp,
    #[cfg(target_os = "linux")]
    redis: redis::Servers,
}

impl Homes {
    pub(crate) fn open() -> Result<Self, Box<dyn Error>> {
        let morning = "2026-03-01T09:00:00.123Z".parse()?;
        Ok(Self {
            folder: tempfile::tempdir()?,
            days: 0,
            morning,
            #[cfg(target_os = "linux")]
            redis: redis::Servers::start(morning)?,
        })
    }

    /// Plays a day on all of them.
    ///
    /// # Errors
    /// When a store can't be made, and when it would keep something for ever; a difference is an answer.
    pub(crate) async fn play(
        &mut self,
        day: &Day,
    ) -> Result<Result<Seen, Difference>, Box<dyn Error>> {
        let computer = Arc::new(ManualClock::new(self.morning));
        let contenders = self.fresh(&computer)?;
        let outcome = day.play(computer, contenders).await;
        #[cfg(target_os = "linux")]
        self.redis.look_for_what_stays()?;
        Ok(outcome)
    }

    /// Empty stores, which read the clock of the desks' `computer` or have their own.
    fn fresh(&mut self, computer: &Arc<ManualClock>) -> Result<Vec<Contender>, Box<dyn Error>> {
        self.days += 1;
        let file = self.folder.path().join(self.days.to_string());
        let embedded = EmbeddedStore::open(file, Arc::clone(computer))?;
        let mut contenders = vec![Contender {
            name: EMBEDDED,
            store: Arc::new(embedded),
            clock: None,
        }];
        #[cfg(target_os = "linux")]
        contenders.extend(self.redis.fresh()?);
        Ok(contenders)
    }
}

/// What plays against the model.
pub(crate) fn names() -> String {
    let mut names = vec![EMBEDDED];
    #[cfg(target_os = "linux")]
    names.extend(redis::NAMES);
    names.join(", ")
}
