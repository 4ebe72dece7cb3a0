//! What staff choose for themselves at this desk: language, size, sound. No settings: no admin is asked,
//! and nothing hangs on them, so what can't be read is passed over. Kept by Tauri's store plugin.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use countersign_core::text::Language;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Runtime};
use tauri_plugin_store::{Error, StoreExt as _};

/// The file's name, beside the settings.
const FILE: &str = "choices.json";

/// The one entry of that file.
const ENTRY: &str = "choices";

/// What staff chose. Nothing where they leave it to the settings or to the computer.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Choices {
    /// The language of the screen.
    pub(crate) language: Option<Language>,
    /// How large all is.
    #[cfg_attr(test, ts(as = "Option<u16>"))]
    pub(crate) zoom_percent: Option<Percent>,
    /// Whether an end is heard as well as seen.
    pub(crate) sounds: bool,
}

/// How large all is, in percent of its natural size: 100 to 200, which WCAG 2.2 (1.4.4) asks for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "u16", into = "u16")]
pub(crate) struct Percent(u16);

impl Percent {
    /// The percent.
    pub(crate) fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Percent {
    type Error = &'static str;

    fn try_from(percent: u16) -> Result<Self, Self::Error> {
        if (100..=200).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err("a size is 100 to 200 percent")
        }
    }
}

impl From<Percent> for u16 {
    fn from(Percent(percent): Percent) -> Self {
        percent
    }
}

/// What staff chose, and where it is kept.
pub(crate) struct KeptChoices {
    chosen: Mutex<Choices>,
    keep: Keep,
}

type Keep = Box<dyn Fn(Choices) -> Result<(), Error> + Send + Sync>;

impl KeptChoices {
    /// Those in `folder`. The file stays open until the app ends.
    ///
    /// # Errors
    /// What the plugin says when it can't be set up.
    pub(crate) fn in_folder<R: Runtime>(app: &AppHandle<R>, folder: &Path) -> Result<Self, Error> {
        let file = app
            .store_builder(folder.join(FILE))
            .disable_auto_save()
            .build()?;
        let kept = file.get(ENTRY).map(serde_json::from_value);
        let keep = move |choices| {
            file.set(ENTRY, serde_json::to_value(choices)?);
            file.save()
        };
        Ok(Self {
            chosen: Mutex::new(kept.and_then(Result::ok).unwrap_or_default()),
            keep: Box::new(keep),
        })
    }

    /// None yet, and none at rest ever.
    pub(crate) fn in_memory() -> Self {
        Self {
            chosen: Mutex::default(),
            keep: Box::new(|_| Ok(())),
        }
    }

    /// What was chosen last.
    pub(crate) fn chosen(&self) -> Choices {
        *self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what was chosen: for as long as the app is open whatever comes of this.
    ///
    /// # Errors
    /// When it can't be written down.
    pub(crate) fn keep(&self, choices: Choices) -> Result<(), Error> {
        let mut chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        *chosen = choices;
        (self.keep)(choices)
    }
}
