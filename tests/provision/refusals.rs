//! What can't be imported is refused with a code of its own, and leaves files and keyring as they are.

use std::fs;

use sha2::{Digest as _, Sha256};

use crate::computer::{Computer, Ended};
use crate::site::{PASSPHRASE, Site};

/// A desk of the site that is to be left as it is.
struct Refusing {
    computer: Computer,
    bundle: Vec<u8>,
}

impl Refusing {
    async fn begin() -> Self {
        let site = Site::found().await;
        let bundle = site.export().await;
        let computer = Computer::new().await;
        computer.write("passphrase", PASSPHRASE.as_bytes());
        let refusing = Self {
            bundle: fs::read(&bundle).expect("a bundle"),
            computer,
        };
        let ended = refusing.import(&refusing.bundle, "passphrase").await;
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        refusing
    }

    async fn import(&self, bundle: &[u8], passphrase: &str) -> Ended {
        let bundle = self.computer.write("bundle", bundle);
        let passphrase = self.computer.path(passphrase);
        let (bundle, passphrase) = (bundle.to_string_lossy(), passphrase.to_string_lossy());
        let import = ["import", &bundle, "--passphrase-file", &passphrase];
        self.computer.provision(&import, b"").await
    }

    async fn refuses(&self, bundle: &[u8], passphrase: &str, code: i32, what: &str) {
        let before = self.computer.state();
        let ended = self.import(bundle, passphrase).await;
        assert_eq!(ended.code, Some(code), "{what}: {}", ended.said);
        assert!(ended.said.starts_with("countersign: "), "{}", ended.said);
        assert!(!ended.said.contains(PASSPHRASE));
        assert!(self.computer.state() == before, "{what} changed something");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_damaged_on_its_way_changes_nothing() {
    let desk = Refusing::begin().await;
    let whole = desk.bundle.clone();
    // The line in front, age's header, its checksum, the nonce, and the content to its last bit.
    let regions = [
        0,
        20,
        40,
        100,
        130,
        160,
        200,
        230,
        260,
        300,
        330,
        400,
        whole.len() - 1,
    ];
    for (turn, byte) in regions.into_iter().enumerate() {
        let mut turned = whole.clone();
        turned[byte] ^= 1 << (turn % 8);
        desk.refuses(&turned, "passphrase", 4, &format!("a bit of byte {byte}"))
            .await;
    }
    for length in [0, 1, 30, 90, 120, 250, whole.len() / 2, whole.len() - 1] {
        desk.refuses(
            &whole[..length],
            "passphrase",
            4,
            &format!("{length} bytes"),
        )
        .await;
    }
    desk.refuses(b"{\"version\":2}", "passphrase", 4, "another file")
        .await;
    let ended = desk.import(&whole, "passphrase").await;
    assert_eq!(
        ended.code,
        Some(0),
        "the whole one still does: {}",
        ended.said
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_passphrase_or_a_newer_version_changes_nothing() {
    let desk = Refusing::begin().await;
    desk.computer.write("wrong", b"twelve otters in a boat");
    desk.refuses(&desk.bundle, "wrong", 3, "a wrong passphrase")
        .await;
    desk.refuses(&desk.bundle, "missing", 8, "no passphrase")
        .await;
    desk.refuses(&newer(&desk.bundle), "passphrase", 5, "a newer version")
        .await;
    let usage = desk.computer.provision(&["import", "bundle"], b"").await;
    assert_eq!(usage.code, Some(2), "{}", usage.said);
}

/// The same bundle as a later version would frame it.
fn newer(bundle: &[u8]) -> Vec<u8> {
    let end = bundle
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a line");
    let body = &bundle[end + 1..];
    let described = format!("countersign-bundle/2 {}", body.len());
    let mut digest = Sha256::new();
    digest.update(&described);
    digest.update(body);
    let digest: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    [format!("{described} {digest}\n").as_bytes(), body].concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_keyring_nothing_is_imported_or_exported() {
    let mut desk = Refusing::begin().await;
    desk.computer.lose_keyring();
    desk.refuses(&desk.bundle, "passphrase", 6, "no keyring")
        .await;
    let passphrase = desk.computer.path("passphrase");
    let out = desk.computer.path("out");
    let (passphrase, out) = (passphrase.to_string_lossy(), out.to_string_lossy());
    let export = ["export", "--out", &out, "--passphrase-file", &passphrase];
    let ended = desk.computer.provision(&export, b"").await;
    assert_eq!(ended.code, Some(6), "{}", ended.said);
    assert!(!desk.computer.path("out").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_desk_whose_own_settings_can_t_be_read_is_left_as_it_is() {
    let desk = Refusing::begin().await;
    desk.computer.write_settings("{ damaged");
    desk.refuses(&desk.bundle, "passphrase", 7, "damaged settings")
        .await;
    assert_eq!(desk.computer.settings(), b"{ damaged");
}

/// The bundle is `age`'s beneath the line, so that it can be opened without this program.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bundle_without_its_line_is_taken_too() {
    let desk = Refusing::begin().await;
    let end = desk
        .bundle
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a line");
    let ended = desk.import(&desk.bundle[end + 1..], "passphrase").await;
    assert_eq!(ended.code, Some(0), "{}", ended.said);
}
