//! What the staff's screen says, held against itself: every language says all that English says, in words of its
//! own, with the same places, and counts as it should. What it looks like is tested in the window.

#![expect(clippy::expect_used, reason = "a test that can't go on says why")]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use serde::Deserialize;

/// Texts that are the same in English and in another language, and should be. `*` is any language, or any step of
/// a path.
const SAME: [(&str, &str); 24] = [
    ("*", "desk/labels/product"),
    ("*", "desk/pageTitle"),
    ("*", "desk/deskName"),
    ("*", "desk/channelNames/whatsApp"),
    ("*", "delivery/soFar"),
    ("*", "health/names/sinch"),
    ("*", "reasons/waits/*/after"),
    ("de", "desk/labels/sandbox"),
    ("de", "desk/againIn"),
    ("de", "delivery/inTime"),
    ("fr", "desk/numberTypes/mobile"),
    ("fr", "reasons/clock/minutes"),
    ("pt", "desk/numberTypes/pager"),
    ("*", "endings/accepted/what"),
    ("*", "numbers/suggestion/after"),
    ("*", "comfort/percent"),
    ("*", "help/keyNames/Alt"),
    ("de", "help/keyNames/Enter"),
    ("de", "help/keyNames/Escape"),
    ("es", "help/keyNames/*"),
    ("fr", "help/keyNames/Ctrl"),
    ("pt", "help/keyNames/*"),
    ("sv", "help/keyNames/*"),
    ("*", "waiting/customersAndExpired"),
];

/// One is said as many are: some words are the same for both.
const INVARIABLE: [(&str, &str); 5] = [
    ("sv", "desk/wrongCode"),
    ("sv", "handingOver/wrong"),
    ("en", "waiting/expiredCodes"),
    ("de", "waiting/expiredCodes"),
    ("sv", "waiting/triesLeft"),
];

/// What a language says in one place.
#[derive(Deserialize)]
struct Said {
    /// The text, with marks such as `‹0›` where something is put in.
    text: String,
    /// The same for some counts, where it counts something.
    counted: BTreeMap<u32, String>,
}

/// All that is said, by its path.
type Speech = BTreeMap<String, Said>;

#[derive(Deserialize)]
struct Told {
    speeches: BTreeMap<String, Speech>,
    unused: Vec<String>,
}

static TOLD: LazyLock<Told> = LazyLock::new(|| {
    let root = env!("CARGO_MANIFEST_DIR");
    let output = Command::new("node")
        .args(["tests/languages/tell.js", root])
        .current_dir(root)
        .output()
        .expect("Node.js, which `cargo xtask setup` installs");
    let errors = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {errors}"))
});

fn english() -> &'static Speech {
    &TOLD.speeches["en"]
}

/// Every language but English.
fn others() -> impl Iterator<Item = (&'static str, &'static Speech)> {
    let others = TOLD.speeches.iter().filter(|(name, _)| *name != "en");
    others.map(|(name, speech)| (name.as_str(), speech))
}

/// Whether a list of exceptions names this path of this language.
fn is_among(exceptions: &[(&str, &str)], language: &str, path: &str) -> bool {
    let fits = |pattern: &str, text: &str| pattern == "*" || pattern == text;
    exceptions.iter().any(|(of, pattern)| {
        fits(of, language)
            && pattern.split('/').count() == path.split('/').count()
            && pattern
                .split('/')
                .zip(path.split('/'))
                .all(|(a, b)| fits(a, b))
    })
}

/// The marks of what is put in, and the places in braces.
fn places(text: &str) -> BTreeSet<&str> {
    let between = |open: char, close: char| {
        text.split(open)
            .skip(1)
            .filter_map(move |rest| rest.split_once(close))
            .map(|(place, _)| place)
    };
    between('‹', '›').chain(between('{', '}')).collect()
}

#[test]
fn every_language_says_all_that_english_says_and_nothing_else() {
    let wanted: BTreeSet<_> = english().keys().collect();
    assert_eq!(TOLD.speeches.len(), 6);
    assert!(wanted.len() > 400, "{} words", wanted.len());
    for (language, speech) in others() {
        let said: BTreeSet<_> = speech.keys().collect();
        let missing: Vec<_> = wanted.difference(&said).collect();
        let further: Vec<_> = said.difference(&wanted).collect();
        assert!(missing.is_empty(), "{language} does not say {missing:?}");
        assert!(further.is_empty(), "{language} says {further:?} besides");
    }
}

#[test]
fn nothing_is_said_without_a_word() {
    for (language, speech) in &TOLD.speeches {
        for (path, said) in speech {
            assert!(!said.text.trim().is_empty(), "{language} {path}");
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    for (language, speech) in others() {
        for (path, said) in speech {
            let is_same = said.text == english()[path].text;
            assert!(
                !is_same || is_among(&SAME, language, path),
                "{language} {path}: “{}”",
                said.text
            );
        }
    }
}

#[test]
fn what_is_put_into_english_is_put_into_every_language() {
    for (language, speech) in others() {
        for (path, said) in speech {
            let english = places(&english()[path].text);
            assert_eq!(places(&said.text), english, "{language} {path}");
        }
    }
}

/// The rules of Unicode's CLDR, by hand: what is said of none and of one.
#[test]
fn each_language_counts_by_its_own_rules() {
    for (language, speech) in &TOLD.speeches {
        let singular: &[u32] = match language.as_str() {
            "fr" | "pt" => &[0, 1],
            _ => &[1],
        };
        let counting: Vec<_> = speech
            .iter()
            .filter(|(_, said)| !said.counted.is_empty())
            .collect();
        assert!(counting.len() >= 6, "{language} counts {}", counting.len());
        for (path, said) in counting {
            let form = |count: u32| said.counted[&count].replace(&count.to_string(), "#");
            let [one, many] = [form(1), form(2)];
            for count in [0, 5] {
                let expected = if singular.contains(&count) {
                    &one
                } else {
                    &many
                };
                assert_eq!(&form(count), expected, "{language} {path} {count}");
                assert!(form(count).contains('#'), "{language} {path} {count}");
            }
            let is_same = one == many;
            assert_eq!(
                is_same,
                is_among(&INVARIABLE, language, path),
                "{language} {path}"
            );
        }
    }
}

#[test]
fn no_word_is_unused() {
    assert!(TOLD.unused.is_empty(), "{:?}", TOLD.unused);
}

/// A line that ends there would begin the next one with a colon.
#[test]
fn french_keeps_its_punctuation_with_the_word_before() {
    for (path, said) in &TOLD.speeches["fr"] {
        for mark in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!said.text.contains(mark), "{path}: “{}”", said.text);
        }
    }
}
