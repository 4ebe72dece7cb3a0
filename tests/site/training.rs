//! Desks in training share the site's Redis with those at work, and neither sees the other.

use std::sync::Arc;

use countersign_core::challenge::{DeskId, Route};
use countersign_core::sinch::transport::Timeouts;
use countersign_core::store::redis::{RedisSecrets, RedisStore};
use countersign_core::time::SystemClock;

use crate::site::{KEY, Site, WELL, begin};
use crate::staff::{desk, routes};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn training_and_work_stay_apart() {
    let site = Site::found().await;
    let at_work = site.desk("Reception 1");
    let store = RedisStore::for_training(&site.settings(), RedisSecrets::default(), SystemClock);
    let id = DeskId::draw(&mut rand::rng());
    let routes = routes(&site.sandbox, Timeouts::default(), Arc::new(SystemClock));
    let in_training = desk(
        id,
        "Reception 2",
        routes,
        Arc::new(store.expect("a store")),
        &KEY,
    );

    let practised = begin(&in_training, WELL, Route::SinchSms).await;
    let seen = at_work.open_challenges().await.expect("the store works");
    assert!(seen.is_empty(), "{seen:?}");
    // The pause of 30 seconds after a text to the same number is training's alone.
    let real = begin(&at_work, WELL, Route::SinchSms).await;
    let seen = in_training
        .open_challenges()
        .await
        .expect("the store works");
    let seen: Vec<_> = seen.iter().map(|open| open.challenge.id).collect();
    assert_eq!(seen, [practised.challenge.id]);
    assert_ne!(practised.challenge.id, real.challenge.id);
}
