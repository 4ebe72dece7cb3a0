//! A desk's settings: which desk it is and which store it uses, as they stand in a file. Nothing secret
//! is among them. Where the file is, and who may write it, is the shell's business.

use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::challenge::DeskId;
use crate::store::redis::{InvalidRedisSettings, RedisSettings};

/// The only version there is of the file's form.
const VERSION: u32 = 1;
/// Characters of a desk's name.
const LONGEST_NAME: usize = 40;

/// All settings. Read strictly: what is not known here is refused rather than passed over, since a desk
/// that misreads its settings could use another store than it was told to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    version: Version,
    /// Which desk this is.
    pub desk: DeskSettings,
    /// Where challenges live.
    pub store: StoreChoice,
}

/// Which desk this is.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskSettings {
    /// Which installation: drawn once, and kept, so that what it left behind is known as its own.
    #[serde(with = "hexadecimal")]
    pub id: DeskId,
    /// Its name, as staff, other desks and customers know it.
    pub name: DeskName,
}

/// Where challenges live.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum StoreChoice {
    /// In a file of this computer, for this desk alone.
    Embedded {},
    /// In the organisation's Redis, shared with other desks. Its password is no part of the settings:
    /// as long as nothing keeps one, only a Redis that asks for none can be used.
    Redis(Box<RedisSettings>),
}

/// A desk's name: 1 to 40 characters, none of them a control character, and not blank.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeskName(String);

/// What is not a desk's name.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a desk's name has 1 to 40 characters and no control characters")]
pub struct NotADeskName;

/// Settings that can't be used. Says where or why, and never what stands there: somebody may have
/// written a password into the file.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum SettingsError {
    /// A field is missing, unknown, there twice or out of its bounds.
    #[error("the settings can't be read: see line {line}, column {column}")]
    Form {
        /// The line, from 1; 0 where no place can be named.
        line: usize,
        /// The column, from 1; 0 at a line's start.
        column: usize,
    },
    /// No Redis could be reached by what is written of it.
    #[error(transparent)]
    Redis(#[from] InvalidRedisSettings),
}

impl Settings {
    /// The settings of a new installation: a name to begin with, and the embedded store.
    pub fn first<R: CryptoRng + ?Sized>(randomness: &mut R) -> Self {
        Self {
            version: Version,
            desk: DeskSettings {
                id: DeskId::draw(randomness),
                name: DeskName("Reception 1".to_owned()),
            },
            store: StoreChoice::Embedded {},
        }
    }

    /// Reads settings from JSON.
    ///
    /// # Errors
    /// [`SettingsError`] where they can't be used as they are.
    pub fn read(json: &[u8]) -> Result<Self, SettingsError> {
        let settings: Self = serde_json::from_slice(json).map_err(|error| SettingsError::Form {
            line: error.line(),
            column: error.column(),
        })?;
        match &settings.store {
            StoreChoice::Embedded {} => {}
            StoreChoice::Redis(redis) => redis.validated()?,
        }
        Ok(settings)
    }
}

impl DeskName {
    /// The name as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DeskName {
    type Error = NotADeskName;

    fn try_from(name: String) -> Result<Self, NotADeskName> {
        let is_short = name.chars().count() <= LONGEST_NAME;
        if !is_short || name.trim().is_empty() || name.chars().any(char::is_control) {
            return Err(NotADeskName);
        }
        Ok(Self(name))
    }
}

impl From<DeskName> for String {
    fn from(name: DeskName) -> Self {
        name.0
    }
}

/// The version of the file's form; another one is refused.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "u32", into = "u32")]
struct Version;

#[derive(Debug, Error)]
#[error("another version's settings")]
struct AnotherVersion;

impl TryFrom<u32> for Version {
    type Error = AnotherVersion;

    fn try_from(version: u32) -> Result<Self, AnotherVersion> {
        match version {
            VERSION => Ok(Self),
            _ => Err(AnotherVersion),
        }
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        VERSION
    }
}

/// An id as its hexadecimal digits.
mod hexadecimal {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::challenge::DeskId;

    pub(super) fn serialize<S: Serializer>(id: &DeskId, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(id)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<DeskId, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESK: &str = r#""desk":{"id":"00112233445566778899aabbccddeeff","name":"Reception 2"}"#;

    const REDIS: &str = r#"{"kind":"redis","site":"harbour-clinic","user":"desk",
        "place":{"single":{"url":"rediss://redis.example:6380/0"}}}"#;

    fn read(json: &str) -> Result<Settings, SettingsError> {
        Settings::read(json.as_bytes())
    }

    fn with_desk(desk: &str) -> String {
        format!(r#"{{"version":1,{desk},"store":{{"kind":"embedded"}}}}"#)
    }

    fn with_store(store: &str) -> String {
        format!(r#"{{"version":1,{DESK},"store":{store}}}"#)
    }

    #[test]
    fn the_first_settings_are_read_as_they_were_written() {
        let first = Settings::first(&mut rand::rng());
        assert_eq!(first.desk.name.as_str(), "Reception 1");
        assert_eq!(first.store, StoreChoice::Embedded {});
        let json = serde_json::to_string(&first).expect("plain data");
        assert_eq!(read(&json), Ok(first));
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
        let json = serde_json::to_string(&settings).expect("plain data");
        assert_eq!(read(&json), Ok(settings));
    }

    #[test]
    fn a_redis_that_can_t_be_reached_as_written_is_refused_in_its_own_words() {
        let password = REDIS.replace("rediss://", "rediss://:s3cret@");
        let error = read(&with_store(&password)).expect_err("a password");
        assert_eq!(error, InvalidRedisSettings::SecretInAddress.into());
        assert!(!error.to_string().contains("s3cret"));
        let site = REDIS.replace("harbour-clinic", "Harbour Clinic");
        assert_eq!(
            read(&with_store(&site)),
            Err(InvalidRedisSettings::Site.into())
        );
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
            format!(r#"{{"version":2,{DESK},{embedded}}}"#),
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
}
