//! A group in full.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::group::{
    GroupAction, GroupActionFields, GroupFields, Mandate, MandateFields, Minutes, MinutesFields,
};
use besace_model::words;

use super::Found;
use crate::kinds::group::{
    CandidateRow, GroupActionRow, GroupSheet, MandateRow, MinutesRow,
};
use crate::views::{ViewReader, live};

impl ViewReader<'_> {
    pub(crate) fn group_sheet(&self, id: Ulid) -> Option<GroupSheet> {
        let found = self.found_group(id)?;
        let (group, about) = (found.group, found.about);
        let asked = group.members.iter().filter(|(member, joined)| {
            joined.left_at.is_empty() && !group.has(id, **member) && self.is_here(**member)
        });
        let mut mandates: Vec<MandateRow> = live(&group.mandates, |it| &it.entry)
            .into_iter()
            .map(|(id, mandate)| self.mandate_row(&found, id, mandate))
            .collect();
        mandates.sort_by_cached_key(|row| {
            (row.over, !row.holders.is_empty(), words::order(&row.fields.title), row.info.id)
        });
        let mut minutes: Vec<MinutesRow> = live(&group.minutes, |it| &it.entry)
            .into_iter()
            .map(|(id, minutes)| self.minutes_row(&found, id, minutes))
            .collect();
        minutes.sort_by(|a, b| (&b.fields.day, b.info.id).cmp(&(&a.fields.day, a.info.id)));
        let head = found.head();
        Some(GroupSheet {
            row: self.group_row(&found),
            fields: GroupFields {
                name: about.name.clone(),
                sort: about.sort,
                aim: about.aim.clone(),
                by_approval: about.by_approval,
                opportunity: about.opportunity,
            },
            members: self.present_in(&found),
            asking: self.people(asked.map(|(member, _)| member)),
            mandates,
            minutes,
            actions: self.group_actions(&found),
            facilitators: self.facilitators_of(id),
            may_set_body: self.may_write(&head, &["founded", "body"]),
            may_consult: self.may_consult(id),
        })
    }

    /// Whether the reader may ask those who are in a group.
    pub(crate) fn may_consult(&self, group: Ulid) -> bool {
        let grants = &self.replica.grants;
        grants.has(besace_model::access::Role::Director) || grants.facilitates.contains(&group)
    }

    pub(in crate::kinds::group) fn mandate_row(
        &self,
        found: &Found<'_>,
        id: Ulid,
        mandate: &Mandate,
    ) -> MandateRow {
        let head = found.head();
        let key = id.to_string();
        let all = found.group.candidates.get(&id).into_iter().flatten();
        let standing = all.filter(|(member, one)| one.stands() && self.is_here(**member));
        let mut candidates: Vec<CandidateRow> = standing
            .clone()
            .filter(|(_, one)| !one.holds())
            .map(|(member, one)| {
                let named = member.to_string();
                let path = ["mandates", &key, "candidates", &named, "given_at"];
                CandidateRow {
                    member: *member,
                    name: self.name(*member),
                    at: one.at.clone(),
                    may_give: self.may_write(&head, &path),
                }
            })
            .collect();
        candidates.sort_by_cached_key(|row| (words::order(&row.name), row.member));
        let holders: Vec<MemberId> = standing
            .clone()
            .filter(|(_, one)| one.holds())
            .map(|(member, _)| *member)
            .collect();
        let place = ("mandates", "title");
        let conflicts = &found.group.conflicts;
        MandateRow {
            info: self.info(&head, place, id, &mandate.entry, conflicts),
            fields: MandateFields {
                title: mandate.title.clone(),
                duties: mandate.duties.clone(),
                starts: mandate.starts.clone(),
                ends: mandate.ends.clone(),
            },
            holders: self.people(&holders),
            candidates,
            mine: standing.clone().any(|(member, _)| *member == self.me_id()),
            over: self.is_past(&mandate.ends),
        }
    }

    fn minutes_row(&self, found: &Found<'_>, id: Ulid, minutes: &Minutes) -> MinutesRow {
        let (place, conflicts) = (("minutes", "title"), &found.group.conflicts);
        MinutesRow {
            info: self.info(&found.head(), place, id, &minutes.entry, conflicts),
            fields: MinutesFields {
                day: minutes.day.clone(),
                title: minutes.title.clone(),
                body: minutes.body.clone(),
            },
        }
    }

    /// What is to be done first, by its day.
    pub(in crate::kinds::group) fn group_actions(&self, found: &Found<'_>) -> Vec<GroupActionRow> {
        let mut rows: Vec<GroupActionRow> = live(&found.group.actions, |it| &it.entry)
            .into_iter()
            .map(|(id, action)| self.group_action(found, id, action))
            .collect();
        rows.sort_by(|a, b| {
            let key = |row: &GroupActionRow| {
                let due = &row.fields.due;
                (row.is_done, due.is_empty(), due.clone(), row.info.id)
            };
            key(a).cmp(&key(b))
        });
        rows
    }

    fn group_action(&self, found: &Found<'_>, id: Ulid, action: &GroupAction) -> GroupActionRow {
        let (place, conflicts) = (("actions", "text"), &found.group.conflicts);
        GroupActionRow {
            info: self.info(&found.head(), place, id, &action.entry, conflicts),
            fields: GroupActionFields {
                text: action.text.clone(),
                owner: action.owner,
                due: action.due.clone(),
                done: action.done,
            },
            owner_name: action.owner.map(|owner| self.name(owner)).unwrap_or_default(),
            mine: action.owner == Some(self.me_id()),
            is_done: found.group.is_done(id),
        }
    }
}
