//! Why `countersign provision` did not do what it was told, in words and as an exit code that scripts can
//! go by. `docs/provisioning.md` lists the codes.

use std::fmt;
use std::process::ExitCode;

use countersign_core::provision::{CannotExport, ImportFault, Refused, TooLarge, UnfitLock};
use countersign_core::vault::VaultFault;

use crate::bundle_file::NotWritten;
use crate::desk_folder::NoFolder;
use crate::fault::cause;
use crate::settings_file::SettingsFault;

/// The exit codes, but for 0.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(super) enum Exit {
    /// What was said can't be done so. The reader of the command line ends with the same.
    Usage = 2,
    /// The passphrase or the identity does not open the bundle.
    WrongKey = 3,
    /// The bundle is damaged, cut short, or none at all.
    Damaged = 4,
    /// A newer version made the bundle.
    Newer = 5,
    /// The keyring can't be used.
    Keyring = 6,
    /// The files of this desk can't be used, or another import is under way.
    Desk = 7,
    /// A file that was named can't be read or written.
    File = 8,
    /// The settings can't be used, or a secret is missing that they need.
    Settings = 9,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        (exit as u8).into()
    }
}

/// Why it was not done.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    words: String,
}

impl Failure {
    pub(super) fn new(exit: Exit, words: impl Into<String>) -> Self {
        Self {
            exit,
            words: words.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words)
    }
}

impl From<UnfitLock> for Failure {
    fn from(unfit: UnfitLock) -> Self {
        Self::new(Exit::Usage, unfit.to_string())
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let exit = match refused {
            Refused::WrongPassphrase
            | Refused::NeedsIdentity
            | Refused::NeedsPassphrase
            | Refused::NotForThisIdentity => Exit::WrongKey,
            Refused::NotABundle
            | Refused::TooLarge
            | Refused::CutShort
            | Refused::Damaged
            | Refused::TooMuchWork => Exit::Damaged,
            Refused::Newer => Exit::Newer,
            Refused::Unusable => Exit::Settings,
        };
        Self::new(exit, format!("{refused}. Nothing was changed"))
    }
}

impl From<VaultFault> for Failure {
    fn from(fault: VaultFault) -> Self {
        let code = fault.code();
        Self::new(Exit::Keyring, format!("{fault} ({code})"))
    }
}

impl From<CannotExport> for Failure {
    fn from(error: CannotExport) -> Self {
        match error {
            CannotExport::Vault(fault) => fault.into(),
            CannotExport::Missing(name) => {
                let name = name.as_str();
                Self::new(Exit::Settings, format!("{error}: {name}"))
            }
        }
    }
}

impl From<TooLarge> for Failure {
    fn from(error: TooLarge) -> Self {
        Self::new(Exit::Settings, error.to_string())
    }
}

impl From<NotWritten> for Failure {
    fn from(error: NotWritten) -> Self {
        let words = match &error {
            NotWritten::Exists => format!("{error}: choose another, or say --overwrite"),
            NotWritten::Path(source) => format!("{error}: {source}"),
        };
        Self::new(Exit::File, words)
    }
}

impl From<SettingsFault> for Failure {
    fn from(fault: SettingsFault) -> Self {
        let cause = cause(&fault);
        Self::new(Exit::Desk, format!("{fault}: {cause}"))
    }
}

impl From<NoFolder> for Failure {
    fn from(error: NoFolder) -> Self {
        Self::new(Exit::Desk, error.to_string())
    }
}

impl From<ImportFault> for Failure {
    fn from(fault: ImportFault) -> Self {
        let cause = cause(&fault);
        match fault {
            ImportFault::Vault(fault) => fault.into(),
            ImportFault::Files(_) => Self::new(Exit::Desk, format!("{fault}: {cause}")),
            ImportFault::Settings(_) => Self::new(Exit::Settings, format!("{fault}: {cause}")),
        }
    }
}
