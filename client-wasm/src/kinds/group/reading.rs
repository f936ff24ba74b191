//! Reading groups.

mod sheet;

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::group::{About, Group};
use besace_model::words;

use super::{GroupRow, InGroup};
use crate::view::{Page, Person, Window};
use crate::views::{ViewReader, live, page};

/// A group where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Found<'a> {
    pub(crate) id: Ulid,
    pub(crate) group: &'a Group,
    pub(crate) about: &'a About,
}

impl<'a> Found<'a> {
    fn of(head: &DocHead, group: &'a Group) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let about = group.about(id)?;
        Some(Self { id, group, about })
    }

    pub(super) fn head(&self) -> DocHead {
        DocHead::group(self.id)
    }
}

impl<'a> ViewReader<'a> {
    /// The groups on this phone that stand.
    pub(crate) fn found_groups(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Group);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, Group::of(doc.record()?)?))
    }

    /// A group.
    pub(crate) fn found_group(&self, id: Ulid) -> Option<Found<'a>> {
        let head = DocHead::group(id);
        Found::of(&head, self.doc(&head)?)
    }

    /// Those that govern first, then by name.
    pub(crate) fn groups(&self, mine: bool, search: &str, window: Window) -> Page<GroupRow> {
        let mut found: Vec<Found<'_>> = self
            .found_groups()
            .filter(|it| !mine || self.in_group(it) != InGroup::Out)
            .filter(|it| {
                let said = [it.about.name.as_str(), it.about.aim.as_str()].join(" ");
                search.is_empty() || words::finds(search, &said)
            })
            .collect();
        found.sort_by_cached_key(|it| {
            let body = it.group.body.map_or(usize::MAX, |body| body as usize);
            (body, words::order(&it.about.name), it.id)
        });
        page(&found, window, |it| self.group_row(it))
    }

    /// Where the reader stands with a group.
    pub(super) fn in_group(&self, found: &Found<'_>) -> InGroup {
        let me = self.me_id();
        let asked = found.group.members.get(&me);
        if found.group.has(found.id, me) {
            InGroup::In
        } else if asked.is_some_and(|joined| joined.left_at.is_empty()) {
            InGroup::Asked
        } else {
            InGroup::Out
        }
    }

    pub(super) fn group_row(&self, found: &Found<'_>) -> GroupRow {
        let Found { id, group, about } = *found;
        let place = ("groups", "name");
        let mandates = live(&group.mandates, |it| &it.entry).into_iter();
        let open = mandates.filter(|(id, it)| !self.is_held(group, *id) && !self.is_past(&it.ends));
        GroupRow {
            info: self.info(&found.head(), place, id, &about.entry, &group.conflicts),
            name: about.name.clone(),
            sort: about.sort,
            body: group.body,
            members: self.present_in(found).len() as u32,
            mine: self.in_group(found),
            open_mandates: open.count() as u32,
        }
    }

    /// Those who are in a group and in the cooperative yet, by name.
    pub(crate) fn present_in(&self, found: &Found<'_>) -> Vec<Person> {
        let present: Vec<MemberId> = found.group.present(found.id).collect();
        self.people(present.iter().filter(|member| self.is_here(**member)))
    }

    /// Whether somebody holds a mandate who is in the cooperative yet.
    pub(super) fn is_held(&self, group: &Group, mandate: Ulid) -> bool {
        group.holders(mandate).any(|member| self.is_here(member))
    }
}
