//! What became of a send: taken, not gone out, or unknown.

use rusqlite::{OptionalExtension, params};

use super::Step;
use super::values::Progress;
use crate::challenge::{Challenge, ChallengeId, DeskId, ProviderId, SendId};
use crate::policy::Limits;
use crate::store::Settlement;

struct Settling {
    key: i64,
    challenge: i64,
    progress: Progress,
    retried: bool,
}

impl Step<'_> {
    pub(super) fn settle(
        &self,
        challenge: ChallengeId,
        send: SendId,
        settlement: &Settlement,
        limits: &Limits,
    ) -> rusqlite::Result<Option<Challenge>> {
        if let Some(settling) = self.settling(challenge, send)? {
            self.write_settlement(&settling, settlement)?;
        }
        self.challenge(challenge, limits)
    }

    /// Makes what a desk left as intents unknown.
    pub(super) fn recover(&self, desk: DeskId) -> rusqlite::Result<u32> {
        let left = self
            .connection
            .prepare_cached(
                "UPDATE sends SET progress = 'unknown'
                 WHERE asked_by = ?1 AND progress = 'intent'",
            )?
            .execute([desk.as_bytes()])?;
        Ok(u32::try_from(left).unwrap_or(u32::MAX))
    }

    fn settling(&self, challenge: ChallengeId, send: SendId) -> rusqlite::Result<Option<Settling>> {
        self.connection
            .prepare_cached(
                "SELECT sends.key, challenges.key, progress, retried
                 FROM sends JOIN challenges ON challenges.key = sends.challenge
                 WHERE sends.id = ?1 AND challenges.id = ?2",
            )?
            .query_row([send.as_bytes().as_slice(), challenge.as_bytes()], |row| {
                Ok(Settling {
                    key: row.get(0)?,
                    challenge: row.get(1)?,
                    progress: row.get(2)?,
                    retried: row.get(3)?,
                })
            })
            .optional()
    }

    fn write_settlement(
        &self,
        settling: &Settling,
        settlement: &Settlement,
    ) -> rusqlite::Result<()> {
        match (settling.progress, settlement) {
            (Progress::Sent, _) => Ok(()),
            (Progress::Intent | Progress::Unknown, Settlement::Sent(provider)) => {
                self.write_sent(settling.key, provider)
            }
            (Progress::Intent | Progress::Unknown, Settlement::Unknown) => {
                self.write_unknown(settling.key)
            }
            (Progress::Intent | Progress::Unknown, Settlement::NotSent) => {
                if settling.retried {
                    return self.write_unknown(settling.key);
                }
                self.give_back(settling)
            }
        }
    }

    fn write_sent(&self, send: i64, provider: &ProviderId) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("UPDATE sends SET progress = 'sent', provider = ?2 WHERE key = ?1")?
            .execute(params![send, provider.as_str()])
            .map(drop)
    }

    fn write_unknown(&self, send: i64) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("UPDATE sends SET progress = 'unknown' WHERE key = ?1")?
            .execute([send])
            .map(drop)
    }

    /// Takes a send away as if it had never been asked for, and its challenge where it was the only
    /// one. A challenge that has ended stays: how it ended is still to be told.
    fn give_back(&self, settling: &Settling) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("DELETE FROM sends WHERE key = ?1")?
            .execute([settling.key])?;
        self.connection
            .prepare_cached(
                "DELETE FROM challenges
                 WHERE key = ?1 AND ended IS NULL
                   AND NOT EXISTS (SELECT 1 FROM sends WHERE challenge = ?1)",
            )?
            .execute([settling.challenge])
            .map(drop)
    }
}
