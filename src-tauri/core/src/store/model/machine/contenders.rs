//! The stores that are held to the model, and what is said of one that answers otherwise.
//! What they are asked is the machine's business.

use std::fmt::Debug;
use std::sync::Arc;

use thiserror::Error;

use crate::store::{Store, StoreFault};
use crate::time::Timestamp;

/// A server's clock, which tests can set.
pub trait Timepiece: Send + Sync {
    /// It is `now`, until it is told otherwise.
    fn set(&self, now: Timestamp);
}

/// A store that is held to the model.
pub struct Contender {
    /// What it is called where it answers otherwise.
    pub name: &'static str,
    /// The store, in which nothing was done yet.
    pub store: Arc<dyn Store>,
    /// The clock of the store's own, set to the time that the store must have; nothing where it reads
    /// the clock of the desk's computer.
    pub clock: Option<Box<dyn Timepiece>>,
}

/// A store answered otherwise than the model. Says all of the test's data, which is nobody's.
#[derive(Debug, Error)]
#[error("step {step}, {event}: {contender} answers {answered}, but the model {expected}")]
pub struct Difference {
    /// The step of the day, counted from 1; one past the last is the look at the end of the day.
    pub step: usize,
    event: String,
    contender: &'static str,
    answered: String,
    expected: String,
}

/// A difference, before anybody said where it came up.
pub(super) struct Disagreement {
    contender: &'static str,
    answered: String,
    expected: String,
}

impl Disagreement {
    pub(super) fn at(self, step: usize, event: String) -> Difference {
        Difference {
            step,
            event,
            contender: self.contender,
            answered: self.answered,
            expected: self.expected,
        }
    }
}

/// All that play at once.
pub(super) struct Contenders(Vec<Contender>);

impl Contenders {
    pub(super) fn new(contenders: Vec<Contender>) -> Self {
        Self(contenders)
    }

    /// Asks each of them, and answers what all of them answer.
    pub(super) async fn ask<A: Debug + PartialEq>(
        &self,
        expected: A,
        question: impl AsyncFn(&dyn Store) -> Result<A, StoreFault>,
    ) -> Result<A, Disagreement> {
        for Contender { name, store, .. } in &self.0 {
            let answered = question(store.as_ref()).await;
            if answered.as_ref().is_ok_and(|answer| *answer == expected) {
                continue;
            }
            return Err(Disagreement {
                contender: name,
                answered: match answered {
                    Ok(answer) => format!("{answer:?}"),
                    Err(fault) => format!("with a fault, {fault:?}"),
                },
                expected: format!("{expected:?}"),
            });
        }
        Ok(expected)
    }

    /// Sets the clocks that are not the desk's computer's.
    pub(super) fn set_clocks(&self, now: Timestamp) {
        let clocks = self.0.iter().filter_map(|one| one.clock.as_ref());
        clocks.for_each(|clock| clock.set(now));
    }
}
