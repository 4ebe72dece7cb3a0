//! What can be read as settings, and what can't.

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
