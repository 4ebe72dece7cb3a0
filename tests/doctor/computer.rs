//! A computer with a real keyring, on which IT runs `countersign doctor`.

use std::process::Stdio;
use std::time::Duration;

use countersign_core::vault::{SecretName, SecretSet, Vault};
use countersign_driver::{Home, Keyring, KeyringState, SessionBus};
use secrecy::SecretString;
use serde_json::Value;
use tokio::io::AsyncWriteExt as _;
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// Longer than any run takes, on a busy machine.
const LIMIT: Duration = Duration::from_secs(120);

/// A home whose owner is logged on.
pub(crate) struct Computer {
    _keyring: Option<Keyring>,
    bus: SessionBus,
    home: Home,
}

/// What a run of the program left.
pub(crate) struct Ran {
    pub(crate) exit: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Computer {
    pub(crate) async fn with(keyring: KeyringState) -> Self {
        let home = Home::new().expect("a home");
        let bus = SessionBus::start(&home).await.expect("a bus");
        let keyring = Keyring::start(&home, &bus, keyring).await;
        Self {
            _keyring: keyring.expect("a keyring"),
            bus,
            home,
        }
    }

    pub(crate) fn write_settings(&self, json: &str) {
        self.home.write_settings(json).expect("settings");
    }

    /// Puts a secret into the keyring, by this very test program: a program has but one session bus.
    pub(crate) async fn keep(&self, name: SecretName, secret: &str) {
        let program = std::env::current_exe().expect("this program");
        let mut command = self.command(&program);
        command.args(["--ignored", "--exact", "computer::keeps"]);
        let ran = run(&mut command, &format!("{}\n{secret}\n", name.as_str())).await;
        assert_eq!(ran.exit, 0, "{}{}", ran.output, ran.errors);
    }

    /// Runs `countersign` with these arguments, and this on its standard input.
    pub(crate) async fn run(&self, arguments: &[&str], input: &str) -> Ran {
        let program = env!("CARGO_BIN_EXE_countersign").as_ref();
        run(self.command(program).args(arguments), input).await
    }

    /// The same where this proxy is set for all that is encrypted.
    pub(crate) async fn run_behind(&self, proxy: &str, arguments: &[&str]) -> Ran {
        let program = env!("CARGO_BIN_EXE_countersign").as_ref();
        let mut command = self.command(program);
        command.env("HTTPS_PROXY", proxy).args(arguments);
        run(&mut command, "").await
    }

    fn command(&self, program: &std::path::Path) -> Command {
        let mut command = Command::new(program);
        command
            .envs(self.home.environment())
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.address())
            .env(
                "COUNTERSIGN_POLICY_FILE",
                self.home.path().join("no-policy.json"),
            )
            .env_remove("COUNTERSIGN_SANDBOX")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("RUST_BACKTRACE");
        command
    }
}

async fn run(command: &mut Command, input: &str) -> Ran {
    let child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("it starts");
    let ran = timeout(LIMIT, ran(child, input)).await;
    ran.expect("it ends in time")
}

async fn ran(mut child: Child, input: &str) -> Ran {
    let mut stdin = child.stdin.take().expect("its input");
    // A run that reads nothing has closed it already.
    let _ = stdin.write_all(input.as_bytes()).await;
    drop(stdin);
    let output = child.wait_with_output().await.expect("it ends");
    Ran {
        exit: output.status.code().expect("an exit code"),
        output: String::from_utf8(output.stdout).expect("UTF-8"),
        errors: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Ran {
    pub(crate) fn document(&self) -> Value {
        let read = serde_json::from_str(&self.output);
        read.unwrap_or_else(|error| panic!("{error}: {}{}", self.output, self.errors))
    }
}

#[tokio::test]
#[ignore = "the program by which the other tests fill a keyring"]
async fn keeps() {
    let mut lines = std::io::stdin().lines();
    let mut line = || lines.next().expect("a line").expect("a line");
    let (name, secret) = (line(), line());
    let name = SecretName::ALL
        .into_iter()
        .find(|other| other.as_str() == name);
    let vault = Vault::of_this_computer();
    let set = SecretSet::default();
    let kept = vault.keep(&set, name.expect("a name"), SecretString::from(secret));
    kept.await.expect("the keyring takes it");
}
