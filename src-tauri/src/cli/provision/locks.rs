//! The passphrase or identity of a bundle, from a file that is named. Neither is ever an argument: every
//! program of the computer can read those.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use countersign_core::provision::{Identities, Key};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::failure::{Exit, Failure};

/// More than any passphrase or identity file has.
const LARGEST: usize = 64 * 1024;

/// The passphrase in a file, without the end of its line; from the standard input where the file is `-`.
pub(super) fn passphrase(path: &Path) -> Result<SecretString, Failure> {
    let text = text(path).map_err(|error| unreadable("passphrase", &error))?;
    let line = text.expose_secret();
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.is_empty() {
        return Err(Failure::new(Exit::File, "the passphrase's file is empty"));
    }
    Ok(line.into())
}

/// What opens a bundle, from one of the two files.
pub(super) fn key(
    passphrase_file: Option<&Path>,
    identity_file: Option<&Path>,
) -> Result<Key, Failure> {
    if let Some(path) = identity_file {
        let file = text(path).map_err(|error| unreadable("identity", &error))?;
        return Identities::read(&file)
            .map(Key::Identities)
            .map_err(|error| Failure::new(Exit::File, error.to_string()));
    }
    let Some(path) = passphrase_file else {
        return Err(Failure::new(
            Exit::Usage,
            "name a passphrase file or an identity file",
        ));
    };
    passphrase(path).map(Key::Passphrase)
}

fn unreadable(what: &str, error: &io::Error) -> Failure {
    Failure::new(Exit::File, format!("the {what} can't be read: {error}"))
}

fn text(path: &Path) -> io::Result<SecretString> {
    if path == Path::new("-") {
        return read(io::stdin().lock());
    }
    read(File::open(path)?)
}

/// Reads into memory that is large enough from the start, since what grows leaves copies behind.
fn read(source: impl Read) -> io::Result<SecretString> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(LARGEST + 1));
    source.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| io::ErrorKind::InvalidData)?;
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    fn file(content: &[u8]) -> (TempDir, std::path::PathBuf) {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("file");
        fs::write(&path, content).expect("written");
        (folder, path)
    }

    #[test]
    fn a_passphrase_ends_with_its_line_and_keeps_its_spaces() {
        for content in [
            " eleven otters ",
            " eleven otters \n",
            " eleven otters \r\n",
        ] {
            let (_folder, path) = file(content.as_bytes());
            let read = passphrase(&path).expect("a passphrase");
            assert_eq!(read.expose_secret(), " eleven otters ");
        }
        let (_folder, path) = file(b"two\n\n");
        let read = passphrase(&path).expect("a passphrase");
        assert_eq!(read.expose_secret(), "two\n");
    }

    #[test]
    fn what_is_no_passphrase_is_told_without_a_word_of_it() {
        for content in [&b""[..], b"\n", b"\xff\xfe", &vec![b'a'; LARGEST + 1]] {
            let (_folder, path) = file(content);
            let failure = passphrase(&path).expect_err("none");
            assert_eq!(failure.exit, Exit::File);
        }
        let (_folder, path) = file(b"s3cret identity");
        let failure = key(None, Some(&path)).expect_err("none");
        assert!(!failure.to_string().contains("s3cret"));
        assert_eq!(key(None, None).expect_err("none").exit, Exit::Usage);
    }
}
