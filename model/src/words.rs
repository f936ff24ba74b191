//! Text as people search it, and names in the order in which they look for them (`pwa/src/lib/search.ts` does the same
//! for what the app holds whole).

use crate::clean;

/// Stands for what joins words while a text is folded: no clean text holds it.
const BETWEEN: char = '\0';

/// Words without case, accents or ligatures; apostrophes, hyphens and points of all kinds become [`BETWEEN`].
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in clean::line(text).chars().flat_map(char::to_lowercase) {
        match clean::bare(c).unwrap_or(c) {
            c if clean::is_mark(c) => {}
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            'ŋ' => folded.push_str("ng"),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ħ' => folded.push('h'),
            '\''
            | '’'
            | '‘'
            | 'ʼ'
            | '′'
            | '`'
            | '´'
            | 'ʹ'
            | '＇'
            | '.'
            | '-'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '_'
            | '·'
            | '/' => folded.push(BETWEEN),
            c => folded.push(c),
        }
    }
    folded
}

/// Words with one space between them.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words as they are compared: `L’Hostis` is `l hostis`.
#[must_use]
pub fn fold(text: &str) -> String {
    spaced(&folded(text).replace(BETWEEN, " "))
}

/// A text folded once, to look for words in it many times.
#[derive(Debug, Clone)]
pub struct Folded {
    apart: String,
    /// Where words are joined by marks: without them.
    together: Option<String>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = folded(text);
        let is_joined = folded.contains(BETWEEN);
        Self {
            together: is_joined.then(|| spaced(&folded.replace(BETWEEN, ""))),
            apart: spaced(&folded.replace(BETWEEN, " ")),
        }
    }

    /// Whether a folded word is in it.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        let together = self.together.as_ref();
        self.apart.contains(word) || together.is_some_and(|text| text.contains(word))
    }
}

/// Whether all words that are looked for are in a text: `hostis` and `lhostis` both find L’Hostis.
#[must_use]
pub fn finds(wanted: &str, text: &str) -> bool {
    let wanted = fold(wanted);
    if wanted.is_empty() {
        return true;
    }
    let text = Folded::of(text);
    wanted.split(' ').all(|word| text.has(word))
}

/// What puts names in French order when compared: accents count only where the letters are the same.
#[must_use]
pub fn order(name: &str) -> (String, String) {
    (fold(name), clean::line(name).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_found_however_their_name_is_typed() {
        for (wanted, text) in [
            ("l'hostis", "Maëlle L’Hostis"),
            ("lhostis", "Maëlle L’Hostis"),
            ("boeuf", "Le Bœuf"),
            ("BŒUF", "boeuf"),
            ("fanch", "Fañch Le Gall"),
            ("e\u{301}lodie", "Élodie"),
            ("jeanpierre", "Jean\u{2011}Pierre"),
            ("gall fanch", "Fañch Le Gall"),
            ("lukasz", "Łukasz"),
            ("strasse", "Straße"),
            ("zoe\u{200b}", "Zoé"),
            ("", "anyone"),
        ] {
            assert!(finds(wanted, text), "{wanted} in {text}");
        }
        assert!(!finds("zoé", "Élodie"));
    }

    #[test]
    fn names_stand_in_french_order() {
        let mut names = [
            "Zoé",
            "E\u{301}lodie",
            "Íris",
            "Fañch",
            "Fanny",
            "Emma",
            "Inès",
            "Œuvrard",
            "Ophélie",
            "étienne",
            "Odile",
        ];
        names.sort_by_cached_key(|name| order(name));
        assert_eq!(
            names,
            [
                "E\u{301}lodie",
                "Emma",
                "étienne",
                "Fañch",
                "Fanny",
                "Inès",
                "Íris",
                "Odile",
                "Œuvrard",
                "Ophélie",
                "Zoé"
            ]
        );
    }
}
