//! `countersign policy`: for IT, who want to see on a desk whether their file arrived and what it does.
//! Opens no window, changes nothing, and shows no secret: none is in the settings.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use countersign_core::settings::{
    Effective, InForce, Managed, Origin, Pointer, Settings, SettingsError,
};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use serde_json::{Value, json};

use crate::machine_policy::{self, Loose, PolicyFault, PolicyState};
use crate::settings_file::{self, SettingsFault};

/// The policy's file can't be used: a desk that is started now does not open.
const BAD_POLICY: u8 = 1;
/// The policy is well, but this desk's own settings can't be used.
const BAD_SETTINGS: u8 = 2;

/// What may be said after `policy`.
#[derive(Args, Clone, Debug)]
pub(super) struct Arguments {
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Look at this file, before it is rolled out, as if it were the machine's policy.
    file: Option<PathBuf>,
}

/// Prints how the policy stands and every setting in force with its origin. Ends with 0 where all is well,
/// with 1 where the policy can't be used, and with 2 where this desk's own settings can't.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let report = Report::of(arguments.file.clone());
    let text = if arguments.json {
        format!("{:#}\n", report.json())
    } else {
        report.words()
    };
    // Whoever closed the pipe has read enough.
    let _ = io::stdout().write_all(text.as_bytes());
    ExitCode::from(report.exit())
}

/// What there is to tell.
struct Report {
    path: Option<PathBuf>,
    /// Whether the file is one that is not in force, but shall be.
    is_trial: bool,
    state: PolicyState,
    loose: Option<Loose>,
    values: Result<Vec<InForce>, NoValues>,
}

/// Why no setting is in force.
enum NoValues {
    BadPolicy,
    Own(SettingsFault),
    Together(SettingsError),
}

impl Report {
    fn of(trial: Option<PathBuf>) -> Self {
        let is_trial = trial.is_some();
        let path = trial.or_else(machine_policy::path);
        let state = path
            .as_deref()
            .map_or(PolicyState::None, machine_policy::look);
        let values = match state.managed() {
            Ok(managed) => values(managed),
            Err(_) => Err(NoValues::BadPolicy),
        };
        Self {
            is_trial,
            loose: path.as_deref().and_then(machine_policy::loose),
            path,
            state,
            values,
        }
    }

    fn exit(&self) -> u8 {
        match self.values {
            Ok(_) => 0,
            Err(NoValues::BadPolicy) => BAD_POLICY,
            Err(NoValues::Own(_) | NoValues::Together(_)) => BAD_SETTINGS,
        }
    }

    fn words(&self) -> String {
        let path = self.path.as_deref().map(Path::display);
        let path = path.map_or_else(|| "no place known".to_owned(), |path| path.to_string());
        let state = match &self.state {
            PolicyState::None if self.is_trial => "there is no such file".to_owned(),
            PolicyState::None => "none: this desk's own settings are in force".to_owned(),
            PolicyState::InForce { .. } if self.is_trial => "can be used".to_owned(),
            PolicyState::InForce { .. } => "in force".to_owned(),
            PolicyState::Unusable { fault, .. } => format!("can't be used: {fault}"),
        };
        let mut lines = vec![format!("machine policy: {path}"), format!("  {state}")];
        lines.extend(
            self.loose
                .map(|loose| format!("  warning: {}", loose.advice())),
        );
        match &self.values {
            Ok(values) => lines.extend(values.iter().map(line)),
            Err(NoValues::BadPolicy) => {
                lines.push("no desk opens until it is put right".to_owned())
            }
            Err(NoValues::Own(fault)) => {
                lines.push(format!("this desk's settings: {}", said(fault)))
            }
            Err(NoValues::Together(error)) => lines.push(format!("with this desk's own: {error}")),
        }
        lines.join("\n") + "\n"
    }

    fn json(&self) -> Value {
        let (state, fault) = match &self.state {
            PolicyState::None => ("none", None),
            PolicyState::InForce { .. } => ("inForce", None),
            PolicyState::Unusable { fault, .. } => ("unusable", Some(fault)),
        };
        let settings = match &self.values {
            Ok(_) => json!({ "state": "read" }),
            Err(NoValues::BadPolicy) => json!({ "state": "notRead" }),
            Err(NoValues::Own(fault)) => json!({
                "state": "unusable",
                "message": said(fault),
                "fault": content(fault).map(error_json),
            }),
            Err(NoValues::Together(error)) => json!({
                "state": "unusable",
                "message": error.to_string(),
                "fault": error_json(error),
            }),
        };
        json!({
            "policy": {
                "path": self.path,
                "state": state,
                "fault": fault.map(fault_json),
                "writableByOthers": self.loose.is_some(),
            },
            "settings": settings,
            "values": self.values.as_deref().unwrap_or_default(),
        })
    }
}

/// The settings of this desk with the policy over them. A desk that was never started has first ones.
fn values(managed: Option<&Managed>) -> Result<Vec<InForce>, NoValues> {
    let own = settings_file::folder().and_then(|folder| settings_file::read(&folder));
    let own = own.map_err(NoValues::Own)?;
    let is_new = own.is_none();
    let own = own.unwrap_or_else(|| Settings::first(&mut UnwrapErr(SysRng)));
    let effective = Effective::of(&own, managed).map_err(NoValues::Together)?;
    let mut values = effective.values().map_err(NoValues::Together)?;
    // Drawn just now, and drawn anew at the first start.
    values.retain(|value| !(is_new && value.pointer.as_str() == "/desk/id"));
    Ok(values)
}

fn line(value: &InForce) -> String {
    let origin = match value.origin {
        Origin::MachinePolicy => "machine policy",
        Origin::ThisDesk => "this desk",
        Origin::Default => "default",
    };
    format!(
        "{origin:<14}  {:<28}  {}",
        value.pointer.as_str(),
        value.value
    )
}

/// The fault, and what lies behind it where that is ours to say.
fn said(fault: &SettingsFault) -> String {
    match content(fault) {
        Some(error) => format!("{fault}: {error}"),
        None => fault.to_string(),
    }
}

fn content(fault: &SettingsFault) -> Option<&SettingsError> {
    match fault {
        SettingsFault::Unusable(error) => Some(error),
        SettingsFault::KeptAside { error, .. } => error.as_ref(),
        SettingsFault::NoFolder | SettingsFault::Unreadable(_) | SettingsFault::Unwritten(_) => {
            None
        }
    }
}

fn fault_json(fault: &PolicyFault) -> Value {
    match fault {
        PolicyFault::Unreadable(_) => json!({ "problem": fault.problem() }),
        PolicyFault::Content(error) => error_json(error),
    }
}

fn error_json(error: &SettingsError) -> Value {
    json!({
        "problem": error.code(),
        "line": error.spot.map(|spot| spot.line),
        "column": error.spot.map(|spot| spot.column),
        "pointer": error.pointer.as_ref().map(Pointer::as_str),
    })
}
