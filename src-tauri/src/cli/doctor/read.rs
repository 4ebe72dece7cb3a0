//! What the tests need to be told before they begin: the settings in force, and a phone.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use countersign_core::doctor::{Fact, Finding, Plain, Remedy, Stage, State, Subject};
use countersign_core::phone::PhoneNumber;
use countersign_core::settings::{Effective, Settings, SettingsError};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

use crate::computer;
use crate::live::store_file;
use crate::machine_policy::{self, PolicyFault, PolicyState};
use crate::settings_file::{self, SettingsFault};

/// Settings that can't be had: the one finding there is then.
pub(super) struct NotRead(pub(super) Finding);

/// The settings in force and the file of the embedded store. Where there is no file of settings yet,
/// first ones that are not written down: looking changes nothing.
pub(super) fn settings() -> Result<(Settings, PathBuf), NotRead> {
    let folder = settings_file::folder()?;
    let own = settings_file::read(&folder)?;
    let own = own.unwrap_or_else(|| Settings::first(&mut UnwrapErr(SysRng)));
    let policy = machine_policy::path();
    let policy = policy.map_or(PolicyState::None, |path| machine_policy::look(&path));
    let managed = policy.managed()?;
    let together = Effective::of(&own, managed);
    let effective = together.map_err(|error| not_read(Remedy::RepairPolicy, place_of(&error)))?;
    Ok((effective.settings, store_file(&folder)))
}

impl From<SettingsFault> for NotRead {
    fn from(fault: SettingsFault) -> Self {
        match fault {
            SettingsFault::NoFolder
            | SettingsFault::Unreadable(_)
            | SettingsFault::Unwritten(_) => not_read(Remedy::ReadableFolder, Vec::new()),
            SettingsFault::Unusable(error) => not_read(Remedy::RepairSettings, place_of(&error)),
            SettingsFault::KeptAside { error, .. } => {
                let facts = error.as_ref().map(place_of).unwrap_or_default();
                not_read(Remedy::RepairSettings, facts)
            }
        }
    }
}

impl From<&PolicyFault> for NotRead {
    fn from(fault: &PolicyFault) -> Self {
        let facts = match fault {
            PolicyFault::Unreadable(_) => Vec::new(),
            PolicyFault::Content(error) => place_of(error),
        };
        not_read(Remedy::RepairPolicy, facts)
    }
}

fn not_read(remedy: Remedy, facts: Vec<Fact>) -> NotRead {
    NotRead(Finding {
        subject: Subject::Settings,
        stage: Stage::Settings,
        state: State::Failed(remedy),
        took: Duration::ZERO,
        facts,
    })
}

/// What is wrong, and where in the file.
fn place_of(error: &SettingsError) -> Vec<Fact> {
    let mut facts = vec![Fact::Code(error.code())];
    if let Some(spot) = error.spot {
        facts.extend([Fact::Line(spot.line), Fact::Column(spot.column)]);
    }
    let pointer = error.pointer.as_ref();
    facts.extend(pointer.map(|pointer| Fact::Pointer(Plain::new(pointer.as_str()))));
    facts
}

/// The phone number on standard input.
pub(super) fn phone(settings: &Settings) -> Option<PhoneNumber> {
    let mut typed = String::new();
    io::stdin().read_line(&mut typed).ok()?;
    let home = settings.organisation.home.unwrap_or_else(computer::home);
    PhoneNumber::parse(&typed, home).ok()
}
