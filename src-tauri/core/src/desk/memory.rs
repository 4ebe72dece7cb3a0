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

    /// Whose codes are remembered now.
    pub(super) fn remembered(&self) -> Vec<ChallengeId> {
        self.0.keys().copied().collect()
    }

    /// Forgets those of these codes whose challenges are open no more, however they ended. What was
    /// remembered since the open ones were asked for stays.
    pub(super) fn forget_ended(&mut self, remembered: &[ChallengeId], open: &[Challenge]) {
        let is_open = |id| open.iter().any(|challenge| challenge.id == id);
        for ended in remembered.iter().filter(|id| !is_open(**id)) {
            self.0.remove(ended);
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::challenge::NumberKey;
    use crate::code::CodeLength;

    #[test]
    fn a_code_remembered_while_the_open_ones_were_asked_for_stays() {
        let mut randomness = StdRng::seed_from_u64(1);
        let [ended, begun] = [1, 2].map(|number| {
            let id = ChallengeId::draw(NumberKey([number; 16]), &mut randomness);
            let code = Code::draw(CodeLength::default(), &mut randomness);
            (id, Arc::new(code))
        });
        let mut memory = Memory::default();
        memory.remember(ended.0, ended.1);
        let remembered = memory.remembered();
        memory.remember(begun.0, begun.1);
        memory.forget_ended(&remembered, &[]);
        assert!(memory.recall(ended.0).is_none());
        assert!(memory.recall(begun.0).is_some());
    }
}
