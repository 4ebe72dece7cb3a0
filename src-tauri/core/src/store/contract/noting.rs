//! The site's notebook: lines for other desks, which no rule reads.

use super::Fixture;
use super::site::{DAY, HOUR, MILLISECOND, MINUTE, RIGHT, SECOND, Site, done};
use crate::challenge::Verdict;
use crate::store::{LONGEST_LINE, MOST_LINES, NotePage, RefusedBecause, StoreFault};
use crate::time::after;

const PAGE: NotePage = NotePage([1; 16]);
const OTHER: NotePage = NotePage([2; 16]);

/// Any bytes are a line, the shortest and the longest too, and each has its time.
pub async fn a_page_tells_its_lines_in_the_order_of_writing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    assert!(site.lines(PAGE).await.is_empty());
    let all: Vec<u8> = (0..=u8::MAX).collect();
    let lines: [&[u8]; 4] = [b"b", b"", &all, b"a"];
    let begun = site.now().await;
    for line in lines {
        site.note(PAGE, line, HOUR).await;
        site.advance(SECOND).await;
    }
    site.note(OTHER, b"another page", HOUR).await;
    let notes = done(site.store.notes(PAGE).await);
    let told: Vec<_> = notes.iter().map(|note| note.line.as_slice()).collect();
    assert_eq!(told, lines);
    assert_eq!(site.lines(OTHER).await, [b"another page"]);
    for pair in notes.windows(2) {
        assert!(after(pair[0].at, SECOND) <= pair[1].at);
    }
    assert!(begun <= notes[0].at);
}

/// What happened twice is written twice, though it be in the same moment.
pub async fn the_same_line_twice_is_two_lines(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    for _ in 0..2 {
        site.note(PAGE, b"delivered", HOUR).await;
    }
    assert_eq!(site.lines(PAGE).await, [b"delivered", b"delivered"]);
}

/// Each by its own word, whichever was written first.
pub async fn a_line_is_kept_as_long_as_asked(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    site.note(PAGE, b"hour", HOUR).await;
    let written = site.now().await;
    site.note(PAGE, b"minute", MINUTE).await;
    site.note(OTHER, b"never", MILLISECOND).await;
    site.advance(MINUTE - MILLISECOND).await;
    assert!(site.now().await < after(written, MINUTE));
    assert_eq!(site.lines(PAGE).await, [b"hour".as_slice(), b"minute"]);
    assert!(site.lines(OTHER).await.is_empty());
    site.advance(MILLISECOND).await;
    assert_eq!(site.lines(PAGE).await, [b"hour"]);
    site.advance(HOUR - MINUTE).await;
    assert!(site.lines(PAGE).await.is_empty());
    site.note(PAGE, b"anew", HOUR).await;
    assert_eq!(site.lines(PAGE).await, [b"anew"]);
}

/// Nobody keeps a list of customers here.
pub async fn a_line_is_kept_for_a_day_at_most(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    site.note(PAGE, b"a week, it was said", 7 * DAY).await;
    site.advance(DAY - MILLISECOND).await;
    assert_eq!(site.lines(PAGE).await.len(), 1);
    site.advance(MILLISECOND).await;
    assert!(site.lines(PAGE).await.is_empty());
}

/// The oldest give way, and only on their own page.
pub async fn a_page_keeps_its_newest_lines(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    site.note(OTHER, b"another page", HOUR).await;
    let written: Vec<_> = (0..u16::from(MOST_LINES) + 3)
        .map(|line| line.to_string().into_bytes())
        .collect();
    for line in &written {
        site.note(PAGE, line, HOUR).await;
    }
    assert_eq!(site.lines(PAGE).await, written[3..]);
    assert_eq!(site.lines(OTHER).await.len(), 1);
}

/// A page has a size that a store can be planned by.
pub async fn a_line_that_is_too_long_is_refused(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    site.note(PAGE, &[7; LONGEST_LINE], HOUR).await;
    let refused = site.store.note(PAGE, &[7; LONGEST_LINE + 1], HOUR).await;
    assert!(matches!(
        refused,
        Err(StoreFault::Refused {
            because: RefusedBecause::Other,
            ..
        })
    ));
    assert_eq!(site.lines(PAGE).await, [[7; LONGEST_LINE]]);
}

/// They are the site's, not a desk's.
pub async fn pages_outlive_a_restart(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    site.note(PAGE, b"before", HOUR).await;
    let site = site.restarted().await;
    site.note(PAGE, b"after", HOUR).await;
    assert_eq!(site.lines(PAGE).await, [b"before".as_slice(), b"after"]);
}

/// Neither do lines make a number remembered, nor does an ending erase them.
pub async fn a_page_changes_nothing_else(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    // The page and the number have the same digest, which the site key sees to that they never have.
    site.note(PAGE, b"a line", HOUR).await;
    assert!(!site.remembers(1).await);
    assert!(site.open().await.is_empty());
    let begun = site.begin(1).await;
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
    assert_eq!(site.lines(PAGE).await, [b"a line"]);
}

/// Desks write at once.
pub async fn of_many_lines_at_once_none_is_lost(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let desks: Vec<_> = (0..20_u8)
        .map(|line| {
            let store = site.store.clone();
            tokio::spawn(async move { store.note(PAGE, &[line], HOUR).await })
        })
        .collect();
    for desk in desks {
        let written = desk.await;
        assert!(matches!(written, Ok(Ok(()))), "{written:?}");
    }
    let mut lines = site.lines(PAGE).await;
    lines.sort_unstable();
    let all: Vec<_> = (0..20_u8).map(|line| vec![line]).collect();
    assert_eq!(lines, all);
}
