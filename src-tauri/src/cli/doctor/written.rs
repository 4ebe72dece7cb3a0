//! The tests as one document of JSON. Its form is stable: what is there stays, and means the same;
//! `version` counts on where that can't be kept.

use std::io::{self, Write};

use countersign_core::doctor::{Diagnosis, Finding, Remedy, State};
use serde::Serialize;

use crate::view::CheckView;

/// The form of this document.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document {
    version: u32,
    program: &'static str,
    verdict: &'static str,
    remedy: Option<Advice>,
    findings: Vec<CheckView>,
}

#[derive(Serialize)]
struct Advice {
    code: &'static str,
    sentence: &'static str,
}

impl Document {
    /// Every stage once, as it ended.
    pub(super) fn of(diagnosis: Diagnosis, findings: &[Finding]) -> Self {
        let ended = findings.iter().filter(|finding| match finding.state {
            State::Running => false,
            State::Passed | State::Warned(_) | State::Failed(_) | State::Skipped(_) => true,
        });
        Self {
            version: VERSION,
            program: env!("CARGO_PKG_VERSION"),
            verdict: diagnosis.verdict.name(),
            remedy: diagnosis.remedy.map(Into::into),
            findings: ended.map(Into::into).collect(),
        }
    }

    pub(super) fn write(&self, output: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *output, self)?;
        writeln!(output)
    }
}

impl From<Remedy> for Advice {
    fn from(remedy: Remedy) -> Self {
        Self {
            code: remedy.code(),
            sentence: remedy.sentence(),
        }
    }
}
