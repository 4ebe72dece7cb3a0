//! What the rows say about a challenge at one moment. Nothing here writes.

use rusqlite::{OptionalExtension, Row, params};

use super::Step;
use super::values::{Ending, Moment, Progress};
use crate::challenge::{
    Challenge, ChallengeId, DeskId, Gone, NumberKey, ProviderId, Sealed, SendId, SendRecord,
    SendState,
};
use crate::policy::Limits;
use crate::store;
use crate::time::{Timestamp, after};

/// How a challenge stands, in the order in which the contract asks: lock, open, expiry.
pub(super) enum Standing {
    Locked { until: Timestamp },
    Gone(Gone),
    Expired,
    Open(Box<Open>),
}

/// A challenge that has not ended, with what else a step needs of it.
pub(super) struct Open {
    pub(super) key: i64,
    pub(super) id: ChallengeId,
    pub(super) number: NumberKey,
    desk: DeskId,
    sealed: Sealed,
    pub(super) newest: Send,
    pub(super) sends: u8,
    pub(super) tally: Tally,
}

/// One send of a challenge.
pub(super) struct Send {
    pub(super) key: i64,
    pub(super) record: SendRecord,
    pub(super) code: Option<[u8; 32]>,
    pub(super) expires_at: Timestamp,
    pub(super) asked_at: Timestamp,
}

/// A number's wrong tries, and its lock if it has one now.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) counted: u32,
    pub(super) last_failure: Option<Timestamp>,
    pub(super) locked_until: Option<Timestamp>,
}

impl Tally {
    /// How many wrong tries count at `now`.
    pub(super) fn failures(&self, limits: &Limits, now: Timestamp) -> u32 {
        self.last_failure
            .filter(|last| after(*last, limits.failures_kept) > now)
            .map_or(0, |_| self.counted)
    }
}

impl Standing {
    /// The standing as it is told at `now`.
    pub(super) fn told(self, limits: &Limits, now: Timestamp) -> store::Standing {
        match self {
            Self::Locked { until } => store::Standing::Locked { until },
            Self::Gone(gone) => store::Standing::Gone(gone),
            Self::Expired => store::Standing::Expired,
            Self::Open(open) => store::Standing::Open(open.told(limits, now)),
        }
    }
}

struct Found {
    key: i64,
    number: NumberKey,
    desk: DeskId,
    sealed: Option<Vec<u8>>,
    ended: Option<Ending>,
}

impl Open {
    /// When its pause is over; nothing when no send is left.
    fn resend_at(&self, limits: &Limits) -> Option<Timestamp> {
        (self.sends < limits.sends_per_challenge)
            .then(|| after(self.newest.asked_at, limits.pause_after(self.sends)))
    }

    /// How many wrong tries its number has left; none while the last one is pending.
    pub(super) fn tries_left(&self, limits: &Limits, now: Timestamp) -> u8 {
        match self.tally.locked_until {
            Some(_) => 0,
            None => limits.tries_left(self.tally.failures(limits, now)),
        }
    }

    /// The challenge as it is told at `now`.
    pub(super) fn told(&self, limits: &Limits, now: Timestamp) -> Challenge {
        Challenge {
            id: self.id,
            desk: self.desk,
            sealed: self.sealed.clone(),
            expires_at: self.newest.expires_at,
            send: self.newest.record.clone(),
            sends: self.sends,
            resend_at: self.resend_at(limits),
            tries_left: self.tries_left(limits, now),
            as_of: now,
        }
    }
}

impl Step<'_> {
    /// How a challenge stands now.
    pub(super) fn standing(&self, id: ChallengeId) -> rusqlite::Result<Standing> {
        let Some(found) = self.find(id)? else {
            return Ok(Standing::Gone(Gone::NotFound));
        };
        let tally = self.tally(&found.number)?;
        if let Some(until) = tally.locked_until {
            return Ok(Standing::Locked { until });
        }
        if let Some(ending) = found.ended {
            return Ok(Standing::Gone(ending.told()));
        }
        // The last send takes its challenge with it, so one without a send is none.
        let Some(newest) = self.newest_send(found.key)? else {
            return Ok(Standing::Gone(Gone::NotFound));
        };
        if newest.expires_at <= self.now {
            return Ok(Standing::Expired);
        }
        Ok(Standing::Open(Box::new(Open {
            key: found.key,
            id,
            number: found.number,
            desk: found.desk,
            sealed: Sealed(found.sealed.unwrap_or_default()),
            newest,
            sends: self.count_sends(found.key)?,
            tally,
        })))
    }

    /// One challenge, if it is open.
    pub(super) fn challenge(
        &self,
        id: ChallengeId,
        limits: &Limits,
    ) -> rusqlite::Result<Option<Challenge>> {
        Ok(self.standing(id)?.told(limits, self.now).open())
    }

    /// All open challenges, oldest first.
    pub(super) fn open_challenges(&self, limits: &Limits) -> rusqlite::Result<Vec<Challenge>> {
        let ids = self
            .connection
            .prepare_cached("SELECT id FROM challenges WHERE ended IS NULL ORDER BY key")?
            .query_map([], |row| row.get(0).map(ChallengeId::from_bytes))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        ids.into_iter()
            .filter_map(|id| self.challenge(id, limits).transpose())
            .collect()
    }

    /// A number's wrong tries and lock.
    pub(super) fn tally(&self, number: &NumberKey) -> rusqlite::Result<Tally> {
        let stored = self
            .connection
            .prepare_cached(
                "SELECT failures, last_failure, locked_until FROM numbers WHERE number = ?1",
            )?
            .query_row([number.as_bytes()], |row| {
                let Moment(last_failure) = row.get(1)?;
                let locked_until: Option<Moment> = row.get(2)?;
                Ok(Tally {
                    counted: row.get(0)?,
                    last_failure: Some(last_failure),
                    locked_until: locked_until
                        .map(|Moment(until)| until)
                        .filter(|until| *until > self.now),
                })
            })
            .optional()?;
        Ok(stored.unwrap_or_default())
    }

    /// Whether anything is kept of a number.
    pub(super) fn remembers(&self, number: &NumberKey, limits: &Limits) -> rusqlite::Result<bool> {
        let tally = self.tally(number)?;
        if tally.locked_until.is_some() || tally.failures(limits, self.now) > 0 {
            return Ok(true);
        }
        // A look writes nothing, so what the next step will remove may still be there.
        self.connection
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM challenges WHERE number = ?1 AND ended_at > ?2
                     UNION ALL
                     SELECT 1 FROM sends JOIN challenges ON challenges.key = sends.challenge
                     WHERE sends.number = ?1 AND ended IS NULL AND expires_at > ?2
                 )",
            )?
            .query_one(params![number.as_bytes(), Moment(self.horizon())], |row| {
                row.get(0)
            })
    }

    /// How many sends a challenge has.
    pub(super) fn count_sends(&self, challenge: i64) -> rusqlite::Result<u8> {
        let sends: i64 = self
            .connection
            .prepare_cached("SELECT count(*) FROM sends WHERE challenge = ?1")?
            .query_one([challenge], |row| row.get(0))?;
        Ok(u8::try_from(sends).unwrap_or(u8::MAX))
    }

    /// A look writes nothing, so what the next step will remove may still be there: it counts no more.
    fn find(&self, id: ChallengeId) -> rusqlite::Result<Option<Found>> {
        self.connection
            .prepare_cached(
                "SELECT key, number, desk, sealed, ended FROM challenges WHERE id = ?1
                 AND (ended_at > ?2 OR ended IS NULL AND EXISTS (
                     SELECT 1 FROM sends
                     WHERE sends.challenge = challenges.key AND sends.expires_at > ?2
                 ))",
            )?
            .query_row(params![id.as_bytes(), Moment(self.horizon())], |row| {
                Ok(Found {
                    key: row.get(0)?,
                    number: NumberKey(row.get(1)?),
                    desk: DeskId::from_bytes(row.get(2)?),
                    sealed: row.get(3)?,
                    ended: row.get(4)?,
                })
            })
            .optional()
    }

    fn newest_send(&self, challenge: i64) -> rusqlite::Result<Option<Send>> {
        self.connection
            .prepare_cached(
                "SELECT key, id, channel, route, progress, provider, at, code, expires_at, asked_at
                 FROM sends WHERE challenge = ?1 ORDER BY key DESC LIMIT 1",
            )?
            .query_row([challenge], read_send)
            .optional()
    }
}

fn read_send(row: &Row<'_>) -> rusqlite::Result<Send> {
    let (Moment(at), Moment(expires_at), Moment(asked_at)) =
        (row.get(6)?, row.get(8)?, row.get(9)?);
    Ok(Send {
        key: row.get(0)?,
        record: SendRecord {
            id: SendId::from_bytes(row.get(1)?),
            channel: row.get(2)?,
            route: row.get(3)?,
            state: match row.get(4)? {
                Progress::Intent => SendState::Intent,
                Progress::Sent => SendState::Sent(ProviderId::new(row.get::<_, String>(5)?)),
                Progress::Unknown => SendState::Unknown,
            },
            at,
        },
        code: row.get(7)?,
        expires_at,
        asked_at,
    })
}
