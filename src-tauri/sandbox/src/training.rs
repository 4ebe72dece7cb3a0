//! The table of training numbers: what happens when a client sends something to each of them.
//! It knows neither product's wire format; the products turn a refusal or a delivery into theirs.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::number::Number;

/// What happens to a request, chosen by the last two digits of a training number
/// `+1 202 555 01NN`. Sweden's reserved `+46 70 174 06 05` to `99`, and any number that is not a
/// training number, are [`Outcome::Delivered`]: staff will try their own, and nothing leaves the
/// machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 00 to 09: arrives after one second.
    Delivered,
    /// 10: arrives after 40 seconds.
    DeliveredLate,
    /// 11: accepted and never delivered; an SMS stays `Dispatched` until it expires.
    NeverDelivered,
    /// 12: the carrier fails. SMS: `Failed`, code 107. Verification: status ERROR, "SMS delivery
    /// failure" or, for calls, "Network error or number unreachable".
    CarrierFailure,
    /// 13: a landline. Calls work; texts do not. SMS: `Aborted`, code 402. Verification by text:
    /// status ERROR, "Network error or number unreachable".
    Landline,
    /// 20: refused as no number. Verification 400/40001; SMS 400 `syntax_invalid_parameter_format`.
    InvalidNumber,
    /// 21: the account is empty. Verification 402/40200; SMS 403 `blocked_account`.
    NoCredit,
    /// 22: the number is on a list of blocked ones. Verification 403/40300; SMS 403
    /// `illegal_number_type`, the nearest definite refusal that the SMS API has.
    Blacklisted,
    /// 23: no way there. Verification 422/42201; SMS accepts and then reports `Aborted`, code 402,
    /// because it finds routes only after it has answered.
    NoRoute,
    /// 24: asked again too soon. Verification 429/42901; SMS 429.
    TooSoon,
    /// 25: too much asked at once. Verification 429/42900; SMS 429.
    CapacityExceeded,
    /// 26: 500.
    InternalError,
    /// 27: 503 on the first send to that number since the last reset, then as 00.
    UnavailableOnce,
    /// 28: does its work and never answers.
    SentButNeverAnswers,
    /// 29: does nothing and never answers.
    NeverAnswers,
    /// 30: does its work, sends half of the answer and cuts the connection.
    CutMidAnswer,
    /// 31: does its work and answers success with a body that is no JSON.
    MalformedJson,
    /// 32: as 00, but a Verification report answers 200 with status FAIL, whatever the code.
    ReportFails,
    /// 33: as 00, but a Verification report answers 200 with status PENDING, whatever the code.
    ReportStaysPending,
    /// 34: does its work and answers after 8 real seconds.
    SlowAnswer,
    /// 35: does nothing and redirects to another origin with 307. A client must not follow.
    Redirects,
    /// 36: does its work and answers with a valid body of 10 MB.
    HugeAnswer,
}

/// A definite refusal, before any work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    InvalidNumber,
    NoCredit,
    Blacklisted,
    NoRoute,
    TooSoon,
    CapacityExceeded,
    InternalError,
    Unavailable,
}

/// What becomes of a message that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    After(Duration),
    Never,
    CarrierFailure,
    CallsOnly,
    Unroutable,
}

/// How the answer travels back to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Plain,
    Withheld,
    WithheldAndIdle,
    Cut,
    Malformed,
    Slow,
    Redirect,
    Huge,
}

/// How long delivery takes unless a number says otherwise.
pub(crate) const USUAL_DELIVERY: Duration = Duration::from_secs(1);
const LATE_DELIVERY: Duration = Duration::from_secs(40);

impl Outcome {
    /// The outcome of a number by the table alone, before any fault that a trainer set.
    pub(crate) fn of(number: &Number) -> Self {
        let Some(last_two) = number.digits().strip_prefix("120255501") else {
            return Self::Delivered;
        };
        match last_two {
            "10" => Self::DeliveredLate,
            "11" => Self::NeverDelivered,
            "12" => Self::CarrierFailure,
            "13" => Self::Landline,
            "20" => Self::InvalidNumber,
            "21" => Self::NoCredit,
            "22" => Self::Blacklisted,
            "23" => Self::NoRoute,
            "24" => Self::TooSoon,
            "25" => Self::CapacityExceeded,
            "26" => Self::InternalError,
            "27" => Self::UnavailableOnce,
            "28" => Self::SentButNeverAnswers,
            "29" => Self::NeverAnswers,
            "30" => Self::CutMidAnswer,
            "31" => Self::MalformedJson,
            "32" => Self::ReportFails,
            "33" => Self::ReportStaysPending,
            "34" => Self::SlowAnswer,
            "35" => Self::Redirects,
            "36" => Self::HugeAnswer,
            _ => Self::Delivered,
        }
    }

    pub(crate) fn refusal(self) -> Option<Refusal> {
        match self {
            Self::InvalidNumber => Some(Refusal::InvalidNumber),
            Self::NoCredit => Some(Refusal::NoCredit),
            Self::Blacklisted => Some(Refusal::Blacklisted),
            Self::NoRoute => Some(Refusal::NoRoute),
            Self::TooSoon => Some(Refusal::TooSoon),
            Self::CapacityExceeded => Some(Refusal::CapacityExceeded),
            Self::InternalError => Some(Refusal::InternalError),
            Self::UnavailableOnce => Some(Refusal::Unavailable),
            Self::Delivered
            | Self::DeliveredLate
            | Self::NeverDelivered
            | Self::CarrierFailure
            | Self::Landline
            | Self::SentButNeverAnswers
            | Self::NeverAnswers
            | Self::CutMidAnswer
            | Self::MalformedJson
            | Self::ReportFails
            | Self::ReportStaysPending
            | Self::SlowAnswer
            | Self::Redirects
            | Self::HugeAnswer => None,
        }
    }

    pub(crate) fn delivery(self) -> Delivery {
        match self {
            Self::DeliveredLate => Delivery::After(LATE_DELIVERY),
            Self::NeverDelivered => Delivery::Never,
            Self::CarrierFailure => Delivery::CarrierFailure,
            Self::Landline => Delivery::CallsOnly,
            Self::NoRoute => Delivery::Unroutable,
            Self::Delivered
            | Self::InvalidNumber
            | Self::NoCredit
            | Self::Blacklisted
            | Self::TooSoon
            | Self::CapacityExceeded
            | Self::InternalError
            | Self::UnavailableOnce
            | Self::SentButNeverAnswers
            | Self::NeverAnswers
            | Self::CutMidAnswer
            | Self::MalformedJson
            | Self::ReportFails
            | Self::ReportStaysPending
            | Self::SlowAnswer
            | Self::Redirects
            | Self::HugeAnswer => Delivery::After(USUAL_DELIVERY),
        }
    }

    pub(crate) fn manner(self) -> Manner {
        match self {
            Self::SentButNeverAnswers => Manner::Withheld,
            Self::NeverAnswers => Manner::WithheldAndIdle,
            Self::CutMidAnswer => Manner::Cut,
            Self::MalformedJson => Manner::Malformed,
            Self::SlowAnswer => Manner::Slow,
            Self::Redirects => Manner::Redirect,
            Self::HugeAnswer => Manner::Huge,
            Self::Delivered
            | Self::DeliveredLate
            | Self::NeverDelivered
            | Self::CarrierFailure
            | Self::Landline
            | Self::InvalidNumber
            | Self::NoCredit
            | Self::Blacklisted
            | Self::NoRoute
            | Self::TooSoon
            | Self::CapacityExceeded
            | Self::InternalError
            | Self::UnavailableOnce
            | Self::ReportFails
            | Self::ReportStaysPending => Manner::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(number: &str) -> Outcome {
        Outcome::of(&Number::from_e164(number).unwrap())
    }

    #[test]
    fn the_last_two_digits_of_a_training_number_choose() {
        assert_eq!(outcome("+12025550100"), Outcome::Delivered);
        assert_eq!(outcome("+12025550109"), Outcome::Delivered);
        assert_eq!(outcome("+12025550113"), Outcome::Landline);
        assert_eq!(outcome("+12025550136"), Outcome::HugeAnswer);
    }

    #[test]
    fn swedens_reserved_numbers_are_delivered() {
        for last_two in 5..=99 {
            let number = format!("+467017406{last_two:02}");
            assert_eq!(outcome(&number), Outcome::Delivered);
        }
    }

    #[test]
    fn a_reserved_number_that_the_table_leaves_out_is_delivered() {
        assert_eq!(outcome("+12025550199"), Outcome::Delivered);
    }
}
