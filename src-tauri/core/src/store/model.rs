//! The ledger as plainly as it can be said: lists that are searched, nothing else. For tests only.
//! Written from the contract and not from a store; `machine` plays days on it and on stores, and
//! compares every answer.

#![expect(
    clippy::unwrap_used,
    reason = "a model that contradicts itself must stop the test"
)]

use std::collections::BTreeMap;
use std::time::Duration;

use super::{
    Counted, LONGEST_KEEP, MOST_LINES, Note, NotePage, Purpose, Reservation, Reserved, Settlement,
    Standing, TryOutcome,
};
use crate::challenge::{
    Challenge, ChallengeId, CodeDigest, DeskId, Gone, NumberKey, Sealed, SendId, SendRecord,
    SendState, TryId, Verdict,
};
use crate::policy::{Limits, Refusal, Rule};
use crate::time::Timestamp;

mod machine;
mod rules;

pub use machine::{Contender, Day, Difference, KINDS, Seen, Timepiece};
use rules::{refusal_of, verdict_of};

/// Moments and lengths are milliseconds.
type Milliseconds = i64;

const HOUR: Milliseconds = 60 * 60 * 1000;
const DAY: Milliseconds = 24 * HOUR;

fn length(duration: Duration) -> Milliseconds {
    duration.as_millis().try_into().unwrap()
}

fn moment(at: Milliseconds) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap()
}

/// How a challenge ended.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Gone(Gone),
    Locked,
}

#[derive(Clone)]
struct Begun {
    id: ChallengeId,
    number: NumberKey,
    desk: DeskId,
    sealed: Sealed,
    end: Option<(End, Milliseconds)>,
}

#[derive(Clone)]
struct Sent {
    challenge: ChallengeId,
    number: NumberKey,
    desk: DeskId,
    record: SendRecord,
    at: Milliseconds,
    asked_by: DeskId,
    asked_at: Milliseconds,
    retried: bool,
    code: Option<CodeDigest>,
    expires_at: Milliseconds,
}

struct Pending {
    attempt: TryId,
    challenge: ChallengeId,
    send: SendId,
}

struct Written {
    page: NotePage,
    at: Milliseconds,
    until: Milliseconds,
    line: Vec<u8>,
}

/// Why a challenge can't be worked with.
enum Closed {
    Locked(Milliseconds),
    Gone(Gone),
    Expired,
}

pub(super) struct Model {
    limits: Limits,
    now: Milliseconds,
    begun: Vec<Begun>,
    sent: Vec<Sent>,
    pending: Vec<Pending>,
    judged: Vec<(ChallengeId, TryId)>,
    /// Which try verified a challenge.
    verified_by: Vec<(ChallengeId, TryId)>,
    /// The moments of a number's wrong tries.
    failures: BTreeMap<[u8; 16], Vec<Milliseconds>>,
    locks: BTreeMap<[u8; 16], Milliseconds>,
    notebook: Vec<Written>,
}

impl Model {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            now: 0,
            begun: Vec::new(),
            sent: Vec::new(),
            pending: Vec::new(),
            judged: Vec::new(),
            verified_by: Vec::new(),
            failures: BTreeMap::new(),
            locks: BTreeMap::new(),
            notebook: Vec::new(),
        }
    }

    /// It is `now`: what ended or expired a day ago is forgotten.
    pub(super) fn at(&mut self, now: Milliseconds) {
        self.now = now;
        let sent = self.sent.clone();
        self.begun.retain(|begun| {
            let over = match begun.end {
                Some((_, at)) => at,
                None => sends_of(&sent, begun.id)
                    .map(|sent| sent.expires_at)
                    .max()
                    .unwrap(),
            };
            over + DAY > now
        });
        let begun = &self.begun;
        let known = |id: ChallengeId| begun.iter().any(|begun| begun.id == id);
        self.sent.retain(|sent| known(sent.challenge));
        self.pending.retain(|pending| known(pending.challenge));
        self.judged.retain(|(challenge, _)| known(*challenge));
        self.verified_by.retain(|(challenge, _)| known(*challenge));
    }

    pub(super) fn reserve(&mut self, request: &Reservation) -> Reserved {
        match &request.purpose {
            Purpose::First { sealed } => self.first(request, sealed),
            Purpose::Resend => match self.closed(request.challenge) {
                Some(closed) => refusal_of(&closed),
                None => self.resend(request),
            },
            Purpose::Retry => match self.closed(request.challenge) {
                Some(closed) => refusal_of(&closed),
                None => self.retry(request),
            },
        }
    }

    fn first(&mut self, request: &Reservation, sealed: &Sealed) -> Reserved {
        let number = request.challenge.number();
        if let Some(refusal) = self.refusal(number, request.desk, None) {
            return Reserved::Refused(refusal);
        }
        for id in self.of_number(number) {
            if self.find(id).unwrap().end.is_none() {
                self.end(id, End::Gone(Gone::Superseded));
            }
            self.pending.retain(|pending| pending.challenge != id);
        }
        self.begun.push(Begun {
            id: request.challenge,
            number,
            desk: request.desk,
            sealed: sealed.clone(),
            end: None,
        });
        self.send(request, number, self.now + length(self.limits.lifetime))
    }

    fn resend(&mut self, request: &Reservation) -> Reserved {
        let number = self.find(request.challenge).unwrap().number;
        let expires_at = self.expiry_of(request);
        if expires_at <= self.now {
            return Reserved::Expired;
        }
        if let Some(refusal) = self.refusal(number, request.desk, Some(request.challenge)) {
            return Reserved::Refused(refusal);
        }
        self.send(request, number, expires_at)
    }

    fn retry(&mut self, request: &Reservation) -> Reserved {
        let newest = self.newest(request.challenge);
        if newest.record.id != request.send || newest.record.state != SendState::Unknown {
            return Reserved::NotUnknown;
        }
        let expires_at = self.expiry_of(request);
        if expires_at <= self.now {
            return Reserved::Expired;
        }
        let pause = self.pause_over(newest.number);
        if pause > self.now {
            return Reserved::Refused(Refusal::until(Rule::ResendPause, moment(pause)));
        }
        let now = self.now;
        let sent = self.sent_mut(request.send);
        sent.asked_by = request.desk;
        sent.asked_at = now;
        sent.retried = true;
        sent.code = request.code;
        sent.expires_at = expires_at;
        sent.record.channel = request.channel;
        sent.record.route = request.route;
        sent.record.state = SendState::Intent;
        Reserved::Granted(self.told(request.challenge))
    }

    fn send(&mut self, request: &Reservation, number: NumberKey, expires_at: i64) -> Reserved {
        self.sent.push(Sent {
            challenge: request.challenge,
            number,
            desk: request.desk,
            record: SendRecord {
                id: request.send,
                channel: request.channel,
                route: request.route,
                state: SendState::Intent,
                at: moment(self.now),
            },
            at: self.now,
            asked_by: request.desk,
            asked_at: self.now,
            retried: false,
            code: request.code,
            expires_at,
        });
        Reserved::Granted(self.told(request.challenge))
    }

    pub(super) fn settle(
        &mut self,
        challenge: ChallengeId,
        send: SendId,
        settlement: &Settlement,
    ) -> Option<Challenge> {
        let known = self
            .sent
            .iter_mut()
            .find(|sent| sent.record.id == send && sent.challenge == challenge)
            .filter(|sent| !matches!(sent.record.state, SendState::Sent(_)));
        if let Some(sent) = known {
            match settlement {
                Settlement::Sent(id) => sent.record.state = SendState::Sent(id.clone()),
                Settlement::Unknown => sent.record.state = SendState::Unknown,
                Settlement::NotSent if sent.retried => sent.record.state = SendState::Unknown,
                Settlement::NotSent => self.sent.retain(|sent| sent.record.id != send),
            }
        }
        let sent = &self.sent;
        self.begun
            .retain(|begun| begun.end.is_some() || sends_of(sent, begun.id).next().is_some());
        self.standing(challenge).open()
    }

    pub(super) fn check(
        &mut self,
        challenge: ChallengeId,
        attempt: TryId,
        code: &CodeDigest,
    ) -> Verdict {
        if self.judged.contains(&(challenge, attempt)) {
            return self.verdict_again(challenge, attempt);
        }
        if let Some(closed) = self.closed(challenge) {
            return verdict_of(&closed);
        }
        let right = self
            .newest(challenge)
            .code
            .is_some_and(|stored| stored.as_bytes() == code.as_bytes());
        self.judged.push((challenge, attempt));
        self.count(challenge);
        if right {
            return self.succeed(challenge, attempt);
        }
        self.verdict(challenge)
    }

    pub(super) fn count_try(&mut self, challenge: ChallengeId, attempt: TryId) -> Counted {
        if let Some(closed) = self.closed(challenge) {
            return Counted::Decided(verdict_of(&closed));
        }
        let mut told = self.told(challenge);
        self.pending.push(Pending {
            attempt,
            challenge,
            send: told.send.id,
        });
        self.count(challenge);
        told.tries_left = match self.closed(challenge) {
            Some(_) => 0,
            None => self.tries_left(challenge.number()),
        };
        Counted::Ask {
            attempt,
            challenge: told,
        }
    }

    pub(super) fn finish(
        &mut self,
        challenge: ChallengeId,
        attempt: TryId,
        outcome: TryOutcome,
    ) -> Verdict {
        let found = self
            .pending
            .iter()
            .position(|pending| pending.attempt == attempt && pending.challenge == challenge);
        let Some(pending) = found.map(|place| self.pending.remove(place)) else {
            return self.verdict_again(challenge, attempt);
        };
        self.judged.push((challenge, attempt));
        match outcome {
            TryOutcome::Right => return self.succeed(challenge, attempt),
            TryOutcome::NotConfirmed => {}
            TryOutcome::Expired => {
                let now = self.now;
                let tried = |sent: &&mut Sent| sent.record.id == pending.send;
                if let Some(sent) = self.sent.iter_mut().find(tried) {
                    sent.expires_at = sent.expires_at.min(now);
                }
            }
        }
        self.verdict(challenge)
    }

    pub(super) fn cancel(&mut self, challenge: ChallengeId) -> bool {
        let open = self.closed(challenge).is_none();
        if open {
            self.end(challenge, End::Gone(Gone::Cancelled));
            self.pending
                .retain(|pending| pending.challenge != challenge);
        }
        open
    }

    pub(super) fn take_over(
        &mut self,
        challenge: ChallengeId,
        desk: DeskId,
        sealed: &Sealed,
    ) -> Standing {
        if self.closed(challenge).is_none() {
            let mut begun = self.begun.iter_mut();
            let begun = begun.find(|begun| begun.id == challenge).unwrap();
            begun.desk = desk;
            begun.sealed = sealed.clone();
        }
        self.standing(challenge)
    }

    pub(super) fn note(&mut self, page: NotePage, line: &[u8], keep: Duration) {
        self.notebook.push(Written {
            page,
            at: self.now,
            until: self.now + length(keep.min(LONGEST_KEEP)),
            line: line.to_vec(),
        });
    }

    pub(super) fn notes(&self, page: NotePage) -> Vec<Note> {
        let of_page = self.notebook.iter().filter(|written| written.page == page);
        // What was dropped for want of place would have been so, whatever is over since.
        let mut kept: Vec<&Written> = Vec::new();
        for written in of_page {
            kept.retain(|earlier| earlier.until > written.at);
            kept.push(written);
            if kept.len() > MOST_LINES.into() {
                kept.remove(0);
            }
        }
        kept.retain(|written| written.until > self.now);
        let told = kept.into_iter().map(|written| Note {
            at: moment(written.at),
            line: written.line.clone(),
        });
        told.collect()
    }

    pub(super) fn standing(&self, challenge: ChallengeId) -> Standing {
        match self.closed(challenge) {
            None => Standing::Open(self.told(challenge)),
            Some(Closed::Expired) => Standing::Expired,
            Some(Closed::Gone(gone)) => Standing::Gone(gone),
            Some(Closed::Locked(until)) => Standing::Locked {
                until: moment(until),
            },
        }
    }

    pub(super) fn open_challenges(&self) -> Vec<Challenge> {
        self.begun
            .iter()
            .filter_map(|begun| self.standing(begun.id).open())
            .collect()
    }

    pub(super) fn remembers(&self, number: NumberKey) -> bool {
        let challenged = self.begun.iter().any(|begun| begun.number == number);
        challenged || self.failures_of(number) > 0 || self.lock_of(number) > self.now
    }

    pub(super) fn recover(&mut self, desk: DeskId) -> u32 {
        let mut left = 0;
        for sent in &mut self.sent {
            if sent.asked_by == desk && sent.record.state == SendState::Intent {
                sent.record.state = SendState::Unknown;
                left += 1;
            }
        }
        left
    }

    fn count(&mut self, challenge: ChallengeId) {
        let number = self.find(challenge).unwrap().number;
        if self.failures_of(number) == 0 {
            self.failures.remove(number.as_bytes());
        }
        let failures = self.failures.entry(*number.as_bytes()).or_default();
        failures.push(self.now);
        let tries = usize::from(self.limits.tries);
        if failures.len().is_multiple_of(tries) {
            let mut lock = length(self.limits.first_lock);
            for _ in 1..failures.len() / tries {
                lock = (lock * 2).min(length(self.limits.longest_lock));
            }
            self.locks.insert(*number.as_bytes(), self.now + lock);
            self.end(challenge, End::Locked);
        }
    }

    fn verdict_again(&self, challenge: ChallengeId, attempt: TryId) -> Verdict {
        if self.verified_by.contains(&(challenge, attempt)) {
            return Verdict::Verified;
        }
        self.verdict(challenge)
    }

    fn succeed(&mut self, challenge: ChallengeId, attempt: TryId) -> Verdict {
        self.verified_by.push((challenge, attempt));
        let number = self.find(challenge).unwrap().number;
        self.end(challenge, End::Gone(Gone::AlreadyVerified));
        self.pending
            .retain(|pending| pending.challenge != challenge);
        self.failures.remove(number.as_bytes());
        self.locks.remove(number.as_bytes());
        Verdict::Verified
    }

    fn end(&mut self, challenge: ChallengeId, end: End) {
        let now = self.now;
        let begun = self.begun.iter_mut().find(|begun| begun.id == challenge);
        begun.unwrap().end = Some((end, now));
    }

    fn find(&self, challenge: ChallengeId) -> Option<&Begun> {
        self.begun.iter().find(|begun| begun.id == challenge)
    }

    fn of_number(&self, number: NumberKey) -> Vec<ChallengeId> {
        let of_number = self.begun.iter().filter(|begun| begun.number == number);
        of_number.map(|begun| begun.id).collect()
    }

    fn newest(&self, challenge: ChallengeId) -> Sent {
        sends_of(&self.sent, challenge).last().unwrap().clone()
    }

    fn sent_mut(&mut self, send: SendId) -> &mut Sent {
        let mut sent = self.sent.iter_mut();
        sent.find(|sent| sent.record.id == send).unwrap()
    }
}

fn sends_of(sent: &[Sent], challenge: ChallengeId) -> impl Iterator<Item = &Sent> {
    sent.iter().filter(move |sent| sent.challenge == challenge)
}
