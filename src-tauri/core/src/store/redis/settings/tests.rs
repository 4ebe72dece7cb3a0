use super::*;

fn read(json: &str) -> RedisSettings {
    serde_json::from_str(json).unwrap()
}

fn single(url: &str) -> RedisSettings {
    RedisSettings {
        site: String::from("harbour-clinic"),
        place: Place::Single {
            url: String::from(url),
        },
        user: None,
        ca_file: None,
        client_certificate: None,
        client_key: None,
        replicas: None,
    }
}

fn planned(url: &str) -> Result<Whereabouts, InvalidRedisSettings> {
    Plan::of(&single(url)).map(|plan| plan.whereabouts)
}

fn at(name: &str, port: u16, tls: bool, database: u16) -> Whereabouts {
    let name = String::from(name);
    Whereabouts::Single {
        address: Address::Host(Host { name, port, tls }),
        database,
    }
}

#[test]
fn an_address_says_host_port_encryption_and_database() {
    let cases = [
        ("redis://redis.example", at("redis.example", 6379, false, 0)),
        ("redis://127.0.0.1:7000/", at("127.0.0.1", 7000, false, 0)),
        (
            "rediss://redis.example:6380/15",
            at("redis.example", 6380, true, 15),
        ),
        ("rediss://[::1]:6380", at("::1", 6380, true, 0)),
        (
            "  redis://redis.example  ",
            at("redis.example", 6379, false, 0),
        ),
    ];
    for (url, expected) in cases {
        assert_eq!(planned(url), Ok(expected), "{url}");
    }
}

#[test]
fn a_unix_socket_is_an_address_too() {
    for (url, number) in [
        ("redis+unix:///run/redis/redis.sock", 0),
        ("redis+unix:///run/redis/redis.sock?db=3", 3),
    ] {
        let expected = Whereabouts::Single {
            address: Address::Socket(PathBuf::from("/run/redis/redis.sock")),
            database: number,
        };
        assert_eq!(planned(url), Ok(expected), "{url}");
    }
}

#[test]
fn a_password_in_an_address_is_refused_and_not_repeated() {
    for url in [
        "redis://:hunter2@redis.example",
        "rediss://desk:hunter2@redis.example:6380/0",
        "redis://desk@redis.example",
    ] {
        let error = single(url).validated().unwrap_err();
        assert_eq!(error, InvalidRedisSettings::SecretInAddress, "{url}");
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
}

#[test]
fn what_is_no_address_is_refused() {
    use InvalidRedisSettings::{Address, Database, OptionInAddress};
    for (url, expected) in [
        ("", Address),
        ("redis.example", Address),
        ("https://redis.example", Address),
        ("redis://", Address),
        ("redis+unix://", Address),
        ("redis+unix://host/path", Address),
        ("redis+unix://:hunter2@/run/redis.sock", Address),
        ("redis://redis.example/one", Database),
        ("redis://redis.example/-1", Database),
        ("redis://redis.example/70000", Database),
        ("redis://redis.example/1/2", Database),
        ("rediss://redis.example/#insecure", OptionInAddress),
        ("redis://redis.example?protocol=resp3", OptionInAddress),
        ("redis+unix:///run/redis.sock?pass=hunter2", OptionInAddress),
    ] {
        assert_eq!(planned(url), Err(expected), "{url}");
    }
}

#[test]
fn a_site_is_named_with_few_characters() {
    let mut settings = single("redis://redis.example");
    for name in ["a", "harbour-clinic", "0", &"x".repeat(32)] {
        settings.site = String::from(name);
        assert_eq!(settings.validated(), Ok(()), "{name}");
    }
    for name in ["", "Harbour", "a b", "a:b", "{a}", "å", &"x".repeat(33)] {
        settings.site = String::from(name);
        assert_eq!(
            settings.validated(),
            Err(InvalidRedisSettings::Site),
            "{name}"
        );
    }
}

#[test]
fn sentinel_settings_are_read_as_written() {
    let settings = read(
        r#"{"site":"harbour-clinic","user":"desk","caFile":"/etc/ca.pem","place":{"sentinel":{
        "sentinels":["rediss://s1","redis://s2:26380"],"primary":"countersign","tls":true,"database":2,
        "user":"watcher"}}}"#,
    );
    let plan = Plan::of(&settings).unwrap();
    let sentinel = |name: &str, port, tls| Host {
        name: String::from(name),
        port,
        tls,
    };
    let expected = Whereabouts::Sentinel(Watched {
        sentinels: vec![sentinel("s1", 26379, true), sentinel("s2", 26380, false)],
        primary: String::from("countersign"),
        tls: true,
        database: 2,
        user: Some(String::from("watcher")),
    });
    assert_eq!(plan.whereabouts, expected);
    assert_eq!(plan.user.as_deref(), Some("desk"));
}

#[test]
fn one_replica_is_waited_for_behind_sentinel_and_none_elsewhere() {
    let sentinel = r#"{"sentinel":{"sentinels":["redis://s1"],"primary":"countersign"}}"#;
    let single = r#"{"single":{"url":"redis://s1"}}"#;
    let cluster = r#"{"cluster":{"nodes":["redis://n1"]}}"#;
    for (place, expected) in [(sentinel, 1), (single, 0), (cluster, 0)] {
        let mut settings = read(&format!(r#"{{"site":"a","place":{place}}}"#));
        assert_eq!(Plan::of(&settings).unwrap().replicas, expected);
        settings.replicas = Some(2);
        assert_eq!(Plan::of(&settings).unwrap().replicas, 2);
        settings.replicas = Some(9);
        let refused = Err(InvalidRedisSettings::TooManyReplicas);
        assert_eq!(settings.validated(), refused);
    }
}

#[test]
fn what_several_addresses_must_share_is_checked() {
    use InvalidRedisSettings::{DatabaseNotHere, MixedTls, NoAddress, PrimaryName, SocketNotHere};
    for (place, expected) in [
        (r#"{"cluster":{"nodes":[]}}"#, NoAddress),
        (
            r#"{"cluster":{"nodes":["redis://a","rediss://b"]}}"#,
            MixedTls,
        ),
        (r#"{"cluster":{"nodes":["redis://a/1"]}}"#, DatabaseNotHere),
        (
            r#"{"cluster":{"nodes":["redis+unix:///a.sock"]}}"#,
            SocketNotHere,
        ),
        (r#"{"sentinel":{"sentinels":[],"primary":"p"}}"#, NoAddress),
        (
            r#"{"sentinel":{"sentinels":["redis://a"],"primary":" "}}"#,
            PrimaryName,
        ),
    ] {
        let settings = read(&format!(r#"{{"site":"a","place":{place}}}"#));
        assert_eq!(settings.validated(), Err(expected), "{place}");
    }
}

#[test]
fn certificates_need_tls_and_a_key() {
    let mut settings = single("redis://redis.example");
    settings.ca_file = Some(PathBuf::from("/etc/ca.pem"));
    let refused = Err(InvalidRedisSettings::CertificatesWithoutTls);
    assert_eq!(settings.validated(), refused);

    let mut settings = single("rediss://redis.example");
    settings.client_certificate = Some(PathBuf::from("/etc/desk.pem"));
    let refused = Err(InvalidRedisSettings::HalfAnIdentity);
    assert_eq!(settings.validated(), refused);
    settings.client_key = Some(PathBuf::from("/etc/desk.key"));
    assert_eq!(settings.validated(), Ok(()));
}

#[test]
fn settings_are_written_as_they_are_read() {
    let written = r#"{"site":"a","place":{"single":{"url":"rediss://b"}},"clientKey":"/k"}"#;
    let settings = read(written);
    assert_eq!(serde_json::to_string(&settings).unwrap(), written);
}

#[test]
fn a_setting_that_nobody_knows_is_refused() {
    for text in [
        r#"{"site":"a","place":{"single":{"url":"redis://b"}},"password":"hunter2"}"#,
        r#"{"site":"a","place":{"single":{"url":"redis://b","insecure":true}}}"#,
    ] {
        assert!(serde_json::from_str::<RedisSettings>(text).is_err());
    }
}

#[test]
fn secrets_are_not_shown() {
    let secrets = RedisSecrets {
        password: Some(SecretString::from("hunter2")),
        sentinel_password: Some(SecretString::from("hunter3")),
    };
    assert!(!format!("{secrets:?}").contains("hunter"));
}
