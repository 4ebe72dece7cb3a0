//! What a store's fault means for an admin. The faults themselves are the store's.

use super::remedy::Remedy;
use crate::network::encryption::Trouble;
use crate::store::redis::trouble_behind;
use crate::store::{RefusedBecause, StoreFault, UnreachableBecause};

/// What to do about a fault.
pub(super) fn remedy_of(fault: &StoreFault) -> Remedy {
    if let Some(trouble) = trouble_behind(fault) {
        return encryption_remedy(trouble);
    }
    match fault {
        StoreFault::Unreachable { because, .. } => match because {
            UnreachableBecause::File => Remedy::CloseOtherProgram,
            UnreachableBecause::HostName => Remedy::FindName,
            UnreachableBecause::NoAnswer => Remedy::StartRedis,
            UnreachableBecause::Certificate => Remedy::ReplaceRedisCertificate,
            UnreachableBecause::NoPrimary => Remedy::NamePrimary,
            UnreachableBecause::Settings => Remedy::CorrectStore,
        },
        StoreFault::Interrupted(_) => Remedy::StartRedis,
        StoreFault::Refused { because, .. } => refused(*because),
        StoreFault::Unreadable(_) => Remedy::UpdateApp,
    }
}

fn refused(because: RefusedBecause) -> Remedy {
    match because {
        RefusedBecause::ReadOnly => Remedy::ReachPrimary,
        RefusedBecause::Loading | RefusedBecause::Busy => Remedy::WaitForRedis,
        RefusedBecause::Full => Remedy::FreeRedisMemory,
        RefusedBecause::TooManyClients => Remedy::AllowClients,
        RefusedBecause::NotAuthenticated => Remedy::RetypeRedisPassword,
        RefusedBecause::NotPermitted => Remedy::GrantPermissions,
        RefusedBecause::WrongType => Remedy::RemoveForeignKeys,
        RefusedBecause::ClusterDown => Remedy::RepairCluster,
        RefusedBecause::NotReplicated => Remedy::RestoreReplicas,
        RefusedBecause::CannotSave => Remedy::RepairRedisDisk,
        RefusedBecause::Damaged => Remedy::ReplaceStoreFile,
        RefusedBecause::NameTaken | RefusedBecause::Other => Remedy::AskRedisAdmin,
    }
}

/// What to do where no encryption is agreed on with a Redis server.
pub(super) fn encryption_remedy(trouble: Trouble) -> Remedy {
    match trouble {
        Trouble::Expired => Remedy::RenewRedisCertificate,
        // A certificate is made before it is used: it is this computer that lives in the past.
        Trouble::NotYetValid => Remedy::SetClock,
        Trouble::OtherName => Remedy::MatchRedisName,
        Trouble::UnknownAuthority => Remedy::TrustRedisAuthority,
        Trouble::BadCertificate => Remedy::ReplaceRedisCertificate,
        Trouble::WantsOurs => Remedy::ShowClientCertificate,
        Trouble::NotSpoken => Remedy::MatchTls,
    }
}
