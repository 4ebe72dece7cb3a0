//! The organisation's own wording of the texts that carry codes, per language. What may stand in one,
//! and how it is filled in, is in [`crate::text`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::{Language, Template};

/// Own wordings, by language. A language without one has the app's own.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct TextSettings(
    /// By language.
    #[cfg_attr(
        feature = "wire",
        ts(type = "{ [language in 'en' | 'es' | 'fr' | 'de' | 'pt' | 'sv']?: string }")
    )]
    #[cfg_attr(feature = "wire", schemars(with = "crate::settings::schema::Texts"))]
    pub BTreeMap<Language, Template>,
);

impl TextSettings {
    /// The organisation's own wording in a language, where there is one.
    pub fn of(&self, language: Language) -> Option<&Template> {
        self.0.get(&language)
    }
}
