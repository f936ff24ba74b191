//! What only the relay can decide and writes itself: seats and waiting lists in the order of receipt, and the
//! directory. The decisions are the model's; here they get their facts, in the same transaction as what caused them.

use std::collections::BTreeMap;
use std::sync::Arc;

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::command::CommandError;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{DocHead, Kind};
use besace_model::kinds::seats::{Received, Terms, decide};
use besace_model::kinds::{Made, directory, event, roster, rsvp};
use besace_model::limits::ACTOR_BYTES;
use besace_model::record::{AnswerStatus, Directory, DirectoryMember};
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::Timestamp;

use super::people::People;
use super::{CoopError, Inside, stored};
use crate::store::docs::{self, DocMeta};
use crate::store::people::Status;
use crate::store::seats::{self, Standing};
use crate::store::{StoreError, snapshots};

/// Members that one change of the directory brings up to date when all do not fit.
const DIRECTORY_STEP: usize = 50;

impl Inside<'_> {
    /// Decides seats after commits to answers and events.
    pub(super) fn decide_seats(
        &mut self,
        dirty: impl Iterator<Item = (Arc<DocMeta>, u64)>,
    ) -> Result<(), CoopError> {
        let mut events: BTreeMap<Ulid, Vec<Standing>> = BTreeMap::new();
        let mut by_receipt: Vec<_> = dirty.collect();
        by_receipt.sort_by_key(|(_, seq)| *seq);
        for (doc, seq) in by_receipt {
            match doc.head.kind {
                Kind::Rsvp => {
                    for (event, standing) in self.changed_answers(&doc, seq)? {
                        events.entry(event).or_default().push(standing);
                    }
                }
                Kind::Event => {
                    if let Ok(event) = doc.head.key.parse() {
                        events.entry(event).or_default();
                    }
                }
                _ => {}
            }
        }
        for (event, answers) in events {
            self.decide_event(event, answers)?;
        }
        Ok(())
    }

    /// Forgets the answers of a member who left, and gives their seats to others.
    pub(super) fn release_seats(&mut self, member: MemberId) -> Result<(), CoopError> {
        for (event, _) in seats::of_member(self.writing.conn, member)? {
            seats::remove(self.writing.conn, event, member)?;
            self.decide_event(event, Vec::new())?;
        }
        Ok(())
    }

    /// A member's answers that differ from what is known of them.
    fn changed_answers(
        &mut self,
        doc: &DocMeta,
        seq: u64,
    ) -> Result<Vec<(Ulid, Standing)>, CoopError> {
        let member = doc.head.owner;
        let answers = self.read_guarded(doc, |doc| rsvp::read(doc).answers)?;
        let known: BTreeMap<Ulid, Standing> = seats::of_member(self.writing.conn, member)?
            .into_iter()
            .collect();
        let mut changed = Vec::new();
        for (event, answer) in answers.unwrap_or_default() {
            let before = known.get(&event);
            let same_status = before.filter(|standing| standing.status == answer.status);
            let standing = Standing {
                member,
                status: answer.status,
                for_sequence: answer.for_sequence,
                asked_seq: same_status.map_or(seq, |standing| standing.asked_seq),
            };
            if before != Some(&standing) {
                changed.push((event, standing));
            }
        }
        Ok(changed)
    }

    /// Reads a document that others wrote. Admission let it through; should Automerge fail on it all the same, it is
    /// frozen. Of a frozen one, what its last good snapshot says.
    fn read_guarded<T>(
        &mut self,
        doc: &DocMeta,
        read: impl FnOnce(&Automerge) -> T,
    ) -> Result<Option<T>, CoopError> {
        let conn = self.writing.conn;
        let upto = if doc.is_frozen {
            snapshots::find(conn, doc.row)?.map_or(0, |it| it.upto_seq)
        } else {
            u64::MAX
        };
        let loaded = stored::load(conn, doc, upto);
        match loaded.map(|doc| guarded(|| Ok(read(&doc)))) {
            Ok(Ok(answer)) => return Ok(Some(answer)),
            Ok(Err(_)) | Err(StoreError::Damaged(_)) => {}
            Err(error) => return Err(error.into()),
        }
        if !doc.is_frozen {
            self.freeze(doc)?;
        }
        Ok(None)
    }

    /// Takes in new answers to one event, decides its seats and writes its roster. Answers to an event that is not
    /// here yet are kept for when it comes.
    fn decide_event(&mut self, event: Ulid, answers: Vec<Standing>) -> Result<(), CoopError> {
        let (conn, now, coop) = (self.writing.conn, self.writing.now, self.row.coop);
        let said = match docs::find(conn, DocHead::event(event).id(coop))? {
            Some(meta) => self.read_guarded(&meta, event::read)?.flatten(),
            None => None,
        };
        let is_closed = said.as_ref().is_some_and(|said| !said.signup_open);
        for standing in answers {
            // Asked while answers are not taken: it counts from the member's next word once they are.
            if !(is_closed && standing.status == AnswerStatus::Accepted) {
                seats::put(conn, event, &standing)?;
            }
        }
        let Some(said) = said else { return Ok(()) };
        let head = DocHead::roster(event);
        let current = match self
            .relay
            .read(&mut self.writing, coop, &head, roster::read)
        {
            Err(CoopError::RelayDocument) => {
                tracing::error!(%event, "the roster cannot be read");
                return Ok(());
            }
            current => current?,
        };
        let received: Vec<Received> = seats::of_event(conn, event)?
            .into_iter()
            .filter(|standing| {
                // Once answers are no longer taken, nobody new comes in.
                said.signup_open
                    || standing.status != AnswerStatus::Accepted
                    || current.seats.contains_key(&standing.member)
            })
            .map(|standing| Received {
                member: standing.member,
                status: standing.status,
                for_sequence: standing.for_sequence,
            })
            .collect();
        let terms = Terms {
            capacity: said.capacity,
            sequence: said.sequence,
        };
        let decided = decide(terms, &current, &received, now);
        if decided == current {
            return Ok(());
        }
        let step = |doc: &mut Automerge, actor| roster::write(doc, event, &decided, now, actor);
        match self.relay.write(&mut self.writing, coop, &head, step) {
            // A roster that no longer fits must not stop everybody's commits.
            Err(CoopError::RelayDocument) => {
                tracing::error!(%event, "the roster cannot be written");
                Ok(())
            }
            other => other,
        }
    }

    /// Writes what phones need to know of people.
    pub(super) fn update_directory(&mut self, people: &People) -> Result<(), CoopError> {
        let wanted = directory_of(people, &self.row.name);
        let (now, coop) = (self.writing.now, self.row.coop);
        let step = |doc: &mut Automerge, actor| write_directory(doc, &wanted, now, actor);
        self.relay
            .write(&mut self.writing, coop, &DocHead::directory(), step)
    }
}

fn directory_of(people: &People, coop_name: &str) -> Directory {
    let mut members: SortedMap<MemberId, DirectoryMember> = people
        .members()
        .map(|member| {
            let row = &member.row;
            let entry = DirectoryMember {
                name: row.name.clone(),
                roles: member.grants.roles.clone(),
                coaches: SortedSet::new(),
                branch: row.branch.clone(),
                stage: row.stage,
                associate: row.associate,
                active: row.status == Status::Active,
                facilitates: member.grants.facilitates.clone(),
            };
            (row.member, entry)
        })
        .collect();
    for coach in people.members() {
        for member in &coach.grants.coached {
            if let Some(entry) = members.get_mut(member) {
                entry.coaches.insert(coach.row.member);
            }
        }
    }
    Directory {
        coop_name: coop_name.to_owned(),
        members,
    }
}

/// Brings the directory up to date in one change, or by a bounded number of members when all do not fit in one.
fn write_directory(
    doc: &mut Automerge,
    wanted: &Directory,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    match directory::write(doc, wanted, now, actor) {
        Err(CommandError::TooBig) => {}
        other => return other,
    }
    let mut step = directory::read(doc);
    step.coop_name.clone_from(&wanted.coop_name);
    let differs = wanted
        .members
        .iter()
        .filter(|(member, entry)| step.members.get(member) != Some(entry));
    let some: Vec<_> = differs.take(DIRECTORY_STEP).collect();
    let some: Vec<_> = some
        .into_iter()
        .map(|(member, entry)| (*member, entry.clone()))
        .collect();
    step.members.extend(some);
    directory::write(doc, &step, now, actor)
}
