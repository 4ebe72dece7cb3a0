//! What this desk had in hand lately, as the store sealed it, so that a code that ran out can be asked for
//! anew. It ends with the app; nothing of it is in clear.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use crate::challenge::{Challenge, ChallengeId};

/// How long a challenge is remembered that is open no more: a customer who waits longer than this begins
/// again at the counter.
const REMEMBERED: Duration = Duration::from_secs(15 * 60);

#[derive(Default)]
pub(super) struct Lately(HashMap<ChallengeId, Seen>);

struct Seen {
    challenge: Challenge,
    at: Instant,
}

impl Lately {
    /// Takes note of a challenge that is open now.
    pub(super) fn note(&mut self, challenge: &Challenge) {
        let seen = Seen {
            challenge: challenge.clone(),
            at: Instant::now(),
        };
        self.0.insert(challenge.id, seen);
    }

    pub(super) fn recall(&self, id: ChallengeId) -> Option<Challenge> {
        self.0.get(&id).map(|seen| seen.challenge.clone())
    }

    pub(super) fn forget_old(&mut self) {
        self.0.retain(|_, seen| seen.at.elapsed() < REMEMBERED);
    }
}
