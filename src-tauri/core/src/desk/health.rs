//! Watching how everything stands that this desk leans on, and keeping in touch with it while nobody works:
//! so that trouble is seen before the next customer comes. Nothing here sends or costs anything.

use std::time::Duration;

use tokio::sync::watch as watch_channel;
use tokio::time::{Instant, sleep, timeout};

use super::Desk;
use crate::challenge::Route;
use crate::health::{Health, Keyring, State};
use crate::sinch::pulse::Heard;
use crate::store::Seen;
use crate::vault::VaultState;

/// While nothing changes, what is known is told again after this: who listens no more is noticed so.
const REFRESH: Duration = Duration::from_secs(60);

/// Sinch is asked again when no call was made for this long: a few harmless questions an hour.
const IDLE: Duration = Duration::from_secs(4 * 60);
/// While Sinch is not well it is asked again after this, then after twice as long, up to a minute.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// A store that nobody asks, as where no window watches the challenges, is asked this often.
const STORE_PAUSE: Duration = Duration::from_secs(5);
/// It is looked over again after this.
const INSPECTION: Duration = Duration::from_secs(5 * 60);

/// All that tells how things stand.
struct Sources {
    sinch: Vec<(Route, watch_channel::Receiver<Heard>)>,
    store: watch_channel::Receiver<Seen>,
    keyring: watch_channel::Receiver<VaultState>,
    is_session: bool,
}

impl Sources {
    fn health(&mut self) -> Health {
        let heard = |(route, heard): &mut (Route, watch_channel::Receiver<Heard>)| {
            (*route, heard.borrow_and_update().clone())
        };
        let sinch: Vec<_> = self.sinch.iter_mut().map(heard).collect();
        let store = self.store.borrow_and_update().clone();
        let keyring = Keyring {
            state: *self.keyring.borrow_and_update(),
            is_session: self.is_session,
        };
        Health::of(&sinch, &store, keyring)
    }

    /// Waits for a change of any of them.
    async fn changed(&mut self) {
        tokio::select! {
            () = called(&mut self.sinch) => {}
            () = next_of(Some(&mut self.store)) => {}
            () = next_of(Some(&mut self.keyring)) => {}
        }
    }
}

/// The next call to any of the products that are set up.
async fn called(sinch: &mut [(Route, watch_channel::Receiver<Heard>)]) {
    let mut sinch = sinch.iter_mut().map(|(_, heard)| heard);
    let [first, second] = [sinch.next(), sinch.next()];
    tokio::select! {
        () = next_of(first) => {}
        () = next_of(second) => {}
    }
}

/// The next change; never, where nobody tells.
async fn next_of<T>(source: Option<&mut watch_channel::Receiver<T>>) {
    if let Some(source) = source
        && source.changed().await.is_ok()
    {
        return;
    }
    std::future::pending().await
}

impl Desk {
    /// Watches how everything stands until `tell` answers false: at once, on each change, and every
    /// minute all the same. `keyring` is the vault's own word, `is_session` whether a secret of this
    /// desk is kept for this session only.
    pub async fn watch_health(
        &self,
        keyring: watch_channel::Receiver<VaultState>,
        is_session: bool,
        mut tell: impl FnMut(Health) -> bool,
    ) {
        let mut sources = Sources {
            sinch: self.routes.heard(),
            store: self.store_pulse.watch(),
            keyring,
            is_session,
        };
        let mut told = sources.health();
        while tell(told.clone()) {
            let news = async {
                loop {
                    sources.changed().await;
                    let health = sources.health();
                    if health.is_news_after(&told) {
                        return health;
                    }
                }
            };
            told = match timeout(REFRESH, news).await {
                Ok(health) => health,
                Err(_) => sources.health(),
            };
        }
    }

    /// Keeps in touch with Sinch and the store for as long as this is awaited: asks at once, while
    /// nothing else does, and more often while something is not well. However often it is called, one
    /// of the callers asks.
    pub async fn keep_in_touch(&self) {
        let _turn = self.in_touch.lock().await;
        tokio::join!(
            self.keep_in_touch_with_sinch(),
            self.keep_in_touch_with_store()
        );
    }

    /// Keeps in touch with the store alone, as in training, where Sinch is only played.
    pub async fn keep_in_touch_locally(&self) {
        let _turn = self.in_touch.lock().await;
        self.keep_in_touch_with_store().await;
    }

    async fn keep_in_touch_with_sinch(&self) {
        let mut pause = FIRST_PAUSE;
        loop {
            self.routes.probe(self.draw_send_id()).await;
            if self.reaches_sinch() {
                pause = FIRST_PAUSE;
                self.idle().await;
            } else {
                sleep(pause).await;
                pause = LONGEST_PAUSE.min(pause * 2);
            }
        }
    }

    /// Whether Sinch and the clock that it goes by are well.
    fn reaches_sinch(&self) -> bool {
        let sinch: Vec<_> = self
            .routes
            .heard()
            .into_iter()
            .map(|(route, heard)| (route, heard.borrow().clone()))
            .collect();
        let keyring = Keyring {
            state: VaultState::NotAsked,
            is_session: false,
        };
        let health = Health::of(&sinch, &Seen::default(), keyring);
        [health.sinch.state, health.clock.state]
            .into_iter()
            .all(|state| match state {
                State::Well | State::Unknown => true,
                State::Slow | State::Trouble | State::Training | State::Session => false,
            })
    }

    /// Returns when no call was made for a while, or one was that did not end well.
    async fn idle(&self) {
        let mut heard = self.routes.heard();
        while timeout(IDLE, called(&mut heard)).await.is_ok() {
            if !self.reaches_sinch() {
                return;
            }
        }
    }

    async fn keep_in_touch_with_store(&self) {
        let mut looked_over: Option<Instant> = None;
        loop {
            let is_due = looked_over.is_none_or(|at| at.elapsed() >= INSPECTION);
            looked_over = if is_due {
                self.look_store_over().await.then(Instant::now)
            } else {
                // One that was away may have come back another: it is looked over again.
                looked_over.filter(|_| self.store_pulse.watch().borrow().answers())
            };
            self.ask_silent_store().await;
            sleep(STORE_PAUSE).await;
        }
    }

    /// Whether the store answered.
    async fn look_store_over(&self) -> bool {
        // An inspection is many questions: how fast the store is, one alone tells.
        if !self.ask_store().await {
            return false;
        }
        match self.store.inspect().await {
            Ok(inspection) => {
                self.store_pulse.looked_over(&inspection);
                true
            }
            Err(fault) => {
                self.store_pulse.note::<()>(Instant::now(), &Err(fault));
                false
            }
        }
    }

    async fn ask_silent_store(&self) {
        let silence = self.store_pulse.silence();
        if silence.is_none_or(|silence| silence >= STORE_PAUSE) {
            self.ask_store().await;
        }
    }

    async fn ask_store(&self) -> bool {
        let asked = Instant::now();
        let answered = self.store.health().await;
        self.store_pulse.note(asked, &answered);
        answered.is_ok()
    }
}
