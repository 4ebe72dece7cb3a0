//! The settings that the desk goes by: its own, and over them what the machine's policy manages. Where
//! its own are kept is `settings_file`'s business, what they mean is the core's.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use countersign_core::settings::{Effective, Managed, Pointer, Settings, SettingsError};
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use serde_json::Value;
use tauri::{AppHandle, Runtime};
use thiserror::Error;
use tokio::sync::watch;

use crate::machine_policy::{PolicyFault, PolicyState};
use crate::settings_file::{self, SettingsFault};
use crate::view::PolicyView;

/// What no page may change: it belongs to the installation, or to the vault.
const NOT_OF_THE_PAGES: [&str; 4] = ["/version", "/desk/id", "/admin/passcodeSet", "/secrets"];

/// Where settings come from, and where they are saved to.
pub(crate) struct SettingsInForce {
    own: Own,
    policy: watch::Receiver<PolicyState>,
}

enum Own {
    /// In the app's folder of data.
    File {
        folder: PathBuf,
        load: Load,
        begin_anew: Load,
        save: Save,
        /// Tauri's store plugin takes two locks in one order where it opens a file and in the other where
        /// it closes one: asked from two threads at once, it can wait for itself for ever.
        turn: Mutex<()>,
    },
    /// Nowhere at rest.
    Memory(Box<Mutex<Settings>>),
}

/// All go through Tauri's store plugin, which needs the app.
type Load = Box<dyn Fn() -> Result<Settings, SettingsFault> + Send + Sync>;
type Save = Box<dyn Fn(&Settings) -> Result<(), SettingsFault> + Send + Sync>;

/// Settings as they are now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct InForce {
    /// The desk's own.
    pub(crate) own: Settings,
    /// What the desk goes by.
    pub(crate) effective: Settings,
    /// The JSON pointers of what the machine's policy manages.
    pub(crate) managed: Vec<String>,
    /// How the machine's policy stands.
    pub(crate) policy: PolicyView,
}

/// Why there are no settings to go by.
#[derive(Debug, Error)]
pub(crate) enum NoSettings {
    /// The desk's own can't be had.
    #[error(transparent)]
    Own(#[from] SettingsFault),
    /// The machine's policy can't be used, and none was in force before.
    #[error("the machine's policy can't be used")]
    Policy {
        /// Its file.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        fault: PolicyFault,
    },
}

/// Why settings were not saved.
#[derive(Debug)]
pub(crate) enum NotSaved {
    /// They can't be used.
    Invalid(SettingsError),
    /// They can't be written down, or those that are can't be read.
    None(NoSettings),
}

impl<Reason: Into<NoSettings>> From<Reason> for NotSaved {
    fn from(reason: Reason) -> Self {
        Self::None(reason.into())
    }
}

impl SettingsInForce {
    /// The settings in `folder`, and the machine's policy. Nothing is read yet.
    pub(crate) fn in_folder<R: Runtime>(
        app: &AppHandle<R>,
        folder: &Path,
        policy: watch::Receiver<PolicyState>,
    ) -> Self {
        Self {
            own: Own::File {
                folder: folder.to_owned(),
                load: with_app(app, folder, |app, folder| {
                    settings_file::load(app, folder, &mut UnwrapErr(SysRng))
                }),
                begin_anew: with_app(app, folder, |app, folder| {
                    settings_file::begin_anew(app, folder, &mut UnwrapErr(SysRng))
                }),
                save: {
                    let (app, folder) = (app.clone(), folder.to_owned());
                    Box::new(move |settings| settings_file::save(&app, &folder, settings))
                },
                turn: Mutex::default(),
            },
            policy,
        }
    }

    /// First settings, nobody's policy, and nothing at rest.
    pub(crate) fn in_memory() -> Self {
        let settings = Settings::first(&mut UnwrapErr(SysRng));
        Self {
            own: Own::Memory(Box::new(Mutex::new(settings))),
            policy: watch::channel(PolicyState::None).1,
        }
    }

    /// How the machine's policy stands, and will.
    pub(crate) fn policy(&self) -> watch::Receiver<PolicyState> {
        self.policy.clone()
    }

    /// The settings as they are now. Waits for the disk. Where there is no file yet, the first ones are
    /// written down.
    pub(crate) fn read(&self) -> Result<InForce, NoSettings> {
        let own = self.own.read()?;
        self.in_force(own)
    }

    /// The same where another program may have changed them: nothing where they are not to be had just
    /// now. Changes nothing, and waits for the disk.
    pub(crate) fn look(&self) -> Option<InForce> {
        let own = self.own.look()?;
        self.in_force(own).ok()
    }

    fn in_force(&self, own: Settings) -> Result<InForce, NoSettings> {
        let policy = self.policy.borrow();
        let Effective { settings, managed } =
            Effective::of(&own, in_force(&policy)?).map_err(SettingsFault::Unusable)?;
        Ok(InForce {
            own,
            effective: settings,
            managed: managed.iter().map(ToString::to_string).collect(),
            policy: (&*policy).into(),
        })
    }

    /// Saves what a page was filled in with. What is not the page's to change stays as it is.
    pub(crate) fn save(&self, typed: Value) -> Result<(), NotSaved> {
        let own = self.own.read()?;
        let policy = self.policy.borrow().clone();
        let policy = in_force(&policy)?;
        let effective = |own: &Settings| Effective::of(own, policy).map_err(NotSaved::Invalid);
        let kept = of_the_page(typed, &own, &effective(&own)?.managed)?;
        let settings = effective(&kept)?.settings;
        settings.validated().map_err(NotSaved::Invalid)?;
        Ok(self.own.write(kept)?)
    }

    /// Writes first settings down where there are none that can be used. What stands there is kept aside.
    pub(crate) fn begin_anew(&self) -> Result<(), NoSettings> {
        match &self.own {
            Own::File {
                begin_anew, turn, ..
            } => {
                let _turn = lock(turn);
                begin_anew().map(drop).map_err(NoSettings::Own)
            }
            Own::Memory(_) => Ok(()),
        }
    }

    /// Writes down that a passcode guards the pages from now on.
    pub(crate) fn save_passcode_set(&self) -> Result<(), SettingsFault> {
        let mut settings = self.own.read()?;
        settings.admin.passcode_set = true;
        self.own.write(settings)
    }
}

impl Own {
    fn read(&self) -> Result<Settings, SettingsFault> {
        match self {
            Self::File { load, turn, .. } => {
                let _turn = lock(turn);
                load()
            }
            Self::Memory(settings) => Ok(lock(settings).clone()),
        }
    }

    fn look(&self) -> Option<Settings> {
        match self {
            Self::File { folder, .. } => settings_file::read(folder).ok().flatten(),
            Self::Memory(settings) => Some(lock(settings).clone()),
        }
    }

    fn write(&self, settings: Settings) -> Result<(), SettingsFault> {
        match self {
            Self::File { save, turn, .. } => {
                let _turn = lock(turn);
                save(&settings)
            }
            Self::Memory(kept) => {
                *lock(kept) = settings;
                Ok(())
            }
        }
    }
}

fn with_app<R: Runtime>(
    app: &AppHandle<R>,
    folder: &Path,
    ask: impl Fn(&AppHandle<R>, &Path) -> Result<Settings, SettingsFault> + Send + Sync + 'static,
) -> Load {
    let (app, folder) = (app.clone(), folder.to_owned());
    Box::new(move || ask(&app, &folder))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Settings as a page was filled in with them, but for what no page may change, and for what is managed:
/// that stays as the desk's own, so that it is back once the policy no longer sets it.
fn of_the_page(typed: Value, own: &Settings, managed: &[Pointer]) -> Result<Settings, NotSaved> {
    let own = serde_json::to_value(own).map_err(|error| SettingsFault::Unwritten(error.into()))?;
    let managed = managed.iter().map(Pointer::as_str);
    let kept = NOT_OF_THE_PAGES.into_iter().chain(managed);
    let typed = kept.fold(typed, |typed, pointer| keep(typed, &own, pointer));
    Settings::from_value(typed).map_err(NotSaved::Invalid)
}

/// The policy to go by, if there is one.
fn in_force(policy: &PolicyState) -> Result<Option<&Managed>, NoSettings> {
    policy.managed().map_err(|fault| NoSettings::Policy {
        path: policy.path().map(Path::to_owned).unwrap_or_default(),
        fault: fault.clone(),
    })
}

/// What was typed, but with the desk's own value at `pointer`.
fn keep(mut typed: Value, own: &Value, pointer: &str) -> Value {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        return typed;
    };
    if let Some(Value::Object(parent)) = typed.pointer_mut(parent) {
        match own.pointer(pointer) {
            Some(value) => parent.insert(name.to_owned(), value.clone()),
            None => parent.remove(name),
        };
    }
    typed
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};
    use std::thread;
    use std::time::Duration;

    use serde_json::json;
    use tauri::test::{mock_builder, mock_context, noop_assets};

    use super::*;

    #[test]
    fn a_page_changes_neither_whose_desk_it_is_nor_whose_secrets() {
        let settings = SettingsInForce::in_memory();
        let before = settings.read().expect("settings").own;
        let mut typed = serde_json::to_value(&before).expect("plain data");
        typed["desk"] = json!({ "id": "00112233445566778899aabbccddeeff", "name": "Reception 7" });
        typed["secrets"] = json!("elsewhere");
        typed["admin"]["passcodeSet"] = json!(true);
        settings.save(typed).expect("saved");

        let after = settings.read().expect("settings").own;
        assert_eq!(after.desk.name.as_str(), "Reception 7");
        assert_eq!(after.desk.id, before.desk.id);
        assert_eq!(after.secrets, before.secrets);
        assert!(!after.admin.passcode_set);
    }

    /// Without taking turns, this fails.
    #[test]
    fn many_may_read_and_save_at_once() {
        let app = mock_builder()
            .plugin(tauri_plugin_store::Builder::new().build())
            .build(mock_context(noop_assets()))
            .expect("an app");
        let folder = tempfile::TempDir::new().expect("a folder");
        let policy = watch::channel(PolicyState::None).1;
        let settings = SettingsInForce::in_folder(app.handle(), folder.path(), policy);
        let settings = Arc::new(settings);
        let (tell, told) = mpsc::channel();
        for _ in 0..4 {
            let (settings, tell) = (Arc::clone(&settings), tell.clone());
            thread::spawn(move || {
                let read = || settings.read().is_ok() && settings.save_passcode_set().is_ok();
                // The one who waits for this may have given up.
                let _ = tell.send((0..200).all(|_| read()));
            });
        }
        for _ in 0..4 {
            let ended = told.recv_timeout(Duration::from_secs(60));
            assert_eq!(ended, Ok(true));
        }
    }

    #[test]
    fn settings_that_cant_be_used_change_nothing() {
        let settings = SettingsInForce::in_memory();
        let before = settings.read().expect("settings").own;
        let mut typed = serde_json::to_value(&before).expect("plain data");
        typed["desk"]["name"] = json!("Reception 7");
        typed["rules"]["lifetimeMinutes"] = json!(99);
        assert!(matches!(settings.save(typed), Err(NotSaved::Invalid(_))));
        assert_eq!(settings.read().expect("settings").own, before);
    }

    #[test]
    fn a_managed_value_stays_as_the_desk_itself_has_it() {
        let policy = PolicyState::InForce {
            path: PathBuf::from("policy.json"),
            managed: Managed::read(br#"{ "rules": { "lifetimeMinutes": 9 } }"#)
                .expect("a policy")
                .into(),
        };
        let settings = SettingsInForce {
            policy: watch::channel(policy).1,
            ..SettingsInForce::in_memory()
        };
        let InForce {
            own,
            effective,
            managed,
            ..
        } = settings.read().expect("settings");
        assert_eq!(managed, ["/rules/lifetimeMinutes"]);
        assert_eq!(effective.rules.lifetime_minutes, 9);

        let mut typed = serde_json::to_value(&effective).expect("plain data");
        typed["rules"]["codeDigits"] = json!(8);
        settings.save(typed).expect("saved");
        let saved = settings.read().expect("settings").own.rules;
        assert_eq!(saved.code_digits, 8);
        assert_eq!(saved.lifetime_minutes, own.rules.lifetime_minutes);
    }

    #[test]
    fn what_is_kept_is_kept_whole_and_what_was_not_there_is_left_out() {
        let own = json!({ "store": { "kind": "embedded" } });
        let typed = json!({ "store": { "kind": "redis", "site": "a" }, "sender": "Clinic" });
        let kept = keep(keep(typed, &own, "/store"), &own, "/sender");
        assert_eq!(kept, own);
    }
}
