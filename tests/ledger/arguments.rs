//! What the program is told: how far to play, and from which seed. All that libtest's programs understand
//! beside is passed over, since `cargo test` gives every program the same.

use std::num::ParseIntError;

use thiserror::Error;

/// How many steps a run has that nobody asked for more of.
const STEPS: u64 = 10_000;

/// A number that isn't one.
#[derive(Debug, Error)]
#[error("{name} needs a number, not {given:?}")]
pub(crate) struct NotANumber {
    name: &'static str,
    given: String,
    source: ParseIntError,
}

/// How far to play, and from where.
pub(crate) struct Arguments {
    /// At the least so many steps, to the end of a day.
    pub(crate) steps: u64,
    /// What the first day is drawn from.
    pub(crate) seed: u64,
}

impl Arguments {
    /// Reads what the program was started with.
    pub(crate) fn read(given: impl Iterator<Item = String>) -> Result<Self, NotANumber> {
        let given: Vec<_> = given.collect();
        Ok(Self {
            steps: number("--steps", &given)?.unwrap_or(STEPS),
            seed: number("--seed", &given)?.unwrap_or_else(|| rand::random::<u32>().into()),
        })
    }
}

/// The number that follows `name`.
fn number(name: &'static str, given: &[String]) -> Result<Option<u64>, NotANumber> {
    let Some(place) = given.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    let text = given.get(place + 1).cloned().unwrap_or_default();
    match text.parse() {
        Ok(number) => Ok(Some(number)),
        Err(source) => Err(NotANumber {
            name,
            given: text,
            source,
        }),
    }
}
