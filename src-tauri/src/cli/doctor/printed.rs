//! The tests as people read them: a line for each stage when it has ended, and what to do beneath it.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use countersign_core::doctor::{Diagnosis, Fact, FactValue, Finding, State, Subject, Verdict};

/// Prints stages beneath the name of their subject.
#[derive(Default)]
pub(super) struct Printer {
    subject: Mutex<Option<Subject>>,
}

impl Printer {
    /// Prints a stage that has ended; nothing of one that runs.
    pub(super) fn print(&self, finding: &Finding) {
        let Some(lines) = lines(finding) else {
            return;
        };
        let mut subject = self.subject.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = subject.replace(finding.subject) != Some(finding.subject);
        let head = match is_new {
            true => format!("{}\n", finding.subject.title()),
            false => String::new(),
        };
        // Nobody reads along any more: the exit code still tells.
        let _ = io::stdout().write_all(format!("{head}{lines}").as_bytes());
    }
}

fn lines(finding: &Finding) -> Option<String> {
    let mark = match finding.state {
        State::Running => return None,
        State::Passed => "ok",
        State::Warned(_) => "look",
        State::Failed(_) => "FAILED",
        State::Skipped(_) => "-",
    };
    let told = match finding.state {
        State::Skipped(because) => format!("{:>11}{}", "", because.title()),
        State::Running | State::Passed | State::Warned(_) | State::Failed(_) => {
            format!(
                "{:>6} ms  {}",
                finding.took.as_millis(),
                facts(&finding.facts)
            )
        }
    };
    let line = format!("  {mark:<7} {:<26} {told}", finding.stage.title());
    let mut lines = format!("{}\n", line.trim_end());
    if let Some(remedy) = finding.remedy() {
        // Writing to a string can't fail.
        let _ = writeln!(lines, "          -> {}", remedy.sentence());
    }
    Some(lines)
}

fn facts(facts: &[Fact]) -> String {
    let told = facts.iter().map(|fact| {
        let value = match fact.value() {
            FactValue::Text(text) => text,
            FactValue::Number(number) => number.to_string(),
            FactValue::List(names) => names.join(" "),
        };
        format!("{}: {value}", fact.name())
    });
    told.collect::<Vec<_>>().join(", ")
}

/// What it all comes to.
pub(super) fn conclude(diagnosis: Diagnosis, output: &mut impl Write) -> io::Result<()> {
    let verdict = match diagnosis.verdict {
        Verdict::Well => "All is well.",
        Verdict::Warned => "The desk can work.",
        Verdict::Failed => "The desk can't work.",
    };
    match diagnosis.remedy {
        Some(remedy) => writeln!(output, "\n{verdict} {}", remedy.sentence()),
        None => writeln!(output, "\n{verdict}"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use countersign_core::doctor::{Remedy, Stage};

    use super::*;

    #[test]
    fn a_failed_stage_is_followed_by_what_to_do() {
        let finding = Finding {
            subject: Subject::Store,
            stage: Stage::Connection,
            state: State::Failed(Remedy::StartRedis),
            took: Duration::from_millis(12),
            facts: vec![Fact::Code("store.no-answer")],
        };
        let printed = lines(&finding).expect("it has ended");
        assert_eq!(
            printed,
            "  FAILED  connection is made             12 ms  code: store.no-answer\n          \
             -> Start Redis at the named address, or let this computer reach it.\n"
        );
    }
}
