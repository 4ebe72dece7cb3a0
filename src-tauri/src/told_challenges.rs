//! What a window has been told of the site's challenges, so that it is told only what is different. How they
//! stand is the store's word; nothing is decided here.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use countersign_core::desk::Watched;

use crate::view::{ChallengeView, WatchedView, milliseconds};

/// The window's countdowns may be off by so much, by its clock or by the store's, before they are set anew.
const OFF: Duration = Duration::from_millis(700);

/// What one window knows.
#[derive(Default)]
pub(crate) struct ToldChallenges(Option<Known>);

struct Known {
    /// The names, in the order in which the window has them.
    order: Vec<String>,
    told: HashMap<String, Told>,
}

struct Told {
    view: ChallengeView,
    at: Instant,
}

impl ToldChallenges {
    /// What is to be told at `now`; nothing where the window knows it all. After a store that was away,
    /// it is told everything, which says that the store is back.
    pub(crate) fn news(&mut self, watched: Watched, now: Instant) -> Option<WatchedView> {
        match watched {
            Watched::Open(open) => self.open_news(open.into_iter().map(Into::into).collect(), now),
            Watched::Away { code, away } => {
                self.0 = None;
                Some(WatchedView::Away {
                    code: code.to_owned(),
                    away_ms: milliseconds(away),
                })
            }
        }
    }

    fn open_news(&mut self, open: Vec<ChallengeView>, now: Instant) -> Option<WatchedView> {
        let Some(known) = &mut self.0 else {
            return Some(self.everything(open, now));
        };
        let ended = known.drop_ended(&open);
        if !known.is_beginning_of(&open) {
            return Some(self.everything(open, now));
        }
        let changed: Vec<_> = open
            .into_iter()
            .filter(|challenge| !known.knows(challenge, now))
            .collect();
        for challenge in &changed {
            known.note(challenge, now);
        }
        (!changed.is_empty() || !ended.is_empty())
            .then_some(WatchedView::Changed { changed, ended })
    }

    fn everything(&mut self, challenges: Vec<ChallengeView>, now: Instant) -> WatchedView {
        let mut known = Known {
            order: Vec::with_capacity(challenges.len()),
            told: HashMap::with_capacity(challenges.len()),
        };
        for challenge in &challenges {
            known.note(challenge, now);
        }
        self.0 = Some(known);
        WatchedView::Open { challenges }
    }
}

impl Known {
    /// Drops those that are open no more, and names them.
    fn drop_ended(&mut self, open: &[ChallengeView]) -> Vec<String> {
        let open: HashSet<&str> = open.iter().map(|challenge| challenge.id.as_str()).collect();
        let is_over = |id: &String| !open.contains(id.as_str());
        let ended: Vec<_> = self
            .order
            .iter()
            .filter(|id| is_over(id))
            .cloned()
            .collect();
        self.order.retain(|id| !is_over(id));
        self.told.retain(|id, _| !is_over(id));
        ended
    }

    /// Whether what is new comes after all that is known.
    fn is_beginning_of(&self, open: &[ChallengeView]) -> bool {
        let mut open = open.iter().map(|challenge| &challenge.id);
        self.order.iter().all(|known| open.next() == Some(known))
    }

    fn knows(&self, challenge: &ChallengeView, now: Instant) -> bool {
        self.told
            .get(&challenge.id)
            .is_some_and(|told| told.still_says(challenge, now))
    }

    fn note(&mut self, challenge: &ChallengeView, now: Instant) {
        let told = Told {
            view: challenge.clone(),
            at: now,
        };
        if self.told.insert(challenge.id.clone(), told).is_none() {
            self.order.push(challenge.id.clone());
        }
    }
}

impl Told {
    /// Whether the window counts the seconds since the newest send as the store does.
    fn send_is_on_time(&self, challenge: &ChallengeView, passed: u64) -> bool {
        let told = self.view.sent_ago_ms.saturating_add(passed);
        told.abs_diff(challenge.sent_ago_ms) <= milliseconds(OFF)
    }

    /// Whether the window shows the same by now, its countdowns having gone on.
    fn still_says(&self, challenge: &ChallengeView, now: Instant) -> bool {
        let passed = milliseconds(now.saturating_duration_since(self.at));
        let is_on_time =
            |told: u64, is: u64| told.saturating_sub(passed).abs_diff(is) <= milliseconds(OFF);
        let resend_is_on_time = match (self.view.resend_in_ms, challenge.resend_in_ms) {
            (Some(told), Some(is)) => is_on_time(told, is),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let times_apart = ChallengeView {
            expires_in_ms: challenge.expires_in_ms,
            resend_in_ms: challenge.resend_in_ms,
            sent_ago_ms: challenge.sent_ago_ms,
            ..self.view.clone()
        };
        resend_is_on_time
            && is_on_time(self.view.expires_in_ms, challenge.expires_in_ms)
            && self.send_is_on_time(challenge, passed)
            && times_apart == *challenge
    }
}

#[cfg(test)]
mod tests;
