//! A cooperative in memory, and phones in their simplest form: documents, a cursor, an outbox.

use besace_model::kinds::activity::ActivityCommand;
use besace_model::kinds::event::EventCommand;
use besace_model::kinds::profile::ProfileCommand;
use besace_model::kinds::rsvp::AnswerCommand;
use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, ReadDoc};
use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::commit::{Commit, signing_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId, Ulid};
use besace_model::kind::{Kind, KindSet};
use besace_model::kinds;
use besace_model::kinds::event::{EventChanges, EventFields, EventKind, EventStatus, SlotFields};
use besace_model::kinds::profile::ProfileSet;
use besace_model::kinds::rsvp::{AnswerFields, AnswerStatus};
use besace_model::time::Timestamp;
use besace_model::wire::{Cursor, DocName, DocPush, DocUpdate, Verdict, Witness, decode, encode};
use ed25519_dalek::{Signer, SigningKey};

use crate::coop::{
    Ask, Coop, Decision, Described, Done, Founding, NewInvitation, Outcome, Page, Published,
};
use crate::store::StorePlace;

pub(super) const START: Timestamp = Timestamp(1_790_000_000_000);

pub(super) fn member(n: u8) -> MemberId {
    MemberId::from_bytes([n; 16])
}

pub(super) fn founding() -> Founding {
    Founding {
        coop: CoopId::from_bytes([0xc0; 16]),
        name: "Les Besaciers".into(),
        relay_device: DeviceId::from_bytes([0xdd; 16]),
        relay_seed: [0x5e; 32],
        epoch: 77,
    }
}

/// A cooperative and the clock.
pub(super) struct World {
    pub(super) coop: Coop,
    pub(super) now: Timestamp,
    pub(super) secrets: u32,
}

impl World {
    pub(super) fn new() -> Self {
        Self::at(StorePlace::Memory)
    }

    pub(super) fn at(place: StorePlace) -> Self {
        Self::of(Coop::create(place, &founding(), START).unwrap(), START)
    }

    pub(super) fn of(coop: Coop, now: Timestamp) -> Self {
        Self {
            coop,
            now,
            secrets: 0,
        }
    }

    pub(super) fn tick(&mut self) -> Timestamp {
        self.now = self.now.plus_ms(1000);
        self.now
    }

    pub(super) fn decide(&mut self, command: Decision) -> Published {
        let now = self.tick();
        self.coop.decide(now, MemberId::RELAY, &command).unwrap().1
    }

    /// A new member with one phone.
    pub(super) fn join(&mut self, n: u8, roles: &[Role]) -> Phone {
        self.decide(Decision::add(
            member(n),
            Described {
                name: format!("Membre {n}"),
                ..Described::default()
            },
            roles.iter().copied().collect(),
        ));
        self.enrol(n, n)
    }

    pub(super) fn enrol(&mut self, n: u8, device: u8) -> Phone {
        self.secrets += 1;
        let secret = self.secrets.to_be_bytes().to_vec();
        let now = self.tick();
        self.decide(Decision::Invite {
            member: member(n),
            invitation: NewInvitation {
                secret_hash: sha2::Digest::finalize(
                    <sha2::Sha256 as sha2::Digest>::new_with_prefix(&secret),
                )
                .into(),
                expires_at: now.plus_ms(60_000),
                device: None,
            },
        });
        let key = SigningKey::from_bytes(&[device; 32]);
        let enrol = Decision::Enrol {
            secret,
            public_key: key.verifying_key().to_bytes(),
            device: DeviceId::from_bytes([device; 16]),
            name: String::new(),
        };
        let (done, _) = self.coop.decide(now, MemberId::RELAY, &enrol).unwrap();
        assert!(matches!(done, Done::Enrolled(who, _) if who == member(n)));
        Phone {
            member: member(n),
            ..Phone::reader(device)
        }
    }

    pub(super) fn assign(&mut self, coach: u8, to: u8) -> Published {
        self.set_coach(coach, to, true)
    }

    pub(super) fn unassign(&mut self, coach: u8, from: u8) -> Published {
        self.set_coach(coach, from, false)
    }

    fn set_coach(&mut self, coach: u8, of: u8, assigned: bool) -> Published {
        let people = self.coop.people();
        self.decide(Decision::assign(
            &people,
            member(coach),
            member(of),
            assigned,
        ))
    }

    pub(super) fn push(&mut self, pushes: Vec<DocPush>) -> Outcome {
        let now = self.tick();
        self.coop.admit_one(now, pushes).unwrap()
    }

    /// Carries out a command on a phone and pushes it; the verdict.
    pub(super) fn say(&mut self, phone: &mut Phone, say: &Say) -> Verdict {
        let push = phone.commit(self, say);
        let outcome = self.push(vec![push]);
        let verdict = outcome.verdicts[0][0].verdict.clone();
        if let Verdict::Accepted(receipt) = &verdict {
            phone.own.insert(receipt.seq);
        }
        verdict
    }

    /// A round of snapshots.
    pub(super) fn compact_all(&mut self) -> usize {
        let now = self.tick();
        self.coop.compact_from(now, 1, 100).unwrap()
    }

    /// Lets the relay derive everything that is due by and by; how many commits that made.
    pub(super) fn settle(&mut self) -> usize {
        let mut written = 0;
        for _ in 0..100 {
            if !self.coop.is_deriving() {
                return written;
            }
            let now = self.tick();
            written += self.coop.derive(now).unwrap().entries.len();
        }
        panic!("it is never done");
    }

    /// What a fresh phone of a member holds.
    pub(super) fn fresh(&self, n: u8) -> Phone {
        let mut phone = Phone::reader(n);
        self.sync(&mut phone, 1 << 16);
        phone
    }

    pub(super) fn page(&self, phone: &Phone, fill_bytes: usize) -> Page {
        self.coop
            .read_after(&Ask {
                member: phone.member,
                cursor: phone.cursor.as_ref(),
                witness: phone.witness,
                skip: &phone.own,
                kinds: phone.kinds,
                fill_bytes,
                now: self.now,
            })
            .unwrap()
    }

    /// Reads until there is nothing more. Each page is also asked twice: the same question, the same answer.
    pub(super) fn sync(&self, phone: &mut Phone, fill_bytes: usize) {
        for _ in 0..10_000 {
            let page = self.page(phone, fill_bytes);
            assert_eq!(page, self.page(phone, fill_bytes));
            let end = page.at.is_some();
            assert_eq!(page.remaining == 0, end, "{page:?}");
            phone.take(self.coop.id(), page);
            if end {
                phone.own.clear();
                return;
            }
        }
        panic!("the download never ends");
    }
}

/// A phone.
pub(super) struct Phone {
    pub(super) member: MemberId,
    pub(super) device: DeviceId,
    key: SigningKey,
    pub(super) docs: BTreeMap<DocId, Automerge>,
    pub(super) heads: BTreeMap<DocId, DocHead>,
    pieces: BTreeMap<DocId, (u64, Vec<u8>)>,
    pub(super) cursor: Option<Cursor>,
    pub(super) witness: Option<Witness>,
    pub(super) own: BTreeSet<u64>,
    pub(super) kinds: KindSet,
    pub(super) pages: usize,
}

impl Phone {
    /// A phone of a member that only reads.
    pub(super) fn reader(n: u8) -> Self {
        Self {
            member: member(n),
            device: DeviceId::from_bytes([n; 16]),
            key: SigningKey::from_bytes(&[n; 32]),
            docs: BTreeMap::new(),
            heads: BTreeMap::new(),
            pieces: BTreeMap::new(),
            cursor: None,
            witness: None,
            own: BTreeSet::new(),
            kinds: KindSet::known(),
            pages: 0,
        }
    }

    /// Signs any change for any document.
    pub(super) fn sign(&self, doc: DocId, change: Vec<u8>) -> Commit {
        let hash = besace_model::admission::commit_hash(&change);
        Commit {
            device: self.device,
            signature: self.key.sign(&signing_bytes(doc, hash)).to_bytes(),
            change,
        }
    }

    /// Makes the commit of a command, in a writing session of its own.
    pub(super) fn commit(&mut self, world: &World, say: &Say) -> DocPush {
        self.commit_at(world, say, say.target(self.member))
    }

    /// The same in a document that earlier versions kept it in.
    pub(super) fn commit_at(&mut self, world: &World, say: &Say, head: DocHead) -> DocPush {
        let people = world.coop.people();
        let grants = people.member(self.member).unwrap().grants.clone();
        let id = head.id(world.coop.id());
        self.heads.insert(id, head.clone());
        let kind = head.kind;
        let doc = self
            .docs
            .entry(id)
            .or_insert_with(|| Genesis::document(kind));
        // One writing session per device and document.
        let mut actor = id.0;
        actor[0] = self.device.as_bytes()[0];
        let context = Context {
            author: &grants,
            now: world.now,
        };
        let made = kinds::commit(doc, say, &context, actor).unwrap();
        DocPush {
            doc: DocName::Head(head),
            commits: vec![Commit {
                device: self.device,
                signature: self.key.sign(&signing_bytes(id, made.hash)).to_bytes(),
                change: made.change,
            }],
        }
    }

    /// Stores a page, through the wire's own bytes.
    pub(super) fn take(&mut self, coop: CoopId, page: Page) {
        self.pages += 1;
        let update = page.into_update(START);
        let update: besace_model::wire::Update = decode(&encode(&update)).unwrap();
        if update.restart {
            self.cursor = None;
        }
        for id in update.lost {
            self.docs.remove(&id);
        }
        for doc in update.docs {
            self.take_doc(coop, doc);
        }
        if update.cursor.is_some() {
            self.cursor = update.cursor;
        }
    }

    fn take_doc(&mut self, coop: CoopId, update: DocUpdate) {
        let id = match update.doc {
            DocName::Known(id) => id,
            DocName::Head(head) => {
                let id = head.id(coop);
                self.heads.insert(id, head);
                id
            }
        };
        let kind = self.heads.get(&id).expect("a head comes first").kind;
        if let Some(piece) = update.piece {
            let (snapshot, bytes) = self.pieces.entry(id).or_default();
            if *snapshot != piece.snapshot {
                (*snapshot, *bytes) = (piece.snapshot, Vec::new());
            }
            assert!(piece.offset as usize <= bytes.len(), "a gap in {id}");
            bytes.truncate(piece.offset as usize);
            bytes.extend(piece.bytes);
            if bytes.len() == piece.total as usize {
                let loaded = Automerge::load(bytes).unwrap();
                let doc = self
                    .docs
                    .entry(id)
                    .or_insert_with(|| Genesis::document(kind));
                doc.merge(&mut loaded.clone()).unwrap();
                self.pieces.remove(&id);
                self.leave_earlier(id);
            } else {
                assert!(update.changes.is_empty(), "changes before the last piece");
            }
        }
        let doc = self
            .docs
            .entry(id)
            .or_insert_with(|| Genesis::document(kind));
        for logged in update.changes {
            doc.load_incremental(&logged.change).unwrap();
            let change = automerge::Change::from_bytes(logged.change).unwrap();
            assert!(
                doc.get_change_by_hash(&change.hash()).is_some(),
                "dependencies first"
            );
        }
    }

    /// A document that is here whole takes the place of those it was rebuilt from.
    fn leave_earlier(&mut self, id: DocId) {
        let head = &self.heads[&id];
        let earlier = self.heads.iter().filter(|(_, known)| {
            (known.kind, known.owner, &known.key) == (head.kind, head.owner, &head.key)
                && known.generation < head.generation
        });
        for (id, _) in earlier {
            self.docs.remove(id);
        }
    }

    /// The last generation of a document that the phone holds.
    pub(super) fn last(&self, kind: Kind) -> Option<(&DocHead, &Automerge)> {
        let held = self.docs.iter().map(|(id, doc)| (&self.heads[id], doc));
        let same = held.filter(|(head, _)| head.kind == kind);
        same.max_by_key(|(head, _)| head.generation)
    }

    /// Whether a word stands anywhere in what the phone holds, the past of documents included.
    pub(super) fn knows(&self, word: &str) -> bool {
        let mut docs = self.docs.values();
        docs.any(|doc| String::from_utf8_lossy(&doc.save_nocompress()).contains(word))
    }

    /// What the phone holds, comparably. A document of which nothing arrived whole is not there yet.
    pub(super) fn state(&self) -> BTreeMap<DocId, Vec<automerge::ChangeHash>> {
        self.docs
            .iter()
            .map(|(id, doc)| {
                let mut heads = doc.get_heads();
                heads.sort();
                (*id, heads)
            })
            .collect()
    }
}

pub(super) fn forecast(month: &str, cents: i64) -> Say {
    Say::Activity(ActivityCommand::SetForecast {
        month: month.into(),
        cents,
    })
}

pub(super) fn tag(word: &str) -> Say {
    Say::Profile(ProfileCommand::SetProfileTag {
        set: ProfileSet::Skills,
        tag: word.into(),
        present: true,
    })
}

pub(super) fn event(n: u8, capacity: i64) -> Say {
    Say::Event(EventCommand::CreateEvent {
        id: Ulid([n; 16]),
        event: EventFields {
            title: "Atelier devis".into(),
            kind: EventKind::Workshop,
            description: String::new(),
            slots: vec![SlotFields {
                id: Ulid([n; 16]),
                start: "2026-12-01T09:00:00Z".into(),
                end: "2026-12-01T12:00:00Z".into(),
                place: "Salle du marché".into(),
            }],
            branch: String::new(),
            capacity,
            signup_open: true,
            status: EventStatus::Confirmed,
        },
    })
}

pub(super) fn capacity(n: u8, capacity: i64) -> Say {
    Say::Event(EventCommand::EditEvent {
        id: Ulid([n; 16]),
        changes: EventChanges {
            capacity: Some(capacity),
            ..EventChanges::default()
        },
    })
}

/// Opens or closes the answers to an event.
pub(super) fn signup(n: u8, open: bool) -> Say {
    Say::Event(EventCommand::EditEvent {
        id: Ulid([n; 16]),
        changes: EventChanges {
            signup_open: Some(open),
            ..EventChanges::default()
        },
    })
}

pub(super) fn answer(n: u8, status: AnswerStatus) -> Say {
    answer_saying(n, status, "")
}

/// An answer with a word to it.
pub(super) fn answer_saying(n: u8, status: AnswerStatus, comment: &str) -> Say {
    Say::Rsvp(AnswerCommand::AnswerEvent {
        event: Ulid([n; 16]),
        answer: AnswerFields {
            status,
            comment: comment.into(),
            carpool_seats: 0,
            carpool_from: String::new(),
            diet: String::new(),
            for_sequence: 0,
        },
    })
}
