//! One lazily made connection that is shared, noticed when lost, and made again with growing pauses.
//! While it is away, steps fail at once and are told for how long. Knows nothing of scripts and slots.

use std::sync::{Arc, Weak};
use std::time::Duration;

use rand::{Rng, RngExt};
use redis::{Pipeline, RedisError, Value};
use rustls::ClientConfig;
use tokio::sync::{Mutex, broadcast};
use tokio::time::{Instant, sleep};

use super::connection::{self, Connection, Login, Made, Purpose};
use super::faults::{NoConnection, is_about_being_primary};
use super::push;
use super::sentinel::Sentinels;
use crate::store::redis::settings::Address;
use crate::store::{Change, StoreFault};

/// The first pause before connecting is tried again. Each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(100);

/// The longest pause, so that recovery is noticed within it.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Where a line leads.
pub(super) enum End {
    /// To one server.
    Server(Address),
    /// To whichever server is the primary.
    Primary(Sentinels),
}

/// How all connections of a link are made.
#[derive(Clone)]
pub(super) struct Manner {
    pub(super) login: Login,
    /// None where no connection uses TLS.
    pub(super) encryption: Option<Arc<ClientConfig>>,
    pub(super) site: String,
    pub(super) changes: broadcast::Sender<Change>,
}

/// A connection that is made when it is first needed, and kept.
pub(super) struct Line {
    shared: Arc<Shared>,
}

struct Shared {
    end: End,
    manner: Manner,
    /// Held while connecting, so that steps wait for the same attempt; not while trying again.
    state: Mutex<State>,
}

enum State {
    /// Nobody needed it yet.
    Idle,
    Up(Arc<Connection>),
    /// A task tries again.
    Away {
        since: Instant,
        reason: NoConnection,
    },
}

impl Line {
    /// Connects to nothing yet.
    pub(super) fn new(end: End, manner: Manner) -> Self {
        let state = Mutex::new(State::Idle);
        let shared = Arc::new(Shared { end, manner, state });
        Self { shared }
    }

    /// Sends several commands in one go, and answers what each was answered.
    ///
    /// # Errors
    /// [`StoreFault::Unreachable`] and [`StoreFault::Refused`] when there is no connection: nothing was
    /// sent. [`StoreFault::Interrupted`] when no answer came, or not in time.
    pub(super) async fn exchange(&self, commands: &Pipeline) -> Result<Vec<Value>, StoreFault> {
        let connection = self.shared.connection().await?;
        let outcome = connection.exchange(commands).await;
        if is_of_no_more_use(&connection, &outcome) && connection.retire() {
            let lost = Arc::downgrade(&connection);
            tokio::spawn(replace(Arc::downgrade(&self.shared), lost));
        }
        outcome.map_err(|error| StoreFault::Interrupted(Box::new(error)))
    }
}

fn is_of_no_more_use(connection: &Connection, outcome: &Result<Vec<Value>, RedisError>) -> bool {
    let demoted = |answer: &Value| matches!(answer, Value::ServerError(refusal) if is_about_being_primary(refusal));
    match outcome {
        Ok(answers) => answers.iter().any(demoted),
        Err(_) => connection.seems_dead(),
    }
}

impl Shared {
    async fn connection(self: &Arc<Self>) -> Result<Arc<Connection>, StoreFault> {
        let mut state = self.state.lock().await;
        match &*state {
            State::Up(connection) if connection.is_usable() => return Ok(Arc::clone(connection)),
            State::Away { since, reason } => return Err(reason.fault(since.elapsed())),
            State::Up(_) | State::Idle => {}
        }
        self.connect_in(&mut state, Instant::now())
            .await
            .map_err(|(since, reason)| reason.fault(since.elapsed()))
    }

    /// Connects; where that fails, the line is away and is tried again in the background.
    async fn connect_in(
        self: &Arc<Self>,
        state: &mut State,
        lost_at: Instant,
    ) -> Result<Arc<Connection>, (Instant, NoConnection)> {
        match self.make().await {
            Ok(made) => Ok(self.keep(state, made)),
            Err(reason) => {
                tracing::warn!(%reason, "the shared store can't be reached");
                *state = State::Away {
                    since: lost_at,
                    reason: reason.clone(),
                };
                tokio::spawn(keep_trying(Arc::downgrade(self)));
                Err((lost_at, reason))
            }
        }
    }

    fn keep(self: &Arc<Self>, state: &mut State, made: Made) -> Arc<Connection> {
        let connection = Arc::new(made.connection);
        *state = State::Up(Arc::clone(&connection));
        // What was published meanwhile was missed. That nobody listens is no fault.
        self.manner.changes.send(Change::Any).ok();
        let line = Arc::downgrade(self);
        let watched = Arc::downgrade(&connection);
        let driver = made.driver;
        tokio::spawn(async move {
            driver.await.ok();
            replace(line, watched).await;
        });
        connection
    }

    async fn make(&self) -> Result<Made, NoConnection> {
        let manner = &self.manner;
        let purpose = Purpose::Steps {
            channel: push::channel(&manner.site),
            changes: manner.changes.clone(),
        };
        let encryption = manner.encryption.as_ref();
        match &self.end {
            End::Server(address) => {
                connection::make(address, &manner.login, encryption, &purpose).await
            }
            End::Primary(sentinels) => sentinels.connect(&manner.login, encryption, &purpose).await,
        }
    }
}

/// Connects anew if `lost` is still the line's connection, so that the next step needn't wait for it and
/// news is heard again.
async fn replace(line: Weak<Shared>, lost: Weak<Connection>) {
    let lost_at = Instant::now();
    let Some(line) = line.upgrade() else {
        return;
    };
    let mut state = line.state.lock().await;
    let is_current = match &*state {
        State::Up(connection) => Weak::ptr_eq(&Arc::downgrade(connection), &lost),
        State::Idle | State::Away { .. } => false,
    };
    if is_current {
        line.connect_in(&mut state, lost_at).await.ok();
    }
}

/// Tries until there is a connection, or nobody wants one any more.
async fn keep_trying(line: Weak<Shared>) {
    let mut attempt = 0;
    loop {
        let pause = pause(attempt, &mut rand::rng());
        sleep(pause).await;
        attempt += 1;
        let Some(line) = line.upgrade() else {
            return;
        };
        let outcome = line.make().await;
        let mut state = line.state.lock().await;
        match outcome {
            Ok(made) => {
                tracing::info!(attempt, "the shared store is back");
                line.keep(&mut state, made);
                return;
            }
            Err(newest) => {
                if let State::Away { reason, .. } = &mut *state {
                    *reason = newest;
                }
            }
        }
    }
}

/// Twice as long each time, up to the longest, less up to a quarter, so that the desks of a site don't
/// all come at once.
fn pause(attempt: u32, randomness: &mut impl Rng) -> Duration {
    let doubled = FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(attempt));
    let whole = doubled.min(LONGEST_PAUSE);
    whole.mul_f64(randomness.random_range(0.75..=1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_from_a_tenth_of_a_second_to_five_seconds() {
        let mut randomness = rand::rng();
        for (attempt, whole) in [
            (0, 100),
            (1, 200),
            (5, 3200),
            (6, 5000),
            (4_000_000_000, 5000),
        ] {
            let pause = pause(attempt, &mut randomness);
            let whole = Duration::from_millis(whole);
            assert!(pause <= whole && pause >= whole.mul_f64(0.75), "{pause:?}");
        }
    }
}
