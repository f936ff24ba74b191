//! Changes of a few operations, written by hand: whatever a path may be asked to take.

use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{
    ActorId, Automerge, Change, ChangeHash, ObjId, ObjType, ROOT, ReadDoc, ScalarValue,
};

use crate::doc::genesis::Genesis;
use crate::ids::MemberId;
use crate::kind::Kind;

/// What somebody does at a key.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// A map or a text is made.
    Make(ObjType),
    /// A value is said.
    Put(ScalarValue),
    /// The map is made in which a value is said, and the value.
    Begin(ScalarValue),
    /// What stands there is taken out.
    Clear,
    /// A character is typed into the text there.
    Type,
}

/// The object at a path.
pub(super) fn object(doc: &Automerge, path: &[&str]) -> Option<ObjId> {
    path.iter().try_fold(ROOT, |object, key| {
        let found = doc.get(&object, *key).ok().flatten();
        found.and_then(|(value, id)| value.is_object().then_some(id))
    })
}

/// A change by a member in a session of its own: one deed at a key of a map that stands.
pub(super) fn change(
    kind: Kind,
    doc: &Automerge,
    by: MemberId,
    path: &[&str],
    deed: &Deed,
) -> Option<Vec<u8>> {
    let (key, way) = path.split_last()?;
    let header = Header::of(doc, by);
    let at = |obj: ObjectId, key: &str, action, pred: Vec<OpId>| Op {
        action,
        obj,
        key: Key::Map(key.into()),
        pred: pred.into(),
        insert: false,
    };
    let operations = match deed {
        Deed::Begin(value) => {
            let (entry, above) = way.split_last()?;
            let made = OpId(header.start, header.actor.clone());
            let make = OpType::Make(ObjType::Map);
            vec![
                at(of(&object(doc, above)?), entry, make, Vec::new()),
                at(
                    ObjectId::Id(made),
                    key,
                    OpType::Put(value.clone()),
                    Vec::new(),
                ),
            ]
        }
        Deed::Type => vec![Op {
            action: OpType::Put("x".into()),
            obj: of(&object(doc, path)?),
            key: Key::Seq(ElementId::Head),
            pred: Vec::new().into(),
            insert: true,
        }],
        Deed::Make(_) | Deed::Put(_) | Deed::Clear => {
            let map = object(doc, way)?;
            let standing = doc.get_all(&map, *key).ok()?;
            let pred: Vec<OpId> = standing.iter().filter_map(|(_, id)| name(id)).collect();
            let (action, pred) = match deed {
                Deed::Make(object) => (OpType::Make(*object), Vec::new()),
                Deed::Put(value) => (OpType::Put(value.clone()), pred),
                _ if pred.is_empty() => return None,
                _ => (OpType::Delete, pred),
            };
            vec![at(of(&map), key, action, pred)]
        }
    };
    Some(header.seal(kind, by, operations))
}

/// The name of what made an object or a value.
fn name(id: &ObjId) -> Option<OpId> {
    match id {
        ObjId::Root => None,
        ObjId::Id(counter, actor, _) => Some(OpId(*counter, actor.clone())),
    }
}

fn of(object: &ObjId) -> ObjectId {
    name(object).map_or(ObjectId::Root, ObjectId::Id)
}

/// Where a change stands: on top of everything, in a session that nobody wrote in yet.
struct Header {
    deps: Vec<ChangeHash>,
    start: u64,
    actor: ActorId,
}

impl Header {
    fn of(doc: &Automerge, by: MemberId) -> Self {
        let mut deps = doc.get_heads();
        deps.sort_unstable();
        let changes = deps.iter().filter_map(|dep| doc.get_change_by_hash(dep));
        let last = changes.map(|change| change.max_op()).max().unwrap_or(0);
        let session: Vec<u8> = deps.iter().flat_map(|dep| dep.0).take(8).collect();
        Self {
            start: last + 1,
            actor: ActorId::from([&session[..], &by.as_bytes()[8..]].concat().as_slice()),
            deps,
        }
    }

    fn seal(self, kind: Kind, by: MemberId, operations: Vec<Op>) -> Vec<u8> {
        let genesis = Change::from_bytes(Genesis::of(kind).change.clone()).unwrap();
        let mut change = genesis.decode();
        change.actor_id = self.actor;
        change.seq = 1;
        change.start_op = NonZeroU64::new(self.start).unwrap();
        change.time = 1_772_700_000;
        change.deps = self.deps;
        change.hash = None;
        change.extra_bytes = [&[1, 16], by.as_bytes().as_slice()].concat();
        change.operations = operations;
        Change::from(change).raw_bytes().to_vec()
    }
}

/// The paths that the operations of a change are at; a character's is that of its text.
pub(super) fn places(doc: &mut Automerge, raw: &[u8]) -> Vec<Vec<String>> {
    let change = Change::from_bytes(raw.to_vec()).unwrap();
    doc.apply_changes([change.clone()]).unwrap();
    let operations = change.decode().operations;
    let paths = operations.iter().map(|op| {
        let mut path = super::super::forge::oracle::path_of(doc, &op.obj).unwrap();
        if let Key::Map(key) = &op.key {
            path.push(key.to_string());
        }
        path
    });
    paths.collect()
}
