//! What every reader asks first, in memory: how far the log goes, per audience too, and who reads what since when.
//! Changed by the writer after COMMIT only, so whatever it tells is durable.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use besace_model::access::{Audience, Readers};
use besace_model::ids::{ID_BYTES, MemberId, Ulid};
use besace_model::kind::KindSet;
use besace_model::wire::Cursor;
use rusqlite::Connection;

use super::cursor::Position;
use super::page::Ask;
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

/// What a phone's cursor means now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    /// Nothing that this member reads is newer.
    Nothing,
    /// There may be something.
    Read(Position),
    /// The cursor is of another history, or ahead of this one: start over.
    Restart(Position),
    /// Too old to be checked in memory: the entry's mark, as its life says it, is to be that of the cursor.
    CheckMark(Position, u32),
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

    pub(super) fn tried_mut(&mut self) -> &mut Tried {
        &mut self.tried
    }

    /// How many documents are frozen.
    #[must_use]
    pub fn frozen(&self) -> usize {
        self.tried.frozen()
    }

    /// A cursor at a place whose mark is known.
    #[must_use]
    pub fn cursor_of(&self, seq: u64, mark: u32, kinds: KindSet) -> Cursor {
        Position {
            epoch: self.epoch,
            seq,
            mark: mark ^ self.life_of(seq),
            work: None,
            kinds: Some(kinds),
        }
        .encode()
    }

    /// The mark of the last entry.
    #[must_use]
    pub fn mark_at_head(&self) -> u32 {
        self.marks.back().copied().unwrap_or(0)
    }

    /// A cursor that says everything of these kinds up to `seq` is there.
    #[must_use]
    pub fn cursor_at(&self, seq: u64, kinds: KindSet) -> Cursor {
        self.cursor_of(seq, self.mark(seq).unwrap_or(0), kinds)
    }

    pub(crate) fn position_at(&self, seq: u64) -> Position {
        Position {
            epoch: self.epoch,
            seq,
            mark: self.mark(seq).unwrap_or(0) ^ self.life_of(seq),
            work: None,
            kinds: None,
        }
    }

    /// The name of the life that wrote an entry; 0 of those from before lives were noted. A cursor remembers it with the
    /// entry's mark: after a restore, a commit that is pushed again may take the place it had, over others before it.
    fn life_of(&self, seq: u64) -> u32 {
        let begun = self.lives.partition_point(|life| life.after < seq);
        let life = begun.checked_sub(1).and_then(|at| self.lives.get(at));
        life.map_or(0, |life| life.name)
    }

    /// Takes in that a life began.
    pub(crate) fn begin_life(&mut self, life: Life) {
        self.lives.retain(|known| known.after != life.after);
        self.lives.push(life);
    }

    /// The mark of an entry, while it is in memory; place 0 has mark 0.
    pub(crate) fn mark(&self, seq: u64) -> Option<u32> {
        if seq == 0 {
            return Some(0);
        }
        let back = usize::try_from(self.head.checked_sub(seq)?).ok()?;
        let index = self.marks.len().checked_sub(back + 1)?;
        self.marks.get(index).copied()
    }

    /// What a phone's cursor means now, and what the commit it knows to be accepted says of this log. Memory only: a
    /// witness older than what memory holds is looked up when the page is read.
    pub(crate) fn look(&self, ask: &Ask<'_>) -> Look {
        let cursor = ask.cursor;
        let look = self.look_at(ask.member, cursor, ask.kinds);
        let Some(witness) = ask.witness else {
            return look;
        };
        if witness.seq > self.head {
            return Look::Restart(self.position_at(0));
        }
        match (self.mark(witness.seq), look) {
            (Some(mark), _) if mark != witness.mark => Look::Restart(self.position_at(0)),
            (None, Look::Nothing) => match cursor.and_then(Position::decode) {
                Some(position) if position.seq < witness.seq => Look::Read(position),
                _ => Look::Nothing,
            },
            (_, look) => look,
        }
    }

    fn look_at(&self, member: MemberId, cursor: Option<&Cursor>, kinds: KindSet) -> Look {
        let Some(cursor) = cursor else {
            return Look::Read(self.position_at(0));
        };
        let fresh = self.position_at(0);
        let Some(position) = Position::decode(cursor) else {
            return Look::Restart(fresh);
        };
        let upto = position
            .work
            .as_ref()
            .map_or(position.seq, |work| work.upto);
        if position.epoch != self.epoch || upto > self.head || position.seq > upto {
            return Look::Restart(fresh);
        }
        let life = self.life_of(upto);
        match self.mark(upto) {
            Some(mark) if mark ^ life != position.mark => Look::Restart(fresh),
            None => Look::CheckMark(position, life),
            Some(_) if position.work.is_some() => Look::Read(position),
            // The app was replaced: what it knows now, or no more, is not what it has.
            Some(_) if KindSet::said(position.kinds) != kinds => Look::Read(position),
            Some(_) if position.seq == self.head => Look::Nothing,
            Some(_) if self.head_of(member) <= position.seq => Look::Nothing,
            Some(_) => Look::Read(position),
        }
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

    /// Takes in a committed entry.
    pub(crate) fn push(&mut self, seq: u64, mark: u32, audience: Option<AudienceRow>) {
        self.head = seq;
        self.marks.push_back(mark);
        if self.marks.len() > MARKS_KEPT {
            self.marks.pop_front();
        }
        if let Some(audience) = audience {
            self.heads.insert(audience, seq);
        }
    }

    /// Takes in a committed audience.
    pub(crate) fn add_audience(&mut self, row: AudienceRow, audience: Audience) {
        self.audiences.insert(row, audience);
        self.rows.insert(audience, row);
    }

    /// Takes in a committed change of what a member reads.
    pub(crate) fn set_reading(
        &mut self,
        member: MemberId,
        seq: u64,
        gained: &[AudienceRow],
        lost: &[AudienceRow],
    ) {
        let reading = self.readers.entry(member).or_default();
        for row in lost {
            reading.open.remove(row);
            if let Some(members) = self.by_audience.get_mut(row) {
                members.remove(&member);
            }
        }
        for row in gained {
            reading.open.insert(*row, seq);
            self.by_audience.entry(*row).or_default().insert(member);
        }
        reading.changed = seq;
    }
}
