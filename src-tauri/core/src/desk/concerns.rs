//! What Sinch Number Lookup has against a number, and what the site's rules make of it. A number is looked up
//! once in a while, not once for each key that is pressed: each lookup costs.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use crate::challenge::{Channel, NumberKey};
use crate::phone::PhoneNumber;
use crate::policy::{LookupRules, Measure, Rule};
use crate::sinch::lookup::{Features, Found, LineType, NumberLookup, Sim};

use super::Desk;

/// How long what was found is good for: longer than a customer stands at the desk.
const REMEMBERED: Duration = Duration::from_secs(15 * 60);
/// How many are remembered; with more, those are forgotten whose time is over.
const MANY: usize = 256;

/// What speaks against a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Objection {
    /// Its line is none of a mobile phone.
    LineType(LineType),
    /// Its SIM was changed lately.
    SimSwapped,
    /// It could not be looked up.
    NotLookedUp,
}

impl Objection {
    /// The rule by which it is refused.
    fn rule(self) -> Rule {
        match self {
            Self::LineType(_) => Rule::LineTypeRefused,
            Self::SimSwapped => Rule::SimSwapped,
            Self::NotLookedUp => Rule::NotLookedUp,
        }
    }
}

/// An objection, and what the site does about it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Concern {
    /// What speaks against the number.
    pub objection: Objection,
    /// What is done about it: never [`Measure::Off`].
    pub measure: Measure,
}

/// What the concerns about a number come to.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Judged {
    /// Nothing keeps staff from going on.
    Free,
    /// A supervisor has to agree.
    Supervisor,
    /// A rule is against it.
    Refused(Rule),
}

/// What was found lately. The store's name stands for a number, so that none is in memory for longer than it
/// is needed.
#[derive(Default)]
pub(super) struct Lookups(HashMap<NumberKey, Remembered>);

struct Remembered {
    at: Instant,
    found: Found,
}

impl Lookups {
    fn recall(&self, number: NumberKey) -> Option<Found> {
        let remembered = self.0.get(&number)?;
        (remembered.at.elapsed() < REMEMBERED).then_some(remembered.found)
    }

    fn remember(&mut self, number: NumberKey, found: Found) {
        if self.0.len() >= MANY {
            self.0.retain(|_, known| known.at.elapsed() < REMEMBERED);
        }
        if self.0.len() >= MANY {
            self.0.clear();
        }
        let at = Instant::now();
        self.0.insert(number, Remembered { at, found });
    }
}

impl Desk {
    /// The same desk, with something that looks numbers up. A desk without it can't, and its rules see to
    /// what follows.
    #[must_use]
    pub fn looking_numbers_up(mut self, lookup: NumberLookup) -> Self {
        self.lookup = Some(lookup);
        self
    }

    /// What speaks against a number by the site's rules. Asks Sinch only where they want to know.
    pub(super) async fn concerns(&self, number: &PhoneNumber, channel: Channel) -> Vec<Concern> {
        let rules = self.policy.lookup;
        if rules.is_off() {
            return Vec::new();
        }
        weigh(rules, self.found(number).await, channel)
    }

    /// What Sinch knows of a number; nothing where it can't be asked. One question at a time: what two ask
    /// for is looked up once.
    async fn found(&self, number: &PhoneNumber) -> Option<Found> {
        let lookup = self.lookup.as_ref()?;
        let key = self.notebook_key().number_key(number);
        let mut lookups = self.lookups.lock().await;
        if let Some(found) = lookups.recall(key) {
            return Some(found);
        }
        let LookupRules {
            line_type,
            sim_swap,
            swapped_within: _,
        } = self.policy.lookup;
        let features = Features {
            line_type: line_type != Measure::Off,
            sim_swap: sim_swap != Measure::Off,
        };
        match lookup.look_up(number, features).await {
            Ok(found) => {
                lookups.remember(key, found);
                Some(found)
            }
            Err(error) => {
                tracing::warn!(code = error.code(), "a number could not be looked up");
                None
            }
        }
    }
}

/// What a lookup's answer comes to. What was to be looked up and could not be is a concern of the same
/// measure: a rule that only warns only warns, and one that refuses refuses.
fn weigh(rules: LookupRules, found: Option<Found>, channel: Channel) -> Vec<Concern> {
    let line = found.and_then(|found| found.line);
    let line = match line {
        None => Some(Objection::NotLookedUp),
        Some(line) => suits(line, channel).err().map(Objection::LineType),
    };
    let sim = match found.and_then(|found| found.sim) {
        None => Some(Objection::NotLookedUp),
        Some(Sim::Unchanged) => None,
        Some(Sim::Changed { at_least }) => {
            (at_least < rules.swapped_within).then_some(Objection::SimSwapped)
        }
    };
    let mut concerns: Vec<Concern> = Vec::new();
    for (objection, measure) in [(line, rules.line_type), (sim, rules.sim_swap)] {
        let Some(objection) = objection.filter(|_| measure != Measure::Off) else {
            continue;
        };
        match concerns.iter_mut().find(|one| one.objection == objection) {
            Some(same) => same.measure = same.measure.max(measure),
            None => concerns.push(Concern { objection, measure }),
        }
    }
    concerns
}

/// Whether a line is one that this channel reaches, and that a customer carries or lives with. Sinch's own
/// advice for landlines is to call (Sinch wire facts §8).
fn suits(line: LineType, channel: Channel) -> Result<(), LineType> {
    match (line, channel) {
        (LineType::Mobile, _) | (LineType::Landline, Channel::Call) => Ok(()),
        (
            LineType::Landline
            | LineType::Voip
            | LineType::Special
            | LineType::Freephone
            | LineType::Other,
            _,
        ) => Err(line),
    }
}

/// The strictest measure decides.
pub(super) fn judge(concerns: &[Concern]) -> Judged {
    let strictest = concerns.iter().max_by_key(|concern| concern.measure);
    match strictest {
        None => Judged::Free,
        Some(concern) => match concern.measure {
            Measure::Off | Measure::Warn => Judged::Free,
            Measure::Supervisor => Judged::Supervisor,
            Measure::Refuse => Judged::Refused(concern.objection.rule()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    fn rules(line_type: Measure, sim_swap: Measure) -> LookupRules {
        LookupRules {
            line_type,
            sim_swap,
            swapped_within: 7 * DAY,
        }
    }

    fn found(line: LineType, sim: Sim) -> Option<Found> {
        Some(Found {
            line: Some(line),
            sim: Some(sim),
        })
    }

    fn concern(objection: Objection, measure: Measure) -> Concern {
        Concern { objection, measure }
    }

    #[test]
    fn a_mobile_phone_whose_sim_is_its_old_one_raises_no_concern() {
        let old = Sim::Changed { at_least: 7 * DAY };
        for sim in [Sim::Unchanged, old] {
            let rules = rules(Measure::Refuse, Measure::Refuse);
            let weighed = weigh(rules, found(LineType::Mobile, sim), Channel::Sms);
            assert_eq!(weighed, []);
        }
    }

    #[test]
    fn a_landline_is_a_concern_unless_it_is_called_and_any_other_line_always_is() {
        let rules = rules(Measure::Refuse, Measure::Off);
        let refused = |line, channel| {
            let weighed = weigh(rules, found(line, Sim::Unchanged), channel);
            judge(&weighed) == Judged::Refused(Rule::LineTypeRefused)
        };
        assert!(refused(LineType::Landline, Channel::Sms));
        assert!(!refused(LineType::Landline, Channel::Call));
        for line in [
            LineType::Voip,
            LineType::Special,
            LineType::Freephone,
            LineType::Other,
        ] {
            assert!(refused(line, Channel::Sms) && refused(line, Channel::Call));
        }
    }

    #[test]
    fn a_sim_counts_as_changed_lately_until_it_surely_was_not() {
        let rules = rules(Measure::Off, Measure::Supervisor);
        let expected = [concern(Objection::SimSwapped, Measure::Supervisor)];
        for (days, is_lately) in [(0, true), (5, true), (7, false), (30, false)] {
            let at_least = days * DAY;
            let sim = Sim::Changed { at_least };
            let weighed = weigh(rules, found(LineType::Voip, sim), Channel::Sms);
            assert_eq!(weighed == expected, is_lately, "{days} days");
        }
    }

    #[test]
    fn what_could_not_be_looked_up_counts_as_strictly_as_what_was_found() {
        for (measure, judged) in [
            (Measure::Off, Judged::Free),
            (Measure::Warn, Judged::Free),
            (Measure::Supervisor, Judged::Supervisor),
            (Measure::Refuse, Judged::Refused(Rule::NotLookedUp)),
        ] {
            assert_eq!(
                judge(&weigh(rules(measure, Measure::Off), None, Channel::Sms)),
                judged
            );
            let half = Some(Found {
                line: Some(LineType::Mobile),
                sim: None,
            });
            assert_eq!(
                judge(&weigh(rules(Measure::Off, measure), half, Channel::Sms)),
                judged
            );
        }
    }

    #[test]
    fn the_strictest_measure_decides() {
        let lately = Sim::Changed {
            at_least: Duration::ZERO,
        };
        let found = found(LineType::Voip, lately);
        let strict = rules(Measure::Warn, Measure::Refuse);
        let weighed = weigh(strict, found, Channel::Sms);
        let expected = [
            concern(Objection::LineType(LineType::Voip), Measure::Warn),
            concern(Objection::SimSwapped, Measure::Refuse),
        ];
        assert_eq!(weighed, expected);
        assert_eq!(judge(&weighed), Judged::Refused(Rule::SimSwapped));
        let both = weigh(rules(Measure::Warn, Measure::Refuse), None, Channel::Sms);
        assert_eq!(both, [concern(Objection::NotLookedUp, Measure::Refuse)]);
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_found_is_forgotten_in_time_and_never_too_much_is_kept() {
        let mut lookups = Lookups::default();
        let found = found(LineType::Mobile, Sim::Unchanged).unwrap();
        let key = |number: u32| {
            let mut key = [0; 16];
            key[..4].copy_from_slice(&number.to_be_bytes());
            NumberKey(key)
        };
        lookups.remember(key(1), found);
        assert_eq!(lookups.recall(key(1)), Some(found));
        tokio::time::advance(REMEMBERED).await;
        assert_eq!(lookups.recall(key(1)), None);
        for number in 0..1000 {
            lookups.remember(key(number), found);
            assert!(lookups.0.len() <= MANY);
        }
    }
}
