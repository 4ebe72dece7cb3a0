//! One real step of a store, on a challenge that nobody made and that is gone when the step is done:
//! whether a store can do its work, by doing it.

use rand::{CryptoRng, RngExt};

use super::{Purpose, Reservation, Reserved, Settlement, Store, StoreFault};
use crate::challenge::{
    ChallengeId, Channel, CodeDigest, DeskId, NumberKey, Route, Sealed, SendId,
};
use crate::policy::Limits;

/// Asks leave for a send that is never made, and gives it back: nothing is counted. That a limit is
/// against it is an answer like any other; what was answered is returned.
pub(crate) async fn step<R: CryptoRng + ?Sized>(
    store: &dyn Store,
    randomness: &mut R,
) -> Result<Reserved, StoreFault> {
    let limits = Limits::default();
    let nobody = NumberKey(randomness.random());
    let reservation = Reservation {
        challenge: ChallengeId::draw(nobody, randomness),
        send: SendId::draw(randomness),
        purpose: Purpose::First {
            sealed: Sealed(Vec::new()),
        },
        desk: DeskId::draw(randomness),
        channel: Channel::Sms,
        route: Route::SinchSms,
        code: Some(CodeDigest(randomness.random())),
    };
    let reserved = store.reserve(&reservation, &limits).await?;
    let Reservation {
        challenge, send, ..
    } = reservation;
    let settled = store.settle(challenge, send, &Settlement::NotSent, &limits);
    settled.await.map(|_| reserved)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::store::embedded::EmbeddedStore;
    use crate::time::SystemClock;

    #[tokio::test]
    async fn a_trial_leaves_nothing_open_and_nothing_counted() {
        let store = EmbeddedStore::in_memory(SystemClock).unwrap();
        let limits = Limits::default();
        let mut randomness = StdRng::seed_from_u64(1);
        for _ in 0..=limits.site_daily {
            let answered = step(&store, &mut randomness).await.unwrap();
            assert!(matches!(answered, Reserved::Granted(_)), "{answered:?}");
        }
        assert_eq!(store.open_challenges(&limits).await.unwrap(), []);
    }
}
