//! The team's board as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Day, Field, HolderOnce, Kept, Line, Name, OpenDay, Person, Prose, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

words! {
    /// Where a task of the team stands.
    TaskStatus {
        /// To do.
        Todo = "todo",
        /// Under way.
        Doing = "doing",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

impl TaskStatus {
    /// Whether somebody still has it to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Todo | Self::Doing)
    }
}

entry! {
    /// Something the team has to do.
    TeamTask in "tasks" by Team, as TeamTaskFields / TeamTaskChanges {
        /// What.
        title: Name,
        /// Who does it.
        owner: Person,
        /// By when; empty when open.
        due: OpenDay,
        /// What belongs to it: an address, a place, a reference.
        link: Line,
        /// Where it stands.
        status: Word<TaskStatus>,
    }
}

entry! {
    /// Somebody of the team is away, and somebody stands in for them.
    Cover in "cover" by HolderOrDirector, as CoverFields / CoverChanges {
        /// Who is away: said once, as it is announced.
        away: HolderOnce,
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
        /// Who stands in for them.
        backup: Person,
        /// What to know meanwhile.
        note: Line,
    }
}

entry! {
    /// What the team tells itself of a week.
    WeekNote in "weeks" by Team, as WeekNoteFields / WeekNoteChanges {
        /// A day of the week, its Monday where the app writes it.
        week: Day,
        /// In words.
        text: Prose,
    }
}

/// The team's board.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct TeamBoard {
    /// Tasks.
    pub tasks: SortedMap<Ulid, TeamTask>,
    /// Who is away when, and who stands in for them.
    pub cover: SortedMap<Ulid, Cover>,
    /// Notes by week.
    pub weeks: SortedMap<Ulid, WeekNote>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for TeamBoard {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    fn holder(&self, path: &[&str]) -> Option<MemberId> {
        match path {
            ["cover", id, ..] => self.cover.get(&id.parse().ok()?)?.away,
            _ => None,
        }
    }
}
