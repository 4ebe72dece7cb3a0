//! What a policy may hold, and what it does to a desk's own settings.

use super::*;
use crate::settings::{Carrier, Mode, Spot, StoreChoice};

/// Half of the settings, in every shape: single values, lists, texts, and what is managed as a whole.
const HALF: &str = r#"{
  "$schema": "policy.schema.json",
  "mode": "live",
  "organisation": { "name": "Harbour Clinic", "home": "SE" },
  "sinch": { "verification": { "applicationKey": "key" }, "sender": null },
  "channels": { "flashCall": "off" },
  "store": { "kind": "redis", "site": "harbour-clinic",
    "place": { "single": { "url": "rediss://redis.example:6380/0" } } },
  "rules": { "lifetimeMinutes": 3, "alsoAllowed": ["NO", "DK"] },
  "texts": { "sv": "Din kod: {code}" }
}"#;

fn own() -> Settings {
    let mut settings = Settings::first(&mut rand::rng());
    settings.rules.lifetime_minutes = 8;
    settings.rules.wrong_tries = 4;
    settings.rules.also_allowed = ["FI".parse().unwrap()].into();
    settings.sinch.sender = Some("Clinic".parse().unwrap());
    settings
}

fn managed(policy: &str) -> Managed {
    Managed::read(policy.as_bytes()).expect(policy)
}

fn refused(policy: &str) -> (&'static str, Option<String>) {
    let error = Managed::read(policy.as_bytes()).expect_err(policy);
    let pointer = error.pointer.map(|pointer| pointer.to_string());
    (error.problem.code(), pointer)
}

#[test]
fn managed_values_replace_the_desks_own_and_the_rest_stays() {
    let own = own();
    let Effective { settings, managed } = managed(HALF).over(&own).unwrap();
    assert_eq!(settings.mode, Mode::Live);
    assert_eq!(settings.rules.lifetime_minutes, 3);
    assert_eq!(settings.rules.wrong_tries, 4);
    assert_eq!(settings.rules.also_allowed.len(), 2);
    assert_eq!(settings.channels.flash_call, Carrier::Off);
    assert_eq!(settings.channels.sms, own.channels.sms);
    assert_eq!(settings.sinch.sender, None);
    assert_eq!(settings.desk, own.desk);
    assert!(matches!(settings.store, StoreChoice::Redis(_)));
    let managed: Vec<_> = managed.iter().map(Pointer::as_str).collect();
    assert_eq!(
        managed,
        [
            "/channels/flashCall",
            "/mode",
            "/organisation/home",
            "/organisation/name",
            "/rules/alsoAllowed",
            "/rules/lifetimeMinutes",
            "/sinch/sender",
            "/sinch/verification",
            "/store",
            "/texts/sv",
        ]
    );
}

#[test]
fn a_policy_that_sets_nothing_changes_nothing() {
    for policy in ["{}", r#"{"rules":{},"texts":{}}"#] {
        let own = own();
        let effective = managed(policy).over(&own).unwrap();
        assert_eq!(effective, Effective::of(&own, None).unwrap());
    }
}

#[test]
fn what_is_managed_is_not_written_to_the_desks_own_file() {
    let (policy, own) = (managed(HALF), own());
    let mut edited = policy.over(&own).unwrap().settings;
    edited.rules.wrong_tries = 3;
    edited.rules.lifetime_minutes = 9;
    let kept = policy.keep_own(&edited, &own).unwrap();
    let mut expected = own;
    expected.rules.wrong_tries = 3;
    assert_eq!(kept, expected);
}

#[test]
fn every_value_in_force_has_its_origin() {
    let effective = managed(HALF).over(&own()).unwrap();
    let values = effective.values().unwrap();
    let origin = |pointer: &str| {
        let mut values = values.iter();
        let found = values.find(|value| value.pointer.as_str() == pointer);
        found.map(|value| value.origin)
    };
    assert_eq!(
        origin("/rules/lifetimeMinutes"),
        Some(Origin::MachinePolicy)
    );
    assert_eq!(origin("/store"), Some(Origin::MachinePolicy));
    assert_eq!(origin("/store/site"), None);
    assert_eq!(origin("/texts/sv"), Some(Origin::MachinePolicy));
    assert_eq!(origin("/rules/wrongTries"), Some(Origin::ThisDesk));
    assert_eq!(origin("/desk/id"), Some(Origin::ThisDesk));
    assert_eq!(origin("/rules/codeDigits"), Some(Origin::Default));
    assert_eq!(origin("/sinch/sms"), Some(Origin::Default));
}

#[test]
fn a_secret_is_refused_where_it_stands_and_not_repeated() {
    for (policy, pointer) in [
        (r#"{"sinch":{"smsToken":"s3cret"}}"#, "/sinch/smsToken"),
        (r#"{"password":{"value":"s3cret"}}"#, "/password"),
        (
            r#"{"store":{"kind":"redis","password":"s3cret"}}"#,
            "/store/password",
        ),
        (
            r#"{"store":{"kind":"redis","site":"a","place":{"cluster":{"nodes":
                ["redis://a","redis://:s3cret@b"]}}}}"#,
            "/store/place/cluster/nodes/1",
        ),
    ] {
        assert_eq!(refused(policy), ("secret", Some(pointer.to_owned())));
        let error = Managed::read(policy.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"));
    }
}

#[test]
fn what_belongs_to_the_one_desk_is_not_managed() {
    for (policy, pointer) in [
        (r#"{"version":2}"#, "/version"),
        (
            r#"{"desk":{"id":"00112233445566778899aabbccddeeff"}}"#,
            "/desk/id",
        ),
        (r#"{"admin":{"passcodeSet":false}}"#, "/admin/passcodeSet"),
        (r#"{"secrets":"desk"}"#, "/secrets"),
    ] {
        assert_eq!(refused(policy), ("notManaged", Some(pointer.to_owned())));
    }
}

#[test]
fn a_bad_policy_says_what_is_wrong_and_where() {
    for (policy, code, pointer) in [
        ("", "syntax", None),
        ("[]", "form", Some("")),
        ("null", "form", Some("")),
        (r#"{"mode":"live","mode":"live"}"#, "twice", Some("/mode")),
        (r#"{"colour":"red"}"#, "unknown", Some("/colour")),
        (
            r#"{"rules":{"colour":"red"}}"#,
            "unknown",
            Some("/rules/colour"),
        ),
        (r#"{"rules":3}"#, "form", Some("/rules")),
        (r#"{"rules":null}"#, "form", Some("/rules")),
        (
            r#"{"rules":{"wrongTries":99}}"#,
            "rules.tries",
            Some("/rules/wrongTries"),
        ),
        (
            r#"{"store":{"kind":"redis","site":"a"}}"#,
            "form",
            Some("/store"),
        ),
        (r#"{"store":{}}"#, "form", Some("/store")),
        (
            r#"{"sinch":{"sms":{"kind":"project"}}}"#,
            "form",
            Some("/sinch/sms"),
        ),
        (
            r#"{"sinch":{"$schema":"a"}}"#,
            "unknown",
            Some("/sinch/$schema"),
        ),
    ] {
        let expected = (code, pointer.map(str::to_owned));
        assert_eq!(refused(policy), expected, "{policy}");
    }
    let error = Managed::read(b"{\n  \"rules\": {\n    \"wrongTries\": 99\n  }\n}").unwrap_err();
    assert_eq!(
        error.spot,
        Some(Spot {
            line: 3,
            column: 19
        })
    );
    assert_eq!(
        error.to_string(),
        "line 3, column 19: /rules/wrongTries: wrong tries before a lock must be between 1 and 10"
    );
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let fits = " ".repeat(LONGEST_POLICY - 2) + "{}";
    assert!(Managed::read(fits.as_bytes()).is_ok());
    assert_eq!(refused(&(fits + " ")), ("tooLarge", None));
}

#[test]
fn windows_editors_mark_is_passed_over() {
    let marked = [b"\xef\xbb\xbf", HALF.as_bytes()].concat();
    assert_eq!(Managed::read(&marked), Ok(managed(HALF)));
}

/// The accounts may be the policy's and the mode the desk's own, or the other way round.
#[test]
fn a_policy_need_not_be_sufficient_in_itself() {
    let effective = managed(r#"{"mode":"live"}"#).over(&own()).unwrap();
    let error = effective.settings.validated().unwrap_err();
    assert_eq!(error.code(), "nothingSends");
}
