//! Every training number, by both routes: what staff see of the request, of the delivery, and of the
//! code that the customer gives back. The desk and the client are real, the HTTP is real, and the
//! sandbox shares no code with the client.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use countersign_core::challenge::{By, Channel, Route, SendState, Verdict};
use countersign_core::delivery::Delivery;
use countersign_core::desk::{Checked, Requested};
use tokio::task::JoinSet;

use crate::rehearsal::Rehearsal;

/// Long enough for the number that answers after 8 s, and for no other that is slow.
const TOTAL: Duration = Duration::from_secs(10);
/// The desk looks after 1, 3 and 6 s.
const FOLLOWED: Duration = Duration::from_millis(6_500);
/// Past the number that is delivered after 40 s.
const LATER: Duration = Duration::from_secs(45);

/// Number; by Sinch SMS: request, delivery, verdict; by Sinch Verification: the same.
/// `-` where there is nothing to see. `unknown>sent`: the answer was lost, and Sinch knew the send.
const TABLE: &str = "
00 sent          delivered        verified | sent          waiting          verified
01 sent          delivered        verified | sent          waiting          verified
09 sent          delivered        verified | sent          waiting          verified
10 sent          delivered        verified | sent          waiting          verified
11 sent          with_carrier     -        | sent          waiting          -
12 sent          out_of_reach     -        | sent          carrier_failure  -
13 sent          unroutable       -        | sent          out_of_reach     -
20 invalid_number      -          -        | invalid_number      -          -
21 account_blocked     -          -        | no_credit           -          -
22 illegal_number_type -          -        | blacklisted         -          -
23 sent          unroutable       -        | no_route            -          -
24 capacity            -          -        | too_soon            -          -
25 capacity            -          -        | capacity            -          -
26 unknown       waiting          -        | unknown       waiting          -
27 sent          delivered        verified | sent          waiting          verified
28 unknown>sent  delivered        verified | unknown>sent  waiting          verified
29 unknown       waiting          -        | unknown       waiting          -
30 unknown>sent  delivered        verified | unknown>sent  waiting          verified
31 unknown>sent  delivered        verified | unknown>sent  waiting          verified
32 sent          delivered        verified | sent          waiting          wrong
33 sent          delivered        verified | sent          waiting          wrong
34 sent          delivered        verified | sent          waiting          verified
35 redirected          -          -        | redirected          -          -
36 unknown>sent  delivered        verified | unknown>sent  waiting          verified
";

#[tokio::test(flavor = "multi_thread")]
async fn every_training_number_ends_as_the_table_says() {
    let expected = normal(TABLE);
    let numbers: Vec<String> = expected.lines().map(|line| line[..2].to_owned()).collect();
    let (by_sms, by_verification) = tokio::join!(
        play_all(&numbers, Route::SinchSms),
        play_all(&numbers, Route::SinchVerification),
    );
    let mut seen = String::new();
    for (number, (sms, verification)) in numbers.iter().zip(by_sms.iter().zip(&by_verification)) {
        writeln!(seen, "{number} {sms} | {verification}").expect("a string grows");
    }
    assert_eq!(seen.trim_end(), expected);
}

/// One space between words, so that the table can be aligned.
fn normal(table: &str) -> String {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    table
        .trim()
        .lines()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

async fn play_all(numbers: &[String], route: Route) -> Vec<String> {
    let rehearsal = Arc::new(Rehearsal::begin(TOTAL).await);
    let mut plays = JoinSet::new();
    for (place, ending) in numbers.iter().cloned().enumerate() {
        let rehearsal = Arc::clone(&rehearsal);
        plays.spawn(async move { (place, play(&rehearsal, &ending, route).await) });
    }
    // The clock moves once for all, when the slowest request has been answered.
    tokio::time::sleep(TOTAL + Duration::from_secs(1)).await;
    rehearsal.sandbox.advance(LATER);
    let mut seen = plays.join_all().await;
    seen.sort_unstable();
    seen.into_iter().map(|(_, words)| words).collect()
}

async fn play(rehearsal: &Rehearsal, ending: &str, route: Route) -> String {
    let number = format!("+1 202 555 01{ending}");
    let began = tokio::time::Instant::now();
    let requested = rehearsal.request(&number, Channel::Sms, route).await;
    let open = match requested {
        Requested::Open(open) => open,
        Requested::NotSent(ref error, None) => {
            return format!("{} - -", error.code().trim_start_matches("sinch."));
        }
        Requested::NotSent(..)
        | Requested::Supervisor(_)
        | Requested::Unreadable(_)
        | Requested::Refused { .. }
        | Requested::Expired
        | Requested::Gone(_) => return format!("{requested:?}"),
    };
    let first = state(&open.challenge.send.state);
    tokio::time::sleep_until(began + TOTAL + Duration::from_secs(2)).await;

    let id = open.challenge.id;
    let mut last = (first, Delivery::Waiting);
    let follow = rehearsal.desk.follow(id, |news| {
        last = (state(&news.open.challenge.send.state), news.delivery);
    });
    // Only the following of what ends is waited for.
    let _ = tokio::time::timeout(FOLLOWED, follow).await;
    let (now, delivery) = last;
    let request = if first == now {
        first.to_owned()
    } else {
        format!("{first}>{now}")
    };

    let verdict = match rehearsal.given_back(&number) {
        None => "-".to_owned(),
        Some(code) => verdict(
            &rehearsal
                .desk
                .check(id, &code, By::Staff)
                .await
                .expect("an answer"),
        ),
    };
    format!("{request} {} {verdict}", words(delivery))
}

fn state(state: &SendState) -> &'static str {
    match state {
        SendState::Intent => "intent",
        SendState::Sent(_) => "sent",
        SendState::Unknown => "unknown",
    }
}

fn words(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Waiting => "waiting",
        Delivery::Queued => "queued",
        Delivery::WithCarrier => "with_carrier",
        Delivery::Delivered => "delivered",
        Delivery::Failed(failure) => failure.code().trim_start_matches("delivery."),
    }
}

fn verdict(checked: &Checked) -> String {
    match checked {
        Checked::Decided { verdict, .. } => match verdict {
            Verdict::Verified => "verified".to_owned(),
            Verdict::Wrong { .. } => "wrong".to_owned(),
            Verdict::Expired | Verdict::Locked { .. } | Verdict::Gone(_) => format!("{verdict:?}"),
        },
        Checked::NotACode(_)
        | Checked::NotANumber(_)
        | Checked::NothingSent
        | Checked::NotKnown
        | Checked::NotCounted => {
            format!("{checked:?}")
        }
    }
}
