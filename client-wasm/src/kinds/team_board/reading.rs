//! Reading the team's board.

use std::cmp::Reverse;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::team_board::{
    Cover, CoverFields, TeamBoard, TeamTask, TeamTaskFields, WeekNote, WeekNoteFields,
};
use besace_model::record::{Conflict, Entry};

use super::{CoverAccess, CoverRow, TeamTaskRow, WeekNoteRow};
use crate::view::{Info, Page, Person, Window};
use crate::views::{ViewReader, live, page};

impl<'a> ViewReader<'a> {
    pub(super) fn team_board(&self) -> Option<&'a TeamBoard> {
        self.doc(&DocHead::team_board())
    }

    pub(crate) fn team_tasks(&self, mine: bool, window: Window) -> Page<TeamTaskRow> {
        let me = self.me_id();
        let board = self.team_board();
        let mut tasks = board.map_or_else(Vec::new, |it| live(&it.tasks, |task| &task.entry));
        tasks.retain(|(_, task)| !mine || task.owner == Some(me));
        tasks.sort_by_cached_key(|(id, task)| {
            let is_open = task.status.is_open();
            // What has no day comes after what has one; of what is done, the latest first.
            let due = (is_open && task.due.is_empty(), task.due.clone());
            (!is_open, is_open.then_some(due), Reverse(*id))
        });
        page(&tasks, window, |(id, task)| self.task_row(*id, task))
    }

    pub(crate) fn covers(&self, window: Window) -> Page<CoverRow> {
        let board = self.team_board();
        let mut covers = board.map_or_else(Vec::new, |it| live(&it.cover, |cover| &cover.entry));
        covers.sort_by_cached_key(|(id, cover)| (cover.until < self.today, cover.from.clone(), *id));
        page(&covers, window, |(id, cover)| self.cover_row(*id, cover))
    }

    pub(crate) fn week_notes(&self, window: Window) -> Page<WeekNoteRow> {
        let board = self.team_board();
        let mut weeks = board.map_or_else(Vec::new, |it| live(&it.weeks, |note| &note.entry));
        weeks.sort_by(|(a, x), (b, y)| (&y.week, b).cmp(&(&x.week, a)));
        page(&weeks, window, |(id, note)| self.week_row(*id, note))
    }

    /// Everybody of the team who is here.
    pub(crate) fn team_mates(&self) -> Vec<Person> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let team = listed.filter(|(_, listed)| {
            let mut roles = listed.roles.iter();
            listed.active && roles.any(|role| *role != Role::Entrepreneur)
        });
        self.people(team.map(|(member, _)| member))
    }

    /// Whether a stretch of days holds today.
    pub(super) fn is_now(&self, cover: &Cover) -> bool {
        cover.from <= self.today && self.today <= cover.until
    }

    fn named(&self, person: Option<MemberId>) -> String {
        person.map(|person| self.name(person)).unwrap_or_default()
    }

    fn on_board(&self, place: (&str, &str), id: Ulid, entry: &Entry) -> Info {
        let conflicts: &[Conflict] = self.team_board().map_or(&[], |it| &it.conflicts);
        self.info(&DocHead::team_board(), place, id, entry, conflicts)
    }

    fn task_row(&self, id: Ulid, task: &TeamTask) -> TeamTaskRow {
        TeamTaskRow {
            info: self.on_board(("tasks", "title"), id, &task.entry),
            owner_name: self.named(task.owner),
            mine: task.owner == Some(self.me_id()),
            late: task.status.is_open() && self.is_past(&task.due),
            fields: TeamTaskFields {
                title: task.title.clone(),
                owner: task.owner,
                due: task.due.clone(),
                link: task.link.clone(),
                status: task.status,
            },
        }
    }

    fn cover_row(&self, id: Ulid, cover: &Cover) -> CoverRow {
        CoverRow {
            info: self.on_board(("cover", "from"), id, &cover.entry),
            away_name: self.named(cover.away),
            backup_name: self.named(cover.backup),
            now: self.is_now(cover),
            over: cover.until < self.today,
            access: self.opened_by(cover),
            accompanied: self.accompanied_by(cover.away),
            fields: CoverFields {
                away: cover.away,
                from: cover.from.clone(),
                until: cover.until.clone(),
                backup: cover.backup,
                note: cover.note.clone(),
            },
        }
    }

    /// What an absence opens: as the relay says it, and by the directory while it is to come.
    fn opened_by(&self, cover: &Cover) -> CoverAccess {
        let listed = |member| self.directory()?.members.get(&member);
        let (Some(away), Some(backup), Some(terms)) = (
            cover.away.and_then(listed),
            cover.backup.and_then(listed),
            cover.terms(),
        ) else {
            return CoverAccess::Nothing;
        };
        let accompany = [away, backup].map(|it| it.active && it.roles.contains(&Role::Coach));
        let until = away.stand_ins.get(&terms.backup);
        if until.is_some_and(|until| *until >= cover.until && cover.from <= self.today) {
            CoverAccess::Open
        } else if accompany == [true, true] && cover.until >= self.today {
            CoverAccess::Coming
        } else {
            CoverAccess::Nothing
        }
    }

    fn accompanied_by(&self, coach: Option<MemberId>) -> u32 {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let accompanied = listed.filter(|(_, it)| coach.is_some_and(|coach| it.coaches.contains(&coach)));
        accompanied.count() as u32
    }

    fn week_row(&self, id: Ulid, note: &WeekNote) -> WeekNoteRow {
        WeekNoteRow {
            info: self.on_board(("weeks", "text"), id, &note.entry),
            fields: WeekNoteFields {
                week: note.week.clone(),
                text: note.text.clone(),
            },
        }
    }
}
