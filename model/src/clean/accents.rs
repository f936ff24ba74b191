//! Letters and the accents that stand on them.

/// Letters that an accent makes: the accent, the letters it takes, what they become together. Latin script; the app
/// composes all others with the browser's own tables before they come here.
pub(super) const ACCENTS: [(char, &str, &str); 14] = [
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

pub(super) fn composed(letter: char, accent: char) -> Option<char> {
    let (_, letters, composed) = ACCENTS.iter().find(|(mark, ..)| *mark == accent)?;
    let at = letters.chars().position(|c| c == letter)?;
    composed.chars().nth(at)
}
