//! A barcode scanner in step 1: what it reads is the reference, wherever the focus is, and sends nothing. What a
//! hand types is never taken for a scan.

use std::time::Duration;

use countersign_driver::{Desk, Error, Key, View, Window};
use serde_json::json;

use crate::{SOON, WELL, open};

/// A busy machine now and then lets more time pass between two keys than a scanner does.
const ATTEMPTS: usize = 20;

/// Scans, and tells whether it came through as fast as a scanner types.
async fn scanned(window: &Window, text: &str) -> Result<bool, Error> {
    window
        .execute(
            "window.pressed = [];
             window.listening ??= addEventListener(
                 'keydown', ({ timeStamp }) => window.pressed.push(timeStamp), { capture: true }) ?? true;",
            vec![],
        )
        .await?;
    // A hand lays the scanner on: what was typed before is no part of the scan.
    tokio::time::sleep(Duration::from_millis(200)).await;
    window.scan(text).await?;
    let widest =
        "return Math.max(...window.pressed.map((at, place, all) => at - (all[place - 1] ?? at)))";
    Ok(window.execute(widest, vec![]).await?.as_f64() < Some(35.0))
}

/// Takes what was typed too slowly for a scan away again: Enter sent it, or it was refused.
async fn put_right(window: &Window, focus: &str, number: &str) -> Result<(), Error> {
    if window.find("#code-view").await? {
        window.press(Key::Escape).await?;
    }
    window.tab_to(focus).await?;
    window
        .execute(
            "for (const field of document.querySelectorAll('#phone, #reference')) {
                 field.value = field.id === 'phone' ? arguments[0] : '';
                 field.dispatchEvent(new Event('input'));
             }",
            vec![json!(number)],
        )
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_scan_goes_into_the_reference_and_sends_nothing() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.wait_for_view(View::Request).await?;
    for focus in ["#reference", "#phone", "#region", "#send", "[name=channel]"] {
        window.tab_to(focus).await?;
        let before = window.value("#region").await?;
        for _ in 0..ATTEMPTS {
            if scanned(&window, "Booking 48213").await? {
                break;
            }
            put_right(&window, focus, "").await?;
        }
        assert_eq!(
            window.value("#reference").await?,
            "Booking 48213",
            "{focus}"
        );
        assert_eq!(window.value("#phone").await?, "", "{focus}");
        assert_eq!(window.value("#region").await?, before, "{focus}");
        window
            .wait_for_text("#announcements", "Booking 48213", SOON)
            .await?;
        assert!(
            window.find("#request-view").await?,
            "{focus}: nothing was sent"
        );
        window
            .execute("document.querySelector('#reference').value = ''", vec![])
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_was_typed_before_a_scan_stays_and_can_be_sent() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    let field = "#phone";
    for _ in 0..ATTEMPTS {
        if scanned(&window, "R-7341").await? {
            break;
        }
        put_right(&window, field, WELL).await?;
    }
    assert_eq!(window.value("#reference").await?, "R-7341");
    assert_eq!(window.value(field).await?, WELL);
    window.wait_for_focus(field, SOON).await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await?;
    window
        .wait_for_text("#code-reference", "R-7341", SOON)
        .await
}

#[tokio::test]
async fn enter_by_hand_in_the_reference_sends() -> Result<(), Error> {
    let window = open().await?;
    let desk = Desk::new(&window);
    desk.type_number(WELL).await?;
    window.tab_to("#reference").await?;
    window.type_text("R-7341").await?;
    window.press(Key::Enter).await?;
    desk.wait_for_view(View::Code).await
}

/// Presses of keys with the milliseconds since the one before, and what the last of them is part of.
#[tokio::test]
async fn a_scan_is_told_from_a_hand_by_its_time() -> Result<(), Error> {
    let window = open().await?;
    Desk::new(&window).wait_for_view(View::Request).await?;
    let keys = |text: &str, gap: f64, enter: f64| -> serde_json::Value {
        let typed = text.chars().map(|key| json!({ "key": key, "gap": gap }));
        typed
            .chain([json!({ "key": "Enter", "gap": enter })])
            .collect()
    };
    // Gaps of a person who types 120 words a minute, with two keys that overlap.
    let overlapping: serde_json::Value = [
        ("4", 90.0),
        ("8", 12.0),
        ("2", 95.0),
        ("1", 30.0),
        ("3", 70.0),
        ("0", 9.0),
        ("7", 34.0),
        ("Enter", 80.0),
    ]
    .map(|(key, gap)| json!({ "key": key, "gap": gap }))
    .into_iter()
    .collect();
    let held: serde_json::Value = (0..12)
        .map(|_| json!({ "key": "0", "gap": 33 }))
        .chain([json!({ "key": "Enter", "gap": 20 })])
        .collect();
    let with_signs: serde_json::Value = json!([
        { "key": "Shift", "gap": 200 }, { "key": "B", "gap": 5 }, { "key": "4", "gap": 5 },
        { "key": "Control", "gap": 2 }, { "key": "]", "gap": 3, "isCommand": true },
        { "key": "8", "gap": 5 }, { "key": "2", "gap": 5 }, { "key": "Enter", "gap": 5 },
    ]);
    for (name, presses, part, text) in [
        (
            "a scanner by cable",
            keys("BOOKING 48213", 2.0, 2.0),
            "scanned",
            "BOOKING 48213",
        ),
        (
            "a slow one by radio",
            keys("48213", 30.0, 34.0),
            "scanned",
            "48213",
        ),
        (
            "signs that only machines read",
            with_signs,
            "scanned",
            "B482",
        ),
        ("too short", keys("482", 2.0, 2.0), "hand", ""),
        (
            "a hand at 200 words a minute",
            keys("booking", 60.0, 60.0),
            "hand",
            "",
        ),
        (
            "a hand at the keypad",
            keys("0701740605", 80.0, 70.0),
            "hand",
            "",
        ),
        ("keys that overlap", overlapping, "hand", ""),
        (
            "Enter by hand after a paste at once",
            keys("48213", 2.0, 120.0),
            "hand",
            "",
        ),
        ("a key held down", held, "hand", ""),
        ("Enter alone", keys("", 0.0, 1.0), "hand", ""),
    ] {
        let pressed = window
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 import('/burst.js').then(({ createBurst }) => {
                   const burst = createBurst();
                   let at = 1000;
                   const parts = arguments[0].map(({ gap, ...press }) => burst.press({ ...press, at: (at += gap) }));
                   done([parts.at(-1), parts.at(-1) === 'scanned' ? burst.text() : '']);
                 });",
                vec![presses],
            )
            .await?;
        assert_eq!(pressed, json!([part, text]), "{name}");
    }
    Ok(())
}
