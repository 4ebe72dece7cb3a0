//! What the store has yet to be told: settlements whose telling failed, repeated until the store
//! answers. Nothing here is at rest: if the app ends first, recovery makes the send unknown.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;

use super::background::pauses;
use crate::challenge::{ChallengeId, SendId};
use crate::policy::Limits;
use crate::store::{Settlement, Store, StoreFault};
use crate::time::lock;

/// After its code's life a send concerns nobody; a little more, since clocks differ.
const MARGIN: Duration = Duration::from_secs(60);

/// The settlements that a desk has yet to get through.
#[derive(Default)]
pub(super) struct Outstanding(Mutex<HashMap<SendId, Settlement>>);

impl Outstanding {
    /// What the store is to be told of a send.
    pub(super) fn of(&self, send: SendId) -> Option<Settlement> {
        lock(&self.0).get(&send).cloned()
    }

    pub(super) fn keep(&self, send: SendId, settlement: Settlement) {
        lock(&self.0).insert(send, settlement);
    }

    /// The store was told this. What is to be told by now, if it is something else, stays.
    pub(super) fn told(&self, send: SendId, settlement: &Settlement) {
        let mut kept = lock(&self.0);
        if kept.get(&send) == Some(settlement) {
            kept.remove(&send);
        }
    }

    fn forget(&self, send: SendId) {
        lock(&self.0).remove(&send);
    }
}

/// One settlement on its way to the store.
pub(super) struct Telling {
    pub(super) store: Arc<dyn Store>,
    pub(super) limits: Limits,
    pub(super) outstanding: Arc<Outstanding>,
    pub(super) changed: Arc<watch::Sender<()>>,
    pub(super) challenge: ChallengeId,
    pub(super) send: SendId,
}

impl Telling {
    /// Tells the store until it has answered, or until the send's code can't live any more.
    pub(super) async fn repeated(self) {
        let enough = self.limits.lifetime + MARGIN;
        if tokio::time::timeout(enough, self.until_told())
            .await
            .is_err()
        {
            tracing::warn!("the store was away too long to learn what became of a send");
            self.outstanding.forget(self.send);
        }
        self.changed.send_replace(());
    }

    async fn until_told(&self) {
        for pause in pauses() {
            tokio::time::sleep(pause).await;
            match self.tell().await {
                Ok(()) => return,
                Err(fault) => {
                    tracing::debug!(code = fault.code(), "what became of a send has to wait");
                }
            }
        }
    }

    async fn tell(&self) -> Result<(), StoreFault> {
        let Some(settlement) = self.outstanding.of(self.send) else {
            return Ok(());
        };
        self.store
            .settle(self.challenge, self.send, &settlement, &self.limits)
            .await?;
        self.outstanding.told(self.send, &settlement);
        tracing::info!("the store knows what became of a send, after all");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::challenge::ProviderId;

    #[test]
    fn what_is_to_be_told_by_now_outlasts_what_was_told_before() {
        let outstanding = Outstanding::default();
        let send = SendId::from_bytes([7; 16]);
        let sent = Settlement::Sent(ProviderId::new("b1"));
        outstanding.keep(send, Settlement::Unknown);
        outstanding.keep(send, sent.clone());
        outstanding.told(send, &Settlement::Unknown);
        assert_eq!(outstanding.of(send), Some(sent.clone()));
        outstanding.told(send, &sent);
        assert_eq!(outstanding.of(send), None);
    }
}
