//! Places of the log: the cursor and the mark that stand for one, and where a phone's own cursor puts it.

use besace_model::ids::MemberId;
use besace_model::kind::KindSet;
use besace_model::wire::Cursor;

use super::Board;
use crate::coop::cursor::Position;
use crate::coop::page::Ask;

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
}
