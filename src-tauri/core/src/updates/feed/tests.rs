//! The feed over real HTTP on the loopback, signed with keys that are made for each test.

use std::time::Duration;

use minisign::KeyPair;

use super::*;
use crate::sinch::test_server::{Reply, TestServer};

const SHORT: Timeouts = Timeouts {
    connect: Duration::from_millis(500),
    total: Duration::from_secs(1),
};

fn keys() -> KeyPair {
    KeyPair::generate_unencrypted_keypair().unwrap()
}

fn feed_of(version: &str) -> String {
    format!(
        r#"{{"version":"{version}","released":"2026-11-23","page":"https://countersign.example/"}}"#
    )
}

fn signed_by(keys: &KeyPair, text: &str) -> String {
    let signature = minisign::sign(Some(&keys.pk), &keys.sk, text.as_bytes(), None, None);
    signature.unwrap().into_string()
}

/// What a desk of version 0.1.0 that trusts `keys` makes of these answers.
async fn asked(keys: &KeyPair, replies: Vec<Reply>) -> Result<Option<String>, FeedError> {
    let server = TestServer::start(replies).await;
    let address = format!("http://{}/desk/newest.json", server.address());
    let feed = Feed {
        timeouts: SHORT,
        ..Feed::new(&address, &keys.pk.to_base64()).unwrap()
    };
    let running = "0.1.0".parse().unwrap();
    let newer = feed.newer_than(&running).await?;
    let paths: Vec<_> = server.requests().into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["/desk/newest.json", "/desk/newest.json.minisig"]);
    Ok(newer.map(|release| release.to_string()))
}

/// The same for a feed that says `text`, with that signature.
async fn told(keys: &KeyPair, text: &str, signature: &str) -> Result<Option<String>, FeedError> {
    let replies = vec![Reply::json(200, text), Reply::json(200, signature)];
    asked(keys, replies).await
}

#[tokio::test]
async fn a_later_version_that_is_signed_is_news() {
    let keys = keys();
    let feed = feed_of("0.2.0");
    let newer = told(&keys, &feed, &signed_by(&keys, &feed)).await;
    assert_eq!(newer.unwrap().as_deref(), Some("0.2.0"));
}

#[tokio::test]
async fn a_version_that_is_equal_or_older_is_none() {
    let keys = keys();
    for version in ["0.1.0", "0.0.9", "0.2.0-rc.1"] {
        let feed = feed_of(version);
        let newer = told(&keys, &feed, &signed_by(&keys, &feed)).await;
        assert_eq!(newer.unwrap(), None, "{version}");
    }
}

#[tokio::test]
async fn another_key_s_signature_counts_for_nothing() {
    let feed = feed_of("0.2.0");
    let refused = told(&keys(), &feed, &signed_by(&keys(), &feed)).await;
    assert!(matches!(refused, Err(FeedError::NotSigned)), "{refused:?}");
}

#[tokio::test]
async fn a_feed_that_was_changed_after_it_was_signed_counts_for_nothing() {
    let keys = keys();
    let signature = signed_by(&keys, &feed_of("0.2.0"));
    let refused = told(&keys, &feed_of("0.3.0"), &signature).await;
    assert!(matches!(refused, Err(FeedError::NotSigned)), "{refused:?}");
}

/// A comment that minisign vouches for belongs to the signature too.
#[tokio::test]
async fn a_signature_that_was_changed_counts_for_nothing() {
    let keys = keys();
    let feed = feed_of("0.2.0");
    let signature = signed_by(&keys, &feed).replace("timestamp:", "timestamp:9");
    let refused = told(&keys, &feed, &signature).await;
    assert!(matches!(refused, Err(FeedError::NotSigned)), "{refused:?}");
}

#[tokio::test]
async fn what_is_no_signature_counts_for_nothing() {
    let keys = keys();
    for signature in ["", "{}", "a\nb\nc\nd", "untrusted comment: \nRWQ="] {
        let refused = told(&keys, &feed_of("0.2.0"), signature).await;
        assert!(matches!(refused, Err(FeedError::NotSigned)), "{refused:?}");
    }
}

#[tokio::test]
async fn garbage_is_no_version_even_if_it_is_signed_and_no_error_repeats_it() {
    let keys = keys();
    for feed in [
        "",
        "<html>call-us-now</html>",
        r#"{"version":7}"#,
        r#"{"version":"call-us-now"}"#,
        r#"{"released":"call-us-now"}"#,
    ] {
        let refused = told(&keys, feed, &signed_by(&keys, feed)).await;
        assert!(matches!(refused, Err(FeedError::NoVersion)), "{refused:?}");
        assert!(!format!("{refused:?}").contains("call-us-now"));
    }
}

#[tokio::test]
async fn what_a_later_feed_says_besides_is_passed_over() {
    let keys = keys();
    let feed = r#"{"version":"0.2.0","urgent":true}"#;
    let newer = told(&keys, feed, &signed_by(&keys, feed)).await;
    assert_eq!(newer.unwrap().as_deref(), Some("0.2.0"));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let keys = keys();
    let elsewhere = TestServer::start(vec![Reply::json(200, &feed_of("0.2.0"))]).await;
    let location = format!("http://{}/newest.json", elsewhere.address());
    let refused = asked(&keys, vec![Reply::redirect(302, &location)]).await;
    assert!(
        matches!(refused, Err(FeedError::Status(302))),
        "{refused:?}"
    );
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn without_a_signature_beside_it_the_feed_is_not_read() {
    let keys = keys();
    let replies = vec![
        Reply::json(200, &feed_of("0.2.0")),
        Reply::json(404, "not found"),
    ];
    let refused = asked(&keys, replies).await;
    assert!(
        matches!(refused, Err(FeedError::Status(404))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn an_answer_beyond_16_kib_is_not_read_on() {
    let keys = keys();
    for declared in [true, false] {
        let refused = asked(&keys, vec![Reply::Huge { declared }]).await;
        assert!(matches!(refused, Err(FeedError::TooLarge)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_silent_drips_or_hangs_up_is_not_waited_for() {
    let keys = keys();
    for reply in [Reply::Silence, Reply::Drip, Reply::CutBeforeAnswer] {
        let refused = asked(&keys, vec![reply]).await;
        assert!(
            matches!(refused, Err(FeedError::NoAnswer(_))),
            "{refused:?}"
        );
        assert!(!format!("{refused:?}").contains("newest.json"));
    }
}

#[test]
fn a_feed_is_https_or_of_this_computer_and_nothing_but_an_address() {
    let key = keys().pk.to_base64();
    let taken = |address: &str| Feed::new(address, &key).map(|feed| feed.reach);
    for (address, expected) in [
        (
            "https://countersign.example/newest.json",
            Ok(Reach::Internet),
        ),
        ("http://127.0.0.1:8080/newest.json", Ok(Reach::Loopback)),
        ("http://[::1]:8080/newest.json", Ok(Reach::Loopback)),
        (
            "http://countersign.example/newest.json",
            Err(NotAFeed::NotEncrypted),
        ),
        ("http://localhost/newest.json", Err(NotAFeed::NotEncrypted)),
        ("http://192.0.2.1/newest.json", Err(NotAFeed::NotEncrypted)),
        ("ftp://127.0.0.1/newest.json", Err(NotAFeed::NotEncrypted)),
        ("file:///newest.json", Err(NotAFeed::Address)),
        ("newest.json", Err(NotAFeed::Address)),
        ("https://me@countersign.example/", Err(NotAFeed::Address)),
        (
            "https://countersign.example/?desk=1",
            Err(NotAFeed::Address),
        ),
        (
            "https://countersign.example/#newest",
            Err(NotAFeed::Address),
        ),
    ] {
        assert_eq!(taken(address), expected, "{address}");
    }
}

#[test]
fn without_a_key_there_is_no_feed() {
    for key in ["", "a key", "RWQf6LRCGA9i53mlYecO4IzT51TG"] {
        let refused = Feed::new("https://countersign.example/newest.json", key);
        assert_eq!(refused.err(), Some(NotAFeed::Key), "{key}");
    }
}
