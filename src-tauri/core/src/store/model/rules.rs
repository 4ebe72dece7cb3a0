//! What the model says of its lists at one moment. Nothing here changes them.

use super::{Closed, DAY, End, HOUR, Milliseconds, Model, Sent, length, moment, sends_of};
use crate::challenge::{Challenge, ChallengeId, DeskId, Gone, NumberKey, Verdict};
use crate::policy::{Refusal, Rule};
use crate::store::{Reservation, Reserved};

impl Model {
    /// The first rule that is against a send now, and the earliest moment at which none is.
    pub(super) fn refusal(
        &self,
        number: NumberKey,
        desk: DeskId,
        challenge: Option<ChallengeId>,
    ) -> Option<Refusal> {
        let against = |at| self.rule_against(at, number, desk, challenge);
        let rule = against(self.now)?;
        let changes = self
            .sent
            .iter()
            .flat_map(|sent| [sent.at + HOUR, sent.at + DAY])
            .chain([self.pause_over(number)])
            .chain(self.locks.values().copied());
        let free = changes
            .filter(|at| *at > self.now && against(*at).is_none())
            .min();
        Some(Refusal {
            rule,
            retry_at: free.map(moment),
        })
    }

    pub(super) fn rule_against(
        &self,
        at: Milliseconds,
        number: NumberKey,
        desk: DeskId,
        challenge: Option<ChallengeId>,
    ) -> Option<Rule> {
        let within = |window: Milliseconds, whose: &dyn Fn(&Sent) -> bool| {
            let in_window = |sent: &&Sent| whose(sent) && sent.at + window > at;
            self.sent.iter().filter(in_window).count()
        };
        let of_number = |sent: &Sent| sent.number == number;
        let of_desk = |sent: &Sent| sent.desk == desk;
        let sends = challenge.map_or(0, |id| sends_of(&self.sent, id).count());
        let rules = [
            (Rule::NumberLocked, self.lock_of(number) > at),
            (
                Rule::SendsPerChallenge,
                challenge.is_some() && sends >= self.limits.sends_per_challenge.into(),
            ),
            (Rule::ResendPause, self.pause_over(number) > at),
            (
                Rule::NumberHourly,
                within(HOUR, &of_number) >= self.limits.number_hourly as usize,
            ),
            (
                Rule::NumberDaily,
                within(DAY, &of_number) >= self.limits.number_daily as usize,
            ),
            (
                Rule::DeskHourly,
                within(HOUR, &of_desk) >= self.limits.desk_hourly as usize,
            ),
            (
                Rule::SiteDaily,
                within(DAY, &|_| true) >= self.limits.site_daily as usize,
            ),
        ];
        rules
            .into_iter()
            .find(|(_, against)| *against)
            .map(|(rule, _)| rule)
    }

    pub(super) fn closed(&self, challenge: ChallengeId) -> Option<Closed> {
        let Some(begun) = self.find(challenge) else {
            return Some(Closed::Gone(Gone::NotFound));
        };
        let lock = self.lock_of(begun.number);
        match begun.end {
            _ if lock > self.now => Some(Closed::Locked(lock)),
            Some((End::Gone(gone), _)) => Some(Closed::Gone(gone)),
            Some((End::Locked, _)) => Some(Closed::Gone(Gone::NotFound)),
            None if self.newest(challenge).expires_at <= self.now => Some(Closed::Expired),
            None => None,
        }
    }

    pub(super) fn verdict(&self, challenge: ChallengeId) -> Verdict {
        match self.closed(challenge) {
            Some(closed) => verdict_of(&closed),
            None => Verdict::Wrong {
                left: self.tries_left(self.find(challenge).unwrap().number),
            },
        }
    }

    pub(super) fn told(&self, challenge: ChallengeId) -> Challenge {
        let begun = self.find(challenge).unwrap();
        let newest = self.newest(challenge);
        let sends = sends_of(&self.sent, challenge).count();
        let left = sends < usize::from(self.limits.sends_per_challenge);
        Challenge {
            id: challenge,
            desk: begun.desk,
            sealed: begun.sealed.clone(),
            expires_at: moment(newest.expires_at),
            send: newest.record.clone(),
            sends: sends.try_into().unwrap(),
            resend_at: left.then(|| moment(self.pause_over(begun.number))),
            tries_left: self.tries_left(begun.number),
            as_of: moment(self.now),
        }
    }

    pub(super) fn pause_over(&self, number: NumberKey) -> Milliseconds {
        let last = self.sent.iter().rfind(|sent| sent.number == number);
        last.map_or(0, |last| {
            let pause = match sends_of(&self.sent, last.challenge).count() {
                1 => self.limits.pauses[0],
                2 => self.limits.pauses[1],
                _ => self.limits.pauses[2],
            };
            last.asked_at + length(pause)
        })
    }

    pub(super) fn expiry_of(&self, request: &Reservation) -> Milliseconds {
        let same = request.code.and_then(|code| {
            sends_of(&self.sent, request.challenge).find(|sent| {
                sent.code
                    .is_some_and(|sent| sent.as_bytes() == code.as_bytes())
            })
        });
        same.map_or(self.now + length(self.limits.lifetime), |sent| {
            sent.expires_at
        })
    }

    pub(super) fn failures_of(&self, number: NumberKey) -> usize {
        let failures = self.failures.get(number.as_bytes());
        failures
            .filter(|failures| {
                failures.last().unwrap() + length(self.limits.failures_kept) > self.now
            })
            .map_or(0, Vec::len)
    }

    pub(super) fn tries_left(&self, number: NumberKey) -> u8 {
        let mut left = usize::from(self.limits.tries);
        for _ in 0..self.failures_of(number) {
            left = if left == 1 {
                self.limits.tries.into()
            } else {
                left - 1
            };
        }
        left.try_into().unwrap()
    }

    pub(super) fn lock_of(&self, number: NumberKey) -> Milliseconds {
        self.locks.get(number.as_bytes()).copied().unwrap_or(0)
    }
}

pub(super) fn refusal_of(closed: &Closed) -> Reserved {
    match closed {
        Closed::Locked(until) => {
            Reserved::Refused(Refusal::until(Rule::NumberLocked, moment(*until)))
        }
        Closed::Gone(gone) => Reserved::Gone(*gone),
        Closed::Expired => Reserved::Expired,
    }
}

pub(super) fn verdict_of(closed: &Closed) -> Verdict {
    match closed {
        Closed::Locked(until) => Verdict::Locked {
            until: moment(*until),
        },
        Closed::Gone(gone) => Verdict::Gone(*gone),
        Closed::Expired => Verdict::Expired,
    }
}
