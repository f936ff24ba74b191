//! Reading assemblies.

mod rows;
mod sheet;

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::assembly::{Assembly, AssemblyStatus, NOTICE_DAYS, Sitting};
use besace_model::time::{DAY_MS, Timestamp};

use super::{AssemblyRow, Notice};
use crate::view::{Page, Window};
use crate::views::{ViewReader, local_day, page};

/// An assembly where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: Ulid,
    pub(super) said: &'a Assembly,
    pub(super) sitting: &'a Sitting,
}

impl<'a> Found<'a> {
    fn of(head: &DocHead, said: &'a Assembly) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let sitting = said.sitting(id)?;
        Some(Self { id, said, sitting })
    }

    pub(super) fn head(&self) -> DocHead {
        DocHead::assembly(self.id)
    }

    /// The last day on which its notice may be sent.
    pub(super) fn notice_by(&self) -> String {
        let starts = Timestamp::parse_rfc3339(&self.sitting.starts_at);
        starts.map_or_else(String::new, |at| at.plus_ms(-NOTICE_DAYS * DAY_MS).local_date())
    }
}

impl<'a> ViewReader<'a> {
    pub(super) fn found_assemblies(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Assembly);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, Assembly::of(doc.record()?)?))
    }

    pub(super) fn found_assembly(&self, id: Ulid) -> Option<Found<'a>> {
        let head = DocHead::assembly(id);
        Found::of(&head, self.doc(&head)?)
    }

    /// Those to come in order, then those past, the latest first.
    pub(crate) fn assemblies(&self, window: Window) -> Page<AssemblyRow> {
        let all = self.found_assemblies();
        let (mut past, mut coming): (Vec<_>, Vec<_>) =
            all.partition(|it| self.is_past(&local_day(&it.sitting.starts_at)));
        let key = |it: &Found<'_>| (it.sitting.starts_at.clone(), it.id);
        coming.sort_by_key(key);
        past.sort_by_key(key);
        past.reverse();
        coming.extend(past);
        page(&coming, window, |it| self.assembly_row(it))
    }

    pub(super) fn assembly_row(&self, found: &Found<'_>) -> AssemblyRow {
        let Found { id, said, sitting } = *found;
        let place = ("assemblies", "title");
        let is_past = self.is_past(&local_day(&sitting.starts_at));
        AssemblyRow {
            info: self.info(&found.head(), place, id, &sitting.entry, &said.conflicts),
            title: sitting.title.clone(),
            starts_at: sitting.starts_at.clone(),
            place: sitting.place.clone(),
            status: said.status,
            over: is_past && said.status == AssemblyStatus::Convened,
        }
    }

    /// Whether its notice came in time.
    pub(super) fn notice(&self, found: &Found<'_>) -> Notice {
        let (sent, by) = (&found.sitting.notice_sent, found.notice_by());
        match (sent.is_empty(), self.is_past(&by)) {
            (false, _) if *sent > by => Notice::Late,
            (false, _) => Notice::Sent,
            (true, true) => Notice::Missing,
            (true, false) => Notice::ToCome,
        }
    }
}
