//! What can be read as settings, and what can't.

use super::*;
use crate::policy::PolicyError;
use crate::policy::{LookupRules, Measure, Overrides};
use crate::store::redis::InvalidRedisSettings;

const DESK: &str = r#""desk":{"id":"00112233445566778899aabbccddeeff","name":"Reception 2"}"#;

const REDIS: &str = r#"{"kind":"redis","site":"harbour-clinic","user":"desk",
    "place":{"single":{"url":"rediss://redis.example:6380/0"}}}"#;

fn read(json: &str) -> Result<Settings, SettingsError> {
    Settings::read(json.as_bytes())
}

fn with_desk(desk: &str) -> String {
    format!(r#"{{"version":1,{desk},"store":{{"kind":"embedded"}}}}"#)
}

/// What is wrong, and where: problem, pointer, line and column.
fn refused(json: &str) -> (&'static str, Option<String>, Option<(usize, usize)>) {
    let error = read(json).expect_err(json);
    let pointer = error.pointer.as_ref().map(ToString::to_string);
    let spot = error.spot.map(|Spot { line, column }| (line, column));
    (error.code(), pointer, spot)
}

fn current(more: &str) -> String {
    format!("{{\"version\":2,{DESK},\"store\":{{\"kind\":\"embedded\"}},\n  {more}}}")
}

fn with_store(store: &str) -> String {
    format!(r#"{{"version":1,{DESK},"store":{store}}}"#)
}

#[test]
fn the_first_settings_are_read_as_they_were_written() {
    let first = Settings::first(&mut rand::rng());
    assert_eq!(first.desk.name.as_str(), "Reception 1");
    assert_eq!(first.store, StoreChoice::Embedded {});
    let json = first.to_json().expect("plain data");
    assert_eq!(Settings::read(&json), Ok(first));
}

#[test]
fn two_installations_are_two_desks() {
    let [one, other] = [(); 2].map(|()| Settings::first(&mut rand::rng()).desk.id);
    assert_ne!(one, other);
}

#[test]
fn a_file_is_read_as_it_is_documented() {
    let settings = read(&with_desk(DESK)).expect("settings");
    assert_eq!(settings.desk.name.as_str(), "Reception 2");
    let id = settings.desk.id.to_string();
    assert_eq!(id, "00112233445566778899aabbccddeeff");
    assert_eq!(settings.store, StoreChoice::Embedded {});
}

#[test]
fn a_redis_can_be_chosen_and_is_written_as_it_was_read() {
    let settings = read(&with_store(REDIS)).expect("settings");
    let StoreChoice::Redis(redis) = &settings.store else {
        panic!("{settings:?}");
    };
    assert_eq!(redis.site.as_str(), "harbour-clinic");
    let json = settings.to_json().expect("plain data");
    assert_eq!(Settings::read(&json), Ok(settings));
}

#[test]
fn a_redis_that_can_t_be_reached_as_written_is_refused_in_its_own_words() {
    let password = REDIS.replace("rediss://", "rediss://:s3cret@");
    let error = read(&with_store(&password)).expect_err("a password");
    let secret = InvalidRedisSettings::SecretInAddress;
    assert_eq!(error.problem, SettingsProblem::Redis(secret));
    assert!(!format!("{error} {error:?}").contains("s3cret"));
    let site = with_store(&REDIS.replace("harbour-clinic", "Harbour Clinic"));
    let (code, pointer, spot) = refused(&site);
    assert_eq!(
        (code, pointer.as_deref()),
        ("redis.site", Some("/store/site"))
    );
    let column = site.find("\"Harbour").expect("the name") + 1;
    assert_eq!(spot, Some((1, column)));
}

#[test]
fn what_is_not_known_missing_or_there_twice_is_refused() {
    let embedded = r#""store":{"kind":"embedded"}"#;
    for json in [
        String::new(),
        "{}".to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        "{".to_owned(),
        format!(r#"{{{DESK},{embedded}}}"#),
        format!(r#"{{"version":3,{DESK},{embedded}}}"#),
        format!(r#"{{"version":"1",{DESK},{embedded}}}"#),
        format!(r#"{{"version":1,{embedded}}}"#),
        format!(r#"{{"version":1,{DESK}}}"#),
        format!(r#"{{"version":1,{DESK},{embedded},{embedded}}}"#),
        format!(r#"{{"version":1,{DESK},{embedded},"colour":"red"}}"#),
        format!(r#"{{"version":1,{DESK},{embedded}}} and more"#),
        with_store(r#""embedded""#),
        with_store("{}"),
        with_store(r#"{"kind":"elsewhere"}"#),
        with_store(r#"{"kind":"embedded","path":"/tmp"}"#),
        with_store(r#"{"kind":"embedded","kind":"embedded"}"#),
        with_store(r#"{"kind":"redis"}"#),
        with_store(&REDIS.replace("site", "sight")),
        with_store(&REDIS.replace(r#""user""#, r#""password":"x","user""#)),
        with_store(&REDIS.replace("single", "embedded")),
    ] {
        assert!(read(&json).is_err(), "{json}");
    }
}

#[test]
fn a_desk_has_an_id_of_32_hexadecimal_digits_and_nothing_else() {
    for id in ["", "0011", "00112233445566778899aabbccddeefg"] {
        let desk = format!(r#""desk":{{"id":"{id}","name":"Reception 2"}}"#);
        assert!(read(&with_desk(&desk)).is_err(), "{id}");
    }
    let more = r#""desk":{"id":"00112233445566778899aabbccddeeff","name":"A","room":1}"#;
    assert!(read(&with_desk(more)).is_err());
}

#[test]
fn a_desks_name_has_1_to_40_printable_characters() {
    for good in ["A".to_owned(), "é".repeat(40), "Réception n° 2".to_owned()] {
        assert!(DeskName::try_from(good.clone()).is_ok(), "{good}");
    }
    for bad in [
        "".to_owned(),
        "  ".to_owned(),
        "é".repeat(41),
        "A\nB".to_owned(),
        "A\u{7f}".to_owned(),
    ] {
        assert_eq!(
            DeskName::try_from(bad.clone()),
            Err(NotADeskName),
            "{bad:?}"
        );
    }
}

#[test]
fn what_stands_in_the_file_is_not_repeated() {
    let error = read(&with_store(r#"{"kind":"s3cret-word"}"#)).expect_err("unknown");
    let said = format!("{error} {error:?}");
    assert!(!said.contains("s3cret"), "{said}");
    assert!(said.contains("line 1"), "{said}");
}

#[test]
fn a_value_that_does_not_fit_is_pointed_to_with_its_line_and_column() {
    for (more, code, pointer, column) in [
        (
            r#""rules":{"lifetimeMinutes":"5"}"#,
            "form",
            "/rules/lifetimeMinutes",
            30,
        ),
        (
            r#""rules":{"lifetime":5}"#,
            "unknown",
            "/rules/lifetime",
            23,
        ),
        (
            r#""rules":{"resendPausesSeconds":[30,60]}"#,
            "form",
            "/rules/resendPausesSeconds",
            34,
        ),
        (
            r#""rules":{"resendPausesSeconds":[30,"60",90]}"#,
            "form",
            "/rules/resendPausesSeconds/1",
            38,
        ),
        (
            r#""rules":{"alsoAllowed":["US","ZZ"]}"#,
            "form",
            "/rules/alsoAllowed/1",
            32,
        ),
        (
            r#""rules":{"lifetimeMinutes":11}"#,
            "rules.lifetime",
            "/rules/lifetimeMinutes",
            30,
        ),
        (
            r#""rules":{"siteDaily":0}"#,
            "rules.siteDaily",
            "/rules/siteDaily",
            24,
        ),
        (r#""mode":"life""#, "form", "/mode", 10),
        (r#""texts":{"xx":"hello"}"#, "form", "/texts/xx", 17),
        (r#""texts":{"sv":3}"#, "form", "/texts/sv", 17),
        (r#""sinch":{"sender":"a\tb"}"#, "form", "/sinch/sender", 21),
        (
            r#""admin":{"lockAfterMinutes":0}"#,
            "form",
            "/admin/lockAfterMinutes",
            31,
        ),
        (r#""colour":"red""#, "unknown", "/colour", 12),
    ] {
        let expected = (code, Some(pointer.to_owned()), Some((2, column)));
        assert_eq!(refused(&current(more)), expected, "{more}");
    }
}

/// Read by its kind, a value loses track of what is wrong within it.
#[test]
fn what_says_its_own_kind_is_pointed_into_as_well() {
    for (store, code, pointer) in [
        (r#"{"kind":"elsewhere"}"#, "form", "/store/kind"),
        (r#"{"kind":3}"#, "form", "/store/kind"),
        (
            r#"{"kind":"embedded","path":"/tmp"}"#,
            "unknown",
            "/store/path",
        ),
        (r#"{"kind":"redis"}"#, "form", "/store"),
        (&REDIS.replace("site", "sight"), "unknown", "/store/sight"),
        (
            &REDIS.replace("url", "address"),
            "unknown",
            "/store/place/single/address",
        ),
        (&REDIS.replace("single", "embedded"), "form", "/store/place"),
        (&REDIS.replace("\"desk\"", "7"), "form", "/store/user"),
    ] {
        let (found, at, _) = refused(&with_store(store));
        assert_eq!((found, at.as_deref()), (code, Some(pointer)), "{store}");
    }
    for (sms, code, pointer) in [
        (
            r#"{"kind":"servicePlan","region":"se","plan":"p"}"#,
            "form",
            "/sinch/sms/region",
        ),
        (
            r#"{"kind":"servicePlan","region":"us"}"#,
            "form",
            "/sinch/sms",
        ),
        (
            r#"{"kind":"project","region":"us","project":"p","keyId":"k","token":"t"}"#,
            "unknown",
            "/sinch/sms/token",
        ),
        (r#"{"kind":"both"}"#, "form", "/sinch/sms/kind"),
    ] {
        let (found, at, _) = refused(&current(&format!(r#""sinch":{{"sms":{sms}}}"#)));
        assert_eq!((found, at.as_deref()), (code, Some(pointer)), "{sms}");
    }
}

#[test]
fn a_later_version_s_file_has_an_error_of_its_own_whatever_else_it_holds() {
    let later = current(r#""somethingNew":{}"#).replace("\"version\":2", "\"version\":3");
    let expected = ("newer", Some("/version".to_owned()), Some((1, 12)));
    assert_eq!(refused(&later), expected);
}

#[test]
fn the_first_version_s_file_is_read_and_written_as_the_current_one() {
    let settings = read(&with_desk(DESK)).expect("settings");
    let json = settings.to_json().expect("plain data");
    let written: Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(written["version"], 2);
    assert_eq!(written["rules"]["codeDigits"], 6);
    assert_eq!(Settings::from_value(written), Ok(settings));
}

#[test]
fn every_rule_is_held_to_its_bounds_where_it_is_read() {
    for (rule, error) in [
        (r#""codeDigits":5"#, PolicyError::CodeDigits),
        (r#""wrongTries":11"#, PolicyError::Tries),
        (r#""firstLockMinutes":0"#, PolicyError::FirstLock),
        (r#""longestLockMinutes":1441"#, PolicyError::LongestLock),
        (r#""firstLockMinutes":4294967295"#, PolicyError::FirstLock),
        (r#""resendPausesSeconds":[30,60,9]"#, PolicyError::Pause),
        (r#""sendsPerChallenge":0"#, PolicyError::SendsPerChallenge),
        (r#""numberHourly":0"#, PolicyError::NumberHourly),
        (r#""numberDaily":201"#, PolicyError::NumberDaily),
        (r#""deskHourly":0"#, PolicyError::DeskHourly),
        (r#""siteDaily":1000001"#, PolicyError::SiteDaily),
        (r#""manyReferences":1"#, PolicyError::ManyReferences),
        (
            r#""numberLookup":{"simSwap":{"withinDays":31}}"#,
            PolicyError::SwappedWithin,
        ),
    ] {
        let read = read(&current(&format!(r#""rules":{{{rule}}}"#))).expect_err(rule);
        assert_eq!(read.problem, SettingsProblem::Rules(error), "{rule}");
        let pointer = read.pointer.expect("a rule").to_string();
        assert!(
            rule.contains(pointer.trim_start_matches("/rules/")),
            "{pointer}"
        );
    }
}

#[test]
fn a_site_leaves_nothing_to_supervisors_and_looks_nothing_up_unless_it_says_so() {
    let settings = read(&current(r#""mode":"training""#)).expect("settings");
    let policy = settings.rules.policy(Region::SWEDEN).expect("rules");
    assert_eq!(policy.overrides, Overrides::Never);
    assert!(policy.lookup.is_off());
    let rules = r#""rules":{"override":"supervisor","numberLookup":{"lineType":"warn",
        "simSwap":{"measure":"refuse","withinDays":2}}}"#;
    let settings = read(&current(rules)).expect("settings");
    let policy = settings.rules.policy(Region::SWEDEN).expect("rules");
    assert_eq!(policy.overrides, Overrides::Supervisor);
    let two_days = std::time::Duration::from_secs(2 * 24 * 60 * 60);
    let expected = LookupRules {
        line_type: Measure::Warn,
        sim_swap: Measure::Refuse,
        swapped_within: two_days,
    };
    assert_eq!(policy.lookup, expected);
}

#[test]
fn a_desk_that_looks_numbers_up_needs_a_projects_account() {
    let with = |account: &str| {
        let lookup = r#""rules":{"numberLookup":{"lineType":"refuse"}}"#;
        let settings = format!(r#""mode":"live","sinch":{{"sms":{account}}},{lookup}"#);
        read(&current(&settings)).expect("settings").validated()
    };
    let plan = with(r#"{"kind":"servicePlan","region":"eu","plan":"p"}"#);
    assert_eq!(plan.map_err(|error| error.code()), Err("nothingLooksUp"));
    let project = with(r#"{"kind":"project","region":"eu","project":"p","keyId":"k"}"#);
    assert!(project.is_ok(), "{project:?}");
}

#[test]
fn a_desk_that_shall_send_needs_an_account_that_its_file_may_lack() {
    let live = read(&current(r#""mode":"live""#)).expect("the policy may name the account");
    let error = live.clone().validated().expect_err("nothing sends");
    assert_eq!(error.code(), "nothingSends");
    assert_eq!(error.pointer, Some(Pointer::to(&["mode"])));
    let account = r#""mode":"live","sinch":{"verification":{"applicationKey":"k"}}"#;
    let live = read(&current(account)).expect("settings");
    assert_eq!(live.clone().validated(), Ok(live));
}
