//! What a desk's questions to its store have met: whether it answers, how fast, and what it warned of when
//! it was last looked over. Only remembers; what is said of it is in `health`.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use super::{Home, Inspection, StoreFault, StoreWarning};
use crate::time::SignedDuration;

/// What a store's answers have been like.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// How long the newest answer took.
    pub took: Option<Duration>,
    /// Why it does not answer, if it doesn't.
    pub fault: Option<Failing>,
    /// What it warned of, by stable names.
    pub warnings: Vec<&'static str>,
    /// How far this computer's clock is ahead of a shared store's (negative: behind).
    pub clock_ahead: Option<SignedDuration>,
    /// When it last answered or failed to.
    pub heard_at: Option<Instant>,
}

/// A store that does not answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Failing {
    /// The fault's stable name.
    pub code: &'static str,
    /// Since when, as far as this desk knows.
    pub since: Instant,
}

impl Seen {
    /// Whether it has answered, and still does.
    pub fn answers(&self) -> bool {
        self.took.is_some() && self.fault.is_none()
    }
}

/// Remembers what questions to a store meet, and tells whoever watches.
pub(crate) struct Pulse(watch::Sender<Seen>);

impl Default for Pulse {
    fn default() -> Self {
        Self(watch::Sender::new(Seen::default()))
    }
}

impl Pulse {
    /// What a question met that was put at `asked`.
    pub(crate) fn note<T>(&self, asked: Instant, outcome: &Result<T, StoreFault>) {
        let now = Instant::now();
        self.0.send_modify(|seen| {
            seen.heard_at = Some(now);
            match outcome {
                Ok(_) => {
                    seen.took = Some(now.saturating_duration_since(asked));
                    seen.fault = None;
                }
                Err(fault) => seen.fault = Some(seen.failing(fault, now)),
            }
        });
    }

    /// What an inspection found.
    pub(crate) fn looked_over(&self, inspection: &Inspection) {
        let warnings = inspection.warnings();
        self.0.send_modify(|seen| {
            seen.warnings = warnings.iter().map(StoreWarning::code).collect();
            seen.clock_ahead = match &inspection.home {
                Home::Embedded { .. } => None,
                Home::Redis(shared) => shared.clock_offset.and_then(SignedDuration::checked_neg),
            };
        });
    }

    /// How long nothing was heard of the store; nothing where it was never asked.
    pub(crate) fn silence(&self) -> Option<Duration> {
        self.0.borrow().heard_at.map(|at| at.elapsed())
    }

    /// What was met so far, and each change.
    pub(crate) fn watch(&self) -> watch::Receiver<Seen> {
        self.0.subscribe()
    }
}

impl Seen {
    /// The same fault goes on.
    fn failing(&self, fault: &StoreFault, now: Instant) -> Failing {
        let code = fault.code();
        match self.fault {
            Some(known) if known.code == code => known,
            Some(_) | None => Failing {
                code,
                since: now.checked_sub(away(fault)).unwrap_or(now),
            },
        }
    }
}

fn away(fault: &StoreFault) -> Duration {
    match fault {
        StoreFault::Unreachable { away, .. } => *away,
        StoreFault::Interrupted(_) | StoreFault::Refused { .. } | StoreFault::Unreadable(_) => {
            Duration::ZERO
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::UnreachableBecause;

    fn unreachable(away: Duration) -> Result<(), StoreFault> {
        Err(StoreFault::Unreachable {
            because: UnreachableBecause::NoAnswer,
            away,
            source: std::io::Error::other("beneath").into(),
        })
    }

    #[tokio::test(start_paused = true)]
    async fn a_fault_goes_on_from_when_it_began_until_an_answer() {
        let pulse = Pulse::default();
        tokio::time::advance(Duration::from_secs(60)).await;
        let now = Instant::now();
        let away = Duration::from_secs(7);
        pulse.note(now, &unreachable(away));
        tokio::time::advance(Duration::from_secs(5)).await;
        pulse.note(Instant::now(), &unreachable(Duration::from_secs(12)));
        let fault = pulse.watch().borrow().fault;
        let expected = Failing {
            code: "store.no-answer",
            since: now - away,
        };
        assert_eq!(fault, Some(expected));
        pulse.note(Instant::now(), &Ok(()));
        assert!(pulse.watch().borrow().answers());
    }

    #[tokio::test(start_paused = true)]
    async fn silence_is_counted_from_the_last_word_of_it() {
        let pulse = Pulse::default();
        assert_eq!(pulse.silence(), None);
        pulse.note(Instant::now(), &unreachable(Duration::ZERO));
        tokio::time::advance(Duration::from_secs(5)).await;
        assert_eq!(pulse.silence(), Some(Duration::from_secs(5)));
    }
}
