use proptest::prelude::*;

use super::*;

fn sweden() -> Region {
    "SE".parse().unwrap()
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn with_limits(limits: Limits) -> Result<Policy, PolicyError> {
    Policy {
        limits,
        ..Policy::for_home(sweden())
    }
    .validated()
}

#[test]
fn the_defaults_are_those_of_the_design() {
    let policy = Policy::for_home(sweden());
    assert_eq!(policy.code_length.digits(), 6);
    assert_eq!(policy.home, sweden());
    assert!(policy.also_allowed.is_empty());
    assert_eq!(
        policy.limits,
        Limits {
            lifetime: seconds(5 * 60),
            tries: 5,
            first_lock: seconds(15 * 60),
            longest_lock: seconds(60 * 60),
            failures_kept: seconds(24 * 60 * 60),
            pauses: [seconds(30), seconds(60), seconds(120)],
            sends_per_challenge: 3,
            number_hourly: 5,
            number_daily: 10,
            desk_hourly: 60,
            site_daily: 1000,
        }
    );
    assert_eq!(policy.clone().validated(), Ok(policy));
}

#[test]
fn a_code_lives_one_to_ten_minutes() {
    for (lifetime, allowed) in [
        (0, false),
        (59, false),
        (60, true),
        (600, true),
        (601, false),
    ] {
        let limits = Limits {
            lifetime: seconds(lifetime),
            ..Limits::default()
        };
        let expected = if allowed {
            Ok(())
        } else {
            Err(PolicyError::Lifetime)
        };
        assert_eq!(with_limits(limits).map(drop), expected, "{lifetime} s");
    }
}

#[test]
fn a_number_has_one_to_ten_tries() {
    for (tries, allowed) in [
        (0, false),
        (1, true),
        (10, true),
        (11, false),
        (u8::MAX, false),
    ] {
        let limits = Limits {
            tries,
            ..Limits::default()
        };
        let expected = if allowed {
            Ok(())
        } else {
            Err(PolicyError::Tries)
        };
        assert_eq!(with_limits(limits).map(drop), expected, "{tries}");
    }
}

#[test]
fn no_pause_is_under_ten_seconds() {
    for place in 0..3 {
        for (pause, expected) in [
            (9, Err(PolicyError::Pause)),
            (10, Ok(())),
            (3600, Ok(())),
            (3601, Err(PolicyError::Pause)),
        ] {
            let mut limits = Limits::default();
            limits.pauses[place] = seconds(pause);
            assert_eq!(
                with_limits(limits).map(drop),
                expected,
                "{pause} s at {place}"
            );
        }
    }
}

/// The least and the most that is allowed are, and one less and one more are not.
fn held(bound: &std::ops::RangeInclusive<u32>, with: impl Fn(u32) -> Limits, refused: PolicyError) {
    let (least, most) = (*bound.start(), *bound.end());
    for (value, expected) in [
        (least - 1, Err(refused)),
        (least, Ok(())),
        (most, Ok(())),
        (most + 1, Err(refused)),
    ] {
        assert_eq!(with_limits(with(value)).map(drop), expected, "{value}");
    }
}

#[test]
fn a_lock_locks_and_lasts_a_day_at_the_most() {
    let first = |minutes: u32| Limits {
        first_lock: seconds(u64::from(minutes) * 60),
        ..Limits::default()
    };
    held(&bounds::LOCK_MINUTES, first, PolicyError::FirstLock);
    let longest = |minutes: u32| Limits {
        longest_lock: seconds(u64::from(minutes) * 60),
        ..Limits::default()
    };
    held(&bounds::LOCK_MINUTES, longest, PolicyError::LongestLock);
}

#[test]
fn no_cap_is_zero_and_none_is_out_of_reach() {
    held(
        &bounds::NUMBER_HOURLY,
        |number_hourly| Limits {
            number_hourly,
            ..Limits::default()
        },
        PolicyError::NumberHourly,
    );
    held(
        &bounds::NUMBER_DAILY,
        |number_daily| Limits {
            number_daily,
            ..Limits::default()
        },
        PolicyError::NumberDaily,
    );
    held(
        &bounds::DESK_HOURLY,
        |desk_hourly| Limits {
            desk_hourly,
            ..Limits::default()
        },
        PolicyError::DeskHourly,
    );
    held(
        &bounds::SITE_DAILY,
        |site_daily| Limits {
            site_daily,
            ..Limits::default()
        },
        PolicyError::SiteDaily,
    );
}

#[test]
fn a_challenge_is_sent_one_to_ten_times() {
    for (sends_per_challenge, allowed) in [(0, false), (1, true), (10, true), (11, false)] {
        let limits = Limits {
            sends_per_challenge,
            ..Limits::default()
        };
        let expected = if allowed {
            Ok(())
        } else {
            Err(PolicyError::SendsPerChallenge)
        };
        assert_eq!(
            with_limits(limits).map(drop),
            expected,
            "{sends_per_challenge}"
        );
    }
}

#[test]
fn wrong_tries_are_remembered_for_as_long_as_a_lock_can_last() {
    for (kept, expected) in [
        (0, Err(PolicyError::FailuresKept)),
        (3599, Err(PolicyError::FailuresKept)),
        (3600, Ok(())),
    ] {
        let limits = Limits {
            failures_kept: seconds(kept),
            ..Limits::default()
        };
        assert_eq!(with_limits(limits).map(drop), expected, "{kept} s");
    }
}

#[test]
fn every_fifth_wrong_try_locks_for_twice_as_long_up_to_an_hour() {
    let limits = Limits::default();
    for (failures, minutes) in [
        (0, None),
        (1, None),
        (4, None),
        (5, Some(15)),
        (6, None),
        (9, None),
        (10, Some(30)),
        (15, Some(60)),
        (20, Some(60)),
        (25, Some(60)),
        (1_000_000, Some(60)),
        (u32::MAX, Some(60)),
    ] {
        let expected = minutes.map(|minutes| seconds(minutes * 60));
        assert_eq!(limits.lock_after(failures), expected, "{failures}");
    }
}

#[test]
fn tries_count_down_to_the_lock_and_begin_anew_after_it() {
    let limits = Limits::default();
    let left: Vec<_> = (0..=10)
        .map(|failures| limits.tries_left(failures))
        .collect();
    assert_eq!(left, [5, 4, 3, 2, 1, 5, 4, 3, 2, 1, 5]);
}

#[test]
fn pauses_grow_and_the_last_one_stays() {
    let limits = Limits::default();
    let pauses: Vec<_> = (0..=5)
        .map(|sends| limits.pause_after(sends).as_secs())
        .collect();
    assert_eq!(pauses, [30, 30, 60, 120, 120, 120]);
    assert_eq!(limits.pause_after(u8::MAX), seconds(120));
}

fn number(e164: &str) -> PhoneNumber {
    PhoneNumber::from_e164(e164).unwrap()
}

/// A number of the type from the numbering plan's own examples, with a policy that allows its
/// country.
fn example(number_type: rlibphonenumber::PhoneNumberType) -> (Policy, PhoneNumber) {
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};
    Region::all()
        .into_iter()
        .find_map(|home| {
            let region = rlibphonenumber::Region::from_code(home.as_str()).ok()?;
            let example = PHONE_NUMBER_UTIL
                .get_example_number_for_type_and_region(region, number_type)
                .ok()?;
            let e164 = PHONE_NUMBER_UTIL.format(&example, PhoneNumberFormat::E164);
            let number = PhoneNumber::from_e164(&e164).ok()?;
            (number.number_type() == number_type.into())
                .then(|| (Policy::for_home(number.region()), number))
        })
        .unwrap()
}

const CHANNELS: [Channel; 4] = [
    Channel::Sms,
    Channel::Call,
    Channel::WhatsApp,
    Channel::FlashCall,
];

#[test]
fn only_the_home_country_is_written_to_until_the_admin_adds_more() {
    let american = number("+12025550100");
    let mut policy = Policy::for_home(sweden());
    for channel in CHANNELS {
        assert_eq!(policy.admits(&number("+46701740605"), channel), Ok(()));
        let refused = policy.admits(&american, channel);
        assert_eq!(refused, Err(Refusal::for_good(Rule::CountryNotAllowed)));
    }
    policy.also_allowed.insert("CA".parse().unwrap());
    assert!(policy.admits(&american, Channel::Sms).is_err());
    policy.also_allowed.insert("US".parse().unwrap());
    assert_eq!(policy.admits(&american, Channel::Sms), Ok(()));
}

#[test]
fn a_type_decides_whether_a_number_is_written_to() {
    use rlibphonenumber::PhoneNumberType;
    let refused = Err(Refusal::for_good(Rule::NumberTypeRefused));
    for (number_type, expected) in [
        (PhoneNumberType::PremiumRate, refused),
        (PhoneNumberType::SharedCost, refused),
        (PhoneNumberType::TollFree, refused),
        (PhoneNumberType::Pager, refused),
        (PhoneNumberType::VoiceMail, refused),
        (PhoneNumberType::Mobile, Ok(())),
        (PhoneNumberType::FixedLineOrMobile, Ok(())),
        (PhoneNumberType::VoIP, Ok(())),
        (PhoneNumberType::PersonalNumber, Ok(())),
        (PhoneNumberType::UAN, Ok(())),
    ] {
        let (policy, number) = example(number_type);
        for channel in CHANNELS {
            let admitted = policy.admits(&number, channel);
            assert_eq!(admitted, expected, "{number_type:?} by {channel:?}");
        }
    }
}

#[test]
fn a_landline_is_called() {
    let (policy, landline) = example(rlibphonenumber::PhoneNumberType::FixedLine);
    assert_eq!(policy.admits(&landline, Channel::Call), Ok(()));
    for channel in [Channel::Sms, Channel::WhatsApp, Channel::FlashCall] {
        let refused = policy.admits(&landline, channel);
        assert_eq!(refused, Err(Refusal::for_good(Rule::LandlineNeedsCall)));
    }
}

proptest! {
    #[test]
    fn a_lock_comes_exactly_when_the_tries_are_used_up(tries in bounds::WRONG_TRIES, failures in 1..100_000_u32) {
        let limits = Limits { tries, ..Limits::default() };
        let used_up = limits.tries_left(failures - 1) == 1;
        prop_assert_eq!(limits.lock_after(failures).is_some(), used_up);
        prop_assert!((1..=tries).contains(&limits.tries_left(failures)));
    }
}
