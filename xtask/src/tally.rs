//! Counts tests by what the test programs of a `cargo test` print (libtest's own lines).
//! A program that breaks off counts as one failure, since it can't say how many tests it did not come to.

/// What was counted so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed, and test programs that broke off.
    pub(crate) failed: u64,
    /// Tests that are marked to be left out, and checks that can't be made here.
    pub(crate) ignored: u64,
    /// Whether a test program has begun and has not given its result.
    open: bool,
}

impl Tally {
    /// One check that is not a test program, counted as one test.
    pub(crate) fn of_check(passed: bool) -> Self {
        Self {
            passed: u64::from(passed),
            failed: u64::from(!passed),
            ..Self::default()
        }
    }

    /// One check that this computer can't make.
    pub(crate) fn of_skipped() -> Self {
        Self {
            ignored: 1,
            ..Self::default()
        }
    }

    /// Takes in one line of output.
    pub(crate) fn read(&mut self, line: &str) {
        if is_beginning(line) {
            self.break_off();
            self.open = true;
            return;
        }
        if let Some(result) = line.strip_prefix("test result: ") {
            self.open = false;
            self.passed += count(result, "passed");
            self.failed += count(result, "failed");
            self.ignored += count(result, "ignored");
        }
    }

    /// The count at the end, given whether the command succeeded: a failure that no test program told of, such
    /// as code that does not compile, is one too.
    pub(crate) fn end(mut self, succeeded: bool) -> Self {
        self.break_off();
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// Both counts together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            ignored: self.ignored + other.ignored,
            open: false,
        }
    }

    fn break_off(&mut self) {
        self.failed += u64::from(self.open);
        self.open = false;
    }
}

/// `running 3 tests`, `running 1 test`.
fn is_beginning(line: &str) -> bool {
    let mut words = line.split(' ');
    words.next() == Some("running")
        && words
            .next()
            .is_some_and(|number| number.parse::<u64>().is_ok())
        && words
            .next()
            .is_some_and(|noun| matches!(noun, "test" | "tests"))
        && words.next().is_none()
}

/// The number before `word` in `ok. 3 passed; 0 failed; 1 ignored; …`.
fn count(result: &str, word: &str) -> u64 {
    result
        .split([';', '.'])
        .filter_map(|part| part.trim().split_once(' '))
        .filter(|(_, of)| *of == word)
        .filter_map(|(number, _)| number.parse::<u64>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(output: &str, succeeded: bool) -> (u64, u64, u64) {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        let end = tally.end(succeeded);
        (end.passed, end.failed, end.ignored)
    }

    #[test]
    fn results_of_several_programs_add_up() {
        let output = "
running 3 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.24s

running 40 tests
test result: ok. 40 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 10.20s";
        assert_eq!(counted(output, true), (42, 0, 1));
    }

    #[test]
    fn failed_tests_count_each_once() {
        let output = "
running 3 tests
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(counted(output, false), (1, 2, 0));
    }

    #[test]
    fn code_that_does_not_compile_is_one_failure() {
        assert_eq!(counted("", false), (0, 1, 0));
    }

    #[test]
    fn a_program_that_breaks_off_is_one_failure_beside_the_others() {
        let output = "
running 3 tests
test a ... ok

running 2 tests
test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s

running 1 test";
        assert_eq!(counted(output, false), (1, 3, 0));
    }

    #[test]
    fn a_failure_after_passed_tests_that_nobody_told_of_is_one() {
        let output = "
running 1 test
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(counted(output, false), (1, 1, 0));
    }

    #[test]
    fn what_a_test_is_named_or_prints_counts_for_nothing() {
        let output = "
running 1 test
test running 4 tests ... ok
running late
the test result: ok. 9 passed; 9 failed
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(counted(output, true), (1, 0, 0));
    }
}
