//! The rules of `store`, as tests that any store must pass: one named function a rule.
//! Not a test module itself: [`store_contract!`](crate::store_contract) makes one of it.

use std::sync::Arc;
use std::time::Duration;

use super::Store;

pub mod clocks;
pub mod ending;
pub mod noting;
pub mod pending;
pub mod racing;
pub mod retrying;
pub mod sending;
pub mod settling;
mod site;
pub mod taking_over;
pub mod trying;
pub mod windows;

/// A store of its own for one rule, empty at first, and the time it goes by.
pub trait Fixture: Send + Sync {
    /// A further connection to the store, as after a crash or from another desk.
    fn store(&self) -> impl Future<Output = Arc<dyn Store>> + Send;

    /// Lets time pass.
    fn advance(&self, step: Duration) -> impl Future<Output = ()> + Send;

    /// Sets back the clock of the computer that asks the store.
    fn set_clock_back(&self, step: Duration) -> impl Future<Output = ()> + Send;
}

/// Makes tests of the rules. `store_contract!(fixture)` makes one test of each; `fixture` is an expression
/// that makes a new [`Fixture`]; it may wait. `store_contract!(in_turn fixture)` is an expression that holds
/// one store after the other to all of them, for servers that are slow to start.
#[macro_export]
macro_rules! store_contract {
    (in_turn $fixture:expr) => {
        $crate::store_contract! { @list in_turn ($fixture) }
    };
    ($fixture:expr) => {
        $crate::store_contract! { @list each ($fixture) }
    };
    (@list $how:ident $fixture:tt) => {
        $crate::store_contract! { @$how $fixture;
            sending {
                a_granted_send_is_written_down_as_an_intent,
                a_resend_waits_for_the_pause,
                resend_at_is_when_a_resend_is_granted,
                the_pause_belongs_to_the_number,
                sends_per_challenge_are_refused_for_good,
                a_refusal_writes_nothing,
                the_same_code_keeps_its_expiry,
                another_code_gets_a_whole_lifetime,
                a_code_by_sinch_gets_a_whole_lifetime,
                a_code_sent_before_another_keeps_its_expiry_too,
                an_expired_code_is_not_sent_again,
                what_is_not_open_is_not_sent_again,
                a_first_send_supersedes_the_numbers_other_challenge,
                a_name_that_is_taken_is_a_fault,
            }
            windows {
                the_numbers_hour_slides,
                the_numbers_hour_counts_resends,
                the_numbers_day_slides,
                the_desks_hour_slides,
                the_desks_hour_counts_who_sends,
                the_sites_day_slides,
                a_send_counts_however_its_challenge_ended,
                a_cap_of_none_refuses_for_good,
                the_first_rule_against_a_request_is_told,
                retry_at_is_when_no_rule_is_against,
            }
            settling {
                a_sent_send_tells_sinchs_id,
                an_unknown_send_leaves_the_challenge_open,
                sent_wins_over_unknown,
                not_sent_gives_the_reservation_back,
                not_sent_after_unknown_gives_the_reservation_back,
                a_resend_given_back_makes_the_send_before_current,
                a_first_send_given_back_leaves_a_later_one,
                not_sent_after_the_end_gives_the_counts_back,
                giving_back_revives_nothing,
                settling_twice_changes_nothing,
                settling_an_unknown_send_changes_nothing,
                settling_an_expired_challenge_answers_none,
                a_crash_leaves_an_intent_that_recovery_makes_unknown,
                recovery_is_of_the_desks_own_intents,
            }
            retrying {
                a_retry_keeps_its_name_and_counts_nothing,
                a_retry_waits_for_the_pause_since_the_try_before,
                a_send_that_is_not_unknown_is_not_retried,
                a_retry_under_way_is_not_retried,
                an_older_send_is_not_retried,
                a_retry_keeps_or_replaces_the_code,
                a_retry_not_sent_is_unknown_again,
                a_retry_is_recovered_by_the_desk_that_asked,
                what_is_not_open_is_not_retried,
            }
            trying {
                a_code_is_accepted_once,
                the_fifth_wrong_code_locks_the_number,
                the_try_that_reaches_the_limit_may_be_right,
                a_lock_refuses_everything_until_it_opens,
                a_lock_ends_the_challenge,
                locks_double_up_to_the_longest,
                wrong_tries_survive_all_but_success,
                wrong_tries_are_kept_for_a_day_after_the_last,
                a_forgotten_lock_does_not_double_the_next,
                an_expired_code_is_expired_to_the_millisecond,
                a_try_at_nothing_is_not_counted,
                no_code_matches_where_sinch_drew_it,
                a_code_opens_no_other_challenge,
                a_right_try_asked_again_is_right_again,
                a_wrong_try_asked_again_counts_once,
            }
            pending {
                a_pending_try_counts_at_once,
                a_confirmed_try_verifies_once,
                tries_not_confirmed_lock_the_number,
                the_pending_try_that_reaches_the_limit_may_be_right,
                a_try_counted_before_the_lock_may_be_right,
                a_try_counted_before_the_expiry_may_be_right,
                a_try_finishes_once,
                an_uncounted_try_is_never_right,
                an_expired_outcome_expires_the_challenge,
                an_expired_outcome_spares_a_newer_code,
                success_ends_the_other_pending_tries,
                cancelling_ends_pending_tries,
                superseding_ends_pending_tries,
                a_tries_name_that_is_taken_is_a_fault,
            }
            ending {
                cancelling_ends_an_open_challenge,
                cancelling_what_is_not_open_changes_nothing,
                an_unknown_challenge_is_not_found,
                an_ending_is_remembered_for_a_day,
                an_expiry_is_remembered_for_a_day,
                a_lock_is_told_before_the_ending,
                a_number_is_remembered_for_a_day_after_its_last_challenge,
                a_number_is_remembered_while_wrong_tries_or_a_lock_count,
                open_challenges_are_listed_oldest_first,
            }
            taking_over {
                a_challenge_taken_over_is_in_the_other_desks_hand,
                taking_over_keeps_code_tries_and_pause,
                taking_over_twice_is_taking_over_once,
                a_challenge_is_taken_back,
                sends_stay_with_the_desk_that_asked_for_them,
                what_is_not_open_is_not_taken_over,
            }
            noting {
                a_page_tells_its_lines_in_the_order_of_writing,
                the_same_line_twice_is_two_lines,
                a_line_is_kept_as_long_as_asked,
                a_line_is_kept_for_a_day_at_most,
                a_page_keeps_its_newest_lines,
                a_line_that_is_too_long_is_refused,
                pages_outlive_a_restart,
                a_page_changes_nothing_else,
                of_many_lines_at_once_none_is_lost,
            }
            racing {
                of_many_right_codes_one_is_accepted,
                of_many_wrong_codes_five_are_counted,
                the_right_code_among_many_wrong_wins_only_within_the_limit,
                of_many_pending_tries_five_are_asked,
                of_many_finishes_of_a_try_all_say_the_same,
                of_many_confirmed_tries_one_verifies,
                of_many_checks_of_a_try_one_is_counted,
                the_last_send_of_a_cap_is_granted_once,
                a_number_asked_for_at_once_is_sent_to_once,
            }
            clocks {
                a_clock_set_back_prolongs_no_code,
                a_clock_set_back_moves_no_pause_and_no_lock,
                a_restart_with_the_clock_set_back_revives_nothing,
                a_store_tells_its_kind_and_its_time,
            }
        }
    };
    (@in_turn ($fixture:expr); $($chapter:ident { $($rule:ident,)+ })+) => {
        $($($crate::store::contract::$chapter::$rule($fixture).await;)+)+
    };
    (@each ($fixture:expr); $($chapter:ident { $($rule:ident,)+ })+) => {
        $(mod $chapter {
            #[allow(unused_imports, reason = "the fixture's expression may need none")]
            use super::*;

            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $rule() {
                $crate::store::contract::$chapter::$rule($fixture).await;
            })+
        })+
    };
}

#[cfg(test)]
mod tests {
    /// A rule that is written and not run would hold nobody to anything.
    #[test]
    fn every_rule_is_run() {
        let list = include_str!("contract.rs");
        let chapters = [
            include_str!("contract/clocks.rs"),
            include_str!("contract/ending.rs"),
            include_str!("contract/noting.rs"),
            include_str!("contract/pending.rs"),
            include_str!("contract/racing.rs"),
            include_str!("contract/retrying.rs"),
            include_str!("contract/sending.rs"),
            include_str!("contract/settling.rs"),
            include_str!("contract/taking_over.rs"),
            include_str!("contract/trying.rs"),
            include_str!("contract/windows.rs"),
        ];
        for chapter in chapters {
            let rules = chapter
                .lines()
                .filter_map(|line| line.strip_prefix("pub async fn "))
                .filter_map(|line| line.split('(').next());
            for rule in rules {
                assert!(list.contains(&format!(" {rule},\n")), "{rule} is not run");
            }
        }
    }
}
