//! Asks the feed of versions now and then, and keeps what it says for the staff's page. Which feed that is
//! was decided when the program was built; whether it may be asked is in the settings. It installs nothing.

use countersign_core::updates::{Feed, NotAFeed, NotARelease, Release, Schedule};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use thiserror::Error;
use tokio::sync::watch;

use crate::desk_state::DeskState;
use crate::fault::cause;

/// The feed's address and the key that signs it. Without both, nobody is asked.
const ADDRESS: Option<&str> = option_env!("COUNTERSIGN_UPDATE_FEED");
const KEY: Option<&str> = option_env!("COUNTERSIGN_UPDATE_KEY");

/// A feed, when it is asked, and the version that asks.
pub(crate) struct Source {
    feed: Feed,
    schedule: Schedule,
    running: Release,
}

/// Why a feed that was named can't be asked.
#[derive(Debug, Error)]
enum NotASource {
    #[error(transparent)]
    Feed(#[from] NotAFeed),
    #[error(transparent)]
    Running(#[from] NotARelease),
}

/// What is known of newer versions, for whoever listens. Clones know the same.
#[derive(Clone)]
pub(crate) struct Updates(watch::Sender<Option<Release>>);

impl Updates {
    /// Nothing is known yet.
    pub(crate) fn none() -> Self {
        Self(watch::Sender::new(None))
    }

    /// The newest version where it is newer than this one, and will be.
    pub(crate) fn newer(&self) -> watch::Receiver<Option<Release>> {
        self.0.subscribe()
    }

    /// Asks for as long as the app runs, where the settings let it.
    pub(crate) async fn follow(self, source: Source, state: DeskState) {
        let mut randomness = UnwrapErr(SysRng);
        let mut wait = source.schedule.before_first(&mut randomness);
        loop {
            tokio::time::sleep(wait).await;
            if state.tells_of_updates() {
                self.ask(&source).await;
            }
            wait = source.schedule.before_next(&mut randomness);
        }
    }

    /// Of what was answered, nothing but a version is ever logged.
    async fn ask(&self, source: &Source) {
        match source.feed.newer_than(&source.running).await {
            Ok(newer) => self.keep(newer),
            Err(error) => {
                let cause = cause(&error);
                tracing::info!(%error, cause, "it is not known whether there is a newer version");
            }
        }
    }

    fn keep(&self, newer: Option<Release>) {
        self.0.send_if_modified(|known| {
            let is_news = *known != newer;
            if let Some(version) = newer.as_ref().filter(|_| is_news) {
                tracing::info!(%version, "there is a newer version");
            }
            *known = newer;
            is_news
        });
    }
}

/// The feed that this program asks, if any.
pub(crate) fn source() -> Option<Source> {
    let (address, key, schedule) = named()?;
    let source = read(&address, &key, schedule);
    if let Err(error) = &source {
        tracing::error!(%error, "the feed of versions can't be asked");
    }
    source.ok()
}

fn read(address: &str, key: &str, schedule: Schedule) -> Result<Source, NotASource> {
    Ok(Source {
        feed: Feed::new(address, key)?,
        schedule,
        running: env!("CARGO_PKG_VERSION").parse()?,
    })
}

fn named() -> Option<(String, String, Schedule)> {
    #[cfg(debug_assertions)]
    if let Some((address, key)) = trial::named() {
        return Some((address, key, trial::WITHOUT_DELAY));
    }
    Some((ADDRESS?.to_owned(), KEY?.to_owned(), Schedule::USUAL))
}

/// Another feed, in debug builds only: in the program that staff use, whoever starts it could have any version
/// announced with it.
#[cfg(debug_assertions)]
mod trial {
    use std::env;
    use std::time::Duration;

    use countersign_core::updates::Schedule;

    /// Asked at once, and all the time.
    pub(super) const WITHOUT_DELAY: Schedule = Schedule {
        first: Duration::ZERO,
        between: Duration::from_secs(1),
        spread: Duration::ZERO,
    };

    /// The feed and the key that the variables name, which name them for every build when it is made.
    pub(super) fn named() -> Option<(String, String)> {
        let address = env::var("COUNTERSIGN_UPDATE_FEED").ok()?;
        let key = env::var("COUNTERSIGN_UPDATE_KEY").ok()?;
        Some((address, key))
    }
}
