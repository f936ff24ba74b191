//! Reading journals: what stands in one, and what of it the relay has not carried there from the activity yet.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::journal::{Journal, JournalEntry};
use besace_model::record::Conflict;

use super::JournalRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};

/// A line where it stands.
struct Line<'a> {
    head: DocHead,
    id: Ulid,
    entry: &'a JournalEntry,
    conflicts: &'a [Conflict],
}

impl ViewReader<'_> {
    pub(crate) fn journal(&self, member: MemberId, year: u16, window: Window) -> Page<JournalRow> {
        let mut all = self.lines(member, year);
        all.retain(|line| stands(&line.entry.entry));
        all.sort_by(|a, b| (&b.entry.date, b.id).cmp(&(&a.entry.date, a.id)));
        page(&all, window, |line| self.journal_row(line))
    }

    /// How many lines stand in a year's journal.
    pub(crate) fn journal_count(&self, member: MemberId, year: u16) -> usize {
        let lines = self.lines(member, year);
        lines.iter().filter(|line| stands(&line.entry.entry)).count()
    }

    /// A line, removed or not.
    pub(crate) fn journal_line(&self, member: MemberId, year: u16, id: Ulid) -> Option<JournalRow> {
        let lines = self.lines(member, year);
        let line = lines.iter().find(|line| line.id == id)?;
        Some(self.journal_row(line))
    }

    fn lines(&self, member: MemberId, year: u16) -> Vec<Line<'_>> {
        let own = DocHead::journal(member, year);
        let own_lines = self.doc::<Journal>(&own);
        let before = DocHead::activity(member, year);
        let before_lines = self.activity(member, year);
        let own_conflicts = own_lines.map_or(&[][..], |it| &it.conflicts);
        let lines = own_lines.map(|it| &it.journal).into_iter().flatten();
        let lines = lines.map(|(id, entry)| Line {
            head: own.clone(),
            id: *id,
            entry,
            conflicts: own_conflicts,
        });
        let mut lines: Vec<_> = lines.collect();
        let conflicts = before_lines.map_or(&[][..], |it| &it.conflicts);
        for (id, entry) in before_lines.map(|it| &it.journal).into_iter().flatten() {
            if !lines.iter().any(|line| line.id == *id) {
                lines.push(Line {
                    head: before.clone(),
                    id: *id,
                    entry,
                    conflicts,
                });
            }
        }
        lines
    }

    fn journal_row(&self, line: &Line<'_>) -> JournalRow {
        let entry = &line.entry;
        JournalRow {
            info: self.info(
                &line.head,
                ("journal", "date"),
                line.id,
                &entry.entry,
                line.conflicts,
            ),
            date: entry.date.clone(),
            text: entry.text.clone(),
        }
    }
}
