//! What each member wrote over all documents: one person's load is bounded whatever documents it lies in. Counted in
//! memory as commits are accepted, and written down now and then.

mod saving;

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use besace_model::admission::{Parsed, declared_ops};
use besace_model::error::{ErrorCode, Refusal};
use besace_model::ids::MemberId;
use rusqlite::Connection;

use crate::limits::{MEMBER_BYTES_MAX, MEMBER_OPS_MAX};
use crate::store::StoreError;
use crate::store::spent::{self, Spent};

/// What everybody wrote.
#[derive(Debug)]
pub(super) struct Spending {
    /// The most that one member writes.
    pub(super) most: Spent,
    durable: BTreeMap<MemberId, Spent>,
    /// Of the transaction under way.
    fresh: BTreeMap<MemberId, Spent>,
    /// Whose count is not written down.
    unsaved: BTreeSet<MemberId>,
    saved_upto: u64,
}

impl Default for Spending {
    fn default() -> Self {
        Self {
            most: Spent {
                bytes: MEMBER_BYTES_MAX,
                ops: MEMBER_OPS_MAX,
            },
            durable: BTreeMap::new(),
            fresh: BTreeMap::new(),
            unsaved: BTreeSet::new(),
            saved_upto: 0,
        }
    }
}

fn spent_by(parsed: &Parsed) -> Spent {
    Spent {
        bytes: parsed.raw().len() as u64,
        ops: parsed.ops_count() as u64,
    }
}

impl Spending {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut spending = Self {
            durable: spent::all(conn)?.into_iter().collect(),
            saved_upto: spent::upto(conn)?,
            ..Self::default()
        };
        spent::changes_after(conn, spending.saved_upto, |member, change| {
            let more = Spent {
                bytes: change.len() as u64,
                ops: declared_ops(change) as u64,
            };
            spending.add(member, more);
        })?;
        spending.settle();
        Ok(spending)
    }

    fn add(&mut self, member: MemberId, more: Spent) {
        if member != MemberId::RELAY {
            let fresh = self.fresh.entry(member).or_default();
            *fresh = fresh.plus(more);
        }
    }

    /// What a member wrote.
    pub(super) fn of(&self, member: MemberId) -> Spent {
        let part =
            |part: &BTreeMap<MemberId, Spent>| part.get(&member).copied().unwrap_or_default();
        part(&self.durable).plus(part(&self.fresh))
    }

    /// Whether a member may write a change besides all others; the refusal names the limit.
    pub(super) fn check(&self, member: MemberId, parsed: &Parsed) -> Result<(), Refusal> {
        let after = self.of(member).plus(spent_by(parsed));
        let limit = match self.most {
            most if after.bytes > most.bytes => "member/bytes",
            most if after.ops > most.ops => "member/operations",
            _ => return Ok(()),
        };
        Err(Refusal::at(ErrorCode::Quota, limit.to_owned()))
    }

    /// Counts a change that was accepted, until [`Spending::settle`] or [`Spending::drop_fresh`].
    pub(super) fn count(&mut self, member: MemberId, parsed: &Parsed) {
        self.add(member, spent_by(parsed));
    }

    /// The transaction is durable.
    pub(super) fn settle(&mut self) {
        for (member, more) in mem::take(&mut self.fresh) {
            let spent = self.durable.entry(member).or_default();
            *spent = spent.plus(more);
            self.unsaved.insert(member);
        }
    }

    /// The transaction never was.
    pub(super) fn drop_fresh(&mut self) {
        self.fresh.clear();
    }
}
