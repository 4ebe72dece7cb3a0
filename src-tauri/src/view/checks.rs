//! The staged tests as they run, and what they come to. Plain data: the words are the front end's, by
//! the names.

use std::collections::BTreeMap;

use countersign_core::doctor::{Diagnosis, FactValue, Finding, State, Verdict};
use serde::{Deserialize, Serialize};

use super::milliseconds;

/// What is to be tested.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ChecksOf {
    /// Sinch, with settings and keyring.
    Sinch,
    /// The store, with the keyring.
    Store,
    /// All of it.
    All,
}

/// How one stage stands. It is told when it begins, when there is news of it, and when it has ended.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// What is looked at.
    #[cfg_attr(
        test,
        ts(type = "\"settings\" | \"keyring\" | \"sinchVerification\" | \"sinchSms\" | \"store\"")
    )]
    pub subject: &'static str,
    /// Which stage it is.
    #[cfg_attr(
        test,
        ts(
            type = "\"settings\" | \"secrets\" | \"files\" | \"name\" | \"connection\" | \"encryption\" | \"clock\" | \"authentication\" | \"permission\" | \"durability\" | \"step\" | \"dryRun\" | \"text\" | \"delivery\""
        )
    )]
    pub stage: &'static str,
    /// How it stands.
    #[cfg_attr(
        test,
        ts(type = "\"running\" | \"passed\" | \"warned\" | \"failed\" | \"skipped\"")
    )]
    pub state: &'static str,
    /// How many milliseconds it took; nothing as long as it runs, and where it was passed over.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub took_ms: Option<u64>,
    /// The one thing to do, by its code: `choose-region` and the like.
    pub remedy: Option<&'static str>,
    /// What was seen, by stable names. `skipped` says why it was passed over.
    #[cfg_attr(
        test,
        ts(type = "{ [key in string]: string | number | Array<string> }")
    )]
    pub facts: BTreeMap<&'static str, FactValue>,
}

/// What the tests come to.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Checks {
    /// The worst of what was found, or that they were stopped before the end.
    #[cfg_attr(test, ts(type = "\"well\" | \"warned\" | \"failed\" | \"stopped\""))]
    pub verdict: &'static str,
}

impl Checks {
    /// They were stopped before the end.
    pub(crate) const STOPPED: Self = Self { verdict: "stopped" };
}

impl From<Diagnosis> for Checks {
    fn from(diagnosis: Diagnosis) -> Self {
        Self {
            verdict: Verdict::name(diagnosis.verdict),
        }
    }
}

impl From<&Finding> for CheckView {
    fn from(finding: &Finding) -> Self {
        let took = match finding.state {
            State::Running | State::Skipped(_) => None,
            State::Passed | State::Warned(_) | State::Failed(_) => Some(finding.took),
        };
        let facts = finding.facts.iter();
        let mut facts: BTreeMap<_, _> = facts.map(|fact| (fact.name(), fact.value())).collect();
        if let State::Skipped(because) = finding.state {
            let because = FactValue::Text(because.name().to_owned());
            facts.insert("skipped", because);
        }
        Self {
            subject: finding.subject.name(),
            stage: finding.stage.name(),
            state: finding.state.name(),
            took_ms: took.map(milliseconds),
            remedy: finding.remedy().map(|remedy| remedy.code()),
            facts,
        }
    }
}

#[cfg(test)]
mod tests {
    use countersign_core::doctor::{Stage, Subject};
    use ts_rs::{Config, TS};

    use super::*;

    #[test]
    fn the_front_end_is_told_all_subjects_and_stages_there_are() {
        let union = |names: Vec<&str>| {
            let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
            quoted.join(" | ")
        };
        let subjects = Subject::ALL.iter().map(|subject| subject.name());
        let stages = Stage::ALL.iter().map(|stage| stage.name());
        let declared = CheckView::decl(&Config::default());
        for expected in [
            format!("subject: {},", union(subjects.collect())),
            format!("stage: {},", union(stages.collect())),
        ] {
            assert!(declared.contains(&expected), "{expected}\n{declared}");
        }
    }
}
