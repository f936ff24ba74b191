//! What an accepted forgery may do: nothing that its author may not, and no harm.

use automerge::{Automerge, Change, ReadDoc};

use super::dice::Dice;
use super::hand::Forged;
use super::oracle;
use super::run::Tally;
use super::world::{Scene, World};
use crate::admission::{Accepted, Judgement};
use crate::error::{ErrorCode, Refusal};
use crate::kind::Record;
use crate::kinds::coaching_log;
use crate::kinds::tests::{samples, ulid};

/// Accepted forgeries that a document keeps before it begins again.
const KEPT_MAX: usize = 40;

/// Replicas that get a change at different times, save, load, read and agree. Each has edits of its own.
fn does_no_harm(scene: &Scene, raw: &[u8]) {
    let change = Change::from_bytes(raw.to_vec()).unwrap();
    let rest = || {
        let changes = scene.log.iter();
        changes.map(|(raw, _)| Change::from_bytes(raw.clone()).unwrap())
    };
    let mut late = scene.full.clone();
    late.apply_changes([change.clone()]).unwrap();
    let mut offline = scene.base.clone();
    offline.apply_changes(scene.aside.clone()).unwrap();
    let mut early = offline.clone();
    let stands_on_base = change
        .deps()
        .iter()
        .all(|dep| early.get_change_meta_by_hash(dep).is_some());
    if stands_on_base {
        early.apply_changes([change.clone()]).unwrap();
        let again = Automerge::load(&early.save()).unwrap();
        assert_eq!(again.get_heads(), early.get_heads());
    }
    early.apply_changes(rest()).unwrap();
    early.apply_changes([change.clone()]).unwrap();
    assert_eq!(early.get_missing_deps(&[]), []);
    late.merge(&mut offline).unwrap();
    let mut merged = early.clone();
    merged.merge(&mut late).unwrap();
    let heads = early.get_heads();
    for doc in [&merged, &late] {
        assert_eq!(doc.get_heads(), heads);
    }
    let kind = scene.head.kind;
    let record = Record::read(kind, &early);
    for doc in [&early, &late] {
        let again = Automerge::load(&doc.save()).unwrap();
        assert_eq!(again.get_heads(), heads);
        let kept = again.get_change_by_hash(&change.hash()).unwrap();
        assert_eq!(kept.raw_bytes(), raw);
        assert_eq!(Record::read(kind, &again), record);
        assert_eq!(again.hydrate(None), early.hydrate(None));
    }
}

/// One accepted forgery: looked at, perhaps kept and built upon.
pub(super) fn examine(
    world: &mut World,
    at: usize,
    dice: &mut Dice,
    forged: &Forged,
    accepted: &Accepted,
    tally: &mut Tally,
) {
    let scene = &world.scenes[at];
    let device = &world.devices[forged.by];
    let change = Change::from_bytes(forged.raw.clone()).unwrap();
    let mut after = scene.full.clone();
    after.apply_changes([change.clone()]).unwrap();
    let complaint = oracle::complaint(&scene.head, &device.grants, &change, &after);
    assert_eq!(complaint, None, "{:?} {:?}", scene.head, forged.way);
    if oracle::is_first(&scene.head) {
        let closed = |doc: &Automerge| {
            let mut session = coaching_log::read(doc).sessions[&ulid(samples::CLOSED)].clone();
            for signature in session.signatures.values_mut() {
                signature.contested_at.clear();
                signature.confirmed_at.clear();
            }
            session
        };
        assert_eq!(closed(&after), closed(&scene.full), "{:?}", forged.way);
    }
    does_no_harm(scene, &forged.raw);
    if dice.one_in(2) {
        return;
    }
    let id = device.id;
    world.scenes[at].keep(accepted, id);
    tally.built_upon += 1;
    let scene = &world.scenes[at];
    if let Some(next) = world.honest(scene, dice, false) {
        let judgement = world.judge(scene, next.by, &next.raw);
        // What a member signed in person, a coach's phone does not write again; the order of the log decides.
        // And what a forger closed with a digest of nothing, an honest phone takes for open.
        let is_signed = |refusal: &Refusal| {
            refusal.code == ErrorCode::Closed
                || refusal.code == ErrorCode::Forbidden && refusal.path.contains("/signatures/")
        };
        match judgement {
            Judgement::Accept(_) => tally.went_on += 1,
            Judgement::Refuse(refusal) if is_signed(&refusal) => {}
            other => panic!("honest work on top of a forgery: {other:?}"),
        }
    }
    if scene.forged() >= KEPT_MAX {
        world.scenes[at].begin_again();
    }
}
