//! What this desk remembers of the codes it drew, so that a resend repeats the same code.
//! Nothing here is at rest: it ends with the challenge or with the app, and is wiped.

use std::collections::HashMap;
use std::sync::Arc;

use crate::challenge::{Challenge, ChallengeId};
use crate::code::Code;

/// The codes of this desk's open challenges.
#[derive(Default)]
pub(super) struct Memory(HashMap<ChallengeId, Remembered>);

struct Remembered {
    code: Arc<Code>,
    /// Whether every send of the challenge so far had this code.
    was_sent_each_time: bool,
}

impl Memory {
    /// Remembers a code that was sent: the first of its challenge, or a further one.
    pub(super) fn remember(&mut self, id: ChallengeId, code: Arc<Code>, is_first: bool) {
        self.0.entry(id).or_insert(Remembered {
            code,
            was_sent_each_time: is_first,
        });
    }

    /// Sinch drew another code for the challenge, and sent that.
    pub(super) fn another_was_sent(&mut self, id: ChallengeId) {
        if let Some(remembered) = self.0.get_mut(&id) {
            remembered.was_sent_each_time = false;
        }
    }

    pub(super) fn recall(&self, id: ChallengeId) -> Option<Arc<Code>> {
        self.0
            .get(&id)
            .map(|remembered| Arc::clone(&remembered.code))
    }

    /// Whether every send of a challenge had the same code; nothing where none is remembered.
    pub(super) fn was_sent_each_time(&self, id: ChallengeId) -> Option<bool> {
        self.0
            .get(&id)
            .map(|remembered| remembered.was_sent_each_time)
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
        memory.remember(ended.0, ended.1, true);
        let remembered = memory.remembered();
        memory.remember(begun.0, begun.1, true);
        memory.forget_ended(&remembered, &[]);
        assert!(memory.recall(ended.0).is_none());
        assert!(memory.recall(begun.0).is_some());
    }
}
