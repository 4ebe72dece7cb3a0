//! Other programs: whether they are there, what they answer, and running them where the person can see it.
//! Nothing here knows what they are for.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// Whether a program of this name is on the PATH.
pub(crate) fn exists(name: &str) -> bool {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

/// Whether a command ends with success; what it writes is dropped.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a command writes, if it ends with success.
pub(crate) fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Prints a command, then runs it from the repository's root with its output shown.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Result<(), Failure> {
    println!("$ {}", shown(program, arguments));
    run_quietly(program, arguments)
}

/// As [`run`], without printing the command.
pub(crate) fn run_quietly(program: &str, arguments: &[&str]) -> Result<(), Failure> {
    finish(&mut command(program, arguments))
}

/// Runs a command that is made already, with its output shown.
pub(crate) fn finish(command: &mut Command) -> Result<(), Failure> {
    let status = command.status();
    let status = status.map_err(Failure::not_started(command))?;
    if !status.success() {
        return Err(Failure::Failed {
            command: shown_command(command),
            status,
        });
    }
    Ok(())
}

/// What a command writes, run from the repository's root; what it complains of is shown.
pub(crate) fn read(program: &str, arguments: &[&str]) -> Result<String, Failure> {
    read_from(&mut command(program, arguments))
}

/// As [`read`], of a command that is made already.
pub(crate) fn read_from(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(Failure::not_started(command))?;
    if !output.status.success() {
        return Err(Failure::Failed {
            command: shown_command(command),
            status: output.status,
        });
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned())
}

/// A command that will run from the repository's root.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// A command as a person would type it.
pub(crate) fn shown(program: &str, arguments: &[&str]) -> String {
    [&[program], arguments].concat().join(" ")
}

/// The same of one that is made already, without its variables.
pub(crate) fn shown_command(command: &Command) -> String {
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    let words = [command.get_program().to_string_lossy()].into_iter();
    words.chain(arguments).collect::<Vec<_>>().join(" ")
}

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
