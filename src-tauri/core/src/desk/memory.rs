//! What this desk remembers of the codes it drew, so that a resend repeats the same code.
//! Nothing here is at rest: it ends with the challenge or with the app, and is wiped.

use std::collections::HashMap;
use std::sync::Arc;

use crate::challenge::{Challenge, ChallengeId};
use crate::code::Code;

/// The codes of this desk's open challenges.
#[derive(Default)]
pub(super) struct Memory(HashMap<ChallengeId, Arc<Code>>);

impl Memory {
    pub(super) fn remember(&mut self, id: ChallengeId, code: Arc<Code>) {
        self.0.insert(id, code);
    }

    pub(super) fn recall(&self, id: ChallengeId) -> Option<Arc<Code>> {
        self.0.get(&id).cloned()
    }

    pub(super) fn forget(&mut self, id: ChallengeId) {
        self.0.remove(&id);
    }

    /// Forgets the codes of challenges that are open no more, however they ended.
    pub(super) fn keep_only(&mut self, open: &[Challenge]) {
        self.0
            .retain(|id, _| open.iter().any(|challenge| challenge.id == *id));
    }
}
