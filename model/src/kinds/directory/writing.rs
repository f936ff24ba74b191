//! How the relay writes a directory.

use automerge::Automerge;

use super::{Directory, DirectoryMember};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, Made, MapPlace};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::limits::ACTOR_BYTES;
use crate::projection::{self, Own};
use crate::time::Timestamp;

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
    if !member.stand_ins.is_empty() || writer.open(place, "stand_ins")?.is_some() {
        let stand_ins = writer.open_or_make(place, "stand_ins")?;
        writer.clear_others(&stand_ins, |id: &MemberId| {
            member.stand_ins.get(id).is_some()
        })?;
        for (id, until) in &member.stand_ins {
            writer.put(&stand_ins, &id.to_string(), until.as_str())?;
        }
    }
    Ok(())
}
