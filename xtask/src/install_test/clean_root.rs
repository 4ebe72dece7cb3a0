//! A clean Debian in a folder: what debootstrap makes of Debian's own packages, with a display and one user, and
//! nothing of the machine around it. It is made once and copied for each test.
//! What runs in it has mounts and processes of its own, which end with it: there is nothing to undo.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::dist::{self, Packages};
use crate::failure::Failure;
use crate::program;
use crate::run::text;

/// What a desktop has that a clean root lacks: a display, a bus, what starts desktop entries and keeps their index,
/// and what looks at windows.
const DESKTOP: &str = "xvfb,xauth,dbus-daemon,libglib2.0-bin,desktop-file-utils,hicolor-icon-theme,x11-utils,fonts-dejavu-core";

const USER: &str = "desk";

/// What is no trace of a package: the user's home, the package systems' own notes, and what lasts for a moment.
const NOT_COUNTED: [&str; 8] = [
    "/home",
    "/var/lib/dpkg",
    "/var/lib/rpm",
    "/var/log",
    "/var/cache",
    "/tmp",
    "/run",
    "/packages",
];

/// Where the packages lie in it.
pub(super) const PACKAGES: &str = "/packages";

/// And what an AppImage holds.
const APP_DIR: &str = "/packages/AppDir";

/// The folder that is its `/`.
pub(super) struct CleanRoot(PathBuf);

impl CleanRoot {
    /// A new one in `work`.
    pub(super) fn fresh(work: &Path) -> Result<Self, Failure> {
        let base = work.join("base");
        let made = work.join("base.made");
        if !made.exists() {
            make(&base)?;
            fs::write(&made, "").map_err(Failure::file(&made))?;
        }
        let root = Self(work.join("root"));
        dist::empty(&root.0)?;
        program::run(
            "cp",
            &[
                "--archive",
                "--reflink=auto",
                &format!("{}/.", text(&base)),
                &text(&root.0),
            ],
        )?;
        // The machine's way to the archive is the only thing that is shared.
        program::run_quietly(
            "cp",
            &[
                "--dereference",
                "/etc/resolv.conf",
                &text(&root.0.join("etc")),
            ],
        )?;
        root.run("apt-get update --quiet=2")?;
        Ok(root)
    }

    /// Puts the packages where they can be installed from.
    pub(super) fn bring(&self, before: &Packages, now: &Packages) -> Result<(), Failure> {
        for (package, name) in [
            (&before.deb, "before.deb"),
            (&now.deb, "now.deb"),
            (&before.rpm, "before.rpm"),
            (&now.rpm, "now.rpm"),
        ] {
            let to = self.0.join(PACKAGES.trim_start_matches('/')).join(name);
            program::run_quietly("install", &["-D", "-m", "644", &text(package), &text(&to)])?;
        }
        Ok(())
    }

    /// Puts the content of an AppImage where it is to be started.
    pub(super) fn bring_app_dir(&self, app_dir: &Path) -> Result<(), Failure> {
        let to = text(&self.0.join(APP_DIR.trim_start_matches('/')));
        program::run_quietly("cp", &["--archive", &text(app_dir), &to])
    }

    /// Fails unless it refuses to start and says which package is missing.
    pub(super) fn start_app_dir_without_webkit(&self) -> Result<(), Failure> {
        let words = self.read(&as_user(&format!(
            "{APP_DIR}/AppRun --version 2>&1; test $? = 1"
        )))?;
        println!("{words}");
        if words.contains("apt install libwebkit2gtk-4.1-0") {
            return Ok(());
        }
        Err(Failure::Refused(
            "it does not say which package is missing".to_owned(),
        ))
    }

    /// What an AppImage holds, tried where it lies.
    pub(super) fn run_app_dir(&self) -> Result<(), Failure> {
        let app_run = format!("{APP_DIR}/AppRun");
        self.run_as_user(&format!("{app_run} --version"))?;
        self.run_as_user(&on_display(&format!("{app_run} smoke-test")))?;
        println!("exit 0: verified");
        Ok(())
    }

    /// Keeps what apt downloaded for the next test.
    pub(super) fn keep_downloads(&self, work: &Path) -> Result<(), Failure> {
        let archives = "var/cache/apt/archives/.";
        let (from, to) = (self.0.join(archives), work.join("base").join(archives));
        program::run_quietly("cp", &["--update", "--recursive", &text(&from), &text(&to)])
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// It has done its work; what it was made from stays for the next test.
    pub(super) fn remove(self) -> Result<(), Failure> {
        dist::remove(&self.0)
    }

    /// Prints and runs a command of its shell as root.
    pub(super) fn run(&self, command: &str) -> Result<(), Failure> {
        println!("# {command}");
        program::run_quietly("unshare", &inside(&text(&self.0), command))
    }

    /// As [`CleanRoot::run`], and answers what it writes.
    pub(super) fn read(&self, command: &str) -> Result<String, Failure> {
        println!("# {command}");
        self.read_quietly(command)
    }

    /// Prints and runs a command as the user who works here.
    pub(super) fn run_as_user(&self, command: &str) -> Result<(), Failure> {
        println!("$ {command}");
        program::run_quietly("unshare", &inside(&text(&self.0), &as_user(command)))
    }

    /// The app's own test, on a display of its own.
    pub(super) fn smoke_test(&self) -> Result<(), Failure> {
        self.run_as_user(&on_display("countersign smoke-test"))?;
        println!("exit 0: verified");
        Ok(())
    }

    /// Starts the app as a desktop does, and waits for its window, which it shows once it is painted.
    pub(super) fn launch_from_desktop_entry(&self) -> Result<(), Failure> {
        let script = "\
            gio launch /usr/share/applications/io.countersign.desk.desktop & \
            for second in $(seq 60); do \
                xwininfo -name Countersign 2>/dev/null | grep --quiet IsViewable && \
                    xwininfo -name Countersign | grep -E \"xwininfo|Width|Height|Map State\" && \
                    xprop -name Countersign WM_CLASS && exit 0; \
                sleep 1; \
            done; \
            echo no window within a minute; exit 1";
        let file = self.0.join("tmp/launch");
        fs::write(&file, script).map_err(Failure::file(&file))?;
        println!("(gio launch, until its window is in view)");
        self.run_as_user(&on_display("sh /tmp/launch"))
    }

    /// Every file there is, but for what is no trace of a package.
    pub(super) fn files(&self) -> Result<BTreeSet<String>, Failure> {
        let listed = self.read_quietly("find / -xdev -print")?;
        Ok(listed
            .lines()
            .filter(|path| is_counted(path))
            .map(str::to_owned)
            .collect())
    }

    /// What the app keeps for its user: each file's name and size.
    pub(super) fn user_files(&self) -> Result<String, Failure> {
        self.read_quietly(&format!(
            "find /home/{USER} -path '*io.countersign.desk*' -type f -printf '%p %s bytes\\n' | sort"
        ))
    }

    fn read_quietly(&self, command: &str) -> Result<String, Failure> {
        program::read("unshare", &inside(&text(&self.0), command))
    }
}

/// Whether a path tells of what a package left.
fn is_counted(path: &str) -> bool {
    !NOT_COUNTED.iter().any(|folder| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

fn make(base: &Path) -> Result<(), Failure> {
    dist::empty(base)?;
    let suite = program::read("sh", &["-c", ". /etc/os-release && echo $VERSION_CODENAME"])?;
    let include = format!("--include={DESKTOP}");
    let folder = text(base);
    let arguments = ["--variant=minbase", &include, &suite, &folder];
    println!("$ debootstrap {}", arguments.join(" "));
    // Hundreds of lines that nobody reads while it works.
    program::read("/usr/sbin/debootstrap", &arguments)?;
    program::run_quietly(
        "unshare",
        &inside(
            &folder,
            &format!("useradd --create-home --shell /bin/bash {USER} && chmod 1777 /dev/shm"),
        ),
    )
}

/// The arguments for unshare(1) that run `command` in the root at `folder`.
fn inside<'a>(folder: &'a str, command: &'a str) -> [&'a str; 14] {
    [
        "--mount",
        "--pid",
        "--fork",
        "--kill-child",
        "env",
        "--ignore-environment",
        "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
        "LC_ALL=C.UTF-8",
        "DEBIAN_FRONTEND=noninteractive",
        "sh",
        "-c",
        r#"mount -t proc proc "$0/proc" && exec chroot "$0" sh -c "$1""#,
        folder,
        command,
    ]
}

fn as_user(command: &str) -> String {
    format!(
        "runuser --login {USER} --command '{}'",
        command.replace('\'', r"'\''")
    )
}

fn on_display(command: &str) -> String {
    format!(
        "NO_AT_BRIDGE=1 xvfb-run --auto-servernum --server-args=\"-screen 0 1280x900x24\" dbus-run-session -- {command} 2>&1"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_no_trace_of_a_package_and_a_program_is() {
        for path in ["/home", "/home/desk/.local/share", "/var/lib/dpkg/status"] {
            assert!(!is_counted(path), "{path}");
        }
        for path in ["/", "/homes", "/usr/bin/countersign", "/etc/countersign"] {
            assert!(is_counted(path), "{path}");
        }
    }

    #[test]
    fn a_quote_in_a_user_s_command_stays_one() {
        let command = as_user("echo 'a b'");
        assert_eq!(
            command,
            r"runuser --login desk --command 'echo '\''a b'\'''"
        );
    }
}
