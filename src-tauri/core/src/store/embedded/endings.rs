//! How challenges end and are forgotten.

use std::time::Duration;

use rusqlite::params;

use super::Step;
use super::rows::{Open, Standing};
use super::values::{Ending, Moment};
use crate::challenge::{ChallengeId, NumberKey, TryId};
use crate::policy::Limits;
use crate::time::Timestamp;

/// How long it is told how a challenge ended. No window of the policy is longer.
const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

impl Step<'_> {
    /// Ends a challenge: its digests and its seal are erased, how it ended is kept.
    pub(super) fn end(&self, challenge: i64, ending: Ending) -> rusqlite::Result<()> {
        self.end_by(challenge, ending, None)
    }

    fn end_by(
        &self,
        challenge: i64,
        ending: Ending,
        verified_by: Option<TryId>,
    ) -> rusqlite::Result<()> {
        let verified_by = verified_by.as_ref().map(TryId::as_bytes);
        self.connection
            .prepare_cached(
                "UPDATE challenges
                 SET ended = ?2, ended_at = ?3, sealed = NULL, verified_by = ?4
                 WHERE key = ?1",
            )?
            .execute(params![challenge, ending, Moment(self.now), verified_by])?;
        self.connection
            .prepare_cached("UPDATE sends SET code = NULL WHERE challenge = ?1")?
            .execute([challenge])?;
        match ending {
            // A try counted before the lock may still turn out right.
            Ending::Locked => Ok(()),
            Ending::Verified | Ending::Cancelled | Ending::Superseded => self.drop_tries(challenge),
        }
    }

    /// Ends a challenge by the success of this try, which clears its number's wrong tries and lock.
    pub(super) fn succeed(&self, challenge: i64, attempt: TryId) -> rusqlite::Result<()> {
        self.end_by(challenge, Ending::Verified, Some(attempt))?;
        self.connection
            .prepare_cached(
                "DELETE FROM numbers
                 WHERE number = (SELECT number FROM challenges WHERE key = ?1)",
            )?
            .execute([challenge])
            .map(drop)
    }

    /// Makes place for a new challenge of the number.
    pub(super) fn supersede(&self, number: &NumberKey) -> rusqlite::Result<()> {
        let earlier = self
            .connection
            .prepare_cached("SELECT key, ended FROM challenges WHERE number = ?1")?
            .query_map([number.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(i64, Option<Ending>)>>>()?;
        for (challenge, ended) in earlier {
            match ended {
                None => self.end(challenge, Ending::Superseded)?,
                Some(_) => self.drop_tries(challenge)?,
            }
        }
        Ok(())
    }

    /// Ends an open challenge at the staff's word.
    pub(super) fn cancel(&self, id: ChallengeId) -> rusqlite::Result<bool> {
        match self.standing(id)? {
            Standing::Open(open) => self.end(open.key, Ending::Cancelled).map(|()| true),
            Standing::Locked { .. } | Standing::Gone(_) | Standing::Expired => Ok(false),
        }
    }

    /// Ends a challenge by a lock, where the try just counted brought one.
    pub(super) fn end_if_locked(&self, open: &Open) -> rusqlite::Result<Option<Timestamp>> {
        let Some(until) = open.tally.locked_until else {
            return Ok(None);
        };
        self.end(open.key, Ending::Locked)?;
        Ok(Some(until))
    }

    /// What ended by then is remembered no longer.
    pub(super) fn horizon(&self) -> Timestamp {
        self.now
            .saturating_sub(REMEMBERED)
            .unwrap_or(Timestamp::MIN)
    }

    /// Removes what is remembered no longer. Sends go with their challenge: it outlives every window
    /// in which they count.
    pub(super) fn forget(&self) -> rusqlite::Result<()> {
        let horizon = self.horizon();
        self.connection
            .prepare_cached("DELETE FROM challenges WHERE ended IS NOT NULL AND ended_at <= ?1")?
            .execute([Moment(horizon)])?;
        self.connection
            .prepare_cached(
                "DELETE FROM challenges WHERE ended IS NULL AND NOT EXISTS (
                     SELECT 1 FROM sends
                     WHERE sends.challenge = challenges.key AND sends.expires_at > ?1
                 )",
            )?
            .execute([Moment(horizon)])
            .map(drop)
    }

    /// Removes the numbers whose wrong tries and lock are over.
    pub(super) fn forget_numbers(&self, limits: &Limits) -> rusqlite::Result<()> {
        let horizon = self
            .now
            .saturating_sub(limits.failures_kept)
            .unwrap_or(Timestamp::MIN);
        self.connection
            .prepare_cached(
                "DELETE FROM numbers
                 WHERE last_failure <= ?1 AND (locked_until IS NULL OR locked_until <= ?2)",
            )?
            .execute([Moment(horizon), Moment(self.now)])
            .map(drop)
    }

    fn drop_tries(&self, challenge: i64) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("DELETE FROM tries WHERE challenge = ?1")?
            .execute([challenge])
            .map(drop)
    }
}
