//! Many customers at once, and a site at which texts fail.

use crate::stage::Stage;
use crate::state::{Frame, Purpose, State, Tour};
use crate::step::Step::{Fill, Send, SentTo, Shows};

/// More customers than are looked over at a glance.
pub(super) const MANY: Tour = Tour {
    name: "many customers",
    stage: Stage::Training,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "request-many-waiting",
            "So many customers wait that they can be searched",
            Frame::Request,
            &[
                SentTo(&[
                    ("+1 202 555 0112", "ROOM 101"),
                    ("+1 202 555 0111", "Ms Okafor"),
                    ("+1 202 555 0101", "BOOKING 48213"),
                    ("+1 202 555 0102", "BOOKING 48214"),
                    ("+1 202 555 0103", "Mr Lindqvist"),
                    ("+1 202 555 0104", "ROOM 214"),
                    ("+1 202 555 0105", "Parcel 00370712345678901234"),
                    ("+1 202 555 0106", "ROOM 216"),
                    ("+1 202 555 0107", "ROOM 217"),
                    ("+1 202 555 0108", "ROOM 218"),
                    ("070-174 06 05", "ROOM 219"),
                ]),
                Shows("#waiting-filter"),
            ],
        ),
        State::new(
            "request-search",
            "One customer was searched for",
            Frame::Request,
            &[
                Fill("#waiting-filter", "okaf"),
                Shows("#waiting-list li:only-child"),
            ],
        ),
        State::new(
            "request-search-none",
            "Nobody was found",
            Frame::Request,
            &[
                Fill("#waiting-filter", "zebra"),
                Shows("#waiting-none:not([hidden])"),
            ],
        ),
    ],
};

/// What is told above the desk while texts fail.
pub(super) const FAILING: Tour = Tour {
    name: "texts that fail",
    stage: Stage::FailingTexts,
    purpose: Purpose::Whole,
    states: &[
        State::new(
            "request-texts-fail",
            "Texts fail at the whole site",
            Frame::Loose("the warning stands above the page"),
            &[
                SentTo(&[
                    ("+1 202 555 0100", "ROOM 101"),
                    ("+1 202 555 0101", "ROOM 102"),
                    ("+1 202 555 0102", "ROOM 103"),
                    ("+1 202 555 0103", "ROOM 104"),
                    ("+1 202 555 0104", "ROOM 105"),
                ]),
                Shows("#site-delivery:not([hidden])"),
            ],
        ),
        State::new(
            "code-texts-fail",
            "The same, in step 2",
            Frame::Loose("the warning stands above the page"),
            &[
                Send("+1 202 555 0105"),
                Shows("#delivery[data-state=delivered]"),
            ],
        ),
    ],
};
