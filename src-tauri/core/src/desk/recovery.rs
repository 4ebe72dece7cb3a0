//! What a desk left as intents when it last ended is unknown. The store is told so once, before the
//! desk reserves anything of its own: later it would take the desk's own intents for lost ones.

use std::sync::Arc;

use tokio::sync::OnceCell;

use super::background::pauses;
use crate::challenge::DeskId;
use crate::store::{Store, StoreFault, tell_warnings};

/// The recovery of one desk; done once.
pub(super) struct Recovery {
    store: Arc<dyn Store>,
    desk: DeskId,
    done: OnceCell<()>,
}

impl Recovery {
    pub(super) fn new(store: Arc<dyn Store>, desk: DeskId) -> Self {
        Self {
            store,
            desk,
            done: OnceCell::new(),
        }
    }

    /// Returns once the recovery is done, and does it where nobody has.
    ///
    /// # Errors
    /// A [`StoreFault`] when the store can't be asked: nothing may be reserved then.
    pub(super) async fn ensure(&self) -> Result<(), StoreFault> {
        self.done.get_or_try_init(|| self.recover()).await.copied()
    }

    async fn recover(&self) -> Result<(), StoreFault> {
        let orphans = self.store.recover(self.desk).await?;
        if orphans > 0 {
            tracing::warn!(orphans, "sends were cut off when the desk last ended");
        }
        Ok(())
    }
}

/// Asks the store until it has answered once, and then what an admin should know of it.
pub(super) async fn repeated(recovery: Arc<Recovery>) {
    for pause in pauses() {
        match recovery.ensure().await {
            Ok(()) => return tell_warnings(&*recovery.store).await,
            Err(fault) => tracing::debug!(code = fault.code(), "recovery has to wait"),
        }
        tokio::time::sleep(pause).await;
    }
}
