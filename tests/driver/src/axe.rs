//! Looks for barriers in the page with axe-core, one of the development tools in package.json.
//! It reports what axe-core finds and judges nothing itself.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use tokio::fs;

use crate::error::Error;
use crate::window::Window;

/// One rule that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// axe-core's name of the rule, such as `color-contrast`.
    #[serde(rename = "id")]
    pub rule: String,
    /// minor, moderate, serious or critical; axe-core leaves it open for some rules.
    pub impact: Option<String>,
    /// What the rule asks for.
    pub help: String,
    /// The elements that break it.
    pub nodes: Vec<Node>,
}

/// One element that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Node {
    /// The element's tag as written.
    pub html: String,
    /// What to mend, in axe-core's words.
    #[serde(rename = "failureSummary", default)]
    pub summary: String,
}

/// Where `cargo xtask setup` puts axe-core.
#[must_use]
pub fn installed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules/axe-core/axe.min.js")
}

/// Runs every rule of axe-core that is on by default, and WCAG 2.2's target size, on the page as it shows.
///
/// # Errors
/// [`Error::File`] when axe-core is not installed; [`Error::Command`] or [`Error::TimedOut`] when the page does
/// not run it.
pub async fn violations(window: &Window) -> Result<Vec<Violation>, Error> {
    load(window).await?;
    let answer = window
        .execute_async(
            "const done = arguments[arguments.length - 1];
             axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
               .then(({ violations }) => done({ violations }), (error) => done({ fault: String(error) }));",
            vec![],
        )
        .await?;
    read(answer)
}

/// Puts axe-core into the page unless it is there: half a megabyte takes its time.
async fn load(window: &Window) -> Result<(), Error> {
    let loaded = window
        .execute("return typeof axe === 'object'", vec![])
        .await?;
    if loaded == Value::Bool(true) {
        return Ok(());
    }
    let path = installed();
    let script = fs::read_to_string(&path)
        .await
        .map_err(Error::file(&path))?;
    window.execute(&script, vec![]).await?;
    Ok(())
}

fn read(answer: Value) -> Result<Vec<Violation>, Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Answer {
        Violations(Vec<Violation>),
        Fault(String),
    }
    match serde_json::from_value(answer)? {
        Answer::Violations(violations) => Ok(violations),
        Answer::Fault(answer) => Err(Error::Answer {
            program: "axe-core",
            answer,
        }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_violation_names_its_rule_impact_and_elements() {
        let answer = json!({ "violations": [{
            "id": "label", "impact": "critical", "help": "Form elements must have labels", "tags": [],
            "nodes": [{ "html": "<input>", "failureSummary": "Fix it", "target": ["input"] }],
        }]});
        let found = read(answer).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rule, "label");
        assert_eq!(found[0].impact.as_deref(), Some("critical"));
        assert_eq!(found[0].nodes[0].html, "<input>");
    }

    #[test]
    fn a_fault_of_axe_is_not_a_page_without_barriers() {
        let error = read(json!({ "fault": "TypeError" })).unwrap_err();
        assert!(matches!(
            error,
            Error::Answer {
                program: "axe-core",
                ..
            }
        ));
    }
}
