//! The store that a training desk uses, by its settings. Opening asks nothing of a server.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use countersign_core::settings::StoreChoice;
use countersign_core::site_key::SiteKey;
use countersign_core::store::Store;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::store::redis::{RedisSecrets, RedisSettings, RedisStore};
use rand::CryptoRng;

use super::{TrainingClock, TrainingError};

/// The embedded store of the current training; nothing of it is read again.
const STORE: &str = "training.sqlite3";
/// What SQLite puts beside it.
const STORE_COMPANIONS: [&str; 2] = ["training.sqlite3-wal", "training.sqlite3-shm"];

/// A store, and the key that its desks share.
pub(super) struct OpenedStore {
    pub(super) store: Arc<dyn Store>,
    pub(super) site_key: SiteKey,
    /// Whether other desks use it too, by its own time.
    pub(super) is_shared: bool,
}

/// Opens the store that is chosen.
pub(super) fn open(
    choice: &StoreChoice,
    folder: Option<&Path>,
    clock: &Arc<TrainingClock>,
    randomness: &mut (impl CryptoRng + ?Sized),
) -> Result<OpenedStore, TrainingError> {
    match choice {
        StoreChoice::Embedded {} => Ok(OpenedStore {
            store: Arc::new(embedded(folder, clock)?),
            site_key: SiteKey::draw(randomness),
            is_shared: false,
        }),
        StoreChoice::Redis(redis) => Ok(OpenedStore {
            store: Arc::new(shared(redis, clock)?),
            site_key: SiteKey::for_training(redis.site.as_str()),
            is_shared: true,
        }),
    }
}

/// The site's Redis, which nothing is asked of yet.
fn shared(redis: &RedisSettings, clock: &Arc<TrainingClock>) -> Result<RedisStore, TrainingError> {
    let secrets = RedisSecrets::default();
    Ok(RedisStore::for_training(redis, secrets, Arc::clone(clock))?)
}

fn embedded(
    folder: Option<&Path>,
    clock: &Arc<TrainingClock>,
) -> Result<EmbeddedStore, TrainingError> {
    Ok(match folder {
        Some(folder) => EmbeddedStore::open(&fresh(folder)?, Arc::clone(clock))?,
        None => EmbeddedStore::in_memory(Arc::clone(clock))?,
    })
}

/// The path of a store that nothing was written to yet.
fn fresh(folder: &Path) -> Result<PathBuf, TrainingError> {
    fs::create_dir_all(folder).map_err(TrainingError::Folder)?;
    for name in STORE_COMPANIONS.into_iter().chain([STORE]) {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(TrainingError::Folder(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(folder.join(STORE))
}
