//! Prose that people changed at once is marked to read again, and only that.

use super::{SESSION, act_on, edit, emptied_while, log, marks, points, read};
use crate::head::DocHead;
use crate::kinds::tests::*;
use crate::reread::{Mark, follow};

#[test]
fn two_sentences_about_one_fact_are_marked_to_read_again() {
    let mut doc = log();
    let seen = doc.get_heads();
    let was = "Le carnet est plein.\nLes prix sont trop bas.";
    act(
        &mut doc,
        MEMBER,
        &points(&format!("{was} On les monte de 5 %.")),
    )
    .unwrap();
    act_on(
        &mut doc,
        &seen,
        COACH,
        1,
        &points(&format!("{was} Hausse de 8 %.")),
    )
    .unwrap();
    let found = marks(&doc);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].path, format!("sessions/{}/points", ulid(SESSION)));
    assert_eq!(found[0].was, "Les prix sont trop bas.");
    let said = found[0].versions.iter().map(|it| (it.by, it.text.as_str()));
    let said: Vec<_> = said.collect();
    assert_eq!(
        said,
        [
            (
                Some(person(MEMBER)),
                "Les prix sont trop bas. On les monte de 5 %."
            ),
            (
                Some(person(COACH)),
                "Les prix sont trop bas. Hausse de 8 %."
            ),
        ]
    );
    // A phone that looked at each change as it came says the same.
    let mut other = log();
    let (mut known, mut kept) = (other.get_heads(), Vec::new());
    for change in doc.get_changes(&seen).into_iter().rev() {
        other.apply_changes([change]).unwrap();
        kept = follow(&other, &known, kept);
        known = other.get_heads();
    }
    let texts = |marks: &[Mark]| {
        let all = marks.iter().flat_map(|mark| mark.versions.clone());
        all.collect::<Vec<_>>()
    };
    assert_eq!(texts(&kept), texts(&found));
}

#[test]
fn a_mark_goes_when_somebody_reads_or_edits_what_was_merged_and_stays_for_what_else_is_done() {
    let log = DocHead::coaching_log(person(MEMBER));
    let mark_read = Command::Entry(EntryCommand::MarkRead {
        entry: EntryRef::new(log, "sessions", ulid(SESSION)),
    });
    let elsewhere = edit(SessionChanges {
        plan: Some("Tout autre chose".into()),
        ..Default::default()
    });
    for (command, stays) in [
        (&mark_read, false),
        (&points("Le carnet se remplit."), false),
        (&elsewhere, true),
    ] {
        let mut doc = emptied_while("Carnet plein.\nLes prix sont trop bas.");
        let (known, kept) = (doc.get_heads(), marks(&doc));
        assert_eq!(kept.len(), 1);
        act_at(&mut doc, MEMBER, 60, command).unwrap();
        assert_eq!(!marks(&doc).is_empty(), stays, "{command:?}");
        assert_eq!(!follow(&doc, &known, kept).is_empty(), stays, "{command:?}");
    }
}

#[test]
fn people_who_write_in_paragraphs_of_their_own_are_not_bothered() {
    let doc = emptied_while("Le carnet est plein.\nLes prix montent.\nÀ revoir.");
    assert_eq!(
        read(&doc).points,
        "Le carnet est vide.\nLes prix montent.\nÀ revoir."
    );
    assert_eq!(marks(&doc), []);
}
