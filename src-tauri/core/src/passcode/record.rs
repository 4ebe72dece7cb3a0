//! What the keyring keeps of the passcode: its digest, and the count of wrong tries since the last right
//! one. How long they make one wait is told here, and how that passes is not.

use std::borrow::Cow;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// Wrong tries that cost no time: people slip.
const FREE: u32 = 3;
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);

/// The digest of the passcode and the count of wrong tries.
pub(super) struct Record {
    hash: SecretString,
    counted: Counted,
}

/// How often it was tried wrongly, and when it was last counted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Counted {
    pub(super) wrong: u32,
    pub(super) at: Timestamp,
}

impl Counted {
    /// How long no try is taken after the last one: nothing after the first three, then 30 seconds,
    /// doubling up to 15 minutes.
    pub(super) fn wait(self) -> Duration {
        let Some(doublings) = self.wrong.checked_sub(FREE + 1) else {
            return Duration::ZERO;
        };
        let factor = 2_u32.saturating_pow(doublings);
        FIRST_WAIT.saturating_mul(factor).min(LONGEST_WAIT)
    }
}

/// As it is written down.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Form<'a> {
    #[serde(borrow)]
    hash: Cow<'a, str>,
    wrong: u32,
    /// Milliseconds since 1970.
    counted_at: i64,
}

impl Record {
    /// A new passcode's, with no try counted.
    pub(super) fn new(hash: SecretString, now: Timestamp) -> Self {
        Self {
            hash,
            counted: Counted { wrong: 0, at: now },
        }
    }

    pub(super) fn hash(&self) -> &SecretString {
        &self.hash
    }

    pub(super) fn counted(&self) -> Counted {
        self.counted
    }

    /// Counts a try as a wrong one.
    pub(super) fn count(&mut self, now: Timestamp) {
        self.counted = Counted {
            wrong: self.counted.wrong.saturating_add(1),
            at: now,
        };
    }

    /// Forgets the wrong tries.
    pub(super) fn clear(&mut self) {
        self.counted.wrong = 0;
    }

    /// Reads what the keyring kept, if it is a record.
    pub(super) fn read(kept: &SecretString) -> Option<Self> {
        let form: Form<'_> = serde_json::from_str(kept.expose_secret()).ok()?;
        Some(Self {
            hash: SecretString::from(&*form.hash),
            counted: Counted {
                wrong: form.wrong,
                at: Timestamp::from_millisecond(form.counted_at).ok()?,
            },
        })
    }

    /// What the keyring is to keep.
    pub(super) fn write(&self) -> Option<SecretString> {
        let form = Form {
            hash: self.hash.expose_secret().into(),
            wrong: self.counted.wrong,
            counted_at: self.counted.at.as_millisecond(),
        };
        serde_json::to_string(&form).ok().map(SecretString::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_wrong_tries_are_free_and_the_wait_then_doubles_up_to_15_minutes() {
        let wait = |wrong| {
            let at = Timestamp::UNIX_EPOCH;
            Counted { wrong, at }.wait().as_secs()
        };
        let waits: Vec<u64> = (0..=10).map(wait).collect();
        assert_eq!(waits, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
        assert_eq!(wait(u32::MAX), 900);
    }

    #[test]
    fn what_was_written_is_read_again() {
        let now = Timestamp::from_millisecond(1_790_000_000_123).unwrap();
        let mut record = Record::new("$argon2id$digest".into(), Timestamp::UNIX_EPOCH);
        record.count(now);
        let read = Record::read(&record.write().unwrap()).unwrap();
        assert_eq!(read.hash().expose_secret(), "$argon2id$digest");
        assert_eq!(read.counted(), Counted { wrong: 1, at: now });
    }

    #[test]
    fn what_is_no_record_is_not_read() {
        for text in [
            "",
            "{}",
            "$argon2id$digest",
            r#"{"hash":"a","wrong":-1,"countedAt":0}"#,
        ] {
            assert!(Record::read(&text.into()).is_none(), "{text}");
        }
    }
}
