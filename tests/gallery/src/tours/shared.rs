//! A training desk that shares its store with another desk: what the other one does, and a store that is away.

use countersign_driver::Key;

use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Mishap;
use crate::step::Step::{
    Activate, AtOther, Chord, Code, OthersWrongCode, Press, Says, SendFor, Shows, Store,
};

/// The band above the page pushes the page down: what it says matters more than the form for as long.
const PUSHED: Frame = Frame::Loose("the band of a store that is away stands above the page");

pub(super) const SHARED: Tour = Tour {
    name: "a shared store",
    stage: Stage::SharedStore,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "request-other-desk",
            "Another desk’s customer waits",
            Frame::Request,
            &[
                AtOther(&[
                    SendFor("070-174 06 05", "BOOKING 48213"),
                    Shows("#delivery[data-state=delivered]"),
                ]),
                Says("#waiting-list", "Reception 1"),
            ],
        ),
        State::new(
            "code-other-desk",
            "A check that was begun at another desk",
            Frame::Code,
            &[Activate("#waiting-list button"), Shows("#code:focus")],
        ),
        State::new(
            "code-not-known",
            "Not known whether the code was right: the store’s answer was lost",
            PUSHED,
            &[
                Store(Mishap::LosesAnswers),
                OthersWrongCode,
                Shows("#not-known"),
            ],
        ),
        State::new(
            "request-taken-over",
            "Another desk has taken the customer over",
            PUSHED,
            &[
                Store(Mishap::IsMended),
                Shows("#code:not([readonly])"),
                AtOther(&[Chord(Key::Alt, '1'), Shows("#code:focus")]),
                Shows("#refusal[data-code=takenAway]"),
            ],
        ),
        State::new(
            "request-store-away",
            "The store is away: nothing can be sent or checked",
            PUSHED,
            &[
                AtOther(&[Code, Press(Key::Enter), Shows("[data-verdict=verified]")]),
                Store(Mishap::Ends),
                Shows("#away[data-code]"),
            ],
        ),
    ],
};
