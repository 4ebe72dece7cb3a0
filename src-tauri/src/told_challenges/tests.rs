//! A window is told what is different, and nothing else.

use serde_json::{Value, json};

use super::*;
use crate::view::{ChannelView, CodesThatCount, RouteView, SendView};

fn challenge(id: &str, expires_in_ms: u64) -> ChallengeView {
    ChallengeView {
        id: id.to_owned(),
        last_two: "05".to_owned(),
        reference: None,
        language: countersign_core::text::Language::En,
        desk: "Reception 2".to_owned(),
        ours: true,
        channel: ChannelView::Sms,
        channels: vec![ChannelView::Sms],
        codes: CodesThatCount::Only,
        route: RouteView::SinchSms,
        send: SendView::Sent,
        told_end: None,
        sent_ago_ms: 300_000_u64.saturating_sub(expires_in_ms),
        code_length: Some(6),
        expires_in_ms,
        resend_in_ms: Some(0),
        tries_left: 5,
        sends: 1,
    }
}

fn after(start: Instant, seconds: u64) -> Instant {
    start + Duration::from_secs(seconds)
}

/// What is told, by names only.
fn names(told: Option<WatchedView>) -> Value {
    let ids = |challenges: Vec<ChallengeView>| {
        let ids = challenges.into_iter().map(|challenge| challenge.id);
        ids.collect::<Vec<_>>()
    };
    match told {
        None => Value::Null,
        Some(WatchedView::Open { challenges }) => json!({ "open": ids(challenges) }),
        Some(WatchedView::Changed { changed, ended }) => {
            json!({ "changed": ids(changed), "ended": ended })
        }
        Some(WatchedView::Away { code, .. }) => json!({ "away": code }),
    }
}

fn told_of(challenges: &[ChallengeView], at: Instant) -> ToldChallenges {
    let mut told = ToldChallenges::default();
    told.open_news(challenges.to_vec(), at);
    told
}

#[test]
fn the_first_word_is_everything() {
    let mut told = ToldChallenges::default();
    let open = vec![challenge("a", 300_000), challenge("b", 300_000)];
    let first = told.open_news(open, Instant::now());
    assert_eq!(names(first), json!({ "open": ["a", "b"] }));
}

#[test]
fn time_that_passes_is_no_news() {
    let start = Instant::now();
    let mut told = told_of(&[challenge("a", 300_000)], start);
    let later = told.open_news(vec![challenge("a", 295_000)], after(start, 5));
    assert_eq!(names(later), Value::Null);
    let at_the_end = told.open_news(vec![challenge("a", 0)], after(start, 300));
    assert_eq!(names(at_the_end), Value::Null);
}

#[test]
fn time_that_jumps_is_told() {
    let start = Instant::now();
    let mut told = told_of(&[challenge("a", 300_000), challenge("b", 300_000)], start);
    let jumped = vec![challenge("a", 298_000), challenge("b", 299_000)];
    let news = told.open_news(jumped.clone(), after(start, 1));
    assert_eq!(names(news), json!({ "changed": ["a"], "ended": [] }));
    let again = told.open_news(jumped, after(start, 1));
    assert_eq!(names(again), Value::Null);
}

#[test]
fn what_changed_what_is_new_and_what_ended_are_told_and_nothing_else() {
    let start = Instant::now();
    let [a, b, c] = ["a", "b", "c"].map(|id| challenge(id, 300_000));
    let mut told = told_of(&[a, b.clone(), c.clone()], start);
    let tried = ChallengeView { tries_left: 4, ..b };
    let news = told.open_news(vec![tried, c, challenge("d", 300_000)], start);
    assert_eq!(
        names(news),
        json!({ "changed": ["b", "d"], "ended": ["a"] })
    );
}

#[test]
fn a_pause_that_comes_or_goes_is_told() {
    let start = Instant::now();
    let mut told = told_of(&[challenge("a", 300_000)], start);
    let spent = ChallengeView {
        resend_in_ms: None,
        ..challenge("a", 300_000)
    };
    let news = told.open_news(vec![spent], start);
    assert_eq!(names(news), json!({ "changed": ["a"], "ended": [] }));
}

#[test]
fn another_order_is_told_as_a_whole() {
    let start = Instant::now();
    let [a, b] = ["a", "b"].map(|id| challenge(id, 300_000));
    let mut told = told_of(&[a.clone(), b.clone()], start);
    let news = told.open_news(vec![b, a], start);
    assert_eq!(names(news), json!({ "open": ["b", "a"] }));
}

#[test]
fn a_store_that_is_back_is_told_though_nothing_changed() {
    let start = Instant::now();
    let mut told = told_of(&[], start);
    let away = Watched::Away {
        code: "store.no-answer",
        away: Duration::ZERO,
    };
    assert_eq!(
        names(told.news(away, start)),
        json!({ "away": "store.no-answer" })
    );
    assert_eq!(
        names(told.news(Watched::Open(vec![]), start)),
        json!({ "open": [] })
    );
}
