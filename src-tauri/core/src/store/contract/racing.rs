//! Many at once: of 64 askers exactly as many win as the rules allow.

use std::sync::Arc;

use tokio::task::JoinSet;

use super::Fixture;
use super::site::{
    HOUR, MINUTE, RIGHT, Site, WRONG, desk, done, draw_try, first_of, number, own, refused,
};
use crate::challenge::{CodeDigest, Gone, Verdict};
use crate::policy::{Limits, Rule};
use crate::store::{Counted, Reserved, Store, StoreFault, TryOutcome};
use crate::time::after;

const MANY: usize = 64;

impl<F: Fixture> Site<F> {
    /// Asks [`MANY`] times at once, over several connections, and collects what was answered.
    async fn at_once<A, Asked>(
        &self,
        ask: impl Fn(Arc<dyn Store>, Limits, usize) -> Asked,
    ) -> Vec<A>
    where
        A: Send + 'static,
        Asked: Future<Output = Result<A, StoreFault>> + Send + 'static,
    {
        let mut connections = Vec::new();
        for _ in 0..4 {
            connections.push(self.fixture.store().await);
        }
        let mut asking = JoinSet::new();
        for turn in 0..MANY {
            let store = Arc::clone(&connections[turn % connections.len()]);
            asking.spawn(ask(store, self.limits.clone(), turn));
        }
        asking.join_all().await.into_iter().map(done).collect()
    }
}

fn count<A: PartialEq>(answers: &[A], wanted: &A) -> usize {
    answers.iter().filter(|answer| *answer == wanted).count()
}

/// Single use holds under concurrency.
pub async fn of_many_right_codes_one_is_accepted(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let id = site.begin(1).await.id;
    let answers = site
        .at_once(|store, limits, _| async move {
            store
                .check(id, draw_try(), &CodeDigest([RIGHT; 32]), &limits)
                .await
        })
        .await;
    assert_eq!(count(&answers, &Verdict::Verified), 1);
    let rest = Verdict::Gone(Gone::AlreadyVerified);
    assert_eq!(count(&answers, &rest), MANY - 1);
}

/// Guessing in parallel gives no more guesses.
pub async fn of_many_wrong_codes_five_are_counted(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let id = site.begin(1).await.id;
    let answers = site
        .at_once(|store, limits, _| async move {
            store
                .check(id, draw_try(), &CodeDigest([WRONG; 32]), &limits)
                .await
        })
        .await;
    for left in [4, 3, 2, 1] {
        assert_eq!(count(&answers, &Verdict::Wrong { left }), 1);
    }
    let until = after(site.now().await, 15 * MINUTE);
    assert_eq!(count(&answers, &Verdict::Locked { until }), MANY - 4);
    site.advance(15 * MINUTE).await;
    let anew = site.begin(1).await;
    assert_eq!(anew.tries_left, 5, "a sixth would show here");
}

/// Right and wrong codes at once: never more than one success, never more than five tries.
pub async fn the_right_code_among_many_wrong_wins_only_within_the_limit(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let id = site.begin(1).await.id;
    let answers = site
        .at_once(|store, limits, turn| async move {
            let code = if turn % 2 == 0 { RIGHT } else { WRONG };
            store
                .check(id, draw_try(), &CodeDigest([code; 32]), &limits)
                .await
        })
        .await;
    let wrong = answers
        .iter()
        .filter(|answer| matches!(answer, Verdict::Wrong { .. }))
        .count();
    assert!(count(&answers, &Verdict::Verified) <= 1);
    assert!(wrong <= 4, "{wrong} wrong codes were compared");
}

/// Sinch is asked about five tries, not more.
pub async fn of_many_pending_tries_five_are_asked(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let id = site.begin_by_sinch(1).await.id;
    let answers = site
        .at_once(|store, limits, _| async move { store.count_try(id, draw_try(), &limits).await })
        .await;
    let until = after(site.now().await, 15 * MINUTE);
    let locked = Counted::Decided(Verdict::Locked { until });
    assert_eq!(count(&answers, &locked), MANY - 5);
}

/// A try finished many times at once is verified by each of them, since it is one success.
pub async fn of_many_finishes_of_a_try_all_say_the_same(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let id = site.begin_by_sinch(1).await.id;
    let (attempt, _) = site.counted(id).await;
    let answers = site
        .at_once(|store, limits, _| async move {
            store.finish(id, attempt, TryOutcome::Right, &limits).await
        })
        .await;
    assert_eq!(count(&answers, &Verdict::Verified), MANY);
    let another = site.finish(id, draw_try(), TryOutcome::Right).await;
    assert_eq!(another, Verdict::Gone(Gone::AlreadyVerified));
}

/// Many tries that Sinch confirms are one success.
pub async fn of_many_confirmed_tries_one_verifies(fixture: impl Fixture) {
    let limits = Limits {
        tries: u8::MAX,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let id = site.begin_by_sinch(1).await.id;
    let mut attempts = Vec::new();
    for _ in 0..MANY {
        attempts.push(site.counted(id).await.0);
    }
    let answers = site
        .at_once(|store, limits, turn| {
            let attempt = attempts[turn];
            async move { store.finish(id, attempt, TryOutcome::Right, &limits).await }
        })
        .await;
    assert_eq!(count(&answers, &Verdict::Verified), 1);
}

fn grants(answers: &[Reserved]) -> usize {
    answers
        .iter()
        .filter(|answer| matches!(answer, Reserved::Granted(_)))
        .count()
}

/// The last send of a cap goes to one.
pub async fn the_last_send_of_a_cap_is_granted_once(fixture: impl Fixture) {
    let limits = Limits {
        desk_hourly: 3,
        ..Limits::default()
    };
    let site = Site::with(fixture, limits).await;
    let begun = site.begin(201).await.as_of;
    site.begin(202).await;
    let answers = site
        .at_once(|store, limits, turn| async move {
            let which = u8::try_from(turn).unwrap_or(u8::MAX);
            let request = first_of(number(which), desk(1), own(RIGHT));
            store.reserve(&request, &limits).await
        })
        .await;
    assert_eq!(grants(&answers), 1);
    let refusal = refused(Rule::DeskHourly, after(begun, HOUR));
    assert_eq!(count(&answers, &refusal), MANY - 1);
}

/// One number asked for many times at once gets one text.
pub async fn a_number_asked_for_at_once_is_sent_to_once(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let answers = site
        .at_once(|store, limits, _| async move {
            let request = first_of(number(1), desk(1), own(RIGHT));
            store.reserve(&request, &limits).await
        })
        .await;
    assert_eq!(grants(&answers), 1);
    assert_eq!(site.open().await.len(), 1);
}

/// One try sent many times at once, as by a desk that hears nothing, is one try and one success.
pub async fn of_many_checks_of_a_try_one_is_counted(fixture: impl Fixture) {
    let site = Site::new(fixture).await;
    let id = site.begin(1).await.id;
    let attempt = draw_try();
    let answers = site
        .at_once(|store, limits, _| async move {
            store
                .check(id, attempt, &CodeDigest([WRONG; 32]), &limits)
                .await
        })
        .await;
    assert_eq!(count(&answers, &Verdict::Wrong { left: 4 }), MANY);
    let attempt = draw_try();
    let answers = site
        .at_once(|store, limits, _| async move {
            store
                .check(id, attempt, &CodeDigest([RIGHT; 32]), &limits)
                .await
        })
        .await;
    assert_eq!(count(&answers, &Verdict::Verified), MANY);
    assert_eq!(
        site.check(id, RIGHT).await,
        Verdict::Gone(Gone::AlreadyVerified)
    );
}
