//! What the computer says of itself, where no setting says it.

use countersign_core::phone::Region;

/// The country in the computer's locale: `sv-SE` or `sv_SE.UTF-8` is Sweden. The United States where
/// there is none in it.
pub(crate) fn home() -> Region {
    sys_locale::get_locale()
        .and_then(|locale| region_in(&locale))
        .unwrap_or(Region::UNITED_STATES)
}

fn region_in(locale: &str) -> Option<Region> {
    let parts = locale.split(['-', '_', '.', '@']).skip(1);
    parts.filter_map(|part| part.parse().ok()).next()
}

#[cfg(test)]
mod tests {
    use super::*;

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
