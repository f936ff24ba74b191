//! Random documents, made of changes that know of each other or do not.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Author};

use crate::admission::{DocIndex, Judgement, Watch, check_rules};
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::ids::CommitHash;
use crate::kinds::tests::*;

/// A few numbers that look like chance, from a seed.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A document written to by several sessions apart, and what admission keeps of it.
pub(super) struct Written {
    sessions: Vec<Automerge>,
    pub(super) whole: Automerge,
    index: DocIndex,
    pub(super) watch: Watch,
    log: Vec<(Vec<u8>, CommitHash)>,
    author: u8,
}

impl Written {
    pub(super) fn new(author: u8, head: DocHead, base: &Automerge) -> Self {
        let watch = Watch::new(head.kind).unwrap();
        let mut written = Self {
            sessions: Vec::new(),
            whole: Genesis::document(head.kind),
            index: DocIndex::new(head),
            watch,
            log: Vec::new(),
            author,
        };
        for change in base.get_changes(&[]).into_iter().skip(1) {
            assert!(written.admit(change.raw_bytes().to_vec()));
        }
        for session in 0..4 {
            let mut doc = written.whole.fork();
            doc.set_author(Some(Author::from(person(author).as_bytes().to_vec())));
            doc.set_actor(ActorId::from(actor(author, 10 + session)));
            written.sessions.push(doc);
        }
        written
    }

    /// Judges a change and takes it in; some are refused, as when too much stands at a key.
    fn admit(&mut self, raw: Vec<u8>) -> bool {
        match check_rules(&self.index, &grants(self.author), &raw) {
            Judgement::Accept(accepted) => {
                let hash = accepted.parsed().hash();
                self.index
                    .record_watched(&accepted, &mut self.watch)
                    .unwrap();
                self.whole.load_incremental(&raw).unwrap();
                self.log.push((raw, hash));
                true
            }
            Judgement::Refuse(_) => false,
            other => panic!("{other:?}"),
        }
    }

    /// One session writes, or hears of another.
    pub(super) fn step(
        &mut self,
        dice: &mut Dice,
        write: impl Fn(&mut Transaction<'_>, &mut Dice),
    ) {
        let place = dice.roll(4) as usize;
        if dice.roll(3) == 0 {
            let mut other = self.sessions[dice.roll(4) as usize].clone();
            self.sessions[place].merge(&mut other).unwrap();
            return;
        }
        let before = self.sessions[place].clone();
        let mut tx = self.sessions[place].transaction();
        write(&mut tx, dice);
        if tx.pending_ops() == 0 {
            tx.rollback();
            return;
        }
        tx.commit_with(CommitOptions::default().with_time(1));
        let change = self.sessions[place].get_last_local_change().unwrap();
        if !self.admit(change.raw_bytes().to_vec()) {
            self.sessions[place] = before;
        }
    }

    /// The same from the log.
    pub(super) fn replayed(&self) -> Watch {
        let mut index = DocIndex::new(self.index.head().clone());
        let mut watch = Watch::new(self.index.head().kind).unwrap();
        for (raw, hash) in &self.log {
            let replayed = index.replay_watched(raw.clone(), *hash, None, &mut watch);
            replayed.unwrap();
        }
        watch
    }
}
