//! What it means that two clocks differ, and which of them is wrong.

use super::fact::Fact;
use super::remedy::Remedy;
use super::round::{Problem, Seen};
use crate::time::SignedDuration;

/// From here on the difference is told. Nobody's signed request was seen refused for less.
const WARNS_FROM: SignedDuration = SignedDuration::from_mins(1);

/// From here on nothing works: a text whose code counts five minutes, sent by a clock so slow, has
/// ended before Sinch gets it, and Sinch refuses it.
const FAILS_FROM: SignedDuration = SignedDuration::from_mins(5);

/// What Sinch's clock said of this computer's: the judge where this computer and its store differ.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Witness {
    ahead_of_sinch: Option<SignedDuration>,
}

impl Witness {
    pub(super) fn heard(&mut self, ahead_of_sinch: SignedDuration) {
        self.ahead_of_sinch.get_or_insert(ahead_of_sinch);
    }

    /// Which clock to set, where this computer's and the store's differ.
    pub(super) fn remedy_for_the_store(self) -> Remedy {
        match self.ahead_of_sinch {
            None => Remedy::SetBothClocks,
            Some(ahead) if is_far(ahead, WARNS_FROM) => Remedy::SetClock,
            Some(_) => Remedy::SetRedisClock,
        }
    }
}

/// Judges how far this computer's clock is ahead of another's.
pub(super) fn compare(ahead: SignedDuration, remedy: Remedy) -> Result<Seen<()>, Problem> {
    let fact = Fact::ClockAhead(ahead);
    if is_far(ahead, FAILS_FROM) {
        return Err(Problem::new(remedy).with([fact]));
    }
    let warning = is_far(ahead, WARNS_FROM).then_some(remedy);
    Ok(Seen::well(()).with([fact]).warned(warning))
}

fn is_far(ahead: SignedDuration, from: SignedDuration) -> bool {
    ahead.unsigned_abs() >= from.unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sinch_is_the_judge_between_this_computer_and_its_store() {
        let judged = |ahead: i64| {
            let mut witness = Witness::default();
            witness.heard(SignedDuration::from_secs(ahead));
            witness.remedy_for_the_store()
        };
        assert_eq!(judged(2), Remedy::SetRedisClock);
        assert_eq!(judged(-600), Remedy::SetClock);
        let nobody = Witness::default().remedy_for_the_store();
        assert_eq!(nobody, Remedy::SetBothClocks);
    }
}
