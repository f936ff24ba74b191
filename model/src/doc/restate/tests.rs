//! A document said again says the same.

use automerge::ObjType;

use super::*;

const NOW: Timestamp = Timestamp(1_772_700_000_000);

fn said(doc: &Automerge) -> Vec<Stands> {
    read(doc).unwrap()
}

#[test]
fn everything_is_said_again_long_texts_and_values_that_stand_at_once_included() {
    let mut doc = Automerge::new().with_actor(ActorId::from([1; 16]));
    let mut tx = doc.transaction();
    let map = tx.put_object(ROOT, "journal", ObjType::Map).unwrap();
    let entry = tx.put_object(&map, "a", ObjType::Map).unwrap();
    let text = tx.put_object(&entry, "text", ObjType::Text).unwrap();
    tx.splice_text(&text, 0, 0, &"Été à Sète. ".repeat(5_000))
        .unwrap();
    tx.put(&entry, "minutes", 90).unwrap();
    for n in 0..500 {
        tx.put(&map, format!("n{n}"), n).unwrap();
    }
    tx.commit();
    let mut apart: Vec<Automerge> = (2..5)
        .map(|n| doc.clone().with_actor(ActorId::from([n; 16])))
        .collect();
    for (n, branch) in apart.iter_mut().enumerate() {
        let mut tx = branch.transaction();
        tx.put(&entry, "date", format!("2026-03-0{n}")).unwrap();
        if n > 0 {
            tx.put(&entry, "minutes", n as i64).unwrap();
        }
        tx.commit();
    }
    for mut branch in apart {
        doc.merge(&mut branch).unwrap();
    }
    let mut again = Automerge::new();
    let made = say(&mut again, &said(&doc), NOW, [9; 16]).unwrap();
    assert_eq!(said(&again), said(&doc));
    assert!(made.iter().all(|made| made.change.len() < 64 * 1024));
    assert!(made.len() > 10, "the text takes several");
    let mut loaded = Automerge::new();
    for made in &made {
        loaded.load_incremental(&made.change).unwrap();
    }
    assert_eq!(said(&loaded), said(&doc));
}

#[test]
fn two_maps_that_stand_at_once_are_not_said_again() {
    let mut doc = Automerge::new().with_actor(ActorId::from([1; 16]));
    let mut other = doc.clone().with_actor(ActorId::from([2; 16]));
    for doc in [&mut doc, &mut other] {
        let mut tx = doc.transaction();
        tx.put_object(ROOT, "a", ObjType::Map).unwrap();
        tx.commit();
    }
    doc.merge(&mut other).unwrap();
    assert!(matches!(read(&doc), Err(CommandError::Invalid(path)) if path == "a"));
}
