//! One member: what is stored of them, and what they may do.

use std::collections::BTreeSet;

use besace_model::access::{Audience, Grants, Role};
use besace_model::ids::MemberId;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::store::covers::{self, StandIns};
use crate::store::people::{MemberRow, Status};
use crate::store::{StoreError, person};

/// One member with what they may do.
#[derive(Debug, Clone)]
pub struct Member {
    /// Their row.
    pub row: MemberRow,
    /// What they may do while active.
    pub grants: Grants,
    /// Who accompanies them.
    pub coaches: BTreeSet<MemberId>,
    /// Who accompanies now whom they accompany, since they are away, and the end of that.
    pub stand_ins: StandIns,
    /// Until when their last unused invitation is open, if there is one.
    pub invited_until: Option<Timestamp>,
}

impl Member {
    pub(super) fn new(row: MemberRow) -> Self {
        let grants = Grants {
            member: row.member,
            ..Grants::relay()
        };
        Self {
            row,
            grants,
            coaches: BTreeSet::new(),
            stand_ins: StandIns::new(),
            invited_until: None,
        }
    }

    /// Reads one.
    pub(super) fn load(conn: &Connection, id: MemberId) -> Result<Option<Self>, StoreError> {
        let Some(row) = person::member(conn, id)? else {
            return Ok(None);
        };
        let mut member = Self::new(row);
        member.grants.roles = person::roles(conn, id)?.into_iter().collect();
        member.grants.coached = person::coached(conn, id)?.into_iter().collect();
        member.grants.coached.extend(covers::covered(conn, id)?);
        member.stand_ins = covers::stand_ins(conn, id)?;
        member.grants.facilitates = person::facilitates(conn, id)?.into_iter().collect();
        member.coaches = person::coaches(conn, id)?.into_iter().collect();
        member.invited_until = person::invited_until(conn, id)?;
        Ok(Some(member))
    }

    /// Whether they read an audience: only who takes part reads anything.
    pub(in crate::coop) fn reads(&self, audience: Audience) -> bool {
        self.row.status == Status::Active && self.grants.reads(audience)
    }

    /// Their roles.
    pub(in crate::coop) fn roles(&self) -> BTreeSet<Role> {
        self.grants.roles.iter().copied().collect()
    }

    /// Whether they direct the cooperative: they take part, and have the role.
    #[must_use]
    pub fn directs(&self) -> bool {
        self.row.status == Status::Active && self.grants.has(Role::Director)
    }

    /// What decides what they read: nobody's reading changes while this does not.
    pub(in crate::coop) fn rights(&self) -> (Status, &Grants) {
        (self.row.status, &self.grants)
    }
}
