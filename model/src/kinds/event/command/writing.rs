//! What the commands about an event write.

use super::EventCommand;
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::kinds::event::{EventChanges, EventKind, EventStatus, SLOTS_MAX, SlotFields};
use crate::sorted::SortedSet;

impl EventCommand {
    /// Writes what a command says.
    pub(super) fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let place = writer.top("event")?;
        let exists = !writer.string(&place, "created_at").is_empty();
        match self {
            Self::CreateEvent { .. } if exists => Err(CommandError::NoChange),
            Self::CreateEvent { event, .. } => {
                writer.stamp(&place)?;
                put_slots(writer, &event.slots)?;
                writer.put(&place, "sequence", 0_i64)?;
                let fields = EventChanges {
                    slots: None,
                    ..event.clone().into()
                };
                put_event(writer, &place, &fields)
            }
            Self::EditEvent { .. } if !exists => Err(CommandError::NoSuchEntry),
            Self::EditEvent { changes, .. } => {
                if let Some(slots) = &changes.slots {
                    put_slots(writer, slots)?;
                    if writer.has_written() {
                        let next = writer.highest(&place, "sequence") + 1;
                        writer.put(&place, "sequence", next)?;
                    }
                }
                put_event(writer, &place, changes)?;
                writer.touch(&place)
            }
        }
    }
}

fn put_event(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    changes: &EventChanges,
) -> Result<(), CommandError> {
    if let Some(title) = &changes.title {
        writer.put_name(place, "title", title)?;
    }
    writer.put_some(place, "kind", changes.kind.map(EventKind::as_str))?;
    if let Some(description) = &changes.description {
        writer.text(place, "description", description)?;
    }
    if let Some(branch) = &changes.branch {
        writer.put_line(place, "branch", branch)?;
    }
    writer.put_some(place, "capacity", changes.capacity)?;
    writer.put_some(place, "signup_open", changes.signup_open)?;
    writer.put_some(place, "status", changes.status.map(EventStatus::as_str))
}

/// Brings the slots to exactly these; one left out is marked as removed, one that comes back stands again.
fn put_slots(writer: &mut ChangeWriter<'_>, slots: &[SlotFields]) -> Result<(), CommandError> {
    let map = writer.top("slots")?;
    let names: SortedSet<String> = slots.iter().map(|slot| slot.id.to_string()).collect();
    if slots.is_empty() || slots.len() > SLOTS_MAX || names.len() != slots.len() {
        return Err(CommandError::Invalid("slots".to_owned()));
    }
    let now = writer.now();
    for old in writer.keys(&map) {
        if let Some(place) = writer.open(&map, &old)?
            && !names.contains(&old)
            && writer.string(&place, "removed_at").is_empty()
        {
            writer.put(&place, "removed_at", now.as_str())?;
        }
    }
    for slot in slots {
        let place = writer.open_or_make(&map, &slot.id.to_string())?;
        writer.put_chosen(&place, "start", &slot.start)?;
        writer.put_chosen(&place, "end", &slot.end)?;
        if slot.end <= slot.start {
            return Err(place.invalid("end"));
        }
        writer.put_line(&place, "place", &slot.place)?;
        writer.clear(&place, "removed_at")?;
    }
    Ok(())
}
