//! When a site's deliveries are in trouble, and when they are not.

use super::*;
use crate::challenge::NumberKey;

const WELL: Fared = Fared::Delivered(Duration::from_secs(4));
const SLOW: Fared = Fared::Delivered(Duration::from_secs(75));
const STUCK: Fared = Fared::UnderWay(Duration::from_secs(71));
const FAILED: Fared = Fared::Failed(DeliveryFailure::CarrierFailure);

fn challenge(number: u8) -> ChallengeId {
    ChallengeId::draw(NumberKey([number; 16]), &mut rand::rng())
}

/// Each phone one line, in this order.
fn course(fared: &[Fared]) -> Course {
    let lines: Vec<_> = (1..)
        .zip(fared)
        .map(|(number, fared)| Line::about(challenge(number), *fared))
        .collect();
    SiteCourse::of(&lines).course
}

#[test]
fn four_phones_say_nothing_about_a_site() {
    assert_eq!(course(&[]), Course::Usual);
    assert_eq!(course(&[FAILED; 4]), Course::Usual);
    assert_eq!(course(&[FAILED; 5]), Course::Failing { failed: 5, of: 5 });
}

#[test]
fn half_of_the_newest_ten_in_trouble_is_trouble() {
    let mostly_well = [[WELL; 6].as_slice(), &[SLOW; 4]].concat();
    assert_eq!(course(&mostly_well), Course::Usual);
    let half = [[WELL; 5].as_slice(), &[SLOW; 3], &[STUCK; 2]].concat();
    let slow = Course::Slow {
        slow: 5,
        failed: 0,
        of: 10,
    };
    assert_eq!(course(&half), slow);
}

#[test]
fn slow_and_failed_together_are_trouble_too() {
    let course = course(&[WELL, WELL, SLOW, SLOW, FAILED]);
    let slow = Course::Slow {
        slow: 2,
        failed: 1,
        of: 5,
    };
    assert_eq!(course, slow);
}

#[test]
fn it_clears_by_itself_as_texts_arrive_again() {
    let trouble = [FAILED; 10];
    let better = [trouble.as_slice(), &[WELL; 5]].concat();
    assert_eq!(course(&better), Course::Failing { failed: 5, of: 10 });
    let well = [trouble.as_slice(), &[WELL; 6]].concat();
    assert_eq!(course(&well), Course::Usual);
}

#[test]
fn a_phone_that_is_off_makes_no_site_fail_however_often_it_is_tried() {
    let tries = [Line::about(challenge(1), FAILED); 9];
    assert_eq!(SiteCourse::of(&tries).course, Course::Usual);
}

#[test]
fn a_phone_counts_by_its_newest_send() {
    let lines: Vec<_> = [FAILED, WELL]
        .into_iter()
        .flat_map(|fared| (1..=5).map(move |number| Line::about(challenge(number), fared)))
        .collect();
    assert_eq!(SiteCourse::of(&lines).course, Course::Usual);
}

#[test]
fn who_waited_for_over_a_minute_did_wait_whenever_the_code_came_back() {
    let lines: Vec<_> = [STUCK, Fared::Arrived]
        .into_iter()
        .flat_map(|fared| (1..=5).map(move |number| Line::about(challenge(number), fared)))
        .collect();
    assert!(matches!(
        SiteCourse::of(&lines).course,
        Course::Slow { slow: 5, .. }
    ));
}

#[test]
fn what_is_the_numbers_own_fault_says_nothing_about_the_site() {
    for failure in [
        DeliveryFailure::Unroutable,
        DeliveryFailure::NobodyThere,
        DeliveryFailure::Cancelled,
        DeliveryFailure::Replaced,
    ] {
        assert_eq!(course(&[Fared::Failed(failure); 9]), Course::Usual);
    }
}

#[test]
fn a_channel_arrives_where_something_was_seen_to() {
    let of = |fared: Fared| SiteCourse::of(&[Line::about(challenge(1), fared)]).arrives;
    assert!(of(WELL));
    assert!(of(Fared::Arrived));
    assert!(!of(FAILED));
    assert!(!SiteCourse::of(&[]).arrives);
}

#[test]
fn a_line_is_read_as_it_was_written_and_names_nobody() {
    let id = challenge(0xab);
    for fared in [WELL, Fared::Arrived, STUCK]
        .into_iter()
        .chain(DeliveryFailure::ALL.map(Fared::Failed))
    {
        let line = Line::about(id, fared);
        let written = line.to_string();
        assert_eq!(Line::read(written.as_bytes()), Some(line), "{written}");
        assert!(written.starts_with("abababab "), "{written}");
        assert!(written.len() < 64, "{written}");
    }
}

#[test]
fn a_line_of_another_version_is_passed_over() {
    for line in [
        "",
        "abababab",
        "abababab teleported",
        "abababab delivered soon",
        "x delivered 1",
    ] {
        assert_eq!(Line::read(line.as_bytes()), None, "{line}");
    }
    assert_eq!(Line::read(&[0xff, 0xfe]), None);
}
