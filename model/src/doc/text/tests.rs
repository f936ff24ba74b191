//! Edits of texts, word by word.

use super::edits::Edit;
use super::*;

fn apply(old: &str, edits: &[Edit<'_>]) -> String {
    let mut text: Vec<char> = old.chars().collect();
    for edit in edits.iter().rev() {
        text.splice(edit.at..edit.at + edit.removed, edit.typed.chars());
    }
    text.into_iter().collect()
}

#[test]
fn an_edit_is_made_of_whole_words_and_gives_what_was_typed() {
    let texts = [
        "",
        "Les prix sont trop bas.",
        "Les prix sont trop bas. On les monte.",
        "Les tarifs sont bien trop bas !",
        "Hausse de 8 %.",
        "Le carnet est plein.\nLes prix montent.",
        "Le carnet est 👩🏽‍🌾 plein.\n\nLes prix montent, é, œ.",
    ];
    for old in texts {
        for new in texts {
            let edits = edits(old, new);
            assert_eq!(apply(old, &edits), new, "{old:?} to {new:?}: {edits:?}");
        }
    }
    let typed = |old, new| {
        let edits = edits(old, new);
        edits.iter().map(|edit| edit.typed).collect::<Vec<_>>()
    };
    assert_eq!(
        typed("Les prix sont bas.", "Les prix sont très bas."),
        ["très "]
    );
    assert_eq!(
        typed("Un prix bas.", "Un prix bas. Plus haut."),
        [" Plus haut."]
    );
    assert_eq!(
        typed("Les prix sont bas.", "Nos tarifs sont hauts."),
        ["Nos tarifs", "hauts"]
    );
}
