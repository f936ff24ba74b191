//! Who reads what: brought in line with decisions about people, and with audiences that come to be.

mod reading;

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::access::Audience;
use besace_model::ids::{CommitHash, MemberId};
use sha2::{Digest, Sha256};

use super::{ReaderChange, Step, Writing};
use crate::coop::people::{Member, People};
use crate::store::docs::{self, AudienceRow};
use crate::store::{StoreError, grants, log};

impl Writing<'_> {
    /// The row of an audience, if there is one.
    pub(in crate::coop) fn known_audience(&self, audience: Audience) -> Option<AudienceRow> {
        let known = self.board.row(audience);
        known.or_else(|| self.audiences.get(&audience).copied())
    }

    /// The row of an audience. One that comes to be is given at once to everybody who reads it.
    pub(in crate::coop) fn audience(
        &mut self,
        audience: Audience,
    ) -> Result<AudienceRow, StoreError> {
        if let Some(row) = self.known_audience(audience) {
            return Ok(row);
        }
        let row = self.make(audience)?;
        let gains = self.gains(&[(audience, row)], &BTreeSet::new());
        self.change_readers(gains)?;
        Ok(row)
    }

    fn make(&mut self, audience: Audience) -> Result<AudienceRow, StoreError> {
        let row = docs::insert_audience(self.conn, audience)?;
        self.audiences.insert(audience, row);
        self.steps.push(Step::Audience(row, audience));
        Ok(row)
    }

    /// Brings the readers' spans in line with everybody, whatever the program did that wrote the file: another one may have
    /// other audiences.
    pub(in crate::coop) fn regrant_all(&mut self) -> Result<(), StoreError> {
        let people = std::mem::take(&mut self.people);
        let everybody = people.members().map(|member| member.row.member).collect();
        self.regrant(&people, &everybody)
    }

    /// Brings the readers' spans in line with a decision that touched some members: one entry of the log for all that
    /// changed.
    pub(in crate::coop) fn regrant(
        &mut self,
        people: &Arc<People>,
        touched: &BTreeSet<MemberId>,
    ) -> Result<(), StoreError> {
        let before = std::mem::replace(&mut self.people, Arc::clone(people));
        let about = touched.iter().flat_map(|owner| Audience::of_member(*owner));
        let mut made = Vec::new();
        for audience in Audience::shared().chain(about) {
            if self.known_audience(audience).is_none() {
                made.push((audience, self.make(audience)?));
            }
        }
        // Only the rights of who was touched can be others than before.
        let was = |member: &Member| before.member(member.row.member).map(Member::rights);
        let members = touched.iter().filter_map(|id| people.member(*id));
        let others = members
            .filter(|member| was(member) != Some(member.rights()))
            .filter_map(|member| self.change_of(member));
        let mut changes: Vec<_> = others.collect();
        let changed = changes.iter().map(|change| change.member).collect();
        changes.extend(self.gains(&made, &changed));
        self.change_readers(changes)
    }

    /// Writes what changes for readers: one entry of the log for all.
    fn change_readers(&mut self, mut changes: Vec<ReaderChange>) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        changes.sort_by_key(|change| change.member);
        let seq = self.head + 1;
        let mut token = Sha256::new();
        token.update(self.board.epoch().to_be_bytes());
        token.update(seq.to_be_bytes());
        token.update(self.now.0.to_be_bytes());
        for change in &changes {
            token.update(change.member.as_bytes());
            for row in &change.lost {
                token.update(row.to_be_bytes());
                grants::take(self.conn, change.member, *row, seq)?;
            }
            for row in &change.gained {
                token.update(row.to_be_bytes());
                grants::give(self.conn, change.member, *row, seq)?;
            }
        }
        let token = token.finalize().into();
        log::append_readers(self.conn, seq, token, self.now)?;
        self.head = seq;
        self.steps.push(Step::Readers {
            seq,
            mark: CommitHash(token).mark(),
            changes,
        });
        Ok(())
    }
}
