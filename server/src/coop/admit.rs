//! Taking in what phones push: every submission that queued, in one transaction, each commit with its own verdict.
//! Roles, assignments and devices are those of this moment; who carried a commit plays no part.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use besace_model::access::Grants;
use besace_model::admission::{Author, DocIndex, Judgement, Parsed, judge_parsed};
use besace_model::commit::SIGNATURE_BYTES;
use besace_model::error::{ErrorCode, Refusal};
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DeviceId, DocId, MemberId};
use besace_model::kinds::rsvp;
use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, DocName, DocPush, Receipt, Verdict};
use rusqlite::Connection;

use super::bar::Bar;
use super::people::People;
use super::prepared::{Prepared, PreparedCommit};
use super::proof::Proofs;
use super::ready::Ready;
use super::spending::Spending;
use super::writing::NewCommit;
use super::{Coop, CoopError, Inside, Published, Refusing};
use crate::limits::{
    ASKED_AGAIN_MAX, DOCS_PER_OWNER_MAX, RETRY_COLD_MS, RETRY_DISK_FULL_MS, RETRY_FROZEN_MS,
    RETRY_MS, RETRY_NEWER_MS, RETRY_SUPERSEDED_MS, SHARED_DOCS_MAX,
};
use crate::store::docs::{DocMeta, DocRow};
use crate::store::people::{DeviceEntry, Status};
use crate::store::{StoreError, log, seats, verdicts};

/// What one phone pushed.
#[derive(Debug, Default)]
pub struct Submission {
    /// Its pushes, in order.
    pub pushes: Vec<Prepared>,
}

/// What became of a group of submissions.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For each submission, one verdict per commit in the order pushed.
    pub verdicts: Vec<Vec<CommitVerdict>>,
    /// What the others must hear.
    pub published: Published,
}

/// What judging keeps between groups.
#[derive(Debug, Default)]
pub(super) struct Judging {
    pub(super) refusing: Refusing,
    /// Devices of which the push at hand recorded a refusal.
    pub(super) recorded: Refusing,
    /// See [`Coop::rely_on_readers`].
    pub(super) relies_on_readers: bool,
    pub(super) spending: Spending,
    /// Commits for superseded documents whose phones were asked to come again.
    asked_again: BTreeSet<CommitHash>,
    /// When seats are to be decided next.
    pub(super) seats_due: Option<Timestamp>,
}

impl Judging {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut statement = conn.prepare("SELECT DISTINCT device FROM verdict")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(Self {
            refusing: rows.collect::<Result<_, _>>()?,
            seats_due: seats::next_due(conn)?,
            spending: Spending::load(conn)?,
            ..Self::default()
        })
    }
}

impl Coop {
    /// Judges and stores a group of submissions in one transaction. The verdicts may be told to anyone once this
    /// returns: what they accept is durable.
    ///
    /// # Errors
    /// None while the disk is only full: then every verdict is [`Verdict::Retry`]. Any other failure of the file
    /// poisons the cooperative; callers answer [`Outcome::retry`] and end the process.
    pub fn admit(&mut self, now: Timestamp, group: Vec<Submission>) -> Result<Outcome, CoopError> {
        let retry = Outcome::retry(&group, RETRY_DISK_FULL_MS);
        match self.write(now, |inside| inside.admit(group)) {
            Ok((verdicts, published)) => Ok(Outcome {
                verdicts,
                published,
            }),
            Err(CoopError::Store(error)) if error.is_disk_full() => Ok(retry),
            Err(error) => Err(error),
        }
    }

    /// [`Coop::admit`] for one push list that nobody prepared.
    ///
    /// # Errors
    /// As [`Coop::admit`].
    pub fn admit_one(
        &mut self,
        now: Timestamp,
        pushes: Vec<DocPush>,
    ) -> Result<Outcome, CoopError> {
        let people = self.people();
        let pushes = pushes
            .into_iter()
            .map(|push| Prepared::new(self.id(), &people, push))
            .collect();
        self.admit(now, vec![Submission { pushes }])
    }
}

impl Outcome {
    /// The answer to a group that was not taken.
    #[must_use]
    pub fn retry(group: &[Submission], retry_ms: u32) -> Self {
        let verdicts = group
            .iter()
            .map(|submission| {
                let pushes = submission.pushes.iter();
                pushes.flat_map(|push| push.retry(retry_ms)).collect()
            })
            .collect();
        Self {
            verdicts,
            published: Published::default(),
        }
    }
}

/// Where a push goes.
pub(super) enum Destination {
    /// A document of the file.
    Stored(Arc<DocMeta>),
    /// One that its first accepted commit makes.
    New(DocHead),
    /// None, or none anyone may hear of.
    Refused(ErrorCode),
    /// One of a kind that this version does not know, and the next one may.
    Newer,
}

/// One push on its way.
pub(super) struct Delivery {
    submission: usize,
    pub(super) id: DocId,
    pub(super) target: Destination,
    pub(super) ready: Ready,
}

/// Documents that a group wrote to, each with the last entry it got.
type Written = BTreeMap<DocRow, (Arc<DocMeta>, u64)>;

/// Who signed, as of now.
pub(super) struct Signer<'a> {
    pub(super) device: &'a DeviceEntry,
    pub(super) grants: &'a Grants,
    pub(super) status: Status,
}

impl Inside<'_> {
    fn admit(&mut self, group: Vec<Submission>) -> Result<Vec<Vec<CommitVerdict>>, CoopError> {
        let mut written = BTreeMap::new();
        let mut verdicts = Vec::with_capacity(group.len());
        for (number, submission) in group.into_iter().enumerate() {
            let mut answers = Vec::new();
            for push in submission.pushes {
                self.push(number, push, &mut answers, &mut written)?;
            }
            verdicts.push(answers);
        }
        for (doc, _) in written.values() {
            self.indexes.weigh(doc.row);
        }
        self.indexes.shrink();
        let dirty = written
            .into_values()
            .filter(|(doc, _)| doc.head.kind.spec().is_some_and(|it| it.watched.is_some()));
        self.decide_seats(dirty)?;
        Ok(verdicts)
    }

    fn push(
        &mut self,
        submission: usize,
        push: Prepared,
        answers: &mut Vec<CommitVerdict>,
        written: &mut Written,
    ) -> Result<(), StoreError> {
        let people = Arc::clone(&self.people);
        let mut delivery = Delivery {
            submission,
            id: push.id,
            target: self.target(&push)?,
            ready: push.ready,
        };
        let mut proofs = Proofs::default();
        for commit in push.commits {
            let hash = commit.hash;
            let link = proofs.link(&commit);
            let verdict = self.commit(&people, &mut delivery, commit)?;
            if let (Destination::Stored(doc), Verdict::Accepted(receipt)) =
                (&delivery.target, &verdict)
            {
                written.insert(doc.row, (Arc::clone(doc), receipt.seq));
            }
            if let Some(link) = link {
                proofs.note(link, &verdict);
            }
            answers.push(CommitVerdict {
                doc: push.id,
                hash,
                verdict,
            });
        }
        for device in mem::take(&mut self.judging.recorded) {
            verdicts::trim(self.writing.conn, device)?;
        }
        proofs.store(self.writing.conn, &people, push.id)
    }

    /// Finds the document a push names. Heads are checked before anything is asked of the file.
    fn target(&mut self, push: &Prepared) -> Result<Destination, StoreError> {
        if let DocName::Head(head) = &push.doc
            && !head.is_well_formed()
        {
            let is_newer = head.kind.spec().is_none();
            return Ok(if is_newer {
                Destination::Newer
            } else {
                Destination::Refused(ErrorCode::BadId)
            });
        }
        if let Some(doc) = self.indexes.find(self.writing.conn, push.id)? {
            return Ok(Destination::Stored(doc));
        }
        let DocName::Head(head) = &push.doc else {
            return Ok(Destination::Refused(ErrorCode::NotFound));
        };
        Ok(self.newcomer(head))
    }

    /// Whether a document that nobody has written to yet may come to be.
    fn newcomer(&self, head: &DocHead) -> Destination {
        let about = head.about();
        let known = |member: MemberId| self.people.member(member).is_some();
        let is_known = head.owner == MemberId::RELAY || known(head.owner);
        if !is_known || about.is_some_and(|member| !known(member)) || head.generation != 0 {
            return Destination::Refused(ErrorCode::NotFound);
        }
        Destination::New(head.clone())
    }

    /// Whether an owner has as many documents as one may have.
    fn has_all_documents(&mut self, owner: MemberId) -> Result<bool, StoreError> {
        let most = if owner == MemberId::RELAY {
            SHARED_DOCS_MAX
        } else {
            DOCS_PER_OWNER_MAX
        };
        Ok(self.indexes.count_of(self.writing.conn, owner)? >= most)
    }

    /// The verdict on one commit. What its author may do comes before anything that costs more than a look.
    fn commit(
        &mut self,
        people: &People,
        delivery: &mut Delivery,
        commit: PreparedCommit,
    ) -> Result<Verdict, StoreError> {
        let refused = |code| Ok(Verdict::Refused(code, String::new()));
        let parsed = match commit.parsed {
            Ok(parsed) => parsed,
            Err(refusal) => return Ok(Verdict::Refused(refusal.code, refusal.path)),
        };
        let Some(signer) = signer(people, commit.device) else {
            return refused(ErrorCode::BadSignature);
        };
        if self.judging.refusing.contains(&signer.device.row) {
            let conn = self.writing.conn;
            let before = verdicts::find(conn, delivery.id, commit.hash, signer.device.row)?;
            if let Some(verdict) = before {
                return Ok(verdict);
            }
        }
        let head = match &delivery.target {
            Destination::Stored(doc) => &doc.head,
            Destination::New(head) => head,
            Destination::Refused(code) => return refused(*code),
            Destination::Newer => return Ok(Verdict::Retry(RETRY_NEWER_MS)),
        };
        match self.bar(&signer, head)? {
            None => {}
            Some(Bar::Hidden(code)) => return refused(code),
            Some(Bar::Late(code)) => {
                if let Some(receipt) = self.accepted_before(delivery, &commit.hash)? {
                    return Ok(Verdict::Duplicate(receipt));
                }
                let refusal = Refusal::whole(code);
                return self.refuse(signer.device.row, delivery.id, commit.hash, refusal);
            }
        }
        match &delivery.target {
            Destination::Stored(doc) if doc.is_frozen => {
                let before = self.accepted_before(delivery, &commit.hash)?;
                let retry = Verdict::Retry(RETRY_FROZEN_MS);
                return Ok(before.map_or(retry, Verdict::Duplicate));
            }
            Destination::Stored(doc) if doc.is_superseded => {
                let doc = Arc::clone(doc);
                return self.superseded(&doc, &commit.hash);
            }
            Destination::New(head) if self.has_all_documents(head.owner)? => {
                return refused(ErrorCode::Quota);
            }
            Destination::Stored(doc) => {
                let doc = Arc::clone(doc);
                match self.bring_to_hand(&doc, delivery.ready.take()) {
                    Ok(true) => {}
                    Ok(false) => return Ok(Verdict::Retry(RETRY_COLD_MS)),
                    Err(StoreError::Damaged(_)) => {
                        self.freeze(&doc)?;
                        return Ok(Verdict::Retry(RETRY_FROZEN_MS));
                    }
                    Err(error) => return Err(error),
                }
                if let Some(receipt) = self.known(&doc, &commit.hash)? {
                    return Ok(Verdict::Duplicate(receipt));
                }
            }
            _ => {}
        }
        let spending = &self.judging.spending;
        if let Err(refusal) = spending.check(signer.device.member, &parsed) {
            return Ok(Verdict::Refused(refusal.code, refusal.path));
        }
        self.judge(&signer, delivery, &commit.signature, parsed)
    }

    /// The verdict on a commit for a document that another took the place of. Its phone may not have been told yet, and is
    /// asked to come again once.
    fn superseded(&mut self, doc: &DocMeta, hash: &CommitHash) -> Result<Verdict, StoreError> {
        let wanted = BTreeSet::from([*hash]);
        let (receipts, _) = log::receipts(self.writing.conn, doc.row, &wanted)?;
        if let Some(receipt) = receipts.get(hash) {
            return Ok(Verdict::Duplicate(*receipt));
        }
        let asked = &mut self.judging.asked_again;
        if asked.remove(hash) {
            return Ok(Verdict::Refused(ErrorCode::Gone, String::new()));
        }
        if asked.len() >= ASKED_AGAIN_MAX {
            asked.clear();
        }
        asked.insert(*hash);
        Ok(Verdict::Retry(RETRY_SUPERSEDED_MS))
    }

    /// Sees to it that a document's index is in memory. False: it is not, and the push is to come again.
    fn bring_to_hand(&mut self, doc: &DocMeta, ready: Ready) -> Result<bool, StoreError> {
        let conn = self.writing.conn;
        match ready {
            Ready::Damaged => return Err(StoreError::Damaged("a logged change")),
            Ready::Index(made, upto) => self.indexes.take_in(conn, doc, *made, upto)?,
            _ if self.judging.relies_on_readers => {}
            _ => self.indexes.rebuild(conn, doc)?,
        }
        Ok(self.indexes.has(doc.row))
    }

    /// Takes nothing more into a document until a person has looked at it: what is stored of it is no good, or
    /// Automerge fails on it. Everybody else's commits go on.
    pub(super) fn freeze(&mut self, doc: &DocMeta) -> Result<(), StoreError> {
        tracing::error!(doc = %doc.id, "the document cannot be read and is frozen");
        self.writing.freeze(doc.row)?;
        self.indexes.forget(doc.row);
        Ok(())
    }

    /// The receipt of a change that a document at hand has.
    pub(super) fn known(
        &mut self,
        doc: &DocMeta,
        hash: &CommitHash,
    ) -> Result<Option<Receipt>, StoreError> {
        let conn = self.writing.conn;
        let place = self
            .indexes
            .get(doc.row)
            .and_then(|indexed| indexed.place_of(hash));
        place.map(|seq| log::receipt(conn, seq)).transpose()
    }

    fn judge(
        &mut self,
        signer: &Signer<'_>,
        delivery: &mut Delivery,
        signature: &[u8; SIGNATURE_BYTES],
        parsed: Parsed,
    ) -> Result<Verdict, StoreError> {
        const NO_INDEX: StoreError = StoreError::Damaged("index");
        let (id, target) = (delivery.id, &mut delivery.target);
        let mut fresh = None;
        let index = match target {
            Destination::Stored(doc) => &self.indexes.get(doc.row).ok_or(NO_INDEX)?.index,
            Destination::New(head) => fresh.insert(DocIndex::new(head.clone())),
            Destination::Refused(code) => return Ok(Verdict::Refused(*code, String::new())),
            Destination::Newer => return Ok(Verdict::Retry(RETRY_NEWER_MS)),
        };
        let author = Author {
            device: signer.device.device,
            public_key: &signer.device.public_key,
            alive: true,
            grants: signer.grants,
        };
        let hash = parsed.hash();
        let judged = catch_unwind(AssertUnwindSafe(|| judge_parsed(index, &author, parsed)));
        match judged {
            Ok(Judgement::Accept(accepted)) => {
                let events = rsvp::accepted_events(&accepted, index);
                if self.is_any_over(&events)? {
                    let refusal = Refusal::at(ErrorCode::EventOver, "status");
                    return self.refuse(signer.device.row, id, hash, refusal);
                }
                let doc = match (&*target, fresh) {
                    (Destination::New(head), Some(index)) => {
                        self.indexes.add(self.writing.create(id, head)?, index)
                    }
                    (Destination::Stored(doc), _) => Arc::clone(doc),
                    _ => return Err(NO_INDEX),
                };
                *target = Destination::Stored(Arc::clone(&doc));
                let indexed = self.indexes.get(doc.row).ok_or(NO_INDEX)?;
                let recorded = indexed.record(&accepted, self.writing.head() + 1);
                let follows = recorded.map_err(|_| NO_INDEX)?;
                let member = signer.device.member;
                self.judging.spending.count(member, accepted.parsed());
                let receipt = self.writing.append(NewCommit {
                    doc: &doc,
                    device: signer.device.row,
                    hash,
                    signature,
                    change: accepted.into_parsed().into_raw(),
                    follows,
                    submission: Some(delivery.submission),
                })?;
                Ok(Verdict::Accepted(receipt))
            }
            Ok(Judgement::Duplicate) => Ok(Verdict::Retry(RETRY_MS)),
            Ok(Judgement::Need(missing)) => Ok(Verdict::Need(missing)),
            Ok(Judgement::Refuse(refusal)) => self.refuse(signer.device.row, id, hash, refusal),
            Err(_) => {
                let refusal = Refusal::whole(ErrorCode::TrialFailed);
                if let Destination::Stored(doc) = target {
                    self.indexes.forget(doc.row);
                }
                self.refuse(signer.device.row, id, hash, refusal)
            }
        }
    }
}

fn signer(people: &People, device: DeviceId) -> Option<Signer<'_>> {
    let device = people.device(device)?;
    let member = people.member(device.member)?;
    Some(Signer {
        device,
        grants: &member.grants,
        status: member.row.status,
    })
}
