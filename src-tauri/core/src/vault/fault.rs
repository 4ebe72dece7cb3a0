//! Why the keyring can't be used just now, in the product's words.
//! What the systems and their libraries call it stays beneath.

use keyring_core::Error;
use thiserror::Error;
use zeroize::Zeroize;

use super::system;

/// Why a secret can't be read, kept or forgotten. Tells nothing of the secret.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub enum VaultFault {
    /// This computer offers its user no keyring.
    #[error("there is no keyring on this computer")]
    Absent,
    /// There is one, and its owner has to unlock it first.
    #[error("the keyring is locked")]
    Locked,
    /// The keyring, or a rule of this computer, does not allow it.
    #[error("the keyring refused")]
    Refused,
    /// No answer came in time. What was asked may still be done later.
    #[error("the keyring did not answer in time")]
    Silent,
    /// The secret is longer than every keyring can keep: see [`super::LONGEST`].
    #[error("the secret is too long for a keyring")]
    TooLong,
    /// What the keyring keeps under the name is nothing that was kept by this product.
    #[error("what the keyring has can't be read")]
    Unreadable,
}

impl VaultFault {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Absent,
        Self::Locked,
        Self::Refused,
        Self::Silent,
        Self::TooLong,
        Self::Unreadable,
    ];

    /// The stable code of the fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::Absent => "keyring.absent",
            Self::Locked => "keyring.locked",
            Self::Refused => "keyring.refused",
            Self::Silent => "keyring.silent",
            Self::TooLong => "keyring.tooLong",
            Self::Unreadable => "keyring.unreadable",
        }
    }

    /// Whether the fault is one of the keyring itself rather than of one secret.
    pub(super) fn is_of_the_keyring(self) -> bool {
        match self {
            Self::Absent | Self::Locked | Self::Refused | Self::Silent => true,
            Self::TooLong | Self::Unreadable => false,
        }
    }

    /// What an answer of a store means. Some carry what was read: it is wiped.
    pub(super) fn of(error: Error) -> Self {
        match error {
            Error::NoStorageAccess(source) => system::no_access(source.as_ref()),
            Error::PlatformFailure(source) => system::failure(source.as_ref()),
            Error::NoDefaultStore => Self::Absent,
            Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
                bytes.zeroize();
                Self::Unreadable
            }
            Error::NoEntry | Error::BadStoreFormat(_) | Error::Ambiguous(_) => Self::Unreadable,
            Error::TooLong(..) => Self::TooLong,
            Error::Invalid(..) | Error::NotSupportedByStore(_) => Self::Refused,
            // The library may learn of further failures.
            _ => Self::Refused,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_fault_has_a_code_of_its_own() {
        let codes: BTreeSet<_> = VaultFault::ALL.map(VaultFault::code).into();
        assert_eq!(codes.len(), VaultFault::ALL.len());
        assert!(codes.iter().all(|code| code.starts_with("keyring.")));
    }

    #[test]
    fn what_is_no_text_is_unreadable() {
        let error = Error::BadEncoding(vec![0xff]);
        assert_eq!(VaultFault::of(error), VaultFault::Unreadable);
    }

    #[test]
    fn a_system_without_a_store_has_no_keyring() {
        assert_eq!(VaultFault::of(Error::NoDefaultStore), VaultFault::Absent);
    }

    #[test]
    fn a_limit_of_the_store_is_told_as_one() {
        let error = Error::TooLong("secret".into(), 2560);
        assert_eq!(VaultFault::of(error), VaultFault::TooLong);
    }
}
