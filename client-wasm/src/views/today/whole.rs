//! What waits whatever its kind: refused work, fields to check, texts to read again.

use besace_model::plain::Value;

use crate::kinds::Wait;
use crate::view::today::{Pressing, WaitingItem, WholeWait};
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(super) fn wait_refused(&self, waiting: &mut Vec<WaitingItem>) {
        for row in self.replica.refused.values() {
            waiting.push(WaitingItem {
                why: Wait::Whole {
                    word: WholeWait::Refused,
                },
                pressing: Pressing::Wrong,
                label: Value::parse(row.command.as_bytes())
                    .map(|command| self.command_label(&command))
                    .unwrap_or_default(),
                member: Some(row.head.owner),
                who: self.name(row.head.owner),
                due: String::new(),
                place: None,
            });
        }
    }

    /// What a command is about, in its own words: its fields stand at the top or one level below.
    fn command_label(&self, command: &Value) -> String {
        let nested = command
            .as_object()
            .into_iter()
            .flat_map(|map| map.values())
            .find(|value| value.as_object().is_some());
        let own = crate::entry::label(command);
        if own.is_empty() {
            nested.map(crate::entry::label).unwrap_or_default()
        } else {
            own
        }
    }

    pub(super) fn wait_conflicts(&self, waiting: &mut Vec<WaitingItem>) {
        for (id, head, record, conflict) in self.all_conflicts() {
            let item = self.conflict_item(id, head, record, conflict);
            if item.may_settle {
                waiting.push(WaitingItem {
                    why: Wait::Whole {
                        word: WholeWait::Conflict,
                    },
                    pressing: Pressing::Wrong,
                    label: item.label,
                    member: Some(item.owner),
                    who: item.owner_name,
                    due: String::new(),
                    place: Some(item.place),
                });
            }
        }
    }

    pub(super) fn wait_rereads(&self, waiting: &mut Vec<WaitingItem>) {
        for (id, head, row) in self.all_rereads() {
            let item = self.reread_item(id, head, row);
            waiting.push(WaitingItem {
                why: Wait::Whole {
                    word: WholeWait::Reread,
                },
                pressing: Pressing::Wrong,
                label: item.label,
                member: Some(item.owner),
                who: item.owner_name,
                due: String::new(),
                place: Some(item.place),
            });
        }
    }
}
