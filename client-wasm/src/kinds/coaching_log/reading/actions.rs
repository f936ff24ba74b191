//! The actions of a coaching log.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::ContentOf;
use besace_model::kinds::coaching_log::{Action, ActionFields, ActionStatus, CoachingLog};

use crate::entry::shorten;
use crate::kinds::coaching_log::ActionRow;
use crate::view::actions::ActionItem;
use crate::view::{Page, Place, Window};
use crate::views::{ViewReader, live, page};

impl<'a> ViewReader<'a> {
    /// Open actions first, by date; those without a date after those with one.
    pub(crate) fn actions_in_order(&self, member: MemberId) -> Vec<(Ulid, &'a Action)> {
        let mut actions = live(&self.log_or_empty(member).actions, |action| &action.entry);
        let order = |action: &Action| (!is_open(action), action.due.is_empty(), action.due.clone());
        actions.sort_by(|(a, x), (b, y)| order(x).cmp(&order(y)).then(b.cmp(a)));
        actions
    }

    pub(crate) fn actions(&self, member: MemberId, window: Window) -> Page<ActionRow> {
        let log = self.log_or_empty(member);
        page(&self.actions_in_order(member), window, |(id, action)| {
            self.action_row(member, log, *id, action)
        })
    }

    /// What is open in the logs on this phone.
    pub(crate) fn actions_of_logs(&self) -> Vec<ActionItem> {
        let docs = self.replica.docs.iter();
        let logs = docs.filter_map(|(_, doc)| {
            let log = CoachingLog::of(doc.record()?)?;
            Some((&doc.row.head, log))
        });
        let all = logs.flat_map(|(head, log)| {
            let actions = live(&log.actions, |action| &action.entry);
            let open = actions.into_iter().filter(|(_, action)| is_open(action));
            open.map(move |action| (head, action))
        });
        all.map(|(head, (id, action))| ActionItem {
            label: shorten(&action.text),
            about: self.name(head.owner),
            owner: action.owner,
            owner_name: action.owner.map(|who| self.name(who)).unwrap_or_default(),
            due: action.due.clone(),
            late: self.is_past(&action.due),
            doing: action.status == ActionStatus::Doing,
            place: Place::new(head, "actions", &id.to_string()),
        })
        .collect()
    }

    pub(super) fn action_row(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        action: &Action,
    ) -> ActionRow {
        let head = DocHead::coaching_log(member);
        ActionRow {
            info: self.info(
                &head,
                ("actions", "status"),
                id,
                &action.entry,
                &log.conflicts,
            ),
            member,
            owner_name: action.owner.map(|who| self.name(who)).unwrap_or_default(),
            mine: action.owner == Some(self.me_id()),
            late: is_open(action) && self.is_past(&action.due),
            fields: ActionFields {
                text: action.text.clone(),
                owner: action.owner,
                due: action.due.clone(),
                status: action.status,
                session: action.session,
                goal: action.goal,
            },
        }
    }
}

/// Whether an action is to do or under way.
pub(crate) fn is_open(action: &Action) -> bool {
    matches!(action.status, ActionStatus::Todo | ActionStatus::Doing)
}
