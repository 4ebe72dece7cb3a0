//! The store of a desk at work: a file that is kept from one start to the next, or the site's Redis.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use countersign_core::settings::StoreChoice;
use countersign_core::store::Store;
use countersign_core::store::embedded::EmbeddedStore;
use countersign_core::store::redis::{RedisSecrets, RedisStore};
use countersign_core::time::SystemClock;

use super::LiveError;

/// The embedded store. It holds digests and seals only.
const STORE: &str = "desk.sqlite3";

/// The file of the embedded store in the app's folder of data.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join(STORE)
}

/// Opens the store that is chosen. A shared one is asked nothing yet.
pub(super) async fn open(
    choice: &StoreChoice,
    secrets: RedisSecrets,
    folder: Option<&Path>,
) -> Result<Arc<dyn Store>, LiveError> {
    match choice {
        StoreChoice::Embedded {} => Ok(Arc::new(embedded(folder).await?)),
        StoreChoice::Redis(redis) => Ok(Arc::new(RedisStore::new(redis, secrets, SystemClock)?)),
    }
}

async fn embedded(folder: Option<&Path>) -> Result<EmbeddedStore, LiveError> {
    let Some(folder) = folder.map(Path::to_owned) else {
        return Ok(EmbeddedStore::in_memory(SystemClock)?);
    };
    let opening = tokio::task::spawn_blocking(move || open_file(&folder));
    opening
        .await
        .map_err(|error| LiveError::Folder(io::Error::other(error)))?
}

fn open_file(folder: &Path) -> Result<EmbeddedStore, LiveError> {
    fs::create_dir_all(folder).map_err(LiveError::Folder)?;
    Ok(EmbeddedStore::open(file(folder), SystemClock)?)
}
