//! Every shape in every field, and what comes along with a paste.

use super::*;

const UUID: &str = "669E367E-6BBA-48AB-AF15-266871C28135";
const HEXADECIMAL: &str = "00112233445566778899aabbccddeeff";
const SECRET: &str = "BeIukql3pTKJ8RGL5zo0DA==";
const KEY_SECRET: &str = "kQ~not.a.published-shape_1";

const FIELDS: [CredentialField; 7] = [
    CredentialField::ApplicationKey,
    CredentialField::ApplicationSecret,
    CredentialField::ServicePlanId,
    CredentialField::SmsToken,
    CredentialField::ProjectId,
    CredentialField::KeyId,
    CredentialField::KeySecret,
];

fn looked(field: CredentialField, text: &str) -> Look {
    look(field, &text.into())
}

fn problem(field: CredentialField, text: &str) -> Option<LookProblem> {
    looked(field, text).problem
}

#[test]
fn each_shape_is_told_in_each_field() {
    use Likeness::{ApplicationSecret, PlanOrToken, Uuid};
    use Looks::{Right, Unfit, Unsure};
    let table = [
        // The key, a plan or token, the application secret, a key secret.
        (
            CredentialField::ApplicationKey,
            [Right, Unsure, Unfit, Unfit],
        ),
        (
            CredentialField::ApplicationSecret,
            [Unfit, Unsure, Right, Unfit],
        ),
        (
            CredentialField::ServicePlanId,
            [Unsure, Right, Unfit, Unfit],
        ),
        (CredentialField::SmsToken, [Unsure, Right, Unsure, Unsure]),
        (CredentialField::ProjectId, [Right, Unsure, Unfit, Unfit]),
        (CredentialField::KeyId, [Right, Unsure, Unfit, Unfit]),
        (CredentialField::KeySecret, [Unsure, Unsure, Unsure, Unsure]),
    ];
    let texts = [
        (UUID, Some(Uuid)),
        (HEXADECIMAL, Some(PlanOrToken)),
        (SECRET, Some(ApplicationSecret)),
        (KEY_SECRET, None),
    ];
    for (field, expected) in table {
        for ((text, likeness), expected) in texts.into_iter().zip(expected) {
            let look = looked(field, text);
            assert_eq!(look.looks, expected, "{field:?} {text}");
            let otherwise = likeness.filter(|_| expected != Right);
            assert_eq!(look.otherwise, otherwise, "{field:?} {text}");
            assert_eq!(
                look.problem.is_some(),
                expected == Unfit,
                "{field:?} {text}"
            );
        }
    }
}

#[test]
fn every_published_example_looks_right() {
    for key in [UUID, "5f5c418a-0f91-4bbc-8234-a9bf5eddad97"] {
        let look = looked(CredentialField::ApplicationKey, key);
        assert_eq!(look.looks, Looks::Right, "{key}");
    }
    for secret in [
        SECRET,
        "JViE5vDor0Sw3WllZka15Q==",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    ] {
        let look = looked(CredentialField::ApplicationSecret, secret);
        assert_eq!(look.looks, Looks::Right, "{secret}");
    }
}

#[test]
fn what_sinch_took_once_is_not_held_up() {
    for (field, text) in [
        (
            CredentialField::ApplicationKey,
            "5F5C418A0F914BBC8234A9BF5EDDAD97",
        ),
        (CredentialField::ApplicationKey, "my-key-id"),
        (CredentialField::ApplicationSecret, "bXkta2V5LXNlY3JldA=="),
        (CredentialField::ServicePlanId, "sandbox-plan"),
        (CredentialField::SmsToken, "sandbox-token"),
        (CredentialField::ProjectId, "sandbox-project"),
    ] {
        assert_eq!(looked(field, text).looks, Looks::Unsure, "{text}");
    }
}

#[test]
fn blanks_around_a_paste_are_no_fault() {
    for text in [
        format!(" {SECRET}\r\n"),
        format!("\u{feff}{SECRET}\u{200b}"),
        format!("\t{SECRET}\u{a0}"),
    ] {
        let look = looked(CredentialField::ApplicationSecret, &text);
        assert_eq!(look.looks, Looks::Right, "{text:?}");
        assert_eq!(trimmed(&text.into()).expose_secret(), SECRET);
    }
}

#[test]
fn what_was_pasted_along_is_named() {
    use LookProblem as Problem;
    for (text, expected) in [
        (String::new(), Problem::Empty),
        (" \u{200b}\n".to_owned(), Problem::Empty),
        (format!("\"{SECRET}\""), Problem::Quoted),
        (format!("“{UUID}”"), Problem::Quoted),
        (format!("'{HEXADECIMAL}'"), Problem::Quoted),
        (format!("{UUID}:{SECRET}"), Problem::Pair),
        (format!("{HEXADECIMAL}:{HEXADECIMAL}"), Problem::Pair),
        (format!(r#"{{"key": "{UUID}"}}"#), Problem::Json),
        (format!(r#""secret": "{SECRET}""#), Problem::Json),
        (
            format!("https://eu.sms.api.sinch.com/xms/v1/{HEXADECIMAL}/batches"),
            Problem::Url,
        ),
        (format!("Bearer {HEXADECIMAL}"), Problem::Header),
        (format!("Authorization: Basic {SECRET}"), Problem::Header),
        (format!("SINCH_KEY={UUID}"), Problem::Assignment),
        (format!("secret = {SECRET}"), Problem::Assignment),
        (format!("key: {UUID}"), Problem::Assignment),
        (format!("{}\u{200b}{HEXADECIMAL}", "a"), Problem::Unseen),
        ("a".repeat(513), Problem::TooLong),
    ] {
        for field in FIELDS {
            let look = looked(field, &text);
            assert_eq!(look.problem, Some(expected), "{field:?} {text}");
            let looks = if field.may_hold(expected) {
                Looks::Unsure
            } else {
                Looks::Unfit
            };
            assert_eq!(look.looks, looks, "{field:?} {text}");
        }
    }
}

#[test]
fn only_a_key_secret_could_hold_any_sign() {
    let pair = format!("{UUID}:{SECRET}");
    for field in FIELDS {
        let is_held_up = looked(field, &pair).looks == Looks::Unfit;
        assert_eq!(is_held_up, field != CredentialField::KeySecret, "{field:?}");
    }
}

#[test]
fn what_is_within_the_wrapping_is_told() {
    let otherwise = |text: String| looked(CredentialField::KeyId, &text).otherwise;
    assert_eq!(otherwise(format!("'{UUID}'")), Some(Likeness::Uuid));
    assert_eq!(
        otherwise(format!("TOKEN={HEXADECIMAL}")),
        Some(Likeness::PlanOrToken)
    );
    assert_eq!(otherwise(format!("{UUID}:{SECRET}")), Some(Likeness::Uuid));
    assert_eq!(otherwise("'nothing known'".to_owned()), None);
}

#[test]
fn a_secret_that_was_cut_or_mistyped_is_named() {
    let field = CredentialField::ApplicationSecret;
    let cut = &SECRET[..SECRET.len() - 1];
    assert_eq!(problem(field, cut), Some(LookProblem::CutShort));
    assert_eq!(problem(field, "app-secret"), Some(LookProblem::NotBase64));
    assert_eq!(problem(field, "two words"), Some(LookProblem::NotBase64));
    let token = CredentialField::SmsToken;
    assert_eq!(problem(token, "two words"), Some(LookProblem::Stray));
    assert_eq!(problem(token, "tökän"), Some(LookProblem::Stray));
    let plan = CredentialField::ServicePlanId;
    assert_eq!(problem(plan, "a/b"), Some(LookProblem::Stray));
}

#[test]
fn a_look_holds_nothing_of_what_was_looked_at() {
    for field in FIELDS {
        let shown = format!("{:?}", looked(field, "hunter2"));
        assert!(!shown.contains("hunter"), "{shown}");
    }
}

#[test]
fn each_of_sinchs_secrets_has_a_field_and_no_other() {
    let with_field = SecretName::ALL
        .into_iter()
        .filter(|name| CredentialField::of(*name).is_some());
    assert_eq!(with_field.count(), 3);
}
