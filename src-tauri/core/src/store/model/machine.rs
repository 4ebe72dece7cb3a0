//! Plays days at the desks on stores and on the model at once, and compares every answer.
//! Which stores is for the test to say.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use super::{Milliseconds, Model, length, moment};
use crate::challenge::{ChallengeId, Channel, CodeDigest, DeskId, Route, Sealed, SendId, TryId};
use crate::policy::Limits;
use crate::store::{
    Counted, NotePage, Purpose, Reservation, Reserved, Settlement, Standing, TryOutcome, Verdict,
};
use crate::time::{Clock, ManualClock, Timestamp, between};

mod contenders;
mod days;
#[cfg(test)]
mod tests;

pub use contenders::{Contender, Difference, Timepiece};
use contenders::{Contenders, Disagreement};
use days::{Back, Event};
pub use days::{Day, KINDS};

/// Kinds of answers, and how often each came.
pub type Seen = BTreeMap<String, u64>;

impl Day {
    /// Plays the day, and tells which kinds of answers it brought. `computer` is the clock of the
    /// desks' computer: it shows when the day begins, and is turned with it.
    ///
    /// # Errors
    /// [`Difference`] at the first answer of a store that is not the model's, and at any fault.
    pub async fn play(
        &self,
        computer: Arc<ManualClock>,
        contenders: Vec<Contender>,
    ) -> Result<Seen, Difference> {
        let mut game = Game::new(self.limits.clone(), computer, Contenders::new(contenders));
        for (place, event) in self.events.iter().enumerate() {
            game.play(event)
                .await
                .map_err(|found| found.at(place + 1, format!("{event:?}")))?;
        }
        game.look_back()
            .await
            .map_err(|found| found.at(self.steps() + 1, "the end".into()))?;
        Ok(game.seen)
    }
}

/// The stores and the model, side by side.
struct Game {
    limits: Limits,
    contenders: Contenders,
    model: Model,
    computer: Arc<ManualClock>,
    time: Time,
    drawn: u128,
    challenges: Vec<ChallengeId>,
    sends: Vec<(ChallengeId, SendId)>,
    tries: Vec<(ChallengeId, TryId)>,
    checks: Vec<(ChallengeId, TryId)>,
    told: Option<Timestamp>,
    seen: Seen,
}

/// What time the stores must have: the later of the time of day and of what they had, aged steadily.
struct Time {
    day: Milliseconds,
    store: Milliseconds,
}

type Played = Result<(), Disagreement>;

impl Game {
    fn new(limits: Limits, computer: Arc<ManualClock>, contenders: Contenders) -> Self {
        let start = computer.now().as_millisecond();
        Self {
            contenders,
            model: Model::new(limits.clone()),
            limits,
            computer,
            time: Time {
                day: start,
                store: start,
            },
            drawn: 0,
            challenges: Vec::new(),
            sends: Vec::new(),
            tries: Vec::new(),
            checks: Vec::new(),
            told: None,
            seen: Seen::new(),
        }
    }

    async fn play(&mut self, event: &Event) -> Played {
        self.read_time().await?;
        match event {
            Event::First { number, desk, code } => self.first(*number, *desk, *code).await,
            Event::Resend {
                challenge,
                desk,
                code,
            } => {
                let (challenge, send) = (self.pick(*challenge), self.draw_send());
                self.reserve(challenge, send, Purpose::Resend, *desk, *code)
                    .await
            }
            Event::Retry { send, desk, code } => {
                let (challenge, send) = self.pick_send(*send);
                self.reserve(challenge, send, Purpose::Retry, *desk, *code)
                    .await
            }
            Event::Settle { send, settlement } => self.settle(*send, settlement).await,
            Event::Check { challenge, code } => self.check(*challenge, *code).await,
            Event::CheckAgain { check, code } => self.check_again(*check, *code).await,
            Event::CountTry { challenge } => self.count_try(*challenge).await,
            Event::Finish { attempt, outcome } => self.finish(*attempt, *outcome).await,
            Event::Cancel { challenge } => self.cancel(*challenge).await,
            Event::TakeOver { challenge, desk } => self.take_over(*challenge, *desk).await,
            Event::Note { page, line, keep } => self.note(*page, *line, *keep).await,
            Event::Look { challenge } => {
                let challenge = self.pick(*challenge);
                self.look(challenge).await
            }
            Event::Recover { desk } => self.recover(*desk).await,
            Event::Pass(by) => {
                self.pass(*by);
                Ok(())
            }
            Event::Sleep(ahead) => {
                self.turn(length(*ahead));
                Ok(())
            }
            Event::SetBack(back) => {
                self.turn(-length(*back));
                Ok(())
            }
            Event::WaitAsTold { early } => {
                self.wait_as_told(*early);
                Ok(())
            }
        }
    }

    /// Lets all read their clock, since a time of day that nobody read leaves no trace.
    async fn read_time(&mut self) -> Played {
        self.time.store = self.time.store.max(self.time.day);
        self.model.at(self.time.store);
        let now = moment(self.time.store);
        self.contenders.set_clocks(now);
        self.contenders
            .ask(now, async |store| Ok(store.health().await?.now))
            .await
            .map(drop)
    }

    async fn first(&mut self, number: u8, desk: u8, code: Option<u8>) -> Played {
        let purpose = Purpose::First {
            sealed: Sealed(vec![number]),
        };
        let (challenge, send) = (self.draw_challenge(number), self.draw_send());
        self.reserve(challenge, send, purpose, desk, code).await
    }

    async fn reserve(
        &mut self,
        challenge: ChallengeId,
        send: SendId,
        purpose: Purpose,
        desk: u8,
        code: Option<u8>,
    ) -> Played {
        let (channel, route) = match code {
            Some(_) => (Channel::Sms, Route::SinchSms),
            None => (Channel::FlashCall, Route::SinchVerification),
        };
        let what = match purpose {
            Purpose::First { .. } => "first",
            Purpose::Resend => "resend",
            Purpose::Retry => "retry",
        };
        let request = Reservation {
            challenge,
            send,
            purpose,
            desk: DeskId::from_bytes([desk; 16]),
            channel,
            route,
            code: code.map(|code| CodeDigest([code; 32])),
        };
        let limits = &self.limits;
        let answer = self
            .contenders
            .ask(self.model.reserve(&request), async |store| {
                store.reserve(&request, limits).await
            })
            .await?;
        match answer {
            Reserved::Granted(granted) => {
                self.saw(what, "granted");
                self.challenges.push(granted.id);
                self.sends.push((granted.id, granted.send.id));
            }
            Reserved::Refused(refusal) => {
                self.saw("refused", refusal.rule);
                self.told = refusal.retry_at;
            }
            Reserved::Expired => self.saw(what, "expired"),
            Reserved::Gone(gone) => self.saw(what, gone),
            Reserved::NotUnknown => self.saw(what, "not unknown"),
        }
        Ok(())
    }

    async fn settle(&mut self, send: Back, settlement: &Settlement) -> Played {
        let (challenge, send) = self.pick_send(send);
        let limits = &self.limits;
        let expected = self.model.settle(challenge, send, settlement);
        let answer = self
            .contenders
            .ask(expected, async |store| {
                store.settle(challenge, send, settlement, limits).await
            })
            .await?;
        self.saw("settled, still open", answer.is_some());
        Ok(())
    }

    async fn check(&mut self, challenge: Back, code: u8) -> Played {
        let (challenge, attempt) = (self.pick(challenge), TryId::from_bytes(self.draw()));
        self.checks.push((challenge, attempt));
        self.check_as(challenge, attempt, code).await
    }

    async fn check_again(&mut self, check: Back, code: u8) -> Played {
        let Some((challenge, attempt)) = recent(&self.checks, check) else {
            return Ok(());
        };
        self.check_as(challenge, attempt, code).await
    }

    async fn check_as(&mut self, challenge: ChallengeId, attempt: TryId, code: u8) -> Played {
        let code = CodeDigest([code; 32]);
        let limits = &self.limits;
        let verdict = self
            .contenders
            .ask(self.model.check(challenge, attempt, &code), async |store| {
                store.check(challenge, attempt, &code, limits).await
            })
            .await?;
        self.saw_verdict("check", verdict);
        Ok(())
    }

    async fn count_try(&mut self, challenge: Back) -> Played {
        let challenge = self.pick(challenge);
        let attempt = TryId::from_bytes(self.draw());
        let limits = &self.limits;
        let answer = self
            .contenders
            .ask(self.model.count_try(challenge, attempt), async |store| {
                store.count_try(challenge, attempt, limits).await
            })
            .await?;
        match answer {
            Counted::Ask { attempt, challenge } => {
                self.saw("count_try, the last one", challenge.tries_left == 0);
                self.tries.push((challenge.id, attempt));
            }
            Counted::Decided(verdict) => self.saw_verdict("count_try", verdict),
        }
        Ok(())
    }

    async fn finish(&mut self, attempt: Back, outcome: TryOutcome) -> Played {
        let (challenge, attempt) = match recent(&self.tries, attempt) {
            Some(counted) => counted,
            None => (self.draw_challenge(1), TryId::from_bytes(self.draw())),
        };
        let limits = &self.limits;
        let verdict = self
            .contenders
            .ask(
                self.model.finish(challenge, attempt, outcome),
                async |store| store.finish(challenge, attempt, outcome, limits).await,
            )
            .await?;
        self.saw_verdict("finish", verdict);
        Ok(())
    }

    async fn cancel(&mut self, challenge: Back) -> Played {
        let challenge = self.pick(challenge);
        let was_open = self
            .contenders
            .ask(self.model.cancel(challenge), async |store| {
                store.cancel(challenge).await
            })
            .await?;
        self.saw("cancel", was_open);
        Ok(())
    }

    async fn take_over(&mut self, challenge: Back, desk: u8) -> Played {
        let challenge = self.pick(challenge);
        let (desk, sealed) = (DeskId::from_bytes([desk; 16]), Sealed(vec![desk]));
        let limits = &self.limits;
        let standing = self
            .contenders
            .ask(
                self.model.take_over(challenge, desk, &sealed),
                async |store| store.take_over(challenge, desk, &sealed, limits).await,
            )
            .await?;
        match standing {
            Standing::Open(_) => self.saw("take_over", "open"),
            Standing::Locked { .. } => self.saw("take_over", "locked"),
            Standing::Expired => self.saw("take_over", "expired"),
            Standing::Gone(gone) => self.saw("take_over", gone),
        }
        Ok(())
    }

    async fn note(&mut self, page: u8, line: u8, keep: Duration) -> Played {
        let page = NotePage([page; 16]);
        let written = vec![line; line.into()];
        self.model.note(page, &written, keep);
        let done = self
            .contenders
            .ask((), async |store| store.note(page, &written, keep).await);
        done.await?;
        self.read_page(page).await
    }

    async fn read_page(&mut self, page: NotePage) -> Played {
        let lines = self
            .contenders
            .ask(self.model.notes(page), async |store| {
                store.notes(page).await
            })
            .await?;
        self.saw("several lines", lines.len() > 1);
        Ok(())
    }

    async fn look(&mut self, challenge: ChallengeId) -> Played {
        let limits = &self.limits;
        self.contenders
            .ask(self.model.standing(challenge), async |store| {
                store.standing(challenge, limits).await
            })
            .await?;
        let all = self
            .contenders
            .ask(self.model.open_challenges(), async |store| {
                store.open_challenges(limits).await
            })
            .await?;
        let number = challenge.number();
        let remembered = self
            .contenders
            .ask(self.model.remembers(number), async |store| {
                store.remembers(number, limits).await
            })
            .await?;
        self.saw("several open", all.len() > 1);
        self.saw("remembered", remembered);
        for page in 1..=2 {
            self.read_page(NotePage([page; 16])).await?;
        }
        Ok(())
    }

    /// What the day leaves.
    async fn look_back(&mut self) -> Played {
        self.read_time().await?;
        let nobodys = self.draw_challenge(1);
        self.look(nobodys).await
    }

    async fn recover(&mut self, desk: u8) -> Played {
        let desk = DeskId::from_bytes([desk; 16]);
        let left = self
            .contenders
            .ask(self.model.recover(desk), async |store| {
                store.recover(desk).await
            })
            .await?;
        self.saw("recovered", left > 0);
        Ok(())
    }

    fn pass(&mut self, by: Duration) {
        self.computer.advance(by);
        self.time.day += length(by);
        self.time.store += length(by);
    }

    fn turn(&mut self, by: Milliseconds) {
        self.time.day += by;
        self.computer.set(moment(self.time.day));
    }

    fn wait_as_told(&mut self, early: bool) {
        let Some(told) = self.told else {
            return;
        };
        let wait = between(moment(self.time.store), told);
        let spared = Duration::from_millis(early.into());
        self.pass(wait.saturating_sub(spared));
    }

    fn saw(&mut self, what: &str, answer: impl Debug) {
        *self.seen.entry(format!("{what}: {answer:?}")).or_default() += 1;
    }

    fn saw_verdict(&mut self, what: &str, verdict: Verdict) {
        match verdict {
            Verdict::Wrong { .. } => self.saw(what, "wrong"),
            Verdict::Locked { .. } => self.saw(what, "locked"),
            Verdict::Verified | Verdict::Expired | Verdict::Gone(_) => self.saw(what, verdict),
        }
    }

    fn draw(&mut self) -> [u8; 16] {
        self.drawn += 1;
        self.drawn.to_be_bytes()
    }

    fn draw_challenge(&mut self, number: u8) -> ChallengeId {
        let mut id = [number; 24];
        id[16..].copy_from_slice(&self.draw()[8..]);
        ChallengeId::from_bytes(id)
    }

    fn draw_send(&mut self) -> SendId {
        SendId::from_bytes(self.draw())
    }

    fn pick(&mut self, back: Back) -> ChallengeId {
        recent(&self.challenges, back).unwrap_or_else(|| self.draw_challenge(1))
    }

    fn pick_send(&mut self, back: Back) -> (ChallengeId, SendId) {
        recent(&self.sends, back).unwrap_or_else(|| (self.draw_challenge(1), self.draw_send()))
    }
}

/// One of the latest, or rarely nothing.
fn recent<T: Copy>(all: &[T], back: Back) -> Option<T> {
    all.len()
        .checked_sub(back)
        .and_then(|place| all.get(place))
        .copied()
}
