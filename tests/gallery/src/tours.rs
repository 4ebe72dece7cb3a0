//! The table of states. Whoever adds a state to the screen adds its line here, and every picture and test of the
//! gallery has it.

mod admin;
mod closed;
mod customer;
mod job;
mod many;
mod numbers;
mod proof;
mod shared;

use crate::state::Tour;

/// All there are.
pub const TOURS: &[Tour] = &[
    job::FORM,
    job::CODE,
    job::ENDS,
    numbers::NUMBERS,
    proof::PROOF,
    many::MANY,
    many::FAILING,
    customer::CUSTOMER,
    shared::SHARED,
    closed::DAMAGED,
    closed::KEYRING,
    admin::PAGES,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_states_have_one_name() {
        let mut names = BTreeSet::new();
        for state in TOURS.iter().flat_map(|tour| tour.states) {
            assert!(names.insert(state.name), "{}", state.name);
        }
    }

    #[test]
    fn a_name_can_be_that_of_a_file_on_every_system() {
        let may_stand = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        for state in TOURS.iter().flat_map(|tour| tour.states) {
            assert!(state.name.chars().all(may_stand), "{}", state.name);
        }
    }
}
