//! What every reader asks first, in memory: how far the log goes, per audience too, and who reads what since when.
//! Changed by the writer after COMMIT only, so whatever it tells is durable.

mod changes;
mod places;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use besace_model::access::{Audience, Readers};
use besace_model::ids::{ID_BYTES, MemberId, Ulid};
use rusqlite::Connection;

pub(crate) use places::Look;

use super::tried::Tried;
use crate::limits::MARKS_KEPT;
use crate::store::docs::{self, AudienceRow};
use crate::store::lives::{self, Life};
use crate::store::{StoreError, grants, log};

/// The board of one cooperative.
#[derive(Debug, Clone)]
pub struct Board {
    epoch: u64,
    head: u64,
    marks: VecDeque<u32>,
    lives: Vec<Life>,
    audiences: BTreeMap<AudienceRow, Audience>,
    rows: BTreeMap<Audience, AudienceRow>,
    heads: BTreeMap<AudienceRow, u64>,
    readers: BTreeMap<MemberId, Reading>,
    by_audience: BTreeMap<AudienceRow, BTreeSet<MemberId>>,
    tried: Tried,
}

/// What one member reads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    /// Audiences read now, each since which entry.
    pub(crate) open: BTreeMap<AudienceRow, u64>,
    /// The last entry that changed it.
    pub(crate) changed: u64,
}

impl Board {
    /// Reads the board from the file.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(conn: &Connection, epoch: u64) -> Result<Self, StoreError> {
        let head = log::head(conn)?;
        let audiences: BTreeMap<_, _> = docs::audiences(conn)?.into_iter().collect();
        let mut readers: BTreeMap<MemberId, Reading> = BTreeMap::new();
        let mut by_audience: BTreeMap<AudienceRow, BTreeSet<MemberId>> = BTreeMap::new();
        for (member, audience, since) in grants::open_spans(conn)? {
            by_audience.entry(audience).or_default().insert(member);
            readers
                .entry(member)
                .or_default()
                .open
                .insert(audience, since);
        }
        for (member, seq) in grants::last_changes(conn)? {
            readers.entry(member).or_default().changed = seq;
        }
        Ok(Self {
            epoch,
            head,
            marks: log::marks_after(conn, head.saturating_sub(MARKS_KEPT as u64))?.into(),
            lives: lives::all(conn)?,
            rows: audiences.iter().map(|(row, it)| (*it, *row)).collect(),
            audiences,
            heads: log::heads(conn)?.into_iter().collect(),
            readers,
            by_audience,
            tried: Tried::load(conn)?,
        })
    }

    /// The last entry.
    #[must_use]
    pub fn head(&self) -> u64 {
        self.head
    }

    /// The history's name.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The last entry that concerns a member.
    #[must_use]
    pub fn head_of(&self, member: MemberId) -> u64 {
        self.readers.get(&member).map_or(0, |reading| {
            reading
                .open
                .keys()
                .filter_map(|row| self.heads.get(row))
                .copied()
                .fold(reading.changed, u64::max)
        })
    }

    /// Whether a member reads an audience.
    #[must_use]
    pub fn reads(&self, member: MemberId, audience: AudienceRow) -> bool {
        self.readers
            .get(&member)
            .is_some_and(|reading| reading.open.contains_key(&audience))
    }

    /// Members who read an audience.
    #[must_use]
    pub fn readers_of(&self, audience: AudienceRow) -> &BTreeSet<MemberId> {
        static NOBODY: BTreeSet<MemberId> = BTreeSet::new();
        self.by_audience.get(&audience).unwrap_or(&NOBODY)
    }

    /// How far each document may be served.
    pub(crate) fn tried(&self) -> &Tried {
        &self.tried
    }

    /// How many documents are frozen.
    #[must_use]
    pub fn frozen(&self) -> usize {
        self.tried.frozen()
    }

    pub(crate) fn reading(&self, member: MemberId) -> Option<&Reading> {
        self.readers.get(&member)
    }

    pub(crate) fn audience(&self, row: AudienceRow) -> Option<Audience> {
        self.audiences.get(&row).copied()
    }

    /// The audiences of a row of the table.
    pub(crate) fn rows_of(
        &self,
        readers: Readers,
    ) -> impl Iterator<Item = (Audience, AudienceRow)> {
        let (first, last) = (Ulid([0; ID_BYTES]), Ulid([u8::MAX; ID_BYTES]));
        let rows = self.rows.range(readers.about(first)..=readers.about(last));
        rows.map(|(audience, row)| (*audience, *row))
    }

    pub(crate) fn row(&self, audience: Audience) -> Option<AudienceRow> {
        self.rows.get(&audience).copied()
    }

    pub(crate) fn audience_head(&self, row: AudienceRow) -> u64 {
        self.heads.get(&row).copied().unwrap_or(0)
    }
}
