//! What failed tests said, kept out of all that a `cargo test` prints (libtest's own lines), to be said again at the end.
//! It counts nothing; that is `tally`.

/// The lines of every failed test so far.
#[derive(Debug, Default)]
pub(crate) struct LastWords {
    lines: Vec<String>,
    /// Whether a failed test's lines are being read.
    open: bool,
}

impl LastWords {
    /// Takes in one line of output.
    pub(crate) fn read(&mut self, line: &str) {
        if is_heading(line) {
            self.open = true;
        }
        // After the last test's lines come all their names.
        if line == "failures:" {
            self.open = false;
        }
        if self.open {
            self.lines.push(line.to_owned());
        }
    }

    /// What they said, each under its name.
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }
}

/// `---- job::a_code_is_checked stdout ----`
fn is_heading(line: &str) -> bool {
    line.starts_with("---- ") && line.ends_with(" stdout ----")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_tests_said_is_kept_and_nothing_else() {
        let output = "
running 3 tests
test a ... ok
test b ... FAILED
test c ... FAILED

failures:

---- b stdout ----
Error: NotShown
---- c stdout ----
thread 'c' panicked at tests/c.rs:1:1:
assertion failed

failures:
    b
    c

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        let mut words = LastWords::default();
        output.lines().for_each(|line| words.read(line));
        assert_eq!(
            words.lines(),
            [
                "---- b stdout ----",
                "Error: NotShown",
                "---- c stdout ----",
                "thread 'c' panicked at tests/c.rs:1:1:",
                "assertion failed",
                "",
            ]
        );
    }

    #[test]
    fn where_nothing_failed_nothing_was_said() {
        let mut words = LastWords::default();
        [
            "running 1 test",
            "test a ... ok",
            "test result: ok. 1 passed",
        ]
        .into_iter()
        .for_each(|line| words.read(line));
        assert!(words.lines().is_empty());
    }
}
