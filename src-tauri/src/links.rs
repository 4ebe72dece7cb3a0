//! The link that waits to be filled in, or the word that it was refused: the newest one only. It is kept until
//! the page says that staff have decided, so that none is lost while another page shows; nothing is filled in here.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::sync::watch;

use crate::deep_link::{self, DeepLink, LinkProblem};

/// A link as it came in, with a number of its own.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Received {
    /// Which link this is, counted since the app was started.
    pub(crate) id: u32,
    /// What it fills in, or why it is refused.
    pub(crate) read: Result<DeepLink, LinkProblem>,
}

/// The newest link, and who waits for the next one.
pub(crate) struct Links {
    newest: watch::Sender<Option<Received>>,
    count: AtomicU32,
    listeners: watch::Sender<u32>,
}

impl Links {
    /// None yet.
    pub(crate) fn none() -> Self {
        Self {
            newest: watch::Sender::new(None),
            count: AtomicU32::new(0),
            listeners: watch::Sender::new(0),
        }
    }

    /// Takes a link in, in the place of the one before. Tells whether it was one, well or badly made.
    pub(crate) fn receive(&self, argument: &str) -> bool {
        if !deep_link::is_link(argument) {
            return false;
        }
        let read = deep_link::parse(argument);
        match &read {
            Ok(_) => tracing::info!("a link waits to be filled in"),
            Err(problem) => tracing::warn!(?problem, "a link was refused"),
        }
        let id = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        self.newest.send_replace(Some(Received { id, read }));
        true
    }

    /// Forgets a link that staff decided about, unless another one has come meanwhile.
    pub(crate) fn forget(&self, id: u32) {
        self.newest.send_if_modified(|newest| {
            let is_it = newest.as_ref().is_some_and(|link| link.id == id);
            if is_it {
                *newest = None;
            }
            false
        });
    }

    /// Tells the link that waits and every later one, until `tell` is not heard any more or somebody else
    /// listens: a page that went is not there to say so.
    pub(crate) async fn listen(&self, tell: impl Fn(Received) -> bool) {
        let mut newest = self.newest.subscribe();
        self.listeners.send_modify(|listener| *listener += 1);
        let mut listeners = self.listeners.subscribe();
        loop {
            let link = newest.borrow_and_update().clone();
            if !link.is_none_or(&tell) {
                return;
            }
            tokio::select! {
                changed = newest.changed() => if changed.is_err() { return },
                _ = listeners.changed() => return,
            }
        }
    }
}

impl fmt::Debug for Links {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Links").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    const LINK: &str = "countersign://verify?phone=2025550100";

    /// Listens until the listener is alone no more, and gives what it was told.
    fn listen(links: &Arc<Links>) -> (Arc<Mutex<Vec<u32>>>, tokio::task::JoinHandle<()>) {
        let told = Arc::new(Mutex::new(Vec::new()));
        let (links, heard) = (links.clone(), told.clone());
        let listening = tokio::spawn(async move {
            links
                .listen(|Received { id, .. }| {
                    heard.lock().expect("nobody panicked").push(id);
                    true
                })
                .await;
        });
        (told, listening)
    }

    async fn until_told(told: &Mutex<Vec<u32>>, expected: &[u32]) {
        while *told.lock().expect("nobody panicked") != expected {
            tokio::task::yield_now().await;
        }
    }

    #[test]
    fn only_what_begins_as_a_link_is_one() {
        let links = Links::none();
        for other in [
            "",
            "doctor",
            "--sandbox",
            "https://example.com",
            "countersig",
        ] {
            assert!(!links.receive(other), "{other}");
        }
        assert!(links.receive(LINK));
        assert!(links.receive("countersign://other"), "refused, and said so");
    }

    #[tokio::test]
    async fn a_link_waits_until_staff_have_decided() {
        let links = Arc::new(Links::none());
        links.receive(LINK);
        let (first, listening) = listen(&links);
        until_told(&first, &[1]).await;

        // The page goes, and another one comes in its place.
        let (second, _) = listen(&links);
        until_told(&second, &[1]).await;
        listening
            .await
            .expect("the earlier page is told nothing more");

        links.forget(1);
        let (third, _) = listen(&links);
        links.receive(LINK);
        until_told(&third, &[2]).await;
        assert_eq!(*first.lock().expect("nobody panicked"), [1]);
    }

    #[tokio::test]
    async fn a_decision_about_an_earlier_link_leaves_the_newer_one() {
        let links = Arc::new(Links::none());
        links.receive(LINK);
        links.receive(LINK);
        links.forget(1);
        let (told, _) = listen(&links);
        until_told(&told, &[2]).await;
    }
}
