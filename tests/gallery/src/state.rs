//! A state of the screen, and the tour on which it is reached.

use crate::language::Language;
use crate::screen::Screen;
use crate::stage::Stage;
use crate::step::Step;

/// What a person can meet on the screen.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// A name that stays: pictures bear it, and pages name them. View first, as in `code-wrong`.
    pub name: &'static str,
    /// What shows, in words.
    pub title: &'static str,
    /// How to get there from the state before it on its tour, or from the tour's start.
    pub steps: &'static [Step],
    /// The window in which it shows.
    pub screen: Screen,
    /// What stays where it is while the states of a view change.
    pub frame: Frame,
    /// Where the state passes by itself.
    pub passing: Option<Passing>,
}

/// A state that passes by itself: sooner, perhaps, than it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Passing {
    /// What shows while it lasts, as a CSS selector.
    pub shows: &'static str,
    /// How to enter it once more when it has passed.
    pub again: &'static [Step],
}

/// Which heading, main field and main button must stay at the same place in all states of a tour that have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// Step 1.
    Request,
    /// Step 2.
    Code,
    /// The end: its sentences differ in length, so only what stands above them stays.
    Verdict,
    /// Why a customer could not be verified.
    Unverified,
    /// The supervisor's word.
    Supervisor,
    /// The customer's window while a code is asked for.
    Customer,
    /// None is compared, for this reason.
    Loose(&'static str),
}

impl Frame {
    /// What must stay, as CSS selectors.
    #[must_use]
    pub fn elements(self) -> &'static [&'static str] {
        match self {
            Self::Request => &["#request-heading", "#phone", "#reference", "#send"],
            Self::Code => &["#code-heading", "#code", "#check"],
            Self::Verdict => &["#verdict-reference", "#verdict"],
            Self::Unverified => &[
                "#unverified-heading",
                "#unverified-reasons",
                "#unverified-remark",
                "#end-unverified",
            ],
            Self::Supervisor => &[
                "#supervisor-heading",
                "#supervisor-passcode",
                "#accept-unproven",
            ],
            Self::Customer => &["#asked-heading", "#where", "#typed", "#keypad", "#done"],
            Self::Loose(_) => &[],
        }
    }
}

impl State {
    /// A state that stays until something is done.
    #[must_use]
    pub const fn new(
        name: &'static str,
        title: &'static str,
        frame: Frame,
        steps: &'static [Step],
    ) -> Self {
        Self {
            name,
            title,
            steps,
            screen: Screen::Staff,
            frame,
            passing: None,
        }
    }

    /// The same, in the window that faces the customer.
    #[must_use]
    pub const fn to_the_customer(mut self) -> Self {
        self.screen = Screen::Customer;
        self
    }

    /// The same, where it passes by itself.
    #[must_use]
    pub const fn passing(mut self, shows: &'static str, again: &'static [Step]) -> Self {
        self.passing = Some(Passing { shows, again });
        self
    }
}

/// What a tour is walked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Its states are held to what must hold in every state, in every language, and pictures are taken of them.
    Whole,
    /// Pictures in English alone, for this reason.
    Pictures(&'static str),
}

/// States that one window walks through, each from the one before.
#[derive(Clone, Copy, Debug)]
pub struct Tour {
    /// Its name.
    pub name: &'static str,
    /// What there is when its window opens.
    pub stage: Stage,
    /// What it is walked for.
    pub purpose: Purpose,
    /// In the order in which they are reached.
    pub states: &'static [State],
}

impl Tour {
    /// Whether it is walked in this language.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        match self.purpose {
            Purpose::Whole => true,
            Purpose::Pictures(_) => language == Language::English,
        }
    }
}
