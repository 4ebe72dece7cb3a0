//! What a desk does unasked: tasks that nobody waits for and that end with the desk. What they do is
//! in `recovery` and `outstanding`.

use std::sync::Mutex;
use std::time::Duration;

use tokio::task::JoinSet;

use crate::time::lock;

const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// The tasks of one desk.
#[derive(Default)]
pub(super) struct Background(Mutex<JoinSet<()>>);

impl Background {
    /// Starts a task, and lets go of those that have ended.
    pub(super) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = lock(&self.0);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }
}

/// The pauses between questions to a store that does not answer: 250 ms, doubling up to 5 s.
pub(super) fn pauses() -> impl Iterator<Item = Duration> {
    std::iter::successors(Some(FIRST_PAUSE), |pause| {
        Some(LONGEST_PAUSE.min(*pause * 2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_five_seconds() {
        let first: Vec<_> = pauses().take(7).map(|pause| pause.as_millis()).collect();
        assert_eq!(first, [250, 500, 1000, 2000, 4000, 5000, 5000]);
    }
}
