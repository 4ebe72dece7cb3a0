//! What building, playing and testing need of a machine, how each is recognised, and which package has it.
//! A need is met by whatever is there, wherever it came from: packages only matter once it is not.

use std::path::Path;

use crate::program;
use crate::system::System;

/// What a task is going to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Build the app and open it.
    Build,
    /// Build it and play the main job on a virtual display.
    Play,
    /// Walk through every state of its screen and take pictures.
    Pictures,
    /// Everything that the tests do.
    Test,
    /// Build packages and have them judged: on Debian only.
    Dist,
    /// Install packages in a clean system: on Debian only.
    TestInstall,
    /// Build the app for Windows and try it under Wine: on Debian only.
    CheckWindows,
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
    /// dpkg's tools, which find a program's libraries and pack.
    DpkgDev,
    /// What builds and installs packages for Fedora's family.
    Rpm,
    /// What judges Debian's packages.
    Lintian,
    /// What judges Fedora's.
    Rpmlint,
    /// What judges desktop entries.
    DesktopFileUtils,
    /// What judges AppStream's metainfo.
    Appstream,
    /// What packs the content of an AppImage.
    Squashfs,
    /// What installs a clean Debian in a folder.
    Debootstrap,
    /// Debian's own Rust, whose packages bring all that building for another system takes.
    DebianRust,
    /// The sources of its standard library.
    DebianRustSources,
    /// Its cargo.
    DebianCargo,
    /// The C compiler and linker for Windows.
    MinGw,
    /// What runs programs for Windows.
    Wine,
}

/// Where Debian's packages put Rust, whatever other Rust comes first on the PATH.
pub(crate) const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// And its cargo.
pub(crate) const DEBIAN_CARGO: &str = "/usr/bin/cargo";
/// The C compiler and linker for Windows, by name.
pub(crate) const MINGW_GCC: &str = "x86_64-w64-mingw32-gcc";

/// What `-Zbuild-std` builds from.
const STANDARD_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";
/// The second number of Cargo.toml's `rust-version`.
const OLDEST_RUST: u32 = 90;

/// The oldest major version of Node that the development tools run on.
const OLDEST_NODE: u32 = 18;

impl Need {
    /// What `purpose` needs on `system`.
    pub(crate) fn of(purpose: Purpose, system: System) -> &'static [Self] {
        use Need::{
            Appstream, Compiler, Dbus, DebianCargo, DebianRust, DebianRustSources, Debootstrap,
            DesktopFileUtils, DpkgDev, Import, Keyring, Lintian, MinGw, Node, Npm, PkgConfig,
            RedisServer, Rpm, Rpmlint, Squashfs, WebDriver, WebKit, Wine, Xvfb,
        };
        match (system, purpose) {
            (System::Debian | System::Fedora | System::OtherLinux, Purpose::Build) => {
                &[Compiler, PkgConfig, WebKit]
            }
            (System::Debian | System::Fedora | System::OtherLinux, Purpose::Play) => {
                &[Compiler, PkgConfig, WebKit, Xvfb, Dbus, WebDriver, Import]
            }
            (System::Debian | System::Fedora | System::OtherLinux, Purpose::Pictures) => &[
                Compiler,
                PkgConfig,
                WebKit,
                Xvfb,
                Dbus,
                WebDriver,
                Import,
                RedisServer,
                Keyring,
            ],
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
            (System::Debian, Purpose::Dist) => &[
                Compiler,
                PkgConfig,
                WebKit,
                DpkgDev,
                Rpm,
                Lintian,
                Rpmlint,
                DesktopFileUtils,
                Appstream,
                Squashfs,
            ],
            (System::Debian, Purpose::TestInstall) => &[Debootstrap, Rpm],
            (System::Debian, Purpose::CheckWindows) => &[
                Compiler,
                DebianRust,
                DebianRustSources,
                DebianCargo,
                MinGw,
                Wine,
            ],
            (
                System::Fedora | System::OtherLinux | System::MacOs | System::Windows,
                Purpose::Dist | Purpose::TestInstall | Purpose::CheckWindows,
            ) => &[],
            // WebKit is part of macOS. The real window is driven, and servers are started, on Linux only.
            (System::MacOs, Purpose::Build | Purpose::Play | Purpose::Pictures) => &[Compiler],
            (System::MacOs, Purpose::Test) => &[Compiler, Node, Npm],
            // Rust's own installer asks for Microsoft's build tools; WebView2 is part of Windows 11.
            (System::Windows, Purpose::Build | Purpose::Play | Purpose::Pictures) => &[],
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
            Self::DpkgDev => "dpkg-shlibdeps",
            Self::Rpm => "rpmbuild",
            Self::Lintian => "lintian",
            Self::Rpmlint => "rpmlint",
            Self::DesktopFileUtils => "desktop-file-validate",
            Self::Appstream => "appstreamcli",
            Self::Squashfs => "mksquashfs",
            Self::Debootstrap => "debootstrap",
            Self::DebianRust => "Debian's Rust (1.90 or newer)",
            Self::DebianRustSources => "its sources",
            Self::DebianCargo => "its cargo",
            Self::MinGw => "MinGW",
            Self::Wine => "Wine",
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
            Self::DpkgDev
            | Self::Rpm
            | Self::Lintian
            | Self::Rpmlint
            | Self::DesktopFileUtils
            | Self::Appstream
            | Self::Squashfs => program::exists(self.name()),
            // Where only root has it on the PATH.
            Self::Debootstrap => Path::new("/usr/sbin/debootstrap").exists(),
            Self::DebianRust => program::answer(DEBIAN_RUSTC, &["--version"])
                .is_some_and(|version| is_new_enough_rust(&version)),
            Self::DebianRustSources => Path::new(STANDARD_LIBRARY).exists(),
            Self::DebianCargo => program::answer(DEBIAN_CARGO, &["--version"])
                .is_some_and(|version| is_new_enough_rust(&version)),
            Self::MinGw => program::exists(MINGW_GCC),
            Self::Wine => program::exists("wine"),
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
            Self::DpkgDev => "dpkg-dev",
            Self::Rpm => "rpm",
            Self::Lintian => "lintian",
            Self::Rpmlint => "rpmlint",
            Self::DesktopFileUtils => "desktop-file-utils",
            Self::Appstream => "appstream",
            Self::Squashfs => "squashfs-tools",
            Self::Debootstrap => "debootstrap",
            Self::DebianRust => "rustc-web",
            Self::DebianRustSources => "rust-web-src",
            Self::DebianCargo => "cargo-web",
            Self::MinGw => "gcc-mingw-w64-x86-64",
            Self::Wine => "wine",
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
            Self::DpkgDev => "dpkg-dev",
            Self::Rpm => "rpm-build",
            Self::Lintian => "lintian",
            Self::Rpmlint => "rpmlint",
            Self::DesktopFileUtils => "desktop-file-utils",
            Self::Appstream => "appstream",
            Self::Squashfs => "squashfs-tools",
            Self::Debootstrap => "debootstrap",
            Self::DebianRust | Self::DebianRustSources | Self::DebianCargo => "rust-src",
            Self::MinGw => "mingw64-gcc",
            Self::Wine => "wine-core",
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
            Self::DpkgDev
            | Self::Rpm
            | Self::Lintian
            | Self::Rpmlint
            | Self::DesktopFileUtils
            | Self::Appstream
            | Self::Squashfs
            | Self::Debootstrap => "build packages on Debian or Ubuntu",
            Self::DebianRust | Self::DebianRustSources | Self::DebianCargo => {
                "use Debian, whose Rust it is"
            }
            Self::MinGw => "install MinGW",
            Self::Wine => "install Wine",
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

/// Whether `rustc --version` or `cargo --version` (as in `rustc 1.96.0 (…)`) is one that the app builds with.
fn is_new_enough_rust(version: &str) -> bool {
    let number = version.split_whitespace().nth(1).unwrap_or_default();
    let minor = number
        .strip_prefix("1.")
        .and_then(|rest| rest.split('.').next());
    minor
        .and_then(|minor| minor.parse::<u32>().ok())
        .is_some_and(|minor| minor >= OLDEST_RUST)
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
    fn tests_need_all_that_playing_and_pictures_need() {
        for purpose in [Purpose::Play, Purpose::Pictures] {
            for need in Need::of(purpose, System::Fedora) {
                assert!(
                    Need::of(Purpose::Test, System::Fedora).contains(need),
                    "{need:?}"
                );
            }
        }
    }

    #[test]
    fn an_old_or_silent_node_is_no_node() {
        assert!(is_new_enough("v18.0.0"));
        assert!(is_new_enough("v20.20.2"));
        assert!(!is_new_enough("v16.20.2"));
        assert!(!is_new_enough(""));
    }

    #[test]
    fn debians_usual_rust_is_too_old_to_be_met() {
        assert!(is_new_enough_rust("rustc 1.96.0 (ac68faa20 2026-05-25)"));
        assert!(is_new_enough_rust("cargo 1.90.0"));
        assert!(!is_new_enough_rust("rustc 1.63.0"));
        assert!(!is_new_enough_rust(""));
    }

    #[test]
    fn windows_is_checked_from_debian_alone() {
        for system in [
            System::Fedora,
            System::OtherLinux,
            System::MacOs,
            System::Windows,
        ] {
            assert_eq!(Need::of(Purpose::CheckWindows, system), []);
        }
        assert!(Need::of(Purpose::CheckWindows, System::Debian).contains(&Need::Wine));
    }
}
