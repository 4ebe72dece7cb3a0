//! Watching all open challenges of the site: told at once, on each change, and every few seconds all
//! the same, since a hint may be lost. What changed is never told: the store is asked how things stand.

use std::time::Duration;

use tokio::sync::watch as watch_channel;
use tokio::time::Instant;

use super::{Desk, OpenChallenge};
use crate::challenge::{ChallengeId, Verdict};
use crate::store::{Changes, StoreFault};

/// Changes that come together are told together.
const TOGETHER: Duration = Duration::from_millis(100);
/// Without any hint, the store is asked again after this.
const SAFETY_NET: Duration = Duration::from_secs(5);
/// A store that is away is left alone for this long, whatever hints come.
const SHORTEST_AWAY: Duration = Duration::from_secs(1);

/// How the site's challenges stand.
#[derive(Debug)]
pub enum Watched {
    /// All open challenges that this desk can show, oldest first.
    Open(Vec<OpenChallenge>),
    /// The store can't be asked: told when that begins, and once more where the reason changes.
    Away {
        /// The fault's stable name, as of [`StoreFault::code`].
        code: &'static str,
        /// For how long it has been so, as far as this desk knows.
        away: Duration,
    },
}

impl Desk {
    /// Watches all open challenges until `tell` answers false.
    pub async fn watch(&self, mut tell: impl FnMut(Watched) -> bool) {
        let mut hints = self.hints();
        let mut absence: Option<Absence> = None;
        loop {
            match self.open_challenges().await {
                Ok(open) => {
                    absence = None;
                    if !tell(Watched::Open(open)) {
                        return;
                    }
                    hints.settled(SAFETY_NET).await;
                }
                Err(fault) => {
                    let absence = absence.get_or_insert_with(Absence::begin);
                    if let Some(news) = absence.news(&fault)
                        && !tell(news)
                    {
                        return;
                    }
                    let pause = absence.next_pause();
                    tokio::time::sleep(SHORTEST_AWAY).await;
                    hints.settled(pause.saturating_sub(SHORTEST_AWAY)).await;
                }
            }
        }
    }
}

impl Desk {
    /// Watches one challenge until it is over, and answers how it stands then. While the store can't be
    /// asked, nothing is told.
    pub async fn watch_one(&self, id: ChallengeId, mut tell: impl FnMut(OpenChallenge)) -> Verdict {
        let mut hints = self.hints();
        loop {
            match self.open_challenge(id).await {
                Ok(Ok(open)) => tell(open),
                Ok(Err(over)) => return over,
                Err(fault) => {
                    tracing::debug!(code = fault.code(), "how a challenge stands is not known");
                    tokio::time::sleep(SHORTEST_AWAY).await;
                }
            }
            hints.settled(SAFETY_NET).await;
        }
    }

    fn hints(&self) -> Hints {
        Hints {
            store: self.store.changes(),
            desk: self.changed.subscribe(),
        }
    }
}

/// What hints that something has changed.
struct Hints {
    store: Changes,
    desk: watch_channel::Receiver<()>,
}

impl Hints {
    /// Waits for a hint and for those that come with it, or until `longest` is over.
    async fn settled(&mut self, longest: Duration) {
        if tokio::time::timeout(longest, self.next()).await.is_err() {
            return;
        }
        let together = async {
            loop {
                self.next().await;
            }
        };
        let _: Result<(), _> = tokio::time::timeout(TOGETHER, together).await;
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.store.next() => {}
            Ok(()) = self.desk.changed() => {}
        }
    }
}

/// A store that does not answer.
struct Absence {
    since: Instant,
    told: Option<&'static str>,
    pause: Duration,
}

impl Absence {
    fn begin() -> Self {
        Self {
            since: Instant::now(),
            told: None,
            pause: SHORTEST_AWAY,
        }
    }

    /// What is to be told of it, if it wasn't.
    fn news(&mut self, fault: &StoreFault) -> Option<Watched> {
        let code = fault.code();
        if self.told.replace(code) == Some(code) {
            return None;
        }
        let known = match fault {
            StoreFault::Unreachable { away, .. } => *away,
            StoreFault::Interrupted(_) | StoreFault::Refused { .. } | StoreFault::Unreadable(_) => {
                Duration::ZERO
            }
        };
        let away = known.max(self.since.elapsed());
        Some(Watched::Away { code, away })
    }

    fn next_pause(&mut self) -> Duration {
        let pause = self.pause;
        self.pause = SAFETY_NET.min(pause * 2);
        pause
    }
}
