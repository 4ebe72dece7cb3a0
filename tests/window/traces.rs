//! What a whole job leaves behind: in every file below the app's folders and in the command lines of its
//! processes, while it runs and after it has ended, there is no code, no number and no customer reference.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use countersign_driver::{Desk, Error, Home, Key, Verdict, View};

use crate::{SOON, open, wrong};

const NUMBER: &str = "+1 202 555 0107";
const REFERENCE: &str = "Quillfeather-7341";

/// A text that must be nowhere, in the forms that programs write.
pub(crate) struct Secret {
    name: &'static str,
    forms: Vec<Vec<u8>>,
    /// Whether a digit before or after makes it another text: six digits by themselves are found anywhere.
    stands_alone: bool,
}

impl Secret {
    pub(crate) fn new(name: &'static str, texts: &[&str], stands_alone: bool) -> Self {
        let ascii = texts.iter().map(|text| text.as_bytes().to_vec());
        let wide = texts
            .iter()
            .map(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        Self {
            name,
            forms: ascii.chain(wide).collect(),
            stands_alone,
        }
    }

    pub(crate) fn is_in(&self, bytes: &[u8]) -> bool {
        self.forms.iter().any(|form| {
            positions(form, bytes).any(|at| !self.stands_alone || alone(bytes, at, form.len()))
        })
    }
}

fn positions<'text>(form: &'text [u8], bytes: &'text [u8]) -> impl Iterator<Item = usize> + 'text {
    bytes
        .windows(form.len())
        .enumerate()
        .filter(move |(_, window)| *window == form)
        .map(|(at, _)| at)
}

fn alone(bytes: &[u8], at: usize, length: usize) -> bool {
    let is_digit = |place: Option<usize>| {
        place
            .and_then(|place| bytes.get(place))
            .is_some_and(u8::is_ascii_digit)
    };
    !is_digit(at.checked_sub(1)) && !is_digit(at.checked_add(length))
}

fn secrets(code: &str) -> Vec<Secret> {
    let halves = format!("{} {}", &code[..3], &code[3..]);
    let number = [
        "2025550107",
        "202 555 0107",
        "202-555-0107",
        "202.555.0107",
        "(202) 555",
        "555-0107",
        "555 0107",
    ];
    vec![
        Secret::new("the code", &[code, &halves], true),
        Secret::new("the number", &number, false),
        Secret::new("the reference", &[REFERENCE], false),
    ]
}

/// Every file below the home, the runtime folder and what was printed, with what it holds.
pub(crate) fn files(home: &Home) -> Vec<(PathBuf, Vec<u8>)> {
    let mut waiting = vec![home.path(), home.runtime_dir(), home.output()];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).into_iter().flatten();
            waiting.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
        } else if let Some(bytes) = content(&path).expect("a file of the app can be read") {
            found.push((path, bytes));
        }
    }
    found
}

/// What a file holds; nothing for a socket, and for a file that has gone since it was seen.
fn content(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let read = fs::symlink_metadata(path).and_then(|about| match about.is_file() {
        true => fs::read(path).map(Some),
        false => Ok(None),
    });
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Ok(_) | Err(_) => read,
    }
}

/// Which secret is in which file.
pub(crate) fn traces(home: &Home, secrets: &[Secret]) -> Vec<String> {
    let files = files(home);
    let pairs = files
        .iter()
        .flat_map(|file| secrets.iter().map(move |secret| (file, secret)));
    pairs
        .filter(|((_, bytes), secret)| secret.is_in(bytes))
        .map(|((path, _), secret)| format!("{} is in {}", secret.name, path.display()))
        .collect()
}

fn has_file(home: &Home, name: &str) -> bool {
    files(home).iter().any(|(path, _)| path.ends_with(name))
}

#[tokio::test]
async fn a_whole_job_leaves_no_code_and_no_number_behind() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(NUMBER).await?;
    window.tab_to("#reference").await?;
    window.type_text(REFERENCE).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    let code = desk.code_on_phone(SOON).await?;
    let secrets = secrets(&code);
    let home = window.home();
    assert!(has_file(home, "training.sqlite3"), "the store is looked at");
    assert!(has_file(home, "training.sqlite3-wal"), "and its log");
    assert_eq!(
        traces(home, &secrets),
        Vec::<String>::new(),
        "while it waits"
    );

    desk.type_code(&wrong(&code)).await?;
    desk.check(Verdict::Wrong).await?;
    desk.type_code(&code).await?;
    desk.check(Verdict::Verified).await?;
    assert!(has_file(home, "countersign.log"), "the log is looked at");
    assert_eq!(traces(home, &secrets), Vec::<String>::new(), "at the end");

    let lines = window.command_lines()?;
    assert!(!lines.is_empty());
    for line in lines {
        let line = line.join("\0");
        assert!(
            !secrets.iter().any(|secret| secret.is_in(line.as_bytes())),
            "{line}"
        );
    }

    let home = window.close().await?;
    assert_eq!(traces(&home, &secrets), Vec::<String>::new(), "after it");
    Ok(())
}

#[test]
fn a_trace_that_is_put_there_is_found() -> Result<(), Error> {
    let home = Home::new()?;
    let secrets = secrets("480215");
    assert_eq!(traces(&home, &secrets), Vec::<String>::new());
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    for (content, name) in [
        (b"\0code=480215;".to_vec(), "the code"),
        (b"480 215".to_vec(), "the code"),
        (wide("480215"), "the code"),
        (b"x+12025550107".to_vec(), "the number"),
        (b"tel:+1-202-555-0107".to_vec(), "the number"),
        (b"(202) 555-0107".to_vec(), "the number"),
        (wide("+1 202 555 0107"), "the number"),
        (REFERENCE.into(), "the reference"),
    ] {
        let folder = home.data_dir().join("deep/down");
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("file");
        fs::write(&path, content).expect("a file");
        assert_eq!(
            traces(&home, &secrets),
            [format!("{name} is in {}", path.display())]
        );
        fs::remove_file(path).expect("a file");
    }
    let home_file = home.path().join("time");
    fs::write(home_file, b"1480215000").expect("a file");
    assert_eq!(
        traces(&home, &secrets),
        Vec::<String>::new(),
        "part of a longer number"
    );
    Ok(())
}
