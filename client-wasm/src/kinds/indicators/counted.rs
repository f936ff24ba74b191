//! What a figure counts, of the documents on this phone.

use std::cmp::Reverse;

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, Record};
use besace_model::kinds::indicators::{counted, is_counted};
use besace_model::time::year_of;
use besace_model::words;

use super::CountedRow;
use crate::search::searched;
use crate::view::{Page, Place, Window};
use crate::views::{ViewReader, page};

impl<'a> ViewReader<'a> {
    pub(super) fn counted(
        &self,
        figure: &str,
        (from, to): (&str, &str),
        window: Window,
    ) -> Page<CountedRow> {
        let year = year_of(&format!("{to}-01"));
        let mut rows: Vec<(i64, DocHead)> = counted(year, &self.today, self.counting())
            .into_iter()
            .map(|one| {
                let months = one.months.iter();
                let months = months.filter(|(month, _)| *from <= ***month && ***month <= *to);
                (months.map(|(_, it)| it.named(figure)).sum(), one.of)
            })
            .filter(|(value, _)| *value != 0)
            .collect();
        rows.sort_by_cached_key(|(value, of)| {
            (Reverse(*value), words::order(&self.called(of)), of.key.clone())
        });
        page(&rows, window, |(value, of)| CountedRow {
            place: Place::new(of, "", ""),
            label: self.called(of),
            value: *value,
        })
    }

    /// The documents that figures are counted from; a register only where the log that says the same is not here.
    fn counting(&self) -> impl Iterator<Item = (&'a DocHead, &'a Record)> {
        let docs = self.replica.docs.iter().map(|(_, doc)| doc);
        let logged = |member| self.log(member).is_some();
        docs.filter(|doc| is_counted(doc.row.head.kind))
            .filter(move |doc| {
                doc.row.head.kind != Kind::Register || !logged(doc.row.head.owner)
            })
            .filter_map(|doc| Some((&doc.row.head, doc.record()?)))
    }

    /// What a document is called: of a member's, their name.
    fn called(&self, head: &DocHead) -> String {
        if head.owner != MemberId::RELAY && head.kind != Kind::Post {
            return self.name(head.owner);
        }
        // A sheet of who was there has the name of its event.
        if head.kind == Kind::Attendance {
            let event = head.key.parse().ok().and_then(|id| self.event(id));
            return event.map(|event| event.title.clone()).unwrap_or_default();
        }
        let said = self.record(head).map(|record| searched(head.kind, record));
        let said = said.unwrap_or_default().into_iter();
        let mut named = said.filter(|one| one.key.is_empty() || one.key == head.key);
        named.next().map(|one| one.label).unwrap_or_default()
    }
}
