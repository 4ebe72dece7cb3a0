//! The store in a file of this computer: whether its folder can be written to, and whether the file does
//! a step. Nothing is counted and no file is left that was not there.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use rand::{CryptoRng, RngExt};

use super::Doctor;
use super::fact::Fact;
use super::finding::{Skipped, Stage, Subject};
use super::redis_faults::remedy_of;
use super::remedy::Remedy;
use super::round::{Problem, Seen, Tell};
use crate::challenge::{ChallengeId, NumberKey};
use crate::store::embedded::EmbeddedStore;
use crate::store::{Store, StoreFault};

const STAGES: &[Stage] = &[Stage::Files, Stage::Step];

/// As much room as a desk fills in months.
const ROOM: usize = 8 * 1024 * 1024;

/// A file that is written and removed at once.
const TRIAL: &str = "room-for-the-store";

impl Doctor {
    pub(super) async fn embedded(
        &self,
        file: Option<&Path>,
        randomness: &mut (dyn CryptoRng + Send),
        tell: Tell<'_>,
    ) {
        let round = self.round(Subject::Store, STAGES, tell);
        let Some(file) = file else {
            round.skip(Stage::Files, Skipped::NotYet);
            round.skip(Stage::Step, Skipped::NotYet);
            return;
        };
        let folder = file.parent().unwrap_or(file).to_owned();
        let room = tokio::task::spawn_blocking(move || has_room(&folder));
        let looked = async {
            let written = room
                .await
                .unwrap_or_else(|error| Err(io::Error::other(error)));
            written.map(Seen::well).map_err(|error| problem_of(&error))
        };
        if round.stage(Stage::Files, looked).await.is_none() {
            return;
        }
        if !file.exists() {
            round.skip(Stage::Step, Skipped::NotYet);
            return;
        }
        let nobody = ChallengeId::draw(NumberKey(randomness.random()), randomness);
        round.stage(Stage::Step, self.step(file, nobody)).await;
    }

    /// Ends a challenge that nobody began: a step like any other, which changes nothing.
    async fn step(&self, file: &Path, nobody: ChallengeId) -> Result<Seen<()>, Problem> {
        let (file, clock) = (file.to_owned(), self.clock.clone());
        let opening = tokio::task::spawn_blocking(move || EmbeddedStore::open(file, clock));
        let opened = opening
            .await
            .map_err(|_| Problem::new(Remedy::ReadableFolder))?;
        let problem =
            |fault: StoreFault| Problem::new(remedy_of(&fault)).with([Fact::Code(fault.code())]);
        let store = opened.map_err(problem)?;
        store.cancel(nobody).await.map_err(problem)?;
        Ok(Seen::well(()))
    }
}

/// Writes as much as the store may need, and removes it again.
fn has_room(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let path = folder.join(TRIAL);
    let written = write(&path);
    let removed = fs::remove_file(&path);
    written.and(removed)
}

fn write(path: &Path) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(&vec![0; ROOM])?;
    file.sync_all()
}

fn problem_of(error: &io::Error) -> Problem {
    let is_full = matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    );
    Problem::new(match is_full {
        true => Remedy::FreeDisk,
        false => Remedy::ReadableFolder,
    })
}
