//! Which system this is, and how packages come onto it.
//! Where it can't install by itself, it gives the words for the person who can.

use std::env;
use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::need::Need;
use crate::program;

/// A family of systems that name their packages alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    /// Debian, Ubuntu and their descendants: apt-get.
    Debian,
    /// Fedora, RHEL and their descendants: dnf.
    Fedora,
    /// A Linux whose package names are not known here.
    OtherLinux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl System {
    /// The system that this runs on.
    pub(crate) fn here() -> Self {
        match env::consts::OS {
            "macos" => Self::MacOs,
            "windows" => Self::Windows,
            _ => of_os_release(&fs::read_to_string("/etc/os-release").unwrap_or_default()),
        }
    }

    /// Installs the packages for `missing`, or says how a person does.
    pub(crate) fn install(self, missing: &[Need]) -> Result<(), Failure> {
        let packages = packages(self, missing);
        match self {
            Self::Debian => {
                let update = ["apt-get", "update"];
                let install = [
                    "env",
                    "DEBIAN_FRONTEND=noninteractive",
                    "apt-get",
                    "install",
                    "--yes",
                    "--no-install-recommends",
                ];
                let install = [&install[..], &packages].concat();
                let mut commands: Vec<&[&str]> = vec![&update, &install];
                if starts_redis(missing) {
                    println!(
                        "Redis is for the tests only: the service that comes with it is switched off."
                    );
                    commands.push(&["systemctl", "disable", "--now", "redis-server.service"]);
                }
                as_root(missing, &commands)
            }
            Self::Fedora => {
                let install = [
                    "dnf",
                    "install",
                    "--assumeyes",
                    "--setopt=install_weak_deps=False",
                ];
                as_root(missing, &[&[&install[..], &packages].concat()])
            }
            Self::OtherLinux | Self::MacOs | Self::Windows => Err(Failure::ByHand {
                missing: missing.to_vec(),
                remedy: packages.join("; "),
            }),
        }
    }
}

/// Whether Debian's package starts a service (sd_booted(3) tells systemd by this folder). A Redis that was there
/// before is not missing, and is left alone.
fn starts_redis(missing: &[Need]) -> bool {
    missing.contains(&Need::RedisServer) && Path::new("/run/systemd/system").exists()
}

/// The packages that meet `missing`, each once, in the order of the needs.
pub(crate) fn packages(system: System, missing: &[Need]) -> Vec<&'static str> {
    let mut packages = Vec::new();
    for need in missing {
        let package = need.package(system);
        if !packages.contains(&package) {
            packages.push(package);
        }
    }
    packages
}

/// Runs each command as root: directly, or by sudo. Without either it says what to run.
fn as_root(missing: &[Need], commands: &[&[&str]]) -> Result<(), Failure> {
    let is_root = program::answer("id", &["-u"]).as_deref() == Some("0");
    if !is_root && !program::exists("sudo") {
        let lines: Vec<String> = commands.iter().map(|command| command.join(" ")).collect();
        return Err(Failure::ByHand {
            missing: missing.to_vec(),
            remedy: format!("{} (as root)", lines.join(" && ")),
        });
    }
    for command in commands {
        match (is_root, command) {
            (true, [first, rest @ ..]) => program::run(first, rest)?,
            (true, []) => {}
            (false, command) => program::run("sudo", command)?,
        }
    }
    Ok(())
}

/// The family that a system counts itself to (os-release(5): `ID`, then `ID_LIKE`, nearest first).
fn of_os_release(text: &str) -> System {
    let value = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key));
        line.map(|value| value.trim_matches(['"', '\'']).to_owned())
            .unwrap_or_default()
    };
    let names = format!("{} {}", value("ID="), value("ID_LIKE="));
    names
        .split_whitespace()
        .find_map(|name| match name {
            "debian" | "ubuntu" => Some(System::Debian),
            "fedora" | "rhel" | "centos" => Some(System::Fedora),
            _ => None,
        })
        .unwrap_or(System::OtherLinux)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::need::Purpose;

    #[test]
    fn a_descendant_counts_to_its_family() {
        let cases = [
            (
                "PRETTY_NAME=\"Debian\"\nVERSION_ID=\"12\"\nID=debian\n",
                System::Debian,
            ),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian),
            ("ID=fedora\n", System::Fedora),
            (
                "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n",
                System::Fedora,
            ),
            ("ID=arch\n", System::OtherLinux),
            ("", System::OtherLinux),
        ];
        for (text, system) in cases {
            assert_eq!(of_os_release(text), system, "{text}");
        }
    }

    #[test]
    fn a_bare_debian_gets_these_packages() {
        let needs = Need::of(Purpose::Test, System::Debian);
        let expected = [
            "build-essential",
            "pkg-config",
            "libwebkit2gtk-4.1-dev",
            "xvfb",
            "dbus",
            "webkit2gtk-driver",
            "imagemagick",
            "nodejs",
            "npm",
            "redis-server",
            "gnome-keyring",
        ];
        assert_eq!(packages(System::Debian, needs), expected);
    }

    #[test]
    fn one_package_for_two_needs_is_named_once() {
        let missing = [Need::WebKit, Need::Node, Need::WebKit];
        assert_eq!(
            packages(System::Debian, &missing),
            ["libwebkit2gtk-4.1-dev", "nodejs"]
        );
    }
}
