//! A script and the name by which a server knows it. Sends nothing.

use std::fmt;

use redis::{Cmd, Pipeline};

/// One step, as the server runs it.
pub(crate) struct Script {
    name: &'static str,
    text: &'static str,
    sha: String,
}

impl fmt::Debug for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Script").field(&self.name).finish()
    }
}

impl Script {
    /// A script in Lua. `name` is for logs.
    pub(crate) fn new(name: &'static str, text: &'static str) -> Self {
        let sha = redis::Script::new(text).get_hash().to_owned();
        Self { name, text, sha }
    }

    /// What the step is called in logs.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
}

/// A script with its keys and arguments.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) script: &'a Script,
    /// At least one; all of the same slot.
    pub(super) keys: &'a [&'a str],
    pub(super) arguments: &'a [&'a str],
    /// How many replicas must have it.
    pub(super) replicas: u8,
}

/// How long a server may wait for its replicas.
const REPLICATED_WITHIN_MS: u16 = 1000;

/// What goes before a call.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Preface {
    /// The node is told that it was named by the slot's owner.
    pub(super) asking: bool,
    /// The node doesn't know the script.
    pub(super) loading: bool,
}

impl Call<'_> {
    /// The commands of one round trip, and which of their answers is the script's.
    pub(super) fn commands(&self, preface: Preface) -> (Pipeline, usize) {
        let mut commands = Pipeline::new();
        if preface.loading {
            let load = commands.cmd("SCRIPT");
            load.arg("LOAD").arg(self.script.text);
        }
        if preface.asking {
            commands.cmd("ASKING");
        }
        let position = commands.len();
        commands.add_command(self.evaluation());
        if self.replicas > 0 {
            let wait = commands.cmd("WAIT");
            wait.arg(self.replicas).arg(REPLICATED_WITHIN_MS);
        }
        (commands, position)
    }

    fn evaluation(&self) -> Cmd {
        let mut evaluation = redis::cmd("EVALSHA");
        evaluation.arg(&self.script.sha).arg(self.keys.len());
        evaluation.arg(self.keys).arg(self.arguments);
        evaluation
    }
}
