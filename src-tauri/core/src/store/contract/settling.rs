//! What became of sends: taken, not gone out, unknown; and what a crash leaves.

use super::Fixture;
use super::site::{
    MINUTE, RIGHT, SECOND, Site, desk, draw_challenge, first_of, number, own, resend_of, sent,
};
use crate::challenge::{Challenge, Gone, ProviderId, SendState, Verdict};
use crate::policy::Limits;
use crate::store::Settlement;
use crate::time::after;

fn state(challenge: Option<Challenge>) -> Option<SendState> {
    challenge.map(|challenge| challenge.send.state)
}

fn taken(id: &str) -> Option<SendState> {
    Some(SendState::Sent(ProviderId::new(id)))
}

/// What Sinch called the send is told from then on.
pub async fn a_sent_send_tells_sinchs_id(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    assert_eq!(state(site.settle(&begun, sent("one")).await), taken("one"));
    assert_eq!(state(site.challenge(begun.id).await), taken("one"));
}

/// A lost answer leaves the challenge open.
pub async fn an_unknown_send_leaves_the_challenge_open(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let settled = site.settle(&begun, Settlement::Unknown).await;
    assert_eq!(state(settled), Some(SendState::Unknown));
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
}

/// Certainty replaces doubt, and doubt never certainty.
pub async fn sent_wins_over_unknown(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.settle(&begun, Settlement::Unknown).await;
    assert_eq!(state(site.settle(&begun, sent("one")).await), taken("one"));
    for late in [Settlement::Unknown, Settlement::NotSent, sent("two")] {
        assert_eq!(state(site.settle(&begun, late).await), taken("one"));
    }
}

/// What did not go out was never asked for: its number may be written to at once.
pub async fn not_sent_gives_the_reservation_back(fixture: impl Fixture) {
    let limits = Limits {
        number_hourly: 1,
        number_daily: 1,
        desk_hourly: 1,
        site_daily: 1,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    for _ in 0..3 {
        let begun = site.begin(1).await;
        assert_eq!(site.settle(&begun, Settlement::NotSent).await, None);
        assert_eq!(site.challenge(begun.id).await, None);
        assert_eq!(
            site.check(begun.id, RIGHT).await,
            Verdict::Gone(Gone::NotFound)
        );
    }
}

/// Looking a send up can turn doubt into the certainty that it never went out.
pub async fn not_sent_after_unknown_gives_the_reservation_back(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.settle(&begun, Settlement::Unknown).await;
    assert_eq!(site.settle(&begun, Settlement::NotSent).await, None);
    site.begin(1).await;
}

/// A resend that did not go out leaves everything as it was: code, expiry, pause, sends.
pub async fn a_resend_given_back_makes_the_send_before_current(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let before = site.settle(&begun, sent("one")).await;
    site.advance(30 * SECOND).await;
    let resent = site.granted(&resend_of(begun.id, own(2))).await;
    let given_back = site.settle(&resent, Settlement::NotSent).await;
    let unchanged = before.map(|before| Challenge {
        as_of: resent.as_of,
        ..before
    });
    assert_eq!(given_back, unchanged);
    assert_eq!(site.check(begun.id, 2).await, Verdict::Wrong { left: 4 });
    assert_eq!(site.check(begun.id, RIGHT).await, Verdict::Verified);
}

/// A first send that did not go out does not take along a later one that may have.
pub async fn a_first_send_given_back_leaves_a_later_one(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(30 * SECOND).await;
    let resent = site.granted(&resend_of(begun.id, own(2))).await;
    let left = site.settle(&begun, Settlement::NotSent).await;
    let unchanged = Challenge {
        sends: 1,
        resend_at: Some(after(resent.as_of, 30 * SECOND)),
        ..resent.clone()
    };
    assert_eq!(left, Some(unchanged));
    assert_eq!(site.settle(&resent, Settlement::NotSent).await, None);
    assert_eq!(site.check(begun.id, 2).await, Verdict::Gone(Gone::NotFound));
}

/// Counts and pause are given back after the end too; how it ended stays.
pub async fn not_sent_after_the_end_gives_the_counts_back(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.cancel(begun.id).await;
    assert_eq!(site.settle(&begun, Settlement::NotSent).await, None);
    assert_eq!(
        site.check(begun.id, RIGHT).await,
        Verdict::Gone(Gone::Cancelled)
    );
    site.begin(1).await;
}

/// What was superseded stays so, even if the send that did it never went out.
pub async fn giving_back_revives_nothing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let older = site.begin(1).await;
    site.advance(30 * SECOND).await;
    let newer = site.begin(1).await;
    site.settle(&newer, Settlement::NotSent).await;
    assert_eq!(
        site.check(older.id, RIGHT).await,
        Verdict::Gone(Gone::Superseded)
    );
    assert!(site.open().await.is_empty());
}

/// The same settlement twice is one.
pub async fn settling_twice_changes_nothing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    for (which, settlement) in [
        (1, sent("one")),
        (2, Settlement::Unknown),
        (3, Settlement::NotSent),
    ] {
        let begun = site.begin(which).await;
        let once = site.settle(&begun, settlement.clone()).await;
        assert_eq!(site.settle(&begun, settlement).await, once);
    }
    let begun = site.begin(4).await;
    site.advance(30 * SECOND).await;
    let resent = site.granted(&resend_of(begun.id, own(RIGHT))).await;
    let once = site.settle(&resent, Settlement::NotSent).await;
    assert_eq!(once.as_ref().map(|left| left.sends), Some(1));
    assert_eq!(site.settle(&resent, Settlement::NotSent).await, once);
}

/// A send of another name, or of another challenge, is not settled.
pub async fn settling_an_unknown_send_changes_nothing(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let (one, two) = (site.begin(1).await, site.begin(2).await);
    let crossed = Challenge {
        id: two.id,
        ..one.clone()
    };
    let answer = site.settle(&crossed, Settlement::NotSent).await;
    assert_eq!(answer, Some(two));
    let nobodys = Challenge {
        id: draw_challenge(),
        ..one.clone()
    };
    assert_eq!(site.settle(&nobodys, sent("one")).await, None);
    assert_eq!(site.challenge(one.id).await, Some(one));
}

/// A challenge that is over is not told, though its send is settled.
pub async fn settling_an_expired_challenge_answers_none(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    site.advance(5 * MINUTE).await;
    assert_eq!(site.settle(&begun, sent("one")).await, None);
}

/// Nobody knows whether an intent went out that a crash left behind.
pub async fn a_crash_leaves_an_intent_that_recovery_makes_unknown(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let begun = site.begin(1).await;
    let site = site.restarted().await;
    let left = site.challenge(begun.id).await;
    assert_eq!(left, Some(begun.clone()), "the intent survives");
    assert_eq!(site.recover(1).await, 1);
    let recovered = site.challenge(begun.id).await;
    assert_eq!(state(recovered), Some(SendState::Unknown));
    assert_eq!(site.recover(1).await, 0);
    assert_eq!(state(site.settle(&begun, sent("one")).await), taken("one"));
}

/// Recovery touches neither settled sends nor other desks' intents.
pub async fn recovery_is_of_the_desks_own_intents(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let settled = site.begin(1).await;
    site.settle(&settled, sent("one")).await;
    let others = site
        .granted(&first_of(number(2), desk(2), own(RIGHT)))
        .await;
    let (one, two) = (site.begin(3).await, site.begin(4).await);
    assert_eq!(site.recover(1).await, 2);
    assert_eq!(state(site.challenge(settled.id).await), taken("one"));
    let intent = Some(SendState::Intent);
    assert_eq!(state(site.challenge(others.id).await), intent);
    for unknown in [one, two] {
        let state = state(site.challenge(unknown.id).await);
        assert_eq!(state, Some(SendState::Unknown));
    }
}
