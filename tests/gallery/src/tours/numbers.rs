//! What is known of a number before a code is sent to it: what may have been meant, what the site did with it lately,
//! and what Sinch's lookup has against it.

use countersign_driver::Key;

use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step::{Ask, Code, Fill, Press, SendFor, Shows, TabTo};

/// Training numbers of which Sinch's lookup knows something: a phone on the internet, and a SIM that was changed today.
pub(super) const INTERNET_PHONE: &str = "+1 202 555 0114";
const CHANGED_TODAY: &str = "+1 202 555 0115";

/// Advice and warnings, which stand under the form.
pub(super) const NUMBERS: Tour = Tour {
    name: "help with the number",
    stage: Stage::Advised,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "request-meant",
            "A number that may have been meant",
            Frame::Request,
            &[
                Ask("+46 46 70 174 06 05"),
                Shows("#suggestion:not([hidden])"),
                Shows("#number-error:not(:empty)"),
            ],
        ),
        State::new(
            "request-internet-phone",
            "Sinch says that it is an internet phone",
            Frame::Request,
            &[
                Fill("#phone", INTERNET_PHONE),
                Press(Key::Tab),
                Shows("#advice p"),
            ],
        ),
        State::new(
            "code-internet-phone",
            "The same, once a code was sent there",
            Frame::Code,
            &[
                TabTo("#phone"),
                Press(Key::Enter),
                Shows("body[data-view=code]"),
                Shows("#advice p"),
                Shows("#delivery[data-state=delivered]"),
            ],
        ),
        State::new(
            "request-sim-changed",
            "The site refuses a number whose SIM card was changed today",
            Frame::Request,
            &[
                Press(Key::Escape),
                Ask(CHANGED_TODAY),
                Shows("#refusal[data-code=simSwapped]"),
            ],
        ),
        State::new(
            "request-verified-before",
            "A number that was verified a moment ago",
            Frame::Request,
            &[
                SendFor("+1 202 555 0100", "ROOM 214"),
                Code,
                Press(Key::Enter),
                Shows("[data-verdict=verified]"),
                Press(Key::Enter),
                Shows("#phone:focus"),
                Fill("#phone", "+1 202 555 0100"),
                Shows("#advice p"),
            ],
        ),
        State::new(
            "request-many-references",
            "The same, which is used for many references today",
            Frame::Request,
            &[
                Fill("#reference", "ROOM 215"),
                Press(Key::Tab),
                Shows("#advice p + p"),
            ],
        ),
    ],
};
