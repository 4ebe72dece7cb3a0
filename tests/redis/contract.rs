//! The contract of all stores, kept by Redis in each of the ways to run it.

use countersign_core::store_contract;

use super::servers::Servers;
use super::site::{Site, Sites};

mod single {
    use super::Site;

    countersign_core::store_contract!(Site::single());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_kept_behind_tls_by_a_user_who_may_do_no_more_than_the_desks_must() {
    let sites = Sites::on(Servers::protected);
    store_contract!(in_turn sites.next());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_kept_under_sentinels() {
    let sites = Sites::on(Servers::sentinels);
    store_contract!(in_turn sites.next());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_kept_in_a_cluster() {
    let sites = Sites::on(Servers::cluster);
    store_contract!(in_turn sites.next());
}
