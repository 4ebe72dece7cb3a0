//! A desk's files in memory, and one that fails where a test says so.

use std::sync::Mutex;

use super::*;
use crate::provision::import::{DeskFiles, ImportNote};
use crate::time::lock;

type AnyError = Box<dyn std::error::Error + Send + Sync>;

/// What fails.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Failing {
    Nothing,
    Note,
    Settings,
    /// The step that counts was done, and then something failed.
    AfterSettings,
}

pub(super) struct Memory {
    pub(super) settings: Mutex<Option<Settings>>,
    pub(super) note: Mutex<Option<ImportNote>>,
    pub(super) failing: Failing,
}

impl Memory {
    pub(super) fn of(settings: Option<Settings>) -> Self {
        Self {
            settings: Mutex::new(settings),
            note: Mutex::new(None),
            failing: Failing::Nothing,
        }
    }

    pub(super) fn current(&self) -> Option<Settings> {
        lock(&self.settings).clone()
    }
}

fn full() -> AnyError {
    std::io::Error::from(std::io::ErrorKind::StorageFull).into()
}

impl DeskFiles for Memory {
    fn settings(&self) -> Result<Option<Settings>, AnyError> {
        Ok(self.current())
    }

    fn replace_settings(&self, settings: &Settings) -> Result<(), AnyError> {
        if self.failing == Failing::Settings {
            return Err(full());
        }
        *lock(&self.settings) = Some(settings.clone());
        if self.failing == Failing::AfterSettings {
            return Err(full());
        }
        Ok(())
    }

    fn note(&self) -> Result<Option<ImportNote>, AnyError> {
        Ok(lock(&self.note).clone())
    }

    fn write_note(&self, note: &ImportNote) -> Result<(), AnyError> {
        if self.failing == Failing::Note {
            return Err(full());
        }
        *lock(&self.note) = Some(note.clone());
        Ok(())
    }

    fn remove_note(&self) -> Result<(), AnyError> {
        *lock(&self.note) = None;
        Ok(())
    }
}
