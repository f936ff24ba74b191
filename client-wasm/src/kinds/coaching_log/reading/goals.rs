//! The goals of a coaching log.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingLog, Goal, GoalFields, GoalStatus};

use crate::kinds::coaching_log::GoalRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, live, page};

impl ViewReader<'_> {
    pub(crate) fn goals(&self, member: MemberId, window: Window) -> Page<GoalRow> {
        let log = self.log_or_empty(member);
        let mut goals = live(&log.goals, |goal| &goal.entry);
        goals.sort_by(|(a, x), (b, y)| {
            (x.status != GoalStatus::Open, b).cmp(&(y.status != GoalStatus::Open, a))
        });
        page(&goals, window, |(id, goal)| {
            self.goal_row(member, log, *id, goal)
        })
    }

    pub(super) fn goal_row(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        goal: &Goal,
    ) -> GoalRow {
        let head = DocHead::coaching_log(member);
        GoalRow {
            info: self.info(&head, ("goals", "title"), id, &goal.entry, &log.conflicts),
            late: goal.status == GoalStatus::Open && self.is_past(&goal.due),
            fields: GoalFields {
                title: goal.title.clone(),
                kind: goal.kind,
                target_value: goal.target_value,
                unit: goal.unit.clone(),
                due: goal.due.clone(),
                status: goal.status,
                progress_bp: goal.progress_bp,
            },
        }
    }
}
