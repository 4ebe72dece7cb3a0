//! Real Redis servers with one thing amiss at a time, and the store of one computer.

use std::time::Duration;

use countersign_core::doctor::{Fact, Plain, Remedy, Skipped, Stage, State, Subject, Verdict};
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::store::redis::permissions;
use countersign_core::time::{SystemClock, Timestamp};
use countersign_core::vault::{SecretName, Vault, VaultFault};
use countersign_sandbox::{Options as SandboxOptions, Sandbox};
use countersign_servers::{
    Certificates, Clock, Cluster, DESK_PASSWORD, DESK_USER, Flaw, HeldClock, Options, PRIMARY_NAME,
    Protection, Sentinels, Server, TlsAndAcl,
};
use serde_json::{Value, json};

use super::bench::{Bench, Found};

const STORE: Subject = Subject::Store;
const SITE: &str = "harbour-clinic";

/// One server as `docs/redis.md` asks for it, by its certificates.
struct Kept {
    server: Server,
    certificates: Certificates,
}

impl Kept {
    fn start(certificates: Certificates, rule: String, options: Options) -> Self {
        let protection = TlsAndAcl {
            certificates: certificates.clone(),
            demands_client_certificate: false,
            desk_rule: rule,
        };
        let options = Options {
            protection: Protection::TlsAndAcl(protection),
            ..options
        };
        let options = options
            .with("appendonly", "yes")
            .with("appendfsync", "always");
        let server = Server::start(&options).expect("a server");
        Self {
            server,
            certificates,
        }
    }

    fn well() -> Self {
        Self::with(Options::default())
    }

    fn with(options: Options) -> Self {
        let certificates = Certificates::new().expect("certificates");
        Self::start(certificates, permissions(SITE), options)
    }

    fn flawed(flaw: Flaw) -> Self {
        let certificates = Certificates::flawed(flaw).expect("certificates");
        Self::start(certificates, permissions(SITE), Options::default())
    }

    fn bench(&self) -> Bench {
        let mut bench = Bench::of_store(json!({
            "kind": "redis",
            "site": SITE,
            "place": { "single": { "url": self.server.url() } },
            "user": DESK_USER,
            "caFile": self.certificates.ca_file(),
        }));
        bench.keep(SecretName::RedisPassword, DESK_PASSWORD);
        bench
    }

    async fn found(&self) -> Found {
        self.bench().examine().await
    }
}

fn open(url: &str) -> Value {
    json!({ "kind": "redis", "site": SITE, "place": { "single": { "url": url } } })
}

fn codes(facts: &[Fact]) -> Vec<&'static str> {
    facts.iter().map(Fact::name).collect()
}

#[tokio::test]
async fn where_all_is_well_every_stage_passes() {
    let kept = Kept::well();
    let found = kept.found().await;
    assert_eq!(
        found.diagnosis.verdict,
        Verdict::Well,
        "{:?}",
        found.findings
    );
    for stage in [
        Stage::Settings,
        Stage::Files,
        Stage::Name,
        Stage::Connection,
        Stage::Encryption,
        Stage::Authentication,
        Stage::Permission,
        Stage::Durability,
        Stage::Clock,
        Stage::Step,
    ] {
        assert_eq!(found.stage(STORE, stage).state, State::Passed, "{stage:?}");
    }
    let issuer = Fact::Issuer(Plain::new("An authority of the tests"));
    assert!(found.facts(STORE, Stage::Encryption).contains(&issuer));
    let denied = kept.server.command(&["ACL", "LOG"]).expect("a log");
    assert_eq!(
        denied, "",
        "nothing was asked for that the rule does not allow"
    );
}

#[tokio::test]
async fn the_step_is_done_beside_the_sites_work() {
    let kept = Kept::well();
    assert_eq!(kept.found().await.diagnosis.verdict, Verdict::Well);
    let keys = kept.server.command(&["KEYS", "*"]).expect("keys");
    let of_work = keys.lines().filter(|key| !key.contains(":training:"));
    assert_eq!(of_work.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[tokio::test]
async fn a_server_that_is_down_is_to_be_started() {
    let kept = Kept::well();
    kept.server.kill();
    let found = kept.found().await;
    assert_eq!(found.told(), Some(Remedy::StartRedis));
    let failed = Some((Stage::Connection, Remedy::StartRedis));
    assert_eq!(found.failed(STORE), failed);
    let address = kept.server.url().replace("rediss://", "");
    let host = [Fact::Host(Plain::new(&address))];
    assert_eq!(found.facts(STORE, Stage::Connection), host);
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_told() {
    let bench = Bench::of_store(open("redis://no-such-name.invalid"));
    let found = bench.examine().await;
    assert_eq!(found.failed(STORE), Some((Stage::Name, Remedy::FindName)));
}

#[tokio::test]
async fn each_flaw_of_a_certificate_has_a_remedy_of_its_own() {
    for (flaw, remedy) in [
        (Flaw::Expired, Remedy::RenewRedisCertificate),
        (Flaw::NotYetValid, Remedy::SetClock),
        (Flaw::ForAnotherName, Remedy::MatchRedisName),
    ] {
        let found = Kept::flawed(flaw).found().await;
        assert_eq!(found.told(), Some(remedy), "{flaw:?}");
        assert_eq!(found.failed(STORE), Some((Stage::Encryption, remedy)));
        let facts = codes(found.facts(STORE, Stage::Encryption));
        assert_eq!(facts, ["host", "issuer", "expires"]);
    }
}

#[tokio::test]
async fn a_certificate_of_an_authority_that_nobody_named_is_told() {
    let kept = Kept::well();
    let mut bench = kept.bench();
    let store = bench.settings["store"].as_object_mut().expect("a store");
    store.remove("caFile");
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::TrustRedisAuthority));
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_named() {
    let kept = Kept::well();
    let mut bench = kept.bench();
    bench.settings["store"]["caFile"] = "/nowhere/ca.pem".into();
    let found = bench.examine().await;
    assert_eq!(
        found.failed(STORE),
        Some((Stage::Files, Remedy::ReadableCertificate))
    );
    assert_eq!(found.facts(STORE, Stage::Files), [Fact::File("caFile")]);
}

#[tokio::test]
async fn a_server_that_demands_a_certificate_is_told_from_one_that_refuses_the_password() {
    let certificates = Certificates::new().expect("certificates");
    let protection = TlsAndAcl {
        certificates: certificates.clone(),
        demands_client_certificate: true,
        desk_rule: permissions(SITE),
    };
    let options = Options {
        protection: Protection::TlsAndAcl(protection),
        ..Options::default()
    };
    let server = Server::start(&options).expect("a server");
    let kept = Kept {
        server,
        certificates,
    };
    assert_eq!(
        kept.found().await.told(),
        Some(Remedy::ShowClientCertificate)
    );
}

#[tokio::test]
async fn a_wrong_password_is_told_from_none() {
    let kept = Kept::well();
    let mut bench = kept.bench();
    bench.keep(SecretName::RedisPassword, "planted-password");
    let found = bench.examine().await;
    let failed = Some((Stage::Authentication, Remedy::RetypeRedisPassword));
    assert_eq!(found.failed(STORE), failed);
    assert!(!format!("{:?}", found.findings).contains("planted-password"));
    bench.vault = Vault::in_memory();
    assert_eq!(
        bench.examine().await.told(),
        Some(Remedy::TypeRedisPassword)
    );
}

#[tokio::test]
async fn without_the_keyring_the_way_is_looked_at_and_nobody_is_let_in() {
    let kept = Kept::well();
    let mut bench = kept.bench();
    bench.vault = Vault::failing(VaultFault::Locked);
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::UnlockKeyring));
    assert_eq!(found.stage(STORE, Stage::Encryption).state, State::Passed);
    let skipped = State::Skipped(Skipped::NoSecret);
    assert_eq!(found.stage(STORE, Stage::Authentication).state, skipped);
}

#[tokio::test]
async fn what_the_user_lacks_is_named_and_what_it_has_too_many_is_told() {
    let certificates = Certificates::new().expect("certificates");
    let rule = format!("{} -zadd", permissions(SITE));
    let kept = Kept::start(certificates.clone(), rule, Options::default());
    let found = kept.found().await;
    assert_eq!(
        found.failed(STORE),
        Some((Stage::Permission, Remedy::GrantPermissions))
    );
    let missing = [Fact::Missing(vec![Plain::new("+zadd")])];
    assert_eq!(found.facts(STORE, Stage::Permission), missing);

    let kept = Kept::start(certificates, "~* &* +@all".to_owned(), Options::default());
    let found = kept.found().await;
    assert_eq!(found.diagnosis.verdict, Verdict::Warned);
    assert_eq!(found.diagnosis.remedy, Some(Remedy::LimitPermissions));
}

#[tokio::test]
async fn one_that_forgets_when_it_is_full_is_told() {
    let kept = Kept::with(Options::default().with("maxmemory-policy", "allkeys-lru"));
    let found = kept.found().await;
    assert_eq!(found.diagnosis.remedy, Some(Remedy::KeepKeys));
    let warnings = Fact::Warnings(vec!["store.evicts-keys"]);
    assert!(found.facts(STORE, Stage::Durability).contains(&warnings));
}

fn ten_minutes_ahead() -> Options {
    let shown = Timestamp::now().as_microsecond() + 600_000_000;
    let clock = HeldClock::new(shown).expect("a clock");
    Options {
        clock: Clock::Held(clock),
        ..Options::default()
    }
}

#[tokio::test]
async fn a_clock_that_is_ten_minutes_off_is_to_be_set() {
    let kept = Kept::with(ten_minutes_ahead());
    let found = kept.found().await;
    assert_eq!(
        found.told(),
        Some(Remedy::SetBothClocks),
        "nobody else tells the time"
    );
    assert_eq!(
        found.failed(STORE),
        Some((Stage::Clock, Remedy::SetBothClocks))
    );
}

#[tokio::test]
async fn where_sinch_agrees_with_this_computer_it_is_the_servers_clock_that_is_wrong() {
    let kept = Kept::with(ten_minutes_ahead());
    let options = SandboxOptions::default();
    let sandbox = Sandbox::start(options).await.expect("a sandbox");
    let mut bench = Bench::at(&sandbox);
    bench.of = countersign_core::doctor::Of::All;
    bench.settings["store"] = kept.bench().settings["store"].clone();
    bench.keep(SecretName::RedisPassword, DESK_PASSWORD);
    assert_eq!(bench.examine().await.told(), Some(Remedy::SetRedisClock));

    sandbox.advance(Duration::from_secs(600));
    let found = bench.examine().await;
    assert_eq!(found.told(), Some(Remedy::SetClock), "two against one");
}

#[tokio::test]
async fn who_speaks_in_clear_to_a_server_with_tls_is_told_so_and_the_other_way_round() {
    let kept = Kept::well();
    let bench = Bench::of_store(open(&kept.server.url().replace("rediss", "redis")));
    let found = bench.examine().await;
    assert_eq!(
        found.failed(STORE),
        Some((Stage::Authentication, Remedy::MatchTls))
    );

    let server = Server::start(&Options::default()).expect("a server");
    let bench = Bench::of_store(open(&server.url().replace("redis", "rediss")));
    let found = bench.examine().await;
    assert_eq!(
        found.failed(STORE),
        Some((Stage::Encryption, Remedy::MatchTls))
    );
}

#[tokio::test]
async fn a_socket_has_neither_name_nor_encryption() {
    let server = Server::start(&Options::default()).expect("a server");
    let socket = format!("redis+unix://{}", server.socket_path().display());
    let found = Bench::of_store(open(&socket)).examine().await;
    let skipped = State::Skipped(Skipped::Socket);
    assert_eq!(found.stage(STORE, Stage::Encryption).state, skipped);
    assert_eq!(found.stage(STORE, Stage::Step).state, State::Passed);
}

#[tokio::test]
async fn sentinels_and_their_primary_are_looked_at() {
    let sentinels = Sentinels::start(&Options::default()).expect("sentinels");
    let store = json!({
        "kind": "redis",
        "site": SITE,
        "place": { "sentinel": {
            "sentinels": sentinels.sentinel_urls(),
            "primary": PRIMARY_NAME,
        } },
    });
    let mut bench = Bench::of_store(store);
    let found = bench.examine().await;
    assert_eq!(
        found.stage(STORE, Stage::Step).state,
        State::Passed,
        "{:?}",
        found.findings
    );

    bench.settings["store"]["place"]["sentinel"]["primary"] = "another".into();
    assert_eq!(bench.examine().await.told(), Some(Remedy::NamePrimary));

    bench.settings["store"]["place"]["sentinel"]["primary"] = PRIMARY_NAME.into();
    sentinels.sentinels()[0].kill();
    let found = bench.examine().await;
    let restore = State::Warned(Remedy::RestoreHosts);
    assert_eq!(found.stage(STORE, Stage::Connection).state, restore);
    assert_eq!(found.stage(STORE, Stage::Step).state, State::Passed);
}

#[tokio::test]
async fn a_cluster_is_looked_at_through_any_of_its_nodes() {
    let cluster = Cluster::start(3, &Options::default()).expect("a cluster");
    let store = json!({
        "kind": "redis",
        "site": SITE,
        "place": { "cluster": { "nodes": cluster.urls() } },
    });
    let found = Bench::of_store(store).examine().await;
    assert_eq!(
        found.stage(STORE, Stage::Step).state,
        State::Passed,
        "{:?}",
        found.findings
    );
}

#[tokio::test]
async fn the_store_of_one_computer_needs_a_folder_it_may_write_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("desk.sqlite3");
    let mut bench = Bench::of_store(json!({ "kind": "embedded" }));
    bench.store_file = Some(file.clone());
    let found = bench.examine().await;
    assert_eq!(found.diagnosis.verdict, Verdict::Well);
    let not_yet = State::Skipped(Skipped::NotYet);
    assert_eq!(found.stage(STORE, Stage::Step).state, not_yet);
    let left = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(left, 0, "nothing is left behind");

    drop(EmbeddedStore::open(&file, SystemClock).expect("a store"));
    let found = bench.examine().await;
    assert_eq!(found.stage(STORE, Stage::Step).state, State::Passed);

    std::fs::write(&file, vec![7; 8192]).expect("another program's file");
    assert_eq!(bench.examine().await.told(), Some(Remedy::ReplaceStoreFile));

    bench.store_file = Some("/dev/null/desk.sqlite3".into());
    assert_eq!(bench.examine().await.told(), Some(Remedy::ReadableFolder));
}
