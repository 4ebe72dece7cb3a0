//! A bundle is read whole or refused, and says why.

use proptest::prelude::*;

use super::*;
use crate::provision::envelope;

fn refused(file: &[u8], key: &Key) -> Refused {
    Bundle::read(file, key).map(drop).expect_err("refused")
}

/// A bundle as `age` alone would have made it: nothing in front that tells of damage first.
fn bare(lock: &Lock) -> Vec<u8> {
    let payload = payload::write(&bundle()).expect("small");
    lock.close(&payload).expect("locked")
}

fn locked(payload: &[u8]) -> (Vec<u8>, Key) {
    let (lock, key) = for_one();
    let body = lock.close(payload).expect("locked");
    (envelope::wrap(&body), key)
}

#[test]
fn what_was_put_in_is_taken_out() {
    let (lock, key) = for_one();
    for (lock, key) in [(passphrase(), by_passphrase(PASSPHRASE)), (lock, key)] {
        let file = bundle().write(&lock).expect("small");
        let read = Bundle::read(&file, &key).expect("it opens");
        assert_eq!(read.made_at, moment());
        assert_eq!(read.settings, bundle().settings);
        assert!(agree(&read.secrets, &bundle().secrets));
        assert!(file.len() < LARGEST_FILE / 10, "{} bytes", file.len());
    }
}

#[test]
fn each_of_several_recipients_opens_it_and_nobody_else() {
    let identities = [(); 3].map(|()| x25519::Identity::generate());
    let [one, two, stranger] = identities;
    let names = [one.to_public(), two.to_public()].map(|recipient| recipient.to_string());
    let lock = Lock::new(None, &names).expect("recipients");
    let file = bundle().write(&lock).expect("small");
    let key = |identity: &x25519::Identity| {
        let text = format!(
            "# created: today\n\n{}\n",
            identity.to_string().expose_secret()
        );
        Key::Identities(Identities::read(&text.into()).expect("an identity"))
    };
    assert!(Bundle::read(&file, &key(&one)).is_ok());
    assert!(Bundle::read(&file, &key(&two)).is_ok());
    assert_eq!(refused(&file, &key(&stranger)), Refused::NotForThisIdentity);
    assert_eq!(
        refused(&file, &by_passphrase(PASSPHRASE)),
        Refused::NeedsIdentity
    );
}

#[test]
fn a_wrong_passphrase_is_told_as_one() {
    let file = bundle().write(&passphrase()).expect("small");
    for wrong in ["", "eleven otters in a boat ", "another passphrase"] {
        assert_eq!(
            refused(&file, &by_passphrase(wrong)),
            Refused::WrongPassphrase
        );
    }
    assert_eq!(refused(&file, &for_one().1), Refused::NeedsPassphrase);
}

#[test]
fn no_secret_and_no_setting_is_in_clear_in_the_file() {
    let file = bundle().write(&passphrase()).expect("small");
    for clear in [
        "s3cret",
        "harbour",
        "redis",
        "Harbour",
        "application-key",
        "sinch",
    ] {
        let found = file
            .windows(clear.len())
            .any(|bytes| bytes == clear.as_bytes());
        assert!(!found, "{clear}");
    }
}

#[test]
fn a_file_that_is_no_bundle_is_told_as_one() {
    for file in [&b"{}"[..], b"\x89PNG\r\n", b"", b" \n"] {
        assert_eq!(
            refused(file, &by_passphrase(PASSPHRASE)),
            Refused::NotABundle
        );
    }
    let huge = vec![b'a'; LARGEST_FILE + 1];
    assert_eq!(
        refused(&huge, &by_passphrase(PASSPHRASE)),
        Refused::TooLarge
    );
}

#[test]
fn what_age_itself_made_is_taken_armoured_or_not() {
    let (lock, key) = for_one();
    let binary = bare(&lock);
    assert!(Bundle::read(&binary, &key).is_ok());
    let mut armoured = Vec::new();
    let mut writer =
        age::armor::ArmoredWriter::wrap_output(&mut armoured, age::armor::Format::AsciiArmor)
            .expect("memory");
    std::io::Write::write_all(&mut writer, &binary).expect("memory");
    writer.finish().expect("memory");
    assert!(Bundle::read(&armoured, &key).is_ok());
}

#[test]
fn a_passphrase_that_would_cost_too_much_is_not_tried() {
    // Only the header counts: a small factor's file, with a large one written over it.
    let file = bare(&passphrase());
    let text = String::from_utf8_lossy(&file);
    let line = text.lines().nth(1).expect("a stanza").to_owned();
    assert!(line.ends_with(" 1"), "{line}");
    let dear = format!("{}21", line.strip_suffix('1').expect("a factor"));
    let start = text.find(&line).expect("the stanza");
    let file = [&file[..start], dear.as_bytes(), &file[start + line.len()..]].concat();
    assert_eq!(
        refused(&file, &by_passphrase(PASSPHRASE)),
        Refused::TooMuchWork
    );
}

#[test]
fn a_later_versions_content_is_told_as_one() {
    for version in [2, 3, 4_000_000_000_u32] {
        let later = format!(r#"{{"version":{version},"secrets":[],"more":true}}"#);
        let (file, key) = locked(later.as_bytes());
        assert_eq!(refused(&file, &key), Refused::Newer);
    }
}

#[test]
fn content_that_no_desk_could_use_is_refused() {
    let good = payload::write(&bundle()).expect("small");
    let good = std::str::from_utf8(&good).expect("text");
    let encoded = |text: &str| base64::Engine::encode(&base64::prelude::BASE64_STANDARD, text);
    let token = encoded("s3cret-token");
    assert!(good.contains(&token));
    for bad in [
        String::new(),
        "{}".to_owned(),
        format!("{good} more"),
        good.replace("\"rules\"", "\"rulez\""),
        good.replace("\"codeDigits\":8", "\"codeDigits\":\"8\""),
        good.replace("sinchSmsToken", "sinchSmsTokens"),
        good.replace(&token, ""),
        good.replace(&token, "not base64!"),
        good.replace(&token, &encoded(&"a".repeat(3000))),
        good.replace("\"siteKey\"", "\"adminPasscode\""),
    ] {
        let (file, key) = locked(bad.as_bytes());
        assert_eq!(refused(&file, &key), Refused::Unusable, "{bad}");
    }
}

#[test]
fn content_that_is_too_large_is_neither_written_nor_read() {
    let (file, key) = locked(&vec![b' '; LARGEST_PAYLOAD + 1]);
    assert_eq!(refused(&file, &key), Refused::TooLarge);
    let mut large = bundle();
    let crate::settings::StoreChoice::Redis(redis) = &mut large.settings.store else {
        panic!("a shared store");
    };
    redis.ca_file = Some("a".repeat(LARGEST_PAYLOAD).into());
    assert!(matches!(large.write(&for_one().0), Err(TooLarge)));
}

#[test]
fn a_lock_is_one_thing_and_no_formality() {
    let age1 = x25519::Identity::generate().to_public().to_string();
    let lock = |passphrase: Option<&str>, recipients: &[String]| {
        Lock::new(passphrase.map(secret), recipients).map(drop)
    };
    assert_eq!(lock(None, &[]), Err(UnfitLock::Nothing));
    assert_eq!(
        lock(Some(PASSPHRASE), std::slice::from_ref(&age1)),
        Err(UnfitLock::Both)
    );
    assert_eq!(
        lock(Some("elevenchars"), &[]),
        Err(UnfitLock::ShortPassphrase)
    );
    assert_eq!(lock(Some("twelve chars"), &[]), Ok(()));
    assert_eq!(lock(None, &[format!(" {age1}\n")]), Ok(()));
    assert_eq!(
        lock(None, &[age1, "age1".to_owned()]),
        Err(UnfitLock::Recipient)
    );
    for text in ["", "# nothing\n", "AGE-SECRET-KEY-1", "age1xyz"] {
        assert!(matches!(
            Identities::read(&secret(text)),
            Err(NotAnIdentity)
        ));
    }
}

#[test]
fn every_refusal_has_a_code_of_its_own_and_locks_are_not_shown() {
    let codes: std::collections::BTreeSet<_> = Refused::ALL.map(Refused::code).into();
    assert_eq!(codes.len(), Refused::ALL.len());
    let shown = format!(
        "{:?} {:?} {:?}",
        passphrase(),
        by_passphrase(PASSPHRASE),
        bundle().secrets
    );
    assert!(
        !shown.contains("otters") && !shown.contains("s3cret"),
        "{shown}"
    );
}

/// One turned bit in each region of the file: line, header of `age`, its checksum, nonce, content, tag.
fn turned(file: &[u8], bit: usize) -> Vec<u8> {
    let mut turned = file.to_vec();
    turned[bit / 8] ^= 1 << (bit % 8);
    turned
}

#[test]
fn a_bundle_with_any_bit_turned_is_refused() {
    let (lock, key) = for_one();
    let file = bundle().write(&lock).expect("small");
    for bit in 0..file.len() * 8 {
        assert!(
            Bundle::read(&turned(&file, bit), &key).is_err(),
            "bit {bit}"
        );
    }
}

#[test]
fn a_bundle_cut_anywhere_is_cut_short() {
    let (lock, key) = for_one();
    let file = bundle().write(&lock).expect("small");
    for length in 1..file.len() {
        assert_eq!(
            refused(&file[..length], &key),
            Refused::CutShort,
            "{length} bytes"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Even with no checksum in front, `age` lets no change through, whatever it was locked with.
    #[test]
    fn a_bare_file_with_a_bit_turned_is_refused(
        part in 0.0..1.0_f64, bit in 0..8_usize, with_passphrase in any::<bool>(),
    ) {
        let (lock, key) = match with_passphrase {
            true => (passphrase(), by_passphrase(PASSPHRASE)),
            false => for_one(),
        };
        let file = bare(&lock);
        #[expect(
            clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "a place within a small file"
        )]
        let byte = (part * file.len() as f64) as usize;
        prop_assert!(Bundle::read(&turned(&file, byte * 8 + bit), &key).is_err());
    }

    #[test]
    fn a_bare_file_cut_anywhere_is_refused(part in 0.0..1.0_f64) {
        let (lock, key) = for_one();
        let file = bare(&lock);
        #[expect(
            clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "a place within a small file"
        )]
        let length = (part * file.len() as f64) as usize;
        prop_assert!(Bundle::read(&file[..length], &key).is_err());
    }

    #[test]
    fn nothing_that_is_not_a_bundle_is_ever_read(file in prop::collection::vec(any::<u8>(), 0..400)) {
        let (_, key) = for_one();
        prop_assert!(Bundle::read(&file, &key).is_err());
        let framed = envelope::wrap(&file);
        prop_assert!(Bundle::read(&framed, &key).is_err());
    }
}
