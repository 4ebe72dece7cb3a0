//! Which language a text is usually written in where a number belongs: a guess that staff can change.

use super::Language;
use crate::phone::Region;

impl Language {
    /// The language that most people of a region read texts in. Nothing where that is none of ours, or
    /// where several are at home, as in Switzerland, Belgium and Canada.
    pub fn usual_in(region: Region) -> Option<Self> {
        match region.as_str() {
            "AU" | "BB" | "BS" | "GB" | "GG" | "IE" | "IM" | "JE" | "JM" | "NZ" | "TT" | "US" => {
                Some(Self::En)
            }
            "AR" | "BO" | "CL" | "CO" | "CR" | "CU" | "DO" | "EC" | "ES" | "GQ" | "GT" | "HN"
            | "MX" | "NI" | "PA" | "PE" | "PR" | "PY" | "SV" | "UY" | "VE" => Some(Self::Es),
            "BJ" | "BL" | "CD" | "CG" | "CI" | "FR" | "GA" | "GF" | "GP" | "MC" | "MF" | "MQ"
            | "NC" | "PF" | "PM" | "RE" | "SN" | "TG" | "WF" | "YT" => Some(Self::Fr),
            "AT" | "DE" | "LI" => Some(Self::De),
            "AO" | "BR" | "CV" | "GW" | "MZ" | "PT" | "ST" => Some(Self::Pt),
            "AX" | "SE" => Some(Self::Sv),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual_in(region: &str) -> Option<Language> {
        Language::usual_in(region.parse().unwrap())
    }

    #[test]
    fn a_region_s_texts_are_in_its_own_language() {
        for (region, language) in [
            ("SE", Language::Sv),
            ("DE", Language::De),
            ("AT", Language::De),
            ("FR", Language::Fr),
            ("ES", Language::Es),
            ("MX", Language::Es),
            ("PT", Language::Pt),
            ("BR", Language::Pt),
            ("US", Language::En),
        ] {
            assert_eq!(usual_in(region), Some(language), "{region}");
        }
    }

    #[test]
    fn nothing_is_guessed_where_several_languages_or_none_of_ours_are_at_home() {
        for region in ["CH", "BE", "CA", "JP"] {
            assert_eq!(usual_in(region), None, "{region}");
        }
    }

    #[test]
    fn every_region_that_is_named_has_a_numbering_plan() {
        let named = Region::all()
            .into_iter()
            .filter(|region| Language::usual_in(*region).is_some())
            .count();
        assert_eq!(named, 65);
    }
}
