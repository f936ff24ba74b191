//! Reading opportunities.

mod outcome;
mod sheet;

use std::cmp::Reverse;

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::opportunity::{
    Opportunity, OpportunityAction, OpportunityActionStatus, OpportunityFile, OpportunityKind,
    OpportunityOrder, OpportunityStatus,
};
use besace_model::words;

use super::OpportunityRow;
use crate::entry::shorten;
use crate::view::actions::ActionItem;
use crate::view::{Page, Place, Window};
use crate::views::{ViewReader, live, page, stands};

/// An opportunity where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: Ulid,
    pub(super) file: &'a OpportunityFile,
    pub(super) said: &'a Opportunity,
}

impl<'a> Found<'a> {
    fn of(head: &DocHead, file: &'a OpportunityFile) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let said = file.opportunities.get(&id)?;
        Some(Self { id, file, said })
    }

    pub(super) fn head(&self) -> DocHead {
        DocHead::opportunity(self.id)
    }
}

/// Whether an action is to do or under way.
pub(super) fn is_open(action: &OpportunityAction) -> bool {
    action.status != OpportunityActionStatus::Done
}

impl<'a> ViewReader<'a> {
    /// The opportunities on this phone that stand.
    pub(super) fn found_opportunities(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Opportunity);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, OpportunityFile::of(doc.record()?)?))
            .filter(|it| stands(&it.said.entry))
    }

    pub(super) fn opportunities(
        &self,
        search: &str,
        (kind, status): (Option<OpportunityKind>, Option<OpportunityStatus>),
        order: OpportunityOrder,
        window: Window,
    ) -> Page<OpportunityRow> {
        let mut found: Vec<Found<'_>> = self
            .found_opportunities()
            .filter(|it| kind.is_none_or(|kind| it.said.kind == kind))
            .filter(|it| status.is_none_or(|status| it.file.status == status))
            .filter(|it| self.is_about_opportunity(it, search))
            .collect();
        found.sort_by_key(|it| {
            let deadline = (it.said.deadline.is_empty(), it.said.deadline.as_str());
            let first = match order {
                OpportunityOrder::Ratio => Reverse(ratio(it.file)),
                _ => Reverse(None),
            };
            let by_deadline = order != OpportunityOrder::Latest;
            (first, by_deadline.then_some(deadline), Reverse(it.id))
        });
        page(&found, window, |it| self.opportunity_row(it))
    }

    fn is_about_opportunity(&self, found: &Found<'_>, search: &str) -> bool {
        if search.is_empty() {
            return true;
        }
        let creator = found.said.entry.created_by;
        let name = creator.map(|by| self.name(by)).unwrap_or_default();
        let text = [found.said.title.as_str(), &found.said.body, &name];
        words::finds(search, &text.join(" "))
    }

    /// What is open of what is done about opportunities.
    pub(super) fn opportunity_actions(&self) -> Vec<ActionItem> {
        let open = self.found_opportunities().flat_map(|it| {
            let actions = live(&it.file.actions, |action| &action.entry);
            let open = actions.into_iter().filter(|(_, action)| is_open(action));
            open.map(move |action| (it, action))
        });
        open.map(|(it, (id, action))| ActionItem {
            label: shorten(&action.text),
            about: it.said.title.clone(),
            owner: action.owner,
            owner_name: action.owner.map(|who| self.name(who)).unwrap_or_default(),
            due: action.due.clone(),
            late: self.is_past(&action.due),
            doing: action.status == OpportunityActionStatus::Doing,
            place: Place::new(&it.head(), "actions", &id.to_string()),
        })
        .collect()
    }
}

/// What would change for the effort, to compare by; none while it is not weighed.
fn ratio(file: &OpportunityFile) -> Option<i64> {
    /// What any effort from 1 to 5 divides.
    const WHOLE: i64 = 60;
    Some(file.impact? * WHOLE / file.effort?.max(1))
}
