//! The site's book in a Cluster, where it lies on another server than a number's ledger. On one server the
//! scripts keep both at once and nothing here is used.

use super::answers::{Left, ReservedAnswer, Settled, StandingAnswer, Taken, ToldChallenge};
use super::requests::Request;
use super::{RedisStore, Reserved, StoreFault};
use crate::challenge::{Challenge, ChallengeId, DeskId, SendId};
use crate::policy::Limits;

impl RedisStore {
    /// Counts the send in the book, asks the ledger for leave, and takes the count back without it.
    pub(super) async fn reserve_in_cluster(
        &self,
        challenge: ChallengeId,
        asked: Request,
    ) -> Result<Reserved, StoreFault> {
        let book = [self.names.book()];
        let taken: Taken = self.step(&self.scripts.take, &book, &asked).await?;
        let asked = asked.against(taken.caps.clone());
        let script = &self.scripts.reserve;
        let answer: Result<ReservedAnswer, _> = self.on_ledger(script, challenge, &asked).await;
        let granted = match &answer {
            Ok(answer) => answer.is_granted(),
            // It may have been granted: the count and the intent stay, so that what is left is told.
            Err(StoreFault::Interrupted(_) | StoreFault::Unreadable(_)) => true,
            Err(StoreFault::Unreachable { .. } | StoreFault::Refused { .. }) => false,
        };
        // The intent of a retry stays: the same one may be under way, and one that is over is passed over.
        if !granted && taken.taken {
            self.put_back(&asked.undone(&taken)).await?;
        }
        answer?.told()
    }

    /// Tells the book what became of a send.
    pub(super) async fn put_settled_back(
        &self,
        challenge: ChallengeId,
        send: SendId,
        settled: &Settled,
    ) -> Result<(), StoreFault> {
        let Some(back) = self.request(challenge).of_send(send).settled(settled) else {
            return Ok(());
        };
        self.put_back(&back).await
    }

    async fn put_back(&self, asked: &Request) -> Result<(), StoreFault> {
        let book = [self.names.book()];
        let _: Left = self.step(&self.scripts.put_back, &book, asked).await?;
        Ok(())
    }

    /// Asks every number's ledger whose challenge the book lists; takes off the list what is over.
    pub(super) async fn open_in_cluster(
        &self,
        limits: &Limits,
    ) -> Result<Vec<Challenge>, StoreFault> {
        let book = [self.names.book()];
        let asked = Request::of_site(&self.names);
        let listed: Vec<String> = self.look(&self.scripts.contents, &book, &asked).await?;
        let mut open = Vec::new();
        let mut over = Vec::new();
        for id in listed {
            let Ok(challenge) = id.parse() else {
                over.push(id);
                continue;
            };
            let standing: StandingAnswer = self.look_at(challenge, limits).await?;
            if standing.over {
                over.push(id);
            }
            open.extend(standing.challenge.map(ToldChallenge::told).transpose()?);
        }
        if !over.is_empty() {
            let asked = asked.over(over);
            let _: Vec<String> = self.step(&self.scripts.contents, &book, &asked).await?;
        }
        Ok(open)
    }

    /// Makes unknown what the book says the desk left as intents.
    pub(super) async fn recover_in_cluster(&self, desk: DeskId) -> Result<u32, StoreFault> {
        let book = [self.names.book()];
        let asked = Request::of_site(&self.names).of_desk(desk);
        let intents: Vec<String> = self.look(&self.scripts.contents, &book, &asked).await?;
        let mut left = 0;
        for (challenge, send) in intents.iter().filter_map(|intent| parse_intent(intent)) {
            let asked = self.request(challenge).of_send(send).of_desk(desk);
            let keys = [self.names.ledger(challenge)];
            let answer: Left = self.step(&self.scripts.recover, &keys, &asked).await?;
            left += answer.left;
            self.put_back(&asked.asked_by(desk)).await?;
        }
        Ok(left)
    }
}

fn parse_intent(intent: &str) -> Option<(ChallengeId, SendId)> {
    let (challenge, send) = intent.split_once(':')?;
    Some((challenge.parse().ok()?, send.parse().ok()?))
}
