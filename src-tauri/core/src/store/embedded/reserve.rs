//! Leave to send: which rules are asked for each purpose, and the intent that is written down.

use rusqlite::params;

use super::Step;
use super::rows::{Open, Standing};
use super::rules::told;
use super::values::Moment;
use crate::challenge::{CodeDigest, NumberKey, Sealed, SendState};
use crate::policy::{Limits, Refusal, Rule};
use crate::store::{Purpose, Reservation, Reserved};
use crate::time::{Timestamp, after};

impl Step<'_> {
    pub(super) fn reserve(
        &self,
        request: &Reservation,
        limits: &Limits,
    ) -> rusqlite::Result<Reserved> {
        self.forget_numbers(limits)?;
        match &request.purpose {
            Purpose::First { sealed } => self.first(request, sealed, limits),
            Purpose::Resend => self.further(request, limits, Self::resend),
            Purpose::Retry => self.further(request, limits, Self::retry),
        }
    }

    fn first(
        &self,
        request: &Reservation,
        sealed: &Sealed,
        limits: &Limits,
    ) -> rusqlite::Result<Reserved> {
        let number = &request.challenge.number();
        let lock = self.lock(number)?;
        let sending = self.against_sending(number, &request.desk, limits)?;
        if let Some(refusal) = told(lock.into_iter().chain(sending)) {
            return Ok(Reserved::Refused(refusal));
        }
        self.supersede(number)?;
        let challenge = self.write_challenge(request, number, sealed)?;
        let expires_at = after(self.now, limits.lifetime);
        self.write_send(challenge, number, request, expires_at)?;
        self.granted(request, limits)
    }

    /// What a resend and a retry have in common: the lock, then that the challenge is open.
    fn further(
        &self,
        request: &Reservation,
        limits: &Limits,
        send: impl FnOnce(&Self, &Open, &Reservation, &Limits) -> rusqlite::Result<Reserved>,
    ) -> rusqlite::Result<Reserved> {
        match self.standing(request.challenge)? {
            Standing::Open(open) => send(self, &open, request, limits),
            Standing::Locked { until } => {
                Ok(Reserved::Refused(Refusal::until(Rule::NumberLocked, until)))
            }
            Standing::Gone(gone) => Ok(Reserved::Gone(gone)),
            Standing::Expired => Ok(Reserved::Expired),
        }
    }

    fn resend(
        &self,
        open: &Open,
        request: &Reservation,
        limits: &Limits,
    ) -> rusqlite::Result<Reserved> {
        let expires_at = self.code_expiry(open.key, request.code.as_ref(), limits)?;
        if expires_at <= self.now {
            return Ok(Reserved::Expired);
        }
        let spent = (open.sends >= limits.sends_per_challenge)
            .then(|| Refusal::for_good(Rule::SendsPerChallenge));
        let sending = self.against_sending(&open.number, &request.desk, limits)?;
        if let Some(refusal) = told(spent.into_iter().chain(sending)) {
            return Ok(Reserved::Refused(refusal));
        }
        self.write_send(open.key, &open.number, request, expires_at)?;
        self.granted(request, limits)
    }

    fn retry(
        &self,
        open: &Open,
        request: &Reservation,
        limits: &Limits,
    ) -> rusqlite::Result<Reserved> {
        let newest = &open.newest;
        if newest.record.id != request.send || newest.record.state != SendState::Unknown {
            return Ok(Reserved::NotUnknown);
        }
        let expires_at = self.code_expiry(open.key, request.code.as_ref(), limits)?;
        if expires_at <= self.now {
            return Ok(Reserved::Expired);
        }
        if let Some(refusal) = self.pause(&open.number, limits)? {
            return Ok(Reserved::Refused(refusal));
        }
        self.rewrite_send(newest.key, request, expires_at)?;
        self.granted(request, limits)
    }

    fn granted(&self, request: &Reservation, limits: &Limits) -> rusqlite::Result<Reserved> {
        self.further(request, limits, |step, open, _, limits| {
            Ok(Reserved::Granted(open.told(limits, step.now)))
        })
    }

    /// When a code stops counting that is sent now: a code sent before keeps its expiry.
    fn code_expiry(
        &self,
        challenge: i64,
        code: Option<&CodeDigest>,
        limits: &Limits,
    ) -> rusqlite::Result<Timestamp> {
        let fresh = after(self.now, limits.lifetime);
        let Some(code) = code else {
            return Ok(fresh);
        };
        let sent = self
            .connection
            .prepare_cached(
                "SELECT code, expires_at FROM sends WHERE challenge = ?1 AND code IS NOT NULL",
            )?
            .query_map([challenge], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<([u8; 32], Moment)>>>()?;
        let same = sent.iter().find(|(stored, _)| code.matches(stored));
        Ok(same.map_or(fresh, |(_, Moment(expires_at))| *expires_at))
    }

    fn write_challenge(
        &self,
        request: &Reservation,
        number: &NumberKey,
        sealed: &Sealed,
    ) -> rusqlite::Result<i64> {
        self.connection
            .prepare_cached(
                "INSERT INTO challenges (id, number, desk, sealed) VALUES (?1, ?2, ?3, ?4)",
            )?
            .insert(params![
                request.challenge.as_bytes(),
                number.as_bytes(),
                request.desk.as_bytes(),
                sealed.0,
            ])
    }

    fn write_send(
        &self,
        challenge: i64,
        number: &NumberKey,
        request: &Reservation,
        expires_at: Timestamp,
    ) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO sends (id, challenge, number, desk, at, channel, route, code,
                                    expires_at, asked_by, asked_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?4, ?5)",
            )?
            .execute(params![
                request.send.as_bytes(),
                challenge,
                number.as_bytes(),
                request.desk.as_bytes(),
                Moment(self.now),
                request.channel,
                request.route,
                request.code.as_ref().map(CodeDigest::as_bytes),
                Moment(expires_at),
            ])
            .map(drop)
    }

    fn rewrite_send(
        &self,
        send: i64,
        request: &Reservation,
        expires_at: Timestamp,
    ) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE sends
                 SET asked_by = ?2, asked_at = ?3, channel = ?4, route = ?5, code = ?6,
                     expires_at = ?7, retried = 1, progress = 'intent'
                 WHERE key = ?1",
            )?
            .execute(params![
                send,
                request.desk.as_bytes(),
                Moment(self.now),
                request.channel,
                request.route,
                request.code.as_ref().map(CodeDigest::as_bytes),
                Moment(expires_at),
            ])
            .map(drop)
    }
}
