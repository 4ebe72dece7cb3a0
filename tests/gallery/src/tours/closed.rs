//! Windows in which there is no desk: why, and what to do.

use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step::Shows;

const ALONE: Frame = Frame::Loose("it has no neighbour");

/// Nothing works but reading why.
pub(super) const DAMAGED: Tour = Tour {
    name: "damaged settings",
    stage: Stage::DamagedSettings,
    purpose: Purpose::Whole,
    states: &[State::new(
        "trouble-settings",
        "The desk can’t start: its settings can’t be used",
        ALONE,
        &[Shows("body[data-view=trouble]"), Shows("#trouble-again")],
    )],
};

/// The keyring is waited for, and then it is not.
pub(super) const KEYRING: Tour = Tour {
    name: "a silent keyring",
    stage: Stage::SilentKeyring,
    purpose: Purpose::Whole,
    states: &[State::new(
        "trouble-keyring",
        "The desk can’t start: the keyring does not answer",
        ALONE,
        &[
            Shows("body[data-view=trouble][data-code='keyring.silent']"),
            Shows("#trouble-way-on:not(:empty)"),
        ],
    )],
};
