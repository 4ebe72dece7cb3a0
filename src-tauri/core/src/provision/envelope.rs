//! The line in front of a bundle: which version it is, how long, and its checksum. It tells a file that
//! was cut short or damaged from a wrong passphrase, before anybody waits for one to be tried. It proves
//! nothing: that is what the encryption behind it does.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::Refused;

/// The version that this program writes.
pub(super) const VERSION: u32 = 1;
/// What the file of every version begins with.
const NAME: &str = "countersign-bundle/";
/// More than the line of any version has.
const LONGEST_LINE: usize = 120;

const AGE: &[u8] = b"age-encryption.org/";
const ARMOUR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Puts the line in front.
pub(super) fn wrap(body: &[u8]) -> Vec<u8> {
    let described = format!("{NAME}{VERSION} {}", body.len());
    let line = format!("{described} {}\n", checksum(&described, body));
    [line.as_bytes(), body].concat()
}

/// What is behind the line, once it is known to be whole; or a bare file of `age`.
pub(super) fn unwrap(file: &[u8]) -> Result<&[u8], Refused> {
    if is_start_of(file, NAME.as_bytes()) {
        return enveloped(file);
    }
    let text = file.trim_ascii_start();
    if is_start_of(file, AGE) || is_start_of(text, ARMOUR) {
        return Ok(file);
    }
    Err(Refused::NotABundle)
}

/// Whether a file begins with this, as far as it goes: there is no telling what less than that was.
fn is_start_of(file: &[u8], start: &[u8]) -> bool {
    !file.is_empty()
        && file
            .iter()
            .zip(start)
            .all(|(byte, expected)| byte == expected)
}

fn enveloped(file: &[u8]) -> Result<&[u8], Refused> {
    let within = &file[..file.len().min(LONGEST_LINE)];
    let Some(end) = within.iter().position(|byte| *byte == b'\n') else {
        let is_cut = file.len() < LONGEST_LINE;
        return Err(if is_cut {
            Refused::CutShort
        } else {
            Refused::Damaged
        });
    };
    let line = std::str::from_utf8(&file[..end]).map_err(|_| Refused::Damaged)?;
    let body = &file[end + 1..];
    let (described, told) = line.rsplit_once(' ').ok_or(Refused::Damaged)?;
    let (named, length) = described.rsplit_once(' ').ok_or(Refused::Damaged)?;
    let length: usize = length.parse().map_err(|_| Refused::Damaged)?;
    if body.len() < length {
        return Err(Refused::CutShort);
    }
    // The checksum covers the version too, so that one damaged bit does not pass for a newer version.
    if checksum(described, body) != told {
        return Err(Refused::Damaged);
    }
    match version_in(named) {
        Some(VERSION) => Ok(body),
        Some(version) if version > VERSION => Err(Refused::Newer),
        Some(_) | None => Err(Refused::Damaged),
    }
}

fn version_in(named: &str) -> Option<u32> {
    named.strip_prefix(NAME)?.parse().ok()
}

fn checksum(described: &str, body: &[u8]) -> String {
    let mut digest = Sha256::new();
    digest.update(described);
    digest.update(body);
    let digest = digest.finalize();
    digest
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = b"age-encryption.org/v1 and what follows";

    /// A line as a later version would write it, its checksum right.
    fn of_version(version: &str) -> Vec<u8> {
        let described = format!("{NAME}{version} {}", BODY.len());
        let line = format!("{described} {}\n", checksum(&described, BODY));
        [line.as_bytes(), BODY].concat()
    }

    #[test]
    fn what_was_wrapped_is_unwrapped() {
        let file = wrap(BODY);
        assert_eq!(unwrap(&file), Ok(BODY));
        assert_eq!(file, of_version("1"));
        let line = file.split(|byte| *byte == b'\n').next().expect("a line");
        assert!(line.len() < LONGEST_LINE);
    }

    #[test]
    fn a_file_of_age_itself_has_no_line() {
        let armoured = b"\n-----BEGIN AGE ENCRYPTED FILE-----\n";
        assert_eq!(unwrap(BODY), Ok(BODY));
        assert_eq!(unwrap(armoured), Ok(armoured.as_slice()));
    }

    #[test]
    fn anything_else_is_no_bundle() {
        for file in [
            &b""[..],
            b"{}",
            b"-----BEGIN CERTIFICATE-----",
            b"countersign",
        ] {
            let refused = unwrap(file);
            assert!(
                matches!(refused, Err(Refused::NotABundle | Refused::CutShort)),
                "{refused:?}"
            );
        }
        assert_eq!(unwrap(b"PK\x03\x04"), Err(Refused::NotABundle));
    }

    #[test]
    fn a_bundle_cut_anywhere_is_cut_short() {
        let file = wrap(BODY);
        for length in 1..file.len() {
            assert_eq!(
                unwrap(&file[..length]),
                Err(Refused::CutShort),
                "{length} bytes"
            );
        }
    }

    #[test]
    fn a_bundle_with_any_bit_turned_is_refused_and_is_never_taken_for_a_newer_one() {
        let file = wrap(BODY);
        for bit in 0..file.len() * 8 {
            let mut turned = file.clone();
            turned[bit / 8] ^= 1 << (bit % 8);
            let refused = unwrap(&turned);
            assert!(
                matches!(
                    refused,
                    Err(Refused::Damaged | Refused::CutShort | Refused::NotABundle)
                ),
                "bit {bit}: {refused:?}"
            );
        }
    }

    #[test]
    fn a_later_version_is_told_as_one() {
        for version in ["2", "10", "4294967295"] {
            assert_eq!(unwrap(&of_version(version)), Err(Refused::Newer));
        }
        for version in ["0", "-1", "1.5", "", "99999999999"] {
            assert_eq!(unwrap(&of_version(version)), Err(Refused::Damaged));
        }
    }
}
