//! What a need has in common with an offer, or with what somebody can do: words, without case, accents or plurals.

use std::collections::BTreeSet;

use besace_model::words::fold;

/// What is said in a few words, and what is said in passing.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Words that somebody chose: tags, skills, trades.
    chosen: BTreeSet<String>,
    /// The words of all that was said, those of chosen ones among them.
    words: BTreeSet<String>,
}

/// Words of fewer letters say little.
const LETTERS_MIN: usize = 4;
/// What a chosen word counts that both chose, one that the other said, and a word that both said.
const BOTH_CHOSE: u32 = 3;
const ONE_CHOSE: u32 = 2;
const BOTH_SAID: u32 = 1;
/// What it takes to be proposed.
pub(super) const MATCH_MIN: u32 = 2;

/// Words that say nothing of what is looked for.
const EMPTY: [&str; 22] = [
    "avec", "avoir", "cela", "cette", "chercher", "cherche", "comme", "dans", "deux", "elle", "leur",
    "mais", "nous", "peut", "pour", "quelqu", "sans", "sont", "tous", "tout", "trois", "vous",
];

impl Said {
    pub(super) fn new<'t>(
        chosen: impl IntoIterator<Item = &'t String>,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Self {
        let chosen = chosen.into_iter().map(|it| singular(&fold(it)));
        let chosen: BTreeSet<String> = chosen.filter(|it| !it.is_empty()).collect();
        let mut words: BTreeSet<String> = texts.into_iter().flat_map(words_of).collect();
        words.extend(chosen.iter().flat_map(|it| words_of(it)));
        Self { chosen, words }
    }

    /// How much both have in common; at least [`MATCH_MIN`] is worth a look.
    pub(super) fn common(&self, other: &Self) -> u32 {
        let both = self.chosen.intersection(&other.chosen);
        let mut found: BTreeSet<&str> = both.map(String::as_str).collect();
        let mut score = found.len() as u32 * BOTH_CHOSE;
        for (one, another) in [(self, other), (other, self)] {
            for chosen in &one.chosen {
                let words: Vec<String> = words_of(chosen).collect();
                let is_said = !words.is_empty() && words.iter().all(|it| another.words.contains(it));
                if is_said && found.insert(chosen) {
                    score += ONE_CHOSE;
                }
            }
        }
        let is_new = |word: &&String| !found.iter().any(|it| words_of(it).any(|one| one == **word));
        let said = self.words.intersection(&other.words).filter(is_new);
        score + said.count() as u32 * BOTH_SAID
    }
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .map(singular)
        .filter(|word| word.chars().count() >= LETTERS_MIN && !EMPTY.contains(&word.as_str()))
        .collect();
    words.into_iter()
}

/// A word, or words, without the mark of the plural.
fn singular(words: &str) -> String {
    let words = words.split(' ').map(|word| {
        let bare = word.strip_suffix(['s', 'x']);
        bare.filter(|bare| bare.chars().count() >= LETTERS_MIN).unwrap_or(word)
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(tags: &[&str], text: &str) -> Said {
        let tags: Vec<String> = tags.iter().map(|&tag| tag.to_owned()).collect();
        Said::new(&tags, [text])
    }

    #[test]
    fn accents_case_and_plurals_do_not_stand_between_a_need_and_an_offer() {
        let need = said(&["Échanges", "photo"], "Des photos de chantier");
        let offer = said(&["PHOTOS"], "Je photographie");
        assert!(need.common(&offer) >= MATCH_MIN);
        assert_eq!(need.common(&offer), offer.common(&need));
        let skill = said(&["échange"], "");
        assert!(need.common(&skill) >= MATCH_MIN);
    }

    #[test]
    fn a_tag_that_the_other_only_speaks_of_is_enough_and_one_word_in_passing_is_not() {
        let need = said(&["marchés publics"], "Qui sait répondre ?");
        let member = said(&[], "Binôme pour répondre aux marchés publics");
        assert!(need.common(&member) >= MATCH_MIN);
        let passing = said(&[], "Je cherche pour nous un chantier");
        assert!(said(&["devis"], "Chantier avec vous").common(&passing) < MATCH_MIN);
    }

    #[test]
    fn what_says_nothing_matches_nothing() {
        let nothing = said(&["", "–"], " – ");
        assert_eq!(nothing.common(&nothing), 0);
        assert_eq!(said(&[], "").common(&said(&["bois"], "bois")), 0);
    }
}
