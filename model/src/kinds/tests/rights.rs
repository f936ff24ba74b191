//! What holds for every command: its right author's change is admitted, nobody else's is, and the types reach the app.

use automerge::Automerge;

use super::*;
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::doc::genesis::Genesis;
use crate::head::DocHead;

mod strangers;
mod types;

use strangers::{assert_refused, is_anyones};

#[test]
fn every_command_is_admitted_from_its_author_and_refused_from_another() {
    let mut docs: Vec<(DocHead, Automerge, DocIndex)> = Vec::new();
    for (seconds, (by, command)) in every_command().into_iter().enumerate() {
        let head = command.target(person(by));
        assert!(head.is_well_formed(), "{command:?}");
        let place = docs.iter().position(|(known, ..)| *known == head);
        let place = place.unwrap_or_else(|| {
            let doc = Genesis::document(head.kind);
            docs.push((head.clone(), doc, DocIndex::new(head.clone())));
            docs.len() - 1
        });
        let (_, doc, index) = &mut docs[place];
        let made = act_at(doc, by, seconds as i64, &command)
            .unwrap_or_else(|e| panic!("{command:?}: {e}"));
        assert_eq!(made.change[8], 1, "a plain, uncompressed change chunk");
        if !is_anyones(&command) {
            assert_refused(index, STRANGER, &made, &command);
        }
        let is_creators = index.creator() == Some(person(by));
        if person(by) != head.owner && !is_creators && !is_anyones(&command) {
            assert_refused(index, by, &made, &command);
        }
        match check_rules(index, &grants(by), &made.change) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => panic!("{command:?}: {other:?}"),
        }
        let again = act_at(doc, by, seconds as i64, &command);
        assert_eq!(again, Err(CommandError::NoChange), "{command:?}");
    }
    assert_eq!(docs.len(), 27);
}

#[test]
fn a_phone_whose_clock_says_anything_is_not_refused_for_it() {
    let clocks = [
        i64::MAX,
        i64::MIN,
        8_640_000_000_000_000,
        -62_198_755_200_000,
        -1,
        NOW.0,
    ];
    let mut docs: Vec<(DocHead, Automerge, DocIndex)> = Vec::new();
    for (turn, (by, command)) in every_command().into_iter().enumerate() {
        let head = command.target(person(by));
        let place = docs.iter().position(|(known, ..)| *known == head);
        let place = place.unwrap_or_else(|| {
            let doc = Genesis::document(head.kind);
            docs.push((head.clone(), doc, DocIndex::new(head.clone())));
            docs.len() - 1
        });
        let (_, doc, index) = &mut docs[place];
        let context = Context {
            author: &grants(by),
            now: Timestamp(clocks[turn % clocks.len()]),
        };
        let made = commit(doc, &command, &context, actor(by, 0))
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        match check_rules(index, &grants(by), &made.change) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => panic!("{command:?}: {other:?}"),
        }
    }
    for (_, doc, _) in docs {
        let again = Automerge::load(&doc.save()).unwrap();
        assert_eq!(again.get_heads(), doc.get_heads());
    }
}
