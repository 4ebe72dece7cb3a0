//! The tries whose verdict was lost on its way from the store, so that it can be asked for again under
//! the same name. Nothing here is at rest: it is wiped once the verdict is known, or when no challenge
//! lives that long.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;
use zeroize::Zeroizing;

use crate::challenge::{By, ChallengeId, CodeDigest, TryId};
use crate::sinch::error::SinchError;
use crate::store::TryOutcome;

/// One try, as the store is asked about it.
pub(super) struct Try {
    pub(super) name: TryId,
    pub(super) by: By,
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
    pub(super) fn ours(name: TryId, by: By, digest: &CodeDigest) -> Self {
        Self {
            name,
            by,
            evidence: Evidence::Digest(Zeroizing::new(*digest.as_bytes())),
        }
    }

    pub(super) fn at_sinch(name: TryId, by: By, answer: Result<TryOutcome, SinchError>) -> Self {
        Self {
            name,
            by,
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

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::challenge::NumberKey;

    const LIFE: Duration = Duration::from_secs(300);

    fn id() -> ChallengeId {
        ChallengeId::draw(NumberKey([7; 16]), &mut StdRng::seed_from_u64(1))
    }

    fn attempt(name: u8) -> Try {
        Try::ours(
            TryId::from_bytes([name; 16]),
            By::Staff,
            &CodeDigest([7; 32]),
        )
    }

    fn name_of(tries: &mut Tries) -> Option<TryId> {
        tries.recall(id()).map(|attempt| attempt.name)
    }

    #[tokio::test(start_paused = true)]
    async fn a_try_is_remembered_no_longer_than_a_challenge_may_live() {
        let mut tries = Tries::default();
        tries.keep(id(), attempt(1), LIFE);
        tokio::time::advance(LIFE - Duration::from_millis(1)).await;
        assert_eq!(name_of(&mut tries), Some(attempt(1).name));
        tokio::time::advance(Duration::from_millis(1)).await;
        assert_eq!(name_of(&mut tries), None);
        assert!(tries.0.is_empty(), "wiped, not only hidden");
    }

    #[tokio::test]
    async fn the_verdict_on_one_try_forgets_no_other() {
        let mut tries = Tries::default();
        tries.keep(id(), attempt(2), LIFE);
        tries.forget(id(), &attempt(1));
        assert_eq!(name_of(&mut tries), Some(attempt(2).name));
        tries.forget(id(), &attempt(2));
        assert_eq!(name_of(&mut tries), None);
    }
}
