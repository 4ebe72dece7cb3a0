//! The job at a training desk with a store of its own: number, code, verdict, and what can come between.

use countersign_driver::Key;

use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step::{
    Activate, Ask, Channel, Chord, Code, Fill, Follow, Minutes, Press, Rest, Says, Send, SendFor,
    Shows, TabTo, Type, WrongCode,
};

/// A verdict that nobody asked for ignores keys at first: they were meant for the code.
const SETTLED: u64 = 1_000;

/// A link that asks for a number.
const LINK: &str = "countersign://verify?phone=%2B46%2070%20174%2006%2011&ref=BOOKING%2048213";

const NOTICED: Frame = Frame::Loose("the notice of a link stands above the page");

/// Step 1, and all that can keep a code from being sent.
pub(super) const FORM: Tour = Tour {
    name: "step 1",
    stage: Stage::Training,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "request-empty",
            "Step 1, as the desk opens",
            Frame::Request,
            &[Shows("#phone:focus")],
        ),
        State::new(
            "request-read-back",
            "A number, to be read back, with a reference",
            Frame::Request,
            &[
                Fill("#phone", "070-174 06 05"),
                Shows("#read-back[data-tone=good]"),
                Fill("#reference", "BOOKING 48213"),
                TabTo("#phone"),
            ],
        ),
        State::new(
            "request-not-a-number",
            "What was typed is no number",
            Frame::Request,
            &[
                Ask("hello"),
                Shows("#number-error[data-code='phone.letters']"),
            ],
        ),
        State::new(
            "request-zero-too-many",
            "A zero too many after the country code",
            Frame::Request,
            &[
                Ask("+34 (0)612 34 56 78"),
                Shows("#number-error[data-code='phone.zero_after_country_code']"),
            ],
        ),
        State::new(
            "request-country-refused",
            "A country that the site does not verify",
            Frame::Request,
            &[
                Ask("+44 7400 123456"),
                Shows("#refusal[data-code=countryNotAllowed]"),
            ],
        ),
        State::new(
            "request-landline-steered",
            "A landline, for which a call is chosen",
            Frame::Request,
            &[
                Fill("#phone", "+46 8 123 456"),
                Shows("#channel-note[data-steered]"),
            ],
        ),
        State::new(
            "request-landline",
            "A landline that only a call reaches",
            Frame::Request,
            &[
                Fill("#phone", "070-174 06 05"),
                Shows("[name=channel][value=sms]:checked"),
                Channel("whatsApp"),
                Ask("+46 8 123 456"),
                Shows("#refusal[data-code=landlineNeedsCall] button"),
            ],
        ),
        State::new(
            "request-no-credit",
            "Sinch refuses: nothing was sent",
            Frame::Request,
            &[
                Fill("#phone", "+1 202 555 0121"),
                Shows("[name=channel][value=sms]:not(:disabled)"),
                TabTo("[name=channel]"),
                Press(Key::Left),
                Press(Key::Left),
                Shows("[name=channel][value=sms]:checked"),
                Ask("+1 202 555 0121"),
                Shows("#refusal[data-code='sinch.account_blocked']"),
            ],
        ),
        State::new(
            "request-too-busy",
            "Sinch is too busy: until when",
            Frame::Request,
            &[
                Ask("+1 202 555 0125"),
                Shows("#refusal[data-code='sinch.capacity']"),
            ],
        ),
        State::new(
            "request-practise",
            "The problems that can be practised",
            Frame::Request,
            &[Activate("#practise summary"), Shows("#practise[open]")],
        ),
        State::new(
            "request-view-menu",
            "How large everything is, and sounds",
            Frame::Request,
            &[
                Press(Key::Enter),
                Activate("#view-toggle"),
                Shows("#zoom-percent"),
            ],
        ),
        State::new(
            "request-health",
            "How Sinch, the store, the keyring and the clock stand",
            Frame::Request,
            &[
                Press(Key::Escape),
                Activate("#health-toggle"),
                Shows("#health-why:not([hidden])"),
            ],
        ),
        State::new(
            "request-help",
            "F1: the keys and the guide",
            Frame::Loose("it lies over the page, which may scroll beneath it"),
            &[Press(Key::Escape), Press(Key::F1), Shows("#help[open]")],
        ),
        State::new(
            "request-link",
            "A link from another program, while something is in hand",
            NOTICED,
            &[
                Press(Key::Escape),
                Fill("#phone", "+1 202"),
                Follow(LINK),
                Shows("#link-fill"),
            ],
        ),
        State::new(
            "request-link-refused",
            "A link that was refused",
            NOTICED,
            &[
                Activate("#link-ignore"),
                Follow("countersign://verify?phone=hello"),
                Shows("#link-notice:not(:has(#link-fill)) #link-ignore"),
            ],
        ),
        State::new(
            "request-sending",
            "The code is being sent",
            Frame::Request,
            &[
                Activate("#link-ignore"),
                Ask("+1 202 555 0129"),
                Shows("#send[data-busy]"),
            ],
        )
        .passing(
            "#send[data-busy]",
            &[
                Shows("body[data-view=code]"),
                Press(Key::Escape),
                Minutes(1),
                Ask("+1 202 555 0129"),
                Shows("#send[data-busy]"),
            ],
        ),
    ],
};

/// Step 2: how the send fares, and what can be done about it.
pub(super) const CODE: Tour = Tour {
    name: "step 2",
    stage: Stage::Training,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "code-sent",
            "Sent by Sinch Verification, which does not say when it arrives",
            Frame::Code,
            &[
                TabTo("#via-verification"),
                Type(" "),
                Send("+1 202 555 0100"),
                Shows("#delivery[data-state=sent]"),
            ],
        ),
        State::new(
            "code-carrier",
            "With the carrier",
            Frame::Code,
            &[
                Press(Key::Escape),
                TabTo("#via-verification"),
                Type(" "),
                SendFor("+1 202 555 0111", "Ms Okafor"),
                Shows("#delivery[data-state=carrier]"),
            ],
        ),
        State::new(
            "code-failed",
            "Not delivered: the carrier failed",
            Frame::Code,
            &[
                Press(Key::Escape),
                SendFor("+1 202 555 0112", "Room 214"),
                Shows("#delivery[data-state=failed]"),
            ],
        ),
        State::new(
            "request-waiting",
            "Step 1, while customers wait",
            Frame::Request,
            &[Press(Key::Escape), Shows("#waiting-list li")],
        ),
        State::new(
            "code-delivered",
            "Delivered to the phone",
            Frame::Code,
            &[
                SendFor("070-174 06 05", "BOOKING 48213"),
                Shows("#delivery[data-state=delivered]"),
                Shows("[data-message]"),
            ],
        ),
        State::new(
            "code-typing",
            "The code is being typed",
            Frame::Code,
            &[Type("480")],
        ),
        State::new(
            "code-wrong",
            "A wrong code",
            Frame::Code,
            &[
                Press(Key::Backspace),
                Press(Key::Backspace),
                Press(Key::Backspace),
                WrongCode,
                Says("#tries-left", "4"),
            ],
        ),
        State::new(
            "code-send-again",
            "It may be sent again",
            Frame::Code,
            &[Minutes(1), Shows("#resend:not([aria-disabled])")],
        ),
        State::new(
            "code-last-try",
            "One try left",
            Frame::Code,
            &[
                TabTo("#code"),
                WrongCode,
                Says("#tries-left", "3"),
                WrongCode,
                Says("#tries-left", "2"),
                WrongCode,
                Says("#tries-left", "1"),
            ],
        ),
        State::new(
            "verdict-locked",
            "Locked after too many wrong codes",
            Frame::Verdict,
            &[WrongCode, Shows("[data-verdict=locked]")],
        ),
        State::new(
            "request-locked",
            "A number that is locked, and until when",
            Frame::Request,
            &[
                Press(Key::Enter),
                Ask("070-174 06 05"),
                Shows("#refusal[data-code=numberLocked]"),
            ],
        ),
    ],
};

/// Other ways of sending, the last minute, and the ends.
pub(super) const ENDS: Tour = Tour {
    name: "other ways and ends",
    stage: Stage::Training,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "code-landline",
            "Not delivered: texts don’t reach a landline",
            Frame::Code,
            &[
                Send("+1 202 555 0113"),
                Shows("#delivery[data-state=failed]"),
            ],
        ),
        State::new(
            "code-other-ways",
            "The other ways to send the code, before one may be taken",
            Frame::Code,
            &[
                Chord(Key::Alt, 'c'),
                Shows("#other-ways [data-channel=call]"),
            ],
        ),
        State::new(
            "code-call",
            "A call in its place",
            Frame::Code,
            &[
                Press(Key::Escape),
                Minutes(1),
                Chord(Key::Alt, 'c'),
                Shows("#other-ways [data-channel=call]:not([aria-disabled])"),
                Type("c"),
                Shows("[data-message][data-kind=call]"),
            ],
        ),
        State::new(
            "verdict-verified",
            "Verified",
            Frame::Verdict,
            &[Code, Press(Key::Enter), Shows("[data-verdict=verified]")],
        ),
        State::new(
            "code-missed-call",
            "A missed call: the number that called is the code",
            Frame::Code,
            &[
                Press(Key::Enter),
                Shows("#phone:focus"),
                Channel("flashCall"),
                Send("+1 202 555 0101"),
                Shows("[data-message][data-kind=missedCall]"),
            ],
        ),
        State::new(
            "code-unknown",
            "It may have been sent: the answer was lost",
            Frame::Code,
            &[
                Press(Key::Escape),
                Channel("sms"),
                Send("+1 202 555 0129"),
                Shows("#delivery[data-state=unknown]"),
            ],
        ),
        State::new(
            "code-last-minute",
            "The last minute",
            Frame::Code,
            &[
                Press(Key::Escape),
                Send("+1 202 555 0102"),
                Shows("#delivery[data-state=delivered]"),
                Minutes(4),
                Shows("#valid-fact[data-warning]"),
            ],
        )
        .passing(
            "body[data-view=code]",
            &[
                Rest(SETTLED),
                Press(Key::Enter),
                Send("+1 202 555 0103"),
                Shows("#delivery[data-state=delivered]"),
                Minutes(4),
                Shows("#valid-fact[data-warning]"),
            ],
        ),
        State::new(
            "verdict-expired",
            "Expired: the time of the code is over",
            Frame::Verdict,
            &[Minutes(1), Shows("[data-verdict=expired]"), Rest(SETTLED)],
        ),
        State::new(
            "code-no-sends-left",
            "Sent as often as it may be",
            Frame::Code,
            &[
                Press(Key::Enter),
                Send("+1 202 555 0104"),
                Minutes(1),
                Shows("#resend:not([aria-disabled])"),
                Activate("#resend"),
                Says("#sends", "2"),
                Minutes(1),
                Shows("#resend:not([aria-disabled])"),
                Activate("#resend"),
                Says("#sends", "3"),
                Shows("#resend[data-spent]"),
                Shows("#delivery[data-state=delivered]"),
                TabTo("#code"),
            ],
        ),
        State::new(
            "code-late",
            "Later than texts usually are",
            Frame::Code,
            &[
                Press(Key::Escape),
                SendFor("+1 202 555 0111", "Ms Okafor"),
                Shows("#delivery[data-state=carrier]"),
                Minutes(1),
                Shows("#delivery[data-late]"),
                TabTo("#code"),
            ],
        ),
        State::new(
            "code-late-read-back",
            "Its number, to be read back",
            Frame::Code,
            &[
                Activate("#delivery-action"),
                Shows("#delivery-number:not(:empty)"),
                TabTo("#code"),
            ],
        ),
    ],
};
