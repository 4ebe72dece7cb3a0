//! What each training number plays, in the order in which staff meet it. The sentences are not here: they are read
//! from the screen.

use super::Moment::{self, Call, Delivery, Expired, Minutes, NotAccepted, Refused, Verified};

/// One row of the document.
#[derive(Clone, Copy)]
pub(super) struct Lesson {
    /// The numbers that play it, as typed.
    pub(super) numbers: &'static [&'static str],
    /// How the document names them.
    pub(super) named: &'static str,
    /// What happens, in a trainer's words.
    pub(super) happens: &'static str,
    /// What is met, in order.
    pub(super) moments: &'static [Moment],
}

const fn one(
    numbers: &'static [&'static str; 1],
    happens: &'static str,
    moments: &'static [Moment],
) -> Lesson {
    Lesson {
        numbers,
        named: numbers[0],
        happens,
        moments,
    }
}

/// By text, as a new desk sends: what arrives, sooner or later.
pub(super) const ARRIVING: &[Lesson] = &[
    Lesson {
        numbers: &[
            "+1 202 555 0100",
            "+1 202 555 0101",
            "+1 202 555 0102",
            "+1 202 555 0103",
            "+1 202 555 0104",
            "+1 202 555 0105",
            "+1 202 555 0106",
            "+1 202 555 0107",
            "+1 202 555 0108",
            "+1 202 555 0109",
        ],
        named: "+1 202 555 0100 to 0109",
        happens: "The text arrives after a second.",
        moments: &[Delivery("delivered"), Verified],
    },
    Lesson {
        numbers: &["+46 70 174 06 05", "+46 70 174 06 99"],
        named: "+46 70 174 06 05 to 99",
        happens: "The same, with Sweden’s reserved numbers. So does every other number that the desk may send to.",
        moments: &[Delivery("delivered"), Verified],
    },
    one(
        &["+1 202 555 0110"],
        "The text arrives after 40 seconds.",
        &[
            Delivery("carrier"),
            Minutes(1),
            Delivery("delivered"),
            Verified,
        ],
    ),
    one(
        &["+1 202 555 0111"],
        "The text never arrives.",
        &[Delivery("carrier"), Minutes(5), Expired],
    ),
    one(
        &["+1 202 555 0112"],
        "The carrier can’t deliver the text.",
        &[Delivery("failed")],
    ),
    one(
        &["+1 202 555 0113"],
        "A landline: texts don’t reach it, a call does.",
        &[
            Delivery("failed"),
            Minutes(1),
            Call,
            Delivery("sent"),
            Verified,
        ],
    ),
];

/// By text: what Sinch refuses, or does not answer as it should.
pub(super) const REFUSED: &[Lesson] = &[
    one(
        &["+1 202 555 0120"],
        "Sinch knows no such number.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0121"],
        "The account has no credit.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0122"],
        "The number is on a block list.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0123"],
        "No carrier leads there, which Sinch finds out after it has taken the text.",
        &[Delivery("failed")],
    ),
    one(
        &["+1 202 555 0124"],
        "Sinch is asked again too soon.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0125"],
        "Sinch has no capacity left.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0126"],
        "Sinch fails (HTTP 500): nobody knows whether the text went out.",
        &[Delivery("unknown")],
    ),
    one(
        &["+1 202 555 0127"],
        "Sinch is away for a moment: the desk asks once more by itself.",
        &[Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0128"],
        "The text is sent, and Sinch never answers. The desk finds it by its name.",
        &[Delivery("unknown"), Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0129"],
        "Nothing is sent, and Sinch never answers.",
        &[Delivery("unknown")],
    ),
    one(
        &["+1 202 555 0130"],
        "The text is sent, and the answer is cut in half. The desk finds it by its name.",
        &[Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0131"],
        "The text is sent, and the answer can’t be read. The desk finds it by its name.",
        &[Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0132"],
        "As 0100 by text; by Sinch Verification it goes otherwise.",
        &[Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0133"],
        "As 0100 by text; by Sinch Verification it goes otherwise.",
        &[Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0134"],
        "Sinch answers after 8 seconds.",
        &[Delivery("delivered"), Verified],
    ),
    one(
        &["+1 202 555 0135"],
        "The answer points to another address, which is not followed.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0136"],
        "The text is sent, and the answer is 10 MB long. The desk finds it by its name.",
        &[Delivery("delivered"), Verified],
    ),
];

/// By Sinch Verification, where that differs.
pub(super) const BY_VERIFICATION: &[Lesson] = &[
    one(
        &["+1 202 555 0100"],
        "The text arrives after a second; Sinch does not say so.",
        &[Delivery("sent"), Verified],
    ),
    one(
        &["+1 202 555 0112"],
        "The carrier can’t deliver the text.",
        &[Delivery("failed")],
    ),
    one(
        &["+1 202 555 0113"],
        "A landline: texts don’t reach it.",
        &[Delivery("failed")],
    ),
    one(
        &["+1 202 555 0120"],
        "Sinch knows no such number.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0121"],
        "The account has no credit.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0122"],
        "The number is on a block list.",
        &[Refused],
    ),
    one(&["+1 202 555 0123"], "No carrier leads there.", &[Refused]),
    one(
        &["+1 202 555 0124"],
        "Sinch is asked again too soon.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0125"],
        "Sinch has no capacity left.",
        &[Refused],
    ),
    one(
        &["+1 202 555 0132"],
        "The right code is not accepted: Sinch answers that the check has failed.",
        &[Delivery("sent"), NotAccepted],
    ),
    one(
        &["+1 202 555 0133"],
        "The right code is not accepted: Sinch answers that the check is still open.",
        &[Delivery("sent"), NotAccepted],
    ),
];
