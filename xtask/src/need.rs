//! What building, playing and testing need of a machine, how each is recognised, and which package has it.
//! A need is met by whatever is there, wherever it came from: packages only matter once it is not.

use crate::program;
use crate::system::System;

/// What a task is going to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Build the app and open it.
    Build,
    /// Build it and play the main job on a virtual display.
    Play,
    /// Everything that the tests do.
    Test,
}

/// One thing that must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// A C compiler and linker.
    Compiler,
    /// How a build on Linux finds its libraries.
    PkgConfig,
    /// The engine that shows the page, with what a build needs of it.
    WebKit,
    /// A display without a screen.
    Xvfb,
    /// A session bus.
    Dbus,
    /// What drives WebKit from outside.
    WebDriver,
    /// ImageMagick's `import`, which takes pictures of a display.
    Import,
    /// Node, for the type check.
    Node,
    /// npm, which installs the development tools.
    Npm,
    /// Redis, which the tests start servers of.
    RedisServer,
    /// GNOME Keyring, which the tests keep made-up secrets in.
    Keyring,
}

/// The oldest major version of Node that the development tools run on.
const OLDEST_NODE: u32 = 18;

impl Need {
    /// What `purpose` needs on `system`.
    pub(crate) fn of(purpose: Purpose, system: System) -> &'static [Self] {
        use Need::{
            Compiler, Dbus, Import, Keyring, Node, Npm, PkgConfig, RedisServer, WebDriver, WebKit,
            Xvfb,
        };
        match (system, purpose) {
            (System::Debian | System::Fedora | System::OtherLinux, Purpose::Build) => {
                &[Compiler, PkgConfig, WebKit]
            }
            (System::Debian | System::Fedora | System::OtherLinux, Purpose::Play) => {
                &[Compiler, PkgConfig, WebKit, Xvfb, Dbus, WebDriver, Import]
            }
            (System::Debian | System::Fedora | System::OtherLinux, Purpose::Test) => &[
                Compiler,
                PkgConfig,
                WebKit,
                Xvfb,
                Dbus,
                WebDriver,
                Import,
                Node,
                Npm,
                RedisServer,
                Keyring,
            ],
            // WebKit is part of macOS. The real window is driven, and servers are started, on Linux only.
            (System::MacOs, Purpose::Build | Purpose::Play) => &[Compiler],
            (System::MacOs, Purpose::Test) => &[Compiler, Node, Npm],
            // Rust's own installer asks for Microsoft's build tools; WebView2 is part of Windows 11.
            (System::Windows, Purpose::Build | Purpose::Play) => &[],
            (System::Windows, Purpose::Test) => &[Node, Npm],
        }
    }

    /// Its name in a sentence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Compiler => "a C compiler",
            Self::PkgConfig => "pkg-config",
            Self::WebKit => "WebKitGTK 4.1",
            Self::Xvfb => "Xvfb",
            Self::Dbus => "dbus-daemon",
            Self::WebDriver => "WebKitWebDriver",
            Self::Import => "ImageMagick's import",
            Self::Node => "Node 18 or newer",
            Self::Npm => "npm",
            Self::RedisServer => "redis-server",
            Self::Keyring => "GNOME Keyring",
        }
    }

    /// Whether the machine has it.
    pub(crate) fn is_met(self) -> bool {
        match self {
            Self::Compiler if cfg!(target_os = "macos") => {
                program::succeeds("xcode-select", &["-p"])
            }
            Self::Compiler => program::exists("cc"),
            Self::PkgConfig => program::exists("pkg-config"),
            Self::WebKit => program::succeeds("pkg-config", &["--exists", "webkit2gtk-4.1"]),
            Self::Xvfb => program::exists("Xvfb"),
            Self::Dbus => program::exists("dbus-daemon"),
            Self::WebDriver => program::exists("WebKitWebDriver"),
            Self::Import => program::exists("import"),
            Self::Node => program::answer("node", &["--version"])
                .is_some_and(|version| is_new_enough(&version)),
            // On Windows npm is a script, which only a shell finds.
            Self::Npm => {
                program::exists("npm")
                    || (cfg!(windows) && program::succeeds("npm.cmd", &["--version"]))
            }
            Self::RedisServer => program::exists("redis-server"),
            Self::Keyring => program::exists("gnome-keyring-daemon"),
        }
    }

    /// The package that has it on `system`; where packages are not known, what a person should do.
    pub(crate) fn package(self, system: System) -> &'static str {
        match system {
            System::Debian => self.debian_package(),
            System::Fedora => self.fedora_package(),
            System::OtherLinux => self.advice(),
            System::MacOs if self == Self::Compiler => "xcode-select --install",
            System::MacOs | System::Windows => self.advice(),
        }
    }

    fn debian_package(self) -> &'static str {
        match self {
            Self::Compiler => "build-essential",
            Self::PkgConfig => "pkg-config",
            Self::WebKit => "libwebkit2gtk-4.1-dev",
            Self::Xvfb => "xvfb",
            Self::Dbus => "dbus",
            Self::WebDriver => "webkit2gtk-driver",
            Self::Import => "imagemagick",
            Self::Node => "nodejs",
            Self::Npm => "npm",
            Self::RedisServer => "redis-server",
            Self::Keyring => "gnome-keyring",
        }
    }

    /// dnf also takes a file's path, and installs the package that has it.
    fn fedora_package(self) -> &'static str {
        match self {
            Self::Compiler => "gcc",
            Self::PkgConfig => "pkgconf-pkg-config",
            Self::WebKit => "webkit2gtk4.1-devel",
            Self::Xvfb => "xorg-x11-server-Xvfb",
            Self::Dbus => "dbus-daemon",
            Self::WebDriver => "/usr/bin/WebKitWebDriver",
            Self::Import => "ImageMagick",
            Self::Node => "nodejs",
            Self::Npm => "/usr/bin/npm",
            // Newer Fedoras have Valkey, whose package for compatibility holds this name.
            Self::RedisServer => "/usr/bin/redis-server",
            Self::Keyring => "gnome-keyring",
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Self::Compiler => "install a C compiler",
            Self::PkgConfig => "install pkg-config",
            Self::WebKit => "install WebKitGTK 4.1 with its development files",
            Self::Xvfb => "install Xvfb",
            Self::Dbus => "install dbus-daemon",
            Self::WebDriver => "install WebKitGTK's WebKitWebDriver",
            Self::Import => "install ImageMagick",
            Self::Node | Self::Npm => "install Node 18 or newer with npm",
            Self::RedisServer => "install Redis 7 or newer",
            Self::Keyring => "install GNOME Keyring",
        }
    }
}

/// Whether `node --version` (as in `v20.11.1`) is one that the tools run on.
fn is_new_enough(version: &str) -> bool {
    let major = version.trim_start_matches('v').split('.').next();
    major
        .and_then(|major| major.parse::<u32>().ok())
        .is_some_and(|major| major >= OLDEST_NODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEST_ONLY: [Need; 4] = [Need::Node, Need::Npm, Need::RedisServer, Need::Keyring];

    #[test]
    fn running_the_app_needs_nothing_that_only_tests_use() {
        for system in [
            System::Debian,
            System::Fedora,
            System::OtherLinux,
            System::MacOs,
            System::Windows,
        ] {
            for purpose in [Purpose::Build, Purpose::Play] {
                let needs = Need::of(purpose, system);
                assert!(
                    !TEST_ONLY.iter().any(|need| needs.contains(need)),
                    "{system:?} {purpose:?}"
                );
            }
        }
    }

    #[test]
    fn a_window_on_a_desktop_needs_no_virtual_display() {
        let needs = Need::of(Purpose::Build, System::Debian);
        assert_eq!(needs, [Need::Compiler, Need::PkgConfig, Need::WebKit]);
    }

    #[test]
    fn tests_need_all_that_playing_needs() {
        for need in Need::of(Purpose::Play, System::Fedora) {
            assert!(
                Need::of(Purpose::Test, System::Fedora).contains(need),
                "{need:?}"
            );
        }
    }

    #[test]
    fn an_old_or_silent_node_is_no_node() {
        assert!(is_new_enough("v18.0.0"));
        assert!(is_new_enough("v20.20.2"));
        assert!(!is_new_enough("v16.20.2"));
        assert!(!is_new_enough(""));
    }
}
