//! What is left in Redis, and what it was told, of a hundred verifications: no code and no number, in whatever
//! way it may be written.

use std::collections::BTreeSet;

use countersign_core::challenge::{By, Route, Verdict};
use countersign_core::desk::Checked;

use crate::site::{Site, begin};

/// A hundred numbers that belong to nobody.
fn numbers() -> Vec<String> {
    let swedish = (5..=99).map(|last| format!("+46 70 174 06 {last:02}"));
    let american = (0..=4).map(|last| format!("+1 202 555 01{last:02}"));
    swedish.chain(american).collect()
}

/// A number as it may be written: with and without its country's code, in digits, hexadecimal, Base64.
fn ways_to_write(number: &str) -> Vec<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let national = number.split_once(' ').expect("a country's code").1;
    let bare: String = national.chars().filter(char::is_ascii_digit).collect();
    let mut ways = vec![
        number.to_owned(),
        national.to_owned(),
        national.replace(' ', "-"),
        digits.clone(),
        bare.clone(),
    ];
    for text in [format!("+{digits}"), digits, bare] {
        ways.push(text.bytes().map(|byte| format!("{byte:02x}")).collect());
        ways.extend(in_base64(&text));
    }
    ways
}

/// How Base64 writes a text wherever it begins within three bytes, without the ends that depend on others.
fn in_base64(text: &str) -> Vec<String> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut ways = Vec::new();
    for skipped in 0..3 {
        let whole = text.len().saturating_sub(skipped) / 3 * 3;
        let written = text.as_bytes()[skipped..skipped + whole]
            .chunks(3)
            .flat_map(|three| {
                let bits = three
                    .iter()
                    .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
                [18, 12, 6, 0].map(|shift| char::from(LETTERS[bits >> shift & 63]))
            });
        ways.push(written.collect());
    }
    ways
}

/// The runs of letters and digits in what Redis wrote or was told, with Base64's signs and the hyphens of ids. A
/// code is a run of its own; within a longer one, as in a digest, a seal, an id or a moment, its digits are chance.
fn runs(text: &str) -> BTreeSet<&str> {
    let belongs = |letter: char| letter.is_ascii_alphanumeric() || "+/=-".contains(letter);
    text.split(|letter: char| !belongs(letter)).collect()
}

/// What is found of codes and numbers.
fn found(text: &str, codes: &BTreeSet<String>, numbers: &[String]) -> Vec<String> {
    let runs = runs(text);
    let codes = codes.iter().filter(|code| runs.contains(code.as_str()));
    let ways = numbers.iter().flat_map(|number| ways_to_write(number));
    let numbers = ways.filter(|way| text.contains(way.as_str()));
    codes.cloned().chain(numbers).collect()
}

/// A line of MONITOR without its moment, whose fraction has six digits.
fn without_moment(line: &str) -> &str {
    line.split_once(' ').map_or(line, |(_, rest)| rest)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_verifications_leave_no_code_and_no_number() {
    let site = Site::found().await;
    let monitor = site.server.monitor().expect("a monitor");
    let desk = site.desk("Reception 1");
    let numbers = numbers();
    assert_eq!(numbers.len(), 100);
    let mut codes = BTreeSet::new();
    let mut begun = Vec::new();
    for (place, number) in numbers.iter().enumerate() {
        let route = if place % 2 == 0 {
            Route::SinchSms
        } else {
            Route::SinchVerification
        };
        begun.push(begin(&desk, number, route).await.challenge.id);
    }
    let while_open = site.server.dump().expect("a dump");
    for (id, number) in begun.into_iter().zip(&numbers) {
        let code = site.phone_of(number, 1).await;
        let wrong: String = code.chars().rev().collect();
        if wrong != code {
            desk.check(id, &wrong, By::Staff)
                .await
                .expect("the store works");
        }
        let checked = desk
            .check(id, &code, By::Staff)
            .await
            .expect("the store works");
        assert!(
            matches!(
                checked,
                Checked::Decided {
                    verdict: Verdict::Verified,
                    ..
                }
            ),
            "{checked:?}"
        );
        codes.extend([code, wrong]);
    }
    let afterwards = site.server.dump().expect("a dump");
    let lines = monitor.lines().expect("what it was told");
    let told: Vec<_> = lines.iter().map(|line| without_moment(line)).collect();
    for text in [
        String::from_utf8_lossy(&while_open).as_ref(),
        String::from_utf8_lossy(&afterwards).as_ref(),
        &told.join("\n"),
    ] {
        assert!(
            text.contains("cs:harbour-clinic:"),
            "the scan sees what is written"
        );
        assert_eq!(found(text, &codes, &numbers), Vec::<String>::new());
    }
    assert!(told.len() > 500, "only {} lines", told.len());
}

#[test]
fn the_scan_finds_what_it_looks_for() {
    let codes = BTreeSet::from(["482913".to_owned()]);
    let numbers = ["+46 70 174 06 05".to_owned()];
    for planted in [
        r#""EVALSHA" "code:482913""#,
        "\u{1}482913\u{2}",
        "to:+46701740605",
        "0701740605",
        "70-174-06-05",
        "2b3436373031373430363035",
        "KzQ2NzAxNzQwNjA1",
    ] {
        assert!(!found(planted, &codes, &numbers).is_empty(), "{planted}");
    }
    assert!(
        found(
            "1772482913123 a482913b x/482913+y 0b-482913-7",
            &codes,
            &numbers
        )
        .is_empty()
    );
}
