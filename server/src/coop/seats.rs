//! What only the relay can decide and writes itself: seats and waiting lists in the order of receipt, and the
//! directory. The decisions are the model's; here they get their facts, in the same transaction as what caused them.

use automerge::Automerge;
use besace_model::command::CommandError;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::DocHead;
use besace_model::kinds::seats::{Received, Terms, decide};
use besace_model::kinds::{Made, directory, roster};
use besace_model::limits::ACTOR_BYTES;
use besace_model::record::{AnswerStatus, Directory, DirectoryMember};
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::Timestamp;

use super::people::People;
use super::{CoopError, Inside, answers};
use crate::limits::{ANSWERS_PER_STEP, SEATS_PER_STEP};
use crate::store::people::Status;
use crate::store::seats;

/// Members that one change of the directory brings up to date when all do not fit.
const DIRECTORY_STEP: usize = 50;

impl Inside<'_> {
    /// Decides the seats whose time has come, a bounded number at a time: the first event in any case.
    pub(super) fn decide_due(&mut self) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        let mut looked = 0;
        for _ in 0..SEATS_PER_STEP {
            let due = seats::first_due(conn)?.filter(|(_, at)| answers::is_due(*at, now));
            let Some((event, _)) = due.filter(|_| looked < ANSWERS_PER_STEP) else {
                break;
            };
            looked += self.decide_event(event)?;
        }
        self.judging.seats_due = seats::next_due(conn)?;
        Ok(())
    }

    /// Takes in the answers to one event that count from now on, decides its seats and writes its roster; how many
    /// answers were looked at. Answers to an event that is not here yet are kept for when it comes.
    fn decide_event(&mut self, event: Ulid) -> Result<usize, CoopError> {
        let (conn, now, coop) = (self.writing.conn, self.writing.now, self.row.coop);
        let said = self.terms_of(event)?;
        let mut looked = self.count_due(event, said)?;
        let Some(said) = said else { return Ok(looked) };
        let head = DocHead::roster(event);
        let current = match self
            .relay
            .read(&mut self.writing, coop, &head, roster::read)
        {
            Err(CoopError::RelayDocument) => {
                tracing::error!(%event, "the roster cannot be read");
                return Ok(looked);
            }
            current => current?,
        };
        let standing = seats::of_event(conn, event)?;
        looked += standing.len();
        let received: Vec<Received> = standing
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
            return Ok(looked);
        }
        let step = |doc: &mut Automerge, actor| roster::write(doc, event, &decided, now, actor);
        match self.relay.write(&mut self.writing, coop, &head, step) {
            // A roster that no longer fits must not stop everybody's commits.
            Err(CoopError::RelayDocument) => {
                tracing::error!(%event, "the roster cannot be written")
            }
            other => other?,
        }
        Ok(looked)
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
