//! What decisions take from people, noted as they take it; and taken again when an older file is opened.

use std::collections::BTreeMap;

use besace_model::ids::MemberId;
use besace_model::time::Timestamp;

use super::people::People;
use super::{Coop, CoopError, Inside};
use crate::journal::Journal;
use crate::store::covers;
use crate::store::invitations;
use crate::store::people::{self, Status};
use crate::store::revocations::{self, Entry, Record};

impl Coop {
    /// Keeps a journal from now on. What it has beyond the file was taken after the file was copied: it is taken
    /// again, and since the file is an older one for certain, a new history begins under `fresh_epoch`. How many
    /// records that were.
    ///
    /// # Errors
    /// Whatever the store or the file system say.
    pub fn keep_journal(
        &mut self,
        (mut journal, records): (Journal, Vec<Record>),
        now: Timestamp,
        fresh_epoch: u64,
    ) -> Result<usize, CoopError> {
        let known = revocations::last(self.store.conn())?;
        let mut missed = records;
        missed.retain(|record| record.number > known);
        missed.sort_by_key(|record| record.number);
        missed.dedup_by_key(|record| record.number);
        if !missed.is_empty() {
            self.write(now, |inside| inside.take_again(&missed))?;
            self.new_epoch(fresh_epoch)?;
        }
        journal.follow(self.store.conn())?;
        self.journal = Some(journal);
        Ok(missed.len())
    }

    /// Lets the journal follow the file. A decision that is durable stands: what cannot be written now is with the next
    /// one, or when the file opens.
    pub(super) fn follow(&mut self) {
        if let Some(journal) = &mut self.journal
            && let Err(error) = journal.follow(self.store.conn())
        {
            let coop = self.row.coop;
            tracing::error!(%coop, %error, "the journal of revocations could not be written");
        }
    }
}

impl Inside<'_> {
    /// Notes what a decision took and gave.
    pub(super) fn note_entries(&mut self, entries: &[Entry]) -> Result<(), CoopError> {
        Ok(revocations::note(
            self.writing.conn,
            self.writing.now,
            entries,
        )?)
    }

    /// Takes what the records took, unless it was given back later. Gives nothing: what the older file does not have
    /// stays lost until somebody decides it again.
    fn take_again(&mut self, missed: &[Record]) -> Result<(), CoopError> {
        let mut standing: BTreeMap<String, &Record> = BTreeMap::new();
        for record in missed {
            revocations::insert(self.writing.conn, record)?;
            let mut about = record.entry.words();
            about.truncate(about.rfind(' ').unwrap_or_default());
            standing.insert(about, record);
        }
        for record in standing.values() {
            self.take(record)?;
        }
        let (conn, now) = (self.writing.conn, self.writing.now);
        let detail = format!("{} records", missed.len());
        let subject = self.row.coop.as_bytes();
        people::audit(conn, now, MemberId::RELAY, "take_again", subject, &detail)?;
        // Nobody may direct now: a right that was taken is not kept because nobody else has it.
        let people = People::load(conn)?;
        let all = people.members().map(|member| member.row.member);
        self.touched.members.extend(all);
        self.writing.note_people_changed();
        self.take_people_in(people, true)
    }

    fn take(&mut self, record: &Record) -> Result<(), CoopError> {
        let conn = self.writing.conn;
        match &record.entry {
            Entry::Device(device) => people::revoke_device(conn, *device, None, record.at)?,
            Entry::Invitation(hash) => invitations::spend(conn, hash, record.at)?,
            Entry::Part(member, status @ (Status::Suspended | Status::Left)) => {
                let before = self.people.member(*member).map(|known| known.row.status);
                if before == Some(Status::Active) || *status == Status::Left {
                    people::set_status(conn, *member, *status)?;
                }
                if before.is_some() && *status == Status::Left {
                    self.release_seats(*member)?;
                }
            }
            Entry::Role(member, role, false) => people::take_role(conn, *member, *role)?,
            Entry::Coach(coach, member, false) => {
                people::set_assignment(conn, *coach, *member, false)?;
            }
            Entry::Facilitator(event, member, false) => {
                people::set_facilitator(conn, *event, *member, false)?;
            }
            Entry::Cover(cover, false) => covers::forget(conn, *cover)?,
            // Given back: it stays as the file has it.
            Entry::Part(..)
            | Entry::Role(..)
            | Entry::Coach(..)
            | Entry::Facilitator(..)
            | Entry::Cover(..) => {}
        }
        Ok(())
    }
}
