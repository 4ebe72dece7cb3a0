//! The admin's pages, one state each. Tests of their own hold them to what must hold there; these are for pictures.

use countersign_driver::Key;

use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step;
use crate::step::Step::{Activate, Fill, Press, Shows, Type};

const APART: Frame = Frame::Loose("every page is laid out for itself");

/// From the first passcode through all pages.
pub(super) const PAGES: Tour = Tour {
    name: "the admin’s pages",
    stage: Stage::Training,
    purpose: Purpose::Pictures("they speak English, and tests of their own hold them"),
    states: &[
        state(
            "admin-first-passcode",
            "The first passcode is chosen",
            &[Activate("#to-admin"), Shows("#new-passcode:focus")],
        ),
        state(
            "admin-no-keyring",
            "There is no keyring: for this session only",
            &[
                Type("orchard-5820"),
                Fill("#new-passcode-again", "orchard-5820"),
                Press(Key::Enter),
                Shows(".refusal button"),
            ],
        ),
        state(
            "admin-set-up",
            "Sinch is set up step by step",
            &[Activate(".refusal button"), Shows(".others a")],
        ),
        state(
            "admin-desk",
            "The desk and its organisation",
            &[Activate(".others a"), Shows("body[data-page=desk] main h1")],
        ),
        state(
            "admin-sinch",
            "The Sinch account",
            &[
                Activate("#places a[href='#sinch']"),
                Shows("body[data-page=sinch] main h1"),
            ],
        ),
        state(
            "admin-store",
            "The store",
            &[
                Activate("#places a[href='#store']"),
                Shows("body[data-page=store] main h1"),
            ],
        ),
        state(
            "admin-channels",
            "How codes travel",
            &[
                Activate("#places a[href='#channels']"),
                Shows("body[data-page=channels] main h1"),
            ],
        ),
        state(
            "admin-rules",
            "The rules",
            &[
                Activate("#places a[href='#rules']"),
                Shows("body[data-page=rules] main h1"),
            ],
        ),
        state(
            "admin-texts",
            "The texts, as they arrive",
            &[
                Activate("#places a[href='#texts']"),
                Shows("body[data-page=texts] .bubble:not(:empty)"),
            ],
        ),
        state(
            "admin-checks",
            "Whether all of it works",
            &[
                Activate("#places a[href='#checks']"),
                Shows("body[data-page=checks] main h1"),
            ],
        ),
        state(
            "admin-roll-out",
            "From desk to desk",
            &[
                Activate("#places a[href='#roll-out']"),
                Shows("body[data-page=roll-out] [data-key]"),
            ],
        ),
        state(
            "admin-appearance",
            "How it looks",
            &[
                Activate("#places a[href='#appearance']"),
                Shows("body[data-page=appearance] main h1"),
            ],
        ),
        state(
            "admin-passcode",
            "The passcodes",
            &[
                Activate("#places a[href='#passcode']"),
                Shows("body[data-page=passcode] main h1"),
            ],
        ),
        state(
            "admin-managed",
            "What the IT department has set",
            &[
                Activate("#places a[href='#managed']"),
                Shows("body[data-page=managed] main h1"),
            ],
        ),
        state(
            "admin-locked",
            "Locked over a page",
            &[Activate("#lock-now"), Shows("#locked-passcode")],
        ),
    ],
};

const fn state(name: &'static str, title: &'static str, steps: &'static [Step]) -> State {
    State::new(name, title, APART, steps)
}
