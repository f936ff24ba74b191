//! What the writer changes on the board after COMMIT.

use besace_model::access::Audience;
use besace_model::ids::MemberId;

use super::Board;
use crate::coop::tried::Tried;
use crate::limits::MARKS_KEPT;
use crate::store::docs::AudienceRow;
use crate::store::lives::Life;

impl Board {
    pub(in crate::coop) fn tried_mut(&mut self) -> &mut Tried {
        &mut self.tried
    }

    /// Takes in that a life began.
    pub(crate) fn begin_life(&mut self, life: Life) {
        self.lives.retain(|known| known.after != life.after);
        self.lives.push(life);
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
