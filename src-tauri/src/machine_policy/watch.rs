//! Looks at the policy once a second, by its content: times of files are too coarse, and notices of the
//! system's don't come from every kind of disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::watch::{Receiver, Sender, channel};
use tokio::time::{MissedTickBehavior, interval};

use super::{Content, PolicyState, guard};

/// How often it is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// How the policy at `path` stands, from now on. Looks at once, and then until nobody receives any more.
/// Where the system names no place for a policy, there is none.
pub(crate) async fn watch(path: Option<PathBuf>) -> Receiver<PolicyState> {
    let Some(path) = path else {
        return channel(PolicyState::None).1;
    };
    let content = read(&path).await;
    let state = content.state(&path, super::StillInForce::Nothing);
    tell(&state);
    let (sender, receiver) = channel(state);
    tokio::spawn(keep_watching(path, content, sender));
    receiver
}

async fn keep_watching(path: PathBuf, first: Content, sender: Sender<PolicyState>) {
    let mut seen = Seen {
        told: first.clone(),
        last: first,
    };
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !sender.is_closed() {
        ticks.tick().await;
        let content = read(&path).await;
        let before = sender.borrow().clone();
        if let Some(state) = seen.news(content, &path, &before) {
            tell(&state);
            sender.send_replace(state);
        }
    }
}

async fn read(path: &Path) -> Content {
    let path = path.to_owned();
    let reading = tokio::task::spawn_blocking(move || Content::of(&path));
    reading
        .await
        .unwrap_or(Content::Unreadable(std::io::ErrorKind::Other))
}

/// What was seen of the file.
struct Seen {
    /// What the state goes by.
    told: Content,
    /// What was there at the last look.
    last: Content,
}

impl Seen {
    /// The state that a look leads to, where it is a new one. A good policy counts at once. What is no
    /// policy, or no longer there, must be seen twice: an editor that is just writing leaves half a file,
    /// or none, for a moment.
    fn news(&mut self, content: Content, path: &Path, before: &PolicyState) -> Option<PolicyState> {
        let is_settled = self.last == content;
        self.last = content.clone();
        if content == self.told {
            return None;
        }
        let state = content.state(path, before.still_in_force());
        match state {
            PolicyState::InForce { .. } => {}
            PolicyState::None | PolicyState::Unusable { .. } if is_settled => {}
            PolicyState::None | PolicyState::Unusable { .. } => return None,
        }
        self.told = content;
        Some(state)
    }
}

/// Tells the log, which is where IT looks when a roll-out does not do what it should.
fn tell(state: &PolicyState) {
    match state {
        PolicyState::None => tracing::info!("there is no machine policy"),
        PolicyState::InForce { path, .. } => {
            tracing::info!(path = %path.display(), "the machine's policy is in force");
            if let Some(loose) = guard::loose(path) {
                tracing::warn!(path = %path.display(), "the machine's policy: {}", loose.advice());
            }
        }
        PolicyState::Unusable { path, fault, .. } => {
            tracing::error!(path = %path.display(), %fault, "the machine's policy can't be used");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::StillInForce;
    use super::*;

    const GOOD: &[u8] = b"{}";
    const HALF: &[u8] = b"{";

    fn bytes(bytes: &[u8]) -> Content {
        Content::Bytes(bytes.to_vec())
    }

    fn seen(content: Content) -> (Seen, PolicyState) {
        let state = content.state(Path::new("policy.json"), StillInForce::Nothing);
        let seen = Seen {
            told: content.clone(),
            last: content,
        };
        (seen, state)
    }

    #[test]
    fn half_a_file_or_none_must_be_seen_twice() {
        for broken in [bytes(HALF), Content::Missing] {
            let (mut seen, before) = seen(bytes(GOOD));
            let mut look = |content| seen.news(content, Path::new("policy.json"), &before);
            assert_eq!(look(broken.clone()), None);
            assert_eq!(look(bytes(GOOD)), None, "it was just being written");
            assert_eq!(look(broken.clone()), None);
            assert!(look(broken.clone()).is_some());
            assert_eq!(look(broken), None, "it was told already");
        }
    }

    #[test]
    fn a_good_policy_counts_at_once() {
        let (mut seen, before) = seen(Content::Missing);
        let state = seen.news(bytes(GOOD), Path::new("policy.json"), &before);
        assert!(matches!(state, Some(PolicyState::InForce { .. })));
    }
}
