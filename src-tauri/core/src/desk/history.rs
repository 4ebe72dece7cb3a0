//! What the site's desks tell each other of a number within a day: that it was verified, and for whom it was
//! used. Advice for staff and nothing more: no rule reads it, and a store that can't be asked says nothing.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::phone::PhoneNumber;
use crate::site_key::SiteKey;
use crate::store::{LONGEST_KEEP, Note, NotePage};
use crate::time::{Timestamp, between, lock};

use super::Desk;
use super::record::{Record, Reference};

/// Staff are told of a verification for this long.
const LATELY: Duration = Duration::from_secs(60 * 60);

/// Bytes of a desk's name, and of a reference, that a line has room for beside its seal.
const ROOM_FOR_DESK: usize = 80;
const ROOM_FOR_REFERENCE: usize = 112;

/// What the site remembers of a number.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct History {
    /// When it was verified last, within the last hour.
    pub verified: Option<VerifiedBefore>,
    /// For how many references it was used within 24 hours, the one in hand included; nothing where those are
    /// not many by the site's rules.
    pub references: Option<usize>,
}

/// A verification of the same number a short time ago.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct VerifiedBefore {
    /// When, by the store's clock.
    pub at: Timestamp,
    /// The name of the desk.
    pub desk: String,
    /// For whom, as far as a line has room for it; nothing where there was no reference, or the same.
    pub reference: Option<String>,
}

/// What happened to a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Event {
    /// A code was asked for.
    Asked,
    /// It was verified.
    Verified,
}

/// Stands for a reference, so that equal ones can be told without being kept whole.
type Fingerprint = [u8; 8];

/// One line, once it is opened.
#[derive(Debug, Eq, PartialEq)]
struct Line {
    event: Event,
    /// Nothing where there was no reference.
    fingerprint: Option<Fingerprint>,
    desk: String,
    reference: String,
}

impl Desk {
    /// What the site remembers of a number that is about to be used for `reference`.
    pub(super) async fn history(
        &self,
        number: &PhoneNumber,
        reference: Option<&Reference>,
    ) -> History {
        let key = self.notebook_key();
        let page = page_of(&key, number);
        let (Ok(notes), Ok(now)) = tokio::join!(self.store.notes(page), self.store_time()) else {
            return History::default();
        };
        let open = |note: &Note| Some((note.at, Line::open(&key, page, note)?));
        let lines: Vec<_> = notes.iter().filter_map(open).collect();
        let own = reference.map(|reference| fingerprint(&key, reference));
        History {
            verified: verified_lately(&lines, own, now),
            references: many(&lines, own, self.policy.many_references),
        }
    }

    /// Tells the site's other desks what happened to a number. Nobody waits for it, and nothing depends on it.
    pub(super) fn note_event(&self, event: Event, record: &Record) {
        let key = self.notebook_key();
        let page = page_of(&key, &record.number);
        let line = Line::of(event, record, &self.name, &key);
        let sealed = key.seal_note(page, &line.write(), &mut **lock(&self.randomness));
        let store = Arc::clone(&self.store);
        self.background.spawn(async move {
            if let Err(fault) = store.note(page, &sealed, LONGEST_KEEP).await {
                tracing::debug!(code = fault.code(), "a number's page was not written on");
            }
        });
    }
}

fn page_of(key: &SiteKey, number: &PhoneNumber) -> NotePage {
    key.page(&Zeroizing::new(format!("number/{}", number.e164())))
}

/// The half of a keyed digest: two of 200 references collide once in a billion days.
fn fingerprint(key: &SiteKey, reference: &Reference) -> Fingerprint {
    let page = key.page(&format!("reference/{}", reference.as_str()));
    let mut half = [0; 8];
    half.copy_from_slice(&page.as_bytes()[..8]);
    half
}

fn verified_lately(
    lines: &[(Timestamp, Line)],
    own: Option<Fingerprint>,
    now: Timestamp,
) -> Option<VerifiedBefore> {
    let verified = |(at, line): &&(Timestamp, Line)| {
        line.event == Event::Verified && between(*at, now) < LATELY
    };
    let (at, line) = lines.iter().filter(verified).max_by_key(|(at, _)| *at)?;
    let is_same = line.fingerprint.is_some_and(|print| own == Some(print));
    let reference = (!is_same && !line.reference.is_empty()).then(|| line.reference.clone());
    Some(VerifiedBefore {
        at: *at,
        desk: line.desk.clone(),
        reference,
    })
}

fn many(lines: &[(Timestamp, Line)], own: Option<Fingerprint>, many: u32) -> Option<usize> {
    let others = lines.iter().filter_map(|(_, line)| line.fingerprint);
    let others: HashSet<_> = others.filter(|print| own != Some(*print)).collect();
    let count = others.len() + usize::from(own.is_some());
    let is_many = u32::try_from(count).is_ok_and(|count| count >= many);
    is_many.then_some(count)
}

impl Line {
    fn of(event: Event, record: &Record, desk: &str, key: &SiteKey) -> Self {
        let reference = record.reference.as_ref();
        Self {
            event,
            fingerprint: reference.map(|reference| fingerprint(key, reference)),
            desk: cut(desk, ROOM_FOR_DESK),
            reference: reference
                .map(|reference| cut(reference.as_str(), ROOM_FOR_REFERENCE))
                .unwrap_or_default(),
        }
    }

    /// The event, whether there is a fingerprint, the fingerprint, the length of the desk's name, the name, the
    /// reference.
    fn write(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::new());
        bytes.push(match self.event {
            Event::Asked => 0,
            Event::Verified => 1,
        });
        bytes.push(u8::from(self.fingerprint.is_some()));
        bytes.extend(self.fingerprint.unwrap_or_default());
        bytes.push(u8::try_from(self.desk.len()).unwrap_or_default());
        bytes.extend(self.desk.as_bytes());
        bytes.extend(self.reference.as_bytes());
        bytes
    }

    fn open(key: &SiteKey, page: NotePage, note: &Note) -> Option<Self> {
        Self::read(&key.open_note(page, &note.line).ok()?)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (event, rest) = bytes.split_first()?;
        let (has_fingerprint, rest) = rest.split_first()?;
        let (fingerprint, rest) = rest.split_first_chunk::<8>()?;
        let (desk_length, rest) = rest.split_first()?;
        let (desk, reference) = rest.split_at_checked(usize::from(*desk_length))?;
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        Some(Self {
            event: match event {
                0 => Event::Asked,
                1 => Event::Verified,
                _ => return None,
            },
            fingerprint: (*has_fingerprint == 1).then_some(*fingerprint),
            desk: text(desk)?,
            reference: text(reference)?,
        })
    }
}

/// As much of a text as fits into so many bytes; "…" where it was cut.
pub(super) fn cut(text: &str, room: usize) -> String {
    if text.len() <= room {
        return text.to_owned();
    }
    let mut end = room.saturating_sub("…".len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::LONGEST_LINE;
    use crate::text::Language;

    fn key() -> SiteKey {
        SiteKey::from_bytes(&[7; 32])
    }

    fn reference(text: &str) -> Option<Reference> {
        Reference::typed(text).unwrap()
    }

    fn record(text: &str) -> Record {
        Record {
            number: PhoneNumber::from_e164("+46701740605").unwrap(),
            reference: reference(text),
            language: Language::En,
            desk: "Reception 1".to_owned(),
        }
    }

    fn line(event: Event, text: &str) -> Line {
        Line::of(event, &record(text), "Reception 2", &key())
    }

    fn print(text: &str) -> Option<Fingerprint> {
        reference(text).map(|reference| fingerprint(&key(), &reference))
    }

    fn minute(minute: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + 60 * minute).unwrap()
    }

    #[test]
    fn the_longest_line_fits_and_is_read_again() {
        for text in [&"é".repeat(64), &"👋".repeat(64), "BOOKING 48213", ""] {
            let desk = "字".repeat(40);
            let line = Line::of(Event::Verified, &record(text), &desk, &key());
            let page = page_of(&key(), &record(text).number);
            let sealed = key().seal_note(page, &line.write(), &mut rand::rng());
            assert!(sealed.len() <= LONGEST_LINE, "{}", sealed.len());
            let note = Note {
                at: minute(0),
                line: sealed,
            };
            assert_eq!(Line::open(&key(), page, &note), Some(line));
        }
    }

    #[test]
    fn a_line_shows_nothing_at_rest_and_opens_on_its_own_page_alone() {
        let page = page_of(&key(), &record("BOOKING 48213").number);
        let line = line(Event::Asked, "BOOKING 48213");
        let sealed = key().seal_note(page, &line.write(), &mut rand::rng());
        let shown = String::from_utf8_lossy(&sealed);
        assert!(!shown.contains("BOOKING") && !shown.contains("Reception"));
        let note = Note {
            at: minute(0),
            line: sealed,
        };
        assert_eq!(
            Line::open(&key(), key().page("number/+46701740606"), &note),
            None
        );
        assert_eq!(
            Line::open(&SiteKey::from_bytes(&[8; 32]), page, &note),
            None
        );
    }

    #[test]
    fn what_is_no_line_is_passed_over() {
        for bytes in [
            &[][..],
            &[9; 12],
            &[1; 4],
            &[1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 90],
        ] {
            assert_eq!(Line::read(bytes), None);
        }
    }

    #[test]
    fn the_last_verification_of_the_hour_is_told_with_its_reference_unless_it_is_the_same() {
        let lines = [
            (minute(0), line(Event::Verified, "ROOM 1")),
            (minute(40), line(Event::Verified, "ROOM 2")),
            (minute(50), line(Event::Asked, "ROOM 3")),
        ];
        let told = |own: &str, now| verified_lately(&lines, print(own), minute(now));
        let before = told("ROOM 9", 55).unwrap();
        assert_eq!(
            (before.at, before.desk.as_str()),
            (minute(40), "Reception 2")
        );
        assert_eq!(before.reference.as_deref(), Some("ROOM 2"));
        assert_eq!(told("ROOM 2", 55).unwrap().reference, None);
        assert!(told("", 99).is_some());
        assert_eq!(told("", 100), None, "an hour is over");
    }

    #[test]
    fn references_are_many_from_the_sites_number_on_and_each_counts_once() {
        let lines = [
            (minute(0), line(Event::Asked, "ROOM 1")),
            (minute(1), line(Event::Verified, "ROOM 1")),
            (minute(2), line(Event::Asked, "ROOM 2")),
            (minute(3), line(Event::Asked, "")),
        ];
        assert_eq!(many(&lines, print(""), 3), None);
        assert_eq!(many(&lines, print("ROOM 1"), 3), None);
        assert_eq!(many(&lines, print("ROOM 3"), 3), Some(3));
        assert_eq!(many(&lines, print(""), 2), Some(2));
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!(cut("Reception", 9), "Reception");
        assert_eq!(cut("Réception", 9), "Récep…");
        assert_eq!(cut("éééé", 6), "é…");
    }
}
