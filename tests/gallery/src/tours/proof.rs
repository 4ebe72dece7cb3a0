//! The ends without proof: why a customer could not be verified, and a supervisor who accepts them all the same.

use countersign_driver::Key;

use super::numbers::INTERNET_PHONE;
use crate::stage::{SUPERVISORS, Stage};
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step::{Activate, Ask, Chord, Fill, Press, Send, Shows, Type};

/// Not the supervisor's passcode.
const NOT_IT: &str = "harbour 7742";

/// Never a dead end.
pub(super) const PROOF: Tour = Tour {
    name: "ends without proof",
    stage: Stage::Supervised,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "unverified-form",
            "Could not verify: why",
            Frame::Unverified,
            &[
                Send("+1 202 555 0100"),
                Shows("#delivery[data-state=delivered]"),
                Chord(Key::Alt, 'u'),
                Shows("body[data-view=unverified]"),
            ],
        ),
        State::new(
            "unverified-no-reason",
            "No reason was chosen",
            Frame::Unverified,
            &[
                Activate("#end-unverified"),
                Shows("#unverified-error:not(:empty)"),
            ],
        ),
        State::new(
            "supervisor-form",
            "A supervisor is asked to accept a customer",
            Frame::Supervisor,
            &[
                Activate("#ask-supervisor"),
                Shows("#supervisor-reason:focus"),
            ],
        ),
        State::new(
            "supervisor-no-reason",
            "The supervisor gave no reason",
            Frame::Supervisor,
            &[
                Fill("#supervisor-passcode", SUPERVISORS),
                Press(Key::Enter),
                Shows("#supervisor-reason-error:not(:empty)"),
            ],
        ),
        State::new(
            "supervisor-wrong-passcode",
            "Not the supervisor’s passcode",
            Frame::Supervisor,
            &[
                Type("Known to us for years"),
                Fill("#supervisor-passcode", NOT_IT),
                Press(Key::Enter),
                Shows("#supervisor-error:not(:empty)"),
                Shows("#accept-unproven:not([data-busy])"),
            ],
        ),
        State::new(
            "verdict-accepted",
            "Accepted by a supervisor, and not verified",
            Frame::Verdict,
            &[
                Fill("#supervisor-passcode", SUPERVISORS),
                Press(Key::Enter),
                Shows("[data-verdict=accepted]"),
            ],
        ),
        State::new(
            "verdict-unverified",
            "Not verified, for a reason",
            Frame::Verdict,
            &[
                Activate("#next"),
                Shows("#phone:focus"),
                Send("+1 202 555 0101"),
                Chord(Key::Alt, 'u'),
                Shows("#unverified-reasons input:focus"),
                Press(Key::Down),
                Fill("#unverified-remark", "battery"),
                Activate("#end-unverified"),
                Shows("[data-verdict=unverified]"),
            ],
        ),
        State::new(
            "supervisor-number",
            "A supervisor is asked whether a code may be sent to an internet phone",
            Frame::Loose("no reason is asked for"),
            &[
                Activate("#next"),
                Ask(INTERNET_PHONE),
                Shows("#supervisor-passcode:focus"),
            ],
        ),
        State::new(
            "supervisor-wait",
            "Too many wrong passcodes: the next has to wait",
            Frame::Loose("no reason is asked for"),
            &[
                Fill("#supervisor-passcode", NOT_IT),
                Press(Key::Enter),
                Shows("#accept-unproven:not([data-busy])"),
                Fill("#supervisor-passcode", NOT_IT),
                Press(Key::Enter),
                Shows("#accept-unproven:not([data-busy])"),
                Fill("#supervisor-passcode", NOT_IT),
                Press(Key::Enter),
                Shows("#accept-unproven:not([data-busy])"),
                Fill("#supervisor-passcode", NOT_IT),
                Press(Key::Enter),
                Shows("#accept-unproven[aria-disabled]:not([data-busy])"),
            ],
        )
        .passing(
            "#accept-unproven[aria-disabled]",
            &[
                Fill("#supervisor-passcode", NOT_IT),
                Press(Key::Enter),
                Shows("#accept-unproven[aria-disabled]:not([data-busy])"),
            ],
        ),
    ],
};
