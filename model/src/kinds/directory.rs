//! Names, roles and assignments of the cooperative. The relay alone writes; phones work out from it what they may do.

use automerge::Automerge;

use super::change::{Context, Made, Writer, write as write_change};
use super::tree::{Map, Tree, no_rank};
use super::{LINE_BYTES_MAX, table};
use crate::command::CommandError;
use crate::ids::MemberId;
use crate::kind::{DocHead, Grants, Role, Who};
use crate::limits::ACTOR_BYTES;
use crate::record::{Directory, DirectoryMember, Stage};
use crate::rules::{Table, Value, clearable, set};
use crate::sorted::SortedSet;
use crate::time::Timestamp;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["directory", "members"]
    rules {
        set("directory/coop_name", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("members/{member}", Value::Map, Who::Relay),
        set("members/{member}/name", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("members/{member}/roles", Value::Map, Who::Relay),
        clearable("members/{member}/roles/{tag}", Value::Bool, Who::Relay),
        set("members/{member}/coaches", Value::Map, Who::Relay),
        clearable("members/{member}/coaches/{member}", Value::Bool, Who::Relay),
        set("members/{member}/branch", Value::Str(LINE_BYTES_MAX), Who::Relay),
        clearable("members/{member}/stage", Value::Choice(Stage::WORDS), Who::Relay),
        set("members/{member}/associate", Value::Bool, Who::Relay),
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

/// Brings the directory to what the relay's tables say, touching only what differs. A member it no longer names is
/// marked as gone.
///
/// # Errors
/// [`CommandError::NoChange`] when it already says so, [`CommandError::Invalid`] for a name that does not fit,
/// [`CommandError::TooBig`] for more than one change takes: write several hundred members in several steps.
pub fn write(
    doc: &mut Automerge,
    directory: &Directory,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<Made, CommandError> {
    let context = Context {
        author: &Grants::relay(),
        now,
    };
    write_change(doc, &DocHead::directory(), &context, actor, |writer| {
        put_directory(writer, directory)
    })
}

fn put_directory(writer: &mut Writer<'_>, directory: &Directory) -> Result<(), CommandError> {
    let coop = writer.top("directory")?;
    writer.put_line(&coop, "coop_name", &directory.coop_name)?;
    let members = writer.top("members")?;
    for key in writer.keys(&members) {
        let stays = key
            .parse()
            .is_ok_and(|id| directory.members.contains_key(&id));
        if let Some(place) = writer.open(&members, &key)?
            && !stays
        {
            writer.put(&place, "active", false)?;
        }
    }
    for (id, member) in &directory.members {
        let place = writer.open_or_make(&members, &id.to_string())?;
        let roles = member
            .roles
            .iter()
            .map(|role| role.as_str().to_owned())
            .collect();
        let coaches = member.coaches.iter().map(ToString::to_string).collect();
        writer.put_line(&place, "name", &member.name)?;
        writer.set(&place, "roles", &roles)?;
        writer.set(&place, "coaches", &coaches)?;
        writer.put_line(&place, "branch", &member.branch)?;
        writer.put_or_clear(&place, "stage", member.stage.map(Stage::as_str))?;
        writer.put(&place, "associate", member.associate)?;
        writer.put(&place, "active", member.active)?;
        // Hardly anyone does: an empty map for each would double a small entry.
        if !member.facilitates.is_empty() || writer.open(&place, "facilitates")?.is_some() {
            let events = member.facilitates.iter().map(ToString::to_string).collect();
            writer.set(&place, "facilitates", &events)?;
        }
    }
    Ok(())
}
