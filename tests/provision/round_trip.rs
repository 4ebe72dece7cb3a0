//! Out of one desk and into an empty one: it then works at what the first began.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use countersign_core::settings::Settings;

use crate::computer::Computer;
use crate::site::{PASSPHRASE, Site, WELL, secrets};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_desk_finishes_what_another_began() {
    let site = Site::found().await;
    let bundle = site.export().await;
    let mode = fs::metadata(&bundle).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "its owner's alone");

    let sandbox = site.sandbox.address();
    let mut at_first = site.first.person();
    let challenge = at_first.ask(&format!("begin\t{sandbox}\t{WELL}")).await;
    let code = site.code_of(WELL).await;

    let second = Computer::new().await;
    let import = [
        "import",
        &bundle.to_string_lossy(),
        "--passphrase-file",
        "-",
        "--desk-name",
        "Counter 3",
    ];
    let ended = second
        .provision(&import, format!("{PASSPHRASE}\n").as_bytes())
        .await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let settings = Settings::read(&second.settings()).expect("settings");
    assert_eq!(settings.desk.name.as_str(), "Counter 3");
    assert_eq!(settings.rules.wrong_tries, 4);
    assert!(
        !settings.admin.passcode_set,
        "a passcode is each desk's own"
    );

    let mut at_second = second.person();
    let check = format!("check\t{sandbox}\t{challenge}\t{code}");
    assert_eq!(at_second.ask(&check).await, "Verified");

    for (name, secret) in secrets() {
        let read = format!("read\t{}\t{name}", settings.secrets);
        assert_eq!(at_second.ask(&read).await, secret);
        assert!(!ended.said.contains(&secret), "{name} was printed");
        let clear = secret.as_bytes();
        for (path, content) in second.state() {
            let is_there = content.windows(clear.len()).any(|bytes| bytes == clear);
            assert!(!is_there, "{name} is in {}", path.display());
        }
        let file = fs::read(&bundle).expect("a bundle");
        assert!(
            !file.windows(clear.len()).any(|bytes| bytes == clear),
            "{name}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dry_run_says_what_would_change_and_changes_nothing() {
    let site = Site::found().await;
    let bundle = site.export().await;
    let second = Computer::new().await;
    let passphrase = second.write("passphrase", PASSPHRASE.as_bytes());
    let (bundle, passphrase) = (bundle.to_string_lossy(), passphrase.to_string_lossy());
    let before = second.state();
    let import = ["import", &bundle, "--passphrase-file", &passphrase];
    let ended = second
        .provision(&[&import[..], &["--dry-run"]].concat(), b"")
        .await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(
        ended
            .said
            .contains("would set /rules/wrongTries from nothing to 4"),
        "{}",
        ended.said
    );
    assert!(
        ended.said.contains("would add the secret site-key"),
        "{}",
        ended.said
    );
    assert!(second.state() == before, "something changed");

    let ended = second.provision(&import, b"").await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let again = second
        .provision(&[&import[..], &["--dry-run"]].concat(), b"")
        .await;
    assert!(!again.said.contains("would set"), "{}", again.said);
    assert!(
        again.said.contains("would keep the secret site-key"),
        "{}",
        again.said
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bundle_for_recipients_needs_no_passphrase_anywhere() {
    let site = Site::found().await;
    let second = Computer::new().await;
    // What age-keygen prints, made up: nobody's.
    let identity = age_identity();
    let file = second.write("identity", identity.secret.as_bytes());
    let bundle = site.first.path("desks.age");
    let (bundle, file) = (bundle.to_string_lossy(), file.to_string_lossy());
    let export = ["export", "--out", &bundle, "--recipient", &identity.public];
    let ended = site.first.provision(&export, b"").await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let import = ["import", &bundle, "--identity-file", &file];
    let ended = second.provision(&import, b"").await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);

    let ended = site.first.provision(&export, b"").await;
    assert_eq!(
        ended.code,
        Some(8),
        "a file that is there stays: {}",
        ended.said
    );
    let ended = site
        .first
        .provision(&[&export[..], &["--overwrite"]].concat(), b"")
        .await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);
}

struct AgeIdentity {
    secret: String,
    public: String,
}

fn age_identity() -> AgeIdentity {
    let identity = age::x25519::Identity::generate();
    AgeIdentity {
        secret: secrecy::ExposeSecret::expose_secret(&identity.to_string()).to_owned(),
        public: identity.to_public().to_string(),
    }
}
