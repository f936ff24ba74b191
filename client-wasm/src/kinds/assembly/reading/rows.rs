//! What an assembly holds, in rows.

use besace_model::kinds::assembly::{
    AgendaFields, AssemblyDocumentFields, Count, ResolutionFields,
};

use super::Found;
use crate::kinds::assembly::{AgendaRow, AssemblyDocumentRow, ResolutionRow};
use crate::views::{ViewReader, live};

impl ViewReader<'_> {
    /// In order.
    pub(super) fn agenda_rows(&self, found: &Found<'_>) -> Vec<AgendaRow> {
        let all = live(&found.said.agenda, |it| &it.entry).into_iter();
        let (head, conflicts) = (found.head(), &found.said.conflicts);
        let mut rows: Vec<AgendaRow> = all
            .map(|(id, item)| AgendaRow {
                info: self.info(&head, ("agenda", "title"), id, &item.entry, conflicts),
                fields: AgendaFields {
                    rank: item.rank,
                    title: item.title.clone(),
                    details: item.details.clone(),
                },
            })
            .collect();
        rows.sort_by_key(|row| (row.fields.rank, row.info.id));
        rows
    }

    pub(super) fn document_rows(&self, found: &Found<'_>) -> Vec<AssemblyDocumentRow> {
        let all = live(&found.said.documents, |it| &it.entry).into_iter();
        let (head, conflicts) = (found.head(), &found.said.conflicts);
        all.map(|(id, document)| AssemblyDocumentRow {
            info: self.info(&head, ("documents", "title"), id, &document.entry, conflicts),
            fields: AssemblyDocumentFields {
                title: document.title.clone(),
                link: document.link.clone(),
            },
        })
        .collect()
    }

    pub(super) fn resolution_rows(
        &self,
        found: &Found<'_>,
        may_write: bool,
    ) -> Vec<ResolutionRow> {
        let all = live(&found.said.resolutions, |it| &it.entry).into_iter();
        let (head, conflicts) = (found.head(), &found.said.conflicts);
        all.map(|(id, resolution)| {
            let locked = found.said.counts.get(&id) == Some(&Count::Locked);
            let has_votes = resolution.votes_for + resolution.votes_against > 0;
            ResolutionRow {
                info: self.info(&head, ("resolutions", "title"), id, &resolution.entry, conflicts),
                fields: ResolutionFields {
                    title: resolution.title.clone(),
                    body: resolution.body.clone(),
                    majority: resolution.majority,
                    votes_for: resolution.votes_for,
                    votes_against: resolution.votes_against,
                    votes_abstain: resolution.votes_abstain,
                },
                locked,
                adopted: resolution.is_adopted(),
                may_lock: may_write && !locked && has_votes,
            }
        })
        .collect()
    }
}
