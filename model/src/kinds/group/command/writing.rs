//! What the commands about a group write.

use super::GroupCommand;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kinds::group::{
    Body, GroupActionChanges, GroupChanges, GroupFields, MandateChanges, MinutesChanges,
};

impl GroupCommand {
    pub(super) fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::FoundGroup { id, group } => found(writer, *id, group),
            Self::EditGroup { id, changes } => entry::edit(writer, *id, changes),
            Self::SetGroupBody { id, body } => {
                writer.entry("groups", *id)?;
                let founded = writer.top("founded")?;
                writer.put_or_clear(&founded, "body", body.map(Body::as_str))
            }
            Self::JoinGroup { id, joins } => join(writer, *id, *joins),
            Self::ApproveInGroup {
                member, approved, ..
            } => {
                let members = writer.top("members")?;
                let place = named(writer, &members, *member)?;
                writer.put_since(&place, "approved_at", *approved)
            }
            Self::AddMandate { id, mandate, .. } => {
                entry::add::<MandateChanges>(writer, *id, &mandate.clone().into())?;
                let place = writer.entry("mandates", *id)?;
                writer.open_or_make(&place, "candidates").map(drop)
            }
            Self::EditMandate { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::StandForMandate { id, stands, .. } => stand(writer, *id, *stands),
            Self::GiveMandate {
                id, member, given, ..
            } => {
                let candidates = within(writer, "mandates", *id, "candidates")?;
                let place = named(writer, &candidates, *member)?;
                let is_back = !writer.string(&place, "withdrawn_at").is_empty();
                if *given && is_back {
                    return Err(CommandError::NoSuchEntry);
                }
                writer.put_since(&place, "given_at", *given)
            }
            Self::AddMinutes { id, minutes, .. } => {
                entry::add::<MinutesChanges>(writer, *id, &minutes.clone().into())
            }
            Self::EditMinutes { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddGroupAction { id, action, .. } => {
                entry::add::<GroupActionChanges>(writer, *id, &action.clone().into())?;
                let place = writer.entry("actions", *id)?;
                writer.open_or_make(&place, "ticks").map(drop)
            }
            Self::EditGroupAction { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::TickGroupAction { id, done, .. } => {
                let ticks = within(writer, "actions", *id, "ticks")?;
                let me = writer.author().to_string();
                writer.put_since(&ticks, &me, *done)
            }
        }
    }
}

fn found(writer: &mut ChangeWriter<'_>, id: Ulid, group: &GroupFields) -> Result<(), CommandError> {
    entry::add::<GroupChanges>(writer, id, &group.clone().into())?;
    let founded = writer.top("founded")?;
    let me = writer.author().to_string();
    writer.put(&founded, "by", me.as_str())?;
    join(writer, id, true)?;
    let members = writer.top("members")?;
    let place = named(writer, &members, writer.author())?;
    writer.put_since(&place, "approved_at", true)
}

fn join(writer: &mut ChangeWriter<'_>, group: Ulid, joins: bool) -> Result<(), CommandError> {
    writer.entry("groups", group)?;
    let members = writer.top("members")?;
    under_own_key(writer, &members, joins, "left_at")
}

fn stand(writer: &mut ChangeWriter<'_>, mandate: Ulid, stands: bool) -> Result<(), CommandError> {
    let candidates = within(writer, "mandates", mandate, "candidates")?;
    under_own_key(writer, &candidates, stands, "withdrawn_at")
}

/// Says under one's own key that one is in since now, or from when on one is no more.
fn under_own_key(
    writer: &mut ChangeWriter<'_>,
    all: &MapPlace,
    is_in: bool,
    ended: &str,
) -> Result<(), CommandError> {
    let me = writer.author().to_string();
    if !is_in {
        let place = writer.open(all, &me)?.ok_or(CommandError::NoSuchEntry)?;
        return writer.put_since(&place, ended, true);
    }
    let place = writer.open_or_make(all, &me)?;
    let now = writer.now();
    let was_out = !writer.string(&place, ended).is_empty();
    if was_out || writer.string(&place, "at").is_empty() {
        writer.put(&place, "at", now.as_str())?;
    }
    writer.clear(&place, ended)
}

/// The map of a name in an entry.
fn within(
    writer: &ChangeWriter<'_>,
    map: &str,
    id: Ulid,
    name: &str,
) -> Result<MapPlace, CommandError> {
    let place = writer.entry(map, id)?;
    writer.open(&place, name)?.ok_or(CommandError::NoSuchEntry)
}

/// What stands under a member's key.
fn named(
    writer: &ChangeWriter<'_>,
    all: &MapPlace,
    member: MemberId,
) -> Result<MapPlace, CommandError> {
    let found = writer.open(all, &member.to_string())?;
    found.ok_or(CommandError::NoSuchEntry)
}
