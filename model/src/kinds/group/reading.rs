//! A group as it is read from its document, and what it says all in all.

use automerge::Automerge;

use super::{About, Body, Candidate, Group, GroupAction, Joined, Mandate, Minutes};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::ids::{MemberId, Ulid};
use crate::sorted::SortedMap;

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Group {
    let tree = Tree::read(doc, no_rank);
    let founded = tree.map("founded");
    Group {
        groups: tree.map("groups").read(About::read),
        founder: founded.id("by"),
        body: Body::parse(founded.word("body")),
        members: each(tree.map("members"), joined),
        mandates: tree.map("mandates").read(Mandate::read),
        candidates: tree
            .map("mandates")
            .entries()
            .map(|(id, map)| (id, each(map.map("candidates"), candidate)))
            .collect(),
        minutes: tree.map("minutes").read(Minutes::read),
        actions: tree.map("actions").read(GroupAction::read),
        ticks: tree
            .map("actions")
            .entries()
            .map(|(id, map)| (id, ticks(map.map("ticks"))))
            .collect(),
        conflicts: tree.conflicts(doc),
    }
}

fn each<E>(map: Map<'_>, read: fn(Map<'_>) -> E) -> SortedMap<MemberId, E> {
    map.entries().map(|(id, map)| (id, read(map))).collect()
}

fn joined(map: Map<'_>) -> Joined {
    Joined {
        at: map.string("at"),
        left_at: map.string("left_at"),
        approved_at: map.string("approved_at"),
    }
}

fn candidate(map: Map<'_>) -> Candidate {
    Candidate {
        at: map.string("at"),
        withdrawn_at: map.string("withdrawn_at"),
        given_at: map.string("given_at"),
    }
}

fn ticks(map: Map<'_>) -> SortedMap<MemberId, String> {
    let ticked = map
        .names()
        .filter_map(|key| Some((key.parse().ok()?, map.string(key))));
    ticked.collect()
}

impl Group {
    /// What it says about itself; `None` while it is nobody's, or put away.
    #[must_use]
    pub fn about(&self, group: Ulid) -> Option<&About> {
        let about = self.groups.get(&group)?;
        (about.entry.removed_at.is_empty() && self.founder.is_some()).then_some(about)
    }

    /// Whether a member is in it: they joined, did not leave, and where that is asked somebody agreed.
    #[must_use]
    pub fn has(&self, group: Ulid, member: MemberId) -> bool {
        let by_approval = self.about(group).is_some_and(|about| about.by_approval);
        let joined = self.members.get(&member);
        joined.is_some_and(|joined| {
            let agreed = !by_approval || !joined.approved_at.is_empty();
            agreed && !joined.at.is_empty() && joined.left_at.is_empty()
        })
    }

    /// Those who are in it.
    pub fn present(&self, group: Ulid) -> impl Iterator<Item = MemberId> {
        let all = self.members.keys().copied();
        all.filter(move |member| self.has(group, *member))
    }

    /// Those who hold a mandate.
    pub fn holders(&self, mandate: Ulid) -> impl Iterator<Item = MemberId> {
        let all = self.candidates.get(&mandate).into_iter().flatten();
        all.filter(|(_, one)| one.holds())
            .map(|(member, _)| *member)
    }

    /// Whether an action is done: somebody who holds the group says so, or the one who does it ticked it.
    #[must_use]
    pub fn is_done(&self, action: Ulid) -> bool {
        let Some(said) = self.actions.get(&action) else {
            return true;
        };
        let ticks = self.ticks.get(&action);
        said.done
            || said
                .owner
                .is_some_and(|owner| ticks.is_some_and(|it| it.contains_key(&owner)))
    }
}
