//! The leads of a year.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::activity::{Activity, Lead, LeadFields, LeadStage};

use crate::kinds::activity::LeadRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};

impl ViewReader<'_> {
    pub(crate) fn leads(
        &self,
        member: MemberId,
        year: u16,
        stage: Option<LeadStage>,
        window: Window,
    ) -> Page<LeadRow> {
        let head = DocHead::activity(member, year);
        let activity = self.activity_or_empty(member, year);
        let mut all: Vec<_> = activity
            .pipeline
            .iter()
            .filter(|(_, lead)| {
                stands(&lead.entry) && stage.is_none_or(|stage| lead.stage == stage)
            })
            .collect();
        // Open ones first, by date; those without a date after those with one.
        all.sort_by(|(a, x), (b, y)| {
            let order = |lead: &Lead| (!is_open(lead), lead.due.is_empty(), lead.due.clone());
            order(x).cmp(&order(y)).then(b.cmp(a))
        });
        page(&all, window, |(id, lead)| {
            self.lead_row(&head, activity, **id, lead)
        })
    }

    pub(super) fn lead_row(
        &self,
        head: &DocHead,
        activity: &Activity,
        id: Ulid,
        lead: &Lead,
    ) -> LeadRow {
        LeadRow {
            info: self.info(
                head,
                ("pipeline", "title"),
                id,
                &lead.entry,
                &activity.conflicts,
            ),
            fields: LeadFields {
                title: lead.title.clone(),
                contact: lead.contact.clone(),
                amount_cents: lead.amount_cents,
                stage: lead.stage,
                next_step: lead.next_step.clone(),
                due: lead.due.clone(),
            },
            late: is_open(lead) && self.is_past(&lead.due),
        }
    }
}

/// Whether a lead is neither won nor lost.
pub(crate) fn is_open(lead: &Lead) -> bool {
    matches!(lead.stage, LeadStage::Lead | LeadStage::QuoteSent)
}
