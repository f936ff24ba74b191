//! What of groups waits for the reader: their own actions, who asks to join, mandates to stand for and to give.

use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::reading::Found;
use super::{InGroup, MandateRow};
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::actions::ActionItem;
use crate::view::today::{Pressing, WaitingItem};
use crate::view::{Person, Place};
use crate::views::{ViewReader, live};

/// Why a group waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum GroupWait {
    /// I do it.
    Action,
    /// Somebody asks to be in it.
    Joining,
    /// Somebody stands for a mandate, and I may give it.
    Candidate,
    /// Nobody stands for a mandate yet.
    Mandate,
}

impl ViewReader<'_> {
    pub(crate) fn groups_wait(&self) -> Vec<WaitingItem> {
        let found = self.found_groups();
        found.flat_map(|it| self.group_waits(&it)).collect()
    }

    /// What is to be done in groups that the reader reads.
    pub(crate) fn groups_actions(&self) -> Vec<ActionItem> {
        let open = self.found_groups().flat_map(|found| {
            let actions = self.group_actions(&found).into_iter();
            let open = actions.filter(|action| !action.is_done);
            open.map(move |action| (found, action))
        });
        open.map(|(found, action)| ActionItem {
            label: shorten(&action.fields.text),
            about: found.about.name.clone(),
            owner: action.fields.owner,
            owner_name: action.owner_name,
            late: self.is_past(&action.fields.due),
            due: action.fields.due,
            doing: false,
            place: Place::new(&found.head(), "actions", &action.info.id.to_string()),
        })
        .collect()
    }

    fn group_waits(&self, found: &Found<'_>) -> Vec<WaitingItem> {
        let mut items = Vec::new();
        let item = |word, label: &str, due: &str, who: &[Person], at: (&str, &str)| {
            self.group_waits_at(found, (word, at), label, due, who)
        };
        for action in self.group_actions(found) {
            if action.mine && !action.is_done {
                let id = action.info.id.to_string();
                let (text, due) = (&action.fields.text, &action.fields.due);
                let mut own = item(GroupWait::Action, text, due, &[], ("actions", &id));
                if self.is_past(due) {
                    own.pressing = Pressing::Late;
                }
                items.push(own);
            }
        }
        if found.about.by_approval {
            items.extend(self.asking_in(found).map(|(asking, since)| {
                item(GroupWait::Joining, &found.about.name, &since, &asking, ("", ""))
            }));
        }
        for (id, mandate) in live(&found.group.mandates, |it| &it.entry) {
            let row = self.mandate_row(found, id, mandate);
            let key = id.to_string();
            let place = ("mandates", key.as_str());
            match self.mandate_waits(found, &row) {
                Some(GroupWait::Candidate) => {
                    let word = GroupWait::Candidate;
                    let since = row.candidates.first().map_or("", |it| it.at.as_str());
                    let who = self.people(row.candidates.iter().map(|it| &it.member));
                    items.push(item(word, &row.fields.title, since, &who, place));
                }
                Some(word) => {
                    let mut open = item(word, &row.fields.title, "", &[], place);
                    open.pressing = Pressing::Later;
                    items.push(open);
                }
                None => {}
            }
        }
        items
    }

    fn group_waits_at(
        &self,
        found: &Found<'_>,
        (word, (collection, id)): (GroupWait, (&str, &str)),
        label: &str,
        due: &str,
        who: &[Person],
    ) -> WaitingItem {
        let names: Vec<&str> = who.iter().map(|person| person.name.as_str()).collect();
        WaitingItem {
            why: Wait::Group { word },
            pressing: self.near(due),
            label: shorten(label),
            member: who.first().map(|person| person.member),
            who: if names.is_empty() {
                found.about.name.clone()
            } else {
                names.join(", ")
            },
            due: due.to_owned(),
            place: Some(Place::new(&found.head(), collection, id)),
        }
    }

    /// Those who ask to be in a group, and since when, where the reader may agree.
    fn asking_in(&self, found: &Found<'_>) -> Option<(Vec<Person>, String)> {
        let all = found.group.members.iter();
        let head = found.head();
        let asking: Vec<_> = all
            .filter(|(member, joined)| {
                let named = member.to_string();
                joined.left_at.is_empty()
                    && joined.approved_at.is_empty()
                    && self.is_here(**member)
                    && self.may_write(&head, &["members", &named, "approved_at"])
            })
            .collect();
        let since = asking.iter().map(|(_, joined)| joined.at.clone()).min()?;
        Some((self.people(asking.into_iter().map(|(member, _)| member)), since))
    }

    fn mandate_waits(&self, found: &Found<'_>, row: &MandateRow) -> Option<GroupWait> {
        if row.over || !row.holders.is_empty() {
            return None;
        }
        if row.candidates.iter().any(|one| one.may_give) {
            return Some(GroupWait::Candidate);
        }
        let is_in = self.in_group(found) == InGroup::In;
        (is_in && row.candidates.is_empty()).then_some(GroupWait::Mandate)
    }
}
