//! Names of sites and desks, made fit for a text: letters that every phone has, and no digits that
//! could be taken for the code.

use super::size::{Encoding, gsm_units};
use crate::typed::{digit, is_dash, is_invisible};

/// So many digits in a row could be taken for a code.
const DIGITS_OF_A_CODE: usize = 4;

/// What stands in for letters that GSM-7 lacks.
const STAND_INS: [(&str, &str); 50] = [
    ("ÀÁÂÃĀĂĄ", "A"),
    ("áâãāăą", "a"),
    ("ĆĈĊČ", "C"),
    ("çćĉċč", "c"),
    ("ĎĐÐ", "D"),
    ("ďđð", "d"),
    ("ÈÊËĒĔĖĘĚ", "E"),
    ("êëēĕėęě", "e"),
    ("ĜĞĠĢ", "G"),
    ("ĝğġģ", "g"),
    ("ĤĦ", "H"),
    ("ĥħ", "h"),
    ("ÌÍÎÏĨĪĬĮİ", "I"),
    ("íîïĩīĭįı", "i"),
    ("Ĵ", "J"),
    ("ĵ", "j"),
    ("Ķ", "K"),
    ("ķ", "k"),
    ("ĹĻĽŁ", "L"),
    ("ĺļľł", "l"),
    ("ŃŅŇ", "N"),
    ("ńņň", "n"),
    ("ÒÓÔÕŌŎŐ", "O"),
    ("óôõōŏő", "o"),
    ("ŔŖŘ", "R"),
    ("ŕŗř", "r"),
    ("ŚŜŞŠȘ", "S"),
    ("śŝşšș", "s"),
    ("ŢŤŦȚ", "T"),
    ("ţťŧț", "t"),
    ("ÙÚÛŨŪŬŮŰŲ", "U"),
    ("úûũūŭůűų", "u"),
    ("Ŵ", "W"),
    ("ŵ", "w"),
    ("ÝŶŸ", "Y"),
    ("ýŷÿ", "y"),
    ("ŹŻŽ", "Z"),
    ("źżž", "z"),
    ("Œ", "OE"),
    ("œ", "oe"),
    ("ẞ", "SS"),
    ("Þ", "Th"),
    ("þ", "th"),
    ("‘’‚‛′`´ʹʻʼ", "'"),
    ("“”„‟″«»", "\""),
    ("…", "..."),
    ("·•‧", "-"),
    ("™", "TM"),
    // `${` is a parameter to Sinch: curly brackets never reach it.
    ("{", "("),
    ("}", ")"),
];

/// A name that GSM-7 can write, on one line, without a leading `@` (which would make the text look
/// like one for a browser to fill in) and without four digits or more in a row (the code is to be the
/// only such number). What has no stand-in is left out, so the name may come out empty.
pub(super) fn fit(name: &str) -> String {
    let mut spelt = String::with_capacity(name.len());
    name.chars().for_each(|c| spell(c, &mut spelt));
    without_long_numbers(&spelt)
        .join(" ")
        .trim_start_matches(['@', ' '])
        .to_owned()
}

fn spell(character: char, spelt: &mut String) {
    if let Some(digit) = digit(character) {
        spelt.push(digit);
    } else if let Some(stand_in) = stand_in(character) {
        spelt.push_str(stand_in);
    } else if is_dash(character) {
        spelt.push('-');
    } else if character.is_control() {
        spelt.push(' ');
    } else if gsm_units(character).is_some() {
        spelt.push(character);
    } else if !is_invisible(character) && !is_combining(character) {
        spelt.push(' ');
    }
}

fn stand_in(character: char) -> Option<&'static str> {
    STAND_INS
        .iter()
        .find(|(letters, _)| letters.contains(character))
        .map(|(_, stand_in)| *stand_in)
}

/// Accents that follow their letter: the letter stays.
fn is_combining(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}')
}

/// The words of a text, with a gap in place of every number of four digits or more.
fn without_long_numbers(text: &str) -> Vec<&str> {
    let mut kept = Vec::new();
    let mut rest = text;
    while let Some(start) = long_number(rest) {
        let (before, number) = rest.split_at(start);
        kept.push(before);
        rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    kept.push(rest);
    kept.iter()
        .flat_map(|part| part.split_whitespace())
        .collect()
}

/// Where the first number of four digits or more begins.
fn long_number(text: &str) -> Option<usize> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    text.as_bytes()
        .windows(DIGITS_OF_A_CODE)
        .position(|window| window.iter().all(is_digit))
}

/// As much of a name as fits into `room` units, to the end of a word where one ends in its later half.
pub(super) fn shorten(name: &str, encoding: Encoding, room: usize) -> &str {
    let mut taken = 0;
    let cut = name.char_indices().find(|(_, character)| {
        taken += encoding.units(*character);
        taken > room
    });
    let Some((cut, _)) = cut else {
        return name;
    };
    let head = &name[..cut];
    if name[cut..].starts_with(' ') {
        return head.trim_end();
    }
    let word_end = head.rfind(' ').filter(|end| *end >= cut / 2);
    head[..word_end.unwrap_or(cut)].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_in_letters_that_every_phone_has() {
        for (name, expected) in [
            ("Harbour Clinic", "Harbour Clinic"),
            ("Sjöhästen & Åsa", "Sjöhästen & Åsa"),
            ("Clínica São João", "Clinica Sao Joao"),
            ("Clinica Sa\u{303}o", "Clinica Sao"),
            ("François Œuvre", "Francois OEuvre"),
            ("Łódź – Šiauliai", "Lodz - Siauliai"),
            ("Joe’s “Place”…", "Joe's \"Place\"..."),
            ("Care 😀 Point™", "Care PointTM"),
            ("A\tB\r\nC\u{a0}D", "A B C D"),
            ("Har\u{ad}bour\u{200b}", "Harbour"),
            ("@harbour", "harbour"),
            ("\n @ @harbour", "harbour"),
            ("${code}", "$(code)"),
            ("Больница", ""),
            ("😀", ""),
            ("", ""),
        ] {
            assert_eq!(fit(name), expected, "{name:?}");
        }
    }

    #[test]
    fn numbers_that_could_be_taken_for_the_code_are_left_out() {
        for (name, expected) in [
            ("Reception 2", "Reception 2"),
            ("Ward 123", "Ward 123"),
            ("Clinic 4711", "Clinic"),
            ("4711 Clinic 12", "Clinic 12"),
            ("A12345678B", "A B"),
            ("Clinic ４７１１", "Clinic"),
            ("Clinic 47\u{200b}11", "Clinic"),
            ("Clinic 47😀11", "Clinic 47 11"),
            ("1234@harbour", "harbour"),
            ("480215", ""),
        ] {
            assert_eq!(fit(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_name_is_cut_at_the_end_of_a_word_where_it_can() {
        for (room, expected) in [
            (14, "Harbour Clinic"),
            (13, "Harbour"),
            (8, "Harbour"),
            (7, "Harbour"),
            (6, "Harbou"),
            (0, ""),
        ] {
            let short = shorten("Harbour Clinic", Encoding::Gsm7, room);
            assert_eq!(short, expected, "{room}");
        }
        let short = |name, encoding| shorten(name, encoding, 5);
        assert_eq!(short("A Verylongname", Encoding::Gsm7), "A Ver");
        assert_eq!(short("€€€", Encoding::Gsm7), "€€");
        assert_eq!(short("€€€", Encoding::Ucs2), "€€€");
    }
}
