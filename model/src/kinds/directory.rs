//! Names, roles and assignments of those who take part. The relay alone writes; phones work out from it what they may do.
//! Where members stand on their path, and who left, is the team's to know (see `membership`).

use automerge::Automerge;

use crate::access::{Grants, Readers, Role, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Fetched, Kind, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::projection::Relayed;
use crate::sorted::SortedSet;

mod record;
mod writing;

pub use record::{Directory, DirectoryMember, Stage};
pub use writing::write;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Directory>()),
    fetched: Fetched::First,
    is_told: false,
    ..Spec::of_members(Named::Once, Readers::Everyone)
};

impl DocHead {
    /// The directory of a cooperative.
    #[must_use]
    pub fn directory() -> Self {
        Self::new(Kind::Directory, MemberId::RELAY, String::new())
    }
}

/// A document's content.
pub type Content = Directory;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["directory", "members"]
    rules {
        set("directory/coop_name", Value::Str(LINE_BYTES_MAX), Who::Relay),
        clearable("members/{member}", Value::Map, Who::Relay),
        set("members/{member}/name", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("members/{member}/roles", Value::Map, Who::Relay),
        clearable("members/{member}/roles/{tag}", Value::Bool, Who::Relay),
        set("members/{member}/coaches", Value::Map, Who::Relay),
        clearable("members/{member}/coaches/{member}", Value::Bool, Who::Relay),
        set("members/{member}/branch", Value::Str(LINE_BYTES_MAX), Who::Relay),
        clearable("members/{member}/stage", Value::Choice(Stage::WORDS), Who::Relay),
        clearable("members/{member}/associate", Value::Bool, Who::Relay),
        set("members/{member}/active", Value::Bool, Who::Relay),
        set("members/{member}/facilitates", Value::Map, Who::Relay),
        clearable("members/{member}/facilitates/{ulid}", Value::Bool, Who::Relay),
        set("members/{member}/stand_ins", Value::Map, Who::Relay),
        clearable("members/{member}/stand_ins/{member}", Value::Date, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Directory {
    let tree = Tree::read(doc, no_rank);
    Directory {
        coop_name: tree.map("directory").string("coop_name"),
        members: tree
            .map("members")
            .entries()
            .map(|(id, map)| (id, member(map)))
            .collect(),
    }
}

fn member(map: Map<'_>) -> DirectoryMember {
    let roles: SortedSet<String> = map.set("roles");
    DirectoryMember {
        name: map.string("name"),
        roles: roles.iter().filter_map(|word| Role::parse(word)).collect(),
        coaches: map.set("coaches"),
        branch: map.string("branch"),
        stage: Stage::parse(map.word("stage")),
        associate: map.flag("associate").unwrap_or(false),
        active: map.flag("active").unwrap_or(false),
        facilitates: map.set("facilitates"),
        stand_ins: map.map("stand_ins").words(),
    }
}

/// What the directory lets a member do; nothing for one it does not name or who left.
#[must_use]
pub fn grants_of(directory: &Directory, member: MemberId) -> Grants {
    let active = directory.members.get(&member).filter(|entry| entry.active);
    let accompanies = |(id, entry): &(&MemberId, &DirectoryMember)| {
        entry.coaches.contains(&member) || stand_in(directory, member, **id).is_some()
    };
    Grants {
        member,
        roles: active.map(|entry| entry.roles.clone()).unwrap_or_default(),
        coached: directory
            .members
            .iter()
            .filter(|_| active.is_some())
            .filter(accompanies)
            .map(|(id, _)| *id)
            .collect(),
        facilitates: active
            .map(|entry| entry.facilitates.clone())
            .unwrap_or_default(),
    }
}

/// For whom somebody accompanies a member now, since they are away, and the last day of that; `None` where they accompany
/// them anyway, or not at all.
#[must_use]
pub fn stand_in(
    directory: &Directory,
    backup: MemberId,
    member: MemberId,
) -> Option<(MemberId, &str)> {
    let coaches = &directory.members.get(&member)?.coaches;
    if coaches.contains(&backup) || backup == member {
        return None;
    }
    let away = coaches.iter().filter_map(|coach| {
        let away = directory.members.get(coach)?;
        let is_coach = away.active && away.roles.contains(&Role::Coach);
        let until = away.stand_ins.get(&backup).filter(|_| is_coach)?;
        Some((*coach, until.as_str()))
    });
    away.max_by_key(|(_, until)| *until)
}
