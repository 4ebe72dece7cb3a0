//! Customers at a desk whose store may go away in the middle: whatever has no answer is asked again under the
//! same name until it has one, as desks do.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use countersign_core::challenge::{
    ChallengeId, Channel, DeskId, Route, Sealed, SendId, TryId, Verdict,
};
use countersign_core::policy::Limits;
use countersign_core::store::redis::RedisStore;
use countersign_core::store::{Purpose, RefusedBecause, Reservation, Reserved, Store, StoreFault};

use super::words::{code, number};

/// The code of every challenge here.
pub(crate) const RIGHT: &str = "482913";
/// Any other code.
pub(crate) const WRONG: &str = "000000";

/// How long a desk goes on asking before the test gives up.
const PATIENCE: Duration = Duration::from_secs(40);

/// How often something had to be asked again, and why.
#[derive(Default)]
pub(crate) struct Count {
    pub(crate) answered: AtomicU32,
    pub(crate) unreachable: AtomicU32,
    pub(crate) interrupted: AtomicU32,
    pub(crate) refused: AtomicU32,
}

/// A desk that does not give up.
#[derive(Clone)]
pub(crate) struct Persistent {
    pub(crate) store: Arc<RedisStore>,
    pub(crate) count: Arc<Count>,
}

/// No pauses, and caps that no test here reaches: what is tested is not the limits.
pub(crate) fn roomy() -> Limits {
    Limits {
        pauses: [Duration::ZERO; 3],
        number_hourly: 100_000,
        number_daily: 100_000,
        desk_hourly: 100_000,
        site_daily: 100_000,
        ..Limits::default()
    }
}

/// What a desk asks leave for when it begins a challenge.
pub(crate) fn reservation(which: u32) -> Reservation {
    let challenge = ChallengeId::draw(number(which), &mut rand::rng());
    Reservation {
        challenge,
        send: SendId::draw(&mut rand::rng()),
        purpose: Purpose::First {
            sealed: Sealed(b"sealed".to_vec()),
        },
        desk: DeskId::from_bytes([1; 16]),
        channel: Channel::Sms,
        route: Route::SinchSms,
        code: Some(code(challenge, RIGHT)),
    }
}

pub(crate) fn draw_try() -> TryId {
    TryId::draw(&mut rand::rng())
}

impl Persistent {
    pub(crate) fn new(store: Arc<RedisStore>) -> Self {
        Self {
            store,
            count: Arc::default(),
        }
    }

    /// Begins a challenge. A name that is taken means that the request before got through.
    pub(crate) async fn begin(&self, which: u32) -> ChallengeId {
        let reservation = reservation(which);
        let limits = roomy();
        let reserved = self
            .until_answered(
                async || match self.store.reserve(&reservation, &limits).await {
                    Err(StoreFault::Refused {
                        because: RefusedBecause::NameTaken,
                        ..
                    }) => Ok(None),
                    other => other.map(Some),
                },
            )
            .await;
        assert!(
            matches!(reserved, None | Some(Reserved::Granted(_))),
            "{reserved:?}"
        );
        reservation.challenge
    }

    /// Tries a code under one name until there is a verdict.
    pub(crate) async fn check(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        digits: &str,
    ) -> Verdict {
        let (code, limits) = (code(challenge, digits), roomy());
        self.until_answered(async || self.store.check(challenge, attempt, &code, &limits).await)
            .await
    }

    async fn until_answered<T, Asked>(&self, ask: impl Fn() -> Asked) -> T
    where
        Asked: Future<Output = Result<T, StoreFault>>,
    {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let fault = match ask().await {
                Ok(answer) => {
                    self.count.answered.fetch_add(1, Ordering::Relaxed);
                    return answer;
                }
                Err(fault) => fault,
            };
            let count = match &fault {
                StoreFault::Unreachable { .. } => &self.count.unreachable,
                StoreFault::Interrupted(_) => &self.count.interrupted,
                StoreFault::Refused { .. } => &self.count.refused,
                StoreFault::Unreadable(_) => panic!("{fault:?}"),
            };
            count.fetch_add(1, Ordering::Relaxed);
            assert!(Instant::now() < deadline, "still no answer: {fault:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
