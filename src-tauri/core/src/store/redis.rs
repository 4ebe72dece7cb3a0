//! The store of many desks: the organisation's own Redis, by the rules of `store`. Each step is one Lua
//! script, run by Redis in one go on its own clock; nothing is decided here. How Redis is reached is in
//! `link`, what an admin may set in `settings`.
//!
//! Two places hold everything that decides. A number's *ledger* is one key, named by the number's keyed
//! digest. The site's *book* is a few keys with what concerns no single number: the caps of desk and site,
//! which challenges may be open, what each desk asked leave for. On one server, a script keeps both at
//! once. In a Cluster they lie on different servers, so the book is kept by scripts of its own: before the
//! ledger is asked for leave, and after it was told what became of a send. What is cut off in between
//! leaves a count too many, never one too few. Beside them lies the notebook, a key a page: it decides
//! nothing.

use std::sync::Arc;
use std::time::Duration;

use ::redis::{self, FromRedisValue};
use async_trait::async_trait;
use serde::de::DeserializeOwned;
use tokio::sync::OnceCell;

use super::{
    Changes, Counted, Inspection, Note, NotePage, RefusedBecause, Reservation, Reserved,
    Settlement, Standing, Store, StoreFault, StoreHealth, TryOutcome, UnreachableBecause, notebook,
};
use crate::challenge::{
    Challenge, ChallengeId, CodeDigest, DeskId, NumberKey, Sealed, SendId, TryId, Verdict,
};
use crate::policy::Limits;
use crate::time::{Clock, Timestamp};

mod answers;
mod book;
mod inspection;
mod link;
mod permissions;
mod requests;
mod scripts;
mod settings;

use answers::{
    Ended, Left, Remembered, ReservedAnswer, Settled, StandingAnswer, ToldChallenge, ToldNote,
    TriedAnswer, Written, read,
};
use inspection::Intent;
use link::{Link, Script};
pub(crate) use link::{probe, trouble_behind};
pub use permissions::{permissions, sentinel_permissions};
use requests::{Names, Request};
use scripts::Scripts;
pub(crate) use settings::Host;
use settings::Plan;
pub use settings::{InvalidRedisSettings, Place, RedisSecrets, RedisSettings};

/// A store in Redis. Several of them, on several computers, share it by the site's name.
pub struct RedisStore {
    link: Link,
    names: Names,
    scripts: Scripts,
    clock: Arc<dyn Clock>,
    version: OnceCell<String>,
    intent: Intent,
}

impl RedisStore {
    /// Makes ready to reach the store. Asks nothing of the network: the first step does.
    ///
    /// # Errors
    /// [`StoreFault::Unreachable`] if the settings can't be used or a certificate file can't be read.
    pub fn new(
        settings: &RedisSettings,
        secrets: RedisSecrets,
        clock: impl Clock,
    ) -> Result<Self, StoreFault> {
        Self::with_names(Names::of(&settings.site), settings, secrets, clock)
    }

    /// The same for training: beside the site's work and apart from it, under keys of its own.
    ///
    /// # Errors
    /// As [`RedisStore::new`].
    pub fn for_training(
        settings: &RedisSettings,
        secrets: RedisSecrets,
        clock: impl Clock,
    ) -> Result<Self, StoreFault> {
        let names = Names::of_training(&settings.site);
        Self::with_names(names, settings, secrets, clock)
    }

    fn with_names(
        names: Names,
        settings: &RedisSettings,
        secrets: RedisSecrets,
        clock: impl Clock,
    ) -> Result<Self, StoreFault> {
        let plan = Plan::of(settings)
            .map_err(|error| StoreFault::unreachable(UnreachableBecause::Settings, error))?;
        Ok(Self {
            intent: Intent::of(&plan),
            names,
            link: Link::new(settings, secrets)?,
            scripts: Scripts::load(),
            clock: Arc::new(clock),
            version: OnceCell::new(),
        })
    }

    /// The keys that a step on a number works with.
    fn keys(&self, challenge: ChallengeId) -> Vec<String> {
        let mut keys = vec![self.names.ledger(challenge)];
        if !self.link.is_cluster() {
            keys.push(self.names.book());
        }
        keys
    }

    fn request(&self, challenge: ChallengeId) -> Request {
        Request::about(&self.names, challenge)
    }
}

#[async_trait]
impl Store for RedisStore {
    async fn reserve(
        &self,
        request: &Reservation,
        limits: &Limits,
    ) -> Result<Reserved, StoreFault> {
        let asked = self
            .request(request.challenge)
            .within(limits)
            .for_leave(request);
        if self.link.is_cluster() {
            return self.reserve_in_cluster(request.challenge, asked).await;
        }
        let script = &self.scripts.reserve;
        let answer: ReservedAnswer = self.on_ledger(script, request.challenge, &asked).await?;
        answer.told()
    }

    async fn settle(
        &self,
        challenge: ChallengeId,
        send: SendId,
        settlement: &Settlement,
        limits: &Limits,
    ) -> Result<Option<Challenge>, StoreFault> {
        let asked = self
            .request(challenge)
            .within(limits)
            .of_send(send)
            .became(settlement);
        let script = &self.scripts.settle;
        let settled: Settled = self.on_ledger(script, challenge, &asked).await?;
        if self.link.is_cluster() {
            self.put_settled_back(challenge, send, &settled).await?;
        }
        settled.challenge.map(ToldChallenge::told).transpose()
    }

    async fn check(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        code: &CodeDigest,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault> {
        let asked = self
            .request(challenge)
            .within(limits)
            .of_try(attempt)
            .with_code(code);
        let script = &self.scripts.check;
        let answer: TriedAnswer = self.on_ledger(script, challenge, &asked).await?;
        answer.verdict()
    }

    async fn count_try(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        limits: &Limits,
    ) -> Result<Counted, StoreFault> {
        let asked = self.request(challenge).within(limits).of_try(attempt);
        let script = &self.scripts.count_try;
        let answer: TriedAnswer = self.on_ledger(script, challenge, &asked).await?;
        answer.counted(attempt)
    }

    async fn finish(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
        limits: &Limits,
    ) -> Result<Verdict, StoreFault> {
        let asked = self
            .request(challenge)
            .within(limits)
            .of_try(attempt)
            .turned_out(outcome);
        let script = &self.scripts.finish;
        let answer: TriedAnswer = self.on_ledger(script, challenge, &asked).await?;
        answer.verdict()
    }

    async fn cancel(&self, challenge: ChallengeId) -> Result<bool, StoreFault> {
        let asked = self.request(challenge);
        let script = &self.scripts.cancel;
        let answer: Ended = self.on_ledger(script, challenge, &asked).await?;
        Ok(answer.ended)
    }

    async fn take_over(
        &self,
        challenge: ChallengeId,
        desk: DeskId,
        sealed: &Sealed,
        limits: &Limits,
    ) -> Result<Standing, StoreFault> {
        let asked = self
            .request(challenge)
            .within(limits)
            .of_desk(desk)
            .with_seal(sealed);
        let script = &self.scripts.take_over;
        let answer: StandingAnswer = self.on_ledger(script, challenge, &asked).await?;
        answer.told()
    }

    async fn standing(
        &self,
        challenge: ChallengeId,
        limits: &Limits,
    ) -> Result<Standing, StoreFault> {
        self.look_at(challenge, limits).await?.told()
    }

    async fn open_challenges(&self, limits: &Limits) -> Result<Vec<Challenge>, StoreFault> {
        if self.link.is_cluster() {
            return self.open_in_cluster(limits).await;
        }
        let asked = Request::of_site(&self.names).within(limits);
        let keys = [self.names.book()];
        let open: Vec<ToldChallenge> = self.look(&self.scripts.open, &keys, &asked).await?;
        open.into_iter().map(ToldChallenge::told).collect()
    }

    async fn remembers(&self, number: NumberKey, limits: &Limits) -> Result<bool, StoreFault> {
        let asked = Request::of_site(&self.names).within(limits);
        let keys = [self.names.ledger_of(number)];
        let answer: Remembered = self.look(&self.scripts.remembers, &keys, &asked).await?;
        Ok(answer.remembered)
    }

    async fn note(&self, page: NotePage, line: &[u8], keep: Duration) -> Result<(), StoreFault> {
        notebook::fitting(line)?;
        let asked = Request::of_site(&self.names).with_line(line, keep);
        let keys = [self.names.page(page)];
        let Written {} = self.step(&self.scripts.note, &keys, &asked).await?;
        Ok(())
    }

    async fn notes(&self, page: NotePage) -> Result<Vec<Note>, StoreFault> {
        let asked = Request::of_site(&self.names);
        let keys = [self.names.page(page)];
        let lines: Vec<ToldNote> = self.look(&self.scripts.notes, &keys, &asked).await?;
        lines.into_iter().map(ToldNote::told).collect()
    }

    async fn recover(&self, desk: DeskId) -> Result<u32, StoreFault> {
        if self.link.is_cluster() {
            return self.recover_in_cluster(desk).await;
        }
        let asked = Request::of_site(&self.names).of_desk(desk);
        let keys = [self.names.book()];
        let answer: Left = self.step(&self.scripts.recover, &keys, &asked).await?;
        Ok(answer.left)
    }

    async fn health(&self) -> Result<StoreHealth, StoreFault> {
        let asked = self.clock.steady();
        let now = self.time().await?;
        let latency = self.clock.steady().saturating_duration_since(asked);
        Ok(StoreHealth {
            kind: format!("Redis {}", self.version().await?),
            latency,
            now,
        })
    }

    async fn inspect(&self) -> Result<Inspection, StoreFault> {
        self.looked_over().await
    }

    fn changes(&self) -> Changes {
        Changes::told(self.link.subscribe())
    }
}

impl RedisStore {
    /// One step on the ledger of the number that a challenge is about.
    async fn on_ledger<A: DeserializeOwned>(
        &self,
        script: &Script,
        challenge: ChallengeId,
        asked: &Request,
    ) -> Result<A, StoreFault> {
        self.step(script, &self.keys(challenge), asked).await
    }

    /// One step that may write.
    async fn step<A: DeserializeOwned>(
        &self,
        script: &Script,
        keys: &[String],
        asked: &Request,
    ) -> Result<A, StoreFault> {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let answer = self.link.step(script, &keys, &[&asked.written()?]).await?;
        read(&answer)
    }

    /// One step that only reads.
    async fn look<A: DeserializeOwned>(
        &self,
        script: &Script,
        keys: &[String],
        asked: &Request,
    ) -> Result<A, StoreFault> {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let answer = self.link.look(script, &keys, &[&asked.written()?]).await?;
        read(&answer)
    }

    /// Lets itself in, or says why it can't. That its user may not ask for the time is no reason.
    ///
    /// # Errors
    /// [`StoreFault`] where there is no connection, or nobody is let in.
    pub(crate) async fn enter(&self) -> Result<(), StoreFault> {
        match self.time().await {
            Err(StoreFault::Refused {
                because: RefusedBecause::NotPermitted,
                ..
            }) => Ok(()),
            told => told.map(drop),
        }
    }

    /// The store's own time, in whole milliseconds.
    async fn time(&self) -> Result<Timestamp, StoreFault> {
        let answer = self.link.ask(&redis::cmd("TIME")).await?;
        let (seconds, microseconds): (i64, i64) = from_value(answer)?;
        Timestamp::from_millisecond(seconds * 1000 + microseconds / 1000)
            .map_err(|error| StoreFault::Unreadable(error.into()))
    }

    /// Which version of Redis it is. Asked once: a server that is replaced is not asked again.
    async fn version(&self) -> Result<&str, StoreFault> {
        self.version
            .get_or_try_init(|| async {
                let answer = self.link.ask(redis::cmd("INFO").arg("server")).await?;
                Ok(version_in(&from_value::<String>(answer)?))
            })
            .await
            .map(String::as_str)
    }

    async fn look_at(
        &self,
        challenge: ChallengeId,
        limits: &Limits,
    ) -> Result<StandingAnswer, StoreFault> {
        let asked = self.request(challenge).within(limits);
        let keys = [self.names.ledger(challenge)];
        self.look(&self.scripts.standing, &keys, &asked).await
    }
}

fn from_value<T: FromRedisValue>(value: redis::Value) -> Result<T, StoreFault> {
    redis::from_redis_value(value).map_err(|error| StoreFault::Unreadable(error.into()))
}

fn version_in(info: &str) -> String {
    let version = info
        .lines()
        .find_map(|line| line.strip_prefix("redis_version:"));
    version.unwrap_or("of unknown version").trim().to_owned()
}
