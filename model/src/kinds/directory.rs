//! Names, roles and assignments of those who take part. The relay alone writes; phones work out from it what they may do.
//! Where members stand on their path, and who left, is the team's to know (see `membership`).

use automerge::Automerge;

use crate::access::{Grants, Readers, Role, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, Made, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::limits::ACTOR_BYTES;
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{self, Own, Relayed};
use crate::sorted::SortedMap;

use crate::doc::rules::{Table, Value, clearable, set};
use crate::sorted::SortedSet;
use crate::time::Timestamp;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::decided::<Directory>()),
    fetched: Fetched::First,
    is_told: false,
    ..Spec::of_members(Named::Once, Readers::Everyone)
};

words! {
    /// Where a member stands on their path through the cooperative.
    Stage {
        /// First contact.
        Prospect = "prospect",
        /// Diagnostic talks.
        Diagnosis = "diagnosis",
        /// Testing under a CAPE.
        Cape = "cape",
        /// Employed entrepreneur (CESA).
        Cesa = "cesa",
        /// Pre-2016 contract.
        CdiEs = "cdi_es",
        /// Left.
        Exited = "exited",
    }
}

impl Stage {
    /// Whether the member is employed by the cooperative, which then owes them two interviews a year.
    #[must_use]
    pub const fn is_under_contract(self) -> bool {
        matches!(self, Self::Cesa | Self::CdiEs)
    }
}

/// The directory: names, roles and assignments, written by the relay.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Directory {
    /// The cooperative's name.
    pub coop_name: String,
    /// Its members.
    pub members: SortedMap<MemberId, DirectoryMember>,
}

/// A member in the directory.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct DirectoryMember {
    /// The name shown.
    pub name: String,
    /// Their roles.
    pub roles: SortedSet<Role>,
    /// Their coaches.
    pub coaches: SortedSet<MemberId>,
    /// The branch.
    pub branch: String,
    /// Where they stand, as relays of before told everyone.
    pub stage: Option<Stage>,
    /// Whether they are associates, as they told everyone.
    pub associate: bool,
    /// Whether they are still here: relays of before kept those who left.
    pub active: bool,
    /// Events they facilitate without being in the team.
    pub facilitates: SortedSet<Ulid>,
}

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

impl Said for Directory {}

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
    }
}

/// What the directory lets a member do; nothing for one it does not name or who left.
#[must_use]
pub fn grants_of(directory: &Directory, member: MemberId) -> Grants {
    let active = directory.members.get(&member).filter(|entry| entry.active);
    Grants {
        member,
        roles: active.map(|entry| entry.roles.clone()).unwrap_or_default(),
        coached: directory
            .members
            .iter()
            .filter(|(_, entry)| active.is_some() && entry.coaches.contains(&member))
            .map(|(id, _)| *id)
            .collect(),
        facilitates: active
            .map(|entry| entry.facilitates.clone())
            .unwrap_or_default(),
    }
}

/// Brings what the directory says of some members (`None`: who left) to what the relay's tables say, touching only what
/// differs, and leaves the others as they are. Takes as many `members` as one change holds: call it again until nothing changes.
///
/// # Errors
/// [`CommandError::NoChange`] when it says so of all of them already, [`CommandError::Invalid`] for a name that does not
/// fit.
pub fn write(
    doc: &mut Automerge,
    coop_name: &str,
    members: &mut dyn Iterator<Item = (MemberId, Option<&DirectoryMember>)>,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    projection::write(doc, &DocHead::directory(), now, actor, |writer| {
        put(writer, coop_name, members)
    })
}

impl Own for Directory {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let mut members = self.members.iter().map(|(id, member)| (*id, Some(member)));
        put(writer, &self.coop_name, &mut members)
    }
}

fn put(
    writer: &mut ChangeWriter<'_>,
    coop_name: &str,
    members: &mut dyn Iterator<Item = (MemberId, Option<&DirectoryMember>)>,
) -> Result<(), CommandError> {
    let coop = writer.top("directory")?;
    writer.put_line(&coop, "coop_name", coop_name)?;
    let all = writer.top("members")?;
    while !writer.is_full()
        && let Some((id, member)) = members.next()
    {
        let id = id.to_string();
        let Some(member) = member else {
            writer.clear(&all, &id)?;
            continue;
        };
        let place = writer.open_or_make(&all, &id)?;
        put_member(writer, &place, member)?;
    }
    Ok(())
}

fn put_member(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    member: &DirectoryMember,
) -> Result<(), CommandError> {
    let roles = member.roles.iter().map(|role| role.as_str().to_owned());
    let coaches = member.coaches.iter().map(ToString::to_string);
    writer.put_line(place, "name", &member.name)?;
    writer.set(place, "roles", &roles.collect())?;
    writer.set(place, "coaches", &coaches.collect())?;
    writer.put_line(place, "branch", &member.branch)?;
    writer.clear(place, "stage")?;
    writer.clear(place, "associate")?;
    writer.put(place, "active", member.active)?;
    // Hardly anyone does: an empty map for each would double a small entry.
    if !member.facilitates.is_empty() || writer.open(place, "facilitates")?.is_some() {
        let events = member.facilitates.iter().map(ToString::to_string);
        writer.set(place, "facilitates", &events.collect())?;
    }
    Ok(())
}
