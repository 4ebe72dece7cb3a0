//! What the computer says of itself, where no setting says it.

use countersign_core::phone::Region;
use countersign_core::text::Language;

/// The country in the computer's locale: `sv-SE` or `sv_SE.UTF-8` is Sweden. The United States where
/// there is none in it.
pub(crate) fn home() -> Region {
    sys_locale::get_locale()
        .and_then(|locale| region_in(&locale))
        .unwrap_or(Region::UNITED_STATES)
}

/// The first of the computer's languages that is one of ours, English where none is.
pub(crate) fn language() -> Language {
    let mut locales = sys_locale::get_locales();
    locales
        .find_map(|locale| language_in(&locale))
        .unwrap_or_default()
}

fn language_in(locale: &str) -> Option<Language> {
    let code = locale.split(['-', '_', '.', '@']).next()?;
    let is_it = |language: &Language| language.code().eq_ignore_ascii_case(code);
    Language::ALL.into_iter().find(is_it)
}

fn region_in(locale: &str) -> Option<Region> {
    let parts = locale.split(['-', '_', '.', '@']).skip(1);
    parts.filter_map(|part| part.parse().ok()).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language_however_it_is_written() {
        for locale in ["de", "de-AT", "de_AT.UTF-8", "DE@euro"] {
            assert_eq!(language_in(locale), Some(Language::De), "{locale}");
        }
        for locale in ["C", "C.UTF-8", "POSIX", "nl_NL.UTF-8", ""] {
            assert_eq!(language_in(locale), None, "{locale}");
        }
    }

    #[test]
    fn a_locale_names_its_country_however_it_is_written() {
        for locale in ["sv-SE", "sv_SE.UTF-8", "sr-Latn-SE"] {
            assert_eq!(region_in(locale), Some(Region::SWEDEN), "{locale}");
        }
        for locale in ["C", "en", "sv.UTF-8"] {
            assert_eq!(region_in(locale), None, "{locale}");
        }
    }
}
