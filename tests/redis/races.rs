//! Many desks at once: of 64 right answers over 8 connections exactly one wins, round after round, whichever
//! way Redis is run.

use std::sync::Arc;

use countersign_core::challenge::{ChallengeId, CodeDigest, Gone, Verdict};
use countersign_core::store::redis::RedisStore;
use countersign_core::store::{Reserved, Store};
use countersign_servers::Clock;
use tokio::task::JoinSet;

use super::customers::{RIGHT, draw_try, reservation, roomy};
use super::servers::{SITE, Servers};
use super::words::code;

const ROUNDS: u32 = 100;
const ANSWERS: usize = 64;
const CONNECTIONS: usize = 8;

/// One site's desks, each with a connection of its own.
struct Desks(Vec<Arc<RedisStore>>);

impl Desks {
    async fn begin(&self, round: u32) -> ChallengeId {
        let begun = reservation(round);
        let reserved = self.0[0].reserve(&begun, &roomy()).await;
        assert!(matches!(reserved, Ok(Reserved::Granted(_))), "{reserved:?}");
        begun.challenge
    }

    /// All of them give the right code at once, each as a try of its own.
    async fn answer(&self, challenge: ChallengeId, code: CodeDigest) -> Vec<Verdict> {
        let mut answers = JoinSet::new();
        for turn in 0..ANSWERS {
            let store = Arc::clone(&self.0[turn % self.0.len()]);
            answers.spawn(async move {
                let attempt = draw_try();
                let verdict = store.check(challenge, attempt, &code, &roomy()).await;
                verdict.expect("a verdict")
            });
        }
        answers.join_all().await
    }
}

async fn exactly_one_wins(servers: Servers) {
    let desks = Desks((0..CONNECTIONS).map(|_| servers.desk_of(SITE)).collect());
    for round in 0..ROUNDS {
        let challenge = desks.begin(round).await;
        let verdicts = desks.answer(challenge, code(challenge, RIGHT)).await;
        let (won, lost): (Vec<_>, Vec<_>) = verdicts
            .into_iter()
            .partition(|verdict| *verdict == Verdict::Verified);
        assert_eq!(won.len(), 1, "round {round}");
        let too_late = Verdict::Gone(Gone::AlreadyVerified);
        assert!(lost.iter().all(|verdict| *verdict == too_late), "{lost:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_one_server() {
    exactly_one_wins(Servers::single(Clock::System)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_tls_and_an_access_list() {
    exactly_one_wins(Servers::protected(Clock::System)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn under_sentinels() {
    exactly_one_wins(Servers::sentinels(Clock::System)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_cluster() {
    exactly_one_wins(Servers::cluster(Clock::System)).await;
}
