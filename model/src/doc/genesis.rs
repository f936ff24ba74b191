//! How every document starts: one fixed change per kind (fixed actor, time 0, no author) that makes its top-level
//! maps, and the texts that stand once in a document. The bytes are the same everywhere, so two phones that create a
//! document apart never clash.

use std::sync::OnceLock;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, ObjType, ROOT};

use crate::ids::CommitHash;
use crate::kind::Kind;
use crate::limits::ACTOR_BYTES;

/// The first change of a kind.
#[derive(Debug)]
pub struct Genesis {
    /// The raw change chunk.
    pub change: Vec<u8>,
    /// Its hash, the first dependency of everything in the document.
    pub hash: CommitHash,
}

impl Genesis {
    /// The genesis of a kind.
    #[must_use]
    pub fn of(kind: Kind) -> &'static Self {
        static ALL: [OnceLock<Genesis>; Kind::NUMBERS] = [const { OnceLock::new() }; Kind::NUMBERS];
        ALL[usize::from(kind.number())].get_or_init(|| Self::make(kind))
    }

    /// A document of a kind with nothing in it yet.
    #[must_use]
    pub fn document(kind: Kind) -> Automerge {
        let mut doc = Automerge::new();
        let change = &Self::of(kind).change;
        if !change.is_empty() {
            doc.load_incremental(change)
                .expect("our own genesis change loads");
        }
        doc
    }

    fn make(kind: Kind) -> Self {
        let mut actor = *b"besace-genesis\0\0";
        actor[ACTOR_BYTES - 1] = kind.number();
        let mut doc = Automerge::new().with_actor(ActorId::from(actor));
        let mut tx = doc.transaction();
        let table = kind.table();
        for map in table.maps {
            let made = tx
                .put_object(ROOT, *map, ObjType::Map)
                .expect("a new document takes a map");
            for text in table.texts_of(map) {
                tx.put_object(&made, text, ObjType::Text)
                    .expect("a new map takes a text");
            }
        }
        tx.commit_with(CommitOptions::default().with_time(0));
        match doc.get_last_local_change() {
            Some(change) => Self {
                hash: CommitHash(change.hash().0),
                change: change.raw_bytes().to_vec(),
            },
            // A kind that this version does not know starts from nothing.
            None => Self {
                hash: CommitHash([0; 32]),
                change: Vec::new(),
            },
        }
    }
}
