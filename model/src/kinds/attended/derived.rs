//! What the relay derives from what was marked at events, and how it writes it.

use super::{Attended, AttendedSlot, Part};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::{Kind, Record};
use crate::kinds::attendance::Attendee;
use crate::projection::{Derived, Own};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

impl Derived for Attended {
    type Given = Part;
    const READS: &'static [Kind] = &[Kind::Attendance];
    const VERSION: u64 = 1;
    // What was marked by mistake and taken back is nobody's to read.
    const KEEPS_PAST: bool = false;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Part)> {
        let (Record::Attendance(said), Ok(event)) = (record, head.key.parse()) else {
            return Vec::new();
        };
        let mut parts: SortedMap<MemberId, Part> = SortedMap::new();
        for ((attendee, slot), standing) in &said.standing() {
            let Attendee::Member(member) = attendee else {
                continue;
            };
            let part = parts.get_or_insert_with(*member, || Part {
                slots: SortedMap::new(),
            });
            let attended = AttendedSlot::new(event, standing);
            part.slots.insert(*slot, attended);
        }
        let parts = parts.into_iter();
        let named = parts.map(|(member, part)| (DocHead::attended(member), part));
        named.collect()
    }

    fn made_of(given: Vec<Part>) -> Record {
        let slots = given.into_iter().flat_map(|part| part.slots);
        let mut slots: Vec<_> = slots.collect();
        // A phone that forges may name another event's slot: which of two stands, the order of documents does not say.
        slots.sort_by_key(|(slot, at)| (*slot, at.event));
        Record::Attended(Self {
            slots: slots.into_iter().collect(),
        })
    }
}

impl Own for Attended {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("slots")?;
        writer.clear_others(&all, |slot| self.slots.contains_key(slot))?;
        let mut slots = self.slots.iter();
        while !writer.is_full()
            && let Some((slot, attended)) = slots.next()
        {
            let place = writer.open_or_make(&all, &slot.to_string())?;
            put_slot(writer, &place, attended)?;
        }
        Ok(())
    }
}

fn put_slot(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    slot: &AttendedSlot,
) -> Result<(), CommandError> {
    if let Some(event) = slot.event {
        writer.put(place, "event", event.to_string().as_str())?;
    }
    let moments = [
        ("start", &slot.start),
        ("end", &slot.end),
        ("marked_at", &slot.marked_at),
    ];
    for (key, moment) in moments {
        if Timestamp::parse_rfc3339(moment).is_some() {
            writer.put(place, key, moment.as_str())?;
        }
    }
    let marked_by = slot.marked_by.map(|member| member.to_string());
    writer.put(place, "presence", slot.presence.as_str())?;
    writer.put(place, "part", slot.part.as_str())?;
    writer.put(place, "signed", slot.signed)?;
    writer.put_or_clear(place, "marked_by", marked_by.as_deref())
}
