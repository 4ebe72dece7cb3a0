//! The homes of the ledger that are held to the model. Each day finds all of them empty.

use std::error::Error;
use std::sync::Arc;

use countersign_core::store::StoreFault;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::store::model::Contender;
use countersign_core::time::ManualClock;
use tempfile::TempDir;

const EMBEDDED: &str = "SQLite";

/// What the stores of a whole run stand on.
pub(crate) struct Homes {
    folder: TempDir,
    days: u64,
}

impl Homes {
    pub(crate) fn open() -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            folder: tempfile::tempdir()?,
            days: 0,
        })
    }

    /// Empty stores for one more day, which read the clock of the desks' `computer`, or have their own.
    pub(crate) fn fresh(
        &mut self,
        computer: &Arc<ManualClock>,
    ) -> Result<Vec<Contender>, StoreFault> {
        self.days += 1;
        let file = self.folder.path().join(self.days.to_string());
        let embedded = EmbeddedStore::open(file, Arc::clone(computer))?;
        Ok(vec![Contender {
            name: EMBEDDED,
            store: Arc::new(embedded),
            clock: None,
        }])
    }
}

/// What plays against the model.
pub(crate) fn names() -> String {
    [EMBEDDED].join(", ")
}
