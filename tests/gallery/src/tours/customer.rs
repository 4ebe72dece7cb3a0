//! The customer's own window, from the hand-over to each of its ends, and the staff's meanwhile.

use countersign_driver::Key;

use crate::screen::Screen;
use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step::{
    Channel, Chord, CustomersCode, CustomersLanguage, CustomersWrongCode, HandOver, Hold, LetGo,
    Minutes, Press, Rest, Send, Shows, Touch, TurnTo, Type,
};

/// A verdict that nobody asked for ignores keys at first, and a finger comes no sooner.
const SETTLED: u64 = 1_000;

const ELSEWHERE: Frame = Frame::Loose("the code is asked for in the other window");
const ALONE: Frame = Frame::Loose("it has no neighbour");

const ASKED: &str = "body[data-state=asked]";
const TOLD: &str = "body[data-state=told]";
const PROBLEM: &str = "#problem:not(:empty)";

/// The code is typed by the customer.
pub(super) const CUSTOMER: Tour = Tour {
    name: "the customer’s window",
    stage: Stage::TwoWindows,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "code-handed-over",
            "The customer types the code",
            ELSEWHERE,
            &[Send("+1 202 555 0100"), HandOver],
        ),
        State::new(
            "customer-asked",
            "The customer is asked for the code",
            Frame::Customer,
            &[TurnTo(Screen::Customer), Shows(ASKED), CustomersLanguage],
        )
        .to_the_customer(),
        State::new(
            "customer-typing",
            "Some digits were typed",
            Frame::Customer,
            &[Type("480")],
        )
        .to_the_customer(),
        State::new(
            "customer-too-short",
            "Digits are missing",
            Frame::Customer,
            &[Press(Key::Enter), Shows(PROBLEM)],
        )
        .to_the_customer(),
        State::new(
            "customer-wrong",
            "A wrong code",
            Frame::Customer,
            &[
                Press(Key::Backspace),
                Press(Key::Backspace),
                Press(Key::Backspace),
                CustomersWrongCode,
                Shows(PROBLEM),
            ],
        )
        .to_the_customer(),
        State::new(
            "customer-without-code",
            "No code has come, and the desk knows",
            Frame::Customer,
            &[
                Rest(SETTLED),
                Touch("#no-code"),
                Shows("#problem[data-tone=told]"),
            ],
        )
        .to_the_customer(),
        State::new(
            "code-customer-without-code",
            "The customer has no code",
            ELSEWHERE,
            &[
                TurnTo(Screen::Staff),
                Shows("#customer-has-no-code:not(:empty)"),
            ],
        ),
        State::new(
            "customer-verified",
            "Thank you",
            ALONE,
            &[TurnTo(Screen::Customer), CustomersCode, Shows(TOLD), Hold],
        )
        .to_the_customer(),
        State::new(
            "customer-nobody",
            "Nobody is asked",
            ALONE,
            &[LetGo, Shows("body[data-state=nobody]")],
        )
        .to_the_customer(),
        State::new(
            "customer-missed-call",
            "The number that called is asked for",
            Frame::Loose("a number has no cells, and a plus"),
            &[
                TurnTo(Screen::Staff),
                Shows("[data-verdict=verified]"),
                Rest(SETTLED),
                Press(Key::Enter),
                Shows("body[data-view=request]"),
                Channel("flashCall"),
                Send("+1 202 555 0102"),
                Shows("[data-message][data-kind=missedCall]"),
                Chord(Key::Alt, 'l'),
                Shows("#handed-over"),
                TurnTo(Screen::Customer),
                Shows(ASKED),
                CustomersLanguage,
            ],
        )
        .to_the_customer(),
        State::new(
            "customer-expired",
            "The time is up",
            ALONE,
            &[
                TurnTo(Screen::Staff),
                Minutes(5),
                Shows("[data-verdict=expired]"),
                TurnTo(Screen::Customer),
                Shows(TOLD),
                Hold,
            ],
        )
        .to_the_customer(),
        State::new(
            "customer-locked",
            "Too many wrong codes",
            ALONE,
            &[
                LetGo,
                TurnTo(Screen::Staff),
                Rest(SETTLED),
                Press(Key::Enter),
                Shows("body[data-view=request]"),
                Channel("sms"),
                Send("+1 202 555 0104"),
                HandOver,
                TurnTo(Screen::Customer),
                Shows(ASKED),
                CustomersLanguage,
                CustomersWrongCode,
                Shows(PROBLEM),
                CustomersWrongCode,
                Shows(PROBLEM),
                CustomersWrongCode,
                Shows(PROBLEM),
                CustomersWrongCode,
                Shows(PROBLEM),
                CustomersWrongCode,
                Shows(TOLD),
                Hold,
            ],
        )
        .to_the_customer(),
    ],
};
