//! The tries whose verdict was lost on its way from the store, so that it can be asked for again under
//! the same name. Nothing here is at rest: it is wiped once the verdict is known, or when no challenge
//! lives that long.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::challenge::{ChallengeId, CodeDigest, TryId};
use crate::sinch::error::SinchError;
use crate::store::TryOutcome;

/// One try, as the store is asked about it.
pub(super) struct Try {
    pub(super) name: TryId,
    pub(super) evidence: Evidence,
}

/// What a try goes by.
pub(super) enum Evidence {
    /// A code of our own: the store compares its digest.
    Digest(Zeroizing<[u8; 32]>),
    /// What Sinch said of a code of its own, or why it didn't.
    Sinch(Result<TryOutcome, SinchError>),
}

impl Try {
    pub(super) fn ours(name: TryId, digest: &CodeDigest) -> Self {
        Self {
            name,
            evidence: Evidence::Digest(Zeroizing::new(*digest.as_bytes())),
        }
    }

    pub(super) fn at_sinch(name: TryId, answer: Result<TryOutcome, SinchError>) -> Self {
        Self {
            name,
            evidence: Evidence::Sinch(answer),
        }
    }
}

/// The newest try of each challenge whose verdict is not known.
#[derive(Default)]
pub(super) struct Tries(HashMap<ChallengeId, Kept>);

struct Kept {
    attempt: Arc<Try>,
    until: Instant,
}

impl Tries {
    pub(super) fn keep(&mut self, id: ChallengeId, attempt: Try, life: Duration) {
        let kept = Kept {
            attempt: Arc::new(attempt),
            until: Instant::now() + life,
        };
        self.0.insert(id, kept);
    }

    pub(super) fn recall(&mut self, id: ChallengeId) -> Option<Arc<Try>> {
        self.forget_old();
        self.0.get(&id).map(|kept| Arc::clone(&kept.attempt))
    }

    /// Forgets this try. Another one of the same challenge stays.
    pub(super) fn forget(&mut self, id: ChallengeId, attempt: &Try) {
        if self
            .0
            .get(&id)
            .is_some_and(|kept| kept.attempt.name == attempt.name)
        {
            self.0.remove(&id);
        }
    }

    pub(super) fn forget_old(&mut self) {
        let now = Instant::now();
        self.0.retain(|_, kept| kept.until > now);
    }
}
