//! News of a shared store: which challenge somebody else may have changed. Only a hint to look again:
//! what is true is what the store answers then.

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use crate::challenge::ChallengeId;

/// What may have changed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// This challenge.
    One(ChallengeId),
    /// Any of them: news was missed, or the store was away.
    Any,
}

/// The changes of a store, as they come.
#[derive(Debug)]
pub struct Changes(Option<broadcast::Receiver<Change>>);

impl Changes {
    /// Of a store that nobody else changes.
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// What a store tells.
    pub(crate) fn told(changes: broadcast::Receiver<Change>) -> Self {
        Self(Some(changes))
    }

    /// Waits for the next change; for ever where nobody else changes anything.
    pub async fn next(&mut self) -> Change {
        let Some(changes) = &mut self.0 else {
            return std::future::pending().await;
        };
        match changes.recv().await {
            Ok(change) => change,
            Err(RecvError::Lagged(_)) => Change::Any,
            Err(RecvError::Closed) => {
                self.0 = None;
                std::future::pending().await
            }
        }
    }
}
