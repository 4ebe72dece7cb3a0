//! The man pages and shell completions that the packages ship, in `src-tauri/packaging/`: written from the command
//! line's own definition, and held to it here. They are files, so that a package needs nothing but the program.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _};
use clap_complete::Shell;
use clap_mangen::Man;

use super::Arguments;

const PACKAGING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src-tauri/packaging");

/// What no definition of arguments can say.
const FILES: &str = "\
.SH FILES
.TP
\\fI/etc/countersign/policy.json\\fR
What IT sets for the whole machine.
.TP
\\fI~/.local/share/io.countersign.desk/\\fR
A desk's settings, its store where it is the embedded one, and its log. Secrets are in the keyring, under the
service \"countersign\".
.TP
\\fI~/.config/io.countersign.desk/\\fR
Where the window was.
";

/// The name of a file below `src-tauri/packaging/`, and what it has to say.
struct Page {
    path: PathBuf,
    text: String,
}

fn command_line() -> Command {
    // `help` says what the pages say.
    let mut command = Arguments::command().disable_help_subcommand(true);
    command.build();
    command
}

/// The command itself and all below it.
fn all(command: Command) -> Vec<Command> {
    let mut commands = vec![command];
    let mut next = 0;
    while let Some(command) = commands.get(next) {
        let below: Vec<Command> = command.get_subcommands().cloned().collect();
        commands.extend(below);
        next += 1;
    }
    commands
}

fn man_page(command: Command) -> Page {
    let is_first = command.get_display_name().unwrap_or(command.get_name()) == "countersign";
    let man = Man::new(command);
    let mut roff = Vec::new();
    man.render(&mut roff).expect("written to memory");
    let mut text = String::from_utf8(roff).expect("UTF-8");
    if is_first {
        text.push_str(FILES);
    }
    Page {
        path: Path::new("man").join(man.get_filename()),
        text,
    }
}

fn completion(shell: Shell) -> Page {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "countersign", &mut script);
    Page {
        path: Path::new("completions").join(file_name(shell)),
        text: String::from_utf8(script).expect("UTF-8"),
    }
}

/// As each shell looks for it.
fn file_name(shell: Shell) -> String {
    use clap_complete::Generator as _;
    shell.file_name("countersign")
}

fn pages() -> Vec<Page> {
    let man_pages = all(command_line()).into_iter().map(man_page);
    let completions = [Shell::Bash, Shell::Fish, Shell::Zsh].map(completion);
    man_pages.chain(completions).collect()
}

/// What is shipped now; tests that only read leave a run alone that writes.
fn shipped(path: &Path) -> String {
    fs::read_to_string(Path::new(PACKAGING).join(path)).unwrap_or_default()
}

#[test]
fn the_shipped_reference_is_that_of_the_command_line() {
    for Page { path, text } in pages() {
        if std::env::var_os("UPDATE_REFERENCE").is_some() {
            fs::write(Path::new(PACKAGING).join(&path), &text).expect("it can be written");
        }
        assert!(
            shipped(&path) == text,
            "{} is out of date; run: UPDATE_REFERENCE=1 cargo test cli::reference",
            path.display()
        );
    }
}

#[test]
fn nothing_is_shipped_of_a_command_that_is_gone() {
    let written: Vec<PathBuf> = pages().into_iter().map(|page| page.path).collect();
    for folder in ["man", "completions"] {
        for entry in fs::read_dir(Path::new(PACKAGING).join(folder)).expect("a folder") {
            let path = Path::new(folder).join(entry.expect("an entry").file_name());
            assert!(written.contains(&path), "{}", path.display());
        }
    }
}

#[test]
fn every_flag_is_in_its_command_s_man_page() {
    for command in all(command_line()) {
        let name = Man::new(command.clone()).get_filename();
        let page = shipped(&Path::new("man").join(&name)).replace('\\', "");
        for argument in command.get_arguments().filter(|flag| !flag.is_hide_set()) {
            let Some(flag) = argument.get_long() else {
                continue;
            };
            assert!(page.contains(&format!("--{flag}")), "--{flag} in {name}");
        }
    }
}

#[test]
fn every_subcommand_is_in_every_shell_s_completions() {
    for shell in [Shell::Bash, Shell::Fish, Shell::Zsh] {
        let script = shipped(&Path::new("completions").join(file_name(shell)));
        for command in all(command_line()).iter().skip(1) {
            let name = command.get_name();
            assert!(script.contains(name), "{name} in {shell}");
        }
    }
}
