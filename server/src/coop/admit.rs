//! Taking in what phones push: every submission that queued, in one transaction, each commit with its own verdict.
//! Roles, assignments and devices are those of this moment; who carried a commit plays no part.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use besace_model::admission::{Author, DocIndex, Judgement, Parsed, judge_parsed};
use besace_model::commit::SIGNATURE_BYTES;
use besace_model::error::{ErrorCode, Refusal};
use besace_model::ids::{CommitHash, DeviceId, DocId, MemberId};
use besace_model::kind::{DocHead, Grants, Kind};
use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, DocName, DocPush, Receipt, Verdict};
use rusqlite::Connection;

use super::people::People;
use super::prepared::{Prepared, PreparedCommit};
use super::proof::Proofs;
use super::writing::NewCommit;
use super::{Coop, CoopError, Inside, Published, Refusing};
use crate::limits::{
    DOCS_PER_OWNER_MAX, RETRY_DISK_FULL_MS, RETRY_FROZEN_MS, RETRY_MS, SHARED_DOCS_MAX,
};
use crate::store::docs::{self, DocMeta, DocRow};
use crate::store::log::DeviceRow;
use crate::store::people::{DeviceEntry, Status};
use crate::store::verdicts::{self, Rejected};
use crate::store::{StoreError, grants, log};

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
    refusing: Refusing,
}

impl Judging {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut statement = conn.prepare("SELECT DISTINCT device FROM verdict")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(Self {
            refusing: rows.collect::<Result<_, _>>()?,
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
enum Target {
    /// A document of the file.
    Stored(Arc<DocMeta>),
    /// One that its first accepted commit makes.
    New(DocHead),
    /// None, or none anyone may hear of.
    Refused(ErrorCode),
}

/// Documents that a group wrote to, each with the last entry it got.
type Written = BTreeMap<DocRow, (Arc<DocMeta>, u64)>;

/// Who signed, as of now.
struct Signer<'a> {
    device: &'a DeviceEntry,
    grants: &'a Grants,
    status: Status,
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
        let dirty = written
            .into_values()
            .filter(|(doc, _)| matches!(doc.head.kind, Kind::Rsvp | Kind::Event));
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
        let mut target = self.target(&push)?;
        let mut proofs = Proofs::default();
        for commit in push.commits {
            let hash = commit.hash;
            let link = proofs.link(&commit);
            let verdict = self.commit(submission, &people, push.id, &mut target, commit)?;
            if let (Target::Stored(doc), Verdict::Accepted(receipt)) = (&target, &verdict) {
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
        proofs.store(self.writing.conn, &people, push.id)
    }

    /// Finds the document a push names. Heads are checked before anything is asked of the file.
    fn target(&mut self, push: &Prepared) -> Result<Target, StoreError> {
        if let DocName::Head(head) = &push.doc
            && !head.is_well_formed()
        {
            return Ok(Target::Refused(ErrorCode::BadId));
        }
        if let Some(doc) = self.indexes.find(self.writing.conn, push.id)? {
            return Ok(Target::Stored(doc));
        }
        let DocName::Head(head) = &push.doc else {
            return Ok(Target::Refused(ErrorCode::NotFound));
        };
        self.newcomer(head)
    }

    /// Whether a document that nobody has written to yet may come to be.
    fn newcomer(&mut self, head: &DocHead) -> Result<Target, StoreError> {
        let shared = head.owner == MemberId::RELAY;
        let about = match head.kind {
            Kind::CoachNotes => head.key.parse().ok(),
            _ => None,
        };
        let known = |member: MemberId| self.people.member(member).is_some();
        if !(shared || known(head.owner)) || about.is_some_and(|member| !known(member)) {
            return Ok(Target::Refused(ErrorCode::NotFound));
        }
        let most = if shared {
            SHARED_DOCS_MAX
        } else {
            DOCS_PER_OWNER_MAX
        };
        if head.generation != 0 {
            return Ok(Target::Refused(ErrorCode::NotFound));
        }
        if self.indexes.count_of(self.writing.conn, head.owner)? >= most {
            return Ok(Target::Refused(ErrorCode::Quota));
        }
        Ok(Target::New(head.clone()))
    }

    fn commit(
        &mut self,
        submission: usize,
        people: &People,
        id: DocId,
        target: &mut Target,
        commit: PreparedCommit,
    ) -> Result<Verdict, StoreError> {
        let refused = |refusal: Refusal| Verdict::Refused(refusal.code, refusal.path);
        let parsed = match commit.parsed {
            Ok(parsed) => parsed,
            Err(refusal) => return Ok(refused(refusal)),
        };
        let Some(signer) = signer(people, commit.device) else {
            return Ok(refused(Refusal::whole(ErrorCode::BadSignature)));
        };
        if self.judging.refusing.contains(&signer.device.row) {
            let before = verdicts::find(self.writing.conn, id, commit.hash, signer.device.row)?;
            if let Some(verdict) = before {
                return Ok(verdict);
            }
        }
        if let Target::Refused(code) = target {
            return Ok(refused(Refusal::whole(*code)));
        }
        if let Target::Stored(doc) = target
            && !doc.is_frozen
        {
            match self.known(doc, commit.hash) {
                Ok(Some(receipt)) => return Ok(Verdict::Duplicate(receipt)),
                Ok(None) => {}
                Err(StoreError::Damaged(_)) => {
                    self.freeze(doc)?;
                    return Ok(Verdict::Retry(RETRY_FROZEN_MS));
                }
                Err(error) => return Err(error),
            }
        }
        let head = match target {
            Target::Stored(doc) => &doc.head,
            Target::New(head) => head,
            Target::Refused(code) => return Ok(refused(Refusal::whole(*code))),
        };
        if let Some(verdict) = self.barred(&signer, head, id, &commit.signature, &parsed)? {
            return Ok(verdict);
        }
        if matches!(target, Target::Stored(doc) if doc.is_frozen) {
            return Ok(Verdict::Retry(RETRY_FROZEN_MS));
        }
        self.judge(submission, &signer, id, target, &commit.signature, parsed)
    }

    /// Takes nothing more into a document until a person has looked at it: what is stored of it is no good, or
    /// Automerge fails on it. Everybody else's commits go on.
    pub(super) fn freeze(&mut self, doc: &DocMeta) -> Result<(), StoreError> {
        tracing::error!(doc = %doc.id, "the document cannot be read and is frozen");
        docs::freeze(self.writing.conn, doc.row)?;
        self.indexes.forget(doc.row);
        Ok(())
    }

    /// The receipt of a change the document already has.
    fn known(&mut self, doc: &DocMeta, hash: CommitHash) -> Result<Option<Receipt>, StoreError> {
        let conn = self.writing.conn;
        let place = self.indexes.get(conn, doc)?.place_of(&hash);
        place.map(|seq| log::receipt(conn, seq)).transpose()
    }

    /// Answers who may not write to the document at all: a revoked device, someone who left, someone who never could
    /// read it (as if there were no such document), someone who no longer can.
    fn barred(
        &mut self,
        signer: &Signer<'_>,
        head: &DocHead,
        id: DocId,
        signature: &[u8; SIGNATURE_BYTES],
        parsed: &Parsed,
    ) -> Result<Option<Verdict>, StoreError> {
        if matches!(head.kind, Kind::Directory | Kind::Roster) {
            // The relay alone writes these, and never through here.
            return Ok(Some(Verdict::Refused(ErrorCode::Forbidden, String::new())));
        }
        if signer.device.revoked_at.is_some() {
            let refusal = Refusal::whole(ErrorCode::DeviceRevoked);
            return self.reject(signer, id, parsed, refusal, None).map(Some);
        }
        let audience = head.audience();
        if signer.status == Status::Active && signer.grants.reads(audience) {
            return Ok(None);
        }
        let spans = grants::spans_of(self.writing.conn, signer.device.member)?;
        if !spans.iter().any(|span| span.what == audience) {
            return Ok(Some(Verdict::Refused(ErrorCode::NotFound, String::new())));
        }
        let code = if signer.status == Status::Active {
            ErrorCode::Forbidden
        } else {
            ErrorCode::Unauthorized
        };
        self.reject(signer, id, parsed, Refusal::whole(code), Some(signature))
            .map(Some)
    }

    fn judge(
        &mut self,
        submission: usize,
        signer: &Signer<'_>,
        id: DocId,
        target: &mut Target,
        signature: &[u8; SIGNATURE_BYTES],
        parsed: Parsed,
    ) -> Result<Verdict, StoreError> {
        let mut fresh = None;
        let index = match target {
            Target::Stored(doc) => &self.indexes.get(self.writing.conn, doc)?.index,
            Target::New(head) => fresh.insert(DocIndex::new(head.clone())),
            Target::Refused(code) => return Ok(Verdict::Refused(*code, String::new())),
        };
        let author = Author {
            device: signer.device.device,
            public_key: &signer.device.public_key,
            alive: true,
            grants: signer.grants,
        };
        let hash = parsed.hash();
        let length = parsed.raw().len();
        let judged = catch_unwind(AssertUnwindSafe(|| judge_parsed(index, &author, parsed)));
        match judged {
            Ok(Judgement::Accept(accepted)) => {
                let doc = match (&*target, fresh) {
                    (Target::New(head), Some(index)) => {
                        self.indexes.add(self.writing.create(id, head)?, index)
                    }
                    (Target::Stored(doc), _) => Arc::clone(doc),
                    _ => return Err(StoreError::Damaged("index")),
                };
                *target = Target::Stored(Arc::clone(&doc));
                let indexed = self.indexes.get(self.writing.conn, &doc)?;
                let recorded = indexed.index.record(&accepted);
                recorded.map_err(|_| StoreError::Damaged("index"))?;
                indexed.note_place(self.writing.head() + 1);
                let receipt = self.writing.append(NewCommit {
                    doc: &doc,
                    device: signer.device.row,
                    hash,
                    signature,
                    change: accepted.into_parsed().into_raw(),
                    submission: Some(submission),
                })?;
                Ok(Verdict::Accepted(receipt))
            }
            Ok(Judgement::Duplicate) => Ok(Verdict::Retry(RETRY_MS)),
            Ok(Judgement::Need(missing)) => Ok(Verdict::Need(missing)),
            Ok(Judgement::Refuse(refusal)) => {
                self.record(signer.device.row, id, hash, length, &refusal, None)?;
                Ok(Verdict::Refused(refusal.code, refusal.path))
            }
            Err(_) => {
                let refusal = Refusal::whole(ErrorCode::TrialFailed);
                if let Target::Stored(doc) = target {
                    self.indexes.forget(doc.row);
                }
                self.record(signer.device.row, id, hash, length, &refusal, None)?;
                Ok(Verdict::Refused(refusal.code, refusal.path))
            }
        }
    }

    fn reject(
        &mut self,
        signer: &Signer<'_>,
        id: DocId,
        parsed: &Parsed,
        refusal: Refusal,
        held: Option<&[u8; SIGNATURE_BYTES]>,
    ) -> Result<Verdict, StoreError> {
        let kept = held.map(|signature| (signature.as_slice(), parsed.raw()));
        let (hash, length) = (parsed.hash(), parsed.raw().len());
        self.record(signer.device.row, id, hash, length, &refusal, kept)?;
        Ok(match held {
            Some(_) => Verdict::Held(refusal.code),
            None => Verdict::Refused(refusal.code, refusal.path),
        })
    }

    fn record(
        &mut self,
        device: DeviceRow,
        doc: DocId,
        hash: CommitHash,
        bytes: usize,
        refusal: &Refusal,
        held: Option<(&[u8], &[u8])>,
    ) -> Result<(), StoreError> {
        self.judging.refusing.insert(device);
        verdicts::record(
            self.writing.conn,
            &Rejected {
                doc,
                hash,
                device,
                code: refusal.code,
                path: &refusal.path,
                at: self.writing.now,
                bytes,
                held,
            },
        )
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
