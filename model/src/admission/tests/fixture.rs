//! A rule table of the tests' own, a cooperative of three, and writers that make real changes.

use std::sync::OnceLock;

use automerge::legacy;
use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Author as Name, Automerge, Change, ExpandedChange, ObjId, ObjType, ROOT};
use ed25519_dalek::{Signer, SigningKey};

use crate::access::{Grants, Role, Who};
use crate::admission::{Author, DocIndex, Judgement, judge};
use crate::commit::{Commit, PublicKey, signing_bytes};
use crate::doc::rules::{Rules, Table, Value, clearable, set};
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::ids::{CommitHash, CoopId, DeviceId, DocId, MemberId};
use crate::limits::ACTOR_BYTES;
use crate::sorted::SortedSet;

pub(super) const LINE: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
pub(super) const OTHER_LINE: &str = "01BX5ZZKBKACTAV9WEVGEMMVRZ";

const TABLE: Table = Table {
    maps: &["lines", "people", "relay"],
    groups: &[&[
        set("title", Value::Str(40), Who::Owner),
        set("since", Value::Instant, Who::Owner),
        clearable("lines/{ulid}", Value::Map, Who::OwnerOrCoach),
        set(
            "lines/{ulid}/cents",
            Value::Int(0, 1_000_000),
            Who::OwnerOrCoach,
        ),
        set("lines/{ulid}/date", Value::Date, Who::OwnerOrCoach),
        clearable(
            "lines/{ulid}/kind",
            Value::Choice(&["cash", "card"]),
            Who::OwnerOrCoach,
        ),
        set("lines/{ulid}/note", Value::Text, Who::OwnerOrCoach),
        set("lines/{ulid}/checked", Value::Bool, Who::Coach),
        set("people/{member}", Value::Map, Who::Named),
        set("people/{member}/at", Value::Instant, Who::Named),
        set("relay/number", Value::Str(20), Who::Relay),
    ]],
};

pub(super) fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| Rules::compile(&TABLE))
}

pub(super) fn genesis() -> Change {
    let mut doc = Automerge::new().with_actor(ActorId::from([1u8; ACTOR_BYTES]));
    let mut tx = doc.transaction();
    for map in TABLE.maps {
        tx.put_object(ROOT, *map, ObjType::Map).unwrap();
    }
    tx.commit_with(CommitOptions::default().with_time(0));
    doc.get_last_local_change().unwrap()
}

/// A member with a device.
pub(super) struct Person {
    pub(super) device: DeviceId,
    pub(super) key: SigningKey,
    pub(super) grants: Grants,
    pub(super) alive: bool,
}

fn person(number: u8, roles: &[Role]) -> Person {
    Person {
        device: DeviceId::from_bytes([number + 100; 16]),
        key: SigningKey::from_bytes(&[number; 32]),
        grants: Grants {
            member: MemberId::from_bytes([number; 16]),
            roles: roles.iter().copied().collect(),
            coached: SortedSet::new(),
            facilitates: SortedSet::new(),
        },
        alive: true,
    }
}

pub(super) fn owner() -> Person {
    person(10, &[Role::Entrepreneur])
}

pub(super) fn coach() -> Person {
    let mut coach = person(20, &[Role::Coach]);
    coach.grants.coached.insert(owner().grants.member);
    coach
}

pub(super) fn stranger() -> Person {
    person(30, &[Role::Entrepreneur])
}

pub(super) fn head() -> DocHead {
    DocHead::activity(owner().grants.member, 2026)
}

pub(super) fn doc_id() -> DocId {
    head().id(CoopId::from_bytes([5; 16]))
}

pub(super) fn index() -> DocIndex {
    let genesis = genesis();
    let hash = CommitHash(genesis.hash().0);
    DocIndex::with_rules(head(), rules(), genesis.raw_bytes().to_vec(), hash)
}

pub(super) fn signed(person: &Person, raw: &[u8]) -> Commit {
    let hash = crate::admission::commit_hash(raw);
    Commit {
        device: person.device,
        signature: person.key.sign(&signing_bytes(doc_id(), hash)).to_bytes(),
        change: raw.to_vec(),
    }
}

pub(super) fn judge_commit(index: &DocIndex, person: &Person, commit: &Commit) -> Judgement {
    let public_key = PublicKey::from_bytes(person.key.verifying_key().as_bytes()).unwrap();
    let author = Author {
        device: person.device,
        public_key: &public_key,
        alive: person.alive,
        grants: &person.grants,
    };
    judge(index, doc_id(), &author, commit)
}

/// Judges raw bytes signed by `person`.
pub(super) fn verdict(index: &DocIndex, person: &Person, raw: &[u8]) -> Judgement {
    judge_commit(index, person, &signed(person, raw))
}

#[track_caller]
pub(super) fn accept(index: &mut DocIndex, person: &Person, raw: &[u8]) {
    match verdict(index, person, raw) {
        Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
        other => panic!("not accepted: {other:?}"),
    }
}

#[track_caller]
pub(super) fn refused(judgement: &Judgement, code: ErrorCode, path: &str) {
    match judgement {
        Judgement::Refuse(refusal) => {
            assert_eq!((refusal.code, refusal.path.as_str()), (code, path));
        }
        other => panic!("expected {code:?}, got {other:?}"),
    }
}

/// One writing session on one phone.
#[derive(Clone)]
pub(super) struct Phone {
    pub(super) doc: Automerge,
}

impl Phone {
    pub(super) fn new(person: &Person, actor: u8) -> Self {
        let mut doc = Automerge::new();
        doc.apply_changes([genesis()]).unwrap();
        let author = Name::from(person.grants.member.as_bytes().to_vec());
        Self {
            // The author first: naming one draws a new actor.
            doc: doc
                .with_author(Some(author))
                .with_actor(ActorId::from([actor; ACTOR_BYTES])),
        }
    }

    /// Makes one change.
    pub(super) fn write(&mut self, work: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
        let mut tx = self.doc.transaction();
        work(&mut tx);
        tx.commit_with(CommitOptions::default().with_time(1_763_800_000));
        self.doc
            .get_last_local_change()
            .unwrap()
            .raw_bytes()
            .to_vec()
    }

    pub(super) fn take(&mut self, raw: &[u8]) {
        self.doc
            .apply_changes([Change::from_bytes(raw.to_vec()).unwrap()])
            .unwrap();
    }

    /// An object by its path.
    pub(super) fn object(&self, path: &[&str]) -> ObjId {
        use automerge::ReadDoc;
        path.iter().fold(ROOT, |object, key| {
            self.doc.get(&object, *key).unwrap().unwrap().1
        })
    }

    pub(super) fn add_line(&mut self, ulid: &str) -> Vec<u8> {
        let lines = self.object(&["lines"]);
        self.write(|tx| {
            let line = tx.put_object(&lines, ulid, ObjType::Map).unwrap();
            tx.put(&line, "cents", 1250).unwrap();
            tx.put(&line, "kind", "cash").unwrap();
            let note = tx.put_object(&line, "note", ObjType::Text).unwrap();
            tx.splice_text(&note, 0, 0, "Été à Lyon").unwrap();
        })
    }

    pub(super) fn put(
        &mut self,
        path: &[&str],
        key: &str,
        value: impl Into<automerge::ScalarValue>,
    ) -> Vec<u8> {
        let object = self.object(path);
        self.write(|tx| tx.put(&object, key, value).unwrap())
    }

    pub(super) fn delete(&mut self, path: &[&str], key: &str) -> Vec<u8> {
        let object = self.object(path);
        self.write(|tx| tx.delete(&object, key).unwrap())
    }

    pub(super) fn splice(&mut self, at: usize, delete: isize, text: &str) -> Vec<u8> {
        let note = self.object(&["lines", LINE, "note"]);
        self.write(|tx| tx.splice_text(&note, at, delete, text).unwrap())
    }
}

/// Changes a change in its readable form and writes it again, with the right checksum.
pub(super) fn forged(raw: &[u8], edit: impl FnOnce(&mut ExpandedChange)) -> Vec<u8> {
    let mut change = Change::from_bytes(raw.to_vec()).unwrap().decode();
    edit(&mut change);
    Change::from(change).raw_bytes().to_vec()
}

/// The name of an operation.
pub(super) fn op_id(counter: u64, actor: u8) -> legacy::OpId {
    legacy::OpId(counter, ActorId::from([actor; ACTOR_BYTES]))
}

/// Rewrites length and checksum for what stands behind the first nine bytes and the length.
pub(super) fn sealed(kind: u8, contents: &[u8]) -> Vec<u8> {
    let mut hashed = vec![kind];
    let mut len = contents.len();
    while len > 127 {
        hashed.push(len as u8 | 0x80);
        len >>= 7;
    }
    hashed.push(len as u8);
    hashed.extend_from_slice(contents);
    let mut raw = vec![0x85, 0x6f, 0x4a, 0x83];
    raw.extend_from_slice(&[0; 4]);
    raw.extend_from_slice(&hashed);
    let hash = crate::admission::commit_hash(&raw);
    raw[4..8].copy_from_slice(&hash.0[..4]);
    raw
}

/// What stands behind the header of a change.
pub(super) fn contents(raw: &[u8]) -> &[u8] {
    let len = raw[9..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    &raw[9 + len..]
}
