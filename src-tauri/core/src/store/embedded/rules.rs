//! The rules a send can run into: the pause and the sliding windows. Nothing here writes.

use std::time::Duration;

use rusqlite::{OptionalExtension, params};

use super::Step;
use super::values::Moment;
use crate::challenge::{DeskId, NumberKey};
use crate::policy::{Limits, Refusal, Rule};
use crate::time::after;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Whose sends a window counts.
#[derive(Clone, Copy)]
enum Scope<'a> {
    Number(&'a NumberKey),
    Desk(&'a DeskId),
    Site,
}

/// A cap on the sends of a sliding window.
struct Window<'a> {
    rule: Rule,
    scope: Scope<'a>,
    length: Duration,
    cap: u32,
}

/// The one refusal that is told where several rules are against a request: the first of them, with the
/// moment from which none is.
pub(super) fn told(against: impl IntoIterator<Item = Refusal>) -> Option<Refusal> {
    against.into_iter().reduce(|first, other| Refusal {
        rule: first.rule,
        retry_at: first
            .retry_at
            .zip(other.retry_at)
            .map(|(one, another)| one.max(another)),
    })
}

impl Step<'_> {
    /// The number's lock.
    pub(super) fn lock(&self, number: &NumberKey) -> rusqlite::Result<Option<Refusal>> {
        let until = self.tally(number)?.locked_until;
        Ok(until.map(|until| Refusal::until(Rule::NumberLocked, until)))
    }

    /// Which of the pause and the windows are against a further send, in their order.
    pub(super) fn against_sending(
        &self,
        number: &NumberKey,
        desk: &DeskId,
        limits: &Limits,
    ) -> rusqlite::Result<Vec<Refusal>> {
        let mut against = Vec::new();
        against.extend(self.pause(number, limits)?);
        for window in windows(number, desk, limits) {
            against.extend(self.full(&window)?);
        }
        Ok(against)
    }

    /// The pause since the number's last send, whichever challenge it was for.
    pub(super) fn pause(
        &self,
        number: &NumberKey,
        limits: &Limits,
    ) -> rusqlite::Result<Option<Refusal>> {
        let last = self
            .connection
            .prepare_cached(
                "SELECT challenge, asked_at FROM sends
                 WHERE number = ?1 ORDER BY at DESC, key DESC LIMIT 1",
            )?
            .query_row([number.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((challenge, Moment(asked_at))) = last else {
            return Ok(None);
        };
        let over = after(asked_at, limits.pause_after(self.count_sends(challenge)?));
        Ok((over > self.now).then(|| Refusal::until(Rule::ResendPause, over)))
    }

    fn full(&self, window: &Window<'_>) -> rusqlite::Result<Option<Refusal>> {
        let Some(newer) = window.cap.checked_sub(1) else {
            return Ok(Some(Refusal::for_good(window.rule)));
        };
        // With a cap of n, the window is full while the n-th newest send is in it.
        let opens = self
            .nth_newest(window.scope, newer)?
            .map(|Moment(at)| after(at, window.length))
            .filter(|opens| *opens > self.now);
        Ok(opens.map(|opens| Refusal::until(window.rule, opens)))
    }

    fn nth_newest(&self, scope: Scope<'_>, newer: u32) -> rusqlite::Result<Option<Moment>> {
        match scope {
            Scope::Number(number) => self
                .connection
                .prepare_cached(
                    "SELECT at FROM sends WHERE number = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2",
                )?
                .query_row(params![number.as_bytes(), newer], |row| row.get(0)),
            Scope::Desk(desk) => self
                .connection
                .prepare_cached(
                    "SELECT at FROM sends WHERE desk = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2",
                )?
                .query_row(params![desk.as_bytes(), newer], |row| row.get(0)),
            Scope::Site => self
                .connection
                .prepare_cached("SELECT at FROM sends ORDER BY at DESC LIMIT 1 OFFSET ?1")?
                .query_row([newer], |row| row.get(0)),
        }
        .optional()
    }
}

fn windows<'a>(number: &'a NumberKey, desk: &'a DeskId, limits: &Limits) -> [Window<'a>; 4] {
    [
        Window {
            rule: Rule::NumberHourly,
            scope: Scope::Number(number),
            length: HOUR,
            cap: limits.number_hourly,
        },
        Window {
            rule: Rule::NumberDaily,
            scope: Scope::Number(number),
            length: DAY,
            cap: limits.number_daily,
        },
        Window {
            rule: Rule::DeskHourly,
            scope: Scope::Desk(desk),
            length: HOUR,
            cap: limits.desk_hourly,
        },
        Window {
            rule: Rule::SiteDaily,
            scope: Scope::Site,
            length: DAY,
            cap: limits.site_daily,
        },
    ]
}
