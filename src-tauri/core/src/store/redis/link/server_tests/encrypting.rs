//! TLS and the access list of an organisation.

use countersign_servers::{Certificates, DESK_PASSWORD, DESK_USER, Protection, TlsAndAcl};

use super::*;

/// What the link's own commands need, with the two that the test's scripts use.
pub(super) fn rule() -> String {
    let commands: Vec<String> = commands().iter().map(|name| format!("+{name}")).collect();
    format!("~* &cs:test:changes -@all {} +set +get", commands.join(" "))
}

fn protected(change: impl FnOnce(&mut TlsAndAcl)) -> (Server, Certificates) {
    protected_with(Options::default(), change)
}

fn protected_with(options: Options, change: impl FnOnce(&mut TlsAndAcl)) -> (Server, Certificates) {
    let mut parts = TlsAndAcl::new(rule()).unwrap();
    change(&mut parts);
    let certificates = parts.certificates.clone();
    let options = Options {
        protection: Protection::TlsAndAcl(parts),
        ..options
    };
    (Server::start(&options).unwrap(), certificates)
}

fn desk_at(server: &Server, certificates: &Certificates) -> RedisSettings {
    let mut settings = single(server.url());
    settings.user = Some(String::from(DESK_USER));
    settings.ca_file = Some(certificates.ca_file());
    settings
}

fn opened(settings: &RedisSettings) -> Link {
    Link::new(settings, password(DESK_PASSWORD)).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_of_the_list_are_all_that_a_link_needs() {
    let (server, certificates) = protected(|_| {});
    let link = opened(&desk_at(&server, &certificates));
    let mut changes = link.subscribe();
    set(&link, "{k}", "v").await.unwrap();
    assert_eq!(get(&link, "{k}").await.unwrap(), "v");
    assert_eq!(changes.recv().await.unwrap(), Change::Any);
    let refusals = server.command(&["ACL", "LOG"]).unwrap();
    assert_eq!(refusals.trim(), "");
    let listening = server
        .command(&["PUBSUB", "NUMSUB", "cs:test:changes"])
        .unwrap();
    assert!(listening.trim().ends_with('1'), "{listening}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_of_another_authority_is_not_trusted() {
    let (server, certificates) = protected(|_| {});
    let mut settings = desk_at(&server, &certificates);
    let others = Certificates::new().unwrap();
    settings.ca_file = Some(others.ca_file());
    let link = opened(&settings);
    assert_eq!(fault(&link).await.0, "store.certificate");
    settings.ca_file = None;
    let link = opened(&settings);
    assert_eq!(
        fault(&link).await.0,
        "store.certificate",
        "this computer's list"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_for_another_name_is_not_trusted() {
    let options = Options::default().with("bind", "127.0.0.1 127.0.0.2");
    let (server, certificates) = protected_with(options, |_| {});
    let mut settings = desk_at(&server, &certificates);
    settings.place = Place::Single {
        url: format!("rediss://127.0.0.2:{}", server.port()),
    };
    let code = fault(&opened(&settings)).await.0;
    assert_eq!(code, "store.certificate");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_tls_is_not_spoken_to_with_it_and_the_other_way_round() {
    let open_server = Server::start(&Options::default()).unwrap();
    let settings = single(format!("rediss://127.0.0.1:{}", open_server.port()));
    let code = fault(&opened(&settings)).await.0;
    assert!(
        ["store.settings", "store.no-answer"].contains(&code),
        "{code}"
    );

    let (server, _) = protected(|_| {});
    let settings = single(format!("redis://127.0.0.1:{}", server.port()));
    let code = fault(&opened(&settings)).await.0;
    assert!(
        ["store.settings", "store.no-answer"].contains(&code),
        "{code}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_shows_its_certificate_where_one_is_demanded() {
    let (server, certificates) = protected(|parts| parts.demands_client_certificate = true);
    let mut settings = desk_at(&server, &certificates);
    assert_eq!(fault(&opened(&settings)).await.0, "store.settings");
    settings.client_certificate = Some(certificates.client_certificate());
    settings.client_key = Some(certificates.client_key());
    set(&opened(&settings), "{k}", "v").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_can_not_be_read_is_told_before_anything_is_connected() {
    let mut settings = single("rediss://redis.example");
    settings.ca_file = Some("/no/such/file".into());
    let fault = Link::new(&settings, RedisSecrets::default()).err().unwrap();
    assert_eq!(fault.code(), "store.settings");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_told_and_shown_nowhere() {
    let (server, certificates) = protected(|_| {});
    let settings = desk_at(&server, &certificates);
    for secrets in [password("hunter2"), RedisSecrets::default()] {
        let link = Link::new(&settings, secrets).unwrap();
        let fault = set(&link, "{k}", "v").await.unwrap_err();
        assert_eq!(fault.code(), "store.not-authenticated");
        assert!(!format!("{fault:?}").contains("hunter2"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_access_list_does_not_allow_is_not_permitted() {
    let (server, certificates) = protected(|parts| {
        parts.desk_rule =
            String::from("~cs:test:* &cs:test:changes -@all +evalsha +script|load +set");
    });
    let link = opened(&desk_at(&server, &certificates));
    assert_eq!(fault(&link).await.0, "store.not-permitted", "the key");
    assert_eq!(set(&link, "cs:test:{k}", "v").await.unwrap(), "done");
    let fault = get(&link, "cs:test:{k}").await.unwrap_err();
    assert_eq!(fault.code(), "store.not-permitted", "the command");
}
