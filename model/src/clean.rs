//! What was typed or pasted, without what nobody sees: marks of no width, marks of direction, odd spaces, accents apart
//! from their letters. Phones clean what they write; the app asks the same before it sends (`pwa/src/lib/clean.ts`).

/// Letters that an accent makes: the accent, the letters it takes, what they become together. Latin script; the app
/// composes all others with the browser's own tables before they come here.
const ACCENTS: [(char, &str, &str); 14] = [
    ('\u{300}', "AEIOUaeiouNnWwYy", "ÀÈÌÒÙàèìòùǸǹẀẁỲỳ"),
    (
        '\u{301}',
        "AEIOUYaeiouyCcLlNnRrSsZzWwGgKkMmPp",
        "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźẂẃǴǵḰḱḾḿṔṕ",
    ),
    (
        '\u{302}',
        "AEIOUaeiouCcGgHhJjSsWwYyZz",
        "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ",
    ),
    ('\u{303}', "ANOanoIiUuEeYyVv", "ÃÑÕãñõĨĩŨũẼẽỸỹṼṽ"),
    ('\u{304}', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ('\u{306}', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
    ('\u{307}', "CEGIZcegzAaOo", "ĊĖĠİŻċėġżȦȧȮȯ"),
    ('\u{308}', "AEIOUYaeiouyHhWwXxt", "ÄËÏÖÜŸäëïöüÿḦḧẄẅẌẍẗ"),
    ('\u{30a}', "AUauwy", "ÅŮåůẘẙ"),
    ('\u{30b}', "OUou", "ŐŰőű"),
    (
        '\u{30c}',
        "CDENRSTZcdenrstzAaIiOoUuGgKkjHh",
        "ČĎĚŇŘŠŤŽčďěňřšťžǍǎǏǐǑǒǓǔǦǧǨǩǰȞȟ",
    ),
    (
        '\u{327}',
        "CGKLNRSTcgklnrstEeDdHh",
        "ÇĢĶĻŅŖŞŢçģķļņŗşţȨȩḐḑḨḩ",
    ),
    ('\u{328}', "AEIUaeiuOo", "ĄĘĮŲąęįųǪǫ"),
    ('\u{326}', "SsTt", "ȘșȚț"),
];

/// One line: a name, a label, a number. Line breaks and odd spaces become spaces, ends are trimmed; empty when nothing of
/// it can be seen.
#[must_use]
pub fn line(text: &str) -> String {
    let spaced = seen(text).replace('\u{2800}', " ");
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&line) { String::new() } else { line }
}

/// Prose: line breaks, and the spaces that French sets before `!`, stay. Empty when nothing of it can be seen.
#[must_use]
pub fn prose(text: &str) -> String {
    let odd = |c| {
        matches!(
            c,
            '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{2800}' | '\u{3000}'
        )
    };
    let prose = seen(text).replace(odd, " ");
    if is_blank(&prose) {
        String::new()
    } else {
        prose
    }
}

/// A letter without its accent; `None` for one that has none.
#[must_use]
pub fn bare(letter: char) -> Option<char> {
    ACCENTS.iter().find_map(|(_, letters, composed)| {
        let at = composed.chars().position(|c| c == letter)?;
        letters.chars().nth(at)
    })
}

/// Whether a character changes the one before it and shows nothing alone.
#[must_use]
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}')
}

/// Without what is of no width and no meaning, every line break as `\n`, accents on their letters.
fn seen(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut chars = text.chars().filter(|c| !is_invisible(*c)).peekable();
    let mut clean = String::with_capacity(text.len());
    let mut last: Option<char> = None;
    while let Some(c) = chars.next() {
        let next = match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            // Joiners mean something inside emoji and in scripts that join letters.
            '\u{200c}' | '\u{200d}' => {
                let follows = chars.peek().copied().is_some_and(is_joined);
                if !(follows && last.is_some_and(is_joined)) {
                    continue;
                }
                c
            }
            _ => match last.and_then(|before| composed(before, c)) {
                Some(letter) => {
                    clean.pop();
                    letter
                }
                None => c,
            },
        };
        clean.push(next);
        last = Some(next);
    }
    clean
}

fn composed(letter: char, accent: char) -> Option<char> {
    let (_, letters, composed) = ACCENTS.iter().find(|(mark, ..)| *mark == accent)?;
    let at = letters.chars().position(|c| c == letter)?;
    composed.chars().nth(at)
}

fn is_joined(c: char) -> bool {
    c >= '\u{600}'
        && !matches!(
            c,
            '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}' | '\u{2029}'
        )
}

fn is_invisible(c: char) -> bool {
    match c {
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' => true,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        c => c.is_control(),
    }
}

fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}'))
}

#[cfg(test)]
mod tests {
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
}
