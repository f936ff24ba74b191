//! What holds of every text, whichever command says it.

use std::collections::BTreeSet;

use super::*;
use crate::limits::TEXT_BYTES_MAX;
use crate::plain;
use crate::reread::follow;

mod texts;

use texts::{all_texts, longest, texts_of, with_words};

/// Does a command and what writes it on.
fn act_whole(doc: &mut Automerge, by: u8, command: &Command) -> Result<(), CommandError> {
    let mut left = act(doc, by, command)?.left_bytes;
    while left > 0 {
        let rest = command.rest().expect("what is left is written on");
        left = act(doc, by, &rest)?.left_bytes;
    }
    Ok(())
}

#[test]
fn a_pasted_text_as_long_as_a_text_may_be_is_taken_whole_wherever_it_is_typed() {
    let longest = longest();
    assert_eq!(longest.len(), TEXT_BYTES_MAX);
    let mut taken = BTreeSet::new();
    with_words(&longest, |doc, by, command| {
        let kind = command.target(person(by)).kind;
        let mut doc = doc.fork();
        match act_whole(&mut doc, by, command) {
            Ok(()) => {
                let texts = texts_of(&doc, kind, &longest);
                assert!(!texts.is_empty(), "taken in part: {command:?}");
                taken.extend(texts.into_iter().map(|path| (kind, path)));
            }
            // No text, or none of this person's.
            Err(error) => assert_ne!(error, CommandError::TooBig, "{command:?}"),
        }
    });
    assert_eq!(taken, all_texts());
}

#[test]
fn a_passage_written_in_two_places_at_once_is_marked_in_every_text_whoever_wrote_it() {
    let was = "Les prix sont bas.";
    let mut marked = BTreeSet::new();
    with_words(was, |doc, by, command| {
        let kind = command.target(person(by)).kind;
        let mut doc = doc.fork();
        if !matches!(
            act(&mut doc, by, command),
            Ok(_) | Err(CommandError::NoChange)
        ) {
            return;
        }
        let texts = texts_of(&doc, kind, was);
        let seen = doc.get_heads();
        let Some(edit) = command.rest() else { return };
        let json = plain::to_json(&edit);
        for (at, words) in [(1, "On les monte."), (2, "Hausse de 8 %.")] {
            let said = json.replace(was, &format!("{was} {words}"));
            let said = plain::from_json::<Command>(said.as_bytes()).unwrap();
            // One person, on two devices.
            if stale::act_on(&mut doc, &seen, by, at, &said).is_err() {
                return;
            }
        }
        let marks = follow(&doc, &[], Vec::new());
        assert_eq!(marks.len(), texts.len(), "{command:?}");
        assert!(marks.iter().all(|mark| mark.versions.len() == 2));
        marked.extend(texts.into_iter().map(|path| (kind, path)));
    });
    assert_eq!(marked, all_texts());
}
