//! Which outcome a request meets: a fault that someone asked for, else its number's own.
//! How the outcome is acted out is not decided here.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::number::Number;
use crate::training::Outcome;

/// The kinds of request that can be made to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Verification: start.
    Start,
    /// Verification: report by id or by number.
    Report,
    /// Verification: status by id, number or reference.
    Status,
    /// SMS: send a batch.
    Send,
    /// SMS: read, list, change or cancel batches.
    Batch,
    /// SMS: delivery reports and delivery feedback.
    DeliveryReport,
    /// SMS: dry run.
    DryRun,
    /// OAuth2: fetch an access token.
    Token,
    /// Number Lookup.
    Lookup,
}

impl Operation {
    /// Whether a number's own outcome shows in this operation. A number misbehaves when something
    /// is sent to it; reading about it afterwards works, so that a client can find out.
    fn shows(self, outcome: Outcome) -> bool {
        match self {
            Self::Start | Self::Send => true,
            Self::Report => {
                matches!(outcome, Outcome::ReportFails | Outcome::ReportStaysPending)
            }
            Self::DryRun => matches!(outcome, Outcome::InvalidNumber),
            Self::Lookup => matches!(outcome, Outcome::InvalidNumber | Outcome::Landline),
            Self::Status | Self::Batch | Self::DeliveryReport | Self::Token => false,
        }
    }
}

/// A fault to switch on. In JSON: `{"next": "no_credit", "operation": "report"}` or
/// `{"to": "+12025550101", "outcome": "landline"}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Fault {
    /// The next request meets `next`, once, whatever its number.
    Next {
        /// What it meets.
        next: Outcome,
        /// Only a request of this kind; absent, the next request of any kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        operation: Option<Operation>,
    },
    /// A number meets `outcome` until the next reset. [`Outcome::Delivered`] makes a training
    /// number well.
    Number {
        /// The number, with or without `+`.
        to: String,
        /// What it meets.
        outcome: Outcome,
    },
}

/// A number in a fault that cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fault's `to` must be a phone number of 7 to 15 digits with its country code")]
pub struct InvalidFaultNumber;

struct NextFault {
    outcome: Outcome,
    operation: Option<Operation>,
}

#[derive(Default)]
pub(crate) struct Faults {
    next: Vec<NextFault>,
    numbers: HashMap<Number, Outcome>,
    recovered: HashSet<Number>,
}

impl Faults {
    pub(crate) fn set(&mut self, fault: Fault) -> Result<(), InvalidFaultNumber> {
        match fault {
            Fault::Next { next, operation } => self.next.push(NextFault {
                outcome: next,
                operation,
            }),
            Fault::Number { to, outcome } => {
                let number = Number::from_loose(&to).ok_or(InvalidFaultNumber)?;
                self.recovered.remove(&number);
                self.numbers.insert(number, outcome);
            }
        }
        Ok(())
    }

    /// One outcome for each number (one in all if there is none). Uses up what lasts once.
    pub(crate) fn meet(&mut self, operation: Operation, numbers: &[Number]) -> Vec<Outcome> {
        if let Some(outcome) = self.take_next(operation) {
            return vec![outcome; numbers.len().max(1)];
        }
        if numbers.is_empty() {
            return vec![Outcome::Delivered];
        }
        numbers
            .iter()
            .map(|number| self.meet_number(operation, number))
            .collect()
    }

    /// A number's outcome without using anything up.
    pub(crate) fn outcome_of(&self, number: &Number) -> Outcome {
        self.numbers
            .get(number)
            .copied()
            .unwrap_or_else(|| Outcome::of(number))
    }

    fn take_next(&mut self, operation: Operation) -> Option<Outcome> {
        let place = self
            .next
            .iter()
            .position(|fault| fault.operation.is_none_or(|only| only == operation))?;
        Some(self.next.remove(place).outcome)
    }

    fn meet_number(&mut self, operation: Operation, number: &Number) -> Outcome {
        let outcome = self.outcome_of(number);
        if !operation.shows(outcome) {
            return Outcome::Delivered;
        }
        let unavailable_again =
            outcome == Outcome::UnavailableOnce && !self.recovered.insert(number.clone());
        if unavailable_again {
            return Outcome::Delivered;
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::from_e164(text).unwrap()
    }

    #[test]
    fn a_next_fault_is_met_once_and_only_by_its_operation() {
        let mut faults = Faults::default();
        faults
            .set(Fault::Next {
                next: Outcome::NoCredit,
                operation: Some(Operation::Report),
            })
            .unwrap();
        assert_eq!(faults.meet(Operation::Status, &[]), [Outcome::Delivered]);
        assert_eq!(faults.meet(Operation::Report, &[]), [Outcome::NoCredit]);
        assert_eq!(faults.meet(Operation::Report, &[]), [Outcome::Delivered]);
    }

    #[test]
    fn unavailable_once_recovers_for_that_number_alone() {
        let mut faults = Faults::default();
        let numbers = [number("+12025550127")];
        assert_eq!(
            faults.meet(Operation::Start, &numbers),
            [Outcome::UnavailableOnce]
        );
        assert_eq!(
            faults.meet(Operation::Start, &numbers),
            [Outcome::Delivered]
        );
    }

    #[test]
    fn a_fault_for_a_number_outranks_the_table() {
        let mut faults = Faults::default();
        faults
            .set(Fault::Number {
                to: "12025550121".to_owned(),
                outcome: Outcome::Delivered,
            })
            .unwrap();
        assert_eq!(
            faults.meet(Operation::Send, &[number("+12025550121")]),
            [Outcome::Delivered]
        );
    }

    #[test]
    fn a_fault_is_read_from_either_json_form() {
        let next: Fault = serde_json::from_str(r#"{"next": "unavailable_once"}"#).unwrap();
        let expected = Fault::Next {
            next: Outcome::UnavailableOnce,
            operation: None,
        };
        assert!(next == expected);
        assert!(serde_json::from_str::<Fault>(r#"{"next": "made_up"}"#).is_err());
        assert!(serde_json::from_str::<Fault>(r#"{"to": "+12025550101"}"#).is_err());
    }
}
