//! What looks like a secret in a policy. The file can be read by everybody who uses the computer, so
//! rather one value too many is refused than one too few.

use serde_json::Value;

use super::super::pointer::Pointer;

/// Parts of keys that only secrets have, without case and separators.
const WORDS: [&str; 9] = [
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "secret",
    "token",
    "credential",
    "sitekey",
    "privatekey",
];

/// The first place where a secret is, or is asked for.
pub(super) fn first(policy: &Value) -> Option<Pointer> {
    within(policy, &Pointer::default())
}

fn within(value: &Value, at: &Pointer) -> Option<Pointer> {
    match value {
        Value::Object(members) => members.iter().find_map(|(key, value)| {
            let at = at.child(key);
            if names_a_secret(key) {
                return Some(at);
            }
            within(value, &at)
        }),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| within(item, &at.child(&index.to_string()))),
        Value::String(text) => has_a_login(text).then(|| at.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn names_a_secret(key: &str) -> bool {
    let letters = key.chars().filter(|letter| letter.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    WORDS.iter().any(|word| plain.contains(word))
}

/// Whether an address holds a user or a password: before an `@`, or as an option.
fn has_a_login(text: &str) -> bool {
    text.split("://").skip(1).any(|address| {
        let end = address.find(['/', '?', '#', ' ']).unwrap_or(address.len());
        let (host, rest) = address.split_at(end);
        let option = rest.split_once('?').is_some_and(|(_, options)| {
            let mut names = options
                .split(['&', '#'])
                .filter_map(|option| option.split('=').next());
            names.any(|name| name == "pass" || names_a_secret(name))
        });
        option || host.contains('@')
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_key_that_only_a_secret_has_is_found_however_it_is_written() {
        for key in [
            "password",
            "redisPassword",
            "sentinel_password",
            "PASSPHRASE",
            "applicationSecret",
            "api-token",
            "siteKey",
            "otherSiteKey",
            "adminPasscode",
            "Private Key",
        ] {
            let found = first(&json!({ "store": [{ key: null }] }));
            let expected = Pointer::to(&["store", "0", key]);
            assert_eq!(found, Some(expected), "{key}");
        }
    }

    #[test]
    fn a_login_within_an_address_is_a_secret() {
        for text in [
            "redis://:s3cret@redis.example",
            "rediss://desk:s3cret@redis.example:6380/0",
            "redis://desk@redis.example",
            "redis+unix:///run/redis.sock?pass=s3cret",
            "redis+unix:///run/redis.sock?db=1&password=s3cret",
            "see https://user:s3cret@example.com/",
        ] {
            assert!(first(&json!({ "note": text })).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_no_secret_is_let_through() {
        let policy = json!({
            "sinch": {
                "verification": { "applicationKey": "669E367E-6BBA-48AB-AF15-266871C28135" },
                "sms": { "kind": "project", "region": "eu", "project": "p", "keyId": "k" },
            },
            "store": {
                "clientKey": "C:\\desk@clinic.key",
                "place": { "single": { "url": "rediss://redis.example:6380/0" } },
            },
            "texts": { "en": "@host.example #123456", "sv": "https://example.com/a@b" },
        });
        assert_eq!(first(&policy), None);
    }
}
