//! Sinch itself behind an office's proxy, as far as that lets anybody see: nothing here leaves this computer.
//! Whatever the proxy is asked for, it leads to a server of the tests, whose certificate nobody trusts.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use countersign_core::vault::SecretName;
use countersign_driver::KeyringState;
use countersign_sandbox::Credentials;
use countersign_servers::{Options, Protection, Server, TlsAndAcl};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use super::computer::Computer;

/// What a proxy says to a tunnel that it has dug.
const DUG: &[u8] = b"HTTP/1.1 200 Connection established\r\n\r\n";

/// A proxy that looks into what passes: it answers in Sinch's place with a certificate of its own.
struct Proxy {
    address: String,
    asked: Arc<AtomicUsize>,
    _server: Server,
}

impl Proxy {
    async fn start() -> Self {
        let protection = TlsAndAcl::new("-@all").expect("certificates");
        let options = Options {
            protection: Protection::TlsAndAcl(protection),
            ..Options::default()
        };
        let server = Server::start(&options).expect("a server");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let asked = Arc::new(AtomicUsize::new(0));
        let (port, counted) = (server.port(), Arc::clone(&asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(tunnel(stream, port, Arc::clone(&counted)));
            }
        });
        Self {
            address: address.to_string(),
            asked,
            _server: server,
        }
    }
}

async fn tunnel(mut stream: TcpStream, port: u16, asked: Arc<AtomicUsize>) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => request.push(byte),
            // Somebody who only looked whether it takes a connection.
            Err(_) => return,
        }
    }
    assert!(request.starts_with(b"CONNECT verification.api.sinch.com:443 "));
    asked.fetch_add(1, Ordering::Relaxed);
    stream.write_all(DUG).await.expect("it is heard");
    let there = TcpStream::connect(("127.0.0.1", port)).await;
    let mut there = there.expect("a server");
    // Who trusts nothing of this hangs up.
    let _ = copy_bidirectional(&mut stream, &mut there).await;
}

async fn computer() -> Computer {
    let credentials = Credentials::default();
    let settings = json!({
        "version": 2,
        "mode": "live",
        "desk": { "id": "00112233445566778899aabbccddeeff", "name": "Reception 2" },
        "sinch": { "verification": { "applicationKey": credentials.application_key } },
        "store": { "kind": "embedded" },
    });
    let computer = Computer::with(KeyringState::Unlocked).await;
    computer.write_settings(&settings.to_string());
    let secret = SecretName::SinchApplicationSecret;
    computer.keep(secret, &credentials.application_secret).await;
    computer
}

async fn found(computer: &Computer, proxy: &str) -> Value {
    let arguments = ["doctor", "--json", "--only", "sinch"];
    let ran = computer.run_behind(proxy, &arguments).await;
    assert_eq!(ran.exit, 4, "{}{}", ran.output, ran.errors);
    assert!(!ran.output.contains("hush"), "the proxy's own password");
    ran.document()
}

fn stage<'a>(document: &'a Value, name: &str) -> &'a Value {
    let findings = document["findings"].as_array().expect("findings");
    let mut of_sinch = findings
        .iter()
        .filter(|finding| finding["subject"] == "sinchVerification");
    of_sinch
        .find(|finding| finding["stage"] == name)
        .expect(name)
}

#[tokio::test]
async fn a_proxy_that_looks_into_what_passes_is_seen_by_who_issued_its_certificate() {
    let (proxy, computer) = (Proxy::start().await, computer().await);
    let address = format!("http://user:hush@{}", proxy.address);
    let document = found(&computer, &address).await;
    assert_eq!(document["remedy"]["code"], "trust-proxy", "{document:#}");
    let facts = &stage(&document, "encryption")["facts"];
    assert_eq!(facts["issuer"], "An authority of the tests");
    assert_eq!(facts["proxy"], proxy.address.as_str());
    assert_eq!(stage(&document, "authentication")["state"], "skipped");
    assert_eq!(
        proxy.asked.load(Ordering::Relaxed),
        1,
        "no credential was shown"
    );
}

#[tokio::test]
async fn a_proxy_that_is_down_or_unknown_is_told_from_a_host_that_is() {
    let computer = computer().await;
    for (proxy, name, remedy) in [
        ("http://127.0.0.1:1", "connection", "start-proxy"),
        ("http://no-such-proxy.invalid:3128", "name", "find-proxy"),
    ] {
        let document = found(&computer, proxy).await;
        assert_eq!(document["remedy"]["code"], remedy, "{document:#}");
        assert_eq!(stage(&document, name)["state"], "failed");
    }
}
