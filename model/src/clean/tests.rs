//! What is typed, cleaned.

use super::accents::ACCENTS;
use super::*;

#[test]
fn a_line_holds_what_can_be_seen_and_nothing_else() {
    for (text, expected) in [
        ("  Encre  ", "Encre"),
        ("\u{200b}", ""),
        ("\u{200b}\u{2060}\u{feff}\u{a0}", ""),
        ("\u{200d}", ""),
        ("\u{fe0f}", ""),
        ("\u{301}", ""),
        ("\u{2800}", ""),
        ("\u{202a}+33 6 12\u{202c}", "+33 6 12"),
        ("06\u{a0}12\u{202f}34\u{2009}56", "06 12 34 56"),
        ("E\u{301}lodie", "Élodie"),
        ("Fan\u{303}ch", "Fañch"),
        (
            "une\nligne\r\net\u{2028}une\u{2029}autre",
            "une ligne et une autre",
        ),
        ("por\u{ad}te", "porte"),
        ("👩\u{200d}🌾 Zoé", "👩\u{200d}🌾 Zoé"),
        ("\u{200d}Zo\u{200d}é\u{200d}", "Zoé"),
        ("❤\u{fe0f}", "❤\u{fe0f}"),
    ] {
        assert_eq!(line(text), expected, "{text:?}");
    }
}

#[test]
fn prose_keeps_its_lines_and_its_french_spaces() {
    for (text, expected) in [
        ("un\r\ndeux\rtrois\u{2028}quatre", "un\ndeux\ntrois\nquatre"),
        ("Bien\u{a0}!", "Bien\u{a0}!"),
        ("\u{202b}à\u{202c}", "à"),
        ("a\u{2003}b\tc", "a b\tc"),
        ("e\u{301}te\u{301}", "été"),
        ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧"),
        ("\u{200b}\n\u{200b}", ""),
    ] {
        assert_eq!(prose(text), expected, "{text:?}");
    }
}

#[test]
fn every_letter_with_an_accent_is_known_by_its_parts() {
    for (accent, letters, composed) in ACCENTS {
        assert_eq!(letters.chars().count(), composed.chars().count());
        for (letter, whole) in letters.chars().zip(composed.chars()) {
            assert_eq!(line(&format!("{letter}{accent}")), whole.to_string());
            assert_eq!(bare(whole), Some(letter));
        }
    }
}
