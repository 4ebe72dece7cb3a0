//! Who sits at the screen that faces the customer: nobody, somebody who is asked for their code, or
//! somebody who is told the end. It holds no digit of a code, and opens no window.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use countersign_core::challenge::{ChallengeId, Verdict};
use countersign_core::desk::{Checked, OpenChallenge};
use countersign_core::settings::Theme;
use countersign_core::text::Language;
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;

use crate::fault::Fault;
use crate::view::{
    self, ChallengeView, CustomerAnswer, CustomerAsked, CustomerDoing, CustomerEnding,
    CustomerNews, CustomerTurn, CustomerView, CustomerWord, milliseconds,
};

/// How long the end is shown: read by then, and gone before the next customer steps up.
pub(crate) const TOLD_FOR: Duration = Duration::from_secs(8);

/// The customer's place at the desk.
pub(crate) struct CustomerSeat {
    seat: watch::Sender<Seat>,
    /// The staff's page, as long as it listens.
    staff: Mutex<Option<mpsc::UnboundedSender<CustomerNews>>>,
}

/// What the screen shows beside the turn.
pub(crate) struct Surroundings {
    pub(crate) site: String,
    pub(crate) training: bool,
    pub(crate) theme: Theme,
}

/// A turn in which a customer is asked, by its number, and the challenge that it is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Turn {
    number: u32,
    pub(crate) challenge: ChallengeId,
}

#[derive(Default)]
struct Seat {
    sitting: Sitting,
    /// How many turns there have been.
    turns: u32,
    /// The language of this turn.
    language: Language,
    /// The language while nobody is asked: the staff's.
    house: Language,
}

#[derive(Default)]
enum Sitting {
    #[default]
    Nobody,
    Asked(Asked),
    Told {
        ending: CustomerEnding,
        until: Instant,
    },
}

struct Asked {
    turn: Turn,
    view: CustomerAsked,
    sends: u8,
    expires_at: Instant,
    doing: CustomerDoing,
}

impl CustomerSeat {
    /// Nobody's.
    pub(crate) fn new() -> Self {
        Self {
            seat: watch::Sender::default(),
            staff: Mutex::default(),
        }
    }

    /// Asks a customer for the code of `open`, in their language. Whoever was asked before is not any
    /// more.
    pub(crate) fn ask(&self, open: OpenChallenge, language: Language) {
        let id = open.challenge.id;
        let view = ChallengeView::from(open);
        self.change(|seat| {
            seat.turns += 1;
            seat.language = language;
            let turn = Turn {
                number: seat.turns,
                challenge: id,
            };
            seat.sitting = Sitting::Asked(Asked::begin(turn, view));
        });
    }

    /// Ends the turn of a customer who is asked; answers whether one was. One who is told the end may
    /// read it.
    pub(crate) fn take_back(&self) -> bool {
        let is_asked = self.asked().is_some();
        if is_asked {
            self.change(Seat::empty);
        }
        is_asked
    }

    /// The window is gone, and with it all that it showed.
    pub(crate) fn closed(&self) {
        self.change(Seat::empty);
    }

    /// The language that the staff's screen speaks, and this one while nobody is asked.
    pub(crate) fn set_house_language(&self, language: Language) {
        self.change(|seat| {
            seat.house = language;
            if matches!(seat.sitting, Sitting::Nobody) {
                seat.language = language;
            }
        });
    }

    /// The customer's choice, for this turn.
    pub(crate) fn choose_language(&self, language: Language) {
        self.change(|seat| match seat.sitting {
            Sitting::Nobody => {}
            Sitting::Asked(_) | Sitting::Told { .. } => seat.language = language,
        });
    }

    /// What the customer's window tells beside a code.
    pub(crate) fn hear(&self, word: CustomerWord) {
        self.change(|seat| match (word, &mut seat.sitting) {
            (_, Sitting::Nobody | Sitting::Told { .. }) => {}
            (CustomerWord::Typing, Sitting::Asked(asked)) => asked.type_on(CustomerDoing::Typing),
            (CustomerWord::Empty, Sitting::Asked(asked)) => asked.type_on(CustomerDoing::Reading),
            (CustomerWord::NoCode, Sitting::Asked(asked)) => asked.view.has_no_code = true,
            (CustomerWord::GiveBack, Sitting::Asked(asked)) => {
                if !asked.is_checking() {
                    seat.empty();
                }
            }
        });
    }

    /// A code was typed: the turn that it counts for, unless nobody is asked or one is out already.
    pub(crate) fn begin_check(&self) -> Option<Turn> {
        let mut turn = None;
        self.change(|seat| {
            let Sitting::Asked(asked) = &mut seat.sitting else {
                return;
            };
            match asked.doing {
                CustomerDoing::Reading | CustomerDoing::Typing => {
                    asked.doing = CustomerDoing::Checking;
                    turn = Some(asked.turn);
                }
                CustomerDoing::Checking | CustomerDoing::Waiting => {}
            }
        });
        turn
    }

    /// What came of it. The staff are told in any case: even a turn that was taken back meanwhile may
    /// have ended in a verdict.
    pub(crate) fn end_check(&self, turn: Turn, checked: &Checked, shown: view::Checked) {
        // The outcome comes first: the page must not take its customer for one who went away.
        self.tell_staff(CustomerNews::Checked {
            challenge: turn.challenge.to_string(),
            checked: shown,
        });
        self.learn(turn.challenge, checked);
    }

    /// It could not be checked.
    pub(crate) fn fail_check(&self, turn: Turn, fault: Fault) {
        self.answer(turn.challenge, CustomerAnswer::AskStaff);
        let challenge = turn.challenge.to_string();
        self.tell_staff(CustomerNews::Failed { challenge, fault });
    }

    /// What came of a code of the challenge that is asked about, whoever typed it.
    pub(crate) fn learn(&self, challenge: ChallengeId, checked: &Checked) {
        match checked {
            Checked::Decided { verdict, .. } => match verdict {
                Verdict::Wrong { left } => {
                    self.answer(challenge, CustomerAnswer::Wrong { left: *left });
                }
                Verdict::Verified
                | Verdict::Expired
                | Verdict::Locked { .. }
                | Verdict::Gone(_) => self.tell_end(challenge, *verdict),
            },
            Checked::NotACode(_) | Checked::NotANumber(_) => {
                self.answer(challenge, CustomerAnswer::NotACode);
            }
            Checked::NotCounted => self.answer(challenge, CustomerAnswer::Again),
            Checked::NothingSent => self.answer(challenge, CustomerAnswer::AskStaff),
            Checked::NotKnown => self.change(|seat| {
                if let Some(asked) = seat.asked_about(challenge) {
                    asked.doing = CustomerDoing::Waiting;
                }
            }),
        }
    }

    /// The challenge as it stands now: sent again, perhaps, or by another channel.
    pub(crate) fn refresh(&self, turn: Turn, open: OpenChallenge) {
        let view = ChallengeView::from(open);
        self.change(|seat| match &mut seat.sitting {
            Sitting::Asked(asked) if asked.turn == turn => asked.refresh(&view),
            Sitting::Nobody | Sitting::Asked(_) | Sitting::Told { .. } => {}
        });
    }

    /// The challenge is over without a code of this turn. While one is being checked, its own verdict is
    /// the news.
    pub(crate) fn end(&self, turn: Turn, verdict: Verdict) {
        let is_free = match &self.seat.borrow().sitting {
            Sitting::Asked(asked) => asked.turn == turn && !asked.is_checking(),
            Sitting::Nobody | Sitting::Told { .. } => false,
        };
        if is_free {
            self.tell_end(turn.challenge, verdict);
        }
    }

    /// The turn in which somebody is asked, if somebody is.
    pub(crate) fn asked(&self) -> Option<Turn> {
        self.seat.borrow().asked()
    }

    /// Waits until somebody is asked.
    pub(crate) async fn next_asked(&self) -> Turn {
        loop {
            if let Some(turn) = self.asked() {
                return turn;
            }
            self.until(|seat| seat.asked().is_some()).await;
        }
    }

    /// Waits until this turn is over.
    pub(crate) async fn over(&self, turn: Turn) {
        self.until(|seat| seat.asked() != Some(turn)).await;
    }

    async fn until(&self, condition: impl FnMut(&Seat) -> bool) {
        // The sender is this seat's own.
        let _ = self.seat.subscribe().wait_for(condition).await;
    }

    /// Marks what is told of the seat from now on as new.
    pub(crate) fn changes(&self) -> Changes {
        Changes(self.seat.subscribe())
    }

    /// Empties the seat of a customer who has read the end, once it is time. Waits for ever where nobody
    /// is told anything.
    pub(crate) async fn clear_when_read(&self) {
        let Some(until) = self.seat.borrow().told_until() else {
            return std::future::pending().await;
        };
        tokio::time::sleep_until(until).await;
        self.change(|seat| match seat.sitting {
            Sitting::Told { until: now, .. } if now == until => seat.empty(),
            Sitting::Nobody | Sitting::Asked(_) | Sitting::Told { .. } => {}
        });
    }

    /// What the screen shows now.
    pub(crate) fn view(&self, surroundings: Surroundings) -> CustomerView {
        let seat = self.seat.borrow();
        CustomerView {
            site: surroundings.site,
            training: surroundings.training,
            theme: surroundings.theme,
            language: seat.language,
            turn: match &seat.sitting {
                Sitting::Nobody => CustomerTurn::Nobody,
                Sitting::Asked(asked) => CustomerTurn::Asked(asked.now()),
                Sitting::Told { ending, .. } => CustomerTurn::Told { ending: *ending },
            },
        }
    }

    /// What the staff's page is told from now on, in place of the one before; how it stands, first.
    pub(crate) fn listen(&self) -> mpsc::UnboundedReceiver<CustomerNews> {
        let (sender, news) = mpsc::unbounded_channel();
        *self.staff() = Some(sender);
        self.tell_staff(self.seat.borrow().news());
        news
    }

    fn answer(&self, challenge: ChallengeId, answer: CustomerAnswer) {
        self.change(|seat| {
            if let Some(asked) = seat.asked_about(challenge) {
                asked.doing = CustomerDoing::Reading;
                asked.view.answers += 1;
                asked.view.answer = Some(answer);
            }
        });
    }

    fn tell_end(&self, challenge: ChallengeId, verdict: Verdict) {
        let Some(ending) = CustomerEnding::of(verdict) else {
            return;
        };
        self.change(|seat| {
            if seat.asked_about(challenge).is_some() {
                let until = Instant::now() + TOLD_FOR;
                seat.sitting = Sitting::Told { ending, until };
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut Seat)) {
        self.seat.send_modify(change);
        self.tell_staff(self.seat.borrow().news());
    }

    fn staff(&self) -> MutexGuard<'_, Option<mpsc::UnboundedSender<CustomerNews>>> {
        self.staff.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell_staff(&self, news: CustomerNews) {
        if let Some(staff) = &*self.staff() {
            // A page that listens no more has nobody to tell.
            let _ = staff.send(news);
        }
    }
}

/// Changes of the seat.
pub(crate) struct Changes(watch::Receiver<Seat>);

impl Changes {
    /// Waits for the next one.
    pub(crate) async fn next(&mut self) {
        if self.0.changed().await.is_err() {
            // The seat lives as long as the app.
            std::future::pending().await
        }
    }
}

impl Seat {
    fn empty(&mut self) {
        self.sitting = Sitting::Nobody;
        self.language = self.house;
    }

    fn asked(&self) -> Option<Turn> {
        match &self.sitting {
            Sitting::Asked(asked) => Some(asked.turn),
            Sitting::Nobody | Sitting::Told { .. } => None,
        }
    }

    fn told_until(&self) -> Option<Instant> {
        match &self.sitting {
            Sitting::Told { until, .. } => Some(*until),
            Sitting::Nobody | Sitting::Asked(_) => None,
        }
    }

    fn asked_about(&mut self, challenge: ChallengeId) -> Option<&mut Asked> {
        match &mut self.sitting {
            Sitting::Asked(asked) if asked.turn.challenge == challenge => Some(asked),
            Sitting::Nobody | Sitting::Asked(_) | Sitting::Told { .. } => None,
        }
    }

    fn news(&self) -> CustomerNews {
        match &self.sitting {
            Sitting::Asked(asked) => CustomerNews::Stands {
                challenge: Some(asked.turn.challenge.to_string()),
                doing: asked.doing,
                has_no_code: asked.view.has_no_code,
            },
            Sitting::Nobody | Sitting::Told { .. } => CustomerNews::Stands {
                challenge: None,
                doing: CustomerDoing::Reading,
                has_no_code: false,
            },
        }
    }
}

impl Asked {
    fn begin(turn: Turn, challenge: ChallengeView) -> Self {
        Self {
            turn,
            sends: challenge.sends,
            expires_at: end_of(&challenge),
            doing: CustomerDoing::Reading,
            view: CustomerAsked {
                turn: turn.number,
                last_two: challenge.last_two,
                channel: challenge.channel,
                code_length: challenge.code_length,
                expires_in_ms: challenge.expires_in_ms,
                is_checking: false,
                has_no_code: false,
                answers: 0,
                answer: None,
            },
        }
    }

    /// A further send answers whoever said that none had come, and makes what was said before old.
    fn refresh(&mut self, challenge: &ChallengeView) {
        if challenge.sends != self.sends {
            self.sends = challenge.sends;
            self.view.has_no_code = false;
            self.view.answer = None;
        }
        self.expires_at = end_of(challenge);
        self.view.channel = challenge.channel;
        self.view.code_length = challenge.code_length;
    }

    fn type_on(&mut self, doing: CustomerDoing) {
        if !self.is_checking() {
            self.doing = doing;
        }
    }

    fn is_checking(&self) -> bool {
        match self.doing {
            CustomerDoing::Reading | CustomerDoing::Typing => false,
            CustomerDoing::Checking | CustomerDoing::Waiting => true,
        }
    }

    fn now(&self) -> CustomerAsked {
        CustomerAsked {
            expires_in_ms: milliseconds(self.expires_at.saturating_duration_since(Instant::now())),
            is_checking: self.is_checking(),
            ..self.view.clone()
        }
    }
}

fn end_of(challenge: &ChallengeView) -> Instant {
    Instant::now() + Duration::from_millis(challenge.expires_in_ms)
}

#[cfg(test)]
mod tests;
