//! Tries: counted first, compared or asked about afterwards.

use rusqlite::{OptionalExtension, params};

use super::Step;
use super::rows::{Open, Standing, Tally};
use super::values::Moment;
use crate::challenge::{ChallengeId, CodeDigest, TryId, Verdict};
use crate::policy::Limits;
use crate::store::{Counted, TryOutcome};
use crate::time::after;

/// A counted try that Sinch was asked about.
struct Pending {
    challenge: i64,
    /// The send that was the newest when the try was counted, unless it was given back since.
    send: Option<i64>,
}

impl Step<'_> {
    pub(super) fn check(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        code: &CodeDigest,
        limits: &Limits,
    ) -> rusqlite::Result<Verdict> {
        if self.is_judged(challenge, attempt)? {
            return self.verdict_again(challenge, attempt, limits);
        }
        let open = match self.standing(challenge)? {
            Standing::Open(open) => self.counted(open, limits)?,
            Standing::Locked { until } => return Ok(Verdict::Locked { until }),
            Standing::Gone(gone) => return Ok(Verdict::Gone(gone)),
            Standing::Expired => return Ok(Verdict::Expired),
        };
        self.judge(open.key, attempt)?;
        if open.newest.code.is_some_and(|stored| code.matches(&stored)) {
            self.succeed(open.key, attempt)?;
            return Ok(Verdict::Verified);
        }
        if let Some(until) = self.end_if_locked(&open)? {
            return Ok(Verdict::Locked { until });
        }
        Ok(Verdict::Wrong {
            left: open.tries_left(limits, self.now),
        })
    }

    pub(super) fn count_try(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        limits: &Limits,
    ) -> rusqlite::Result<Counted> {
        let open = match self.standing(challenge)? {
            Standing::Open(open) => self.counted(open, limits)?,
            Standing::Locked { until } => {
                return Ok(Counted::Decided(Verdict::Locked { until }));
            }
            Standing::Gone(gone) => return Ok(Counted::Decided(Verdict::Gone(gone))),
            Standing::Expired => return Ok(Counted::Decided(Verdict::Expired)),
        };
        self.connection
            .prepare_cached("INSERT INTO tries (attempt, challenge, send) VALUES (?1, ?2, ?3)")?
            .execute(params![attempt.as_bytes(), open.key, open.newest.key])?;
        self.end_if_locked(&open)?;
        Ok(Counted::Ask {
            attempt,
            challenge: open.told(limits, self.now),
        })
    }

    pub(super) fn finish(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
        limits: &Limits,
    ) -> rusqlite::Result<Verdict> {
        let Some(pending) = self.take_try(challenge, attempt)? else {
            return self.verdict_again(challenge, attempt, limits);
        };
        self.judge(pending.challenge, attempt)?;
        match outcome {
            TryOutcome::Right => {
                self.succeed(pending.challenge, attempt)?;
                Ok(Verdict::Verified)
            }
            TryOutcome::NotConfirmed => self.verdict(challenge, limits),
            TryOutcome::Expired => {
                self.expire(&pending)?;
                self.verdict(challenge, limits)
            }
        }
    }

    /// The verdict on a try that was judged before, or that was never counted.
    fn verdict_again(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
        limits: &Limits,
    ) -> rusqlite::Result<Verdict> {
        if self.was_verified_by(challenge, attempt)? {
            return Ok(Verdict::Verified);
        }
        self.verdict(challenge, limits)
    }

    fn is_judged(&self, challenge: ChallengeId, attempt: TryId) -> rusqlite::Result<bool> {
        self.connection
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM judged JOIN challenges ON challenges.key = judged.challenge
                     WHERE judged.attempt = ?1 AND challenges.id = ?2
                 )",
            )?
            .query_row(
                [attempt.as_bytes().as_slice(), challenge.as_bytes()],
                |row| row.get(0),
            )
    }

    fn was_verified_by(&self, challenge: ChallengeId, attempt: TryId) -> rusqlite::Result<bool> {
        self.connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM challenges WHERE id = ?1 AND verified_by = ?2)",
            )?
            .query_row(
                [challenge.as_bytes().as_slice(), attempt.as_bytes()],
                |row| row.get(0),
            )
    }

    /// Writes down that a try's outcome is known.
    fn judge(&self, challenge: i64, attempt: TryId) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("INSERT INTO judged (attempt, challenge) VALUES (?1, ?2)")?
            .execute(params![attempt.as_bytes(), challenge])
            .map(drop)
    }

    /// How the challenge stands, as a verdict on a try that is not right.
    fn verdict(&self, challenge: ChallengeId, limits: &Limits) -> rusqlite::Result<Verdict> {
        Ok(match self.standing(challenge)? {
            Standing::Open(open) => Verdict::Wrong {
                left: open.tries_left(limits, self.now),
            },
            Standing::Locked { until } => Verdict::Locked { until },
            Standing::Gone(gone) => Verdict::Gone(gone),
            Standing::Expired => Verdict::Expired,
        })
    }

    /// Counts one try of the challenge's number, and locks the number where the limits say so.
    fn counted(&self, mut open: Box<Open>, limits: &Limits) -> rusqlite::Result<Box<Open>> {
        let failures = open.tally.failures(limits, self.now).saturating_add(1);
        let lock = limits.lock_after(failures);
        let tally = Tally {
            counted: failures,
            last_failure: Some(self.now),
            locked_until: lock.map(|length| after(self.now, length)),
        };
        self.connection
            .prepare_cached(
                "INSERT INTO numbers (number, failures, last_failure, locked_until)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (number) DO UPDATE SET
                     failures = excluded.failures,
                     last_failure = excluded.last_failure,
                     locked_until = excluded.locked_until",
            )?
            .execute(params![
                open.number.as_bytes(),
                tally.counted,
                Moment(self.now),
                tally.locked_until.map(Moment),
            ])?;
        open.tally = tally;
        Ok(open)
    }

    fn take_try(
        &self,
        challenge: ChallengeId,
        attempt: TryId,
    ) -> rusqlite::Result<Option<Pending>> {
        self.connection
            .prepare_cached(
                "DELETE FROM tries
                 WHERE attempt = ?1 AND challenge = (SELECT key FROM challenges WHERE id = ?2)
                 RETURNING challenge, send",
            )?
            .query_row(
                [attempt.as_bytes().as_slice(), challenge.as_bytes()],
                |row| {
                    Ok(Pending {
                        challenge: row.get(0)?,
                        send: row.get(1)?,
                    })
                },
            )
            .optional()
    }

    /// Ends the time of the code that was tried. One that was sent since keeps its own.
    fn expire(&self, pending: &Pending) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("UPDATE sends SET expires_at = min(expires_at, ?2) WHERE key = ?1")?
            .execute(params![pending.send, Moment(self.now)])
            .map(drop)
    }
}
