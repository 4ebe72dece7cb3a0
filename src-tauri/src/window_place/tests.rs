//! Windows on desktops that are not what they were.

use proptest::prelude::*;

use super::*;

const NO_FRAME: (u32, u32) = (0, 0);

const fn at(x: i32, y: i32, width: u32, height: u32) -> Area {
    Area {
        x,
        y,
        width,
        height,
    }
}

const LARGE: Area = at(0, 0, 1920, 1040);
const AT_THE_RIGHT: Area = at(1920, 0, 1920, 1080);
const AT_THE_LEFT: Area = at(-1280, 200, 1280, 1024);

#[test]
fn a_window_in_sight_stays_where_it_is() {
    for (place, monitors) in [
        (at(100, 80, 1040, 680), vec![LARGE]),
        (at(2500, 300, 1040, 680), vec![LARGE, AT_THE_RIGHT]),
        (at(-1200, 300, 420, 560), vec![LARGE, AT_THE_LEFT]),
        (at(0, 0, 1920, 1040), vec![LARGE]),
    ] {
        assert_eq!(fitted(place, NO_FRAME, &monitors), Some(place));
    }
}

#[test]
fn a_window_whose_monitor_is_gone_comes_to_the_first_one() {
    let place = at(2500, 300, 1040, 680);
    assert_eq!(
        fitted(place, NO_FRAME, &[LARGE]),
        Some(at(880, 300, 1040, 680))
    );
    let place = at(-1200, 900, 420, 560);
    assert_eq!(
        fitted(place, NO_FRAME, &[LARGE]),
        Some(at(0, 480, 420, 560))
    );
}

#[test]
fn a_window_that_is_partly_out_of_sight_comes_in_where_most_of_it_is() {
    let place = at(1900, -40, 1040, 680);
    assert_eq!(
        fitted(place, NO_FRAME, &[LARGE, AT_THE_RIGHT]),
        Some(at(1920, 0, 1040, 680))
    );
}

#[test]
fn a_window_is_no_larger_than_what_shows_it() {
    assert_eq!(
        fitted(at(500, 500, 2400, 1600), NO_FRAME, &[LARGE]),
        Some(at(0, 0, 1920, 1040))
    );
}

#[test]
fn a_frame_is_in_sight_too() {
    assert_eq!(
        fitted(at(0, 900, 1040, 680), (16, 39), &[LARGE]),
        Some(at(0, 321, 1040, 680))
    );
    assert_eq!(
        fitted(at(0, 0, 1920, 1040), (16, 39), &[LARGE]),
        Some(at(0, 0, 1904, 1001))
    );
}

#[test]
fn without_a_monitor_nothing_is_moved() {
    assert_eq!(fitted(at(0, 0, 1040, 680), NO_FRAME, &[]), None);
    assert_eq!(
        fitted(at(0, 0, 1040, 680), NO_FRAME, &[at(0, 0, 0, 0)]),
        None
    );
}

fn any_area() -> impl Strategy<Value = Area> {
    (any::<i32>(), any::<i32>(), any::<u32>(), any::<u32>())
        .prop_map(|(x, y, width, height)| at(x, y, width, height))
}

/// Monitors as they are: within what window systems can address.
fn a_monitor() -> impl Strategy<Value = Area> {
    (
        -32_768..32_767,
        -32_768..32_767,
        320_u32..8_000,
        240_u32..8_000,
    )
        .prop_map(|(x, y, width, height)| at(x, y, width, height))
}

proptest! {
    /// Wherever it was and however large, with a frame or without.
    #[test]
    fn all_of_a_window_is_in_sight(
        wanted in any_area(),
        frame in (0_u32..64, 0_u32..64),
        monitors in proptest::collection::vec(a_monitor(), 1..4),
    ) {
        let place = fitted(wanted, frame, &monitors).expect("there is a monitor");
        let with_frame = at(place.x, place.y, place.width + frame.0, place.height + frame.1);
        let all = u64::from(with_frame.width) * u64::from(with_frame.height);
        prop_assert!(monitors.iter().any(|monitor| with_frame.shared_with(monitor) == all));
        prop_assert!(place.width <= wanted.width && place.height <= wanted.height);
    }

    /// Put back a second time, it stays.
    #[test]
    fn what_fits_is_left_alone(wanted in any_area(), monitors in proptest::collection::vec(a_monitor(), 1..4)) {
        let once = fitted(wanted, NO_FRAME, &monitors);
        prop_assume!(once.is_some_and(|place| place.width > 0 && place.height > 0));
        prop_assert_eq!(once.and_then(|place| fitted(place, NO_FRAME, &monitors)), once);
    }
}
